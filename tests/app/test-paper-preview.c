/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Documents as pages on the screen and on paper.  They are drawn here, so that every page says which it is. */

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#include "sceau-paper-preview.h"
#include "sceau-paper-print.h"
#include "sceau-test-window.h"

#define A4_SHORT 595.276
#define A4_LONG 841.890

typedef struct
{
  GtkWindow *window;
  SceauPaperPreview *preview;
  SceauPaperSheets *sheets;
} Fixture;

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full): @landscape pages on their side, the others upright; page n is as grey as n asks for. */
static GBytes *
make_document (guint n_pages, guint landscape)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, A4_LONG, A4_SHORT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      if (i >= landscape)
        cairo_pdf_surface_set_size (surface, A4_SHORT, A4_LONG);
      cairo_set_source_rgb (cr, (i % 10) / 10.0, 0, 0);
      cairo_paint (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->preview = sceau_paper_preview_new ();
  fixture->sheets = sceau_paper_preview_get_sheets (fixture->preview);
  fixture->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 800, "default-height", 600, "content", fixture->preview, NULL);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer alive = fixture->preview;

  g_object_add_weak_pointer (G_OBJECT (fixture->preview), &alive);
  gtk_window_destroy (fixture->window);
  SCEAU_WAIT_FOR (alive == NULL);
}

static void
show (Fixture *fixture, guint n_pages, guint landscape)
{
  g_autoptr (GBytes) pdf = make_document (n_pages, landscape);

  sceau_paper_preview_show (fixture->preview, pdf, "specimen.pdf");
  SCEAU_WAIT_FOR (sceau_paper_preview_get_pdf (fixture->preview) != NULL
                  && g_bytes_equal (sceau_paper_preview_get_pdf (fixture->preview), pdf));
  SCEAU_WAIT_FOR (sceau_paper_sheets_is_drawn (fixture->sheets));
}

static gboolean
act (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->preview), action, NULL);
}

/* Whether the button of an action in the bar can be pressed. */
static gboolean
can (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return gtk_widget_is_sensitive (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (can (child, action))
      return TRUE;
  return FALSE;
}

/* The red of the middle of a picture, in tenths. */
static int
shade_of (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof *pixels);
  return (int) ((((pixels[(gsize) height / 2 * (gsize) width + (gsize) width / 2] >> 16) & 0xff) * 10 + 127) / 255);
}

static guint
count_drawn (Fixture *fixture, guint n_pages)
{
  guint n = 0;

  for (guint i = 0; i < n_pages; i++)
    n += sceau_paper_sheets_peek (fixture->sheets, i) != NULL;
  return n;
}

static void
draws_what_is_in_sight (Fixture *fixture, gconstpointer data)
{
  show (fixture, 2000, 2000);
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 0);
  g_assert_cmpint (shade_of (sceau_paper_sheets_peek (fixture->sheets, 0)), ==, 0);
  g_assert_cmpuint (count_drawn (fixture, 2000), <=, 4);
  sceau_paper_sheets_set_page (fixture->sheets, 1997);
  SCEAU_WAIT_FOR (sceau_paper_sheets_peek (fixture->sheets, 1997) != NULL);
  g_assert_cmpint (shade_of (sceau_paper_sheets_peek (fixture->sheets, 1997)), ==, 7);
  /* What was left behind is not kept. */
  g_assert_null (sceau_paper_sheets_peek (fixture->sheets, 0));
  g_assert_cmpuint (count_drawn (fixture, 2000), <=, 5);
}

