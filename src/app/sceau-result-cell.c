/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-cell.h"

#include <glib/gi18n-lib.h>

/* What a mark looks like when it is not enough; said in words in the legend and to screen readers. */
#define BELOW_PASS_MARK "▼"
#define BELOW_FLOOR "▼▼"
#define BEING_SAVED "…"
#define PADDING 8
#define ICON_SIZE 12

typedef enum
{
  LOOK_CURSOR = 1 << 0,
  LOOK_SELECTED = 1 << 1,
  LOOK_SEALED = 1 << 2,
  LOOK_NOT_ASKED = 1 << 3,
  LOOK_FAILING = 1 << 4,
  LOOK_STATE = 1 << 5,
  LOOK_PENDING = 1 << 6,
  LOOK_FAULTY = 1 << 7
} Look;

static const struct
{
  Look look;
  const char *css_class;
} classes[] = {
  { LOOK_CURSOR, "cursor" },   { LOOK_SELECTED, "selected" }, { LOOK_SEALED, "sealed" },   { LOOK_NOT_ASKED, "not-asked" },
  { LOOK_FAILING, "failing" }, { LOOK_STATE, "state" },       { LOOK_PENDING, "pending" }, { LOOK_FAULTY, "faulty" },
};

struct _SceauResultCell
{
  GtkWidget parent_instance;

  char *name;        /* for screen readers */
  char *description;
  char *text;        /* at the end of the cell */
  char *side;        /* at its start: a marker, or the attempt before */
  Look look;
};

G_DEFINE_FINAL_TYPE (SceauResultCell, sceau_result_cell, GTK_TYPE_WIDGET)

static Look
look_at (SceauResultSheet *sheet, guint row, guint column)
{
  const SceauSheetCell *cell = sceau_result_sheet_get_cell (sheet, row, column);
  const SceauModality *modality = sceau_result_sheet_get_column (sheet, column);
  Look look = 0;

  if (sceau_result_sheet_get_fault (sheet, row, column) != NULL)
    return LOOK_FAULTY;
  if (sceau_result_sheet_is_locked (sheet, row, column))
    look |= LOOK_SEALED;
  if (cell->pending > 0)
    look |= LOOK_PENDING;
  if (cell->mark.kind == SCEAU_MARK_BLANK)
    return cell->asked ? look : look | LOOK_NOT_ASKED;
  if (cell->mark.kind != SCEAU_MARK_VALUE)
    return look | LOOK_STATE;
  return sceau_mark_passes (cell->mark, modality->pass_mark) ? look : look | LOOK_FAILING;
}

/* (transfer full) (nullable) */
static char *
write_side (SceauResultSheet *sheet, guint row, guint column, Look look)
{
  const SceauSheetCell *cell = sceau_result_sheet_get_cell (sheet, row, column);
  const SceauModality *modality = sceau_result_sheet_get_column (sheet, column);
  g_autofree char *earlier = sceau_mark_to_text (cell->earlier, modality->scale);
  const char *marker = "";

  if (look & LOOK_FAULTY)
    return g_strdup ("!");
  if (look & LOOK_PENDING)
    marker = BEING_SAVED;
  else if (look & LOOK_FAILING)
    marker = modality->floor >= 0 && cell->mark.value < modality->floor ? BELOW_FLOOR : BELOW_PASS_MARK;
  if (*earlier == '\0')
    return g_strdup (marker);
  return *marker != '\0' ? g_strdup_printf ("%s → %s", earlier, marker) : g_strdup_printf ("%s →", earlier);
}

static void
update_classes (SceauResultCell *self, Look look)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if ((look & classes[i].look) == (self->look & classes[i].look))
        continue;
      if (look & classes[i].look)
        gtk_widget_add_css_class (GTK_WIDGET (self), classes[i].css_class);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i].css_class);
    }
  if ((look ^ self->look) & LOOK_FAULTY)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                                 look & LOOK_FAULTY ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if ((look ^ self->look) & LOOK_SELECTED)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, (look & LOOK_SELECTED) != 0, -1);
  self->look = look;
}

/* TRUE when the text is another one; takes @text. */
static gboolean
take_text (char **place, char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return FALSE;
    }
  g_free (*place);
  *place = text;
  return TRUE;
}

/* "12,5 · below the pass mark", or what was typed and why it was not taken. */
static char *
describe (SceauResultSheet *sheet, guint row, guint column)
{
  const char *fault = sceau_result_sheet_get_fault (sheet, row, column);
  g_autofree char *text = sceau_result_sheet_get_text (sheet, row, column);

  if (fault == NULL)
    return sceau_result_sheet_describe_cell (sheet, row, column);
  /* Translators: what was typed, then the reason why it was not taken. */
  return g_strdup_printf (_("“%s” was not saved: %s"), text, fault);
}

void
sceau_result_cell_show (SceauResultCell *self, SceauResultSheet *sheet, guint row, guint column, gboolean cursor,
                        gboolean selected)
{
  Look look;
  gboolean redraw;

  g_return_if_fail (SCEAU_IS_RESULT_CELL (self));

  look = look_at (sheet, row, column);
  redraw = take_text (&self->text, sceau_result_sheet_get_text (sheet, row, column));
  redraw |= take_text (&self->side, write_side (sheet, row, column, look));
  look |= (cursor ? LOOK_CURSOR : 0) | (selected ? LOOK_SELECTED : 0);
  if (look != self->look)
    update_classes (self, look);
  else if (redraw)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (take_text (&self->name, sceau_result_sheet_name_cell (sheet, row, column)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  if (take_text (&self->description, describe (sheet, row, column)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
}

static void
draw_text (SceauResultCell *self, GtkSnapshot *snapshot, const char *text, gboolean at_end, double alpha)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width, height;
  GdkRGBA colour;

  gtk_style_context_get_color (style, &colour);
  colour.alpha *= (float) alpha;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at_end ? gtk_widget_get_width (widget) - width - PADDING : PADDING,
                                                          (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_lock (SceauResultCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, "changes-prevent-symbolic", NULL, ICON_SIZE,
                                                                  gtk_widget_get_scale_factor (widget),
                                                                  gtk_widget_get_direction (widget), 0);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.55f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (3, 3));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
sceau_result_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SceauResultCell *self = SCEAU_RESULT_CELL (widget);

  if (self->look & LOOK_SEALED)
    draw_lock (self, snapshot);
  if (self->side != NULL && *self->side != '\0')
    {
      gtk_snapshot_save (snapshot);
      if (self->look & LOOK_SEALED)
        gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (ICON_SIZE - 2, 0));
      draw_text (self, snapshot, self->side, FALSE, 0.7);
      gtk_snapshot_restore (snapshot);
    }
  if (self->text != NULL && *self->text != '\0')
    draw_text (self, snapshot, self->text, TRUE, 1);
}

/* The grid says where a cell goes; it asks for nothing. */
static void
sceau_result_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
sceau_result_cell_finalize (GObject *object)
{
  SceauResultCell *self = SCEAU_RESULT_CELL (object);

  g_free (self->name);
  g_free (self->description);
  g_free (self->text);
  g_free (self->side);
  G_OBJECT_CLASS (sceau_result_cell_parent_class)->finalize (object);
}

static void
sceau_result_cell_class_init (SceauResultCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_result_cell_finalize;
  widget_class->snapshot = sceau_result_cell_snapshot;
  widget_class->measure = sceau_result_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "result-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
sceau_result_cell_init (SceauResultCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

SceauResultCell *
sceau_result_cell_new (void)
{
  return g_object_new (SCEAU_TYPE_RESULT_CELL, NULL);
}
