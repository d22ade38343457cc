/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who is present on the day, and whether those may sit: the opening, and every pause of a session. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-text.h"

void
sceau_jury_mark_present (SceauJurySession *session, const gint64 *present, guint n_present, SceauFaults *faults)
{
  for (guint i = 0; i < session->members->len; i++)
    ((SceauJuryMember *) g_ptr_array_index (session->members, i))->present = FALSE;
  for (guint i = 0; i < n_present; i++)
    {
      SceauJuryMember *member = sceau_jury_find_member (session, present[i]);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, present[i]);

      if (member == NULL)
        sceau_faults_add_field (faults, "present", number, _("This juror was not convened to this session."),
                                _("Only convened members can sit."));
      else
        member->present = TRUE;
    }
}

gboolean
sceau_check_jury (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL)
    return FALSE;
  if (n_present > 0)
    sceau_jury_mark_present (deliberation->session, present, n_present, faults);
  return sceau_jury_check_all (school, deliberation, n_present > 0, faults, error);
}

/* The reasons that the derogation sets aside, for the journal. */
void
sceau_jury_set_failures (JsonObject *after, const SceauFaults *found)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sceau_faults_length (found); i++)
    if (sceau_faults_get (found, i)->severity == SCEAU_FAULT_ERROR)
      g_ptr_array_add (failures, sceau_fault_to_string (sceau_faults_get (found, i)));
  if (failures->len > 0)
    sceau_json_set_texts (after, "set_aside", failures);
}

/* The day stands in the minutes, and from the opening on nothing changes it: a year that was mistyped is found here or never. */
static void
check_day (SceauSchool *school, SceauDate date, SceauFaults *faults)
{
  g_autofree char *day = sceau_date_format_french (date);

  if (date > sceau_school_today (school))
    sceau_faults_add_field (faults, "date", day, _("The session would sit today, and its day has not come yet: the minutes would tell that day."),
                            _("Move the session to the day on which the jury meets, then open it."));
}

gboolean
sceau_jury_settle_failures (SceauJurySession *session, const char *derogation, const SceauFaults *found, SceauFaults *faults, guint known,
                            GError **error)
{
  g_autofree char *reason = sceau_take_note (derogation, "derogation", NULL, NULL, faults);
  gboolean failed = sceau_faults_count_errors (found) > 0;

  sceau_refuse_unprintable (reason, "derogation", _("The derogation"), faults);
  /* What the derogation lets pass is a warning from here on. */
  sceau_faults_add_all (faults, found, failed && reason != NULL ? SCEAU_FAULT_WARNING : SCEAU_FAULT_ERROR, NULL);
  if (failed && reason != NULL && session->derogation != NULL && strstr (session->derogation, reason) == NULL)
    {
      g_autofree char *earlier = g_steal_pointer (&session->derogation);

      session->derogation = g_strconcat (earlier, g_str_has_suffix (earlier, ".") ? " " : ". ", reason, NULL);
    }
  else if (failed && reason != NULL && session->derogation == NULL)
    session->derogation = g_steal_pointer (&reason);
  else if (!failed && reason != NULL)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "derogation", reason,
                      _("Every check passes: there is nothing to derogate from, and the reason was not kept."), NULL);
  return !sceau_faults_refuse (faults, known, error);
}

gboolean
sceau_jury_check_presence (SceauSchool *school, const SceauDeliberation *deliberation, const char *derogation, SceauFaults *found,
                           SceauFaults *faults, guint known, GError **error)
{
  return sceau_jury_check_all (school, deliberation, TRUE, found, error)
         && sceau_jury_settle_failures (deliberation->session, derogation, found, faults, known, error);
}

