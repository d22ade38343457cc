/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-window.h"

#include <glib/gstdio.h>

#include "sceau-enrol-learners.h"
#include "sceau-enrolments-view.h"
#include "sceau-import-report.h"
#include "sceau-info-bar.h"
#include "sceau-learner-view.h"
#include "sceau-lazy-row.h"
#include "sceau-page.h"
#include "sceau-pages.h"
#include "sceau-roster-import.h"
#include "sceau-start-page.h"

#define LEARNERS 150

typedef struct
{
  char *folder;
  char *path;
  SceauWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sceau-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = sceau_test_window_make_school (fixture->folder, GPOINTER_TO_UINT (data));
  fixture->window = sceau_test_window_open (fixture->path);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_test_window_close (fixture->window);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkWidget *
root (Fixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static SceauPage *
visible_page (Fixture *fixture)
{
  return SCEAU_PAGE (sceau_test_find (root (fixture), SCEAU_TYPE_PAGE, NULL));
}

/* A page whose reading always fails. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, SceauPage)

struct _TestPage
{
  SceauPage parent_instance;

  guint readings;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, SCEAU_TYPE_PAGE)

static gboolean
fail_cb (gpointer page)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_BUSY, "The file is used by another program.");

  sceau_page_read_failed (page, "The page could not be read", error);
  sceau_page_read_failed (page, "Its second list could not be read", error);
  return G_SOURCE_REMOVE;
}

static void
test_page_refresh (SceauPage *page)
{
  TEST_PAGE (page)->readings++;
  g_idle_add (fail_cb, page);
}

static void
test_page_class_init (TestPageClass *klass)
{
  SCEAU_PAGE_CLASS (klass)->refresh = test_page_refresh;
}

static void
test_page_init (TestPage *self)
{
}

static void
answer (const char *response)
{
  GtkWindow *dialog;

  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

/* However many of its parts fail, a page asks once; left alone it reads again when it is shown. */
static void
reads_again_what_failed (Fixture *fixture, gconstpointer data)
{
  TestPage *page = g_object_new (TEST_TYPE_PAGE, "title", "Test", NULL);
  GtkWindow *window = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));

  gtk_window_set_child (window, GTK_WIDGET (page));
  gtk_window_present (window);
  sceau_page_set_context (SCEAU_PAGE (page), sceau_window_get_context (fixture->window));
  g_assert_cmpuint (page->readings, ==, 1);
  answer ("confirm");
  SCEAU_WAIT_FOR (page->readings == 2);
  answer ("cancel");
  g_assert_null (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  g_assert_cmpuint (page->readings, ==, 3);
  answer ("cancel");
  gtk_window_destroy (window);
  g_object_unref (window);
}

static void
starts_without_a_school (void)
{
  SceauWindow *window = sceau_test_window_open (NULL);

  g_assert_null (sceau_window_get_context (window));
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (window), SCEAU_TYPE_START_PAGE, NULL));
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_New School…"));
  sceau_test_window_close (window);
}

static void
opens_a_school (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "École imaginaire");
  g_assert_cmpstr (sceau_window_get_page_name (fixture->window), ==, "dashboard");
  /* What is due comes from the records: the cohort has nobody yet. */
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Enrol the learners of “Promotion 2026”"));
}

