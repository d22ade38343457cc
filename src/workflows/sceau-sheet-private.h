/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-record-results.h"
#include "sceau-result-ledger-private.h"

G_BEGIN_DECLS

/* What submission, double entry, groups and grids share; no one else includes it. */

/* The ledger of a whole cohort, and the modality of the plan with this code; NULL with @error. */
const SceauModality *sceau_sheet_open (SceauResultLedger *ledger, SceauSchool *school, gint64 cohort_id, const char *modality_code, GError **error);
/* The same for the cohort of one enrolment. */
const SceauModality *sceau_sheet_open_for (SceauResultLedger *ledger, SceauSchool *school, gint64 enrolment_id, const char *modality_code, GError **error);
/* A miss says so. */
const SceauModality *sceau_sheet_require_modality (SceauResultLedger *ledger, const char *modality_code, GError **error);
/* (transfer container) (element-type SceauEnrolment): everybody of the ledger, by name. */
GPtrArray  *sceau_sheet_list_learners (SceauResultLedger *ledger);
/* Adds those who should have a mark and have none (element-type SceauMissingMark) to @missing. */
gboolean    sceau_sheet_add_missing   (SceauResultLedger *ledger, gint64 cohort_id, const SceauModality *modality, int attempt, GPtrArray *missing, GError **error);
/* (transfer full): "BC01-EC1, attempt 1, cohort 2026 A of RNCP41445", the subject of the journal. */
char       *sceau_sheet_subject       (const SceauResultLedger *ledger, const char *cohort, const char *modality_code, int attempt);

JsonObject *sceau_json_from_sheet        (const SceauMarkSheet *sheet);
JsonObject *sceau_json_from_second_entry (const SceauSecondEntry *entry);
/* The grid of one learner: (element-type SceauCriterionPoints), all of one modality and attempt. */
JsonObject *sceau_json_from_points       (gint64 enrolment_id, const char *modality_code, int attempt, GPtrArray *points);
/* (transfer full): one JSON text of what an operation wrote: results as the ledger says them, and other lists; NULL leaves one out. */
char       *sceau_sheet_compose_json     (const char *results, const char *name, JsonArray *others);

G_END_DECLS
