/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Where everything goes in the grid, and which widgets show which rows. */

#include <glib/gi18n-lib.h>

#include "sceau-result-cell.h"
#include "sceau-result-grid-private.h"

#define NAME_WIDTH 220
#define NARROW_NAME_WIDTH 130
#define NARROW 520
#define NO_ROW G_MAXUINT

struct _SceauResultPane
{
  GtkWidget parent_instance;

  SceauResultGrid *grid; /* (unowned): the parent */
  SceauPaneAllocate allocate;
};

G_DEFINE_FINAL_TYPE (SceauResultPane, sceau_result_pane, GTK_TYPE_WIDGET)

static void
sceau_result_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SceauResultPane *self = SCEAU_RESULT_PANE (widget);

  self->allocate (self->grid);
}

static void
sceau_result_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
sceau_result_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sceau_result_pane_parent_class)->dispose (object);
}

static void
sceau_result_pane_class_init (SceauResultPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sceau_result_pane_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = sceau_result_pane_size_allocate;
  GTK_WIDGET_CLASS (klass)->measure = sceau_result_pane_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "result-pane");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sceau_result_pane_init (SceauResultPane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
sceau_result_pane_new (SceauResultGrid *grid, SceauPaneAllocate allocate)
{
  SceauResultPane *self = g_object_new (SCEAU_TYPE_RESULT_PANE, NULL);

  self->grid = grid;
  self->allocate = allocate;
  return GTK_WIDGET (self);
}

static guint
count_rows (SceauResultGrid *self)
{
  return self->sheet != NULL ? sceau_result_sheet_get_n_rows (self->sheet) : 0;
}

static guint
count_columns (SceauResultGrid *self)
{
  return self->sheet != NULL ? sceau_result_sheet_get_n_columns (self->sheet) : 0;
}

static int
scrolled (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  int minimum;

  /* GTK wants every widget measured before it is given a place. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, MAX (width, minimum), height }, -1);
}

static SceauGridSlot *
slot_new (SceauResultGrid *self)
{
  SceauGridSlot *slot = g_new0 (SceauGridSlot, 1);

  slot->row = NO_ROW;
  slot->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (slot->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (slot->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (slot->name, "sceau-grid-name");
  gtk_widget_set_parent (slot->name, self->names);
  slot->cells = g_ptr_array_new ();
  for (guint i = 0; i < count_columns (self); i++)
    {
      GtkWidget *cell = GTK_WIDGET (sceau_result_cell_new ());

      /* Below the editor, which is the last child. */
      gtk_widget_insert_before (cell, self->body, self->editor);
      g_ptr_array_add (slot->cells, cell);
    }
  g_ptr_array_add (self->slots, slot);
  return slot;
}

static void
slot_free (gpointer data)
{
  SceauGridSlot *slot = data;

  gtk_widget_unparent (slot->name);
  for (guint i = 0; i < slot->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (slot->cells, i));
  g_ptr_array_unref (slot->cells);
  g_free (slot);
}

/* The rows in sight: the first and the one after the last. */
static void
find_rows_in_sight (SceauResultGrid *self, guint *first, guint *end)
{
  int top = scrolled (self->vertical);
  int height = MAX (gtk_widget_get_height (self->body), self->row_height);

  *first = MIN ((guint) (top / self->row_height), count_rows (self));
  *end = MIN ((guint) ((top + height) / self->row_height) + 1, count_rows (self));
}

static gboolean
is_wanted (SceauResultGrid *self, guint row, guint first, guint end)
{
  return (row >= first && row < end) || (row == self->cursor_row && row < count_rows (self));
}

static SceauGridSlot *
find_slot (SceauResultGrid *self, guint row)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      SceauGridSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->row == row)
        return slot;
    }
  return NULL;
}

static gboolean
is_selected (SceauResultGrid *self, guint row, guint column)
{
  SceauSheetRange range;

  return sceau_result_grid_get_range (self, &range) && row >= range.first_row && row <= range.last_row
         && column >= range.first_column && column <= range.last_column
         && (range.first_row != range.last_row || range.first_column != range.last_column);
}

