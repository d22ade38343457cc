/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"
#include "sceau-text.h"

#define NOT_FOUND N_("There is no parchemin with the number %s.")

#define COLUMNS \
  "c.number, c.year, c.sequence, c.enrolment_id, c.session_id, c.learner_number, c.learner_name, c.certification_code, " \
  "c.decided, c.delivered, c.place, c.sha256, c.state, c.revocation_reason, c.ended, c.replaces, c.replaced_by, c.code_text, " \
  "(SELECT count (*) FROM register_act AS a WHERE a.number = c.number AND a.kind = 'duplicate')"

static gpointer
read_certificate (SceauStatement *row)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->number = sceau_statement_dup_text (row, 0);
  certificate->year = (int) sceau_statement_get_int (row, 1);
  certificate->sequence = (int) sceau_statement_get_int (row, 2);
  certificate->enrolment_id = sceau_statement_get_int (row, 3);
  certificate->session_id = sceau_statement_get_int (row, 4);
  certificate->learner_number = sceau_statement_dup_text (row, 5);
  certificate->learner_name = sceau_statement_dup_text (row, 6);
  certificate->certification_code = sceau_statement_dup_text (row, 7);
  certificate->decided = sceau_statement_get_date (row, 8);
  certificate->delivered = sceau_statement_get_date (row, 9);
  certificate->place = sceau_statement_dup_text (row, 10);
  certificate->sha256 = sceau_statement_dup_text (row, 11);
  SCEAU_TABLE_GET_ENUM (row, 12, sceau_certificate_state_from_id, &certificate->state);
  certificate->revocation_reason = sceau_statement_dup_text (row, 13);
  certificate->ended = sceau_statement_get_date (row, 14);
  certificate->replaces = sceau_statement_dup_text (row, 15);
  certificate->replaced_by = sceau_statement_dup_text (row, 16);
  certificate->code_text = sceau_statement_dup_text (row, 17);
  certificate->duplicates = (int) sceau_statement_get_int (row, 18);
  return certificate;
}

/* Issuing ------------------------------------------------------------------------- */

int
sceau_certificate_table_next_sequence (SceauSchool *school, int year, GError **error)
{
  gint64 next;

  g_return_val_if_fail (school != NULL, -1);

  return sceau_database_query_int (sceau_school_database (school), &next, 1, error,
                                   "SELECT coalesce (max (sequence), 0) + 1 FROM certificate WHERE year = $1", "i", year)
           ? (int) next
           : -1;
}

gboolean
sceau_certificate_table_insert (SceauSchool *school, const SceauCertificate *certificate, GBytes *pdf, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *text = NULL;
  g_autofree char *search = NULL;

  g_return_val_if_fail (school != NULL && certificate != NULL && pdf != NULL, FALSE);

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  if (g_strcmp0 (sha256, certificate->sha256) != 0)
    {
      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT,
                   _("The document of the parchemin %s is not the one that was announced. Issue it again."),
                   certificate->number);
      return FALSE;
    }
  text = g_strjoin (" ", certificate->number, certificate->learner_name, certificate->learner_number, NULL);
  search = sceau_text_fold (text);
  return sceau_database_run (
    sceau_school_database (school), error,
    "INSERT INTO certificate (number, year, sequence, session_id, enrolment_id, certification_code, learner_number, "
    "learner_name, decided, delivered, place, state, replaces, code_text, sha256, search, pdf) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'issued', $12, $13, $14, $15, $16)",
    "tiilltttddtttttb", certificate->number, certificate->year, certificate->sequence, certificate->session_id,
    certificate->enrolment_id, certificate->certification_code, certificate->learner_number, certificate->learner_name,
    certificate->decided, certificate->delivered, certificate->place, certificate->replaces, certificate->code_text, sha256,
    search, pdf);
}

/* Reading -------------------------------------------------------------------------- */

SceauCertificate *
sceau_certificate_table_find (SceauSchool *school, const char *number, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT " COLUMNS " FROM certificate AS c WHERE c.number = $1", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, number);
  return sceau_table_find (statement, read_certificate, _(NOT_FOUND), number, error);
}

gboolean
sceau_certificate_table_find_document (SceauSchool *school, const char *sha256, char **number, gboolean *duplicate, GError **error)
{
  SceauDatabase *database;

  g_return_val_if_fail (school != NULL && sha256 != NULL && number != NULL && duplicate != NULL, FALSE);

  database = sceau_school_database (school);
  *duplicate = FALSE;
  if (!sceau_database_query_text (database, number, error, "SELECT number FROM certificate WHERE sha256 = $1", "t", sha256))
    return FALSE;
  if (*number != NULL)
    return TRUE;
  *duplicate = TRUE;
  return sceau_database_query_text (database, number, error, "SELECT number FROM register_act WHERE sha256 = $1", "t", sha256);
}

