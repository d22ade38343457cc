/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* memmem() */
#define _GNU_SOURCE

#include "sceau-test-demo.h"

#include <string.h>

#include "sceau-certificate-attestation-dialog.h"
#include "sceau-certificate-issue-dialog.h"
#include "sceau-certificate-table.h"
#include "sceau-certificate-view.h"
#include "sceau-certificate-work.h"
#include "sceau-date-row.h"
#include "sceau-duplicate-dialog.h"
#include "sceau-enrolment-table.h"
#include "sceau-fault-list.h"
#include "sceau-import-report.h"
#include "sceau-issue-certificates.h"
#include "sceau-lazy-row.h"
#include "sceau-learner-table.h"
#include "sceau-page.h"
#include "sceau-paper-window.h"

#define CODE "RNCP41445"

/* The school behind the window ----------------------------------------------------- */

static GPtrArray *
list_certificates (SceauTestDemo *demo)
{
  const SceauCertificateQuery query = { .certification_code = CODE };
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GError) error = NULL;
  GPtrArray *certificates = sceau_certificate_table_list (school, &query, &error);

  g_assert_no_error (error);
  return certificates;
}

/* Who has no certificate in force can be given one. */
static void
revoke_some (SceauTestDemo *demo, guint n)
{
  g_autoptr (GPtrArray) certificates = list_certificates (demo);
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_WRITE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (certificates->len, >=, n);
  for (guint i = 0; n > 0; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state != SCEAU_CERTIFICATE_ISSUED)
        continue;
      sceau_revoke_certificate (school, certificate->number, "Wrong day", &error);
      g_assert_no_error (error);
      n--;
    }
}

/* A name that no font of ours can write. */
static void
rename_one (SceauTestDemo *demo, const char *first_name)
{
  g_autoptr (GPtrArray) certificates = list_certificates (demo);
  const SceauCertificate *certificate = g_ptr_array_index (certificates, 0);
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_WRITE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (school, certificate->enrolment_id, &error);
  g_autoptr (SceauLearner) learner = sceau_learner_table_find (school, enrolment->learner_id, &error);

  g_assert_no_error (error);
  g_free (learner->first_name);
  learner->first_name = g_strdup (first_name);
  sceau_learner_table_update (school, learner, &error);
  g_assert_no_error (error);
}

static guint
count_issued (SceauTestDemo *demo)
{
  g_autoptr (GPtrArray) certificates = list_certificates (demo);
  guint n = 0;

  for (guint i = 0; i < certificates->len; i++)
    n += ((SceauCertificate *) g_ptr_array_index (certificates, i))->state == SCEAU_CERTIFICATE_ISSUED;
  return n;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The window ----------------------------------------------------------------------- */

static SceauPage *
page_of (SceauTestDemo *demo)
{
  return SCEAU_PAGE (sceau_test_demo_find (demo, SCEAU_TYPE_PAGE, NULL));
}

static void
activate (SceauTestDemo *demo, const char *action)
{
  g_action_group_activate_action (sceau_page_get_actions (page_of (demo)), action, NULL);
}

static void
show_register (SceauTestDemo *demo)
{
  sceau_test_demo_show (demo, "certificates");
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_COLUMN_VIEW, NULL) != NULL);
}

/* The issue dialog with its form, where the files go to "out". */
static GtkWindow *
open_issue_dialog (SceauTestDemo *demo)
{
  g_autofree char *folder = g_build_filename (demo->folder, "out", NULL);
  GtkWindow *dialog;

  activate (demo, "issue");
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG)) != NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL) != NULL);
  sceau_certificate_issue_dialog_set_folder (SCEAU_CERTIFICATE_ISSUE_DIALOG (dialog), folder);
  return dialog;
}

static void
answer (const char *response)
{
  GtkWindow *question;

  SCEAU_WAIT_FOR ((question = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (question);
}

static void
confirm_issue (GtkWindow *dialog, const char *question)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.issue", NULL));
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG))), ==,
                   question);
  answer ("confirm");
}

