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

static void
hear_result (SceauComparison *self, gint64 entry, JsonObject *result)
{
  g_autofree char *cell = key_of_record ("result", result, "enrolment");
  gboolean blank = g_str_equal (sceau_json_text_of (result, "mark"), sceau_mark_kind_to_id (SCEAU_MARK_BLANK));

  json_object_remove_member (result, "learner");
  sceau_history_hear (self->history, cell, entry, blank ? NULL : result);
}

static void
hear_list (SceauComparison *self, gint64 entry, JsonNode *results)
{
  JsonArray *list = results != NULL && JSON_NODE_HOLDS_ARRAY (results) ? json_node_get_array (results) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    hear_result (self, entry, json_array_get_object_element (list, i));
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

  if (parts == NULL)
    {
      hear_list (self, heard->id, heard->after);
      return;
    }
  hear_list (self, heard->id, json_object_get_member (parts, "results"));
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
look_at_marks (SceauComparison *self, gint64 cohort_id, GError **error)
{
  g_autoptr (GPtrArray) list = sceau_result_table_list_past (self->school, cohort_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SceauResultPast *past = g_ptr_array_index (list, i);
      g_autofree char *cell = cell_key ("result", past->result->enrolment_id, past->result->modality_code, past->result->attempt);
      g_autoptr (JsonObject) record = sceau_json_from_result (past->result);

      sceau_history_find (self->history, cell, record, past->written_by, past->replaced_by, past->removed);
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

static gboolean
look_at_cohort (SceauComparison *self, gint64 cohort_id, GError **error)
{
  return look_at_marks (self, cohort_id, error) && look_at_sheets (self, cohort_id, error) && look_at_grids (self, cohort_id, error);
}

gboolean
sceau_compare_results (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (self->school, NULL, error);

  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    if (!look_at_cohort (self, ((const SceauCohort *) g_ptr_array_index (cohorts, i))->id, error))
      return FALSE;
  sceau_history_tell (self->history, self->said, self->found);
  return cohorts != NULL;
}
