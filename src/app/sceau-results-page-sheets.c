/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Behind the grid: the sheets of marks as they are handed in, and all there is to say of one mark. */

#include <glib/gi18n-lib.h>

#include "sceau-mark-sheet-view.h"
#include "sceau-mark-sheets-view.h"
#include "sceau-result-dialog.h"
#include "sceau-results-page-private.h"

static void
sheet_chosen_cb (SceauMarkSheetsView *view, const char *modality_code, int attempt, const char *title, SceauResultsPage *self)
{
  SceauPage *page = SCEAU_PAGE (self);

  sceau_page_push (page, GTK_WIDGET (sceau_mark_sheet_view_new (sceau_page_get_context (page), self->cohort_id, modality_code, attempt)),
                   title, NULL);
}

static void
sheets_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  SceauPage *page = SCEAU_PAGE (self);
  SceauMarkSheetsView *view;

  if (self->cohort_id == 0)
    return;
  sceau_result_grid_commit (self->grid);
  view = sceau_mark_sheets_view_new (sceau_page_get_context (page), self->cohort_id);
  g_signal_connect_object (view, "chosen", G_CALLBACK (sheet_chosen_cb), self, 0);
  sceau_page_push (page, GTK_WIDGET (view), _("Sheets of Marks"), NULL);
}

static void
mark_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  g_autofree char *title = NULL;
  g_autofree char *lock = NULL;
  guint row, column;

  if (self->sheet == NULL || !sceau_result_grid_get_cursor (self->grid, &row, &column))
    return;
  sceau_result_grid_commit (self->grid);
  title = sceau_result_sheet_name_cell (self->sheet, row, column);
  lock = sceau_result_sheet_describe_lock (self->sheet, row, column);
  gtk_window_present (GTK_WINDOW (sceau_result_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                           sceau_page_get_context (SCEAU_PAGE (self)), title,
                                                           sceau_result_sheet_get_row (self->sheet, row)->enrolment_id,
                                                           sceau_result_sheet_get_column (self->sheet, column), self->chosen_attempt, lock)));
}

/* Back from a sheet that changed to the list that shows its state. */
static void
level_changed_cb (SceauResultsPage *self)
{
  GtkWidget *top = sceau_page_get_top (SCEAU_PAGE (self));

  if (self->level_stale && SCEAU_IS_MARK_SHEETS_VIEW (top))
    sceau_mark_sheets_view_reload (SCEAU_MARK_SHEETS_VIEW (top));
  if (!SCEAU_IS_MARK_SHEET_VIEW (top))
    self->level_stale = FALSE;
}

void
sceau_results_page_add_sheet_actions (SceauResultsPage *self)
{
  static const GActionEntry actions[] = {
    { "sheets", sheets_action },
    { "mark", mark_action },
  };

  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  g_signal_connect (self, "level-changed", G_CALLBACK (level_changed_cb), NULL);
}

void
sceau_results_page_reload_level (SceauResultsPage *self)
{
  GtkWidget *top = sceau_page_get_top (SCEAU_PAGE (self));

  if (SCEAU_IS_MARK_SHEETS_VIEW (top))
    sceau_mark_sheets_view_reload (SCEAU_MARK_SHEETS_VIEW (top));
  else if (SCEAU_IS_MARK_SHEET_VIEW (top))
    {
      sceau_mark_sheet_view_reload (SCEAU_MARK_SHEET_VIEW (top));
      self->level_stale = TRUE;
    }
}
