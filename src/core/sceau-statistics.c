/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"

#define NO_BREAK_SPACE "\302\240"

SCEAU_DEFINE_IDS (sceau_situation, SceauSituation, "no_answer", "permanent", "fixed_term", "temporary", "self_employed",
                  "seeking", "inactive", "work_study", "studies", "incapacity", "abroad")

G_STATIC_ASSERT (G_N_ELEMENTS (sceau_situation_ids) == SCEAU_N_SITUATIONS);

static const char *const situation_titles[] = {
  N_("No answer"),   N_("Permanent contract"),  N_("Fixed-term contract"), N_("Temporary work"),
  N_("Self-employed"), N_("Looking for a job"), N_("Inactive"),            N_("Work-study contract"),
  N_("Further studies"), N_("Unable to work"),  N_("Works abroad"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (situation_titles) == SCEAU_N_SITUATIONS);

SceauSurveyAnswer *
sceau_survey_answer_new (void)
{
  return g_new0 (SceauSurveyAnswer, 1);
}

void
sceau_survey_answer_free (SceauSurveyAnswer *self)
{
  g_free (self);
}

const char *
sceau_situation_title (SceauSituation situation)
{
  g_return_val_if_fail ((guint) situation < SCEAU_N_SITUATIONS, "");

  return _(situation_titles[situation]);
}

gboolean
sceau_situation_is_neutralised (SceauSituation situation)
{
  return situation == SCEAU_SITUATION_WORK_STUDY || situation == SCEAU_SITUATION_STUDIES
         || situation == SCEAU_SITUATION_INCAPACITY || situation == SCEAU_SITUATION_ABROAD;
}

gboolean
sceau_situation_is_employment (SceauSituation situation)
{
  return situation == SCEAU_SITUATION_PERMANENT || situation == SCEAU_SITUATION_FIXED_TERM
         || situation == SCEAU_SITUATION_TEMPORARY || situation == SCEAU_SITUATION_SELF_EMPLOYED;
}

SceauRate
sceau_rate_new (int numerator, int denominator)
{
  SceauRate rate = { SCEAU_RATE_NONE, numerator, denominator, 0 };

  if (denominator <= 0)
    return rate;
  rate.state = SCEAU_RATE_KNOWN;
  /* Half up in integers: floor ((200 n + d) / 2 d). */
  rate.percent = (int) (((gint64) numerator * 200 + denominator) / ((gint64) denominator * 2));
  return rate;
}

/* FORMATS §3.2: @numerator of the respondents who are not neutralised, once the horizon is reached for the
 * last person certified; somebody may still find a job before it is. */
static SceauRate
compute_rate (const SceauStatisticsCounts *counts, int horizon, int numerator, SceauDate today)
{
  int denominator = MAX (counts->respondents[horizon] - counts->neutralised[horizon], 0);
  SceauDate due = sceau_date_add_months (counts->last_certified, horizon == 0 ? 6 : 24);
  SceauRate rate = sceau_rate_new (CLAMP (numerator, 0, denominator), denominator);

  if (due == SCEAU_NO_DATE || today < due)
    rate.state = SCEAU_RATE_NOT_DUE;
  return rate;
}

void
sceau_statistics_compute (const SceauStatisticsCounts *counts, SceauDate today, SceauStatisticsYear *year)
{
  *year = (SceauStatisticsYear) { 0 };
  year->year = counts->year;
  year->certified = counts->certified;
  year->certified_vae = counts->certified_vae;
  year->respondents_6m = counts->respondents[0];
  year->neutralised_6m = counts->neutralised[0];
  year->respondents_24m = counts->respondents[1];
  year->neutralised_24m = counts->neutralised[1];
  year->global_6m = compute_rate (counts, 0, counts->employed[0], today);
  /* Who works in the target job is in employment (M ⊆ G): a target count above it is a wrong answer. */
  year->target_6m = compute_rate (counts, 0, MIN (counts->target[0], counts->employed[0]), today);
  year->target_24m = compute_rate (counts, 1, MIN (counts->target[1], counts->employed[1]), today);
}

char *
sceau_rate_to_text (SceauRate rate)
{
  switch (rate.state)
    {
    case SCEAU_RATE_KNOWN:
      return g_strdup_printf ("%d" NO_BREAK_SPACE "%%", rate.percent);
    case SCEAU_RATE_NONE:
      return g_strdup ("n.c.");
    case SCEAU_RATE_NOT_DUE:
      return g_strdup ("-");
    }
  g_return_val_if_reached (NULL);
}
