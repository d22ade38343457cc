/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The journal as CSV, page after page: a million entries take no more memory than a thousand. */

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "sceau-anchor-journal.h"
#include "sceau-csv-writer.h"
#include "sceau-export-private.h"
#include "sceau-journal.h"
#include "sceau-staging.h"
#include "sceau-workflow-private.h"

#define PAGE 256

void
sceau_csv_add_journal_headings (SceauCsvWriter *csv)
{
  sceau_csv_writer_add_row (csv, "N°", "Date et heure (UTC)", "Auteur", "Opération", "Objet", "Avant", "Après", "Empreinte précédente",
                            "Empreinte", NULL);
}

void
sceau_csv_add_journal_entry (SceauCsvWriter *csv, const SceauJournalEntry *entry)
{
  sceau_csv_writer_add_number (csv, entry->id);
  sceau_csv_writer_add_text (csv, entry->at);
  sceau_csv_writer_add_text (csv, entry->who);
  sceau_csv_writer_add_text (csv, entry->verb);
  sceau_csv_writer_add_text (csv, entry->subject);
  sceau_csv_writer_add_text (csv, entry->before);
  sceau_csv_writer_add_text (csv, entry->after);
  sceau_csv_writer_add_text (csv, entry->previous);
  sceau_csv_writer_add_text (csv, entry->hash);
  sceau_csv_writer_end_row (csv);
}

/* Of the journal into an open file, in one view of the school. */
static gboolean
write_entries (SceauSchool *school, int fd, const char *path, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauCsvWriter) csv = sceau_csv_writer_new ();
  SceauJournalQuery query = { .oldest_first = TRUE, .limit = PAGE };
  gint64 total = sceau_journal_count (school, NULL, error);

  if (total < 0)
    return FALSE;
  sceau_csv_add_journal_headings (csv);
  for (guint n = PAGE; n == PAGE;)
    {
      g_autoptr (GPtrArray) entries = sceau_journal_list (school, &query, error);

      if (entries == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = entries->len;
      for (guint i = 0; i < n; i++)
        sceau_csv_add_journal_entry (csv, g_ptr_array_index (entries, i));
      if (n > 0)
        query.after = ((const SceauJournalEntry *) g_ptr_array_index (entries, n - 1))->id;
      if (!sceau_csv_writer_drain (csv, fd))
        return sceau_staging_set_error (error, path, errno);
      sceau_progress_report (progress, (guint) MIN (query.after, total), (guint) total, _("Writing the journal"));
    }
  return TRUE;
}

gboolean
sceau_export_journal (SceauSchool *school, const char *path, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *hidden = NULL;
  gboolean written;
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return sceau_staging_set_error (error, path, EEXIST);
  sceau_staging_sweep (folder);
  hidden = sceau_staging_make_file (path, &fd);
  if (hidden == NULL)
    return sceau_staging_set_error (error, path, errno);
  written = sceau_transaction_begin_read (&transaction, school, error) && write_entries (school, fd, path, progress, cancellable, error);
  if (written && fsync (fd) != 0)
    written = sceau_staging_set_error (error, path, errno);
  if (close (fd) != 0 && written)
    written = sceau_staging_set_error (error, path, errno);
  if (written && !sceau_staging_publish (hidden, path, FALSE))
    written = sceau_staging_set_error (error, path, errno);
  if (written)
    sceau_staging_settle (path);
  else
    sceau_staging_discard (hidden);
  return written;
}
