/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-chart.h"

#include <glib/gi18n-lib.h>

#define N_RATES 3

/* Pixels. */
#define PANEL_HEIGHT 110
#define GAP 12
#define BAR_WIDTH 30
#define COUNT_WIDTH 46
#define SWATCH 12
#define COLUMN_WIDTH 114

/* What one year shows. */
typedef struct
{
  int year;
  gboolean published;
  int certified;
  int certified_vae;       /* or -1 */
  int percents[N_RATES];   /* or -1 */
  char *texts[N_RATES];    /* "83 %", "n.c.", "–" */
} Column;

struct _SceauStatisticsChart
{
  GtkWidget parent_instance;

  GArray *columns; /* (element-type Column): earliest first */
};

G_DEFINE_FINAL_TYPE (SceauStatisticsChart, sceau_statistics_chart, GTK_TYPE_WIDGET)

/* One pass over the picture: where it is drawn, or only how high it would be. */
typedef struct
{
  GtkWidget *widget;
  cairo_t *cr; /* NULL: measuring */
  int width;
  guint first;    /* column: earlier years give way where there is no room for their figures */
  guint n;        /* columns shown */
  GdkRGBA colour; /* of the text, as light or dark has it */
} Drawing;

static const GdkRGBA rate_colours[N_RATES] = {
  { 0.21f, 0.52f, 0.89f, 1 }, /* the platform's blue, green and orange, legible on light and dark */
  { 0.15f, 0.64f, 0.41f, 1 },
  { 0.90f, 0.46f, 0.10f, 1 },
};
static const GdkRGBA count_colour = { 0.65f, 0.11f, 0.18f, 1 }; /* sealing wax, as in style.css */
static const GdkRGBA count_colour_dark = { 0.88f, 0.33f, 0.40f, 1 };

static const char *
rate_title (int rate)
{
  static const char *const titles[N_RATES] = { N_("Employment, 6 months"), N_("Target job, 6 months"), N_("Target job, 2 years") };

  return _(titles[rate]);
}

static void
column_clear (gpointer data)
{
  Column *column = data;

  for (int i = 0; i < N_RATES; i++)
    g_free (column->texts[i]);
}

/* Data ---------------------------------------------------------------------------- */

static void
add_published (GArray *columns, const SceauPublishedStatistics *year)
{
  Column column = { year->year, TRUE, year->certified, year->certified_vae, { year->global_6m, year->target_6m, year->target_24m }, { NULL } };

  for (int i = 0; i < N_RATES; i++)
    column.texts[i] = sceau_statistics_percent_text (column.percents[i]);
  g_array_append_val (columns, column);
}

static void
add_computed (GArray *columns, const SceauStatisticsYear *year)
{
  const SceauRate rates[N_RATES] = { year->global_6m, year->target_6m, year->target_24m };
  Column column = { year->year, FALSE, year->certified, year->certified_vae, { 0 }, { NULL } };

  for (int i = 0; i < N_RATES; i++)
    {
      column.percents[i] = rates[i].state == SCEAU_RATE_KNOWN ? rates[i].percent : -1;
      column.texts[i] = sceau_statistics_rate_text (rates[i]);
    }
  g_array_append_val (columns, column);
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Column *first = a;
  const Column *second = b;

  return first->year != second->year ? first->year - second->year : second->published - first->published;
}

