/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Keys, pointer and the one editor of the grid. */

#include <glib/gi18n-lib.h>

#include "sceau-result-grid-private.h"

static guint
last_row (SceauResultGrid *self)
{
  return sceau_result_sheet_get_n_rows (self->sheet) - 1;
}

static guint
last_column (SceauResultGrid *self)
{
  return sceau_result_sheet_get_n_columns (self->sheet) - 1;
}

static void
start_edit (SceauResultGrid *self, const char *text, gboolean quick)
{
  g_autofree char *name = NULL;

  /* A locked cell is said to be one before anything is typed. */
  if (!self->editable || sceau_result_sheet_is_locked (self->sheet, self->cursor_row, self->cursor_column))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      gtk_widget_activate_action (GTK_WIDGET (self), "page.explain", NULL);
      return;
    }
  self->editing = TRUE;
  self->quick = quick;
  self->anchor_row = self->cursor_row;
  self->anchor_column = self->cursor_column;
  name = sceau_result_sheet_name_cell (self->sheet, self->cursor_row, self->cursor_column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  sceau_result_grid_reveal (self);
  gtk_widget_set_visible (self->editor, TRUE);
  sceau_result_grid_show (self);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_widget_grab_focus (self->editor);
  /* The focus selects everything: the next digit must not replace the first. */
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
}

void
sceau_result_grid_stop_edit (SceauResultGrid *self, gboolean commit)
{
  g_autofree char *text = NULL;

  if (!self->editing)
    return;
  /* First, since hiding the editor takes its focus away, which ends an edit too. */
  self->editing = FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (gtk_widget_has_focus (self->editor))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->editor, FALSE);
  if (commit)
    g_signal_emit_by_name (self, "entered", self->cursor_row, self->cursor_column, text);
}

static void
edit_what_stands (SceauResultGrid *self)
{
  g_autofree char *text = sceau_result_sheet_get_text (self->sheet, self->cursor_row, self->cursor_column);

  start_edit (self, text, FALSE);
}

static void
step (SceauResultGrid *self, int rows, int columns, gboolean extend)
{
  gint64 row = CLAMP ((gint64) self->cursor_row + rows, 0, last_row (self));
  gint64 column = CLAMP ((gint64) self->cursor_column + columns, 0, last_column (self));

  self->tab_column = -1;
  sceau_result_grid_move (self, (guint) row, (guint) column, extend);
}

/* Down to the next line; after a row of Tabs to the column where it began, as accountants expect. */
static void
enter (SceauResultGrid *self, int rows)
{
  guint column = self->tab_column >= 0 ? (guint) self->tab_column : self->cursor_column;
  gint64 row = CLAMP ((gint64) self->cursor_row + rows, 0, last_row (self));

  self->tab_column = -1;
  sceau_result_grid_move (self, (guint) row, column, FALSE);
}

/* FALSE at either end of the sheet: Tab leaves the grid there. */
static gboolean
tab (SceauResultGrid *self, int direction)
{
  gint64 n_columns = (gint64) last_column (self) + 1;
  gint64 place = self->cursor_row * n_columns + self->cursor_column + direction;

  if (place < 0 || place >= n_columns * ((gint64) last_row (self) + 1))
    return FALSE;
  if (self->tab_column < 0)
    self->tab_column = (int) self->cursor_column;
  sceau_result_grid_move (self, (guint) (place / n_columns), (guint) (place % n_columns), FALSE);
  return TRUE;
}

static int
rows_in_sight (SceauResultGrid *self)
{
  return MAX (gtk_widget_get_height (self->body) / self->row_height - 1, 1);
}

static gboolean
move_by_key (SceauResultGrid *self, guint keyval, gboolean control, gboolean extend)
{
  /* With Ctrl, to the end. */
  int far = control ? G_MAXINT / 2 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -far, 0, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, far, 0, extend);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, 0, -far, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, 0, far, extend);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      step (self, control ? -far : 0, -G_MAXINT / 2, extend);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      step (self, control ? far : 0, G_MAXINT / 2, extend);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      if (!control)
        step (self, -rows_in_sight (self), 0, extend);
      return !control;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      if (!control)
        step (self, rows_in_sight (self), 0, extend);
      return !control;
    default:
      return FALSE;
    }
}

static void
select_all (SceauResultGrid *self)
{
  self->anchor_row = 0;
  self->anchor_column = 0;
  sceau_result_grid_move (self, last_row (self), last_column (self), TRUE);
}

