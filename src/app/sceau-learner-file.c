/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-learner-file.h"

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-learner-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"

static void
parcours_free (gpointer data)
{
  SceauParcours *self = data;

  g_clear_pointer (&self->enrolment, sceau_enrolment_free);
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->acquired_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_free (self);
}

void
sceau_learner_file_free (SceauLearnerFile *self)
{
  g_clear_pointer (&self->learner, sceau_learner_free);
  g_clear_pointer (&self->parcours, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load_parcours (SceauSchool *school, SceauParcours *self, GError **error)
{
  const SceauEnrolment *enrolment = self->enrolment;
  const SceauCertificateQuery query = { .enrolment_id = enrolment->id };
  const char *code = enrolment->certification_code;

  if (sceau_plan_table_exists (school, code))
    {
      self->plan = sceau_plan_table_find (school, code, error);
      if (self->plan == NULL)
        return FALSE;
    }
  return (self->certification = sceau_certification_table_find (school, code, error)) != NULL
         && (self->results = sceau_result_table_list_by_enrolment (school, enrolment->id, error)) != NULL
         && (self->acquired_blocks =
               sceau_acquired_block_table_list_by_learner (school, enrolment->learner_id, code, error)) != NULL
         && (self->decisions = sceau_decision_table_list_by_enrolment (school, enrolment->id, error)) != NULL
         && (self->certificates = sceau_certificate_table_list (school, &query, error)) != NULL;
}

static gboolean
load_all (SceauSchool *school, SceauLearnerFile *self, gint64 learner_id, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = learner_id };
  g_autoptr (GPtrArray) enrolments = NULL;

  self->learner = sceau_learner_table_find (school, learner_id, error);
  enrolments = self->learner != NULL ? sceau_enrolment_table_list (school, &query, error) : NULL;
  if (enrolments == NULL)
    return FALSE;
  g_ptr_array_set_free_func (enrolments, NULL);
  for (guint i = 0; i < enrolments->len; i++)
    {
      SceauParcours *parcours = g_new0 (SceauParcours, 1);

      parcours->enrolment = g_ptr_array_index (enrolments, i);
      g_ptr_array_add (self->parcours, parcours);
    }
  for (guint i = 0; i < self->parcours->len; i++)
    if (!load_parcours (school, g_ptr_array_index (self->parcours, i), error))
      return FALSE;
  return TRUE;
}

SceauLearnerFile *
sceau_learner_file_load (SceauSchool *school, gint64 learner_id, GError **error)
{
  g_autoptr (SceauLearnerFile) self = g_new0 (SceauLearnerFile, 1);
  gboolean loaded;

  self->parcours = g_ptr_array_new_with_free_func (parcours_free);
  if (!sceau_school_begin_read (school, error))
    return NULL;
  loaded = load_all (school, self, learner_id, error);
  sceau_school_end_read (school);
  return loaded ? g_steal_pointer (&self) : NULL;
}

SceauDossier
sceau_parcours_get_dossier (const SceauParcours *self)
{
  return (SceauDossier) {
    .certification = self->certification,
    .plan = self->plan,
    .enrolment = self->enrolment,
    .results = self->results,
    .acquired_blocks = self->acquired_blocks,
  };
}
