/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The life of a session before its seal: who may do what, when, and the sentence when not. */

#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-decision-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"

/* Every verb in every state ------------------------------------------------------- */

typedef gboolean (*Verb) (SceauJuryFixture *self, gint64 id, GError **error);

static gboolean
convene (SceauJuryFixture *self, gint64 id, GError **error)
{
  return sceau_convene_jury (self->school, id, self->jurors, 5, self->jurors[0], self->base->faults, error);
}

static gboolean
open_session (SceauJuryFixture *self, gint64 id, GError **error)
{
  return sceau_open_jury (self->school, id, self->jurors, 5, NULL, self->base->faults, error);
}

static gboolean
propose (SceauJuryFixture *self, gint64 id, GError **error)
{
  return sceau_propose_decisions (self->school, id, NULL, NULL, error);
}

static gboolean
decide (SceauJuryFixture *self, gint64 id, GError **error)
{
  return sceau_jury_fixture_decide (self, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, "Après débat.", error);
}

static gboolean
accept (SceauJuryFixture *self, gint64 id, GError **error)
{
  return sceau_accept_proposals (self->school, id, NULL, error);
}

static gboolean
seal (SceauJuryFixture *self, gint64 id, GError **error)
{
  return sceau_seal_jury (self->school, id, self->base->faults, NULL, NULL, error);
}

static gboolean
rectify (SceauJuryFixture *self, gint64 id, GError **error)
{
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_FAILED, NULL, "Erreur de report.", -1, -1, -1 };

  return sceau_rectify_jury (self->school, id, &verdict, sceau_date_new (2026, 11, 21), self->base->faults, error) != 0;
}

#define PREPARATION "is in preparation: convene its members first"
#define CONVENED "is convened: open it"
#define OPEN "is open: its date, place and members no longer change"
#define CLOSE "is open: decide on every candidate and end the deliberation"
#define DELIBERATED "all that is left is to seal"
#define AGAIN "decide again on the candidate whose results changed"
#define SEALED "is sealed and cannot change"
#define UNSEALED "is not sealed: change the decision in the session itself"

static const struct
{
  const char *verb;
  Verb run;
  const char *said[SCEAU_SESSION_SEALED + 1]; /* by state; NULL: it is done */
} verbs[] = {
  { "convene", convene, { NULL, NULL, OPEN, DELIBERATED, SEALED } },
  { "open", open_session, { PREPARATION, NULL, OPEN, DELIBERATED, SEALED } },
  { "propose", propose, { PREPARATION, CONVENED, NULL, AGAIN, SEALED } },
  { "decide", decide, { PREPARATION, CONVENED, NULL, NULL, SEALED } },
  { "accept", accept, { PREPARATION, CONVENED, NULL, DELIBERATED, SEALED } },
  { "seal", seal, { PREPARATION, CONVENED, CLOSE, NULL, SEALED } },
  { "rectify", rectify, { UNSEALED, UNSEALED, UNSEALED, UNSEALED, NULL } },
};

static void
try_refused (SceauJuryFixture *fixture, gint64 id, guint verb, SceauSessionState state)
{
  g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s in state %s", verbs[verb].verb, sceau_session_state_to_id (state));
  g_assert_false (verbs[verb].run (fixture, id, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  sceau_assert_contains (error->message, verbs[verb].said[state]);
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, state);
}

/* All that is refused leaves the file as it is, so one school serves; then comes what is allowed. */
static void
try_state (SceauSessionState state)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, state);

  for (guint verb = 0; verb < G_N_ELEMENTS (verbs); verb++)
    if (verbs[verb].said[state] != NULL)
      try_refused (fixture, id, verb, state);
  for (guint verb = 0; verb < G_N_ELEMENTS (verbs); verb++)
    {
      g_autoptr (GError) error = NULL;

      if (verbs[verb].said[state] != NULL)
        continue;
      g_assert_true (verbs[verb].run (fixture, id, &error));
      g_assert_no_error (error);
    }
}

