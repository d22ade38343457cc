/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Recusals: entered where they are known, taken back for a reason, and what is taken back stays so until the seal and after
 * it.  The embargo, which can be set until the seal. */

#include <string.h>

#include "sceau-import-fiche.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-keep-school.h"
#include "sceau-plan-table.h"
#include "sceau-session-life.h"

#define EMPLOYER "Alpha Exemple SA"
#define LIFTED "Homonyme de l’entreprise."

/* Juror 2 works for the company of the second learner. */
static SceauJuryFixture *
make_fixture (void)
{
  SceauJuryFixture *fixture = sceau_jury_fixture_new (1);

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_NORMAL, EMPLOYER);
  return fixture;
}

static gint64
enrolment_of (SceauJuryFixture *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static void
assert_recusals (SceauJuryFixture *fixture, gint64 id, guint standing, guint lifted)
{
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (fixture->school, id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (session->recusals->len, ==, standing);
  g_assert_cmpuint (session->lifted->len, ==, lifted);
  g_assert_true (sceau_check_school (fixture->school, findings, &error));
  g_assert_no_error (error);
  if (sceau_faults_length (findings) > 0)
    g_error ("%s", sceau_faults_get (findings, 0)->reason);
}

static gboolean
lift (SceauJuryFixture *fixture, gint64 id, const char *reason, GError **error)
{
  return sceau_lift_recusal (fixture->school, id, fixture->jurors[2], enrolment_of (fixture, 1), reason, fixture->base->faults, error);
}

static gboolean
recuse (SceauJuryFixture *fixture, gint64 id, GError **error)
{
  const SceauRecusal recusal = { .juror_id = fixture->jurors[2],
                                 .enrolment_id = enrolment_of (fixture, 1),
                                 .kind = SCEAU_CONFLICT_FAMILY,
                                 .reason = (char *) "Cousine." };

  return sceau_recuse_member (fixture->school, id, &recusal, fixture->base->faults, error);
}

static void
open_session (SceauJuryFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  sceau_open_jury (fixture->school, id, fixture->jurors, 5, "Quatre votants suffisent.", fixture->base->faults, &error);
  g_assert_no_error (error);
}

/* Lifted between the opening and the first proposals: neither these nor the next ones enter it again. */
static void
test_lifted_stays_lifted (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GError) error = NULL;

  open_session (fixture, id);
  assert_recusals (fixture, id, 1, 0);
  g_assert_false (lift (fixture, id, "  ", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "needs a reason");
  g_assert_true (lift (fixture, id, LIFTED, &error));
  assert_recusals (fixture, id, 0, 1);
  g_assert_false (lift (fixture, id, LIFTED, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "is not recused");
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
      assert_recusals (fixture, id, 0, 1);
    }
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_recusals (fixture, id, 0, 1);
}

/* Declared and taken back before the opening, which knows of the employer too. */
static void
test_lifted_before_the_opening (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GPtrArray) foreseen = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (recuse (fixture, id, &error));
  g_assert_true (lift (fixture, id, LIFTED, &error));
  foreseen = sceau_foresee_recusals (fixture->school, id, &error);
  g_assert_cmpuint (foreseen->len, ==, 0);
  open_session (fixture, id);
  assert_recusals (fixture, id, 0, 1);
}

static void
test_declared_anew_it_stands (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GError) error = NULL;

  open_session (fixture, id);
  g_assert_true (lift (fixture, id, LIFTED, &error));
  g_assert_true (recuse (fixture, id, &error));
  assert_recusals (fixture, id, 1, 0);
  g_assert_false (recuse (fixture, id, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "recused for this candidate already");
  g_assert_true (lift (fixture, id, LIFTED, &error));
  assert_recusals (fixture, id, 0, 1);
}

/* Who goes takes what was lifted along: convened once more, the employer counts again. */
static void
test_another_panel_forgets (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  const gint64 others[] = { fixture->jurors[0], fixture->jurors[1], fixture->jurors[3], fixture->jurors[4] };
  g_autoptr (GError) error = NULL;

  g_assert_true (recuse (fixture, id, &error));
  g_assert_true (lift (fixture, id, LIFTED, &error));
  g_assert_true (sceau_convene_jury (fixture->school, id, others, 4, others[0], fixture->base->faults, &error));
  assert_recusals (fixture, id, 0, 0);
  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 5, others[0], fixture->base->faults, &error));
  open_session (fixture, id);
  assert_recusals (fixture, id, 1, 0);
}

