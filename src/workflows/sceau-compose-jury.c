/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* From the list of jurors to the opening of a session. */

#include <glib/gi18n-lib.h>

#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-text.h"

static SceauJuror *
take_juror (const SceauJuror *juror, SceauFaults *faults)
{
  SceauJuror *kept = sceau_juror_new ();

  kept->name = sceau_take_text (juror->name, "name", _("A juror needs a name: it stands in the minutes."), faults);
  kept->function = sceau_take_text (juror->function, "function", _("A juror needs a function: the composition is checked by it."), faults);
  kept->employer = sceau_take_text (juror->employer, "employer", _("A juror needs an employer: it says whom the juror is independent of."), faults);
  kept->internal = juror->internal;
  kept->sex = juror->sex;
  kept->mandate_start = juror->mandate_start;
  kept->mandate_end = juror->mandate_end;
  if (kept->mandate_start != SCEAU_NO_DATE && kept->mandate_end != SCEAU_NO_DATE && kept->mandate_end < kept->mandate_start)
    {
      g_autofree char *end = sceau_date_format_iso (kept->mandate_end);

      sceau_faults_add_field (faults, "mandate_end", end, _("The mandate ends before it begins."), _("Correct one of the two dates."));
    }
  return kept;
}

/* The same person entered twice would count twice in a composition. */
static gboolean
refuse_twin (SceauSchool *school, const SceauJuror *juror, GError **error)
{
  g_autoptr (GPtrArray) jurors = sceau_juror_table_list (school, NULL, error);

  if (jurors == NULL)
    return FALSE;
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *known = g_ptr_array_index (jurors, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, known->id);

      if (!sceau_text_same (known->name, juror->name) || !sceau_text_same (known->function, juror->function)
          || !sceau_text_same (known->employer, juror->employer))
        continue;
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("%s is juror number %s already, with the same function and employer."), known->name, id);
      return FALSE;
    }
  return TRUE;
}

gint64
sceau_add_juror (SceauSchool *school, const SceauJuror *juror, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauJuror) kept = take_juror (juror, faults);
  g_autofree char *subject = NULL;

  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error)
      || !refuse_twin (school, kept, error) || !sceau_juror_table_insert (school, kept, error))
    return 0;

  subject = g_strdup_printf ("juror %" G_GINT64_FORMAT, kept->id);
  if (!sceau_journal_record (school, "juror.add", subject, NULL, sceau_json_from_juror (kept), error)
      || !sceau_transaction_commit (&transaction, error))
    return 0;
  return kept->id;
}

static void
check_date (SceauDate date, const SceauCohort *cohort, const SceauCertification *certification, SceauFaults *faults)
{
  g_autofree char *text = sceau_date_format_iso (date);

  if (date == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "date", NULL, _("A jury sits on a day: the date is missing."), NULL);
  else if (cohort->start != SCEAU_NO_DATE && date < cohort->start)
    sceau_faults_add_field (faults, "date", text, _("The jury would sit before its cohort begins."),
                            _("Correct the date of the jury or of the cohort."));
  else if (certification->last_delivery != SCEAU_NO_DATE && date > certification->last_delivery)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "date", text,
                      _("The last day to deliver this certification will have passed: no parchemin can follow."), NULL);
}

gint64
sceau_plan_jury (SceauSchool *school, const char *certification_code, const char *cohort_name, SceauDate date, const char *place,
                 SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCertification) certification = NULL;
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return 0;
  certification = sceau_require_certification (school, certification_code, error);
  if (certification == NULL)
    return 0;
  cohort = sceau_require_cohort (school, certification_code, cohort_name, error);
  if (cohort == NULL)
    return 0;
  plan = sceau_require_plan (school, certification_code, error);
  if (plan == NULL)
    return 0;

  check_date (date, cohort, certification, faults);
  session->place = sceau_take_text (place, "place", _("A jury sits somewhere: the place is missing."), faults);
  if (sceau_faults_refuse (faults, known, error))
    return 0;

  session->certification_code = g_strdup (certification_code);
  session->cohort_id = cohort->id;
  session->cohort_name = g_strdup (cohort->name);
  session->date = date;
  if (!sceau_jury_table_insert (school, session, error))
    return 0;
  subject = sceau_jury_subject (session->id);
  if (!sceau_journal_record (school, "jury.plan", subject, NULL, sceau_json_from_session (session), error)
      || !sceau_transaction_commit (&transaction, error))
    return 0;
  return session->id;
}

