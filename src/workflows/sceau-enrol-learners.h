/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrolment.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Opens a cohort of a certification. @planned: learners, 0 when not known yet. Returns its id, or 0 with @error. */
gint64 sceau_open_cohort (SceauSchool *school, const char *certification_code, const char *name,
                          SceauDate start, SceauDate end, int planned, SceauFaults *faults, GError **error);

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
 * same person.  Quotas that the cohort would exceed are warnings here and errors at the jury; once the planned
 * number of learners is known, whoever goes beyond one is refused unless the column "exception" has its reason.
 * FALSE with SCEAU_WORKFLOW_ERROR_FAULTY when lines were refused and nothing was written.
 */
gboolean sceau_enrol_from_roster (SceauSchool *school, const char *path, const char *certification_code, const char *cohort,
                                  SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults,
                                  SceauProgress *progress, GCancellable *cancellable, GError **error);

/* One learner typed on the screen. @enrolment gets its ids. */
gboolean sceau_enrol_learner (SceauSchool *school, SceauLearner *learner, SceauEnrolment *enrolment, gint64 cohort_id,
                              SceauFaults *faults, GError **error);
gboolean sceau_edit_learner (SceauSchool *school, const SceauLearner *learner, SceauFaults *faults, GError **error);

/* A block acquired elsewhere or earlier, with its proof: enters the file and stays. */
gboolean sceau_record_acquired_block (SceauSchool *school, const SceauAcquiredBlock *block, SceauFaults *faults, GError **error);

gboolean sceau_write_roster_template (const char *path, GError **error);

/* Name, dates and planned number of learners; known by its id. */
gboolean sceau_amend_cohort (SceauSchool *school, const SceauCohort *cohort, SceauFaults *faults, GError **error);

/* Route, admission, entry, company period, tutor, group, targeted blocks; known by its id. What a sealed decision rests on
 * cannot change. @exception: the written reason why a derogation beyond its quota is accepted, or NULL. */
gboolean sceau_amend_enrolment (SceauSchool *school, const SceauEnrolment *enrolment, const char *exception,
                                SceauFaults *faults, GError **error);

/* How somebody leaves: withdrawn, interrupted, or excluded for fraud after a hearing. */
typedef struct
{
  SceauEnrolmentState state;
  SceauDate since;
  const char *reason;
  SceauDate hearing; /* of somebody who is excluded */
} SceauDeparture;

gboolean sceau_record_departure (SceauSchool *school, gint64 enrolment_id, const SceauDeparture *departure,
                                 SceauFaults *faults, GError **error);
/* Somebody who had interrupted, or withdrawn, comes back. */
gboolean sceau_record_return (SceauSchool *school, gint64 enrolment_id, const char *reason, SceauFaults *faults, GError **error);

/* These learners, and nobody else, form the group. An empty @n dissolves it. */
gboolean sceau_form_group (SceauSchool *school, gint64 cohort_id, const char *group, const gint64 *enrolments, guint n,
                           SceauFaults *faults, GError **error);

/* One quota while enrolling. */
typedef struct
{
  char *code;
  char *title;
  int max_percent;
  int learners; /* counted: enrolled or planned, whichever is more, and those simulated */
  int places;
  int used;
  int left;     /* how many more may come on these bases, by this quota and by every total that counts them; never negative */
} SceauQuotaOutlook;

void       sceau_quota_outlook_free (SceauQuotaOutlook *self);
/* (transfer full) (element-type SceauQuotaOutlook): how the quotas stand, and would stand with @n more learners on
 * these bases; the plan without quotas gives an empty list. */
GPtrArray *sceau_foresee_quotas (SceauSchool *school, gint64 cohort_id, const SceauAdmission *more, guint n, GError **error);
/* "2 places left on VAPP": (transfer full), translated, for the screen. */
char      *sceau_quota_outlook_describe (const SceauQuotaOutlook *self);

/**
 * sceau_enrol_learner_by_exception: sceau_enrol_learner() for somebody whose derogation goes beyond the
 * quota of the cohort's planned number: kept with its reason and the figures of that moment.  Without
 * @exception a full quota refuses the derogation when the planned number is known, and warns when it is not.
 */
gboolean sceau_enrol_learner_by_exception (SceauSchool *school, SceauLearner *learner, SceauEnrolment *enrolment, gint64 cohort_id,
                                           const char *exception, SceauFaults *faults, GError **error);

G_END_DECLS
