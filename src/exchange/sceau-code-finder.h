/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sceau_find_code_text: the verification code that a PDF bears in its XMP metadata as dc:identifier, which PDF/A asks to be
 * readable without unpacking.  Only that one text is looked for: nothing of a foreign file is interpreted, so no damage to it matters.
 *
 * Returns: (transfer full): %NULL when there is none, or more than one that differ.
 */
char *sceau_find_code_text (GBytes *pdf);

G_END_DECLS
