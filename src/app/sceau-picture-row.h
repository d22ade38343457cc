/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-house-style.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PICTURE_ROW (sceau_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (SceauPictureRow, sceau_picture_row, SCEAU, PICTURE_ROW, AdwActionRow)

/**
 * SceauPictureRow: a logo, a seal or a signature, chosen from a PNG or JPEG file that is read in the worker's thread, or taken
 * away.  What cannot be used is refused with its sentence, and the picture before stays.
 *
 * Signal "changed" (void): another picture, or none.
 */
SceauPictureRow    *sceau_picture_row_new  (SceauContext *context, const char *title);
/* (transfer none) (nullable) */
const SceauPicture *sceau_picture_row_get  (SceauPictureRow *self);
/* Without "changed"; it is copied. */
void                sceau_picture_row_set  (SceauPictureRow *self, const SceauPicture *picture);
/* As if the user had chosen it. */
void                sceau_picture_row_read (SceauPictureRow *self, const char *path);

G_END_DECLS
