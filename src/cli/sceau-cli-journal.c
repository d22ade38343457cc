/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli.h"
#include "sceau-cli-output.h"

#include <glib/gi18n-lib.h>

#include "sceau-journal.h"

/* A journal may hold millions of entries: it is read by pages. */
#define PAGE 1000

typedef void (*EntryFunc) (const SceauJournalEntry *entry, gpointer data);

static gboolean
for_each_entry (SceauCli *cli, EntryFunc func, gpointer data, GError **error)
{
  SceauJournalQuery query = { .oldest_first = TRUE, .limit = PAGE };
  guint n;

  do
    {
      g_autoptr (GPtrArray) page = sceau_journal_list (cli->school, &query, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        func (g_ptr_array_index (page, i), data);
      n = page->len;
      query.offset += n;
    }
  while (n == PAGE);
  return TRUE;
}

/* before and after are JSON themselves: members of the entry, not texts in it. */
static void
add_json (JsonBuilder *builder, const char *key, const char *text)
{
  JsonNode *node = text != NULL ? json_from_string (text, NULL) : NULL;

  json_builder_set_member_name (builder, key);
  json_builder_add_value (builder, node != NULL ? node : json_node_new (JSON_NODE_NULL));
}

static void
print_entry_json (const SceauJournalEntry *entry, gpointer data)
{
  gboolean *first = data;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "id", entry->id);
  sceau_cli_json_text (builder, "at", entry->at);
  sceau_cli_json_text (builder, "who", entry->who);
  sceau_cli_json_text (builder, "verb", entry->verb);
  sceau_cli_json_text (builder, "subject", entry->subject);
  add_json (builder, "before", entry->before);
  add_json (builder, "after", entry->after);
  sceau_cli_json_text (builder, "previous", entry->previous);
  sceau_cli_json_text (builder, "hash", entry->hash);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  sceau_cli_print ("%s%s", *first ? "" : ",\n", text);
  *first = FALSE;
}

static void
print_entry (const SceauJournalEntry *entry, gpointer data)
{
  sceau_cli_print ("%6" G_GINT64_FORMAT "  %s  %-12s  %-22s  %s\n", entry->id, entry->at, entry->who, entry->verb,
                   entry->subject);
}

static SceauCliStatus
journal_list (SceauCli *cli)
{
  gboolean first = TRUE, done;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (cli->json)
    sceau_cli_print ("[");
  done = for_each_entry (cli, cli->json ? print_entry_json : print_entry, &first, &error);
  if (cli->json)
    sceau_cli_print ("]\n");
  return done ? SCEAU_CLI_DONE : sceau_cli_refuse (cli, error);
}

static SceauCliStatus
journal_verify (SceauCli *cli)
{
  gint64 entries = 0;
  gboolean sound;
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;

  if (!sceau_cli_parse (cli, NULL, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!sceau_journal_verify (cli->school, cli->faults, &entries, &error)
      || (head = sceau_journal_get_head (cli->school, &error)) == NULL)
    return sceau_cli_refuse (cli, error);

  sound = sceau_faults_count_errors (cli->faults) == 0;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sceau_cli_json_boolean (builder, "intact", sound);
      sceau_cli_json_integer (builder, "entries", entries);
      sceau_cli_json_text (builder, "head", head);
      json_builder_end_object (builder);
      sceau_cli_json_print (builder);
    }
  sceau_cli_print_faults (cli);
  if (!sound)
    return SCEAU_CLI_REFUSED;
  if (!cli->json)
    {
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, entries);

      sceau_cli_print (_("The journal is intact: %s entries, head %s\n"), count, head);
    }
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_journal_commands[] = {
  { "journal", "list", "", N_("List everything that was done."), journal_list },
  { "journal", "verify", "", N_("Check the chain of the journal."), journal_verify },
  { NULL },
};
