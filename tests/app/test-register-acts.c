/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register in the window: acts on one certificate, and what is done to several of a session. */

#include "sceau-test-demo.h"

#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-certificate-view.h"
#include "sceau-import-report.h"
#include "sceau-issue-certificates.h"
#include "sceau-jury-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-lazy-row.h"
#include "sceau-learner-table.h"
#include "sceau-page.h"
#include "sceau-register-dialogs.h"
#include "sceau-replace-dialog.h"
#include "sceau-session-papers.h"

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

static gboolean
is_enabled (SceauTestDemo *demo, const char *action)
{
  return g_action_group_get_action_enabled (sceau_page_get_actions (page_of (demo)), action);
}

/* Of the latest session that has one: it was issued and nothing more happened to it. *@position: of the session in lists. */
static char *
find_number (SceauTestDemo *demo, guint *position)
{
  const SceauJuryQuery sealed = { .states = 1u << SCEAU_SESSION_SEALED };
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, &sealed, NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauCertificateQuery query = { .session_id = ((SceauJurySession *) g_ptr_array_index (sessions, i))->id };
      g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (school, &query, NULL);

      for (guint j = 0; j < certificates->len; j++)
        {
          const SceauCertificate *certificate = g_ptr_array_index (certificates, j);
          g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (school, certificate->number, NULL);

          if (certificate->state != SCEAU_CERTIFICATE_ISSUED || acts->len > 0)
            continue;
          if (position != NULL)
            *position = i;
          return g_strdup (certificate->number);
        }
    }
  g_assert_not_reached ();
}

/* "printed posted": what the file says happened. */
static char *
list_acts (SceauTestDemo *demo, const char *number)
{
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (school, number, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < acts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            sceau_register_act_to_id (((SceauRegisterAct *) g_ptr_array_index (acts, i))->kind));
  return g_string_free (text, FALSE);
}

static gboolean
says_acts (SceauTestDemo *demo, const char *number, const char *expected)
{
  g_autofree char *acts = list_acts (demo, number);

  return g_str_equal (acts, expected);
}

static void
open_certificate (SceauTestDemo *demo, const char *number)
{
  g_autofree char *printed = sceau_certificate_print_number (number);
  GtkWidget *list;
  GListModel *model;

  sceau_test_demo_show (demo, "certificates");
  SCEAU_WAIT_FOR ((list = sceau_test_demo_find (demo, GTK_TYPE_COLUMN_VIEW, NULL)) != NULL);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, printed) != NULL);
  model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SceauLazyRow) row = g_list_model_get_item (model, i);
      const SceauCertificate *certificate = sceau_lazy_row_get_record (row);

      if (certificate != NULL && g_str_equal (certificate->number, number))
        g_signal_emit_by_name (list, "activate", i);
    }
  SCEAU_WAIT_FOR (is_enabled (demo, "hand-over"));
}

static GtkWindow *
ask (SceauTestDemo *demo, const char *action)
{
  GtkWindow *dialog;

  activate (demo, action);
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)) != NULL);
  SCEAU_WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  return dialog;
}

static void
type (GtkWindow *dialog, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, row)), text);
}

static void
accept (GtkWindow *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
}

/* Printed, spoiled, printed again, posted, came back, handed over; at each step only what can follow is offered. */
static void
writes_the_course_of_a_sheet (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *number = find_number (demo, NULL);
  GtkWindow *dialog;

  open_certificate (demo, number);
  g_assert_false (is_enabled (demo, "came-back"));
  g_assert_false (is_enabled (demo, "sheet-spoiled"));
  accept (ask (demo, "sheet-printed"));
  SCEAU_WAIT_FOR (is_enabled (demo, "sheet-spoiled"));
  g_assert_false (is_enabled (demo, "sheet-printed"));
  g_assert_false (is_enabled (demo, "duplicate"));

  dialog = ask (demo, "sheet-spoiled");
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Record")));
  type (dialog, "Reason", "Bourrage");
  accept (dialog);
  SCEAU_WAIT_FOR (is_enabled (demo, "sheet-printed"));
  accept (ask (demo, "sheet-printed"));
  SCEAU_WAIT_FOR (is_enabled (demo, "sheet-spoiled"));

  dialog = ask (demo, "post");
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Record")));
  type (dialog, "Tracking number", "1A 234");
  accept (dialog);
  SCEAU_WAIT_FOR (is_enabled (demo, "came-back"));
  g_assert_false (is_enabled (demo, "hand-over"));
  dialog = ask (demo, "came-back");
  type (dialog, "Reason", "Adresse inconnue");
  accept (dialog);
  SCEAU_WAIT_FOR (is_enabled (demo, "hand-over"));
  accept (ask (demo, "hand-over"));
  SCEAU_WAIT_FOR (!is_enabled (demo, "hand-over"));
  SCEAU_WAIT_FOR (is_enabled (demo, "duplicate"));
  g_assert_true (says_acts (demo, number, "printed spoiled printed posted returned handed"));
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "Came back") != NULL);
}

