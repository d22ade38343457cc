/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "test-rows.h"

/* "Zero is a mark; blank is not" becomes "zero-is-a-mark-blank-is-not". */
static char *
make_slug (const char *sentence)
{
  g_autofree char *ascii = g_str_to_ascii (sentence, "C");
  GString *slug = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

void
test_rows_add (const char *group, const char *sentence, gconstpointer row, GTestDataFunc func)
{
  g_autofree char *slug = make_slug (sentence);
  g_autofree char *path = g_strdup_printf ("/core/%s/%s", group, slug);

  g_test_add_data_func (path, row, func);
}

void
test_assert_says (const char *text, const char *part)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  if (strstr (plain->str, part) == NULL)
    g_error ("“%s” does not say “%s”", plain->str, part);
}
