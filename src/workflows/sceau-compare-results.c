/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Marks and what they were, sheets handed in, second entries, grids. */

#include "sceau-cohort-table.h"
#include "sceau-compare-private.h"
#include "sceau-criterion-points-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-result-table.h"
#include "sceau-second-entry-table.h"
#include "sceau-sheet-private.h"

/* (transfer full): by the enrolment's id, which does not change when the learner is given another number. */
static char *
cell_key (const char *kind, gint64 enrolment_id, const char *modality_code, gint64 attempt)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s, %" G_GINT64_FORMAT, kind, enrolment_id, modality_code, attempt);
}

static char *
key_of_record (const char *kind, JsonObject *record, const char *owner)
{
  return cell_key (kind, json_object_get_int_member_with_default (record, owner, 0), sceau_json_text_of (record, "modality"),
                   json_object_get_int_member_with_default (record, "attempt", 0));
}

/* One value that a mark had and that an entry replaced; there may be many. */
static void
note_past (GHashTable *records, const char *cell, gint64 replaced_by, const char *digest)
{
  g_hash_table_insert (records, g_strdup_printf ("past of %s until entry %" G_GINT64_FORMAT, cell, replaced_by), g_strdup (digest));
}

/* The history began with a later version of the file than the first one: what was replaced before is in the journal alone. */
static void
hear_result (SceauComparison *self, JsonObject *result)
{
  g_autofree char *key = key_of_record ("result", result, "enrolment");
  const char *was = g_hash_table_lookup (self->said, key);
  JsonObject *record = json_object_ref (result);

  json_object_remove_member (record, "learner");
  if (was != NULL)
    note_past (self->past, key, self->entry, was);
  if (g_str_equal (sceau_json_text_of (record, "mark"), sceau_mark_kind_to_id (SCEAU_MARK_BLANK)))
    {
      g_hash_table_remove (self->said, key);
      json_object_unref (record);
    }
  else
    sceau_compare_note (self->said, g_steal_pointer (&key), record);
}

static void
hear_second_entry (SceauComparison *self, JsonObject *entry)
{
  g_autofree char *key = key_of_record ("second entry", entry, "enrolment");

  if (g_str_equal (sceau_json_text_of (entry, "mark"), sceau_mark_kind_to_id (SCEAU_MARK_BLANK)))
    g_hash_table_remove (self->said, key);
  else
    sceau_compare_note (self->said, g_steal_pointer (&key), json_object_ref (entry));
}

static void
hear_grid (SceauComparison *self, JsonObject *grid)
{
  g_autofree char *key = key_of_record ("grid", grid, "enrolment");
  JsonObject *points = json_object_get_object_member (grid, "points");

  if (points == NULL || json_object_get_size (points) == 0)
    g_hash_table_remove (self->said, key);
  else
    sceau_compare_note (self->said, g_steal_pointer (&key), json_object_ref (grid));
}

static void
hear_results (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *parts = sceau_heard_after (heard);

  self->entry = heard->id;
  if (parts == NULL)
    {
      sceau_compare_hear_each (self, heard->after, hear_result);
      return;
    }
  sceau_compare_hear_each (self, json_object_get_member (parts, "results"), hear_result);
  sceau_compare_hear_each (self, json_object_get_member (parts, "second_entries"), hear_second_entry);
  sceau_compare_hear_each (self, json_object_get_member (parts, "grids"), hear_grid);
}

static void
hear_submission (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *sheet = sceau_heard_after (heard);

  if (sheet != NULL)
    sceau_compare_note (self->said, key_of_record ("sheet of cohort", sheet, "cohort"), json_object_ref (sheet));
}

static void
hear_reopening (SceauComparison *self, const SceauHeard *heard)
{
  g_autofree char *key = sceau_heard_after (heard) != NULL ? key_of_record ("sheet of cohort", sceau_heard_after (heard), "cohort") : NULL;

  if (key != NULL)
    g_hash_table_remove (self->said, key);
}

const SceauHearing sceau_result_hearings[] = {
  { "result.record", hear_results },
  { "result.second", hear_results },
  { "result.settle", hear_results },
  { "result.grid", hear_results },
  { "sheet.submit", hear_submission },
  { "sheet.reopen", hear_reopening },
  { NULL },
};

