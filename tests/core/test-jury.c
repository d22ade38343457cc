/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The life of a session, and a decision against its proposal: three blocks (A, B, C) and a thesis (T). */

#include "sceau-jury.h"
#include "test-dossier.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  SceauSessionState from;
  SceauSessionState to;
  gboolean allowed;
  const char *says;
} TransitionRow;

static const TransitionRow transition_rows[] = {
  { "a session in preparation is convened", SCEAU_SESSION_PREPARATION, SCEAU_SESSION_CONVENED, TRUE, NULL },
  { "a convened session opens", SCEAU_SESSION_CONVENED, SCEAU_SESSION_OPEN, TRUE, NULL },
  { "an open session is deliberated", SCEAU_SESSION_OPEN, SCEAU_SESSION_DELIBERATED, TRUE, NULL },
  { "a deliberated session is sealed", SCEAU_SESSION_DELIBERATED, SCEAU_SESSION_SEALED, TRUE, NULL },
  { "a session does not open before it is convened", SCEAU_SESSION_PREPARATION, SCEAU_SESSION_OPEN, FALSE, "convene" },
  { "a session is not sealed while it is in preparation", SCEAU_SESSION_PREPARATION, SCEAU_SESSION_SEALED, FALSE, "convene" },
  { "a session is not sealed before it is open", SCEAU_SESSION_CONVENED, SCEAU_SESSION_SEALED, FALSE, "open it" },
  { "a session is not sealed before it is deliberated", SCEAU_SESSION_OPEN, SCEAU_SESSION_SEALED, FALSE, "decide on every" },
  { "a deliberated session does not open again", SCEAU_SESSION_DELIBERATED, SCEAU_SESSION_OPEN, FALSE, "seal" },
  { "an open session is not opened twice", SCEAU_SESSION_OPEN, SCEAU_SESSION_OPEN, FALSE, "is open" },
  { "a convened session does not go back", SCEAU_SESSION_CONVENED, SCEAU_SESSION_PREPARATION, FALSE, "is convened" },
  { "a sealed session does not go back", SCEAU_SESSION_SEALED, SCEAU_SESSION_PREPARATION, FALSE, "rectifying session" },
  { "a sealed session is not sealed again", SCEAU_SESSION_SEALED, SCEAU_SESSION_SEALED, FALSE, "rectifying session" },
  { "there is nothing after sealed", SCEAU_SESSION_SEALED, SCEAU_SESSION_SEALED + 1, FALSE, "cannot change" },
};

static void
test_transition (gconstpointer data)
{
  const TransitionRow *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_session_check_transition (row->from, row->to, &error), ==, row->allowed);
  if (row->allowed)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  test_assert_says (error->message, row->says);
}

#define NO_VOTE -1, -1, -1
#define NO_PARTIAL TRUE

typedef struct
{
  const char *sentence;
  const char *results;
  const char *acquired; /* before the session */
  gboolean no_partial;
  SceauOutcome outcome;
  const char *blocks; /* that the decision says are acquired */
  const char *reason;
  int votes_for, votes_against, votes_abstain; /* of five members present */
  const char *field;                           /* of the first error, NULL when it is accepted */
  const char *targets;                         /* NULL: the whole */
  SceauEnrolmentState state;                   /* active when not said */
} Row;

#define ALL_PASSED "A=10 B=10 C=10 T=10"
#define TWO_PASSED "A=10 B=10 C=9 T=10"

