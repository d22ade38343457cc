/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

/* A candidate who signs; nothing of the civil status but the name. */
typedef struct
{
  const char *number;
  const char *name;  /* "LEFÈVRE Zoé" */
  SceauRoute route;
  const char *time;  /* when the candidate is expected, "14:30"; NULL: to be filled in by hand */
} SceauAttendanceCandidate;

/**
 * The « feuille d’émargement » of a session, for its members or for its candidates: A4 portrait,
 * a cell for each signature, the header of the table on every page.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauCertification *certification;
  const SceauJurySession *session;              /* its members sign the first sheet */
  const SceauAttendanceCandidate *candidates;   /* they sign the second, in this order */
  gsize n_candidates;
} SceauAttendanceContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_attendance_document_render_jurors     (const SceauAttendanceContent *content, GError **error);
GBytes *sceau_attendance_document_render_candidates (const SceauAttendanceContent *content, GError **error);

G_END_DECLS
