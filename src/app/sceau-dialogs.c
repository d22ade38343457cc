/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-dialogs.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SceauConfirmedFunc confirmed;
  gpointer user_data;
  GDestroyNotify user_data_free;
} Confirmation;

typedef struct
{
  SceauChosenFunc chosen;
  gpointer user_data;
} Choice;

static GtkWindow *
window_of (GtkWidget *from)
{
  return GTK_WINDOW (gtk_widget_get_root (from));
}

void
sceau_show_error (GtkWidget *from, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (from), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sceau_toast (GtkWidget *from, const char *text)
{
  gtk_widget_activate_action (from, "win.toast", "s", text);
}

static void
confirmation_free (gpointer data, GClosure *closure)
{
  Confirmation *confirmation = data;

  if (confirmation->user_data_free != NULL)
    confirmation->user_data_free (confirmation->user_data);
  g_free (confirmation);
}

static void
confirm_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Confirmation *confirmation = data;

  if (g_str_equal (response, "confirm"))
    confirmation->confirmed (confirmation->user_data);
}

void
sceau_confirm (GtkWidget         *from,
               const char        *heading,
               const char        *body,
               const char        *verb,
               gboolean           destructive,
               SceauConfirmedFunc confirmed,
               gpointer           user_data,
               GDestroyNotify     user_data_free)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (from), heading, body));
  Confirmation *confirmation = g_new0 (Confirmation, 1);

  confirmation->confirmed = confirmed;
  confirmation->user_data = user_data;
  confirmation->user_data_free = user_data_free;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "confirm", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "confirm",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "confirm");
  g_signal_connect_data (dialog, "response", G_CALLBACK (confirm_response_cb), confirmation, confirmation_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chooser_response_cb (GtkNativeDialog *native, int response, gpointer data)
{
  Choice *choice = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        choice->chosen (path, choice->user_data);
    }
  /* The reference of sceau_choose_file(). */
  g_object_unref (native);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_kind (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
sceau_choose_file (GtkWidget           *from,
                   GtkFileChooserAction action,
                   const char          *title,
                   const char          *name,
                   const SceauFileKind *kind,
                   SceauChosenFunc      chosen,
                   gpointer             user_data)
{
  static const char *const verbs[] = {
    [GTK_FILE_CHOOSER_ACTION_OPEN] = N_("_Open"),
    [GTK_FILE_CHOOSER_ACTION_SAVE] = N_("_Save"),
    [GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER] = N_("_Choose"),
  };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window_of (from), action, _(verbs[action]), _("_Cancel"));
  Choice *choice = g_new0 (Choice, 1);

  choice->chosen = chosen;
  choice->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  if (kind != NULL)
    {
      add_kind (GTK_FILE_CHOOSER (native), kind->name, kind->pattern);
      add_kind (GTK_FILE_CHOOSER (native), _("All files"), "*");
    }
  g_signal_connect_data (native, "response", G_CALLBACK (chooser_response_cb), choice, choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
