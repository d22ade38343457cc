/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-issue-certificates.h"

G_BEGIN_DECLS

/* What the issue dialog asks of the worker: one look, one preview or one run, with what it found. */
typedef struct
{
  gint64 session_id;
  SceauDate delivered;
  char *place;
  char *folder;     /* or NULL, as the next two */
  char *merged;
  char *archive;
  char *passphrase; /* of the school's key, or NULL; wiped when freed */
  gboolean accept_valid;
  guint left;       /* how many were to be issued */

  SceauFaults *faults;
  GPtrArray *issued; /* (element-type SceauCertificate), or NULL when the run did not end well */
  GError *error;     /* why it did not */
} SceauIssueWork;

SceauIssueWork *sceau_issue_work_new          (void);
void            sceau_issue_work_free         (SceauIssueWork *self);

/* Of those to be issued, how many no fault refuses; a fault names the person, or nobody when it concerns all. */
guint           sceau_issue_work_count_others (const SceauIssueWork *self);

/* For the worker; @job is a SceauIssueWork. */
gboolean        sceau_issue_work_check        (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error);
/* Succeeds also when the run was stopped: what it issued before is in the register, and the window has to show it. */
gboolean        sceau_issue_work_run          (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error);
/* A SceauPaperFunc. */
GBytes         *sceau_issue_work_preview      (SceauSchool *school, gpointer job, GCancellable *cancellable, GError **error);

G_END_DECLS
