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

static void
closed_cb (GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, NULL);
}

void
sceau_release_parent (GtkWindow *dialog)
{
  g_signal_connect (dialog, "unrealize", G_CALLBACK (closed_cb), NULL);
}

void
sceau_show_message (GtkWidget *from, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (from), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sceau_show_error (GtkWidget *from, const char *heading, const GError *error)
{
  sceau_show_message (from, heading, error->message);
}

void
sceau_toast (GtkWidget *from, const char *text)
{
  GtkWindow *window = window_of (from);

  while (!gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", text)
         && (window = gtk_window_get_transient_for (window)) != NULL)
    continue;
}

/* What a toast opens, and for whom. */
typedef struct
{
  GtkWidget *from; /* (owned) */
  char *path;
} Opening;

static void
opening_free (gpointer data, GClosure *closure)
{
  Opening *opening = data;

  g_object_unref (opening->from);
  g_free (opening->path);
  g_free (opening);
}

static void
toast_clicked_cb (AdwToast *toast, Opening *opening)
{
  sceau_open_path (opening->from, opening->path);
}

void
sceau_toast_open (GtkWidget *from, const char *text, const char *button, const char *path)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = adw_toast_new (text);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (overlay != NULL);

  opening->from = g_object_ref (from);
  opening->path = g_strdup (path);
  adw_toast_set_button_label (toast, button);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (toast_clicked_cb), opening, opening_free, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
opened_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = data;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *body = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (window), result, NULL))
    return;
  body = g_strdup_printf (_("This desktop has no program for it. It lies here: %s"), name);
  sceau_show_message (GTK_WIDGET (window), _("Nothing Could Be Opened"), body);
}

void
sceau_open_path (GtkWidget *from, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_return_if_fail (uri != NULL);

  gtk_show_uri_full (window_of (from), uri, GDK_CURRENT_TIME, NULL, opened_cb, g_strdup (path));
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
