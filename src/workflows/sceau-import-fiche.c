/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-import-fiche.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-fiche-reader.h"
#include "sceau-plan-private.h"
#include "sceau-plan-table.h"
#include "sceau-text.h"
#include "sceau-workflow-private.h"

/* Subjects of the journal name at most this many fiches. */
#define NAMED 3

/* One import from its first fiche to its journal entry. */
typedef struct
{
  SceauSchool *school;
  GFile *folder;     /* of the file: plans lie beside it */
  GPtrArray *fiches; /* (element-type SceauImportedFiche) */
  JsonArray *before;
  JsonArray *after;
  SceauFaults *faults;
  SceauProgress *progress;
  GError *error;     /* of the school file: stops the reading */
} FicheImport;

void
sceau_imported_fiche_free (SceauImportedFiche *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

static void
fiche_import_clear (FicheImport *self)
{
  g_clear_object (&self->folder);
  g_clear_pointer (&self->fiches, g_ptr_array_unref);
  g_clear_pointer (&self->before, json_array_unref);
  g_clear_pointer (&self->after, json_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FicheImport, fiche_import_clear)

/* Members of @record that @other has not, or has otherwise; the code says whose they are. */
static JsonObject *
pick_changes (JsonObject *record, JsonObject *other)
{
  JsonObject *changes = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (record);

  sceau_json_set_text (changes, "code", json_object_get_string_member (record, "code"));
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonNode *node = json_object_get_member (record, name);

      if (!json_object_has_member (other, name) || !json_node_equal (node, json_object_get_member (other, name)))
        json_object_set_member (changes, name, json_node_copy (node));
    }
  return changes;
}

/* A block that the corrected fiche drops may still be assessed: the plan must let go of it first. */
static void
check_lost_blocks (FicheImport *self, const SceauCertification *stored, const SceauFiche *fiche, const SceauPlan *plan)
{
  for (guint i = 0; i < stored->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (stored->blocks, i);
      g_autoptr (GPtrArray) modalities = NULL;

      if (sceau_certification_find_block (fiche->certification, block->code) != NULL || plan == NULL)
        continue;
      modalities = sceau_plan_list_modalities (plan, block->code);
      if (modalities->len > 0)
        sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, fiche->line, 0, stored->code, block->code,
                          _("This fiche no longer has a block that the school’s evaluation plan assesses."),
                          _("Check that it is the right file; if so, take the block’s modalities out of the plan first."));
    }
}

/* FALSE on errors of the file; what is in use and would be lost is a fault. */
static gboolean
save_fiche (FicheImport *self, const SceauFiche *fiche)
{
  g_autoptr (GBytes) xml = g_bytes_new (fiche->xml, strlen (fiche->xml));
  g_autoptr (GError) local = NULL;

  if (sceau_certification_table_save (self->school, fiche->certification, xml, &local))
    return TRUE;
  if (!g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT))
    {
      self->error = g_steal_pointer (&local);
      return FALSE;
    }
  sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, fiche->line, 0, fiche->certification->code, NULL, local->message,
                    _("Check that it is the right file; learners already have this block."));
  return TRUE;
}

/* (transfer full): the plan that lies beside the fiche, or the drafted one; NULL when the one beside it is faulty. */
static SceauPlan *
find_first_plan (FicheImport *self, const SceauCertification *certification, gboolean *drafted)
{
  g_autofree char *name = g_strdup_printf ("%s.plan.json", certification->code);
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);

  *drafted = !g_file_query_exists (file, NULL);
  if (*drafted)
    return sceau_draft_plan (certification);
  return sceau_plan_read_checked (file, certification, self->faults);
}