/* What the register refuses stays in the form, with its reason. */
static void
refuses_a_day_that_lies_ahead (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *number = find_number (demo, NULL);
  GtkWindow *dialog;

  open_certificate (demo, number);
  dialog = ask (demo, "hand-over");
  sceau_date_row_set_date (SCEAU_DATE_ROW (sceau_test_find (GTK_WIDGET (dialog), SCEAU_TYPE_DATE_ROW, NULL)), sceau_date_new (2099, 1, 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  gtk_window_destroy (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  g_assert_nonnull (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  gtk_window_destroy (dialog);
  g_assert_true (says_acts (demo, number, ""));
}

static void
rename_holder (SceauTestDemo *demo, const char *number)
{
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_WRITE);
  g_autoptr (SceauCertificate) certificate = sceau_certificate_table_find (school, number, NULL);
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (school, certificate->learner_number, NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_free (learner->first_name);
  learner->first_name = g_strdup ("Zoé-Léa");
  sceau_edit_learner (school, learner, faults, &error);
  g_assert_no_error (error);
}

/* The old one says what took its place, and nothing more can be done with it. */
static void
replaces_after_a_correction (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *number = find_number (demo, NULL);
  g_autofree char *path = g_build_filename (demo->folder, "new.pdf", NULL);
  GtkWindow *dialog, *report;

  rename_holder (demo, number);
  open_certificate (demo, number);
  dialog = ask (demo, "replace");
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Replace…")));
  type (dialog, "What was corrected", "Prénom");
  type (dialog, "Document that proves it", "Acte de naissance");
  g_assert_true (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Replace…")));
  sceau_replace_dialog_write (SCEAU_FORM_DIALOG (dialog), path);
  SCEAU_WAIT_FOR (says_acts (demo, number, "replaced"));
  /* It has no code: that is said. */
  SCEAU_WAIT_FOR ((report = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT)) != NULL);
  gtk_window_destroy (report);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
  SCEAU_WAIT_FOR (!is_enabled (demo, "hand-over") && !is_enabled (demo, "replace"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static SceauSessionPapers *
open_papers (SceauTestDemo *demo, guint position)
{
  GtkWidget *top, *row;

  sceau_test_demo_show (demo, "certificates");
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_COLUMN_VIEW, NULL) != NULL);
  activate (demo, "papers");
  SCEAU_WAIT_FOR (SCEAU_IS_SESSION_PAPERS (top = sceau_page_get_top (page_of (demo))));
  SCEAU_WAIT_FOR ((row = sceau_test_find (top, ADW_TYPE_COMBO_ROW, NULL)) != NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
  SCEAU_WAIT_FOR (sceau_session_papers_count (SCEAU_SESSION_PAPERS (top)) > 0);
  return SCEAU_SESSION_PAPERS (top);
}

static gboolean
is_pdf (const char *path)
{
  g_autofree char *data = NULL;

  return g_file_get_contents (path, &data, NULL, NULL) && g_str_has_prefix (data, "%PDF-");
}

/* The sheet of several, then their editions, written down at once. */
static void
hands_over_several (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "remise.pdf", NULL);
  guint position = 0;
  g_autofree char *number = find_number (demo, &position);
  SceauSessionPapers *papers = open_papers (demo, position);

  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  sceau_session_papers_select (papers, TRUE);
  sceau_session_papers_write_handover (papers, path);
  SCEAU_WAIT_FOR (is_pdf (path));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (papers), "papers.handed", NULL));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) != NULL);
  SCEAU_WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG))));
  accept (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  SCEAU_WAIT_FOR (says_acts (demo, number, "handed"));
}

/* Somebody whose certificate was revoked is to sign a proof again. */
static void
records_proofs (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "bat.pdf", NULL);
  guint position = 0;
  g_autofree char *number = find_number (demo, &position);
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_WRITE);
  SceauSessionPapers *papers;
  GtkWidget *check;

  g_assert_true (sceau_revoke_certificate (school, number, "Erreur", NULL));
  g_clear_pointer (&school, sceau_school_close);
  papers = open_papers (demo, position);
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "To sign") != NULL);
  sceau_session_papers_write_proofs (papers, path);
  SCEAU_WAIT_FOR (is_pdf (path));
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "To sign") != NULL);
  check = gtk_widget_get_ancestor (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "To sign"), ADW_TYPE_ACTION_ROW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (check))), TRUE);
  sceau_session_papers_correct (papers, "Un accent manque");
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "The correction that is asked for is recorded.") != NULL);
  /* Who was chosen still is, and agrees after all. */
  SCEAU_WAIT_FOR (gtk_widget_activate_action (GTK_WIDGET (papers), "papers.agree", NULL));
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_LABEL, "To sign") == NULL);
}

static void
writes_the_register (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "registre.pdf", NULL);
  GtkWindow *dialog;

  sceau_test_demo_show (demo, "certificates");
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_COLUMN_VIEW, NULL) != NULL);
  dialog = ask (demo, "export-register");
  type (dialog, "Year of delivery", "26");
  g_assert_false (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Export…")));
  type (dialog, "Year of delivery", "2026");
  g_assert_true (gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Export…")));
  gtk_window_destroy (dialog);
  sceau_register_write (page_of (demo), 2026, path);
  SCEAU_WAIT_FOR (is_pdf (path));
}

int
main (int argc, char **argv)
{
  int status;

  sceau_test_window_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/app/register-acts/" name, SceauTestDemo, NULL, sceau_test_demo_set_up, function, sceau_test_demo_tear_down)
  ADD ("writes-the-course-of-a-sheet", writes_the_course_of_a_sheet);
  ADD ("refuses-a-day-that-lies-ahead", refuses_a_day_that_lies_ahead);
  ADD ("replaces-after-a-correction", replaces_after_a_correction);
  ADD ("hands-over-several", hands_over_several);
  ADD ("records-proofs", records_proofs);
  ADD ("writes-the-register", writes_the_register);
#undef ADD
  status = g_test_run ();
  sceau_test_demo_remove ();
  return status;
}