static gboolean
command_by_key (SceauResultGrid *self, guint keyval, gboolean shift)
{
  static const struct
  {
    guint keyval;
    gboolean shift;
    const char *action;
  } commands[] = {
    { GDK_KEY_c, FALSE, "page.copy" }, { GDK_KEY_Insert, FALSE, "page.copy" }, { GDK_KEY_x, FALSE, "page.cut" },
    { GDK_KEY_v, FALSE, "page.paste" }, { GDK_KEY_z, FALSE, "page.undo" },     { GDK_KEY_z, TRUE, "page.redo" },
    { GDK_KEY_y, FALSE, "page.redo" },
  };

  if (keyval == GDK_KEY_a && !shift)
    {
      select_all (self);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].keyval == keyval && commands[i].shift == shift)
      return gtk_widget_activate_action (GTK_WIDGET (self), commands[i].action, NULL);
  return FALSE;
}

/* Typing over a cell replaces what stands there. */
static gboolean
type_over (SceauResultGrid *self, guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (character == 0 || !g_unichar_isprint (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  start_edit (self, character == ' ' ? "" : text, TRUE);
  return TRUE;
}

/* Keys that end an edit and go elsewhere, or go there without one. */
static gboolean
leave_by_key (SceauResultGrid *self, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      sceau_result_grid_stop_edit (self, TRUE);
      enter (self, shift ? -1 : 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      sceau_result_grid_stop_edit (self, TRUE);
      return tab (self, shift ? -1 : 1);
    case GDK_KEY_ISO_Left_Tab:
      sceau_result_grid_stop_edit (self, TRUE);
      return tab (self, -1);
    default:
      return FALSE;
    }
}

static gboolean
is_across (guint keyval)
{
  return keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_KP_Right;
}

static gboolean
is_up_or_down (guint keyval)
{
  return keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_KP_Down
         || keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down;
}

/* While one types, most keys are the editor's. */
static gboolean
key_in_editor (SceauResultGrid *self, guint keyval, GdkModifierType modifiers)
{
  if (keyval == GDK_KEY_Escape)
    {
      sceau_result_grid_stop_edit (self, FALSE);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2)
    {
      self->quick = !self->quick;
      return TRUE;
    }
  if (modifiers == 0 && (is_up_or_down (keyval) || (self->quick && is_across (keyval))))
    {
      sceau_result_grid_stop_edit (self, TRUE);
      return move_by_key (self, keyval, FALSE, FALSE);
    }
  return FALSE;
}

static gboolean
key_in_grid (SceauResultGrid *self, guint keyval, GdkModifierType modifiers)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;

  if (move_by_key (self, keyval, (modifiers & GDK_CONTROL_MASK) != 0, shift))
    return TRUE;
  if (modifiers & GDK_CONTROL_MASK)
    return command_by_key (self, gdk_keyval_to_lower (keyval), shift);
  switch (keyval)
    {
    case GDK_KEY_F2:
      edit_what_stands (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return gtk_widget_activate_action (GTK_WIDGET (self), "page.clear", NULL);
    case GDK_KEY_Escape:
      return gtk_widget_activate_action (GTK_WIDGET (self), "page.discard", NULL);
    case GDK_KEY_Insert:
      return shift && gtk_widget_activate_action (GTK_WIDGET (self), "page.paste", NULL);
    default:
      return type_over (self, keyval);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SceauResultGrid *self)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);

  if (!sceau_result_grid_has_cells (self) || (modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    return FALSE;
  if (!(modifiers & GDK_CONTROL_MASK) && leave_by_key (self, keyval, (modifiers & GDK_SHIFT_MASK) != 0))
    return TRUE;
  if (self->editing)
    return key_in_editor (self, keyval, modifiers);
  return key_in_grid (self, keyval, modifiers);
}

static void
editor_left_cb (SceauResultGrid *self)
{
  sceau_result_grid_stop_edit (self, TRUE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SceauResultGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  if (!sceau_result_grid_pick (self, x, y, &row, &column))
    return;
  if (self->editing && row == self->cursor_row && column == self->cursor_column)
    return;
  sceau_result_grid_stop_edit (self, TRUE);
  self->tab_column = -1;
  sceau_result_grid_move (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    edit_what_stands (self);
}

static void
dragged_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, SceauResultGrid *self)
{
  double x, y;
  guint row, column;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->editing || !sceau_result_grid_pick (self, x + offset_x, y + offset_y, &row, &column))
    return;
  if (row != self->cursor_row || column != self->cursor_column)
    sceau_result_grid_move (self, row, column, TRUE);
}

static void
listen_to_pointer (SceauResultGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
}

void
sceau_result_grid_listen (SceauResultGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Before the editor: Tab, Enter and arrows mean the grid. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->editor = gtk_text_new ();
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_add_css_class (self->editor, "sceau-grid-editor");
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (editor_left_cb), self);
  gtk_widget_add_controller (self->editor, focus);
  gtk_widget_set_parent (self->editor, self->body);
  listen_to_pointer (self);
}
