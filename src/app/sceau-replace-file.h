/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Workflows never write over a file that is there, while a file chooser has asked whether it may be replaced: the new one is
 * written beside it and takes its place once it is whole. */

/* (transfer full): a name in the folder of @path that nothing has, with the same ending. */
char    *sceau_replace_file_beside (const char *path);
/* @beside takes the place of @path, or goes away when it cannot. */
gboolean sceau_replace_file_finish (const char *beside, const char *path, GError **error);

G_END_DECLS
