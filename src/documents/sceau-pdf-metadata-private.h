/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf-private.h"

G_BEGIN_DECLS

/* The XMP packet of a document (ISO 19005-2, 6.6): only properties that the standard knows beforehand. */
char *sceau_pdf_make_metadata    (const SceauPdf *pdf);
/* The dictionary of the same facts for older readers; the two must agree (6.6.3). */
char *sceau_pdf_make_information (const SceauPdf *pdf);
/* A text string, in UTF-16 (ISO 32000-1, 7.9.2.2). */
void  sceau_pdf_append_string    (GString *to, const char *text);

G_END_DECLS
