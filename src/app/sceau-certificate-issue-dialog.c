/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-issue-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-sessions.h"
#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-fault-list.h"
#include "sceau-import-report.h"
#include "sceau-issue-work.h"
#include "sceau-keep-key.h"
#include "sceau-long-work.h"
#include "sceau-paper-window.h"
#include "sceau-rows.h"

/* Milliseconds after the last keystroke until the candidates are looked at again. */
#define PAUSE 400

struct _SceauCertificateIssueDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel_button;
  GtkWidget *issue_button;
  GtkWidget *preview_button;
  GtkStack *stack;
  AdwComboRow *session_row;
  SceauDateRow *delivered_row;
  AdwEntryRow *place_row;
  AdwActionRow *folder_row;
  GtkSwitch *each_switch;
  GtkSwitch *merged_switch;
  GtkSwitch *archive_switch;
  AdwPreferencesGroup *key_group;
  AdwPasswordEntryRow *passphrase_row;
  AdwPasswordEntryRow *again_row;
  AdwPreferencesGroup *checks_group;
  SceauFaultList *checks;
  GtkLabel *words;
  AdwStatusPage *done_page;
  SceauFaultList *remarks;
  SceauPage *page;        /* (unowned): the window's, which this dialog does not outlive */
  GPtrArray *sessions;    /* (element-type SceauDeliverableSession): of the entries of the combo row */
  gboolean has_key;       /* whether the school has one */
  char *folder;           /* chosen by the user, or NULL */
  char *written;          /* where the files of the last run are */
  guint pause;            /* source that looks at the candidates, or 0 */
  GCancellable *checking; /* the look that is waited for, or NULL */
};

G_DEFINE_FINAL_TYPE (SceauCertificateIssueDialog, sceau_certificate_issue_dialog, ADW_TYPE_WINDOW)

/* The form ------------------------------------------------------------------------ */

static const SceauDeliverableSession *
get_session (SceauCertificateIssueDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->session_row);

  return self->sessions != NULL && selected < self->sessions->len ? g_ptr_array_index (self->sessions, selected) : NULL;
}

/* (transfer full) */
static char *
get_folder (SceauCertificateIssueDialog *self)
{
  const SceauJurySession *session = get_session (self)->session;
  g_autofree char *parent = NULL;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  if (self->folder != NULL)
    return g_strdup (self->folder);
  parent = g_path_get_dirname (sceau_context_get_path (sceau_page_get_context (self->page)));
  date = sceau_date_format_iso (session->date);
  /* Translators: the name of a new folder: certification and day of the jury. */
  name = g_strdup_printf (_("certificates-%s-%s"), session->certification_code, date);
  return g_build_filename (parent, name, NULL);
}

/* A file that is not there yet: nothing is overwritten.  @pattern: with the certification and what tells several apart. */
static char *
get_file (const char *folder, const char *pattern, const SceauJurySession *session)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *rank = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf (pattern, session->certification_code, rank);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* (transfer full): or NULL: nothing was typed, and papers get no code. */
static char *
get_passphrase (SceauCertificateIssueDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  return *text != '\0' ? g_strdup (text) : NULL;
}

static SceauIssueWork *
work_new (SceauCertificateIssueDialog *self)
{
  const SceauDeliverableSession *session = get_session (self);
  SceauIssueWork *work = sceau_issue_work_new ();
  g_autofree char *folder = get_folder (self);

  work->session_id = session->session->id;
  work->left = session->left;
  work->delivered = sceau_date_row_get_date (self->delivered_row);
  work->place = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  work->passphrase = get_passphrase (self);
  if (gtk_switch_get_active (self->each_switch))
    work->folder = g_strdup (folder);
  if (gtk_switch_get_active (self->merged_switch))
    /* Translators: a file with all certificates of a session: certification, and what tells several apart. */
    work->merged = get_file (folder, _("%s-to-print%s.pdf"), session->session);
  if (gtk_switch_get_active (self->archive_switch))
    /* Translators: an archive with all certificates of a session: certification, and what tells several apart. */
    work->archive = get_file (folder, _("%s-certificates%s.zip"), session->session);
  return work;
}

