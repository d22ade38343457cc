/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the journal says of one session, for its invitation and its file. */

#include <string.h>

#include "sceau-export-private.h"

#define PAGE 256

void
sceau_session_history_free (SceauSessionHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_free (self->school_mark);
  g_free (self->last_change);
  g_free (self);
}

/* "jury 3" is not "jury 30". */
static gboolean
is_about (const SceauJournalEntry *entry, const char *subject)
{
  return g_str_has_prefix (entry->subject, subject) && !g_ascii_isdigit (entry->subject[strlen (subject)]);
}

static void
take_entry (SceauSessionHistory *self, GPtrArray *page, guint index)
{
  const SceauJournalEntry *entry = g_ptr_array_index (page, index);

  if (g_str_equal (entry->verb, "jury.plan") || g_str_equal (entry->verb, "jury.convene") || g_str_equal (entry->verb, "jury.amend"))
    {
      self->versions++;
      g_free (self->last_change);
      self->last_change = g_strdup (entry->at);
    }
  g_ptr_array_add (self->entries, g_steal_pointer (&page->pdata[index]));
}

static gboolean
load_mark (SceauSessionHistory *self, SceauSchool *school, GError **error)
{
  const SceauJournalQuery query = { .oldest_first = TRUE, .limit = 1 };
  g_autoptr (GPtrArray) first = sceau_journal_list (school, &query, error);

  if (first == NULL)
    return FALSE;
  self->school_mark = g_strdup (first->len > 0 ? ((const SceauJournalEntry *) g_ptr_array_index (first, 0))->hash : "");
  return TRUE;
}

SceauSessionHistory *
sceau_session_history_load (SceauSchool *school, gint64 session_id, GError **error)
{
  g_autoptr (SceauSessionHistory) self = g_new0 (SceauSessionHistory, 1);
  g_autofree char *subject = sceau_jury_subject (session_id);
  SceauJournalQuery query = { .search = subject, .oldest_first = TRUE, .limit = PAGE };

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_journal_entry_free);
  if (!load_mark (self, school, error))
    return NULL;
  for (guint n = PAGE; n == PAGE;)
    {
      g_autoptr (GPtrArray) page = sceau_journal_list (school, &query, error);

      if (page == NULL)
        return NULL;
      n = page->len;
      if (n > 0)
        query.after = ((const SceauJournalEntry *) g_ptr_array_index (page, n - 1))->id;
      for (guint i = 0; i < n; i++)
        if (is_about (g_ptr_array_index (page, i), subject))
          take_entry (self, page, i);
    }
  return g_steal_pointer (&self);
}
