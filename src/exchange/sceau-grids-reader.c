/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-grids-reader.h"

#include <glib/gi18n-lib.h>

#include "sceau-csv-columns-private.h"
#include "sceau-csv-reader.h"
#include "sceau-csv-writer.h"
#include "sceau-text.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_MARK,
  COLUMN_EXAMINER,
  COLUMN_DATE,
  COLUMN_COMMENT,
  COLUMN_NAME, /* helps to read and says nothing */
  N_COLUMNS
};

static const SceauCsvColumn columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "number", "numéro", "numero|n|n°|no|numero apprenant|matricule|identifiant", TRUE },
  [COLUMN_MARK] = { "mark", "note", "note|resultat", FALSE },
  [COLUMN_EXAMINER] = { "examiner", "examinateur", "examinateur|examinatrice|correcteur|evaluateur", FALSE },
  [COLUMN_DATE] = { "date", "date de l’épreuve", "date de l epreuve|date d evaluation|date epreuve", FALSE },
  [COLUMN_COMMENT] = { "comment", "commentaire", "commentaire|appreciation|observation|observations", FALSE },
  [COLUMN_NAME] = { "name", "nom et prénom", "nom|prenom|nom et prenom|nom prenom|apprenant|candidat", FALSE },
};

typedef struct
{
  const SceauCsv *csv;
  const SceauModality *modality;
  GHashTable *numbers;
  int positions[N_COLUMNS];
  GArray *criteria; /* (element-type int): the column of each criterion, -1 for an absent one */
  GHashTable *seen; /* (element-type utf8 int): number → line where it stands first */
  SceauFaults *faults;
} Grids;

void
sceau_grid_entry_free (SceauGridEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_array_unref (self->points);
  g_free (self->examiner);
  g_free (self->comment);
  g_free (self);
}

static const SceauCriterion *
criterion_at (const Grids *grids, guint index)
{
  return g_ptr_array_index (grids->modality->criteria, index);
}

static void
add_header_error (const Grids *grids, int column, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add (grids->faults, SCEAU_FAULT_ERROR, sceau_csv_header_line (grids->csv), column, value, NULL, reason, remedy);
}

