/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-sheets-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels of the screen between and around sheets. */
#define GAP 12

/* Pixels of the screen for a point of paper at its own size. */
#define POINT (96.0 / 72.0)

#define ZOOM_MIN 0.1
#define ZOOM_MAX 4.0
/* Wider than that nobody reads better. */
#define ZOOM_FIT_MAX 2.0

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
  SIGNAL_MOVED,
  SIGNAL_SCALED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SceauPaperSheets, sceau_paper_sheets, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Layout -------------------------------------------------------------------------- */

static gboolean
announce_cb (gpointer user_data)
{
  SceauPaperSheets *self = user_data;

  self->announcing = 0;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
  g_signal_emit (self, signals[SIGNAL_SCALED], 0);
  return G_SOURCE_REMOVE;
}

/* Who listens changes widgets, and that must wait until all have their place: scrolling too happens while they get it. */
static void
announce (SceauPaperSheets *self)
{
  if (self->announcing == 0)
    self->announcing = g_idle_add (announce_cb, self);
}

static double
widest (SceauPaperSheets *self)
{
  double widest = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      double width, height;

      sceau_paper_pages_get_size (self->pages, i, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

static double
fit (SceauPaperSheets *self, int width, int height)
{
  double page_width, page_height, zoom;

  if (self->fit == SCEAU_PAPER_FREE || self->sheets->len == 0)
    return self->zoom;
  zoom = MIN ((width - 2 * GAP) / (widest (self) * POINT), ZOOM_FIT_MAX);
  if (self->fit == SCEAU_PAPER_FIT_PAGE && height > 0)
    {
      sceau_paper_pages_get_size (self->pages, MIN (self->page, self->sheets->len - 1), &page_width, &page_height);
      zoom = MIN (zoom, (height - 2 * GAP) / (page_height * POINT));
    }
  return CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
}

/* Whole pixels, so that a picture is as sharp as it was drawn. */
static void
place_sheets (SceauPaperSheets *self, int width)
{
  double scale = self->zoom * POINT;
  double y = GAP;

  self->width = MAX (width, ceil (widest (self) * scale) + 2 * GAP);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      double page_width, page_height;

      sceau_paper_pages_get_size (self->pages, i, &page_width, &page_height);
      page_width = round (page_width * scale);
      page_height = round (page_height * scale);
      graphene_rect_init (&sceau_paper_sheets_get_sheet (self, i)->area, (float) floor ((self->width - page_width) / 2), (float) y,
                          (float) page_width, (float) page_height);
      y += page_height + GAP;
    }
  self->height = y;
}

static void
configure (GtkAdjustment *adjustment, double value, double size, double room)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (size - room, 0)), 0, MAX (size, room), room * 0.1, room * 0.9, room);
}

/* Where the whole is to be scrolled to. */
static void
find_place (SceauPaperSheets *self, int width, int height, double *x, double *y)
{
  const graphene_rect_t *area;

  *x = *y = 0;
  if (self->sheets->len == 0)
    return;
  area = &sceau_paper_sheets_get_sheet (self, self->whole ? self->page : self->anchor_page)->area;
  *x = (double) (graphene_rect_get_x (area) + self->anchor.x * graphene_rect_get_width (area) - self->anchor_at.x);
  *y = (double) (graphene_rect_get_y (area) + self->anchor.y * graphene_rect_get_height (area) - self->anchor_at.y);
  if (self->whole)
    {
      *x = (self->width - width) / 2;
      *y = (double) graphene_rect_get_y (area) - MAX (GAP, (height - (double) graphene_rect_get_height (area)) / 2);
    }
}

static void
sceau_paper_sheets_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (widget);
  double before = self->zoom;
  double x, y;

  self->zoom = fit (self, width, self->vertical != NULL ? height : 0);
  if (self->pages != NULL)
    place_sheets (self, width);
  find_place (self, width, height, &x, &y);
  self->laying_out = TRUE;
  configure (self->horizontal, x, self->width, width);
  configure (self->vertical, y, self->height, height);
  self->laying_out = FALSE;
  /* From now on the middle stays, unless a page was asked for. */
  if (!self->whole)
    sceau_paper_sheets_hold (self, width / 2.0, height / 2.0);
  if (before < self->zoom || before > self->zoom)
    announce (self);
  sceau_paper_sheets_draw_next (self);
}

static void
sceau_paper_sheets_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (widget);

  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 720 : 540;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->vertical == NULL && self->sheets->len > 0)
    {
      double zoom = fit (self, for_size > 0 ? for_size : 720, 0);

      *natural = GAP;
      for (guint i = 0; i < self->sheets->len; i++)
        {
          double width, height;

          sceau_paper_pages_get_size (self->pages, i, &width, &height);
          *natural += (int) round (height * zoom * POINT) + GAP;
        }
      *minimum = *natural;
    }
}

