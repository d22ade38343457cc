/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What follows the seal: the notification, appeals and their answers, the scan of the signed minutes. */

#include <string.h>

#include "sceau-appeal-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-keep-school.h"
#include "sceau-notify-results.h"
#include "sceau-plan-table.h"
#include "sceau-import-fiche.h"

/* The clock of the fixture stands still on 22 November 2026; its juries sit on the 20th. */
#define TODAY sceau_date_new (2026, 11, 22)
#define DECIDED sceau_date_new (2026, 11, 20)
#define LATER sceau_date_new (2026, 11, 24)
#define GROUND "Une note est mal reportée."

static gint64
enrolment_of (SceauJuryFixture *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static gboolean
notify (SceauJuryFixture *fixture, gint64 id, SceauDate date, GError **error)
{
  return sceau_notify_results (fixture->school, id, date, fixture->base->faults, NULL, NULL, error);
}

static gint64
clock_of_later (gpointer data)
{
  return (G_GINT64_CONSTANT (1795348800) + 2 * 24 * 3600) * G_USEC_PER_SEC;
}

/* Sealed and notified today; then it is LATER. */
static gint64
bring_notified (SceauJuryFixture *fixture)
{
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GError) error = NULL;

  g_assert_true (notify (fixture, id, TODAY, &error));
  g_assert_no_error (error);
  sceau_school_set_clock (fixture->school, clock_of_later, NULL, NULL);
  sceau_workflow_fixture_forget_faults (fixture->base);
  return id;
}

/* Returns its number, or 0. */
static gint64
appeal (SceauJuryFixture *fixture, gint64 session, gint64 enrolment, SceauDate filed, const char *ground, GError **error)
{
  g_autoptr (SceauAppeal) appeal = sceau_appeal_new ();

  appeal->session_id = session;
  appeal->enrolment_id = enrolment;
  appeal->filed = filed;
  appeal->ground = g_strdup (ground);
  return sceau_file_appeal (fixture->school, appeal, fixture->base->faults, error) ? appeal->id : 0;
}

static gboolean
answer (SceauJuryFixture *fixture, gint64 id, SceauAppealState state, SceauDate date, const char *reason, gint64 rectifying, GError **error)
{
  const SceauAppeal answer = { .id = id, .state = state, .answered = date, .answer = (char *) reason, .rectifying_id = rectifying };

  return sceau_answer_appeal (fixture->school, &answer, fixture->base->faults, error);
}

static void
assert_untouched (SceauJuryFixture *fixture, const char *before)
{
  g_autofree char *after = sceau_workflow_fixture_digest (fixture->base);

  g_assert_cmpstr (before, ==, after);
}

static void
assert_sound (SceauJuryFixture *fixture)
{
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (findings), ==, 0);
}

