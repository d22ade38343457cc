/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-document-error.h"
#include "sceau-font-private.h"

#include <glib/gi18n-lib.h>
#include <unicode/uchar.h>

typedef enum
{
  FAULT_NONE,
  FAULT_INVISIBLE,   /* controls, marks of direction, joiners */
  FAULT_MEANINGLESS, /* the face may draw it, yet whoever copies it learns nothing */
  FAULT_LOOSE_MARK,  /* an accent over nothing would stand over the margin or the space before */
  FAULT_EMOJI,
  FAULT_MISSING
} Fault;

static Fault
look_at (const SceauFontSet *set, SceauFace font, gunichar before, gunichar letter)
{
  const GUnicodeType type = g_unichar_type (letter);
  const gboolean is_missing = !sceau_font_set_has_glyph (set, font, letter);

  if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_SURROGATE)
    return FAULT_INVISIBLE;
  if (type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE)
    return FAULT_MEANINGLESS;
  if (is_missing && u_hasBinaryProperty (letter, UCHAR_EMOJI))
    return FAULT_EMOJI;
  if (is_missing)
    return FAULT_MISSING;
  if (g_unichar_ismark (letter) && !g_unichar_isalnum (before) && !g_unichar_ismark (before))
    return FAULT_LOOSE_MARK;
  return FAULT_NONE;
}

/* The name that the Unicode standard gives it, which is what a search for it will find. */
static void
read_name (gunichar letter, char *name, int32_t size)
{
  UErrorCode status = U_ZERO_ERROR;

  *name = '\0';
  u_charName (letter, U_CHAR_NAME_ALIAS, name, size, &status);
  if (U_SUCCESS (status) && *name != '\0')
    return;
  status = U_ZERO_ERROR;
  u_charName (letter, U_EXTENDED_CHAR_NAME, name, size, &status);
}

static void
set_glyph_error (GError **error, Fault fault, const char *what, const char *text, gunichar letter)
{
  char shown[7] = { 0 };
  char name[128];
  g_autofree char *sentence = NULL;

  g_unichar_to_utf8 (letter, shown);
  read_name (letter, name, sizeof name);
  switch (fault)
    {
    case FAULT_INVISIBLE:
      sentence = g_strdup_printf (_("%s “%s” has an invisible character (U+%04X, %s), which cannot be printed: remove it."), what,
                                  text, letter, name);
      break;
    case FAULT_MEANINGLESS:
      sentence = g_strdup_printf (_("%s “%s” has a character without a meaning of its own (U+%04X, %s): type it again from the "
                                    "keyboard."),
                                  what, text, letter, name);
      break;
    case FAULT_LOOSE_MARK:
      sentence = g_strdup_printf (_("%s “%s” has an accent without a letter before it (U+%04X, %s): type the letter and its accent "
                                    "again, or remove the accent."),
                                  what, text, letter, name);
      break;
    case FAULT_EMOJI:
      sentence = g_strdup_printf (_("%s “%s” has the emoji “%s” (U+%04X, %s), which cannot be printed: remove it."), what, text,
                                  shown, letter, name);
      break;
    case FAULT_MISSING:
    case FAULT_NONE:
    default:
      sentence = g_strdup_printf (_("%s “%s” has the letter “%s” (U+%04X, %s), which cannot be printed: correct it, or write it "
                                    "with other letters."),
                                  what, text, shown, letter, name);
      break;
    }
  g_set_error_literal (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH, sentence);
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
      const gunichar before = at > prepared ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
      const Fault fault = look_at (set, font, before, letter);

      if (fault == FAULT_NONE)
        continue;
      if (missing != NULL)
        *missing = letter;
      set_glyph_error (error, fault, what, text, letter);
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