static SceauCertificateView *
open_first (SceauTestDemo *demo, const char *number)
{
  GtkWidget *list = sceau_test_demo_find (demo, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));
  g_autofree char *printed = sceau_certificate_print_number (number);
  SceauCertificateView *view;

  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, printed) != NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SceauLazyRow) row = g_list_model_get_item (model, i);
      const SceauCertificate *certificate = sceau_lazy_row_get_record (row);

      if (certificate != NULL && g_str_equal (certificate->number, number))
        g_signal_emit_by_name (list, "activate", i);
    }
  view = SCEAU_CERTIFICATE_VIEW (sceau_page_get_top (page_of (demo)));
  SCEAU_WAIT_FOR (sceau_certificate_view_get_certificate (view) != NULL);
  return view;
}

static char *
first_number (SceauTestDemo *demo)
{
  g_autoptr (GPtrArray) certificates = list_certificates (demo);

  return g_strdup (((SceauCertificate *) g_ptr_array_index (certificates, 0))->number);
}

/* Issuing -------------------------------------------------------------------------- */

static guint
count_reported (GtkWindow *report)
{
  GtkWidget *list = sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LIST_VIEW, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

/* The row of a switch, by its title, is pressed. */
static void
switch_on (GtkWindow *dialog, const char *title)
{
  GtkWidget *row = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, title);

  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

/* The last page says what was done, and is closed. */
static void
end_issue (GtkWindow *dialog, const char *title)
{
  GtkWidget *page;

  SCEAU_WAIT_FOR ((page = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, NULL)) != NULL);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, title);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Open the Folder"));
  gtk_window_close (dialog);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG) == NULL);
}

static void
type_into (GtkWindow *dialog, const char *title, const char *text)
{
  GtkWidget *row;

  SCEAU_WAIT_FOR ((row = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, title)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
has_code (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return memmem (contents, length, "SCEAU1|", 7) != NULL;
}

/* Another passphrase opens nothing; the form stays, and goes on with the right one. */
static void
signs_with_the_key (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *out = g_build_filename (demo->folder, "out", NULL);
  g_autoptr (GDir) dir = NULL;
  GtkWindow *dialog, *refusal;
  const char *name;

  revoke_some (demo, 1);
  show_register (demo);
  dialog = open_issue_dialog (demo);
  g_assert_null (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "The same passphrase again"));
  type_into (dialog, "Passphrase of the school’s key", "cinq chevaux de bois");
  confirm_issue (dialog, "Issue 1 certificate?");
  SCEAU_WAIT_FOR ((refusal = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL
                  || (refusal = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT)) != NULL);
  gtk_window_destroy (refusal);
  type_into (dialog, "Passphrase of the school’s key", "démonstration sans secret");
  SCEAU_WAIT_FOR (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Issue…")));
  confirm_issue (dialog, "Issue 1 certificate?");
  end_issue (dialog, "1 certificate issued");
  dir = g_dir_open (out, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (out, name, NULL);

      g_assert_true (has_code (path));
    }
}

/* What the linter says stands in the form before anything is issued. */
static void
says_what_the_linter_found (SceauTestDemo *demo, gconstpointer data)
{
  GtkWindow *dialog;

  revoke_some (demo, 2);
  rename_one (demo, "北京");
  show_register (demo);
  dialog = open_issue_dialog (demo);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "1 of 2 certificates can be issued; the others are refused.") != NULL);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_FAULT_LIST, NULL));
  sceau_date_row_set_date (SCEAU_DATE_ROW (sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL)),
                           sceau_date_new (2034, 10, 27));
  /* That concerns everybody. */
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "0 of 2 certificates can be issued; the others are refused.") != NULL);
  gtk_window_destroy (dialog);
}

/* All of them, as they will be, and no number is taken. */
static void
previews_the_batch (SceauTestDemo *demo, gconstpointer data)
{
  SceauPaperPreview *preview;
  GtkWindow *dialog, *window;
  guint issued;

  revoke_some (demo, 2);
  issued = count_issued (demo);
  show_register (demo);
  dialog = open_issue_dialog (demo);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.preview", NULL));
  SCEAU_WAIT_FOR ((window = sceau_test_find_window (SCEAU_TYPE_PAPER_WINDOW)) != NULL);
  preview = sceau_paper_window_get_preview (SCEAU_PAPER_WINDOW (window));
  SCEAU_WAIT_FOR (sceau_paper_preview_get_pdf (preview) != NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "of 2") != NULL);
  g_assert_cmpuint (count_issued (demo), ==, issued);
  gtk_window_destroy (window);
  gtk_window_destroy (dialog);
}

