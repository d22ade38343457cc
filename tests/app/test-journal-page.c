/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The journal taken out of the file: as a table, and as a signed anchor. */

#include "sceau-test-window.h"

#include <string.h>

#include <glib/gstdio.h>

#include "sceau-form-dialog.h"
#include "sceau-import-report.h"

#define PASSPHRASE "une phrase secrète inventée et longue"

typedef struct
{
  char *folder;
  char *path;
  char *out;
  SceauWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sceau-journal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = sceau_test_window_make_school (fixture->folder, 2);
  fixture->out = g_build_filename (fixture->folder, "out", NULL);
  fixture->window = sceau_test_window_open (fixture->path);
  sceau_window_show_page (fixture->window, "journal");
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  sceau_test_window_close (fixture->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
}

static void
act (Fixture *fixture, const char *action, const char *path)
{
  GtkWidget *view = sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL);

  if (path != NULL)
    g_assert_true (gtk_widget_activate_action (view, action, "s", path));
  else
    g_assert_true (gtk_widget_activate_action (view, action, NULL));
}

static SceauFormDialog *
await_form (void)
{
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)));
  return SCEAU_FORM_DIALOG (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
}

static void
type (SceauFormDialog *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, title)), text);
}

static gboolean
can_accept (SceauFormDialog *dialog, const char *verb)
{
  return gtk_widget_is_sensitive (sceau_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, verb));
}

static void
accept (SceauFormDialog *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL));
}

static void
await_closed (void)
{
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
}

static void
make_anchor (Fixture *fixture)
{
  SceauFormDialog *dialog;

  act (fixture, "page.anchor-to", fixture->out);
  dialog = await_form ();
  g_assert_false (can_accept (dialog, "_Sign"));
  type (dialog, "Passphrase of the new key", PASSPHRASE);
  type (dialog, "The same passphrase again", "une autre phrase");
  g_assert_false (can_accept (dialog, "_Sign"));
  type (dialog, "The same passphrase again", PASSPHRASE);
  g_assert_true (can_accept (dialog, "_Sign"));
  accept (dialog);
  await_closed ();
  g_assert_true (g_file_test (fixture->out, G_FILE_TEST_EXISTS));
}

/* Toasts wait for one another, some seconds each. */
static void
await_toast (Fixture *fixture, const char *text)
{
  for (guint i = 0; i < 200 && sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) == NULL; i++)
    sceau_test_spin (100);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text));
}

static gboolean
file_mentions (const char *path, const char *word)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, word) != NULL;
}

static void
exports_over_what_the_user_agreed_to_replace (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->out, "@ancien@", -1, NULL));
  act (fixture, "page.export-to", fixture->out);
  SCEAU_WAIT_FOR (file_mentions (fixture->out, "learner.enrol"));
  g_assert_false (file_mentions (fixture->out, "@ancien@"));
}

static void
anchors_with_a_new_key_then_with_it (Fixture *fixture, gconstpointer data)
{
  SceauFormDialog *dialog;

  make_anchor (fixture);
  act (fixture, "page.anchor-to", fixture->out);
  dialog = await_form ();
  g_assert_null (sceau_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "The same passphrase again"));
  type (dialog, "Passphrase of the school’s key", "fausse phrase");
  accept (dialog);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  type (dialog, "Passphrase of the school’s key", PASSPHRASE);
  accept (dialog);
  await_closed ();
}

static void
verifies_an_anchor_and_finds_a_forged_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  char *digit;

  make_anchor (fixture);
  act (fixture, "page.verify-anchor-of", fixture->out);
  await_toast (fixture, "The anchor is genuine, and the journal holds what it says.");
  g_assert_true (g_file_get_contents (fixture->out, &text, NULL, NULL));
  digit = strstr (text, "imaginaire");
  g_assert_nonnull (digit);
  *digit = 'I';
  g_assert_true (g_file_set_contents (fixture->out, text, -1, NULL));
  act (fixture, "page.verify-anchor-of", fixture->out);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) || sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  if (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL)
    gtk_window_destroy (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  else
    gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
changes_a_key_that_there_is (Fixture *fixture, gconstpointer data)
{
  SceauFormDialog *dialog;

  act (fixture, "page.change-key", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  make_anchor (fixture);
  act (fixture, "page.change-key", NULL);
  dialog = await_form ();
  type (dialog, "Passphrase of the school’s key", PASSPHRASE);
  type (dialog, "Passphrase of the new key", PASSPHRASE " 2");
  type (dialog, "The same passphrase again", PASSPHRASE " 2");
  accept (dialog);
  await_closed ();
  act (fixture, "page.verify-anchor-of", fixture->out);
  await_toast (fixture, "The anchor is genuine, and the journal holds what it says.");
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/app/journal-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("exports-over-what-the-user-agreed-to-replace", exports_over_what_the_user_agreed_to_replace);
  ADD ("anchors-with-a-new-key-then-with-it", anchors_with_a_new_key_then_with_it);
  ADD ("verifies-an-anchor-and-finds-a-forged-one", verifies_an_anchor_and_finds_a_forged_one);
  ADD ("changes-a-key-that-there-is", changes_a_key_that_there_is);
  return g_test_run ();
}
