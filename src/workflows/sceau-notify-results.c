/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The act after the seal: every candidate is told in writing, and the delay of an appeal begins. */

#include <glib/gi18n-lib.h>

#include "sceau-decision-table.h"
#include "sceau-file-set.h"
#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-moment.h"
#include "sceau-notification-table.h"
#include "sceau-notify-results.h"
#include "sceau-result-letter-document.h"
#include "sceau-text.h"

/* What the letters of one session have in common. */
typedef struct
{
  SceauSchool *school;
  SceauDeliberation *deliberation;
  SceauSchoolIdentity *identity;
  SceauMandate *mandate;          /* or NULL */
  SceauJurySession *rectified;    /* or NULL */
  GPtrArray *frozen;              /* (element-type SceauResult): under the seal, of every candidate */
  int appeal_days;
} Mail;

static void
mail_clear (Mail *self)
{
  sceau_deliberation_free (self->deliberation);
  sceau_school_identity_free (self->identity);
  sceau_mandate_free (self->mandate);
  sceau_jury_session_free (self->rectified);
  g_clear_pointer (&self->frozen, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mail, mail_clear)

static gboolean
load_rectified (Mail *self, GError **error)
{
  gint64 id = self->deliberation->session->rectifies;

  if (id == 0)
    return TRUE;
  self->rectified = sceau_require_jury (self->school, id, error);
  return self->rectified != NULL;
}

/* In the open transaction. @enrolment_id: 0 for everybody. */
static gboolean
mail_load (Mail *self, gint64 session_id, gint64 enrolment_id, GError **error)
{
  const SceauJurySession *session;

  self->deliberation = sceau_deliberation_load (self->school, session_id, enrolment_id, error);
  self->identity = self->deliberation != NULL ? sceau_school_load_identity (self->school, error) : NULL;
  if (self->identity == NULL)
    return FALSE;
  session = self->deliberation->session;
  self->appeal_days = self->deliberation->plan->appeal_days;
  self->frozen = sceau_frozen_result_table_list (self->school, session_id, SCEAU_FREEZE_SEAL, error);
  return self->frozen != NULL && load_rectified (self, error)
         && sceau_certificate_find_mandate (self->school, self->identity, self->deliberation->certification, session->date,
                                            &self->mandate, error);
}

/* (transfer full) (nullable): what the rectified session had said of the same candidate. */
static SceauDecision *
find_rectified (const Mail *self, gint64 enrolment_id)
{
  return self->rectified != NULL ? sceau_decision_table_find (self->school, self->rectified->id, enrolment_id, NULL) : NULL;
}

/* What the jury saw: the results under the seal, and until then those of today. */
static GPtrArray *
list_results (const Mail *self, const SceauDossier *dossier)
{
  GPtrArray *results;

  if (self->deliberation->session->state != SCEAU_SESSION_SEALED)
    return g_ptr_array_ref (dossier->results);
  results = g_ptr_array_new ();
  for (guint i = 0; i < self->frozen->len; i++)
    if (((SceauResult *) g_ptr_array_index (self->frozen, i))->enrolment_id == dossier->enrolment->id)
      g_ptr_array_add (results, g_ptr_array_index (self->frozen, i));
  return results;
}

static GBytes *
draw_letter (const Mail *self, const SceauDecision *decision, const SceauEnrolment *enrolment, GError **error)
{
  SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, enrolment);
  g_autoptr (SceauLearner) learner = sceau_require_learner_by_id (self->school, enrolment->learner_id, error);
  g_autoptr (SceauDecision) before = find_rectified (self, enrolment->id);
  g_autoptr (GPtrArray) results = list_results (self, &dossier);
  const SceauResultLetterContent content = {
    .school = self->identity,
    .mandate = self->mandate,
    .session = self->deliberation->session,
    .learner = learner,
    .decision = decision,
    .dossier = &dossier,
    .appeal_days = self->appeal_days,
    .rectified = before != NULL ? self->rectified : NULL,
    .rectified_decision = before,
  };

  if (learner == NULL)
    return NULL;
  dossier.results = results;
  return sceau_result_letter_document_render (&content, error);
}

/* Notifying --------------------------------------------------------------------------- */

/* The day of the seal, by the calendar of Paris. */
static SceauDate
find_seal_day (const SceauJurySession *session)
{
  g_autoptr (GDateTime) moment = sceau_moment_read (session->sealed_at);

  return moment != NULL ? sceau_date_new (g_date_time_get_year (moment), g_date_time_get_month (moment), g_date_time_get_day_of_month (moment))
                        : SCEAU_NO_DATE;
}

