/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"

G_BEGIN_DECLS

/**
 * What may enter a school file, from wherever it comes.
 *
 * Nobody sees a control character, and the marks that turn the direction of reading (U+202A–U+202E, U+2066–U+2069) show
 * something else than what is kept: both are refused, not dropped, since a text without them says something that nobody
 * wrote.  The other format characters come along unasked when a text is pasted, and it reads the same without them: soft
 * hyphen, byte order mark, zero-width blank, marks of one letter's direction.  So it is with the joiners (ZWJ, ZWNJ): they
 * shape scripts that a French civil status does not use, and would make two equal names differ.
 * sceau_text_normalise() drops these.
 */
typedef enum
{
  SCEAU_TEXT_LINE, /* a name, a place: at most 200 characters, no line break */
  SCEAU_TEXT_NOTE, /* a reason, a comment: at most 2000; line breaks are blanks, see sceau_text_to_paragraph() */
  SCEAU_TEXT_FREE  /* of any length and over several lines: what comes from elsewhere and is checked again */
} SceauTextKind;

#define SCEAU_TEXT_LINE_LENGTH 200
#define SCEAU_TEXT_NOTE_LENGTH 2000

/* @reason, @remedy: (out) (transfer full): translated sentences, set when it returns FALSE. NULL may enter. */
gboolean sceau_text_check       (const char *text, SceauTextKind kind, char **reason, char **remedy);
/* Whether @c makes what follows read from the other side. */
gboolean sceau_text_turns_direction (gunichar c);
/* For a sentence (transfer full): at most 60 characters, then “…”; what nobody would see as \u202E. NULL for NULL. */
char    *sceau_text_show        (const char *text);
/* Normalised, on one line (transfer full); NULL when nothing is left. */
char    *sceau_text_to_paragraph (const char *text);

/* Trimmed and in NFC, without what nobody sees and nothing is lost by; NULL when nothing is left or @text is not UTF-8. */
char    *sceau_text_normalise   (const char *text);
/* Without case, accents, punctuation and doubled spaces: what search and matching compare. */
char    *sceau_text_fold        (const char *text);
gboolean sceau_text_same        (const char *a, const char *b); /* folded forms are equal */
/* Upper case by French rules, accents kept: "Lefèvre" → "LEFÈVRE". */
char    *sceau_text_upper       (const char *text);
/* Ordinary spaces before ; : ! ? » % and after « become no-break ones. */
char    *sceau_text_french_spaces (const char *text);
/* "vingt-deux novembre deux mille vingt-six" and the like, for documents (numbers 0 … 999 999). */
char    *sceau_french_number    (int number);
char    *sceau_french_date_in_words (SceauDate date);

/* SHA-256 as 64 lower-case hex digits. */
char    *sceau_sha256           (const void *data, gsize length);

G_END_DECLS
