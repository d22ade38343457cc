/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sceau_statement_splitter_split: the competences in LISTE_COMPETENCES (or in
 * CAPACITES_ATTESTEES of a fiche without blocks), one statement each.
 *
 * The flow has lost its HTML: what were paragraphs, items of lists and line breaks
 * are runs of two or more blanks, and some runs stand in the middle of a sentence.
 * README.md of this folder says by which signs they are told apart.  Every word of
 * @text is in one of the statements; only bullets and doubled blanks go.
 *
 * Returns: (transfer full) (element-type utf8): never NULL; empty for a blank text.
 */
GPtrArray *sceau_statement_splitter_split (const char *text);

G_END_DECLS