static void
refuses_what_is_no_school (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.sceau", NULL);
  SceauWindow *window = sceau_test_window_open (NULL);

  g_assert_true (g_file_set_contents (path, "Dear Sir or Madam", -1, NULL));
  sceau_window_open (window, path);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_null (sceau_window_get_context (window));
  gtk_window_destroy (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  sceau_test_window_close (window);
  remove_folder (folder);
}

static void
shares_one_window_for_one_school (Fixture *fixture, gconstpointer data)
{
  SceauWindow *second = sceau_test_window_open (NULL);

  sceau_window_open (second, fixture->path);
  sceau_test_spin (100);
  g_assert_null (sceau_window_get_context (second));
  sceau_test_window_close (second);
}

static void
shows_every_page (Fixture *fixture, gconstpointer data)
{
  guint n_entries;
  const SceauPageEntry *entries = sceau_pages_get (&n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      gtk_widget_activate_action (root (fixture), "win.page", "s", entries[i].name);
      g_assert_cmpstr (sceau_window_get_page_name (fixture->window), ==, entries[i].name);
      SCEAU_WAIT_FOR (visible_page (fixture) != NULL);
      sceau_test_spin (50);
    }
  gtk_widget_activate_action (root (fixture), "win.next-page", NULL);
  g_assert_cmpstr (sceau_window_get_page_name (fixture->window), ==, entries[0].name);
  gtk_widget_activate_action (root (fixture), "win.previous-page", NULL);
  g_assert_cmpstr (sceau_window_get_page_name (fixture->window), ==, entries[n_entries - 1].name);
}

static const char *
focused_name (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL ? gtk_widget_get_name (focus) : NULL;
}

/* Enter must not lead back to the entry that was left. */
/* A warning is fatal here: GTK 4.8 gives two when the shortcuts need a second page. */
static void
shows_its_shortcuts (Fixture *fixture, gconstpointer data)
{
  GtkShortcutsWindow *shortcuts;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL));
  shortcuts = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (shortcuts);
  SCEAU_WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (shortcuts)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shortcuts));
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
focuses_the_entry_of_its_page (Fixture *fixture, gconstpointer data)
{
  guint n_entries;
  const SceauPageEntry *entries = sceau_pages_get (&n_entries);

  g_assert_cmpstr (focused_name (fixture), ==, entries[0].name);
  gtk_widget_activate_action (root (fixture), "win.next-page", NULL);
  g_assert_cmpstr (focused_name (fixture), ==, entries[1].name);
  gtk_widget_activate_action (root (fixture), "win.page", "s", "journal");
  g_assert_cmpstr (focused_name (fixture), ==, "journal");
}

/* A page that Tab came across on its way would take the place of the one that was wanted. */
static void
leaves_the_sections_by_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus, *list;

  gtk_widget_activate_action (root (fixture), "win.page", "s", "juries");
  list = gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (sceau_test_press_key (list, GDK_KEY_Tab, 0));
  g_assert_cmpstr (sceau_window_get_page_name (fixture->window), ==, "juries");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_false (gtk_widget_is_ancestor (focus, list));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (gtk_widget_get_ancestor (focus, ADW_TYPE_SPLIT_BUTTON))), ==,
                   "page.new-session");

  gtk_widget_activate_action (root (fixture), "win.page", "s", "juries");
  g_assert_true (sceau_test_press_key (list, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_cmpstr (sceau_window_get_page_name (fixture->window), ==, "juries");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_MENU_BUTTON));
  /* What the list does not need goes on to others. */
  g_assert_false (sceau_test_press_key (list, GDK_KEY_Tab, GDK_CONTROL_MASK));
}

static void
shows_a_certification (Fixture *fixture, gconstpointer data)
{
  sceau_window_show_page (fixture->window, "certifications");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Expert en cybersécurité (MS)"));
  gtk_widget_activate (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Expert en cybersécurité (MS)"));
  SCEAU_WAIT_FOR (sceau_page_get_depth (visible_page (fixture)) == 1);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_EXPANDER_ROW, NULL));
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  g_assert_cmpuint (sceau_page_get_depth (visible_page (fixture)), ==, 0);
}

