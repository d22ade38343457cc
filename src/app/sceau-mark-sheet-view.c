/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark-sheet-view-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-ask-reason.h"
#include "sceau-import-report.h"
#include "sceau-page.h"
#include "sceau-record-results.h"
#include "sceau-rows.h"
#include "sceau-submit-dialog.h"

G_DEFINE_FINAL_TYPE (SceauMarkSheetView, sceau_mark_sheet_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 cohort_id;
  char *modality_code;
  int attempt;
  SceauMarkSheetFile *file;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->file, sceau_mark_sheet_file_free);
  g_free (reading->modality_code);
  g_free (reading);
}

static gboolean
read_sheet (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->file = sceau_mark_sheet_file_load (school, reading->cohort_id, reading->modality_code, reading->attempt, error);
  return reading->file != NULL;
}

gboolean
sceau_mark_sheet_view_can_write (SceauMarkSheetView *self)
{
  return !sceau_context_is_read_only (self->context);
}

SceauMarkSheetWork *
sceau_mark_sheet_view_work_new (SceauMarkSheetView *self)
{
  return sceau_mark_sheet_work_new (self->cohort_id, self->modality_code, self->attempt);
}

/* Nothing was written: what is shown goes back to what stands. */
static void
done_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const SceauMarkSheetWork *work = data;

  sceau_show_faults (from, _("The sheet could not be changed"), work->faults, error);
  if (error != NULL)
    sceau_mark_sheet_view_reload (SCEAU_MARK_SHEET_VIEW (from));
}

void
sceau_mark_sheet_view_run (SceauMarkSheetView *self, SceauWorkerFunc verb, SceauMarkSheetWork *work)
{
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Changing the sheet of marks"), verb, work,
                       (GDestroyNotify) sceau_mark_sheet_work_free, done_cb);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_submit_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, self->file)));
}

static void
reopen_for (const char *reason, gpointer data)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (data);
  SceauMarkSheetWork *work = sceau_mark_sheet_view_work_new (self);

  work->text = g_strdup (reason);
  sceau_mark_sheet_view_run (self, sceau_mark_sheet_work_reopen, work);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_ask_reason (widget, _("Reopen this sheet?"), _("Its marks can be changed again until it is handed in anew. The journal keeps the reason."),
                    _("_Reopen"), FALSE, reopen_for, widget);
}

/* What is shown -------------------------------------------------------------------- */

AdwPreferencesGroup *
sceau_mark_sheet_view_add_group (SceauMarkSheetView *self, const char *title, const char *action, const char *verb)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  if (action != NULL)
    sceau_group_set_button (group, verb, action, NULL);
  gtk_box_append (self->box, GTK_WIDGET (group));
  return group;
}

static void
add_state (SceauMarkSheetView *self)
{
  const SceauMarkSheet *sheet = self->file->sheet;
  gboolean submitted = sheet->state == SCEAU_SHEET_SUBMITTED;
  gboolean frozen = sheet->state == SCEAU_SHEET_FROZEN;
  AdwPreferencesGroup *group
    = frozen    ? sceau_mark_sheet_view_add_group (self, self->file->modality->title, NULL, NULL)
      : submitted ? sceau_mark_sheet_view_add_group (self, self->file->modality->title, "sheet.reopen", _("_Reopen…"))
                  : sceau_mark_sheet_view_add_group (self, self->file->modality->title, "sheet.submit", _("_Hand In…"));
  g_autofree char *count = g_strdup_printf (ngettext ("%d mark of %d", "%d marks of %d", (gulong) sheet->entered),
                                            sheet->entered, sheet->expected);
  g_autofree char *date = sheet->date != SCEAU_NO_DATE ? sceau_date_format_long (sheet->date) : NULL;

  sceau_group_add_property (group, _("State"), sceau_sheet_state_title (sheet->state));
  sceau_group_add_property (group, _("Marks"), count);
  sceau_group_add_property (group, _("Examiner"), sheet->examiner);
  sceau_group_add_property (group, _("Day of the assessment"), date);
  sceau_group_add_property (group, _("Handed in by"), sheet->submitted_by);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.submit", sheet->state == SCEAU_SHEET_DRAFT && sceau_mark_sheet_view_can_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.reopen", submitted && sceau_mark_sheet_view_can_write (self));
}

/* Who they are is one click away: on a blank sheet everybody would stand before what there is to do. */
static void
add_missing (SceauMarkSheetView *self)
{
  guint n = self->file->missing->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u mark is missing", "%u marks are missing", n), n);
  GtkWidget *all;

  if (n == 0)
    return;
  all = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (all), title);
  for (guint i = 0; i < n; i++)
    {
      const SceauMissingMark *missing = g_ptr_array_index (self->file->missing, i);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (all), GTK_WIDGET (sceau_row_new (missing->learner_name, missing->learner_number)));
    }
  adw_preferences_group_add (sceau_mark_sheet_view_add_group (self, NULL, NULL, NULL), all);
}

static void
show_file (SceauMarkSheetView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_state (self);
  add_missing (self);
  if (self->file->modality->double_entry)
    sceau_mark_sheet_view_add_second (self);
  if (self->file->modality->collective)
    sceau_mark_sheet_view_add_groups (self);
  if (self->file->modality->criteria->len > 0)
    sceau_mark_sheet_view_add_grids (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauMarkSheetView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GHashTable) typed = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The sheet of marks could not be read"), error);
      return;
    }
  typed = sceau_mark_sheet_view_take_second (self);
  g_clear_pointer (&self->file, sceau_mark_sheet_file_free);
  self->file = g_steal_pointer (&reading->file);
  /* The plan may have lost the modality meanwhile. */
  if (self->file->modality == NULL)
    return;
  show_file (self);
  sceau_mark_sheet_view_give_second (self, typed);
}

static void
sceau_mark_sheet_view_finalize (GObject *object)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->file, sceau_mark_sheet_file_free);
  g_clear_pointer (&self->second_rows, g_ptr_array_unref);
  g_clear_pointer (&self->adjusted, sceau_result_free);
  g_free (self->modality_code);
  G_OBJECT_CLASS (sceau_mark_sheet_view_parent_class)->finalize (object);
}

static void
sceau_mark_sheet_view_class_init (SceauMarkSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_mark_sheet_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-mark-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauMarkSheetView, box);
  gtk_widget_class_install_action (widget_class, "sheet.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "sheet.reopen", NULL, reopen_action);
  sceau_mark_sheet_view_install_second (widget_class);
  sceau_mark_sheet_view_install_grids (widget_class);
}

static void
sceau_mark_sheet_view_init (SceauMarkSheetView *self)
{
  static const char *const actions[] = { "sheet.submit", "sheet.reopen", "sheet.record-second", "sheet.settle", "sheet.import-grids",
                                         "sheet.import-grids-path" };

  self->second_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until it is known what the sheet holds. */
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

SceauMarkSheetView *
sceau_mark_sheet_view_new (SceauContext *context, gint64 cohort_id, const char *modality_code, int attempt)
{
  SceauMarkSheetView *self = g_object_new (SCEAU_TYPE_MARK_SHEET_VIEW, NULL);

  self->context = g_object_ref (context);
  self->cohort_id = cohort_id;
  self->modality_code = g_strdup (modality_code);
  self->attempt = attempt;
  sceau_mark_sheet_view_reload (self);
  return self;
}

void
sceau_mark_sheet_view_reload (SceauMarkSheetView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->cohort_id = self->cohort_id;
  reading->modality_code = g_strdup (self->modality_code);
  reading->attempt = self->attempt;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_sheet, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}