static const Row rows[] = {
  { "a decision like the proposal needs no reason", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL,
    NO_VOTE, NULL },
  { "the order of the blocks is no difference", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC03 BC01 BC02", NULL, NO_VOTE,
    NULL },
  { "another outcome without a reason is refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_DEFERRED, "BC01 BC02 BC03", NULL,
    NO_VOTE, "reason" },
  { "another outcome with its reason is accepted", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_DEFERRED, "BC01 BC02 BC03",
    "Dossier à compléter", NO_VOTE, NULL },
  { "a reason of blanks is none", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_DEFERRED, "BC01 BC02 BC03", " \302\240 ", NO_VOTE,
    "reason" },
  { "other blocks without a reason are refused", TWO_PASSED, "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01", NULL, NO_VOTE, "reason" },
  { "the jury may lift a candidate and says why", TWO_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03",
    "Soutenance remarquable", NO_VOTE, NULL },
  { "certified wants every required block", TWO_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02", "Indulgence", NO_VOTE,
    "blocks" },
  { "certified wants every requirement", "A=10 B=10 C=10 T=5", "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03",
    "Indulgence", NO_VOTE, "requirements" },
  { "a block that the learner did not come for is refused", TWO_PASSED, "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Indulgence", NO_VOTE,
    "blocks", "BC01" },
  { "who came for one block is not certified by the jury's kindness", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03",
    "Soutenance remarquable", NO_VOTE, "blocks", "BC01" },
  { "who came for one block may keep another from before", "A=10", "BC02:vae", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", NULL, NO_VOTE,
    NULL, "BC01" },
  { "who completes the blocks acquired before is certified", "A=10 T=10", "BC02:vae BC03:vae", FALSE, SCEAU_OUTCOME_CERTIFIED,
    "BC01 BC02 BC03", NULL, NO_VOTE, NULL, "BC01" },
  { "a failure gives no block where partial results are not admitted", TWO_PASSED, "", NO_PARTIAL, SCEAU_OUTCOME_FAILED, "BC01", "Essai",
    NO_VOTE, "blocks" },
  { "a failure keeps the block from before where partial results are not admitted", "B=9 C=9 T=9", "BC01:vae", NO_PARTIAL,
    SCEAU_OUTCOME_FAILED, "BC01", NULL, NO_VOTE, NULL },
  { "a failure without blocks is the proposal where partial results are not admitted", TWO_PASSED, "", NO_PARTIAL, SCEAU_OUTCOME_FAILED, "",
    NULL, NO_VOTE, NULL },
  { "a deferral gives no block where partial results are not admitted", "A=10 B=10 T=10", "", NO_PARTIAL, SCEAU_OUTCOME_DEFERRED, "BC01 BC02",
    "Essai", NO_VOTE, "blocks" },
  { "a deferral keeps the blocks passed where partial results are admitted", "A=10 B=10 T=10", "", FALSE, SCEAU_OUTCOME_DEFERRED, "BC01 BC02",
    NULL, NO_VOTE, NULL },
  { "a fraud decided against the proposal needs its reason", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_FRAUD, "", NULL, NO_VOTE, "reason" },
  { "a failure decided against the proposal needs its reason", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_FAILED, "", NULL, NO_VOTE, "reason" },
  { "a unanimous vote is accepted", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 5, 0, 0, NULL },
  { "a vote below zero is refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 3, 0, -2, "votes" },
  { "a block of another certification is refused", TWO_PASSED, "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC09", "Erreur", NO_VOTE,
    "blocks" },
  { "a block acquired before cannot be taken away", "B=9 C=9 T=9", "BC01:vae", FALSE, SCEAU_OUTCOME_FAILED, "", "Insuffisant",
    NO_VOTE, "blocks" },
  { "a block acquired before is kept by a failure", "B=9 C=9 T=9", "BC01:vae", FALSE, SCEAU_OUTCOME_FAILED, "BC01",
    "Insuffisant", NO_VOTE, NULL },
  { "partial is refused where the fiche admits none", TWO_PASSED, "", NO_PARTIAL, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Essai",
    NO_VOTE, "outcome" },
  { "partial without a block is refused", "A=9 B=9 C=9 T=9", "", FALSE, SCEAU_OUTCOME_PARTIAL, "", "Essai", NO_VOTE, "blocks" },
  { "as many votes as members are accepted", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 3, 1, 1,
    NULL },
  { "fewer votes than members are accepted", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 3, 1, 0,
    NULL },
  { "more votes than members are refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 3, 2, 1,
    "votes" },
  { "abstentions alone are refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 0, 0, 5, "votes" },
  { "a vote of nobody is refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 0, 0, 0, "votes" },
  { "an incomplete vote is refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, 3, -1, 0, "votes" },
  { "votes that overflow are refused", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, G_MAXINT,
    G_MAXINT, 0, "votes" },
  { "who was excluded is not certified, whatever the reason", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03",
    "Clémence", NO_VOTE, "outcome", NULL, SCEAU_ENROLMENT_EXCLUDED },
  { "who was excluded keeps the block from before", "B=9 C=9 T=9", "BC01:vae", FALSE, SCEAU_OUTCOME_FRAUD, "BC01", NULL, NO_VOTE, NULL,
    NULL, SCEAU_ENROLMENT_EXCLUDED },
  { "who was excluded loses no block from before", "B=9 C=9 T=9", "BC01:vae", FALSE, SCEAU_OUTCOME_FRAUD, "", "Fraude", NO_VOTE, "blocks",
    NULL, SCEAU_ENROLMENT_EXCLUDED },
  { "who was excluded is given nothing new", "A=9 B=9 C=9 T=9", "", FALSE, SCEAU_OUTCOME_FRAUD, "BC02", "Clémence", NO_VOTE, "blocks",
    NULL, SCEAU_ENROLMENT_EXCLUDED },
  { "who was excluded is not certified by all blocks from before", "T=10", "BC01:vae BC02:vae BC03:vae", FALSE, SCEAU_OUTCOME_CERTIFIED,
    "BC01 BC02 BC03", "Clémence", NO_VOTE, "outcome", NULL, SCEAU_ENROLMENT_EXCLUDED },
  { "who withdrew is not certified, whatever the reason", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03",
    "Clémence", NO_VOTE, "outcome", NULL, SCEAU_ENROLMENT_WITHDRAWN },
  { "who interrupted is not certified, whatever the reason", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03",
    "Clémence", NO_VOTE, "outcome", NULL, SCEAU_ENROLMENT_INTERRUPTED },
  { "who withdrew keeps the blocks passed", "A=10 B=10", "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Deux blocs évalués avant le départ",
    NO_VOTE, NULL, NULL, SCEAU_ENROLMENT_WITHDRAWN },
  { "who withdrew may be given a block that was assessed", "A=9 B=10", "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Soutenance remarquable",
    NO_VOTE, NULL, NULL, SCEAU_ENROLMENT_WITHDRAWN },
  { "who withdrew is given no block that was not assessed", "A=10", "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Indulgence", NO_VOTE,
    "blocks", NULL, SCEAU_ENROLMENT_WITHDRAWN },
  { "an absence is no assessment of who withdrew", "A=10 B=ABS", "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Indulgence", NO_VOTE,
    "blocks", NULL, SCEAU_ENROLMENT_WITHDRAWN },
  { "who interrupted is given no block that was not assessed", "A=10", "", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Indulgence", NO_VOTE,
    "blocks", NULL, SCEAU_ENROLMENT_INTERRUPTED },
  { "who interrupted keeps a block from before", "A=10", "BC02:vae", FALSE, SCEAU_OUTCOME_PARTIAL, "BC01 BC02", "Interruption", NO_VOTE, NULL,
    NULL, SCEAU_ENROLMENT_INTERRUPTED },
  { "who came back is certified like anybody", ALL_PASSED, "", FALSE, SCEAU_OUTCOME_CERTIFIED, "BC01 BC02 BC03", NULL, NO_VOTE, NULL, NULL,
    SCEAU_ENROLMENT_ACTIVE },
};

static SceauDecision *
make_decision (const Row *row)
{
  SceauDecision *decision = sceau_decision_new ();
  g_auto (GStrv) blocks = g_strsplit (row->blocks, " ", -1);

  decision->decided = TRUE;
  decision->outcome = row->outcome;
  decision->reason = g_strdup (row->reason);
  decision->votes_for = row->votes_for;
  decision->votes_against = row->votes_against;
  decision->votes_abstain = row->votes_abstain;
  for (char **block = blocks; *block != NULL && **block != '\0'; block++)
    g_ptr_array_add (decision->acquired_blocks, g_strdup (*block));
  return decision;
}

static TestDossier *
make_dossier (const Row *row)
{
  TestDossier *dossier = test_dossier_new ();
  SceauRequirement *thesis = sceau_requirement_new ();

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_block (dossier, "BC02", 0);
  test_dossier_add_block (dossier, "BC03", 0);
  test_dossier_add_modalities (dossier, "BC01", "A");
  test_dossier_add_modalities (dossier, "BC02", "B");
  test_dossier_add_modalities (dossier, "BC03", "C");
  test_dossier_add_modalities (dossier, NULL, "T");
  thesis->code = g_strdup ("THESE");
  thesis->modality_code = g_strdup ("T");
  g_ptr_array_add (dossier->plan->requirements, thesis);
  dossier->certification->partial_allowed = !row->no_partial;
  dossier->enrolment->state = row->state;
  test_dossier_target (dossier, row->targets != NULL ? row->targets : "");
  test_dossier_add_acquired (dossier, row->acquired);
  test_dossier_add_results (dossier, row->results);
  return dossier;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TestDossier) dossier = make_dossier (row);
  g_autoptr (SceauProposal) proposal = sceau_proposal_new (&dossier->dossier);
  g_autoptr (SceauDecision) decision = make_decision (row);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  g_assert_cmpint (sceau_decision_check (decision, &dossier->dossier, proposal, 5, faults), ==, row->field == NULL);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  else
    g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("jury/session", transition_rows, test_transition);
  TEST_ROWS_ADD ("jury/decision", rows, test_row);
  return g_test_run ();
}
