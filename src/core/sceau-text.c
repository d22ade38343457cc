/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-text.h"

#define NO_BREAK_SPACE "\302\240"

/* Letters that Unicode does not decompose but that people type without their stroke or apart. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x0153, "oe" }, /* œ */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f8, "o" },  /* ø */
  { 0x0142, "l" },  /* ł */
  { 0x0111, "d" },  /* đ */
  { 0x00f0, "d" },  /* ð */
  { 0x00fe, "th" }, /* þ */
  { 0x0131, "i" },  /* ı */
};

/* Without what nobody sees: zero-width blanks, marks of direction, soft hyphens come along when a text is pasted.  They make
 * two equal names differ, and a reason that holds nothing else says nothing.  What turns the direction of all that follows
 * stays, to be refused: see sceau_text_check(). */
static char *
drop_format_characters (const char *text)
{
  GString *visible = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT || sceau_text_turns_direction (g_utf8_get_char (p)))
      g_string_append_len (visible, p, g_utf8_next_char (p) - p);
  return g_string_free (visible, FALSE);
}

char *
sceau_text_normalise (const char *text)
{
  g_autofree char *visible = NULL;
  g_autofree char *composed = NULL;
  const char *start;
  const char *end;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  visible = drop_format_characters (text);
  composed = g_utf8_normalize (visible, -1, G_NORMALIZE_NFC);
  start = composed;
  end = composed + strlen (composed);
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end > start ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static const char *
find_plain_letter (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == c)
      return plain_letters[i].plain;
  return NULL;
}

static gboolean
separates_words (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What a reader does not see as a letter: accents apart, soft hyphens, zero-width characters. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_FORMAT;
}

char *
sceau_text_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *lower = NULL;
  g_autofree char *decomposed = NULL;
  gboolean space_due = FALSE;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_strdup ("");
  lower = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain = find_plain_letter (c);

      if (is_invisible (c))
        continue;
      if (separates_words (c))
        {
          space_due = folded->len > 0;
          continue;
        }
      if (space_due)
        g_string_append_c (folded, ' ');
      space_due = FALSE;
      if (plain != NULL)
        g_string_append (folded, plain);
      else
        g_string_append_unichar (folded, c);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

gboolean
sceau_text_same (const char *a, const char *b)
{
  g_autofree char *folded_a = sceau_text_fold (a);
  g_autofree char *folded_b = sceau_text_fold (b);

  return strcmp (folded_a, folded_b) == 0;
}

char *
sceau_text_upper (const char *text)
{
  g_autoptr (GString) upper = g_string_new (NULL);

  /* Not g_utf8_strup(): a Turkish locale would dot the I of a French name. */
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00df) /* ß has no capital of its own in a civil status */
        g_string_append (upper, "SS");
      else
        g_string_append_unichar (upper, g_unichar_toupper (c));
    }
  return g_string_free (g_steal_pointer (&upper), FALSE);
}

static gboolean
wants_space_kept_before (gunichar c)
{
  return c == ';' || c == ':' || c == '!' || c == '?' || c == '%' || c == 0x00bb;
}

char *
sceau_text_french_spaces (const char *text)
{
  g_autoptr (GString) spaced = g_string_new (NULL);
  gunichar previous = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' && (previous == 0x00ab || wants_space_kept_before (g_utf8_get_char (p + 1))))
        g_string_append (spaced, NO_BREAK_SPACE);
      else
        g_string_append_unichar (spaced, c);
      previous = c;
    }
  return g_string_free (g_steal_pointer (&spaced), FALSE);
}

char *
sceau_sha256 (const void *data, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
}
