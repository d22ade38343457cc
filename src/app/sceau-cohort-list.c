/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cohort-list.h"

#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"

void
sceau_cohort_line_free (SceauCohortLine *self)
{
  g_clear_pointer (&self->cohort, sceau_cohort_free);
  g_free (self->certification_title);
  g_free (self);
}

static gboolean
load_of_certification (SceauSchool              *school,
                       const SceauCertification *certification,
                       GHashTable               *counts,
                       GPtrArray                *lines,
                       GError                  **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (school, certification->code, error);

  if (cohorts == NULL)
    return FALSE;
  g_ptr_array_set_free_func (cohorts, NULL);
  for (guint i = 0; i < cohorts->len; i++)
    {
      SceauCohortLine *line = g_new0 (SceauCohortLine, 1);

      line->cohort = g_ptr_array_index (cohorts, i);
      line->certification_title = g_strdup (certification->title);
      line->enrolments = GPOINTER_TO_INT (g_hash_table_lookup (counts, &line->cohort->id));
      g_ptr_array_add (lines, line);
    }
  return TRUE;
}

GPtrArray *
sceau_cohort_lines_load (SceauSchool *school, GError **error)
{
  const SceauCertificationQuery query = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_cohort_line_free);
  g_autoptr (GPtrArray) certifications = sceau_certification_table_list (school, &query, error);
  g_autoptr (GHashTable) counts = NULL;

  if (certifications == NULL)
    return NULL;
  counts = sceau_cohort_table_count_enrolments (school, error);
  if (counts == NULL)
    return NULL;
  for (guint i = 0; i < certifications->len; i++)
    if (!load_of_certification (school, g_ptr_array_index (certifications, i), counts, lines, error))
      return NULL;
  return g_steal_pointer (&lines);
}
