/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-window-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-settings.h"

G_DEFINE_FINAL_TYPE (SceauWindow, sceau_window, ADW_TYPE_APPLICATION_WINDOW)

static void
search_changed_cb (GtkSearchEntry *entry, SceauWindow *self)
{
  SceauPage *page = sceau_window_get_page (self);

  if (page != NULL && sceau_page_get_searchable (page))
    sceau_page_search (page, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
search_stopped_cb (GtkSearchEntry *entry, SceauWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/* What was being looked at stays when the window becomes narrow, rather than the way to it. */
static void
folded_cb (SceauWindow *self)
{
  SceauPage *page = sceau_window_get_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_leaflet_get_folded (self->leaflet) && page != NULL
      && (sceau_page_get_depth (page) > 0 || (focus != NULL && gtk_widget_is_ancestor (focus, self->content))))
    adw_leaflet_set_visible_child (self->leaflet, self->content);
  sceau_window_update_header (self);
}

static void
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static gboolean
sceau_window_close_request (GtkWindow *window)
{
  SceauWindow *self = SCEAU_WINDOW (window);

  /* A change that runs ends whole or not at all; leaving in the middle would only lose its report. */
  if (self->context != NULL && sceau_worker_is_changing (sceau_context_get_worker (self->context)))
    {
      sceau_toast (GTK_WIDGET (self), _("Work is still going on: the window can be closed when it has ended."));
      return TRUE;
    }
  if (sceau_window_has_unsaved (self))
    {
      sceau_window_leave_unsaved (self, close_cb, g_object_ref (self), g_object_unref);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (sceau_window_parent_class)->close_request (window);
}

static void
sceau_window_dispose (GObject *object)
{
  SceauWindow *self = SCEAU_WINDOW (object);

  if (self->context != NULL)
    g_clear_signal_handler (&self->changed_handler, sceau_context_get_worker (self->context));
  g_clear_object (&self->watch);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sceau_window_parent_class)->dispose (object);
}

static void
sceau_window_class_init (SceauWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sceau_window_close_request;

  g_type_ensure (SCEAU_TYPE_INFO_BAR);
  g_type_ensure (SCEAU_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, view);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, header_slot);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, info_bar);
  gtk_widget_class_bind_template_child (widget_class, SceauWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  sceau_window_install_actions (klass);
}

static void
restore_size (SceauWindow *self)
{
  self->settings = sceau_settings_new ();
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
sceau_window_init (SceauWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_size (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (sceau_window_look_outside), NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  sceau_window_build_sidebar (self);
  sceau_window_update_recent (self);
  sceau_window_set_context (self, NULL);
}

SceauWindow *
sceau_window_new (AdwApplication *application)
{
  return g_object_new (SCEAU_TYPE_WINDOW, "application", application, NULL);
}

SceauContext *
sceau_window_get_context (SceauWindow *self)
{
  g_return_val_if_fail (SCEAU_IS_WINDOW (self), NULL);

  return self->context;
}
