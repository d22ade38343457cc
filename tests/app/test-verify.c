/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Papers held against the register, and the keys that sign them, in the window. */

/* memmem() */
#define _GNU_SOURCE

#include "sceau-test-demo.h"

#include <string.h>

#include <glib/gstdio.h>

#include "sceau-certificate-table.h"
#include "sceau-certificate-work.h"
#include "sceau-form-dialog.h"
#include "sceau-issue-certificates.h"
#include "sceau-keys-dialog.h"
#include "sceau-signing-key-table.h"
#include "sceau-verify-dialog.h"

/* Of the key of the demonstration. */
#define PASSPHRASE "démonstration sans secret"
#define OTHER_PASSPHRASE "cinq chevaux de fer"

/* The school ----------------------------------------------------------------------- */

static char *
first_number (SceauTestDemo *demo)
{
  const SceauCertificateQuery query = { .certification_code = "RNCP41445" };
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (school, &query, NULL);

  return g_strdup (((SceauCertificate *) g_ptr_array_index (certificates, 0))->number);
}

static void
reprint (SceauTestDemo *demo, const char *number, const char *path)
{
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_reprint_certificate (school, number, path, &error));
  g_assert_no_error (error);
}

static guint
count_keys (SceauTestDemo *demo)
{
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_ONLY);
  g_autoptr (GPtrArray) keys = sceau_signing_key_table_list (school, NULL);

  return keys->len;
}

/* The code of a duplicate that is made now and signed; (transfer full). */
static char *
signed_code (SceauTestDemo *demo, const char *number)
{
  g_autofree char *path = g_build_filename (demo->folder, "signed.pdf", NULL);
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_WRITE);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  const char *start, *end;
  gsize length;

  g_assert_true (sceau_duplicate_certificate (school, number, path, "Lost", NULL, PASSPHRASE, faults, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  start = memmem (contents, length, "SCEAU1|", 7);
  g_assert_nonnull (start);
  end = memchr (start, '<', length - (gsize) (start - contents));
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

/* The window ----------------------------------------------------------------------- */

static SceauPage *
page_of (SceauTestDemo *demo)
{
  return SCEAU_PAGE (sceau_test_demo_find (demo, SCEAU_TYPE_PAGE, NULL));
}

static GtkWindow *
open_dialog (SceauTestDemo *demo, const char *action, GType type)
{
  GtkWindow *dialog;

  sceau_test_demo_show (demo, "certificates");
  SCEAU_WAIT_FOR (g_action_group_get_action_enabled (sceau_page_get_actions (page_of (demo)), action));
  g_action_group_activate_action (sceau_page_get_actions (page_of (demo)), action, NULL);
  SCEAU_WAIT_FOR ((dialog = sceau_test_find_window (type)) != NULL);
  return dialog;
}

static gboolean
shows (GtkWindow *window, const char *text)
{
  return sceau_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, text) != NULL;
}

static void
type_into (GtkWindow *dialog, const char *title, const char *text)
{
  GtkWidget *row = NULL;

  SCEAU_WAIT_FOR ((row = sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, title)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
accept_form (GtkWindow *form)
{
  g_signal_emit_by_name (form, "accepted");
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
}

/* Verifying ------------------------------------------------------------------------ */

static void
verifies_files (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "copy.pdf", NULL);
  g_autofree char *number = first_number (demo);
  g_autofree char *printed = sceau_certificate_print_number (number);
  g_autofree char *genuine = g_strdup_printf ("Genuine: Certificate %s", printed);
  g_autofree char *contents = NULL;
  GtkWindow *dialog;
  gsize size;

  reprint (demo, number, path);
  dialog = open_dialog (demo, "verify", SCEAU_TYPE_VERIFY_DIALOG);
  sceau_verify_dialog_check_file (SCEAU_VERIFY_DIALOG (dialog), path);
  SCEAU_WAIT_FOR (shows (dialog, genuine));
  /* One letter is another document, and the dialog is ready for it. */
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  contents[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
  sceau_verify_dialog_check_file (SCEAU_VERIFY_DIALOG (dialog), path);
  SCEAU_WAIT_FOR (shows (dialog, "Altered, or Not as Issued"));
  g_assert_cmpint (g_remove (path), ==, 0);
  sceau_verify_dialog_check_file (SCEAU_VERIFY_DIALOG (dialog), path);
  SCEAU_WAIT_FOR (shows (dialog, "It Could Not Be Verified"));
  gtk_window_destroy (dialog);
}

static void
verifies_codes (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *number = first_number (demo);
  g_autofree char *code = NULL;
  GtkWindow *dialog;
  char *holder;

  code = signed_code (demo, number);
  dialog = open_dialog (demo, "verify", SCEAU_TYPE_VERIFY_DIALOG);
  /* As a scanner types it. */
  type_into (dialog, "Or the text of the QR code: scan it, or paste it", code);
  g_signal_emit_by_name (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL), "apply");
  SCEAU_WAIT_FOR (shows (dialog, "The paper must say exactly the same."));
  /* Another name under the same signature. */
  holder = strstr (code, "|h=");
  g_assert_nonnull (holder);
  holder[3] = holder[3] == 'X' ? 'Y' : 'X';
  sceau_verify_dialog_check_text (SCEAU_VERIFY_DIALOG (dialog), code);
  SCEAU_WAIT_FOR (shows (dialog, "Altered, or Not as Issued"));
  g_assert_true (shows (dialog, "Nobody vouches for it: no key of the school signed it."));
  sceau_verify_dialog_check_text (SCEAU_VERIFY_DIALOG (dialog), "https://example.org/menu");
  SCEAU_WAIT_FOR (shows (dialog, "Not a Document of This Register"));
  g_assert_false (shows (dialog, "What Its Code Says"));
  gtk_window_destroy (dialog);
}

static void
says_what_was_revoked (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "copy.pdf", NULL);
  g_autofree char *number = first_number (demo);
  g_autofree char *printed = sceau_certificate_print_number (number);
  g_autofree char *revoked = g_strdup_printf ("Revoked: Certificate %s", printed);
  g_autoptr (SceauSchool) school = sceau_test_demo_open (demo, SCEAU_SCHOOL_READ_WRITE);
  GtkWindow *dialog;

  reprint (demo, number, path);
  g_assert_true (sceau_revoke_certificate (school, number, "Wrong day", NULL));
  dialog = open_dialog (demo, "verify", SCEAU_TYPE_VERIFY_DIALOG);
  sceau_verify_dialog_check_file (SCEAU_VERIFY_DIALOG (dialog), path);
  SCEAU_WAIT_FOR (shows (dialog, revoked));
  gtk_window_destroy (dialog);
}

/* Keys ----------------------------------------------------------------------------- */

static void
changes_the_key (SceauTestDemo *demo, gconstpointer data)
{
  GtkWindow *dialog = open_dialog (demo, "keys", SCEAU_TYPE_KEYS_DIALOG);
  GtkWindow *form;

  SCEAU_WAIT_FOR (shows (dialog, "Signs"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "keys.rotate", NULL);
  SCEAU_WAIT_FOR ((form = sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)) != NULL);
  type_into (form, "Passphrase of the school’s key", PASSPHRASE);
  type_into (form, "Passphrase of the new key", OTHER_PASSPHRASE);
  type_into (form, "The same passphrase again", OTHER_PASSPHRASE);
  accept_form (form);
  SCEAU_WAIT_FOR (shows (dialog, "Verifies only"));
  g_assert_cmpuint (count_keys (demo), ==, 2);
  gtk_window_destroy (dialog);
}

static void
makes_the_first_key (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-empty-XXXXXX", NULL);
  SceauTestDemo demo = { g_strdup (folder), sceau_test_window_make_school (folder, 1), NULL };
  GtkWindow *dialog = open_dialog (&demo, "keys", SCEAU_TYPE_KEYS_DIALOG);
  GtkWindow *form;

  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "keys.make", NULL);
  SCEAU_WAIT_FOR ((form = sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)) != NULL);
  type_into (form, "Passphrase of the new key", OTHER_PASSPHRASE);
  type_into (form, "The same passphrase again", OTHER_PASSPHRASE);
  accept_form (form);
  SCEAU_WAIT_FOR (shows (dialog, "Signs"));
  g_assert_cmpuint (count_keys (&demo), ==, 1);
  gtk_window_destroy (dialog);
  sceau_test_demo_tear_down (&demo, NULL);
}

