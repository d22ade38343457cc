/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-house-style.h"
#include "sceau-table-private.h"

G_BEGIN_DECLS

/* A picture is three columns, its PNG, width and height, all NULL when there is none. */

/* (transfer full): of the columns from @column on, or NULL. */
SceauPicture *sceau_picture_read_columns (SceauStatement *row, int column);
/* To the places from @place on; @picture may be NULL. */
void          sceau_picture_bind_columns (SceauStatement *statement, int place, const SceauPicture *picture);

G_END_DECLS