static void
issues_from_a_sealed_session (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *out = g_build_filename (demo->folder, "out", NULL);
  guint issued = count_issued (demo);
  GtkWindow *dialog;

  revoke_some (demo, 2);
  show_register (demo);
  dialog = open_issue_dialog (demo);
  switch_on (dialog, "One file with all of them");
  switch_on (dialog, "One archive");
  confirm_issue (dialog, "Issue 2 certificates?");
  /* Nobody gave a passphrase: there is no code, and that is said. */
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  g_assert_nonnull (sceau_test_find (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, NULL), SCEAU_TYPE_FAULT_LIST, NULL));
  end_issue (dialog, "2 certificates issued");
  g_assert_cmpuint (count_issued (demo), ==, issued);
  /* One each, also of the two whose certificates were in force, one with all, and the archive. */
  g_assert_cmpuint (count_files (out), ==, 6);
}

static void
checks_the_day (SceauTestDemo *demo, gconstpointer data)
{
  GtkWidget *row, *button;
  GtkWindow *dialog;

  revoke_some (demo, 1);
  show_register (demo);
  dialog = open_issue_dialog (demo);
  row = sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL);
  button = sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Issue…");
  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (row), "31/02/2026");
  g_assert_false (gtk_widget_is_sensitive (button));
  /* A day before the jury of the demonstration. */
  gtk_editable_set_text (GTK_EDITABLE (row), "01/01/2019");
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_window_close (dialog);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG) == NULL);
}

static void
refuses_with_every_reason (SceauTestDemo *demo, gconstpointer data)
{
  GtkWindow *dialog, *report;
  guint issued;

  revoke_some (demo, 2);
  issued = count_issued (demo);
  show_register (demo);
  dialog = open_issue_dialog (demo);
  /* After the last delivery of the fiche, and nowhere. */
  sceau_date_row_set_date (SCEAU_DATE_ROW (sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL)),
                           sceau_date_new (2034, 10, 27));
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Place of delivery")), "  ");
  confirm_issue (dialog, "Issue 2 certificates?");
  SCEAU_WAIT_FOR ((report = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT)) != NULL);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LABEL, "2 certificates are refused; nothing was issued."));
  g_assert_cmpuint (count_reported (report), ==, 2);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LABEL,
                                     "The fiche allows no delivery after 26/10/2034. Nothing can be delivered any more under this fiche."));
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LABEL,
                                     "A mandatory mention of the parchemin is missing. Give the place of delivery."));
  /* Both concern everybody: there are no others to issue. */
  g_assert_null (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_BUTTON, "_Issue the Other One"));
  g_assert_cmpuint (count_issued (demo), ==, issued);
  gtk_window_destroy (report);
  gtk_window_destroy (dialog);
}

static void
issues_the_others (SceauTestDemo *demo, gconstpointer data)
{
  GtkWindow *dialog, *report;
  guint issued;

  revoke_some (demo, 2);
  rename_one (demo, "北京");
  issued = count_issued (demo);
  show_register (demo);
  dialog = open_issue_dialog (demo);
  confirm_issue (dialog, "Issue 2 certificates?");
  SCEAU_WAIT_FOR ((report = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT)) != NULL);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LABEL, "1 certificate is refused; nothing was issued."));
  g_assert_cmpuint (count_issued (demo), ==, issued);
  gtk_widget_activate (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_BUTTON, "_Issue the Other One"));
  SCEAU_WAIT_FOR (count_issued (demo) == issued + 1);
  end_issue (dialog, "1 certificate issued");
}

static void
has_nothing_to_issue (SceauTestDemo *demo, gconstpointer data)
{
  GtkWindow *dialog;

  show_register (demo);
  activate (demo, "issue");
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ISSUE_DIALOG)) != NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Issue…")));
  gtk_window_destroy (dialog);
}

