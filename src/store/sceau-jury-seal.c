/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-canonical-private.h"
#include "sceau-decision-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-table-private.h"

/* One list of rows under a seal; $1 is the session. */
typedef struct
{
  const char *title;
  const char *sql;
} Part;

#define N_PARTS 16

/* What a seal covers, in this order.  It was published with every session that was sealed: a change here makes all of
 * them look broken, so a later version adds a form and keeps these. */
typedef struct
{
  const char *title;
  const char *session; /* $1, $2: time and head of the journal for a session about to be sealed; $3: its id */
  Part parts[N_PARTS]; /* until the first without a title */
} Form;

/* The newest, which sceau_jury_table_seal() writes. */
#define CURRENT_FORM 3

#define VERDICTS \
  { "verdicts", "SELECT enrolment_id, position, block_code, state, how, mean, reason FROM decision_block_verdict " \
                "WHERE session_id = $1 ORDER BY enrolment_id, position" }
#define BLOCKS \
  { "blocks", "SELECT enrolment_id, position, block_code FROM decision_block WHERE session_id = $1 ORDER BY enrolment_id, position" }
/* The number of the learner, not the name: a person's data can be anonymised, the seal stays true. */
#define ACQUIRED \
  { "acquired", "SELECT l.number, a.certification_code, a.block_code, a.kind, a.date, a.proof FROM acquired_block AS a " \
                "LEFT JOIN learner AS l ON l.id = a.learner_id WHERE a.session_id = $1 ORDER BY a.id" }
#define ANNULLED \
  { "annulled", "SELECT acquired_block_id, reason FROM acquired_block_annulment WHERE session_id = $1 ORDER BY acquired_block_id" }
#define RESULTS \
  { "results", "SELECT moment, enrolment_id, modality_code, attempt, kind, value, examiner, date, comment FROM frozen_result " \
               "WHERE session_id = $1 ORDER BY moment, enrolment_id, modality_code, attempt" }
#define QUOTAS \
  { "quotas", "SELECT code, title, max_percent, learners, places, used FROM quota_snapshot WHERE session_id = $1 ORDER BY code" }

/* Since the second form. */
#define COURSE \
  "SELECT id, certification_code, cohort_id, date, start_time, place, embargo, rectifies, rectification_reason, derogation, " \
  "coalesce (sealed_at, $1), coalesce (journal_head, $2) FROM jury_session WHERE id = $3"
#define MEMBERS \
  { "members", "SELECT juror_id, president, present, alternate, name, function, employer, internal, sex, field, mandate_start, " \
               "mandate_end FROM jury_member WHERE session_id = $1 ORDER BY position, juror_id" }
#define RECUSALS \
  { "recusals", "SELECT juror_id, enrolment_id, kind, reason, lifted FROM recusal WHERE session_id = $1 ORDER BY juror_id, enrolment_id" }
#define EVENTS \
  { "events", "SELECT position, kind, at, reason, present FROM session_event WHERE session_id = $1 ORDER BY position" }
#define DECISIONS(more) \
  { "decisions", "SELECT d.enrolment_id, l.number, e.cohort_id, e.route, e.admission, d.proposal, d.proposal_reason, d.outdated, " \
                 "d.outcome, d.reason, d.votes_for, d.votes_against, d.votes_abstain" more " FROM jury_decision AS d " \
                 "LEFT JOIN enrolment AS e ON e.id = d.enrolment_id LEFT JOIN learner AS l ON l.id = e.learner_id " \
                 "WHERE d.session_id = $1 ORDER BY d.enrolment_id" }
#define STEPS \
  { "steps", "SELECT enrolment_id, position, subject, rule, found, expected, decisive, verdict FROM proposal_step " \
             "WHERE session_id = $1 ORDER BY enrolment_id, position" }