static void
check_date (const SceauJurySession *session, SceauDate date, SceauDate today, SceauFaults *faults)
{
  g_autofree char *text = sceau_date_format_iso (date);
  SceauDate sealed = find_seal_day (session);

  if (date == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "date", NULL, _("The day of the notification is missing."), NULL);
  else if (date < session->date)
    sceau_faults_add_field (faults, "date", text, _("The results would be notified before the jury has sat."),
                            _("Give the day on which the letters are sent."));
  else if (sealed != SCEAU_NO_DATE && date < MIN (sealed, today)) /* the clock of this machine may be behind that of Paris */
    sceau_faults_add_field (faults, "date", text, _("The results would be notified before they were sealed."),
                            _("Give the day of the seal or a later one."));
  else if (date > today)
    sceau_faults_add_field (faults, "date", text, _("This day has not come yet."), _("Notify the results on the day on which the letters are sent."));
  else if (session->embargo != SCEAU_NO_DATE && date < session->embargo)
    sceau_faults_add_field (faults, "date", text, _("The results are under embargo on this day."), _("Give the last day of the embargo or a later one."));
}

/* Late is late: it is said, and done all the same. */
static void
warn_of_delay (const SceauJurySession *session, GPtrArray *decisions, SceauDate date, SceauFaults *faults)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      SceauDate deadline = sceau_notification_deadline (decision->route, session->date);
      g_autofree char *place = NULL;
      g_autofree char *day = NULL;
      g_autofree char *reason = NULL;

      if (deadline == SCEAU_NO_DATE || date <= deadline)
        continue;
      place = sceau_jury_candidate_name (decision->learner_name, decision->learner_number);
      day = sceau_date_say (deadline);
      reason = g_strdup_printf (_("The result of a VAE is notified within fifteen days: the last day was %s (R6412-7 of the Code du travail)."), day);
      sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, "date", NULL, reason, NULL);
    }
}

static gboolean
send_letter (const Mail *self, const SceauDecision *decision, JsonArray *letters, GError **error)
{
  gint64 session_id = self->deliberation->session->id;
  const SceauEnrolment *enrolment = sceau_deliberation_find (self->deliberation, decision->enrolment_id);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *sha256 = NULL;
  JsonObject *letter;

  g_return_val_if_fail (enrolment != NULL, FALSE);
  pdf = draw_letter (self, decision, enrolment, error);
  if (pdf == NULL || !sceau_result_letter_table_insert (self->school, session_id, decision->enrolment_id, pdf, error))
    return FALSE;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  letter = json_object_new ();
  json_object_set_int_member (letter, "jury", session_id);
  json_object_set_int_member (letter, "enrolment", decision->enrolment_id);
  sceau_json_set_text (letter, "sha256", sha256);
  json_array_add_object_element (letters, letter);
  return TRUE;
}

/* Nobody is told a decision that another session has replaced meanwhile: that session has its own letter. */
static gboolean
is_replaced (const Mail *self, const SceauDecision *decision, SceauFaults *faults)
{
  const SceauDecision *holds = sceau_deliberation_in_force (self->deliberation, decision->enrolment_id);
  g_autofree char *place = NULL;
  g_autofree char *id = NULL;
  g_autofree char *reason = NULL;

  if (holds == NULL || holds->session_id == decision->session_id)
    return FALSE;
  place = sceau_jury_candidate_name (decision->learner_name, decision->learner_number);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, holds->session_id);
  reason = g_strdup_printf (_("Jury session %s has decided anew: no letter is sent for this decision."), id);
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, NULL, NULL, reason, _("Notify that session as well."));
  return TRUE;
}

static gboolean
send_letters (const Mail *self, GPtrArray *decisions, JsonArray *letters, SceauFaults *faults, SceauProgress *progress,
              GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, decisions->len, _("Writing the letters"));
      if (!is_replaced (self, decision, faults) && !send_letter (self, decision, letters, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
record_notification (SceauSchool *school, gint64 session_id, SceauDate date, int appeal_days, JsonArray *letters, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (session_id);
  JsonObject *after = sceau_json_from_notification (session_id, date, appeal_days);

  json_object_set_array_member (after, "letters", json_array_ref (letters));
  return sceau_journal_record (school, "jury.notify", subject, NULL, after, error);
}

static gboolean
check_notification (SceauSchool *school, gint64 session_id, SceauDate date, GPtrArray *decisions, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_require_jury (school, session_id, error);
  guint known = sceau_faults_count_errors (faults);

  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_NOTIFY, error))
    return FALSE;
  check_date (session, date, sceau_school_today (school), faults);
  warn_of_delay (session, decisions, date, faults);
  return !sceau_faults_refuse (faults, known, error);
}

