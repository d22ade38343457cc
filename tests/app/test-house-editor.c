/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The identity of the school's papers in the window: edited beside its specimen, saved, given up, refused. */

#include "sceau-test-window.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#include "sceau-dashboard-page.h"
#include "sceau-form-dialog.h"
#include "sceau-house-designs.h"
#include "sceau-house-editor.h"
#include "sceau-house-style-table.h"
#include "sceau-import-report.h"
#include "sceau-keep-layouts.h"
#include "sceau-keep-school.h"
#include "sceau-page.h"
#include "sceau-picture-row.h"
#include "sceau-school.h"

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

  fixture->folder = g_dir_make_tmp ("sceau-house-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = sceau_test_window_make_school (fixture->folder, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  sceau_test_window_close (fixture->window);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SceauHouseEditor *
get_editor (Fixture *fixture)
{
  return (SceauHouseEditor *) sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_HOUSE_EDITOR, NULL);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  GtkWidget *found = sceau_test_find (GTK_WIDGET (get_editor (fixture)), type, text);

  g_assert_nonnull (found);
  return found;
}

/* By its title; NULL when there is none. */
static GtkToggleButton *
find_design (Fixture *fixture, const char *title)
{
  GtkWidget *designs = find (fixture, SCEAU_TYPE_HOUSE_DESIGNS, NULL);
  GtkWidget *label = sceau_test_find (designs, GTK_TYPE_LABEL, title);

  return label != NULL ? GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)) : NULL;
}

static gboolean
is_fresh (Fixture *fixture)
{
  return sceau_house_preview_is_fresh (sceau_house_editor_get_preview (get_editor (fixture)));
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_editor (fixture)), action, NULL));
}

/* By the row of the dashboard, as a key or a click does. */
static void
open_editor (Fixture *fixture)
{
  GtkWidget *row;

  fixture->window = sceau_test_window_open (fixture->path);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_DASHBOARD_PAGE, NULL));
  row = sceau_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW, "Papers of the School");
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  SCEAU_WAIT_FOR (get_editor (fixture) != NULL);
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

static SceauHouseStyle *
load_style (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauSchool) school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, &error);
  SceauHouseStyle *style;

  g_assert_no_error (error);
  style = sceau_house_style_table_load (school, &error);
  g_assert_no_error (error);
  return style;
}

static void
save (Fixture *fixture)
{
  act (fixture, "house.save");
  SCEAU_WAIT_FOR (!sceau_house_editor_is_modified (get_editor (fixture)));
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

static char *
write_picture (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 90, 60);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, 0x204060FF);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);
  return path;
}

static void
a_design_and_ornaments_are_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauHouseStyle) style = NULL;
  g_autoptr (SceauHouseStyle) own = NULL;
  guint drawn;

  open_editor (fixture);
  g_assert_false (sceau_house_editor_is_modified (get_editor (fixture)));
  drawn = sceau_house_preview_get_drawn (sceau_house_editor_get_preview (get_editor (fixture)));
  gtk_toggle_button_set_active (find_design (fixture, "Institutionnel, sobre"), TRUE);
  g_assert_true (sceau_house_editor_is_modified (get_editor (fixture)));
  SCEAU_WAIT_FOR (is_fresh (fixture));
  g_assert_cmpuint (sceau_house_preview_get_drawn (sceau_house_editor_get_preview (get_editor (fixture))), >, drawn);
  save (fixture);
  style = load_style (fixture);
  g_assert_cmpstr (style->design, ==, "institutional");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "Border")), SCEAU_BORDER_CORNERS);
  save (fixture);
  own = load_style (fixture);
  g_assert_cmpstr (own->design, ==, "school");
  SCEAU_WAIT_FOR (find_design (fixture, "Dessin de l’école") != NULL);
}

static void
a_logo_is_chosen_and_taken_away (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_picture (fixture, "logo.png");
  g_autoptr (SceauHouseStyle) with = NULL;
  g_autoptr (SceauHouseStyle) without = NULL;
  SceauPictureRow *row;

  open_editor (fixture);
  row = SCEAU_PICTURE_ROW (find (fixture, SCEAU_TYPE_PICTURE_ROW, "Logo"));
  sceau_picture_row_read (row, path);
  SCEAU_WAIT_FOR (sceau_picture_row_get (row) != NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "90 × 60 pixels");
  save (fixture);
  with = load_style (fixture);
  g_assert_cmpint (with->logo->width, ==, 90);
  g_assert_null (with->seal);
  /* The first button chooses a file, the last takes the picture away. */
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_parent (sceau_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, NULL))), "clicked");
  SCEAU_WAIT_FOR (sceau_picture_row_get (row) == NULL);
  save (fixture);
  without = load_style (fixture);
  g_assert_null (without->logo);
}

/* The sentence is shown, and the picture before stays. */
static void
what_is_no_picture_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "logo.png", NULL);
  GtkWindow *message;
  SceauPictureRow *row;

  g_assert_true (g_file_set_contents (path, "Ceci n’est pas une image.", -1, NULL));
  open_editor (fixture);
  row = SCEAU_PICTURE_ROW (find (fixture, SCEAU_TYPE_PICTURE_ROW, "Logo"));
  sceau_picture_row_read (row, path);
  SCEAU_WAIT_FOR ((message = sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "neither a PNG nor a JPEG"));
  gtk_window_close (message);
  SCEAU_WAIT_FOR (sceau_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_null (sceau_picture_row_get (row));
  g_assert_false (sceau_house_editor_is_modified (get_editor (fixture)));
}

