/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"
#include "sceau-fault.h"
#include "sceau-school.h"
#include "sceau-workflow-error.h"

G_BEGIN_DECLS

/* The certification of data/referentials that most tests work with. */
#define SCEAU_FIXTURE_CODE "RNCP41445"
#define SCEAU_FIXTURE_COHORT "2026 A"

/**
 * SceauWorkflowFixture: a school in a fresh folder whose clock stands still on 2026-11-22.
 * Everybody in it is invented.
 */
typedef struct
{
  char *folder;
  char *path;
  SceauSchool *school;
  SceauFaults *faults; /* of the operation under test */
} SceauWorkflowFixture;

SceauWorkflowFixture *sceau_workflow_fixture_new   (void);
void                  sceau_workflow_fixture_free  (SceauWorkflowFixture *self);
/* With the real fiche RNCP41445 and its plan. */
SceauWorkflowFixture *sceau_workflow_fixture_new_with_fiche  (void);
/* With a cohort too, from 2026-01-05 to 2026-12-18; @cohort_id (out) (optional). */
SceauWorkflowFixture *sceau_workflow_fixture_new_with_cohort (gint64 *cohort_id);

/* (transfer full): path of a file that ships with the sources, or of one written into the folder. */
char *sceau_workflow_fixture_referential (const char *name);
char *sceau_workflow_fixture_write       (SceauWorkflowFixture *self, const char *name, const char *text);

/* A new list for the next operation. */
void  sceau_workflow_fixture_forget_faults (SceauWorkflowFixture *self);
/* Whether an error (or warning) with this reason, found anywhere in its text, is in the list. */
gboolean sceau_workflow_fixture_has_fault  (SceauWorkflowFixture *self, SceauFaultSeverity severity, int line, const char *words);

/* (transfer full): SHA-256 of the bytes of the school file: equal before and after what must write nothing. */
char *sceau_workflow_fixture_digest      (SceauWorkflowFixture *self);
/* How many journal entries have this verb. */
guint sceau_workflow_fixture_count_entries (SceauWorkflowFixture *self, const char *verb);
/* Ids of the cohort's enrolments (element-type gint64), by the learners' numbers A001, A002…: enrolled now. */
GArray *sceau_workflow_fixture_enrol     (SceauWorkflowFixture *self, gint64 cohort_id, guint learners);

/* Somebody gives up today. */
gboolean sceau_workflow_fixture_withdraw (SceauSchool *school, gint64 enrolment_id, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauWorkflowFixture, sceau_workflow_fixture_free)

G_END_DECLS
