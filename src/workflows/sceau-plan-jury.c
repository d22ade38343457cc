/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A session on the calendar: planned, moved, taken back. */

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-text.h"

/* A jury that sits before one that has decided already would decide on what that one took for given. */
static gboolean
warn_of_later_seals (SceauSchool *school, gint64 cohort_id, SceauDate date, SceauFaults *faults, GError **error)
{
  const SceauJuryQuery query = { .cohort_id = cohort_id, .states = 1u << SCEAU_SESSION_SEALED };
  g_autoptr (GPtrArray) sealed = sceau_jury_table_list (school, &query, error);

  for (guint i = 0; sealed != NULL && date != SCEAU_NO_DATE && i < sealed->len; i++)
    {
      const SceauJurySession *later = g_ptr_array_index (sealed, i);
      g_autofree char *text = NULL;
      g_autofree char *day = NULL;
      g_autofree char *reason = NULL;

      if (later->date <= date)
        continue;
      text = sceau_date_format_iso (date);
      day = sceau_date_say (later->date);
      reason = g_strdup_printf (_("Session %d of the same cohort, of %s, is sealed already: what it decided cannot be decided before it."),
                                (int) later->id, day);
      sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "date", text, reason, _("Give a later day, or expect the seal to be refused."));
      break;
    }
  return sealed != NULL;
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
  if (!warn_of_later_seals (school, cohort->id, date, faults, error))
    return 0;
  session->place = sceau_take_text (place, "place", _("A jury sits somewhere: the place is missing."), faults);
  sceau_refuse_unprintable (session->place, "place", _("The place of the session"), faults);
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

/* What is the same stays as it is written; a NULL time takes the time away. */
static char *
take_time (const char *time, SceauFaults *faults)
{
  g_autofree char *text = sceau_text_normalise (time);

  if (text != NULL && !g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", text, G_REGEX_DOLLAR_ENDONLY, 0))
    sceau_faults_add_field (faults, "time", text, _("This is not a time of day."), _("Write it as 14:30."));
  return g_steal_pointer (&text);
}

static void
check_embargo (const SceauJurySession *session, SceauFaults *faults)
{
  g_autofree char *text = sceau_date_format_iso (session->embargo);

  if (session->embargo != SCEAU_NO_DATE && session->embargo < session->date)
    sceau_faults_add_field (faults, "embargo", text, _("The embargo would end before the jury sits."),
                            _("Give the day of the jury or a later one, or none."));
}

static gboolean
reads_the_same (const char *a, const char *b)
{
  g_autofree char *one = sceau_text_normalise (a);
  g_autofree char *other = sceau_text_normalise (b);

  return g_strcmp0 (one, other) == 0;
}

/* An embargo may still be set while the jury deliberates; the seal covers it.  Asked before anything is said of the
 * values: what would be wrong with them does not matter where nothing can change. */
static gboolean
allows_amendment (SceauSchool *school, const SceauJurySession *before, const SceauJurySession *after, GError **error)
{
  gboolean embargo_only = before->date == after->date && reads_the_same (before->place, after->place)
                          && reads_the_same (before->start_time, after->start_time);

  if (embargo_only && before->state < SCEAU_SESSION_SEALED)
    return TRUE;
  return sceau_jury_require (school, before, SCEAU_ACT_EDIT, error);
}

static gboolean
check_amendment (SceauSchool *school, const SceauJurySession *session, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_require_cohort_by_id (school, session->cohort_id, error);
  g_autoptr (SceauCertification) certification
      = cohort != NULL ? sceau_require_certification (school, session->certification_code, error) : NULL;

  if (certification == NULL)
    return FALSE;
  check_date (session->date, cohort, certification, faults);
  check_embargo (session, faults);
  return warn_of_later_seals (school, cohort->id, session->date, faults, error);
}

/* @session as the caller wants it, @wanted: (out) (transfer full): on the record of the file. */
static gboolean
take_amendment (SceauSchool *school, const SceauJurySession *session, SceauJurySession *wanted, SceauFaults *faults, GError **error)
{
  g_free (wanted->place);
  g_free (wanted->start_time);
  wanted->date = session->date;
  wanted->embargo = session->embargo;
  wanted->place = sceau_take_text (session->place, "place", _("A jury sits somewhere: the place is missing."), faults);
  sceau_refuse_unprintable (wanted->place, "place", _("The place of the session"), faults);
  wanted->start_time = take_time (session->start_time, faults);
  return check_amendment (school, wanted, faults, error);
}

gboolean
sceau_amend_jury (SceauSchool *school, const SceauJurySession *session, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) before = NULL;
  g_autoptr (SceauJurySession) wanted = NULL;
  g_autofree char *subject = sceau_jury_subject (session->id);
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_jury (school, session->id, error);
  wanted = before != NULL ? sceau_require_jury (school, session->id, error) : NULL;
  if (wanted == NULL || !allows_amendment (school, before, session, error)
      || !take_amendment (school, session, wanted, faults, error) || sceau_faults_refuse (faults, known, error))
    return FALSE;
  if (sceau_json_same (sceau_json_from_session (before), sceau_json_from_session (wanted)))
    return TRUE;
  return sceau_jury_table_update (school, wanted, error)
         && sceau_journal_record (school, "jury.amend", subject, sceau_json_from_session (before), sceau_json_from_session (wanted), error)
         && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_remove_jury (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) session = NULL;
  g_autofree char *subject = sceau_jury_subject (session_id);
  JsonObject *before;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  session = sceau_require_jury (school, session_id, error);
  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_REMOVE, error)
      || !sceau_jury_table_delete (school, session_id, error))
    return FALSE;
  before = sceau_json_from_session (session);
  sceau_json_add_all_recusals (before, session);
  return sceau_journal_record (school, "jury.remove", subject, before, NULL, error) && sceau_transaction_commit (&transaction, error);
}
