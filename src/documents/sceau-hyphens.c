/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-hyphens.h"

#include "sceau-document-data.h"

#include <hyphen.h>
#include <stdlib.h>

/* Lexique des règles typographiques en usage à l’Imprimerie nationale, « Division des mots ». */
#define LEAST_BEFORE 2
#define LEAST_AFTER 3
#define LEAST_LETTERS 6

#define APOSTROPHE 0x2019

/* Read once for the process and never changed: any thread may look into it. */
static HyphenDict *
patterns (void)
{
  static gsize opened;
  static HyphenDict *read;

  if (g_once_init_enter (&opened))
    {
      g_autofree char *path = sceau_document_data_path ("hyphenation", "hyph_fr.dic");

      read = hnj_hyphen_load (path);
      g_once_init_leave (&opened, 1);
    }
  return read;
}

/* The letters of the word, without what stands around it and without its elision.  FALSE when it is none to break. */
static gboolean
find_letters (const char *word, const char *end, const char **first, const char **last)
{
  gboolean over = FALSE; /* nothing but punctuation may follow */

  *first = *last = NULL;
  for (const char *at = word; at < end; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isalnum (letter))
        {
          if (letter == '-' || letter == '@' || letter == '/')
            return FALSE;
          if (*first != NULL && (letter == APOSTROPHE || letter == '\''))
            *first = NULL;
          else
            over = *first != NULL;
          continue;
        }
      if (over || !g_unichar_islower (letter))
        return FALSE;
      if (*first == NULL)
        *first = at;
      *last = g_utf8_next_char (at);
    }
  return *first != NULL && g_utf8_strlen (*first, *last - *first) >= LEAST_LETTERS;
}

GArray *
sceau_hyphens_list (const char *word, gsize length)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *marks = NULL;
  const char *first, *last;
  char **replaced = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  const char *at;

  if (!find_letters (word, word + length, &first, &last) || patterns () == NULL)
    return places;
  marks = g_malloc0 (last - first + 5);
  /* French words are written the same when they are broken: libhyphen replaces nothing. */
  if (hnj_hyphen_hyphenate3 (patterns (), first, (int) (last - first), marks, NULL, &replaced, &positions, &cuts, LEAST_BEFORE,
                             LEAST_AFTER, LEAST_BEFORE, LEAST_AFTER) == 0)
    {
      at = first;
      for (guint i = 0; at < last; i++)
        {
          at = g_utf8_next_char (at);
          if (at < last && marks[i] % 2 == 1)
            {
              const guint place = (guint) (at - word);

              g_array_append_val (places, place);
            }
        }
    }
  free (replaced);
  free (positions);
  free (cuts);
  return places;
}
