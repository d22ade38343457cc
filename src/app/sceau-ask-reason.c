/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-ask-reason.h"

#include <glib/gi18n-lib.h>

#include "sceau-text.h"

typedef struct
{
  GtkEditable *entry; /* (unowned): inside the dialog */
  SceauReasonFunc given;
  gpointer user_data;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *reason = sceau_text_normalise (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "go", reason != NULL);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *reason = sceau_text_normalise (gtk_editable_get_text (question->entry));

  if (g_str_equal (response, "go") && reason != NULL)
    question->given (reason, question->user_data);
}

static GtkWidget *
reason_list_new (GtkWidget *entry)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Reason"));
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  return list;
}

void
sceau_ask_reason (GtkWidget *from, const char *heading, const char *body, const char *verb, gboolean destructive,
                  SceauReasonFunc given, gpointer user_data)
{
  GtkWidget *entry = adw_entry_row_new ();
  AdwMessageDialog *dialog
      = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), heading, body));
  Question *question = g_new0 (Question, 1);

  question->entry = GTK_EDITABLE (entry);
  question->given = given;
  question->user_data = user_data;
  adw_message_dialog_set_extra_child (dialog, reason_list_new (entry));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "go", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "go", FALSE);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
