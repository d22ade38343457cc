/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-enrolment-table.h"
#include "sceau-sheet-private.h"
#include "sceau-text.h"

static gboolean
open_certification (SceauResultLedger *ledger, SceauSchool *school, const char *certification_code, gint64 cohort_id, GError **error)
{
  return sceau_result_ledger_open (ledger, school, certification_code, error) && sceau_result_ledger_take_cohort (ledger, cohort_id, error);
}

const SceauModality *
sceau_sheet_require_modality (SceauResultLedger *ledger, const char *modality_code, GError **error)
{
  const SceauModality *modality = sceau_plan_find_modality (ledger->plan, modality_code);
  g_autofree char *shown = modality == NULL ? sceau_text_show (modality_code) : NULL;

  if (modality == NULL)
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND, _("The plan of %s has no modality “%s”. “fiche plan” shows those it has."),
                 ledger->plan->certification_code, shown);
  return modality;
}

const SceauModality *
sceau_sheet_open (SceauResultLedger *ledger, SceauSchool *school, gint64 cohort_id, const char *modality_code, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_require_cohort_by_id (school, cohort_id, error);

  if (cohort == NULL || !open_certification (ledger, school, cohort->certification_code, cohort_id, error))
    return NULL;
  return sceau_sheet_require_modality (ledger, modality_code, error);
}

const SceauModality *
sceau_sheet_open_for (SceauResultLedger *ledger, SceauSchool *school, gint64 enrolment_id, const char *modality_code, GError **error)
{
  g_autoptr (SceauEnrolment) enrolment = sceau_require_enrolment (school, enrolment_id, error);

  return enrolment != NULL ? sceau_sheet_open (ledger, school, enrolment->cohort_id, modality_code, error) : NULL;
}

/* As the lists of the store are: É stands by E whatever the locale is. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const SceauEnrolment *one = *(SceauEnrolment *const *) a;
  const SceauEnrolment *other = *(SceauEnrolment *const *) b;
  g_autofree char *one_key = sceau_text_fold (one->learner_name);
  g_autofree char *other_key = sceau_text_fold (other->learner_name);
  int order = g_strcmp0 (one_key, other_key);

  return order != 0 ? order : g_strcmp0 (one->learner_number, other->learner_number);
}

GPtrArray *
sceau_sheet_list_learners (SceauResultLedger *ledger)
{
  GPtrArray *learners = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer enrolment;

  g_hash_table_iter_init (&iter, ledger->learners);
  while (g_hash_table_iter_next (&iter, NULL, &enrolment))
    g_ptr_array_add (learners, enrolment);
  g_ptr_array_sort (learners, compare_names);
  return learners;
}

char *
sceau_sheet_subject (const SceauResultLedger *ledger, const char *cohort, const char *modality_code, int attempt)
{
  return g_strdup_printf ("%s, attempt %d, cohort %s of %s", modality_code, attempt, cohort, ledger->plan->certification_code);
}

JsonObject *
sceau_json_from_sheet (const SceauMarkSheet *sheet)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "cohort", sheet->cohort_id);
  sceau_json_set_text (object, "modality", sheet->modality_code);
  json_object_set_int_member (object, "attempt", sheet->attempt);
  sceau_json_set_text (object, "examiner", sheet->examiner);
  sceau_json_set_date (object, "date", sheet->date);
  sceau_json_set_text (object, "submitted_by", sheet->submitted_by);
  sceau_json_set_text (object, "submitted_at", sheet->submitted_at);
  return object;
}

JsonObject *
sceau_json_from_second_entry (const SceauSecondEntry *entry)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", entry->enrolment_id);
  sceau_json_set_text (object, "modality", entry->modality_code);
  json_object_set_int_member (object, "attempt", entry->attempt);
  sceau_json_set_text (object, "mark", sceau_mark_kind_to_id (entry->mark.kind));
  if (entry->mark.kind == SCEAU_MARK_VALUE)
    json_object_set_int_member (object, "hundredths", entry->mark.value);
  sceau_json_set_text (object, "who", entry->who);
  return object;
}

static int
compare_criteria (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(SceauCriterionPoints *const *) a)->criterion, (*(SceauCriterionPoints *const *) b)->criterion);
}

/* By code, whatever the order in which they were given: a plan may put its criteria in another one. */
JsonObject *
sceau_json_from_points (gint64 enrolment_id, const char *modality_code, int attempt, GPtrArray *points)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (points, NULL, NULL);
  JsonObject *object = json_object_new ();
  JsonObject *grid = json_object_new ();

  json_object_set_int_member (object, "enrolment", enrolment_id);
  sceau_json_set_text (object, "modality", modality_code);
  json_object_set_int_member (object, "attempt", attempt);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_criteria);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SceauCriterionPoints *one = g_ptr_array_index (sorted, i);

      json_object_set_int_member (grid, one->criterion, one->points);
    }
  json_object_set_object_member (object, "points", grid);
  return object;
}

char *
sceau_sheet_compose_json (const char *results, const char *name, JsonArray *others)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *list = NULL;

  json_node_set_array (node, others);
  list = json_to_string (node, FALSE);
  return g_strdup_printf ("{\"results\":%s,\"%s\":%s}", results, name, list);
}