/* What is in the tables ------------------------------------------------------------ */

static gboolean
look_at_past (SceauComparison *self, gint64 cohort_id, GError **error)
{
  g_autoptr (GPtrArray) list = sceau_result_table_list_past (self->school, cohort_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SceauResultPast *past = g_ptr_array_index (list, i);
      g_autofree char *cell = cell_key ("result", past->result->enrolment_id, past->result->modality_code, past->result->attempt);
      g_autofree char *digest = sceau_json_digest (sceau_json_from_result (past->result));

      note_past (self->found, cell, past->replaced_by, digest);
      self->first_past = self->first_past == 0 ? past->replaced_by : MIN (self->first_past, past->replaced_by);
    }
  return list != NULL;
}

static gboolean
look_at_sheets (SceauComparison *self, gint64 cohort_id, GError **error)
{
  g_autoptr (GPtrArray) sheets = sceau_mark_sheet_table_list (self->school, cohort_id, error);
  g_autoptr (GPtrArray) entries = sheets != NULL ? sceau_second_entry_table_list_by_cohort (self->school, cohort_id, error) : NULL;

  for (guint i = 0; entries != NULL && i < sheets->len; i++)
    {
      const SceauMarkSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->submitted_at != NULL)
        sceau_compare_note (self->found, cell_key ("sheet of cohort", cohort_id, sheet->modality_code, sheet->attempt), sceau_json_from_sheet (sheet));
    }
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SceauSecondEntry *entry = g_ptr_array_index (entries, i);

      sceau_compare_note (self->found, cell_key ("second entry", entry->enrolment_id, entry->modality_code, entry->attempt),
                          sceau_json_from_second_entry (entry));
    }
  return entries != NULL;
}

static gboolean
is_same_grid (const SceauCriterionPoints *a, const SceauCriterionPoints *b)
{
  return a->enrolment_id == b->enrolment_id && a->attempt == b->attempt && g_str_equal (a->modality_code, b->modality_code);
}

/* The journal keeps the points of one grid together. */
static gboolean
look_at_grids (SceauComparison *self, gint64 cohort_id, GError **error)
{
  g_autoptr (GPtrArray) points = sceau_criterion_points_table_list_by_cohort (self->school, cohort_id, error);
  guint first = 0;

  while (points != NULL && first < points->len)
    {
      const SceauCriterionPoints *one = g_ptr_array_index (points, first);
      g_autoptr (GPtrArray) grid = g_ptr_array_new ();

      for (; first < points->len && is_same_grid (one, g_ptr_array_index (points, first)); first++)
        g_ptr_array_add (grid, g_ptr_array_index (points, first));
      sceau_compare_note (self->found, cell_key ("grid", one->enrolment_id, one->modality_code, one->attempt),
                          sceau_json_from_points (one->enrolment_id, one->modality_code, one->attempt, grid));
    }
  return points != NULL;
}

/* From the first change that the tables still know, the journal and they must agree on every one. */
static void
take_over_past (SceauComparison *self)
{
  GHashTableIter iter;
  gpointer key, digest;

  g_hash_table_iter_init (&iter, self->past);
  while (g_hash_table_iter_next (&iter, &key, &digest))
    {
      const char *entry = strrchr (key, ' ') + 1;

      if (self->first_past != 0 && g_ascii_strtoll (entry, NULL, 10) >= self->first_past)
        g_hash_table_insert (self->said, g_strdup (key), g_strdup (digest));
    }
}

static gboolean
look_at_cohort (SceauComparison *self, gint64 cohort_id, GError **error)
{
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_cohort (self->school, cohort_id, error);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      sceau_compare_note (self->found, cell_key ("result", result->enrolment_id, result->modality_code, result->attempt), sceau_json_from_result (result));
    }
  return results != NULL && look_at_past (self, cohort_id, error) && look_at_sheets (self, cohort_id, error) && look_at_grids (self, cohort_id, error);
}

gboolean
sceau_compare_results (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (self->school, NULL, error);

  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    if (!look_at_cohort (self, ((const SceauCohort *) g_ptr_array_index (cohorts, i))->id, error))
      return FALSE;
  take_over_past (self);
  return cohorts != NULL;
}
