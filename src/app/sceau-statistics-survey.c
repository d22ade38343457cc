/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-survey.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-page.h"
#include "sceau-statistics-respondent.h"
#include "sceau-survey-insertion.h"
#include "sceau-text.h"

struct _SceauStatisticsSurvey
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GtkLabel *count;
  GListStore *respondents; /* (element-type SceauStatisticsRespondent) */
  GtkCustomFilter *filter;
  GtkStringList *situations;
  GtkSizeGroup *widths; /* of the situations, so that they stand in a column */
  SceauContext *context;
  char *certification_code;
  char *search; /* folded, or NULL */
  int year;
  int horizon;
  guint pending;
};

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SceauStatisticsSurvey, sceau_statistics_survey, ADW_TYPE_BIN)

/* What is not written yet ---------------------------------------------------------- */

static void
show_count (SceauStatisticsSurvey *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->respondents));
  guint answered = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SceauStatisticsRespondent) respondent = g_list_model_get_item (G_LIST_MODEL (self->respondents), i);

      answered += sceau_statistics_respondent_get_answer (respondent)->situation != SCEAU_SITUATION_NO_ANSWER;
    }
  text = self->pending > 0
    ? g_strdup_printf (ngettext ("%u of %u answered, %u change not saved yet", "%u of %u answered, %u changes not saved yet",
                                 self->pending),
                       answered, n, self->pending)
    : g_strdup_printf (_("%u of %u answered"), answered, n);
  gtk_label_set_text (self->count, text);
}

static void
update_pending (SceauStatisticsSurvey *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->respondents));
  guint pending = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SceauStatisticsRespondent) respondent = g_list_model_get_item (G_LIST_MODEL (self->respondents), i);

      pending += sceau_statistics_respondent_is_pending (respondent) ? 1 : 0;
    }
  if (self->pending != pending)
    {
      self->pending = pending;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
    }
  show_count (self);
}

/* Rows ---------------------------------------------------------------------------- */

/* The widgets of one row, kept with its list item. */
typedef struct
{
  SceauStatisticsSurvey *survey; /* (unowned): its rows do not outlive it */
  GtkLabel *name;
  GtkDropDown *situation;
  GtkCheckButton *target_job;
  SceauStatisticsRespondent *respondent; /* (unowned) or NULL while nobody is shown */
} Row;

#define ROW_KEY "sceau-survey-row"

static void
show_target_job (Row *row)
{
  const SceauSurveyAnswer *answer = sceau_statistics_respondent_get_answer (row->respondent);

  gtk_widget_set_sensitive (GTK_WIDGET (row->target_job), sceau_situation_is_employment (answer->situation));
  gtk_check_button_set_active (row->target_job, answer->target_job);
}

static void
situation_cb (GtkDropDown *drop_down, GParamSpec *pspec, Row *row)
{
  if (row->respondent == NULL
      || !sceau_statistics_respondent_set_situation (row->respondent, (SceauSituation) gtk_drop_down_get_selected (drop_down)))
    return;
  show_target_job (row);
  update_pending (row->survey);
}

