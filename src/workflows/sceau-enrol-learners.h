/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Opens a cohort of a certification. Returns its id, or 0 with @error. */
gint64 sceau_open_cohort (SceauSchool *school, const char *certification_code, const char *name,
                          SceauDate start, SceauDate end, SceauFaults *faults, GError **error);

typedef enum
{
  SCEAU_IMPORT_DEFAULT      = 0,
  SCEAU_IMPORT_DRY_RUN      = 1 << 0, /* checks everything, writes nothing */
  SCEAU_IMPORT_ACCEPT_VALID = 1 << 1  /* takes the good lines although others are faulty */
} SceauImportFlags;

typedef struct
{
  guint lines;     /* data lines read */
  guint written;   /* lines that are, or with a dry run would be, in the school */
  guint unchanged; /* lines that say what the school already knows */
  guint refused;   /* lines with an error */
} SceauImportSummary;

/**
 * sceau_enrol_from_roster: enrols the learners of a CSV roster in a cohort.
 * Every faulty line is reported at once; nothing is written unless all lines are good
 * or SCEAU_IMPORT_ACCEPT_VALID is given.  A number that the school knows must carry the
 * same person.  Quotas that the cohort would exceed are warnings here and errors at the jury.
 * FALSE with SCEAU_WORKFLOW_ERROR_FAULTY when lines were refused and nothing was written.
 */
gboolean sceau_enrol_from_roster (SceauSchool *school, const char *path, const char *certification_code, const char *cohort,
                                  SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults,
                                  SceauProgress *progress, GCancellable *cancellable, GError **error);

/* One learner typed on the screen. @enrolment gets its ids. */
gboolean sceau_enrol_learner (SceauSchool *school, SceauLearner *learner, SceauEnrolment *enrolment, gint64 cohort_id,
                              SceauFaults *faults, GError **error);
gboolean sceau_edit_learner (SceauSchool *school, const SceauLearner *learner, SceauFaults *faults, GError **error);
gboolean sceau_withdraw_learner (SceauSchool *school, gint64 enrolment_id, const char *reason, GError **error);

/* A block acquired elsewhere or earlier, with its proof: enters the file and stays. */
gboolean sceau_record_acquired_block (SceauSchool *school, const SceauAcquiredBlock *block, SceauFaults *faults, GError **error);

gboolean sceau_write_roster_template (const char *path, GError **error);

G_END_DECLS
