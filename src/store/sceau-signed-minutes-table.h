/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"

G_BEGIN_DECLS

/* A scan of the minutes with the signatures; never changed, never removed. */
typedef struct
{
  gint64 id;
  gint64 session_id;
  char *name;        /* of the file that was attached */
  char *media_type;  /* "application/pdf", "image/jpeg", "image/png", "image/tiff" */
  char *sha256;
  char *attached_at; /* UTC, ISO time stamp */
  gsize size;        /* bytes */
} SceauSignedMinutes;

void       sceau_signed_minutes_free         (SceauSignedMinutes *self);
/* Refused unless the session is sealed, and when the same bytes are there already. Returns its id, or 0. */
gint64     sceau_signed_minutes_table_insert (SceauSchool *school, gint64 session_id, const char *name, const char *media_type, GBytes *content, GError **error);
/* (element-type SceauSignedMinutes): without their bytes. */
GPtrArray *sceau_signed_minutes_table_list   (SceauSchool *school, gint64 session_id, GError **error);
GBytes    *sceau_signed_minutes_table_read   (SceauSchool *school, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSignedMinutes, sceau_signed_minutes_free)

G_END_DECLS
