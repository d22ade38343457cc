/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A sealed decision that was wrong is mended by another sealed session; the first one stays as it was. */

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"

/* One rectification on its way. */
typedef struct
{
  SceauSchool *school;
  SceauDeliberation *deliberation; /* of the wrong session, with the one candidate */
  const SceauEnrolment *enrolment;
  SceauDecision *wrong;            /* what it had decided */
  GArray *chain;                   /* (element-type gint64): the wrong session and those it rectifies itself */
  GPtrArray *before;               /* (element-type SceauAcquiredBlock): what the learner has by none of these */
  SceauJurySession *session;       /* the new one */
  SceauDecision *decision;         /* what it decides */
  SceauFaults *found;              /* what the checks of those present found */
  GPtrArray *remarks;              /* (element-type utf8): for its minutes */
  JsonObject *record;              /* what the journal says after it */
  GPtrArray *annulled;             /* (element-type utf8): codes of the blocks that are taken away */
} Rectification;

static void
rectification_clear (Rectification *self)
{
  sceau_deliberation_free (self->deliberation);
  sceau_decision_free (self->wrong);
  sceau_decision_free (self->decision);
  sceau_jury_session_free (self->session);
  g_clear_pointer (&self->found, sceau_faults_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->record, json_object_unref);
  g_clear_pointer (&self->chain, g_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->annulled, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rectification, rectification_clear)

static gboolean
is_in_chain (const Rectification *self, gint64 session_id)
{
  for (guint i = 0; i < self->chain->len; i++)
    if (g_array_index (self->chain, gint64, i) == session_id)
      return TRUE;
  return FALSE;
}

static gboolean
load_chain (Rectification *self, GError **error)
{
  gint64 id = self->deliberation->session->id;
  gint64 next = self->deliberation->session->rectifies;

  self->chain = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->chain, id);
  while (next != 0)
    {
      g_autoptr (SceauJurySession) session = sceau_require_jury (self->school, next, error);

      if (session == NULL)
        return FALSE;
      g_array_append_val (self->chain, next);
      next = session->rectifies;
    }
  return TRUE;
}

/* The candidate is judged again without what the wrong decision gave. */
static void
leave_out_given_blocks (Rectification *self)
{
  SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, self->enrolment);

  self->before = g_ptr_array_new ();
  for (guint i = 0; i < dossier.acquired_blocks->len; i++)
    {
      SceauAcquiredBlock *block = g_ptr_array_index (dossier.acquired_blocks, i);

      if (block->session_id == 0 || !is_in_chain (self, block->session_id))
        g_ptr_array_add (self->before, block);
    }
}

/* Only the decision that holds can be wrong in a way that matters. */
static gboolean
check_in_force (const Rectification *self, GError **error)
{
  const SceauDecision *holding = sceau_deliberation_in_force (self->deliberation, self->enrolment->id);
  g_autofree char *id = NULL;

  if (holding == NULL || holding->session_id == self->wrong->session_id)
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, holding->session_id);
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("Jury session %s has decided on %s since: rectify that one."), id, self->enrolment->learner_name);
  return FALSE;
}

static gboolean
load_wrong (Rectification *self, gint64 session_id, const char *learner_number, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->deliberation = sceau_jury_load_candidate (self->school, session_id, SCEAU_ACT_RECTIFY, learner_number, error);
  if (self->deliberation == NULL)
    return FALSE;
  self->enrolment = g_ptr_array_index (self->deliberation->enrolments, 0);
  self->wrong = sceau_decision_table_find (self->school, session_id, self->enrolment->id, &local);
  if (self->wrong == NULL)
    {
      if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
        g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                     _("This session did not decide on %s: there is nothing to rectify."), self->enrolment->learner_name);
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!check_in_force (self, error) || !load_chain (self, error))
    return FALSE;
  leave_out_given_blocks (self);
  return TRUE;
}

static void
check_input (const Rectification *self, const SceauVerdict *verdict, SceauDate date, SceauFaults *faults)
{
  g_autofree char *reason = sceau_take_note (verdict->reason, "reason", _("A rectification needs a reason: it stands in the minutes."), NULL, faults);
  g_autofree char *text = sceau_date_format_iso (date);

  if (date == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "date", NULL, _("A jury sits on a day: the date is missing."), NULL);
  else if (date < self->deliberation->session->date)
    sceau_faults_add_field (faults, "date", text, _("The rectification would come before the decision that it mends."),
                            _("Give the day on which the jury met again."));
}

static gboolean
decide_again (Rectification *self, const SceauVerdict *verdict, SceauFaults *faults, guint known, GError **error)
{
  SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, self->enrolment);

  dossier.acquired_blocks = self->before;
  self->decision = sceau_jury_propose (&dossier, self->session->id);
  sceau_jury_apply_verdict (self->decision, &dossier, verdict, self->session, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  if (self->decision->outcome != self->wrong->outcome
      || !sceau_jury_same_blocks (self->decision->acquired_blocks, self->wrong->acquired_blocks))
    return TRUE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("The session has decided just that for %s: there is nothing to rectify."), self->enrolment->learner_name);
  return FALSE;
}

