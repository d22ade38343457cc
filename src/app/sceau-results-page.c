/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-dialogs.h"
#include "sceau-narrow.h"
#include "sceau-result-import.h"
#include "sceau-results-page-private.h"

/* Pixels of the window below which the sheets are found in the menu alone. */
#define NARROW_WIDTH 640

G_DEFINE_FINAL_TYPE (SceauResultsPage, sceau_results_page, SCEAU_TYPE_PAGE)

/* What the page asks the worker: the choices, then the sheet of the cohort that is shown. */
typedef struct
{
  guint serial;
  gint64 cohort_id;
  int attempt;
  GPtrArray *certifications;
  GPtrArray *cohorts;
  gboolean has_certification; /* at least one, with cohorts or without */
  SceauResultSheet *sheet;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->certifications, g_ptr_array_unref);
  g_clear_pointer (&reading->cohorts, g_ptr_array_unref);
  g_clear_object (&reading->sheet);
  g_free (reading);
}

static gboolean
has_cohort (GPtrArray *cohorts, const char *code)
{
  for (guint i = 0; i < cohorts->len; i++)
    if (g_str_equal (((SceauCohort *) g_ptr_array_index (cohorts, i))->certification_code, code))
      return TRUE;
  return FALSE;
}

static gboolean
read_choices (SceauSchool *school, Reading *reading, GError **error)
{
  const SceauCertificationQuery query = { 0 };

  reading->certifications = sceau_certification_table_list (school, &query, error);
  if (reading->certifications == NULL)
    return FALSE;
  reading->cohorts = sceau_cohort_table_list (school, NULL, error);
  if (reading->cohorts == NULL)
    return FALSE;
  reading->has_certification = reading->certifications->len > 0;
  for (guint i = reading->certifications->len; i > 0; i--)
    if (!has_cohort (reading->cohorts, ((SceauCertification *) g_ptr_array_index (reading->certifications, i - 1))->code))
      g_ptr_array_remove_index (reading->certifications, i - 1);
  return TRUE;
}

/* The cohort that was shown, or the latest when there is none or it went. */
static gint64
find_cohort_to_show (const Reading *reading)
{
  for (guint i = 0; i < reading->cohorts->len; i++)
    if (((SceauCohort *) g_ptr_array_index (reading->cohorts, i))->id == reading->cohort_id)
      return reading->cohort_id;
  return reading->cohorts->len > 0 ? ((SceauCohort *) g_ptr_array_index (reading->cohorts, 0))->id : 0;
}

static gboolean
read_everything (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  if (!read_choices (school, reading, error))
    return FALSE;
  reading->cohort_id = find_cohort_to_show (reading);
  if (reading->cohort_id == 0)
    return TRUE;
  reading->sheet = sceau_result_sheet_load (school, reading->cohort_id, reading->attempt, error);
  return reading->sheet != NULL;
}

gboolean
sceau_results_page_can_write (SceauResultsPage *self)
{
  SceauContext *context = sceau_page_get_context (SCEAU_PAGE (self));

  return context != NULL && !sceau_context_is_read_only (context);
}

const SceauCohort *
sceau_results_page_get_cohort (SceauResultsPage *self)
{
  for (guint i = 0; self->cohorts != NULL && i < self->cohorts->len; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (self->cohorts, i);

      if (cohort->id == self->cohort_id)
        return cohort;
    }
  return NULL;
}

static void
filter (SceauResultsPage *self)
{
  if (self->sheet == NULL)
    return;
  sceau_result_grid_commit (self->grid);
  sceau_result_sheet_filter (self->sheet, self->search, gtk_toggle_button_get_active (self->missing_only));
  gtk_stack_set_visible_child_name (self->grid_stack, sceau_result_sheet_get_n_rows (self->sheet) > 0 ? "grid" : "none");
}

static void
show_level (SceauResultsPage *self, gboolean has_certification)
{
  const char *name = "grid";

  if (!has_certification)
    name = "no-certification";
  else if (self->cohorts->len == 0)
    name = "no-cohort";
  else if (sceau_result_sheet_get_n_columns (self->sheet) == 0)
    name = "no-plan";
  else if (sceau_result_sheet_get_n_learners (self->sheet) == 0)
    name = "no-learner";
  gtk_stack_set_visible_child_name (self->stack, name);
  sceau_page_set_searchable (SCEAU_PAGE (self), g_str_equal (name, "grid"));
}

static void
show_sheet (SceauResultsPage *self, SceauResultSheet *sheet)
{
  if (sheet != NULL && self->sheet != NULL)
    sceau_result_sheet_take_faults (sheet, self->sheet);
  g_set_object (&self->sheet, sheet);
  if (sheet != NULL)
    sceau_result_sheet_filter (sheet, self->search, gtk_toggle_button_get_active (self->missing_only));
  sceau_result_grid_set_editable (self->grid, sceau_results_page_can_write (self));
  sceau_result_grid_set_sheet (self->grid, sheet);
  filter (self);
  sceau_results_page_show_attempts (self);
  sceau_results_page_update_actions (self);
  sceau_results_page_update_status (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauResultsPage) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (object)) || reading->serial != self->asked)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The results could not be read"), error);
      return;
    }
  /* Marks typed since the question are not in this answer: ask again when they are written. */
  if (sceau_result_edits_get_busy (self->edits) > 0 || sceau_result_grid_is_editing (self->grid))
    {
      self->stale = TRUE;
      self->failed = TRUE;
      return;
    }
  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  self->certifications = g_steal_pointer (&reading->certifications);
  self->cohorts = g_steal_pointer (&reading->cohorts);
  self->cohort_id = reading->cohort_id;
  sceau_results_page_show_choices (self);
  show_sheet (self, reading->sheet);
  show_level (self, reading->has_certification);
}