/* What is not filled in as it must be, before the candidates are looked at: a sentence, or NULL. */
static char *
find_fault (SceauCertificateIssueDialog *self, const SceauDeliverableSession *session)
{
  SceauDate delivered = sceau_date_row_get_date (self->delivered_row);
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again_row));
  g_autofree char *passphrase = get_passphrase (self);

  if (delivered == SCEAU_NO_DATE)
    return g_strdup (_("The day of delivery is written like 22/11/2026."));
  if (delivered < session->session->date)
    {
      g_autofree char *decided = sceau_date_format_long (session->session->date);

      return g_strdup_printf (_("The jury decided on %s: nothing is delivered before."), decided);
    }
  if (!self->has_key && g_strcmp0 (passphrase != NULL ? passphrase : "", again) != 0)
    return g_strdup (_("Both passphrases must be the same."));
  return NULL;
}

static char *
describe (SceauCertificateIssueDialog *self, const SceauDeliverableSession *session)
{
  SceauDate delivered = sceau_date_row_get_date (self->delivered_row);
  g_autofree char *day = sceau_date_format_long (delivered);
  g_autofree char *numbers
      = g_strdup_printf (ngettext ("%u certificate gets the next number of %d and the date of %s.",
                                   "%u certificates get the next numbers of %d and the date of %s.", session->left),
                         session->left, sceau_date_year (delivered), day);

  return g_strdup_printf ("%s %s", numbers,
                          _("The documents are kept in the school file and can never be changed; a mistake is mended by "
                            "revoking, and stays visible."));
}

/* The candidates, as the linter sees them -------------------------------------------- */

static void
show_checks (SceauCertificateIssueDialog *self, const SceauIssueWork *work)
{
  guint others = sceau_issue_work_count_others (work);
  g_autofree char *text = NULL;

  if (others == work->left)
    text = g_strdup_printf (ngettext ("%u certificate can be issued.", "%u certificates can be issued.", others), others);
  else
    text = g_strdup_printf (_("%u of %u certificates can be issued; the others are refused."), others, work->left);
  adw_preferences_group_set_description (self->checks_group, text);
  sceau_fault_list_show (self->checks, work->faults, _("Nothing is missing on any of them."));
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificateIssueDialog) self = user_data;
  const SceauIssueWork *work = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  /* Closed, or something was typed meanwhile. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (done || sceau_faults_length (work->faults) > 0)
    show_checks (self, work);
  else
    adw_preferences_group_set_description (self->checks_group, error->message);
}

static void
stop_checking (SceauCertificateIssueDialog *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static gboolean
check_cb (gpointer user_data)
{
  SceauCertificateIssueDialog *self = user_data;

  self->pause = 0;
  self->checking = g_cancellable_new ();
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (self->page)), sceau_issue_work_check, work_new (self),
                          (GDestroyNotify) sceau_issue_work_free, self->checking, checked_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
fields_changed_cb (SceauCertificateIssueDialog *self)
{
  const SceauDeliverableSession *session;
  g_autofree char *fault = NULL;
  g_autofree char *words = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;

  stop_checking (self);
  /* Rows that go with the dialog say that they change. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.issue", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.preview", FALSE);
  session = get_session (self);
  if (session == NULL)
    return;
  fault = find_fault (self, session);
  words = fault == NULL ? describe (self, session) : NULL;
  folder = get_folder (self);
  shown = g_filename_display_name (folder);
  gtk_label_set_text (self->words, fault != NULL ? fault : words);
  adw_action_row_set_subtitle (self->folder_row, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.issue", fault == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.preview", fault == NULL);
  if (fault == NULL)
    self->pause = g_timeout_add (PAUSE, check_cb, self);
}

static char *
session_title (const SceauDeliverableSession *session)
{
  g_autofree char *date = sceau_date_format_french (session->session->date);

  /* Translators: certification, cohort, day of the jury, how many certificates are left to issue. */
  return g_strdup_printf (ngettext ("%s · %s · jury of %s (%u to issue)", "%s · %s · jury of %s (%u to issue)", session->left),
                          session->session->certification_code, session->session->cohort_name, date, session->left);
}

static void
show_sessions (SceauCertificateIssueDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    gtk_string_list_take (titles, session_title (g_ptr_array_index (self->sessions, i)));
  adw_combo_row_set_model (self->session_row, G_LIST_MODEL (titles));
  gtk_stack_set_visible_child_name (self->stack, self->sessions->len > 0 ? "form" : "nothing");
  gtk_widget_set_visible (GTK_WIDGET (self->again_row), !self->has_key);
  if (self->has_key)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->passphrase_row), _("Passphrase of the school’s key"));
  else
    adw_preferences_group_set_description (
        self->key_group, _("The school has no key yet: it is made with the passphrase that you choose here, without which nobody can "
                           "sign. Each certificate then bears a code that anybody can verify. Left empty, they bear none."));
  if (self->sessions->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->delivered_row));
  fields_changed_cb (self);
}