static void
take_about (GPtrArray *recusals, gint64 enrolment_id, GPtrArray *about)
{
  for (guint i = 0; i < recusals->len; i++)
    if (((SceauRecusal *) g_ptr_array_index (recusals, i))->enrolment_id == enrolment_id)
      g_ptr_array_add (about, g_ptr_array_index (recusals, i));
}

/* Who was recused for the candidate is so again, and so is whoever is known to be in a conflict by now; a recusal that was
 * taken back stays so. */
static gboolean
recuse_again (Rectification *self, GError **error)
{
  const SceauJurySession *wrong = self->deliberation->session;
  g_autoptr (GPtrArray) earlier = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = NULL;

  take_about (wrong->recusals, self->enrolment->id, earlier);
  take_about (wrong->lifted, self->enrolment->id, earlier);
  if (!sceau_jury_keep_recusals (self->school, self->session, earlier, error))
    return FALSE;
  known = sceau_jury_foresee_about (self->school, self->session, self->enrolment, error);
  return known != NULL && sceau_jury_keep_recusals (self->school, self->session, known, error);
}

static gboolean
says_acquired (const SceauDecision *decision, const char *block_code)
{
  return g_ptr_array_find_with_equal_func (decision->acquired_blocks, block_code, g_str_equal, NULL);
}

static gboolean
gives_back (const Rectification *self, const SceauAcquiredBlock *block)
{
  return block->session_id != 0 && is_in_chain (self, block->session_id) && !says_acquired (self->decision, block->block_code);
}

/* Another parcours of the same learner, whose sealed decision names the block.  A certification rests on it, and so does
 * its parchemin: that decision is rectified first.  Short of one it stays as it was taken, and the jury is told. */
static gboolean
check_other_parcours (const Rectification *self, const SceauAcquiredBlock *block, const SceauEnrolment *other, SceauFaults *faults,
                      GError **error)
{
  g_autofree char *session = NULL;
  g_autofree char *place = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (SceauDecision) holding = sceau_decision_table_find_in_force (self->school, other->id, &local);

  if (holding == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (holding == NULL || !says_acquired (holding, block->block_code))
    return TRUE;
  session = g_strdup_printf ("%" G_GINT64_FORMAT, holding->session_id);
  if (holding->outcome == SCEAU_OUTCOME_CERTIFIED)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("The block %s of %s (%s) cannot be taken back: jury session %s, in the cohort “%s”, certified the learner with it. "
                     "Rectify that decision first."),
                   block->block_code, self->enrolment->learner_name, self->enrolment->learner_number, session, other->cohort_name);
      return FALSE;
    }
  place = sceau_jury_candidate_name (self->enrolment->learner_name, self->enrolment->learner_number);
  reason = g_strdup_printf (_("Jury session %s, in the cohort “%s”, names this block as acquired too."), session, other->cohort_name);
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, "blocks", block->block_code, reason,
                       _("It is taken back from the learner there as well; decide anew in that cohort if the decision must say so."));
  return TRUE;
}

static gboolean
check_block (const Rectification *self, const SceauAcquiredBlock *block, GPtrArray *enrolments, SceauFaults *faults, GError **error)
{
  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *other = g_ptr_array_index (enrolments, i);

      if (other->id != self->enrolment->id && !check_other_parcours (self, block, other, faults, error))
        return FALSE;
    }
  return TRUE;
}

/* Nothing is annulled on which another certification rests. */
static gboolean
check_blocks (const Rectification *self, SceauFaults *faults, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = self->enrolment->learner_id, .certification_code = self->enrolment->certification_code };
  SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, self->enrolment);
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (self->school, &query, error);

  for (guint i = 0; enrolments != NULL && i < dossier.acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (dossier.acquired_blocks, i);

      if (gives_back (self, block) && !check_block (self, block, enrolments, faults, error))
        return FALSE;
    }
  return enrolments != NULL;
}

/* Nobody keeps a parchemin for a certification that the jury takes back. */
static gboolean
check_parchemin (const Rectification *self, GError **error)
{
  const SceauCertificateQuery query = { .enrolment_id = self->enrolment->id };
  g_autoptr (GPtrArray) certificates = NULL;

  if (self->decision->outcome == SCEAU_OUTCOME_CERTIFIED)
    return TRUE;
  certificates = sceau_certificate_table_list (self->school, &query, error);
  if (certificates == NULL)
    return FALSE;
  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state != SCEAU_CERTIFICATE_ISSUED)
        continue;
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("The parchemin %s of %s is issued: revoke it first."), certificate->number, self->enrolment->learner_name);
      return FALSE;
    }
  return TRUE;
}

