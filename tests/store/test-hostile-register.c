/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register's lines and states, proofs, style and signatories, under somebody who opens the file with another program. */

#include "hostile-sql.h"

#include <sqlite3.h>

/* Session 1 is sealed and certified four learners.  Parchemin 2026-0001, of enrolment 1, was printed twice, handed over and has a
 * duplicate; 2026-0002 is revoked; 2026-0003 has no line; 2026-0004 was replaced by 2026-0005, which has a code.  The proof of
 * enrolment 1 is signed, that of 2 printed.  There are a style and two signatories. */
static const char *const history
  = "INSERT INTO register_act (number, kind, rank, date) VALUES ('2026-0001', 'printed', 1, '2026-11-03');"
    "INSERT INTO register_act (number, kind, rank, date, reason) VALUES ('2026-0001', 'spoiled', 0, '2026-11-03', 'Bourrage');"
    "INSERT INTO register_act (number, kind, rank, date) VALUES ('2026-0001', 'printed', 2, '2026-11-04');"
    "INSERT INTO register_act (number, kind, rank, date, person) VALUES ('2026-0001', 'handed', 0, '2026-11-05', 'Zoé Exemple');"
    "INSERT INTO register_act (number, kind, rank, date, reason, sha256, pdf) "
    "SELECT number, 'duplicate', 1, '2026-11-10', 'Perte', sha256, pdf FROM certificate WHERE id = 1;"
    "INSERT INTO register_act (number, kind, rank, date, reason) VALUES ('2026-0002', 'revoked', 0, '2026-11-11', 'Fraude');"
    "INSERT INTO register_act (number, kind, rank, date, detail, reason) "
    "VALUES ('2026-0004', 'replaced', 0, '2026-11-12', '2026-0005', 'Correction du nom');"
    "INSERT INTO certificate SELECT NULL, '2026-0005', year, 5, session_id, enrolment_id, certification_code, learner_number, "
    "learner_name, decided, delivered, place, 'issued', NULL, NULL, '2026-0004', NULL, 'SCEAU1|n=2026-0005', sha256, search, pdf "
    "FROM certificate WHERE number = '2026-0004';"
    "INSERT INTO certificate_proof VALUES (1, 'printed', 'Zoé LEFÈVRE', '2026-10-20', NULL);"
    "INSERT INTO certificate_proof VALUES (2, 'printed', 'Jean MARTIN', '2026-10-20', NULL);"
    "UPDATE certificate_proof SET state = 'signed' WHERE enrolment_id = 1;"
    "INSERT INTO house_style (id, primary_colour, proof_required) VALUES (1, 255, 1);"
    "INSERT INTO signatory (name, title, start_date) VALUES ('Inès Exemple', 'Directrice', '2020-01-01');"
    "INSERT INTO signatory (name, title, start_date) VALUES ('Hugo Exemple', 'Directeur', '2026-01-02');";

