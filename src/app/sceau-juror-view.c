/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-list.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-juror-dialog.h"
#include "sceau-juror-fact-dialog.h"
#include "sceau-juror-work.h"
#include "sceau-keep-jurors.h"
#include "sceau-narrow.h"
#include "sceau-page.h"
#include "sceau-rows.h"

/* Pixels of the window below which the buttons stand one above the other. */
#define NARROW_WIDTH 720

struct _SceauJurorView
{
  AdwBin parent_instance;

  GtkBox *bar;
  GtkBox *box;
  GtkButton *retire_button;
  SceauContext *context;
  gint64 juror_id;
  SceauJurorFile *file; /* what is shown; NULL until it was read */
  GPtrArray *cohorts;   /* (element-type SceauCohortLine) */
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauJurorView, sceau_juror_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 juror_id;
  SceauJurorFile *file;
  GPtrArray *cohorts;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->file, sceau_juror_file_free);
  g_clear_pointer (&reading->cohorts, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_juror (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->file = sceau_load_juror (school, reading->juror_id, error);
  reading->cohorts = reading->file != NULL ? sceau_cohort_lines_load (school, error) : NULL;
  return reading->cohorts != NULL;
}

/* Changes ------------------------------------------------------------------------- */

static void
changed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauJurorWork *work = job;

  sceau_show_faults (from, _("The directory could not be changed"), work->faults, error);
}

static void
removed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  changed_cb (from, job, error);
  if (error == NULL)
    g_signal_emit (from, signals[SIGNAL_REMOVED], 0);
}

static void
run (SceauJurorView *self, SceauWorkerFunc verb, SceauJurorWork *work, SceauLongWorkDone done)
{
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Changing the directory"), verb, work,
                       (GDestroyNotify) sceau_juror_work_free, done);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurorView *self = SCEAU_JUROR_VIEW (widget);

  if (self->file != NULL)
    gtk_window_present (GTK_WINDOW (sceau_juror_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                                            self->file->juror)));
}

static void
retire_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurorView *self = SCEAU_JUROR_VIEW (widget);
  SceauJurorWork *work = sceau_juror_work_new (self->juror_id);

  work->retired = self->file != NULL && !self->file->juror->retired;
  run (self, sceau_juror_work_retire, work, changed_cb);
}

static void
remove_confirmed (gpointer data)
{
  SceauJurorView *self = SCEAU_JUROR_VIEW (data);

  run (self, sceau_juror_work_remove, sceau_juror_work_new (self->juror_id), removed_cb);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_confirm (widget, _("Remove this juror?"),
                 _("Conflicts, recognitions and days away go as well. Somebody who has sat can only be retired."),
                 _("_Remove"), TRUE, remove_confirmed, g_object_ref (widget), g_object_unref);
}

static void
add_fact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauJurorView *self = SCEAU_JUROR_VIEW (widget);

  if (self->cohorts != NULL)
    gtk_window_present (GTK_WINDOW (sceau_juror_fact_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                                                 (SceauJurorFact) g_variant_get_int32 (parameter),
                                                                 self->juror_id, self->cohorts)));
}

/* (xi): which fact, and its number. */
static void
remove_fact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const SceauWorkerFunc verbs[] = {
    [SCEAU_JUROR_FACT_CONFLICT] = sceau_juror_work_withdraw_conflict,
    [SCEAU_JUROR_FACT_RECOGNITION] = sceau_juror_work_remove_recognition,
    [SCEAU_JUROR_FACT_ABSENCE] = sceau_juror_work_remove_unavailability,
  };
  gint64 id;
  int fact;

  g_variant_get (parameter, "(xi)", &id, &fact);
  run (SCEAU_JUROR_VIEW (widget), verbs[fact], sceau_juror_work_new (id), changed_cb);
}

