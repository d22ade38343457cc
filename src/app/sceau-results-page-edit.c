/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is typed, pasted, cleared, undone, and what the page says of it. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-results-page-private.h"

/* Beyond this a refused edit is told once, not in each of its cells. */
#define MAX_FAULTY_CELLS 20

/* The cell that the fault bar speaks of. */
static gboolean
find_fault (SceauResultsPage *self, guint *row, guint *column)
{
  return self->sheet != NULL && self->fault_modality != NULL
         && sceau_result_sheet_find (self->sheet, self->fault_enrolment, self->fault_modality, row, column)
         && sceau_result_sheet_get_fault (self->sheet, *row, *column) != NULL;
}

static void
remember_fault (SceauResultsPage *self, gint64 enrolment_id, const char *modality_code)
{
  self->fault_enrolment = enrolment_id;
  g_free (self->fault_modality);
  self->fault_modality = g_strdup (modality_code);
}

static void
show_fault (SceauResultsPage *self)
{
  guint row, column;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  /* The cursor's own fault comes before the last one. */
  if (self->sheet != NULL && sceau_result_grid_get_cursor (self->grid, &row, &column)
      && sceau_result_sheet_get_fault (self->sheet, row, column) != NULL)
    remember_fault (self, sceau_result_sheet_get_row (self->sheet, row)->enrolment_id,
                    sceau_result_sheet_get_column (self->sheet, column)->code);
  if (!find_fault (self, &row, &column))
    {
      gtk_revealer_set_reveal_child (self->fault_bar, FALSE);
      return;
    }
  name = sceau_result_sheet_name_cell (self->sheet, row, column);
  /* Translators: a cell of the grid, then what is wrong with what was typed there. */
  sentence = g_strdup_printf (_("%s — not saved: %s"), name, sceau_result_sheet_get_fault (self->sheet, row, column));
  gtk_label_set_text (self->fault_text, sentence);
  gtk_revealer_set_reveal_child (self->fault_bar, TRUE);
}

static void
show_saving (SceauResultsPage *self)
{
  guint busy = self->edits != NULL ? sceau_result_edits_get_busy (self->edits) : 0;
  const char *status = _("Everything is saved");

  if (!sceau_results_page_can_write (self))
    status = _("Read only");
  else if (busy > 0)
    status = _("Saving…");
  else if (gtk_revealer_get_reveal_child (self->fault_bar))
    status = _("Not everything is saved");
  gtk_label_set_text (self->save_status, status);
}

/* (transfer full): the selection in figures, or the one cell in words. */
static char *
describe_cursor (SceauResultsPage *self)
{
  SceauSheetRange range;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  guint cells;

  if (self->sheet == NULL || !sceau_result_grid_get_range (self->grid, &range))
    return g_strdup ("");
  cells = (range.last_row - range.first_row + 1) * (range.last_column - range.first_column + 1);
  if (cells > 1)
    return g_strdup_printf (ngettext ("%u cell selected", "%u cells selected", cells), cells);
  name = sceau_result_sheet_name_cell (self->sheet, range.first_row, range.first_column);
  what = sceau_result_sheet_describe_cell (self->sheet, range.first_row, range.first_column);
  return g_strdup_printf ("%s — %s", name, what);
}

void
sceau_results_page_update_status (SceauResultsPage *self)
{
  g_autofree char *status = describe_cursor (self);

  gtk_label_set_text (self->cell_status, status);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cell_status), status);
  show_fault (self);
  show_saving (self);
}

void
sceau_results_page_update_actions (SceauResultsPage *self)
{
  SceauPage *page = SCEAU_PAGE (self);
  gboolean writable = sceau_results_page_can_write (self) && self->sheet != NULL;

  sceau_page_enable_action (page, "import", writable);
  sceau_page_enable_action (page, "template", self->sheet != NULL);
  sceau_page_enable_action (page, "sheets", self->sheet != NULL && sceau_result_sheet_get_n_columns (self->sheet) > 0);
  sceau_page_enable_action (page, "mark", self->sheet != NULL && sceau_result_sheet_get_n_columns (self->sheet) > 0);
  sceau_page_enable_action (page, "copy", self->sheet != NULL);
  sceau_page_enable_action (page, "cut", writable);
  sceau_page_enable_action (page, "paste", writable);
  sceau_page_enable_action (page, "clear", writable);
  sceau_page_enable_action (page, "undo", writable && sceau_result_edits_can_undo (self->edits));
  sceau_page_enable_action (page, "redo", writable && sceau_result_edits_can_redo (self->edits));
}

