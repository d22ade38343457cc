/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-columns.h"

#include "sceau-lazy-row.h"

/* Where a factory keeps how its cells are made, and a column whether it is a wide one. */
#define FLAGS_KEY "sceau-column-flags"
/* Pixels of the window below which the wide columns give way before names are cut. */
#define NARROW_WIDTH 720
#define HANDLER_KEY "sceau-record-handler"
#define STYLE_KEY "sceau-cell-style"

static SceauColumnFlags
get_flags (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, FLAGS_KEY));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  SceauColumnFlags flags = get_flags (factory);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), flags & SCEAU_COLUMN_NUMERIC ? 1 : 0);
  if (flags & SCEAU_COLUMN_NUMERIC)
    gtk_widget_add_css_class (label, "numeric");
  if (flags & SCEAU_COLUMN_DIM)
    gtk_widget_add_css_class (label, "dim-label");
  if (g_object_get_data (G_OBJECT (factory), STYLE_KEY) != NULL)
    gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_list_item_set_child (item, label);
}

/* What a bound cell needs when its record arrives. */
typedef struct
{
  GtkListItem *item; /* (unowned): disconnects before it goes */
  SceauCellText text;
  SceauCellStyle style; /* or NULL for plain text */
} Cell;

static void
update_cell (const Cell *cell, SceauLazyRow *row)
{
  GtkWidget *label = gtk_list_item_get_child (cell->item);
  gpointer record = sceau_lazy_row_get_record (row);
  g_autofree char *shown = record != NULL ? cell->text (record) : NULL;

  gtk_label_set_text (GTK_LABEL (label), shown != NULL ? shown : "");
  if (cell->style != NULL)
    sceau_tag_set_style (label, shown != NULL ? (int) cell->style (record) : -1);
}

static void
record_cb (SceauLazyRow *row, GParamSpec *pspec, Cell *cell)
{
  update_cell (cell, row);
}

static void
cell_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SceauCellText text)
{
  SceauLazyRow *row = gtk_list_item_get_item (item);
  Cell *cell = g_new0 (Cell, 1);
  gulong handler;

  cell->item = item;
  cell->text = text;
  cell->style = (SceauCellStyle) g_object_get_data (G_OBJECT (factory), STYLE_KEY);
  handler = g_signal_connect_data (row, "notify::record", G_CALLBACK (record_cb), cell, cell_free, 0);
  g_object_set_data (G_OBJECT (item), HANDLER_KEY, GSIZE_TO_POINTER (handler));
  update_cell (cell, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gulong handler = GPOINTER_TO_SIZE (g_object_steal_data (G_OBJECT (item), HANDLER_KEY));

  g_signal_handler_disconnect (gtk_list_item_get_item (item), handler);
}

GtkColumnViewColumn *
sceau_columns_append (GtkColumnView *view, const char *title, SceauCellText text, SceauColumnFlags flags)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), FLAGS_KEY, GUINT_TO_POINTER (flags));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), text);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  column = gtk_column_view_column_new (title, factory);
  g_object_set_data (G_OBJECT (column), FLAGS_KEY, GUINT_TO_POINTER (flags));
  gtk_column_view_column_set_expand (column, (flags & SCEAU_COLUMN_EXPAND) != 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
  return column;
}

GtkColumnViewColumn *
sceau_columns_append_tags (GtkColumnView *view, const char *title, SceauCellText text, SceauCellStyle style, SceauColumnFlags flags)
{
  GtkColumnViewColumn *column = sceau_columns_append (view, title, text, flags);

  g_object_set_data (G_OBJECT (gtk_column_view_column_get_factory (column)), STYLE_KEY, (gpointer) style);
  return column;
}

static void
set_narrow (GtkColumnView *view, gboolean narrow)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (get_flags (column) & SCEAU_COLUMN_WIDE)
        gtk_column_view_column_set_visible (column, !narrow);
    }
}

static gboolean
follow_width (gpointer data)
{
  GtkNative *native = gtk_widget_get_native (data);

  if (native != NULL && gtk_native_get_surface (native) != NULL)
    set_narrow (data, gdk_surface_get_width (gtk_native_get_surface (native)) < NARROW_WIDTH);
  return G_SOURCE_REMOVE;
}

/* Later, since columns must not change while sizes are being given out. */
static void
width_cb (GtkColumnView *view)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width, g_object_ref (view), g_object_unref);
}

static void
map_cb (GtkColumnView *view)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (view)));

  g_signal_handlers_disconnect_by_func (surface, width_cb, view);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), view, G_CONNECT_SWAPPED);
  width_cb (view);
}

void
sceau_columns_show (GtkColumnView *view, GListModel *list)
{
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (list)));

  g_signal_handlers_disconnect_by_func (view, map_cb, NULL);
  g_signal_connect (view, "map", G_CALLBACK (map_cb), NULL);
  gtk_column_view_set_model (view, selection);
}
