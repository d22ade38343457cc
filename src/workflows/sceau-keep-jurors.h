/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-enrol-learners.h"
#include "sceau-juror.h"
#include "sceau-progress.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* The directory of jurors; sceau_add_juror() is in sceau-hold-jury.h. */

/* What a sealed session printed stays as it was printed. */
gboolean sceau_edit_juror   (SceauSchool *school, const SceauJuror *juror, SceauFaults *faults, GError **error);
/* Who never sat is removed; who did can only be retired: the sentence says so. */
gboolean sceau_remove_juror (SceauSchool *school, gint64 juror_id, GError **error);
gboolean sceau_retire_juror (SceauSchool *school, gint64 juror_id, gboolean retired, GError **error);

/**
 * sceau_import_jurors: the directory from a CSV (name, function, employer, internal, sex, field, email, phone, address,
 * mandate_start, mandate_end; French headings too).  Somebody with the same name and employer is brought up to date.
 * Every faulty line at once; nothing is written unless all are good or SCEAU_IMPORT_ACCEPT_VALID is given.
 */
gboolean sceau_import_jurors (SceauSchool *school, const char *path, SceauImportFlags flags, SceauImportSummary *summary,
                              SceauFaults *faults, SceauProgress *progress, GCancellable *cancellable, GError **error);
gboolean sceau_write_juror_template (const char *path, GError **error);

/* Facts about a juror; each sets its id. */
gboolean sceau_declare_conflict      (SceauSchool *school, SceauJurorConflict *conflict, SceauFaults *faults, GError **error);
gboolean sceau_withdraw_conflict     (SceauSchool *school, gint64 id, GError **error);
gboolean sceau_record_recognition    (SceauSchool *school, SceauJurorRecognition *recognition, SceauFaults *faults, GError **error);
gboolean sceau_remove_recognition    (SceauSchool *school, gint64 id, GError **error);
gboolean sceau_record_unavailability (SceauSchool *school, SceauUnavailability *days, SceauFaults *faults, GError **error);
gboolean sceau_remove_unavailability (SceauSchool *school, gint64 id, GError **error);

/* All that the directory knows of one juror. */
typedef struct
{
  SceauJuror *juror;
  GPtrArray *conflicts;        /* (element-type SceauJurorConflict) */
  GPtrArray *recognitions;     /* (element-type SceauJurorRecognition) */
  GPtrArray *unavailabilities; /* (element-type SceauUnavailability) */
  guint sessions;              /* in which the juror sat or will sit */
} SceauJurorFile;

SceauJurorFile *sceau_load_juror      (SceauSchool *school, gint64 juror_id, GError **error);
void            sceau_juror_file_free (SceauJurorFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJurorFile, sceau_juror_file_free)

G_END_DECLS
