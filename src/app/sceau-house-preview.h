/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-keep-house-style.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_HOUSE_PREVIEW (sceau_house_preview_get_type ())
G_DECLARE_FINAL_TYPE (SceauHousePreview, sceau_house_preview, SCEAU, HOUSE_PREVIEW, AdwBin)

/**
 * SceauHousePreview: a specimen of a paper while its look is edited: the PDF of the engine that draws the real ones, made in
 * the worker's thread when nothing was changed for a moment, one at a time.  What stood there stays until the next is drawn.
 */
SceauHousePreview *sceau_house_preview_new       (SceauContext *context);
/* What is to be seen from now on; both are copied. */
void               sceau_house_preview_show      (SceauHousePreview *self, const SceauHouseStyle *style, const SceauOrnaments *ornaments);
SceauPaper         sceau_house_preview_get_paper (SceauHousePreview *self);
/* How many specimens were drawn so far, and whether the last change is among them. */
guint              sceau_house_preview_get_drawn (SceauHousePreview *self);
gboolean           sceau_house_preview_is_fresh  (SceauHousePreview *self);

G_END_DECLS
