/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark-sheets-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-page.h"
#include "sceau-plan-table.h"
#include "sceau-rows.h"

struct _SceauMarkSheetsView
{
  AdwBin parent_instance;

  GtkBox *box;
  SceauContext *context;
  gint64 cohort_id;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauMarkSheetsView, sceau_mark_sheets_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 cohort_id;
  SceauPlan *plan;
  GPtrArray *sheets; /* (element-type SceauMarkSheet) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->plan, sceau_plan_free);
  g_clear_pointer (&reading->sheets, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_sheets (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find (school, reading->cohort_id, error);

  if (cohort == NULL)
    return FALSE;
  reading->plan = sceau_plan_table_find (school, cohort->certification_code, error);
  reading->sheets = reading->plan != NULL ? sceau_mark_sheet_table_list (school, reading->cohort_id, error) : NULL;
  return reading->sheets != NULL;
}

static void
activated_cb (AdwActionRow *row, SceauMarkSheetsView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "modality"),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "attempt")),
                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static SceauTagStyle
style_of (SceauSheetState state)
{
  switch (state)
    {
    case SCEAU_SHEET_SUBMITTED:
    case SCEAU_SHEET_FROZEN:
      return SCEAU_TAG_SUCCESS;
    case SCEAU_SHEET_DRAFT:
      return SCEAU_TAG_WARNING;
    case SCEAU_SHEET_BLANK:
    default:
      return SCEAU_TAG_PLAIN;
    }
}

/* (transfer full): "BC01-EC1 · 14 marks of 40 · Camille Exemple" */
static char *
describe (const SceauMarkSheet *sheet)
{
  /* Translators: marks entered, marks expected. */
  g_autofree char *count = g_strdup_printf (ngettext ("%d mark of %d", "%d marks of %d", (gulong) sheet->entered),
                                            sheet->entered, sheet->expected);

  return sheet->examiner != NULL ? g_strdup_printf ("%s · %s · %s", sheet->modality_code, count, sheet->examiner)
                                 : g_strdup_printf ("%s · %s", sheet->modality_code, count);
}

static GtkWidget *
row_new (SceauMarkSheetsView *self, const SceauPlan *plan, const SceauMarkSheet *sheet)
{
  const SceauModality *modality = sceau_plan_find_modality (plan, sheet->modality_code);
  const char *name = modality != NULL ? modality->title : sheet->modality_code;
  g_autofree char *title = sheet->attempt > 1 ? g_strdup_printf (_("%s, attempt %d"), name, sheet->attempt) : g_strdup (name);
  g_autofree char *subtitle = describe (sheet);
  AdwActionRow *row = sceau_row_new (title, subtitle);

  adw_action_row_set_title_lines (row, 2);
  adw_action_row_add_suffix (row, sceau_tag_new (sceau_sheet_state_title (sheet->state), style_of (sheet->state)));
  sceau_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "modality", g_strdup (sheet->modality_code), g_free);
  g_object_set_data (G_OBJECT (row), "attempt", GINT_TO_POINTER (sheet->attempt));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  return GTK_WIDGET (row);
}

static void
show_sheets (SceauMarkSheetsView *self, const SceauPlan *plan, GPtrArray *sheets)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  adw_preferences_group_set_title (group, _("Sheets of Marks"));
  adw_preferences_group_set_description (group, _("A sheet is handed in by its examiner; after that only a reopening, or the jury, changes its marks."));
  for (guint i = 0; i < sheets->len; i++)
    adw_preferences_group_add (group, row_new (self, plan, g_ptr_array_index (sheets, i)));
  gtk_box_append (self->box, GTK_WIDGET (group));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauMarkSheetsView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    sceau_page_read_failed (GTK_WIDGET (self), _("The sheets of marks could not be read"), error);
  else
    show_sheets (self, reading->plan, reading->sheets);
}

static void
sceau_mark_sheets_view_finalize (GObject *object)
{
  g_clear_object (&SCEAU_MARK_SHEETS_VIEW (object)->context);
  G_OBJECT_CLASS (sceau_mark_sheets_view_parent_class)->finalize (object);
}

static void
sceau_mark_sheets_view_class_init (SceauMarkSheetsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_mark_sheets_view_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SCEAU_TYPE_MARK_SHEETS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                         G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-mark-sheets-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauMarkSheetsView, box);
}

static void
sceau_mark_sheets_view_init (SceauMarkSheetsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauMarkSheetsView *
sceau_mark_sheets_view_new (SceauContext *context, gint64 cohort_id)
{
  SceauMarkSheetsView *self = g_object_new (SCEAU_TYPE_MARK_SHEETS_VIEW, NULL);

  self->context = g_object_ref (context);
  self->cohort_id = cohort_id;
  sceau_mark_sheets_view_reload (self);
  return self;
}

void
sceau_mark_sheets_view_reload (SceauMarkSheetsView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->cohort_id = self->cohort_id;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_sheets, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}
