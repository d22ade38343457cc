/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * SceauFileSet: files that a workflow makes beside the school file and that must not be
 * there before its transaction is.  They are written under hidden names, then appear under
 * their own; a set that is freed before that leaves nothing behind, and what a killed
 * process left in the same folder goes with the next set.
 */
typedef struct _SceauFileSet SceauFileSet;

SceauFileSet *sceau_file_set_new     (void);
void          sceau_file_set_free    (SceauFileSet *self);
void          sceau_file_set_add     (SceauFileSet *self, const char *path, GBytes *bytes);
/* Every path that is taken already, by a file or by another of the set, is a fault. */
void          sceau_file_set_check   (const SceauFileSet *self, SceauFaults *faults);
/* Writes the bytes to the disk for good; makes missing folders. */
gboolean      sceau_file_set_stage   (SceauFileSet *self, GCancellable *cancellable, GError **error);
/* Gives the files their names, never over an existing one. Tries all of them; the error is the first. */
gboolean      sceau_file_set_publish (SceauFileSet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauFileSet, sceau_file_set_free)

G_END_DECLS
