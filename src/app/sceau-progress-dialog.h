/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_PROGRESS_DIALOG (sceau_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauProgressDialog, sceau_progress_dialog, SCEAU, PROGRESS_DIALOG, AdwWindow)

/* Says how far long work is; its button cancels it.  Whoever opened it destroys it. */
SceauProgressDialog *sceau_progress_dialog_new    (GtkWindow *parent, const char *title, GCancellable *cancellable);
/* @fraction: 0 to 1, or less when unknown.  @what: or NULL to keep the last. */
void                 sceau_progress_dialog_report (SceauProgressDialog *self, double fraction, const char *what);

G_END_DECLS
