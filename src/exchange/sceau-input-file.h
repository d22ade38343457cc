/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opens a foreign file: a folder, a missing or a forbidden file gets a sentence of its own. */
GInputStream *sceau_input_file_open (GFile *file, goffset *size, GCancellable *cancellable, GError **error);

/* The whole of a small foreign file; more than @max_bytes is SCEAU_EXCHANGE_ERROR_TOO_LARGE, also when
 * the file only grows while it is read. */
GBytes       *sceau_input_file_load (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
