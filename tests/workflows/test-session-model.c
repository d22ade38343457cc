/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Lives of a school by the hundred, command after command drawn by lot, right ones and wrong ones.  Beside it lives a
 * simple model: what it refuses must be refused and leave every byte of the file as it was, what it writes must be
 * one journal entry, and the school must hold what the model holds.  SCEAU_TEST_SEED draws other lives. */

#include <string.h>

#include "sceau-certification-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-keep-jurors.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "school-life.h"

/* The sanitizers take their time: too few lives for every answer of every command to come up. */
#ifdef __SANITIZE_ADDRESS__
#define FEW 50
#else
#define FEW 200
#endif
#define MANY 3000
#define N_COMMANDS 50
#define N_LEARNERS 3
#define MOST_LEARNERS 6
#define MOST_SESSIONS 8
#define REASON "Après débat."
#define PLACE school_life_places[1]

static const char *const modalities[] = { "BC04-EC1", "BC04-EC2", "THESE", "BC01-EC1", "NOPE" };

static void
command_plan (SchoolLife *self, SceauFaults *faults)
{
  SceauDate date = school_life_draw_date (self);
  const char *place = school_life_seldom (self) ? "  " : PLACE;
  const char *cohort = school_life_seldom (self) ? "2031 Z" : SCEAU_FIXTURE_COHORT;
  g_autoptr (GError) error = NULL;
  gboolean good = date >= self->model->cohort_start && g_str_equal (place, PLACE) && g_str_equal (cohort, SCEAU_FIXTURE_COHORT);
  g_autofree char *day = sceau_date_format_iso (date);
  gint64 id;

  school_life_tell (self, "plan %s, “%s”, “%s”", day, cohort, place);
  id = sceau_plan_jury (self->school, SCEAU_FIXTURE_CODE, cohort, date, place, faults, &error);
  school_life_compare_answer (self, good ? MODEL_WRITTEN : MODEL_REFUSED, id != 0, error);
  if (id == 0)
    return;
  g_assert_cmpint (id, >, self->model->last_session);
  session_model_add_session (self->model, id, date);
}

static void
command_propose (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "propose %d", (int) session);
  done = sceau_propose_decisions (self->school, session, NULL, NULL, &error);
  school_life_compare_answer (self, session_model_propose (self->model, session), done, error);
}

static void
command_accept (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "accept %d", (int) session);
  done = sceau_accept_proposals (self->school, session, NULL, &error);
  school_life_compare_answer (self, session_model_accept (self->model, session), done, error);
}

static void
command_seal (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "seal %d", (int) session);
  done = sceau_seal_jury (self->school, session, faults, NULL, NULL, &error);
  school_life_compare_answer (self, session_model_seal (self->model, session), done, error);
}

static const char *
get_number (SchoolLife *self, int learner)
{
  return learner < 0 ? "Z999" : ((ModelLearner *) self->model->learners->pdata[learner])->number;
}

static ModelVerdict
draw_verdict (SchoolLife *self)
{
  static const int votes[][3] = { { -1, -1, -1 }, { -1, -1, -1 }, { 5, 0, 0 }, { 2, 2, 1 }, { 1, 4, 0 }, { 3, -1, 0 }, { 6, 0, 0 }, { 0, 0, 0 } };
  ModelVerdict verdict = { .outcome = (SceauOutcome) school_life_draw (self, SCEAU_N_OUTCOMES), .reasoned = school_life_draw (self, 3) > 0 };

  if (school_life_draw (self, 2) == 0)
    verdict.outcome = (SceauOutcome) school_life_draw (self, SCEAU_OUTCOME_FAILED + 1);
  verdict.names_blocks = school_life_draw (self, 3) == 0;
  verdict.blocks = (guint) school_life_draw (self, 16);
  verdict.unknown_block = school_life_seldom (self);
  memcpy (verdict.votes, votes[school_life_draw (self, 2) == 0 ? 0 : school_life_draw (self, G_N_ELEMENTS (votes))], sizeof verdict.votes);
  return verdict;
}

