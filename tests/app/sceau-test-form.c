/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-form.h"

#include "sceau-test-window.h"

SceauFormDialog *
sceau_test_form_await (void)
{
  GtkWindow *dialog;

  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  dialog = sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return SCEAU_FORM_DIALOG (dialog);
}

GtkWidget *
sceau_test_form_row (SceauFormDialog *dialog, GType type, const char *title)
{
  return sceau_test_find (GTK_WIDGET (dialog), type, title);
}

void
sceau_test_form_type (SceauFormDialog *dialog, const char *title, const char *text)
{
  g_assert_nonnull (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, title));
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_form_row (dialog, ADW_TYPE_ENTRY_ROW, title)), text);
}

void
sceau_test_form_choose (SceauFormDialog *dialog, const char *title, guint selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (sceau_test_form_row (dialog, ADW_TYPE_COMBO_ROW, title)), selected);
}

gboolean
sceau_test_form_can_accept (SceauFormDialog *dialog, const char *verb)
{
  return gtk_widget_is_sensitive (sceau_test_form_row (dialog, GTK_TYPE_BUTTON, verb));
}

void
sceau_test_form_accept (SceauFormDialog *dialog, const char *verb)
{
  g_assert_true (sceau_test_form_can_accept (dialog, verb));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
}

void
sceau_test_form_await_closed (void)
{
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
}
