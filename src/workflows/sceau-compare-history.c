/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What every mark is and was, and which entry of the journal wrote it: by the journal, and by the tables. */

#include <string.h>

#include "sceau-compare-private.h"

/* One value of a mark, from the entry that wrote it to the one that replaced it. */
typedef struct
{
  char *digest;
  gint64 written_by;
  gboolean removed; /* by the entry that replaced it */
} Version;

struct _SceauHistory
{
  GHashTable *now;   /* (element-type utf8 Version): cell → what stands there, by the journal */
  GHashTable *past;  /* (element-type utf8 Version): "past of @cell until entry N", by the journal */
  GHashTable *found; /* (element-type utf8 Version): both, in the tables */
  gint64 first;      /* the first entry that the tables name, the history began no later; 0: none */
};

static void
version_free (Version *version)
{
  g_free (version->digest);
  g_free (version);
}

static Version *
version_new (JsonObject *record, gint64 written_by, gboolean removed)
{
  Version *version = g_new (Version, 1);

  version->digest = sceau_json_digest (json_object_ref (record));
  version->written_by = written_by;
  version->removed = removed;
  return version;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) version_free);
}

SceauHistory *
sceau_history_new (void)
{
  SceauHistory *self = g_new0 (SceauHistory, 1);

  self->now = new_table ();
  self->past = new_table ();
  self->found = new_table ();
  return self;
}

void
sceau_history_free (SceauHistory *self)
{
  g_hash_table_unref (self->now);
  g_hash_table_unref (self->past);
  g_hash_table_unref (self->found);
  g_free (self);
}

static char *
past_key (const char *cell, gint64 replaced_by)
{
  return g_strdup_printf ("past of %s until entry %" G_GINT64_FORMAT, cell, replaced_by);
}

void
sceau_history_hear (SceauHistory *self, const char *cell, gint64 entry, JsonObject *record)
{
  gpointer key, value;

  if (g_hash_table_steal_extended (self->now, cell, &key, &value))
    {
      ((Version *) value)->removed = record == NULL;
      g_hash_table_insert (self->past, past_key (cell, entry), value);
      g_free (key);
    }
  if (record != NULL)
    g_hash_table_insert (self->now, g_strdup (cell), version_new (record, entry, FALSE));
}

static void
name_entry (SceauHistory *self, gint64 entry)
{
  if (entry > 0 && (self->first == 0 || entry < self->first))
    self->first = entry;
}

void
sceau_history_find (SceauHistory *self, const char *cell, JsonObject *record, gint64 written_by, gint64 replaced_by, gboolean removed)
{
  g_autofree char *key = replaced_by != 0 ? past_key (cell, replaced_by) : g_strdup (cell);

  name_entry (self, written_by);
  name_entry (self, replaced_by);
  /* A cell that an entry has replaced twice: one of the two rows was never written by Sceau. */
  while (g_hash_table_contains (self->found, key))
    {
      g_autofree char *taken = g_steal_pointer (&key);

      key = g_strconcat (taken, " again", NULL);
    }
  g_hash_table_insert (self->found, g_steal_pointer (&key), version_new (record, written_by, removed));
}

/* (transfer full) */
static char *
describe (const Version *version, gint64 written_by)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %d", version->digest, written_by, version->removed);
}

static void
tell_said (const SceauHistory *self, GHashTable *versions, gboolean past, GHashTable *said)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, versions);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Version *version = value;
      gint64 replaced_by = past ? g_ascii_strtoll (strrchr (key, ' ') + 1, NULL, 10) : 0;

      /* What was replaced before the history began is in the journal alone. */
      if (!past || (self->first != 0 && replaced_by >= self->first))
        g_hash_table_insert (said, g_strdup (key), describe (version, version->written_by));
    }
}

/* Marks from before the history began do not know their entry. */
static gint64
writer_of (const SceauHistory *self, const char *key, const Version *version)
{
  const Version *said = g_hash_table_lookup (self->now, key);

  if (said == NULL)
    said = g_hash_table_lookup (self->past, key);
  return version->written_by == 0 && said != NULL && (self->first == 0 || said->written_by < self->first) ? said->written_by
                                                                                                          : version->written_by;
}

void
sceau_history_tell (SceauHistory *self, GHashTable *said, GHashTable *found)
{
  GHashTableIter iter;
  gpointer key, value;

  tell_said (self, self->now, FALSE, said);
  tell_said (self, self->past, TRUE, said);
  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (found, g_strdup (key), describe (value, writer_of (self, key, value)));
}