static void
colours_come_and_go (Fixture *fixture, gconstpointer data)
{
  const GdkRGBA pale = { 1.0f, 0.93f, 0.53f, 1 };
  GtkWidget *button;

  open_editor (fixture);
  button = find (fixture, GTK_TYPE_COLOR_BUTTON, NULL);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &pale);
  g_signal_emit_by_name (button, "color-set");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find (fixture, ADW_TYPE_ACTION_ROW, "Titles"))), "#ffed87"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find (fixture, ADW_TYPE_ACTION_ROW, "Titles"))), "hardly be read"));
  g_assert_true (sceau_house_editor_is_modified (get_editor (fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_editor (fixture)), "house.colour", "s", "primary"));
  g_assert_false (sceau_house_editor_is_modified (get_editor (fixture)));
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

/* Work that would be lost is known to the window, and given up when asked. */
static void
changes_are_discarded (Fixture *fixture, gconstpointer data)
{
  SceauPage *page;

  open_editor (fixture);
  page = SCEAU_PAGE (sceau_test_find (GTK_WIDGET (fixture->window), SCEAU_TYPE_DASHBOARD_PAGE, NULL));
  gtk_switch_set_active (GTK_SWITCH (find (fixture, GTK_TYPE_SWITCH, NULL)), TRUE);
  g_assert_true (sceau_page_has_unsaved (page));
  act (fixture, "house.discard");
  g_assert_false (sceau_page_has_unsaved (page));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find (fixture, GTK_TYPE_SWITCH, NULL))));
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

static void
type_in (GtkWidget *root, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sceau_test_find (root, ADW_TYPE_ENTRY_ROW, row)), text);
}

static GtkWidget *
wait_for_form (void)
{
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG)));
  return GTK_WIDGET (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
}

/* While something else is being edited, which stays. */
static void
a_signatory_is_added_and_ended (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  open_editor (fixture);
  gtk_switch_set_active (GTK_SWITCH (find (fixture, GTK_TYPE_SWITCH, NULL)), TRUE);
  act (fixture, "house.add-signatory");
  form = wait_for_form ();
  type_in (form, "First name and name", "Ada EXEMPLE");
  type_in (form, "Function", "La directrice");
  type_in (form, "First day", "01/01/2020");
  type_in (form, "Last day (empty: until further notice)", "31/12/2019");
  g_assert_nonnull (sceau_test_find (form, GTK_TYPE_LABEL, "The habilitation would end before it begins."));
  type_in (form, "Last day (empty: until further notice)", "");
  gtk_widget_activate_action (form, "form.accept", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (get_editor (fixture)), ADW_TYPE_ACTION_ROW, "Ada EXEMPLE") != NULL);
  g_assert_true (sceau_house_editor_is_modified (get_editor (fixture)));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (find (fixture, GTK_TYPE_SWITCH, NULL))));
  gtk_widget_activate (find (fixture, ADW_TYPE_ACTION_ROW, "Ada EXEMPLE"));
  form = wait_for_form ();
  type_in (form, "Last day (empty: until further notice)", "2020-12-31");
  gtk_widget_activate_action (form, "form.accept", NULL);
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
  SCEAU_WAIT_FOR (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find (fixture, ADW_TYPE_ACTION_ROW, "Ada EXEMPLE"))), "31") != NULL);
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

/* Another one is refused with its reason, and the form stays to be mended. */
static void
a_second_head_is_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  open_editor (fixture);
  for (guint i = 0; i < 2; i++)
    {
      act (fixture, "house.add-signatory");
      form = wait_for_form ();
      type_in (form, "First name and name", i == 0 ? "Ada EXEMPLE" : "Bo EXEMPLE");
      type_in (form, "Function", "La direction");
      gtk_widget_activate_action (form, "form.accept", NULL);
      if (i == 0)
        SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
    }
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) != NULL);
  gtk_window_close (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_IMPORT_REPORT) == NULL);
  g_assert_nonnull (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  gtk_window_close (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG));
  SCEAU_WAIT_FOR (sceau_test_find_window (SCEAU_TYPE_FORM_DIALOG) == NULL);
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

static void
a_template_comes_in_and_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "supplement.json", NULL);
  g_autoptr (SceauSchool) school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_export_layout (school, "template", "supplement", path, &error));
  g_assert_no_error (error);
  open_editor (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_editor (fixture)), "house.import-path", "s", path));
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (get_editor (fixture)), GTK_TYPE_LABEL, "A template of the school") != NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_editor (fixture)), "house.remove", "(ss)", "template", "supplement"));
  SCEAU_WAIT_FOR (sceau_test_find (GTK_WIDGET (get_editor (fixture)), GTK_TYPE_LABEL, "A template of the school") == NULL);
  SCEAU_WAIT_FOR (is_fresh (fixture));
}

#define ADD(name, func) g_test_add ("/app/house-editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);
  ADD ("a-design-and-ornaments-are-chosen", a_design_and_ornaments_are_chosen);
  ADD ("a-logo-is-chosen-and-taken-away", a_logo_is_chosen_and_taken_away);
  ADD ("what-is-no-picture-is-refused", what_is_no_picture_is_refused);
  ADD ("colours-come-and-go", colours_come_and_go);
  ADD ("changes-are-discarded", changes_are_discarded);
  ADD ("a-signatory-is-added-and-ended", a_signatory_is_added_and_ended);
  ADD ("a-second-head-is-refused", a_second_head_is_refused);
  ADD ("a-template-comes-in-and-goes", a_template_comes_in_and_goes);
  return g_test_run ();
}