/* Everything that the eye gets, in one sentence a year. */
static char *
describe (GArray *columns)
{
  g_autoptr (GString) text = g_string_new (_("Certified people and insertion rates."));

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      g_autofree char *year = column->published ? g_strdup_printf (_("%d on the fiche"), column->year)
                                                : g_strdup_printf (_("%d in this school"), column->year);

      /* Translators: a year, how many certified people, then the three rates. */
      g_string_append_printf (text, ngettext (" %s: %d certified; employment at 6 months %s, target job at 6 months %s, at 2 years %s.",
                                              " %s: %d certified; employment at 6 months %s, target job at 6 months %s, at 2 years %s.",
                                              (gulong) MAX (column->certified, 0)),
                              year, MAX (column->certified, 0), column->texts[0], column->texts[1], column->texts[2]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Drawing ------------------------------------------------------------------------- */

static void
set_colour (const Drawing *drawing, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (drawing->cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* Text at @x: to its left (0), in its middle (0.5)…  Its size comes back, also when measuring. */
static void
draw_text (const Drawing *drawing, const char *text, double x, double y, double align, double alpha, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (drawing->widget, text);
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  if (drawing->cr != NULL)
    {
      set_colour (drawing, &drawing->colour, alpha);
      cairo_move_to (drawing->cr, x - align * w, y);
      pango_cairo_show_layout (drawing->cr, layout);
    }
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
}

static int
line_height (const Drawing *drawing)
{
  int height;

  draw_text (&(Drawing) { .widget = drawing->widget }, "0", 0, 0, 0, 1, NULL, &height);
  return height;
}

/* Filled: the school's own figure; outlined: a published one. */
static void
draw_bar (const Drawing *drawing, const GdkRGBA *colour, gboolean published, double x, double base, double width, double height)
{
  if (drawing->cr == NULL || height <= 0)
    return;
  if (published)
    {
      cairo_rectangle (drawing->cr, x + 0.75, base - height + 0.75, width - 1.5, height - 0.75);
      set_colour (drawing, colour, 0.12);
      cairo_fill_preserve (drawing->cr);
      set_colour (drawing, colour, 1);
      cairo_set_line_width (drawing->cr, 1.5);
      cairo_stroke (drawing->cr);
      return;
    }
  cairo_rectangle (drawing->cr, x, base - height, width, height);
  set_colour (drawing, colour, 1);
  cairo_fill (drawing->cr);
}

static void
draw_base (const Drawing *drawing, double y)
{
  if (drawing->cr == NULL)
    return;
  set_colour (drawing, &drawing->colour, 0.3);
  cairo_set_line_width (drawing->cr, 1);
  cairo_move_to (drawing->cr, 0, (int) y + 0.5);
  cairo_line_to (drawing->cr, drawing->width, (int) y + 0.5);
  cairo_stroke (drawing->cr);
}

/* One entry of a legend; goes to the next line when there is no room. */
static void
draw_key (const Drawing *drawing, const GdkRGBA *colour, gboolean published, const char *title, double *x, double *y, int line)
{
  int width;

  draw_text (&(Drawing) { .widget = drawing->widget }, title, 0, 0, 0, 1, &width, NULL);
  if (*x > 0 && *x + SWATCH + 6 + width > drawing->width)
    {
      *x = 0;
      *y += line + 3;
    }
  draw_bar (drawing, colour, published, *x, *y + (line + SWATCH) / 2.0, SWATCH, SWATCH);
  draw_text (drawing, title, *x + SWATCH + 6, *y, 0, 1, NULL, NULL);
  *x += SWATCH + 6 + width + 18;
}

static const GdkRGBA *
get_count_colour (const Drawing *drawing)
{
  /* Light text means a dark ground. */
  return drawing->colour.red + drawing->colour.green + drawing->colour.blue > 1.5f ? &count_colour_dark : &count_colour;
}

static int
largest_count (GArray *columns)
{
  int largest = 1;

  for (guint i = 0; i < columns->len; i++)
    largest = MAX (largest, g_array_index (columns, Column, i).certified);
  return largest;
}

static double
column_centre (const Drawing *drawing, guint i)
{
  return drawing->width * (i - drawing->first + 0.5) / drawing->n;
}

static void
draw_count (const Drawing *drawing, const Column *column, double centre, double base, double scale, int line)
{
  const GdkRGBA *colour = get_count_colour (drawing);
  double height = MAX (column->certified, 0) * scale;
  g_autofree char *text = column->certified_vae > 0
    /* Translators: certified people, and how many of them by VAE. */
    ? g_strdup_printf (_("%d (%d VAE)"), MAX (column->certified, 0), column->certified_vae)
    : g_strdup_printf ("%d", MAX (column->certified, 0));

  draw_bar (drawing, colour, column->published, centre - COUNT_WIDTH / 2.0, base, COUNT_WIDTH, height);
  draw_text (drawing, text, centre, base - height - line - 1, 0.5, 1, NULL, NULL);
}

static double
draw_counts (const Drawing *drawing, GArray *columns, double y, int line)
{
  double base = y + line + PANEL_HEIGHT;
  double scale = (double) PANEL_HEIGHT / largest_count (columns);

  for (guint i = drawing->first; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      double centre = column_centre (drawing, i);
      g_autofree char *year = g_strdup_printf ("%d", column->year);

      draw_count (drawing, column, centre, base, scale, line);
      draw_text (drawing, year, centre, base + 3, 0.5, 0.7, NULL, NULL);
    }
  draw_base (drawing, base);
  return base + 3 + line;
}

static double
draw_rates (const Drawing *drawing, GArray *columns, double y, int line)
{
  double base = y + line + PANEL_HEIGHT;
  /* Three bars and their figures keep to their year, however many years there are. */
  double step = MIN (BAR_WIDTH + 14.0, drawing->width * 0.9 / (drawing->n * N_RATES));

  for (guint i = drawing->first; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      double centre = column_centre (drawing, i);
      g_autofree char *year = g_strdup_printf ("%d", column->year);

      for (int rate = 0; rate < N_RATES; rate++)
        {
          double middle = centre + (rate - 1) * step;
          double height = MAX (column->percents[rate], 0) * PANEL_HEIGHT / 100.0;
          double width = MIN (BAR_WIDTH, step - 4);

          draw_bar (drawing, &rate_colours[rate], column->published, middle - width / 2, base, width, height);
          draw_text (drawing, column->texts[rate], middle, base - height - line - 1, 0.5, 1, NULL, NULL);
        }
      draw_text (drawing, year, centre, base + 3, 0.5, 0.7, NULL, NULL);
    }
  draw_base (drawing, base);
  return base + 3 + line;
}

static double
draw_count_legend (const Drawing *drawing, double y, int line)
{
  double x = 0;

  draw_key (drawing, get_count_colour (drawing), FALSE, _("Certified, this school"), &x, &y, line);
  draw_key (drawing, get_count_colour (drawing), TRUE, _("Published on the fiche (outlined)"), &x, &y, line);
  return y + line + GAP;
}

static double
draw_rate_legend (const Drawing *drawing, double y, int line)
{
  double x = 0;

  for (int i = 0; i < N_RATES; i++)
    draw_key (drawing, &rate_colours[i], FALSE, rate_title (i), &x, &y, line);
  return y + line + GAP;
}

/* Draws all, or with no cairo context only says how high it is. */
static int
draw_all (Drawing *drawing, GArray *columns)
{
  int line = line_height (drawing);
  double y = draw_count_legend (drawing, 0, line);

  drawing->n = MIN (columns->len, (guint) MAX (drawing->width / COLUMN_WIDTH, 1));
  drawing->first = columns->len - drawing->n;

  y = draw_counts (drawing, columns, y, line);
  y = draw_rate_legend (drawing, y + 2 * GAP, line);
  return (int) draw_rates (drawing, columns, y, line);
}

/* Widget -------------------------------------------------------------------------- */

static void
sceau_statistics_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SceauStatisticsChart *self = SCEAU_STATISTICS_CHART (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  Drawing drawing = { .widget = widget, .width = gtk_widget_get_width (widget) };

  if (self->columns->len == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &drawing.colour);
  drawing.cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_all (&drawing, self->columns);
  cairo_destroy (drawing.cr);
}

static GtkSizeRequestMode
sceau_statistics_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sceau_statistics_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                int *minimum_baseline, int *natural_baseline)
{
  SceauStatisticsChart *self = SCEAU_STATISTICS_CHART (widget);
  Drawing drawing = { .widget = widget, .width = for_size > 0 ? for_size : 600 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 600;
    }
  else
    *minimum = *natural = self->columns->len > 0 ? draw_all (&drawing, self->columns) : 0;
}

static void
sceau_statistics_chart_finalize (GObject *object)
{
  g_array_unref (SCEAU_STATISTICS_CHART (object)->columns);
  G_OBJECT_CLASS (sceau_statistics_chart_parent_class)->finalize (object);
}

static void
sceau_statistics_chart_class_init (SceauStatisticsChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_statistics_chart_finalize;
  widget_class->snapshot = sceau_statistics_chart_snapshot;
  widget_class->measure = sceau_statistics_chart_measure;
  widget_class->get_request_mode = sceau_statistics_chart_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
sceau_statistics_chart_init (SceauStatisticsChart *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
}

GtkWidget *
sceau_statistics_chart_new (void)
{
  return g_object_new (SCEAU_TYPE_STATISTICS_CHART, NULL);
}

void
sceau_statistics_chart_set_data (SceauStatisticsChart *self, const SceauStatisticsData *data)
{
  GPtrArray *published = data->certification->statistics;
  g_autofree char *label = NULL;

  g_return_if_fail (SCEAU_IS_STATISTICS_CHART (self));

  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < published->len; i++)
    add_published (self->columns, g_ptr_array_index (published, i));
  for (guint i = 0; i < data->years->len; i++)
    add_computed (self->columns, g_ptr_array_index (data->years, i));
  g_array_sort (self->columns, compare_columns);

  label = describe (self->columns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