static void
test_every_verb_in_every_state (void)
{
  for (int state = SCEAU_SESSION_PREPARATION; state <= SCEAU_SESSION_SEALED; state++)
    try_state ((SceauSessionState) state);
}

/* Jurors and planning -------------------------------------------------------------- */

static void
test_refuses_a_juror_without_name (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  const SceauJuror nameless = { .name = (char *) "  ", .function = (char *) "RSSI", .employer = (char *) "Delta Exemple" };
  const SceauJuror reversed = { .name = (char *) "Zoé EXEMPLE", .function = (char *) "RSSI", .employer = (char *) "Delta Exemple",
                                .mandate_start = sceau_date_new (2026, 2, 1), .mandate_end = sceau_date_new (2026, 1, 1) };
  const SceauJuror twin = { .name = (char *) "ines roux", .function = (char *) "rssi", .employer = (char *) "ALPHA Exemple SA" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_add_juror (fixture->school, &nameless, fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "needs a name");
  g_assert_cmpint (sceau_add_juror (fixture->school, &reversed, fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "ends before it begins");
  g_assert_cmpint (sceau_add_juror (fixture->school, &twin, fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "is juror number 3 already");
}

static void
test_refuses_a_plan_that_cannot_be (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  SceauDate day = sceau_date_new (2026, 11, 20);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_plan_jury (fixture->school, "RNCP1", SCEAU_FIXTURE_COHORT, day, "Lille", fixture->base->faults, &error), ==, 0);
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (sceau_plan_jury (fixture->school, SCEAU_FIXTURE_CODE, "2031", day, "Lille", fixture->base->faults, &error), ==, 0);
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (sceau_plan_jury (fixture->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, day, " ", fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "the place is missing");
  g_assert_cmpint (sceau_plan_jury (fixture->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, sceau_date_new (2025, 12, 1), "Lille",
                                    fixture->base->faults, &error), ==, 0);
  sceau_jury_fixture_assert_said (fixture, &error, "before its cohort begins");
}

static void
test_refuses_members_that_make_no_list (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  const gint64 unknown[] = { fixture->jurors[0], 99 };
  const gint64 twice[] = { fixture->jurors[0], fixture->jurors[0] };
  const SceauJuror past = { .name = (char *) "Ancien MANDAT", .function = (char *) "RSSI", .employer = (char *) "Delta Exemple",
                            .mandate_end = sceau_date_new (2026, 11, 19) };
  g_autoptr (GError) error = NULL;
  gint64 late = sceau_add_juror (fixture->school, &past, fixture->base->faults, &error);

  g_assert_no_error (error);
  g_assert_false (sceau_convene_jury (fixture->school, id, NULL, 0, 0, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "at least one member");
  g_assert_false (sceau_convene_jury (fixture->school, id, unknown, 2, unknown[0], fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "No juror has this number");
  g_assert_false (sceau_convene_jury (fixture->school, id, twice, 2, twice[0], fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "named twice");
  g_assert_false (sceau_convene_jury (fixture->school, id, fixture->jurors, 4, fixture->jurors[4], fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "president is not among");
  g_assert_false (sceau_convene_jury (fixture->school, id, &late, 1, late, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "mandate is over");
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_PREPARATION);
}

/* Somebody falls ill between the convocation and the day. */
static void
test_convenes_anew_until_it_opens (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 1, fixture->jurors[0], fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 5, fixture->jurors[1], fixture->base->faults, &error));
  g_assert_no_error (error);
  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (session->state, ==, SCEAU_SESSION_CONVENED);
  g_assert_cmpuint (session->members->len, ==, 5);
  g_assert_true (((SceauJuryMember *) g_ptr_array_index (session->members, 1))->president);
}

/* Opening -------------------------------------------------------------------------- */

static void
test_a_failed_check_needs_a_derogation (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_jury (fixture->school, id, fixture->jurors, 4, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->base->faults), ==, 1);
  sceau_workflow_fixture_forget_faults (fixture->base);

  g_assert_false (sceau_open_jury (fixture->school, id, fixture->jurors, 4, "   ", fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "quorum");
  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 4, " Grève des transports. ", fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->base->faults), ==, 0);
  session = sceau_jury_table_find (fixture->school, id, NULL);
  g_assert_cmpstr (session->derogation, ==, "Grève des transports.");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "jury.open"), ==, 1);

  /* Each further reason is a sentence of its own. */
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Déjeuner", fixture->base->faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 3, "Train supprimé", fixture->base->faults, &error));
  g_clear_pointer (&session, sceau_jury_session_free);
  session = sceau_jury_table_find (fixture->school, id, NULL);
  g_assert_cmpstr (session->derogation, ==, "Grève des transports. Train supprimé");
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Déjeuner", fixture->base->faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 3, "Malaise", fixture->base->faults, &error));
  g_clear_pointer (&session, sceau_jury_session_free);
  session = sceau_jury_table_find (fixture->school, id, NULL);
  g_assert_cmpstr (session->derogation, ==, "Grève des transports. Train supprimé. Malaise");
}

static void
test_a_derogation_without_need_is_not_kept (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, "Au cas où.", fixture->base->faults, &error));
  session = sceau_jury_table_find (fixture->school, id, NULL);
  g_assert_null (session->derogation);
}

