/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-result-ledger-private.h"
#include "sceau-result-table.h"

void
sceau_result_ledger_clear (SceauResultLedger *self)
{
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->learners, g_hash_table_unref);
  g_clear_pointer (&self->results_of, g_hash_table_unref);
  g_clear_pointer (&self->sheets, g_hash_table_unref);
  g_clear_pointer (&self->deliberated, g_hash_table_unref);
  g_clear_pointer (&self->standing, g_hash_table_unref);
  g_clear_pointer (&self->entered, g_hash_table_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
}

gboolean
sceau_result_ledger_open (SceauResultLedger *self, SceauSchool *school, const char *certification_code, GError **error)
{
  self->school = school;
  self->today = sceau_school_today (school);
  self->plan = sceau_require_plan (school, certification_code, error);
  self->certification = self->plan != NULL ? sceau_require_certification (school, certification_code, error) : NULL;
  if (self->certification == NULL)
    return FALSE;

  self->learners = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sceau_enrolment_free);
  self->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sceau_mark_sheet_free);
  self->deliberated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sceau_result_free);
  self->entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  return TRUE;
}

/* (transfer full) */
static char *
make_key (gint64 enrolment_id, const char *modality_code, int attempt)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%s", enrolment_id, attempt, modality_code);
}

static SceauResult *
copy_result (const SceauResult *result)
{
  SceauResult *copy = sceau_result_new (result->enrolment_id, result->modality_code, result->attempt, result->mark);

  copy->examiner = g_strdup (result->examiner);
  copy->date = result->date;
  copy->comment = g_strdup (result->comment);
  copy->group_value = result->group_value;
  return copy;
}

const SceauResult *
sceau_result_ledger_find (SceauResultLedger *self, gint64 enrolment_id, const char *modality_code, int attempt)
{
  g_autofree char *key = make_key (enrolment_id, modality_code, attempt);
  const SceauResult *result = g_hash_table_lookup (self->standing, key);

  return result != NULL && result->mark.kind != SCEAU_MARK_BLANK ? result : NULL;
}

const SceauEnrolment *
sceau_result_ledger_get_learner (SceauResultLedger *self, gint64 enrolment_id)
{
  return g_hash_table_lookup (self->learners, &enrolment_id);
}

gboolean
sceau_result_ledger_was_entered (SceauResultLedger *self, const SceauResult *entry)
{
  g_autofree char *key = make_key (entry->enrolment_id, entry->modality_code, entry->attempt);

  return g_hash_table_contains (self->entered, key);
}

const SceauResult *
sceau_result_ledger_find_before (SceauResultLedger *self, const SceauResult *entry)
{
  for (guint i = 0; sceau_result_ledger_was_entered (self, entry) && i < self->before->len; i++)
    {
      const SceauResult *before = g_ptr_array_index (self->before, i);

      if (before->enrolment_id == entry->enrolment_id && before->attempt == entry->attempt && g_str_equal (before->modality_code, entry->modality_code))
        return before->mark.kind != SCEAU_MARK_BLANK ? before : NULL;
    }
  return sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt);
}

void
sceau_result_ledger_take_learner (SceauResultLedger *self, SceauEnrolment *enrolment)
{
  g_hash_table_insert (self->learners, &enrolment->id, enrolment);
}

gboolean
sceau_result_ledger_take_cohort (SceauResultLedger *self, gint64 cohort_id, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort_id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (self->school, &query, error);
  g_autoptr (GPtrArray) standing = enrolments != NULL ? sceau_result_table_list_by_cohort (self->school, cohort_id, error) : NULL;

  if (standing == NULL)
    return FALSE;
  g_ptr_array_set_free_func (enrolments, NULL);
  for (guint i = 0; i < enrolments->len; i++)
    sceau_result_ledger_take_learner (self, g_ptr_array_index (enrolments, i));
  sceau_result_ledger_add_standing (self, standing);
  return TRUE;
}

/* By enrolment, as the rules want them; anew after each entry, since an entry replaces what stood there. */
static void
index_results (SceauResultLedger *self)
{
  GHashTableIter iter;
  gpointer value;

  self->results_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, self->standing);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SceauResult *result = value;
      GPtrArray *results = g_hash_table_lookup (self->results_of, &result->enrolment_id);

      if (results == NULL)
        {
          results = g_ptr_array_new ();
          g_hash_table_insert (self->results_of, &result->enrolment_id, results);
        }
      g_ptr_array_add (results, result);
    }
}

GPtrArray *
sceau_result_ledger_list_results (SceauResultLedger *self, gint64 enrolment_id)
{
  GPtrArray *results;

  if (self->results_of == NULL)
    index_results (self);
  results = g_hash_table_lookup (self->results_of, &enrolment_id);
  return results != NULL ? g_ptr_array_ref (results) : g_ptr_array_new ();
}

