/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

#include "sceau-enrol-learners.h"
#include "sceau-fault.h"
#include "sceau-jury.h"
#include "sceau-plan.h"
#include "sceau-school.h"
#include "sceau-statistics.h"
#include "sceau-text.h"
#include "sceau-workflow-error.h"

G_BEGIN_DECLS

/* What the files of this folder share; no one else includes it. */

/**
 * SceauTransaction: one operation on the school file.  It lives on the stack of the
 * workflow; whatever way the function is left, what was not committed is rolled back:
 *
 *   g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
 *
 *   if (!sceau_transaction_begin (&transaction, school, error))
 *     return FALSE;
 *   …
 *   return sceau_transaction_commit (&transaction, error);
 */
typedef struct
{
  SceauSchool *school; /* NULL unless one is open */
  gboolean reading;
} SceauTransaction;

#define SCEAU_TRANSACTION_INIT { NULL, FALSE }

gboolean sceau_transaction_begin      (SceauTransaction *self, SceauSchool *school, GError **error);
/* One consistent view for a dry run, also on a read-only file. */
gboolean sceau_transaction_begin_read (SceauTransaction *self, SceauSchool *school, GError **error);
gboolean sceau_transaction_commit     (SceauTransaction *self, GError **error);
void     sceau_transaction_clear      (SceauTransaction *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauTransaction, sceau_transaction_clear)

/* The folder @name of what is shipped with Sceau (transfer full): under SCEAU_DATA_DIR of the environment first, then where it is
 * installed, then in the source tree of a program that runs from where it was built; NULL when it is nowhere. */
char *sceau_find_shipped_folder (const char *name);

/* What the demonstration needs so that the same seed gives the same bytes: its own clock and author. */
typedef struct
{
  SceauSchoolClock clock;
  gpointer clock_data; /* stays the caller's */
  const char *author;
} SceauFounding;

/* sceau_found_school() with another clock and author from the first journal entry on; @founding may be %NULL. */
SceauSchool *sceau_found_school_at (const char *path, const SceauSchoolIdentity *identity, const SceauFounding *founding,
                                    SceauFaults *faults, GError **error);

/**
 * sceau_faults_refuse: sets SCEAU_WORKFLOW_ERROR_FAULTY when @faults has more errors than
 * @known, the number it had when the operation began.  Returns TRUE when it refused.
 */
gboolean sceau_faults_refuse (const SceauFaults *faults, guint known, GError **error);
/* A fault without a line: one thing that a person typed. */
void     sceau_faults_add_field (SceauFaults *faults, const char *field, const char *value, const char *reason, const char *remedy);

/* Takes over the faults of another list, none graver than @most, each with @place before its own. */
void     sceau_faults_add_all   (SceauFaults *faults, const SceauFaults *found, SceauFaultSeverity most, const char *place);

/* How many lines of a file have an error, among the faults from @first on. */
guint    sceau_faults_count_lines (const SceauFaults *faults, guint first);
/* Whether an import must write nothing because of the errors beyond @known; @summary then says so. */
gboolean sceau_import_refuses   (const SceauFaults *faults, guint known, SceauImportFlags flags, SceauImportSummary *summary, GError **error);

/**
 * Texts as they are kept (transfer full): trimmed, in NFC, NULL with a fault when sceau_text_check() refuses them.  Every
 * text that a person can give goes through one of these, or through a check of its record in core.
 */
/* One line; empty is a fault too, with @reason. */
char    *sceau_take_text        (const char *text, const char *field, const char *reason, SceauFaults *faults);
/* One line, or NULL when nothing is left. */
char    *sceau_take_optional    (const char *text, const char *field, SceauFaults *faults);
/* A reason, a comment: its line breaks become blanks; NULL when nothing is left, which is a fault too unless @reason is NULL. */
char    *sceau_take_note        (const char *text, const char *field, const char *reason, const char *remedy, SceauFaults *faults);
/* Whether the minutes can print @text (NULL: yes): asked where nobody could mend it before the seal. @what names it at the beginning of a sentence. */
gboolean sceau_refuse_unprintable (const char *text, const char *field, const char *what, SceauFaults *faults);
/* The same check where there is no list of faults; TRUE when it refused. */
gboolean sceau_text_refuse      (const char *text, SceauTextKind kind, GError **error);

/**
 * Lookups: the record, or NULL with SCEAU_WORKFLOW_ERROR_NOT_FOUND and a sentence that
 * names those that exist.  Other errors of the store pass through as they are.
 */
SceauCertification *sceau_require_certification (SceauSchool *school, const char *code, GError **error);
SceauPlan          *sceau_require_plan          (SceauSchool *school, const char *certification_code, GError **error);
SceauCohort        *sceau_require_cohort        (SceauSchool *school, const char *certification_code, const char *name, GError **error);
SceauCohort        *sceau_require_cohort_by_id  (SceauSchool *school, gint64 id, GError **error);
SceauLearner       *sceau_require_learner       (SceauSchool *school, const char *number, GError **error);
SceauLearner       *sceau_require_learner_by_id (SceauSchool *school, gint64 id, GError **error);
SceauEnrolment     *sceau_require_enrolment     (SceauSchool *school, gint64 id, GError **error);
SceauJurySession   *sceau_require_jury          (SceauSchool *school, gint64 id, GError **error);

/**
 * sceau_journal_record: the one journal entry of the operation.
 * @before, @after: (nullable) (transfer full): the records as they were and as they are.
 */
gboolean    sceau_journal_record (SceauSchool *school, const char *verb, const char *subject,
                                  JsonObject *before, JsonObject *after, GError **error);

/* Members of the journal's objects; what is NULL, or no date, is left out. */
void        sceau_json_set_text  (JsonObject *object, const char *name, const char *text);
void        sceau_json_set_date  (JsonObject *object, const char *name, SceauDate date);
void        sceau_json_set_texts (JsonObject *object, const char *name, GPtrArray *texts /* (element-type utf8) */);
/* Whether the journal would say the same of both. @a, @b: (transfer full) */
gboolean    sceau_json_same      (JsonObject *a, JsonObject *b);
/* (transfer full): SHA-256 of that text. @object: (transfer full) */
char       *sceau_json_digest    (JsonObject *object);
/* (transfer full): compact text. @object: (transfer full) */
char       *sceau_json_to_text   (JsonObject *object);

/* Records as the journal keeps them (transfer full): English snake_case keys, ISO dates, identifiers. */
JsonObject *sceau_json_from_identity       (const SceauSchoolIdentity *identity);
/* What the fiche says, whole; without what the plan adds. */
JsonObject *sceau_json_from_certification  (const SceauCertification *certification);
JsonObject *sceau_json_from_cohort         (const SceauCohort *cohort);
JsonObject *sceau_json_from_learner        (const SceauLearner *learner);
JsonObject *sceau_json_from_enrolment      (const SceauEnrolment *enrolment);
JsonObject *sceau_json_from_acquired_block (const SceauAcquiredBlock *block);
/* The mark with its state and exact hundredths; a blank mark is an empty cell. */
JsonObject *sceau_json_from_result         (const SceauResult *result);
JsonObject *sceau_json_from_survey_answer  (const SceauSurveyAnswer *answer);

G_END_DECLS