static void
test_removed_with_its_session (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (recuse (fixture, id, &error));
  g_assert_true (lift (fixture, id, LIFTED, &error));
  g_assert_true (sceau_remove_jury (fixture->school, id, &error));
  g_assert_true (sceau_check_school (fixture->school, findings, &error));
  g_assert_cmpuint (sceau_faults_length (findings), ==, 0);
}

static void
seal (SceauJuryFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_rectification_keeps_it_lifted (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  const SceauVerdict verdict = { "A002", SCEAU_OUTCOME_FRAUD, NULL, "Fraude établie depuis.", -1, -1, -1 };
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  gint64 second;
  g_autoptr (GError) error = NULL;

  open_session (fixture, id);
  g_assert_true (lift (fixture, id, LIFTED, &error));
  seal (fixture, id);
  second = sceau_rectify_jury (fixture->school, id, &verdict, sceau_date_new (2026, 11, 21), fixture->base->faults, &error);
  g_assert_no_error (error);
  assert_recusals (fixture, second, 0, 1);
}

static void
test_minutes_say_so (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_fixture ();
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autofree char *path = g_build_filename (fixture->base->folder, "pv.pdf", NULL);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  open_session (fixture, id);
  g_assert_true (lift (fixture, id, LIFTED, &error));
  seal (fixture, id);
  g_assert_true (sceau_write_minutes (fixture->school, id, path, &error));
  words = sceau_pdf_words (path);
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (words, "ont été levées");
  sceau_assert_contains (words, LIFTED);
}

/* The embargo ----------------------------------------------------------------------- */

static gboolean
set_embargo (SceauJuryFixture *fixture, gint64 id, SceauDate embargo, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (fixture->school, id, NULL);

  session->embargo = embargo;
  return sceau_amend_jury (fixture->school, session, fixture->base->faults, error);
}

static void
test_embargo_until_the_seal (void)
{
  for (int state = SCEAU_SESSION_PREPARATION; state <= SCEAU_SESSION_SEALED; state++)
    {
      g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
      gint64 id = sceau_jury_fixture_bring (fixture, (SceauSessionState) state);
      SceauDate embargo = sceau_date_new (2026, 12, 1);
      g_autoptr (SceauJurySession) session = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (set_embargo (fixture, id, sceau_date_new (2026, 11, 19), &error));
      g_clear_error (&error);
      sceau_workflow_fixture_forget_faults (fixture->base);
      g_assert_true (set_embargo (fixture, id, embargo, &error) == (state < SCEAU_SESSION_SEALED));
      if (state == SCEAU_SESSION_SEALED)
        sceau_jury_fixture_assert_said (fixture, &error, "sealed and cannot change");
      session = sceau_jury_table_find (fixture->school, id, NULL);
      g_assert_true (session->embargo == (state < SCEAU_SESSION_SEALED ? embargo : SCEAU_NO_DATE));
    }
}

static void
test_only_the_embargo_once_open (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (fixture->school, id, NULL);
  g_autoptr (GError) error = NULL;

  session->embargo = sceau_date_new (2026, 12, 1);
  g_free (session->place);
  session->place = g_strdup ("Lille");
  g_assert_false (sceau_amend_jury (fixture->school, session, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "no longer change");
}

/* Everybody is recused, and an alternate came for nothing: nobody is left to decide. */
static void
test_an_alternate_without_a_seat_decides_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  const SceauJuror juror = { .name = (char *) "Nora MODÈLE", .function = (char *) "Auditrice", .employer = (char *) "Delta Exemple SAS" };
  g_autoptr (GError) error = NULL;
  gint64 alternate = sceau_add_juror (fixture->school, &juror, fixture->base->faults, &error);
  const SceauPanel panel = { fixture->jurors, 5, &alternate, 1, fixture->jurors[1] };
  gint64 present[6];

  g_assert_no_error (error);
  g_assert_true (sceau_convene_panel (fixture->school, id, &panel, fixture->base->faults, &error));
  memcpy (present, fixture->jurors, sizeof fixture->jurors);
  present[5] = alternate;
  for (guint i = 0; i < 5; i++)
    {
      const SceauRecusal recusal = { .juror_id = fixture->jurors[i], .enrolment_id = enrolment_of (fixture, 0), .kind = SCEAU_CONFLICT_TRAINER };

      g_assert_true (sceau_recuse_member (fixture->school, id, &recusal, fixture->base->faults, &error));
      g_assert_no_error (error);
    }
  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_false (sceau_open_jury (fixture->school, id, present, 6, NULL, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "The recusals leave 0 members to decide on this candidate");
  g_assert_true (sceau_lift_recusal (fixture->school, id, fixture->jurors[3], enrolment_of (fixture, 0), LIFTED, fixture->base->faults, &error));
  g_assert_true (sceau_open_jury (fixture->school, id, present, 6, NULL, fixture->base->faults, &error));
}

/* Of those present after the pause too few may decide on A001, on whom the jury has decided before it. */
static void
test_a_settled_case_asks_for_nobody_after_a_pause (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  const SceauRecusal recusal = { .juror_id = fixture->jurors[2],
                                 .enrolment_id = g_array_index (fixture->enrolments, gint64, 0),
                                 .kind = SCEAU_CONFLICT_FAMILY };
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, &error);
  gint64 id;

  for (guint i = 0; i < plan->jury_rules->len; i++)
    ((SceauJuryRule *) g_ptr_array_index (plan->jury_rules, i))->quorum = 3;
  g_assert_true (sceau_replace_plan (fixture->school, plan, fixture->base->faults, &error));
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_assert_true (sceau_recuse_member (fixture->school, id, &recusal, fixture->base->faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Pause.", fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_resume_jury (fixture->school, id, fixture->jurors, 3, NULL, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "The recusals leave 2 members to decide on this candidate, and 3 are needed.");
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 4, NULL, fixture->base->faults, &error));
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Pause.", fixture->base->faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 3, NULL, fixture->base->faults, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/recuse-member/lifted-stays-lifted", test_lifted_stays_lifted);
  g_test_add_func ("/workflows/recuse-member/lifted-before-the-opening", test_lifted_before_the_opening);
  g_test_add_func ("/workflows/recuse-member/declared-anew-it-stands", test_declared_anew_it_stands);
  g_test_add_func ("/workflows/recuse-member/another-panel-forgets", test_another_panel_forgets);
  g_test_add_func ("/workflows/recuse-member/removed-with-its-session", test_removed_with_its_session);
  g_test_add_func ("/workflows/recuse-member/a-rectification-keeps-it-lifted", test_rectification_keeps_it_lifted);
  g_test_add_func ("/workflows/recuse-member/the-minutes-say-so", test_minutes_say_so);
  g_test_add_func ("/workflows/recuse-member/embargo-until-the-seal", test_embargo_until_the_seal);
  g_test_add_func ("/workflows/recuse-member/only-the-embargo-once-open", test_only_the_embargo_once_open);
  g_test_add_func ("/workflows/recuse-member/an-alternate-without-a-seat-decides-nothing", test_an_alternate_without_a_seat_decides_nothing);
  g_test_add_func ("/workflows/recuse-member/a-settled-case-asks-for-nobody-after-a-pause",
                   test_a_settled_case_asks_for_nobody_after_a_pause);
  return g_test_run ();
}
