/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-narrow.h"

#define WATCH_KEY "sceau-narrow-watch"

typedef struct
{
  int width;
  SceauNarrowFunc func;
  int narrow; /* as said last; -1: not yet */
} Watch;

static gboolean
follow_width (gpointer data)
{
  Watch *watch = g_object_get_data (data, WATCH_KEY);
  GtkNative *native = gtk_widget_get_native (data);
  gboolean narrow;

  if (native == NULL || gtk_native_get_surface (native) == NULL)
    return G_SOURCE_REMOVE;
  narrow = gdk_surface_get_width (gtk_native_get_surface (native)) < watch->width;
  if (watch->narrow != narrow)
    {
      watch->narrow = narrow;
      watch->func (data, narrow);
    }
  return G_SOURCE_REMOVE;
}

/* Later, since nothing may change its size while sizes are being given out. */
static void
width_cb (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width, g_object_ref (widget), g_object_unref);
}

static void
map_cb (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  g_signal_handlers_disconnect_by_func (surface, width_cb, widget);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), widget, G_CONNECT_SWAPPED);
  width_cb (widget);
}

void
sceau_narrow_watch (GtkWidget *widget, int width, SceauNarrowFunc func)
{
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (g_object_get_data (G_OBJECT (widget), WATCH_KEY) == NULL);

  watch->width = width;
  watch->func = func;
  watch->narrow = -1;
  g_object_set_data_full (G_OBJECT (widget), WATCH_KEY, watch, g_free);
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), NULL);
}
