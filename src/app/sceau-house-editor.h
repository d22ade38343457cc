/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-house-preview.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_HOUSE_EDITOR (sceau_house_editor_get_type ())
G_DECLARE_FINAL_TYPE (SceauHouseEditor, sceau_house_editor, SCEAU, HOUSE_EDITOR, AdwBin)

/**
 * SceauHouseEditor: the identity that the school's papers bear, a level of a page: design, colours, ornaments, logo and
 * seal are edited beside their specimen and saved together; signatories and templates are changed one by one.
 *
 * Actions: "house.save" (Ctrl+S), "house.discard", "house.add-signatory", "house.signatory" (x), "house.import",
 * "house.import-path" (s), "house.export" (ss), "house.remove" (ss), "house.colour" (s): back to the design's.
 */
SceauHouseEditor  *sceau_house_editor_new         (SceauContext *context);
/* What belongs into the header bar while it is on top; sees the actions (transfer full). */
GtkWidget         *sceau_house_editor_new_header  (SceauHouseEditor *self);
/* Reads again what others may have changed; what is being edited stays. */
void               sceau_house_editor_reload      (SceauHouseEditor *self);
SceauHousePreview *sceau_house_editor_get_preview (SceauHouseEditor *self);
gboolean           sceau_house_editor_is_modified (SceauHouseEditor *self);

G_END_DECLS
