/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* From the directory of jurors to the members who are convened. */

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury-private.h"
#include "sceau-juror-facts-table.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"

static void
check_mandate (const SceauJuror *juror, SceauDate date, SceauFaults *faults)
{
  g_autofree char *start = sceau_date_say (juror->mandate_start);
  g_autofree char *end = sceau_date_say (juror->mandate_end);

  if (juror->mandate_start != SCEAU_NO_DATE && date < juror->mandate_start)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, juror->name, "mandate_start", start,
                         _("The mandate has not begun on the day of the jury."), _("Convene somebody else or renew the mandate."));
  if (juror->mandate_end != SCEAU_NO_DATE && date > juror->mandate_end)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, juror->name, "mandate_end", end,
                         _("The mandate is over on the day of the jury."), _("Convene somebody else or renew the mandate."));
}

/* FALSE on errors of the file only; what is wrong with the list is in @faults. */
static gboolean
take_member (SceauSchool *school, SceauJurySession *session, gint64 id, gboolean president, gboolean alternate, SceauFaults *faults,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  SceauJuror *juror;
  SceauJuryMember *member;

  for (guint i = 0; i < session->members->len; i++)
    if (((SceauJuryMember *) g_ptr_array_index (session->members, i))->juror->id == id)
      {
        sceau_faults_add_field (faults, "juror", number, _("This juror is named twice."), _("Name each member once."));
        return TRUE;
      }

  juror = sceau_juror_table_find (school, id, &local);
  if (juror == NULL)
    {
      if (!g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      sceau_faults_add_field (faults, "juror", number, _("No juror has this number."), _("Look it up in the list of jurors."));
      return TRUE;
    }
  member = sceau_jury_member_new (juror);
  member->president = president;
  member->alternate = alternate;
  g_ptr_array_add (session->members, member);
  return TRUE;
}

static void
check_president (const SceauPanel *panel, gboolean presided, SceauFaults *faults)
{
  g_autofree char *number = panel->president != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, panel->president) : NULL;

  if (panel->n_titulars == 0)
    sceau_faults_add_field (faults, "juror", NULL, _("A jury has at least one member."), _("Name its members."));
  else if (!presided)
    sceau_faults_add_field (faults, "president", number, _("The president is not among the members."),
                            _("Name one of the members."));
}

static gboolean
take_panel (SceauSchool *school, SceauJurySession *session, const SceauPanel *panel, SceauFaults *faults, GError **error)
{
  gboolean presided = FALSE;

  g_ptr_array_set_size (session->members, 0);
  for (guint i = 0; i < panel->n_titulars; i++)
    {
      gboolean president = panel->titulars[i] == panel->president;

      presided |= president;
      if (!take_member (school, session, panel->titulars[i], president, FALSE, faults, error))
        return FALSE;
    }
  for (guint i = 0; i < panel->n_alternates; i++)
    if (!take_member (school, session, panel->alternates[i], FALSE, TRUE, faults, error))
      return FALSE;
  check_president (panel, presided, faults);
  return TRUE;
}

/* Nobody is refused for being away or retired: the secretary may know better. */
static void
warn_of_absence (const SceauJuror *juror, GPtrArray *absences, SceauDate date, SceauFaults *faults)
{
  if (juror->retired)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, juror->name, NULL, NULL, _("This juror is retired from the directory."),
                         _("Convene somebody else, or take the juror back into the directory."));
  for (guint i = 0; i < absences->len; i++)
    {
      const SceauUnavailability *days = g_ptr_array_index (absences, i);
      g_autofree char *text = NULL;

      if (days->juror_id != juror->id || date < days->start || date > days->end)
        continue;
      text = sceau_date_say (date);
      sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, juror->name, "date", text, _("This juror is not available on the day of the jury."),
                           _("Convene somebody else, or ask again."));
      break;
    }
}

static gboolean
check_members (SceauSchool *school, const SceauJurySession *session, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) absences = sceau_juror_unavailability_table_list (school, 0, error);

  for (guint i = 0; absences != NULL && i < session->members->len; i++)
    {
      const SceauJuror *juror = ((SceauJuryMember *) g_ptr_array_index (session->members, i))->juror;

      check_mandate (juror, session->date, faults);
      warn_of_absence (juror, absences, session->date, faults);
    }
  return absences != NULL;
}

/* A juror who cannot come is replaced: until it opens, a session can be convened anew.  Those who go take their recusals along. */
static gboolean
save_panel (SceauSchool *school, SceauJurySession *session, JsonObject *before, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session->id);
  g_autoptr (SceauJurySession) saved = NULL;
  JsonObject *after;

  if (!sceau_jury_table_save_members (school, session, error)
      || (session->state == SCEAU_SESSION_PREPARATION
          && !sceau_jury_table_advance (school, session->id, SCEAU_SESSION_CONVENED, error)))
    return FALSE;
  saved = sceau_require_jury (school, session->id, error);
  if (saved == NULL)
    return FALSE;
  sceau_json_add_all_recusals (before, session);
  after = sceau_json_from_session (saved);
  sceau_json_add_all_recusals (after, saved);
  return sceau_journal_record (school, "jury.convene", subject, json_object_ref (before), after, error);
}

/* Who convenes too few learns it now, while there is time to ask others; only the opening refuses. */
static gboolean
warn_of_composition (SceauSchool *school, gint64 session_id, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauDeliberation) deliberation = sceau_deliberation_load (school, session_id, 0, error);

  if (deliberation != NULL)
    sceau_jury_warn_of_composition (deliberation, faults);
  return deliberation != NULL;
}

gboolean
sceau_convene_panel (SceauSchool *school, gint64 session_id, const SceauPanel *panel, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (JsonObject) before = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  session = sceau_require_jury (school, session_id, error);
  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_CONVENE, error))
    return FALSE;
  before = sceau_json_from_session (session);
  return take_panel (school, session, panel, faults, error) && check_members (school, session, faults, error)
         && !sceau_faults_refuse (faults, known, error) && save_panel (school, session, before, error)
         && warn_of_composition (school, session_id, faults, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_convene_jury (SceauSchool *school, gint64 session_id, const gint64 *jurors, guint n_jurors, gint64 president,
                    SceauFaults *faults, GError **error)
{
  const SceauPanel panel = { .titulars = jurors, .n_titulars = n_jurors, .president = president };

  return sceau_convene_panel (school, session_id, &panel, faults, error);
}

gboolean
sceau_check_panel (SceauSchool *school, gint64 session_id, const SceauPanel *panel, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  return deliberation != NULL && take_panel (school, deliberation->session, panel, faults, error)
         && check_members (school, deliberation->session, faults, error)
         && sceau_jury_check_all (school, deliberation, FALSE, faults, error);
}


GPtrArray *
sceau_foresee_recusals_of (SceauSchool *school, gint64 session_id, const gint64 *jurors, guint n_jurors, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  const SceauPanel panel = { .titulars = jurors, .n_titulars = n_jurors };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauDeliberation) deliberation = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !take_panel (school, deliberation->session, &panel, faults, error))
    return NULL;
  return sceau_jury_foresee_recusals (school, deliberation, error);
}
