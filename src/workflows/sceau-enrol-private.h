/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"
#include "sceau-quota-exception-table.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/**
 * SceauQuotaBook: the quotas of a cohort while learners are admitted to it one after the other.
 */
typedef struct
{
  SceauDate today;
  const SceauCohort *cohort;
  const SceauPlan *plan; /* NULL: nothing is counted */
  GArray *admissions;    /* (element-type SceauAdmission): of the active learners, and of those admitted since */
} SceauQuotaBook;

gboolean sceau_quota_book_open     (SceauQuotaBook *self, SceauSchool *school, const SceauCohort *cohort, const SceauPlan *plan, GError **error);
void     sceau_quota_book_clear    (SceauQuotaBook *self);
/* Counts a learner, whatever the quotas say; takes out one who had this basis. */
void     sceau_quota_book_add      (SceauQuotaBook *self, SceauAdmission admission);
void     sceau_quota_book_take_out (SceauQuotaBook *self, SceauAdmission admission);
/**
 * sceau_quota_book_admit: counts one more learner.  Beyond a quota, with the planned number known, this is an error
 * unless the reason of an @exception is given.
 * @exceptions: (element-type SceauQuotaException): gets what is to be kept, with the figures of this moment.
 * Returns: FALSE when the learner is refused; then nobody is counted.
 */
gboolean sceau_quota_book_admit    (SceauQuotaBook *self, SceauAdmission admission, const char *exception, int line,
                                    SceauFaults *faults, GPtrArray *exceptions);
/* The same for somebody who had another basis, and was taken out. */
gboolean sceau_quota_book_change   (SceauQuotaBook *self, SceauAdmission was, SceauAdmission admission, const char *exception, int line,
                                    SceauFaults *faults, GPtrArray *exceptions);
/* What the jury will say if the cohort stays as it is now: warnings here, errors there. */
void     sceau_quota_book_warn     (SceauQuotaBook *self, SceauFaults *faults);

gboolean    sceau_quota_exceptions_keep     (SceauSchool *school, gint64 enrolment_id, GPtrArray *exceptions, GError **error);
JsonObject *sceau_json_from_quota_exception (const SceauQuotaException *exception);
/* The member "exceptions", when there are any. */
void        sceau_json_set_exceptions       (JsonObject *object, GPtrArray *exceptions);

/* The jury will ask how long the period in the company was: said as soon as it is known. @plan: (nullable) */
void     sceau_warn_company_period (const SceauEnrolment *enrolment, const SceauPlan *plan, int line, SceauFaults *faults);

/**
 * SceauEnrolDesk: what it takes to say whether somebody can enter a cohort.  What the school
 * knows is fetched once, so that a line of a roster costs the same in a large school as in a small one.
 */
typedef struct
{
  SceauSchool *school;
  SceauFaults *faults;
  SceauCertification *certification;
  SceauCohort *cohort;
  SceauPlan *plan;
  GHashTable *numbers;  /* (element-type utf8 gint64): every number in use → id of the learner */
  GHashTable *enrolled; /* (element-type utf8 SceauEnrolment): of this cohort, by number */
  GPtrArray *enrolments; /* owns those of @enrolled */
  GHashTable *newcomers; /* (element-type utf8 utf8): folded names and birth date of the people checked → number */
  GHashTable *letters;   /* (element-type gunichar): those that the documents are known to have */
  SceauQuotaBook quotas;
} SceauEnrolDesk;

typedef enum
{
  SCEAU_ENROL_REFUSED,   /* its errors are in the list */
  SCEAU_ENROL_UNCHANGED, /* the cohort has this very enrolment already */
  SCEAU_ENROL_NEW
} SceauEnrolVerdict;

gboolean sceau_enrol_desk_open  (SceauEnrolDesk *self, SceauSchool *school, SceauCohort *cohort /* (transfer full) */,
                                 SceauFaults *faults, GError **error);
void     sceau_enrol_desk_clear (SceauEnrolDesk *self);

/**
 * sceau_enrol_desk_check: whether @learner can be enrolled as @enrolment says.  The entry defaults to
 * the start of the cohort.  @line: of the roster, or 0.  FALSE on errors of the school file only.
 */
gboolean sceau_enrol_desk_check (SceauEnrolDesk *self, SceauLearner *learner, SceauEnrolment *enrolment, int line,
                                 SceauEnrolVerdict *verdict, GError **error);
/* A block that a learner brings along. */
void     sceau_enrol_desk_check_block (SceauEnrolDesk *self, const SceauAcquiredBlock *block, int line);
/* Stores both and sets their ids; a learner whom the school knows keeps the civil status that it has. */
gboolean sceau_enrol_desk_write (SceauEnrolDesk *self, SceauLearner *learner, SceauEnrolment *enrolment, GError **error);

/* A block acquired elsewhere: known to the fiche, with a date that has come and a proof. */
void     sceau_check_acquired_block (const SceauAcquiredBlock *block, const SceauCertification *certification,
                                     SceauDate today, int line, SceauFaults *faults);

/* The sealed decision that holds for the enrolment now, or NULL when there is none; FALSE on errors of the school file only. */
gboolean sceau_find_decision_in_force (SceauSchool *school, gint64 enrolment_id, SceauDecision **decision, GError **error);
/* Company, tutor and group as they are kept: trimmed and composed, NULL when nothing is left. */
void     sceau_enrolment_normalise (SceauEnrolment *enrolment);
/* A name that the fonts of the documents cannot print would be refused at the seal: said now, as a warning.
 * @letters: (nullable): those known to be in the fonts; grows. */
void     sceau_warn_unprintable    (const SceauLearner *learner, GHashTable *letters, int line, SceauFaults *faults);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauQuotaBook, sceau_quota_book_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauEnrolDesk, sceau_enrol_desk_clear)

G_END_DECLS
