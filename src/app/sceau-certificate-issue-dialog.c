/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-issue-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-sessions.h"
#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-issue-certificates.h"
#include "sceau-long-work.h"
#include "sceau-workflow-error.h"

struct _SceauCertificateIssueDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwComboRow *session_row;
  SceauDateRow *delivered_row;
  AdwEntryRow *place_row;
  AdwActionRow *folder_row;
  GtkSwitch *merged_switch;
  GtkLabel *words;
  SceauPage *page;     /* (unowned): the window's, which this dialog does not outlive */
  GPtrArray *sessions; /* (element-type SceauDeliverableSession): of the entries of the combo row */
  char *folder;        /* chosen by the user, or NULL */
};

G_DEFINE_FINAL_TYPE (SceauCertificateIssueDialog, sceau_certificate_issue_dialog, ADW_TYPE_WINDOW)

/* One run. */
typedef struct
{
  gint64 session_id;
  SceauDate delivered;
  char *place;
  char *folder;
  char *merged; /* or NULL */
  gboolean accept_valid;
  guint left;   /* how many were to be issued */
  SceauFaults *faults;
  GPtrArray *issued; /* (element-type SceauCertificate) */
} Issue;

static void
issue_free (gpointer data)
{
  Issue *issue = data;

  g_free (issue->place);
  g_free (issue->folder);
  g_free (issue->merged);
  g_clear_pointer (&issue->faults, sceau_faults_free);
  g_clear_pointer (&issue->issued, g_ptr_array_unref);
  g_free (issue);
}

static gboolean
issue (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Issue *work = job;

  const SceauIssueOptions options = {
    .session_id = work->session_id,
    .delivered = work->delivered,
    .place = work->place,
    .folder = work->folder,
    .merged = work->merged,
    .accept_valid = work->accept_valid,
  };

  work->issued = sceau_issue_certificates (school, &options, work->faults, progress, cancellable, error);
  return work->issued != NULL;
}

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

/* A file that is not there yet: nothing is overwritten. */
static char *
get_merged (const char *folder, const SceauJurySession *session)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *rank = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      /* Translators: the name of a file with all certificates of a session; the last part tells several apart. */
      g_autofree char *name = g_strdup_printf (_("%s-to-print%s.pdf"), session->certification_code, rank);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static char *
describe (SceauCertificateIssueDialog *self, const SceauDeliverableSession *session)
{
  SceauDate delivered = sceau_date_row_get_date (self->delivered_row);
  g_autofree char *day = sceau_date_format_long (delivered);
  g_autofree char *numbers = NULL;

  if (delivered == SCEAU_NO_DATE)
    return g_strdup (_("The day of delivery is written like 22/11/2026."));
  if (delivered < session->session->date)
    {
      g_autofree char *decided = sceau_date_format_long (session->session->date);

      return g_strdup_printf (_("The jury decided on %s: nothing is delivered before."), decided);
    }
  numbers = g_strdup_printf (ngettext ("%u certificate gets the next number of %d and the date of %s.",
                                       "%u certificates get the next numbers of %d and the date of %s.", session->left),
                             session->left, sceau_date_year (delivered), day);
  return g_strdup_printf ("%s %s", numbers,
                          _("The documents are kept in the school file and can never be changed; a mistake is mended by "
                            "revoking, and stays visible."));
}

static void
fields_changed_cb (SceauCertificateIssueDialog *self)
{
  const SceauDeliverableSession *session = get_session (self);
  g_autofree char *words = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;
  SceauDate delivered;

  if (session == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.issue", FALSE);
      return;
    }
  words = describe (self, session);
  folder = get_folder (self);
  shown = g_filename_display_name (folder);
  delivered = sceau_date_row_get_date (self->delivered_row);
  gtk_label_set_text (self->words, words);
  adw_action_row_set_subtitle (self->folder_row, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.issue",
                                 delivered != SCEAU_NO_DATE && delivered >= session->session->date);
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
  if (self->sessions->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->delivered_row));
  fields_changed_cb (self);
}

/* Issuing ------------------------------------------------------------------------- */

static Issue *
issue_new (SceauCertificateIssueDialog *self)
{
  const SceauDeliverableSession *session = get_session (self);
  Issue *work = g_new0 (Issue, 1);

  work->session_id = session->session->id;
  work->left = session->left;
  work->delivered = sceau_date_row_get_date (self->delivered_row);
  work->place = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place_row)));
  work->folder = get_folder (self);
  work->merged = gtk_switch_get_active (self->merged_switch) ? get_merged (work->folder, session->session) : NULL;
  work->faults = sceau_faults_new ();
  return work;
}

/* How many of those to be issued no fault concerns: faults name the person, or nobody when they concern all. */
static guint
count_others (const Issue *work)
{
  g_autoptr (GHashTable) refused = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sceau_faults_length (work->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (work->faults, i);

      if (fault->severity != SCEAU_FAULT_ERROR)
        continue;
      if (fault->place == NULL)
        return 0;
      g_hash_table_add (refused, fault->place);
    }
  return work->left > g_hash_table_size (refused) ? work->left - g_hash_table_size (refused) : 0;
}

