/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-enrol-private.h"
#include "sceau-journal.h"
#include "sceau-roster-reader.h"

/* One roster on its way into a cohort. */
typedef struct
{
  SceauEnrolDesk desk;
  GPtrArray *entries;  /* (element-type SceauRosterEntry): lines that the reader found good */
  GPtrArray *accepted; /* (element-type SceauRosterEntry): those of @entries that go in */
  GHashTable *exceptions; /* (element-type SceauRosterEntry GPtrArray): the SceauQuotaException of those who need one */
  SceauImportSummary summary;
  SceauProgress *progress;
  GCancellable *cancellable;
} Roster;

static void
roster_clear (Roster *self)
{
  sceau_enrol_desk_clear (&self->desk);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->accepted, g_ptr_array_unref);
  g_clear_pointer (&self->exceptions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Roster, roster_clear)

static gboolean
check_entry (Roster *self, SceauRosterEntry *entry, GError **error)
{
  SceauEnrolVerdict verdict;

  sceau_enrolment_normalise (entry->enrolment);
  for (guint i = 0; i < entry->acquired_blocks->len; i++)
    sceau_enrol_desk_check_block (&self->desk, g_ptr_array_index (entry->acquired_blocks, i), entry->line);
  if (!sceau_enrol_desk_check (&self->desk, entry->learner, entry->enrolment, entry->line, &verdict, error))
    return FALSE;

  if (sceau_faults_line_has_error (self->desk.faults, entry->line))
    return TRUE;
  if (verdict == SCEAU_ENROL_UNCHANGED)
    {
      self->summary.unchanged++;
      return TRUE;
    }
  g_ptr_array_add (self->accepted, entry);
  return TRUE;
}

/* Those with a normal basis come first: they make the cohort that the others are counted against. */
static void
admit_entries (Roster *self)
{
  for (guint i = 0; i < self->accepted->len; i++)
    {
      const SceauRosterEntry *entry = g_ptr_array_index (self->accepted, i);

      if (entry->enrolment->admission == SCEAU_ADMISSION_NORMAL)
        sceau_quota_book_add (&self->desk.quotas, SCEAU_ADMISSION_NORMAL);
    }
  for (guint i = 0; i < self->accepted->len; i++)
    {
      const SceauRosterEntry *entry = g_ptr_array_index (self->accepted, i);
      g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_quota_exception_free);

      if (entry->enrolment->admission == SCEAU_ADMISSION_NORMAL)
        continue;
      if (!sceau_quota_book_admit (&self->desk.quotas, entry->enrolment->admission, entry->exception, entry->line, self->desk.faults, exceptions))
        g_ptr_array_remove_index (self->accepted, i--);
      else if (exceptions->len > 0)
        g_hash_table_insert (self->exceptions, (gpointer) entry, g_steal_pointer (&exceptions));
    }
  if (self->accepted->len > 0)
    sceau_quota_book_warn (&self->desk.quotas, self->desk.faults);
}

static gboolean
check_entries (Roster *self, guint first_fault, GError **error)
{
  guint unread = sceau_faults_count_lines (self->desk.faults, first_fault);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!check_entry (self, g_ptr_array_index (self->entries, i), error))
        return FALSE;
      sceau_progress_report (self->progress, i, self->entries->len * 2, _("Checking the roster"));
    }

  admit_entries (self);
  self->summary.lines = self->entries->len + unread;
  self->summary.written = self->accepted->len;
  self->summary.refused = sceau_faults_count_lines (self->desk.faults, first_fault);
  return TRUE;
}

/* (transfer full) (element-type utf8): set of the codes that the learner has already. */
static GHashTable *
list_held_blocks (Roster *self, gint64 learner_id, GError **error)
{
  g_autoptr (GPtrArray) blocks =
      sceau_acquired_block_table_list_by_learner (self->desk.school, learner_id, self->desk.certification->code, error);
  GHashTable *codes;

  if (blocks == NULL)
    return NULL;
  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < blocks->len; i++)
    g_hash_table_add (codes, g_strdup (((SceauAcquiredBlock *) g_ptr_array_index (blocks, i))->block_code));
  return codes;
}