/* What is shown ------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (SceauJurorView *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (self->box, GTK_WIDGET (group));
  return group;
}

static AdwPreferencesGroup *
add_fact_group (SceauJurorView *self, const char *title, SceauJurorFact fact, const char *verb)
{
  AdwPreferencesGroup *group = add_group (self, title);

  sceau_group_set_button (group, verb, "juror.add-fact", g_variant_new_int32 ((gint32) fact));
  return group;
}

static void
add_fact (AdwPreferencesGroup *group, const char *title, const char *subtitle, SceauJurorFact fact, gint64 id)
{
  AdwActionRow *row = sceau_row_new (title, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "juror.remove-fact");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", id, fact);
  adw_action_row_add_suffix (row, button);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
add_nothing (AdwPreferencesGroup *group, const char *sentence)
{
  GtkWidget *row = GTK_WIDGET (sceau_row_new (sentence, NULL));

  gtk_widget_add_css_class (row, "dim-label");
  adw_preferences_group_add (group, row);
}

/* (transfer full): "from 01/09/2026 to 30/09/2028", or what is known of it; NULL when nothing is. */
static char *
describe_period (SceauDate start, SceauDate end)
{
  g_autofree char *from = sceau_date_format_french (start);
  g_autofree char *to = sceau_date_format_french (end);

  if (start == SCEAU_NO_DATE && end == SCEAU_NO_DATE)
    return NULL;
  if (start == SCEAU_NO_DATE)
    return g_strdup_printf (_("until %s"), to);
  if (end == SCEAU_NO_DATE)
    return g_strdup_printf (_("since %s"), from);
  return start == end ? g_steal_pointer (&from) : g_strdup_printf (_("from %s to %s"), from, to);
}

/* (transfer full): the texts that there are, in their order. */
static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup_printf ("%s · %s", first, second);
}

static void
add_juror (SceauJurorView *self, const SceauJuror *juror, guint sessions)
{
  AdwPreferencesGroup *group = add_group (self, juror->name);
  g_autofree char *mandate = describe_period (juror->mandate_start, juror->mandate_end);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, juror->id);
  g_autofree char *sat = g_strdup_printf (ngettext ("%u session", "%u sessions", sessions), sessions);

  if (juror->retired)
    adw_preferences_group_set_header_suffix (group, sceau_tag_new (_("Retired"), SCEAU_TAG_WARNING));
  sceau_group_add_property (group, _("Number"), number);
  sceau_group_add_property (group, _("Function"), juror->function);
  sceau_group_add_property (group, _("Employer"), juror->employer);
  sceau_group_add_property (group, _("Side"), juror->internal ? _("Internal to the school") : _("External professional"));
  sceau_group_add_property (group, _("Field of competence"), juror->field);
  sceau_group_add_property (group, _("Email"), juror->email);
  sceau_group_add_property (group, _("Telephone"), juror->phone);
  sceau_group_add_property (group, _("Postal address"), juror->address);
  sceau_group_add_property (group, _("Mandate"), mandate != NULL ? mandate : _("Without bounds"));
  sceau_group_add_property (group, _("Sessions"), sessions > 0 ? sat : _("None yet"));
}

static const char *
find_cohort_name (SceauJurorView *self, gint64 cohort_id)
{
  for (guint i = 0; i < self->cohorts->len; i++)
    {
      const SceauCohort *cohort = ((const SceauCohortLine *) g_ptr_array_index (self->cohorts, i))->cohort;

      if (cohort->id == cohort_id)
        return cohort->name;
    }
  return NULL;
}

static void
add_conflicts (SceauJurorView *self)
{
  AdwPreferencesGroup *group
    = add_fact_group (self, _("Conflicts of Interest"), SCEAU_JUROR_FACT_CONFLICT, _("Add a _Conflict…"));

  for (guint i = 0; i < self->file->conflicts->len; i++)
    {
      const SceauJurorConflict *conflict = g_ptr_array_index (self->file->conflicts, i);
      const char *with = conflict->cohort_id != 0 ? find_cohort_name (self, conflict->cohort_id) : conflict->learner_number;
      g_autofree char *subtitle = join (with, conflict->note);

      add_fact (group, sceau_conflict_kind_title (conflict->kind), subtitle, SCEAU_JUROR_FACT_CONFLICT, conflict->id);
    }
  if (self->file->conflicts->len == 0)
    add_nothing (group, _("None declared"));
}

