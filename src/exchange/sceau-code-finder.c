/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-code-finder.h"

#include <string.h>

#define MARK "SCEAU1|"
/* The longest code, each of its letters written as a character reference. */
#define LONGEST (8 * 2953)

/* The text without its references, or NULL when one of them is none of XML's own five. */
static char *
unescape (const char *text)
{
  static const struct
  {
    const char *reference;
    char letter;
  } references[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' } };
  GString *plain = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize i = 0;

      if (*text != '&')
        {
          g_string_append_c (plain, *text++);
          continue;
        }
      while (i < G_N_ELEMENTS (references) && !g_str_has_prefix (text, references[i].reference))
        i++;
      if (i == G_N_ELEMENTS (references))
        {
          g_string_free (plain, TRUE);
          return NULL;
        }
      g_string_append_c (plain, references[i].letter);
      text += strlen (references[i].reference);
    }
  return g_string_free (plain, FALSE);
}

/* From the mark to the next tag; NULL when it is no text. */
static char *
read_text (const char *start, gsize left)
{
  const char *end = memchr (start, '<', MIN (left, LONGEST));
  g_autofree char *text = end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;

  return text != NULL && g_utf8_validate (text, end - start, NULL) ? unescape (text) : NULL;
}

/* A PDF has bytes of zero, which g_strstr_len() stops at. */
static const char *
find_mark (const char *from, const char *end)
{
  while (end - from >= (gssize) strlen (MARK) && (from = memchr (from, *MARK, (gsize) (end - from))) != NULL)
    {
      if (end - from >= (gssize) strlen (MARK) && memcmp (from, MARK, strlen (MARK)) == 0)
        return from;
      from++;
    }
  return NULL;
}

char *
sceau_find_code_text (GBytes *pdf)
{
  g_autofree char *found = NULL;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  const char *end = data + length;

  if (length == 0)
    return NULL;
  for (const char *start = find_mark (data, end); start != NULL; start = find_mark (start + strlen (MARK), end))
    {
      g_autofree char *text = read_text (start, (gsize) (end - start));

      if (found != NULL && text != NULL && !g_str_equal (found, text))
        return NULL;
      if (found == NULL)
        found = g_steal_pointer (&text);
    }
  return g_steal_pointer (&found);
}
