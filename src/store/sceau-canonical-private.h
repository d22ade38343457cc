/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-statement.h"

G_BEGIN_DECLS

/* One form for what is hashed: each field is its length in bytes, a colon, its bytes and a comma; an absent one is
 * "-,".  No two different lists of fields have the same form. */
void     sceau_canonical_add      (GChecksum *checksum, const char *text);
/* Every column of every row, with @title before and a mark after each row; numbers as decimal text. Takes the statement. */
gboolean sceau_canonical_add_rows (GChecksum *checksum, const char *title, SceauStatement *statement, GError **error);

G_END_DECLS
