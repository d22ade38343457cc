/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-canonical-private.h"
#include "sceau-frozen-result-table.h"
#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-table-private.h"

/* What a seal covers, in this order.  It was published with every session that was sealed: a change here makes all of
 * them look broken, so a later version adds a second form and keeps this one. */
static const struct
{
  const char *title;
  const char *sql;
} parts[] = {
  { "members", "SELECT juror_id, president, present, name, function, employer, internal, sex, mandate_start, mandate_end "
               "FROM jury_member WHERE session_id = $1 ORDER BY position, juror_id" },
  /* The number of the learner, not the name: a person's data can be anonymised, the seal stays true. */
  { "decisions", "SELECT d.enrolment_id, l.number, e.cohort_id, e.route, e.admission, d.proposal, d.proposal_reason, d.outcome, "
                 "d.reason, d.votes_for, d.votes_against, d.votes_abstain FROM jury_decision AS d "
                 "LEFT JOIN enrolment AS e ON e.id = d.enrolment_id LEFT JOIN learner AS l ON l.id = e.learner_id "
                 "WHERE d.session_id = $1 ORDER BY d.enrolment_id" },
  { "verdicts", "SELECT enrolment_id, position, block_code, state, how, mean, reason FROM decision_block_verdict "
                "WHERE session_id = $1 ORDER BY enrolment_id, position" },
  { "blocks", "SELECT enrolment_id, position, block_code FROM decision_block WHERE session_id = $1 ORDER BY enrolment_id, position" },
  { "acquired", "SELECT l.number, a.certification_code, a.block_code, a.kind, a.date, a.proof FROM acquired_block AS a "
                "LEFT JOIN learner AS l ON l.id = a.learner_id WHERE a.session_id = $1 ORDER BY a.id" },
  { "annulled", "SELECT acquired_block_id, reason FROM acquired_block_annulment WHERE session_id = $1 ORDER BY acquired_block_id" },
  { "results", "SELECT moment, enrolment_id, modality_code, attempt, kind, value, examiner, date, comment FROM frozen_result "
               "WHERE session_id = $1 ORDER BY moment, enrolment_id, modality_code, attempt" },
  { "quotas", "SELECT code, title, max_percent, learners, places, used FROM quota_snapshot WHERE session_id = $1 ORDER BY code" },
};

static SceauStatement *
prepare (SceauSchool *school, const char *sql, gint64 id, GError **error)
{
  SceauStatement *statement = sceau_statement_new (sceau_school_database (school), sql, error);

  if (statement != NULL)
    sceau_statement_bind_int (statement, 1, id);
  return statement;
}

/* @sealed_at and @journal_head are what a session about to be sealed will have; a sealed one has its own. */
static char *
compute (SceauSchool *school, gint64 id, const char *sealed_at, const char *journal_head, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  SceauStatement *session
    = sceau_statement_new (sceau_school_database (school),
                           "SELECT id, certification_code, cohort_id, date, place, rectifies, rectification_reason, derogation, "
                           "coalesce (sealed_at, $1), coalesce (journal_head, $2) FROM jury_session WHERE id = $3",
                           error);

  if (session == NULL)
    return NULL;
  sceau_statement_bind_text (session, 1, sealed_at);
  sceau_statement_bind_text (session, 2, journal_head);
  sceau_statement_bind_int (session, 3, id);
  if (!sceau_canonical_add_rows (checksum, "sceau seal 1", session, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!sceau_canonical_add_rows (checksum, parts[i].title, prepare (school, parts[i].sql, id, error), error))
      return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

char *
sceau_jury_table_compute_seal (SceauSchool *school, gint64 id, GError **error)
{
  g_return_val_if_fail (school != NULL, NULL);

  return compute (school, id, NULL, NULL, error);
}

static gboolean
copy_jurors (SceauSchool *school, gint64 id, GError **error)
{
  return sceau_database_run (sceau_school_database (school), error,
                             "UPDATE jury_member SET (name, function, employer, internal, sex, mandate_start, mandate_end) = "
                             "(SELECT name, function, employer, internal, sex, mandate_start, mandate_end FROM juror "
                             "WHERE juror.id = jury_member.juror_id) WHERE session_id = $1",
                             "l", id);
}

static char *
seal (SceauSchool *school, gint64 id, GError **error)
{
  g_autofree char *now = sceau_school_now (school);
  g_autofree char *head = NULL;
  g_autofree char *hash = NULL;

  if (!sceau_frozen_result_table_freeze (school, id, SCEAU_FREEZE_SEAL, error) || !copy_jurors (school, id, error))
    return NULL;
  head = sceau_journal_get_head (school, error);
  hash = head != NULL ? compute (school, id, now, head, error) : NULL;
  if (hash == NULL
      || !sceau_database_run (sceau_school_database (school), error,
                              "UPDATE jury_session SET state = 'sealed', seal = $1, sealed_at = $2, journal_head = $3 WHERE id = $4",
                              "tttl", hash, now, head, id)
      || !sceau_table_check_id (school, _("There is no jury session number %s."), id, error))
    return NULL;
  return g_steal_pointer (&hash);
}

char *
sceau_jury_table_seal (SceauSchool *school, gint64 id, GError **error)
{
  g_autofree char *hash = NULL;
  gboolean own;

  g_return_val_if_fail (school != NULL, NULL);

  if (!sceau_school_enter (school, &own, error))
    return NULL;
  hash = seal (school, id, error);
  return sceau_school_leave (school, own, hash != NULL, error) ? g_steal_pointer (&hash) : NULL;
}
