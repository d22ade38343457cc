/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register as a file; as a table, a row a parchemin, French whatever the locale, since it is shown to who inspects the school. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-csv-writer.h"
#include "sceau-keep-register-private.h"
#include "sceau-print-session.h"
#include "sceau-register-document.h"
#include "sceau-spreadsheet-writer.h"
#include "sceau-workflow-private.h"

static const struct
{
  const char *heading;
  int width; /* characters */
} columns[] = {
  { "Numéro", 14 },      { "Titulaire", 32 },       { "N° d’apprenant", 14 }, { "Certification", 14 }, { "Décision du jury", 14 },
  { "Délivrance", 14 },  { "Lieu", 18 },            { "État", 12 },           { "Fin", 14 },           { "Motif", 30 },
  { "Remplace", 14 },    { "Remplacé par", 14 },    { "Observations", 60 },   { "SHA-256", 66 },
};

/* One of the two is there. */
typedef struct
{
  SceauCsvWriter *csv;
  SceauSpreadsheetWriter *sheet;
  guint done;
  guint total;
  SceauProgress *progress;
  GCancellable *cancellable;
} Table;

static void
add_text (Table *table, const char *text)
{
  if (table->csv != NULL)
    sceau_csv_writer_add_text (table->csv, text);
  else
    sceau_spreadsheet_writer_add_text (table->sheet, text);
}

static void
add_date (Table *table, SceauDate date)
{
  g_autofree char *text = sceau_date_format_french (date);

  if (table->csv != NULL)
    sceau_csv_writer_add_text (table->csv, text);
  else
    sceau_spreadsheet_writer_add_date (table->sheet, date);
}

static void
add_number (Table *table, const char *number)
{
  g_autofree char *printed = number != NULL ? sceau_certificate_print_number (number) : NULL;

  add_text (table, printed);
}

static void
end_row (Table *table)
{
  if (table->csv != NULL)
    sceau_csv_writer_end_row (table->csv);
  else
    sceau_spreadsheet_writer_end_row (table->sheet);
}

static void
add_headings (Table *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (table->csv != NULL)
      sceau_csv_writer_add_text (table->csv, columns[i].heading);
    else
      sceau_spreadsheet_writer_add_column (table->sheet, columns[i].heading, columns[i].width);
  if (table->csv != NULL)
    sceau_csv_writer_end_row (table->csv);
}

/* "03/11/2026 : tirage n° 1 (A 000 123) ; 04/11/2026 : remis en main propre (Zoé Exemple, passeport)" */
static char *
describe_acts (const GPtrArray *acts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < acts->len; i++)
    {
      const SceauRegisterAct *act = g_ptr_array_index (acts, i);
      g_autofree char *day = sceau_date_format_french (act->date);
      g_autofree char *kind = sceau_register_document_act (act);
      /* What replaces it has a column of its own. */
      const char *const parts[] = { act->person, act->kind == SCEAU_REGISTER_REPLACED ? NULL : act->detail, act->reason };
      const char *before = " (";

      g_string_append_printf (text, "%s%s\302\240: %s", i > 0 ? "\302\240; " : "", day, kind);
      for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
        if (parts[part] != NULL)
          {
            g_string_append_printf (text, "%s%s", before, parts[part]);
            before = ", ";
          }
      if (*before == ',')
        g_string_append_c (text, ')');
    }
  return g_string_free (text, FALSE);
}

static const char *
describe_state (SceauCertificateState state)
{
  static const char *const states[] = { "en vigueur", "révoqué", "remplacé" };

  return states[state];
}

/* Why it is no longer in force. */
static const char *
find_reason (const SceauCertificate *certificate, const GPtrArray *acts)
{
  const SceauRegisterAct *last = acts->len > 0 ? g_ptr_array_index (acts, acts->len - 1) : NULL;

  return certificate->state != SCEAU_CERTIFICATE_ISSUED && last != NULL ? last->reason : NULL;
}

static gboolean
add_certificate (const SceauCertificate *certificate, const GPtrArray *acts, gpointer data, GError **error)
{
  Table *table = data;
  g_autofree char *remarks = describe_acts (acts);

  if (g_cancellable_set_error_if_cancelled (table->cancellable, error))
    return FALSE;
  add_number (table, certificate->number);
  add_text (table, certificate->learner_name);
  add_text (table, certificate->learner_number);
  add_text (table, certificate->certification_code);
  add_date (table, certificate->decided);
  add_date (table, certificate->delivered);
  add_text (table, certificate->place);
  add_text (table, describe_state (certificate->state));
  add_date (table, certificate->ended);
  add_text (table, find_reason (certificate, acts));
  add_number (table, certificate->replaces);
  add_number (table, certificate->replaced_by);
  add_text (table, remarks);
  add_text (table, certificate->sha256);
  end_row (table);
  sceau_progress_report (table->progress, ++table->done, table->total, _("Writing the register"));
  return TRUE;
}

static gboolean
fill (Table *table, SceauSchool *school, int year, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  const SceauCertificateQuery query = { .year = year };
  gint64 total;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  total = sceau_certificate_table_count (school, &query, error);
  if (total < 0)
    return FALSE;
  table->total = (guint) total;
  add_headings (table);
  return sceau_certificate_table_each (school, &query, add_certificate, table, error);
}

static gboolean
refuse_format (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("The register is written as PDF, CSV or XLSX: give “%s” one of these three endings."), name);
  return FALSE;
}

/* (transfer full) */
static GBytes *
render_table (SceauSchool *school, int year, gboolean as_csv, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauCsvWriter) csv = NULL;
  g_autoptr (SceauSpreadsheetWriter) sheet = NULL;
  Table table = { .progress = progress, .cancellable = cancellable };

  if (as_csv)
    table.csv = csv = sceau_csv_writer_new ();
  else
    table.sheet = sheet = sceau_spreadsheet_writer_new ("Registre des parchemins", "Registre", sceau_school_today (school), error);
  if ((!as_csv && sheet == NULL) || !fill (&table, school, year, error))
    return NULL;
  return as_csv ? sceau_csv_writer_to_bytes (csv) : sceau_spreadsheet_writer_to_bytes (sheet, error);
}

gboolean
sceau_export_register (SceauSchool *school, int year, const char *path, SceauProgress *progress, GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const gboolean as_csv = g_str_has_suffix (lower, ".csv");
  const gboolean as_pdf = g_str_has_suffix (lower, ".pdf");
  g_autoptr (GBytes) bytes = NULL;

  if (!as_csv && !as_pdf && !g_str_has_suffix (lower, ".xlsx"))
    return refuse_format (path, error);
  bytes = as_pdf ? sceau_render_register (school, year, progress, cancellable, error)
                 : render_table (school, year, as_csv, progress, cancellable, error);
  return bytes != NULL && sceau_write_document (bytes, path, error);
}
