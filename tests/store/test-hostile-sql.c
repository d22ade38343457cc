/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A sealed school under somebody who opens it with another program: each statement is refused, or the check tells. */

#include <sqlite3.h>

#include "sceau-backup.h"
#include "sceau-school-check.h"
#include "sceau-test-school.h"

typedef enum
{
  REFUSED,  /* the statement fails, and the school is as it was */
  DETECTED  /* it goes through, and sceau_school_check() or the next opening says so */
} Expected;

/* Learner 1 has enrolment 1; session 1 is sealed and certified everyone; parchemins 2026-0001 and 2026-0002 are
 * issued; session 2 is deliberated; the last learner has no decision. */
static const struct
{
  const char *name;
  const char *sql;
  Expected expected;
} statements[] = {
  /* The journal */
  { "journal-update", "UPDATE journal SET who = 'somebody' WHERE id = 2", REFUSED },
  { "journal-update-nothing", "UPDATE journal SET who = who", REFUSED },
  { "journal-delete", "DELETE FROM journal WHERE id = 2", REFUSED },
  { "journal-cut-tail", "DELETE FROM journal WHERE id = (SELECT max (id) FROM journal)", REFUSED },
  { "journal-replace", "REPLACE INTO journal SELECT id, at, 'x', verb, subject, before, after, previous, hash FROM journal WHERE id = 2", REFUSED },
  { "journal-insert-gap", "INSERT INTO journal SELECT id + 5, at, who, verb, subject, before, after, hash, previous FROM journal WHERE id = 1", REFUSED },
  { "journal-insert-unchained", "INSERT INTO journal SELECT (SELECT max (id) + 1 FROM journal), at, who, verb, subject, before, after, hash, hash FROM journal WHERE id = 1", REFUSED },
  { "journal-insert-no-id", "INSERT INTO journal (at, who, verb, subject, previous, hash) SELECT at, who, verb, subject, previous, hash FROM journal WHERE id = 1", REFUSED },
  { "journal-insert-false-hash", "INSERT INTO journal SELECT (SELECT count + 1 FROM journal_head), at, who, 'forged', subject, before, after, (SELECT head FROM journal_head), hash FROM journal WHERE id = 1", DETECTED },
  { "journal-head-update", "UPDATE journal_head SET count = count - 1", REFUSED },
  { "journal-head-hash", "UPDATE journal_head SET head = (SELECT hash FROM journal WHERE id = 1)", REFUSED },
  { "journal-head-delete", "DELETE FROM journal_head", REFUSED },
  { "journal-head-replace", "REPLACE INTO journal_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')", REFUSED },
  { "journal-head-second", "INSERT INTO journal_head VALUES (2, 0, '0000000000000000000000000000000000000000000000000000000000000000')", REFUSED },
  /* The session */
  { "session-unseal", "UPDATE jury_session SET state = 'deliberated', seal = NULL, sealed_at = NULL, journal_head = NULL WHERE id = 1", REFUSED },
  { "session-date", "UPDATE jury_session SET date = '2026-10-16' WHERE id = 1", REFUSED },
  { "session-id", "UPDATE jury_session SET id = 99 WHERE id = 1", REFUSED },
  { "session-onto", "UPDATE OR REPLACE jury_session SET id = 1 WHERE id = 2", REFUSED },
  { "session-delete", "DELETE FROM jury_session WHERE id = 1", REFUSED },
  { "session-delete-begun", "DELETE FROM jury_session WHERE id = 2", REFUSED },
  { "session-replace", "REPLACE INTO jury_session (id, certification_code, cohort_id, date, state) VALUES (1, 'RNCP99901', 1, '2026-10-15', 'preparation')", REFUSED },
  { "session-insert-sealed", "INSERT INTO jury_session (certification_code, cohort_id, date, state, seal, sealed_at, journal_head) SELECT certification_code, cohort_id, date, state, seal, sealed_at, journal_head FROM jury_session WHERE id = 1", REFUSED },
  { "session-back", "UPDATE jury_session SET state = 'open' WHERE id = 2", REFUSED },
  { "session-state-unknown", "UPDATE jury_session SET state = 'approved' WHERE id = 2", REFUSED },
  { "session-seal-unfrozen", "UPDATE jury_session SET state = 'sealed', seal = (SELECT seal FROM jury_session WHERE id = 1), sealed_at = '2026-11-01T00:00:00Z', journal_head = (SELECT head FROM journal_head) WHERE id = 2", REFUSED },
  { "session-rectifies-unsealed", "INSERT INTO jury_session (certification_code, cohort_id, date, state, rectifies, rectification_reason) VALUES ('RNCP99901', 1, '2026-10-15', 'preparation', 2, 'x')", REFUSED },
  { "session-insert-date", "INSERT INTO jury_session (certification_code, cohort_id, date, state) VALUES ('RNCP99901', 1, '15/10/2026', 'preparation')", REFUSED },
  /* What lies under the seal */
  { "member-insert", "INSERT INTO jury_member (session_id, juror_id, position, president, present) VALUES (1, 99, 9, 0, 1)", REFUSED },
  { "member-update", "UPDATE jury_member SET present = 0 WHERE session_id = 1", REFUSED },
  { "member-delete", "DELETE FROM jury_member WHERE session_id = 1 AND juror_id = 1", REFUSED },
  { "member-move-out", "UPDATE jury_member SET session_id = 2 WHERE session_id = 1", REFUSED },
  { "member-move-in", "UPDATE OR REPLACE jury_member SET session_id = 1 WHERE session_id = 2", REFUSED },
  { "decision-update", "UPDATE jury_decision SET outcome = 'failed', reason = 'x' WHERE session_id = 1", REFUSED },
  { "decision-delete", "DELETE FROM jury_decision WHERE session_id = 1", REFUSED },
  { "decision-insert", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal, outcome) VALUES (1, 77, 'RNCP99901', 'certified', 'certified')", REFUSED },
  { "decision-replace", "REPLACE INTO jury_decision (session_id, enrolment_id, certification_code, proposal, outcome) VALUES (1, 1, 'RNCP99901', 'failed', 'failed')", REFUSED },
  { "decision-move-in", "UPDATE OR REPLACE jury_decision SET session_id = 1 WHERE session_id = 2", REFUSED },
  { "decision-move-out", "UPDATE OR REPLACE jury_decision SET session_id = 2 WHERE session_id = 1", REFUSED },
  { "decision-upsert", "INSERT INTO jury_decision (session_id, enrolment_id, certification_code, proposal, outcome) VALUES (1, 1, 'RNCP99901', 'failed', 'failed') ON CONFLICT (session_id, enrolment_id) DO UPDATE SET outcome = 'failed'", REFUSED },
  { "decision-without-reason", "UPDATE jury_decision SET outcome = 'failed', reason = '  ' WHERE session_id = 2", REFUSED },
  { "decision-without-reason-null", "UPDATE jury_decision SET outcome = 'failed', reason = NULL WHERE session_id = 2", REFUSED },
  { "verdict-update", "UPDATE decision_block_verdict SET mean = 2000 WHERE session_id = 1", REFUSED },
  { "verdict-delete", "DELETE FROM decision_block_verdict WHERE session_id = 1", REFUSED },
  { "decided-block-delete", "DELETE FROM decision_block WHERE session_id = 1", REFUSED },
  { "decided-block-insert", "INSERT INTO decision_block VALUES (1, 1, 9, 'RNCP99901', 'RNCP99901BC01')", REFUSED },
  { "frozen-update", "UPDATE frozen_result SET value = 2000 WHERE session_id = 1", REFUSED },
  { "frozen-delete", "DELETE FROM frozen_result WHERE session_id = 1", REFUSED },
  { "frozen-replace", "INSERT OR REPLACE INTO frozen_result SELECT session_id, moment, enrolment_id, modality_code, attempt, kind, 2000, examiner, date, comment FROM frozen_result WHERE session_id = 1", REFUSED },
  { "quota-insert", "INSERT INTO quota_snapshot VALUES (1, 'b', NULL, 30, 10, 3, 0)", REFUSED },
  { "acquired-update", "UPDATE acquired_block SET block_code = 'RNCP99901BC02'", REFUSED },
  { "acquired-delete", "DELETE FROM acquired_block", REFUSED },
  { "acquired-replace", "REPLACE INTO acquired_block SELECT id, learner_id, certification_code, block_code, 'vae', date, proof, session_id FROM acquired_block", REFUSED },
  { "acquired-late", "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date, session_id) VALUES (4, 'RNCP99901', 'RNCP99901BC01', 'jury', '2026-10-15', 1)", REFUSED },
  { "acquired-without-proof", "INSERT INTO acquired_block (learner_id, certification_code, block_code, kind, date) VALUES (4, 'RNCP99901', 'RNCP99901BC01', 'dispense', '2026-10-15')", REFUSED },
  { "annul", "INSERT INTO acquired_block_annulment VALUES (1, 2, 'x')", REFUSED },
  /* Results */
  { "result-update", "UPDATE result SET value = 2000 WHERE enrolment_id = 1", REFUSED },
  { "result-delete", "DELETE FROM result WHERE enrolment_id = 1", REFUSED },
  { "result-replace", "REPLACE INTO result (enrolment_id, modality_code, attempt, certification_code, kind, value) VALUES (1, 'BC01-EC1', 1, 'RNCP99901', 'value', 2000)", REFUSED },
  { "result-move-away", "UPDATE result SET attempt = 2 WHERE enrolment_id = 1 AND modality_code = 'BC01-EC1'", REFUSED },
  { "result-move-onto", "UPDATE OR REPLACE result SET enrolment_id = 1 WHERE enrolment_id = 4", REFUSED },
  { "result-value-in-state", "UPDATE result SET kind = 'absent' WHERE enrolment_id = 4", REFUSED },
  { "result-too-high", "UPDATE result SET value = 2001 WHERE enrolment_id = 4", REFUSED },
  { "result-text", "UPDATE result SET value = '14,5' WHERE enrolment_id = 4", REFUSED },
  /* People and programme */
  { "learner-delete", "DELETE FROM learner WHERE id = 1", REFUSED },
  { "learner-renumber", "UPDATE learner SET number = 'A999' WHERE id = 1", REFUSED },
  { "learner-onto-number", "UPDATE OR REPLACE learner SET number = 'A001' WHERE id = 4", REFUSED },
  { "learner-onto-id", "UPDATE OR REPLACE learner SET id = 1 WHERE id = 4", REFUSED },
  { "learner-replace-id", "REPLACE INTO learner (id, number, sex, birth_name, first_name, sorted_name, sort_key, search) VALUES (1, 'A500', 'F', 'X', 'Y', 'X Y', 'x y', 'x y')", REFUSED },
  { "learner-replace-number", "REPLACE INTO learner (number, sex, birth_name, first_name, sorted_name, sort_key, search) VALUES ('A001', 'F', 'X', 'Y', 'X Y', 'x y', 'x y')", REFUSED },
  { "learner-negative-id", "INSERT INTO learner (id, number, sex, birth_name, first_name, sorted_name, sort_key, search) VALUES (-1, 'A500', 'F', 'X', 'Y', 'X Y', 'x y', 'x y')", REFUSED },
  { "learner-birth-date", "UPDATE learner SET birth_date = '1999-02-30' WHERE id = 4", REFUSED },
  { "enrolment-delete", "DELETE FROM enrolment WHERE id = 1", REFUSED },
  { "enrolment-learner", "UPDATE enrolment SET learner_id = 4 WHERE id = 1", REFUSED },
  { "enrolment-route", "UPDATE enrolment SET route = 'vae' WHERE id = 1", REFUSED },
  { "enrolment-id", "UPDATE OR REPLACE enrolment SET id = 1 WHERE id = 4", REFUSED },
  { "enrolment-replace", "REPLACE INTO enrolment (learner_id, cohort_id, certification_code, route, admission, state) VALUES (1, 1, 'RNCP99901', 'vae', 'normal', 'active')", REFUSED },
  { "enrolment-block", "INSERT INTO enrolment_block VALUES (1, 0, 'RNCP99901', 'RNCP99901BC01')", REFUSED },
  { "cohort-delete", "DELETE FROM cohort WHERE id = 1", REFUSED },
  { "cohort-replace", "REPLACE INTO cohort (certification_code, name) VALUES ('RNCP99901', '2025-2026')", REFUSED },
  { "certification-delete", "DELETE FROM certification", REFUSED },
  { "certification-code", "UPDATE certification SET code = 'RNCP1'", REFUSED },
  { "certification-replace", "REPLACE INTO certification SELECT * FROM certification", REFUSED },
  { "block-delete", "DELETE FROM block", REFUSED },
  { "block-code", "UPDATE block SET code = 'X' WHERE code = 'RNCP99901BC01'", REFUSED },
  { "plan-delete", "DELETE FROM plan", REFUSED },
  { "modality-delete", "DELETE FROM modality WHERE code = 'BC01-EC1'", REFUSED },
  { "modality-code", "UPDATE modality SET code = 'X' WHERE code = 'BC01-EC1'", REFUSED },
  { "juror-delete", "DELETE FROM juror WHERE id = 1", REFUSED },
  { "juror-replace", "REPLACE INTO juror (id, name, internal, sex, search) VALUES (1, 'X', 1, '', 'x')", REFUSED },
  { "school-delete", "DELETE FROM school", REFUSED },
  { "school-replace", "REPLACE INTO school (id, name, siret) VALUES (1, 'X', '73282932000074')", REFUSED },
  /* The register */
  { "certificate-delete", "DELETE FROM certificate WHERE number = '2026-0002'", REFUSED },
  { "certificate-name", "UPDATE certificate SET learner_name = 'X' WHERE number = '2026-0001'", REFUSED },
  { "certificate-pdf", "UPDATE certificate SET pdf = x'25' WHERE number = '2026-0001'", REFUSED },
  { "certificate-sha256", "UPDATE certificate SET sha256 = replace (sha256, 'a', 'b')", REFUSED },
  { "certificate-rowid", "UPDATE certificate SET id = 50 WHERE number = '2026-0001'", REFUSED },
  { "certificate-revoke-no-reason", "UPDATE certificate SET state = 'revoked' WHERE number = '2026-0001'", REFUSED },
  { "certificate-revoke-silently", "UPDATE certificate SET state = 'revoked', revocation_reason = 'x' WHERE number = '2026-0001'", DETECTED },
  { "certificate-gap", "INSERT INTO certificate SELECT NULL, '2026-0009', year, 9, session_id, 3, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, sha256, search, pdf FROM certificate WHERE id = 1", REFUSED },
  { "certificate-second", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, session_id, enrolment_id, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, sha256, search, pdf FROM certificate WHERE id = 1", REFUSED },
  { "certificate-unsealed", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, 2, 3, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, sha256, search, pdf FROM certificate WHERE id = 1", REFUSED },
  { "certificate-undecided", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, 1, 4, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, sha256, search, pdf FROM certificate WHERE id = 1", REFUSED },
  { "certificate-replace", "REPLACE INTO certificate SELECT id, number, year, sequence, session_id, enrolment_id, certification_code, learner_number, 'X', decided, delivered, place, state, NULL, sha256, search, pdf FROM certificate WHERE id = 1", REFUSED },
  { "certificate-false-bytes", "INSERT INTO certificate SELECT NULL, '2026-0003', year, 3, 1, 3, certification_code, learner_number, learner_name, decided, delivered, place, state, NULL, sha256, search, x'00' FROM certificate WHERE id = 1", DETECTED },
  { "event-gap", "INSERT INTO certificate_event (number, kind, rank, date, reason) VALUES ('2026-0001', 'duplicate', 2, '2026-11-20', 'x')", REFUSED },
  { "event-unknown", "INSERT INTO certificate_event (number, kind, rank, date, reason) VALUES ('2099-0001', 'duplicate', 1, '2026-11-20', 'x')", REFUSED },
  { "minutes-update", "UPDATE jury_minutes SET pdf = x'25' WHERE session_id = 1", REFUSED },
  { "minutes-delete", "DELETE FROM jury_minutes WHERE session_id = 1", REFUSED },
  { "minutes-replace", "REPLACE INTO jury_minutes SELECT session_id, sha256, x'25' FROM jury_minutes", REFUSED },
  { "minutes-unsealed", "INSERT INTO jury_minutes SELECT 2, sha256, pdf FROM jury_minutes", REFUSED },
  /* The protections themselves */
  { "drop-trigger", "DROP TRIGGER jury_session_update", DETECTED },
  { "weaken-trigger", "DROP TRIGGER result_delete; CREATE TRIGGER result_delete BEFORE DELETE ON result WHEN 0 BEGIN SELECT 1; END", DETECTED },
  { "drop-table", "DROP TABLE quota_snapshot", DETECTED },
  { "drop-journal", "DROP TABLE journal", DETECTED },
  { "add-column", "ALTER TABLE learner ADD COLUMN nir TEXT", DETECTED },
  { "rename-table", "ALTER TABLE journal_head RENAME TO old_head", DETECTED },
  { "add-trigger", "CREATE TRIGGER mine AFTER INSERT ON result BEGIN UPDATE learner SET email = 'x'; END", DETECTED },
  { "add-table", "CREATE TABLE mine (x)", DETECTED },
  { "drop-index", "DROP INDEX certificate_in_force", DETECTED },
  { "writable-schema", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'journal_update'", DETECTED },
  { "other-application", "PRAGMA application_id = 0", DETECTED },
  { "older-version", "PRAGMA user_version = 0", DETECTED },
  { "newer-version", "PRAGMA user_version = 999", DETECTED },
  { "checks-off", "PRAGMA ignore_check_constraints = ON; UPDATE learner SET sex = 'X' WHERE id = 4", DETECTED },
  { "unknown-reference", "INSERT INTO survey_answer VALUES (12345, 6, 'permanent', 1, NULL)", DETECTED },
  /* Take the lock off, change, put the lock back: only what is hashed tells. */
  { "decision-behind-trigger", "@jury_decision_update:UPDATE jury_decision SET proposal = 'failed', outcome = 'failed' WHERE session_id = 1 AND enrolment_id = 1", DETECTED },
  { "verdict-behind-trigger", "@decision_block_verdict_update:UPDATE decision_block_verdict SET reason = 'x' WHERE session_id = 1", DETECTED },
  { "member-behind-trigger", "@jury_member_update:UPDATE jury_member SET name = 'Quelqu’un d’autre' WHERE session_id = 1 AND juror_id = 1", DETECTED },
  { "frozen-behind-trigger", "@frozen_result_update:UPDATE frozen_result SET comment = 'x' WHERE session_id = 1", DETECTED },
  { "result-behind-trigger", "@result_update:UPDATE result SET value = 1 WHERE enrolment_id = 1", DETECTED },
  { "acquired-behind-trigger", "@acquired_block_delete:DELETE FROM acquired_block WHERE id = 1", DETECTED },
  { "route-behind-trigger", "@enrolment_update:UPDATE enrolment SET route = 'vae' WHERE id = 1", DETECTED },
  { "journal-behind-trigger", "@journal_update:UPDATE journal SET who = 'x' WHERE id = 2", DETECTED },
  { "journal-removed-behind-trigger", "@journal_delete:DELETE FROM journal WHERE id = 2", DETECTED },
  { "journal-tail-behind-trigger", "@journal_delete:DELETE FROM journal WHERE id = (SELECT max (id) FROM journal)", DETECTED },
  { "minutes-behind-trigger", "@jury_minutes_update:UPDATE jury_minutes SET pdf = x'2550' WHERE session_id = 1", DETECTED },
  { "minutes-and-hash-behind-trigger", "@jury_minutes_update:UPDATE jury_minutes SET pdf = (SELECT pdf FROM certificate WHERE id = 1), sha256 = (SELECT sha256 FROM certificate WHERE id = 1)", DETECTED },
  { "minutes-removed-behind-trigger", "@jury_minutes_delete:DELETE FROM jury_minutes WHERE session_id = 1", DETECTED },
  { "certificate-behind-trigger", "@certificate_update:UPDATE certificate SET pdf = x'2550' WHERE id = 1", DETECTED },
  { "certificate-gap-behind-trigger", "@certificate_delete:DELETE FROM certificate WHERE id = 1", DETECTED },
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
  sceau_school_close (fixture->school);
  fixture->school = NULL;
  return fixture;
}

static int
run (sqlite3 *handle, const char *sql)
{
  return sqlite3_exec (handle, sql, NULL, NULL, NULL);
}

/* "@trigger:statement" drops the trigger, runs the statement and creates the trigger again as it was. */
static int
attack (sqlite3 *handle, const char *sql)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *drop = NULL;
  g_autofree char *create = NULL;
  sqlite3_stmt *statement;
  int result;

  if (sql[0] != '@')
    return run (handle, sql);
  parts = g_strsplit (sql + 1, ":", 2);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT sql FROM sqlite_schema WHERE name = ?", -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, parts[0], -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  create = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  drop = g_strdup_printf ("DROP TRIGGER %s", parts[0]);
  g_assert_cmpint (run (handle, drop), ==, SQLITE_OK);
  result = run (handle, parts[1]);
  g_assert_cmpint (run (handle, create), ==, SQLITE_OK);
  return result;
}

static gboolean
is_sound (const char *path)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  if (!sceau_backup_verify (path, faults, &error))
    {
      g_test_message ("not opened: %s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));
      g_test_message ("%s", text);
    }
  return sceau_faults_length (faults) == 0;
}

static char *pristine;
static gsize pristine_length;
static char *folder;

static void
test_statement (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_build_filename (folder, "attacked.sceau", NULL);
  sqlite3 *handle;
  int result;

  g_assert_true (g_file_set_contents (path, pristine, (gssize) pristine_length, NULL));
  /* Another program: references are not enforced, and it does what it likes. */
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  result = attack (handle, statements[i].sql);
  g_test_message ("%s", result == SQLITE_OK ? "went through" : sqlite3_errmsg (handle));
  if (statements[i].expected == REFUSED)
    g_assert_cmpint (result, ==, SQLITE_CONSTRAINT);
  else
    g_assert_cmpint (result, ==, SQLITE_OK);
  sqlite3_close (handle);
  if (statements[i].expected == REFUSED)
    g_assert_true (is_sound (path));
  else
    g_assert_false (is_sound (path));
}

int
main (int argc, char **argv)
{
  g_autoptr (SceauTestSchool) fixture = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture = make_school ();
  folder = fixture->folder;
  g_assert_true (g_file_get_contents (fixture->path, &pristine, &pristine_length, NULL));
  g_assert_true (is_sound (fixture->path));
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *name = g_strconcat ("/store/hostile-sql/", statements[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_statement);
    }
  result = g_test_run ();
  g_free (pristine);
  return result;
}