/* A column that is neither a criterion nor a word of ours is an error: its points would be lost. */
static void
place_header (Grids *grids, int column)
{
  const char *header = sceau_csv_header (grids->csv, (guint) column);

  for (guint i = 0; i < grids->criteria->len; i++)
    {
      int *position = &g_array_index (grids->criteria, int, i);

      if (!sceau_text_same (header, criterion_at (grids, i)->code))
        continue;
      if (*position >= 0)
        add_header_error (grids, column + 1, header, _("Two columns are for the same criterion."), _("Keep one of the two."));
      *position = column;
      return;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    if (sceau_csv_columns_match (header, &columns[i]))
      return;
  add_header_error (grids, column + 1, header, _("The grid has no such criterion."), _("Use the codes of the plan."));
}

static gboolean
find_columns (Grids *grids)
{
  guint known = sceau_faults_count_errors (grids->faults);

  if (!sceau_csv_columns_find (grids->csv, columns, N_COLUMNS, grids->positions, grids->faults))
    return FALSE;
  for (guint i = 0; i < grids->modality->criteria->len; i++)
    g_array_append_val (grids->criteria, (int) { -1 });
  for (guint i = 0; i < sceau_csv_n_columns (grids->csv); i++)
    place_header (grids, (int) i);
  for (guint i = 0; i < grids->criteria->len; i++)
    if (g_array_index (grids->criteria, int, i) < 0)
      add_header_error (grids, 0, criterion_at (grids, i)->code, _("The file has no column for this criterion."),
                        _("Add a column with its code as header."));
  return sceau_faults_count_errors (grids->faults) == known;
}

static gboolean
is_empty_row (const Grids *grids, guint row)
{
  for (guint i = 0; i < grids->criteria->len; i++)
    if (*sceau_csv_cell (grids->csv, row, (guint) g_array_index (grids->criteria, int, i)) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_points (const Grids *grids, guint row, GArray *points)
{
  gboolean good = TRUE;

  for (guint i = 0; i < grids->criteria->len; i++)
    {
      int column = g_array_index (grids->criteria, int, i);
      const char *text = sceau_csv_cell (grids->csv, row, (guint) column);
      const SceauCriterion *criterion = criterion_at (grids, i);
      gint32 value = 0;

      if (!sceau_points_parse (text, criterion->points, &value))
        {
          g_autofree char *most = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, criterion->points }, SCEAU_SCALE_TWENTY);
          g_autofree char *remedy = g_strdup_printf (_("Give a number from 0 to %s."), most);

          sceau_faults_add (grids->faults, SCEAU_FAULT_ERROR, sceau_csv_cell_line (grids->csv, row, (guint) column), column + 1, criterion->code,
                            *text != '\0' ? text : NULL, *text != '\0' ? _("These points lie outside the criterion.") : _("This criterion has no points."),
                            remedy);
          good = FALSE;
        }
      g_array_append_val (points, value);
    }
  return good;
}

static gboolean
read_mark (const Grids *grids, guint row, SceauMark *mark)
{
  int column = grids->positions[COLUMN_MARK];
  const char *text = column >= 0 ? sceau_csv_cell (grids->csv, row, (guint) column) : NULL;
  g_autoptr (GError) error = NULL;

  *mark = SCEAU_MARK_NONE;
  if (grids->modality->scale == SCEAU_SCALE_TWENTY || sceau_mark_parse (text, grids->modality->scale, mark, &error))
    return TRUE;
  sceau_faults_add (grids->faults, SCEAU_FAULT_ERROR, sceau_csv_cell_line (grids->csv, row, (guint) column), column + 1, "mark", text, error->message, NULL);
  return FALSE;
}

static gboolean
check_single (Grids *grids, guint row, const char *number)
{
  int line = sceau_csv_row_line (grids->csv, row);
  int first = GPOINTER_TO_INT (g_hash_table_lookup (grids->seen, number));
  g_autofree char *reason = NULL;

  if (first == 0)
    {
      g_hash_table_insert (grids->seen, g_strdup (number), GINT_TO_POINTER (line));
      return TRUE;
    }
  reason = g_strdup_printf (_("Line %d gives the points of this learner already."), first);
  sceau_faults_add (grids->faults, SCEAU_FAULT_ERROR, line, grids->positions[COLUMN_NUMBER] + 1, "number", number, reason, _("Keep one of the two."));
  return FALSE;
}

static char *
optional_text (const Grids *grids, guint row, int column)
{
  return grids->positions[column] >= 0 ? sceau_text_normalise (sceau_csv_cell (grids->csv, row, (guint) grids->positions[column])) : NULL;
}

/* (transfer full): NULL when the row says nothing, or was objected to. */
static SceauGridEntry *
read_row (Grids *grids, guint row)
{
  int number_column = grids->positions[COLUMN_NUMBER];
  const char *number = sceau_csv_cell (grids->csv, row, (guint) number_column);
  g_autoptr (SceauGridEntry) entry = NULL;
  gboolean good;

  if (is_empty_row (grids, row))
    return NULL;
  entry = g_new0 (SceauGridEntry, 1);
  entry->line = sceau_csv_row_line (grids->csv, row);
  entry->number = g_strdup (number);
  entry->points = g_array_new (FALSE, FALSE, sizeof (gint32));
  entry->examiner = optional_text (grids, row, COLUMN_EXAMINER);
  entry->comment = optional_text (grids, row, COLUMN_COMMENT);
  /* Every fault of the row at once. */
  good = sceau_csv_check_number (grids->csv, row, number_column, grids->numbers, grids->faults) && check_single (grids, row, number);
  good = read_points (grids, row, entry->points) && good;
  good = read_mark (grids, row, &entry->mark) && good;
  good = sceau_csv_read_date (grids->csv, row, grids->positions[COLUMN_DATE], "date", &entry->date, grids->faults) && good;
  return good ? g_steal_pointer (&entry) : NULL;
}

GPtrArray *
sceau_grids_reader_read (GFile *file, const SceauModality *modality, GHashTable *numbers, SceauFaults *faults, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SceauCsv) csv = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) criteria = g_array_new (FALSE, FALSE, sizeof (int));
  Grids grids = { .modality = modality, .numbers = numbers, .criteria = criteria, .seen = seen, .faults = faults };
  GPtrArray *entries;

  g_return_val_if_fail (modality != NULL && numbers != NULL && faults != NULL, NULL);

  csv = sceau_csv_read (file, faults, cancellable, error);
  if (csv == NULL)
    return NULL;
  grids.csv = csv;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_grid_entry_free);
  if (!find_columns (&grids))
    return entries;
  for (guint row = 0; row < sceau_csv_n_rows (csv); row++)
    {
      SceauGridEntry *entry = read_row (&grids, row);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

gboolean
sceau_grids_template_write (GFile *file, const SceauModality *modality, GPtrArray *enrolments, gboolean overwrite, GError **error)
{
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();
  const gboolean marked = modality->scale != SCEAU_SCALE_TWENTY; /* there, points make no mark */
  guint cells = modality->criteria->len + (marked ? 4 : 3);

  sceau_csv_writer_add_text (writer, columns[COLUMN_NUMBER].name);
  sceau_csv_writer_add_text (writer, columns[COLUMN_NAME].name);
  for (guint i = 0; i < modality->criteria->len; i++)
    sceau_csv_writer_add_text (writer, ((const SceauCriterion *) g_ptr_array_index (modality->criteria, i))->code);
  for (guint i = marked ? COLUMN_MARK : COLUMN_EXAMINER; i <= COLUMN_COMMENT; i++)
    sceau_csv_writer_add_text (writer, columns[i].name);
  sceau_csv_writer_end_row (writer);
  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      sceau_csv_writer_add_text (writer, enrolment->learner_number);
      sceau_csv_writer_add_text (writer, enrolment->learner_name);
      for (guint cell = 0; cell < cells; cell++)
        sceau_csv_writer_add_text (writer, NULL);
      sceau_csv_writer_end_row (writer);
    }
  return sceau_csv_writer_save (writer, file, overwrite, error);
}
