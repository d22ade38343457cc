/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-window.h"

#include "sceau-dialogs.h"

struct _SceauPaperWindow
{
  AdwWindow parent_instance;

  SceauPaperPreview *preview;
  GCancellable *drawing; /* or NULL */
};

G_DEFINE_FINAL_TYPE (SceauPaperWindow, sceau_paper_window, ADW_TYPE_WINDOW)

static void
sceau_paper_window_dispose (GObject *object)
{
  SceauPaperWindow *self = SCEAU_PAPER_WINDOW (object);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  G_OBJECT_CLASS (sceau_paper_window_parent_class)->dispose (object);
}

static void
sceau_paper_window_class_init (SceauPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_paper_window_dispose;
  g_type_ensure (SCEAU_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauPaperWindow, preview);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_paper_window_init (SceauPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauPaperWindow *
sceau_paper_window_new (GtkWidget *from, const char *title)
{
  GtkRoot *parent = gtk_widget_get_root (from);
  SceauPaperWindow *self = g_object_new (SCEAU_TYPE_PAPER_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, "title",
                                         title, NULL);

  sceau_release_parent (GTK_WINDOW (self));
  /* Over a dialog that holds the keyboard, a window that does not could not be used. */
  gtk_window_set_modal (GTK_WINDOW (self), gtk_window_get_modal (GTK_WINDOW (parent)));
  return self;
}

SceauPaperPreview *
sceau_paper_window_get_preview (SceauPaperWindow *self)
{
  return self->preview;
}

/* Drawing ------------------------------------------------------------------------- */

typedef struct
{
  SceauPaperFunc func;
  gpointer job;
  GDestroyNotify job_free;
  char *name;
  GBytes *pdf;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  if (drawing->job_free != NULL)
    drawing->job_free (drawing->job);
  g_clear_pointer (&drawing->pdf, g_bytes_unref);
  g_free (drawing->name);
  g_free (drawing);
}

static gboolean
draw (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Drawing *drawing = job;

  drawing->pdf = drawing->func (school, drawing->job, cancellable, error);
  return drawing->pdf != NULL;
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPaperWindow) self = user_data;
  Drawing *drawing = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  /* Closed meanwhile. */
  if (self->drawing == NULL)
    return;
  g_clear_object (&self->drawing);
  if (done)
    sceau_paper_preview_show (self->preview, drawing->pdf, drawing->name);
  else
    sceau_paper_preview_show_fault (self->preview, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (sceau_paper_preview_get_sheets (self->preview)));
}

SceauPaperWindow *
sceau_paper_window_present (GtkWidget *from, SceauContext *context, const char *title, const char *name, SceauPaperFunc func,
                            gpointer job, GDestroyNotify job_free)
{
  SceauPaperWindow *self = sceau_paper_window_new (from, title);
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->func = func;
  drawing->job = job;
  drawing->job_free = job_free;
  drawing->name = g_strdup (name);
  self->drawing = g_cancellable_new ();
  sceau_paper_preview_wait (self->preview);
  sceau_worker_run_async (sceau_context_get_worker (context), draw, drawing, drawing_free, self->drawing, drawn_cb,
                          g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
