/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-session-papers.h"

#include <glib/gi18n-lib.h>

#include "sceau-ask-reason.h"
#include "sceau-certificate-table.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-jury-table.h"
#include "sceau-keep-register.h"
#include "sceau-long-work.h"
#include "sceau-register-dialogs.h"
#include "sceau-replace-file.h"
#include "sceau-rows.h"

struct _SceauSessionPapers
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwComboRow *session_row;
  AdwPreferencesGroup *people_group;
  SceauPage *page; /* (unowned): this is one of its levels */
  SceauContext *context;
  GPtrArray *sessions; /* (element-type SceauJurySession): in the order of session_row */
  GPtrArray *people;   /* (element-type Person) */
  gboolean filling;    /* the choice of sessions is being made */
};

G_DEFINE_FINAL_TYPE (SceauSessionPapers, sceau_session_papers, ADW_TYPE_BIN)

/* One row. */
typedef struct
{
  SceauProofLine *line;
  SceauSheetPlace place;
  AdwActionRow *row;     /* (unowned): in the group */
  GtkCheckButton *check; /* (unowned): in the row; NULL before it is shown */
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  sceau_proof_line_free (person->line);
  g_free (person);
}

/* --- Reading ----------------------------------------------------------------- */

typedef struct
{
  gint64 session; /* 0: the latest */
  GPtrArray *sessions;
  GPtrArray *people;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->sessions, g_ptr_array_unref);
  g_clear_pointer (&reading->people, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
find_place (SceauSchool *school, Person *person, GError **error)
{
  g_autoptr (SceauCertificate) certificate = NULL;
  g_autoptr (GPtrArray) acts = NULL;

  if (person->line->certificate == NULL)
    return TRUE;
  certificate = sceau_certificate_table_find (school, person->line->certificate, error);
  acts = certificate != NULL ? sceau_certificate_table_list_acts (school, certificate->number, error) : NULL;
  if (acts == NULL)
    return FALSE;
  person->place = sceau_register_sheet (certificate, acts);
  return TRUE;
}

static gboolean
read_people (SceauSchool *school, Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) lines = sceau_list_proofs (school, reading->session, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      Person *person = g_new0 (Person, 1);

      person->line = g_steal_pointer (&lines->pdata[i]);
      g_ptr_array_add (reading->people, person);
      if (!find_place (school, person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_session (const Reading *reading)
{
  for (guint i = 0; i < reading->sessions->len; i++)
    if (((SceauJurySession *) g_ptr_array_index (reading->sessions, i))->id == reading->session)
      return TRUE;
  return FALSE;
}

static gboolean
read_papers (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const SceauJuryQuery query = { .states = 1u << SCEAU_SESSION_SEALED };
  Reading *reading = data;

  reading->people = g_ptr_array_new_with_free_func (person_free);
  reading->sessions = sceau_jury_table_list (school, &query, error);
  if (reading->sessions == NULL)
    return FALSE;
  if (reading->sessions->len == 0)
    return TRUE;
  if (!has_session (reading))
    reading->session = ((SceauJurySession *) g_ptr_array_index (reading->sessions, 0))->id;
  return read_people (school, reading, error);
}

/* --- Showing ------------------------------------------------------------------ */

/* (transfer full) (element-type utf8): numbers of the learners who are chosen. */
static GHashTable *
list_chosen (SceauSessionPapers *self)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = g_ptr_array_index (self->people, i);

      if (gtk_check_button_get_active (person->check))
        g_hash_table_add (chosen, g_strdup (person->line->learner_number));
    }
  return chosen;
}

static void
update_actions (SceauSessionPapers *self)
{
  const gboolean can_write = !sceau_context_is_read_only (self->context);
  gboolean chosen = FALSE;
  gboolean issued = FALSE;

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = g_ptr_array_index (self->people, i);
      const gboolean active = gtk_check_button_get_active (person->check);

      chosen = chosen || active;
      issued = issued || (active && person->line->certificate != NULL);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.proofs", can_write && self->people->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.agree", can_write && chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.correct", can_write && chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.handover", issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.printed", can_write && issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.handed", can_write && issued);
}

static char *
describe_proof (const SceauProofLine *line)
{
  g_autofree char *day = line->date != SCEAU_NO_DATE ? sceau_date_format_french (line->date) : NULL;
  const char *state = line->outdated ? _("The civil status was changed since") : sceau_proof_state_title (line->state);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Proof: %s"), state);
  if (day != NULL && !line->outdated)
    g_string_append_printf (text, " (%s)", day);
  if (line->remark != NULL)
    g_string_append_printf (text, "\n%s", line->remark);
  return g_string_free (text, FALSE);
}

static void
add_person (SceauSessionPapers *self, Person *person, gboolean chosen)
{
  g_autofree char *proof = describe_proof (person->line);
  g_autofree char *number = person->line->certificate != NULL ? sceau_certificate_print_number (person->line->certificate) : NULL;
  g_autofree char *subtitle = number != NULL ? g_strdup_printf ("%s · %s\n%s", number, sceau_sheet_place_title (person->place), proof)
                                             : g_strdup (proof);

  person->row = sceau_row_new (person->line->learner_name, subtitle);
  person->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  adw_action_row_set_subtitle_lines (person->row, 0);
  gtk_check_button_set_active (person->check, chosen);
  gtk_widget_set_valign (GTK_WIDGET (person->check), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (person->check), GTK_ACCESSIBLE_PROPERTY_LABEL, person->line->learner_name, -1);
  adw_action_row_add_prefix (person->row, GTK_WIDGET (person->check));
  adw_action_row_set_activatable_widget (person->row, GTK_WIDGET (person->check));
  if (sceau_proof_line_is_due (person->line))
    adw_action_row_add_suffix (person->row, sceau_tag_new (_("To sign"), SCEAU_TAG_WARNING));
  adw_preferences_group_add (self->people_group, GTK_WIDGET (person->row));
  g_signal_connect_object (person->check, "toggled", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
}

static void
show_sessions (SceauSessionPapers *self, gint64 session)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const SceauJurySession *sealed = g_ptr_array_index (self->sessions, i);
      g_autofree char *day = sceau_date_format_long (sealed->date);
      g_autofree char *title = g_strdup_printf ("%s · %s", sealed->certification_code, day);

      gtk_string_list_append (titles, title);
      if (sealed->id == session)
        selected = i;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->session_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->session_row, selected);
  self->filling = FALSE;
}

