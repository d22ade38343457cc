/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-sheets-private.h"

#include <math.h>

/* One notch of the wheel. */
#define WHEEL_FACTOR 1.15

/* Where the pointer is, and where a drag began. */
typedef struct
{
  double x;
  double y;
  double horizontal;
  double vertical;
} Pointer;

#define POINTER_KEY "sceau-paper-pointer"

/* Keys ---------------------------------------------------------------------------- */

static gboolean
is_wider (SceauPaperSheets *self)
{
  return self->horizontal != NULL && self->width > gtk_widget_get_width (GTK_WIDGET (self)) + 1;
}

/* FALSE at either end: whoever shows several documents goes on with the next. */
static gboolean
turn (SceauPaperSheets *self, int pages)
{
  if (pages < 0 ? self->page == 0 : self->page + 1 >= self->sheets->len)
    return FALSE;
  sceau_paper_sheets_set_page (self, self->page + (guint) pages);
  return TRUE;
}

/* @parameter: pages to go on by; G_MININT and G_MAXINT are the ends. */
static gboolean
turn_key (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (widget);
  int pages = g_variant_get_int32 (parameter);

  if (pages == G_MININT)
    sceau_paper_sheets_set_page (self, 0);
  else if (pages == G_MAXINT)
    sceau_paper_sheets_set_page (self, self->sheets->len);
  else
    return turn (self, pages);
  return TRUE;
}

static void
scroll (GtkAdjustment *adjustment, int direction)
{
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                            + direction * gtk_adjustment_get_step_increment (adjustment));
}

static gboolean
scroll_key (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  scroll (SCEAU_PAPER_SHEETS (widget)->vertical, g_variant_get_int32 (parameter));
  return TRUE;
}

static gboolean
sideways_key (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (widget);

  if (!is_wider (self))
    return turn (self, g_variant_get_int32 (parameter));
  scroll (self->horizontal, g_variant_get_int32 (parameter));
  return TRUE;
}

void
sceau_paper_sheets_listen (SceauPaperSheetsClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad;
    GtkShortcutFunc func;
    int by;
  } keys[] = {
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, turn_key, -1 },    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, turn_key, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, turn_key, G_MININT },    { GDK_KEY_End, GDK_KEY_KP_End, turn_key, G_MAXINT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, scroll_key, -1 },            { GDK_KEY_Down, GDK_KEY_KP_Down, scroll_key, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, sideways_key, -1 },      { GDK_KEY_Right, GDK_KEY_KP_Right, sideways_key, 1 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].func, "i", keys[i].by);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, keys[i].func, "i", keys[i].by);
    }
}

/* Pointer ------------------------------------------------------------------------- */

static Pointer *
get_pointer (SceauPaperSheets *self)
{
  return g_object_get_data (G_OBJECT (self), POINTER_KEY);
}

static void
moved_cb (GtkEventControllerMotion *controller, double x, double y, SceauPaperSheets *self)
{
  get_pointer (self)->x = x;
  get_pointer (self)->y = y;
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, SceauPaperSheets *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  sceau_paper_sheets_hold (self, get_pointer (self)->x, get_pointer (self)->y);
  sceau_paper_sheets_set_zoom (self, self->zoom * pow (WHEEL_FACTOR, -dy));
  return GDK_EVENT_STOP;
}

static void
drag_begun_cb (GtkGestureDrag *gesture, double x, double y, SceauPaperSheets *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->horizontal == NULL || self->vertical == NULL)
    return;
  get_pointer (self)->horizontal = gtk_adjustment_get_value (self->horizontal);
  get_pointer (self)->vertical = gtk_adjustment_get_value (self->vertical);
}

/* The paper follows the hand. */
static void
dragged_cb (GtkGestureDrag *gesture, double x, double y, SceauPaperSheets *self)
{
  if (self->horizontal == NULL || self->vertical == NULL)
    return;
  gtk_adjustment_set_value (self->horizontal, get_pointer (self)->horizontal - x);
  gtk_adjustment_set_value (self->vertical, get_pointer (self)->vertical - y);
}

void
sceau_paper_sheets_attach_pointer (SceauPaperSheets *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_object_set_data_full (G_OBJECT (self), POINTER_KEY, g_new0 (Pointer, 1), g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