static void
test_a_derogation_mends_no_wrong_list (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  const gint64 stranger = 99;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_open_jury (fixture->school, id, &stranger, 1, "Motif.", fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "not convened");
  g_assert_false (sceau_open_jury (fixture->school, id, NULL, 0, "Motif.", fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Nobody is present");
}

/* 3 of 5 by derogation a: 40 % of five is two. */
static void
test_quotas_stop_the_opening (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (int i = 0; i < 3; i++)
    sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_DEROGATION_A, NULL);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_assert_false (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "40 % of a cohort of 5 leaves 2 places, and 3 are taken");
}

static void
test_an_empty_cohort_has_no_session (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "no candidate");
}

/* Proposals and decisions ---------------------------------------------------------- */

static SceauDecision *
find_decision (SceauJuryFixture *fixture, gint64 id, guint index)
{
  return sceau_decision_table_find (fixture->school, id, g_array_index (fixture->enrolments, gint64, index), NULL);
}

static void
test_who_withdrew_is_proposed_as_such (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  sceau_workflow_fixture_withdraw (fixture->school, g_array_index (fixture->enrolments, gint64, 1), "Abandon", &error);
  g_assert_no_error (error);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  decision = find_decision (fixture, id, 1);
  g_assert_cmpint (decision->proposal, ==, SCEAU_OUTCOME_WITHDRAWN);
}

static void
test_proposing_again_keeps_decisions (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (3);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (SceauDecision) kept = NULL;
  g_autoptr (SceauDecision) reopened = NULL;
  g_autoptr (SceauDecision) added = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir.", &error));
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A002", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, &error));
  sceau_jury_fixture_fail_block (fixture, 0);
  sceau_jury_fixture_fail_block (fixture, 1);
  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_INITIAL, SCEAU_ADMISSION_NORMAL, NULL);
  g_assert_true (propose (fixture, id, &error));
  g_assert_no_error (error);

  kept = find_decision (fixture, id, 0);
  g_assert_cmpint (kept->proposal, ==, SCEAU_OUTCOME_PARTIAL);
  g_assert_true (kept->decided);
  g_assert_cmpint (kept->outcome, ==, SCEAU_OUTCOME_DEFERRED);
  reopened = find_decision (fixture, id, 1);
  g_assert_cmpint (reopened->proposal, ==, SCEAU_OUTCOME_PARTIAL);
  g_assert_false (reopened->decided);
  added = find_decision (fixture, id, 3);
  g_assert_cmpint (added->proposal, ==, SCEAU_OUTCOME_CERTIFIED);
}