static void
show_reading (SceauSessionPapers *self, Reading *reading)
{
  g_autoptr (GHashTable) chosen = list_chosen (self);

  for (guint i = 0; i < self->people->len; i++)
    adw_preferences_group_remove (self->people_group, GTK_WIDGET (((Person *) g_ptr_array_index (self->people, i))->row));
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->sessions);
  self->people = g_steal_pointer (&reading->people);
  self->sessions = g_steal_pointer (&reading->sessions);
  show_sessions (self, reading->session);
  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = g_ptr_array_index (self->people, i);

      add_person (self, person, g_hash_table_contains (chosen, person->line->learner_number));
    }
  adw_preferences_group_set_description (self->people_group, self->people->len == 0 ? _("This session certified nobody.") : NULL);
  gtk_stack_set_visible_child_name (self->stack, self->sessions->len > 0 ? "list" : "empty");
  update_actions (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauSessionPapers) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (done)
    show_reading (self, sceau_worker_get_job (result));
  else
    sceau_page_read_failed (GTK_WIDGET (self), _("The Session Could Not Be Read"), error);
}

static gint64
get_session (SceauSessionPapers *self)
{
  const guint selected = adw_combo_row_get_selected (self->session_row);

  return selected < self->sessions->len ? ((SceauJurySession *) g_ptr_array_index (self->sessions, selected))->id : 0;
}

