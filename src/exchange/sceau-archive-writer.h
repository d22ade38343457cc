/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SceauArchiveWriter: a zip, one file after the other in constant memory.  It keeps no time, no owner
 * and no order but the caller's: the same files give the same bytes.
 */
typedef struct _SceauArchiveWriter SceauArchiveWriter;

/* @fd stays the caller's and must outlive it; @path is only for the sentences. */
SceauArchiveWriter *sceau_archive_writer_new   (int fd, const char *path, GError **error);
void                sceau_archive_writer_free  (SceauArchiveWriter *self);
/* @name: relative, "/" between folders, ASCII so that every program shows it the same. */
gboolean            sceau_archive_writer_add   (SceauArchiveWriter *self, const char *name, GBytes *bytes, GError **error);
/* The list of contents; without it the zip cannot be opened. */
gboolean            sceau_archive_writer_close (SceauArchiveWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauArchiveWriter, sceau_archive_writer_free)

G_END_DECLS
