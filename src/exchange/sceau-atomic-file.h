/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sceau_atomic_file_save: writes @bytes beside @file, flushes them to the disk and
 * renames, so that whoever looks sees the old file or the whole new one.  The file is
 * readable by its owner only: what this folder writes names people.
 * @overwrite: when FALSE an existing file is left alone and G_IO_ERROR_EXISTS returned.
 */
gboolean sceau_atomic_file_save (GFile *file, GBytes *bytes, gboolean overwrite, GError **error);

G_END_DECLS
