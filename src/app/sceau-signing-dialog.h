/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-form-dialog.h"

G_BEGIN_DECLS

/**
 * sceau_anchor_dialog_new: asks for the passphrase of the school's key and writes the signed head of the journal.
 * @has_key: whether the school has a key; else the form makes one, and asks for its passphrase twice.
 * @path: of the anchor; the user has agreed to replace what is there.
 */
SceauFormDialog *sceau_anchor_dialog_new (GtkWidget *from, SceauContext *context, gboolean has_key, const char *path);
/* The first key of the school. */
SceauFormDialog *sceau_make_key_dialog_new (GtkWidget *from, SceauContext *context);
/* Another key in the place of the present one. */
SceauFormDialog *sceau_key_dialog_new    (GtkWidget *from, SceauContext *context);
/* The page that verifies papers offline, with the signed list of what is no longer valid; @has_key and @path as above. */
SceauFormDialog *sceau_verifier_dialog_new (GtkWidget *from, SceauContext *context, gboolean has_key, const char *path);
/* The Open Badge of one certificate. */
SceauFormDialog *sceau_badge_dialog_new  (GtkWidget *from, SceauContext *context, gboolean has_key, const char *number, const char *path);

/* In the worker's thread: what writes a file that must not be there yet. */
typedef gboolean (*SceauWriteFunc) (SceauSchool *school, const char *path, gpointer data, GError **error);

/* Writes beside @path, and puts it in its place when it is whole. */
gboolean         sceau_write_in_place    (SceauSchool *school, const char *path, SceauWriteFunc write, gpointer data, GError **error);

G_END_DECLS
