/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-grid-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  SIGNAL_ENTERED,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SceauResultGrid, sceau_result_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
queue_panes (SceauResultGrid *self)
{
  gtk_widget_queue_allocate (self->body);
  gtk_widget_queue_allocate (self->names);
  gtk_widget_queue_allocate (self->heads);
}

static void
scrolled_cb (SceauResultGrid *self)
{
  queue_panes (self);
}

static void
set_adjustment (SceauResultGrid *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
sceau_result_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SceauResultGrid *self = SCEAU_RESULT_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vertical);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->horizontal_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vertical_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sceau_result_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SceauResultGrid *self = SCEAU_RESULT_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vertical, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->horizontal_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vertical_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sceau_result_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  sceau_result_grid_lay_out (SCEAU_RESULT_GRID (widget), width, height);
}

static void
sceau_result_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  /* A few cells; the rest is scrolled to. */
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static GtkWidget *
get_cursor_cell (SceauResultGrid *self)
{
  return sceau_result_grid_get_cell (self, self->cursor_row, self->cursor_column);
}

/* One stop for Tab; inside, keys move the cursor. */
static gboolean
sceau_result_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
sceau_result_grid_grab_focus (GtkWidget *widget)
{
  GtkWidget *cell;

  sceau_result_grid_bind (SCEAU_RESULT_GRID (widget));
  cell = get_cursor_cell (SCEAU_RESULT_GRID (widget));
  return cell != NULL && gtk_widget_grab_focus (cell);
}

static void
sceau_result_grid_dispose (GObject *object)
{
  SceauResultGrid *self = SCEAU_RESULT_GRID (object);

  if (self->body != NULL)
    {
      self->editing = FALSE;
      sceau_result_grid_set_sheet (self, NULL);
      gtk_widget_unparent (self->body);
      gtk_widget_unparent (self->names);
      gtk_widget_unparent (self->heads);
      gtk_widget_unparent (self->corner);
      self->body = NULL;
    }
  set_adjustment (self, &self->horizontal, NULL);
  set_adjustment (self, &self->vertical, NULL);
  G_OBJECT_CLASS (sceau_result_grid_parent_class)->dispose (object);
}

static void
sceau_result_grid_finalize (GObject *object)
{
  SceauResultGrid *self = SCEAU_RESULT_GRID (object);

  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (sceau_result_grid_parent_class)->finalize (object);
}

static void
sceau_result_grid_class_init (SceauResultGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sceau_result_grid_get_property;
  object_class->set_property = sceau_result_grid_set_property;
  object_class->dispose = sceau_result_grid_dispose;
  object_class->finalize = sceau_result_grid_finalize;
  widget_class->size_allocate = sceau_result_grid_size_allocate;
  widget_class->measure = sceau_result_grid_measure;
  widget_class->focus = sceau_result_grid_focus;
  widget_class->grab_focus = sceau_result_grid_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "result-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_ENTERED] = g_signal_new ("entered", SCEAU_TYPE_RESULT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", SCEAU_TYPE_RESULT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
sceau_result_grid_init (SceauResultGrid *self)
{
  self->row_height = 1;
  self->column_width = 1;
  self->tab_column = -1;
  sceau_result_grid_build (self);
  sceau_result_grid_listen (self);
}

gboolean
sceau_result_grid_has_cells (SceauResultGrid *self)
{
  return self->sheet != NULL && sceau_result_sheet_get_n_rows (self->sheet) > 0
         && sceau_result_sheet_get_n_columns (self->sheet) > 0;
}

void
sceau_result_grid_show (SceauResultGrid *self)
{
  sceau_result_grid_bind (self);
  sceau_result_grid_update_heads (self);
  queue_panes (self);
}

static gboolean
has_focus_inside (SceauResultGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

void
sceau_result_grid_move (SceauResultGrid *self, guint row, guint column, gboolean extend)
{
  if (!sceau_result_grid_has_cells (self))
    return;
  self->cursor_row = MIN (row, sceau_result_sheet_get_n_rows (self->sheet) - 1);
  self->cursor_column = MIN (column, sceau_result_sheet_get_n_columns (self->sheet) - 1);
  if (!extend)
    {
      self->anchor_row = self->cursor_row;
      self->anchor_column = self->cursor_column;
    }
  sceau_result_grid_reveal (self);
  sceau_result_grid_bind (self);
  queue_panes (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/* Other rows: the cursor stays where it was, as far as there is something. */
static void
rows_changed_cb (SceauResultGrid *self)
{
  gboolean focused = has_focus_inside (self);

  sceau_result_grid_stop_edit (self, FALSE);
  sceau_result_grid_unbind (self);
  self->cursor_row = MIN (self->cursor_row, MAX (sceau_result_sheet_get_n_rows (self->sheet), 1) - 1);
  self->cursor_column = MIN (self->cursor_column, MAX (sceau_result_sheet_get_n_columns (self->sheet), 1) - 1);
  self->anchor_row = self->cursor_row;
  self->anchor_column = self->cursor_column;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
cells_changed_cb (SceauResultGrid *self)
{
  sceau_result_grid_show (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

void
sceau_result_grid_set_sheet (SceauResultGrid *self, SceauResultSheet *sheet)
{
  g_return_if_fail (SCEAU_IS_RESULT_GRID (self));

  sceau_result_grid_stop_edit (self, FALSE);
  if (self->sheet != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->sheet, rows_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->sheet, cells_changed_cb, self);
    }
  g_set_object (&self->sheet, sheet);
  if (sheet == NULL)
    {
      sceau_result_grid_unbind (self);
      sceau_result_grid_build_heads (self);
      return;
    }
  g_signal_connect_object (sheet, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "cells-changed", G_CALLBACK (cells_changed_cb), self, G_CONNECT_SWAPPED);
  sceau_result_grid_build_heads (self);
  rows_changed_cb (self);
}

void
sceau_result_grid_set_editable (SceauResultGrid *self, gboolean editable)
{
  self->editable = editable;
}

gboolean
sceau_result_grid_get_cursor (SceauResultGrid *self, guint *row, guint *column)
{
  *row = self->cursor_row;
  *column = self->cursor_column;
  return sceau_result_grid_has_cells (self);
}

void
sceau_result_grid_set_cursor (SceauResultGrid *self, guint row, guint column)
{
  g_return_if_fail (SCEAU_IS_RESULT_GRID (self));

  sceau_result_grid_move (self, row, column, FALSE);
}

gboolean
sceau_result_grid_get_range (SceauResultGrid *self, SceauSheetRange *range)
{
  range->first_row = MIN (self->cursor_row, self->anchor_row);
  range->last_row = MAX (self->cursor_row, self->anchor_row);
  range->first_column = MIN (self->cursor_column, self->anchor_column);
  range->last_column = MAX (self->cursor_column, self->anchor_column);
  return sceau_result_grid_has_cells (self);
}

gboolean
sceau_result_grid_is_editing (SceauResultGrid *self)
{
  return self->editing;
}

void
sceau_result_grid_commit (SceauResultGrid *self)
{
  sceau_result_grid_stop_edit (self, TRUE);
}

GtkWidget *
sceau_result_grid_get_cell (SceauResultGrid *self, guint row, guint column)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const SceauGridSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->row == row && column < slot->cells->len)
        return g_ptr_array_index (slot->cells, column);
    }
  return NULL;
}

GtkText *
sceau_result_grid_get_editor (SceauResultGrid *self)
{
  return GTK_TEXT (self->editor);
}
