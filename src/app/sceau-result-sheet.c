/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-moment.h"
#include "sceau-text.h"

enum
{
  SIGNAL_ROWS_CHANGED,
  SIGNAL_CELLS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauResultSheet, sceau_result_sheet, G_TYPE_OBJECT)

/* The index of a cell among all, from its place among those that are shown. */
static guint
index_of (SceauResultSheet *self, guint row, guint column)
{
  return g_array_index (self->shown, guint, row) * self->columns->len + column;
}

/* FALSE when the sheet has no such cell; the filter does not matter. */
static gboolean
find_index (SceauResultSheet *self, gint64 enrolment_id, const char *modality_code, guint *index)
{
  gpointer row;

  if (!g_hash_table_lookup_extended (self->row_index, &enrolment_id, NULL, &row))
    return FALSE;
  for (guint column = 0; column < self->columns->len; column++)
    if (g_str_equal (sceau_result_sheet_get_column (self, column)->code, modality_code))
      {
        *index = GPOINTER_TO_UINT (row) * self->columns->len + column;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_missing (const SceauSheetCell *cell)
{
  return cell->asked && cell->mark.kind == SCEAU_MARK_BLANK;
}

static void
sceau_result_sheet_finalize (GObject *object)
{
  SceauResultSheet *self = SCEAU_RESULT_SHEET (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->row_index, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->seals, g_hash_table_unref);
  g_clear_pointer (&self->faults, g_hash_table_unref);
  g_free (self->cells);
  G_OBJECT_CLASS (sceau_result_sheet_parent_class)->finalize (object);
}

static void
sceau_result_sheet_class_init (SceauResultSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_result_sheet_finalize;

  signals[SIGNAL_ROWS_CHANGED] = g_signal_new ("rows-changed", SCEAU_TYPE_RESULT_SHEET, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CELLS_CHANGED] = g_signal_new ("cells-changed", SCEAU_TYPE_RESULT_SHEET, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_result_sheet_init (SceauResultSheet *self)
{
  self->columns = g_ptr_array_new ();
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_mark_sheet_free);
  self->rows = g_ptr_array_new_with_free_func (sceau_sheet_row_free);
  self->row_index = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->seals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->faults = g_hash_table_new_full (NULL, NULL, NULL, sceau_sheet_fault_free);
}

int
sceau_result_sheet_get_attempt (SceauResultSheet *self)
{
  return self->attempt;
}

int
sceau_result_sheet_get_last_attempt (SceauResultSheet *self)
{
  return self->last_attempt;
}

guint
sceau_result_sheet_get_n_learners (SceauResultSheet *self)
{
  return self->rows->len;
}

guint
sceau_result_sheet_get_n_rows (SceauResultSheet *self)
{
  return self->shown->len;
}

guint
sceau_result_sheet_get_n_columns (SceauResultSheet *self)
{
  return self->columns->len;
}

const SceauSheetRow *
sceau_result_sheet_get_row (SceauResultSheet *self, guint row)
{
  g_return_val_if_fail (row < self->shown->len, NULL);

  return g_ptr_array_index (self->rows, g_array_index (self->shown, guint, row));
}

const SceauModality *
sceau_result_sheet_get_column (SceauResultSheet *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

const char *
sceau_result_sheet_get_block_title (SceauResultSheet *self, guint column)
{
  const char *code = sceau_result_sheet_get_column (self, column)->block_code;
  const SceauBlock *block = code != NULL ? sceau_certification_find_block (self->certification, code) : NULL;

  return block != NULL ? block->title : NULL;
}

const SceauSheetCell *
sceau_result_sheet_get_cell (SceauResultSheet *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->shown->len && column < self->columns->len, NULL);

  return &self->cells[index_of (self, row, column)];
}

guint
sceau_result_sheet_count_missing (SceauResultSheet *self, guint column)
{
  guint missing = 0;

  for (guint row = 0; row < self->rows->len; row++)
    {
      const SceauSheetRow *learner = g_ptr_array_index (self->rows, row);

      if (learner->active && is_missing (&self->cells[row * self->columns->len + column]))
        missing++;
    }
  return missing;
}

gboolean
sceau_result_sheet_find (SceauResultSheet *self, gint64 enrolment_id, const char *modality_code, guint *row, guint *column)
{
  guint index;

  if (!find_index (self, enrolment_id, modality_code, &index))
    return FALSE;
  *column = index % self->columns->len;
  for (*row = 0; *row < self->shown->len; (*row)++)
    if (g_array_index (self->shown, guint, *row) == index / self->columns->len)
      return TRUE;
  return FALSE;
}

static gboolean
row_misses_something (SceauResultSheet *self, guint row)
{
  const SceauSheetRow *learner = g_ptr_array_index (self->rows, row);

  for (guint column = 0; column < self->columns->len; column++)
    if (learner->active && is_missing (&self->cells[row * self->columns->len + column]))
      return TRUE;
  return FALSE;
}

/* Every word, in any order, as in the search of learners. */
static gboolean
row_has_words (SceauResultSheet *self, guint row, char **words)
{
  const SceauSheetRow *learner = g_ptr_array_index (self->rows, row);
  g_autofree char *both = g_strconcat (learner->name, " ", learner->number, NULL);
  g_autofree char *folded = sceau_text_fold (both);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

void
sceau_result_sheet_filter (SceauResultSheet *self, const char *search, gboolean missing_only)
{
  g_autofree char *folded = sceau_text_fold (search != NULL ? search : "");
  g_auto (GStrv) words = g_strsplit (folded != NULL ? folded : "", " ", -1);

  g_return_if_fail (SCEAU_IS_RESULT_SHEET (self));

  g_array_set_size (self->shown, 0);
  for (guint row = 0; row < self->rows->len; row++)
    if ((!missing_only || row_misses_something (self, row)) && row_has_words (self, row, words))
      g_array_append_val (self->shown, row);
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
}

gboolean
sceau_result_sheet_is_sealed (SceauResultSheet *self, guint row, guint column)
{
  return g_hash_table_contains (self->seals, GUINT_TO_POINTER (index_of (self, row, column)));
}

char *
sceau_result_sheet_describe_seal (SceauResultSheet *self, guint row, guint column)
{
  const SceauSheetSeal *seal = g_hash_table_lookup (self->seals, GUINT_TO_POINTER (index_of (self, row, column)));
  g_autofree char *day = NULL;
  g_autofree char *id = NULL;

  if (seal == NULL)
    return NULL;
  day = sceau_date_format_french (seal->session_date);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, seal->session_id);
  /* Translators: the number and the day of a jury session. */
  return g_strdup_printf (_("Locked by the seal of jury session %s of %s; an error is mended by a rectifying session."), id, day);
}

/* (nullable): until the columns are read there is none. */
static const SceauMarkSheet *
get_sheet (SceauResultSheet *self, guint column)
{
  return column < self->sheets->len ? g_ptr_array_index (self->sheets, column) : NULL;
}

SceauSheetState
sceau_result_sheet_get_state (SceauResultSheet *self, guint column)
{
  const SceauMarkSheet *sheet = get_sheet (self, column);

  return sheet != NULL ? sheet->state : SCEAU_SHEET_BLANK;
}

char *
sceau_result_sheet_describe_state (SceauResultSheet *self, guint column)
{
  const SceauMarkSheet *sheet = get_sheet (self, column);
  g_autofree char *day = NULL;

  if (sheet == NULL || sheet->submitted_at == NULL)
    return NULL;
  day = sceau_moment_format (sheet->submitted_at, SCEAU_MOMENT_DAY);
  /* Translators: a person, then a day. */
  return g_strdup_printf (_("Handed in by %s on %s"), sheet->submitted_by, day);
}

/* What was handed in stands, unless a jury deliberates on it. */
static gboolean
is_handed_in (SceauResultSheet *self, guint column)
{
  const SceauMarkSheet *sheet = get_sheet (self, column);

  return sheet != NULL && sheet->submitted_at != NULL && !self->deliberated;
}

gboolean
sceau_result_sheet_is_locked (SceauResultSheet *self, guint row, guint column)
{
  return is_handed_in (self, column) || sceau_result_sheet_is_sealed (self, row, column);
}

char *
sceau_result_sheet_describe_lock (SceauResultSheet *self, guint row, guint column)
{
  g_autofree char *handed_in = NULL;

  if (sceau_result_sheet_is_sealed (self, row, column))
    return sceau_result_sheet_describe_seal (self, row, column);
  if (!is_handed_in (self, column))
    return NULL;
  handed_in = sceau_result_sheet_describe_state (self, column);
  /* Translators: "Handed in by Camille Exemple on 22/11/2026". */
  return g_strdup_printf (_("%s: reopen the sheet, with the reason, to change its marks."), handed_in);
}

char *
sceau_result_sheet_object (SceauResultSheet *self, guint row, guint column, SceauMark mark)
{
  const SceauSheetCell *cell = sceau_result_sheet_get_cell (self, row, column);

  if (sceau_mark_equal (cell->mark, mark))
    return NULL;
  if (sceau_result_sheet_is_locked (self, row, column))
    return sceau_result_sheet_describe_lock (self, row, column);
  if (mark.kind != SCEAU_MARK_BLANK && self->attempt > 1 && cell->earlier.kind == SCEAU_MARK_BLANK)
    return g_strdup_printf (_("There is no result at attempt %d: record it first, as an absence if nobody came."),
                            self->attempt - 1);
  if (mark.kind == SCEAU_MARK_BLANK && cell->later)
    return g_strdup (_("A later attempt has a result: take that one back first."));
  return NULL;
}

static const SceauSheetFault *
get_fault (SceauResultSheet *self, guint row, guint column)
{
  return g_hash_table_lookup (self->faults, GUINT_TO_POINTER (index_of (self, row, column)));
}

char *
sceau_result_sheet_get_text (SceauResultSheet *self, guint row, guint column)
{
  const SceauSheetFault *fault = get_fault (self, row, column);

  if (fault != NULL)
    return g_strdup (fault->text);
  return sceau_mark_to_text (sceau_result_sheet_get_cell (self, row, column)->mark,
                             sceau_result_sheet_get_column (self, column)->scale);
}

char *
sceau_result_sheet_name_cell (SceauResultSheet *self, guint row, guint column)
{
  /* Translators: learner, code of the modality, attempt: "LEFÈVRE Zoé, BC01-EC1, attempt 1". */
  return g_strdup_printf (_("%s, %s, attempt %d"), sceau_result_sheet_get_row (self, row)->name,
                          sceau_result_sheet_get_column (self, column)->code, self->attempt);
}

static void
describe_level (SceauResultSheet *self, GPtrArray *parts, const SceauSheetCell *cell, const SceauModality *modality)
{
  g_autofree char *pass = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->pass_mark }, modality->scale);
  g_autofree char *floor = NULL;

  if (cell->mark.kind != SCEAU_MARK_VALUE)
    return;
  if (modality->floor >= 0 && cell->mark.value < modality->floor)
    {
      floor = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->floor }, modality->scale);
      g_ptr_array_add (parts, g_strdup_printf (_("below the eliminatory floor %s"), floor));
    }
  else if (cell->mark.value < modality->pass_mark)
    g_ptr_array_add (parts, g_strdup_printf (_("below the pass mark %s"), pass));
}

