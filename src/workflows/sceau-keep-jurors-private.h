/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-keep-jurors.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/* What the files of sceau-keep-jurors share. */

/* (transfer full): as the directory keeps it; what is wrong with it is in @faults. */
SceauJuror *sceau_juror_take      (const SceauJuror *juror, SceauFaults *faults);
/* NULL with SCEAU_WORKFLOW_ERROR_NOT_FOUND and a sentence. */
SceauJuror *sceau_require_juror   (SceauSchool *school, gint64 id, GError **error);
char       *sceau_juror_subject   (gint64 juror_id); /* "juror 3": the subject of the journal */

/* Records as the journal keeps them (transfer full). */
JsonObject *sceau_json_from_juror          (const SceauJuror *juror);
JsonObject *sceau_json_from_conflict       (const SceauJurorConflict *conflict);
JsonObject *sceau_json_from_recognition    (const SceauJurorRecognition *recognition);
JsonObject *sceau_json_from_unavailability (const SceauUnavailability *days);

G_END_DECLS
