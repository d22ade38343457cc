/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-notification-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-table-private.h"

gboolean
sceau_notification_table_insert (SceauSchool *school, gint64 session_id, SceauDate date, int appeal_days, GError **error)
{
  g_return_val_if_fail (school != NULL, FALSE);

  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO notification (session_id, date, appeal_days) VALUES ($1, $2, $3)", "ldi", session_id,
                             date, appeal_days);
}

gboolean
sceau_notification_table_find (SceauSchool *school, gint64 session_id, SceauDate *date, int *appeal_days, GError **error)
{
  SceauStep step;

  g_return_val_if_fail (school != NULL && date != NULL, FALSE);

  g_autoptr (SceauStatement) row = sceau_statement_new (
    sceau_school_database (school), "SELECT date, appeal_days FROM notification WHERE session_id = $1", error);
  if (row == NULL)
    return FALSE;
  sceau_statement_bind_int (row, 1, session_id);
  step = sceau_statement_step (row, error);
  if (step == SCEAU_STEP_DONE)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, session_id);

      g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND,
                   _("The results of the jury session number %s were not notified yet."), number);
    }
  if (step != SCEAU_STEP_ROW)
    return FALSE;
  *date = sceau_statement_get_date (row, 0);
  if (appeal_days != NULL)
    *appeal_days = (int) sceau_statement_get_int (row, 1);
  return TRUE;
}

/* Letters -------------------------------------------------------------------------- */

gboolean
sceau_result_letter_table_insert (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GBytes *pdf, GError **error)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (school != NULL && pdf != NULL, FALSE);

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  return sceau_database_run (sceau_school_database (school), error,
                             "INSERT INTO result_letter (session_id, enrolment_id, sha256, pdf) VALUES ($1, $2, $3, $4)", "lltb",
                             session_id, enrolment_id, sha256, pdf);
}

GBytes *
sceau_result_letter_table_find (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  SceauStatement *statement;

  g_return_val_if_fail (school != NULL, NULL);

  statement = sceau_statement_new (sceau_school_database (school),
                                   "SELECT sha256, pdf FROM result_letter WHERE session_id = $1 AND enrolment_id = $2", error);
  if (statement != NULL)
    {
      sceau_statement_bind_int (statement, 1, session_id);
      sceau_statement_bind_int (statement, 2, enrolment_id);
    }
  return sceau_table_find_document (statement, _("No letter of result was kept for the enrolment number %s."),
                                    _("The letter of result kept for the enrolment number %s is not the one that was sent. "
                                      "Restore a backup of the school."),
                                    enrolment_id, error);
}
