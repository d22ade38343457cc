/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-template.h"

G_BEGIN_DECLS

/* The faces that Sceau ships in data/fonts are core's SceauFace; lower-case letters of SMALL_CAPS are small capitals: every
 * letter of the languages of Western and Central Europe has one, others stay lower-case letters.  A user's own font is
 * never loaded: many may not be embedded. */

/**
 * sceau_document_set_font_dir: where the fonts are, for the whole process, from the
 * next document on.  %NULL goes back to the rule: `$SCEAU_DATA_DIR/fonts`, else the
 * installed folder, else the folder of the sources.
 */
void     sceau_document_set_font_dir (const char *dir);

/**
 * sceau_pdf_check_text: whether every letter of @text can be printed in @font.
 * @what: what the text is, for the sentence ("the learner's name"), translated.
 * @missing: (out) (optional): the first letter that cannot.
 *
 * Returns: FALSE with SCEAU_DOCUMENT_ERROR_GLYPH, the sentence naming @what, @text
 *   and the letter with its U+ code and its Unicode name.  Refused too: malformed UTF-8, characters that are not
 *   seen, that mean nothing (unassigned, private use), and accents without a letter.
 */
gboolean sceau_pdf_check_text        (SceauFace    font,
                                      const char  *what,
                                      const char  *text,
                                      gunichar    *missing,
                                      GError     **error);

G_END_DECLS
