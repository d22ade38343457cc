/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Jurors, and a session until its seal: composition, recusals, events, reasoning, removal. */

#include <string.h>

#include "sceau-decision-table.h"
#include "sceau-juror-facts-table.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-proposal-step-table.h"
#include "sceau-recusal-table.h"
#include "sceau-school-check.h"
#include "sceau-session-event-table.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

static SceauJuror *
make_juror (void)
{
  SceauJuror *juror = sceau_juror_new ();

  juror->name = g_strdup ("Farida MODÈLE");
  juror->function = g_strdup ("Responsable");
  juror->employer = g_strdup ("Entreprise inventée");
  juror->field = g_strdup ("Réponse à incident");
  juror->email = g_strdup ("farida@exemple.invalid");
  juror->phone = g_strdup ("01 99 00 00 00");
  juror->address = g_strdup ("1, rue Inventée\n75000 Paris");
  juror->retired = TRUE;
  return juror;
}

static void
test_juror (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauJuror) juror = make_juror ();
  g_autoptr (SceauJuror) found = NULL;
  g_autoptr (GPtrArray) by_field = NULL;
  g_autoptr (GPtrArray) by_old_field = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_juror_table_insert (fixture->school, juror, &error));
  found = sceau_juror_table_find (fixture->school, juror->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->field, ==, "Réponse à incident");
  g_assert_cmpstr (found->email, ==, "farida@exemple.invalid");
  g_assert_cmpstr (found->phone, ==, "01 99 00 00 00");
  g_assert_cmpstr (found->address, ==, "1, rue Inventée\n75000 Paris");
  g_assert_true (found->retired);
  g_free (juror->field);
  juror->field = g_strdup ("Cryptographie");
  juror->retired = FALSE;
  g_assert_true (sceau_juror_table_update (fixture->school, juror, &error));
  by_field = sceau_juror_table_list (fixture->school, "crypto modele", &error);
  by_old_field = sceau_juror_table_list (fixture->school, "incident", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (by_field->len, ==, 1);
  g_assert_false (((SceauJuror *) g_ptr_array_index (by_field, 0))->retired);
  g_assert_cmpuint (by_old_field->len, ==, 0);
}