/* @blocks: room for every block, one more and the end. */
static SceauVerdict
say_verdict (SchoolLife *self, const ModelVerdict *verdict, int learner, const char **blocks)
{
  guint n = 0;

  for (guint i = 0; i < self->certification->blocks->len; i++)
    if (verdict->blocks & (1u << i))
      blocks[n++] = ((SceauBlock *) self->certification->blocks->pdata[i])->code;
  if (verdict->unknown_block)
    blocks[n++] = "RNCP41445BC99";
  blocks[n] = NULL;
  return (SceauVerdict) {
    .learner_number = get_number (self, learner),
    .outcome = verdict->outcome,
    .blocks = verdict->names_blocks ? blocks : NULL,
    .reason = verdict->reasoned ? REASON : " ",
    .votes_for = verdict->votes[0],
    .votes_against = verdict->votes[1],
    .votes_abstain = verdict->votes[2],
  };
}

static void
tell_verdict (SchoolLife *self, const char *verb, gint64 session, const ModelVerdict *verdict, int learner)
{
  school_life_tell (self, "%s %d: %s %s, blocks %s0x%x%s, %s, votes %d %d %d", verb, (int) session, get_number (self, learner),
        sceau_outcome_to_id (verdict->outcome), verdict->names_blocks ? "" : "not named ", verdict->blocks,
        verdict->unknown_block ? " and an unknown one" : "", verdict->reasoned ? "with a reason" : "without reason",
        verdict->votes[0], verdict->votes[1], verdict->votes[2]);
}

static void
command_decide (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  ModelVerdict drawn = draw_verdict (self);
  int learner = school_life_draw_learner (self);
  const char *blocks[8];
  SceauVerdict verdict = say_verdict (self, &drawn, learner, blocks);
  g_autoptr (GError) error = NULL;
  gboolean done;

  tell_verdict (self, "decide", session, &drawn, learner);
  done = sceau_decide (self->school, session, &verdict, faults, &error);
  school_life_compare_answer (self, session_model_decide (self->model, session, learner, &drawn), done, error);
}

static void
command_rectify (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  ModelVerdict drawn = draw_verdict (self);
  int learner = school_life_draw_learner (self);
  SceauDate date = school_life_seldom (self) ? school_life_draw_date (self) : sceau_date_new (2026, 11, 28);
  const char *blocks[8];
  SceauVerdict verdict = say_verdict (self, &drawn, learner, blocks);
  g_autoptr (GError) error = NULL;
  g_autofree char *day = sceau_date_format_iso (date);
  gint64 id;

  tell_verdict (self, "rectify", session, &drawn, learner);
  school_life_tell (self, "  on %s", day);
  id = sceau_rectify_jury (self->school, session, &verdict, date, faults, &error);
  school_life_compare_answer (self, session_model_rectify (self->model, session, learner, &drawn, date, id), id != 0, error);
}

static void
command_record (SchoolLife *self, SceauFaults *faults)
{
  static const SceauMark marks[]
      = { { SCEAU_MARK_VALUE, 1250 }, { SCEAU_MARK_VALUE, 1250 }, { SCEAU_MARK_VALUE, 600 },  { SCEAU_MARK_VALUE, 2001 },
          { SCEAU_MARK_BLANK, 0 },    { SCEAU_MARK_PENDING, 0 },  { SCEAU_MARK_ABSENT, 0 },   { SCEAU_MARK_EXCUSED, 0 },
          { SCEAU_MARK_EXEMPT, 0 },   { SCEAU_MARK_FRAUD, 0 },    { SCEAU_MARK_VALUE, -1 } };
  int index = school_life_draw (self, (int) self->model->learners->len);
  const ModelLearner *learner = g_ptr_array_index (self->model->learners, index);
  const char *modality = modalities[school_life_draw (self, G_N_ELEMENTS (modalities))];
  int attempt = school_life_seldom (self) ? 0 : 1 + school_life_draw (self, 3);
  SceauMark mark = marks[school_life_draw (self, G_N_ELEMENTS (marks))];
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "record %s, %s at attempt %d: %s %d", learner->number, modality, attempt, sceau_mark_kind_to_id (mark.kind), mark.value);
  g_ptr_array_add (results, sceau_result_new (learner->enrolment->id, modality, attempt, mark));
  done = sceau_record_results (self->school, results, NULL, &error);
  school_life_compare_answer (self, session_model_record (self->model, (guint) index, modality, attempt, mark), done, error);
}