static void start (SceauCertificateIssueDialog *self, Issue *work);

static void
others_accepted_cb (SceauImportReport *report)
{
  GtkWindow *dialog = gtk_window_get_transient_for (GTK_WINDOW (report));
  Issue *again = issue_new (SCEAU_CERTIFICATE_ISSUE_DIALOG (dialog));

  again->accept_valid = TRUE;
  start (SCEAU_CERTIFICATE_ISSUE_DIALOG (dialog), again);
}

static void
show_refusal (SceauCertificateIssueDialog *self, Issue *work)
{
  guint others = count_others (work);
  guint refused = work->left - others;
  g_autofree char *summary = g_strdup_printf (ngettext ("%u certificate is refused; nothing was issued.",
                                                        "%u certificates are refused; nothing was issued.", refused),
                                              refused);
  g_autofree char *verb = others > 0 ? g_strdup_printf (ngettext ("_Issue the Other One", "_Issue the %u Others", others), others)
                                     : NULL;
  SceauImportReport *report = sceau_import_report_new (GTK_WINDOW (self), _("Certificates Refused"), summary,
                                                       g_steal_pointer (&work->faults), verb);

  g_signal_connect (report, "accepted", G_CALLBACK (others_accepted_cb), NULL);
  gtk_window_present (GTK_WINDOW (report));
}

/* Whether something went wrong after the register had the certificates: a file that did not get its name. */
static gboolean
has_warnings (const SceauFaults *faults)
{
  return sceau_faults_length (faults) > sceau_faults_count_errors (faults);
}

static void
show_success (SceauCertificateIssueDialog *self, Issue *work)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = g_strdup_printf (ngettext ("%u certificate issued", "%u certificates issued", work->issued->len),
                                           work->issued->len);

  sceau_toast_open (GTK_WIDGET (self->page), text, _("Open the Folder"), work->folder);
  if (has_warnings (work->faults))
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (window, _("Certificates Issued"), text,
                                                             g_steal_pointer (&work->faults), NULL)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
issued_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (from);
  Issue *work = job;

  if (error == NULL)
    show_success (self, work);
  else if (sceau_faults_count_errors (work->faults) > 0)
    show_refusal (self, work);
  else
    sceau_show_error (from, _("The Certificates Could Not Be Issued"), error);
}

static void
start (SceauCertificateIssueDialog *self, Issue *work)
{
  sceau_long_work_run (GTK_WIDGET (self), sceau_page_get_context (self->page), _("Issuing the certificates"), issue, work,
                       issue_free, issued_cb);
}

static void
confirmed_cb (gpointer user_data)
{
  SceauCertificateIssueDialog *self = user_data;

  start (self, issue_new (self));
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

static gboolean
load_sessions (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  GPtrArray **sessions = job;

  *sessions = sceau_deliverable_sessions_load (school, error);
  return *sessions != NULL;
}

static void
sessions_free (gpointer data)
{
  GPtrArray **sessions = data;

  g_clear_pointer (sessions, g_ptr_array_unref);
  g_free (sessions);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificateIssueDialog) self = user_data;
  GPtrArray **sessions = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (done)
    {
      self->sessions = g_steal_pointer (sessions);
      show_sessions (self);
    }
  else
    sceau_show_error (GTK_WIDGET (self), _("The Sessions Could Not Be Read"), error);
}

static void
sceau_certificate_issue_dialog_finalize (GObject *object)
{
  SceauCertificateIssueDialog *self = SCEAU_CERTIFICATE_ISSUE_DIALOG (object);

  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self->folder);
  G_OBJECT_CLASS (sceau_certificate_issue_dialog_parent_class)->finalize (object);
}

static void
sceau_certificate_issue_dialog_class_init (SceauCertificateIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_certificate_issue_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-certificate-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, session_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, delivered_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, merged_switch);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateIssueDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "dialog.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_certificate_issue_dialog_init (SceauCertificateIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.issue", FALSE);
}

SceauCertificateIssueDialog *
sceau_certificate_issue_dialog_new (SceauPage *page)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (page));
  SceauCertificateIssueDialog *self = g_object_new (SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG, "transient-for", window,
                                                    "destroy-with-parent", TRUE, NULL);
  SceauContext *context = sceau_page_get_context (page);
  const char *city = sceau_context_get_identity (context)->city;

  self->page = page;
  sceau_date_row_set_date (self->delivered_row, sceau_date_today ());
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), city != NULL ? city : "");
  sceau_worker_run_async (sceau_context_get_worker (context), load_sessions, g_new0 (GPtrArray *, 1), sessions_free, NULL,
                          loaded_cb, g_object_ref (self));
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
