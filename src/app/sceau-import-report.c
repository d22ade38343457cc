/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-import-report.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-lazy-row.h"

struct _SceauImportReport
{
  AdwWindow parent_instance;

  GtkButton *accept_button;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *list;
  SceauFaults *faults; /* the rows of the list point into it */
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauImportReport, sceau_import_report, ADW_TYPE_WINDOW)

/* "line 12 · birth_date · « 31/02/1999 »": whatever of these is known. */
static char *
get_place (GtkListItem *item, SceauLazyRow *row)
{
  const SceauFault *fault = row != NULL ? sceau_lazy_row_get_record (row) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (fault == NULL)
    return NULL;
  if (fault->line > 0 && fault->column > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("Line %d, column %d"), fault->line, fault->column));
  else if (fault->line > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("Line %d"), fault->line));
  else if (fault->place != NULL)
    g_ptr_array_add (parts, g_strdup (fault->place));
  if (fault->field != NULL)
    g_ptr_array_add (parts, g_strdup (fault->field));
  if (fault->value != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("“%s”"), fault->value));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
get_sentence (GtkListItem *item, SceauLazyRow *row)
{
  const SceauFault *fault = row != NULL ? sceau_lazy_row_get_record (row) : NULL;

  if (fault == NULL)
    return NULL;
  return fault->remedy != NULL ? g_strconcat (fault->reason, " ", fault->remedy, NULL) : g_strdup (fault->reason);
}

static char *
get_icon (GtkListItem *item, SceauLazyRow *row)
{
  const SceauFault *fault = row != NULL ? sceau_lazy_row_get_record (row) : NULL;

  if (fault == NULL)
    return NULL;
  return g_strdup (fault->severity == SCEAU_FAULT_ERROR ? "dialog-error-symbolic" : "dialog-warning-symbolic");
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sceau_import_report_dispose (GObject *object)
{
  SceauImportReport *self = SCEAU_IMPORT_REPORT (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  G_OBJECT_CLASS (sceau_import_report_parent_class)->dispose (object);
}

static void
sceau_import_report_finalize (GObject *object)
{
  g_clear_pointer (&SCEAU_IMPORT_REPORT (object)->faults, sceau_faults_free);
  G_OBJECT_CLASS (sceau_import_report_parent_class)->finalize (object);
}

static void
sceau_import_report_class_init (SceauImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_import_report_dispose;
  G_OBJECT_CLASS (klass)->finalize = sceau_import_report_finalize;
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", SCEAU_TYPE_IMPORT_REPORT, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SCEAU_TYPE_LAZY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauImportReport, accept_button);
  gtk_widget_class_bind_template_child (widget_class, SceauImportReport, summary);
  gtk_widget_class_bind_template_child (widget_class, SceauImportReport, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauImportReport, list);
  gtk_widget_class_bind_template_callback (widget_class, get_place);
  gtk_widget_class_bind_template_callback (widget_class, get_sentence);
  gtk_widget_class_bind_template_callback (widget_class, get_icon);
  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_import_report_init (SceauImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkSelectionModel *
list_faults (const SceauFaults *faults)
{
  GListStore *store = g_list_store_new (SCEAU_TYPE_LAZY_ROW);

  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autoptr (SceauLazyRow) row = sceau_lazy_row_new (i);

      sceau_lazy_row_take_record (row, (gpointer) sceau_faults_get (faults, i), NULL);
      g_list_store_append (store, row);
    }
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
}

SceauImportReport *
sceau_import_report_new (GtkWindow   *parent,
                         const char  *title,
                         const char  *summary,
                         SceauFaults *faults,
                         const char  *verb)
{
  SceauImportReport *self = g_object_new (SCEAU_TYPE_IMPORT_REPORT, "transient-for", parent, "title", title, NULL);
  g_autoptr (GtkSelectionModel) model = list_faults (faults);

  self->faults = faults;
  gtk_label_set_text (self->summary, summary);
  gtk_list_view_set_model (self->list, model);
  gtk_stack_set_visible_child_name (self->stack, sceau_faults_length (faults) > 0 ? "faults" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), verb != NULL);
  if (verb != NULL)
    gtk_button_set_label (self->accept_button, verb);
  return self;
}

SceauFaults *
sceau_faults_without_fields (const SceauFaults *faults)
{
  SceauFaults *copy = sceau_faults_new ();

  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);

      sceau_faults_add_at (copy, fault->severity, fault->place, NULL, fault->value, fault->reason, fault->remedy);
    }
  return copy;
}

void
sceau_show_faults (GtkWidget *from, const char *title, const SceauFaults *faults, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (error == NULL)
    return;
  if (sceau_faults_length (faults) > 0 && GTK_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (root), title, error->message,
                                                             sceau_faults_without_fields (faults), NULL)));
  else
    sceau_show_error (from, title, error);
}

void
sceau_show_warnings (GtkWidget *from, const char *title, const SceauFaults *faults)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (sceau_faults_length (faults) > 0 && GTK_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (root), title, _("Done. Please look at this:"),
                                                             sceau_faults_without_fields (faults), NULL)));
}
