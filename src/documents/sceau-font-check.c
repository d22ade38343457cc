/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-document-error.h"
#include "sceau-font-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_printable (const SceauFontSet *set, SceauFace font, gunichar letter)
{
  const GUnicodeType type = g_unichar_type (letter);

  if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_SURROGATE)
    return FALSE;
  return sceau_font_set_has_glyph (set, font, letter);
}

static void
set_glyph_error (GError **error, const char *what, const char *text, gunichar letter)
{
  if (g_unichar_isgraph (letter))
    {
      char shown[7] = { 0 };

      g_unichar_to_utf8 (letter, shown);
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH,
                   _("%s “%s” has the letter “%s” (U+%04X), which cannot be printed: correct it, or write it with other letters."),
                   what, text, shown, letter);
    }
  else
    g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH,
                 _("%s “%s” has an invisible character (U+%04X), which cannot be printed: remove it."),
                 what, text, letter);
}

static gboolean
check_encoding (const char *what, const char *text, GError **error)
{
  g_autofree char *shown = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  shown = g_utf8_make_valid (text, -1);
  g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH,
               _("%s “%s” is not valid UTF-8 text: enter it again."), what, shown);
  return FALSE;
}

gboolean
sceau_font_set_check_text (const SceauFontSet *set, SceauFace font, const char *what, const char *text,
                           gunichar *missing, GError **error)
{
  g_autofree char *prepared = NULL;

  if (!check_encoding (what, text, error))
    return FALSE;
  prepared = sceau_font_set_prepare (set, font, text);
  for (const char *at = prepared; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      if (is_printable (set, font, letter))
        continue;
      if (missing != NULL)
        *missing = letter;
      set_glyph_error (error, what, text, letter);
      return FALSE;
    }
  return TRUE;
}

gboolean
sceau_pdf_check_text (SceauFace font, const char *what, const char *text, gunichar *missing, GError **error)
{
  g_autoptr (SceauFontSet) set = sceau_font_set_new ();

  g_return_val_if_fail (font < SCEAU_N_FACES, FALSE);
  g_return_val_if_fail (what != NULL && text != NULL, FALSE);

  if (missing != NULL)
    *missing = 0;
  return sceau_font_set_open (set, font, error) && sceau_font_set_check_text (set, font, what, text, missing, error);
}
