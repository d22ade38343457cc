/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sceau_hyphens_list: where a French word may be broken with a hyphen, in bytes from its beginning, in order
 * (element-type guint) (transfer full).
 *
 * The word may have quotes and punctuation around it, and an elision before it.  What could be a name, a code or an
 * acronym (it has a capital, a figure, a hyphen, an @ or a dot inside) is never broken; two letters at least stay
 * before a hyphen and three after it.  Without the patterns of data/hyphenation no word is broken.
 */
GArray *sceau_hyphens_list (const char *word, gsize length);

G_END_DECLS