static void
writes_what_others_verify_with (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *pem = g_build_filename (demo->folder, "keys.pem", NULL);
  g_autofree char *page = g_build_filename (demo->folder, "verify.html", NULL);
  g_autofree char *contents = NULL;
  GtkWindow *dialog, *form;

  dialog = open_dialog (demo, "keys", SCEAU_TYPE_KEYS_DIALOG);
  SCEAU_WAIT_FOR (shows (dialog, "Signs"));
  sceau_keys_dialog_write_keys (SCEAU_KEYS_DIALOG (dialog), pem);
  SCEAU_WAIT_FOR (g_file_get_contents (pem, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "-----BEGIN PUBLIC KEY-----"));
  form = sceau_keys_dialog_sign_verifier (SCEAU_KEYS_DIALOG (dialog), page);
  type_into (form, "Passphrase of the school’s key", PASSPHRASE);
  accept_form (form);
  g_assert_true (g_file_test (page, G_FILE_TEST_IS_REGULAR));
  gtk_window_destroy (dialog);
}

static void
saves_a_badge (SceauTestDemo *demo, gconstpointer data)
{
  g_autofree char *path = g_build_filename (demo->folder, "badge.json", NULL);
  g_autofree char *number = first_number (demo);
  g_autofree char *contents = NULL;
  GtkWindow *form;

  sceau_test_demo_show (demo, "certificates");
  SCEAU_WAIT_FOR (sceau_test_demo_find (demo, GTK_TYPE_COLUMN_VIEW, NULL) != NULL);
  sceau_certificate_sign_badge (page_of (demo), number, path);
  SCEAU_WAIT_FOR ((form = sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)) != NULL);
  type_into (form, "Passphrase of the school’s key", PASSPHRASE);
  accept_form (form);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "OpenBadgeCredential"));
}

int
main (int argc, char **argv)
{
  int status;

  sceau_test_window_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/app/verify/" path, SceauTestDemo, NULL, sceau_test_demo_set_up, func, sceau_test_demo_tear_down)
  ADD ("verifies-files", verifies_files);
  ADD ("verifies-codes", verifies_codes);
  ADD ("says-what-was-revoked", says_what_was_revoked);
  ADD ("changes-the-key", changes_the_key);
  ADD ("writes-what-others-verify-with", writes_what_others_verify_with);
  ADD ("saves-a-badge", saves_a_badge);
#undef ADD
  g_test_add_func ("/app/verify/makes-the-first-key", makes_the_first_key);
  status = g_test_run ();
  sceau_test_demo_remove ();
  return status;
}
