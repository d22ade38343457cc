/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "sceau-config.h"
#include "sceau-window.h"

struct _SceauApplication
{
  AdwApplication parent_instance;

  guint terminate_source;
};

G_DEFINE_FINAL_TYPE (SceauApplication, sceau_application, ADW_TYPE_APPLICATION)

static SceauWindow *
present_window (SceauApplication *self)
{
  SceauWindow *window = sceau_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A window that still shows the start page. */
static SceauWindow *
find_empty_window (SceauApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (SCEAU_IS_WINDOW (link->data) && sceau_window_get_context (SCEAU_WINDOW (link->data)) == NULL)
      return SCEAU_WINDOW (link->data);
  return NULL;
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_window (SCEAU_APPLICATION (user_data));
}

/* Asks each window, since one may have work that must end first. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (GTK_WINDOW (link->data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", g_get_application_name (),
                         "application-icon", SCEAU_APPLICATION_ID,
                         "version", SCEAU_VERSION,
                         "developer-name", _("The Sceau authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("From the official fiche to the sealed decision and the certificate."),
                         NULL);
}

static gboolean
terminate_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static void
install_accelerators (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "win.new-school", { "<Control>n" } },
    { "win.open-school", { "<Control>o" } },
    { "win.search", { "<Control>f" } },
    { "win.back", { "<Alt>Left", "Back" } },
    { "win.next-page", { "<Control>Page_Down" } },
    { "win.previous-page", { "<Control>Page_Up" } },
    { "win.refresh", { "F5", "<Control>r" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
    { "win.page::dashboard", { "<Alt>Home" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (self, accelerators[i].action, (const char *const *) accelerators[i].keys);
}

static void
sceau_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new-window", new_window_action },
    { "about", about_action },
    { "quit", quit_action },
  };
  SceauApplication *self = SCEAU_APPLICATION (application);

  G_APPLICATION_CLASS (sceau_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), self);
  install_accelerators (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (SCEAU_APPLICATION_ID);
  /* A session that ends asks politely: leave in order. */
  self->terminate_source = g_unix_signal_add (SIGTERM, terminate_cb, self);
}

static void
sceau_application_shutdown (GApplication *application)
{
  g_clear_handle_id (&SCEAU_APPLICATION (application)->terminate_source, g_source_remove);
  G_APPLICATION_CLASS (sceau_application_parent_class)->shutdown (application);
}

static void
sceau_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    present_window (SCEAU_APPLICATION (application));
}

static void
sceau_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SceauApplication *self = SCEAU_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      SceauWindow *window = find_empty_window (self);

      if (window == NULL || i > 0)
        window = present_window (self);
      if (path != NULL)
        sceau_window_open (window, path);
    }
}

static void
sceau_application_class_init (SceauApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sceau_application_startup;
  application_class->shutdown = sceau_application_shutdown;
  application_class->activate = sceau_application_activate;
  application_class->open = sceau_application_open;
}

static void
sceau_application_init (SceauApplication *self)
{
  g_set_application_name ("Sceau");
}

SceauApplication *
sceau_application_new (void)
{
  return g_object_new (SCEAU_TYPE_APPLICATION,
                       "application-id", SCEAU_APPLICATION_ID,
                       "resource-base-path", "/io/github/sceau/Sceau",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
