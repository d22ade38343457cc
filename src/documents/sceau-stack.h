/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-text-layout.h"

G_BEGIN_DECLS

/**
 * SceauStack: lines one above the other, as on a diploma.  Each text is fitted
 * to the width first; then the stack is spread over the height it is given.
 */
typedef struct _SceauStack SceauStack;

/* @scale multiplies every size and gap: a stack that is too high is built again, smaller.  Lines that are not centred begin at the left. */
SceauStack *sceau_stack_new         (SceauPdf *pdf, double width, double scale, gboolean centred);
void        sceau_stack_free        (SceauStack *self);

/* Of the lines added from now on: see sceau_pdf_set_printed(). */
void        sceau_stack_set_printed (SceauStack *self, gboolean printed);
/* Fits @text as sceau_text_fit(); @gap is what stands above it at least.  NULL or "" adds nothing. */
void        sceau_stack_add         (SceauStack *self, const SceauPdfStyle *style, double gap, guint max_lines, double smallest, const char *text);
/* What a design of @divider draws there: of SCEAU_DIVIDER_NONE, nothing. */
void        sceau_stack_add_divider (SceauStack *self, SceauDivider divider, double gap, SceauPdfColour colour);

double      sceau_stack_height      (const SceauStack *self);
/* Draws it between @left and the width beyond, from @top downwards; what is left of @height widens the gaps. */
void        sceau_stack_draw        (const SceauStack *self, double left, double top, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauStack, sceau_stack_free)

G_END_DECLS
