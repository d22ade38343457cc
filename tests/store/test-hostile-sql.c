/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A sealed school under somebody who opens it with another program: each statement is refused, or the check tells. */

#include "hostile-sql.h"

/* Learner 1 has enrolment 1; session 1 is sealed and certified everyone; parchemins 2026-0001 and 2026-0002 are
 * issued; session 2 is deliberated; the last learner has no decision. */
static const HostileStatement statements[] = {
  /* The journal */
  { "journal-update", "UPDATE journal SET who = 'somebody' WHERE id = 2", HOSTILE_REFUSED },
  { "journal-update-nothing", "UPDATE journal SET who = who", HOSTILE_REFUSED },
  { "journal-delete", "DELETE FROM journal WHERE id = 2", HOSTILE_REFUSED },
  { "journal-cut-tail", "DELETE FROM journal WHERE id = (SELECT max (id) FROM journal)", HOSTILE_REFUSED },
  { "journal-replace", "REPLACE INTO journal SELECT id, at, 'x', verb, subject, before, after, previous, hash FROM journal WHERE id = 2", HOSTILE_REFUSED },
  { "journal-insert-gap", "INSERT INTO journal SELECT id + 5, at, who, verb, subject, before, after, hash, previous FROM journal WHERE id = 1", HOSTILE_REFUSED },
  { "journal-insert-unchained", "INSERT INTO journal SELECT (SELECT max (id) + 1 FROM journal), at, who, verb, subject, before, after, hash, hash FROM journal WHERE id = 1", HOSTILE_REFUSED },
  { "journal-insert-no-id", "INSERT INTO journal (at, who, verb, subject, previous, hash) SELECT at, who, verb, subject, previous, hash FROM journal WHERE id = 1", HOSTILE_REFUSED },
  { "journal-insert-false-hash", "INSERT INTO journal SELECT (SELECT count + 1 FROM journal_head), at, who, 'forged', subject, before, after, (SELECT head FROM journal_head), hash FROM journal WHERE id = 1", HOSTILE_DETECTED },
  { "journal-head-update", "UPDATE journal_head SET count = count - 1", HOSTILE_REFUSED },
  { "journal-head-hash", "UPDATE journal_head SET head = (SELECT hash FROM journal WHERE id = 1)", HOSTILE_REFUSED },
  { "journal-head-delete", "DELETE FROM journal_head", HOSTILE_REFUSED },
  { "journal-head-replace", "REPLACE INTO journal_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')", HOSTILE_REFUSED },
  { "journal-head-second", "INSERT INTO journal_head VALUES (2, 0, '0000000000000000000000000000000000000000000000000000000000000000')", HOSTILE_REFUSED },
  /* The session */
  { "session-unseal", "UPDATE jury_session SET state = 'deliberated', seal = NULL, sealed_at = NULL, journal_head = NULL WHERE id = 1", HOSTILE_REFUSED },
  { "session-date", "UPDATE jury_session SET date = '2026-10-16' WHERE id = 1", HOSTILE_REFUSED },
  { "session-id", "UPDATE jury_session SET id = 99 WHERE id = 1", HOSTILE_REFUSED },
  { "session-onto", "UPDATE OR REPLACE jury_session SET id = 1 WHERE id = 2", HOSTILE_REFUSED },
  { "session-delete", "DELETE FROM jury_session WHERE id = 1", HOSTILE_REFUSED },
  { "session-delete-begun", "DELETE FROM jury_session WHERE id = 2", HOSTILE_REFUSED },
  { "session-replace", "REPLACE INTO jury_session (id, certification_code, cohort_id, date, state) VALUES (1, 'RNCP99901', 1, '2026-10-15', 'preparation')", HOSTILE_REFUSED },
  { "session-insert-sealed", "INSERT INTO jury_session (certification_code, cohort_id, date, state, seal, sealed_at, journal_head) SELECT certification_code, cohort_id, date, state, seal, sealed_at, journal_head FROM jury_session WHERE id = 1", HOSTILE_REFUSED },
  { "session-back", "UPDATE jury_session SET state = 'open' WHERE id = 2", HOSTILE_REFUSED },
  { "session-state-unknown", "UPDATE jury_session SET state = 'approved' WHERE id = 2", HOSTILE_REFUSED },
  { "session-seal-unfrozen", "UPDATE jury_session SET state = 'sealed', seal_form = 3, seal = (SELECT seal FROM jury_session WHERE id = 1), sealed_at = '2026-11-01T00:00:00Z', journal_head = (SELECT head FROM journal_head) WHERE id = 2", HOSTILE_REFUSED },
  { "session-rectifies-unsealed", "INSERT INTO jury_session (certification_code, cohort_id, date, state, rectifies, rectification_reason) VALUES ('RNCP99901', 1, '2026-10-15', 'preparation', 2, 'x')", HOSTILE_REFUSED },
  { "session-insert-date", "INSERT INTO jury_session (certification_code, cohort_id, date, state) VALUES ('RNCP99901', 1, '15/10/2026', 'preparation')", HOSTILE_REFUSED },
  /* What lies under the seal */
  { "member-insert", "INSERT INTO jury_member (session_id, juror_id, position, president, present) VALUES (1, 99, 9, 0, 1)", HOSTILE_REFUSED },
  { "member-update", "UPDATE jury_member SET present = 0 WHERE session_id = 1", HOSTILE_REFUSED },
  { "member-delete", "DELETE FROM jury_member WHERE session_id = 1 AND juror_id = 1", HOSTILE_REFUSED },
  { "member-move-out", "UPDATE jury_member SET session_id = 2 WHERE session_id = 1", HOSTILE_REFUSED },
  { "member-move-in", "UPDATE OR REPLACE jury_member SET session_id = 1 WHERE session_id = 2", HOSTILE_REFUSED },
  { "decision-update", "UPDATE jury_decision SET outcome = 'failed', reason = 'x' WHERE session_id = 1", HOSTILE_REFUSED },
  { "decision-delete", "DELETE FROM jury_decision WHERE session_id = 1", HOSTILE_REFUSED },
  { "decision-insert", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal, outcome) VALUES (1, 77, 'RNCP99901', 'certified', 'certified')", HOSTILE_REFUSED },
  { "decision-replace", "REPLACE INTO jury_decision (session_id, enrolment_id, certification_code, proposal, outcome) VALUES (1, 1, 'RNCP99901', 'failed', 'failed')", HOSTILE_REFUSED },
  { "decision-move-in", "UPDATE OR REPLACE jury_decision SET session_id = 1 WHERE session_id = 2", HOSTILE_REFUSED },
  { "decision-move-out", "UPDATE OR REPLACE jury_decision SET session_id = 2 WHERE session_id = 1", HOSTILE_REFUSED },
  { "decision-upsert", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal, outcome) VALUES (1, 1, 'RNCP99901', 'failed', 'failed') ON CONFLICT (session_id, enrolment_id) DO UPDATE SET outcome = 'failed'", HOSTILE_REFUSED },
  { "decision-without-reason", "UPDATE jury_decision SET outcome = 'failed', reason = '  ' WHERE session_id = 2", HOSTILE_REFUSED },
  { "decision-without-reason-null", "UPDATE jury_decision SET outcome = 'failed', reason = NULL WHERE session_id = 2", HOSTILE_REFUSED },
  { "verdict-update", "UPDATE decision_block_verdict SET mean = 2000 WHERE session_id = 1", HOSTILE_REFUSED },
  { "verdict-delete", "DELETE FROM decision_block_verdict WHERE session_id = 1", HOSTILE_REFUSED },
  { "decided-block-delete", "DELETE FROM decision_block WHERE session_id = 1", HOSTILE_REFUSED },
  { "decided-block-insert", "INSERT INTO decision_block VALUES (1, 1, 9, 'RNCP99901', 'RNCP99901BC01')", HOSTILE_REFUSED },
  { "frozen-update", "UPDATE frozen_result SET value = 2000 WHERE session_id = 1", HOSTILE_REFUSED },
  { "frozen-delete", "DELETE FROM frozen_result WHERE session_id = 1", HOSTILE_REFUSED },
  { "frozen-replace", "INSERT OR REPLACE INTO frozen_result SELECT session_id, moment, enrolment_id, modality_code, attempt, kind, 2000, examiner, date, comment FROM frozen_result WHERE session_id = 1", HOSTILE_REFUSED },
  { "quota-insert", "INSERT INTO quota_snapshot VALUES (1, 'b', NULL, 30, 10, 3, 0)", HOSTILE_REFUSED },
  { "acquired-update", "UPDATE acquired_block SET block_code = 'RNCP99901BC02'", HOSTILE_REFUSED },
  { "acquired-delete", "DELETE FROM acquired_block", HOSTILE_REFUSED },
  { "acquired-replace", "REPLACE INTO acquired_block SELECT id, learner_id, certification_code, block_code, 'vae', date, proof, session_id FROM acquired_block", HOSTILE_REFUSED },
  { "acquired-late", "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date, session_id) VALUES (4, 'RNCP99901', 'RNCP99901BC01', 'jury', '2026-10-15', 1)", HOSTILE_REFUSED },
  { "acquired-without-proof", "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date) VALUES (4, 'RNCP99901', 'RNCP99901BC01', 'dispense', '2026-10-15')", HOSTILE_REFUSED },
  { "annul", "INSERT INTO acquired_block_annulment VALUES (1, 2, 'x')", HOSTILE_REFUSED },
  /* Results */
  { "result-update", "UPDATE result SET value = 2000 WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "result-delete", "DELETE FROM result WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "result-replace", "REPLACE INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value) VALUES (1, 'BC01-EC1', 1, 'RNCP99901', 'value', 2000)", HOSTILE_REFUSED },
  { "result-move-away", "UPDATE result SET attempt = 2 WHERE enrolment_id = 1 AND modality_code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "result-move-onto", "UPDATE OR REPLACE result SET enrolment_id = 1 WHERE enrolment_id = 4", HOSTILE_REFUSED },
  { "result-value-in-state", "UPDATE result SET kind = 'absent' WHERE enrolment_id = 4", HOSTILE_REFUSED },
  { "result-too-high", "UPDATE result SET value = 2001 WHERE enrolment_id = 4", HOSTILE_REFUSED },
  { "result-text", "UPDATE result SET value = '14,5' WHERE enrolment_id = 4", HOSTILE_REFUSED },
  /* People and programme */
  { "learner-delete", "DELETE FROM learner WHERE id = 1", HOSTILE_REFUSED },
  { "learner-renumber", "UPDATE learner SET number = 'A999' WHERE id = 1", HOSTILE_REFUSED },
  { "learner-onto-number", "UPDATE OR REPLACE learner SET number = 'A001' WHERE id = 4", HOSTILE_REFUSED },
  { "learner-onto-id", "UPDATE OR REPLACE learner SET id = 1 WHERE id = 4", HOSTILE_REFUSED },
  { "learner-replace-id", "REPLACE INTO learner (id, number, sex, birth_name, first_name, sorted_name, sort_key, search) VALUES (1, 'A500', 'F', 'X', 'Y', 'X Y', 'x y', 'x y')", HOSTILE_REFUSED },
  { "learner-replace-number", "REPLACE INTO learner (number, sex, birth_name, first_name, sorted_name, sort_key, search) VALUES ('A001', 'F', 'X', 'Y', 'X Y', 'x y', 'x y')", HOSTILE_REFUSED },
  { "learner-negative-id", "INSERT INTO learner (id, number, sex, birth_name, first_name, sorted_name, sort_key, search) VALUES (-1, 'A500', 'F', 'X', 'Y', 'X Y', 'x y', 'x y')", HOSTILE_REFUSED },
  { "learner-birth-date", "UPDATE learner SET birth_date = '1999-02-30' WHERE id = 4", HOSTILE_REFUSED },
  { "enrolment-delete", "DELETE FROM enrolment WHERE id = 1", HOSTILE_REFUSED },
  { "enrolment-learner", "UPDATE enrolment SET learner_id = 4 WHERE id = 1", HOSTILE_REFUSED },
  { "enrolment-route", "UPDATE enrolment SET route = 'vae' WHERE id = 1", HOSTILE_REFUSED },
  { "enrolment-id", "UPDATE OR REPLACE enrolment SET id = 1 WHERE id = 4", HOSTILE_REFUSED },
  { "enrolment-replace", "REPLACE INTO enrolment (learner_id, cohort_id, certification_code, route, admission, state) VALUES (1, 1, 'RNCP99901', 'vae', 'normal', 'active')", HOSTILE_REFUSED },
  { "enrolment-block", "INSERT INTO enrolment_block VALUES (1, 0, 'RNCP99901', 'RNCP99901BC01')", HOSTILE_REFUSED },
  { "cohort-delete", "DELETE FROM cohort WHERE id = 1", HOSTILE_REFUSED },
  { "cohort-replace", "REPLACE INTO cohort (certification_code, name) VALUES ('RNCP99901', '2025-2026')", HOSTILE_REFUSED },
  { "certification-delete", "DELETE FROM certification", HOSTILE_REFUSED },
  { "certification-code", "UPDATE certification SET code = 'RNCP1'", HOSTILE_REFUSED },
  { "certification-replace", "REPLACE INTO certification SELECT * FROM certification", HOSTILE_REFUSED },
  { "block-delete", "DELETE FROM block", HOSTILE_REFUSED },
  { "block-code", "UPDATE block SET code = 'X' WHERE code = 'RNCP99901BC01'", HOSTILE_REFUSED },
  { "plan-delete", "DELETE FROM plan", HOSTILE_REFUSED },
  { "modality-delete", "DELETE FROM modality WHERE code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "modality-code", "UPDATE modality SET code = 'X' WHERE code = 'BC01-EC1'", HOSTILE_REFUSED },
  { "juror-delete", "DELETE FROM juror WHERE id = 1", HOSTILE_REFUSED },
  { "juror-replace", "REPLACE INTO juror (id, name, internal, sex, search) VALUES (1, 'X', 1, '', 'x')", HOSTILE_REFUSED },
  { "school-delete", "DELETE FROM school", HOSTILE_REFUSED },
  { "school-replace", "REPLACE INTO school (id, name, siret) VALUES (1, 'X', '73282932000074')", HOSTILE_REFUSED },
  /* The register */
  { "certificate-delete", "DELETE FROM certificate WHERE number = '2026-0002'", HOSTILE_REFUSED },
  { "certificate-name", "UPDATE certificate SET learner_name = 'X' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "certificate-pdf", "UPDATE certificate SET pdf = x'25' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "certificate-sha256", "UPDATE certificate SET sha256 = replace (sha256, 'a', 'b')", HOSTILE_REFUSED },
  { "certificate-rowid", "UPDATE certificate SET id = 50 WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "certificate-revoke-no-reason", "UPDATE certificate SET state = 'revoked' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "certificate-revoke-silently", "UPDATE certificate SET state = 'revoked', revocation_reason = 'x', ended = '2026-11-20' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "certificate-replace-silently", "UPDATE certificate SET state = 'replaced', replaced_by = '2026-0002', ended = '2026-11-20' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "certificate-gap", "INSERT INTO certificate SELECT NULL, '2026-0009', year, 9, session_id, 3, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "certificate-second", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, session_id, enrolment_id, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "certificate-unsealed", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, 2, 3, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "certificate-undecided", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, 1, 4, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "certificate-replace", "REPLACE INTO certificate SELECT id, number, year, sequence, session_id, enrolment_id, certification_code, learner_number, 'X', decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "certificate-false-bytes", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, 1, 3, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, NULL, NULL, NULL, NULL, sha256, search, x'00' FROM certificate WHERE id = 1", HOSTILE_DETECTED },
  { "minutes-update", "UPDATE jury_minutes SET pdf = x'25' WHERE session_id = 1", HOSTILE_REFUSED },
  { "minutes-delete", "DELETE FROM jury_minutes WHERE session_id = 1", HOSTILE_REFUSED },
  { "minutes-replace", "REPLACE INTO jury_minutes SELECT session_id, sha256, x'25' FROM jury_minutes", HOSTILE_REFUSED },
  { "minutes-unsealed", "INSERT INTO jury_minutes SELECT 2, sha256, pdf FROM jury_minutes", HOSTILE_REFUSED },
  /* The protections themselves */
  { "drop-trigger", "DROP TRIGGER jury_session_update", HOSTILE_DETECTED },
  { "weaken-trigger", "DROP TRIGGER result_delete; CREATE TRIGGER result_delete BEFORE DELETE ON result WHEN 0 BEGIN SELECT 1; END", HOSTILE_DETECTED },
  { "drop-table", "DROP TABLE quota_snapshot", HOSTILE_DETECTED },
  { "drop-journal", "DROP TABLE journal", HOSTILE_DETECTED },
  { "add-column", "ALTER TABLE learner ADD COLUMN nir TEXT", HOSTILE_DETECTED },
  { "rename-table", "ALTER TABLE journal_head RENAME TO old_head", HOSTILE_DETECTED },
  { "add-trigger", "CREATE TRIGGER mine AFTER INSERT ON result BEGIN UPDATE learner SET email = 'x'; END", HOSTILE_DETECTED },
  { "add-table", "CREATE TABLE mine (x)", HOSTILE_DETECTED },
  { "drop-index", "DROP INDEX certificate_in_force", HOSTILE_DETECTED },
  { "writable-schema", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'journal_update'", HOSTILE_DETECTED },
  { "other-application", "PRAGMA application_id = 0", HOSTILE_DETECTED },
  { "older-version", "PRAGMA user_version = 0", HOSTILE_DETECTED },
  { "newer-version", "PRAGMA user_version = 999", HOSTILE_DETECTED },
  { "checks-off", "PRAGMA ignore_check_constraints = ON; UPDATE learner SET sex = 'X' WHERE id = 4", HOSTILE_DETECTED },
  { "unknown-reference", "INSERT INTO survey_answer VALUES (12345, 6, 'permanent', 1, NULL)", HOSTILE_DETECTED },
  /* Take the lock off, change, put the lock back: only what is hashed tells. */
  { "decision-behind-trigger", "@jury_decision_update:UPDATE jury_decision SET proposal = 'failed', outcome = 'failed' WHERE session_id = 1 AND enrolment_id = 1", HOSTILE_DETECTED },
  { "verdict-behind-trigger", "@decision_block_verdict_update:UPDATE decision_block_verdict SET reason = 'x' WHERE session_id = 1", HOSTILE_DETECTED },
  { "member-behind-trigger", "@jury_member_update:UPDATE jury_member SET name = 'Quelqu’un d’autre' WHERE session_id = 1 AND juror_id = 1", HOSTILE_DETECTED },
  { "frozen-behind-trigger", "@frozen_result_update:UPDATE frozen_result SET comment = 'x' WHERE session_id = 1", HOSTILE_DETECTED },
  { "result-behind-trigger", "@result_update:UPDATE result SET value = 1 WHERE enrolment_id = 1", HOSTILE_DETECTED },
  { "acquired-behind-trigger", "@acquired_block_delete:DELETE FROM acquired_block WHERE id = 1", HOSTILE_DETECTED },
  { "route-behind-trigger", "@enrolment_update:UPDATE enrolment SET route = 'vae' WHERE id = 1", HOSTILE_DETECTED },
  { "journal-behind-trigger", "@journal_update:UPDATE journal SET who = 'x' WHERE id = 2", HOSTILE_DETECTED },
  { "journal-removed-behind-trigger", "@journal_delete:DELETE FROM journal WHERE id = 2", HOSTILE_DETECTED },
  { "journal-tail-behind-trigger", "@journal_delete:DELETE FROM journal WHERE id = (SELECT max (id) FROM journal)", HOSTILE_DETECTED },
  { "minutes-behind-trigger", "@jury_minutes_update:UPDATE jury_minutes SET pdf = x'2550' WHERE session_id = 1", HOSTILE_DETECTED },
  { "minutes-and-hash-behind-trigger", "@jury_minutes_update:UPDATE jury_minutes SET pdf = (SELECT pdf FROM certificate WHERE id = 1), sha256 = (SELECT sha256 FROM certificate WHERE id = 1)", HOSTILE_DETECTED },
  { "minutes-removed-behind-trigger", "@jury_minutes_delete:DELETE FROM jury_minutes WHERE session_id = 1", HOSTILE_DETECTED },
  { "certificate-behind-trigger", "@certificate_update:UPDATE certificate SET pdf = x'2550' WHERE id = 1", HOSTILE_DETECTED },
  { "certificate-gap-behind-trigger", "@certificate_delete:DELETE FROM certificate WHERE id = 1", HOSTILE_DETECTED },
};

static SceauTestSchool *
make_school (void)
{
  SceauTestSchool *fixture = sceau_test_school_new (3);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_seal (fixture);
  first = sceau_test_school_issue (fixture, session_id, 1);
  second = sceau_test_school_issue (fixture, session_id, 2);
  /* Somebody without decision, for what may be tried on the living. */
  sceau_test_school_add_late_learner (fixture);
  sceau_test_school_deliberate (fixture);
  return fixture;
}

int
main (int argc, char **argv)
{
  g_autoptr (SceauTestSchool) fixture = NULL;

  g_test_init (&argc, &argv, NULL);
  fixture = make_school ();
  return hostile_sql_run (fixture, "hostile-sql", statements, G_N_ELEMENTS (statements));
}
