/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-preview.h"

#include <glib/gi18n-lib.h>

#include "sceau-paper-preview.h"

/* Milliseconds without a change before a specimen is drawn: shorter than a thought, longer than a step of a slider. */
#define PAUSE 180

struct _SceauHousePreview
{
  AdwBin parent_instance;

  GtkDropDown *papers;
  AdwBin *place;
  SceauPaperPreview *preview; /* in it */
  SceauContext *context;
  SceauHouseStyle *style;   /* or NULL: nothing to show yet */
  SceauOrnaments ornaments;
  guint timeout;
  gboolean drawing;         /* in the worker */
  gboolean stale;           /* changed since the drawing began */
  guint drawn;
};

G_DEFINE_FINAL_TYPE (SceauHousePreview, sceau_house_preview, ADW_TYPE_BIN)

typedef struct
{
  SceauHouseStyle *style;
  SceauOrnaments ornaments;
  SceauPaper paper;
  GBytes *pdf;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  sceau_house_style_free (drawing->style);
  g_clear_pointer (&drawing->pdf, g_bytes_unref);
  g_free (drawing);
}

static gboolean
draw (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Drawing *drawing = job;

  drawing->pdf = sceau_preview_paper (school, drawing->style, &drawing->ornaments, drawing->paper, error);
  return drawing->pdf != NULL;
}

static void
show_specimen (SceauHousePreview *self, const Drawing *drawing)
{
  /* Translators: name of a file; the kind of paper. */
  g_autofree char *name = g_strdup_printf (_("specimen %s.pdf"), sceau_paper_title (drawing->paper));

  self->drawn++;
  sceau_paper_preview_show (self->preview, drawing->pdf, name);
}

static void begin (SceauHousePreview *self);

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauHousePreview) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  self->drawing = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (self->stale)
    begin (self);
  else if (done)
    show_specimen (self, sceau_worker_get_job (result));
  else
    sceau_paper_preview_show_fault (self->preview, error->message);
}

static void
begin (SceauHousePreview *self)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->style = sceau_house_style_copy (self->style);
  drawing->ornaments = self->ornaments;
  drawing->paper = sceau_house_preview_get_paper (self);
  self->drawing = TRUE;
  self->stale = FALSE;
  sceau_worker_run_async (sceau_context_get_worker (self->context), draw, drawing, drawing_free, NULL, drawn_cb, g_object_ref (self));
}

static gboolean
pause_cb (gpointer user_data)
{
  SceauHousePreview *self = user_data;

  self->timeout = 0;
  if (!self->drawing)
    begin (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (SceauHousePreview *self)
{
  if (self->style == NULL)
    return;
  self->stale = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, pause_cb, self);
}

static void
sceau_house_preview_unroot (GtkWidget *widget)
{
  g_clear_handle_id (&SCEAU_HOUSE_PREVIEW (widget)->timeout, g_source_remove);
  GTK_WIDGET_CLASS (sceau_house_preview_parent_class)->unroot (widget);
}

static void
sceau_house_preview_finalize (GObject *object)
{
  SceauHousePreview *self = SCEAU_HOUSE_PREVIEW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->context);
  sceau_house_style_free (self->style);
  G_OBJECT_CLASS (sceau_house_preview_parent_class)->finalize (object);
}

static void
sceau_house_preview_class_init (SceauHousePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_house_preview_finalize;
  widget_class->unroot = sceau_house_preview_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-house-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauHousePreview, papers);
  gtk_widget_class_bind_template_child (widget_class, SceauHousePreview, place);
}

static void
sceau_house_preview_init (SceauHousePreview *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SCEAU_N_PAPERS; i++)
    gtk_string_list_append (titles, sceau_paper_title (i));
  gtk_drop_down_set_model (self->papers, G_LIST_MODEL (titles));
  self->preview = sceau_paper_preview_new ();
  adw_bin_set_child (self->place, GTK_WIDGET (self->preview));
  sceau_paper_preview_wait (self->preview);
  g_signal_connect_object (self->papers, "notify::selected", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
}

SceauHousePreview *
sceau_house_preview_new (SceauContext *context)
{
  SceauHousePreview *self = g_object_new (SCEAU_TYPE_HOUSE_PREVIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}

void
sceau_house_preview_show (SceauHousePreview *self, const SceauHouseStyle *style, const SceauOrnaments *ornaments)
{
  SceauHouseStyle *copy = sceau_house_style_copy (style);

  sceau_house_style_free (self->style);
  self->style = copy;
  self->ornaments = *ornaments;
  schedule (self);
}

SceauPaper
sceau_house_preview_get_paper (SceauHousePreview *self)
{
  return MIN (gtk_drop_down_get_selected (self->papers), SCEAU_N_PAPERS - 1);
}

guint
sceau_house_preview_get_drawn (SceauHousePreview *self)
{
  return self->drawn;
}

gboolean
sceau_house_preview_is_fresh (SceauHousePreview *self)
{
  return self->drawn > 0 && !self->stale && !self->drawing;
}
