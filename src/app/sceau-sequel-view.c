/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-sequel-view.h"

#include <glib/gi18n-lib.h>

#include "sceau-appeal-dialog.h"
#include "sceau-appeal-table.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-jury-words.h"
#include "sceau-long-work.h"
#include "sceau-notification-table.h"
#include "sceau-notify-dialog.h"
#include "sceau-notify-results.h"
#include "sceau-page.h"
#include "sceau-rows.h"

struct _SceauSequelView
{
  AdwBin parent_instance;

  GtkBox *box;
  SceauContext *context;
  gint64 session_id;
  SceauJuryFile *file;   /* NULL until it was read */
  int appeal_days;
  GPtrArray *appeals;    /* (element-type SceauAppeal) */
  GPtrArray *scans;      /* (element-type SceauSignedMinutes) */
  gint64 extracted;      /* scan for which a file is being chosen */
};

enum
{
  SIGNAL_LETTER_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauSequelView, sceau_sequel_view, ADW_TYPE_BIN)

typedef struct
{
  gint64 session_id;
  SceauJuryFile *file;
  int appeal_days;
  GPtrArray *appeals;
  GPtrArray *scans;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->file, sceau_jury_file_free);
  g_clear_pointer (&reading->appeals, g_ptr_array_unref);
  g_clear_pointer (&reading->scans, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_sequel (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  const SceauAppealQuery query = { .session_id = reading->session_id };
  SceauDate notified;

  reading->file = sceau_load_jury (school, reading->session_id, error);
  if (reading->file == NULL)
    return FALSE;
  reading->appeal_days = reading->file->plan->appeal_days;
  if (reading->file->session->notified != SCEAU_NO_DATE
      && !sceau_notification_table_find (school, reading->session_id, &notified, &reading->appeal_days, error))
    return FALSE;
  reading->appeals = sceau_appeal_table_list (school, &query, error);
  reading->scans = reading->appeals != NULL ? sceau_signed_minutes_table_list (school, reading->session_id, error) : NULL;
  return reading->scans != NULL;
}

static gboolean
allows (SceauSequelView *self, SceauSessionAct act)
{
  return self->file != NULL && !sceau_context_is_read_only (self->context)
         && sceau_session_allows (self->file->session, act, sceau_date_today (), NULL);
}

/* Verbs ---------------------------------------------------------------------------- */

/* A file or folder on its way; which verb reads it, its function knows. */
typedef struct
{
  gint64 id; /* of the session, or of the scan */
  char *path;
  guint n;
} FileJob;

static FileJob *
file_job_new (gint64 id, const char *path)
{
  FileJob *job = g_new0 (FileJob, 1);

  job->id = id;
  job->path = g_strdup (path);
  return job;
}

static void
file_job_free (gpointer data)
{
  FileJob *job = data;

  g_free (job->path);
  g_free (job);
}

static void
notify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_notify_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                                           self->file->session, self->file->decisions->len)));
}

static gboolean
write_letters (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FileJob *job = data;
  g_autoptr (GPtrArray) paths = sceau_write_result_letters (school, job->id, job->path, progress, cancellable, error);

  job->n = paths != NULL ? paths->len : 0;
  return paths != NULL;
}

static void
letters_written_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const FileJob *job = data;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sceau_show_error (from, _("The letters could not be written"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u letter written.", "%u letters written.", job->n), job->n);
  sceau_toast_open (from, text, _("_Open the Folder"), job->path);
}

static void
letters_folder_cb (const char *path, gpointer user_data)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (user_data);

  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Writing the letters"), write_letters,
                       file_job_new (self->session_id, path), file_job_free, letters_written_cb);
}

static void
write_letters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Folder of the Letters"), NULL, NULL, letters_folder_cb, widget);
}

static void
appeal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sceau_appeal_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                                           self->session_id, self->file->decisions)));
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; i < self->appeals->len; i++)
    {
      const SceauAppeal *appeal = g_ptr_array_index (self->appeals, i);

      if (appeal->id == id)
        gtk_window_present (GTK_WINDOW (sceau_appeal_dialog_new_answer (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                                        self->context, appeal)));
    }
}

static gboolean
attach (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FileJob *job = data;
  g_autoptr (SceauSignedMinutes) kept = sceau_attach_signed_minutes (school, job->id, job->path, error);

  return kept != NULL;
}

static void
attached_cb (GtkWidget *from, gpointer data, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The scan could not be attached"), error);
  else
    sceau_toast (from, _("The signed minutes are kept."));
}

static void
scan_chosen_cb (const char *path, gpointer user_data)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (user_data);

  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Keeping the signed minutes"), attach,
                       file_job_new (self->session_id, path), file_job_free, attached_cb);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Scan of the Signed Minutes"), NULL, NULL, scan_chosen_cb, widget);
}