static void
command_enrol (SchoolLife *self, SceauFaults *faults)
{
  guint next = self->model->learners->len + 1;
  gboolean known = school_life_seldom (self);
  gboolean nameless = school_life_seldom (self);
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  learner->number = g_strdup_printf ("A%03u", known ? 1 : next);
  learner->birth_name = g_strdup (nameless ? " " : "LEFÈVRE");
  learner->first_name = g_strdup ("Zoé");
  learner->sex = SCEAU_SEX_FEMALE;
  learner->birth_date = sceau_date_new (1994, 3, 7);
  learner->birth_commune = g_strdup ("31555");
  enrolment->route = SCEAU_ROUTE_CONTINUING;
  enrolment->entry = sceau_date_new (2026, 1, 5);
  school_life_tell (self, "enrol %s%s", learner->number, nameless ? " without a name" : "");
  done = sceau_enrol_learner (self->school, learner, enrolment, self->fixture->cohort_id, faults, &error);
  school_life_compare_answer (self, known || nameless ? MODEL_REFUSED : MODEL_WRITTEN, done, error);
  if (done)
    session_model_add_learner (self->model, learner->number, sceau_enrolment_table_find (self->school, enrolment->id, NULL));
}

static void
command_withdraw (SchoolLife *self, SceauFaults *faults)
{
  int index = school_life_draw (self, (int) self->model->learners->len);
  const ModelLearner *learner = g_ptr_array_index (self->model->learners, index);
  gboolean reasoned = !school_life_seldom (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "withdraw %s%s", learner->number, reasoned ? "" : " without a reason");
  done = sceau_workflow_fixture_withdraw (self->school, learner->enrolment->id, reasoned ? REASON : "", &error);
  school_life_compare_answer (self, session_model_withdraw (self->model, (guint) index, reasoned), done, error);
}

static void
take_parchemins (SchoolLife *self, GPtrArray *certificates, guint due, SceauDate decided)
{
  for (guint i = 0; i < self->model->learners->len; i++)
    {
      ModelLearner *learner = g_ptr_array_index (self->model->learners, i);

      for (guint j = 0; (due & (1u << i)) != 0 && j < certificates->len; j++)
        {
          const SceauCertificate *certificate = g_ptr_array_index (certificates, j);

          if (certificate->enrolment_id != learner->enrolment->id)
            continue;
          learner->certificate = g_strdup (certificate->number);
          learner->decided = decided;
        }
    }
}

static void
command_issue (SchoolLife *self, SceauFaults *faults)
{
  gint64 session = school_life_draw_session (self);
  SceauDate delivered = school_life_seldom (self) ? school_life_draw_date (self) : sceau_date_new (2026, 12, 1);
  gboolean placed = !school_life_seldom (self);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;
  ModelAnswer expected;
  guint due;

  school_life_tell (self, "issue %d%s", (int) session, placed ? "" : " without a place");
  certificates = sceau_issue_certificates (
      self->school,
      &(SceauIssueOptions){ .session_id = session, .delivered = delivered, .place = placed ? PLACE : NULL }, faults,
      NULL, NULL, &error);
  expected = session_model_issue (self->model, session, delivered, placed, &due);
  school_life_compare_answer (self, expected, certificates != NULL, error);
  if (expected == MODEL_WRITTEN)
    take_parchemins (self, certificates, due, session_model_find (self->model, session)->day.date);
}

