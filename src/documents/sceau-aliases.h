/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"

G_BEGIN_DECLS

/**
 * SceauAliases: the names of the candidates and the numbers that stand for them, to take the names
 * out of what people wrote.  A name is found whatever its case and accents, whole or one word of it,
 * first names too: rather a word too many is hidden than a name left.  Particles alone ("de", "la")
 * are no names.  A word that names several candidates becomes "[nom masqué]".
 */
typedef struct _SceauAliases SceauAliases;

/* @decisions (element-type SceauDecision); @learners (element-type SceauLearner) (nullable): for the names that decisions do not hold. */
SceauAliases *sceau_aliases_new  (GPtrArray *decisions, GPtrArray *learners);
void          sceau_aliases_free (SceauAliases *self);
/* @text (nullable) without names (transfer full); a copy when @self is NULL.  @number (nullable): whom the text is about,
 * preferred where a word names several. */
char         *sceau_aliases_hide (const SceauAliases *self, const char *text, const char *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauAliases, sceau_aliases_free)

G_END_DECLS