static void
target_job_cb (GtkCheckButton *button, Row *row)
{
  if (row->respondent != NULL
      && sceau_statistics_respondent_set_target_job (row->respondent, gtk_check_button_get_active (button)))
    update_pending (row->survey);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SceauStatisticsSurvey *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sceau/Sceau/sceau-statistics-survey-row.ui");
  Row *row = g_new0 (Row, 1);

  row->survey = self;
  row->name = GTK_LABEL (gtk_builder_get_object (builder, "name"));
  row->situation = GTK_DROP_DOWN (gtk_builder_get_object (builder, "situation"));
  row->target_job = GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "target_job"));
  gtk_size_group_add_widget (self->widths, GTK_WIDGET (row->situation));
  gtk_drop_down_set_model (row->situation, G_LIST_MODEL (self->situations));
  g_signal_connect (row->situation, "notify::selected", G_CALLBACK (situation_cb), row);
  g_signal_connect (row->target_job, "toggled", G_CALLBACK (target_job_cb), row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, GTK_WIDGET (gtk_builder_get_object (builder, "row")));
  g_object_set_data_full (G_OBJECT (item), ROW_KEY, row, g_free);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SceauStatisticsSurvey *self)
{
  Row *row = g_object_get_data (G_OBJECT (item), ROW_KEY);
  SceauStatisticsRespondent *respondent = gtk_list_item_get_item (item);
  const char *name = sceau_statistics_respondent_get_name (respondent);
  /* Translators: the name of a person. */
  g_autofree char *situation = g_strdup_printf (_("Situation of %s"), name);
  g_autofree char *target_job = g_strdup_printf (_("%s works in the target job"), name);

  gtk_label_set_text (row->name, name);
  gtk_drop_down_set_selected (row->situation, sceau_statistics_respondent_get_answer (respondent)->situation);
  row->respondent = respondent;
  show_target_job (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->situation), GTK_ACCESSIBLE_PROPERTY_LABEL, situation, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->target_job), GTK_ACCESSIBLE_PROPERTY_LABEL, target_job, -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SceauStatisticsSurvey *self)
{
  Row *row = g_object_get_data (G_OBJECT (item), ROW_KEY);

  row->respondent = NULL;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  SceauStatisticsSurvey *self = user_data;

  return self->search == NULL || sceau_statistics_respondent_matches (item, self->search);
}

/* Reading ------------------------------------------------------------------------- */

typedef struct
{
  char *certification_code;
  int year;
  int horizon;
  GPtrArray *respondents;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->certification_code);
  g_clear_pointer (&reading->respondents, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_respondents (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->respondents = sceau_statistics_respondents_load (school, reading->certification_code, reading->year,
                                                            reading->horizon, error);
  return reading->respondents != NULL;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauStatisticsSurvey) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!done)
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The Survey Could Not Be Read"), error);
      return;
    }
  g_list_store_splice (self->respondents, 0, 0, reading->respondents->pdata, reading->respondents->len);
  gtk_stack_set_visible_child_name (self->stack, "list");
  update_pending (self);
  /* Ready to type: the arrows go from person to person, Tab into the answers. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Writing ------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *answers;     /* (element-type SceauSurveyAnswer) */
  GPtrArray *respondents; /* (element-type SceauStatisticsRespondent): of the same length; not used in the worker's thread */
  SceauFaults *faults;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_ptr_array_unref (writing->answers);
  g_ptr_array_unref (writing->respondents);
  g_clear_pointer (&writing->faults, sceau_faults_free);
  g_free (writing);
}

static gboolean
write_answers (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Writing *writing = job;

  return sceau_record_survey (school, writing->answers, writing->faults, error);
}

/* The view may be gone: its answers are written when it goes.  The window is told then. */
static GtkWidget *
get_window (SceauStatisticsSurvey *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GApplication *application = g_application_get_default ();

  if (root != NULL)
    return GTK_WIDGET (root);
  return GTK_IS_APPLICATION (application) ? GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application))) : NULL;
}

static void
say_failure (SceauStatisticsSurvey *self, Writing *writing, const GError *error)
{
  GtkWidget *window = get_window (self);

  if (window == NULL)
    return;
  if (sceau_faults_length (writing->faults) > 0)
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (window), _("Answers Refused"), error->message,
                                                             g_steal_pointer (&writing->faults), NULL)));
  else
    sceau_show_error (window, _("The Answers Could Not Be Saved"), error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauStatisticsSurvey) self = user_data;
  Writing *writing = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      say_failure (self, writing, error);
      return;
    }
  for (guint i = 0; i < writing->answers->len; i++)
    sceau_statistics_respondent_set_written (g_ptr_array_index (writing->respondents, i), g_ptr_array_index (writing->answers, i));
  update_pending (self);
}

static Writing *
collect_pending (SceauStatisticsSurvey *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_survey_answer_free);
  writing->respondents = g_ptr_array_new_with_free_func (g_object_unref);
  writing->faults = sceau_faults_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->respondents)); i++)
    {
      g_autoptr (SceauStatisticsRespondent) respondent = g_list_model_get_item (G_LIST_MODEL (self->respondents), i);
      SceauSurveyAnswer *answer;

      if (!sceau_statistics_respondent_is_pending (respondent))
        continue;
      answer = sceau_survey_answer_new ();
      *answer = *sceau_statistics_respondent_get_answer (respondent);
      g_ptr_array_add (writing->answers, answer);
      g_ptr_array_add (writing->respondents, g_steal_pointer (&respondent));
    }
  return writing;
}