static void
write_change (SceauResultsPage *self, SceauSheetChange *change)
{
  const SceauResult *first = g_ptr_array_index (change->results, 0);
  guint n = change->results->len;
  guint row, column;
  g_autofree char *what = NULL;

  if (n == 1 && sceau_result_sheet_find (self->sheet, first->enrolment_id, first->modality_code, &row, &column))
    what = sceau_result_sheet_name_cell (self->sheet, row, column);
  else
    what = g_strdup_printf (ngettext ("%u mark", "%u marks", n), n);
  sceau_result_sheet_expect (self->sheet, change->results);
  sceau_result_edits_write (self->edits, g_steal_pointer (&change->results), g_steal_pointer (&change->upon), what);
}

static void
refuse (SceauResultsPage *self, guint row, guint column, const char *text, const char *reason)
{
  const SceauSheetRow *learner = sceau_result_sheet_get_row (self->sheet, row);
  const SceauModality *modality = sceau_result_sheet_get_column (self->sheet, column);

  remember_fault (self, learner->enrolment_id, modality->code);
  sceau_result_sheet_set_fault (self->sheet, learner->enrolment_id, modality->code, text, reason);
  gtk_widget_error_bell (GTK_WIDGET (self->grid));
}

static void
take_fault_away (SceauResultsPage *self, guint row, guint column)
{
  sceau_result_sheet_set_fault (self->sheet, sceau_result_sheet_get_row (self->sheet, row)->enrolment_id,
                                sceau_result_sheet_get_column (self->sheet, column)->code, NULL, NULL);
}

void
sceau_results_page_entered (SceauResultsPage *self, guint row, guint column, const char *text)
{
  const SceauSheetRange cell = { row, row, column, column };
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_auto (SceauSheetChange) change = { NULL };
  SceauMark mark;

  if (!sceau_mark_parse (text, sceau_result_sheet_get_column (self->sheet, column)->scale, &mark, &error))
    {
      refuse (self, row, column, text, error->message);
      return;
    }
  sceau_sheet_change_fill (&change, self->sheet, &cell, mark, faults);
  if (sceau_faults_length (faults) > 0)
    refuse (self, row, column, text, sceau_faults_get (faults, 0)->reason);
  else if (change.results->len == 0)
    take_fault_away (self, row, column);
  else
    write_change (self, &change);
}

/* All or nothing: one fault and nothing is written, every fault is listed. */
static void
report (SceauResultsPage *self, const char *title, SceauFaults *faults)
{
  guint n = sceau_faults_length (faults);
  g_autofree char *summary = g_strdup_printf (ngettext ("Nothing was written: %u cell must be corrected first.",
                                                        "Nothing was written: %u cells must be corrected first.", n), n);

  gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title,
                                                           summary, faults, NULL)));
}

static void
announce_paste (SceauResultsPage *self, guint written, const SceauSheetChange *change)
{
  g_autofree char *marks = g_strdup_printf (ngettext ("%u mark pasted", "%u marks pasted", written), written);
  g_autofree char *empty = g_strdup_printf (ngettext ("%u empty cell left as it was", "%u empty cells left as they were",
                                                      change->empty), change->empty);
  g_autofree char *both = g_strdup_printf ("%s · %s", marks, empty);

  sceau_toast (GTK_WIDGET (self), change->empty > 0 ? both : marks);
}

void
sceau_results_page_paste (SceauResultsPage *self, const char *text)
{
  SceauSheetRange range;
  SceauFaults *faults;
  g_auto (SceauSheetChange) change = { NULL };
  guint written;

  g_return_if_fail (SCEAU_IS_RESULTS_PAGE (self));

  if (self->sheet == NULL || !sceau_results_page_can_write (self) || !sceau_result_grid_get_range (self->grid, &range))
    return;
  faults = sceau_faults_new ();
  sceau_sheet_change_paste (&change, self->sheet, &range, text, faults);
  if (sceau_faults_length (faults) > 0)
    {
      report (self, _("Paste Marks"), faults);
      return;
    }
  sceau_faults_free (faults);
  written = change.results->len;
  if (written > 0)
    write_change (self, &change);
  announce_paste (self, written, &change);
}

/* The text of another program may take its time: the page may have gone by then. */
static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauResultsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (text != NULL)
    sceau_results_page_paste (self, text);
  else
    sceau_toast (GTK_WIDGET (self), _("The clipboard holds no text to paste."));
}

static void
paste_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (user_data)), NULL, pasted_cb, g_object_ref (user_data));
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  SceauSheetRange range;
  g_autofree char *text = NULL;

  if (self->sheet == NULL || !sceau_result_grid_get_range (self->grid, &range))
    return;
  text = sceau_clipboard_format (self->sheet, &range);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
