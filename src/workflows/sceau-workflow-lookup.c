/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-plan-table.h"
#include "sceau-store-error.h"
#include "sceau-text.h"
#include "sceau-workflow-private.h"

/* A sentence that lists more than this is no longer read. */
#define NAMED 12

static gboolean
is_absent (const GError *error)
{
  return g_error_matches (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
append_name (GString *names, guint index, const char *name)
{
  if (index > NAMED)
    return;
  if (index > 0)
    g_string_append (names, ", ");
  g_string_append (names, index == NAMED ? "…" : name);
}

/* Translated sentences take numbers as text: the catalogue does not know the width of a gint64. */
static char *
id_to_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
list_codes (SceauSchool *school)
{
  SceauCertificationQuery query = { .limit = NAMED + 1 };
  g_autoptr (GPtrArray) certifications = sceau_certification_table_list (school, &query, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; certifications != NULL && i < certifications->len; i++)
    append_name (names, i, ((SceauCertification *) g_ptr_array_index (certifications, i))->code);
  return g_string_free (names, FALSE);
}

static char *
list_cohorts (SceauSchool *school, const char *certification_code)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (school, certification_code, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    append_name (names, i, ((SceauCohort *) g_ptr_array_index (cohorts, i))->name);
  return g_string_free (names, FALSE);
}

SceauCertification *
sceau_require_certification (SceauSchool *school, const char *code, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *names = NULL;
  g_autofree char *shown = NULL;
  SceauCertification *certification = sceau_certification_table_find (school, code, &local);

  if (certification != NULL)
    return certification;
  if (!is_absent (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  names = list_codes (school);
  shown = sceau_text_show (code);
  if (*names == '\0')
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("There is no certification “%s”: this school has none yet. Import its fiche first."), shown);
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("There is no certification “%s” in this school. It has: %s."), shown, names);
  return NULL;
}

SceauPlan *
sceau_require_plan (SceauSchool *school, const char *certification_code, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *shown = sceau_text_show (certification_code);
  SceauPlan *plan = sceau_plan_table_find (school, certification_code, &local);

  if (plan != NULL)
    return plan;
  if (!is_absent (local))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The certification “%s” has no evaluation plan. Import one first."), shown);
  return NULL;
}

SceauCohort *
sceau_require_cohort (SceauSchool *school, const char *certification_code, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *names = NULL;
  g_autofree char *shown = NULL;
  SceauCohort *cohort = sceau_cohort_table_find_by_name (school, certification_code, name, &local);

  if (cohort != NULL)
    return cohort;
  if (!is_absent (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  names = list_cohorts (school, certification_code);
  shown = sceau_text_show (name);
  if (*names == '\0')
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("There is no cohort “%s”: %s has none yet. Open it first."), shown, certification_code);
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("%s has no cohort “%s”. It has: %s."), certification_code, shown, names);
  return NULL;
}

SceauCohort *
sceau_require_cohort_by_id (SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *wanted = id_to_text (id);
  SceauCohort *cohort = sceau_cohort_table_find (school, id, &local);

  if (cohort != NULL)
    return cohort;
  if (!is_absent (local))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The cohort number %s is no longer in this school. Reload the list."), wanted);
  return NULL;
}

SceauLearner *
sceau_require_learner (SceauSchool *school, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *shown = sceau_text_show (number);
  SceauLearner *learner = sceau_learner_table_find_by_number (school, number, &local);

  if (learner != NULL)
    return learner;
  if (!is_absent (local))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("No learner of this school has the number “%s”. Check it in the list of learners."), shown);
  return NULL;
}

SceauLearner *
sceau_require_learner_by_id (SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *wanted = id_to_text (id);
  SceauLearner *learner = sceau_learner_table_find (school, id, &local);

  if (learner != NULL)
    return learner;
  if (!is_absent (local))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The learner with the internal number %s is no longer in this school. Reload the list."), wanted);
  return NULL;
}

SceauEnrolment *
sceau_require_enrolment (SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *wanted = id_to_text (id);
  SceauEnrolment *enrolment = sceau_enrolment_table_find (school, id, &local);

  if (enrolment != NULL)
    return enrolment;
  if (!is_absent (local))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The enrolment number %s is no longer in this school. Reload the list."), wanted);
  return NULL;
}

static char *
list_sessions (SceauSchool *school)
{
  SceauJuryQuery query = { .limit = NAMED + 1 };
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, &query, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);
      g_autofree char *id = id_to_text (session->id);

      append_name (names, i, id);
    }
  return g_string_free (names, FALSE);
}

SceauJurySession *
sceau_require_jury (SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *names = NULL;
  g_autofree char *wanted = id_to_text (id);
  SceauJurySession *session = sceau_jury_table_find (school, id, &local);

  if (session != NULL)
    return session;
  if (!is_absent (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  names = list_sessions (school);
  if (*names == '\0')
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("There is no jury session %s: this school has none yet. Plan it first."), wanted);
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("There is no jury session %s. This school has: %s."), wanted, names);
  return NULL;
}
