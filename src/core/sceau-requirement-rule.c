/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a certification asks beside its blocks: a transversal modality, or a period in a company. */

#include "sceau-assessment-private.h"

/* @why: (transfer full): a sentence without its full stop. */
static void
conclude (SceauRequirementExamination *self, const SceauRequirement *requirement, gboolean met, gboolean pending, char *why)
{
  SceauRequirementVerdict *verdict = g_new0 (SceauRequirementVerdict, 1);
  g_autofree char *owned = why;
  const char *name = requirement->title != NULL ? requirement->title : requirement->code;

  verdict->requirement_code = g_strdup (requirement->code);
  verdict->met = met;
  verdict->pending = pending;
  verdict->reason = sceau_french_sentence (g_strdup_printf ("%s : %s.", name, owned));
  self->verdict = verdict;
}

/* @found and @expected: (transfer full): the words of the auditor's table. */
static void
ground (SceauRequirementExamination *self, const char *rule, char *found, char *expected)
{
  self->grounds = (SceauGrounds) { g_strdup (rule), found, expected };
}

static void
examine_modality (const SceauDossier *dossier, const SceauRequirement *requirement, SceauRequirementExamination *self)
{
  const SceauModality *modality = sceau_plan_find_modality (dossier->plan, requirement->modality_code);
  const SceauAssessment *assessment = &self->assessment;
  g_autofree char *result = NULL;
  g_autofree char *pass_mark = NULL;

  if (modality == NULL)
    {
      ground (self, "modalité exigée", g_strdup ("aucune modalité prévue"), g_strdup ("une modalité validée"));
      conclude (self, requirement, FALSE, TRUE, g_strdup ("aucune modalité d’évaluation n’est prévue"));
      return;
    }
  self->assessment = sceau_dossier_assess (dossier, modality);
  result = sceau_assessment_describe (assessment);
  pass_mark = sceau_value_describe (modality->pass_mark, modality->scale);
  ground (self, "modalité exigée", sceau_assessment_describe_found (assessment), g_strdup_printf ("au moins %s", pass_mark));
  if (assessment->mark.kind == SCEAU_MARK_EXEMPT)
    conclude (self, requirement, TRUE, FALSE, g_strdup ("exigence remplie par dispense"));
  else if (sceau_assessment_passes (assessment))
    conclude (self, requirement, TRUE, FALSE,
              sceau_assessment_is_capped (assessment) ? g_strdup_printf ("exigence remplie, %s", result)
                                                      : g_strdup ("exigence remplie"));
  else if (assessment->open)
    conclude (self, requirement, FALSE, TRUE, g_strdup_printf ("exigence en attente, %s", result));
  else
    conclude (self, requirement, FALSE, FALSE, g_strdup_printf ("exigence non remplie, %s", result));
}

/* Months by the calendar, the last day included: 1 March to 30 June is exactly four months.  When the
 * month in which the period would be complete is too short for its first day (31 August, six months), the
 * shortest reading serves for the minimum and the longest for the maximum: the doubt is the candidate's. */
static gboolean
lasts_at_least (SceauDate start, SceauDate end, int months)
{
  return sceau_date_add_months (start, months) <= end + 1;
}

static gboolean
lasts_at_most (SceauDate start, SceauDate end, int months)
{
  SceauDate limit = sceau_date_add_months (start, months);

  if (sceau_date_day (limit) < sceau_date_day (start))
    limit++;
  return end + 1 <= limit;
}

gboolean
sceau_requirement_allows_period (const SceauRequirement *self, SceauDate start, SceauDate end)
{
  return (self->min_months == 0 || lasts_at_least (start, end, self->min_months))
         && (self->max_months == 0 || lasts_at_most (start, end, self->max_months));
}

static char *
describe_bounds (const SceauRequirement *requirement)
{
  if (requirement->min_months > 0 && requirement->max_months > 0)
    return g_strdup_printf ("de %d à %d mois", requirement->min_months, requirement->max_months);
  if (requirement->max_months > 0)
    return g_strdup_printf ("de %d mois au plus", requirement->max_months);
  return g_strdup_printf ("de %d mois au moins", requirement->min_months);
}

static void
examine_company_period (const SceauDossier *dossier, const SceauRequirement *requirement, SceauRequirementExamination *self)
{
  SceauDate start = dossier->enrolment->company_start;
  SceauDate end = dossier->enrolment->company_end;
  g_autofree char *first = sceau_date_format_long (start);
  g_autofree char *last = sceau_date_format_long (end);
  char *bounds = describe_bounds (requirement);

  if (start == SCEAU_NO_DATE || end == SCEAU_NO_DATE)
    {
      ground (self, "période en entreprise", g_strdup ("dates non renseignées"), bounds);
      conclude (self, requirement, FALSE, TRUE, g_strdup ("exigence en attente, dates de la période non renseignées"));
      return;
    }
  ground (self, "période en entreprise", g_strdup_printf ("du %s au %s", first, last), bounds);
  if (end < start)
    conclude (self, requirement, FALSE, TRUE, g_strdup ("exigence en attente, dates de la période à corriger"));
  else if (requirement->min_months > 0 && !lasts_at_least (start, end, requirement->min_months))
    conclude (self, requirement, FALSE, FALSE,
              g_strdup_printf ("exigence non remplie, période du %s au %s trop courte (%s attendus)", first, last, bounds));
  else if (requirement->max_months > 0 && !lasts_at_most (start, end, requirement->max_months))
    conclude (self, requirement, FALSE, FALSE,
              g_strdup_printf ("exigence non remplie, période du %s au %s trop longue (%s attendus)", first, last, bounds));
  else
    conclude (self, requirement, TRUE, FALSE, g_strdup_printf ("exigence remplie, période du %s au %s", first, last));
}

void
sceau_requirement_examine (const SceauDossier *dossier, const SceauRequirement *requirement, SceauRequirementExamination *self)
{
  *self = (SceauRequirementExamination) { NULL };
  if (requirement->exempt_routes & (1u << dossier->enrolment->route))
    {
      ground (self, "voie d’accès", g_strdup (sceau_route_french (dossier->enrolment->route)),
              g_strdup ("sans objet pour cette voie"));
      conclude (self, requirement, TRUE, FALSE, g_strdup ("exigence sans objet pour cette voie d’accès"));
      return;
    }
  switch (requirement->kind)
    {
    case SCEAU_REQUIREMENT_MODALITY:
      examine_modality (dossier, requirement, self);
      return;
    case SCEAU_REQUIREMENT_COMPANY_PERIOD:
      examine_company_period (dossier, requirement, self);
      return;
    }
  g_return_if_reached ();
}

void
sceau_requirement_examination_clear (SceauRequirementExamination *self)
{
  g_clear_pointer (&self->verdict, sceau_requirement_verdict_free);
  sceau_grounds_clear (&self->grounds);
}

SceauRequirementVerdict *
sceau_requirement_evaluate (const SceauDossier *dossier, const SceauRequirement *requirement)
{
  SceauRequirementExamination examination;
  SceauRequirementVerdict *verdict;

  sceau_requirement_examine (dossier, requirement, &examination);
  verdict = g_steal_pointer (&examination.verdict);
  sceau_requirement_examination_clear (&examination);
  return verdict;
}