void
sceau_session_papers_reload (SceauSessionPapers *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->session = get_session (self);
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_papers, reading, reading_free, NULL, read_cb, g_object_ref (self));
}

static void
session_chosen_cb (SceauSessionPapers *self)
{
  if (!self->filling)
    sceau_session_papers_reload (self);
}

guint
sceau_session_papers_count (SceauSessionPapers *self)
{
  return self->people->len;
}

void
sceau_session_papers_select (SceauSessionPapers *self, gboolean all)
{
  for (guint i = 0; i < self->people->len; i++)
    gtk_check_button_set_active (((Person *) g_ptr_array_index (self->people, i))->check, all);
}

/* --- What is done --------------------------------------------------------------- */

typedef struct
{
  gint64 session;
  GStrv numbers; /* of learners, or of parchemins */
  SceauProofState state;
  char *remark;
  char *path;
  SceauFaults *faults;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_strfreev (job->numbers);
  g_free (job->remark);
  g_free (job->path);
  sceau_faults_free (job->faults);
  g_free (job);
}

/* (transfer full): of those who are chosen; learners, or parchemins of those who have one. */
static GStrv
list_numbers (SceauSessionPapers *self, gboolean certificates)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = g_ptr_array_index (self->people, i);
      const char *number = certificates ? person->line->certificate : person->line->learner_number;

      if (number != NULL && gtk_check_button_get_active (person->check))
        g_strv_builder_add (builder, number);
    }
  return g_strv_builder_end (builder);
}

static Job *
job_new (SceauSessionPapers *self, gboolean certificates)
{
  Job *job = g_new0 (Job, 1);

  job->session = get_session (self);
  job->numbers = list_numbers (self, certificates);
  job->faults = sceau_faults_new ();
  return job;
}

/* Proofs */

static gboolean
write_proofs (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autofree char *beside = sceau_replace_file_beside (job->path);

  return sceau_print_proofs (school, job->session, beside, job->faults, error) && sceau_replace_file_finish (beside, job->path, error);
}

static void
proofs_written_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const Job *job = data;

  sceau_show_faults (from, _("The Proofs Were Not Printed"), job->faults, error);
  if (error != NULL)
    return;
  sceau_toast_open (from, _("The list to sign is written."), _("Open the Document"), job->path);
  sceau_show_warnings (from, _("Some Learners Were Left Out"), job->faults);
}

void
sceau_session_papers_write_proofs (SceauSessionPapers *self, const char *path)
{
  Job *job = job_new (self, FALSE);

  job->path = g_strdup (path);
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Printing the proofs"), write_proofs, job, job_free, proofs_written_cb);
}

static void
proofs_chosen_cb (const char *path, gpointer data)
{
  sceau_session_papers_write_proofs (data, path);
}

static void
choose_pdf (GtkWidget *widget, const char *title, const char *name, SceauChosenFunc chosen)
{
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, title, name, &kind, chosen, widget);
}

static void
proofs_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_pdf (widget, _("Save the List to Sign"), _("proofs.pdf"), proofs_chosen_cb);
}

static gboolean
record_proofs (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return sceau_record_proofs (school, job->session, (const char *const *) job->numbers, job->state, sceau_school_today (school), job->remark,
                              job->faults, error);
}

static void
proofs_recorded_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const Job *job = data;

  sceau_show_faults (from, _("Nothing Was Recorded"), job->faults, error);
  if (error == NULL)
    sceau_toast (from, job->state == SCEAU_PROOF_SIGNED ? _("The agreement is recorded.") : _("The correction that is asked for is recorded."));
}

static void
run_record (SceauSessionPapers *self, SceauProofState state, const char *remark)
{
  Job *job = job_new (self, FALSE);

  job->state = state;
  job->remark = g_strdup (remark);
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Recording the proofs"), record_proofs, job, job_free, proofs_recorded_cb);
}

static void
agree_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_record (SCEAU_SESSION_PAPERS (widget), SCEAU_PROOF_SIGNED, NULL);
}

