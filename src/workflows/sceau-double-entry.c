/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Marks typed twice: the second entry, the comparison, what the paper says. */

#include <glib/gi18n-lib.h>

#include "sceau-journal.h"
#include "sceau-result-table.h"
#include "sceau-second-entry-table.h"
#include "sceau-sheet-private.h"

void
sceau_entry_difference_free (SceauEntryDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self);
}

/* What a first entry must obey a second one must obey too; that it is submitted, or made by a grid, does not matter here. */
static void
check_entry (SceauResultLedger *ledger, const SceauSecondEntry *entry, SceauFaults *faults)
{
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (ledger, entry->enrolment_id);
  const SceauModality *modality = sceau_plan_find_modality (ledger->plan, entry->modality_code);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->enrolment_id);

  if (enrolment == NULL)
    sceau_faults_add_field (faults, "learner", id, _("This enrolment is not of the cohort."), _("Reload the list of the cohort."));
  else if (modality == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, enrolment->learner_number, "modality", entry->modality_code, _("The evaluation plan has no such modality."),
                         _("Use a code of the plan."));
  else if (entry->attempt < 1)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, enrolment->learner_number, "attempt", NULL, _("Attempts count from 1."), _("Give 1 for the first session."));
  else if (!sceau_mark_is_on_scale (entry->mark, modality->scale))
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, enrolment->learner_number, modality->code, NULL, _("The mark lies outside its scale."),
                         _("Type it as the paper says it."));
  else if (!modality->double_entry)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, enrolment->learner_number, modality->code, NULL, _("The plan does not ask for a double entry of this modality."),
                         _("Enter the mark once, or ask for a double entry in the plan."));
}

/* (transfer full) (element-type gint64 SceauSecondEntry): by enrolment; borrows from @entries. */
static GHashTable *
index_entries (GPtrArray *entries)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      SceauSecondEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (index, &entry->enrolment_id, entry);
    }
  return index;
}

/* (out) (transfer full): what stands where @entry is written, NULL for nothing; by its key, whatever the sheet holds. */
static gboolean
find_standing (SceauSchool *school, const SceauSecondEntry *entry, SceauSecondEntry **standing, GError **error)
{
  g_autoptr (GError) local = NULL;

  *standing = sceau_second_entry_table_find (school, entry->enrolment_id, entry->modality_code, entry->attempt, &local);
  if (*standing != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Writes one entry and says it in the journal's lists; nothing when it says what stands there. */
static gboolean
save_entry (SceauSchool *school, const SceauSecondEntry *entry, JsonArray *before, JsonArray *after, GError **error)
{
  g_autoptr (SceauSecondEntry) was = NULL;
  SceauSecondEntry stored = *entry;

  if (!find_standing (school, entry, &was, error))
    return FALSE;
  if (was == NULL ? entry->mark.kind == SCEAU_MARK_BLANK : sceau_mark_equal (was->mark, entry->mark))
    return TRUE;
  stored.who = (char *) sceau_school_get_author (school);
  if (was != NULL)
    json_array_add_object_element (before, sceau_json_from_second_entry (was));
  json_array_add_object_element (after, sceau_json_from_second_entry (&stored));
  return sceau_second_entry_table_save (school, &stored, error);
}

static gboolean
journal_entries (SceauSchool *school, const SceauCohort *cohort, JsonArray *before, JsonArray *after, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("cohort %s of %s, %u second entries", cohort->name, cohort->certification_code, json_array_get_length (after));
  JsonObject *was = json_object_new ();
  JsonObject *is = json_object_new ();

  json_object_set_array_member (was, "second_entries", json_array_ref (before));
  json_object_set_array_member (is, "second_entries", json_array_ref (after));
  return sceau_journal_record (school, "result.second", subject, was, is, error);
}

/* The first entry of @entry was typed by whoever types the second one. */
static gboolean
is_by_same_person (SceauSchool *school, const SceauSecondEntry *entry)
{
  g_autoptr (GPtrArray) versions = sceau_result_table_list_versions (school, entry->enrolment_id, entry->modality_code, entry->attempt, NULL);
  const SceauResultVersion *last = versions != NULL && versions->len > 0 ? g_ptr_array_index (versions, versions->len - 1) : NULL;

  return last != NULL && last->result->mark.kind != SCEAU_MARK_BLANK && g_strcmp0 (last->who, sceau_school_get_author (school)) == 0;
}

/* Whoever types a mark twice makes the same mistake twice. It is no error: a small school may have one secretary. */
static void
warn_of_same_person (SceauSchool *school, GPtrArray *entries, SceauFaults *faults)
{
  const char *who = sceau_school_get_author (school);
  g_autofree char *reason = NULL;
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const SceauSecondEntry *entry = g_ptr_array_index (entries, i);

      if (entry->mark.kind != SCEAU_MARK_BLANK && is_by_same_person (school, entry))
        n++;
    }
  if (n == 0)
    return;
  /* Translators: the number of marks, then a person. */
  reason = g_strdup_printf (ngettext ("The first entry of %u mark is by %s too: two entries by one person do not check each other.",
                                      "The first entries of %u marks are by %s too: two entries by one person do not check each other.", n),
                            n, who);
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, "author", who, reason, _("Have somebody else type the second entry."));
}

