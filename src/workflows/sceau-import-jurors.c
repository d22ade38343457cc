/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A directory of jurors from a spreadsheet: newcomers are added, those whom the school knows are brought up to date. */

#include <glib/gi18n-lib.h>

#include "sceau-juror-table.h"
#include "sceau-jurors-reader.h"
#include "sceau-keep-jurors-private.h"
#include "sceau-text.h"

typedef struct
{
  SceauSchool *school;
  GPtrArray *entries; /* (element-type SceauJurorEntry) */
  GPtrArray *known;   /* (element-type SceauJuror): the directory as it is */
  GPtrArray *before;  /* (element-type SceauJuror) (nullable elements): who stood there, or NULL for a newcomer */
  GPtrArray *after;   /* (element-type SceauJuror): what is to be written */
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static SceauJuror *
find_known (const Import *self, const SceauJuror *juror)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      SceauJuror *known = g_ptr_array_index (self->known, i);

      if (sceau_text_same (known->name, juror->name) && sceau_text_same (known->employer, juror->employer))
        return known;
    }
  return NULL;
}

static void
take_over_text (char **kept, const char *old)
{
  if (*kept == NULL)
    *kept = g_strdup (old);
}

/* A cell left blank says nothing: what the directory has stays. */
static void
complete (SceauJuror *juror, const SceauJuror *known)
{
  juror->id = known->id;
  juror->retired = known->retired;
  if (juror->sex == SCEAU_SEX_UNKNOWN)
    juror->sex = known->sex;
  take_over_text (&juror->field, known->field);
  take_over_text (&juror->email, known->email);
  take_over_text (&juror->phone, known->phone);
  take_over_text (&juror->address, known->address);
  if (juror->mandate_start == SCEAU_NO_DATE)
    juror->mandate_start = known->mandate_start;
  if (juror->mandate_end == SCEAU_NO_DATE)
    juror->mandate_end = known->mandate_end;
}

/* The same faults with the line of the file. */
static gboolean
take_entry (const SceauJurorEntry *entry, SceauJuror **kept, SceauFaults *faults)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();

  *kept = sceau_juror_take (entry->juror, found);
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);

      sceau_faults_add (faults, fault->severity, entry->line, 0, fault->field, fault->value, fault->reason, fault->remedy);
    }
  return sceau_faults_count_errors (found) == 0;
}

static void
check_entry (Import *self, const SceauJurorEntry *entry, SceauImportSummary *summary, SceauFaults *faults)
{
  g_autoptr (SceauJuror) juror = NULL;
  SceauJuror *known;
  guint errors = sceau_faults_count_errors (faults);

  if (!take_entry (entry, &juror, faults))
    return;
  known = find_known (self, juror);
  if (known != NULL)
    {
      complete (juror, known);
      /* The two halves of a mandate may come from the two sides. */
      sceau_juror_check (juror, entry->line, faults);
      if (sceau_faults_count_errors (faults) > errors)
        return;
      if (sceau_json_same (sceau_json_from_juror (known), sceau_json_from_juror (juror)))
        {
          summary->unchanged++;
          return;
        }
    }
  g_ptr_array_add (self->before, known);
  g_ptr_array_add (self->after, g_steal_pointer (&juror));
}

static gboolean
check_entries (Import *self, guint first_fault, SceauImportSummary *summary, SceauFaults *faults, SceauProgress *progress,
               GCancellable *cancellable, GError **error)
{
  guint unread = sceau_faults_count_lines (faults, first_fault);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, self->entries->len * 2, _("Checking the directory"));
      check_entry (self, g_ptr_array_index (self->entries, i), summary, faults);
    }
  summary->lines = self->entries->len + unread;
  summary->written = self->after->len;
  summary->refused = sceau_faults_count_lines (faults, first_fault);
  return TRUE;
}

static gboolean
write_entries (Import *self, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  JsonObject *before = json_object_new ();
  JsonObject *after = json_object_new ();
  JsonArray *stood = json_array_new ();
  JsonArray *stand = json_array_new ();
  gboolean done = TRUE;

  json_object_set_array_member (before, "jurors", stood);
  json_object_set_array_member (after, "jurors", stand);
  for (guint i = 0; done && i < self->after->len; i++)
    {
      SceauJuror *juror = g_ptr_array_index (self->after, i);
      const SceauJuror *known = g_ptr_array_index (self->before, i);

      sceau_progress_report (progress, self->after->len + i, self->after->len * 2, _("Writing the directory"));
      done = !g_cancellable_set_error_if_cancelled (cancellable, error)
             && (known != NULL ? sceau_juror_table_update (self->school, juror, error) : sceau_juror_table_insert (self->school, juror, error));
      if (known != NULL)
        json_array_add_object_element (stood, sceau_json_from_juror (known));
      json_array_add_object_element (stand, sceau_json_from_juror (juror));
    }
  if (done)
    return sceau_journal_record (self->school, "juror.import", "jurors", before, after, error);
  json_object_unref (before);
  json_object_unref (after);
  return FALSE;
}

static gboolean
read_directory (Import *self, const char *path, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->before = g_ptr_array_new ();
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_juror_free);
  self->known = sceau_juror_table_list (self->school, NULL, error);
  self->entries = self->known != NULL ? sceau_jurors_reader_read (file, faults, cancellable, error) : NULL;
  return self->entries != NULL;
}

gboolean
sceau_import_jurors (SceauSchool *school, const char *path, SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults,
                     SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Import) self = { .school = school };
  gboolean dry_run = (flags & SCEAU_IMPORT_DRY_RUN) != 0;
  guint known = sceau_faults_count_errors (faults);
  guint first_fault = sceau_faults_length (faults);

  *summary = (SceauImportSummary) { 0 };
  if (!(dry_run ? sceau_transaction_begin_read : sceau_transaction_begin) (&transaction, school, error)
      || !read_directory (&self, path, faults, cancellable, error)
      || !check_entries (&self, first_fault, summary, faults, progress, cancellable, error)
      || sceau_import_refuses (faults, known, flags, summary, error))
    return FALSE;
  if (dry_run || self.after->len == 0)
    return TRUE;
  if (!write_entries (&self, progress, cancellable, error) || !sceau_transaction_commit (&transaction, error))
    return FALSE;
  sceau_progress_report (progress, 1, 1, NULL);
  return TRUE;
}

gboolean
sceau_write_juror_template (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return sceau_jurors_template_write (file, FALSE, error);
}
