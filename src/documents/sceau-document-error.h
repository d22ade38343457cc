/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SCEAU_DOCUMENT_ERROR: what can go wrong with a page.
 * @SCEAU_DOCUMENT_ERROR_GLYPH: a letter of a name is not in the font.
 * @SCEAU_DOCUMENT_ERROR_FONT: a font that Sceau ships is missing or damaged.
 * @SCEAU_DOCUMENT_ERROR_IO: the file cannot be written.
 */
#define SCEAU_DOCUMENT_ERROR (sceau_document_error_quark ())
GQuark sceau_document_error_quark (void);

typedef enum
{
  SCEAU_DOCUMENT_ERROR_GLYPH,
  SCEAU_DOCUMENT_ERROR_FONT,
  SCEAU_DOCUMENT_ERROR_IO
} SceauDocumentError;

G_END_DECLS
