/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-results-reader.h"

#include <glib/gi18n-lib.h>

#include "sceau-csv-columns-private.h"
#include "sceau-csv-reader.h"
#include "sceau-csv-writer.h"
#include "sceau-text.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_MODALITY,
  COLUMN_MARK,
  COLUMN_ATTEMPT,
  COLUMN_EXAMINER,
  COLUMN_DATE,
  COLUMN_COMMENT,
  N_COLUMNS
};

static const SceauCsvColumn long_columns[N_COLUMNS] = {
  [COLUMN_NUMBER]
  = { "number", "numéro",
      "numero|n|n°|no|numero apprenant|numero d apprenant|numero etudiant|n apprenant|n etudiant|matricule|identifiant",
      TRUE },
  [COLUMN_MODALITY] = { "modality", "modalité", "modalite|code modalite|epreuve|evaluation", TRUE },
  [COLUMN_MARK] = { "mark", "note", "note|resultat|notes", TRUE },
  [COLUMN_ATTEMPT] = { "attempt", "passage", "passage|n passage|numero de passage|tentative", FALSE },
  [COLUMN_EXAMINER] = { "examiner", "examinateur", "examinateur|examinatrice|correcteur|evaluateur", FALSE },
  [COLUMN_DATE] = { "date", "date de l’épreuve", "date de l epreuve|date d evaluation|date epreuve", FALSE },
  [COLUMN_COMMENT] = { "comment", "commentaire", "commentaire|appreciation|observation|observations", FALSE },
};

/* Columns that help to read the wide form and say nothing. */
static const SceauCsvColumn reading_aid
    = { "name", "nom et prénom",
        "nom|nom de naissance|prenom|nom et prenom|nom prenom|apprenant|candidat|learner|promotion|cohort", FALSE };

typedef struct
{
  const SceauCsv *csv;
  GHashTable *modalities; /* (element-type utf8 SceauModality): by folded code, since people write codes in any case */
  GHashTable *numbers;
  GHashTable *seen;   /* (element-type utf8 int): "number\nmodality\nattempt" → line where it stands first */
  SceauFaults *faults;
  GPtrArray *entries;
} Results;

void
sceau_result_entry_free (SceauResultEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->modality_code);
  g_free (self->examiner);
  g_free (self->comment);
  g_free (self);
}

static void
add_error (const Results *results,
           guint row,
           int column,
           const char *field,
           const char *value,
           const char *reason,
           const char *remedy)
{
  sceau_faults_add (results->faults, SCEAU_FAULT_ERROR, sceau_csv_cell_line (results->csv, row, (guint) column),
                    column + 1, field, value, reason, remedy);
}

static GHashTable *
index_modalities (const SceauPlan *plan)
{
  GHashTable *modalities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->modalities->len; i++)
    {
      SceauModality *modality = g_ptr_array_index (plan->modalities, i);

      g_hash_table_insert (modalities, sceau_text_fold (modality->code), modality);
    }
  return modalities;
}

static const SceauModality *
find_modality (const Results *results, const char *text)
{
  g_autofree char *folded = sceau_text_fold (text);

  return folded != NULL ? g_hash_table_lookup (results->modalities, folded) : NULL;
}

/* The mark in one cell, or NULL when it is blank or faulty. */
static SceauResultEntry *
read_mark (Results *results, guint row, int column, const char *number, const SceauModality *modality, int attempt)
{
  const char *text = sceau_csv_cell (results->csv, row, (guint) column);
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%d", number, modality->code, attempt);
  g_autoptr (GError) error = NULL;
  SceauResultEntry *entry;
  SceauMark mark;
  int first;

  if (!sceau_mark_parse (text, modality->scale, &mark, &error))
    {
      add_error (results, row, column, modality->code, text, error->message, NULL);
      return NULL;
    }
  if (mark.kind == SCEAU_MARK_BLANK)
    return NULL;
  first = GPOINTER_TO_INT (g_hash_table_lookup (results->seen, key));
  if (first > 0)
    {
      g_autofree char *reason
          = g_strdup_printf (_("Line %d gives a mark for this learner and this modality already."), first);

      add_error (results, row, column, modality->code, text, reason, _("Keep one of the two."));
      return NULL;
    }
  entry = g_new0 (SceauResultEntry, 1);
  entry->line = sceau_csv_cell_line (results->csv, row, (guint) column);
  entry->column = column + 1;
  entry->number = g_strdup (number);
  entry->modality_code = g_strdup (modality->code);
  entry->mark = mark;
  entry->attempt = attempt;
  g_hash_table_insert (results->seen, g_steal_pointer (&key), GINT_TO_POINTER (entry->line));
  return entry;
}

