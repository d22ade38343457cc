/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-dialogs.h"
#include "sceau-rows.h"
#include "sceau-statistics-chart.h"
#include "sceau-statistics-survey.h"
#include "sceau-statistics-table.h"
#include "sceau-survey-insertion.h"

struct _SceauStatisticsPage
{
  SceauPage parent_instance;

  GtkStack *stack;
  AdwComboRow *certification_row;
  SceauStatisticsChart *chart;
  GtkWidget *chart_card;
  GtkWidget *nobody;     /* what to do first, without anybody certified */
  AdwPreferencesGroup *computed_group;
  AdwPreferencesGroup *published_group;
  AdwPreferencesGroup *surveys_group;
  GtkWidget *computed;   /* (unowned) or NULL: the table in its group */
  GtkWidget *published;  /* the same */
  GPtrArray *survey_rows; /* (element-type GtkWidget) (unowned): in their group */
  GPtrArray *codes;      /* (element-type utf8): of the entries of the combo row */
  gboolean listing;      /* the entries are being replaced */
};

G_DEFINE_FINAL_TYPE (SceauStatisticsPage, sceau_statistics_page, SCEAU_TYPE_PAGE)

/* (nullable) */
static const char *
get_code (SceauStatisticsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->certification_row);

  return selected < self->codes->len ? g_ptr_array_index (self->codes, selected) : NULL;
}

/* Showing ------------------------------------------------------------------------- */

/* What a row of surveys leads to. */
typedef struct
{
  int year;
  int horizon;
} Survey;

#define SURVEY_KEY "sceau-survey"

static void
pending_cb (SceauStatisticsSurvey *survey, GParamSpec *pspec, SceauPage *page)
{
  sceau_page_enable_action (page, "save", sceau_statistics_survey_get_pending (survey) > 0);
}

static GtkWidget *
save_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.save");
  gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static void
survey_activated_cb (AdwActionRow *row, SceauPage *page)
{
  const Survey *survey = g_object_get_data (G_OBJECT (row), SURVEY_KEY);
  SceauStatisticsSurvey *view = sceau_statistics_survey_new (sceau_page_get_context (page),
                                                             get_code (SCEAU_STATISTICS_PAGE (page)), survey->year,
                                                             survey->horizon);
  g_autofree char *title = survey->horizon == 6 ? g_strdup_printf (_("At 6 months, certified in %d"), survey->year)
                                                : g_strdup_printf (_("At 2 years, certified in %d"), survey->year);

  g_signal_connect_object (view, "notify::pending", G_CALLBACK (pending_cb), page, 0);
  sceau_page_enable_action (page, "save", FALSE);
  sceau_page_push (page, GTK_WIDGET (view), title, save_button_new ());
  sceau_page_set_searchable (page, TRUE);
}

static void
add_survey (SceauStatisticsPage *self, int year, int horizon, int respondents, int certified, SceauRateState state)
{
  g_autofree char *title = horizon == 6 ? g_strdup_printf (_("At 6 months, certified in %d"), year)
                                        : g_strdup_printf (_("At 2 years, certified in %d"), year);
  g_autofree char *answers = g_strdup_printf (_("%d of %d answered"), respondents, certified);
  AdwActionRow *row = sceau_row_new (title, state == SCEAU_RATE_NOT_DUE ? _("Not due yet") : NULL);
  Survey *survey = g_new0 (Survey, 1);

  survey->year = year;
  survey->horizon = horizon;
  adw_action_row_add_suffix (row, sceau_tag_new (answers, respondents < certified && state != SCEAU_RATE_NOT_DUE ? SCEAU_TAG_WARNING
                                                                                                                : SCEAU_TAG_PLAIN));
  sceau_row_add_arrow (row);
  g_object_set_data_full (G_OBJECT (row), SURVEY_KEY, survey, g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (survey_activated_cb), self, 0);
  adw_preferences_group_add (self->surveys_group, GTK_WIDGET (row));
  g_ptr_array_add (self->survey_rows, row);
}

