/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-flow.h"
#include "sceau-result-letter-document.h"

G_BEGIN_DECLS

/* sceau-result-letter-blocks.c */

/* Whether the block is the candidate's: by this decision, or by something before it. */
gboolean sceau_result_letter_has_block   (const SceauResultLetterContent *content, const char *code);
guint    sceau_result_letter_count_blocks (const SceauResultLetterContent *content);
/* Every block of the fiche with its exact title and how it stands. */
void     sceau_result_letter_draw_blocks (SceauFlow *flow, const SceauResultLetterContent *content);

/* sceau-result-letter-remains.c: what is left to pass, and how often it may still be tried. */
void     sceau_result_letter_draw_remains (SceauFlow *flow, const SceauResultLetterContent *content);

G_END_DECLS
