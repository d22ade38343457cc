/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-paper.h"

G_BEGIN_DECLS

/* How a paper looks; owns nothing. */
typedef struct
{
  const SceauDesign *design;
  const SceauTemplate *template;
  const SceauHouseStyle *style;
} SceauPaperLook;

/**
 * sceau_paper_document_render: the paper as PDF/A-2u (transfer full).
 *
 * Returns: %NULL with SCEAU_DOCUMENT_ERROR_GLYPH when a letter is not in the faces (the sentence names
 *   text and letter), _FONT when the shipped faces are missing, _IO otherwise.
 */
GBytes  *sceau_paper_document_render       (const SceauPaperLook *look, const SceauPaperContent *content, GError **error);

/* What is to be said on paper @index; called in the caller's thread, in order. @content is good until the next call. */
typedef gboolean (*SceauPaperContentFunc)  (guint index, const SceauPaperContent **content, gpointer data, GError **error);
/* The finished paper @index; called in the caller's thread, in order. FALSE stops the batch with @error. */
typedef gboolean (*SceauPaperReadyFunc)    (guint index, GBytes *pdf, gpointer data, GError **error);

/**
 * sceau_paper_document_render_each: @n papers of one look, one file each: what those of one certification share is
 * compressed once, all cores draw, memory does not grow with @n.  The bytes of a paper are those of
 * sceau_paper_document_render() alone.
 * A paper that cannot be drawn stops the batch; check texts before.
 */
gboolean sceau_paper_document_render_each  (const SceauPaperLook *look, guint n, SceauPaperContentFunc next, SceauPaperReadyFunc ready,
                                            gpointer data, GCancellable *cancellable, GError **error);
/* All of them as pages of one document, with a bookmark for each name, to @out. */
gboolean sceau_paper_document_render_merged (const SceauPaperLook *look, guint n, SceauPaperContentFunc next, gpointer data,
                                             GOutputStream *out, GCancellable *cancellable, GError **error);
/* Whether every letter of @content can be printed with @look: one fault for each text that cannot. */
gboolean sceau_paper_document_check        (const SceauPaperLook *look, const SceauPaperContent *content, SceauFaults *faults);

G_END_DECLS