static void
check_mandate (const SceauJuror *juror, SceauDate date, SceauFaults *faults)
{
  g_autofree char *start = sceau_date_format_french (juror->mandate_start);
  g_autofree char *end = sceau_date_format_french (juror->mandate_end);

  if (juror->mandate_start != SCEAU_NO_DATE && date < juror->mandate_start)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, juror->name, "mandate_start", start,
                         _("The mandate has not begun on the day of the jury."), _("Convene somebody else or renew the mandate."));
  if (juror->mandate_end != SCEAU_NO_DATE && date > juror->mandate_end)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, juror->name, "mandate_end", end,
                         _("The mandate is over on the day of the jury."), _("Convene somebody else or renew the mandate."));
}

/* FALSE on errors of the file only; what is wrong with the list is in @faults. */
static gboolean
take_member (SceauSchool *school, SceauJurySession *session, gint64 id, gboolean president, SceauFaults *faults, GError **error)
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
  g_ptr_array_add (session->members, member);
  return TRUE;
}

static gboolean
take_members (SceauSchool *school, SceauJurySession *session, const gint64 *jurors, guint n_jurors, gint64 president,
              SceauFaults *faults, GError **error)
{
  gboolean presided = FALSE;

  g_ptr_array_set_size (session->members, 0);
  for (guint i = 0; i < n_jurors; i++)
    {
      presided |= jurors[i] == president;
      if (!take_member (school, session, jurors[i], jurors[i] == president, faults, error))
        return FALSE;
    }
  if (n_jurors == 0)
    sceau_faults_add_field (faults, "juror", NULL, _("A jury has at least one member."), _("Name its members."));
  else if (!presided)
    {
      g_autofree char *number = president != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, president) : NULL;

      sceau_faults_add_field (faults, "president", number, _("The president is not among the members."),
                              _("Name one of the members."));
    }
  return TRUE;
}

static void
check_mandates (const SceauJurySession *session, SceauFaults *faults)
{
  for (guint i = 0; i < session->members->len; i++)
    check_mandate (((SceauJuryMember *) g_ptr_array_index (session->members, i))->juror, session->date, faults);
}

gboolean
sceau_convene_jury (SceauSchool *school, gint64 session_id, const gint64 *jurors, guint n_jurors, gint64 president,
                    SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autofree char *subject = sceau_jury_subject (session_id);
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  session = sceau_require_jury (school, session_id, error);
  if (session == NULL || !sceau_jury_require_state (session, 1u << SCEAU_SESSION_PREPARATION | 1u << SCEAU_SESSION_CONVENED, error))
    return FALSE;

  before = sceau_json_from_session (session);
  if (!take_members (school, session, jurors, n_jurors, president, faults, error))
    return FALSE;
  check_mandates (session, faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_jury_table_save_members (school, session, error))
    return FALSE;
  /* A juror who cannot come is replaced: until it opens, a session can be convened anew. */
  if (session->state == SCEAU_SESSION_PREPARATION
      && !sceau_jury_table_advance (school, session_id, SCEAU_SESSION_CONVENED, error))
    return FALSE;

  session->state = SCEAU_SESSION_CONVENED;
  return sceau_journal_record (school, "jury.convene", subject, g_steal_pointer (&before), sceau_json_from_session (session), error)
         && sceau_transaction_commit (&transaction, error);
}