static void
show_surveys (SceauStatisticsPage *self, GPtrArray *years)
{
  for (guint i = 0; i < self->survey_rows->len; i++)
    adw_preferences_group_remove (self->surveys_group, g_ptr_array_index (self->survey_rows, i));
  g_ptr_array_set_size (self->survey_rows, 0);
  for (guint i = 0; i < years->len; i++)
    {
      const SceauStatisticsYear *year = g_ptr_array_index (years, i);

      add_survey (self, year->year, 6, year->respondents_6m, year->certified, year->global_6m.state);
      add_survey (self, year->year, 24, year->respondents_24m, year->certified, year->target_24m.state);
    }
}

static void
replace_table (AdwPreferencesGroup *group, GtkWidget **shown, GtkWidget *table)
{
  if (*shown != NULL)
    adw_preferences_group_remove (group, *shown);
  *shown = table;
  adw_preferences_group_add (group, table);
}

static void
show_data (SceauStatisticsPage *self, const SceauStatisticsData *data)
{
  GPtrArray *published = data->certification->statistics;

  replace_table (self->computed_group, &self->computed, sceau_statistics_table_new (data->years));
  replace_table (self->published_group, &self->published, sceau_statistics_published_table_new (published));
  show_surveys (self, data->years);
  sceau_statistics_chart_set_data (self->chart, data);
  gtk_widget_set_visible (self->chart_card, data->years->len + published->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->computed_group), data->years->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->published_group), published->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->surveys_group), data->years->len > 0);
  sceau_page_enable_action (SCEAU_PAGE (self), "export", data->years->len > 0);
  gtk_widget_set_visible (self->nobody, data->years->len == 0);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

/* Reading ------------------------------------------------------------------------- */

typedef struct
{
  char *code;                /* of the one to show, or NULL for the first */
  GPtrArray *certifications; /* (element-type SceauCertification): heads */
  SceauStatisticsData *data; /* or NULL without any certification */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->code);
  g_clear_pointer (&reading->certifications, g_ptr_array_unref);
  g_clear_pointer (&reading->data, sceau_statistics_data_free);
  g_free (reading);
}

static gboolean
is_among (GPtrArray *certifications, const char *code)
{
  for (guint i = 0; i < certifications->len; i++)
    if (g_strcmp0 (((const SceauCertification *) g_ptr_array_index (certifications, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_all (SceauSchool *school, Reading *reading, GError **error)
{
  const SceauCertificationQuery query = { 0 };

  reading->certifications = sceau_certification_table_list (school, &query, error);
  if (reading->certifications == NULL)
    return FALSE;
  if (reading->certifications->len == 0)
    return TRUE;
  if (!is_among (reading->certifications, reading->code))
    {
      const SceauCertification *last = g_ptr_array_index (reading->certifications, reading->certifications->len - 1);

      g_free (reading->code);
      reading->code = g_strdup (last->code);
    }
  reading->data = sceau_statistics_data_load (school, reading->code, error);
  return reading->data != NULL;
}

static gboolean
read_statistics (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  gboolean done;

  if (!sceau_school_begin_read (school, error))
    return FALSE;
  done = read_all (school, job, error);
  sceau_school_end_read (school);
  return done;
}

static void
show_certifications (SceauStatisticsPage *self, const Reading *reading)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < reading->certifications->len; i++)
    {
      const SceauCertification *certification = g_ptr_array_index (reading->certifications, i);
      g_autofree char *title = g_strdup_printf ("%s – %s", certification->code, certification->title);

      gtk_string_list_append (titles, title);
      g_ptr_array_add (self->codes, g_strdup (certification->code));
      if (g_strcmp0 (certification->code, reading->code) == 0)
        selected = i;
    }
  self->listing = TRUE;
  adw_combo_row_set_model (self->certification_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->certification_row, selected);
  self->listing = FALSE;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauStatisticsPage) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (object)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The Statistics Could Not Be Read"), error);
      return;
    }
  show_certifications (self, reading);
  if (reading->data != NULL)
    show_data (self, reading->data);
  else
    gtk_stack_set_visible_child_name (self->stack, "no-certification");
}

static void
read_again (SceauStatisticsPage *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->code = g_strdup (get_code (self));
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (SCEAU_PAGE (self))), read_statistics, reading,
                          reading_free, NULL, read_cb, g_object_ref (self));
}