static void
open_cohort (Fixture *fixture)
{
  sceau_window_show_page (fixture->window, "cohorts");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  gtk_widget_activate (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), SCEAU_TYPE_ENROLMENTS_VIEW, NULL));
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry;

  gtk_widget_activate_action (root (fixture), "win.search", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_SEARCH_ENTRY, NULL));
  entry = sceau_test_find (root (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
searches_learners (Fixture *fixture, gconstpointer data)
{
  GListModel *model;

  open_cohort (fixture);
  model = sceau_enrolments_view_get_model (
    SCEAU_ENROLMENTS_VIEW (sceau_test_find (root (fixture), SCEAU_TYPE_ENROLMENTS_VIEW, NULL)));
  SCEAU_WAIT_FOR (g_list_model_get_n_items (model) == LEARNERS);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "150 learners"));
  search (fixture, "lefevre A0008");
  SCEAU_WAIT_FOR (g_list_model_get_n_items (model) == 1);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "LEFÈVRE Loïc"));
  search (fixture, "nobody at all");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_STATUS_PAGE, NULL));
}

static void
shows_a_learner (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  open_cohort (fixture);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "ABADIE Zoé"));
  view = sceau_test_find (root (fixture), GTK_TYPE_COLUMN_VIEW, NULL);
  g_signal_emit_by_name (view, "activate", 0);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), SCEAU_TYPE_LEARNER_VIEW, NULL));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "Besançon (25056)") != NULL
                  || sceau_test_find (root (fixture), GTK_TYPE_LABEL, "12/03/1995, Besançon (25056)") != NULL);
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  gtk_widget_activate_action (root (fixture), "win.back", NULL);
  g_assert_cmpuint (sceau_page_get_depth (visible_page (fixture)), ==, 0);
}

static void
reports_a_faulty_roster (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  GtkWindow *report;

  g_assert_true (g_file_set_contents (path, "number;name\n1;2\n", -1, NULL));
  open_cohort (fixture);
  sceau_roster_import_start (GTK_WIDGET (visible_page (fixture)), sceau_window_get_context (fixture->window), path,
                             "RNCP41445", "Promotion 2026");
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL
                  || sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  report = sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT);
  g_assert_nonnull (report);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (report), GTK_TYPE_LIST_VIEW, NULL));
  gtk_window_destroy (report);
}

/* One line is good and one is not: the user takes the good one, and the list shows it by itself. */
static void
enrols_the_valid_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  GtkWidget *report;

  g_assert_true (g_file_set_contents (path,
                                      "number;sex;birth_name;first_name;birth_date;birth_commune;route\n"
                                      "A001;F;LEFÈVRE;Zoé;1994-03-07;31555;FC\n"
                                      "A002;M;DUPONT;Loïc;31/02/1990;31555;FC\n", -1, NULL));
  open_cohort (fixture);
  sceau_roster_import_start (GTK_WIDGET (visible_page (fixture)), sceau_window_get_context (fixture->window), path,
                             "RNCP41445", "Promotion 2026");
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  report = GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  g_assert_nonnull (sceau_test_find (report, GTK_TYPE_BUTTON, "_Enrol the Valid Line"));
  gtk_widget_activate_action (report, "dialog.accept", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "LEFÈVRE Zoé"));
  g_assert_null (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "DUPONT Loïc"));
}

static void
shows_the_journal (Fixture *fixture, gconstpointer data)
{
  sceau_window_show_page (fixture->window, "journal");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_COLUMN_VIEW, NULL));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, "School founded"));
}

static void
closes_its_school (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (root (fixture), "win.close-school", NULL);
  g_assert_null (sceau_window_get_context (fixture->window));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), SCEAU_TYPE_START_PAGE, NULL));
  sceau_window_open (fixture->window, fixture->path);
  SCEAU_WAIT_FOR (sceau_window_get_context (fixture->window) != NULL);
}

static void
reads_a_read_only_file (Fixture *fixture, gconstpointer data)
{
  sceau_window_close_school (fixture->window);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  sceau_window_open (fixture->window, fixture->path);
  SCEAU_WAIT_FOR (sceau_window_get_context (fixture->window) != NULL);
  g_assert_true (sceau_context_is_read_only (sceau_window_get_context (fixture->window)));
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), SCEAU_TYPE_INFO_BAR, NULL));
  sceau_window_show_page (fixture->window, "certifications");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Expert en cybersécurité (MS)"));
  g_assert_false (g_action_group_get_action_enabled (sceau_page_get_actions (visible_page (fixture)), "import"));
}