/* One certificate ------------------------------------------------------------------ */

static void
shows_the_kept_document (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *number = first_number (demo);
  SceauPaperSheets *sheets;
  SceauPaperPreview *preview;
  GtkWindow *window;
  GdkTexture *page;
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GBytes) kept = NULL;

  show_register (demo);
  open_first (demo, number);
  SCEAU_WAIT_FOR ((sheets = SCEAU_PAPER_SHEETS (sceau_test_demo_find (demo, SCEAU_TYPE_PAPER_SHEETS, NULL))) != NULL);
  SCEAU_WAIT_FOR (sceau_paper_sheets_is_drawn (sheets));
  page = sceau_paper_sheets_peek (sheets, 0);
  /* A4 on its side, as it is issued. */
  g_assert_cmpfloat_with_epsilon ((double) gdk_texture_get_width (page) / gdk_texture_get_height (page), 297.0 / 210.0, 0.01);
  /* Larger in a window of its own: the very bytes. */
  gtk_widget_activate_action (sceau_page_get_top (page_of (demo)), "certificate.enlarge", NULL);
  SCEAU_WAIT_FOR ((window = sceau_test_find_window (SCEAU_TYPE_PAPER_WINDOW)) != NULL);
  preview = sceau_paper_window_get_preview (SCEAU_PAPER_WINDOW (window));
  SCEAU_WAIT_FOR (sceau_paper_preview_get_pdf (preview) != NULL);
  school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  kept = sceau_load_certificate_pdf (school, number, NULL);
  g_assert_true (g_bytes_equal (kept, sceau_paper_preview_get_pdf (preview)));
  gtk_window_destroy (window);
}

static void
reprints_the_same_bytes (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "copy.pdf", NULL);
  g_autofree char *number = first_number (demo);
  g_autoptr (SceauSchool) school = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) copy = NULL;

  show_register (demo);
  open_first (demo, number);
  sceau_certificate_write_copy (page_of (demo), number, path);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "Copy saved, byte for byte as issued.") != NULL);
  school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  kept = sceau_load_certificate_pdf (school, number, NULL);
  copy = read_file (path);
  g_assert_true (g_bytes_equal (kept, copy));
}

static void
give_reason (const char *reason)
{
  GtkWindow *question;

  SCEAU_WAIT_FOR ((question = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "go"));
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, "Reason")), reason);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "go"));
  answer ("go");
}

static void
revokes_visibly (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *number = first_number (demo);
  g_autofree char *printed = sceau_certificate_print_number (number);
  SceauCertificateView *view;

  show_register (demo);
  view = open_first (demo, number);
  activate (demo, "revoke");
  give_reason ("Wrong place of birth");
  SCEAU_WAIT_FOR (sceau_certificate_view_get_certificate (view)->state == SCEAU_CERTIFICATE_REVOKED);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "Revoked: Wrong place of birth") != NULL);
  g_assert_false (g_action_group_get_action_enabled (sceau_page_get_actions (page_of (demo)), "revoke"));
  g_assert_false (g_action_group_get_action_enabled (sceau_page_get_actions (page_of (demo)), "duplicate"));
  /* Its number stays in the register, with the word. */
  gtk_widget_activate_action (GTK_WIDGET (demo->window), "win.back", NULL);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, printed) != NULL);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "Revoked") != NULL);
}

static void
makes_a_duplicate (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "duplicate.pdf", NULL);
  g_autofree char *number = first_number (demo);
  SceauCertificateView *view;
  GtkWindow *form;
  int before;

  show_register (demo);
  view = open_first (demo, number);
  before = sceau_certificate_view_get_certificate (view)->duplicates;
  activate (demo, "duplicate");
  SCEAU_WAIT_FOR ((form = sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)) != NULL);
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (form), GTK_TYPE_BUTTON, "_Make It…")));
  type_into (form, "Reason", "Lost");
  type_into (form, "Requested by", "The holder, by letter");
  g_assert_true (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (form), GTK_TYPE_BUTTON, "_Make It…")));
  sceau_duplicate_dialog_write (SCEAU_FORM_DIALOG (form), path);
  SCEAU_WAIT_FOR (sceau_certificate_view_get_certificate (view)->duplicates == before + 1);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
