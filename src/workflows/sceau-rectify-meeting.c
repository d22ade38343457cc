/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A jury that meets again to rectify a decision: who sits on that day, and whether those may decide. */

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury-private.h"
#include "sceau-juror-table.h"
#include "sceau-text.h"

#define NBSP "\302\240"

/* The mandate, the employer and the function may have changed since: the directory says what the member is now. */
static gboolean
take_members (SceauSchool *school, const SceauJurySession *wrong, const SceauDecision *decision, SceauJurySession *session, GError **error)
{
  for (guint i = 0; i < wrong->members->len; i++)
    {
      const SceauJuryMember *sat = g_ptr_array_index (wrong->members, i);
      SceauJuror *juror = sceau_juror_table_find (school, sat->juror->id, error);
      SceauJuryMember *member;

      if (juror == NULL)
        return FALSE;
      member = sceau_jury_member_new (juror);
      member->president = sat->president;
      member->present = sceau_jury_session_was_present_for (wrong, sat, decision);
      member->alternate = sat->alternate;
      g_ptr_array_add (session->members, member);
    }
  return TRUE;
}

static void
name_president (SceauJurySession *session, gint64 president, SceauFaults *faults)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, president);
  gboolean presided = FALSE;

  for (guint i = 0; i < session->members->len; i++)
    {
      SceauJuryMember *member = g_ptr_array_index (session->members, i);

      member->president = member->juror->id == president;
      presided = presided || member->president;
    }
  if (!presided)
    sceau_faults_add_field (faults, "president", number, _("The president is not among the members."), _("Name one of the members."));
}

/* A rectification is sealed at once: a day that was mistyped could never be mended. */
static void
check_day (SceauSchool *school, SceauDate date, SceauDate first, SceauFaults *faults)
{
  g_autofree char *day = sceau_date_format_french (date);

  if (date > sceau_school_today (school) && date > first)
    sceau_faults_add_field (faults, "date", day, _("The rectifying session is sealed today, and that day has not come yet."), _("Give the day on which the jury met."));
}

SceauJurySession *
sceau_jury_prepare_rectification (SceauSchool *school, const SceauJurySession *wrong, const SceauDecision *decision,
                                  const SceauVerdict *verdict, const SceauMeeting *meeting, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();

  session->certification_code = g_strdup (wrong->certification_code);
  session->cohort_id = wrong->cohort_id;
  session->cohort_name = g_strdup (wrong->cohort_name);
  session->date = meeting->date;
  session->place = g_strdup (wrong->place);
  session->rectifies = wrong->id;
  session->rectification_reason = sceau_text_to_paragraph (verdict->reason);
  if (!take_members (school, wrong, decision, session, error))
    return NULL;
  if (meeting->present != NULL)
    sceau_jury_mark_present (session, (const gint64 *) meeting->present->data, meeting->present->len, faults);
  if (meeting->present != NULL && meeting->present->len == 0)
    sceau_faults_add_field (faults, "present", NULL, _("Nobody is present: a jury without members cannot sit."),
                            _("Say who is present."));
  if (meeting->president != 0)
    name_president (session, meeting->president, faults);
  check_day (school, meeting->date, wrong->date, faults);
  return g_steal_pointer (&session);
}

/* Legal text: French whatever the locale. */
static void
remark_presence (const SceauJurySession *wrong, GPtrArray *remarks)
{
  g_autofree char *date = sceau_date_format_long (wrong->date);

  g_ptr_array_add (remarks, g_strdup_printf ("La présence n’a pas été relevée pour la présente session" NBSP ": sont réputés présents les "
                                             "membres qui l’étaient lors de la décision initiale (session n°" NBSP "%" G_GINT64_FORMAT
                                             " du" NBSP "%s).", wrong->id, date));
}

static void
warn_of_presence (const SceauJurySession *wrong, SceauFaults *faults)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, wrong->id);
  g_autofree char *reason
    = g_strdup_printf (_("Nobody was named as present: the members who were there when jury session %s decided are taken to be."), id);

  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, "present", NULL, reason, _("Say who is present."));
}

static void
note_derogation (const SceauJurySession *wrong, GPtrArray *remarks, SceauFaults *faults)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, wrong->id);
  g_autofree char *reason = g_strdup_printf (_("The derogation of jury session %s is taken for this one too."), id);

  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, "derogation", wrong->derogation, reason,
                       _("Say who is present, and why the jury may decide all the same."));
  g_ptr_array_add (remarks, g_strdup_printf ("La dérogation de la session n°" NBSP "%" G_GINT64_FORMAT " est reprise pour la présente session.",
                                             wrong->id));
}

gboolean
sceau_jury_check_meeting (const SceauDeliberation *deliberation, SceauJurySession *session, const SceauMeeting *meeting, SceauFaults *found,
                          GPtrArray *remarks, SceauFaults *faults, guint known, GError **error)
{
  const SceauJurySession *wrong = deliberation->session;
  const char *derogation = meeting->derogation;
  SceauDeliberation view = *deliberation;

  view.session = session;
  sceau_jury_check_case (&view, g_ptr_array_index (deliberation->enrolments, 0), found);
  if (meeting->present == NULL)
    {
      warn_of_presence (wrong, faults);
      remark_presence (wrong, remarks);
      if (derogation == NULL && wrong->derogation != NULL && sceau_faults_count_errors (found) > 0)
        {
          derogation = wrong->derogation;
          note_derogation (wrong, remarks, faults);
        }
    }
  return sceau_jury_settle_failures (session, derogation, found, faults, known, error);
}