static void
show_slot (SceauResultGrid *self, SceauGridSlot *slot)
{
  const SceauSheetRow *row = sceau_result_sheet_get_row (self->sheet, slot->row);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (slot->name)), row->name) != 0)
    {
      g_autofree char *tooltip = row->active ? g_strdup_printf ("%s · %s", row->name, row->number)
                                             : g_strdup_printf (_("%s · %s · withdrawn"), row->name, row->number);

      gtk_label_set_text (GTK_LABEL (slot->name), row->name);
      gtk_widget_set_tooltip_text (slot->name, tooltip);
    }
  if (row->active)
    gtk_widget_remove_css_class (slot->name, "dim-label");
  else
    gtk_widget_add_css_class (slot->name, "dim-label");
  for (guint column = 0; column < slot->cells->len; column++)
    sceau_result_cell_show (g_ptr_array_index (slot->cells, column), self->sheet, slot->row, column,
                            slot->row == self->cursor_row && column == self->cursor_column,
                            is_selected (self, slot->row, column));
}

/* Frees the slots of rows that nobody looks at, so that others can take them. */
static void
release_slots (SceauResultGrid *self, guint first, guint end)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      SceauGridSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->row != NO_ROW && !is_wanted (self, slot->row, first, end))
        slot->row = NO_ROW;
    }
}

static void
bind_row (SceauResultGrid *self, guint row)
{
  SceauGridSlot *slot = find_slot (self, row);

  if (slot == NULL)
    slot = find_slot (self, NO_ROW);
  if (slot == NULL)
    slot = slot_new (self);
  slot->row = row;
  show_slot (self, slot);
}

void
sceau_result_grid_bind (SceauResultGrid *self)
{
  guint first, end;

  if (!sceau_result_grid_has_cells (self))
    return;
  find_rows_in_sight (self, &first, &end);
  release_slots (self, first, end);
  for (guint row = first; row < end; row++)
    bind_row (self, row);
  if (self->cursor_row < first || self->cursor_row >= end)
    bind_row (self, self->cursor_row);
  for (guint i = 0; i < self->slots->len; i++)
    {
      SceauGridSlot *slot = g_ptr_array_index (self->slots, i);

      gtk_widget_set_child_visible (slot->name, slot->row != NO_ROW);
      for (guint column = 0; column < slot->cells->len; column++)
        gtk_widget_set_child_visible (g_ptr_array_index (slot->cells, column), slot->row != NO_ROW);
    }
}

void
sceau_result_grid_unbind (SceauResultGrid *self)
{
  g_ptr_array_set_size (self->slots, 0);
}

static void
allocate_body (SceauResultGrid *self)
{
  int left = scrolled (self->horizontal);
  int top = scrolled (self->vertical);

  sceau_result_grid_bind (self);
  for (guint i = 0; i < self->slots->len; i++)
    {
      SceauGridSlot *slot = g_ptr_array_index (self->slots, i);

      for (guint column = 0; slot->row != NO_ROW && column < slot->cells->len; column++)
        place (g_ptr_array_index (slot->cells, column), (int) column * self->column_width - left,
               (int) slot->row * self->row_height - top, self->column_width, self->row_height);
    }
  if (gtk_widget_get_visible (self->editor))
    place (self->editor, (int) self->cursor_column * self->column_width - left,
           (int) self->cursor_row * self->row_height - top, self->column_width, self->row_height);
}

static void
allocate_names (SceauResultGrid *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      SceauGridSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->row != NO_ROW)
        place (slot->name, 0, (int) slot->row * self->row_height - scrolled (self->vertical), self->name_width, self->row_height);
    }
}

static void
allocate_heads (SceauResultGrid *self)
{
  int left = scrolled (self->horizontal);
  guint column = 0;

  for (guint i = 0; i < self->columns->len; i++)
    place (g_ptr_array_index (self->columns, i), (int) i * self->column_width - left, self->group_height,
           self->column_width, self->head_height - self->group_height);
  for (guint i = 0; i < self->groups->len; i++)
    {
      GtkWidget *group = g_ptr_array_index (self->groups, i);
      guint span = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (group), "sceau-span"));

      place (group, (int) column * self->column_width - left, 0, (int) span * self->column_width, self->group_height);
      column += span;
    }
}

