/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-proposal-step-table.h"

#include "sceau-table-private.h"

/* What the column "verdict" says. */
#define MET "met"
#define NOT_MET "not_met"
#define PENDING "pending"

static const char *
get_verdict (const SceauProposalStep *step)
{
  if (step->pending)
    return PENDING;
  return step->met ? MET : NOT_MET;
}

static gboolean
insert_steps (SceauDatabase *database, gint64 session_id, gint64 enrolment_id, GPtrArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const SceauProposalStep *step = g_ptr_array_index (steps, i);

      if (!sceau_database_run (database, error,
                               "INSERT INTO proposal_step (session_id, enrolment_id, position, subject, rule, found, expected, "
                               "decisive, verdict) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                               "llittttit", session_id, enrolment_id, (int) i, step->subject, step->rule, step->found,
                               step->expected, step->decisive ? 1 : 0, get_verdict (step)))
        return FALSE;
    }
  return TRUE;
}

gboolean
sceau_proposal_step_table_save (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GPtrArray *steps, GError **error)
{
  SceauDatabase *database;
  gboolean own;
  gboolean done;

  g_return_val_if_fail (school != NULL && steps != NULL, FALSE);

  database = sceau_school_database (school);
  if (!sceau_school_enter (school, &own, error))
    return FALSE;
  done = sceau_database_run (database, error, "DELETE FROM proposal_step WHERE session_id = $1 AND enrolment_id = $2", "ll",
                             session_id, enrolment_id)
         && insert_steps (database, session_id, enrolment_id, steps, error);
  return sceau_school_leave (school, own, done, error);
}

static gpointer
read_step (SceauStatement *row)
{
  SceauProposalStep *step = g_new0 (SceauProposalStep, 1);

  step->subject = sceau_statement_dup_text (row, 0);
  step->rule = sceau_statement_dup_text (row, 1);
  step->found = sceau_statement_dup_text (row, 2);
  step->expected = sceau_statement_dup_text (row, 3);
  step->decisive = (gboolean) sceau_statement_get_int (row, 4);
  step->met = g_strcmp0 (sceau_statement_get_text (row, 5), MET) == 0;
  step->pending = g_strcmp0 (sceau_statement_get_text (row, 5), PENDING) == 0;
  return step;
}

GPtrArray *
sceau_proposal_step_table_list (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT subject, rule, found, expected, decisive, verdict FROM proposal_step "
                                   "WHERE session_id = $1 AND enrolment_id = $2 ORDER BY position",
                                   error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, session_id);
      sceau_statement_bind_int (statement, 2, enrolment_id);
    }
  return sceau_table_collect (statement, read_step, (GDestroyNotify) sceau_proposal_step_free, error);
}
