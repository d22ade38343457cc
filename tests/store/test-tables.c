/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Every table gives back what it was given. */

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-mandate-table.h"
#include "sceau-plan-table.h"
#include "sceau-quota-snapshot-table.h"
#include "sceau-result-table.h"
#include "sceau-school-check.h"
#include "sceau-survey-table.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static void
test_sealed_school_is_sound (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_seal (fixture);
  number = sceau_test_school_issue (fixture, session_id, enrolment_at (fixture, 0));
  g_assert_cmpstr (number, ==, "2026-0001");
  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));
      g_test_message ("%s", text);
    }
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/tables/sealed-school-is-sound", test_sealed_school_is_sound);
  return g_test_run ();
}