static gboolean
bring_first_plan (FicheImport *self, const SceauCertification *certification, JsonObject *after)
{
  gboolean drafted;
  g_autoptr (SceauPlan) plan = find_first_plan (self, certification, &drafted);

  if (plan == NULL)
    return TRUE; /* Its faults are in the list. */
  if (!sceau_plan_table_save (self->school, plan, &self->error))
    return FALSE;

  /* A draft follows from the fiche; a plan that somebody wrote is kept in full. */
  if (drafted)
    {
      g_autofree char *digest = sceau_json_digest (sceau_plan_to_json_object (plan));

      json_object_set_string_member (after, "plan", "drafted");
      sceau_json_set_text (after, "plan_sha256", digest);
    }
  else
    json_object_set_object_member (after, "plan", sceau_plan_to_json_object (plan));
  return TRUE;
}

/* The stored plan may no longer suit the corrected fiche: told now, mended in the plan. */
static void
warn_about_plan (FicheImport *self, const SceauCertification *certification, const SceauPlan *plan)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autofree char *place = g_strdup_printf (_("evaluation plan of %s"), certification->code);

  sceau_plan_check (plan, certification, found);
  sceau_faults_add_all (self->faults, found, SCEAU_FAULT_WARNING, place);
}

static void
note_fate (FicheImport *self, const SceauCertification *certification, SceauFicheFate fate)
{
  SceauImportedFiche *imported = g_new0 (SceauImportedFiche, 1);

  imported->code = g_strdup (certification->code);
  imported->title = g_strdup (certification->title);
  imported->fate = fate;
  g_ptr_array_add (self->fiches, imported);
}

/* What was understood of the file: with it a check finds a record that was changed behind the program's back. */
static void
set_record_digest (JsonObject *object, const SceauCertification *certification)
{
  g_autofree char *digest = sceau_json_digest (sceau_json_from_certification (certification));

  sceau_json_set_text (object, "record_sha256", digest);
}

/* The original file is kept in the school word for word, so the journal names it by its SHA-256; one that was imported
 * before keeps its day. */
static gboolean
set_original (FicheImport *self, JsonObject *object, const SceauFiche *fiche)
{
  g_autofree char *sha256 = sceau_sha256 (fiche->xml, strlen (fiche->xml));
  g_autoptr (GPtrArray) originals
    = sceau_certification_table_list_originals (self->school, fiche->certification->code, &self->error);

  for (guint i = 0; originals != NULL && i < originals->len; i++)
    {
      const SceauFicheOriginal *original = g_ptr_array_index (originals, i);

      if (!g_str_equal (original->sha256, sha256))
        continue;
      sceau_json_set_text (object, "fiche_sha256", sha256);
      sceau_json_set_text (object, "imported_at", original->imported_at);
    }
  return originals != NULL;
}

static JsonObject *
describe_added (const SceauFiche *fiche)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "code", fiche->certification->code);
  sceau_json_set_text (object, "title", fiche->certification->title);
  set_record_digest (object, fiche->certification);
  return object;
}

static gboolean
add_fiche (FicheImport *self, const SceauFiche *fiche)
{
  JsonObject *after = describe_added (fiche);

  json_array_add_object_element (self->after, after);
  note_fate (self, fiche->certification, SCEAU_FICHE_ADDED);
  return save_fiche (self, fiche) && set_original (self, after, fiche) && bring_first_plan (self, fiche->certification, after);
}

static gboolean
update_fiche (FicheImport *self, const SceauFiche *fiche, const SceauCertification *stored)
{
  const SceauCertification *certification = fiche->certification;
  g_autoptr (JsonObject) was = sceau_json_from_certification (stored);
  g_autoptr (JsonObject) is = sceau_json_from_certification (certification);
  g_autoptr (SceauPlan) plan = NULL;
  JsonObject *changes;

  if (sceau_json_same (json_object_ref (was), json_object_ref (is)))
    {
      note_fate (self, certification, SCEAU_FICHE_UNCHANGED);
      return TRUE;
    }

  note_fate (self, certification, SCEAU_FICHE_UPDATED);
  plan = sceau_require_plan (self->school, certification->code, &self->error);
  if (plan == NULL)
    return FALSE;
  check_lost_blocks (self, stored, fiche, plan);
  warn_about_plan (self, certification, plan);
  json_array_add_object_element (self->before, pick_changes (was, is));
  changes = pick_changes (is, was);
  set_record_digest (changes, certification);
  json_array_add_object_element (self->after, changes);
  return save_fiche (self, fiche) && set_original (self, changes, fiche);
}

