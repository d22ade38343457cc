/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * sceau_paper_preview_render: the first page of @pdf as a picture of @width pixels.
 * It touches no widget and may run in any thread.
 * Returns: (transfer full): or NULL with @error when @pdf is no document that can be shown.
 */
GdkTexture *sceau_paper_preview_render     (GBytes *pdf, int width, GError **error);
/* The same of every page: (transfer full) (element-type GdkTexture). */
GPtrArray  *sceau_paper_preview_render_all (GBytes *pdf, int width, GError **error);

G_END_DECLS
