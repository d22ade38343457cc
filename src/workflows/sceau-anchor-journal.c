/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The head of the journal, signed, to be kept outside: made, and held against the journal later. */

#include "sceau-anchor-journal.h"

#include <glib/gi18n-lib.h>

#include "sceau-anchor-json.h"
#include "sceau-file-set.h"
#include "sceau-journal.h"
#include "sceau-key-private.h"
#include "sceau-workflow-private.h"

static SceauAnchor *
make_anchor (SceauSchool *school, const SceauSigner *signer, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, error);
  g_autoptr (SceauAnchor) anchor = sceau_anchor_new ();
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) signature = NULL;

  if (identity == NULL)
    return NULL;
  anchor->school = g_strdup (identity->name);
  anchor->siret = g_strdup (identity->siret);
  anchor->count = sceau_journal_count (school, NULL, error);
  if (anchor->count < 0)
    return NULL;
  anchor->head = sceau_journal_get_head (school, error);
  if (anchor->head == NULL)
    return NULL;
  anchor->at = sceau_school_now (school);
  anchor->public_key = g_strdup (sceau_signer_public_key (signer));
  text = sceau_anchor_signed_text (anchor);
  signature = sceau_signer_sign (signer, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  anchor->signature = sceau_bytes_to_hex (signature);
  return g_steal_pointer (&anchor);
}

/* The entry about the anchor comes after what the anchor attests. */
static gboolean
record_anchor (SceauSchool *school, const SceauAnchor *anchor, GError **error)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "count", anchor->count);
  sceau_json_set_text (object, "head", anchor->head);
  sceau_json_set_text (object, "public_key", anchor->public_key);
  sceau_json_set_text (object, "signature", anchor->signature);
  return sceau_journal_record (school, "journal.anchor", "journal", NULL, object, error);
}

/* A journal that is broken already is not worth a signature. */
static gboolean
require_sound_journal (SceauSchool *school, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  if (!sceau_journal_verify (school, faults, NULL, error))
    return FALSE;
  if (sceau_faults_count_errors (faults) == 0)
    return TRUE;
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The journal is not intact: it is not signed. Check the school, and restore a backup."));
  return FALSE;
}

static gboolean
stage_anchor (SceauFileSet *files, const SceauAnchor *anchor, const char *path, GError **error)
{
  g_autoptr (GBytes) json = sceau_anchor_to_json (anchor);

  sceau_file_set_add (files, path, json);
  return sceau_file_set_stage (files, NULL, error);
}

static gboolean
refuse_existing (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("“%s” is already there and was left as it is. Choose another name, or move it away first."), name);
  return FALSE;
}

gboolean
sceau_anchor_journal (SceauSchool *school, const char *passphrase, const char *path, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (SceauSigner) signer = NULL;
  g_autoptr (SceauAnchor) anchor = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse_existing (path, error);
  signer = sceau_signer_open_existing (school, passphrase, error);
  if (signer == NULL || !sceau_transaction_begin (&transaction, school, error) || !sceau_signer_check (signer, school, error)
      || !require_sound_journal (school, error))
    return FALSE;
  anchor = make_anchor (school, signer, error);
  return anchor != NULL && record_anchor (school, anchor, error) && stage_anchor (files, anchor, path, error)
         && sceau_transaction_commit (&transaction, error) && sceau_file_set_publish (files, error);
}

/* Verifying ------------------------------------------------------------------------ */

static void
add_fault (SceauFaults *faults, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, _("anchor"), field, value, reason, remedy);
}

static void
check_signature (const SceauAnchor *anchor, SceauFaults *faults)
{
  g_autoptr (GBytes) text = sceau_anchor_signed_text (anchor);
  g_autoptr (GBytes) signature = sceau_bytes_from_hex (anchor->signature);

  if (signature == NULL || !sceau_signature_is_genuine (anchor->public_key, signature, text))
    add_fault (faults, "signature", NULL, _("The signature does not fit the anchor: the anchor was altered, or is a forgery."),
               _("Take the anchor as it was exported."));
}

static gboolean
check_key (SceauSchool *school, const SceauAnchor *anchor, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) keys = sceau_signing_key_table_list (school, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (g_str_equal (((const SceauSigningKey *) g_ptr_array_index (keys, i))->public_key, anchor->public_key))
      return TRUE;
  if (keys == NULL)
    return FALSE;
  add_fault (faults, "public_key", anchor->public_key, _("The school never had this key."),
             _("Either the anchor is of another school, or somebody replaced the keys of this one."));
  return TRUE;
}

/* A school may change its name and its SIRET; the key says whose anchor it is. */
static gboolean
check_identity (SceauSchool *school, const SceauAnchor *anchor, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, error);

  if (identity == NULL)
    return FALSE;
  if (g_strcmp0 (identity->name, anchor->school) != 0)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, _("anchor"), "school", anchor->school, _("The school has another name today."), NULL);
  if (g_strcmp0 (identity->siret, anchor->siret) != 0)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, _("anchor"), "siret", anchor->siret, _("The school has another SIRET today."), NULL);
  return TRUE;
}

static gboolean
check_head (SceauSchool *school, const SceauAnchor *anchor, SceauFaults *faults, GError **error)
{
  const SceauJournalQuery query = { .oldest_first = TRUE, .after = anchor->count - 1, .limit = 1 };
  g_autoptr (GPtrArray) entries = sceau_journal_list (school, &query, error);
  const SceauJournalEntry *entry = entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, anchor->count);

  if (entries == NULL)
    return FALSE;
  if (entry == NULL)
    add_fault (faults, "count", count, _("The journal has fewer entries today than when it was signed: its end was cut off."),
               _("Compare the file with a backup from after that day."));
  else if (!g_str_equal (entry->hash, anchor->head))
    add_fault (faults, "head", anchor->head, _("The journal no longer holds what was signed: it was written anew."),
               _("Compare the file with a backup from after that day."));
  return TRUE;
}

gboolean
sceau_verify_anchor (SceauSchool *school, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauAnchor) anchor = sceau_anchor_read (path, faults, error);

  if (anchor == NULL)
    return FALSE;
  check_signature (anchor, faults);
  /* The head stands for every entry before it only as long as the chain holds. */
  return sceau_transaction_begin_read (&transaction, school, error) && check_key (school, anchor, faults, error)
         && check_identity (school, anchor, faults, error) && sceau_journal_verify (school, faults, NULL, error)
         && check_head (school, anchor, faults, error);
}
