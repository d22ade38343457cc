/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jurors-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-columns.h"
#include "sceau-dialogs.h"
#include "sceau-juror-dialog.h"
#include "sceau-juror-import.h"
#include "sceau-juror-table.h"
#include "sceau-keep-jurors.h"
#include "sceau-lazy-row.h"
#include "sceau-narrow.h"
#include "sceau-page.h"

/* Pixels of the window below which the buttons stand one above the other. */
#define NARROW_WIDTH 720

struct _SceauJurorsView
{
  AdwBin parent_instance;

  GtkBox *bar;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *count;
  GListStore *rows; /* (element-type SceauLazyRow) of SceauJuror */
  SceauContext *context;
  char *search;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauJurorsView, sceau_jurors_view, ADW_TYPE_BIN)

typedef struct
{
  char *search;
  GPtrArray *jurors;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->jurors, g_ptr_array_unref);
  g_free (reading->search);
  g_free (reading);
}

static gboolean
read_jurors (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->jurors = sceau_juror_table_list (school, reading->search, error);
  return reading->jurors != NULL;
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SceauJuror *) record)->name);
}

static char *
format_function (gconstpointer record)
{
  return g_strdup (((const SceauJuror *) record)->function);
}

static char *
format_field (gconstpointer record)
{
  return g_strdup (((const SceauJuror *) record)->field);
}

static char *
format_employer (gconstpointer record)
{
  return g_strdup (((const SceauJuror *) record)->employer);
}

static char *
format_side (gconstpointer record)
{
  return g_strdup (((const SceauJuror *) record)->internal ? _("Internal") : _("External"));
}

/* "until 30/09/2028", "from … to …", or nothing for a mandate without bounds. */
static char *
format_mandate (gconstpointer record)
{
  const SceauJuror *juror = record;
  g_autofree char *start = sceau_date_format_french (juror->mandate_start);
  g_autofree char *end = sceau_date_format_french (juror->mandate_end);

  if (juror->retired)
    return g_strdup (_("retired"));
  if (juror->mandate_start == SCEAU_NO_DATE && juror->mandate_end == SCEAU_NO_DATE)
    return NULL;
  if (juror->mandate_start == SCEAU_NO_DATE)
    return g_strdup_printf (_("until %s"), end);
  if (juror->mandate_end == SCEAU_NO_DATE)
    return g_strdup_printf (_("since %s"), start);
  return g_strdup_printf (_("from %s to %s"), start, end);
}

static void
show_jurors (SceauJurorsView *self, GPtrArray *jurors)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u juror", "%u jurors", jurors->len), jurors->len);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (jurors, NULL);
  for (guint i = 0; i < jurors->len; i++)
    {
      SceauLazyRow *row = sceau_lazy_row_new (i);

      sceau_lazy_row_take_record (row, g_ptr_array_index (jurors, i), (GDestroyNotify) sceau_juror_free);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  gtk_label_set_text (self->count, count);
  if (rows->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->search != NULL ? "not-found" : "empty");
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauJurorsView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    sceau_page_read_failed (GTK_WIDGET (self), _("The jurors could not be read"), error);
  else if (g_strcmp0 (reading->search, self->search) == 0)
    show_jurors (self, reading->jurors);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurorsView *self = SCEAU_JURORS_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_juror_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, NULL)));
}

static void
import_chosen_cb (const char *path, gpointer user_data)
{
  sceau_juror_import_start (GTK_WIDGET (user_data), SCEAU_JURORS_VIEW (user_data)->context, path);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SceauFileKind kind = { _("CSV files"), "*.csv" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Import Jurors"), NULL, &kind, import_chosen_cb, widget);
}

static void
template_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (sceau_write_juror_template (path, &error))
    sceau_toast_open (GTK_WIDGET (user_data), _("The template was saved"), _("_Open"), path);
  else
    sceau_show_error (GTK_WIDGET (user_data), _("The template could not be saved"), error);
}

static void
template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SceauFileKind kind = { _("CSV files"), "*.csv" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save a Template of the Directory"), _("jurors.csv"), &kind,
                     template_chosen_cb, widget);
}

static void
activate_cb (GtkColumnView *view, guint position, SceauJurorsView *self)
{
  g_autoptr (SceauLazyRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const SceauJuror *juror = row != NULL ? sceau_lazy_row_get_record (row) : NULL;

  if (juror != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, juror->id, juror->name);
}

static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  SceauJurorsView *self = SCEAU_JURORS_VIEW (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
sceau_jurors_view_finalize (GObject *object)
{
  SceauJurorsView *self = SCEAU_JURORS_VIEW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->rows);
  g_free (self->search);
  G_OBJECT_CLASS (sceau_jurors_view_parent_class)->finalize (object);
}

static void
sceau_jurors_view_class_init (SceauJurorsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_jurors_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-jurors-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauJurorsView, bar);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorsView, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorsView, view);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorsView, count);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "jurors.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "jurors.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "jurors.template", NULL, template_action);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SCEAU_TYPE_JURORS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_INT64, G_TYPE_STRING);
}

static void
sceau_jurors_view_init (SceauJurorsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
  self->rows = g_list_store_new (SCEAU_TYPE_LAZY_ROW);
  sceau_columns_append (self->view, _("Name"), format_name, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("Function"), format_function, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("Employer"), format_employer, SCEAU_COLUMN_EXPAND | SCEAU_COLUMN_WIDE);
  sceau_columns_append (self->view, _("Field"), format_field, SCEAU_COLUMN_WIDE | SCEAU_COLUMN_DIM);
  sceau_columns_append (self->view, _("Side"), format_side, SCEAU_COLUMN_DEFAULT);
  sceau_columns_append (self->view, _("Mandate"), format_mandate, SCEAU_COLUMN_WIDE | SCEAU_COLUMN_DIM);
  sceau_columns_show (self->view, G_LIST_MODEL (self->rows));
}

SceauJurorsView *
sceau_jurors_view_new (SceauContext *context)
{
  SceauJurorsView *self = g_object_new (SCEAU_TYPE_JURORS_VIEW, NULL);

  self->context = g_object_ref (context);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "jurors.add", !sceau_context_is_read_only (context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "jurors.import", !sceau_context_is_read_only (context));
  sceau_jurors_view_reload (self);
  return self;
}

void
sceau_jurors_view_reload (SceauJurorsView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->search = g_strdup (self->search);
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_jurors, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}

void
sceau_jurors_view_search (SceauJurorsView *self, const char *text)
{
  g_free (self->search);
  self->search = *text != '\0' ? g_strdup (text) : NULL;
  sceau_jurors_view_reload (self);
}
