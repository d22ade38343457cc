/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Sheets of marks: who is missing on them, handing them in, taking them back. */

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-moment.h"
#include "sceau-second-entry-table.h"
#include "sceau-sheet-private.h"
#include "sceau-store-error.h"
#include "sceau-text.h"

void
sceau_missing_mark_free (SceauMissingMark *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->modality_code);
  g_free (self);
}

/* Who is exempt on this access route from the requirement that the modality makes. */
static gboolean
is_exempt (const SceauPlan *plan, const SceauModality *modality, SceauRoute route)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (requirement->kind == SCEAU_REQUIREMENT_MODALITY && g_strcmp0 (requirement->modality_code, modality->code) == 0 &&
          (requirement->exempt_routes & (1u << route)) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Somebody who came for some blocks alone meets no transversal requirement. */
static gboolean
is_targeted (const SceauEnrolment *enrolment, const SceauModality *modality)
{
  if (modality->block_code != NULL)
    return sceau_enrolment_targets (enrolment, modality->block_code);
  return enrolment->targeted_blocks == NULL || enrolment->targeted_blocks->len == 0;
}

static gboolean
has_block (GPtrArray *acquired, gint64 learner_id, const char *block_code)
{
  for (guint i = 0; block_code != NULL && i < acquired->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (acquired, i);

      if (block->learner_id == learner_id && g_strcmp0 (block->block_code, block_code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A first attempt is due from everybody, a later one only from whoever was excused from the one before: whoever failed
 * may retake, or not. */
static gboolean
is_due (SceauResultLedger *ledger, const SceauEnrolment *enrolment, const SceauModality *modality, int attempt, GPtrArray *acquired)
{
  const SceauResult *previous;

  if (enrolment->state != SCEAU_ENROLMENT_ACTIVE || !is_targeted (enrolment, modality) || is_exempt (ledger->plan, modality, enrolment->route) ||
      has_block (acquired, enrolment->learner_id, modality->block_code))
    return FALSE;
  previous = attempt > 1 ? sceau_result_ledger_find (ledger, enrolment->id, modality->code, attempt - 1) : NULL;
  return attempt == 1 || (previous != NULL && previous->mark.kind == SCEAU_MARK_EXCUSED);
}

gboolean
sceau_sheet_add_missing (SceauResultLedger *ledger, gint64 cohort_id, const SceauModality *modality, int attempt, GPtrArray *missing, GError **error)
{
  g_autoptr (GPtrArray) acquired = sceau_acquired_block_table_list_by_cohort (ledger->school, cohort_id, error);
  g_autoptr (GPtrArray) learners = sceau_sheet_list_learners (ledger);

  for (guint i = 0; acquired != NULL && i < learners->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (learners, i);
      SceauMissingMark *mark;

      if (!is_due (ledger, enrolment, modality, attempt, acquired) ||
          sceau_result_ledger_find (ledger, enrolment->id, modality->code, attempt) != NULL)
        continue;
      mark = g_new0 (SceauMissingMark, 1);
      mark->enrolment_id = enrolment->id;
      mark->learner_number = g_strdup (enrolment->learner_number);
      mark->learner_name = g_strdup (enrolment->learner_name);
      mark->modality_code = g_strdup (modality->code);
      mark->attempt = attempt;
      g_ptr_array_add (missing, mark);
    }
  return acquired != NULL;
}

/* The last attempt that anybody has made. */
static int
count_attempts (SceauResultLedger *ledger)
{
  GHashTableIter iter;
  gpointer result;
  int last = 1;

  g_hash_table_iter_init (&iter, ledger->standing);
  while (g_hash_table_iter_next (&iter, NULL, &result))
    last = MAX (last, ((const SceauResult *) result)->attempt);
  return last;
}

GPtrArray *
sceau_list_missing_marks (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_missing_mark_free);
  g_autoptr (SceauCohort) cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  int attempts;

  if (cohort == NULL || !sceau_result_ledger_open (&ledger, school, cohort->certification_code, error) ||
      !sceau_result_ledger_take_cohort (&ledger, cohort_id, error))
    return NULL;
  if (modality_code != NULL)
    {
      const SceauModality *modality = sceau_sheet_require_modality (&ledger, modality_code, error);

      return modality != NULL && sceau_sheet_add_missing (&ledger, cohort_id, modality, attempt, missing, error) ? g_steal_pointer (&missing) : NULL;
    }
  attempts = count_attempts (&ledger) + 1;
  for (guint i = 0; i < ledger.plan->modalities->len; i++)
    for (int n = 1; n <= attempts; n++)
      if (!sceau_sheet_add_missing (&ledger, cohort_id, g_ptr_array_index (ledger.plan->modalities, i), n, missing, error))
        return NULL;
  return g_steal_pointer (&missing);
}

/* Submission ----------------------------------------------------------------- */

static gboolean
check_complete (SceauResultLedger *ledger, gint64 cohort_id, const SceauModality *modality, int attempt, gboolean incomplete,
                SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_missing_mark_free);

  if (!sceau_sheet_add_missing (ledger, cohort_id, modality, attempt, missing, error))
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    {
      const SceauMissingMark *mark = g_ptr_array_index (missing, i);
      g_autofree char *place = g_strdup_printf ("%s (%s)", mark->learner_name, mark->learner_number);

      sceau_faults_add_at (faults, incomplete ? SCEAU_FAULT_WARNING : SCEAU_FAULT_ERROR, place, modality->code, NULL, _("The mark is missing."),
                           _("Enter it, or say that the learner was absent, excused or is exempt."));
    }
  return TRUE;
}

static gboolean
check_double_entry (SceauSchool *school, gint64 cohort_id, const SceauModality *modality, int attempt, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) differences = NULL;

  if (!modality->double_entry)
    return TRUE;
  differences = sceau_compare_entries (school, cohort_id, modality->code, attempt, error);
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    {
      const SceauEntryDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *place = g_strdup_printf ("%s (%s)", difference->learner_name, difference->learner_number);
      g_autofree char *first = sceau_mark_to_text (difference->first, modality->scale);
      g_autofree char *second = sceau_mark_to_text (difference->second, modality->scale);
      g_autofree char *value = g_strdup_printf ("%s ≠ %s", *first != '\0' ? first : "–", *second != '\0' ? second : "–");

      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, modality->code, value, _("The two entries of the mark do not agree."),
                           _("Look at the paper and settle the difference, or complete the second entry."));
    }
  return differences != NULL;
}

/* The sheet must hold something, and what nobody knows yet is said. */
static void
check_marks (SceauResultLedger *ledger, const SceauModality *modality, int attempt, SceauFaults *faults)
{
  g_autoptr (GPtrArray) learners = sceau_sheet_list_learners (ledger);
  guint entered = 0;

  for (guint i = 0; i < learners->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (learners, i);
      const SceauResult *result = sceau_result_ledger_find (ledger, enrolment->id, modality->code, attempt);

      entered += result != NULL;
      if (result != NULL && result->mark.kind == SCEAU_MARK_PENDING)
        sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, enrolment->learner_name, modality->code, NULL, _("The mark is still pending."),
                             _("The sheet must be reopened when it is known."));
    }
  if (entered == 0)
    sceau_faults_add_field (faults, "modality", modality->code, _("The sheet has no mark."), _("Enter the marks first."));
}

