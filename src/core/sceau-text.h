/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"

G_BEGIN_DECLS

/* Trimmed and in NFC; NULL when nothing is left or @text is not UTF-8. */
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