char *
sceau_result_sheet_describe_cell (SceauResultSheet *self, guint row, guint column)
{
  const SceauSheetCell *cell = sceau_result_sheet_get_cell (self, row, column);
  const SceauModality *modality = sceau_result_sheet_get_column (self, column);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *mark = sceau_mark_to_text (cell->mark, modality->scale);
  g_autofree char *lock = sceau_result_sheet_describe_lock (self, row, column);

  if (cell->mark.kind == SCEAU_MARK_VALUE)
    g_ptr_array_add (parts, g_steal_pointer (&mark));
  else if (cell->mark.kind == SCEAU_MARK_BLANK && !cell->asked)
    g_ptr_array_add (parts, g_strdup (_("No mark is expected")));
  else
    g_ptr_array_add (parts, g_strdup (sceau_mark_kind_title (cell->mark.kind)));
  describe_level (self, parts, cell, modality);
  if (cell->earlier.kind != SCEAU_MARK_BLANK)
    {
      g_autofree char *earlier = sceau_mark_to_text (cell->earlier, modality->scale);

      g_ptr_array_add (parts, g_strdup_printf (_("attempt %d: %s"), self->attempt - 1, earlier));
    }
  if (lock != NULL)
    g_ptr_array_add (parts, g_steal_pointer (&lock));
  if (cell->pending > 0)
    g_ptr_array_add (parts, g_strdup (_("being saved")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

void
sceau_result_sheet_set_fault (SceauResultSheet *self, gint64 enrolment_id, const char *modality_code, const char *text,
                              const char *reason)
{
  guint index;
  SceauSheetFault *fault;

  if (!find_index (self, enrolment_id, modality_code, &index))
    return;
  if (reason != NULL)
    {
      fault = g_new0 (SceauSheetFault, 1);
      fault->text = g_strdup (text);
      fault->reason = g_strdup (reason);
      g_hash_table_insert (self->faults, GUINT_TO_POINTER (index), fault);
    }
  else if (!g_hash_table_remove (self->faults, GUINT_TO_POINTER (index)))
    return;
  g_signal_emit (self, signals[SIGNAL_CELLS_CHANGED], 0);
}

const char *
sceau_result_sheet_get_fault (SceauResultSheet *self, guint row, guint column)
{
  const SceauSheetFault *fault = get_fault (self, row, column);

  return fault != NULL ? fault->reason : NULL;
}

void
sceau_result_sheet_take_faults (SceauResultSheet *self, SceauResultSheet *before)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (SCEAU_IS_RESULT_SHEET (self) && SCEAU_IS_RESULT_SHEET (before));

  if (self->cohort_id != before->cohort_id || self->attempt != before->attempt)
    return;
  g_hash_table_iter_init (&iter, before->faults);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint index = GPOINTER_TO_UINT (key);
      const SceauSheetRow *row = g_ptr_array_index (before->rows, index / before->columns->len);
      const SceauModality *column = g_ptr_array_index (before->columns, index % before->columns->len);
      const SceauSheetFault *fault = value;

      sceau_result_sheet_set_fault (self, row->enrolment_id, column->code, fault->text, fault->reason);
    }
}

/* Sets the marks of @results, and what is pending by @step. */
static void
place (SceauResultSheet *self, GPtrArray *results, int step)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);
      guint index;

      if (result->attempt != self->attempt || !find_index (self, result->enrolment_id, result->modality_code, &index))
        continue;
      self->cells[index].pending = (guint16) MAX (self->cells[index].pending + step, 0);
      /* A later write of the same cell is on its way: its mark is the one to show. */
      if (step > 0 || self->cells[index].pending == 0)
        self->cells[index].mark = result->mark;
      if (result->mark.kind != SCEAU_MARK_BLANK)
        self->last_attempt = MAX (self->last_attempt, result->attempt);
      g_hash_table_remove (self->faults, GUINT_TO_POINTER (index));
    }
  g_signal_emit (self, signals[SIGNAL_CELLS_CHANGED], 0);
}

void
sceau_result_sheet_expect (SceauResultSheet *self, GPtrArray *results)
{
  g_return_if_fail (SCEAU_IS_RESULT_SHEET (self));

  place (self, results, 1);
}

void
sceau_result_sheet_settle (SceauResultSheet *self, GPtrArray *results)
{
  g_return_if_fail (SCEAU_IS_RESULT_SHEET (self));

  place (self, results, -1);
}