static gboolean
check_submission (SceauResultLedger *ledger, const SceauMarkSheet *sheet, const SceauModality *modality, gboolean incomplete, guint known,
                  SceauFaults *faults, GError **error)
{
  g_autofree char *day = sceau_date_format_iso (sheet->date);

  if (sheet->attempt < 1)
    sceau_faults_add_field (faults, "attempt", NULL, _("Attempts count from 1."), _("Give 1 for the first session."));
  if (sheet->date != SCEAU_NO_DATE && sheet->date > ledger->today)
    sceau_faults_add_field (faults, "date", day, _("The evaluation would be in the future."), _("Give the day on which the evaluation was held."));
  check_marks (ledger, modality, sheet->attempt, faults);
  return check_complete (ledger, sheet->cohort_id, modality, sheet->attempt, incomplete, faults, error) &&
         check_double_entry (ledger->school, sheet->cohort_id, modality, sheet->attempt, faults, error) &&
         !sceau_faults_refuse (faults, known, error);
}

/* TRUE when it is handed in already; *@sheet is NULL when not. */
static gboolean
find_submitted (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, SceauMarkSheet **sheet, GError **error)
{
  g_autoptr (GError) local = NULL;

  *sheet = sceau_mark_sheet_table_find (school, cohort_id, modality_code, attempt, &local);
  if (*sheet == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_submission (SceauResultLedger *ledger, SceauMarkSheet *sheet, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_require_cohort_by_id (ledger->school, sheet->cohort_id, error);
  g_autofree char *subject = cohort != NULL ? sceau_sheet_subject (ledger, cohort->name, sheet->modality_code, sheet->attempt) : NULL;

  sheet->submitted_by = g_strdup (sceau_school_get_author (ledger->school));
  sheet->submitted_at = sceau_school_now (ledger->school);
  return cohort != NULL && sceau_mark_sheet_table_submit (ledger->school, sheet, error) &&
         sceau_journal_record (ledger->school, "sheet.submit", subject, NULL, sceau_json_from_sheet (sheet), error);
}

gboolean
sceau_submit_sheet (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, const char *examiner, SceauDate date,
                    gboolean incomplete, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (SceauMarkSheet) sheet = sceau_mark_sheet_new ();
  g_autoptr (SceauMarkSheet) standing = NULL;
  const SceauModality *modality;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  modality = sceau_sheet_open (&ledger, school, cohort_id, modality_code, error);
  if (modality == NULL || !find_submitted (school, cohort_id, modality_code, attempt, &standing, error))
    return FALSE;
  if (standing != NULL)
    {
      g_autofree char *day = sceau_moment_format (standing->submitted_at, SCEAU_MOMENT_DAY);

      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("The marks for %s at attempt %d were submitted already, by %s on %s."),
                   modality_code, attempt, standing->submitted_by, day);
      return FALSE;
    }
  sheet->cohort_id = cohort_id;
  sheet->modality_code = g_strdup (modality_code);
  sheet->attempt = attempt;
  sheet->examiner = sceau_take_optional (examiner, "examiner", faults);
  sheet->date = date;
  return check_submission (&ledger, sheet, modality, incomplete, known, faults, error) && write_submission (&ledger, sheet, error) &&
         sceau_transaction_commit (&transaction, error);
}

/* A seal that rests on one of the marks keeps the sheet closed. */
static gboolean
check_not_frozen (const SceauMarkSheet *sheet, GError **error)
{
  if (sheet->frozen == 0)
    return TRUE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("The marks for %s at attempt %d are frozen by a seal. An error is mended by a rectifying session."), sheet->modality_code, sheet->attempt);
  return FALSE;
}

gboolean
sceau_reopen_sheet (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, const char *reason, SceauFaults *faults,
                    GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (SceauMarkSheet) sheet = NULL;
  g_autofree char *why = NULL;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);
  JsonObject *after;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  sheet = cohort != NULL ? sceau_mark_sheet_table_find (school, cohort_id, modality_code, attempt, error) : NULL;
  if (sheet == NULL || !check_not_frozen (sheet, error))
    return FALSE;
  why = sceau_take_note (reason, "reason", _("Reopening a sheet needs its reason: it is kept in the journal."), _("Give it in a few words."), faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  after = json_object_new ();
  json_object_set_int_member (after, "cohort", cohort_id);
  sceau_json_set_text (after, "modality", modality_code);
  json_object_set_int_member (after, "attempt", attempt);
  sceau_json_set_text (after, "reason", why);
  subject = g_strdup_printf ("%s, attempt %d, cohort %s of %s", modality_code, attempt, cohort->name, cohort->certification_code);
  return sceau_journal_record (school, "sheet.reopen", subject, sceau_json_from_sheet (sheet), after, error) &&
         sceau_mark_sheet_table_reopen (school, cohort_id, modality_code, attempt, error) && sceau_transaction_commit (&transaction, error);
}
