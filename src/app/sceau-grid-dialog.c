/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-grid-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-criterion-points-table.h"
#include "sceau-date-row.h"
#include "sceau-import-report.h"
#include "sceau-mark-sheet-work.h"
#include "sceau-page.h"

struct _SceauGridDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *criteria;
  AdwEntryRow *mark_row; /* typed on the scales that points do not make */
  AdwEntryRow *examiner_row;
  SceauDateRow *date_row;
  AdwEntryRow *comment_row;
  GtkLabel *hint;
  SceauContext *context;
  gint64 cohort_id;
  gint64 enrolment_id;
  int attempt;
  SceauPlan *plan;
  const SceauModality *modality; /* of @plan */
  GPtrArray *rows;               /* (element-type AdwEntryRow): unowned, one a criterion */
  gboolean updating;             /* the computed mark is being shown */
};

G_DEFINE_FINAL_TYPE (SceauGridDialog, sceau_grid_dialog, ADW_TYPE_WINDOW)

static gboolean
is_computed (SceauGridDialog *self)
{
  return self->modality->scale == SCEAU_SCALE_TWENTY;
}

/* Points are hundredths on no scale of marks: "3", "2,5". FALSE when the text is no such number. */
static gboolean
read_points (GtkWidget *row, gint32 maximum, gint32 *points)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autoptr (GRegex) pattern = g_regex_new ("^([0-9]{1,4})(?:[.,]([0-9]{1,2}))?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;

  if (!g_regex_match (pattern, text, 0, &match))
    return FALSE;
  whole = g_match_info_fetch (match, 1);
  part = g_match_info_fetch (match, 2);
  *points = (gint32) g_ascii_strtoll (whole, NULL, 10) * 100;
  if (part != NULL && *part != '\0')
    *points += (gint32) g_ascii_strtoll (part, NULL, 10) * (strlen (part) == 1 ? 10 : 1);
  return *points <= maximum;
}

/* @points: room for every criterion.  FALSE when one is missing or too much; its row is then red. */
static gboolean
read_grid (SceauGridDialog *self, gint32 *points)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const SceauCriterion *criterion = g_ptr_array_index (self->modality->criteria, i);
      gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (row)) != '\0';
      gboolean good = read_points (row, criterion->points, &points[i]);

      if (typed && !good)
        gtk_widget_add_css_class (row, "error");
      else
        gtk_widget_remove_css_class (row, "error");
      whole = whole && good;
    }
  return whole;
}

static void
fields_changed_cb (SceauGridDialog *self)
{
  g_autofree gint32 *points = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SceauMark mark = SCEAU_MARK_NONE;
  gboolean whole;

  if (self->modality == NULL || self->updating)
    return;
  points = g_new0 (gint32, self->rows->len);
  whole = read_grid (self, points);
  if (is_computed (self))
    {
      if (whole && sceau_modality_mark_from_grid (self->modality, points, self->rows->len, &mark, NULL))
        text = sceau_mark_to_text (mark, self->modality->scale);
      self->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->mark_row), text != NULL ? text : "");
      self->updating = FALSE;
    }
  else if (!sceau_mark_parse (gtk_editable_get_text (GTK_EDITABLE (self->mark_row)), self->modality->scale, &mark, &error))
    whole = FALSE;
  gtk_label_set_text (self->hint, error != NULL ? error->message
                                  : whole       ? ""
                                                : _("Every criterion needs its points, at most as many as it is worth."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", whole && !sceau_date_row_is_wrong (self->date_row));
}

/* Enter: the next criterion; after the last one the grid is recorded when it is whole. */
static void
activated_cb (GtkWidget *row, SceauGridDialog *self)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index) && index + 1 < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, index + 1));
  else if (is_computed (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "dialog.create", NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->mark_row));
}

static void
recorded_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const SceauMarkSheetWork *work = data;

  sceau_show_faults (from, _("The grid could not be recorded"), work->faults, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static GPtrArray *
list_points (SceauGridDialog *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);
  g_autofree gint32 *points = g_new0 (gint32, self->rows->len);

  read_grid (self, points);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SceauCriterionPoints *entry = sceau_criterion_points_new ();

      entry->enrolment_id = self->enrolment_id;
      entry->modality_code = g_strdup (self->modality->code);
      entry->attempt = self->attempt;
      entry->criterion = g_strdup (((SceauCriterion *) g_ptr_array_index (self->modality->criteria, i))->code);
      entry->points = points[i];
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauGridDialog *self = SCEAU_GRID_DIALOG (widget);
  SceauMarkSheetWork *work = sceau_mark_sheet_work_new (self->cohort_id, self->modality->code, self->attempt);
  SceauMark mark = SCEAU_MARK_NONE;

  sceau_mark_parse (gtk_editable_get_text (GTK_EDITABLE (self->mark_row)), self->modality->scale, &mark, NULL);
  work->result = sceau_result_new (self->enrolment_id, self->modality->code, self->attempt, mark);
  work->result->examiner = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->examiner_row)));
  work->result->date = sceau_date_row_get_date (self->date_row);
  work->result->comment = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->comment_row)));
  work->entries = list_points (self);
  sceau_long_work_run (widget, self->context, _("Recording the grid"), sceau_mark_sheet_work_grid, work,
                       (GDestroyNotify) sceau_mark_sheet_work_free, recorded_cb);
}