/* Issuing ------------------------------------------------------------------------- */

static void start (SceauCertificateIssueDialog *self, SceauIssueWork *work);

static void
others_accepted_cb (SceauImportReport *report)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (gtk_window_get_transient_for (GTK_WINDOW (report)));
  SceauIssueWork *again = work_new (self);

  again->accept_valid = TRUE;
  start (self, again);
}

static void
show_refusal (SceauCertificateIssueDialog *self, SceauIssueWork *work)
{
  guint others = sceau_issue_work_count_others (work);
  guint refused = work->left - others;
  g_autofree char *summary = g_strdup_printf (ngettext ("%u certificate is refused; nothing was issued.",
                                                        "%u certificates are refused; nothing was issued.", refused),
                                              refused);
  g_autofree char *verb = others > 0 ? g_strdup_printf (ngettext ("_Issue the Other One", "_Issue the %u Others", others), others)
                                     : NULL;
  SceauImportReport *report = sceau_import_report_new (GTK_WINDOW (self), _("Certificates Refused"), summary,
                                                       sceau_faults_without_fields (work->faults), verb);

  g_signal_connect (report, "accepted", G_CALLBACK (others_accepted_cb), NULL);
  gtk_window_present (GTK_WINDOW (report));
}

/* The folder that a run has written to, or NULL when files were not wanted. */
static char *
get_written (const SceauIssueWork *work)
{
  if (work->folder != NULL)
    return g_strdup (work->folder);
  if (work->merged != NULL)
    return g_path_get_dirname (work->merged);
  return work->archive != NULL ? g_path_get_dirname (work->archive) : NULL;
}

static void
show_success (SceauCertificateIssueDialog *self, SceauIssueWork *work)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u certificate issued", "%u certificates issued", work->issued->len),
                                            work->issued->len);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  g_free (self->written);
  self->written = get_written (work);
  shown = self->written != NULL ? g_filename_display_name (self->written) : NULL;
  text = shown != NULL ? g_strdup_printf (_("They are in the register, and their files in “%s”."), shown)
                       : g_strdup (_("They are in the register; their documents are kept in the school file."));
  adw_status_page_set_title (self->done_page, title);
  adw_status_page_set_description (self->done_page, text);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_set_visible (self->issue_button, FALSE);
  gtk_widget_set_visible (self->preview_button, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Close"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open-folder", self->written != NULL);
  gtk_widget_grab_focus (self->cancel_button);
  /* What is to be looked at although all went well, for instance papers without a code. */
  sceau_fault_list_show (self->remarks, work->faults, NULL);
}

static void load (SceauCertificateIssueDialog *self);

/* Stopped by the user, the disk or the power: what was issued stays, and the same form goes on with the rest. */
static void
show_stop (SceauCertificateIssueDialog *self, const SceauIssueWork *work)
{
  gboolean cancelled = g_error_matches (work->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  const char *heading = cancelled ? _("Stopped") : _("The Certificates Could Not Be Issued");

  if (sceau_faults_length (work->faults) > 0)
    sceau_show_faults (GTK_WIDGET (self), heading, work->faults, work->error);
  else if (cancelled)
    sceau_show_message (GTK_WIDGET (self), heading, _("Nothing was issued, and no number is taken."));
  else
    sceau_show_error (GTK_WIDGET (self), heading, work->error);
  load (self);
}

static void
issued_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (from);
  SceauIssueWork *work = job;

  if (error != NULL)
    sceau_show_error (from, _("The Certificates Could Not Be Issued"), error);
  else if (work->issued != NULL)
    show_success (self, work);
  else if (sceau_faults_count_errors (work->faults) > 0)
    show_refusal (self, work);
  else
    show_stop (self, work);
}

static void
start (SceauCertificateIssueDialog *self, SceauIssueWork *work)
{
  stop_checking (self);
  sceau_long_work_run (GTK_WIDGET (self), sceau_page_get_context (self->page), _("Issuing the certificates"), sceau_issue_work_run,
                       work, (GDestroyNotify) sceau_issue_work_free, issued_cb);
}

