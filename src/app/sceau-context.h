/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-worker.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CONTEXT (sceau_context_get_type ())
G_DECLARE_FINAL_TYPE (SceauContext, sceau_context, SCEAU, CONTEXT, GObject)

/**
 * SceauContext: the school that a window shows: its file, its name, and the worker
 * that reads and changes it.  It holds no record of the school, only the way to them.
 */

/* Opens @path in the worker's thread: to read and write or, when the file may only be read, to read. */
void          sceau_context_open_async   (const char *path, GAsyncReadyCallback callback, gpointer user_data);
/* Makes a new school at @path; an existing file is never overwritten. */
void          sceau_context_create_async (const char                *path,
                                          const SceauSchoolIdentity *identity,
                                          GAsyncReadyCallback        callback,
                                          gpointer                   user_data);
/* (transfer full): of either, or NULL with @error. */
SceauContext *sceau_context_open_finish  (GAsyncResult *result, GError **error);

SceauWorker               *sceau_context_get_worker   (SceauContext *self);
const char                *sceau_context_get_path     (SceauContext *self);
const SceauSchoolIdentity *sceau_context_get_identity (SceauContext *self);
gboolean                   sceau_context_is_read_only (SceauContext *self);

G_END_DECLS