static void
test_only_sealed_results_are_notified (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autoptr (GError) error = NULL;

  g_assert_false (notify (fixture, id, TODAY, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "all that is left is to seal");
  g_assert_false (notify (fixture, 99, TODAY, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  assert_untouched (fixture, before);
}

static void
test_a_notification_has_its_day_and_comes_once (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (notify (fixture, id, SCEAU_NO_DATE, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "day of the notification is missing");
  g_assert_false (notify (fixture, id, DECIDED - 1, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "before the jury has sat");
  g_assert_false (notify (fixture, id, DECIDED, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "before they were sealed");
  g_assert_false (notify (fixture, id, TODAY + 1, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "has not come yet");
  assert_untouched (fixture, before);
  g_assert_true (notify (fixture, id, TODAY, &error));
  g_assert_no_error (error);
  g_assert_false (notify (fixture, id, TODAY, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "were notified on");
  session = sceau_jury_table_find (fixture->school, id, NULL);
  g_assert_cmpuint (session->notified, ==, TODAY);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "jury.notify"), ==, 1);
  assert_sound (fixture);
}

static void
test_a_cancelled_notification_sends_no_letter (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autofree char *folder = g_build_filename (fixture->base->folder, "letters", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sceau_notify_results (fixture->school, id, TODAY, fixture->base->faults, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_untouched (fixture, before);
  paths = sceau_write_result_letters (fixture->school, id, folder, NULL, NULL, &error);
  g_assert_null (paths);
  sceau_jury_fixture_assert_said (fixture, &error, "only drafts of its letters can be seen");
}

/* What was sent is kept: the name changes, the letter does not. */
static void
test_a_letter_stays_as_it_was_sent (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = bring_notified (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sent = sceau_render_result_letter (fixture->school, id, enrolment_of (fixture, 0), &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  sceau_jury_fixture_rename (fixture, 0);
  again = sceau_render_result_letter (fixture->school, id, enrolment_of (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (sent, again));
}

/* Appeals ----------------------------------------------------------------------------- */

static void
test_what_is_not_notified_cannot_be_contested (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (appeal (fixture, id, enrolment_of (fixture, 0), TODAY, GROUND, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "notify them first");
  assert_untouched (fixture, before);
}

static void
test_an_appeal_has_a_day_a_ground_and_a_decision (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = bring_notified (fixture);
  gint64 enrolment = enrolment_of (fixture, 0);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_NORMAL, NULL);
  before = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpint (appeal (fixture, id, enrolment, LATER, " ", &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "gives no ground");
  g_assert_cmpint (appeal (fixture, id, enrolment, SCEAU_NO_DATE, GROUND, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "day on which the appeal was filed is missing");
  g_assert_cmpint (appeal (fixture, id, enrolment, DECIDED, GROUND, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "filed before the results were notified");
  g_assert_cmpint (appeal (fixture, id, enrolment, LATER + 1, GROUND, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "has not come yet");
  g_assert_cmpint (appeal (fixture, id, enrolment_of (fixture, 1), LATER, GROUND, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "did not decide on this candidate");
  assert_untouched (fixture, before);
  g_assert_cmpint (appeal (fixture, id, enrolment, LATER, GROUND, &error), >, 0);
  g_assert_no_error (error);
  assert_sound (fixture);
}

static void
give_one_day (SceauJuryFixture *fixture)
{
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  g_autoptr (GError) error = NULL;

  plan->appeal_days = 1;
  g_assert_true (sceau_replace_plan (fixture->school, plan, fixture->base->faults, &error));
  g_assert_no_error (error);
}

/* It came too late by the delay that the letters told, whatever the plan says since: it is kept, said to be late, and only the
 * answer may call it inadmissible. */
static void
test_a_late_appeal_is_kept_as_late (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (SceauAppeal) kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 session, id;

  give_one_day (fixture);
  session = bring_notified (fixture);
  plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  plan->appeal_days = 60;
  g_assert_true (sceau_replace_plan (fixture->school, plan, fixture->base->faults, &error));
  g_assert_cmpint (appeal (fixture, session, enrolment_of (fixture, 0), TODAY + 1, GROUND, &error), >, 0);
  g_assert_cmpuint (sceau_faults_length (fixture->base->faults), ==, 0);

  id = appeal (fixture, session, enrolment_of (fixture, 0), LATER, GROUND, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture->base, SCEAU_FAULT_WARNING, 0, "came after the last day for it, 23 November 2026"));
  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (answer (fixture, id, SCEAU_APPEAL_INADMISSIBLE, LATER, "Hors délai.", 0, &error));
  g_assert_no_error (error);
  kept = sceau_appeal_table_find (fixture->school, id, NULL);
  g_assert_cmpint (kept->state, ==, SCEAU_APPEAL_INADMISSIBLE);
  assert_sound (fixture);
}

static void
test_an_answer_is_given_once_with_its_reason (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 session = bring_notified (fixture);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = appeal (fixture, session, enrolment_of (fixture, 0), TODAY + 1, GROUND, &error);

  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (fixture->base);
  before = sceau_workflow_fixture_digest (fixture->base);
  g_assert_false (answer (fixture, 99, SCEAU_APPEAL_REJECTED, LATER, "Non fondé.", 0, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "no appeal number 99");
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_FILED, LATER, "Non fondé.", 0, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "has an outcome");
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_REJECTED, LATER, " ", 0, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "gives no reason");
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_REJECTED, SCEAU_NO_DATE, "Non fondé.", 0, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "day of the answer is missing");
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_REJECTED, TODAY, "Non fondé.", 0, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "lies before the appeal");
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_REJECTED, LATER, "Non fondé.", session, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Only an appeal that is upheld");
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_UPHELD, LATER, "Note corrigée.", session, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "does not rectify the decision that is contested");
  assert_untouched (fixture, before);
  g_assert_true (answer (fixture, id, SCEAU_APPEAL_REJECTED, LATER, "Non fondé.", 0, &error));
  g_assert_no_error (error);
  g_assert_false (answer (fixture, id, SCEAU_APPEAL_UPHELD, LATER, "Note corrigée.", 0, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "stays as it was given");
}

static void
test_an_appeal_is_upheld_by_what_rectifies (void)
{
  static const char *const blocks[] = { "RNCP41445BC01", NULL };
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 session = bring_notified (fixture);
  const SceauVerdict verdict = { .learner_number = "A001", .outcome = SCEAU_OUTCOME_PARTIAL, .blocks = blocks, .reason = "Note corrigée.",
                                 .votes_for = -1, .votes_against = -1, .votes_abstain = -1 };
  g_autoptr (SceauAppeal) kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = appeal (fixture, session, enrolment_of (fixture, 0), TODAY + 1, GROUND, &error);
  gint64 rectifying;

  g_assert_no_error (error);
  rectifying = sceau_rectify_jury (fixture->school, session, &verdict, LATER, fixture->base->faults, &error);
  g_assert_no_error (error);
  g_assert_true (answer (fixture, id, SCEAU_APPEAL_UPHELD, LATER, "Note corrigée.", rectifying, &error));
  g_assert_no_error (error);
  kept = sceau_appeal_table_find (fixture->school, id, NULL);
  g_assert_cmpint (kept->rectifying_id, ==, rectifying);
  assert_sound (fixture);
}

/* Signed minutes ---------------------------------------------------------------------- */

static void
test_the_scan_is_known_by_its_content (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *scan = sceau_workflow_fixture_write (fixture->base, "pv signé.jpg", "%PDF-1.7 signatures\n%%EOF\n");
  g_autofree char *text = sceau_workflow_fixture_write (fixture->base, "pv.pdf", "signatures");
  g_autofree char *twin = sceau_workflow_fixture_write (fixture->base, "copie.pdf", "%PDF-1.7 signatures\n%%EOF\n");
  g_autofree char *out = g_build_filename (fixture->base->folder, "out.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (SceauSignedMinutes) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_attach_signed_minutes (fixture->school, id, scan, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "all that is left is to seal");
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_null (sceau_attach_signed_minutes (fixture->school, id, text, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "is no scan of minutes");
  g_assert_null (sceau_attach_signed_minutes (fixture->school, id, out, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  kept = sceau_attach_signed_minutes (fixture->school, id, scan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->media_type, ==, "application/pdf");
  g_assert_cmpstr (kept->name, ==, "pv signé.jpg");
  g_assert_null (sceau_attach_signed_minutes (fixture->school, id, twin, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "attached already, as “pv signé.jpg”");
  g_assert_true (sceau_extract_signed_minutes (fixture->school, kept->id, out, &error));
  g_assert_true (g_file_get_contents (out, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "%PDF-1.7 signatures\n%%EOF\n");
  g_assert_false (sceau_extract_signed_minutes (fixture->school, kept->id, out, &error));
  g_assert_nonnull (error);
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/sequel/only-sealed-results-are-notified", test_only_sealed_results_are_notified);
  g_test_add_func ("/workflows/sequel/a-notification-has-its-day-and-comes-once", test_a_notification_has_its_day_and_comes_once);
  g_test_add_func ("/workflows/sequel/a-cancelled-notification-sends-no-letter", test_a_cancelled_notification_sends_no_letter);
  g_test_add_func ("/workflows/sequel/a-letter-stays-as-it-was-sent", test_a_letter_stays_as_it_was_sent);
  g_test_add_func ("/workflows/sequel/what-is-not-notified-cannot-be-contested", test_what_is_not_notified_cannot_be_contested);
  g_test_add_func ("/workflows/sequel/an-appeal-has-a-day-a-ground-and-a-decision", test_an_appeal_has_a_day_a_ground_and_a_decision);
  g_test_add_func ("/workflows/sequel/a-late-appeal-is-kept-as-late", test_a_late_appeal_is_kept_as_late);
  g_test_add_func ("/workflows/sequel/an-answer-is-given-once-with-its-reason", test_an_answer_is_given_once_with_its_reason);
  g_test_add_func ("/workflows/sequel/an-appeal-is-upheld-by-what-rectifies", test_an_appeal_is_upheld_by_what_rectifies);
  g_test_add_func ("/workflows/sequel/the-scan-is-known-by-its-content", test_the_scan_is_known_by_its_content);
  return g_test_run ();
}
