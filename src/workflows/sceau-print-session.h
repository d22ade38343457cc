/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"

G_BEGIN_DECLS

/* What is printed for a session; each PDF (transfer full). */

/* The letter that convenes one member; every member's in one document with @juror_id 0. */
GBytes  *sceau_render_convocation (SceauSchool *school, gint64 session_id, gint64 juror_id, GError **error);
/* The same as an iCalendar file (transfer full): its UID stays the same when the session moves, its SEQUENCE grows. */
GBytes  *sceau_render_invitation  (SceauSchool *school, gint64 session_id, GError **error);
/* The same in the name of somebody with this address: the members whose address is known can answer it. */
GBytes  *sceau_render_invitation_from (SceauSchool *school, gint64 session_id, const char *organiser_email, GError **error);

typedef enum
{
  SCEAU_ATTENDANCE_JURORS,
  SCEAU_ATTENDANCE_CANDIDATES
} SceauAttendanceKind;

GBytes  *sceau_render_attendance  (SceauSchool *school, gint64 session_id, SceauAttendanceKind kind, GError **error);
/* The grids of every candidate of a modality, with the points or empty cells. */
GBytes  *sceau_render_grids       (SceauSchool *school, gint64 session_id, const char *modality_code, GError **error);
/* The annex of the minutes for the auditor: what led to each proposal; without names, numbers stand for the candidates. */
GBytes  *sceau_render_explanation (SceauSchool *school, gint64 session_id, gboolean anonymous, GError **error);

/* Into @folder: one letter a member, and the invitation; existing files are not overwritten. (transfer full) (element-type utf8): paths */
GPtrArray *sceau_write_convocations (SceauSchool *school, gint64 session_id, const char *folder, GError **error);
/* A PDF or other bytes as a file that must not exist: whole or not at all. */
gboolean   sceau_write_document     (GBytes *document, const char *path, GError **error);

G_END_DECLS