static void
confirmed_cb (gpointer user_data)
{
  SceauCertificateIssueDialog *self = user_data;

  start (self, work_new (self));
}

static void
issue_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (widget);
  const SceauDeliverableSession *session = get_session (self);
  g_autofree char *heading = g_strdup_printf (ngettext ("Issue %u certificate?", "Issue %u certificates?", session->left),
                                              session->left);
  g_autofree char *words = describe (self, session);

  sceau_confirm (widget, heading, words, _("_Issue"), FALSE, confirmed_cb, g_object_ref (self), g_object_unref);
}

static void
preview_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (widget);
  g_autofree char *name = g_strdup_printf (_("draft-%s.pdf"), get_session (self)->session->certification_code);

  sceau_paper_window_present (widget, sceau_page_get_context (self->page), _("As They Will Be"), name, sceau_issue_work_preview,
                              work_new (self), (GDestroyNotify) sceau_issue_work_free);
}

static void
open_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_open_path (widget, SCEAU_CERTIFICATE_ISSUE_DIALOG (widget)->written);
}

static void
folder_chosen_cb (const char *path, gpointer user_data)
{
  sceau_certificate_issue_dialog_set_folder (user_data, path);
}

static void
choose_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Folder of the Certificates"), NULL, NULL,
                     folder_chosen_cb, widget);
}

/* Loading ------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *sessions; /* (element-type SceauDeliverableSession) */
  gboolean has_key;
} Reading;

static gboolean
read_sessions (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  GError *local = NULL;

  reading->sessions = sceau_deliverable_sessions_load (school, error);
  if (reading->sessions == NULL)
    return FALSE;
  reading->has_key = sceau_has_signing_key (school, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->sessions, g_ptr_array_unref);
  g_free (reading);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificateIssueDialog) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (!done)
    {
      sceau_show_error (GTK_WIDGET (self), _("The Sessions Could Not Be Read"), error);
      return;
    }
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = g_steal_pointer (&reading->sessions);
  self->has_key = reading->has_key;
  show_sessions (self);
}

static void
load (SceauCertificateIssueDialog *self)
{
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (self->page)), read_sessions, g_new0 (Reading, 1),
                          reading_free, NULL, loaded_cb, g_object_ref (self));
}

static void
sceau_certificate_issue_dialog_dispose (GObject *object)
{
  stop_checking (SCEAU_CERTIFICATE_ISSUE_DIALOG (object));
  G_OBJECT_CLASS (sceau_certificate_issue_dialog_parent_class)->dispose (object);
}

static void
sceau_certificate_issue_dialog_finalize (GObject *object)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (object);

  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self->written);
  G_OBJECT_CLASS (sceau_certificate_issue_dialog_parent_class)->finalize (object);
}

static void
sceau_certificate_issue_dialog_class_init (SceauCertificateIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_certificate_issue_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sceau_certificate_issue_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  g_type_ensure (SCEAU_TYPE_FAULT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-certificate-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, session_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, delivered_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, each_switch);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, merged_switch);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, archive_switch);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, key_group);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, checks_group);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, checks);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, issue_button);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, preview_button);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "dialog.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "dialog.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "dialog.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_certificate_issue_dialog_init (SceauCertificateIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_password_row_name (self->passphrase_row);
  sceau_password_row_name (self->again_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.issue", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.preview", FALSE);
}

SceauCertificateIssueDialog *
sceau_certificate_issue_dialog_new (SceauPage *page)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (page));
  SceauCertificateIssueDialog *self = g_object_new (SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG, "transient-for", window,
                                                    "destroy-with-parent", TRUE, NULL);
  const char *city = sceau_context_get_identity (sceau_page_get_context (page))->city;

  sceau_release_parent (GTK_WINDOW (self));
  self->page = page;
  sceau_date_row_set_date (self->delivered_row, sceau_date_today ());
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), city != NULL ? city : "");
  load (self);
  return self;
}

void
sceau_certificate_issue_dialog_set_folder (SceauCertificateIssueDialog *self, const char *folder)
{
  g_return_if_fail (SCEAU_IS_CERTIFICATE_ISSUE_DIALOG (self));

  g_free (self->folder);
  self->folder = g_strdup (folder);
  fields_changed_cb (self);
}
