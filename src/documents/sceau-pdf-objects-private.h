/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-pdf-private.h"

G_BEGIN_DECLS

/* One object of a file, as the bytes between "7 0 obj" and "endobj". */
typedef struct
{
  guint number;
  gboolean is_stream;
  GBytes *bytes;
} SceauPdfObject;

/* What documents draw with; owns nothing. */
typedef struct
{
  SceauGlyphs *const *glyphs;   /* for each SceauFace; none, no font */
  const GPtrArray *pictures;    /* (element-type SceauPdfPicture) */
  const GPtrArray *drawings;    /* (element-type SceauPdfPage), set */
  gboolean with_profile;        /* also the colour profile and the output intent that names it */
} SceauPdfNeeds;

/* The objects of that, and where each is. */
typedef struct
{
  GArray *objects;              /* (element-type SceauPdfObject) */
  guint next;                   /* number after the last */
  guint fonts[SCEAU_N_FACES];   /* 0: none */
  guint intent;                 /* 0: none */
  GPtrArray *names;             /* (element-type char *) of pictures and drawings */
  GArray *numbers;              /* (element-type guint) of each name */
} SceauPdfObjects;

/* Makes them through libharu, numbered from @first (at least 1). */
SceauPdfObjects *sceau_pdf_objects_new  (const SceauPdfNeeds *needs, guint first, GError **error);
void             sceau_pdf_objects_free (SceauPdfObjects *self);

/* The colour space sRGB as an ICC profile. */
GBytes          *sceau_pdf_srgb_profile (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPdfObjects, sceau_pdf_objects_free)

G_END_DECLS