static void
test_proposing_twice_writes_once (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (GError) error = NULL;

  g_assert_true (propose (fixture, id, &error));
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "jury.propose"), ==, 1);
}

static void
test_a_cancelled_round_writes_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (open_session (fixture, id, &error));
  before = sceau_workflow_fixture_digest (fixture->base);
  g_cancellable_cancel (cancellable);
  g_assert_false (sceau_propose_decisions (fixture->school, id, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = sceau_workflow_fixture_digest (fixture->base);
  g_assert_cmpstr (before, ==, after);
}

/* What a jury may decide about a learner who passed everything, and about one without the fourth block. */
static const struct
{
  const char *sentence;
  guint index;
  SceauOutcome outcome;
  const char *blocks; /* separated by spaces, or NULL */
  const char *reason;
  int votes[3];
  const char *said;   /* NULL: it is decided */
} rulings[] = {
  { "as proposed, no reason is needed", 0, SCEAU_OUTCOME_CERTIFIED, NULL, NULL, { -1, -1, -1 }, NULL },
  { "another outcome needs a reason", 0, SCEAU_OUTCOME_DEFERRED, NULL, NULL, { -1, -1, -1 }, "gives no reason" },
  { "spaces are no reason", 0, SCEAU_OUTCOME_DEFERRED, NULL, "  ", { -1, -1, -1 }, "gives no reason" },
  { "with a reason the jury decides otherwise", 0, SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir.", { -1, -1, -1 }, NULL },
  { "fewer blocks than proposed need a reason", 1, SCEAU_OUTCOME_PARTIAL, "RNCP41445BC01", NULL, { -1, -1, -1 }, "gives no reason" },
  { "a block that does not exist", 1, SCEAU_OUTCOME_PARTIAL, "BC9", "Motif.", { -1, -1, -1 }, "no block of this code" },
  { "certified needs every block", 1, SCEAU_OUTCOME_CERTIFIED, "RNCP41445BC01", "Motif.", { -1, -1, -1 }, "only when this block" },
  { "the jury may give the missing block", 1, SCEAU_OUTCOME_CERTIFIED, NULL, "Compensé par la thèse.", { -1, -1, -1 }, NULL },
  { "five members cast five votes", 0, SCEAU_OUTCOME_CERTIFIED, NULL, NULL, { 3, 1, 1 }, NULL },
  { "five members cast no six votes", 0, SCEAU_OUTCOME_CERTIFIED, NULL, NULL, { 4, 1, 1 }, "Votes counted: 6; members present: 5" },
  { "a vote has three numbers", 0, SCEAU_OUTCOME_CERTIFIED, NULL, NULL, { 4, -1, 1 }, "incomplete" },
  { "a majority against decides the contrary", 0, SCEAU_OUTCOME_CERTIFIED, NULL, NULL, { 1, 4, 0 }, "majority is against" },
  { "fraud leaves nothing new", 0, SCEAU_OUTCOME_FRAUD, NULL, "Plagiat.", { -1, -1, -1 }, NULL },
};

static void
test_rulings (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id;

  sceau_jury_fixture_fail_block (fixture, 1);
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  for (guint i = 0; i < G_N_ELEMENTS (rulings); i++)
    {
      g_auto (GStrv) blocks = rulings[i].blocks != NULL ? g_strsplit (rulings[i].blocks, " ", -1) : NULL;
      const SceauVerdict verdict = { rulings[i].index == 0 ? "A001" : "A002", rulings[i].outcome, (const char *const *) blocks,
                                     rulings[i].reason, rulings[i].votes[0], rulings[i].votes[1], rulings[i].votes[2] };
      g_autoptr (GError) error = NULL;
      gboolean done = sceau_decide (fixture->school, id, &verdict, fixture->base->faults, &error);

      g_test_message ("%s", rulings[i].sentence);
      g_assert_cmpint (done, ==, rulings[i].said == NULL);
      if (done)
        g_assert_no_error (error);
      else
        sceau_jury_fixture_assert_said (fixture, &error, rulings[i].said);
    }
}

/* The reason of the jury and the casting vote are two sentences, whether or not the first has its full stop. */
static void
test_a_tie_is_said_after_the_reason (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir", 2, 2, 1 };
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_decide (fixture->school, id, &verdict, fixture->base->faults, &error));
  g_assert_no_error (error);
  decision = find_decision (fixture, id, 0);
  g_assert_true (g_str_has_prefix (decision->reason, "Pièce à fournir. Partage égal des voix"));
}

static void
test_fraud_takes_no_earlier_block (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_FRAUD, NULL, "Plagiat.", &error));
  decision = find_decision (fixture, id, 0);
  g_assert_cmpuint (decision->acquired_blocks->len, ==, 0);
}