static gboolean
extract (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FileJob *job = data;

  return sceau_extract_signed_minutes (school, job->id, job->path, error);
}

static void
extracted_cb (GtkWidget *from, gpointer data, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The scan could not be saved"), error);
  else
    sceau_toast_open (from, _("Saved."), _("_Open"), ((FileJob *) data)->path);
}

static void
extract_chosen_cb (const char *path, gpointer user_data)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (user_data);

  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Saving the scan"), extract, file_job_new (self->extracted, path),
                       file_job_free, extracted_cb);
}

static void
extract_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (widget);

  self->extracted = g_variant_get_int64 (parameter);
  for (guint i = 0; i < self->scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (self->scans, i);

      if (scan->id == self->extracted)
        sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Scan"), scan->name, NULL, extract_chosen_cb, widget);
    }
}

/* What is shown -------------------------------------------------------------------- */

/* @action: (nullable): of the button beside the title. */
static AdwPreferencesGroup *
add_group (SceauSequelView *self, const char *title, const char *action, const char *verb)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  if (action != NULL)
    sceau_group_set_button (group, verb, action, NULL);
  gtk_box_append (self->box, GTK_WIDGET (group));
  return group;
}

static void
add_nothing (AdwPreferencesGroup *group, const char *sentence)
{
  GtkWidget *row = GTK_WIDGET (sceau_row_new (sentence, NULL));

  gtk_widget_add_css_class (row, "dim-label");
  adw_preferences_group_add (group, row);
}

/* The first day by which somebody must be told; SCEAU_NO_DATE when there is none. */
static SceauDate
find_deadline (SceauSequelView *self)
{
  SceauDate first = SCEAU_NO_DATE;

  for (guint i = 0; i < self->file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (self->file->decisions, i);
      SceauDate deadline = sceau_notification_deadline (decision->route, self->file->session->date);

      if (deadline != SCEAU_NO_DATE && (first == SCEAU_NO_DATE || deadline < first))
        first = deadline;
    }
  return first;
}

static void
add_date (AdwPreferencesGroup *group, const char *name, SceauDate date)
{
  g_autofree char *text = date != SCEAU_NO_DATE ? sceau_date_format_long (date) : NULL;

  sceau_group_add_property (group, name, text);
}

static void
add_notification (SceauSequelView *self)
{
  const SceauJurySession *session = self->file->session;
  gboolean notified = session->notified != SCEAU_NO_DATE;
  AdwPreferencesGroup *group = notified ? add_group (self, _("Notification"), "sequel.write-letters", _("Sa_ve the Letters…"))
                                        : add_group (self, _("Notification"), "sequel.notify", _("_Notify the Results…"));
  SceauDate deadline = find_deadline (self);

  if (!notified)
    adw_preferences_group_set_description (group, _("The results are sealed but nobody has been told yet. Read the letters below, then notify."));
  add_date (group, _("Kept back until"), session->embargo);
  add_date (group, _("Candidates by VAE are told by"), notified ? SCEAU_NO_DATE : deadline);
  add_date (group, _("Notified on"), session->notified);
  add_date (group, _("Appeals until"), sceau_appeal_deadline (session->notified, self->appeal_days));
}