/* What the learner has from before stays as it is, with its first proof. */
static gboolean
write_blocks (Roster *self, const SceauRosterEntry *entry, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) held = NULL;
  JsonArray *blocks;

  if (entry->acquired_blocks->len == 0)
    return TRUE;
  held = list_held_blocks (self, entry->learner->id, error);
  if (held == NULL)
    return FALSE;

  blocks = json_array_new ();
  json_object_set_array_member (object, "acquired_blocks", blocks);
  for (guint i = 0; i < entry->acquired_blocks->len; i++)
    {
      SceauAcquiredBlock *block = g_ptr_array_index (entry->acquired_blocks, i);

      if (!g_hash_table_add (held, g_strdup (block->block_code)))
        continue;
      block->learner_id = entry->learner->id;
      g_free (block->certification_code);
      block->certification_code = g_strdup (self->desk.certification->code);
      if (!sceau_acquired_block_table_insert (self->desk.school, block, error))
        return FALSE;
      json_array_add_object_element (blocks, sceau_json_from_acquired_block (block));
    }
  return TRUE;
}

/* Appends to @after as text at once: two hundred thousand trees would not fit where their text does. */
static gboolean
write_entry (Roster *self, SceauRosterEntry *entry, GString *after, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  GPtrArray *exceptions = g_hash_table_lookup (self->exceptions, entry);
  g_autofree char *text = NULL;

  if (!sceau_enrol_desk_write (&self->desk, entry->learner, entry->enrolment, error))
    return FALSE;
  if (!write_blocks (self, entry, object, error))
    return FALSE;

  json_object_set_object_member (object, "learner", sceau_json_from_learner (entry->learner));
  json_object_set_object_member (object, "enrolment", sceau_json_from_enrolment (entry->enrolment));
  if (exceptions != NULL && !sceau_quota_exceptions_keep (self->desk.school, entry->enrolment->id, exceptions, error))
    return FALSE;
  if (exceptions != NULL)
    sceau_json_set_exceptions (object, exceptions);
  text = sceau_json_to_text (g_steal_pointer (&object));
  g_string_append_printf (after, "%s%s", after->str[after->len - 1] == '[' ? "" : ",", text);
  return TRUE;
}

static gboolean
write_entries (Roster *self, GError **error)
{
  g_autoptr (GString) after = g_string_new ("[");
  g_autofree char *subject = NULL;

  for (guint i = 0; i < self->accepted->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!write_entry (self, g_ptr_array_index (self->accepted, i), after, error))
        return FALSE;
      sceau_progress_report (self->progress, self->accepted->len + i, self->accepted->len * 2, _("Enrolling the learners"));
    }

  g_string_append_c (after, ']');
  subject = g_strdup_printf ("cohort %s of %s, %u learners", self->desk.cohort->name, self->desk.certification->code,
                             self->accepted->len);
  return sceau_journal_append (self->desk.school, "learner.enrol", subject, NULL, after->str, error);
}

static gboolean
read_roster (Roster *self, const char *path, SceauFaults *faults, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->accepted = g_ptr_array_new ();
  self->exceptions = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->entries = sceau_roster_reader_read (file, faults, self->cancellable, error);
  return self->entries != NULL;
}

gboolean
sceau_enrol_from_roster (SceauSchool *school, const char *path, const char *certification_code, const char *cohort,
                         SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults, SceauProgress *progress,
                         GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Roster) self = { .progress = progress, .cancellable = cancellable };
  gboolean dry_run = (flags & SCEAU_IMPORT_DRY_RUN) != 0;
  guint known = sceau_faults_count_errors (faults);
  guint first_fault = sceau_faults_length (faults);
  g_autoptr (SceauCertification) certification = NULL;
  SceauCohort *found;

  *summary = (SceauImportSummary) { 0 };
  if (!(dry_run ? sceau_transaction_begin_read : sceau_transaction_begin) (&transaction, school, error))
    return FALSE;
  certification = sceau_require_certification (school, certification_code, error);
  found = certification != NULL ? sceau_require_cohort (school, certification_code, cohort, error) : NULL;
  if (found == NULL || !sceau_enrol_desk_open (&self.desk, school, found, faults, error))
    return FALSE;

  if (!read_roster (&self, path, faults, error) || !check_entries (&self, first_fault, error))
    return FALSE;
  *summary = self.summary;
  if (sceau_import_refuses (faults, known, flags, summary, error))
    return FALSE;
  if (dry_run || self.accepted->len == 0)
    return TRUE;

  if (!write_entries (&self, error) || !sceau_transaction_commit (&transaction, error))
    return FALSE;
  sceau_progress_report (progress, 1, 1, NULL);
  return TRUE;
}

gboolean
sceau_write_roster_template (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return sceau_roster_template_write (file, FALSE, error);
}