static void
test_a_tie_is_the_presidents (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir.", 2, 2, 1 };
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_decide (fixture->school, id, &verdict, fixture->base->faults, &error));
  decision = find_decision (fixture, id, 0);
  sceau_assert_contains (decision->reason, "Pièce à fournir. Partage égal des voix");
}

static void
test_a_tie_without_president_decides_nothing (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  const gint64 present[] = { fixture->jurors[0], fixture->jurors[2], fixture->jurors[3], fixture->jurors[4] };
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 2, 2, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_open_jury (fixture->school, id, present, 4, "Présidence empêchée.", fixture->base->faults, &error));
  g_assert_true (propose (fixture, id, &error));
  g_assert_false (sceau_decide (fixture->school, id, &verdict, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "no president is present");
}

/* The juror of Alpha Exemple does not vote on a learner whom Alpha Exemple employs. */
static void
test_an_employer_does_not_vote (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (0);
  const SceauVerdict five = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 5, 0, 0 };
  const SceauVerdict four = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 4, 0, 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_NORMAL, "ALPHA EXEMPLE SA");
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_assert_true (sceau_check_jury (fixture->school, id, NULL, 0, fixture->base->faults, &error));
  g_assert_true (sceau_workflow_fixture_has_fault (fixture->base, SCEAU_FAULT_WARNING, 0, "takes no part in this case"));
  sceau_workflow_fixture_forget_faults (fixture->base);
  g_assert_true (open_session (fixture, id, &error));
  g_assert_true (propose (fixture, id, &error));
  g_assert_false (sceau_decide (fixture->school, id, &five, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Votes counted: 5; members present: 4");
  g_assert_true (sceau_decide (fixture->school, id, &four, fixture->base->faults, &error));
}

static void
test_who_is_unknown_is_not_decided_on (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_jury_fixture_decide (fixture, id, "Z999", SCEAU_OUTCOME_FAILED, NULL, "Motif.", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_INITIAL, SCEAU_ADMISSION_NORMAL, NULL);
  g_assert_false (sceau_jury_fixture_decide (fixture, id, "A002", SCEAU_OUTCOME_FAILED, NULL, "Motif.", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "propose first");
}

static void
test_stale_proposals_are_not_accepted (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  sceau_jury_fixture_fail_block (fixture, 1);
  g_assert_false (sceau_accept_proposals (fixture->school, id, &n, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "1 candidate is out of date");
  g_assert_true (propose (fixture, id, &error));
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_DELIBERATED);
}

static gint64
read_clock (gpointer data)
{
  return *(const gint64 *) data;
}

/* A decision after the end belongs to no sitting: it says itself when it was taken, and why, once however often it is edited. */
static void
test_a_decision_after_the_end_says_when_and_why (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  const SceauVerdict tied = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 2, 2, 0 };
  gint64 now = G_GINT64_CONSTANT (1795192800) * G_USEC_PER_SEC; /* 2026-11-20T16:40:00Z */
  g_autoptr (SceauDecision) first = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  sceau_school_set_clock (fixture->school, read_clock, &now, NULL);
  g_assert_false (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Write why the jury came back to it");
  g_assert_false (sceau_decide (fixture->school, id, &tied, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "Write why the jury came back to it");

  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir", &error));
  first = find_decision (fixture, id, 0);
  g_assert_cmpstr (first->reason, ==, "Pièce à fournir. Décision prise après la fin de la délibération, le\u00a020\u00a0novembre\u00a02026 à\u00a017\u00a0h\u00a040 (heure\u00a0de\u00a0Paris).");
  now += 16 * G_TIME_SPAN_HOUR;
  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_DEFERRED, NULL, first->reason, &error));
  again = find_decision (fixture, id, 0);
  sceau_assert_contains (again->reason, "Pièce à fournir. Décision prise après");
  sceau_assert_contains (again->reason, "21\u00a0novembre");
  g_assert_null (strstr (again->reason, "20\u00a0novembre"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/hold-jury/every-verb-in-every-state", test_every_verb_in_every_state);
  g_test_add_func ("/workflows/hold-jury/refuses-a-juror-without-name", test_refuses_a_juror_without_name);
  g_test_add_func ("/workflows/hold-jury/refuses-a-plan-that-cannot-be", test_refuses_a_plan_that_cannot_be);
  g_test_add_func ("/workflows/hold-jury/refuses-members-that-make-no-list", test_refuses_members_that_make_no_list);
  g_test_add_func ("/workflows/hold-jury/convenes-anew-until-it-opens", test_convenes_anew_until_it_opens);
  g_test_add_func ("/workflows/hold-jury/a-failed-check-needs-a-derogation", test_a_failed_check_needs_a_derogation);
  g_test_add_func ("/workflows/hold-jury/a-derogation-without-need-is-not-kept", test_a_derogation_without_need_is_not_kept);
  g_test_add_func ("/workflows/hold-jury/a-derogation-mends-no-wrong-list", test_a_derogation_mends_no_wrong_list);
  g_test_add_func ("/workflows/hold-jury/quotas-stop-the-opening", test_quotas_stop_the_opening);
  g_test_add_func ("/workflows/hold-jury/an-empty-cohort-has-no-session", test_an_empty_cohort_has_no_session);
  g_test_add_func ("/workflows/hold-jury/who-withdrew-is-proposed-as-such", test_who_withdrew_is_proposed_as_such);
  g_test_add_func ("/workflows/hold-jury/proposing-again-keeps-decisions", test_proposing_again_keeps_decisions);
  g_test_add_func ("/workflows/hold-jury/proposing-twice-writes-once", test_proposing_twice_writes_once);
  g_test_add_func ("/workflows/hold-jury/a-cancelled-round-writes-nothing", test_a_cancelled_round_writes_nothing);
  g_test_add_func ("/workflows/hold-jury/rulings", test_rulings);
  g_test_add_func ("/workflows/hold-jury/fraud-takes-no-earlier-block", test_fraud_takes_no_earlier_block);
  g_test_add_func ("/workflows/hold-jury/a-tie-is-said-after-the-reason", test_a_tie_is_said_after_the_reason);
  g_test_add_func ("/workflows/hold-jury/a-tie-is-the-presidents", test_a_tie_is_the_presidents);
  g_test_add_func ("/workflows/hold-jury/a-tie-without-president-decides-nothing", test_a_tie_without_president_decides_nothing);
  g_test_add_func ("/workflows/hold-jury/an-employer-does-not-vote", test_an_employer_does_not_vote);
  g_test_add_func ("/workflows/hold-jury/a-decision-after-the-end-says-when-and-why", test_a_decision_after_the_end_says_when_and_why);
  g_test_add_func ("/workflows/hold-jury/who-is-unknown-is-not-decided-on", test_who_is_unknown_is_not_decided_on);
  g_test_add_func ("/workflows/hold-jury/stale-proposals-are-not-accepted", test_stale_proposals_are_not_accepted);
  return g_test_run ();
}
