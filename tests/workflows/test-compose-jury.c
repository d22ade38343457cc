/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is said of a panel before the jury opens. */

#include "sceau-hold-jury.h"
#include "sceau-jury-table.h"

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

/* What the minutes cannot print is refused where it is entered: after the opening nobody could mend it, and the session could never be sealed. */
static void
test_what_cannot_be_printed_is_refused_at_once (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (fixture->school, id, &error);
  g_autofree char *place = NULL;
  g_autofree char *derogation = NULL;
  g_autofree char *pause = NULL;

  sceau_workflow_fixture_forget_faults (fixture->base);
  g_free (session->place);
  session->place = g_strdup ("Salle 漢");
  g_assert_false (sceau_amend_jury (fixture->school, session, fixture->base->faults, &error));
  g_clear_error (&error);
  place = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (place, "漢");

  g_assert_false (sceau_open_jury (fixture->school, id, fixture->jurors, 3, "漢", fixture->base->faults, &error));
  g_clear_error (&error);
  derogation = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (derogation, "The derogation");
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_CONVENED);

  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, fixture->base->faults, &error));
  g_free (sceau_jury_fixture_take_faults (fixture));
  g_assert_false (sceau_suspend_jury (fixture->school, id, "漢", fixture->base->faults, &error));
  g_clear_error (&error);
  pause = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (pause, "The reason of the suspension");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/compose-jury/too-few-members-are-said-when-convened", test_too_few_members_are_said_when_convened);
  g_test_add_func ("/workflows/compose-jury/alternates-are-checked-while-choosing", test_alternates_are_checked_while_choosing);
  g_test_add_func ("/workflows/compose-jury/what-cannot-be-printed-is-refused-at-once", test_what_cannot_be_printed_is_refused_at_once);
  return g_test_run ();
}