void
sceau_statistics_survey_save (SceauStatisticsSurvey *self)
{
  g_return_if_fail (SCEAU_IS_STATISTICS_SURVEY (self));

  if (self->pending > 0 && !sceau_context_is_read_only (self->context))
    sceau_worker_change_async (sceau_context_get_worker (self->context), write_answers, collect_pending (self), writing_free,
                               NULL, NULL, NULL, written_cb, g_object_ref (self));
}

/* Widget -------------------------------------------------------------------------- */

/* Nothing is lost by going elsewhere. */
static void
sceau_statistics_survey_unmap (GtkWidget *widget)
{
  sceau_statistics_survey_save (SCEAU_STATISTICS_SURVEY (widget));
  GTK_WIDGET_CLASS (sceau_statistics_survey_parent_class)->unmap (widget);
}

static void
sceau_statistics_survey_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PENDING)
    g_value_set_uint (value, SCEAU_STATISTICS_SURVEY (object)->pending);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sceau_statistics_survey_dispose (GObject *object)
{
  SceauStatisticsSurvey *self = SCEAU_STATISTICS_SURVEY (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->situations);
  g_clear_object (&self->widths);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sceau_statistics_survey_parent_class)->dispose (object);
}

static void
sceau_statistics_survey_finalize (GObject *object)
{
  SceauStatisticsSurvey *self = SCEAU_STATISTICS_SURVEY (object);

  g_clear_object (&self->respondents);
  g_free (self->certification_code);
  g_free (self->search);
  G_OBJECT_CLASS (sceau_statistics_survey_parent_class)->finalize (object);
}

static void
sceau_statistics_survey_class_init (SceauStatisticsSurveyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sceau_statistics_survey_get_property;
  object_class->dispose = sceau_statistics_survey_dispose;
  object_class->finalize = sceau_statistics_survey_finalize;
  widget_class->unmap = sceau_statistics_survey_unmap;
  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "page.save", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-statistics-survey.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsSurvey, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsSurvey, list);
  gtk_widget_class_bind_template_child (widget_class, SceauStatisticsSurvey, count);
}

static void
show_list (SceauStatisticsSurvey *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkFilterListModel) found = NULL;
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);

  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->respondents)), GTK_FILTER (g_object_ref (self->filter)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&found))));
  gtk_list_view_set_model (self->list, selection);
}

static void
sceau_statistics_survey_init (SceauStatisticsSurvey *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->respondents = g_list_store_new (SCEAU_TYPE_STATISTICS_RESPONDENT);
  self->widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->situations = gtk_string_list_new (NULL);
  for (int i = 0; i < SCEAU_N_SITUATIONS; i++)
    gtk_string_list_append (self->situations, sceau_situation_title ((SceauSituation) i));
  show_list (self);
}

SceauStatisticsSurvey *
sceau_statistics_survey_new (SceauContext *context, const char *certification_code, int year, int horizon)
{
  SceauStatisticsSurvey *self = g_object_new (SCEAU_TYPE_STATISTICS_SURVEY, NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->context = g_object_ref (context);
  self->certification_code = g_strdup (certification_code);
  self->year = year;
  self->horizon = horizon;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !sceau_context_is_read_only (context));

  reading->certification_code = g_strdup (certification_code);
  reading->year = year;
  reading->horizon = horizon;
  sceau_worker_run_async (sceau_context_get_worker (context), read_respondents, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
  return self;
}

guint
sceau_statistics_survey_get_pending (SceauStatisticsSurvey *self)
{
  return self->pending;
}

void
sceau_statistics_survey_search (SceauStatisticsSurvey *self, const char *text)
{
  g_return_if_fail (SCEAU_IS_STATISTICS_SURVEY (self));

  g_free (self->search);
  self->search = *text != '\0' ? sceau_text_fold (text) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}
