/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jury-work.h"

#include "sceau-import-report.h"
#include "sceau-jury-table.h"

SceauJuryWork *
sceau_jury_work_new (gint64 session_id)
{
  SceauJuryWork *self = g_new0 (SceauJuryWork, 1);

  self->session_id = session_id;
  self->jurors = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->alternates = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->faults = sceau_faults_new ();
  self->votes_for = self->votes_against = self->votes_abstain = -1;
  return self;
}

void
sceau_jury_work_free (SceauJuryWork *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->jurors);
  g_array_unref (self->alternates);
  g_free (self->start_time);
  g_clear_pointer (&self->faults, sceau_faults_free);
  g_free (self->text);
  g_free (self->certification_code);
  g_free (self->cohort);
  g_free (self->learner_number);
  g_strfreev (self->blocks);
  g_free (self->reason);
  g_free (self);
}

/* Borrows from @self. */
static SceauVerdict
get_verdict (const SceauJuryWork *self)
{
  return (SceauVerdict) {
    .learner_number = self->learner_number,
    .outcome = self->outcome,
    .blocks = (const char *const *) self->blocks,
    .reason = self->reason,
    .votes_for = self->votes_for,
    .votes_against = self->votes_against,
    .votes_abstain = self->votes_abstain,
  };
}

gboolean
sceau_jury_work_plan (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  work->id = sceau_plan_jury (school, work->certification_code, work->cohort, work->date, work->text, work->faults, error);
  return work->id != 0;
}

gboolean
sceau_jury_work_convene (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;
  const SceauPanel panel = { .titulars = (const gint64 *) work->jurors->data,
                             .n_titulars = work->jurors->len,
                             .alternates = (const gint64 *) work->alternates->data,
                             .n_alternates = work->alternates->len,
                             .president = work->president };

  return sceau_convene_panel (school, work->session_id, &panel, work->faults, error);
}

gboolean
sceau_jury_work_open (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  return sceau_open_jury (school, work->session_id, (const gint64 *) work->jurors->data, work->jurors->len, work->text,
                          work->faults, error);
}

gboolean
sceau_jury_work_propose (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_propose_decisions (school, ((SceauJuryWork *) data)->session_id, progress, cancellable, error);
}

gboolean
sceau_jury_work_decide (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;
  SceauVerdict verdict = get_verdict (work);

  return sceau_decide (school, work->session_id, &verdict, work->faults, error);
}

gboolean
sceau_jury_work_recuse (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;
  const SceauRecusal recusal = { .juror_id = work->juror_id,
                                 .enrolment_id = work->enrolment_id,
                                 .kind = work->conflict,
                                 .reason = *work->reason != '\0' ? work->reason : NULL };

  return sceau_recuse_member (school, work->session_id, &recusal, work->faults, error);
}

gboolean
sceau_jury_work_lift (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  return sceau_lift_recusal (school, work->session_id, work->juror_id, work->enrolment_id, work->reason, work->faults, error);
}

gboolean
sceau_jury_work_accept (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  return sceau_accept_proposals (school, work->session_id, &work->n, error);
}

gboolean
sceau_jury_work_seal (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  return sceau_seal_jury (school, work->session_id, work->faults, progress, cancellable, error);
}

gboolean
sceau_jury_work_amend (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (school, work->session_id, error);

  if (session == NULL)
    return FALSE;
  session->date = work->date;
  session->embargo = work->embargo;
  g_free (session->place);
  session->place = g_strdup (work->text);
  g_free (session->start_time);
  session->start_time = g_strdup (work->start_time);
  return sceau_amend_jury (school, session, work->faults, error);
}

gboolean
sceau_jury_work_remove (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_remove_jury (school, ((SceauJuryWork *) data)->session_id, error);
}

gboolean
sceau_jury_work_suspend (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  return sceau_suspend_jury (school, work->session_id, work->reason, work->faults, error);
}

gboolean
sceau_jury_work_resume (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;

  return sceau_resume_jury (school, work->session_id, (const gint64 *) work->jurors->data, work->jurors->len, work->text,
                            work->faults, error);
}

gboolean
sceau_jury_work_rectify (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauJuryWork *work = data;
  const SceauVerdict verdict = get_verdict (work);
  const SceauMeeting meeting = { .date = work->date, .present = work->jurors, .president = work->president, .derogation = work->text };

  work->id = sceau_rectify_jury_at (school, work->session_id, &verdict, &meeting, work->faults, error);
  return work->id != 0;
}

void
sceau_jury_work_explain (GtkWidget *from, const char *title, SceauJuryWork *work, const GError *error)
{
  sceau_show_faults (from, title, work->faults, error);
}
