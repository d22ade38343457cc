/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file appears under its name complete, or not at all, and never in place of another. */

/* (transfer full): a free name beside @path to build the file under; NULL when @path is taken or its folder is missing. */
char    *sceau_file_begin   (const char *path, GError **error);
/* Gives the finished file its name, durably. The temporary one is gone afterwards, also on errors. */
gboolean sceau_file_publish (const char *temporary, const char *path, GError **error);
void     sceau_file_discard (const char *temporary);
/* The sentence for a failed call of the system. Always returns FALSE. */
gboolean sceau_file_fail    (const char *path, int number, GError **error);

G_END_DECLS