static SceauJuryMember *
find_member (SceauJurySession *session, gint64 juror_id)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->juror->id == juror_id)
        return member;
    }
  return NULL;
}

static void
mark_present (SceauJurySession *session, const gint64 *present, guint n_present, SceauFaults *faults)
{
  for (guint i = 0; i < session->members->len; i++)
    ((SceauJuryMember *) g_ptr_array_index (session->members, i))->present = FALSE;
  for (guint i = 0; i < n_present; i++)
    {
      SceauJuryMember *member = find_member (session, present[i]);
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
    mark_present (deliberation->session, present, n_present, faults);
  return sceau_jury_check_all (school, deliberation, n_present > 0, faults, error);
}

gboolean
sceau_check_members (SceauSchool *school, gint64 session_id, const gint64 *jurors, guint n_jurors, gint64 president,
                     SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  return deliberation != NULL
         && take_members (school, deliberation->session, jurors, n_jurors, president, faults, error)
         && sceau_jury_check_all (school, deliberation, FALSE, faults, error);
}

/* The reasons that the derogation sets aside, for the journal. */
static void
set_failures (JsonObject *object, const SceauFaults *found)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sceau_faults_length (found); i++)
    if (sceau_faults_get (found, i)->severity == SCEAU_FAULT_ERROR)
      g_ptr_array_add (failures, sceau_fault_to_string (sceau_faults_get (found, i)));
  if (failures->len > 0)
    sceau_json_set_texts (object, "set_aside", failures);
}

static gboolean
check_opening (SceauSchool *school, const SceauDeliberation *deliberation, const char *derogation, SceauFaults *found,
               SceauFaults *faults, guint known, GError **error)
{
  SceauJurySession *session = deliberation->session;
  g_autofree char *reason = sceau_text_normalise (derogation);
  gboolean failed;

  if (!sceau_jury_check_all (school, deliberation, TRUE, found, error))
    return FALSE;

  failed = sceau_faults_count_errors (found) > 0;
  /* What the derogation lets pass is a warning from here on. */
  sceau_faults_add_all (faults, found, failed && reason != NULL ? SCEAU_FAULT_WARNING : SCEAU_FAULT_ERROR, NULL);
  if (failed && reason != NULL)
    session->derogation = g_steal_pointer (&reason);
  else if (reason != NULL)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "derogation", reason,
                      _("Every check passes: there is nothing to derogate from, and the reason was not kept."), NULL);
  return !sceau_faults_refuse (faults, known, error);
}

gboolean
sceau_open_jury (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present, const char *derogation,
                 SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autofree char *subject = sceau_jury_subject (session_id);
  guint known = sceau_faults_count_errors (faults);
  SceauJurySession *session;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (deliberation == NULL || !sceau_jury_require_state (deliberation->session, 1u << SCEAU_SESSION_CONVENED, error))
    return FALSE;

  session = deliberation->session;
  before = sceau_json_from_session (session);
  mark_present (session, present, n_present, faults);
  if (n_present == 0)
    sceau_faults_add_field (faults, "present", NULL, _("Nobody is present: a jury without members cannot sit."),
                            _("Say who is present."));
  /* Who sits must be settled before what they may do: a derogation mends neither. */
  if (sceau_faults_refuse (faults, known, error) || !check_opening (school, deliberation, derogation, found, faults, known, error)
      || !sceau_jury_table_save_members (school, session, error) || !sceau_jury_table_update (school, session, error)
      || !sceau_jury_table_advance (school, session_id, SCEAU_SESSION_OPEN, error))
    return FALSE;

  session->state = SCEAU_SESSION_OPEN;
  after = sceau_json_from_session (session);
  set_failures (after, found);
  return sceau_journal_record (school, "jury.open", subject, g_steal_pointer (&before), g_steal_pointer (&after), error)
         && sceau_transaction_commit (&transaction, error);
}
