/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Members who take no part in the case of one candidate: those who are known beforehand, and those who say so in session. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-decision-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-juror-facts-table.h"
#include "sceau-recusal-table.h"
#include "sceau-text.h"

gboolean
sceau_jury_member_is_recused (const SceauJuryMember *member, const SceauEnrolment *enrolment)
{
  const char *employer = member->juror->employer;

  return !member->juror->internal && employer != NULL && *employer != '\0' && enrolment->company != NULL
         && *enrolment->company != '\0' && sceau_text_same (employer, enrolment->company);
}

static const SceauRecusal *
find_recusal (GPtrArray *recusals, gint64 juror_id, gint64 enrolment_id)
{
  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);

      if (recusal->juror_id == juror_id && recusal->enrolment_id == enrolment_id)
        return recusal;
    }
  return NULL;
}

/* What is known ------------------------------------------------------------------- */

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the words of a name in one order, since some write the family name first; "" for none. */
static char *
sort_name (const char *name)
{
  g_autofree char *folded = sceau_text_fold (name != NULL ? name : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

static gboolean
is_same_person (const char *a, const char *b)
{
  g_autofree char *sorted_a = sort_name (a);
  g_autofree char *sorted_b = sort_name (b);

  return *sorted_a != '\0' && g_str_equal (sorted_a, sorted_b);
}

static const SceauJurorConflict *
find_conflict (GPtrArray *conflicts, gint64 juror_id, const SceauEnrolment *enrolment)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const SceauJurorConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->juror_id == juror_id
          && (conflict->learner_number != NULL ? g_strcmp0 (conflict->learner_number, enrolment->learner_number) == 0
                                               : conflict->cohort_id == enrolment->cohort_id))
        return conflict;
    }
  return NULL;
}

/* The first that holds: what was declared, the tutor of the parcours, the employer. */
static gboolean
find_reason (GPtrArray *conflicts, const SceauJuryMember *member, const SceauEnrolment *enrolment, SceauConflictKind *kind,
             const char **note)
{
  const SceauJurorConflict *conflict = find_conflict (conflicts, member->juror->id, enrolment);

  *note = conflict != NULL ? conflict->note : NULL;
  if (conflict != NULL)
    *kind = conflict->kind;
  else if (is_same_person (member->juror->name, enrolment->tutor))
    *kind = SCEAU_CONFLICT_TUTOR;
  else if (sceau_jury_member_is_recused (member, enrolment))
    *kind = SCEAU_CONFLICT_EMPLOYER;
  else
    return FALSE;
  return TRUE;
}

static SceauRecusal *
make_recusal (const SceauJuryMember *member, const SceauEnrolment *enrolment, SceauConflictKind kind, const char *reason)
{
  SceauRecusal *recusal = g_new0 (SceauRecusal, 1);

  recusal->juror_id = member->juror->id;
  recusal->juror_name = g_strdup (member->juror->name);
  recusal->enrolment_id = enrolment->id;
  recusal->learner_number = g_strdup (enrolment->learner_number);
  recusal->learner_name = g_strdup (enrolment->learner_name);
  recusal->kind = kind;
  recusal->reason = g_strdup (reason);
  return recusal;
}

static void
foresee_about (GPtrArray *conflicts, const SceauJurySession *session, const SceauEnrolment *enrolment, GPtrArray *recusals)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      SceauConflictKind kind;
      const char *note;

      if (find_recusal (session->recusals, member->juror->id, enrolment->id) == NULL
          && find_recusal (session->lifted, member->juror->id, enrolment->id) == NULL
          && find_reason (conflicts, member, enrolment, &kind, &note))
        g_ptr_array_add (recusals, make_recusal (member, enrolment, kind, note));
    }
}

GPtrArray *
sceau_jury_foresee_recusals (SceauSchool *school, const SceauDeliberation *deliberation, GError **error)
{
  g_autoptr (GPtrArray) conflicts = sceau_juror_conflict_table_list (school, 0, error);
  GPtrArray *recusals;

  if (conflicts == NULL)
    return NULL;
  recusals = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_recusal_free);
  for (guint i = 0; i < deliberation->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, i);

      if (sceau_deliberation_is_candidate (deliberation, enrolment))
        foresee_about (conflicts, deliberation->session, enrolment, recusals);
    }
  return recusals;
}

