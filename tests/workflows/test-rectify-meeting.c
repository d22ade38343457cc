/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who sits when a jury meets again to rectify a decision: a presence, a president and a derogation of its own. */

#include <string.h>

#include "sceau-import-fiche.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-juror-table.h"
#include "sceau-keep-jurors.h"
#include "sceau-keep-school.h"
#include "sceau-plan-table.h"

#define DAY sceau_date_new (2026, 11, 21)

static void
assert_sound (SceauJuryFixture *fixture)
{
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, findings, &error));
  g_assert_no_error (error);
  if (sceau_faults_length (findings) > 0)
    g_error ("%s", sceau_faults_get (findings, 0)->reason);
}

/* Fails A001 with the first @n_present jurors there, nobody named for 0. */
static gint64
rectify (SceauJuryFixture *fixture, gint64 id, guint n_present, gint64 president, const char *derogation, GError **error)
{
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_FAILED, NULL, "Erreur de report.", -1, -1, -1 };
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (gint64));
  const SceauMeeting meeting = { DAY, n_present > 0 ? present : NULL, president, derogation };

  g_array_append_vals (present, fixture->jurors, n_present);
  return sceau_rectify_jury_at (fixture->school, id, &verdict, &meeting, fixture->base->faults, error);
}

static SceauJurySession *
find_session (SceauJuryFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SceauJurySession *session = sceau_jury_table_find (fixture->school, id, &error);

  g_assert_no_error (error);
  return session;
}

static guint
count_present (const SceauJurySession *session)
{
  guint n = 0;

  for (guint i = 0; i < session->members->len; i++)
    n += ((SceauJuryMember *) g_ptr_array_index (session->members, i))->present ? 1 : 0;
  return n;
}

/* How many suffice, whatever the access route. */
static void
set_quorum (SceauJuryFixture *fixture, int quorum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, &error);

  for (guint i = 0; i < plan->jury_rules->len; i++)
    ((SceauJuryRule *) g_ptr_array_index (plan->jury_rules, i))->quorum = quorum;
  g_assert_true (sceau_replace_plan (fixture->school, plan, fixture->base->faults, &error));
  g_assert_no_error (error);
}

/* A session in which @n_present jurors sit by derogation, sealed. */
static gint64
seal_by_derogation (SceauJuryFixture *fixture, guint n_present)
{
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, n_present, "Grève des trains.", fixture->base->faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (fixture->base);
  return id;
}