attests_a_block (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "attestation.pdf", NULL);
  GtkWindow *dialog;

  show_register (demo);
  activate (demo, "attest");
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG)) != NULL);
  SCEAU_WAIT_FOR (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save…")));
  sceau_certificate_attestation_dialog_write (SCEAU_CERTIFICATE_ATTESTATION_DIALOG (dialog), path);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "Attestation saved.") != NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static GtkWindow *
choose_paper (SceauTestDemo *demo, guint paper)
{
  GtkWindow *dialog;

  activate (demo, "attest");
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG)) != NULL);
  SCEAU_WAIT_FOR (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save…")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL)), paper);
  SCEAU_WAIT_FOR (sceau_certificate_attestation_dialog_is_whole (SCEAU_CERTIFICATE_ATTESTATION_DIALOG (dialog)));
  return dialog;
}

static void
attests_a_whole_certification (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *supplement = g_build_filename (demo->folder, "supplement.pdf", NULL);
  g_autofree char *success = g_build_filename (demo->folder, "success.pdf", NULL);
  GtkWindow *dialog;

  show_register (demo);
  dialog = choose_paper (demo, 2);
  sceau_certificate_attestation_dialog_write (SCEAU_CERTIFICATE_ATTESTATION_DIALOG (dialog), supplement);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG) == NULL);
  g_assert_true (g_file_test (supplement, G_FILE_TEST_IS_REGULAR));
  /* Who has the certificate needs no attestation until it is there. */
  dialog = choose_paper (demo, 1);
  sceau_certificate_attestation_dialog_write (SCEAU_CERTIFICATE_ATTESTATION_DIALOG (dialog), success);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL || sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  g_assert_false (g_file_test (success, G_FILE_TEST_EXISTS));
  gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL ? sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)
                                                                               : sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  gtk_window_destroy (dialog);
}

static void
searches_blocks (SceauTestDemo *demo, gconstpointer data)
{
  GtkWindow *dialog;

  show_register (demo);
  activate (demo, "attest");
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, NULL)), "nobody at all");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save…")));
  gtk_window_destroy (dialog);
}

static void
says_what_to_do_first (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-empty-XXXXXX", NULL);
  SceauTestDemo demo = { g_strdup (folder), sceau_test_window_make_school (folder, 1), NULL };

  sceau_test_demo_show (&demo, "certificates");
  SCEAU_WAIT_FOR (sceau_test_demo_find (&demo, ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (sceau_test_demo_find (&demo, ADW_TYPE_STATUS_PAGE, NULL))), ==,
                   "No Certificate Yet");
  sceau_test_demo_tear_down (&demo, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  sceau_test_window_init (&argc, &argv);

#define ADD(path, func) \
  g_test_add ("/app/certificates/" path, SceauTestDemo, NULL, sceau_test_demo_set_up, func, sceau_test_demo_tear_down)
  ADD ("issues-from-a-sealed-session", issues_from_a_sealed_session);
  ADD ("signs-with-the-key", signs_with_the_key);
  ADD ("says-what-the-linter-found", says_what_the_linter_found);
  ADD ("previews-the-batch", previews_the_batch);
  ADD ("checks-the-day", checks_the_day);
  ADD ("refuses-with-every-reason", refuses_with_every_reason);
  ADD ("issues-the-others", issues_the_others);
  ADD ("has-nothing-to-issue", has_nothing_to_issue);
  ADD ("shows-the-kept-document", shows_the_kept_document);
  ADD ("reprints-the-same-bytes", reprints_the_same_bytes);
  ADD ("revokes-visibly", revokes_visibly);
  ADD ("makes-a-duplicate", makes_a_duplicate);
  ADD ("attests-a-block", attests_a_block);
  ADD ("attests-a-whole-certification", attests_a_whole_certification);
  ADD ("searches-blocks", searches_blocks);
#undef ADD
  g_test_add_func ("/app/certificates/says-what-to-do-first", says_what_to_do_first);
  status = g_test_run ();
  sceau_test_demo_remove ();
  return status;
}
