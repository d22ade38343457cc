/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury-private.h"
#include "sceau-house-look.h"
#include "sceau-issue-certificates-private.h"

G_BEGIN_DECLS

/* A session whose parchemins are delivered: who has one, who gets one, and what is said against it. */

/* One candidate whom the session certified, and no later one otherwise. */
typedef struct
{
  const SceauDecision *decision;
  const SceauEnrolment *enrolment; /* NULL: it left the cohort */
  const SceauLearner *learner;     /* likewise */
  const SceauProof *proof;         /* or NULL */
  SceauCertificate *certificate;   /* in force, or being issued; NULL: to be issued */
  SceauMandate *own_mandate;       /* of the day of an earlier delivery */
  SceauSignatory *own_signatory;
  gboolean issued_before;
  gboolean refused;
  SceauFaults *faults;
} SceauDelivery;

typedef struct
{
  SceauSchool *school;
  const SceauIssueOptions *options;
  char *place;
  SceauDeliberation *deliberation;
  GPtrArray *decisions;
  GPtrArray *learners;
  GPtrArray *proofs;
  GHashTable *learners_by_id;
  GHashTable *proofs_by_enrolment;
  SceauHouseLook *look;
  SceauMandate *mandate;
  SceauSignatory *signatory;
  GPtrArray *deliveries;  /* (element-type SceauDelivery): in jury order */
  guint64 seen;           /* change counter of the file that it shows */
  SceauProgress *progress;
  guint done;             /* of the steps of the progress: three a delivery */
} SceauIssueRun;

/* Inside a transaction, reading or writing. Refused before the seal. */
SceauIssueRun *sceau_issue_run_load     (SceauSchool *school, const SceauIssueOptions *options, SceauProgress *progress, GError **error);
void           sceau_issue_run_free     (SceauIssueRun *self);
/* Everything against each of those to be issued; who has an error is refused. FALSE when cancelled. */
gboolean       sceau_issue_run_lint     (SceauIssueRun *self, GCancellable *cancellable, GError **error);
/* What the linter found, each with its candidate; what is against everybody is said once. */
void           sceau_issue_run_report   (const SceauIssueRun *self, SceauFaults *faults);
/* Those to be issued, refused ones left out. (element-type SceauDelivery) (transfer container) */
GPtrArray     *sceau_issue_run_pending  (const SceauIssueRun *self);
/* @delivery has its certificate. */
SceauPaperContent sceau_issue_run_describe (const SceauIssueRun *self, const SceauDelivery *delivery);
/* The entry of the register for @delivery under @sequence; without hash. */
SceauCertificate *sceau_issue_run_number   (const SceauIssueRun *self, const SceauDelivery *delivery, int sequence);
/* (transfer full): the name of its file. */
char          *sceau_issue_run_file_name (const SceauDelivery *delivery);
/* Parchemins without a code are lawful, and weaker. */
void           sceau_issue_warn_without_code (SceauFaults *faults);
/* One more of the steps. */
void           sceau_issue_run_tick     (SceauIssueRun *self, const char *what);
void           sceau_issue_run_end      (SceauIssueRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauIssueRun, sceau_issue_run_free)

/* Files of a run ------------------------------------------------------------------------- */

/* What stands where files are to come, before anything is issued. FALSE on errors other than faults. */
gboolean sceau_issue_files_check  (SceauIssueRun *run, guint n_pending, SceauFaults *faults, GError **error);
/* (transfer full): the path of its file in the folder of the options. */
char    *sceau_issue_files_path   (const SceauIssueRun *run, const SceauDelivery *delivery);
/* What is missing of all those in force: files of earlier runs, the merged file, the zip. */
gboolean sceau_issue_files_finish (SceauIssueRun *run, SceauFaults *faults, GCancellable *cancellable, GError **error);

G_END_DECLS