static void
letter_activated_cb (AdwActionRow *row, SceauSequelView *self)
{
  g_signal_emit (self, signals[SIGNAL_LETTER_CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position")));
}

static void
add_letters (SceauSequelView *self)
{
  AdwPreferencesGroup *group
    = add_group (self, self->file->session->notified != SCEAU_NO_DATE ? _("Letters") : _("Drafts of the Letters"), NULL, NULL);

  for (guint i = 0; i < self->file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (self->file->decisions, i);
      AdwActionRow *row = sceau_row_new (decision->learner_name, decision->learner_number);

      adw_action_row_add_suffix (row, sceau_tag_new (sceau_outcome_title (decision->outcome), sceau_outcome_style (decision->outcome)));
      sceau_row_add_arrow (row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "activated", G_CALLBACK (letter_activated_cb), self, 0);
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

static void
add_appeal (AdwPreferencesGroup *group, const SceauAppeal *appeal)
{
  g_autofree char *filed = sceau_date_format_french (appeal->filed);
  g_autofree char *subtitle = appeal->answer != NULL ? g_strdup_printf ("%s · %s\n%s", filed, appeal->ground, appeal->answer)
                                                     : g_strdup_printf ("%s · %s", filed, appeal->ground);
  AdwActionRow *row = sceau_row_new (appeal->learner_name, subtitle);
  gboolean open = appeal->state == SCEAU_APPEAL_FILED;

  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_suffix (row, sceau_tag_new (sceau_appeal_state_title (appeal->state), open ? SCEAU_TAG_WARNING : SCEAU_TAG_PLAIN));
  if (open)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Answer…"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sequel.answer");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", appeal->id);
      adw_action_row_add_suffix (row, button);
    }
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
add_appeals (SceauSequelView *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Appeals"), "sequel.appeal", _("File an _Appeal…"));

  for (guint i = 0; i < self->appeals->len; i++)
    add_appeal (group, g_ptr_array_index (self->appeals, i));
  if (self->appeals->len == 0)
    add_nothing (group, self->file->session->notified != SCEAU_NO_DATE ? _("None was filed")
                                                                       : _("They begin with the notification"));
}

static void
add_scans (SceauSequelView *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Signed Minutes"), "sequel.attach", _("A_ttach a Scan…"));

  for (guint i = 0; i < self->scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (self->scans, i);
      g_autofree char *size = g_format_size (scan->size);
      g_autofree char *subtitle = g_strdup_printf ("%s · SHA-256 %s", size, scan->sha256);
      AdwActionRow *row = sceau_row_new (scan->name, subtitle);
      GtkWidget *button = gtk_button_new_with_label (_("Save…"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sequel.extract");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", scan->id);
      adw_action_row_set_subtitle_lines (row, 0);
      adw_action_row_add_suffix (row, button);
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
  if (self->scans->len == 0)
    add_nothing (group, _("No scan yet: print the minutes, have every member sign, attach the scan"));
}

static void
show (SceauSequelView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequel.notify", allows (self, SCEAU_ACT_NOTIFY));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequel.appeal", allows (self, SCEAU_ACT_APPEAL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequel.answer", allows (self, SCEAU_ACT_APPEAL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequel.attach", allows (self, SCEAU_ACT_ATTACH_SIGNED_MINUTES));
  add_notification (self);
  add_appeals (self);
  add_scans (self);
  add_letters (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauSequelView) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("What follows the seal could not be read"), error);
      return;
    }
  g_clear_pointer (&self->file, sceau_jury_file_free);
  g_clear_pointer (&self->appeals, g_ptr_array_unref);
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  self->file = g_steal_pointer (&reading->file);
  self->appeals = g_steal_pointer (&reading->appeals);
  self->scans = g_steal_pointer (&reading->scans);
  self->appeal_days = reading->appeal_days;
  show (self);
}

static void
sceau_sequel_view_finalize (GObject *object)
{
  SceauSequelView *self = SCEAU_SEQUEL_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->file, sceau_jury_file_free);
  g_clear_pointer (&self->appeals, g_ptr_array_unref);
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_sequel_view_parent_class)->finalize (object);
}

static void
sceau_sequel_view_class_init (SceauSequelViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_sequel_view_finalize;
  signals[SIGNAL_LETTER_CHOSEN] = g_signal_new ("letter-chosen", SCEAU_TYPE_SEQUEL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-sequel-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauSequelView, box);
  gtk_widget_class_install_action (widget_class, "sequel.notify", NULL, notify_action);
  gtk_widget_class_install_action (widget_class, "sequel.write-letters", NULL, write_letters_action);
  gtk_widget_class_install_action (widget_class, "sequel.appeal", NULL, appeal_action);
  gtk_widget_class_install_action (widget_class, "sequel.answer", "x", answer_action);
  gtk_widget_class_install_action (widget_class, "sequel.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "sequel.extract", "x", extract_action);
}

static void
sceau_sequel_view_init (SceauSequelView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until it is known what was sealed. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequel.notify", FALSE);
}

void
sceau_sequel_view_load (SceauSequelView *self, SceauContext *context, gint64 session_id)
{
  Reading *reading = g_new0 (Reading, 1);

  g_set_object (&self->context, context);
  self->session_id = session_id;
  reading->session_id = session_id;
  sceau_worker_run_async (sceau_context_get_worker (context), read_sequel, reading, reading_free, NULL, read_cb, g_object_ref (self));
}

GArray *
sceau_sequel_view_get_order (SceauSequelView *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->file != NULL && i < self->file->decisions->len; i++)
    g_array_append_val (order, ((SceauDecision *) g_ptr_array_index (self->file->decisions, i))->enrolment_id);
  return order;
}

GPtrArray *
sceau_sequel_view_get_names (SceauSequelView *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->file != NULL && i < self->file->decisions->len; i++)
    g_ptr_array_add (names, g_strdup (((SceauDecision *) g_ptr_array_index (self->file->decisions, i))->learner_name));
  return names;
}