static void
allocate_corner (SceauResultGrid *self)
{
  GtkWidget *title = gtk_widget_get_first_child (self->corner);

  place (title, 0, 0, self->name_width, self->head_height);
}

void
sceau_result_grid_build (SceauResultGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *title = gtk_label_new (_("Learner"));

  self->body = sceau_result_pane_new (self, allocate_body);
  self->names = sceau_result_pane_new (self, allocate_names);
  self->heads = sceau_result_pane_new (self, allocate_heads);
  self->corner = sceau_result_pane_new (self, allocate_corner);
  gtk_widget_set_parent (self->body, widget);
  gtk_widget_set_parent (self->names, widget);
  gtk_widget_set_parent (self->heads, widget);
  gtk_widget_set_parent (self->corner, widget);
  self->slots = g_ptr_array_new_with_free_func (slot_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_yalign (GTK_LABEL (title), 1);
  gtk_widget_add_css_class (title, "sceau-grid-corner");
  gtk_widget_set_parent (title, self->corner);
}

static GtkWidget *
head_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* (transfer full): "/20 · ≥ 10" */
static char *
describe_scale (const SceauModality *modality)
{
  g_autofree char *pass = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->pass_mark }, modality->scale);

  /* Translators: the pass mark of a modality, in the head of a column. */
  return g_strdup_printf (_("pass: %s"), pass);
}

static GtkWidget *
column_head_new (const SceauModality *modality)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *scale = describe_scale (modality);

  gtk_box_append (GTK_BOX (head), head_label_new (modality->code, "heading"));
  gtk_box_append (GTK_BOX (head), head_label_new (scale, "dim-label"));
  gtk_box_append (GTK_BOX (head), head_label_new (" ", "sceau-grid-missing"));
  gtk_widget_add_css_class (head, "sceau-grid-head");
  return head;
}

static GtkWidget *
group_head_new (SceauResultGrid *self, guint column, guint span)
{
  const char *code = sceau_result_sheet_get_column (self->sheet, column)->block_code;
  const char *title = sceau_result_sheet_get_block_title (self->sheet, column);
  const char *short_code = code != NULL ? g_strrstr (code, "BC") : NULL;
  g_autofree char *text = NULL;
  GtkWidget *group;

  if (code == NULL)
    text = g_strdup (_("Transversal"));
  else
    text = g_strdup_printf ("%s · %s", short_code != NULL ? short_code : code, title != NULL ? title : "");
  group = head_label_new (text, "sceau-grid-group");
  gtk_label_set_xalign (GTK_LABEL (group), 0);
  gtk_widget_set_tooltip_text (group, text);
  g_object_set_data (G_OBJECT (group), "sceau-span", GUINT_TO_POINTER (span));
  return group;
}

static void
build_groups (SceauResultGrid *self)
{
  guint n_columns = count_columns (self);

  for (guint first = 0, end; first < n_columns; first = end)
    {
      const char *code = sceau_result_sheet_get_column (self->sheet, first)->block_code;
      GtkWidget *group;

      for (end = first + 1; end < n_columns; end++)
        if (g_strcmp0 (sceau_result_sheet_get_column (self->sheet, end)->block_code, code) != 0)
          break;
      group = group_head_new (self, first, end - first);
      gtk_widget_set_parent (group, self->heads);
      g_ptr_array_add (self->groups, group);
    }
}

void
sceau_result_grid_build_heads (SceauResultGrid *self)
{
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < count_columns (self); i++)
    {
      GtkWidget *head = column_head_new (sceau_result_sheet_get_column (self->sheet, i));

      gtk_widget_set_parent (head, self->heads);
      g_ptr_array_add (self->columns, head);
    }
  build_groups (self);
  sceau_result_grid_update_heads (self);
}

