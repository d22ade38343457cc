/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-date-row.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_FORM_DIALOG (sceau_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauFormDialog, sceau_form_dialog, SCEAU, FORM_DIALOG, AdwWindow)

/**
 * SceauFormDialog: a small form in a window of its own: rows in groups, a line that says what is missing, and one
 * button.  Enter accepts from any line of text, Escape gives up.
 *
 * Its owner adds rows, checks them at "changed", and does what it is for at "accepted"; the form stays
 * open until its owner closes it, so that what is refused can be mended.
 *
 * Signal "changed" (void): a field says something else; also emitted when the form is first shown.
 * Signal "accepted" (void): the button, or Enter.
 */
SceauFormDialog     *sceau_form_dialog_new          (GtkWidget *from, const char *title, const char *verb);
/* Rows added from now on stand in this group. */
AdwPreferencesGroup *sceau_form_dialog_add_group    (SceauFormDialog *self, const char *title, const char *description);
AdwEntryRow         *sceau_form_dialog_add_entry    (SceauFormDialog *self, const char *title, const char *text);
AdwEntryRow         *sceau_form_dialog_add_password (SceauFormDialog *self, const char *title);
SceauDateRow        *sceau_form_dialog_add_date     (SceauFormDialog *self, const char *title, SceauDate date);
/* @choices: (array zero-terminated=1): translated. */
AdwComboRow         *sceau_form_dialog_add_choice   (SceauFormDialog *self, const char *title, const char *const *choices, guint selected);
GtkSwitch           *sceau_form_dialog_add_switch   (SceauFormDialog *self, const char *title, const char *subtitle, gboolean active);
/* Whole numbers. */
GtkSpinButton       *sceau_form_dialog_add_number   (SceauFormDialog *self, const char *title, const char *subtitle, int value, int max);
GtkCheckButton      *sceau_form_dialog_add_check    (SceauFormDialog *self, const char *title, gboolean active);
void                 sceau_form_dialog_add_row      (SceauFormDialog *self, GtkWidget *row);
/* @fault: (nullable): why the form cannot be accepted; with %NULL it can, and @hint is shown. */
void                 sceau_form_dialog_judge        (SceauFormDialog *self, const char *fault, const char *hint);
/* For rows that the owner made. */
void                 sceau_form_dialog_changed      (SceauFormDialog *self);

/* (transfer full): trimmed; "" when nothing is typed. */
char                *sceau_form_text                (AdwEntryRow *row);
/* (transfer full): the same, or %NULL when nothing is typed. */
char                *sceau_form_optional            (AdwEntryRow *row);

G_END_DECLS
