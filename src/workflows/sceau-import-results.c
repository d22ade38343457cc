/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-enrolment-table.h"
#include "sceau-record-results.h"
#include "sceau-result-ledger-private.h"
#include "sceau-result-table.h"
#include "sceau-results-reader.h"

/* One file of results on its way into a cohort. */
typedef struct
{
  SceauResultLedger ledger;
  SceauCohort *cohort;
  GHashTable *by_number;  /* (element-type utf8 SceauEnrolment) */
  GPtrArray *entries;     /* (element-type SceauResultEntry) */
  int attempt;
  SceauFaults *faults;
  SceauProgress *progress;
  GCancellable *cancellable;
} ResultsImport;

static void
results_import_clear (ResultsImport *self)
{
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  sceau_result_ledger_clear (&self->ledger);
  g_clear_pointer (&self->cohort, sceau_cohort_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ResultsImport, results_import_clear)

/* The whole cohort is read once, whatever the number of lines. */
static gboolean
load_cohort (ResultsImport *self, SceauSchool *school, const char *certification_code, const char *cohort, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, certification_code, error);
  GHashTableIter iter;
  gpointer enrolment;

  if (certification == NULL || !sceau_result_ledger_open (&self->ledger, school, certification_code, error))
    return FALSE;
  self->cohort = sceau_require_cohort (school, certification_code, cohort, error);
  if (self->cohort == NULL)
    return FALSE;

  if (!sceau_result_ledger_take_cohort (&self->ledger, self->cohort->id, error))
    return FALSE;

  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, self->ledger.learners);
  while (g_hash_table_iter_next (&iter, NULL, &enrolment))
    g_hash_table_insert (self->by_number, ((SceauEnrolment *) enrolment)->learner_number, enrolment);
  return TRUE;
}

/* (transfer full): the entry as a result of the cohort. */
static SceauResult *
make_result (ResultsImport *self, const SceauResultEntry *entry)
{
  const SceauEnrolment *enrolment = g_hash_table_lookup (self->by_number, entry->number);
  SceauResult *result = sceau_result_new (enrolment->id, entry->modality_code, self->attempt, entry->mark);

  result->examiner = g_strdup (entry->examiner);
  result->date = entry->date;
  result->comment = g_strdup (entry->comment);
  return result;
}

/* Each attempt is recorded on its own: a retake that came in as the first attempt would pass for it. */
static void
check_attempt (ResultsImport *self, const SceauResultEntry *entry, SceauObjection *objection)
{
  if (entry->attempt == 0 || entry->attempt == self->attempt)
    return;
  objection->reason = g_strdup_printf (_("This mark is of attempt %d, and attempt %d is being recorded."), entry->attempt, self->attempt);
  objection->remedy = g_strdup (_("Import the marks of each attempt from a file of their own, and say which attempt it is."));
}

static gboolean
check_entries (ResultsImport *self, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SceauResultEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (SceauResult) result = make_result (self, entry);
      g_auto (SceauObjection) objection = { NULL, NULL };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      check_attempt (self, entry, &objection);
      if (objection.reason == NULL)
        sceau_result_ledger_check (&self->ledger, result, &objection);
      if (objection.reason == NULL)
        sceau_result_ledger_check_attempt (&self->ledger, result, &objection);
      if (objection.reason != NULL)
        sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, entry->line, entry->column, entry->modality_code, entry->number,
                          objection.reason, objection.remedy);
    }
  return TRUE;
}

/* Enters the good lines; a line with one fault is left out whole, so that what came in is easy to tell. */
static void
enter_entries (ResultsImport *self, SceauImportSummary *summary, guint first_fault)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SceauResultEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (SceauResult) result = NULL;

      if (sceau_faults_line_has_error (self->faults, entry->line))
        continue;
      result = make_result (self, entry);
      g_hash_table_add (lines, GINT_TO_POINTER (entry->line));
      if (sceau_result_ledger_enter (&self->ledger, result))
        g_hash_table_add (written, GINT_TO_POINTER (entry->line));
    }

  summary->written = g_hash_table_size (written);
  summary->unchanged = g_hash_table_size (lines) - summary->written;
  summary->refused = sceau_faults_count_lines (self->faults, first_fault);
  summary->lines = g_hash_table_size (lines) + summary->refused;
}

static gboolean
read_file (ResultsImport *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint known = sceau_faults_count_errors (self->faults);

  self->entries = sceau_results_reader_read (file, self->ledger.plan, self->by_number, self->faults, self->cancellable, error);
  if (self->entries == NULL)
    return FALSE;
  if (self->entries->len == 0 && sceau_faults_count_errors (self->faults) == known)
    sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, 0, 0, NULL, NULL, _("The file holds no mark."),
                      _("Fill in at least one cell below the header."));
  return TRUE;
}

static gboolean
write_import (ResultsImport *self, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("cohort %s of %s, attempt %d, %u results", self->cohort->name,
                                              self->cohort->certification_code, self->attempt, self->ledger.after->len);

  return sceau_result_ledger_write (&self->ledger, subject, self->progress, self->cancellable, error);
}

gboolean
sceau_record_results_from_file (SceauSchool *school, const char *path, const char *certification_code, const char *cohort,
                                int attempt, SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults,
                                SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (ResultsImport) self = { .attempt = attempt, .faults = faults, .progress = progress, .cancellable = cancellable };
  gboolean dry_run = (flags & SCEAU_IMPORT_DRY_RUN) != 0;
  guint known = sceau_faults_count_errors (faults);
  guint first_fault = sceau_faults_length (faults);

  *summary = (SceauImportSummary) { 0 };
  if (!(dry_run ? sceau_transaction_begin_read : sceau_transaction_begin) (&transaction, school, error))
    return FALSE;
  if (!load_cohort (&self, school, certification_code, cohort, error) || !read_file (&self, path, error) ||
      !check_entries (&self, error))
    return FALSE;

  enter_entries (&self, summary, first_fault);
  if (sceau_import_refuses (faults, known, flags, summary, error))
    return FALSE;
  if (dry_run || self.ledger.after->len == 0)
    return TRUE;

  if (!write_import (&self, error) || !sceau_transaction_commit (&transaction, error))
    return FALSE;
  sceau_progress_report (progress, 1, 1, NULL);
  return TRUE;
}

gboolean
sceau_write_results_template (SceauSchool *school, const char *certification_code, const char *cohort, const char *path, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, certification_code, error);
  g_autoptr (SceauCohort) found = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SceauEnrolmentQuery query = { .active_only = TRUE };

  if (certification == NULL)
    return FALSE;
  found = sceau_require_cohort (school, certification_code, cohort, error);
  plan = found != NULL ? sceau_require_plan (school, certification_code, error) : NULL;
  if (plan == NULL)
    return FALSE;

  query.cohort_id = found->id;
  enrolments = sceau_enrolment_table_list (school, &query, error);
  /* Without the marks that stand already: they would come back as those of the next attempt. */
  return enrolments != NULL && sceau_results_template_write (file, plan, enrolments, NULL, FALSE, error);
}
