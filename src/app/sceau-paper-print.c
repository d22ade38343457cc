/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-paper-print.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>

#include "sceau-dialogs.h"

/* Points by which a page may differ from a size that has a name. */
#define TOLERANCE 2

static GtkPaperSize *
paper_of (double shorter, double longer)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5, GTK_PAPER_NAME_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - shorter) < TOLERANCE
          && fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - longer) < TOLERANCE)
        return size;
      gtk_paper_size_free (size);
    }
  return gtk_paper_size_new_custom ("sceau", _("Size of the document"), shorter, longer, GTK_UNIT_POINTS);
}

/* A parchemin lies on its side: the paper is that of any printer, the page is turned. */
static void
set_up_page (GtkPageSetup *setup, PopplerDocument *document, int index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  double width = 595, height = 842;
  GtkPaperSize *paper;

  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  g_clear_object (&page);
  paper = paper_of (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
}

static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int index, GtkPageSetup *setup, PopplerDocument *document)
{
  set_up_page (setup, document, index);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int index, PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, index);

  if (page != NULL)
    poppler_page_render_for_printing (page, gtk_print_context_get_cairo_context (context));
  g_clear_object (&page);
}

GtkPrintOperation *
sceau_paper_print_operation_new (GBytes *pdf, const char *name, guint page, GError **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, error);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPrintOperation *operation;

  if (document == NULL)
    return NULL;
  set_up_page (setup, document, 0);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (document));
  gtk_print_operation_set_current_page (operation, (int) page);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The document has its own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), document);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), document);
  g_object_set_data_full (G_OBJECT (operation), "sceau-document", document, g_object_unref);
  return operation;
}

static void
say_error (GtkWidget *from, const GError *error)
{
  if (gtk_widget_get_root (from) != NULL)
    sceau_show_error (from, _("The Document Could Not Be Printed"), error);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  say_error (from, error);
}

void
sceau_paper_print (GtkWidget *from, GBytes *pdf, const char *name, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = sceau_paper_print_operation_new (pdf, name, page, &error);

  if (operation == NULL)
    {
      say_error (from, error);
      return;
    }
  /* The operation keeps itself while its dialog is open. */
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), from, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (from)), NULL);
}
