/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-form-dialog.h"

G_BEGIN_DECLS

/* Works the rows and the verb of a form of the window, one form at a time. */

SceauFormDialog *sceau_test_form_await        (void);
void             sceau_test_form_await_closed (void);
/* The row, or the button, with that title; NULL when the form shows none. */
GtkWidget       *sceau_test_form_row          (SceauFormDialog *dialog, GType type, const char *title);
void             sceau_test_form_type         (SceauFormDialog *dialog, const char *title, const char *text);
void             sceau_test_form_choose       (SceauFormDialog *dialog, const char *title, guint selected);
gboolean         sceau_test_form_can_accept   (SceauFormDialog *dialog, const char *verb);
void             sceau_test_form_accept       (SceauFormDialog *dialog, const char *verb);

G_END_DECLS
