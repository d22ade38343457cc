/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-store-error-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sceau-store-error-quark, sceau_store_error)

/* What the triggers of the migrations refuse, in words. */
static const struct
{
  const char *token;
  SceauStoreError code;
  const char *sentence;
} tokens[] = {
  { "sealed:school", SCEAU_STORE_ERROR_SEALED, N_("The identity of the school can be changed but not removed.") },
  { "sealed:journal", SCEAU_STORE_ERROR_SEALED,
    N_("The journal only grows: an entry can not be changed, removed or slipped in.") },
  { "sealed:session", SCEAU_STORE_ERROR_SEALED,
    N_("Nothing of a sealed jury session can change. Create a session that rectifies it.") },
  { "sealed:minutes", SCEAU_STORE_ERROR_SEALED,
    N_("The minutes of a jury session are kept as they were when it was sealed, and only then.") },
  { "sealed:session-step", SCEAU_STORE_ERROR_SEALED,
    N_("A jury session only goes forward, one step at a time.") },
  { "sealed:result", SCEAU_STORE_ERROR_SEALED,
    N_("This result is under the seal of a jury session. Record a later attempt, or rectify the session.") },
  { "sealed:certification", SCEAU_STORE_ERROR_SEALED,
    N_("A sealed jury session decided on this certification: it can not be removed.") },
  { "sealed:certification-code", SCEAU_STORE_ERROR_SEALED, N_("The code of a certification can not change.") },
  { "sealed:fiche", SCEAU_STORE_ERROR_SEALED, N_("An imported fiche is kept as it was: import the new one beside it.") },
  { "sealed:block", SCEAU_STORE_ERROR_SEALED,
    N_("This block was acquired or decided on: it can not be removed or get another code.") },
  { "sealed:plan", SCEAU_STORE_ERROR_SEALED,
    N_("A sealed jury session rests on this evaluation plan: it can be changed but not removed.") },
  { "sealed:modality", SCEAU_STORE_ERROR_SEALED,
    N_("Sealed results belong to this modality: it can not be removed or get another code.") },
  { "sealed:cohort", SCEAU_STORE_ERROR_SEALED,
    N_("A sealed jury session decided on this cohort: it can not be removed or moved to another certification.") },
  { "sealed:learner", SCEAU_STORE_ERROR_SEALED,
    N_("A sealed decision names this learner, who can not be removed and keeps the number.") },
  { "sealed:enrolment", SCEAU_STORE_ERROR_SEALED,
    N_("A sealed decision rests on this enrolment: its learner, certification, route, admission, blocks and company "
       "period stay.") },
  { "sealed:departure", SCEAU_STORE_ERROR_SEALED,
    N_("A sealed decision rests on how this learner stood: that can not change any more. Rectify the session first.") },
  { "sealed:quota-exception", SCEAU_STORE_ERROR_SEALED,
    N_("An exception to a quota stays as it was granted, and none is granted after the jury’s decision.") },
  { "sealed:result-history", SCEAU_STORE_ERROR_SEALED, N_("The history of a mark only grows, by changes of the mark.") },
  { "sealed:mark-sheet", SCEAU_STORE_ERROR_SEALED,
    N_("Marks of this sheet are under the seal of a jury session: it can not be reopened. Record a later attempt.") },
  { "sealed:juror", SCEAU_STORE_ERROR_SEALED,
    N_("This juror is a member of a jury session and can not be removed. Mark the juror as retired instead.") },
  { "sealed:session-event", SCEAU_STORE_ERROR_SEALED,
    N_("What happened in a jury session stays: an event can only be added, after the last one.") },
  { "sealed:notification", SCEAU_STORE_ERROR_SEALED, N_("The notification of the results is made once and stays as it was made.") },
  { "sealed:result-letter", SCEAU_STORE_ERROR_SEALED, N_("A letter of result is kept as it was sent.") },
  { "sealed:appeal", SCEAU_STORE_ERROR_SEALED,
    N_("An appeal stays as it was filed and is answered once; the session that mends the decision stays as well.") },
  { "sealed:signed-minutes", SCEAU_STORE_ERROR_SEALED, N_("Signed minutes are kept as they were attached.") },
  { "sealed:signing-key", SCEAU_STORE_ERROR_SEALED,
    N_("A signing key is kept to verify what it signed: it can be retired once, and nothing else.") },
  { "sealed:acquired-block", SCEAU_STORE_ERROR_SEALED, N_("A block once acquired stays acquired.") },
  { "sealed:annulment", SCEAU_STORE_ERROR_SEALED,
    N_("An acquired block is only taken back by a session that rectifies the decision of the jury that gave it.") },
  { "sealed:certificate", SCEAU_STORE_ERROR_SEALED,
    N_("A parchemin that was issued can only be revoked or replaced, once and by a line of the register.") },
  { "sealed:certificate-sequence", SCEAU_STORE_ERROR_SEALED,
    N_("The numbers of the parchemins have no gap: the next one follows the last of its year.") },
  { "sealed:certificate-decision", SCEAU_STORE_ERROR_SEALED,
    N_("A parchemin needs a decision “certified”, sealed and still in force, of the same day and certification.") },
  { "sealed:certificate-replaces", SCEAU_STORE_ERROR_SEALED,
    N_("The parchemin that replaces another is of the same decision, under the number that the register announced.") },
  { "sealed:register-act", SCEAU_STORE_ERROR_SEALED,
    N_("The register only grows: its lines stay, editions and duplicates have no gap, and nothing more is written of what is "
       "revoked or replaced.") },
  { "sealed:house-style", SCEAU_STORE_ERROR_SEALED, N_("How the papers look can be changed but not removed.") },
  { "sealed:signatory", SCEAU_STORE_ERROR_SEALED,
    N_("Papers name who signed them: a signatory can not be removed. Give the habilitation an end instead.") },
  { "submitted:result", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("The sheet of this mark was submitted. Reopen the sheet with a reason, or let the jury change the mark in deliberation.") },
  { "submitted:mark-sheet", SCEAU_STORE_ERROR_CONSTRAINT, N_("A submitted sheet does not change. Reopen it with a reason.") },
  { "submitted:enrolment", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("This learner has marks on submitted sheets of the cohort. Reopen the sheets before the learner changes cohort.") },
  { "refused:criterion", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("Points were given for this criterion: it can not leave its grid or get another code.") },
  { "refused:criterion-points", SCEAU_STORE_ERROR_CONSTRAINT, N_("A learner can not have more points than the criterion is worth.") },
  { "refused:result-move", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("A result stays with its learner, modality and attempt. Record it anew where it belongs.") },
  { "refused:later-decision", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("A sealed jury session of a later day already decided on one of these candidates. Sessions are sealed in the order of "
       "their days.") },
  { "refused:rectifies", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("Only a sealed session of the same certification can be rectified.") },
  { "refused:seal", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("The session can not be sealed: it needs a decision for everyone it considers, and their results frozen.") },
  { "refused:session-begun", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("This jury session was opened and can no longer be removed. Decide on its candidates and seal it.") },
  { "refused:session-event", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("A jury session is opened once, suspended while it is open, resumed while it is suspended, and closed once.") },
  { "refused:sitting", SCEAU_STORE_ERROR_CONSTRAINT, N_("Nothing is decided in a sitting that has not begun.") },
  { "refused:suspended", SCEAU_STORE_ERROR_CONSTRAINT, N_("The deliberation is suspended: resume it first.") },
  { "refused:notification", SCEAU_STORE_ERROR_CONSTRAINT, N_("Only the results of a sealed jury session can be notified.") },
  { "refused:notification-embargo", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("The results are under embargo: notify them on its day or later.") },
  { "refused:embargo", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("The results of this jury session are under embargo: notify them before you issue a parchemin.") },
  { "refused:result-letter", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("A letter of result needs a decision whose session was notified.") },
  { "refused:appeal", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("An appeal needs a sealed decision, notified on the day of the appeal or before.") },
  { "refused:appeal-rectifies", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("This jury session does not rectify the decision that the appeal is about.") },
  { "refused:signed-minutes", SCEAU_STORE_ERROR_CONSTRAINT, N_("Only a sealed jury session has minutes that can be signed.") },
  { "refused:register-act", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("After what the register says of this sheet, this can not happen to it. Look at its history.") },
  { "refused:proof", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("A proof is printed before it is signed or refused, for the text that was printed, and it stays.") },
  { "exists:house-style", SCEAU_STORE_ERROR_CONSTRAINT, N_("The school already has its style: change that one.") },
  { "exists:signatory", SCEAU_STORE_ERROR_CONSTRAINT, N_("Another signatory already has this number.") },
  { "exists:school", SCEAU_STORE_ERROR_CONSTRAINT, N_("The file already has a school.") },
  { "exists:certification", SCEAU_STORE_ERROR_CONSTRAINT, N_("A certification with this code is already there.") },
  { "exists:fiche", SCEAU_STORE_ERROR_CONSTRAINT, N_("This version of the fiche is already there.") },
  { "exists:block", SCEAU_STORE_ERROR_CONSTRAINT, N_("Two blocks of the certification have the same code.") },
  { "exists:modality", SCEAU_STORE_ERROR_CONSTRAINT, N_("Two modalities of the plan have the same code.") },
  { "exists:criterion", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("Two criteria of the modality have the same code. Give one of them another code.") },
  { "exists:cohort", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("The certification already has a cohort of this name. Choose another name.") },
  { "exists:learner", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("Another learner already has this number. Give this one another number.") },
  { "exists:enrolment", SCEAU_STORE_ERROR_CONSTRAINT, N_("The learner is already enrolled in this cohort.") },
  { "exists:quota-exception", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("The learner was already admitted by exception to this quota.") },
  { "exists:result", SCEAU_STORE_ERROR_CONSTRAINT, N_("This learner already has a result here: change that one.") },
  { "exists:mark-sheet", SCEAU_STORE_ERROR_CONSTRAINT, N_("This sheet was already submitted.") },
  { "exists:juror", SCEAU_STORE_ERROR_CONSTRAINT, N_("This juror is already there.") },
  { "exists:juror-fact", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("Another conflict, recognition or absence of a juror already has this number.") },
  { "exists:notification", SCEAU_STORE_ERROR_CONSTRAINT, N_("The results of this jury session were notified already.") },
  { "exists:result-letter", SCEAU_STORE_ERROR_CONSTRAINT, N_("The letter of this candidate is there already.") },
  { "exists:signed-minutes", SCEAU_STORE_ERROR_CONSTRAINT, N_("This scan of the signed minutes is there already.") },
  { "exists:signing-key", SCEAU_STORE_ERROR_CONSTRAINT, N_("The school already has a signing key in use. Retire it first.") },
  { "exists:acquired-block", SCEAU_STORE_ERROR_CONSTRAINT, N_("The learner has already acquired this block.") },
  { "exists:certificate", SCEAU_STORE_ERROR_CONSTRAINT,
    N_("This enrolment already has a parchemin in force. Revoke it first, or make a duplicate.") },
};

gboolean
sceau_store_error_set_from_token (GError **error, const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (g_strcmp0 (message, tokens[i].token) == 0)
      {
        g_set_error_literal (error, SCEAU_STORE_ERROR, tokens[i].code, _(tokens[i].sentence));
        return TRUE;
      }
  return FALSE;
}
