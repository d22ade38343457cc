/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jurors-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-csv-columns-private.h"
#include "sceau-csv-reader.h"
#include "sceau-csv-writer.h"
#include "sceau-text.h"

typedef enum
{
  COLUMN_NAME,
  COLUMN_FUNCTION,
  COLUMN_EMPLOYER,
  COLUMN_INTERNAL,
  COLUMN_SEX,
  COLUMN_FIELD,
  COLUMN_EMAIL,
  COLUMN_PHONE,
  COLUMN_ADDRESS,
  COLUMN_MANDATE_START,
  COLUMN_MANDATE_END,
  N_COLUMNS
} Column;

static const SceauCsvColumn columns[N_COLUMNS] = {
  [COLUMN_NAME] = { "name", "nom", "nom|nom complet|prenom nom|prenom et nom|nom et prenom|membre|jure|membre du jury", TRUE },
  [COLUMN_FUNCTION] = { "function", "fonction", "fonction|poste|titre|qualite|metier", TRUE },
  [COLUMN_EMPLOYER] = { "employer", "employeur", "employeur|entreprise|organisme|societe|structure", TRUE },
  [COLUMN_INTERNAL] = { "internal", "interne", "interne|interne ou externe|interne externe|college|cote|type", TRUE },
  [COLUMN_SEX] = { "sex", "sexe", "sexe|civilite|genre", FALSE },
  [COLUMN_FIELD] = { "field", "domaine", "domaine|domaine de competence|specialite|expertise|domaine d expertise", FALSE },
  [COLUMN_EMAIL] = { "email", "courriel", "courriel|e mail|mail|adresse electronique|adresse mail|adresse e mail", FALSE },
  [COLUMN_PHONE] = { "phone", "téléphone", "telephone|tel|portable|mobile|numero de telephone", FALSE },
  [COLUMN_ADDRESS] = { "address", "adresse", "adresse|adresse postale", FALSE },
  [COLUMN_MANDATE_START]
  = { "mandate_start", "début de mandat", "debut de mandat|debut du mandat|debut mandat|mandat depuis|mandat du", FALSE },
  [COLUMN_MANDATE_END]
  = { "mandate_end", "fin de mandat", "fin de mandat|fin du mandat|fin mandat|mandat jusqu au|mandat au|echeance du mandat", FALSE },
};

typedef struct
{
  const SceauCsv *csv;
  int positions[N_COLUMNS];
  GHashTable *people;         /* (element-type utf8 int): folded name and employer → line where they stand first */
  SceauFaults *faults;
  guint row;
  gboolean faulty[N_COLUMNS]; /* of this row: the rules of core need not repeat it */
} Directory;

void
sceau_juror_entry_free (SceauJurorEntry *self)
{
  if (self == NULL)
    return;
  sceau_juror_free (self->juror);
  g_free (self);
}

static const char *
cell (const Directory *directory, Column column)
{
  return directory->positions[column] < 0
             ? ""
             : sceau_csv_cell (directory->csv, directory->row, (guint) directory->positions[column]);
}

static void
add_fault (Directory *directory, Column column, SceauFaultSeverity severity, const char *value, const char *reason,
           const char *remedy)
{
  int position = directory->positions[column];
  int line = position < 0 ? sceau_csv_row_line (directory->csv, directory->row)
                          : sceau_csv_cell_line (directory->csv, directory->row, (guint) position);

  directory->faulty[column] |= severity == SCEAU_FAULT_ERROR;
  sceau_faults_add (directory->faults, severity, line, position + 1, columns[column].name, value, reason, remedy);
}

static char *
read_text (const Directory *directory, Column column)
{
  return sceau_text_normalise (cell (directory, column));
}

static SceauDate
read_date (Directory *directory, Column column)
{
  SceauDate date;

  if (!sceau_csv_read_date (directory->csv, directory->row, directory->positions[column], columns[column].name, &date,
                            directory->faults))
    directory->faulty[column] = TRUE;
  return date;
}

static gboolean
is_one_of (const char *text, const char *words)
{
  g_autofree char *folded = sceau_text_fold (text);
  g_auto (GStrv) known = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) known, folded);
}

static gboolean
read_side (Directory *directory)
{
  const char *text = cell (directory, COLUMN_INTERNAL);

  if (is_one_of (text, "interne|internal|oui|yes|true|vrai|1|x|i|int"))
    return TRUE;
  if (is_one_of (text, "externe|external|non|no|false|faux|0|e|ext"))
    return FALSE;
  add_fault (directory, COLUMN_INTERNAL, SCEAU_FAULT_ERROR, *text != '\0' ? text : NULL,
             _("It does not say whether the juror is of the school."), _("Write “interne” or “externe”."));
  return FALSE;
}

static SceauSex
read_sex (Directory *directory)
{
  SceauSex sex = SCEAU_SEX_UNKNOWN;
  const char *text = cell (directory, COLUMN_SEX);

  if (*text != '\0' && !sceau_sex_from_text (text, &sex))
    add_fault (directory, COLUMN_SEX, SCEAU_FAULT_ERROR, text, _("This is not a sex of the civil status."),
               _("Write F or M."));
  return sex;
}

