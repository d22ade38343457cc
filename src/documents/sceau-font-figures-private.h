/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * sceau_font_lining_figures: @face (transfer full) with figures as high as capitals, where it
 * has them (the feature "lnum"), else as it was.
 *
 * EB Garamond's own figures hang below the line and its 1 looks like a capital I: charming in
 * a novel, wrong in « RNCP41445BC01 ».  A PDF knows letters by the font's character map, so
 * that map is what changes.
 */
hb_face_t *sceau_font_lining_figures (hb_face_t *face);

G_END_DECLS
