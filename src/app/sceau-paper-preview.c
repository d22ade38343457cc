/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-preview.h"

#include <errno.h>
#include <math.h>

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-paper-print.h"

struct _SceauPaperPreview
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *bar;
  GtkEntry *page_entry;
  GtkLabel *count_label;
  GtkLabel *name_label;
  GtkMenuButton *zoom_button;
  SceauPaperSheets *sheets;
  GtkLabel *fault;

  GCancellable *opening; /* of the document that was given last, or NULL */
  GBytes *pdf;           /* in sight, or NULL */
  guint n_pages;
  char *name;            /* of its file */
  GPtrArray *labels;     /* (element-type utf8): of pages, or NULL */
};

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauPaperPreview, sceau_paper_preview, ADW_TYPE_BIN)

/* The bar ------------------------------------------------------------------------- */

static const char *
get_label (SceauPaperPreview *self, guint page)
{
  return self->labels != NULL && page < self->labels->len ? g_ptr_array_index (self->labels, page) : NULL;
}

static void
show_place (SceauPaperPreview *self)
{
  guint page = sceau_paper_sheets_get_page (self->sheets);
  const char *label = get_label (self, page);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  /* Translators: after the number of the page that is seen. */
  g_autofree char *count = g_strdup_printf (_("of %u"), self->n_pages);
  g_autofree char *place = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);
  g_autofree char *spoken = label != NULL ? g_strdup_printf ("%s, %s", place, label) : g_strdup (place);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->name_label, label != NULL ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.previous", self->n_pages > 0 && page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.next", page + 1 < self->n_pages);
}

static void
show_zoom (SceauPaperPreview *self)
{
  /* Translators: how large a page is shown, in percent. */
  g_autofree char *zoom = g_strdup_printf (_("%d%%"), (int) lround (sceau_paper_sheets_get_zoom (self->sheets) * 100));

  gtk_menu_button_set_label (self->zoom_button, zoom);
}

static void
enable_document (SceauPaperPreview *self)
{
  static const char *const actions[] = { "paper.print",    "paper.save", "paper.open", "paper.zoom-in",
                                         "paper.zoom-out", "paper.zoom", "paper.fit" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->pdf != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_entry), self->n_pages > 1);
  gtk_widget_set_visible (self->bar, self->pdf != NULL);
}

static void
page_entered_cb (SceauPaperPreview *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)), 10, 1, G_MAXUINT, &page, NULL))
    sceau_paper_sheets_set_page (self->sheets, (guint) page - 1);
  show_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheets));
}

/* The document -------------------------------------------------------------------- */

static void
stop_opening (SceauPaperPreview *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
show_nothing (SceauPaperPreview *self, const char *child)
{
  sceau_paper_sheets_set_pages (self->sheets, NULL);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->n_pages = 0;
  enable_document (self);
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
show_pages (SceauPaperPreview *self, SceauPaperPages *pages)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = g_bytes_ref (sceau_paper_pages_get_bytes (pages));
  self->n_pages = sceau_paper_pages_get_n_pages (pages);
  sceau_paper_sheets_set_pages (self->sheets, pages);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  enable_document (self);
  show_place (self);
  show_zoom (self);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPaperPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPaperPages) pages = sceau_paper_pages_open_finish (result, &error);

  /* Another was given meanwhile, or nobody looks any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->opening != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->opening);
  if (pages != NULL)
    show_pages (self, pages);
  else
    sceau_paper_preview_show_fault (self, error->message);
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

void
sceau_paper_preview_show (SceauPaperPreview *self, GBytes *pdf, const char *name)
{
  g_return_if_fail (SCEAU_IS_PAPER_PREVIEW (self));
  g_return_if_fail (pdf != NULL && name != NULL);

  sceau_paper_preview_wait (self);
  g_free (self->name);
  self->name = g_strdelimit (g_strdup (name), "/\\:*?\"<>|\n", '-');
  self->opening = g_cancellable_new ();
  sceau_paper_pages_open_async (pdf, self->opening, opened_cb, g_object_ref (self));
}

void
sceau_paper_preview_wait (SceauPaperPreview *self)
{
  g_return_if_fail (SCEAU_IS_PAPER_PREVIEW (self));

  stop_opening (self);
  if (self->pdf == NULL)
    gtk_stack_set_visible_child_name (self->stack, "reading");
}

void
sceau_paper_preview_clear (SceauPaperPreview *self)
{
  g_return_if_fail (SCEAU_IS_PAPER_PREVIEW (self));

  stop_opening (self);
  show_nothing (self, "reading");
}

void
sceau_paper_preview_show_fault (SceauPaperPreview *self, const char *fault)
{
  g_return_if_fail (SCEAU_IS_PAPER_PREVIEW (self));

  stop_opening (self);
  gtk_label_set_text (self->fault, fault);
  show_nothing (self, "fault");
}

GBytes *
sceau_paper_preview_get_pdf (SceauPaperPreview *self)
{
  return self->pdf;
}

SceauPaperSheets *
sceau_paper_preview_get_sheets (SceauPaperPreview *self)
{
  return self->sheets;
}

void
sceau_paper_preview_set_labels (SceauPaperPreview *self, GPtrArray *labels)
{
  g_return_if_fail (SCEAU_IS_PAPER_PREVIEW (self));

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  self->labels = labels != NULL ? g_ptr_array_ref (labels) : NULL;
  show_place (self);
}

/* Files --------------------------------------------------------------------------- */

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autofree char *path = g_file_get_path (G_FILE (object));
  g_autoptr (GError) error = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (object), result, NULL, &error);

  if (gtk_widget_get_root (self) == NULL)
    return;
  if (!saved)
    sceau_show_error (self, _("The Document Could Not Be Saved"), error);
  else if (gtk_widget_get_ancestor (self, ADW_TYPE_TOAST_OVERLAY) != NULL)
    sceau_toast_open (self, _("Saved."), _("_Open"), path);
  else
    sceau_toast (self, _("Saved."));
}

