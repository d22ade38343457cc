/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cohort-file.h"

#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-plan-table.h"

void
sceau_cohort_file_free (SceauCohortFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->cohort, sceau_cohort_free);
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->outlooks, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load_all (SceauSchool *school, SceauCohortFile *self, gint64 cohort_id, const SceauAdmission *more, guint n, GError **error)
{
  self->cohort = sceau_cohort_table_find (school, cohort_id, error);
  if (self->cohort == NULL)
    return FALSE;
  self->certification = sceau_certification_table_find (school, self->cohort->certification_code, error);
  if (self->certification == NULL)
    return FALSE;
  if (sceau_plan_table_exists (school, self->cohort->certification_code))
    {
      self->plan = sceau_plan_table_find (school, self->cohort->certification_code, error);
      if (self->plan == NULL)
        return FALSE;
    }
  self->outlooks = sceau_foresee_quotas (school, cohort_id, more, n, error);
  return self->outlooks != NULL;
}

SceauCohortFile *
sceau_cohort_file_load (SceauSchool *school, gint64 cohort_id, const SceauAdmission *more, guint n, GError **error)
{
  g_autoptr (SceauCohortFile) self = g_new0 (SceauCohortFile, 1);
  gboolean loaded;

  if (!sceau_school_begin_read (school, error))
    return NULL;
  loaded = load_all (school, self, cohort_id, more, n, error);
  sceau_school_end_read (school);
  return loaded ? g_steal_pointer (&self) : NULL;
}
