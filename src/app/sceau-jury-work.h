/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-hold-jury.h"
#include "sceau-long-work.h"

G_BEGIN_DECLS

/**
 * SceauJuryWork: what a verb of a jury is given and what it found, on its way through the worker.
 * Each verb reads the fields it needs; the rest stays zero.
 */
typedef struct
{
  gint64 session_id;
  GArray *jurors;        /* (element-type gint64): titular members convened, or those present */
  GArray *alternates;    /* (element-type gint64): convened with them */
  gint64 president;
  char *text;            /* the derogation, or the place */
  SceauDate date;
  SceauDate embargo;
  char *start_time;
  char *certification_code;
  char *cohort;
  gint64 juror_id;       /* whose recusal it is about, in the case of @enrolment_id */
  gint64 enrolment_id;
  SceauConflictKind conflict;
  char *learner_number;
  SceauOutcome outcome;
  char **blocks;         /* or NULL, as in #SceauVerdict */
  char *reason;
  int votes_for, votes_against, votes_abstain;

  SceauFaults *faults;   /* what the verb had to say */
  guint n;               /* proposals accepted */
  gint64 id;             /* of the session that was made */
} SceauJuryWork;

SceauJuryWork *sceau_jury_work_new  (gint64 session_id); /* without votes */
void           sceau_jury_work_free (SceauJuryWork *self);

/* Verbs, for sceau_long_work_run(). */
gboolean sceau_jury_work_plan      (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_convene   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_open      (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_propose   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_decide    (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_recuse    (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_lift      (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_accept    (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_seal      (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_amend     (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_remove    (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_suspend   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_resume    (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_jury_work_rectify   (SceauSchool *school, gpointer work, SceauProgress *progress, GCancellable *cancellable, GError **error);

/**
 * sceau_jury_work_explain: everything that is wrong, in a dialog that stays until it is read.
 * Does nothing when @error is %NULL.
 * @title: what could not be done.
 */
void     sceau_jury_work_explain   (GtkWidget *from, const char *title, SceauJuryWork *work, const GError *error);

G_END_DECLS
