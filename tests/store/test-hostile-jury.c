/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The course of a session and what follows its seal, under somebody who opens the file with another program. */

#include "hostile-sql.h"
#include "sceau-appeal-table.h"
#include "sceau-certificate-table.h"
#include "sceau-juror-facts-table.h"
#include "sceau-jury-table.h"
#include "sceau-notification-table.h"
#include "sceau-proposal-step-table.h"
#include "sceau-recusal-table.h"
#include "sceau-session-event-table.h"
#include "sceau-signed-minutes-table.h"
#include "sceau-signing-key-table.h"

#define ZEROS "00000000000000000000000000000000000000000000000000000000000000"

/* Session 1 is sealed with a recusal, events and steps, notified on 1 December, with a letter, signed minutes, appeal 1
 * still open and appeal 2 rejected; session 2 is sealed, under embargo until 2027 and not notified; session 3 is open and
 * suspended; session 4 is open and running; session 5 is convened; session 6 rectifies session 2.  Key 1 is retired, key 2
 * in use.  Jurors 1 and 2 have each a conflict, a recognition and days away. */
static const HostileStatement statements[] = {
  /* What the seal covers besides */
  { "session-time", "UPDATE jury_session SET start_time = '08:00' WHERE id = 1", HOSTILE_REFUSED },
  { "session-embargo", "UPDATE jury_session SET embargo = NULL WHERE id = 2", HOSTILE_REFUSED },
  { "session-form", "UPDATE jury_session SET seal_form = 1 WHERE id = 1", HOSTILE_REFUSED },
  { "session-time-text", "UPDATE jury_session SET start_time = '8 h' WHERE id = 4", HOSTILE_REFUSED },
  { "member-alternate", "UPDATE jury_member SET alternate = 1 WHERE session_id = 1 AND juror_id = 1", HOSTILE_REFUSED },
  { "member-field", "UPDATE jury_member SET field = 'x' WHERE session_id = 1", HOSTILE_REFUSED },
  { "decision-outdated", "UPDATE jury_decision SET outdated = 1 WHERE session_id = 1", HOSTILE_REFUSED },
  { "recusal-insert", "INSERT INTO recusal VALUES (1, 2, 1, 'family', NULL, NULL)", HOSTILE_REFUSED },
  { "recusal-update", "UPDATE recusal SET kind = 'personal' WHERE session_id = 1", HOSTILE_REFUSED },
  { "recusal-lift", "UPDATE recusal SET lifted = 'x' WHERE session_id = 1", HOSTILE_REFUSED },
  { "recusal-delete", "DELETE FROM recusal WHERE session_id = 1", HOSTILE_REFUSED },
  { "recusal-replace", "REPLACE INTO recusal SELECT session_id, juror_id, enrolment_id, 'personal', reason, lifted FROM recusal WHERE session_id = 1", HOSTILE_REFUSED },
  { "recusal-move-out", "UPDATE recusal SET session_id = 4 WHERE session_id = 1", HOSTILE_REFUSED },
  { "recusal-move-in", "UPDATE OR REPLACE recusal SET session_id = 1 WHERE session_id = 4", HOSTILE_REFUSED },
  { "step-insert", "INSERT INTO proposal_step VALUES (1, 1, 9, 'x', 'x', NULL, NULL, 0, 'met')", HOSTILE_REFUSED },
  { "step-update", "UPDATE proposal_step SET found = '20' WHERE session_id = 1", HOSTILE_REFUSED },
  { "step-delete", "DELETE FROM proposal_step WHERE session_id = 1", HOSTILE_REFUSED },
  { "step-replace", "REPLACE INTO proposal_step SELECT session_id, enrolment_id, position, subject, rule, found, expected, decisive, 'not_met' FROM proposal_step WHERE session_id = 1", HOSTILE_REFUSED },
  { "step-move-out", "UPDATE proposal_step SET session_id = 4 WHERE session_id = 1", HOSTILE_REFUSED },
  { "step-move-in", "UPDATE OR REPLACE proposal_step SET session_id = 1 WHERE session_id = 4", HOSTILE_REFUSED },
  { "event-insert-sealed", "INSERT INTO session_event VALUES (1, 3, 'suspended', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-update", "UPDATE session_event SET at = '2026-10-15T10:00:00Z' WHERE session_id = 4", HOSTILE_REFUSED },
  { "event-update-nothing", "UPDATE session_event SET kind = kind", HOSTILE_REFUSED },
  { "event-delete", "DELETE FROM session_event WHERE session_id = 3 AND position = 2", HOSTILE_REFUSED },
  { "event-replace", "REPLACE INTO session_event VALUES (3, 2, 'resumed', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-gap", "INSERT INTO session_event VALUES (4, 5, 'suspended', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-before", "INSERT INTO session_event VALUES (4, 0, 'suspended', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-twice-opened", "INSERT INTO session_event VALUES (4, 2, 'opened', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-closed-while-suspended", "INSERT INTO session_event VALUES (3, 3, 'closed', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-unknown-session", "INSERT INTO session_event VALUES (99, 1, 'opened', '2026-10-15T10:00:00Z', NULL, NULL)", HOSTILE_REFUSED },
  { "event-move", "UPDATE session_event SET session_id = 5 WHERE session_id = 4", HOSTILE_REFUSED },
  /* Suspended and begun sessions */
  { "suspended-close", "UPDATE jury_session SET state = 'deliberated' WHERE id = 3", HOSTILE_REFUSED },
  { "suspended-decide", "UPDATE jury_decision SET outcome = 'failed', reason = 'x' WHERE session_id = 3", HOSTILE_REFUSED },
  { "suspended-votes", "UPDATE jury_decision SET votes_for = 1 WHERE session_id = 3", HOSTILE_REFUSED },
  { "suspended-sitting", "UPDATE jury_decision SET sitting = 1 WHERE session_id = 3", HOSTILE_REFUSED },
  { "sitting-to-come", "UPDATE jury_decision SET sitting = 2 WHERE session_id = 4", HOSTILE_REFUSED },
  { "sitting-to-come-insert", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal, sitting) VALUES (4, 77, 'RNCP99901', 'failed', 2)", HOSTILE_REFUSED },
  { "sitting-under-the-seal", "UPDATE jury_decision SET sitting = 1 WHERE session_id = 1", HOSTILE_REFUSED },
  { "suspended-insert", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal) VALUES (3, 77, 'RNCP99901', 'failed')", HOSTILE_REFUSED },
  { "suspended-delete", "DELETE FROM jury_decision WHERE session_id = 3", HOSTILE_REFUSED },
  { "suspended-move-in", "UPDATE OR REPLACE jury_decision SET session_id = 3 WHERE session_id = 4", HOSTILE_REFUSED },
  { "suspended-move-out", "UPDATE OR REPLACE jury_decision SET session_id = 4 WHERE session_id = 3", HOSTILE_REFUSED },
  { "suspended-block-insert", "INSERT INTO decision_block VALUES (3, 1, 9, 'RNCP99901', 'RNCP99901BC01')", HOSTILE_REFUSED },
  { "suspended-block-update", "UPDATE decision_block SET block_code = 'RNCP99901BC01' WHERE session_id = 3", HOSTILE_REFUSED },
  { "suspended-block-delete", "DELETE FROM decision_block WHERE session_id = 3", HOSTILE_REFUSED },
  { "begun-delete", "DELETE FROM jury_session WHERE id = 4", HOSTILE_REFUSED },
  /* Notification and letters */
  { "notify-unsealed", "INSERT INTO notification VALUES (4, '2026-12-01', 60)", HOSTILE_REFUSED },
  { "notify-unknown", "INSERT INTO notification VALUES (99, '2026-12-01', 60)", HOSTILE_REFUSED },
  { "notify-under-embargo", "INSERT INTO notification VALUES (2, '2026-12-31', 60)", HOSTILE_REFUSED },
  { "notify-twice", "INSERT INTO notification VALUES (1, '2026-12-02', 60)", HOSTILE_REFUSED },
  { "notify-replace", "REPLACE INTO notification VALUES (1, '2026-12-02', 0)", HOSTILE_REFUSED },
  { "notification-date", "UPDATE notification SET date = '2026-11-01' WHERE session_id = 1", HOSTILE_REFUSED },
  { "notification-move", "UPDATE notification SET session_id = 4 WHERE session_id = 1", HOSTILE_REFUSED },
  { "notification-upsert", "INSERT INTO notification VALUES (1, '2026-12-02', 0) ON CONFLICT DO UPDATE SET appeal_days = 0", HOSTILE_REFUSED },
  { "notification-delete", "DELETE FROM notification", HOSTILE_REFUSED },
  { "letter-second", "INSERT INTO result_letter (session_id, enrolment_id, sha256, pdf) SELECT session_id, enrolment_id, sha256, pdf FROM result_letter", HOSTILE_REFUSED },
  { "letter-replace", "REPLACE INTO result_letter SELECT id, session_id, enrolment_id, sha256, x'25' FROM result_letter", HOSTILE_REFUSED },
  { "letter-replace-id", "REPLACE INTO result_letter SELECT id, session_id, 2, sha256, pdf FROM result_letter", HOSTILE_REFUSED },
  { "letter-not-notified", "INSERT INTO result_letter SELECT NULL, 2, 1, sha256, pdf FROM result_letter", HOSTILE_REFUSED },
  { "letter-not-decided", "INSERT INTO result_letter SELECT NULL, 1, 4, sha256, pdf FROM result_letter", HOSTILE_REFUSED },
  { "letter-update", "UPDATE result_letter SET pdf = x'25'", HOSTILE_REFUSED },
  { "letter-move", "UPDATE result_letter SET enrolment_id = 2", HOSTILE_REFUSED },
  { "letter-delete", "DELETE FROM result_letter", HOSTILE_REFUSED },
  { "letter-false-bytes", "INSERT INTO result_letter SELECT NULL, 1, 2, sha256, x'00' FROM result_letter", HOSTILE_DETECTED },
  { "certificate-under-embargo", "INSERT INTO certificate SELECT NULL, '2026-0002', year, 2, 2, 2, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  /* Appeals */
  { "appeal-not-notified", "INSERT INTO appeal (session_id, enrolment_id, filed, ground, state) VALUES (2, 1, '2026-12-05', 'x', 'filed')", HOSTILE_REFUSED },
  { "appeal-too-early", "INSERT INTO appeal (session_id, enrolment_id, filed, ground, state) VALUES (1, 1, '2026-11-30', 'x', 'filed')", HOSTILE_REFUSED },
  { "appeal-not-decided", "INSERT INTO appeal (session_id, enrolment_id, filed, ground, state) VALUES (1, 4, '2026-12-05', 'x', 'filed')", HOSTILE_REFUSED },
  { "appeal-answered-at-once", "INSERT INTO appeal (session_id, enrolment_id, filed, ground, state, answered, answer) VALUES (1, 1, '2026-12-05', 'x', 'rejected', '2026-12-06', 'x')", HOSTILE_REFUSED },
  { "appeal-replace", "REPLACE INTO appeal (id, session_id, enrolment_id, filed, ground, state) VALUES (2, 1, 1, '2026-12-05', 'x', 'filed')", HOSTILE_REFUSED },
  { "appeal-ground", "UPDATE appeal SET ground = 'x' WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-date", "UPDATE appeal SET filed = '2026-12-30' WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-candidate", "UPDATE appeal SET enrolment_id = 3 WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-number", "UPDATE OR REPLACE appeal SET id = 2 WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-answer-again", "UPDATE appeal SET answer = 'x' WHERE id = 2", HOSTILE_REFUSED },
  { "appeal-reopen", "UPDATE appeal SET state = 'filed', answered = NULL, answer = NULL WHERE id = 2", HOSTILE_REFUSED },
  { "appeal-without-reason", "UPDATE appeal SET state = 'rejected', answered = '2026-12-20', answer = ' ' WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-without-reason-null", "UPDATE appeal SET state = 'rejected', answered = '2026-12-20' WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-answered-before", "UPDATE appeal SET state = 'rejected', answered = '2026-12-01', answer = 'x' WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-other-session", "UPDATE appeal SET state = 'upheld', answered = '2026-12-20', answer = 'x', rectifying_id = 4 WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-itself", "UPDATE appeal SET state = 'upheld', answered = '2026-12-20', answer = 'x', rectifying_id = 1 WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-rejected-with-session", "UPDATE appeal SET state = 'rejected', answered = '2026-12-20', answer = 'x', rectifying_id = 6 WHERE id = 1", HOSTILE_REFUSED },
  { "appeal-delete", "DELETE FROM appeal WHERE id = 1", HOSTILE_REFUSED },
  /* Signed minutes */
  { "scan-unsealed", "INSERT INTO signed_minutes SELECT NULL, 4, name, media_type, sha256, attached_at, content FROM signed_minutes", HOSTILE_REFUSED },
  { "scan-twice", "INSERT INTO signed_minutes SELECT NULL, 1, 'x', media_type, sha256, attached_at, content FROM signed_minutes", HOSTILE_REFUSED },
  { "scan-replace", "REPLACE INTO signed_minutes SELECT id, 2, name, media_type, sha256, attached_at, content FROM signed_minutes", HOSTILE_REFUSED },
  { "scan-update", "UPDATE signed_minutes SET content = x'25'", HOSTILE_REFUSED },
  { "scan-move", "UPDATE signed_minutes SET session_id = 2", HOSTILE_REFUSED },
  { "scan-delete", "DELETE FROM signed_minutes", HOSTILE_REFUSED },
  { "scan-false-bytes", "INSERT INTO signed_minutes SELECT NULL, 2, name, media_type, sha256, attached_at, x'00' FROM signed_minutes", HOSTILE_DETECTED },
  /* Keys */
  { "key-second", "INSERT INTO signing_key (created, public_key, sealed_private) VALUES ('2027-01-01', '" ZEROS "ff', x'00')", HOSTILE_REFUSED },
  { "key-replace-current", "REPLACE INTO signing_key (created, public_key, sealed_private) VALUES ('2027-01-01', '" ZEROS "ff', x'00')", HOSTILE_REFUSED },
  { "key-replace-public", "REPLACE INTO signing_key (created, retired, public_key, sealed_private) VALUES ('2027-01-01', '2027-01-02', '" ZEROS "01', x'00')", HOSTILE_REFUSED },
  { "key-replace-id", "REPLACE INTO signing_key (id, created, retired, public_key, sealed_private) VALUES (1, '2027-01-01', '2027-01-02', '" ZEROS "ff', x'00')", HOSTILE_REFUSED },
  { "key-public", "UPDATE signing_key SET public_key = '" ZEROS "ff' WHERE id = 2", HOSTILE_REFUSED },
  { "key-created", "UPDATE signing_key SET created = '2020-01-01' WHERE id = 2", HOSTILE_REFUSED },
  { "key-number", "UPDATE OR REPLACE signing_key SET id = 1 WHERE id = 2", HOSTILE_REFUSED },
  { "key-unretire", "UPDATE OR REPLACE signing_key SET retired = NULL WHERE id = 1", HOSTILE_REFUSED },
  { "key-retire-again", "UPDATE signing_key SET retired = '2020-01-01' WHERE id = 1", HOSTILE_REFUSED },
  { "key-delete", "DELETE FROM signing_key WHERE id = 1", HOSTILE_REFUSED },
  /* The directory */
  { "conflict-replace", "REPLACE INTO juror_conflict SELECT 1, juror_id, kind, learner_id, cohort_id, 'x' FROM juror_conflict WHERE id = 2", HOSTILE_REFUSED },
  { "conflict-number", "UPDATE OR REPLACE juror_conflict SET id = 1 WHERE id = 2", HOSTILE_REFUSED },
  { "recognition-replace", "REPLACE INTO juror_recognition SELECT 1, juror_id, 'x', reference, start_date, end_date FROM juror_recognition WHERE id = 2", HOSTILE_REFUSED },
  { "recognition-number", "UPDATE OR REPLACE juror_recognition SET id = 1 WHERE id = 2", HOSTILE_REFUSED },
  { "days-replace", "REPLACE INTO juror_unavailability SELECT 1, juror_id, start_date, end_date, 'x' FROM juror_unavailability WHERE id = 2", HOSTILE_REFUSED },
  { "days-number", "UPDATE OR REPLACE juror_unavailability SET id = 1 WHERE id = 2", HOSTILE_REFUSED },
  /* Take the lock off, change, put the lock back */
  { "time-behind-trigger", "@jury_session_update:UPDATE jury_session SET start_time = '08:00' WHERE id = 1", HOSTILE_DETECTED },
  { "embargo-behind-trigger", "@jury_session_update:UPDATE jury_session SET embargo = NULL WHERE id = 2", HOSTILE_DETECTED },
  { "form-behind-trigger", "@jury_session_update:UPDATE jury_session SET seal_form = 1 WHERE id = 1", HOSTILE_DETECTED },
  { "unknown-form-behind-trigger", "@jury_session_update:PRAGMA ignore_check_constraints = ON; UPDATE jury_session SET seal_form = 9 WHERE id = 1", HOSTILE_DETECTED },
  { "alternate-behind-trigger", "@jury_member_update:UPDATE jury_member SET alternate = 1 WHERE session_id = 1 AND juror_id = 2", HOSTILE_DETECTED },
  { "field-behind-trigger", "@jury_member_update:UPDATE jury_member SET field = 'x' WHERE session_id = 1 AND juror_id = 2", HOSTILE_DETECTED },
  { "outdated-behind-trigger", "@jury_decision_update:UPDATE jury_decision SET outdated = 1 WHERE session_id = 1 AND enrolment_id = 1", HOSTILE_DETECTED },
  { "recusal-behind-trigger", "@recusal_update:UPDATE recusal SET reason = 'x' WHERE session_id = 1", HOSTILE_DETECTED },
  { "recusal-lifted-behind-trigger", "@recusal_update:UPDATE recusal SET lifted = 'x' WHERE session_id = 1", HOSTILE_DETECTED },
  { "recusal-removed-behind-trigger", "@recusal_delete:DELETE FROM recusal WHERE session_id = 1", HOSTILE_DETECTED },
  { "step-behind-trigger", "@proposal_step_update:UPDATE proposal_step SET verdict = 'pending' WHERE session_id = 1", HOSTILE_DETECTED },
  { "event-behind-trigger", "@session_event_update:UPDATE session_event SET at = '2026-10-15T10:00:00Z' WHERE session_id = 1", HOSTILE_DETECTED },
  { "event-removed-behind-trigger", "@session_event_delete:DELETE FROM session_event WHERE session_id = 3 AND position = 1", HOSTILE_DETECTED },
  { "notification-behind-trigger", "@notification_embargo:INSERT INTO notification VALUES (2, '2026-12-31', 60)", HOSTILE_DETECTED },
  { "notification-unsealed-behind-trigger", "@notification_sealed:INSERT INTO notification VALUES (4, '2026-12-31', 60)", HOSTILE_DETECTED },
  { "notification-removed-behind-trigger", "@notification_delete:DELETE FROM notification WHERE session_id = 1", HOSTILE_DETECTED },
  { "letter-behind-trigger", "@result_letter_update:UPDATE result_letter SET pdf = x'25'", HOSTILE_DETECTED },
  { "appeal-behind-trigger", "@appeal_rectifies:UPDATE appeal SET state = 'upheld', answered = '2026-12-20', answer = 'x', rectifying_id = 4 WHERE id = 1", HOSTILE_DETECTED },
  { "scan-behind-trigger", "@signed_minutes_update:UPDATE signed_minutes SET content = x'25'", HOSTILE_DETECTED },
};

/* One juror with one fact of each kind. */
static void
add_facts (SceauTestSchool *fixture, gint64 juror_id)
{
  SceauJurorConflict conflict = { .juror_id = juror_id, .kind = SCEAU_CONFLICT_TRAINER, .learner_number = "A001" };
  SceauJurorRecognition recognition = { .juror_id = juror_id, .title = "Label inventé" };
  SceauUnavailability days = { .juror_id = juror_id, .start = sceau_date_new (2026, 10, 1), .end = sceau_date_new (2026, 10, 2) };
  g_autoptr (GError) error = NULL;

  sceau_juror_conflict_table_insert (fixture->school, &conflict, &error);
  g_assert_no_error (error);
  sceau_juror_recognition_table_insert (fixture->school, &recognition, &error);
  g_assert_no_error (error);
  sceau_juror_unavailability_table_insert (fixture->school, &days, &error);
  g_assert_no_error (error);
}

/* A recusal, the opening, and one step for everybody. */
static void
add_course (SceauTestSchool *fixture, gint64 session_id)
{
  SceauProposalStep step = { .subject = "BC01-EC1", .rule = "seuil", .found = "12", .expected = "10", .decisive = TRUE, .met = TRUE };
  SceauRecusal recusal = { .juror_id = fixture->jurors[1], .enrolment_id = 2, .kind = SCEAU_CONFLICT_FAMILY, .reason = "Frère" };
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (steps, &step);
  sceau_recusal_table_insert (fixture->school, session_id, &recusal, &error);
  g_assert_no_error (error);
  sceau_session_event_table_append (fixture->school, session_id, SCEAU_SESSION_EVENT_OPENED, NULL, "1,2,3,4,5", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < fixture->enrolments->len; i++)
    {
      sceau_proposal_step_table_save (fixture->school, session_id, g_array_index (fixture->enrolments, gint64, i), steps, &error);
      g_assert_no_error (error);
    }
}

static gint64
add_session (SceauTestSchool *fixture, SceauDate embargo)
{
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_test_school_open (fixture);

  add_course (fixture, id);
  session = sceau_jury_table_find (fixture->school, id, &error);
  g_assert_no_error (error);
  session->start_time = g_strdup ("14:30");
  session->embargo = embargo;
  sceau_jury_table_update (fixture->school, session, &error);
  g_assert_no_error (error);
  return id;
}

static void
seal (SceauTestSchool *fixture, gint64 id)
{
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;

  sceau_session_event_table_append (fixture->school, id, SCEAU_SESSION_EVENT_CLOSED, NULL, NULL, &error);
  g_assert_no_error (error);
  sceau_test_school_advance (fixture, id, SCEAU_SESSION_DELIBERATED);
  hash = sceau_jury_table_seal (fixture->school, id, &error);
  g_assert_no_error (error);
}

static void
add_appeal (SceauTestSchool *fixture, gint64 session_id, gint64 enrolment_id, gboolean answered)
{
  SceauAppeal appeal = { .session_id = session_id, .enrolment_id = enrolment_id, .filed = sceau_date_new (2026, 12, 5),
                         .ground = "Une note n’a pas été comptée." };
  g_autoptr (GError) error = NULL;

  sceau_appeal_table_insert (fixture->school, &appeal, &error);
  g_assert_no_error (error);
  if (!answered)
    return;
  appeal.state = SCEAU_APPEAL_REJECTED;
  appeal.answered = sceau_date_new (2026, 12, 10);
  appeal.answer = "La note est dans la moyenne.";
  sceau_appeal_table_answer (fixture->school, &appeal, &error);
  g_assert_no_error (error);
}

static void
add_aftermath (SceauTestSchool *fixture, gint64 session_id)
{
  g_autoptr (GBytes) document = g_bytes_new_static ("%PDF-1.7 invented", 17);
  g_autoptr (GError) error = NULL;

  sceau_notification_table_insert (fixture->school, session_id, sceau_date_new (2026, 12, 1), 60, &error);
  g_assert_no_error (error);
  sceau_result_letter_table_insert (fixture->school, session_id, 1, document, &error);
  g_assert_no_error (error);
  sceau_signed_minutes_table_insert (fixture->school, session_id, "PV.pdf", "application/pdf", document, &error);
  g_assert_no_error (error);
  add_appeal (fixture, session_id, 2, FALSE);
  add_appeal (fixture, session_id, 1, TRUE);
}

static void
add_keys (SceauTestSchool *fixture)
{
  g_autoptr (GBytes) private = g_bytes_new_static ("sealed", 6);
  char first_public[] = ZEROS "01";
  char second_public[] = ZEROS "02";
  const SceauSigningKey first = { .created = sceau_date_new (2026, 1, 1), .public_key = first_public, .sealed_private = private };
  const SceauSigningKey second = { .created = sceau_date_new (2026, 6, 1), .public_key = second_public, .sealed_private = private };
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_signing_key_table_insert (fixture->school, &first, &error);

  g_assert_no_error (error);
  sceau_signing_key_table_retire (fixture->school, id, sceau_date_new (2026, 6, 1), &error);
  g_assert_no_error (error);
  sceau_signing_key_table_insert (fixture->school, &second, &error);
  g_assert_no_error (error);
}

static void
add_rectification (SceauTestSchool *fixture, gint64 rectified)
{
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autoptr (GError) error = NULL;

  session->certification_code = g_strdup (fixture->certification_code);
  session->cohort_id = fixture->cohort_id;
  session->date = sceau_date_new (2026, 12, 15);
  session->rectifies = rectified;
  session->rectification_reason = g_strdup ("Erreur de saisie");
  sceau_jury_table_insert (fixture->school, session, &error);
  g_assert_no_error (error);
}

static SceauTestSchool *
make_school (void)
{
  SceauTestSchool *fixture = sceau_test_school_new (3);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 first;
  gint64 second;
  gint64 suspended;
  gint64 convened;

  sceau_test_school_add_results (fixture);
  first = add_session (fixture, SCEAU_NO_DATE);
  seal (fixture, first);
  second = add_session (fixture, sceau_date_new (2027, 1, 15));
  seal (fixture, second);
  suspended = add_session (fixture, SCEAU_NO_DATE);
  sceau_session_event_table_append (fixture->school, suspended, SCEAU_SESSION_EVENT_SUSPENDED, "Déjeuner", NULL, &error);
  g_assert_no_error (error);
  add_session (fixture, SCEAU_NO_DATE);
  convened = sceau_test_school_plan (fixture);
  sceau_test_school_advance (fixture, convened, SCEAU_SESSION_CONVENED);
  add_rectification (fixture, second);
  add_aftermath (fixture, first);
  add_keys (fixture);
  add_facts (fixture, fixture->jurors[0]);
  add_facts (fixture, fixture->jurors[1]);
  number = sceau_test_school_issue (fixture, first, 1);
  return fixture;
}

int
main (int argc, char **argv)
{
  g_autoptr (SceauTestSchool) fixture = NULL;

  g_test_init (&argc, &argv, NULL);
  fixture = make_school ();
  return hostile_sql_run (fixture, "hostile-jury", statements, G_N_ELEMENTS (statements));
}
