/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What may enter as text, and how a text is shown in a sentence. */

#include <glib/gi18n-lib.h>

#include "sceau-text.h"

#define SHOWN_LENGTH 60
/* Four bytes hold any character: no need to look at more of a long text. */
#define SHOWN_BYTES ((SHOWN_LENGTH + 1) * 4)

gboolean
sceau_text_turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
breaks_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

static int
longest (SceauTextKind kind)
{
  return kind == SCEAU_TEXT_LINE ? SCEAU_TEXT_LINE_LENGTH : SCEAU_TEXT_NOTE_LENGTH;
}

/* Why @c may not stand in a text of this @kind (transfer full), or NULL. */
static char *
object_to (gunichar c, SceauTextKind kind)
{
  if (breaks_line (c))
    return kind == SCEAU_TEXT_LINE ? g_strdup (_("It holds a line break or a tab.")) : NULL;
  if (g_unichar_iscntrl (c))
    /* Translators: a character by its number in Unicode, as U+0007. */
    return g_strdup_printf (_("It holds the control character U+%04X, which nobody sees."), c);
  if (sceau_text_turns_direction (c))
    return g_strdup_printf (_("It holds U+%04X, which turns the direction of reading: it would not be read as it is kept."), c);
  return NULL;
}

gboolean
sceau_text_check (const char *text, SceauTextKind kind, char **reason, char **remedy)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    {
      *reason = g_strdup (_("It is not text in UTF-8."));
      *remedy = g_strdup (_("Type it again, or save the file as UTF-8."));
      return FALSE;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      *reason = object_to (g_utf8_get_char (p), kind);
      if (*reason == NULL)
        continue;
      *remedy = g_strdup (breaks_line (g_utf8_get_char (p)) ? _("Write it on one line.") : _("Type it again instead of pasting it."));
      return FALSE;
    }
  if (kind == SCEAU_TEXT_FREE || g_utf8_strlen (text, -1) <= longest (kind))
    return TRUE;
  *reason = g_strdup_printf (_("It has more than %d characters."), longest (kind));
  *remedy = g_strdup (_("Shorten it."));
  return FALSE;
}

char *
sceau_text_to_paragraph (const char *text)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autofree char *normal = sceau_text_normalise (text);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!breaks_line (g_utf8_get_char (p)))
      g_string_append_unichar (paragraph, g_utf8_get_char (p));
    else if (!g_str_has_suffix (paragraph->str, " "))
      g_string_append_c (paragraph, ' ');
  return normal != NULL ? g_string_free (g_steal_pointer (&paragraph), FALSE) : NULL;
}

static void
append_shown (GString *shown, gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (breaks_line (c))
    g_string_append_c (shown, ' ');
  else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
    g_string_append_printf (shown, "\\u%04X", c);
  else
    g_string_append_unichar (shown, c);
}

char *
sceau_text_show (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  int length = 0;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, (gssize) strnlen (text, SHOWN_BYTES));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      if (length == SHOWN_LENGTH - 1 && *g_utf8_next_char (p) != '\0')
        {
          g_string_append (shown, "…");
          break;
        }
      append_shown (shown, g_utf8_get_char (p));
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}