static void
test_it_has_an_opening_of_its_own (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (SceauJurySession) session = NULL;
  const SceauSessionEvent *opened, *closed;
  g_autoptr (GError) error = NULL;

  set_quorum (fixture, 3);
  session = find_session (fixture, rectify (fixture, first, 4, fixture->jurors[1], NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_present (session), ==, 4);
  g_assert_false (((SceauJuryMember *) g_ptr_array_index (session->members, 0))->president);
  g_assert_true (((SceauJuryMember *) g_ptr_array_index (session->members, 1))->president);
  g_assert_null (session->derogation);
  g_assert_cmpuint (session->events->len, ==, 2);
  opened = g_ptr_array_index (session->events, 0);
  closed = g_ptr_array_index (session->events, 1);
  g_assert_cmpint (opened->kind, ==, SCEAU_SESSION_EVENT_OPENED);
  g_assert_cmpstr (opened->present, ==, "1,2,3,4");
  g_assert_cmpint (closed->kind, ==, SCEAU_SESSION_EVENT_CLOSED);
  assert_sound (fixture);
}

/* Every reason at once, and the file as it was; a derogation of its own lets it pass. */
static void
test_too_few_need_a_derogation (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (SceauJurySession) earlier = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (rectify (fixture, first, 3, fixture->jurors[4], NULL, &error), ==, 0);
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  said = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (said, "quorum");
  sceau_assert_contains (said, "The president of the jury is not present.");
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);

  session = find_session (fixture, rectify (fixture, first, 3, 0, "Deux membres en mission.", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (session->derogation, ==, "Deux membres en mission.");
  earlier = find_session (fixture, first);
  g_assert_null (earlier->derogation);
  assert_sound (fixture);
}

static void
test_who_did_not_sit_is_refused (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_FAILED, NULL, "Erreur de report.", -1, -1, -1 };
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (gint64));
  const SceauMeeting meeting = { DAY, present, 0, "Quoi qu’il en soit." };
  const gint64 stranger = 77;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_rectify_jury_at (fixture->school, first, &verdict, &meeting, fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "Nobody is present");
  g_array_append_val (present, stranger);
  g_assert_cmpint (sceau_rectify_jury_at (fixture->school, first, &verdict, &meeting, fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "was not convened to this session");
  g_assert_cmpint (rectify (fixture, first, 5, stranger, "Quoi qu’il en soit.", &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "The president is not among the members.");
}

/* What counts is the mandate on the day on which the jury meets again. */
static void
test_a_mandate_that_ended_since (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauJuror) juror = sceau_juror_table_find (fixture->school, fixture->jurors[3], &error);

  juror->mandate_end = sceau_date_new (2026, 11, 20);
  g_assert_true (sceau_edit_juror (fixture->school, juror, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rectify (fixture, first, 5, 0, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "The mandate ended on");
  g_assert_cmpint (rectify (fixture, first, 0, 0, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "The mandate ended on");
  g_assert_cmpint (rectify (fixture, first, 5, 0, "Mandat en cours de renouvellement.", &error), >, 0);
  g_assert_no_error (error);
  assert_sound (fixture);
}

/* A conflict that came to light since counts as a recusal, and too few are left. */
static void
test_recusals_of_the_candidate_count (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (SceauJurorConflict) conflict = sceau_juror_conflict_new ();
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  set_quorum (fixture, 3);
  conflict->juror_id = fixture->jurors[2];
  conflict->kind = SCEAU_CONFLICT_FAMILY;
  conflict->learner_number = g_strdup ("A001");
  g_assert_true (sceau_declare_conflict (fixture->school, conflict, fixture->base->faults, &error));
  g_assert_cmpint (rectify (fixture, first, 3, 0, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "The recusals leave 2 members to decide on this candidate, and 3 are needed.");
  session = find_session (fixture, rectify (fixture, first, 4, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (session->recusals->len, ==, 1);
  assert_sound (fixture);
}

static void
test_nobody_named_is_the_first_presence (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = seal_by_derogation (fixture, 4);
  gint64 second;
  g_autofree char *said = NULL;
  g_autofree char *path = g_build_filename (fixture->base->folder, "pv.pdf", NULL);
  g_autofree char *words = NULL;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  second = rectify (fixture, first, 0, 0, NULL, &error);
  g_assert_no_error (error);
  said = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (said, "Nobody was named as present: the members who were there when jury session 1 decided are taken to be.");
  sceau_assert_contains (said, "The derogation of jury session 1 is taken for this one too.");
  session = find_session (fixture, second);
  g_assert_cmpuint (count_present (session), ==, 4);
  g_assert_cmpstr (session->derogation, ==, "Grève des trains.");
  assert_sound (fixture);

  g_assert_true (sceau_write_minutes (fixture->school, second, path, &error));
  words = sceau_pdf_words (path);
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (words, "La présence n’a pas été relevée pour la présente session");
  sceau_assert_contains (words, "décision initiale (session n° 1 du 20 novembre 2026)");
  sceau_assert_contains (words, "La dérogation de la session n° 1 est reprise pour la présente session.");
}

/* With a derogation that is not needed any more nothing is said of it; presence that was named inherits none. */
static void
test_a_derogation_is_not_inherited_without_need (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = seal_by_derogation (fixture, 4);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (rectify (fixture, first, 4, 0, NULL, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "quorum");
  set_quorum (fixture, 3);
  session = find_session (fixture, rectify (fixture, first, 0, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (session->derogation);
  assert_sound (fixture);
}

/* Who was there when the decision was taken, and not who stayed to the end. */
static void
test_the_first_presence_is_that_of_the_decision (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Pause.", fixture->base->faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 4, "Un départ.", fixture->base->faults, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  session = find_session (fixture, rectify (fixture, id, 0, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_present (session), ==, 5);
  g_assert_null (session->derogation);
  assert_sound (fixture);
}

static void
test_minutes_tell_the_meeting (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = g_build_filename (fixture->base->folder, "pv.pdf", NULL);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second = rectify (fixture, first, 4, fixture->jurors[1], "Un membre souffrant.", &error);

  g_assert_no_error (error);
  g_assert_true (sceau_write_minutes (fixture->school, second, path, &error));
  words = sceau_pdf_words (path);
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (words, "Membres présents : 4 sur 5 — quorum : 5 — le quorum n’est pas atteint.");
  sceau_assert_contains (words, "Session ouverte par dérogation, motif : Un membre souffrant.");
  sceau_assert_contains (words, "Ouverture de la session Claire DUMONT, Paul MERCIER");
  sceau_assert_contains (words, "Fin de la délibération");
  g_assert_null (strstr (words, "La présence n’a pas été relevée"));
}

/* Both decisions are on both sessions, also of a rectification that was rectified. */
static void
test_both_sessions_show_both_decisions (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  const SceauVerdict again = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, "Copie retrouvée.", -1, -1, -1 };
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (SceauJuryFile) earliest = NULL;
  g_autoptr (SceauJuryFile) latest = NULL;
  const SceauDecision *decision;
  g_autoptr (GError) error = NULL;
  gint64 second = rectify (fixture, first, 5, 0, NULL, &error);
  gint64 third = sceau_rectify_jury (fixture->school, second, &again, DAY, fixture->base->faults, &error);

  g_assert_no_error (error);
  earliest = sceau_load_jury (fixture->school, first, &error);
  latest = sceau_load_jury (fixture->school, third, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (earliest->first->len, ==, 0);
  g_assert_cmpuint (earliest->rectified->len, ==, 2);
  decision = g_ptr_array_index (earliest->rectified, 0);
  g_assert_cmpint (decision->session_id, ==, second);
  g_assert_cmpint (decision->outcome, ==, SCEAU_OUTCOME_FAILED);
  decision = g_ptr_array_index (earliest->rectified, 1);
  g_assert_cmpint (decision->session_id, ==, third);
  g_assert_cmpuint (latest->rectified->len, ==, 0);
  g_assert_cmpuint (latest->first->len, ==, 1);
  decision = g_ptr_array_index (latest->first, 0);
  g_assert_cmpint (decision->session_id, ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/workflows/rectify-meeting/" path, func)
  ADD ("it-has-an-opening-of-its-own", test_it_has_an_opening_of_its_own);
  ADD ("too-few-need-a-derogation", test_too_few_need_a_derogation);
  ADD ("who-did-not-sit-is-refused", test_who_did_not_sit_is_refused);
  ADD ("a-mandate-that-ended-since", test_a_mandate_that_ended_since);
  ADD ("recusals-of-the-candidate-count", test_recusals_of_the_candidate_count);
  ADD ("nobody-named-is-the-first-presence", test_nobody_named_is_the_first_presence);
  ADD ("a-derogation-is-not-inherited-without-need", test_a_derogation_is_not_inherited_without_need);
  ADD ("the-first-presence-is-that-of-the-decision", test_the_first_presence_is_that_of_the_decision);
  ADD ("minutes-tell-the-meeting", test_minutes_tell_the_meeting);
  ADD ("both-sessions-show-both-decisions", test_both_sessions_show_both_decisions);
#undef ADD
  return g_test_run ();
}