void
sceau_session_papers_correct (SceauSessionPapers *self, const char *remark)
{
  run_record (self, SCEAU_PROOF_REFUSED, remark);
}

static void
remark_given_cb (const char *remark, gpointer data)
{
  sceau_session_papers_correct (data, remark);
}

static void
correct_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_ask_reason (widget, _("What Is to Be Corrected?"),
                    _("What they ask for is kept beside their name. Correct their civil status, then print a new proof."),
                    _("_Record"), FALSE, remark_given_cb, widget);
}

/* Certificates */

static gboolean
write_handover (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autofree char *beside = sceau_replace_file_beside (job->path);

  return sceau_print_handover (school, job->session, (const char *const *) job->numbers, beside, job->faults, error)
         && sceau_replace_file_finish (beside, job->path, error);
}

static void
handover_written_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const Job *job = data;

  sceau_show_faults (from, _("The Sheet Was Not Written"), job->faults, error);
  if (error == NULL)
    sceau_toast_open (from, _("The sheet of the hand-over is written."), _("Open the Document"), job->path);
}

void
sceau_session_papers_write_handover (SceauSessionPapers *self, const char *path)
{
  Job *job = job_new (self, TRUE);

  job->path = g_strdup (path);
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Writing the sheet of the hand-over"), write_handover, job, job_free,
                       handover_written_cb);
}

static void
handover_chosen_cb (const char *path, gpointer data)
{
  sceau_session_papers_write_handover (data, path);
}

static void
handover_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_pdf (widget, _("Save the Sheet of the Hand-Over"), _("hand-over.pdf"), handover_chosen_cb);
}

static void
act_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauSessionPapers *self = SCEAU_SESSION_PAPERS (widget);
  const SceauRegisterActKind kind = g_str_equal (action, "papers.printed") ? SCEAU_REGISTER_PRINTED : SCEAU_REGISTER_HANDED;
  g_auto (GStrv) numbers = list_numbers (self, TRUE);

  gtk_window_present (GTK_WINDOW (sceau_register_act_dialog_new (self->page, kind, (const char *const *) numbers)));
}

static void
select_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_session_papers_select (SCEAU_SESSION_PAPERS (widget), g_str_equal (action, "papers.select-all"));
}

/* --- The widget ------------------------------------------------------------------- */

static void
sceau_session_papers_finalize (GObject *object)
{
  SceauSessionPapers *self = SCEAU_SESSION_PAPERS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_session_papers_parent_class)->finalize (object);
}

static void
sceau_session_papers_class_init (SceauSessionPapersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_session_papers_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-session-papers.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauSessionPapers, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauSessionPapers, session_row);
  gtk_widget_class_bind_template_child (widget_class, SceauSessionPapers, people_group);
  gtk_widget_class_bind_template_callback (widget_class, session_chosen_cb);
  gtk_widget_class_install_action (widget_class, "papers.select-all", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "papers.select-none", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "papers.proofs", NULL, proofs_action);
  gtk_widget_class_install_action (widget_class, "papers.agree", NULL, agree_action);
  gtk_widget_class_install_action (widget_class, "papers.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "papers.handover", NULL, handover_action);
  gtk_widget_class_install_action (widget_class, "papers.printed", NULL, act_action);
  gtk_widget_class_install_action (widget_class, "papers.handed", NULL, act_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "papers.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "papers.select-none", NULL);
}

static void
sceau_session_papers_init (SceauSessionPapers *self)
{
  self->sessions = g_ptr_array_new ();
  self->people = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauSessionPapers *
sceau_session_papers_new (SceauPage *page)
{
  SceauSessionPapers *self = g_object_new (SCEAU_TYPE_SESSION_PAPERS, NULL);

  self->page = page;
  self->context = g_object_ref (sceau_page_get_context (page));
  update_actions (self);
  sceau_session_papers_reload (self);
  return self;
}