/* "BC01-EC1 — Étude de cas · Handed in by Camille Exemple on 22/11/2026 · 1 missing" */
static void
describe_head (SceauResultGrid *self, guint column, GtkWidget *head, const char *missing)
{
  const SceauModality *modality = sceau_result_sheet_get_column (self->sheet, column);
  g_autofree char *state = sceau_result_sheet_describe_state (self->sheet, column);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s — %s", modality->code, modality->title);
  if (state != NULL)
    g_string_append_printf (text, " · %s", state);
  if (missing != NULL)
    g_string_append_printf (text, " · %s", missing);
  gtk_widget_set_tooltip_text (head, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

void
sceau_result_grid_update_heads (SceauResultGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->columns, i);
      GtkWidget *label = gtk_widget_get_last_child (head);
      SceauSheetState state = sceau_result_sheet_get_state (self->sheet, i);
      guint missing = sceau_result_sheet_count_missing (self->sheet, i);
      g_autofree char *text = g_strdup_printf (ngettext ("%u missing", "%u missing", missing), missing);

      /* A column that was handed in says so first.  The line keeps its height when nothing is missing. */
      if (state >= SCEAU_SHEET_SUBMITTED)
        gtk_label_set_text (GTK_LABEL (label), sceau_sheet_state_title (state));
      else
        gtk_label_set_text (GTK_LABEL (label), missing > 0 ? text : "✓");
      describe_head (self, i, head, missing > 0 ? text : NULL);
    }
}

static void
measure_fonts (SceauResultGrid *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "FRAUDE ▼ 12,5");
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  self->row_height = height + 14;
  self->column_width = width + 16;
}

static int
tallest (GPtrArray *widgets)
{
  int tallest_height = 0;

  for (guint i = 0; i < widgets->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (widgets, i), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      tallest_height = MAX (tallest_height, natural);
    }
  return tallest_height;
}

static void
configure (GtkAdjustment *adjustment, int length, int page, int step)
{
  double end = MAX (length, page);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, end - page), 0, end, step,
                              page * 0.9, page);
}

void
sceau_result_grid_lay_out (SceauResultGrid *self, int width, int height)
{
  int body_width, body_height;

  measure_fonts (self);
  self->name_width = width < NARROW ? NARROW_NAME_WIDTH : NAME_WIDTH;
  self->group_height = tallest (self->groups);
  self->head_height = self->group_height + tallest (self->columns);
  body_width = MAX (width - self->name_width, 0);
  body_height = MAX (height - self->head_height, 0);
  /* Columns share what is left over, so that nothing hangs in the void. */
  if (count_columns (self) > 0)
    self->column_width = CLAMP (body_width / (int) count_columns (self), self->column_width, self->column_width * 3 / 2);
  configure (self->horizontal, (int) count_columns (self) * self->column_width, body_width, self->column_width);
  configure (self->vertical, (int) count_rows (self) * self->row_height, body_height, self->row_height);

  gtk_widget_size_allocate (self->body, &(GtkAllocation) { self->name_width, self->head_height, body_width, body_height }, -1);
  gtk_widget_size_allocate (self->names, &(GtkAllocation) { 0, self->head_height, self->name_width, body_height }, -1);
  gtk_widget_size_allocate (self->heads, &(GtkAllocation) { self->name_width, 0, body_width, self->head_height }, -1);
  gtk_widget_size_allocate (self->corner, &(GtkAllocation) { 0, 0, self->name_width, self->head_height }, -1);
}

static void
reveal_in (GtkAdjustment *adjustment, int start, int length)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, start, start + length);
}

void
sceau_result_grid_reveal (SceauResultGrid *self)
{
  reveal_in (self->horizontal, (int) self->cursor_column * self->column_width, self->column_width);
  reveal_in (self->vertical, (int) self->cursor_row * self->row_height, self->row_height);
}

gboolean
sceau_result_grid_pick (SceauResultGrid *self, double x, double y, guint *row, guint *column)
{
  double across = x + scrolled (self->horizontal);
  double down = y + scrolled (self->vertical);

  if (!sceau_result_grid_has_cells (self))
    return FALSE;
  *column = MIN ((guint) (MAX (across, 0) / self->column_width), count_columns (self) - 1);
  *row = MIN ((guint) (MAX (down, 0) / self->row_height), count_rows (self) - 1);
  return TRUE;
}
