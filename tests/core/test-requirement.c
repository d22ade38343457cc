/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is asked beside the blocks; months are counted by the calendar, the last day included. */

#include "sceau-assessment-private.h"
#include "test-dossier.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *start;
  const char *end;
  int min_months;
  int max_months;
  gboolean met;
  gboolean pending;
} PeriodRow;

static const PeriodRow period_rows[] = {
  { "1 March to 30 June is four months", "2026-03-01", "2026-06-30", 4, 6, TRUE, FALSE },
  { "1 March to 29 June is less than four months", "2026-03-01", "2026-06-29", 4, 6, FALSE, FALSE },
  { "15 March to 14 July is four months", "2026-03-15", "2026-07-14", 4, 6, TRUE, FALSE },
  { "1 March to 31 August is six months", "2026-03-01", "2026-08-31", 4, 6, TRUE, FALSE },
  { "1 March to 1 September is more than six months", "2026-03-01", "2026-09-01", 4, 6, FALSE, FALSE },
  { "1 February to 31 May is four months though February is short", "2026-02-01", "2026-05-31", 4, 4, TRUE, FALSE },
  { "31 August to 28 February is six months at the most", "2025-08-31", "2026-02-28", 4, 6, TRUE, FALSE },
  { "31 August to 27 February is six months at the least", "2025-08-31", "2026-02-27", 6, 6, TRUE, FALSE },
  { "31 August to 1 March is more than six months", "2025-08-31", "2026-03-01", 4, 6, FALSE, FALSE },
  { "31 October to 29 February of a leap year is four months", "2023-10-31", "2024-02-29", 4, 4, TRUE, FALSE },
  { "a period over the new year is counted through", "2025-11-01", "2026-02-28", 4, 6, TRUE, FALSE },
  { "without an upper bound a long period is met", "2024-01-01", "2026-01-01", 4, 0, TRUE, FALSE },
  { "without a lower bound one day is met", "2026-01-01", "2026-01-01", 0, 6, TRUE, FALSE },
  { "no dates are pending and not failed", "", "", 4, 6, FALSE, TRUE },
  { "a period without an end is pending", "2026-03-01", "", 4, 6, FALSE, TRUE },
  { "reversed dates are to be corrected and not failed", "2026-06-30", "2026-03-01", 4, 6, FALSE, TRUE },
};

static void
test_period (gconstpointer data)
{
  const PeriodRow *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauRequirement) requirement = sceau_requirement_new ();
  SceauRequirementVerdict *verdict;

  requirement->title = g_strdup ("Période en entreprise");
  requirement->kind = SCEAU_REQUIREMENT_COMPANY_PERIOD;
  requirement->min_months = row->min_months;
  requirement->max_months = row->max_months;
  sceau_date_parse_iso (row->start, &dossier->enrolment->company_start);
  sceau_date_parse_iso (row->end, &dossier->enrolment->company_end);
  verdict = sceau_requirement_evaluate (&dossier->dossier, requirement);
  g_test_message ("%s", verdict->reason);
  g_assert_cmpint (verdict->met, ==, row->met);
  g_assert_cmpint (verdict->pending, ==, row->pending);
  test_assert_says (verdict->reason, "Période en entreprise : exigence");
  sceau_requirement_verdict_free (verdict);
}

typedef struct
{
  const char *sentence;
  const char *modality_code;
  const char *results;
  SceauRoute route;
  gboolean met;
  gboolean pending;
  const char *says;
} ModalityRow;

static const ModalityRow modality_rows[] = {
  { "a thesis passed is met", "T", "T=10", SCEAU_ROUTE_INITIAL, TRUE, FALSE, "exigence remplie" },
  { "a thesis below its pass mark is not met", "T", "T=9", SCEAU_ROUTE_INITIAL, FALSE, FALSE, "(9 sur 20, seuil de 10)" },
  { "a dispensed thesis is met by dispense", "T", "T=DISP", SCEAU_ROUTE_INITIAL, TRUE, FALSE, "par dispense" },
  { "a thesis without a mark is pending", "T", "", SCEAU_ROUTE_INITIAL, FALSE, TRUE, "résultat non saisi" },
  { "an excused thesis is pending", "T", "T=EXC", SCEAU_ROUTE_INITIAL, FALSE, TRUE, "absence justifiée" },
  { "an absence at the thesis is not met", "T", "T=ABS", SCEAU_ROUTE_INITIAL, FALSE, FALSE, "absence injustifiée" },
  { "a failed thesis with a pending retake is pending", "T", "T1=8 T2=ATT", SCEAU_ROUTE_INITIAL, FALSE, TRUE, "en attente" },
  { "an exempt route has nothing to meet", "T", "T=ABS", SCEAU_ROUTE_VAE, TRUE, FALSE, "sans objet pour cette voie d’accès" },
  { "a modality that the plan does not have is pending", "X", "", SCEAU_ROUTE_INITIAL, FALSE, TRUE, "aucune modalité" },
};

static void
test_modality (gconstpointer data)
{
  const ModalityRow *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauRequirement) requirement = sceau_requirement_new ();
  SceauRequirementVerdict *verdict;

  requirement->code = g_strdup ("THESE");
  requirement->kind = SCEAU_REQUIREMENT_MODALITY;
  requirement->modality_code = g_strdup (row->modality_code);
  requirement->exempt_routes = 1u << SCEAU_ROUTE_VAE;
  dossier->enrolment->route = row->route;
  test_dossier_add_modalities (dossier, NULL, "T");
  test_dossier_add_results (dossier, row->results);
  verdict = sceau_requirement_evaluate (&dossier->dossier, requirement);
  g_assert_cmpint (verdict->met, ==, row->met);
  g_assert_cmpint (verdict->pending, ==, row->pending);
  test_assert_says (verdict->reason, row->says);
  sceau_requirement_verdict_free (verdict);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("requirement/company", period_rows, test_period);
  TEST_ROWS_ADD ("requirement/modality", modality_rows, test_modality);
  return g_test_run ();
}
