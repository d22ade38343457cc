/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Marks. */

#include "sceau-cohort-table.h"
#include "sceau-compare-private.h"
#include "sceau-result-table.h"

/* (transfer full): by the enrolment's id, which does not change when the learner is given another number. */
static char *
result_key (gint64 enrolment_id, const char *modality_code, gint64 attempt)
{
  return g_strdup_printf ("result %" G_GINT64_FORMAT ", %s, %" G_GINT64_FORMAT, enrolment_id, modality_code, attempt);
}

static void
hear_result (SceauComparison *self, JsonObject *result)
{
  g_autofree char *key = result_key (json_object_get_int_member (result, "enrolment"), sceau_json_text_of (result, "modality"),
                                     json_object_get_int_member (result, "attempt"));

  json_object_remove_member (result, "learner");
  if (g_str_equal (sceau_json_text_of (result, "mark"), sceau_mark_kind_to_id (SCEAU_MARK_BLANK)))
    g_hash_table_remove (self->said, key);
  else
    sceau_compare_note (self->said, g_steal_pointer (&key), json_object_ref (result));
}

static void
hear_results (SceauComparison *self, const SceauHeard *heard)
{
  sceau_compare_hear_each (self, heard->after, hear_result);
}

const SceauHearing sceau_result_hearings[] = {
  { "result.record", hear_results },
  { NULL },
};

static gboolean
look_at_cohort (SceauComparison *self, gint64 cohort_id, GError **error)
{
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_cohort (self->school, cohort_id, error);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      sceau_compare_note (self->found, result_key (result->enrolment_id, result->modality_code, result->attempt), sceau_json_from_result (result));
    }
  return results != NULL;
}

gboolean
sceau_compare_results (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (self->school, NULL, error);

  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    if (!look_at_cohort (self, ((const SceauCohort *) g_ptr_array_index (cohorts, i))->id, error))
      return FALSE;
  return cohorts != NULL;
}
