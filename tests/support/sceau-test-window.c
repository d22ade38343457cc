/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-window.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "sceau-application.h"
#include "sceau-config.h"
#include "sceau-enrol-learners.h"
#include "sceau-import-fiche.h"
#include "sceau-keep-school.h"
#include "sceau-test-manners.h"

static AdwApplication *application;

static gboolean
stop_cb (gpointer stopped)
{
  *(gboolean *) stopped = TRUE;
  return G_SOURCE_REMOVE;
}

void
sceau_test_spin (guint milliseconds)
{
  gboolean stopped = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stopped);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
}

void
sceau_test_window_init (int *argc, char ***argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP no display: run it with tests/support/with-desktop\n");
      exit (77);
    }
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  sceau_test_manners_watch ();
  application = g_object_new (SCEAU_TYPE_APPLICATION, "application-id", SCEAU_APPLICATION_ID ".Test",
                              "resource-base-path", "/io/github/sceau/Sceau", "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

AdwApplication *
sceau_test_window_get_application (void)
{
  return application;
}

static void
enrol (SceauSchool *school, gint64 cohort_id, guint index)
{
  static const char *const names[] = { "Abadie", "Bérard", "Castaing", "Delmas", "Étienne", "Faure", "Garnier", "Lefèvre" };
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  learner->number = g_strdup_printf ("A%04u", index + 1);
  learner->birth_name = g_strdup_printf ("%s", names[index % G_N_ELEMENTS (names)]);
  learner->first_name = g_strdup (index % 2 == 0 ? "Zoé" : "Loïc");
  learner->sex = index % 2 == 0 ? SCEAU_SEX_FEMALE : SCEAU_SEX_MALE;
  learner->birth_date = sceau_date_new (1995, 3, 12);
  learner->birth_commune = g_strdup ("25056");
  learner->birth_place = g_strdup ("Besançon");
  enrolment->certification_code = g_strdup ("RNCP41445");
  enrolment->route = SCEAU_ROUTE_CONTINUING;
  enrolment->entry = sceau_date_new (2026, 10, 1);
  sceau_enrol_learner (school, learner, enrolment, cohort_id, faults, &error);
  g_assert_no_error (error);
}

char *
sceau_test_window_make_school (const char *folder, guint learners)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = NULL;
  g_autoptr (SceauSchool) school = NULL;
  g_autofree char *fiche = g_build_filename (SCEAU_SOURCE_DATA_DIR, "referentials", "RNCP41445.xml", NULL);
  char *path = g_build_filename (folder, "school.sceau", NULL);
  gint64 cohort_id;

  identity->name = g_strdup ("École imaginaire");
  identity->siret = g_strdup ("73282932000074");
  identity->city = g_strdup ("Besançon");
  school = sceau_found_school (path, identity, faults, &error);
  g_assert_no_error (error);
  fiches = sceau_import_fiche (school, fiche, NULL, FALSE, faults, NULL, NULL, &error);
  g_assert_no_error (error);
  cohort_id = sceau_open_cohort (school, "RNCP41445", "Promotion 2026", sceau_date_new (2026, 10, 1),
                                 sceau_date_new (2027, 9, 30), 0, faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < learners; i++)
    enrol (school, cohort_id, i);
  return path;
}

SceauWindow *
sceau_test_window_open (const char *path)
{
  SceauWindow *window = sceau_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  if (path != NULL)
    {
      sceau_window_open (window, path);
      SCEAU_WAIT_FOR (sceau_window_get_context (window) != NULL);
    }
  return window;
}

void
sceau_test_window_close (SceauWindow *window)
{
  gpointer alive = window;

  sceau_test_manners_check (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  SCEAU_WAIT_FOR (alive == NULL);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
  return FALSE;
}

GtkWidget *
sceau_test_find (GtkWidget *root, GType type, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (text == NULL || shows_text (root, text)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = sceau_test_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWindow *
sceau_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

gboolean
sceau_test_press_key (GtkWidget *widget, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}