/* What another program does: run by this one, as a process of its own. */
static int
open_a_cohort (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  g_assert_no_error (error);
  sceau_open_cohort (school, "RNCP41445", name, sceau_date_new (2027, 10, 1), sceau_date_new (2028, 9, 30), 0, faults, &error);
  g_assert_no_error (error);
  return 0;
}

static void
open_a_cohort_elsewhere (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--open-a-cohort",
                                                    fixture->path, name, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  g_assert_no_error (error);
}

static void
shows_what_another_process_did (Fixture *fixture, gconstpointer data)
{
  sceau_window_show_page (fixture->window, "cohorts");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  open_a_cohort_elsewhere (fixture, "Promotion 2027");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2027"));
}

/* Work that is not saved is not read over: the window says that there is news, until F5. */
static void
keeps_unsaved_work_when_another_process_writes (Fixture *fixture, gconstpointer data)
{
  static const char *const news = "Somebody else has changed this school. Finish what you are typing, then press F5 to see it.";
  SceauPage *page;

  sceau_window_show_page (fixture->window, "cohorts");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2026"));
  page = visible_page (fixture);
  sceau_page_push (page, gtk_label_new ("A draft"), "Draft", NULL);
  sceau_page_set_unsaved (page, TRUE);
  open_a_cohort_elsewhere (fixture, "Promotion 2027");
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), GTK_TYPE_LABEL, news));
  g_assert_true (sceau_page_has_unsaved (page));
  sceau_page_pop (page);
  g_assert_null (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2027"));
  gtk_widget_activate_action (root (fixture), "win.refresh", NULL);
  SCEAU_WAIT_FOR (sceau_test_find (root (fixture), ADW_TYPE_ACTION_ROW, "Promotion 2027"));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--open-a-cohort"))
    return open_a_cohort (argv[2], argv[3]);
  sceau_test_window_init (&argc, &argv);

  g_test_add_func ("/app/window/starts-without-a-school", starts_without_a_school);
  g_test_add_func ("/app/window/refuses-what-is-no-school", refuses_what_is_no_school);
#define ADD(path, learners, func) \
  g_test_add ("/app/window/" path, Fixture, GUINT_TO_POINTER (learners), set_up, func, tear_down)
  ADD ("opens-a-school", 0, opens_a_school);
  ADD ("shares-one-window-for-one-school", 0, shares_one_window_for_one_school);
  ADD ("shows-every-page", 3, shows_every_page);
  ADD ("shows-its-shortcuts", 0, shows_its_shortcuts);
  ADD ("focuses-the-entry-of-its-page", 0, focuses_the_entry_of_its_page);
  ADD ("leaves-the-sections-by-tab", 0, leaves_the_sections_by_tab);
  ADD ("reads-again-what-failed", 0, reads_again_what_failed);
  ADD ("shows-a-certification", 0, shows_a_certification);
  ADD ("searches-learners", LEARNERS, searches_learners);
  ADD ("shows-a-learner", 3, shows_a_learner);
  ADD ("reports-a-faulty-roster", 0, reports_a_faulty_roster);
  ADD ("enrols-the-valid-lines", 0, enrols_the_valid_lines);
  ADD ("shows-the-journal", 1, shows_the_journal);
  ADD ("shows-what-another-process-did", 0, shows_what_another_process_did);
  ADD ("keeps-unsaved-work-when-another-process-writes", 0, keeps_unsaved_work_when_another_process_writes);
  ADD ("closes-its-school", 0, closes_its_school);
  ADD ("reads-a-read-only-file", 0, reads_a_read_only_file);
#undef ADD
  return g_test_run ();
}
