/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SceauNarrowFunc) (GtkWidget *widget, gboolean narrow);

/**
 * sceau_narrow_watch: tells @widget whenever it is shown, and when its window's width crosses @width
 * pixels, on which side it is.  In place of the breakpoints of newer toolkits.
 * To be called once, when the widget is made.
 */
void sceau_narrow_watch (GtkWidget *widget, int width, SceauNarrowFunc func);

G_END_DECLS
