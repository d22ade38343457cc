/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * What is written beside its place and gets its name when it is whole.  Until then it is called
 * ".sceau-1234-Ab3dEf", which says what it is and which process writes it: what a killed process
 * leaves is taken away by sceau_staging_sweep() of the next one in that folder.  Everything is for
 * its owner only, since what Sceau writes names people.
 *
 * Functions that fail set errno; sceau_staging_set_error() makes a sentence of it.
 */

/* (transfer full): the hidden name, or NULL.  @fd: (out): open for writing. */
char    *sceau_staging_make_file   (const char *path, int *fd);
char    *sceau_staging_make_folder (const char *path);
/* All of @bytes; it waits for the disk only with @flush. */
gboolean sceau_staging_write       (int fd, GBytes *bytes, gboolean flush);
/* Everything that was written in the file system of @folder, in one wait. */
gboolean sceau_staging_flush       (const char *folder);
/* Gives the file or the folder its name; without @overwrite never to something that is there: EEXIST. */
gboolean sceau_staging_publish     (const char *hidden, const char *path, gboolean overwrite);
/* The name as well is on the disk for good. */
void     sceau_staging_settle      (const char *path);
/* Removes the file, or the folder with what is in it. */
void     sceau_staging_discard     (const char *hidden);
void     sceau_staging_sweep       (const char *folder);
/* One sentence with its remedy, in G_IO_ERROR. Returns FALSE. */
gboolean sceau_staging_set_error   (GError **error, const char *path, int error_number);

G_END_DECLS
