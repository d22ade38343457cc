/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-letter-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-notify-results.h"
#include "sceau-paper-preview.h"

struct _SceauLetterView
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *progress;
  SceauPaperPreview *preview;
  SceauContext *context;
  gint64 session_id;
  GArray *order;    /* (element-type gint64) */
  GPtrArray *names; /* (element-type utf8) */
  guint position;
};

G_DEFINE_FINAL_TYPE (SceauLetterView, sceau_letter_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 session_id;
  gint64 enrolment_id;
  GBytes *pdf;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->pdf, g_bytes_unref);
  g_free (reading);
}

static gboolean
read_letter (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->pdf = sceau_render_result_letter (school, reading->session_id, reading->enrolment_id, error);
  return reading->pdf != NULL;
}

static gint64
get_enrolment (SceauLetterView *self)
{
  return g_array_index (self->order, gint64, self->position);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauLetterView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || reading->enrolment_id != get_enrolment (self))
    return;
  if (done)
    {
      g_autofree char *name = g_strdup_printf (_("letter %s.pdf"), (const char *) g_ptr_array_index (self->names, self->position));

      sceau_paper_preview_show (self->preview, reading->pdf, name);
    }
  else
    sceau_paper_preview_show_fault (self->preview, error->message);
}

static void
move_to (SceauLetterView *self, guint position)
{
  g_autofree char *progress = NULL;

  self->position = position;
  /* Translators: place of the letter, number of letters. */
  progress = g_strdup_printf (_("%u of %u"), position + 1, self->order->len);
  gtk_label_set_text (self->name, g_ptr_array_index (self->names, position));
  gtk_label_set_text (self->progress, progress);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.previous", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.next", position + 1 < self->order->len);
  /* Nothing may be saved or printed as somebody else's. */
  sceau_paper_preview_clear (self->preview);
  sceau_letter_view_reload (self);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauLetterView *self = SCEAU_LETTER_VIEW (widget);

  if (self->position > 0)
    move_to (self, self->position - 1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauLetterView *self = SCEAU_LETTER_VIEW (widget);

  if (self->position + 1 < self->order->len)
    move_to (self, self->position + 1);
}

static void
sceau_letter_view_finalize (GObject *object)
{
  SceauLetterView *self = SCEAU_LETTER_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_letter_view_parent_class)->finalize (object);
}

static void
sceau_letter_view_class_init (SceauLetterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_letter_view_finalize;
  g_type_ensure (SCEAU_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-letter-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauLetterView, name);
  gtk_widget_class_bind_template_child (widget_class, SceauLetterView, progress);
  gtk_widget_class_bind_template_child (widget_class, SceauLetterView, preview);
  gtk_widget_class_install_action (widget_class, "letter.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "letter.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "letter.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "letter.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "letter.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "letter.next", NULL);
}

static void
sceau_letter_view_init (SceauLetterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A letter is there to be read. */
  sceau_paper_sheets_set_fit (sceau_paper_preview_get_sheets (self->preview), SCEAU_PAPER_FIT_WIDTH);
}

SceauLetterView *
sceau_letter_view_new (SceauContext *context, gint64 session_id, GArray *order, GPtrArray *names, guint position)
{
  SceauLetterView *self = g_object_new (SCEAU_TYPE_LETTER_VIEW, NULL);

  g_return_val_if_fail (position < order->len && order->len == names->len, NULL);

  self->context = g_object_ref (context);
  self->session_id = session_id;
  self->order = g_array_ref (order);
  self->names = g_ptr_array_ref (names);
  move_to (self, position);
  return self;
}

void
sceau_letter_view_reload (SceauLetterView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->session_id = self->session_id;
  reading->enrolment_id = get_enrolment (self);
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_letter, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}