/* The address has line breaks of its own, in one cell. */
static char *
read_address (const Directory *directory)
{
  g_auto (GStrv) lines = g_strsplit_set (cell (directory, COLUMN_ADDRESS), "\r\n|", -1);
  g_autoptr (GString) address = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *text = sceau_text_normalise (*line);

      if (text != NULL)
        g_string_append_printf (address, "%s%s", address->len > 0 ? "\n" : "", text);
    }
  return address->len > 0 ? g_string_free (g_steal_pointer (&address), FALSE) : NULL;
}

/* What core says about the person, with the column of the file; not what was said already. */
static void
check_juror (Directory *directory, const SceauJuror *juror)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();

  sceau_juror_check (juror, 0, found);
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);
      Column column = 0;

      while (column < N_COLUMNS - 1 && g_strcmp0 (columns[column].name, fault->field) != 0)
        column++;
      if (!directory->faulty[column])
        add_fault (directory, column, fault->severity, fault->value, fault->reason, fault->remedy);
    }
}

static void
check_twice (Directory *directory, const SceauJuror *juror)
{
  g_autofree char *name = sceau_text_fold (juror->name != NULL ? juror->name : "");
  g_autofree char *employer = sceau_text_fold (juror->employer != NULL ? juror->employer : "");
  g_autofree char *key = g_strdup_printf ("%s\n%s", name, employer);
  int line = sceau_csv_row_line (directory->csv, directory->row);
  int first = GPOINTER_TO_INT (g_hash_table_lookup (directory->people, key));

  if (first > 0)
    {
      g_autofree char *reason = g_strdup_printf (_("This person stands already on line %d, with the same employer."), first);

      add_fault (directory, COLUMN_NAME, SCEAU_FAULT_ERROR, juror->name, reason, _("Keep one of the two lines."));
    }
  else
    g_hash_table_insert (directory->people, g_steal_pointer (&key), GINT_TO_POINTER (line));
}

static SceauJurorEntry *
read_entry (Directory *directory)
{
  SceauJurorEntry *entry = g_new0 (SceauJurorEntry, 1);
  SceauJuror *juror = sceau_juror_new ();

  memset (directory->faulty, 0, sizeof directory->faulty);
  entry->line = sceau_csv_row_line (directory->csv, directory->row);
  entry->juror = juror;
  juror->name = read_text (directory, COLUMN_NAME);
  juror->function = read_text (directory, COLUMN_FUNCTION);
  juror->employer = read_text (directory, COLUMN_EMPLOYER);
  juror->internal = read_side (directory);
  juror->sex = read_sex (directory);
  juror->field = read_text (directory, COLUMN_FIELD);
  juror->email = read_text (directory, COLUMN_EMAIL);
  juror->phone = read_text (directory, COLUMN_PHONE);
  juror->address = read_address (directory);
  juror->mandate_start = read_date (directory, COLUMN_MANDATE_START);
  juror->mandate_end = read_date (directory, COLUMN_MANDATE_END);
  check_juror (directory, juror);
  if (juror->name != NULL)
    check_twice (directory, juror);
  return entry;
}

static void
report_unknown_columns (const SceauCsv *csv, SceauFaults *faults)
{
  for (guint i = 0; i < sceau_csv_n_columns (csv); i++)
    {
      gboolean known = FALSE;

      for (guint c = 0; c < N_COLUMNS && !known; c++)
        known = sceau_csv_columns_match (sceau_csv_header (csv, i), &columns[c]);
      if (!known)
        sceau_faults_add (faults, SCEAU_FAULT_WARNING, sceau_csv_header_line (csv), (int) i + 1, sceau_csv_header (csv, i),
                          NULL, _("The column is not known and is not used."), _("Compare its name with the template."));
    }
}

static GPtrArray *
read_rows (const SceauCsv *csv, SceauFaults *faults)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_juror_entry_free);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Directory directory = { .csv = csv, .people = people, .faults = faults };

  report_unknown_columns (csv, faults);
  if (!sceau_csv_columns_find (csv, columns, N_COLUMNS, directory.positions, faults))
    return entries;
  if (sceau_csv_n_rows (csv) == 0)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, sceau_csv_header_line (csv), 0, NULL, NULL,
                      _("There is no juror in the file: nothing usable stands below its header."), _("Add one row for each juror."));
  for (; directory.row < sceau_csv_n_rows (csv); directory.row++)
    {
      guint errors = sceau_faults_count_errors (faults);
      SceauJurorEntry *entry = read_entry (&directory);

      if (sceau_faults_count_errors (faults) == errors)
        g_ptr_array_add (entries, entry);
      else
        sceau_juror_entry_free (entry);
    }
  return entries;
}

GPtrArray *
sceau_jurors_reader_read (GFile *file, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauCsv) csv = sceau_csv_read (file, faults, cancellable, error);

  return csv != NULL ? read_rows (csv, faults) : NULL;
}

GPtrArray *
sceau_jurors_reader_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCsv) csv = sceau_csv_read_bytes (bytes, faults, error);

  return csv != NULL ? read_rows (csv, faults) : NULL;
}

gboolean
sceau_jurors_template_write (GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (SceauCsvWriter) writer = sceau_csv_writer_new ();

  for (guint c = 0; c < N_COLUMNS; c++)
    sceau_csv_writer_add_text (writer, columns[c].name);
  sceau_csv_writer_end_row (writer);
  return sceau_csv_writer_save (writer, file, overwrite, error);
}