static void
opening_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autofree char *path = g_file_get_path (G_FILE (object));
  g_autoptr (GError) error = NULL;
  gboolean written = g_file_replace_contents_finish (G_FILE (object), result, NULL, &error);

  if (gtk_widget_get_root (self) == NULL)
    return;
  if (written)
    sceau_open_path (self, path);
  else
    sceau_show_error (self, _("The Document Could Not Be Opened"), error);
}

/* Only the user can read it: it holds people's birth dates. */
static void
write_to (SceauPaperPreview *self, const char *path, GAsyncReadyCallback callback)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_replace_contents_bytes_async (file, self->pdf, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, callback, g_object_ref (self));
}

void
sceau_paper_preview_save (SceauPaperPreview *self, const char *path)
{
  g_return_if_fail (SCEAU_IS_PAPER_PREVIEW (self));

  if (self->pdf != NULL)
    write_to (self, path, saved_cb);
}

static void
save_chosen_cb (const char *path, gpointer user_data)
{
  sceau_paper_preview_save (user_data, path);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Document"), SCEAU_PAPER_PREVIEW (widget)->name, &kind,
                     save_chosen_cb, widget);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauPaperPreview *self = SCEAU_PAPER_PREVIEW (widget);
  /* The desktop empties this folder at the end of the user's session, and nobody else can read it. */
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "sceau", NULL);
  g_autofree char *path = g_build_filename (folder, self->name, NULL);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      write_to (self, path, opening_written_cb);
      return;
    }
  g_set_error (&error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” cannot be made. Save a copy, and open that one."), folder);
  sceau_show_error (widget, _("The Document Could Not Be Opened"), error);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauPaperPreview *self = SCEAU_PAPER_PREVIEW (widget);

  sceau_paper_print (widget, self->pdf, self->name, sceau_paper_sheets_get_page (self->sheets));
}

/* Pages and scale ----------------------------------------------------------------- */

static void
previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauPaperSheets *sheets = SCEAU_PAPER_PREVIEW (widget)->sheets;
  guint page = sceau_paper_sheets_get_page (sheets);

  sceau_paper_sheets_set_page (sheets, page > 0 ? page - 1 : 0);
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauPaperSheets *sheets = SCEAU_PAPER_PREVIEW (widget)->sheets;

  sceau_paper_sheets_set_page (sheets, sceau_paper_sheets_get_page (sheets) + 1);
}

static void
zoom_in_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_paper_sheets_zoom_step (SCEAU_PAPER_PREVIEW (widget)->sheets, TRUE);
}

static void
zoom_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_paper_sheets_zoom_step (SCEAU_PAPER_PREVIEW (widget)->sheets, FALSE);
}

static void
zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_paper_sheets_set_zoom (SCEAU_PAPER_PREVIEW (widget)->sheets, g_variant_get_double (parameter));
}

static void
fit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gboolean page = g_str_equal (g_variant_get_string (parameter, NULL), "page");

  sceau_paper_sheets_set_fit (SCEAU_PAPER_PREVIEW (widget)->sheets, page ? SCEAU_PAPER_FIT_PAGE : SCEAU_PAPER_FIT_WIDTH);
}

static void
sceau_paper_preview_dispose (GObject *object)
{
  stop_opening (SCEAU_PAPER_PREVIEW (object));
  G_OBJECT_CLASS (sceau_paper_preview_parent_class)->dispose (object);
}

static void
sceau_paper_preview_finalize (GObject *object)
{
  SceauPaperPreview *self = SCEAU_PAPER_PREVIEW (object);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_free (self->name);
  G_OBJECT_CLASS (sceau_paper_preview_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint larger[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint whole[] = { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_agrave };

  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    gtk_widget_class_add_binding_action (widget_class, larger[i], GDK_CONTROL_MASK, "paper.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    gtk_widget_class_add_binding_action (widget_class, smaller[i], GDK_CONTROL_MASK, "paper.zoom-out", NULL);
  /* On a French keyboard the key of the 0 says à without Shift. */
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    gtk_widget_class_add_binding_action (widget_class, whole[i], GDK_CONTROL_MASK, "paper.fit", "s", "page");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print", NULL);
}

static void
sceau_paper_preview_class_init (SceauPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_paper_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = sceau_paper_preview_finalize;
  g_type_ensure (SCEAU_TYPE_PAPER_SHEETS);
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", SCEAU_TYPE_PAPER_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-paper-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, page_entry);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, count_label);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, name_label);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, sheets);
  gtk_widget_class_bind_template_child (widget_class, SceauPaperPreview, fault);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_place);
  gtk_widget_class_bind_template_callback (widget_class, show_zoom);
  gtk_widget_class_install_action (widget_class, "paper.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "paper.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom", "d", zoom_action);
  gtk_widget_class_install_action (widget_class, "paper.fit", "s", fit_action);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "paper.open", NULL, open_action);
  bind_keys (widget_class);
}

static void
sceau_paper_preview_init (SceauPaperPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_nothing (self, "reading");
}

SceauPaperPreview *
sceau_paper_preview_new (void)
{
  return g_object_new (SCEAU_TYPE_PAPER_PREVIEW, NULL);
}
