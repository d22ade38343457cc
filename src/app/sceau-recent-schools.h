/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A school that was opened before, as the desktop remembers it. */
typedef struct
{
  char *path;
  char *name; /* of the school */
} SceauRecentSchool;

void       sceau_recent_school_free (SceauRecentSchool *self);

/* (transfer full) (element-type SceauRecentSchool): files that still exist, the latest first, at most @limit. */
GPtrArray *sceau_recent_schools_list   (guint limit);
void       sceau_recent_schools_add    (const char *path, const char *name);

G_END_DECLS
