/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"
#include "sceau-text.h"

#define NOT_FOUND N_("There is no parchemin with the number %s.")

#define COLUMNS \
  "c.number, c.year, c.sequence, c.enrolment_id, c.session_id, c.learner_number, c.learner_name, c.certification_code, " \
  "c.decided, c.delivered, c.place, c.sha256, c.state, c.revocation_reason, " \
  "(SELECT count (*) FROM certificate_event AS v WHERE v.number = c.number AND v.kind = 'duplicate')"

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
  certificate->duplicates = (int) sceau_statement_get_int (row, 14);
  return certificate;
}

static char *
hash_bytes (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
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

  sha256 = hash_bytes (pdf);
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
    "learner_name, decided, delivered, place, state, sha256, search, pdf) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'issued', $12, $13, $14)",
    "tiilltttddtttb", certificate->number, certificate->year, certificate->sequence, certificate->session_id,
    certificate->enrolment_id, certificate->certification_code, certificate->learner_number, certificate->learner_name,
    certificate->decided, certificate->delivered, certificate->place, sha256, search, pdf);
}

/* The life after ------------------------------------------------------------------- */

static gboolean
add_event (SceauSchool *school, const char *number, const char *kind, int rank, const char *reason, SceauDate date, GBytes *pdf,
           GError **error)
{
  g_autofree char *sha256 = pdf != NULL ? hash_bytes (pdf) : NULL;

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO certificate_event (number, kind, rank, date, reason, sha256, pdf) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "ttidttb", number, kind, rank, date, reason, sha256, pdf);
}

gboolean
sceau_certificate_table_revoke (SceauSchool *school, const char *number, const char *reason, SceauDate date, GError **error)
{
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL && number != NULL, FALSE);

  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = sceau_database_run (sceau_school_database (school), error,
                             "UPDATE certificate SET state = 'revoked', revocation_reason = $1 WHERE number = $2", "tt", reason,
                             number)
         && sceau_table_check_one (school, _(NOT_FOUND), number, error)
         && add_event (school, number, "revocation", 0, reason, date, NULL, error);
  return sceau_school_leave (school, own, done, error);
}

int
sceau_certificate_table_next_rank (SceauSchool *school, const char *number, GError **error)
{
  gint64 next;

  g_return_val_if_fail (school != NULL && number != NULL, -1);

  return sceau_database_query_int (sceau_school_database (school), &next, 1, error,
                                   "SELECT coalesce (max (rank), 0) + 1 FROM certificate_event "
                                   "WHERE number = $1 AND kind = 'duplicate'",
                                   "t", number)
           ? (int) next
           : -1;
}

gboolean
sceau_certificate_table_add_duplicate (SceauSchool *school, const char *number, int rank, const char *reason, SceauDate date,
                                       GBytes *pdf, GError **error)
{
  g_return_val_if_fail (school != NULL && number != NULL && pdf != NULL, FALSE);

  return add_event (school, number, "duplicate", rank, reason, date, pdf, error);
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
  return sceau_database_query_text (database, number, error, "SELECT number FROM certificate_event WHERE sha256 = $1", "t", sha256);
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
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql[variant], error);

  if (statement == NULL)
    return NULL;
  sceau_statement_bind_int (statement, 1, query->session_id);
  sceau_statement_bind_int (statement, 2, query->enrolment_id);
  sceau_statement_bind_int (statement, 3, query->year);
  sceau_statement_bind_text (statement, 4, query->certification_code);
  sceau_table_bind_search (statement, 5, query->search);
  return statement;
}

GPtrArray *
sceau_certificate_table_list (SceauSchool *school, const SceauCertificateQuery *query, GError **error)
{
  static const SceauCertificateQuery all = { 0 };
  static const char *const sql[] = { "SELECT " COLUMNS OF_ALL FILTERED PAGED, "SELECT " COLUMNS OF_SESSION FILTERED PAGED,
                                     "SELECT " COLUMNS OF_ENROLMENT FILTERED PAGED };
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  query = query != NULL ? query : &all;
  statement = prepare_query (school, sql, query, error);
  if (statement != NULL)
    sceau_table_bind_page (statement, 9, query->limit, query->offset);
  return sceau_table_collect (statement, read_certificate, (GDestroyNotify) sceau_certificate_free, error);
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

GBytes *
sceau_certificate_table_load_duplicate (SceauSchool *school, const char *number, int rank, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT pdf FROM certificate_event WHERE number = $1 AND kind = 'duplicate' AND rank = $2", error);
  if (statement != NULL)
    {
      sceau_statement_bind_text (statement, 1, number);
      sceau_statement_bind_int (statement, 2, rank);
    }
  return sceau_table_find (statement, read_bytes, _("The parchemin %s has no duplicate of this rank."), number, error);
}

void
sceau_certificate_event_free (SceauCertificateEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->sha256);
  g_free (self);
}

static gpointer
read_event (SceauStatement *row)
{
  SceauCertificateEvent *event = g_new0 (SceauCertificateEvent, 1);

  if (g_strcmp0 (sceau_statement_get_text (row, 0), "revocation") == 0)
    event->kind = SCEAU_CERTIFICATE_EVENT_REVOCATION;
  event->rank = (int) sceau_statement_get_int (row, 1);
  event->date = sceau_statement_get_date (row, 2);
  event->reason = sceau_statement_dup_text (row, 3);
  event->sha256 = sceau_statement_dup_text (row, 4);
  return event;
}

GPtrArray *
sceau_certificate_table_list_events (SceauSchool *school, const char *number, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL && number != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT kind, rank, date, reason, sha256 FROM certificate_event WHERE number = $1 ORDER BY id", error);
  if (statement != NULL)
    sceau_statement_bind_text (statement, 1, number);
  return sceau_table_collect (statement, read_event, (GDestroyNotify) sceau_certificate_event_free, error);
}