gboolean
sceau_record_second_entries (SceauSchool *school, gint64 cohort_id, GPtrArray *entries, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autoptr (SceauCohort) cohort = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  if (cohort == NULL || !sceau_result_ledger_open (&ledger, school, cohort->certification_code, error) ||
      !sceau_result_ledger_take_cohort (&ledger, cohort_id, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    check_entry (&ledger, g_ptr_array_index (entries, i), faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  warn_of_same_person (school, entries, faults);

  for (guint i = 0; i < entries->len; i++)
    if (!save_entry (school, g_ptr_array_index (entries, i), before, after, error))
      return FALSE;
  if (json_array_get_length (after) == 0)
    return TRUE;
  return journal_entries (school, cohort, before, after, error) && sceau_transaction_commit (&transaction, error);
}

/* Comparison ------------------------------------------------------------------- */

static void
add_difference (GPtrArray *differences, const SceauEnrolment *enrolment, SceauMark first, SceauMark second)
{
  SceauEntryDifference *difference = g_new0 (SceauEntryDifference, 1);

  difference->enrolment_id = enrolment->id;
  difference->learner_number = g_strdup (enrolment->learner_number);
  difference->learner_name = g_strdup (enrolment->learner_name);
  difference->first = first;
  difference->second = second;
  g_ptr_array_add (differences, difference);
}

GPtrArray *
sceau_compare_entries (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  g_auto (SceauResultLedger) ledger = { NULL };
  const SceauModality *modality = sceau_sheet_open (&ledger, school, cohort_id, modality_code, error);
  g_autoptr (GPtrArray) entries = modality != NULL ? sceau_second_entry_table_list (school, cohort_id, modality_code, attempt, error) : NULL;
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  GPtrArray *differences;

  if (entries == NULL)
    return NULL;
  index = index_entries (entries);
  learners = sceau_sheet_list_learners (&ledger);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_entry_difference_free);
  for (guint i = 0; i < learners->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (learners, i);
      const SceauResult *first = sceau_result_ledger_find (&ledger, enrolment->id, modality_code, attempt);
      const SceauSecondEntry *second = g_hash_table_lookup (index, &enrolment->id);
      SceauMark one = first != NULL ? first->mark : SCEAU_MARK_NONE;
      SceauMark other = second != NULL ? second->mark : SCEAU_MARK_NONE;

      if (!sceau_mark_equal (one, other))
        add_difference (differences, enrolment, one, other);
    }
  return differences;
}

static gboolean
write_settlement (SceauResultLedger *ledger, const SceauEnrolment *enrolment, const SceauSecondEntry *entry, GError **error)
{
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autofree char *results_before = NULL;
  g_autofree char *results_after = NULL;
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;
  g_autofree char *subject = g_strdup_printf ("learner %s, %s", enrolment->learner_number, entry->modality_code);

  if (!sceau_result_ledger_store (ledger, &results_before, &results_after, NULL, NULL, error) ||
      !save_entry (ledger->school, entry, before, after, error))
    return FALSE;
  if (ledger->after->len == 0 && json_array_get_length (after) == 0)
    return TRUE;
  text_before = sceau_sheet_compose_json (results_before, "second_entries", before);
  text_after = sceau_sheet_compose_json (results_after, "second_entries", after);
  return sceau_journal_append (ledger->school, "result.settle", subject, text_before, text_after, error);
}

gboolean
sceau_settle_difference (SceauSchool *school, gint64 enrolment_id, const char *modality_code, int attempt, SceauMark mark, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (SceauResult) result = sceau_result_new (enrolment_id, modality_code, attempt, mark);
  g_auto (SceauObjection) objection = { NULL, NULL };
  const SceauSecondEntry entry = { enrolment_id, (char *) modality_code, attempt, mark, NULL };
  const SceauModality *modality;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  modality = sceau_sheet_open_for (&ledger, school, enrolment_id, modality_code, error);
  if (modality == NULL)
    return FALSE;
  sceau_result_ledger_check (&ledger, result, &objection);
  if (objection.reason == NULL && sceau_result_ledger_enter (&ledger, result))
    sceau_result_ledger_check_attempt (&ledger, result, &objection);
  if (objection.reason != NULL)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, "%s %s", objection.reason, objection.remedy);
      return FALSE;
    }
  return write_settlement (&ledger, sceau_result_ledger_get_learner (&ledger, enrolment_id), &entry, error) &&
         sceau_transaction_commit (&transaction, error);
}