GPtrArray *
sceau_jury_foresee_about (SceauSchool *school, const SceauJurySession *session, const SceauEnrolment *enrolment, GError **error)
{
  g_autoptr (GPtrArray) conflicts = sceau_juror_conflict_table_list (school, 0, error);
  GPtrArray *recusals;

  if (conflicts == NULL)
    return NULL;
  recusals = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_recusal_free);
  foresee_about (conflicts, session, enrolment, recusals);
  return recusals;
}

static SceauRecusal *
copy_recusal (const SceauRecusal *recusal)
{
  SceauRecusal *copy = g_memdup2 (recusal, sizeof *recusal);

  copy->juror_name = g_strdup (recusal->juror_name);
  copy->learner_number = g_strdup (recusal->learner_number);
  copy->learner_name = g_strdup (recusal->learner_name);
  copy->reason = g_strdup (recusal->reason);
  copy->lifted = g_strdup (recusal->lifted);
  return copy;
}

GPtrArray *
sceau_foresee_recusals (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  GPtrArray *recusals;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL)
    return NULL;
  /* Once it is open what counts is what the session keeps. */
  recusals = deliberation->session->state < SCEAU_SESSION_OPEN ? sceau_jury_foresee_recusals (school, deliberation, error)
                                                               : g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_recusal_free);
  for (guint i = 0; recusals != NULL && i < deliberation->session->recusals->len; i++)
    g_ptr_array_add (recusals, copy_recusal (g_ptr_array_index (deliberation->session->recusals, i)));
  return recusals;
}

gboolean
sceau_jury_keep_recusals (SceauSchool *school, SceauJurySession *session, GPtrArray *recusals, GError **error)
{
  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);

      if (!sceau_recusal_table_insert (school, session->id, recusal, error))
        return FALSE;
      g_ptr_array_add (recusal->lifted != NULL ? session->lifted : session->recusals, copy_recusal (recusal));
    }
  return TRUE;
}

/* In session ------------------------------------------------------------------------ */

static void
check_recusal (const SceauDeliberation *deliberation, const SceauRecusal *recusal, SceauFaults *faults)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, recusal->juror_id);
  const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, 0);

  if (sceau_jury_find_member (deliberation->session, recusal->juror_id) == NULL)
    sceau_faults_add_field (faults, "juror", number, _("This juror was not convened to this session."),
                            _("Only a member can be recused."));
  else if (find_recusal (deliberation->session->recusals, recusal->juror_id, enrolment->id) != NULL)
    sceau_faults_add_field (faults, "juror", number, _("This juror is recused for this candidate already."), NULL);
  if (enrolment->cohort_id != deliberation->session->cohort_id)
    sceau_faults_add_field (faults, "learner", enrolment->learner_number, _("The learner is not in the cohort of this session."), NULL);
}

/* Where the sitting is not known, whoever was there at all may have taken part. */
static gboolean
took_part (const SceauJurySession *session, const SceauJuryMember *member, const SceauDecision *decision)
{
  return decision->sitting > 0 ? sceau_jury_session_was_present (session, member, decision->sitting)
                               : sceau_jury_session_count_presence (session, member) > 0;
}

/* A decision that the member had a part in, as one present in the sitting that took it, falls: the others decide anew. */
static gboolean
reopen_decision (SceauSchool *school, const SceauDeliberation *deliberation, const SceauJuryMember *member, JsonObject *before,
                 JsonObject *after, SceauFaults *faults, GError **error)
{
  const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, 0);
  g_autoptr (GError) local = NULL;
  g_autoptr (SceauDecision) decision = sceau_decision_table_find (school, deliberation->session->id, enrolment->id, &local);
  g_autofree char *place = sceau_jury_candidate_name (enrolment->learner_name, enrolment->learner_number);

  if (decision == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (decision == NULL || !decision->decided || !took_part (deliberation->session, member, decision))
    return TRUE;
  json_object_set_object_member (before, "decision", sceau_json_from_decision (decision));
  decision->decided = FALSE;
  g_clear_pointer (&decision->reason, g_free);
  g_ptr_array_set_size (decision->acquired_blocks, 0);
  decision->votes_for = decision->votes_against = decision->votes_abstain = -1;
  json_object_set_object_member (after, "decision", sceau_json_from_decision (decision));
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, NULL, NULL, _("The jury had decided with this member: the decision is open again."),
                       _("Decide anew without the member."));
  return sceau_decision_table_save (school, decision, error);
}

