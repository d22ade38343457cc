/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-house-style.h"

G_BEGIN_DECLS

/* What a file may have at most, and each side of a picture at least. */
#define SCEAU_PICTURE_MAX_BYTES (20 * 1024 * 1024)
#define SCEAU_PICTURE_MAX_PIXELS (40 * 1000 * 1000)
#define SCEAU_PICTURE_MIN_SIDE 16
/* What is kept fits into this, over 400 dots an inch in the largest place that a paper has for a picture. */
#define SCEAU_PICTURE_KEPT_WIDTH 1200
#define SCEAU_PICTURE_KEPT_HEIGHT 400

/**
 * sceau_picture_read_file: a picture that a user gives, PNG or JPEG and nothing else: its size is looked at before any
 * pixel is unpacked, it is turned as its camera says, made smaller to what paper needs, and written anew as PNG without
 * whatever else the file held.
 *
 * Returns: %NULL with SCEAU_EXCHANGE_ERROR_NOT_READABLE or _TOO_LARGE, and a sentence that says what to do.
 */
SceauPicture *sceau_picture_read_file (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