static void
turns_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show (fixture, 3, 1);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, "of 3"));
  g_assert_false (can (GTK_WIDGET (fixture->preview), "paper.previous"));
  g_assert_true (act (fixture, "paper.next"));
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 1);
  SCEAU_WAIT_FOR (sceau_paper_sheets_peek (fixture->sheets, 1) != NULL);
  entry = sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2");
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 2);
  g_assert_false (can (GTK_WIDGET (fixture->preview), "paper.next"));
  g_assert_true (can (GTK_WIDGET (fixture->preview), "paper.previous"));
  /* What is no page leaves us where we are. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "zero");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "3");
}

static void
says_whose_page_it_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (labels, (gpointer) "Zoé Abadie");
  g_ptr_array_add (labels, (gpointer) "Loïc Bérard");
  show (fixture, 2, 2);
  sceau_paper_preview_set_labels (fixture->preview, labels);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, "Zoé Abadie"));
  act (fixture, "paper.next");
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, "Loïc Bérard"));
}

/* As many pixels as it is shown with: neither blurred nor wasted. */
static void
is_sharp (Fixture *fixture, gconstpointer data)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (fixture->sheets));
  GdkTexture *texture;

  show (fixture, 1, 1);
  sceau_paper_sheets_set_zoom (fixture->sheets, 1.5);
  SCEAU_WAIT_FOR (sceau_paper_sheets_get_fit (fixture->sheets) == SCEAU_PAPER_FREE && sceau_paper_sheets_is_drawn (fixture->sheets)
                  && gdk_texture_get_width (sceau_paper_sheets_peek (fixture->sheets, 0)) > 1600 * scale);
  texture = sceau_paper_sheets_peek (fixture->sheets, 0);
  /* 841.89 points at 96 pixels an inch, one and a half times. */
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1684 * scale);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1191 * scale);
  /* However large, a page takes a bounded memory. */
  sceau_paper_sheets_set_zoom (fixture->sheets, 100);
  g_assert_cmpfloat (sceau_paper_sheets_get_zoom (fixture->sheets), ==, 4);
  SCEAU_WAIT_FOR (sceau_paper_sheets_is_drawn (fixture->sheets)
                  && gdk_texture_get_width (sceau_paper_sheets_peek (fixture->sheets, 0)) > 1684 * scale);
  texture = sceau_paper_sheets_peek (fixture->sheets, 0);
  g_assert_cmpint (gdk_texture_get_width (texture) * gdk_texture_get_height (texture), <=, 16000000);
}

static void
fits_and_zooms (Fixture *fixture, gconstpointer data)
{
  double whole, wide;

  show (fixture, 2, 0);
  whole = sceau_paper_sheets_get_zoom (fixture->sheets);
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "paper.fit", "s", "width");
  SCEAU_WAIT_FOR (sceau_paper_sheets_get_zoom (fixture->sheets) > whole);
  wide = sceau_paper_sheets_get_zoom (fixture->sheets);
  act (fixture, "paper.zoom-out");
  g_assert_cmpfloat (sceau_paper_sheets_get_zoom (fixture->sheets), <, wide);
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "paper.zoom", "d", 2.0);
  g_assert_cmpfloat (sceau_paper_sheets_get_zoom (fixture->sheets), ==, 2);
  act (fixture, "paper.zoom-in");
  g_assert_cmpfloat (sceau_paper_sheets_get_zoom (fixture->sheets), ==, 2.5);
  g_assert_nonnull (sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, "250%"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "paper.fit", "s", "page");
  SCEAU_WAIT_FOR (ABS (sceau_paper_sheets_get_zoom (fixture->sheets) - whole) < 0.001);
}

/* The keys that the sheets themselves understand. */
static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static void
obeys_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheets = GTK_WIDGET (fixture->sheets);

  show (fixture, 4, 4);
  g_assert_true (press (sheets, GDK_KEY_Page_Down));
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 1);
  g_assert_true (press (sheets, GDK_KEY_Right));
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 2);
  g_assert_true (press (sheets, GDK_KEY_Left));
  g_assert_true (press (sheets, GDK_KEY_End));
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 3);
  /* Somebody else may go on with the next document. */
  g_assert_false (press (sheets, GDK_KEY_Page_Down));
  g_assert_true (press (sheets, GDK_KEY_Home));
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 0);
  /* A page wider than the window is scrolled. */
  sceau_paper_sheets_set_zoom (fixture->sheets, 3);
  SCEAU_WAIT_FOR (sceau_paper_sheets_is_drawn (fixture->sheets)
                  && gdk_texture_get_width (sceau_paper_sheets_peek (fixture->sheets, 0)) > 3000);
  g_assert_true (press (sheets, GDK_KEY_Right));
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 0);
  g_assert_true (press (sheets, GDK_KEY_Down));
}

/* While something is edited its page stays where it is. */
static void
stays_at_its_place (Fixture *fixture, gconstpointer data)
{
  show (fixture, 6, 6);
  sceau_paper_sheets_set_zoom (fixture->sheets, 0.8);
  sceau_paper_sheets_set_page (fixture->sheets, 4);
  SCEAU_WAIT_FOR (sceau_paper_sheets_is_drawn (fixture->sheets));
  show (fixture, 7, 7);
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 4);
  g_assert_cmpfloat (sceau_paper_sheets_get_zoom (fixture->sheets), ==, 0.8);
  /* A shorter one is shown at its end. */
  show (fixture, 2, 2);
  g_assert_cmpuint (sceau_paper_sheets_get_page (fixture->sheets), ==, 1);
}