static const HostileStatement statements[] = {
  /* Lines of the register */
  { "act-update", "UPDATE register_act SET date = '2026-11-30' WHERE id = 1", HOSTILE_REFUSED },
  { "act-update-nothing", "UPDATE register_act SET kind = kind", HOSTILE_REFUSED },
  { "act-move", "UPDATE register_act SET number = '2026-0003' WHERE id = 1", HOSTILE_REFUSED },
  { "act-delete", "DELETE FROM register_act WHERE id = 2", HOSTILE_REFUSED },
  { "act-delete-last", "DELETE FROM register_act WHERE id = (SELECT max (id) FROM register_act)", HOSTILE_REFUSED },
  { "act-replace", "REPLACE INTO register_act (id, number, kind, rank, date) VALUES (1, '2026-0001', 'printed', 1, '2026-11-30')", HOSTILE_REFUSED },
  { "act-replace-rank", "REPLACE INTO register_act (number, kind, rank, date) VALUES ('2026-0001', 'printed', 1, '2026-11-30')", HOSTILE_REFUSED },
  { "act-slip-in", "INSERT INTO register_act (id, number, kind, rank, date, person) VALUES (0, '2026-0003', 'handed', 0, '2026-11-30', 'x')", HOSTILE_REFUSED },
  { "act-unknown", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2099-0001', 'printed', 1, '2026-11-30', NULL, NULL, NULL)", HOSTILE_REFUSED },
  { "act-unknown-kind", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'burnt', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "act-no-day", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'printed', 1, '2026-02-30', NULL, NULL, NULL)", HOSTILE_REFUSED },
  { "edition-gap", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'printed', 2, '2026-11-30', NULL, NULL, NULL)", HOSTILE_REFUSED },
  { "edition-without-rank", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'printed', 0, '2026-11-30', NULL, NULL, NULL)", HOSTILE_REFUSED },
  { "edition-of-what-is-out", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'printed', 3, '2026-11-30', NULL, NULL, NULL)", HOSTILE_REFUSED },
  { "spoiled-outside", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'spoiled', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "spoiled-unprinted", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'spoiled', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "spoiled-without-reason", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'spoiled', 0, '2026-11-30', NULL, NULL, ' ')", HOSTILE_REFUSED },
  { "handed-twice", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'handed', 0, '2026-11-30', 'x', NULL, NULL)", HOSTILE_REFUSED },
  { "handed-to-nobody", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'handed', 0, '2026-11-30', NULL, NULL, NULL)", HOSTILE_REFUSED },
  { "posted-after-hand-over", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'posted', 0, '2026-11-30', 'x', 'x', NULL)", HOSTILE_REFUSED },
  { "posted-untracked", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'posted', 0, '2026-11-30', 'x', NULL, NULL)", HOSTILE_REFUSED },
  { "returned-unposted", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0003', 'returned', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "duplicate-gap", "INSERT INTO register_act (number, kind, rank, date, reason, sha256, pdf) SELECT number, 'duplicate', 3, '2026-11-30', 'x', sha256, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "duplicate-without-bytes", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'duplicate', 2, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "duplicate-false-bytes", "INSERT INTO register_act (number, kind, rank, date, reason, sha256, pdf) SELECT number, 'duplicate', 2, '2026-11-30', 'x', sha256, x'00' FROM certificate WHERE id = 1", HOSTILE_DETECTED },
  { "act-after-revocation", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0002', 'handed', 0, '2026-11-30', 'x', NULL, NULL)", HOSTILE_REFUSED },
  { "duplicate-after-revocation", "INSERT INTO register_act (number, kind, rank, date, reason, sha256, pdf) SELECT number, 'duplicate', 1, '2026-11-30', 'x', sha256, pdf FROM certificate WHERE number = '2026-0002'", HOSTILE_REFUSED },
  { "revoke-again", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0002', 'revoked', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "revoke-what-was-replaced", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0004', 'revoked', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_REFUSED },
  { "revoke-without-reason", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'revoked', 0, '2026-11-30', NULL, NULL, '')", HOSTILE_REFUSED },
  { "revoke-with-person", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'revoked', 0, '2026-11-30', 'x', NULL, 'x')", HOSTILE_REFUSED },
  /* States */
  { "state-revoked", "UPDATE certificate SET state = 'revoked', revocation_reason = 'x', ended = '2026-11-30' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "state-replaced", "UPDATE certificate SET state = 'replaced', replaced_by = '2026-0003', ended = '2026-11-30' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "state-back", "UPDATE certificate SET state = 'issued', revocation_reason = NULL, ended = NULL WHERE number = '2026-0002'", HOSTILE_REFUSED },
  { "state-back-replaced", "UPDATE certificate SET state = 'issued', replaced_by = NULL, ended = NULL WHERE number = '2026-0004'", HOSTILE_REFUSED },
  { "end-day", "UPDATE certificate SET ended = '2026-11-30' WHERE number = '2026-0002'", HOSTILE_REFUSED },
  { "end-reason", "UPDATE certificate SET revocation_reason = 'x' WHERE number = '2026-0002'", HOSTILE_REFUSED },
  { "end-successor", "UPDATE certificate SET replaced_by = '2026-0001' WHERE number = '2026-0004'", HOSTILE_REFUSED },
  { "end-predecessor", "UPDATE certificate SET replaces = '2026-0001' WHERE number = '2026-0005'", HOSTILE_REFUSED },
  { "code", "UPDATE certificate SET code_text = 'SCEAU1|n=x' WHERE number = '2026-0001'", HOSTILE_REFUSED },
  { "code-removed", "UPDATE certificate SET code_text = NULL WHERE number = '2026-0005'", HOSTILE_REFUSED },
  { "replaced-by-an-old-one", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'replaced', 0, '2026-11-30', NULL, '2026-0003', 'x')", HOSTILE_REFUSED },
  { "replaced-by-nobody", "INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'replaced', 0, '2026-11-30', NULL, '2026-0006', 'x')", HOSTILE_DETECTED },
  { "successor-of-nobody", "INSERT INTO certificate SELECT NULL, '2026-0006', year, 6, session_id, 2, certification_code, learner_number, learner_name, decided, delivered, place, 'issued', NULL, NULL, '2026-0001', NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "successor-of-the-revoked", "INSERT INTO certificate SELECT NULL, '2026-0006', year, 6, session_id, 2, certification_code, learner_number, learner_name, decided, delivered, place, 'issued', NULL, NULL, '2026-0002', NULL, NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "issued-again-after-revocation-as-replaced", "INSERT INTO certificate SELECT NULL, '2026-0006', year, 6, session_id, 2, certification_code, learner_number, learner_name, decided, delivered, place, 'replaced', NULL, '2026-11-30', NULL, '2026-0007', NULL, sha256, search, pdf FROM certificate WHERE id = 1", HOSTILE_REFUSED },
  { "revoke-behind-trigger", "@register_act_ends:INSERT INTO register_act (number, kind, rank, date, person, detail, reason) VALUES ('2026-0001', 'revoked', 0, '2026-11-30', NULL, NULL, 'x')", HOSTILE_DETECTED },
  { "unrevoke-behind-trigger", "@register_act_delete:DELETE FROM register_act WHERE kind = 'revoked'", HOSTILE_DETECTED },
  { "state-behind-trigger", "@certificate_update:UPDATE certificate SET state = 'issued', revocation_reason = NULL, ended = NULL WHERE number = '2026-0002'", HOSTILE_DETECTED },
  { "end-behind-trigger", "@certificate_update:UPDATE certificate SET ended = '2026-11-30' WHERE number = '2026-0002'", HOSTILE_DETECTED },
  { "successor-behind-trigger", "@certificate_update:UPDATE certificate SET replaces = NULL WHERE number = '2026-0005'", HOSTILE_DETECTED },
  { "edition-behind-trigger", "@register_act_delete:DELETE FROM register_act WHERE kind = 'printed' AND rank = 1", HOSTILE_DETECTED },
  { "duplicate-behind-trigger", "@register_act_update:UPDATE register_act SET pdf = x'25' WHERE kind = 'duplicate'", HOSTILE_DETECTED },
  /* Proofs, style and signatories */
  { "proof-delete", "DELETE FROM certificate_proof", HOSTILE_REFUSED },
  { "proof-move", "UPDATE OR REPLACE certificate_proof SET enrolment_id = 2 WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "proof-replace", "REPLACE INTO certificate_proof VALUES (1, 'printed', 'x', '2026-11-30', NULL)", HOSTILE_REFUSED },
  { "proof-signed-at-once", "INSERT INTO certificate_proof VALUES (3, 'signed', 'x', '2026-11-30', NULL)", HOSTILE_REFUSED },
  { "proof-signed-for-another-text", "UPDATE certificate_proof SET state = 'signed', content = 'x' WHERE enrolment_id = 2", HOSTILE_REFUSED },
  { "proof-content-under-signature", "UPDATE certificate_proof SET content = 'x' WHERE enrolment_id = 1", HOSTILE_REFUSED },
  { "proof-refused-without-remark", "UPDATE certificate_proof SET state = 'refused' WHERE enrolment_id = 2", HOSTILE_REFUSED },
  { "proof-of-nobody", "INSERT INTO certificate_proof VALUES (999, 'printed', 'x', '2026-11-30', NULL)", HOSTILE_DETECTED },
  { "style-second", "INSERT INTO house_style SELECT 2, design, primary_colour, accent_colour, logo, logo_width, logo_height, seal, seal_width, seal_height, proof_required FROM house_style", HOSTILE_REFUSED },
  { "style-replace", "REPLACE INTO house_style (id, proof_required) VALUES (1, 0)", HOSTILE_REFUSED },
  { "style-delete", "DELETE FROM house_style", HOSTILE_REFUSED },
  { "style-colour", "UPDATE house_style SET primary_colour = 16777216", HOSTILE_REFUSED },
  { "style-picture-without-size", "UPDATE house_style SET logo = x'89', logo_width = NULL", HOSTILE_REFUSED },
  { "signatory-delete", "DELETE FROM signatory WHERE id = 1", HOSTILE_REFUSED },
  { "signatory-renumber", "UPDATE OR REPLACE signatory SET id = 2 WHERE id = 1", HOSTILE_REFUSED },
  { "signatory-replace", "REPLACE INTO signatory (id, name, title, start_date) VALUES (1, 'x', 'x', '2026-01-01')", HOSTILE_REFUSED },
  { "signatory-ended-before", "UPDATE signatory SET end_date = '2000-01-01' WHERE id = 1", HOSTILE_REFUSED },
  { "signatory-without-name", "UPDATE signatory SET name = ' ' WHERE id = 1", HOSTILE_REFUSED },
  { "layout-kind", "INSERT INTO layout VALUES ('font', 'x', 'x')", HOSTILE_REFUSED },
};

static SceauTestSchool *
make_school (void)
{
  SceauTestSchool *fixture = sceau_test_school_new (4);
  sqlite3 *handle;
  char *complaint = NULL;
  gint64 session_id;

  sceau_test_school_add_results (fixture);
  session_id = sceau_test_school_seal (fixture);
  for (guint i = 0; i < 4; i++)
    g_free (sceau_test_school_issue (fixture, session_id, g_array_index (fixture->enrolments, gint64, i)));
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, history, NULL, NULL, &complaint);
  g_assert_cmpstr (complaint, ==, NULL);
  sqlite3_close (handle);
  return fixture;
}

int
main (int argc, char **argv)
{
  g_autoptr (SceauTestSchool) fixture = NULL;

  g_test_init (&argc, &argv, NULL);
  fixture = make_school ();
  return hostile_sql_run (fixture, "hostile-register", statements, G_N_ELEMENTS (statements));
}