gboolean
sceau_notify_results (SceauSchool *school, gint64 session_id, SceauDate date, SceauFaults *faults, SceauProgress *progress,
                      GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Mail) mail = { .school = school };
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (JsonArray) letters = json_array_new ();
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (SceauJurySession) session = NULL;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  decisions = sceau_decision_table_list_by_session (school, session_id, error);
  if (decisions == NULL || !check_notification (school, session_id, date, decisions, faults, error))
    return FALSE;
  session = sceau_require_jury (school, session_id, error);
  plan = session != NULL ? sceau_require_plan (school, session->certification_code, error) : NULL;
  /* The letters are dated by the notification, so it comes first. */
  return plan != NULL && sceau_notification_table_insert (school, session_id, date, plan->appeal_days, error)
         && mail_load (&mail, session_id, 0, error) && send_letters (&mail, decisions, letters, faults, progress, cancellable, error)
         && record_notification (school, session_id, date, plan->appeal_days, letters, error)
         && sceau_transaction_commit (&transaction, error);
}

/* Reading --------------------------------------------------------------------------- */

/* Before the notification: what the letter would be. */
static GBytes *
draw_draft (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_auto (Mail) mail = { .school = school };
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) local = NULL;

  if (!mail_load (&mail, session_id, enrolment_id, error))
    return NULL;
  decision = sceau_decision_table_find (school, session_id, enrolment_id, &local);
  if (decision != NULL && decision->decided)
    return draw_letter (&mail, decision, g_ptr_array_index (mail.deliberation->enrolments, 0), error);
  if (decision != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 _("The jury has not decided on %s: there is no result to tell."),
                 ((SceauEnrolment *) g_ptr_array_index (mail.deliberation->enrolments, 0))->learner_name);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
sceau_find_sent_letter (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GBytes **letter, GError **error)
{
  g_autoptr (GError) local = NULL;

  *letter = sceau_result_letter_table_find (school, session_id, enrolment_id, &local);
  if (*letter != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GBytes *
find_letter (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_require_jury (school, session_id, error);
  GBytes *kept;

  if (session == NULL || !sceau_find_sent_letter (school, session_id, enrolment_id, &kept, error))
    return NULL;
  if (kept == NULL && session->notified == SCEAU_NO_DATE)
    return draw_draft (school, session_id, enrolment_id, error);
  if (kept == NULL)
    g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                         _("No letter was sent for this decision: another session had replaced it before the notification."));
  return kept;
}

GBytes *
sceau_render_result_letter (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  return sceau_transaction_begin_read (&transaction, school, error) ? find_letter (school, session_id, enrolment_id, error) : NULL;
}

static gboolean
require_notified (const SceauJurySession *session, GError **error)
{
  if (session->notified != SCEAU_NO_DATE)
    return TRUE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The results of this session are not notified: only drafts of its letters can be seen, one by one."));
  return FALSE;
}

static gboolean
add_letters (SceauSchool *school, gint64 session_id, const char *folder, SceauFileSet *files, GPtrArray *paths, SceauProgress *progress,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (school, session_id, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *name = sceau_certificate_file_name (decision->learner_number, decision->learner_name);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, decisions->len, _("Writing the letters"));
      if (!sceau_find_sent_letter (school, session_id, decision->enrolment_id, &pdf, error))
        return FALSE;
      if (pdf == NULL)
        continue;
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      sceau_file_set_add (files, g_ptr_array_index (paths, paths->len - 1), pdf);
    }
  return decisions != NULL;
}

/* The first path that is taken stops them all. */
static gboolean
refuse_taken (const SceauFileSet *files, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autofree char *sentence = NULL;

  sceau_file_set_check (files, faults);
  if (sceau_faults_count_errors (faults) == 0)
    return TRUE;
  sentence = sceau_fault_to_string (sceau_faults_get (faults, 0));
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, sentence);
  return FALSE;
}

GPtrArray *
sceau_write_result_letters (SceauSchool *school, gint64 session_id, const char *folder, SceauProgress *progress,
                            GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SceauJurySession) session = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  session = sceau_require_jury (school, session_id, error);
  if (session == NULL || !require_notified (session, error)
      || !add_letters (school, session_id, folder, files, paths, progress, cancellable, error) || !refuse_taken (files, error)
      || !sceau_file_set_stage (files, cancellable, error) || !sceau_file_set_publish (files, error))
    return NULL;
  return g_steal_pointer (&paths);
}