/* The new session lives its whole life in this one transaction, with an opening and an end of its own. */
static gboolean
hold_session (Rectification *self, GError **error)
{
  SceauSchool *school = self->school;
  gint64 id = self->session->id;

  self->record = sceau_json_from_decision (self->decision);
  return sceau_jury_table_update (school, self->session, error) && sceau_jury_table_advance (school, id, SCEAU_SESSION_CONVENED, error)
         && sceau_jury_table_advance (school, id, SCEAU_SESSION_OPEN, error)
         && sceau_jury_add_event (school, self->session, SCEAU_SESSION_EVENT_OPENED, NULL, self->record, error)
         && sceau_decision_table_save (school, self->decision, error)
         && sceau_frozen_result_table_freeze (school, id, SCEAU_FREEZE_OPENING, error)
         && sceau_jury_add_event (school, self->session, SCEAU_SESSION_EVENT_CLOSED, NULL, self->record, error)
         && sceau_jury_table_advance (school, id, SCEAU_SESSION_DELIBERATED, error);
}

/* What the wrong decision gave and this one does not is annulled; the rows stay. */
static gboolean
annul_blocks (Rectification *self, GError **error)
{
  SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, self->enrolment);

  self->annulled = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < dossier.acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (dossier.acquired_blocks, i);

      if (!gives_back (self, block))
        continue;
      if (!sceau_acquired_block_table_annul (self->school, block->id, self->session->id, self->session->rectification_reason, error))
        return FALSE;
      g_ptr_array_add (self->annulled, g_strdup (block->block_code));
    }
  return TRUE;
}

/* The quotas are those of the cohort on the day of the new decision. */
static gboolean
keep_quotas (Rectification *self, GError **error)
{
  SceauDeliberation view = *self->deliberation;

  view.session = self->session;
  return sceau_jury_keep_quotas (self->school, &view, error);
}

static gboolean
record_rectification (Rectification *self, const char *seal, const char *minutes, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (self->session->id);
  g_autoptr (SceauJurySession) sealed = sceau_require_jury (self->school, self->session->id, error);
  JsonObject *after = self->record;

  if (sealed == NULL)
    return FALSE;
  json_object_set_object_member (after, "session", sceau_json_from_session (sealed));
  sceau_json_add_all_recusals (after, sealed);
  json_object_set_int_member (after, "rectifies", self->session->rectifies);
  sceau_json_set_date (after, "date", self->session->date);
  sceau_json_set_text (after, "rectification_reason", self->session->rectification_reason);
  if (self->annulled->len > 0)
    sceau_json_set_texts (after, "blocks_annulled", self->annulled);
  sceau_jury_set_failures (after, self->found);
  sceau_json_set_text (after, "seal", seal);
  sceau_json_set_text (after, "minutes", minutes);
  return sceau_journal_record (self->school, "jury.rectify", subject, sceau_json_from_decision (self->wrong), json_object_ref (after), error);
}

static gboolean
seal_rectification (Rectification *self, GError **error)
{
  SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, self->enrolment);
  SceauDossier judged = dossier;
  g_autofree char *seal = NULL;
  g_autofree char *minutes = NULL;

  judged.acquired_blocks = self->before;
  if (!annul_blocks (self, error) || !sceau_jury_keep_steps (self->school, self->session->id, &judged, error)
      || sceau_jury_acquire_blocks (self->school, &dossier, self->session, self->decision, error) < 0
      || !keep_quotas (self, error))
    return FALSE;
  seal = sceau_jury_table_seal (self->school, self->session->id, error);
  minutes = seal != NULL ? sceau_jury_keep_minutes (self->school, self->session->id, self->remarks, error) : NULL;
  return minutes != NULL && record_rectification (self, seal, minutes, error);
}

/* Who sits is settled before what they decide. */
static gboolean
meet (Rectification *self, const SceauMeeting *meeting, SceauFaults *faults, guint known, GError **error)
{
  self->found = sceau_faults_new ();
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return recuse_again (self, error)
         && sceau_jury_check_meeting (self->deliberation, self->session, meeting, self->found, self->remarks, faults, known, error);
}

gint64
sceau_rectify_jury_at (SceauSchool *school, gint64 session_id, const SceauVerdict *verdict, const SceauMeeting *meeting, SceauFaults *faults,
                       GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Rectification) self = { .school = school };
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error) || !load_wrong (&self, session_id, verdict->learner_number, error))
    return 0;
  check_input (&self, verdict, meeting->date, faults);
  self.session = sceau_jury_prepare_rectification (school, self.deliberation->session, self.wrong, verdict, meeting, faults, error);
  if (self.session == NULL || sceau_faults_refuse (faults, known, error))
    return 0;
  if (!sceau_jury_table_insert (school, self.session, error) || !meet (&self, meeting, faults, known, error)
      || !decide_again (&self, verdict, faults, known, error) || !check_parchemin (&self, error) || !check_blocks (&self, faults, error)
      || !hold_session (&self, error) || !seal_rectification (&self, error) || !sceau_transaction_commit (&transaction, error))
    return 0;
  return self.session->id;
}

gint64
sceau_rectify_jury (SceauSchool *school, gint64 session_id, const SceauVerdict *verdict, SceauDate date, SceauFaults *faults, GError **error)
{
  const SceauMeeting meeting = { .date = date };

  return sceau_rectify_jury_at (school, session_id, verdict, &meeting, faults, error);
}
