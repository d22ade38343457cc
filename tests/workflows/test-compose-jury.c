/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is said of a panel before the jury opens. */

#include "sceau-hold-jury.h"

#include "sceau-jury-fixture.h"

static void
test_too_few_members_are_said_when_convened (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  g_autofree char *few = NULL;
  g_autofree char *enough = NULL;

  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 2, fixture->jurors[0], fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->base->faults), ==, 0);
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_CONVENED);
  few = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (few, "must have 5 members and has 2");

  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 5, fixture->jurors[0], fixture->base->faults, &error));
  enough = sceau_jury_fixture_take_faults (fixture);
  g_assert_null (strstr (enough, "members"));
}

/* The check knows the whole panel: an alternate counts for no seat, and is a person like the others. */
static void
test_alternates_are_checked_while_choosing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  SceauPanel panel = { fixture->jurors, 4, &fixture->jurors[4], 1, fixture->jurors[0] };
  g_autofree char *short_of_one = NULL;
  g_autofree char *twice = NULL;

  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (sceau_check_panel (fixture->school, id, &panel, fixture->base->faults, &error));
  g_assert_no_error (error);
  short_of_one = sceau_jury_fixture_take_faults (fixture);
  /* An alternate fills no seat before somebody is away. */
  sceau_assert_contains (short_of_one, "must have 5 members and has 4");

  panel.n_titulars = 5;
  g_assert_true (sceau_check_panel (fixture->school, id, &panel, fixture->base->faults, &error));
  twice = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (twice, "named twice");
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_PREPARATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/compose-jury/too-few-members-are-said-when-convened", test_too_few_members_are_said_when_convened);
  g_test_add_func ("/workflows/compose-jury/alternates-are-checked-while-choosing", test_alternates_are_checked_while_choosing);
  return g_test_run ();
}