/* In the order of the file: who sits, then what is known of them, then the state. */
static gboolean
save_opening (SceauSchool *school, SceauJurySession *session, GPtrArray *recusals, const SceauFaults *found, JsonObject *before, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session->id);
  g_autoptr (JsonObject) after = NULL;

  sceau_json_add_recusals (before, session->id, session->recusals);
  if (!sceau_jury_table_save_members (school, session, error) || !sceau_jury_table_update (school, session, error)
      || !sceau_jury_keep_recusals (school, session, recusals, error)
      || !sceau_jury_table_advance (school, session->id, SCEAU_SESSION_OPEN, error))
    return FALSE;
  session->state = SCEAU_SESSION_OPEN;
  after = sceau_json_from_session (session);
  sceau_jury_set_failures (after, found);
  sceau_json_add_recusals (after, session->id, session->recusals);
  return sceau_jury_add_event (school, session, SCEAU_SESSION_EVENT_OPENED, NULL, after, error)
         && sceau_journal_record (school, "jury.open", subject, json_object_ref (before), g_steal_pointer (&after), error);
}

gboolean
sceau_open_jury (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present, const char *derogation,
                 SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (GPtrArray) recusals = NULL;
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autoptr (JsonObject) before = NULL;
  guint known = sceau_faults_count_errors (faults);
  SceauJurySession *session;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !sceau_jury_require (school, deliberation->session, SCEAU_ACT_OPEN, error))
    return FALSE;
  recusals = sceau_jury_foresee_recusals (school, deliberation, error);
  if (recusals == NULL)
    return FALSE;

  session = deliberation->session;
  before = sceau_json_from_session (session);
  check_day (school, session->date, faults);
  sceau_jury_mark_present (session, present, n_present, faults);
  if (n_present == 0)
    sceau_faults_add_field (faults, "present", NULL, _("Nobody is present: a jury without members cannot sit."),
                            _("Say who is present."));
  /* Who sits must be settled before what they may do: a derogation mends neither. */
  return !sceau_faults_refuse (faults, known, error)
         && sceau_jury_check_presence (school, deliberation, derogation, found, faults, known, error)
         && save_opening (school, session, recusals, found, before, error) && sceau_transaction_commit (&transaction, error);
}

/* Pauses ---------------------------------------------------------------------------- */

gboolean
sceau_suspend_jury (SceauSchool *school, gint64 session_id, const char *reason, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autofree char *subject = sceau_jury_subject (session_id);
  g_autofree char *text = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  session = sceau_require_jury (school, session_id, error);
  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_SUSPEND, error))
    return FALSE;
  text = sceau_take_text (reason, "reason", _("A suspension needs a reason: it stands in the minutes."), faults);
  sceau_refuse_unprintable (text, "reason", _("The reason of the suspension"), faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  after = sceau_json_from_session (session);
  return sceau_jury_add_event (school, session, SCEAU_SESSION_EVENT_SUSPENDED, text, after, error)
         && sceau_journal_record (school, "jury.suspend", subject, sceau_json_from_session (session), json_object_ref (after), error)
         && sceau_transaction_commit (&transaction, error);
}

static gboolean
save_resumption (SceauSchool *school, const SceauJurySession *session, const SceauFaults *found, JsonObject *before, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session->id);
  g_autoptr (JsonObject) after = NULL;

  if (!sceau_jury_table_save_members (school, session, error) || !sceau_jury_table_update (school, session, error))
    return FALSE;
  after = sceau_json_from_session (session);
  sceau_jury_set_failures (after, found);
  return sceau_jury_add_event (school, session, SCEAU_SESSION_EVENT_RESUMED, NULL, after, error)
         && sceau_journal_record (school, "jury.resume", subject, json_object_ref (before), json_object_ref (after), error);
}

gboolean
sceau_resume_jury (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present, const char *derogation,
                   SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autoptr (JsonObject) before = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !sceau_jury_require (school, deliberation->session, SCEAU_ACT_RESUME, error))
    return FALSE;
  before = sceau_json_from_session (deliberation->session);
  sceau_jury_mark_present (deliberation->session, present, n_present, faults);
  if (n_present == 0)
    sceau_faults_add_field (faults, "present", NULL, _("Nobody is present: a jury without members cannot sit."),
                            _("Say who is present."));
  return !sceau_faults_refuse (faults, known, error)
         && sceau_jury_check_presence (school, deliberation, derogation, found, faults, known, error)
         && save_resumption (school, deliberation->session, found, before, error)
         && sceau_transaction_commit (&transaction, error);
}
