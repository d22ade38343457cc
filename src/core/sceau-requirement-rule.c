/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a certification asks beside its blocks: a transversal modality, or a period in a company. */

#include "sceau-assessment-private.h"

/* @why: (transfer full): a sentence without its full stop. */
static SceauRequirementVerdict *
make_verdict (const SceauRequirement *requirement, gboolean met, gboolean pending, char *why)
{
  SceauRequirementVerdict *verdict = g_new0 (SceauRequirementVerdict, 1);
  g_autofree char *owned = why;
  const char *name = requirement->title != NULL ? requirement->title : requirement->code;

  verdict->requirement_code = g_strdup (requirement->code);
  verdict->met = met;
  verdict->pending = pending;
  verdict->reason = sceau_french_sentence (g_strdup_printf ("%s : %s.", name, owned));
  return verdict;
}

static SceauRequirementVerdict *
evaluate_modality (const SceauDossier *dossier, const SceauRequirement *requirement)
{
  const SceauModality *modality = sceau_plan_find_modality (dossier->plan, requirement->modality_code);
  SceauAssessment assessment;
  g_autofree char *result = NULL;

  if (modality == NULL)
    return make_verdict (requirement, FALSE, TRUE, g_strdup ("aucune modalité d’évaluation n’est prévue"));
  assessment = sceau_dossier_assess (dossier, modality);
  if (assessment.mark.kind == SCEAU_MARK_EXEMPT)
    return make_verdict (requirement, TRUE, FALSE, g_strdup ("exigence remplie par dispense"));
  if (sceau_assessment_passes (&assessment))
    return make_verdict (requirement, TRUE, FALSE, g_strdup ("exigence remplie"));
  result = sceau_assessment_describe (&assessment);
  if (assessment.open)
    return make_verdict (requirement, FALSE, TRUE, g_strdup_printf ("exigence en attente, %s", result));
  return make_verdict (requirement, FALSE, FALSE, g_strdup_printf ("exigence non remplie, %s", result));
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

static char *
describe_bounds (const SceauRequirement *requirement)
{
  if (requirement->min_months > 0 && requirement->max_months > 0)
    return g_strdup_printf ("de %d à %d mois", requirement->min_months, requirement->max_months);
  if (requirement->max_months > 0)
    return g_strdup_printf ("de %d mois au plus", requirement->max_months);
  return g_strdup_printf ("de %d mois au moins", requirement->min_months);
}

static SceauRequirementVerdict *
evaluate_company_period (const SceauDossier *dossier, const SceauRequirement *requirement)
{
  SceauDate start = dossier->enrolment->company_start;
  SceauDate end = dossier->enrolment->company_end;
  g_autofree char *first = sceau_date_format_long (start);
  g_autofree char *last = sceau_date_format_long (end);
  g_autofree char *bounds = describe_bounds (requirement);

  if (start == SCEAU_NO_DATE || end == SCEAU_NO_DATE)
    return make_verdict (requirement, FALSE, TRUE, g_strdup ("exigence en attente, dates de la période non renseignées"));
  if (end < start)
    return make_verdict (requirement, FALSE, TRUE, g_strdup ("exigence en attente, dates de la période à corriger"));
  if (requirement->min_months > 0 && !lasts_at_least (start, end, requirement->min_months))
    return make_verdict (requirement, FALSE, FALSE,
                         g_strdup_printf ("exigence non remplie, période du %s au %s trop courte (%s attendus)", first,
                                          last, bounds));
  if (requirement->max_months > 0 && !lasts_at_most (start, end, requirement->max_months))
    return make_verdict (requirement, FALSE, FALSE,
                         g_strdup_printf ("exigence non remplie, période du %s au %s trop longue (%s attendus)", first,
                                          last, bounds));
  return make_verdict (requirement, TRUE, FALSE,
                       g_strdup_printf ("exigence remplie, période du %s au %s", first, last));
}

SceauRequirementVerdict *
sceau_requirement_evaluate (const SceauDossier *dossier, const SceauRequirement *requirement)
{
  if (requirement->exempt_routes & (1u << dossier->enrolment->route))
    return make_verdict (requirement, TRUE, FALSE, g_strdup ("exigence sans objet pour cette voie d’accès"));
  switch (requirement->kind)
    {
    case SCEAU_REQUIREMENT_MODALITY:
      return evaluate_modality (dossier, requirement);
    case SCEAU_REQUIREMENT_COMPANY_PERIOD:
      return evaluate_company_period (dossier, requirement);
    }
  g_return_val_if_reached (NULL);
}
