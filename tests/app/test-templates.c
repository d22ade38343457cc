/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-window.h"

#include <string.h>

#include "sceau-certification-view.h"
#include "sceau-import-report.h"
#include "sceau-new-cohort-dialog.h"
#include "sceau-new-school-dialog.h"
#include "sceau-progress-dialog.h"

#define RESOURCES "/io/github/sceau/Sceau"

/* The names between icon-name"> and </property> in every template. */
static void
check_icons_of (GtkIconTheme *theme, const char *file, guint *n_checked)
{
  g_autofree char *path = g_strconcat (RESOURCES "/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("icon-name\">([a-z-]+)<", 0, 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!gtk_icon_theme_has_icon (theme, name))
        g_test_message ("%s: there is no icon %s", file, name);
      g_assert_true (gtk_icon_theme_has_icon (theme, name));
      (*n_checked)++;
    }
}

static GtkIconTheme *
get_theme (void)
{
  return gtk_icon_theme_get_for_display (gdk_display_get_default ());
}

static void
has_every_icon (void)
{
  /* Named in C: the sidebar's own are checked with the table below. */
  static const char *const in_code[] = { "go-next-symbolic", "document-edit-symbolic", "emblem-ok-symbolic",
                                         "dialog-error-symbolic", "dialog-warning-symbolic" };
  g_auto (GStrv) files = g_resources_enumerate_children (RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n_checked = 0;

  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ui"))
      check_icons_of (get_theme (), files[i], &n_checked);
  g_assert_cmpuint (n_checked, >, 5);
  for (guint i = 0; i < G_N_ELEMENTS (in_code); i++)
    g_assert_true (gtk_icon_theme_has_icon (get_theme (), in_code[i]));
}

static void
ships_its_own_icons (void)
{
  g_auto (GStrv) icons = g_resources_enumerate_children (RESOURCES "/icons/scalable/actions",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (icons);
  for (guint i = 0; icons[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (icons[i], strlen (icons[i]) - strlen (".svg"));

      g_assert_true (gtk_icon_theme_has_icon (get_theme (), name));
    }
}

static void
assert_goes (gpointer window)
{
  gpointer alive = window;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  SCEAU_WAIT_FOR (alive == NULL);
}

static void
builds_every_dialog (void)
{
  SceauWindow *parent = sceau_test_window_open (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SceauFaults *faults = sceau_faults_new ();

  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 12, 3, "birth_date", "31/02/1999", "This day does not exist.", "Write it again.");
  assert_goes (sceau_new_school_dialog_new (GTK_WINDOW (parent)));
  assert_goes (sceau_progress_dialog_new (GTK_WINDOW (parent), "Working", cancellable));
  assert_goes (sceau_import_report_new (GTK_WINDOW (parent), "Report", "One fault", faults, NULL));
  sceau_test_window_close (parent);
}

static void
shows_a_bare_fiche (void)
{
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  GtkWidget *window = gtk_window_new ();

  certification->code = g_strdup ("RS1");
  certification->title = g_strdup ("A fiche that says nothing <else> & nothing more");
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (sceau_certification_view_new (certification, NULL)));
  assert_goes (window);
}

static void
checks_the_siret_as_one_types (void)
{
  SceauWindow *parent = sceau_test_window_open (NULL);
  GtkWidget *dialog = GTK_WIDGET (sceau_new_school_dialog_new (GTK_WINDOW (parent)));
  GtkWidget *name, *siret, *create;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  name = sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Official name");
  siret = sceau_test_find (dialog, ADW_TYPE_ENTRY_ROW, "SIRET (14 digits)");
  create = sceau_test_find (dialog, GTK_TYPE_BUTTON, "C_reate…");
  g_assert_false (gtk_widget_is_sensitive (create));
  gtk_editable_set_text (GTK_EDITABLE (name), "École imaginaire");
  gtk_editable_set_text (GTK_EDITABLE (siret), "732 829 320 00075");
  g_assert_true (gtk_widget_has_css_class (siret, "error"));
  g_assert_false (gtk_widget_is_sensitive (create));
  gtk_editable_set_text (GTK_EDITABLE (siret), "732 829 320 00074");
  g_assert_false (gtk_widget_has_css_class (siret, "error"));
  g_assert_true (gtk_widget_is_sensitive (create));
  gtk_window_destroy (GTK_WINDOW (dialog));
  sceau_test_window_close (parent);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

  g_test_add_func ("/app/templates/has-every-icon", has_every_icon);
  g_test_add_func ("/app/templates/ships-its-own-icons", ships_its_own_icons);
  g_test_add_func ("/app/templates/builds-every-dialog", builds_every_dialog);
  g_test_add_func ("/app/templates/shows-a-bare-fiche", shows_a_bare_fiche);
  g_test_add_func ("/app/templates/checks-the-siret-as-one-types", checks_the_siret_as_one_types);
  return g_test_run ();
}
