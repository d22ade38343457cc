/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_NEW_SCHOOL_DIALOG (sceau_new_school_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauNewSchoolDialog, sceau_new_school_dialog, SCEAU, NEW_SCHOOL_DIALOG, AdwWindow)

/* Asks who the school is and where its file goes, and makes the file.
 * Signal "founded" (const char *path): the file is there and can be opened; the dialog closes. */
SceauNewSchoolDialog *sceau_new_school_dialog_new (GtkWindow *parent);

G_END_DECLS
