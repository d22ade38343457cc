/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the user can do with the window, and when. */

#include <glib/gi18n-lib.h>

#include "sceau-window-private.h"

static void
new_school_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_found_school (SCEAU_WINDOW (widget));
}

static void
open_school_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_choose_school (SCEAU_WINDOW (widget));
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_open (SCEAU_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
close_school_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_close_school (SCEAU_WINDOW (widget));
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_show_page (SCEAU_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The dashboard leads there. */
static void
house_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauWindow *self = SCEAU_WINDOW (widget);

  sceau_window_show_page (self, "dashboard");
  gtk_widget_activate_action (GTK_WIDGET (sceau_window_get_page (self)), "page.house", NULL);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_step_page (SCEAU_WINDOW (widget), 1);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_step_page (SCEAU_WINDOW (widget), -1);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_go_back (SCEAU_WINDOW (widget));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauWindow *self = SCEAU_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_window_update_info (SCEAU_WINDOW (widget), FALSE);
  sceau_page_data_changed (sceau_window_get_page (SCEAU_WINDOW (widget)));
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_toast_overlay_add_toast (SCEAU_WINDOW (widget)->toasts, adw_toast_new (g_variant_get_string (parameter, NULL)));
}

void
sceau_window_update_actions (SceauWindow *self)
{
  static const char *const with_school[] = { "win.page", "win.next-page", "win.previous-page", "win.refresh",
                                             "win.close-school", "win.house" };
  GtkWidget *widget = GTK_WIDGET (self);
  SceauPage *page = sceau_window_get_page (self);
  gboolean school = self->context != NULL;


  for (guint i = 0; i < G_N_ELEMENTS (with_school); i++)
    gtk_widget_action_set_enabled (widget, with_school[i], school);
  gtk_widget_action_set_enabled (widget, "win.search", school && page != NULL && sceau_page_get_searchable (page));
  gtk_widget_action_set_enabled (widget, "win.back", school
                                 && (adw_leaflet_get_folded (self->leaflet)
                                     || (page != NULL && sceau_page_get_depth (page) > 0)));
}


void
sceau_window_install_actions (SceauWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.new-school", NULL, new_school_action);
  gtk_widget_class_install_action (widget_class, "win.open-school", NULL, open_school_action);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.close-school", NULL, close_school_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.house", NULL, house_action);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
}