static void
shows_the_last_that_was_given (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = make_document (500, 0);
  g_autoptr (GBytes) second = make_document (2, 0);

  sceau_paper_preview_show (fixture->preview, first, "first.pdf");
  sceau_paper_preview_show (fixture->preview, second, "second.pdf");
  SCEAU_WAIT_FOR (sceau_paper_preview_get_pdf (fixture->preview) != NULL);
  g_assert_true (g_bytes_equal (sceau_paper_preview_get_pdf (fixture->preview), second));
}

static void
refuses_what_is_no_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = g_bytes_new_static ("Dear Sir or Madam", 17);
  GtkWidget *label;

  show (fixture, 1, 1);
  sceau_paper_preview_show (fixture->preview, letter, "letter.pdf");
  SCEAU_WAIT_FOR (sceau_paper_preview_get_pdf (fixture->preview) == NULL);
  SCEAU_WAIT_FOR ((label = sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, NULL)) != NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), !=, "");
  /* There is nothing to print, nor to save. */
  g_assert_null (sceau_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_MENU_BUTTON, NULL));
}

static void
saves_the_very_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-preview-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved.pdf", NULL);
  g_autofree char *contents = NULL;
  GBytes *pdf;
  GStatBuf status;
  gsize length;

  show (fixture, 2, 1);
  pdf = sceau_paper_preview_get_pdf (fixture->preview);
  sceau_paper_preview_save (fixture->preview, path);
  SCEAU_WAIT_FOR (g_file_get_contents (path, &contents, &length, NULL) && length == g_bytes_get_size (pdf));
  g_assert_cmpmem (contents, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer pages)
{
  *(SceauPaperPages **) pages = sceau_paper_pages_open_finish (result, NULL);
}

static void
assert_size (SceauPaperPages *pages, guint index, double width, double height)
{
  double page_width, page_height;

  sceau_paper_pages_get_size (pages, index, &page_width, &page_height);
  g_assert_cmpfloat_with_epsilon (page_width, width, 1);
  g_assert_cmpfloat_with_epsilon (page_height, height, 1);
}

/* On paper, each page lies as it does on the screen: printed here to a file. */
static void
prints_pages_as_they_lie (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) pdf = make_document (3, 2);
  g_autoptr (GBytes) printed = NULL;
  g_autoptr (SceauPaperPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = sceau_paper_print_operation_new (pdf, "specimen", 1, &error);

  g_assert_no_error (error);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  printed = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  sceau_paper_pages_open_async (printed, NULL, opened_cb, &pages);
  SCEAU_WAIT_FOR (pages != NULL);
  g_assert_cmpuint (sceau_paper_pages_get_n_pages (pages), ==, 3);
  assert_size (pages, 0, A4_LONG, A4_SHORT);
  assert_size (pages, 1, A4_LONG, A4_SHORT);
  assert_size (pages, 2, A4_SHORT, A4_LONG);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
prints_documents_only (void)
{
  g_autoptr (GBytes) letter = g_bytes_new_static ("Dear Sir or Madam", 17);
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_paper_print_operation_new (letter, "letter", 0, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  sceau_test_window_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/app/paper-preview/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("draws-what-is-in-sight", draws_what_is_in_sight);
  ADD ("turns-pages", turns_pages);
  ADD ("says-whose-page-it-is", says_whose_page_it_is);
  ADD ("is-sharp", is_sharp);
  ADD ("fits-and-zooms", fits_and_zooms);
  ADD ("obeys-keys", obeys_keys);
  ADD ("stays-at-its-place", stays_at_its_place);
  ADD ("shows-the-last-that-was-given", shows_the_last_that_was_given);
  ADD ("refuses-what-is-no-document", refuses_what_is_no_document);
  ADD ("saves-the-very-bytes", saves_the_very_bytes);
#undef ADD
  g_test_add_func ("/app/paper-preview/prints-pages-as-they-lie", prints_pages_as_they_lie);
  g_test_add_func ("/app/paper-preview/prints-documents-only", prints_documents_only);
  return g_test_run ();
}