static void
test_juror_removal (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauJuror) juror = make_juror ();
  g_autoptr (SceauUnavailability) days = sceau_unavailability_new ();
  g_autoptr (SceauJuror) gone = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_juror_table_insert (fixture->school, juror, &error));
  days->juror_id = juror->id;
  days->start = sceau_date_new (2026, 10, 1);
  days->end = sceau_date_new (2026, 10, 2);
  g_assert_true (sceau_juror_unavailability_table_insert (fixture->school, days, &error));
  g_assert_true (sceau_juror_table_delete (fixture->school, juror->id, &error));
  g_assert_no_error (error);
  left = sceau_juror_unavailability_table_list (fixture->school, 0, &error);
  g_assert_cmpuint (left->len, ==, 0);
  gone = sceau_juror_table_find (fixture->school, juror->id, &error);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Named in a session that is only being prepared: stays as well. */
  sceau_test_school_plan (fixture);
  g_assert_false (sceau_juror_table_delete (fixture->school, fixture->jurors[2], &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
}

static void
test_juror_facts (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  SceauJurorConflict with_learner = { .juror_id = fixture->jurors[1], .kind = SCEAU_CONFLICT_FAMILY, .learner_number = "A002" };
  SceauJurorConflict with_cohort = { .juror_id = fixture->jurors[0], .kind = SCEAU_CONFLICT_TRAINER, .cohort_id = 1, .note = "Cours" };
  SceauJurorConflict with_nobody = { .juror_id = fixture->jurors[0], .kind = SCEAU_CONFLICT_TUTOR, .learner_number = "A999" };
  SceauJurorRecognition former = { .juror_id = fixture->jurors[0], .title = "Label inventé", .reference = "L-1",
                                   .start = sceau_date_new (2024, 1, 1), .end = sceau_date_new (2025, 1, 1) };
  SceauJurorRecognition latter = { .juror_id = fixture->jurors[0], .title = "Label inventé", .start = sceau_date_new (2025, 1, 1) };
  SceauUnavailability days = { .juror_id = fixture->jurors[0], .start = sceau_date_new (2026, 10, 2), .end = sceau_date_new (2026, 10, 1) };
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) recognitions = NULL;
  g_autoptr (GError) error = NULL;
  const SceauJurorConflict *conflict;

  g_assert_true (sceau_juror_conflict_table_insert (fixture->school, &with_learner, &error));
  g_assert_true (sceau_juror_conflict_table_insert (fixture->school, &with_cohort, &error));
  g_assert_no_error (error);
  g_assert_cmpint (with_cohort.id, >, with_learner.id);
  g_assert_false (sceau_juror_conflict_table_insert (fixture->school, &with_nobody, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  conflicts = sceau_juror_conflict_table_list (fixture->school, 0, &error);
  g_assert_cmpuint (conflicts->len, ==, 2);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpint (conflict->kind, ==, SCEAU_CONFLICT_TRAINER);
  g_assert_cmpint (conflict->cohort_id, ==, fixture->cohort_id);
  g_assert_null (conflict->learner_number);
  g_assert_cmpstr (conflict->note, ==, "Cours");
  conflict = g_ptr_array_index (conflicts, 1);
  g_assert_cmpstr (conflict->learner_number, ==, "A002");
  g_assert_true (sceau_juror_conflict_table_delete (fixture->school, with_learner.id, &error));
  g_assert_false (sceau_juror_conflict_table_delete (fixture->school, with_learner.id, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (sceau_juror_recognition_table_insert (fixture->school, &former, &error));
  g_assert_true (sceau_juror_recognition_table_insert (fixture->school, &latter, &error));
  recognitions = sceau_juror_recognition_table_list (fixture->school, fixture->jurors[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recognitions->len, ==, 2);
  g_assert_cmpint (((SceauJurorRecognition *) g_ptr_array_index (recognitions, 0))->id, ==, latter.id);
  g_assert_cmpuint (((SceauJurorRecognition *) g_ptr_array_index (recognitions, 0))->end, ==, SCEAU_NO_DATE);
  g_assert_cmpstr (((SceauJurorRecognition *) g_ptr_array_index (recognitions, 1))->reference, ==, "L-1");
  g_assert_true (sceau_juror_recognition_table_delete (fixture->school, former.id, &error));

  g_assert_false (sceau_juror_unavailability_table_insert (fixture->school, &days, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
}

/* Titular members come first, and a session keeps what the secretary planned. */
static void
test_session (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (SceauJurySession) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_plan (fixture);

  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  session->start_time = g_strdup ("14:30");
  session->embargo = sceau_date_new (2026, 12, 1);
  ((SceauJuryMember *) g_ptr_array_index (session->members, 1))->alternate = TRUE;
  g_assert_true (sceau_jury_table_update (fixture->school, session, &error));
  g_assert_true (sceau_jury_table_save_members (fixture->school, session, &error));
  found = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->start_time, ==, "14:30");
  g_assert_cmpuint (found->embargo, ==, sceau_date_new (2026, 12, 1));
  g_assert_cmpuint (found->notified, ==, SCEAU_NO_DATE);
  g_assert_cmpuint (found->members->len, ==, 5);
  g_assert_cmpint (((SceauJuryMember *) g_ptr_array_index (found->members, 1))->juror->id, ==, fixture->jurors[2]);
  g_assert_cmpint (((SceauJuryMember *) g_ptr_array_index (found->members, 4))->juror->id, ==, fixture->jurors[1]);
  g_assert_true (((SceauJuryMember *) g_ptr_array_index (found->members, 4))->alternate);

  g_free (session->start_time);
  session->start_time = g_strdup ("14h30");
  g_assert_false (sceau_jury_table_update (fixture->school, session, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
}

/* Who stays in the composition keeps the recusals; who goes takes them along; nobody is in it twice. */
static void
test_recusal (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  SceauRecusal stays = { .juror_id = fixture->jurors[0], .enrolment_id = enrolment_at (fixture, 1), .kind = SCEAU_CONFLICT_TRAINER };
  SceauRecusal goes = { .juror_id = fixture->jurors[4], .enrolment_id = enrolment_at (fixture, 0), .kind = SCEAU_CONFLICT_FAMILY, .reason = "Sœur" };
  SceauRecusal stranger = { .juror_id = 99, .enrolment_id = enrolment_at (fixture, 0), .kind = SCEAU_CONFLICT_FAMILY };
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (SceauJurySession) found = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_plan (fixture);
  const SceauRecusal *recusal;

  g_assert_true (sceau_recusal_table_insert (fixture->school, id, &stays, &error));
  g_assert_true (sceau_recusal_table_insert (fixture->school, id, &goes, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_recusal_table_insert (fixture->school, id, &stranger, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  before = sceau_recusal_table_list (fixture->school, id, &error);
  g_assert_cmpuint (before->len, ==, 2);
  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_cmpuint (session->recusals->len, ==, 2);
  g_ptr_array_remove_index (session->members, 4);
  g_assert_true (sceau_jury_table_save_members (fixture->school, session, &error));
  g_assert_no_error (error);
  found = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_cmpuint (found->members->len, ==, 4);
  g_assert_cmpuint (found->recusals->len, ==, 1);
  recusal = g_ptr_array_index (found->recusals, 0);
  g_assert_cmpstr (recusal->juror_name, ==, "Alice INVENTÉE");
  g_assert_cmpstr (recusal->learner_number, ==, "A002");
  g_assert_cmpint (recusal->kind, ==, SCEAU_CONFLICT_TRAINER);
  g_assert_null (recusal->reason);

  g_ptr_array_add (found->members, sceau_jury_member_new (sceau_juror_table_find (fixture->school, fixture->jurors[0], NULL)));
  g_assert_false (sceau_jury_table_save_members (fixture->school, found, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_recusal_table_lift (fixture->school, id, stays.juror_id, stays.enrolment_id, "Homonyme.", &error));
  g_assert_false (sceau_recusal_table_lift (fixture->school, id, stays.juror_id, stays.enrolment_id, "Homonyme.", &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_pointer (&found, sceau_jury_session_free);
  found = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->recusals->len, ==, 0);
  g_assert_cmpuint (found->lifted->len, ==, 1);
  g_assert_cmpstr (((SceauRecusal *) g_ptr_array_index (found->lifted, 0))->lifted, ==, "Homonyme.");

  /* Declared anew it stands again, in the same row; it stands once. */
  g_assert_true (sceau_recusal_table_insert (fixture->school, id, &stays, &error));
  g_assert_false (sceau_recusal_table_insert (fixture->school, id, &stays, &error));
  g_clear_pointer (&found, sceau_jury_session_free);
  found = sceau_jury_table_find (fixture->school, id, NULL);
  g_assert_cmpuint (found->recusals->len, ==, 1);
  g_assert_cmpuint (found->lifted->len, ==, 0);
}

/* Each row: what was noted, what comes next, and whether it may. */
static const struct
{
  SceauSessionState state;
  const char *events;
  SceauSessionEventKind next;
  gboolean allowed;
} orders[] = {
  { SCEAU_SESSION_PREPARATION, "", SCEAU_SESSION_EVENT_OPENED, FALSE },
  { SCEAU_SESSION_CONVENED, "", SCEAU_SESSION_EVENT_OPENED, TRUE },
  { SCEAU_SESSION_CONVENED, "", SCEAU_SESSION_EVENT_SUSPENDED, FALSE },
  { SCEAU_SESSION_OPEN, "", SCEAU_SESSION_EVENT_SUSPENDED, TRUE }, /* opened before events were noted */
  { SCEAU_SESSION_OPEN, "", SCEAU_SESSION_EVENT_RESUMED, FALSE },
  { SCEAU_SESSION_OPEN, "o", SCEAU_SESSION_EVENT_OPENED, FALSE },
  { SCEAU_SESSION_OPEN, "o", SCEAU_SESSION_EVENT_RESUMED, FALSE },
  { SCEAU_SESSION_OPEN, "o", SCEAU_SESSION_EVENT_CLOSED, TRUE },
  { SCEAU_SESSION_OPEN, "os", SCEAU_SESSION_EVENT_SUSPENDED, FALSE },
  { SCEAU_SESSION_OPEN, "os", SCEAU_SESSION_EVENT_CLOSED, FALSE },
  { SCEAU_SESSION_OPEN, "os", SCEAU_SESSION_EVENT_RESUMED, TRUE },
  { SCEAU_SESSION_OPEN, "osr", SCEAU_SESSION_EVENT_SUSPENDED, TRUE },
  { SCEAU_SESSION_OPEN, "osrc", SCEAU_SESSION_EVENT_CLOSED, FALSE },
  { SCEAU_SESSION_OPEN, "oc", SCEAU_SESSION_EVENT_SUSPENDED, FALSE },
};

static void
test_event_order (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  static const char letters[] = "osrc"; /* in the order of SceauSessionEventKind */
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_plan (fixture);

  for (SceauSessionState state = SCEAU_SESSION_CONVENED; state <= orders[row].state; state++)
    sceau_test_school_advance (fixture, id, state);
  for (const char *event = orders[row].events; *event != '\0'; event++)
    g_assert_true (sceau_session_event_table_append (fixture->school, id, (SceauSessionEventKind) (strchr (letters, *event) - letters),
                                                     NULL, NULL, &error));
  g_assert_cmpint (sceau_session_event_table_append (fixture->school, id, orders[row].next, NULL, NULL, &error), ==, orders[row].allowed);
  if (orders[row].allowed)
    g_assert_no_error (error);
  else
    g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
}

/* Nobody decides while the session is suspended, and it does not end. */
static void
test_suspension (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (SceauJurySession) suspended = NULL;
  g_autoptr (SceauJurySession) resumed = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_open (fixture);

  g_assert_true (sceau_session_event_table_append (fixture->school, id, SCEAU_SESSION_EVENT_OPENED, NULL, "1,2,3", &error));
  g_assert_true (sceau_session_event_table_append (fixture->school, id, SCEAU_SESSION_EVENT_SUSPENDED, "Déjeuner", NULL, &error));
  g_assert_no_error (error);
  suspended = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_true (suspended->suspended);
  g_assert_cmpuint (suspended->events->len, ==, 2);
  g_assert_cmpstr (((SceauSessionEvent *) g_ptr_array_index (suspended->events, 0))->present, ==, "1,2,3");
  g_assert_cmpstr (((SceauSessionEvent *) g_ptr_array_index (suspended->events, 1))->reason, ==, "Déjeuner");
  g_assert_cmpstr (((SceauSessionEvent *) g_ptr_array_index (suspended->events, 1))->at, ==, "2026-11-22T10:00:00Z");
  list = sceau_jury_table_list (fixture->school, NULL, &error);
  g_assert_true (((SceauJurySession *) g_ptr_array_index (list, 0))->suspended);
  decision = sceau_decision_table_find (fixture->school, id, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_false (sceau_decision_table_save (fixture->school, decision, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (sceau_jury_table_advance (fixture->school, id, SCEAU_SESSION_DELIBERATED, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (sceau_session_event_table_append (fixture->school, id, SCEAU_SESSION_EVENT_RESUMED, NULL, "1,2,3", &error));
  g_assert_true (sceau_decision_table_save (fixture->school, decision, &error));
  g_assert_true (sceau_jury_table_advance (fixture->school, id, SCEAU_SESSION_DELIBERATED, &error));
  g_assert_true (sceau_session_event_table_append (fixture->school, id, SCEAU_SESSION_EVENT_CLOSED, NULL, NULL, &error));
  g_assert_no_error (error);
  resumed = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_false (resumed->suspended);
}

static SceauProposalStep *
make_step (const char *subject, gboolean met, gboolean pending)
{
  SceauProposalStep *step = g_new0 (SceauProposalStep, 1);

  step->subject = g_strdup (subject);
  step->rule = g_strdup ("seuil");
  step->found = g_strdup ("9,75 sur 20");
  step->expected = g_strdup ("au moins 10 sur 20");
  step->decisive = !met;
  step->met = met;
  step->pending = pending;
  return step;
}

static void
test_proposal_steps (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_proposal_step_free);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_open (fixture);
  const SceauProposalStep *step;

  g_ptr_array_add (steps, make_step ("BC01-EC1", FALSE, FALSE));
  g_ptr_array_add (steps, make_step ("BC01-MSP", TRUE, FALSE));
  g_ptr_array_add (steps, make_step ("ENSEMBLE", FALSE, TRUE));
  g_assert_true (sceau_proposal_step_table_save (fixture->school, id, enrolment_at (fixture, 0), steps, &error));
  g_assert_true (sceau_proposal_step_table_save (fixture->school, id, enrolment_at (fixture, 0), steps, &error));
  kept = sceau_proposal_step_table_list (fixture->school, id, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 3);
  step = g_ptr_array_index (kept, 0);
  g_assert_cmpstr (step->subject, ==, "BC01-EC1");
  g_assert_cmpstr (step->expected, ==, "au moins 10 sur 20");
  g_assert_true (step->decisive && !step->met && !step->pending);
  step = g_ptr_array_index (kept, 1);
  g_assert_true (step->met && !step->decisive);
  step = g_ptr_array_index (kept, 2);
  g_assert_true (step->pending && !step->met);
  /* The steps go with the decision that they explain. */
  g_assert_true (sceau_decision_table_delete (fixture->school, id, enrolment_at (fixture, 0), &error));
  left = sceau_proposal_step_table_list (fixture->school, id, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
}

/* Until it is opened a session can be taken back with all that was noted about it. */
static void
test_removal (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (SceauDecision) decision = sceau_decision_new ();
  SceauRecusal recusal = { .juror_id = fixture->jurors[0], .enrolment_id = enrolment_at (fixture, 0), .kind = SCEAU_CONFLICT_TUTOR };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_plan (fixture);
  gint64 opened;

  decision->session_id = id;
  decision->enrolment_id = enrolment_at (fixture, 0);
  decision->proposal = SCEAU_OUTCOME_FAILED;
  g_assert_true (sceau_decision_table_save (fixture->school, decision, &error));
  g_assert_true (sceau_recusal_table_insert (fixture->school, id, &recusal, &error));
  sceau_test_school_advance (fixture, id, SCEAU_SESSION_CONVENED);
  g_assert_true (sceau_jury_table_delete (fixture->school, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sceau_jury_table_count (fixture->school, NULL, &error), ==, 0);
  g_assert_false (sceau_jury_table_delete (fixture->school, id, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  opened = sceau_test_school_open (fixture);
  g_assert_false (sceau_jury_table_delete (fixture->school, opened, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  /* And nothing of it went. */
  g_clear_pointer (&decision, sceau_decision_free);
  decision = sceau_decision_table_find (fixture->school, opened, enrolment_at (fixture, 0), &error);
  g_assert_no_error (error);
  g_assert_true (sceau_school_check (fixture->school, faults, &error));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/jury-course/juror", test_juror);
  g_test_add_func ("/store/jury-course/juror-removal", test_juror_removal);
  g_test_add_func ("/store/jury-course/juror-facts", test_juror_facts);
  g_test_add_func ("/store/jury-course/session", test_session);
  g_test_add_func ("/store/jury-course/recusal", test_recusal);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/jury-course/event-after-%s-%s-%s", sceau_session_state_to_id (orders[i].state),
                                               orders[i].events[0] != '\0' ? orders[i].events : "nothing",
                                               sceau_session_event_kind_to_id (orders[i].next));

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_event_order);
    }
  g_test_add_func ("/store/jury-course/suspension", test_suspension);
  g_test_add_func ("/store/jury-course/proposal-steps", test_proposal_steps);
  g_test_add_func ("/store/jury-course/removal", test_removal);
  return g_test_run ();
}