static void
command_revoke (SchoolLife *self, SceauFaults *faults)
{
  ModelLearner *learner = g_ptr_array_index (self->model->learners, school_life_draw (self, (int) self->model->learners->len));
  const char *number = learner->certificate != NULL ? learner->certificate : "2026-0099";
  gboolean reasoned = !school_life_seldom (self);
  gboolean right = reasoned && learner->certificate != NULL && learner->decided <= self->model->today;
  g_autoptr (GError) error = NULL;
  gboolean done;

  school_life_tell (self, "revoke %s%s", number, reasoned ? "" : " without a reason");
  done = sceau_revoke_certificate (self->school, number, reasoned ? REASON : NULL, &error);
  school_life_compare_answer (self, right ? MODEL_WRITTEN : MODEL_REFUSED, done, error);
  if (done)
    g_clear_pointer (&learner->certificate, g_free);
}

typedef void (*Command) (SchoolLife *self, SceauFaults *faults);

/* What brings a session forward comes more often: most lives should see a seal. */
static Command
draw_command (SchoolLife *self)
{
  static const Command forward[]
      = { school_life_convene, school_life_open, command_propose, command_accept, command_seal, command_issue };
  static const Command any[]
      = { command_decide,      command_rectify,    command_record,      command_withdraw,   command_revoke,     command_decide,
          command_rectify,     command_record,     school_life_amend,   school_life_recuse, school_life_lift,   school_life_suspend,
          school_life_recuse,  school_life_resume, school_life_notify,  school_life_attach, school_life_appeal, school_life_reply };
  static const Command sitting[] = { command_propose, command_propose, command_decide,     command_decide,      command_accept,
                                     command_accept,  command_accept,  school_life_recuse, school_life_suspend };
  static const Command afterwards[] = { command_rectify,    command_rectify,    command_issue,    school_life_notify, school_life_notify,
                                        school_life_appeal, school_life_appeal, school_life_reply, school_life_reply,  school_life_attach };
  const ModelSession *session;

  self->focus = 0;
  if (self->model->sessions->len == 0 || (self->model->sessions->len < MOST_SESSIONS && school_life_draw (self, 16) == 0))
    return command_plan;
  if (self->model->learners->len < MOST_LEARNERS && school_life_draw (self, 20) == 0)
    return command_enrol;
  if (school_life_draw (self, 40) == 0)
    return school_life_remove;
  session = self->model->sessions->pdata[school_life_draw (self, (int) self->model->sessions->len)];
  self->focus = session->id;
  if (school_life_draw (self, 3) == 0)
    return any[school_life_draw (self, G_N_ELEMENTS (any))];
  switch (session->state)
    {
    case SCEAU_SESSION_PREPARATION:
      return school_life_convene;
    case SCEAU_SESSION_CONVENED:
      return school_life_open;
    case SCEAU_SESSION_OPEN:
      if (session->suspended && school_life_draw (self, 4) > 0)
        return school_life_resume;
      return sitting[school_life_draw (self, G_N_ELEMENTS (sitting))];
    case SCEAU_SESSION_DELIBERATED:
      return command_seal;
    case SCEAU_SESSION_SEALED:
      break;
    }
  return school_life_draw (self, 6) > 0 ? afterwards[school_life_draw (self, G_N_ELEMENTS (afterwards))]
                                        : forward[school_life_draw (self, G_N_ELEMENTS (forward))];
}

/* Each of them must have been refused once, and done once. */
static const struct
{
  const char *name;
  Command command;
} commands[] = {
  { "plan", command_plan },           { "convene", school_life_convene }, { "open", school_life_open },       { "propose", command_propose },
  { "decide", command_decide },       { "accept", command_accept },       { "seal", command_seal },           { "rectify", command_rectify },
  { "record", command_record },       { "enrol", command_enrol },         { "withdraw", command_withdraw },   { "issue", command_issue },
  { "revoke", command_revoke },       { "amend", school_life_amend },     { "remove", school_life_remove },   { "suspend", school_life_suspend },
  { "resume", school_life_resume },   { "recuse", school_life_recuse },   { "lift", school_life_lift },       { "notify", school_life_notify },
  { "attach", school_life_attach },   { "appeal", school_life_appeal },   { "answer", school_life_reply },
};

