/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-journal.h"

#include <glib/gi18n-lib.h>

#include "sceau-anchor-journal.h"
#include "sceau-cli-output.h"
#include "sceau-journal.h"
#include "sceau-keep-school.h"

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
      if (n > 0)
        query.after = ((const SceauJournalEntry *) g_ptr_array_index (page, n - 1))->id;
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

/* The chain, or the chain and an anchor that was kept outside. */
static gboolean
verify (SceauCli *cli, const char *anchor, gint64 *entries, GError **error)
{
  if (anchor == NULL)
    return sceau_verify_journal (cli->school, cli->faults, entries, error);
  *entries = sceau_journal_count (cli->school, NULL, error);
  return *entries >= 0 && sceau_verify_anchor (cli->school, anchor, cli->faults, error);
}

static void
print_verdict_json (gboolean sound, gint64 entries, const char *head, const char *anchor)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_boolean (builder, "intact", sound);
  sceau_cli_json_integer (builder, "entries", entries);
  sceau_cli_json_text (builder, "head", head);
  if (anchor != NULL)
    sceau_cli_json_text (builder, "anchor", anchor);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

static SceauCliStatus
journal_verify (SceauCli *cli)
{
  gint64 entries = 0;
  gboolean sound;
  g_autofree char *anchor = NULL, *head = NULL, *count = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = {
    { "anchor", 0, 0, G_OPTION_ARG_FILENAME, &anchor },
    { NULL },
  };

  if (!sceau_cli_parse (cli, options, 0, 0))
    return SCEAU_CLI_USAGE;
  if (!sceau_cli_open (cli, SCEAU_SCHOOL_READ_ONLY))
    return SCEAU_CLI_REFUSED;
  if (!verify (cli, anchor, &entries, &error) || (head = sceau_journal_get_head (cli->school, &error)) == NULL)
    return sceau_cli_refuse (cli, error);

  sound = sceau_faults_count_errors (cli->faults) == 0;
  if (cli->json)
    print_verdict_json (sound, entries, head, anchor);
  sceau_cli_print_faults (cli);
  if (!sound)
    return SCEAU_CLI_REFUSED;
  count = g_strdup_printf ("%" G_GINT64_FORMAT, entries);
  if (!cli->json)
    sceau_cli_print (_("The journal is intact: %s entries, head %s\n"), count, head);
  /* The chain and the seals say nothing about what may still change. */
  if (!cli->json)
    sceau_cli_print ("%s\n", _("Whether the records that no seal covers are still what it says is answered by “school check”."));
  if (!cli->json && anchor != NULL)
    sceau_cli_print ("%s\n", _("The anchor is genuine: nothing that it attests was changed."));
  return SCEAU_CLI_DONE;
}

const SceauCliCommand sceau_cli_journal_commands[] = {
  { "journal", "list", "", N_("List everything that was done."), journal_list },
  { "journal", "verify", "[--anchor FILE]", N_("Check the chain of the journal, and that it still holds what an anchor attests."), journal_verify },
  { "journal", "export", "OUT.csv", N_("Write every entry as CSV, oldest first."), sceau_cli_journal_export },
  { "journal", "anchor", "OUT.json [--passphrase-file FILE]",
    N_("Sign the head of the journal, to be kept outside; the first time this makes the school’s key. "
       "The passphrase can also come from SCEAU_PASSPHRASE."),
    sceau_cli_journal_anchor },
  { "journal", "key", "[--rotate [--passphrase-file FILE] [--new-passphrase-file FILE]]",
    N_("List the signing keys, or replace the one in use."), sceau_cli_journal_key },
  { NULL },
};