static void
add_recognitions (SceauJurorView *self)
{
  AdwPreferencesGroup *group
    = add_fact_group (self, _("Recognitions"), SCEAU_JUROR_FACT_RECOGNITION, _("Add a Reco_gnition…"));

  for (guint i = 0; i < self->file->recognitions->len; i++)
    {
      const SceauJurorRecognition *recognition = g_ptr_array_index (self->file->recognitions, i);
      g_autofree char *period = describe_period (recognition->start, recognition->end);
      g_autofree char *subtitle = join (recognition->reference, period);

      add_fact (group, recognition->title, subtitle, SCEAU_JUROR_FACT_RECOGNITION, recognition->id);
    }
  if (self->file->recognitions->len == 0)
    add_nothing (group, _("None known"));
}

static void
add_absences (SceauJurorView *self)
{
  AdwPreferencesGroup *group = add_fact_group (self, _("Days Away"), SCEAU_JUROR_FACT_ABSENCE, _("Add Days _Away…"));

  for (guint i = 0; i < self->file->unavailabilities->len; i++)
    {
      const SceauUnavailability *days = g_ptr_array_index (self->file->unavailabilities, i);
      g_autofree char *period = describe_period (days->start, days->end);

      add_fact (group, period, days->note, SCEAU_JUROR_FACT_ABSENCE, days->id);
    }
  if (self->file->unavailabilities->len == 0)
    add_nothing (group, _("None announced"));
}

static void
show_file (SceauJurorView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  add_juror (self, self->file->juror, self->file->sessions);
  add_conflicts (self);
  add_recognitions (self);
  add_absences (self);
  gtk_button_set_label (self->retire_button, self->file->juror->retired ? _("Take _Back into Service") : _("Re_tire"));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauJurorView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The juror could not be read"), error);
      return;
    }
  g_clear_pointer (&self->file, sceau_juror_file_free);
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  self->file = g_steal_pointer (&reading->file);
  self->cohorts = g_steal_pointer (&reading->cohorts);
  show_file (self);
}

static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  SceauJurorView *self = SCEAU_JUROR_VIEW (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->bar), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
}

static void
sceau_juror_view_finalize (GObject *object)
{
  SceauJurorView *self = SCEAU_JUROR_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->file, sceau_juror_file_free);
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_juror_view_parent_class)->finalize (object);
}

static void
sceau_juror_view_class_init (SceauJurorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_juror_view_finalize;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", SCEAU_TYPE_JUROR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-juror-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauJurorView, bar);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorView, box);
  gtk_widget_class_bind_template_child (widget_class, SceauJurorView, retire_button);
  gtk_widget_class_install_action (widget_class, "juror.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "juror.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "juror.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "juror.add-fact", "i", add_fact_action);
  gtk_widget_class_install_action (widget_class, "juror.remove-fact", "(xi)", remove_fact_action);
}

static void
sceau_juror_view_init (SceauJurorView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
}

SceauJurorView *
sceau_juror_view_new (SceauContext *context, gint64 juror_id)
{
  static const char *const changes[] = { "juror.edit", "juror.retire", "juror.remove", "juror.add-fact", "juror.remove-fact" };
  SceauJurorView *self = g_object_new (SCEAU_TYPE_JUROR_VIEW, NULL);

  self->context = g_object_ref (context);
  self->juror_id = juror_id;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changes[i], !sceau_context_is_read_only (context));
  sceau_juror_view_reload (self);
  return self;
}

void
sceau_juror_view_reload (SceauJurorView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->juror_id = self->juror_id;
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_juror, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}