/* 0 when the row does not say; FALSE with a fault when it says it badly. */
static gboolean
read_attempt (const Results *results, guint row, int column, int *attempt)
{
  const char *text = column >= 0 ? sceau_csv_cell (results->csv, row, (guint) column) : "";
  guint64 number = 0;

  *attempt = 0;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    {
      add_error (results, row, column, "attempt", text, _("This is not the number of an attempt."),
                 _("Write 1 for the first session, 2 for the retake."));
      return FALSE;
    }
  *attempt = (int) number;
  return TRUE;
}

static char *
optional_text (const SceauCsv *csv, guint row, int column)
{
  return column >= 0 ? sceau_text_normalise (sceau_csv_cell (csv, row, (guint) column)) : NULL;
}

static void
read_long_row (Results *results, guint row, const int *positions)
{
  const char *number = sceau_csv_cell (results->csv, row, (guint) positions[COLUMN_NUMBER]);
  const char *code = sceau_csv_cell (results->csv, row, (guint) positions[COLUMN_MODALITY]);
  const SceauModality *modality = find_modality (results, code);
  gboolean known = sceau_csv_check_number (results->csv, row, positions[COLUMN_NUMBER], results->numbers, results->faults);
  SceauResultEntry *entry;
  SceauDate date;
  int attempt;
  gboolean counted = read_attempt (results, row, positions[COLUMN_ATTEMPT], &attempt);
  gboolean dated = sceau_csv_read_date (results->csv, row, positions[COLUMN_DATE], "date", &date, results->faults);

  if (modality == NULL)
    add_error (results, row, positions[COLUMN_MODALITY], "modality", code, _("The evaluation plan has no such modality."),
               _("Use a code of the plan, as in the template."));
  if (!known || !counted || !dated || modality == NULL)
    return;
  entry = read_mark (results, row, positions[COLUMN_MARK], number, modality, attempt);
  if (entry == NULL)
    return;
  entry->date = date;
  entry->examiner = optional_text (results->csv, row, positions[COLUMN_EXAMINER]);
  entry->comment = optional_text (results->csv, row, positions[COLUMN_COMMENT]);
  g_ptr_array_add (results->entries, entry);
}

static void
read_long (Results *results)
{
  int positions[N_COLUMNS];

  if (!sceau_csv_columns_find (results->csv, long_columns, N_COLUMNS, positions, results->faults))
    return;
  for (guint i = 0; i < sceau_csv_n_columns (results->csv); i++)
    {
      const char *header = sceau_csv_header (results->csv, i);
      gboolean known = sceau_csv_columns_match (header, &reading_aid);

      for (guint c = 0; c < N_COLUMNS && !known; c++)
        known = sceau_csv_columns_match (header, &long_columns[c]);
      if (!known)
        sceau_faults_add (results->faults, SCEAU_FAULT_WARNING, sceau_csv_header_line (results->csv), (int) i + 1,
                          header, NULL, _("The column is not known and is not used."),
                          _("Compare its name with the template."));
    }
  for (guint row = 0; row < sceau_csv_n_rows (results->csv); row++)
    read_long_row (results, row, positions);
}

/* The modality of each column, NULL for the others: a column that is neither a modality nor a name is an
 * error, for its marks would be lost. */
static GPtrArray *
find_modality_columns (Results *results, int number_column)
{
  GPtrArray *modalities = g_ptr_array_new ();
  int line = sceau_csv_header_line (results->csv);

  for (guint i = 0; i < sceau_csv_n_columns (results->csv); i++)
    {
      const char *header = sceau_csv_header (results->csv, i);
      const SceauModality *modality = (int) i == number_column ? NULL : find_modality (results, header);

      if (modality != NULL && g_ptr_array_find (modalities, modality, NULL))
        {
          sceau_faults_add (results->faults, SCEAU_FAULT_ERROR, line, (int) i + 1, header, NULL,
                            _("Two columns are for the same modality."), _("Keep one of the two."));
          modality = NULL;
        }
      else if (modality == NULL && (int) i != number_column && !sceau_csv_columns_match (header, &reading_aid))
        sceau_faults_add (results->faults, SCEAU_FAULT_ERROR, line, (int) i + 1, header, NULL,
                          _("The evaluation plan has no such modality."),
                          _("Use a code of the plan, as in the template."));
      g_ptr_array_add (modalities, (gpointer) modality);
    }
  return modalities;
}