static void
run_command (SchoolLife *self, guint seen[][MODEL_WRITTEN + 1])
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  Command command = draw_command (self);

  command (self, faults);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].command == command)
      seen[i][self->answer]++;
  if (self->answer == MODEL_WRITTEN)
    school_life_compare_state (self);
}

static guint
count_sealed (const SessionModel *model)
{
  guint n = 0;

  for (guint i = 0; i < model->sessions->len; i++)
    n += ((ModelSession *) model->sessions->pdata[i])->state == SCEAU_SESSION_SEALED;
  return n;
}

/* Two more jurors, a conflict that is known, and the scans of minutes. */
static void
prepare (SchoolLife *self)
{
  const SceauJuror external = { .name = (char *) "Nora MODÈLE", .function = (char *) "Auditrice", .employer = (char *) "Delta Exemple SAS",
                                .sex = SCEAU_SEX_FEMALE };
  const SceauJuror director = { .name = (char *) "Omar MODÈLE", .function = (char *) "Directeur", .employer = (char *) "École fictive du Nord",
                                .internal = TRUE, .sex = SCEAU_SEX_MALE };
  SceauJurorConflict conflict = { .kind = SCEAU_CONFLICT_TRAINER, .learner_number = (char *) "A002" };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  memcpy (self->jurors, self->fixture->jurors, sizeof self->fixture->jurors);
  self->jurors[MODEL_EXTERNAL_ALTERNATE] = sceau_add_juror (self->fixture->school, &external, faults, &error);
  g_assert_no_error (error);
  self->jurors[MODEL_DIRECTOR_ALTERNATE] = sceau_add_juror (self->fixture->school, &director, faults, &error);
  g_assert_no_error (error);
  conflict.juror_id = self->jurors[MODEL_IN_CONFLICT];
  sceau_declare_conflict (self->fixture->school, &conflict, faults, &error);
  g_assert_no_error (error);
  self->scans[0] = sceau_workflow_fixture_write (self->fixture->base, "pv.pdf", "%PDF-1.4 signed\n%%EOF\n");
  self->scans[1] = sceau_workflow_fixture_write (self->fixture->base, "pv.jpg", "\xff\xd8\xff signed\xff\xd9");
  self->scans[2] = sceau_workflow_fixture_write (self->fixture->base, "pv.txt", "signed");
}

static void
test_lives (void)
{
  const char *text = g_getenv ("SCEAU_TEST_SEED");
  guint32 seed = text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 41445;
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (N_LEARNERS);
  g_autoptr (SceauCertification) certification = sceau_certification_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, SCEAU_FIXTURE_CODE, NULL);
  SchoolLife life = { .fixture = fixture, .certification = certification, .plan = plan };
  int n = g_test_thorough () ? MANY : FEW;
  guint seen[G_N_ELEMENTS (commands)][MODEL_WRITTEN + 1] = { { 0 } };
  guint n_sealed = 0;

  prepare (&life);
  g_test_message ("SCEAU_TEST_SEED=%u, %d lives", seed, n);
  for (int i = 0; i < n; i++)
    {
      school_life_begin (&life, seed + (guint32) i);
      for (int command = 0; command < N_COMMANDS; command++)
        run_command (&life, seen);
      n_sealed += count_sealed (life.model);
      school_life_end (&life);
    }
  g_test_message ("%u sessions sealed", n_sealed);
  g_assert_cmpuint (n_sealed, >, (guint) n / 4);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_test_message ("%s: refused %u, done %u times", commands[i].name, seen[i][MODEL_REFUSED], seen[i][MODEL_WRITTEN]);
      g_assert_true (n < 200 || (seen[i][MODEL_REFUSED] > 0 && seen[i][MODEL_WRITTEN] > 0));
    }
  for (guint i = 0; i < G_N_ELEMENTS (life.scans); i++)
    g_free (life.scans[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/session-model/the-school-lives-as-the-model-does", test_lives);
  return g_test_run ();
}