static gboolean
fiche_read_cb (SceauFiche *fiche, gpointer data)
{
  g_autoptr (SceauFiche) owned = fiche;
  g_autoptr (SceauCertification) stored = NULL;
  FicheImport *self = data;

  if (!sceau_certification_table_exists (self->school, fiche->certification->code))
    return add_fiche (self, fiche);

  stored = sceau_certification_table_find (self->school, fiche->certification->code, &self->error);
  return stored != NULL && update_fiche (self, fiche, stored);
}

static void
bytes_read_cb (goffset done, goffset total, gpointer data)
{
  FicheImport *self = data;

  /* In thousandths: half a gigabyte of open data does not fit the counters of the progress. */
  if (total > 0)
    sceau_progress_report (self->progress, (guint) (done * 1000 / total), 1000, _("Reading the fiches"));
}

static char *
describe_subject (const FicheImport *self)
{
  guint length = json_array_get_length (self->after);
  GString *subject = g_string_new (length == 1 ? "fiche " : "fiches ");

  for (guint i = 0; i < MIN (length, NAMED); i++)
    g_string_append_printf (subject, "%s%s", i > 0 ? ", " : "",
                            json_object_get_string_member (json_array_get_object_element (self->after, i), "code"));
  if (length > NAMED)
    g_string_append_printf (subject, " and %u more", length - NAMED);
  return g_string_free (subject, FALSE);
}

static gboolean
journal_import (FicheImport *self, GError **error)
{
  g_autofree char *subject = describe_subject (self);
  JsonObject *before = NULL;
  JsonObject *after = json_object_new ();

  if (json_array_get_length (self->before) > 0)
    {
      before = json_object_new ();
      json_object_set_array_member (before, "fiches", g_steal_pointer (&self->before));
    }
  json_object_set_array_member (after, "fiches", g_steal_pointer (&self->after));
  return sceau_journal_record (self->school, "fiche.import", subject, before, after, error);
}

static gboolean
read_fiches (FicheImport *self, GFile *file, const char *const *codes, GCancellable *cancellable, GError **error)
{
  guint known = sceau_faults_count_errors (self->faults);

  if (!sceau_fiche_reader_for_each (file, codes, fiche_read_cb, self, self->faults, bytes_read_cb, self, cancellable, error))
    return FALSE;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->fiches->len == 0 && sceau_faults_count_errors (self->faults) == known)
    sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, 0, 0, NULL, NULL, _("The file holds no fiche."),
                      _("Download the fiche again from France compétences."));
  return !sceau_faults_refuse (self->faults, known, error);
}

GPtrArray *
sceau_import_fiche (SceauSchool *school, const char *path, const char *const *codes, gboolean dry_run, SceauFaults *faults,
                    SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (FicheImport) self = { .school = school, .faults = faults, .progress = progress };
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self.folder = g_file_get_parent (file);
  self.fiches = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_imported_fiche_free);
  self.before = json_array_new ();
  self.after = json_array_new ();

  /* A dry run does all of it too and is rolled back: so it finds what the school file itself would refuse. */
  if (!sceau_transaction_begin (&transaction, school, error))
    return NULL;
  if (!read_fiches (&self, file, codes, cancellable, error))
    return NULL;
  if (dry_run || json_array_get_length (self.after) == 0)
    return g_steal_pointer (&self.fiches);

  if (!journal_import (&self, error) || !sceau_transaction_commit (&transaction, error))
    return NULL;
  sceau_progress_report (progress, 1, 1, NULL);
  return g_steal_pointer (&self.fiches);
}