void
sceau_result_ledger_add_standing (SceauResultLedger *self, GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      g_hash_table_insert (self->standing, make_key (result->enrolment_id, result->modality_code, result->attempt),
                           copy_result (result));
    }
  g_clear_pointer (&self->results_of, g_hash_table_unref);
}

gboolean
sceau_result_ledger_changes (SceauResultLedger *self, const SceauResult *entry)
{
  const SceauResult *standing = sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt);

  if (standing == NULL)
    return entry->mark.kind != SCEAU_MARK_BLANK;
  return !sceau_mark_equal (standing->mark, entry->mark) ||
         (entry->group_value >= 0 && entry->group_value != standing->group_value) ||
         (entry->date != SCEAU_NO_DATE && entry->date != standing->date) ||
         (entry->examiner != NULL && g_strcmp0 (entry->examiner, standing->examiner != NULL ? standing->examiner : "") != 0) ||
         (entry->comment != NULL && g_strcmp0 (entry->comment, standing->comment != NULL ? standing->comment : "") != 0);
}

/* What a person typed as it is kept; nothing is left of blanks. */
static void
take_paragraph (char **text)
{
  char *kept = sceau_text_to_paragraph (*text);

  g_free (*text);
  *text = kept;
}

/* (transfer full): what will stand, with the details that @entry leaves alone. */
static SceauResult *
merge (const SceauResult *standing, const SceauResult *entry)
{
  SceauResult *merged = copy_result (entry);

  if (standing != NULL && entry->examiner == NULL)
    merged->examiner = g_strdup (standing->examiner);
  if (standing != NULL && entry->comment == NULL)
    merged->comment = g_strdup (standing->comment);
  if (standing != NULL && entry->date == SCEAU_NO_DATE)
    merged->date = standing->date;
  if (standing != NULL && entry->group_value < 0)
    merged->group_value = standing->group_value;
  take_paragraph (&merged->examiner);
  take_paragraph (&merged->comment);
  return merged;
}

gboolean
sceau_result_ledger_enter (SceauResultLedger *self, const SceauResult *entry)
{
  const SceauResult *standing = sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt);
  SceauResult *merged;
  char *key;

  if (!sceau_result_ledger_changes (self, entry))
    return FALSE;

  merged = merge (standing, entry);
  key = make_key (entry->enrolment_id, entry->modality_code, entry->attempt);
  g_ptr_array_add (self->before, standing != NULL ? copy_result (standing)
                                                  : sceau_result_new (entry->enrolment_id, entry->modality_code, entry->attempt, SCEAU_MARK_NONE));
  g_ptr_array_add (self->after, copy_result (merged));
  g_hash_table_add (self->entered, g_strdup (key));
  g_hash_table_insert (self->standing, key, merged);
  g_clear_pointer (&self->results_of, g_hash_table_unref);
  return TRUE;
}

static void
append_json (SceauResultLedger *self, GString *text, const SceauResult *result)
{
  JsonObject *record = sceau_json_from_result (result);
  g_autofree char *json = NULL;

  sceau_json_set_text (record, "learner", sceau_result_ledger_get_learner (self, result->enrolment_id)->learner_number);
  json = sceau_json_to_text (record);
  g_string_append_printf (text, "%s%s", text->len > 1 ? "," : "", json);
}

static gboolean
write_result (SceauResultLedger *self, const SceauResult *result, GError **error)
{
  if (result->mark.kind == SCEAU_MARK_BLANK)
    return sceau_result_table_delete (self->school, result->enrolment_id, result->modality_code, result->attempt, error);
  return sceau_result_table_save (self->school, result, error);
}

gboolean
sceau_result_ledger_store (SceauResultLedger *self, char **before_text, char **after_text, SceauProgress *progress,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) before = g_string_new ("[");
  g_autoptr (GString) after = g_string_new ("[");

  for (guint i = 0; i < self->after->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (self->after, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_result (self, result, error))
        return FALSE;
      append_json (self, before, g_ptr_array_index (self->before, i));
      append_json (self, after, result);
      sceau_progress_report (progress, i, self->after->len, _("Recording the results"));
    }

  g_string_append_c (before, ']');
  g_string_append_c (after, ']');
  *before_text = g_string_free (g_steal_pointer (&before), FALSE);
  *after_text = g_string_free (g_steal_pointer (&after), FALSE);
  return TRUE;
}

gboolean
sceau_result_ledger_write (SceauResultLedger *self, const char *subject, SceauProgress *progress, GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (self->after->len == 0)
    return TRUE;
  return sceau_result_ledger_store (self, &before, &after, progress, cancellable, error) &&
         sceau_journal_append (self->school, "result.record", subject, before, after, error);
}