static GtkSizeRequestMode
sceau_paper_sheets_get_request_mode (GtkWidget *widget)
{
  return SCEAU_PAPER_SHEETS (widget)->vertical == NULL ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Showing ------------------------------------------------------------------------- */

static void
snapshot_fault (SceauPaperSheets *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("This page could not be drawn. Open the document with another program."));
  const GdkRGBA ink = { 0, 0, 0, 1 };
  graphene_point_t corner = GRAPHENE_POINT_INIT (graphene_rect_get_x (area) + GAP, graphene_rect_get_y (area) + GAP);

  pango_layout_set_width (layout, MAX (1, (int) graphene_rect_get_width (area) - 2 * GAP) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_sheet (SceauPaperSheets *self, GtkSnapshot *snapshot, const SceauPaperSheet *sheet)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, 0.3F };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &sheet->area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &white, &sheet->area);
  if (sheet->texture != NULL)
    gtk_snapshot_append_texture (snapshot, sheet->texture, &sheet->area);
  else if (sheet->faulty)
    snapshot_fault (self, snapshot, &sheet->area);
}

static void
sceau_paper_sheets_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (widget);
  graphene_point_t origin = GRAPHENE_POINT_INIT ((float) -round (sceau_paper_sheets_get_value (self->horizontal)),
                                                 (float) -round (sceau_paper_sheets_get_value (self->vertical)));
  guint first, end;

  sceau_paper_sheets_find_in_sight (self, &first, &end);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  for (guint i = first; i < end; i++)
    snapshot_sheet (self, snapshot, sceau_paper_sheets_get_sheet (self, i));
  gtk_snapshot_restore (snapshot);
}

/* Scrolling ----------------------------------------------------------------------- */

/* The page at a height of the widget, or the nearest. */
static guint
page_at (SceauPaperSheets *self, double y)
{
  double wanted = y + sceau_paper_sheets_get_value (self->vertical);
  guint page = 0;

  while (page + 1 < self->sheets->len && (double) graphene_rect_get_y (&sceau_paper_sheets_get_sheet (self, page + 1)->area) <= wanted)
    page++;
  return page;
}

void
sceau_paper_sheets_hold (SceauPaperSheets *self, double x, double y)
{
  const graphene_rect_t *area;

  if (self->sheets->len == 0)
    return;
  self->whole = FALSE;
  self->anchor_page = page_at (self, y);
  area = &sceau_paper_sheets_get_sheet (self, self->anchor_page)->area;
  graphene_point_init (&self->anchor_at, (float) x, (float) y);
  graphene_point_init (&self->anchor, ((float) (sceau_paper_sheets_get_value (self->horizontal) + x) - graphene_rect_get_x (area)) / MAX (1, graphene_rect_get_width (area)),
                       ((float) (sceau_paper_sheets_get_value (self->vertical) + y) - graphene_rect_get_y (area)) / MAX (1, graphene_rect_get_height (area)));
}

static void
scrolled_cb (SceauPaperSheets *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->laying_out || self->sheets->len == 0)
    return;
  sceau_paper_sheets_hold (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  if (self->page != self->anchor_page)
    {
      self->page = self->anchor_page;
      announce (self);
    }
  sceau_paper_sheets_draw_next (self);
}

static void
set_adjustment (SceauPaperSheets *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sceau_paper_sheets_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (object);

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
sceau_paper_sheets_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (object);

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
sceau_paper_sheets_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sceau_paper_sheets_parent_class)->map (widget);
  sceau_paper_sheets_draw_next (SCEAU_PAPER_SHEETS (widget));
}

/* Makes room for @n_pages of another document.  Pictures of the one before stay in sight until their successors
 * are there: nothing flickers. */
static void
drop_pages (SceauPaperSheets *self, guint n_pages)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->generation++;
  g_array_set_size (self->sheets, n_pages);
}

static void
sheet_clear (gpointer data)
{
  g_clear_object (&((SceauPaperSheet *) data)->texture);
}

static void
sceau_paper_sheets_dispose (GObject *object)
{
  SceauPaperSheets *self = SCEAU_PAPER_SHEETS (object);

  g_clear_handle_id (&self->announcing, g_source_remove);
  drop_pages (self, 0);
  g_clear_object (&self->pages);
  set_adjustment (self, &self->horizontal, NULL);
  set_adjustment (self, &self->vertical, NULL);
  G_OBJECT_CLASS (sceau_paper_sheets_parent_class)->dispose (object);
}

static void
sceau_paper_sheets_finalize (GObject *object)
{
  g_array_unref (SCEAU_PAPER_SHEETS (object)->sheets);
  G_OBJECT_CLASS (sceau_paper_sheets_parent_class)->finalize (object);
}