static void
read_wide (Results *results)
{
  int number_column;
  g_autoptr (GPtrArray) modalities = NULL;

  if (!sceau_csv_columns_find (results->csv, &long_columns[COLUMN_NUMBER], 1, &number_column, results->faults))
    return;
  modalities = find_modality_columns (results, number_column);
  for (guint row = 0; row < sceau_csv_n_rows (results->csv); row++)
    {
      const char *number = sceau_csv_cell (results->csv, row, (guint) number_column);

      if (!sceau_csv_check_number (results->csv, row, number_column, results->numbers, results->faults))
        continue;
      for (guint i = 0; i < modalities->len; i++)
        {
          const SceauModality *modality = g_ptr_array_index (modalities, i);
          SceauResultEntry *entry = modality != NULL ? read_mark (results, row, (int) i, number, modality, 0) : NULL;

          if (entry != NULL)
            g_ptr_array_add (results->entries, entry);
        }
    }
}

static gboolean
is_long (const SceauCsv *csv)
{
  for (guint i = 0; i < sceau_csv_n_columns (csv); i++)
    if (sceau_csv_columns_match (sceau_csv_header (csv, i), &long_columns[COLUMN_MODALITY])
        || sceau_csv_columns_match (sceau_csv_header (csv, i), &long_columns[COLUMN_MARK]))
      return TRUE;
  return FALSE;
}

static GPtrArray *
read_csv (const SceauCsv *csv, const SceauPlan *plan, GHashTable *numbers, SceauFaults *faults)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) modalities = index_modalities (plan);
  Results results = { .csv = csv, .modalities = modalities, .numbers = numbers, .seen = seen, .faults = faults };

  results.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_entry_free);
  if (is_long (csv))
    read_long (&results);
  else
    read_wide (&results);
  if (sceau_csv_n_rows (csv) == 0)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, sceau_csv_header_line (csv), 0, NULL, NULL,
                      _("There is no result in the file: nothing usable stands below its header."), _("Add one row for each learner."));
  return results.entries;
}

GPtrArray *
sceau_results_reader_read (GFile *file,
                           const SceauPlan *plan,
                           GHashTable *numbers,
                           SceauFaults *faults,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (SceauCsv) csv = NULL;

  g_return_val_if_fail (plan != NULL && numbers != NULL && faults != NULL, NULL);

  csv = sceau_csv_read (file, faults, cancellable, error);
  return csv != NULL ? read_csv (csv, plan, numbers, faults) : NULL;
}

GPtrArray *
sceau_results_reader_read_bytes (
    GBytes *bytes, const SceauPlan *plan, GHashTable *numbers, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCsv) csv = NULL;

  g_return_val_if_fail (plan != NULL && numbers != NULL && faults != NULL, NULL);

  csv = sceau_csv_read_bytes (bytes, faults, error);
  return csv != NULL ? read_csv (csv, plan, numbers, faults) : NULL;
}

static char *
result_key (gint64 enrolment_id, const char *modality_code)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", enrolment_id, modality_code);
}

static GHashTable *
index_results (GPtrArray *results)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      SceauResult *result = g_ptr_array_index (results, i);

      g_hash_table_insert (marks, result_key (result->enrolment_id, result->modality_code), result);
    }
  return marks;
}

static void
write_enrolment (SceauCsvWriter *writer, const SceauPlan *plan, const SceauEnrolment *enrolment, GHashTable *marks)
{
  sceau_csv_writer_add_text (writer, enrolment->learner_number);
  sceau_csv_writer_add_text (writer, enrolment->learner_name);
  for (guint i = 0; i < plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (plan->modalities, i);
      g_autofree char *key = result_key (enrolment->id, modality->code);
      const SceauResult *result = g_hash_table_lookup (marks, key);
      g_autofree char *text = result != NULL ? sceau_mark_to_text (result->mark, modality->scale) : NULL;

      sceau_csv_writer_add_text (writer, text);
    }
  sceau_csv_writer_end_row (writer);
}

gboolean
sceau_results_template_write (GFile *file,
                              const SceauPlan *plan,
                              GPtrArray *enrolments,
                              GPtrArray *results,
                              gboolean overwrite,
                              GError **error)
{
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();
  g_autoptr (GHashTable) marks = index_results (results);

  g_return_val_if_fail (plan != NULL && enrolments != NULL, FALSE);

  sceau_csv_writer_add_text (writer, "number");
  sceau_csv_writer_add_text (writer, "name");
  for (guint i = 0; i < plan->modalities->len; i++)
    sceau_csv_writer_add_text (writer, ((SceauModality *) g_ptr_array_index (plan->modalities, i))->code);
  sceau_csv_writer_end_row (writer);
  for (guint i = 0; i < enrolments->len; i++)
    write_enrolment (writer, plan, g_ptr_array_index (enrolments, i), marks);
  return sceau_csv_writer_save (writer, file, overwrite, error);
}
