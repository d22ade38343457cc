/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What stands in the tables must be what the journal last said of it.  The chain and the seals guard what is closed; this
 * guards what may still change, but only through the program: names, plans, fiches, the register, the end of the journal. */

#include <glib/gi18n-lib.h>

#include "sceau-compare-private.h"
#include "sceau-journal.h"

/* Entries of the journal in memory at a time. */
#define PAGE 64

static const SceauHearing *const hearings[] = {
  sceau_school_hearings, sceau_learner_hearings, sceau_result_hearings,
  sceau_juror_hearings,  sceau_jury_hearings,    sceau_decision_hearings, sceau_register_hearings,
  sceau_house_hearings,
};

static void
comparison_clear (SceauComparison *self)
{
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->history, sceau_history_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->silent, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauComparison, comparison_clear)

void
sceau_compare_note (GHashTable *records, char *key, JsonObject *record)
{
  g_hash_table_insert (records, key, sceau_json_digest (record));
}

static char *
take_part (JsonObject *record, const char *member)
{
  g_autoptr (JsonObject) part = NULL;

  if (!json_object_has_member (record, member))
    return NULL;
  part = json_object_new ();
  json_object_set_member (part, member, json_object_dup_member (record, member));
  json_object_remove_member (record, member);
  return sceau_json_digest (g_steal_pointer (&part));
}

void
sceau_compare_hear_part (SceauComparison *self, char *key, JsonObject *record, const char *member)
{
  g_autofree char *owned = key;
  char *digest = take_part (record, member);

  if (digest != NULL)
    g_hash_table_insert (self->said, g_steal_pointer (&owned), digest);
  else
    g_hash_table_remove (self->said, owned);
}

void
sceau_compare_find_part (SceauComparison *self, char *key, JsonObject *record, const char *member)
{
  g_autofree char *owned = key;
  g_autofree char *digest = take_part (record, member);

  if (g_hash_table_contains (self->said, owned))
    g_hash_table_insert (self->found, g_steal_pointer (&owned), digest != NULL ? g_steal_pointer (&digest) : g_strdup (""));
}

const char *
sceau_json_text_of (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

char *
sceau_json_key_of (const char *kind, JsonObject *record, const char *member)
{
  return g_strdup_printf ("%s %s", kind, sceau_json_text_of (record, member));
}

JsonObject *
sceau_heard_before (const SceauHeard *heard)
{
  return heard->before != NULL && JSON_NODE_HOLDS_OBJECT (heard->before) ? json_node_get_object (heard->before) : NULL;
}

JsonObject *
sceau_heard_after (const SceauHeard *heard)
{
  return heard->after != NULL && JSON_NODE_HOLDS_OBJECT (heard->after) ? json_node_get_object (heard->after) : NULL;
}

void
sceau_compare_hear_each (SceauComparison *self, JsonNode *records, void (*hear) (SceauComparison *, JsonObject *))
{
  JsonArray *array = records != NULL && JSON_NODE_HOLDS_ARRAY (records) ? json_node_get_array (records) : NULL;

  if (records != NULL && JSON_NODE_HOLDS_OBJECT (records))
    hear (self, json_node_get_object (records));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    hear (self, json_array_get_object_element (array, i));
}

static gboolean
is_about (const SceauHearing *hearing, const char *verb)
{
  return g_str_has_suffix (hearing->verb, ".") ? g_str_has_prefix (verb, hearing->verb) : g_str_equal (verb, hearing->verb);
}

static void
hear_entry (SceauComparison *self, const SceauJournalEntry *entry)
{
  g_autoptr (JsonNode) before = entry->before != NULL ? json_from_string (entry->before, NULL) : NULL;
  g_autoptr (JsonNode) after = entry->after != NULL ? json_from_string (entry->after, NULL) : NULL;
  const SceauHeard heard = { entry->id, entry->verb, entry->subject, before, after };

  if (before == NULL && after == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hearings); i++)
    for (const SceauHearing *hearing = hearings[i]; hearing->verb != NULL; hearing++)
      if (is_about (hearing, entry->verb))
        hearing->hear (self, &heard);
}

static gboolean
hear_journal (SceauComparison *self, GError **error)
{
  SceauJournalQuery query = { .oldest_first = TRUE, .limit = PAGE };

  for (;;)
    {
      g_autoptr (GPtrArray) entries = sceau_journal_list (self->school, &query, error);

      if (entries == NULL)
        return FALSE;
      for (guint i = 0; i < entries->len; i++)
        hear_entry (self, g_ptr_array_index (entries, i));
      if (entries->len < PAGE)
        return TRUE;
      query.after = ((const SceauJournalEntry *) g_ptr_array_index (entries, entries->len - 1))->id;
    }
}

static void
add_fault (SceauFaults *faults, const char *key, const char *reason)
{
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, "journal", key, reason,
                    _("Somebody or something changed the file outside Sceau: compare it with the last backup."));
}

static void
compare (const SceauComparison *self, SceauFaults *faults)
{
  g_autoptr (GList) said = g_list_sort (g_hash_table_get_keys (self->said), (GCompareFunc) strcmp);
  g_autoptr (GList) found = g_list_sort (g_hash_table_get_keys (self->found), (GCompareFunc) strcmp);

  for (GList *l = said; l != NULL; l = l->next)
    {
      const char *digest = g_hash_table_lookup (self->found, l->data);

      if (digest == NULL)
        add_fault (faults, l->data, _("The journal knows this record, and it is gone."));
      else if (g_strcmp0 (digest, g_hash_table_lookup (self->said, l->data)) != 0)
        add_fault (faults, l->data, _("This record is not what the journal last said of it."));
    }
  for (GList *l = found; l != NULL; l = l->next)
    if (!g_hash_table_contains (self->said, l->data))
      add_fault (faults, l->data, _("The journal does not know this record."));
}

gboolean
sceau_compare_journal (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauComparison) self = { .school = school };

  self.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.history = sceau_history_new ();
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self.silent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!sceau_transaction_begin_read (&transaction, school, error) || !hear_journal (&self, error)
      || !sceau_compare_school (&self, error) || !sceau_compare_learners (&self, error) || !sceau_compare_results (&self, error)
      || !sceau_compare_jurors (&self, error) || !sceau_compare_juries (&self, error) || !sceau_compare_decisions (&self, error)
      || !sceau_compare_register (&self, error) || !sceau_compare_house (&self, error))
    return FALSE;
  compare (&self, faults);
  return TRUE;
}