static void
sceau_paper_sheets_class_init (SceauPaperSheetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sceau_paper_sheets_get_property;
  object_class->set_property = sceau_paper_sheets_set_property;
  object_class->dispose = sceau_paper_sheets_dispose;
  object_class->finalize = sceau_paper_sheets_finalize;
  widget_class->size_allocate = sceau_paper_sheets_size_allocate;
  widget_class->measure = sceau_paper_sheets_measure;
  widget_class->get_request_mode = sceau_paper_sheets_get_request_mode;
  widget_class->snapshot = sceau_paper_sheets_snapshot;
  widget_class->map = sceau_paper_sheets_map;
  gtk_widget_class_set_css_name (widget_class, "paper-sheets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_MOVED] = g_signal_new ("moved", SCEAU_TYPE_PAPER_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SCALED] = g_signal_new ("scaled", SCEAU_TYPE_PAPER_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  sceau_paper_sheets_listen (klass);
}

static void
sceau_paper_sheets_init (SceauPaperSheets *self)
{
  self->sheets = g_array_new (FALSE, TRUE, sizeof (SceauPaperSheet));
  g_array_set_clear_func (self->sheets, sheet_clear);
  self->zoom = 1;
  self->whole = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (sceau_paper_sheets_draw_next), NULL);
  sceau_paper_sheets_attach_pointer (self);
}

SceauPaperSheets *
sceau_paper_sheets_new (void)
{
  return g_object_new (SCEAU_TYPE_PAPER_SHEETS, NULL);
}

void
sceau_paper_sheets_set_pages (SceauPaperSheets *self, SceauPaperPages *pages)
{
  guint n_pages = pages != NULL ? sceau_paper_pages_get_n_pages (pages) : 0;

  g_return_if_fail (SCEAU_IS_PAPER_SHEETS (self));

  if (pages == self->pages)
    return;
  drop_pages (self, n_pages);
  g_set_object (&self->pages, pages);
  if (self->anchor_page >= n_pages || self->page >= n_pages)
    {
      self->page = n_pages > 0 ? n_pages - 1 : 0;
      self->whole = TRUE;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

guint
sceau_paper_sheets_get_page (SceauPaperSheets *self)
{
  return self->page;
}

void
sceau_paper_sheets_set_page (SceauPaperSheets *self, guint page)
{
  g_return_if_fail (SCEAU_IS_PAPER_SHEETS (self));

  if (self->sheets->len == 0)
    return;
  self->whole = TRUE;
  self->page = MIN (page, self->sheets->len - 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

SceauPaperFit
sceau_paper_sheets_get_fit (SceauPaperSheets *self)
{
  return self->fit;
}

void
sceau_paper_sheets_set_fit (SceauPaperSheets *self, SceauPaperFit value)
{
  g_return_if_fail (SCEAU_IS_PAPER_SHEETS (self));

  self->fit = value;
  self->whole = self->whole || value == SCEAU_PAPER_FIT_PAGE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SCALED], 0);
}

double
sceau_paper_sheets_get_zoom (SceauPaperSheets *self)
{
  return self->zoom;
}

void
sceau_paper_sheets_set_zoom (SceauPaperSheets *self, double zoom)
{
  g_return_if_fail (SCEAU_IS_PAPER_SHEETS (self));

  self->fit = SCEAU_PAPER_FREE;
  self->zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SCALED], 0);
}

void
sceau_paper_sheets_zoom_step (SceauPaperSheets *self, gboolean larger)
{
  static const double steps[] = { 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4 };
  double zoom = larger ? ZOOM_MAX : ZOOM_MIN;

  /* A hundredth: a step that fits by chance is not taken twice. */
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (larger && steps[i] > self->zoom + 0.01)
      zoom = MIN (zoom, steps[i]);
    else if (!larger && steps[i] < self->zoom - 0.01)
      zoom = MAX (zoom, steps[i]);
  sceau_paper_sheets_hold (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  sceau_paper_sheets_set_zoom (self, zoom);
}

gboolean
sceau_paper_sheets_is_drawn (SceauPaperSheets *self)
{
  guint first, end;

  sceau_paper_sheets_find_in_sight (self, &first, &end);
  for (guint i = first; i < end; i++)
    if (!sceau_paper_sheets_is_fresh (self, sceau_paper_sheets_get_sheet (self, i)))
      return FALSE;
  return end > first;
}

GdkTexture *
sceau_paper_sheets_peek (SceauPaperSheets *self, guint page)
{
  return page < self->sheets->len && sceau_paper_sheets_get_sheet (self, page)->generation == self->generation ? sceau_paper_sheets_get_sheet (self, page)->texture : NULL;
}