static void
add_recusal (JsonObject *object, gint64 session_id, const SceauRecusal *recusal)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, (gpointer) recusal);
  sceau_json_add_recusals (object, session_id, one);
}

static gboolean
record_recusal (SceauSchool *school, const SceauDeliberation *deliberation, SceauRecusal *kept, SceauFaults *faults, GError **error)
{
  SceauJurySession *session = deliberation->session;
  g_autofree char *subject = sceau_jury_subject (session->id);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  const SceauRecusal *lifted = find_recusal (session->lifted, kept->juror_id, kept->enrolment_id);
  g_autoptr (JsonObject) before = json_object_new ();
  g_autoptr (JsonObject) after = json_object_new ();

  g_ptr_array_add (one, kept);
  if (lifted != NULL)
    add_recusal (before, session->id, lifted);
  if (!sceau_jury_keep_recusals (school, session, one, error))
    return FALSE;
  add_recusal (after, session->id, kept);
  if (session->state == SCEAU_SESSION_OPEN && !session->suspended
      && !reopen_decision (school, deliberation, sceau_jury_find_member (session, kept->juror_id), before, after, faults, error))
    return FALSE;
  return sceau_journal_record (school, "jury.recuse", subject, json_object_ref (before), json_object_ref (after), error);
}

static SceauDeliberation *
load_case (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_require_jury (school, session_id, error);

  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_RECUSE, error))
    return NULL;
  return sceau_deliberation_load (school, session_id, enrolment_id, error);
}

gboolean
sceau_recuse_member (SceauSchool *school, gint64 session_id, const SceauRecusal *recusal, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (SceauRecusal) kept = NULL;
  g_autofree char *reason = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = load_case (school, session_id, recusal->enrolment_id, error);
  if (deliberation == NULL)
    return FALSE;
  reason = sceau_take_optional (recusal->reason, "reason", faults);
  sceau_refuse_unprintable (reason, "reason", _("The reason of the recusal"), faults);
  check_recusal (deliberation, recusal, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  kept = make_recusal (sceau_jury_find_member (deliberation->session, recusal->juror_id), g_ptr_array_index (deliberation->enrolments, 0),
                       recusal->kind, reason);
  return record_recusal (school, deliberation, kept, faults, error) && sceau_transaction_commit (&transaction, error);
}

/* The row stays with its reason, so that what is known of the juror does not enter it again. */
static gboolean
keep_lifted (SceauSchool *school, gint64 session_id, const SceauRecusal *standing, const char *reason, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session_id);
  g_autoptr (SceauRecusal) lifted = copy_recusal (standing);
  JsonObject *before;
  JsonObject *after;

  if (!sceau_recusal_table_lift (school, session_id, standing->juror_id, standing->enrolment_id, reason, error))
    return FALSE;
  lifted->lifted = g_strdup (reason);
  before = json_object_new ();
  after = json_object_new ();
  add_recusal (before, session_id, standing);
  add_recusal (after, session_id, lifted);
  return sceau_journal_record (school, "jury.lift", subject, before, after, error);
}

gboolean
sceau_lift_recusal (SceauSchool *school, gint64 session_id, gint64 juror_id, gint64 enrolment_id, const char *reason,
                    SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autofree char *text = NULL;
  guint known = sceau_faults_count_errors (faults);
  const SceauRecusal *standing;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = load_case (school, session_id, enrolment_id, error);
  if (deliberation == NULL)
    return FALSE;
  standing = find_recusal (deliberation->session->recusals, juror_id, enrolment_id);
  if (standing == NULL)
    sceau_faults_add_field (faults, "juror", NULL, _("This juror is not recused for this candidate."), NULL);
  text = sceau_take_text (reason, "reason", _("Taking a recusal back needs a reason: it stays in the journal."), faults);
  sceau_refuse_unprintable (text, "reason", _("The reason of the recusal"), faults);
  return !sceau_faults_refuse (faults, known, error) && keep_lifted (school, session_id, standing, text, error)
         && sceau_transaction_commit (&transaction, error);
}
