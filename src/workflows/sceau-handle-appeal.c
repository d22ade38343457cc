/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A candidate contests a decision, and the school answers. */

#include <glib/gi18n-lib.h>

#include "sceau-appeal-table.h"
#include "sceau-decision-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-notification-table.h"
#include "sceau-notify-results.h"

static char *
appeal_subject (gint64 id)
{
  return g_strdup_printf ("appeal %" G_GINT64_FORMAT, id);
}

/* The delay is the one that the letters told. */
static gboolean
find_delay (SceauSchool *school, gint64 session_id, int *days, GError **error)
{
  SceauDate date;

  return sceau_notification_table_find (school, session_id, &date, days, error);
}

/* Who contests, for the faults; only what the session decided on can be contested. */
static gboolean
name_candidate (SceauSchool *school, SceauAppeal *appeal, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SceauDecision) decision = sceau_decision_table_find (school, appeal->session_id, appeal->enrolment_id, &local);

  if (decision == NULL && g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                         _("This session did not decide on this candidate: there is nothing to contest."));
  else if (decision == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (decision == NULL)
    return FALSE;
  g_free (appeal->learner_number);
  g_free (appeal->learner_name);
  appeal->learner_number = g_strdup (decision->learner_number);
  appeal->learner_name = g_strdup (decision->learner_name);
  return TRUE;
}

static void
check_day (SceauDate date, SceauDate today, const char *field, SceauFaults *faults)
{
  g_autofree char *text = sceau_date_format_iso (date);

  if (date != SCEAU_NO_DATE && date > today)
    sceau_faults_add_field (faults, field, text, _("This day has not come yet."), _("Correct the date."));
}

gboolean
sceau_file_appeal (SceauSchool *school, SceauAppeal *appeal, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) session = NULL;
  g_autofree char *ground = appeal->ground;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);
  int days;

  appeal->ground = NULL;
  appeal->state = SCEAU_APPEAL_FILED;
  appeal->answered = SCEAU_NO_DATE;
  appeal->rectifying_id = 0;
  g_clear_pointer (&appeal->answer, g_free);
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  session = sceau_require_jury (school, appeal->session_id, error);
  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_APPEAL, error) || !name_candidate (school, appeal, error)
      || !find_delay (school, session->id, &days, error))
    return FALSE;
  check_day (appeal->filed, sceau_school_today (school), "filed", faults);
  sceau_appeal_check_filing (appeal, session, days, faults);
  appeal->ground = sceau_take_note (ground, "ground", _("The appeal gives no ground."), _("Write it in the words of the candidate."), faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_appeal_table_insert (school, appeal, error))
    return FALSE;
  subject = appeal_subject (appeal->id);
  return sceau_journal_record (school, "appeal.file", subject, NULL, sceau_json_from_appeal (appeal), error)
         && sceau_transaction_commit (&transaction, error);
}

static SceauAppeal *
require_open (SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SceauAppeal) appeal = sceau_appeal_table_find (school, id, &local);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *day = NULL;

  if (appeal == NULL && g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND, _("There is no appeal number %s."), number);
  else if (appeal == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (appeal == NULL || appeal->state == SCEAU_APPEAL_FILED)
    return g_steal_pointer (&appeal);
  day = sceau_date_say (appeal->answered);
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("The appeal %s was answered on %s: an answer stays as it was given."),
               number, day);
  return NULL;
}

/* What mends a decision rectifies it, or one that had rectified it before. */
static gboolean
is_mended_by (SceauSchool *school, const SceauAppeal *appeal, const SceauJurySession *rectifying, gboolean *mended, GError **error)
{
  gint64 wrong = rectifying->rectifies;

  *mended = FALSE;
  while (wrong != 0 && !*mended)
    {
      g_autoptr (SceauJurySession) session = sceau_require_jury (school, wrong, error);

      if (session == NULL)
        return FALSE;
      *mended = wrong == appeal->session_id;
      wrong = session->rectifies;
    }
  if (*mended)
    {
      g_autoptr (SceauDecision) decision = sceau_decision_table_find (school, rectifying->id, appeal->enrolment_id, NULL);

      *mended = decision != NULL;
    }
  return TRUE;
}

static gboolean
check_rectifying (SceauSchool *school, const SceauAppeal *appeal, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauJurySession) rectifying = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, appeal->rectifying_id);
  gboolean mended;

  if (appeal->rectifying_id == 0)
    return TRUE;
  rectifying = sceau_require_jury (school, appeal->rectifying_id, error);
  if (rectifying == NULL || !is_mended_by (school, appeal, rectifying, &mended, error))
    return FALSE;
  if (appeal->state != SCEAU_APPEAL_UPHELD)
    sceau_faults_add_field (faults, "session", number, _("Only an appeal that is upheld is mended by a session."), _("Leave the session out."));
  else if (!mended)
    sceau_faults_add_field (faults, "session", number, _("This session does not rectify the decision that is contested."),
                            _("Rectify the decision first, and give the number of that session."));
  return TRUE;
}

gboolean
sceau_answer_appeal (SceauSchool *school, const SceauAppeal *answer, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauAppeal) appeal = NULL;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autofree char *subject = appeal_subject (answer->id);
  guint known = sceau_faults_count_errors (faults);
  int days;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  appeal = require_open (school, answer->id, error);
  session = appeal != NULL ? sceau_require_jury (school, appeal->session_id, error) : NULL;
  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_APPEAL, error) || !find_delay (school, session->id, &days, error))
    return FALSE;
  before = sceau_json_from_appeal (appeal);
  appeal->state = answer->state;
  appeal->answered = answer->answered;
  appeal->rectifying_id = answer->rectifying_id;
  appeal->answer = sceau_take_note (answer->answer, "reason", _("The answer gives no reason."), NULL, faults);
  check_day (appeal->answered, sceau_school_today (school), "answered", faults);
  if (appeal->state == SCEAU_APPEAL_FILED)
    sceau_faults_add_field (faults, "outcome", NULL, _("An answer has an outcome."), _("Say whether the appeal is inadmissible, rejected or upheld."));
  else if (appeal->answer != NULL)
    sceau_appeal_check (appeal, session, days, faults);
  if (!check_rectifying (school, appeal, faults, error) || sceau_faults_refuse (faults, known, error)
      || !sceau_appeal_table_answer (school, appeal, error))
    return FALSE;
  return sceau_journal_record (school, "appeal.answer", subject, json_object_ref (before), sceau_json_from_appeal (appeal), error)
         && sceau_transaction_commit (&transaction, error);
}
