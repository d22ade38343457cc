/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Every reader survives a thousand damaged copies of a good file, always the same ones.  What is
 * asserted beside survival: a result or an error, never both and never neither. */

#include "exchange-test.h"
#include "sceau-fiche-reader.h"
#include "sceau-plan-json.h"
#include "sceau-results-reader.h"
#include "sceau-roster-reader.h"
#include "sceau-statement-splitter.h"

#define ROUNDS 1000

typedef void (*ReadFunc) (GBytes *bytes);

typedef struct
{
  const char *fixture;
  ReadFunc read;
} Target;

/* Bytes that mean something to one of the formats come more often than others. */
static char
random_byte (GRand *random)
{
  static const char telling[] = "\0\"';,\t\r\n<>&/[]{}:=-+@\\0123456789.eE\xC3\xE9\xFF\xEF";

  return g_rand_boolean (random) ? telling[g_rand_int_range (random, 0, sizeof telling - 1)]
                                 : (char) g_rand_int_range (random, 0, 256);
}

static void
mutate_once (GRand *random, GByteArray *data)
{
  guint position = data->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) data->len) : 0;
  guint wanted = (guint) g_rand_int_range (random, 1, 40);
  guint length = MIN (wanted, data->len - position);
  char byte = random_byte (random);

  switch (data->len > 1 ? g_rand_int_range (random, 0, 5) : 1)
    {
    case 0: /* another byte */
      data->data[position] = (guint8) byte;
      break;
    case 1: /* one more */
      g_byte_array_append (data, (guint8 *) &byte, 1);
      memmove (data->data + position + 1, data->data + position, data->len - position - 1);
      data->data[position] = (guint8) byte;
      break;
    case 2: /* a piece lost */
      g_byte_array_remove_range (data, position, length);
      break;
    case 3: /* a piece twice */
      {
        g_autofree guint8 *piece = g_memdup2 (data->data + position, length);

        g_byte_array_append (data, piece, length);
        break;
      }
    default: /* cut off */
      g_byte_array_set_size (data, position);
      break;
    }
}

static GBytes *
mutate (GRand *random, const char *text, gsize length)
{
  GByteArray *data = g_byte_array_new ();
  int times = g_rand_int_range (random, 1, 6);

  g_byte_array_append (data, (const guint8 *) text, (guint) length);
  for (int i = 0; i < times; i++)
    mutate_once (random, data);
  return g_byte_array_free_to_bytes (data);
}

static void
read_fiche (GBytes *bytes)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = sceau_fiche_reader_read_bytes (bytes, faults, &error);

  g_assert_true ((fiches == NULL) == (error != NULL));
}

static void
read_roster (GBytes *bytes)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = sceau_roster_reader_read_bytes (bytes, faults, &error);

  g_assert_true ((entries == NULL) == (error != NULL));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SceauRosterEntry *entry = g_ptr_array_index (entries, i);

      g_assert_nonnull (entry->learner->number);
      g_assert_true (g_utf8_validate (entry->learner->birth_name, -1, NULL));
      g_assert_false (sceau_faults_line_has_error (faults, entry->line));
    }
}

static void
read_results (GBytes *bytes)
{
  g_autofree char *text = test_fixture_text ("plan.json", NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauPlan) plan = sceau_plan_json_read (text, -1, faults, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_hash_table_add (numbers, (gpointer) "001");
  g_hash_table_add (numbers, (gpointer) "002");
  entries = sceau_results_reader_read_bytes (bytes, plan, numbers, faults, &error);
  g_assert_true ((entries == NULL) == (error != NULL));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_assert_true (g_hash_table_contains (numbers, ((SceauResultEntry *) g_ptr_array_index (entries, i))->number));
}

static void
read_plan (GBytes *bytes)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (SceauPlan) plan = sceau_plan_json_read (text != NULL ? text : "", (gssize) length, faults, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
  g_assert_true (plan == NULL || sceau_faults_count_errors (faults) == 0);
}

/* No word is ever lost: only blanks and bullets may go. */
static void
split_statements (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data != NULL ? data : "", (gssize) length);
  g_autoptr (GPtrArray) statements = sceau_statement_splitter_split (text);
  g_autofree char *joined = NULL;
  const char *kept;

  g_ptr_array_add (statements, NULL);
  joined = g_strjoinv (" ", (char **) statements->pdata);
  kept = joined;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      while (*kept != '\0' && g_utf8_get_char (kept) != c)
        kept = g_utf8_next_char (kept);
      g_assert_cmpint (*kept, !=, '\0');
      kept = g_utf8_next_char (kept);
    }
}

static void
test_survives (gconstpointer data)
{
  const Target *target = data;
  gsize length = 0;
  g_autofree char *text = test_fixture_text (target->fixture, &length);
  g_autoptr (GRand) random = g_rand_new_with_seed (41445);

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GBytes) bytes = mutate (random, text, length);

      target->read (bytes);
    }
}

int
main (int argc, char **argv)
{
  static const Target targets[] = {
    { "fiche.xml", read_fiche },          { "roster.csv", read_roster },      { "roster-french.csv", read_roster },
    { "results-wide.csv", read_results }, { "results-long.csv", read_results }, { "plan.json", read_plan },
    { "rncp41445-competences.txt", split_statements },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/mutations/", targets[i].fixture, NULL);

      g_test_add_data_func (path, &targets[i], test_survives);
    }
  return g_test_run ();
}