clear_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  SceauSheetRange range;
  SceauFaults *faults;
  g_auto (SceauSheetChange) change = { NULL };

  if (self->sheet == NULL || !sceau_result_grid_get_range (self->grid, &range))
    return;
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      take_fault_away (self, row, column);
  faults = sceau_faults_new ();
  sceau_sheet_change_fill (&change, self->sheet, &range, SCEAU_MARK_NONE, faults);
  if (sceau_faults_length (faults) > 0)
    {
      report (self, _("Delete Marks"), faults);
      return;
    }
  sceau_faults_free (faults);
  if (change.results->len > 0)
    write_change (self, &change);
}

static void
cut_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_action (NULL, NULL, user_data);
  clear_action (NULL, NULL, user_data);
}

/* Escape: what could not be taken is forgotten, what stands is shown again. */
static void
discard_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  guint row, column;

  if (self->sheet != NULL && sceau_result_grid_get_cursor (self->grid, &row, &column))
    take_fault_away (self, row, column);
}

/* Why the cursor's cell does not take anything. */
static void
explain_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  guint row, column;
  g_autofree char *lock = NULL;

  if (self->sheet == NULL || !sceau_result_grid_get_cursor (self->grid, &row, &column))
    return;
  lock = sceau_result_sheet_describe_lock (self->sheet, row, column);
  sceau_toast (GTK_WIDGET (self), lock != NULL ? lock : _("This file can only be read."));
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_result_edits_undo (SCEAU_RESULTS_PAGE (user_data)->edits);
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_result_edits_redo (SCEAU_RESULTS_PAGE (user_data)->edits);
}

static void
go_to_fault_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauResultsPage *self = SCEAU_RESULTS_PAGE (user_data);
  guint row, column;

  if (find_fault (self, &row, &column))
    sceau_result_grid_set_cursor (self->grid, row, column);
}

void
sceau_results_page_add_edit_actions (SceauResultsPage *self)
{
  static const GActionEntry actions[] = {
    { "copy", copy_action },       { "cut", cut_action },   { "paste", paste_action },
    { "clear", clear_action },     { "undo", undo_action }, { "redo", redo_action },
    { "discard", discard_action }, { "explain", explain_action }, { "go-to-fault", go_to_fault_action },
  };

  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
}

/* The eye follows what was taken back. */
static void
show_taken_back (SceauResultsPage *self, SceauResultEditKind kind, GPtrArray *results, const char *what)
{
  g_autofree char *text = g_strdup_printf (kind == SCEAU_RESULT_EDIT_UNDO ? _("Undone: %s") : _("Redone: %s"), what);
  const SceauResult *first = results->len > 0 ? g_ptr_array_index (results, 0) : NULL;
  guint row, column;

  sceau_toast (GTK_WIDGET (self), text);
  if (first != NULL && self->sheet != NULL && first->attempt == sceau_result_sheet_get_attempt (self->sheet)
      && !sceau_result_grid_is_editing (self->grid)
      && sceau_result_sheet_find (self->sheet, first->enrolment_id, first->modality_code, &row, &column))
    sceau_result_grid_set_cursor (self->grid, row, column);
}

static void
show_failure (SceauResultsPage *self, SceauResultEditKind kind, GPtrArray *results, const GError *error)
{
  if (kind != SCEAU_RESULT_EDIT_WRITE || results->len > MAX_FAULTY_CELLS)
    {
      sceau_show_error (GTK_WIDGET (self), _("The marks could not be saved"), error);
      return;
    }
  for (guint i = 0; self->sheet != NULL && i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);
      guint row, column;
      g_autofree char *text = NULL;

      if (result->attempt != sceau_result_sheet_get_attempt (self->sheet)
          || !sceau_result_sheet_find (self->sheet, result->enrolment_id, result->modality_code, &row, &column))
        continue;
      text = sceau_mark_to_text (result->mark, sceau_result_sheet_get_column (self->sheet, column)->scale);
      refuse (self, row, column, text, error->message);
    }
}

static void
ended_cb (SceauResultEdits *edits, int kind, GPtrArray *results, const char *what, const GError *error, SceauResultsPage *self)
{
  if (error == NULL)
    {
      if (self->sheet != NULL)
        sceau_result_sheet_settle (self->sheet, results);
      if (kind != SCEAU_RESULT_EDIT_WRITE)
        show_taken_back (self, kind, results, what);
      return;
    }
  self->failed = TRUE;
  self->stale = TRUE;
  show_failure (self, kind, results, error);
}

static void
edits_changed_cb (SceauResultsPage *self)
{
  sceau_results_page_update_actions (self);
  show_saving (self);
  sceau_results_page_reload_stale (self);
}

void
sceau_results_page_set_worker (SceauResultsPage *self, SceauWorker *worker)
{
  if (self->edits != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->edits, self);
      g_clear_object (&self->edits);
    }
  if (worker == NULL)
    return;
  self->edits = sceau_result_edits_new (worker);
  g_signal_connect (self->edits, "ended", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (self->edits, "changed", G_CALLBACK (edits_changed_cb), self);
}
