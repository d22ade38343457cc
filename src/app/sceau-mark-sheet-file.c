/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark-sheet-file.h"

#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"
#include "sceau-second-entry-table.h"

void
sceau_mark_sheet_file_free (SceauMarkSheetFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->sheet, sceau_mark_sheet_free);
  g_clear_pointer (&self->enrolments, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->second, g_hash_table_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->alone, g_ptr_array_unref);
  g_free (self->cohort_name);
  g_free (self);
}

/* Takes the one sheet out of those of the cohort, which come in one query. */
static gboolean
load_sheet (SceauMarkSheetFile *self, SceauSchool *school, const char *modality_code, GError **error)
{
  g_autoptr (GPtrArray) sheets = sceau_mark_sheet_table_list (school, self->cohort_id, error);

  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len && self->sheet == NULL; i++)
    {
      const SceauMarkSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->attempt == self->attempt && g_str_equal (sheet->modality_code, modality_code))
        self->sheet = g_ptr_array_steal_index (sheets, i);
    }
  if (self->sheet == NULL)
    {
      self->sheet = sceau_mark_sheet_new ();
      self->sheet->cohort_id = self->cohort_id;
      self->sheet->modality_code = g_strdup (modality_code);
      self->sheet->attempt = self->attempt;
    }
  return TRUE;
}

static gboolean
load_marks (SceauMarkSheetFile *self, SceauSchool *school, const char *modality_code, GError **error)
{
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_cohort (school, self->cohort_id, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (results == NULL)
    return FALSE;
  self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sceau_result_free);
  for (guint i = results->len; i > 0; i--)
    {
      SceauResult *result = g_ptr_array_index (results, i - 1);

      if (result->attempt != self->attempt || !g_str_equal (result->modality_code, modality_code))
        continue;
      g_ptr_array_steal_index_fast (results, i - 1);
      g_hash_table_insert (self->marks, &result->enrolment_id, result);
    }
  entries = sceau_second_entry_table_list (school, self->cohort_id, modality_code, self->attempt, error);
  if (entries == NULL)
    return FALSE;
  self->second = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sceau_second_entry_free);
  while (entries->len > 0)
    {
      SceauSecondEntry *entry = g_ptr_array_steal_index_fast (entries, entries->len - 1);

      g_hash_table_insert (self->second, &entry->enrolment_id, entry);
    }
  return TRUE;
}

/* Whether nobody but @who ever typed the first entry. */
static gboolean
is_all_by (GPtrArray *versions, const char *who)
{
  guint typed = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      const SceauResultVersion *version = g_ptr_array_index (versions, i);

      if (version->result->mark.kind == SCEAU_MARK_BLANK)
        continue;
      if (g_strcmp0 (version->who, who) != 0)
        return FALSE;
      typed++;
    }
  return typed > 0;
}

/* Two entries by one person do not check each other; whoever compares them must know. */
static gboolean
load_alone (SceauMarkSheetFile *self, SceauSchool *school, const char *modality_code, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  self->alone = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->second);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const SceauSecondEntry *entry = value;
      g_autoptr (GPtrArray) versions = NULL;

      if (entry->mark.kind == SCEAU_MARK_BLANK || entry->who == NULL)
        continue;
      versions = sceau_result_table_list_versions (school, entry->enrolment_id, modality_code, self->attempt, error);
      if (versions == NULL)
        return FALSE;
      if (!is_all_by (versions, entry->who))
        continue;
      self->n_alone++;
      if (!g_ptr_array_find_with_equal_func (self->alone, entry->who, g_str_equal, NULL))
        g_ptr_array_add (self->alone, g_strdup (entry->who));
    }
  return TRUE;
}

static gboolean
load_all (SceauMarkSheetFile *self, SceauSchool *school, const char *modality_code, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = self->cohort_id };
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find (school, self->cohort_id, error);

  if (cohort == NULL || (self->plan = sceau_plan_table_find (school, cohort->certification_code, error)) == NULL)
    return FALSE;
  self->cohort_name = g_strdup (cohort->name);
  self->modality = sceau_plan_find_modality (self->plan, modality_code);
  return load_sheet (self, school, modality_code, error) && load_marks (self, school, modality_code, error)
         && load_alone (self, school, modality_code, error)
         && (self->enrolments = sceau_enrolment_table_list (school, &query, error)) != NULL
         && (self->missing = sceau_list_missing_marks (school, self->cohort_id, modality_code, self->attempt, error)) != NULL
         && (self->differences = sceau_compare_entries (school, self->cohort_id, modality_code, self->attempt, error)) != NULL;
}

SceauMarkSheetFile *
sceau_mark_sheet_file_load (SceauSchool *school, gint64 cohort_id, const char *modality_code, int attempt, GError **error)
{
  g_autoptr (SceauMarkSheetFile) self = g_new0 (SceauMarkSheetFile, 1);
  gboolean loaded;

  self->cohort_id = cohort_id;
  self->attempt = attempt;
  if (!sceau_school_begin_read (school, error))
    return NULL;
  loaded = load_all (self, school, modality_code, error);
  sceau_school_end_read (school);
  return loaded ? g_steal_pointer (&self) : NULL;
}

const SceauResult *
sceau_mark_sheet_file_get (const SceauMarkSheetFile *self, gint64 enrolment_id)
{
  return g_hash_table_lookup (self->marks, &enrolment_id);
}

char *
sceau_mark_sheet_file_get_text (const SceauMarkSheetFile *self, gint64 enrolment_id)
{
  const SceauResult *result = sceau_mark_sheet_file_get (self, enrolment_id);

  return result != NULL ? sceau_mark_to_text (result->mark, self->modality->scale) : g_strdup ("");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
sceau_mark_sheet_file_list_groups (const SceauMarkSheetFile *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->enrolments, i);

      if (enrolment->group != NULL && !g_ptr_array_find_with_equal_func (groups, enrolment->group, g_str_equal, NULL))
        g_ptr_array_add (groups, g_strdup (enrolment->group));
    }
  g_ptr_array_sort (groups, compare_names);
  return groups;
}
