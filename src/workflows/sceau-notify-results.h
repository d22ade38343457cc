/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"
#include "sceau-session-life.h"
#include "sceau-signed-minutes-table.h"

G_BEGIN_DECLS

/* After the seal. */

/* The second act: the letters are drawn and kept for ever, delays of appeal begin. Refused before the embargo. Warns when the
 * fifteen days of a VAE candidate (R6412-7) are over. */
gboolean   sceau_notify_results      (SceauSchool *school, gint64 session_id, SceauDate date, SceauFaults *faults,
                                      SceauProgress *progress, GCancellable *cancellable, GError **error);
/* The letter of one candidate as PDF (transfer full): the one that was sent, or, before the notification, a draft. */
GBytes    *sceau_render_result_letter (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);
/* Into @folder, one a candidate, with a safe readable name; only once notified. (transfer full) (element-type utf8): paths */
GPtrArray *sceau_write_result_letters (SceauSchool *school, gint64 session_id, const char *folder, SceauProgress *progress,
                                       GCancellable *cancellable, GError **error);

/* Sets the id of @appeal; a late one is entered with a warning. */
gboolean   sceau_file_appeal   (SceauSchool *school, SceauAppeal *appeal, SceauFaults *faults, GError **error);
/* Inadmissible, rejected or upheld, with reasons; upheld may name the session that rectified. */
gboolean   sceau_answer_appeal (SceauSchool *school, const SceauAppeal *appeal, SceauFaults *faults, GError **error);

/* The scan of the minutes with every signature: PDF, JPEG, PNG or TIFF, known by its content. (transfer full): what was kept */
SceauSignedMinutes *sceau_attach_signed_minutes (SceauSchool *school, gint64 session_id, const char *path, GError **error);
/* The same bytes again, to a file that must not exist. */
gboolean   sceau_extract_signed_minutes (SceauSchool *school, gint64 id, const char *path, GError **error);

G_END_DECLS
