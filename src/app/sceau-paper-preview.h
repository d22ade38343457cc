/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-paper-sheets.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PAPER_PREVIEW (sceau_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (SceauPaperPreview, sceau_paper_preview, SCEAU, PAPER_PREVIEW, AdwBin)

/**
 * SceauPaperPreview: a document as it is kept, or as it will be: #SceauPaperSheets that scroll, with a bar to turn its pages, to
 * change the scale, to print, save and open it.  It shows the very bytes that it is given; whoever has them made does so
 * in the worker's thread.
 *
 * Ctrl with plus, minus and 0 changes the scale, Ctrl+P prints.  Actions: "paper.previous", "paper.next", "paper.zoom-in",
 * "paper.zoom-out", "paper.zoom" (d), "paper.fit" ("page", "width"), "paper.print", "paper.save", "paper.open".
 *
 * Signal "drawn" (void): a document that was given is open, or found to be none.
 */
SceauPaperPreview *sceau_paper_preview_new        (void);

/**
 * sceau_paper_preview_show: @pdf in the place of what is shown; page and scale stay, so that a document can be edited
 * while it is looked at.
 * @name: what its file is called when it is saved, with ".pdf"; unsafe characters are replaced.
 */
void               sceau_paper_preview_show       (SceauPaperPreview *self, GBytes *pdf, const char *name);
/* The document is being made: with none yet something turns; the one before stays in sight. */
void               sceau_paper_preview_wait       (SceauPaperPreview *self);
/* The same, and nothing stays in sight. */
void               sceau_paper_preview_clear      (SceauPaperPreview *self);
/* Why there is no document: a sentence. */
void               sceau_paper_preview_show_fault (SceauPaperPreview *self, const char *fault);

/* (transfer none) (nullable): the document in sight. */
GBytes            *sceau_paper_preview_get_pdf    (SceauPaperPreview *self);
SceauPaperSheets  *sceau_paper_preview_get_sheets (SceauPaperPreview *self);
/* (nullable): whose each page is, (element-type utf8), said beside the number of the page. */
void               sceau_paper_preview_set_labels (SceauPaperPreview *self, GPtrArray *labels);

/* Writes the document in sight; the user has agreed to replace what is there. */
void               sceau_paper_preview_save       (SceauPaperPreview *self, const char *path);

G_END_DECLS