static const Form forms[] = {
  /* Sessions sealed under the first three steps of the schema. */
  { "sceau seal 1",
    "SELECT id, certification_code, cohort_id, date, place, rectifies, rectification_reason, derogation, "
    "coalesce (sealed_at, $1), coalesce (journal_head, $2) FROM jury_session WHERE id = $3",
    { { "members", "SELECT juror_id, president, present, name, function, employer, internal, sex, mandate_start, mandate_end "
                   "FROM jury_member WHERE session_id = $1 ORDER BY position, juror_id" },
      { "decisions", "SELECT d.enrolment_id, l.number, e.cohort_id, e.route, e.admission, d.proposal, d.proposal_reason, d.outcome, "
                     "d.reason, d.votes_for, d.votes_against, d.votes_abstain FROM jury_decision AS d "
                     "LEFT JOIN enrolment AS e ON e.id = d.enrolment_id LEFT JOIN learner AS l ON l.id = e.learner_id "
                     "WHERE d.session_id = $1 ORDER BY d.enrolment_id" },
      VERDICTS, BLOCKS, ACQUIRED, ANNULLED, RESULTS, QUOTAS } },
  /* And the course of the session: time, embargo, alternates, fields, recusals, events, and the reasoning step by step.
   * Not what goes on after the decision: somebody may leave the school the next day, so a departure is under the seal by
   * the steps that found it; nor how a mark came to be (that of the group): the mark counts. */
  { "sceau seal 2", COURSE, { MEMBERS, RECUSALS, EVENTS, DECISIONS (""), VERDICTS, STEPS, BLOCKS, ACQUIRED, ANNULLED, RESULTS, QUOTAS } },
  /* And the sitting in which each decision was taken. */
  { "sceau seal 3", COURSE,
    { MEMBERS, RECUSALS, EVENTS, DECISIONS (", d.sitting"), VERDICTS, STEPS, BLOCKS, ACQUIRED, ANNULLED, RESULTS, QUOTAS } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (forms) == CURRENT_FORM);

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
compute (SceauSchool *school, gint64 id, gint64 number, const char *sealed_at, const char *journal_head, GError **error)
{
  const Form *form = &forms[number - 1];
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  SceauStatement *session = sceau_statement_new (sceau_school_database (school), form->session, error);

  if (session == NULL)
    return NULL;
  sceau_statement_bind_text (session, 1, sealed_at);
  sceau_statement_bind_text (session, 2, journal_head);
  sceau_statement_bind_int (session, 3, id);
  if (!sceau_canonical_add_rows (checksum, form->title, session, error))
    return NULL;
  for (guint i = 0; i < N_PARTS && form->parts[i].title != NULL; i++)
    if (!sceau_canonical_add_rows (checksum, form->parts[i].title, prepare (school, form->parts[i].sql, id, error), error))
      return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

char *
sceau_jury_table_compute_seal (SceauSchool *school, gint64 id, GError **error)
{
  gint64 form;

  g_return_val_if_fail (school != NULL, NULL);

  /* What has no seal yet will have today's. */
  if (!sceau_database_query_int (sceau_school_database (school), &form, CURRENT_FORM, error,
                                 "SELECT seal_form FROM jury_session WHERE id = $1 AND state = 'sealed'", "l", id))
    return NULL;
  /* No version wrote such a form, so no seal can be right. */
  if (form < 1 || form > CURRENT_FORM)
    return g_strdup ("");
  return compute (school, id, form, NULL, NULL, error);
}

static gboolean
copy_jurors (SceauSchool *school, gint64 id, GError **error)
{
  return sceau_database_run (sceau_school_database (school), error,
                             "UPDATE jury_member SET (name, function, employer, internal, sex, field, mandate_start, mandate_end) = "
                             "(SELECT name, function, employer, internal, sex, field, mandate_start, mandate_end FROM juror "
                             "WHERE juror.id = jury_member.juror_id) WHERE session_id = $1",
                             "l", id);
}

static char *
seal (SceauSchool *school, gint64 id, GError **error)
{
  g_autofree char *now = sceau_school_now (school);
  g_autofree char *head = NULL;
  g_autofree char *hash = NULL;

  if (!sceau_decision_table_check_order (school, id, error)
      || !sceau_frozen_result_table_freeze (school, id, SCEAU_FREEZE_SEAL, error) || !copy_jurors (school, id, error))
    return NULL;
  head = sceau_journal_get_head (school, error);
  hash = head != NULL ? compute (school, id, CURRENT_FORM, now, head, error) : NULL;
  if (hash == NULL
      || !sceau_database_run (sceau_school_database (school), error,
                              "UPDATE jury_session SET state = 'sealed', seal = $1, seal_form = $2, sealed_at = $3, journal_head = $4 "
                              "WHERE id = $5",
                              "tittl", hash, CURRENT_FORM, now, head, id)
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