void
sceau_results_page_reload (SceauResultsPage *self)
{
  SceauWorker *worker = sceau_context_get_worker (sceau_page_get_context (SCEAU_PAGE (self)));
  Reading *reading = g_new0 (Reading, 1);

  self->stale = FALSE;
  self->failed = FALSE;
  self->seen_changes = sceau_worker_get_changes (worker);
  self->seen_edits = sceau_result_edits_get_done (self->edits);
  reading->serial = ++self->asked;
  reading->cohort_id = self->cohort_id;
  reading->attempt = self->chosen_attempt;
  sceau_worker_run_async (worker, read_everything, reading, reading_free, NULL, read_cb, g_object_ref (self));
}

/* The school changed; when nobody but this page changed it, the grid shows it already. */
void
sceau_results_page_reload_stale (SceauResultsPage *self)
{
  SceauContext *context = sceau_page_get_context (SCEAU_PAGE (self));
  guint changes, edits;

  if (!self->stale || context == NULL || sceau_result_edits_get_busy (self->edits) > 0
      || sceau_result_grid_is_editing (self->grid))
    return;
  changes = sceau_worker_get_changes (sceau_context_get_worker (context)) - self->seen_changes;
  edits = sceau_result_edits_get_done (self->edits) - self->seen_edits;
  if (changes != edits || self->failed)
    sceau_results_page_reload (self);
  self->stale = FALSE;
}

static void
sceau_results_page_set_context (SceauPage *page, SceauContext *context)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (page);

  sceau_result_grid_set_sheet (self->grid, NULL);
  SCEAU_PAGE_CLASS (sceau_results_page_parent_class)->set_context (page, context);
  g_clear_object (&self->sheet);
  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  self->cohort_id = 0;
  self->chosen_attempt = 1;
  self->asked++;
  g_free (self->search);
  self->search = g_strdup ("");
  sceau_results_page_set_worker (self, context != NULL ? sceau_context_get_worker (context) : NULL);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  sceau_results_page_update_actions (self);
}

static void
sceau_results_page_refresh (SceauPage *page)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (page);

  if (sceau_result_edits_get_busy (self->edits) > 0 || sceau_result_grid_is_editing (self->grid))
    self->stale = TRUE;
  else
    sceau_results_page_reload (self);
  sceau_results_page_reload_level (self);
}

static void
sceau_results_page_search (SceauPage *page, const char *text)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (text);
  filter (self);
}

static void
import_chosen_cb (const char *path, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  const SceauCohort *cohort = sceau_results_page_get_cohort (self);

  if (cohort != NULL)
    sceau_result_import_start (GTK_WIDGET (self), sceau_page_get_context (SCEAU_PAGE (self)), path,
                               cohort->certification_code, cohort->name, self->chosen_attempt);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Results (CSV)"), "*.csv" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Import Results"), NULL, &kind,
                     import_chosen_cb, user_data);
}

static void
template_chosen_cb (const char *path, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  const SceauCohort *cohort = sceau_results_page_get_cohort (self);

  if (cohort != NULL)
    sceau_result_template_save (GTK_WIDGET (self), sceau_page_get_context (SCEAU_PAGE (self)), path,
                                cohort->certification_code, cohort->name);
}

static void
template_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Results (CSV)"), "*.csv" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save a Results Template"),
                     _("results.csv"), &kind, template_chosen_cb, user_data);
}

static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  gtk_widget_set_visible (SCEAU_RESULTS_PAGE (widget)->sheets_button, !narrow);
}

static void
sceau_results_page_dispose (GObject *object)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (object);

  if (self->edits != NULL)
    sceau_results_page_set_worker (self, NULL);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (sceau_results_page_parent_class)->dispose (object);
}

static void
sceau_results_page_finalize (GObject *object)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (object);

  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  g_free (self->search);
  g_free (self->fault_modality);
  G_OBJECT_CLASS (sceau_results_page_parent_class)->finalize (object);
}

static void
sceau_results_page_class_init (SceauResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_results_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sceau_results_page_finalize;
  page_class->set_context = sceau_results_page_set_context;
  page_class->refresh = sceau_results_page_refresh;
  page_class->search = sceau_results_page_search;

  g_type_ensure (SCEAU_TYPE_RESULT_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, certification);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, cohort);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, attempt);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, sheets_button);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, missing_only);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, grid_stack);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, cell_status);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, save_status);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, fault_bar);
  gtk_widget_class_bind_template_child (widget_class, SceauResultsPage, fault_text);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, sceau_results_page_entered);
}

/* What is typed has ended, or the cursor is elsewhere. */
static void
moved_cb (SceauResultsPage *self)
{
  sceau_results_page_update_status (self);
  if (self->edits != NULL)
    sceau_results_page_reload_stale (self);
}

static void
sceau_results_page_init (SceauResultsPage *self)
{
  static const GActionEntry actions[] = {
    { "import", import_action },
    { "template", template_action },
  };

  self->search = g_strdup ("");
  self->chosen_attempt = 1;
  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  sceau_results_page_add_edit_actions (self);
  sceau_results_page_add_sheet_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
  sceau_results_page_listen (self);
  g_signal_connect_object (self->grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

SceauResultSheet *
sceau_results_page_get_sheet (SceauResultsPage *self)
{
  return self->sheet;
}

SceauResultGrid *
sceau_results_page_get_grid (SceauResultsPage *self)
{
  return self->grid;
}

gboolean
sceau_results_page_is_saving (SceauResultsPage *self)
{
  return self->edits != NULL && sceau_result_edits_get_busy (self->edits) > 0;
}