static void
certification_cb (SceauStatisticsPage *self)
{
  if (!self->listing && sceau_page_get_context (SCEAU_PAGE (self)) != NULL)
    read_again (self);
}

/* Exporting ----------------------------------------------------------------------- */

typedef struct
{
  char *code;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->code);
  g_free (export->path);
  g_free (export);
}

static gboolean
export_figures (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const Export *export = job;

  return sceau_export_statistics (school, export->code, sceau_school_today (school), export->path, error);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauStatisticsPage) self = user_data;
  const Export *export = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (done)
    sceau_toast_open (GTK_WIDGET (self), _("Figures exported."), _("Open"), export->path);
  else
    sceau_show_error (GTK_WIDGET (self), _("The Figures Could Not Be Exported"), error);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  sceau_statistics_page_export (user_data, path);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Tables (CSV)"), "*.csv" };
  g_autofree char *name = g_strdup_printf (_("statistics-%s.csv"), get_code (user_data));

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_SAVE, _("Export the Figures"), name, &kind,
                     file_chosen_cb, user_data);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *top = sceau_page_get_top (SCEAU_PAGE (user_data));

  if (SCEAU_IS_STATISTICS_SURVEY (top))
    sceau_statistics_survey_save (SCEAU_STATISTICS_SURVEY (top));
}

/* Page ---------------------------------------------------------------------------- */

static void
sceau_statistics_page_set_context (SceauPage *page, SceauContext *context)
{
  SceauStatisticsPage *self = SCEAU_STATISTICS_PAGE (page);

  SCEAU_PAGE_CLASS (sceau_statistics_page_parent_class)->set_context (page, context);
  self->listing = TRUE;
  adw_combo_row_set_model (self->certification_row, NULL);
  self->listing = FALSE;
  g_ptr_array_set_size (self->codes, 0);
  sceau_page_enable_action (page, "export", FALSE);
  sceau_page_enable_action (page, "save", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
sceau_statistics_page_refresh (SceauPage *page)
{
  read_again (SCEAU_STATISTICS_PAGE (page));
}

static void
sceau_statistics_page_search (SceauPage *page, const char *text)
{
  GtkWidget *top = sceau_page_get_top (page);

  if (SCEAU_IS_STATISTICS_SURVEY (top))
    sceau_statistics_survey_search (SCEAU_STATISTICS_SURVEY (top), text);
}

static void
sceau_statistics_page_finalize (GObject *object)
{
  SceauStatisticsPage *self = SCEAU_STATISTICS_PAGE (object);

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->survey_rows);
  G_OBJECT_CLASS (sceau_statistics_page_parent_class)->finalize (object);
}

static void
sceau_statistics_page_class_init (SceauStatisticsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_statistics_page_finalize;
  page_class->set_context = sceau_statistics_page_set_context;
  page_class->refresh = sceau_statistics_page_refresh;
  page_class->search = sceau_statistics_page_search;

  g_type_ensure (SCEAU_TYPE_STATISTICS_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-statistics-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, certification_row);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, computed_group);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, published_group);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsPage, surveys_group);
  gtk_widget_class_bind_template_callback (widget_class, certification_cb);
}

static void
sceau_statistics_page_init (SceauStatisticsPage *self)
{
  static const GActionEntry actions[] = { { "export", export_action }, { "save", save_action } };

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->survey_rows = g_ptr_array_new ();
  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sceau_statistics_page_export (SceauStatisticsPage *self, const char *path)
{
  Export *export = g_new0 (Export, 1);

  export->code = g_strdup (get_code (self));
  export->path = g_strdup (path);
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (SCEAU_PAGE (self))), export_figures, export,
                          export_free, NULL, exported_cb, g_object_ref (self));
}
