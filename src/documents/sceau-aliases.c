/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-aliases.h"

#include "sceau-text.h"
#include "sceau-words.h"

#include <string.h>

#define HIDDEN "[nom masqué]"

struct _SceauAliases
{
  GHashTable *words;    /* folded word (owned) → GPtrArray of the numbers that it names */
  GStringChunk *strings;
};

static const char *const particles[] = { "d", "da", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "el", "l", "la",
                                         "las", "le", "les", "lo", "los", "van", "von", "y", "zu", NULL };

/* --- Words --------------------------------------------------------------- */

static gboolean
is_in_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

/* The end of the word that begins at @at. */
static const char *
find_end (const char *at)
{
  while (*at != '\0' && is_in_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static void
add_word (SceauAliases *self, const char *word, gsize length, const char *number)
{
  g_autofree char *copy = g_strndup (word, length);
  g_autofree char *folded = sceau_text_fold (copy);
  GPtrArray *numbers;

  if (*folded == '\0' || g_strv_contains (particles, folded))
    return;
  numbers = g_hash_table_lookup (self->words, folded);
  if (numbers == NULL)
    {
      numbers = g_ptr_array_new ();
      g_hash_table_insert (self->words, g_steal_pointer (&folded), numbers);
    }
  if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
    g_ptr_array_add (numbers, (gpointer) number);
}

static void
add_names (SceauAliases *self, const char *names, const char *number)
{
  const char *at = names;

  if (names == NULL || number == NULL || !g_utf8_validate (names, -1, NULL))
    return;
  number = g_string_chunk_insert_const (self->strings, number);
  while (*at != '\0')
    {
      const char *end = find_end (at);

      if (end > at)
        add_word (self, at, end - at, number);
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

SceauAliases *
sceau_aliases_new (GPtrArray *decisions, GPtrArray *learners)
{
  SceauAliases *self = g_new0 (SceauAliases, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->strings = g_string_chunk_new (1024);
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      add_names (self, decision->learner_name, decision->learner_number);
    }
  for (guint i = 0; learners != NULL && i < learners->len; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (learners, i);

      add_names (self, learner->birth_name, learner->number);
      add_names (self, learner->usage_name, learner->number);
      add_names (self, learner->first_name, learner->number);
      add_names (self, learner->other_names, learner->number);
    }
  return self;
}

void
sceau_aliases_free (SceauAliases *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* --- Hiding -------------------------------------------------------------- */

/* What stands for the word, or NULL when it is no name.  A name of one or two letters is one only with a capital. */
static const char *
find_alias (const SceauAliases *self, const char *word, gsize length, const char *preferred)
{
  g_autofree char *copy = g_strndup (word, length);
  g_autofree char *folded = sceau_text_fold (copy);
  const GPtrArray *numbers = g_hash_table_lookup (self->words, folded);

  if (numbers == NULL || (g_utf8_strlen (folded, -1) <= 2 && !g_unichar_isupper (g_utf8_get_char (copy))))
    return NULL;
  if (preferred != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) numbers, preferred, g_str_equal, NULL))
    return preferred;
  return numbers->len == 1 ? g_ptr_array_index (numbers, 0) : HIDDEN;
}

/* Whether the words that @alias and @next stand for are one name: a word shared with somebody else takes the number beside it. */
static const char *
join_aliases (const char *alias, const char *next)
{
  if (g_str_equal (alias, next) || g_str_equal (next, HIDDEN))
    return alias;
  return g_str_equal (alias, HIDDEN) ? next : NULL;
}

static gboolean
is_particle (const char *word, gsize length)
{
  g_autofree char *copy = g_strndup (word, length);
  g_autofree char *folded = sceau_text_fold (copy);

  return g_strv_contains (particles, folded);
}

/* Only what stands inside a name: spaces, hyphens, apostrophes and particles. */
static gboolean
binds (const char *from, const char *to)
{
  const char *at = from;

  while (at < to)
    {
      const char *end = find_end (at);
      const gunichar letter = g_utf8_get_char (at);

      if (end > at ? !is_particle (at, end - at)
                   : letter != ' ' && letter != 0x00A0 && letter != '-' && letter != 0x2011 && letter != '\'' && letter != 0x2019)
        return FALSE;
      at = end > at ? end : g_utf8_next_char (at);
    }
  return TRUE;
}

char *
sceau_aliases_hide (const SceauAliases *self, const char *text, const char *number)
{
  GString *hidden;
  const char *pending = NULL; /* the alias of the name that ends at @done */
  const char *done = text;
  const char *at = text;

  if (self == NULL || text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  hidden = g_string_new (NULL);
  while (*at != '\0')
    {
      const char *end = find_end (at);
      const char *alias = end > at ? find_alias (self, at, end - at, number) : NULL;
      const char *joined = alias != NULL && pending != NULL && binds (done, at) ? join_aliases (pending, alias) : NULL;

      if (alias != NULL)
        {
          if (joined == NULL)
            {
              g_string_append (hidden, pending != NULL ? pending : "");
              g_string_append_len (hidden, done, at - done);
            }
          pending = joined != NULL ? joined : alias;
          done = end;
        }
      at = end > at ? end : g_utf8_next_char (at);
    }
  g_string_append (hidden, pending != NULL ? pending : "");
  g_string_append (hidden, done);
  return g_string_free (hidden, FALSE);
}