/* The points that stand there already. */
typedef struct
{
  gint64 enrolment_id;
  char *modality_code;
  int attempt;
  GPtrArray *points;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->points, g_ptr_array_unref);
  g_free (reading->modality_code);
  g_free (reading);
}

static gboolean
read_standing (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->points = sceau_criterion_points_table_list (school, reading->enrolment_id, reading->modality_code, reading->attempt, error);
  return reading->points != NULL;
}

static void
show_points (SceauGridDialog *self, const SceauCriterionPoints *points)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (self->modality->criteria, i);
      g_autofree char *text = NULL;

      if (g_strcmp0 (criterion->code, points->criterion) != 0)
        continue;
      text = points->points % 100 == 0 ? g_strdup_printf ("%d", points->points / 100)
                                       : g_strdup_printf ("%d,%02d", points->points / 100, points->points % 100);
      gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (self->rows, i)), text);
    }
}

static void
standing_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauGridDialog) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      gtk_label_set_text (self->hint, error->message);
      return;
    }
  for (guint i = 0; i < reading->points->len; i++)
    show_points (self, g_ptr_array_index (reading->points, i));
}

static void
sceau_grid_dialog_finalize (GObject *object)
{
  SceauGridDialog *self = SCEAU_GRID_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_grid_dialog_parent_class)->finalize (object);
}

static void
sceau_grid_dialog_class_init (SceauGridDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_grid_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-grid-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauGridDialog, criteria);
  gtk_widget_class_bind_template_child (widget_class, SceauGridDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, SceauGridDialog, examiner_row);
  gtk_widget_class_bind_template_child (widget_class, SceauGridDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauGridDialog, comment_row);
  gtk_widget_class_bind_template_child (widget_class, SceauGridDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_grid_dialog_init (SceauGridDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_criterion (SceauGridDialog *self, const SceauCriterion *criterion)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *worth = criterion->points % 100 == 0 ? g_strdup_printf ("%d", criterion->points / 100)
                                                        : g_strdup_printf ("%d,%02d", criterion->points / 100, criterion->points % 100);
  /* Translators: a criterion of a grid, and how many points it is worth. */
  g_autofree char *title = g_strdup_printf (_("%s (out of %s)"), criterion->title, worth);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), self, 0);
  g_signal_connect_object (row, "changed", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->criteria, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_result (SceauGridDialog *self, const SceauResult *result)
{
  g_autofree char *text = NULL;

  if (result == NULL)
    return;
  text = sceau_mark_to_text (result->mark, self->modality->scale);
  gtk_editable_set_text (GTK_EDITABLE (self->mark_row), text);
  gtk_editable_set_text (GTK_EDITABLE (self->examiner_row), result->examiner != NULL ? result->examiner : "");
  gtk_editable_set_text (GTK_EDITABLE (self->comment_row), result->comment != NULL ? result->comment : "");
  sceau_date_row_set_date (self->date_row, result->date);
}

static void
read_what_stands (SceauGridDialog *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->enrolment_id = self->enrolment_id;
  reading->modality_code = g_strdup (self->modality->code);
  reading->attempt = self->attempt;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_standing, reading, reading_free, NULL, standing_cb,
                          g_object_ref (self));
}

SceauGridDialog *
sceau_grid_dialog_new (GtkWindow *parent, SceauContext *context, const SceauMarkSheetFile *file, const SceauEnrolment *enrolment)
{
  SceauGridDialog *self = g_object_new (SCEAU_TYPE_GRID_DIALOG, "transient-for", parent, "title", enrolment->learner_name, NULL);

  self->context = g_object_ref (context);
  self->cohort_id = file->cohort_id;
  self->enrolment_id = enrolment->id;
  self->attempt = file->attempt;
  self->plan = sceau_plan_copy (file->plan);
  self->modality = sceau_plan_find_modality (self->plan, file->modality->code);
  for (guint i = 0; i < self->modality->criteria->len; i++)
    add_criterion (self, g_ptr_array_index (self->modality->criteria, i));
  gtk_editable_set_editable (GTK_EDITABLE (self->mark_row), !is_computed (self));
  show_result (self, sceau_mark_sheet_file_get (file, enrolment->id));
  read_what_stands (self);
  fields_changed_cb (self);
  return self;
}