/* A session or an enrolment is found by its index; the rest only filters. */
#define OF_ALL " FROM certificate AS c WHERE $1 = 0 AND $2 = 0"
#define OF_SESSION " FROM certificate AS c WHERE c.session_id = $1 AND ($2 = 0 OR c.enrolment_id = $2)"
#define OF_ENROLMENT \
  " FROM certificate AS c WHERE $1 = 0 AND c.enrolment_id = $2" \
  " AND c.session_id IN (SELECT d.session_id FROM jury_decision AS d WHERE d.enrolment_id = $2)"
#define FILTERED \
  " AND ($3 = 0 OR c.year = $3) AND ($4 IS NULL OR c.certification_code = $4)" \
  " AND c.search LIKE $5 AND c.search LIKE $6 AND c.search LIKE $7 AND c.search LIKE $8"
#define PAGED " ORDER BY c.year, c.sequence LIMIT $9 OFFSET $10"

static SceauStatement *
prepare_query (SceauSchool *school, const char *const *sql, const SceauCertificateQuery *query, GError **error)
{
  int variant = query->session_id != 0 ? 1 : query->enrolment_id != 0 ? 2 : 0;
  /* A whole number is looked for without its letter, which no column holds. */
  g_autofree char *number = query->search != NULL ? sceau_certificate_read_number (query->search, NULL) : NULL;
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql[variant], error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, query->session_id);
  sceau_statement_bind_int (statement, 2, query->enrolment_id);
  sceau_statement_bind_int (statement, 3, query->year);
  sceau_statement_bind_text (statement, 4, query->certification_code);
  sceau_table_bind_search (statement, 5, number != NULL ? number : query->search);
  return statement;
}

static SceauStatement *
prepare_list (SceauSchool *school, const SceauCertificateQuery *query, GError **error)
{
  static const char *const sql[] = { "SELECT " COLUMNS OF_ALL FILTERED PAGED, "SELECT " COLUMNS OF_SESSION FILTERED PAGED,
                                     "SELECT " COLUMNS OF_ENROLMENT FILTERED PAGED };
  SceauStatement *statement = prepare_query (school, sql, query, error);

  if (statement != NULL)
    sceau_table_bind_page (statement, 9, query->limit, query->offset);
  return statement;
}

GPtrArray *
sceau_certificate_table_list (SceauSchool *school, const SceauCertificateQuery *query, GError **error)
{
  static const SceauCertificateQuery all = { 0 };

  g_return_val_if_fail (school != NULL, NULL);

  return sceau_table_collect (prepare_list (school, query != NULL ? query : &all, error), read_certificate,
                              (GDestroyNotify) sceau_certificate_free, error);
}

gint64
sceau_certificate_table_count (SceauSchool *school, const SceauCertificateQuery *query, GError **error)
{
  static const SceauCertificateQuery all = { 0 };
  static const char *const sql[] = { "SELECT count (*)" OF_ALL FILTERED, "SELECT count (*)" OF_SESSION FILTERED,
                                     "SELECT count (*)" OF_ENROLMENT FILTERED };

  g_return_val_if_fail (school != NULL, -1);

  return sceau_table_count (prepare_query (school, sql, query != NULL ? query : &all, error), error);
}

gboolean
sceau_certificate_table_each (SceauSchool *school, const SceauCertificateQuery *query, SceauRegisterFunc func, gpointer data,
                              GError **error)
{
  static const SceauCertificateQuery all = { 0 };
  g_autoptr (SceauStatement) rows = NULL;
  SceauStep step;

  g_return_val_if_fail (school != NULL && func != NULL, FALSE);

  rows = prepare_list (school, query != NULL ? query : &all, error);
  if (rows == NULL)
    return FALSE;
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      g_autoptr (SceauCertificate) certificate = read_certificate (rows);
      g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (school, certificate->number, error);

      if (acts == NULL || !func (certificate, acts, data, error))
        return FALSE;
    }
  return step == SCEAU_STEP_DONE;
}

static gpointer
read_bytes (SceauStatement *row)
{
  return sceau_statement_dup_bytes (row, 0);
}

GBytes *
sceau_certificate_table_load_pdf (SceauSchool *school, const char *number, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school), "SELECT pdf FROM certificate WHERE number = $1", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, number);
  return sceau_table_find (statement, read_bytes, _(NOT_FOUND), number, error);
}
