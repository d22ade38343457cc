/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How long a jury waits: bench-jury CANDIDATES…  Each number is a cohort of its own with the modalities of RNCP41445 and one
 * more, twelve in all; prints the proposals, the acceptance and the seal, and how the proposals grew. */

#include <locale.h>

#include "sceau-enrolment-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"

static double
elapsed (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* The transversal twelfth; the fiche's plan has eleven. */
static void
add_modality (SceauJuryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, "RNCP41445", &error);
  SceauModality *modality = sceau_modality_new ();

  g_assert_no_error (error);
  modality->code = g_strdup ("BC01-BIS");
  modality->block_code = g_strdup ("RNCP41445BC01");
  modality->title = g_strdup ("Épreuve inventée");
  modality->pass_mark = 1000;
  g_ptr_array_add (plan->modalities, modality);
  g_assert_cmpuint (plan->modalities->len, >=, 12);
  sceau_plan_table_save (fixture->school, plan, &error);
  g_assert_no_error (error);
}

static void
mark_everybody (SceauJuryFixture *fixture, guint candidates)
{
  const SceauEnrolmentQuery query = { .cohort_id = fixture->cohort_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (fixture->school, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (enrolments->len, ==, candidates);
  sceau_school_begin (fixture->school, &error);
  for (guint i = 0; i < enrolments->len && error == NULL; i++)
    {
      g_autoptr (SceauResult) result = sceau_result_new (((SceauEnrolment *) g_ptr_array_index (enrolments, i))->id, "BC01-BIS", 1,
                                                         (SceauMark) { SCEAU_MARK_VALUE, 1200 });

      sceau_result_table_save (fixture->school, result, &error);
    }
  g_assert_no_error (error);
  sceau_school_commit (fixture->school, &error);
  g_assert_no_error (error);
}

/* Seconds for the proposals of so many candidates. */
static double
measure (guint candidates)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  g_autoptr (GError) error = NULL;
  double proposed, accepted, sealed;
  gint64 id, start;

  add_modality (fixture);
  sceau_jury_fixture_fill (fixture, candidates);
  mark_everybody (fixture, candidates);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, fixture->base->faults, &error));
  start = g_get_monotonic_time ();
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  proposed = elapsed (start);
  start = g_get_monotonic_time ();
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  accepted = elapsed (start);
  start = g_get_monotonic_time ();
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  sealed = elapsed (start);
  g_print ("  %5u candidates × 12 modalities: proposals %.2f s, acceptance %.2f s, seal %.2f s", candidates, proposed, accepted, sealed);
  return proposed;
}

int
main (int argc, char **argv)
{
  double before = 0;

  setlocale (LC_ALL, "");
  /* The fixture looks for its fiche as a test does. */
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      double seconds = measure ((guint) g_ascii_strtoull (argv[i], NULL, 10));

      if (before > 0)
        g_print ("; %.1f times the proposals of the smaller cohort", seconds / before);
      g_print ("\n");
      before = seconds;
    }
  return 0;
}
