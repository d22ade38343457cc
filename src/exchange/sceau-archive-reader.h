/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* SceauArchiveReader: a zip from somewhere, entry by entry; nothing of it is written anywhere. */
typedef struct _SceauArchiveReader SceauArchiveReader;

typedef enum
{
  SCEAU_ARCHIVE_ENTRY,
  SCEAU_ARCHIVE_END,
  SCEAU_ARCHIVE_DAMAGED /* the rest cannot be read */
} SceauArchiveStep;

/* SCEAU_EXCHANGE_ERROR_NOT_READABLE when it is missing or no zip. */
SceauArchiveReader *sceau_archive_reader_open (const char *path, GError **error);
void                sceau_archive_reader_free (SceauArchiveReader *self);
SceauArchiveStep    sceau_archive_reader_next (SceauArchiveReader *self);
/* Of the present entry; the name is UTF-8 as it stands there, whatever it says ("../x", "/etc/x"). */
const char         *sceau_archive_reader_get_name (SceauArchiveReader *self);
gboolean            sceau_archive_reader_is_file  (SceauArchiveReader *self);
gboolean            sceau_archive_reader_is_folder (SceauArchiveReader *self);
/* The next bytes of the present entry; 0 at its end, -1 when it is damaged. */
gssize              sceau_archive_reader_read (SceauArchiveReader *self, void *buffer, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauArchiveReader, sceau_archive_reader_free)

G_END_DECLS
