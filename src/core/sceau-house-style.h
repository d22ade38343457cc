/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"
#include "sceau-template.h"

G_BEGIN_DECLS

/* A picture, always PNG of 8 bits RGB or RGBA: what a user gives is decoded and written anew by the workflow. */
typedef struct
{
  GBytes *png;
  int width, height; /* pixels */
} SceauPicture;

/* Somebody who may sign for the head of the school, and when: FORMATS §4.1, 8°. */
typedef struct
{
  gint64 id;
  char *name;
  char *title;              /* "Directrice générale" */
  char *reference;          /* of the delegation of signature, or NULL for the head */
  SceauDate start;          /* habilitated from … */
  SceauDate end;            /* … to; SCEAU_NO_DATE: until further notice */
  SceauPicture *signature;  /* or NULL: signed by hand */
} SceauSignatory;

/* What every paper of the school bears. */
typedef struct
{
  char *design;                     /* id of a SceauDesign, or NULL for the first */
  gint64 primary;                   /* 0xRRGGBB, or -1: the design's */
  gint64 accent;
  SceauPicture *logo;               /* or NULL */
  SceauPicture *seal;               /* or NULL */
  gboolean proof_required;          /* a signed « bon à tirer » before each parchemin */
} SceauHouseStyle;

/* NULL for NULL; the bytes are shared. */
SceauPicture    *sceau_picture_copy     (const SceauPicture *self);
void             sceau_picture_free     (SceauPicture *self);
SceauSignatory  *sceau_signatory_new    (void);
void             sceau_signatory_free   (SceauSignatory *self);
/* Habilitated on @date. */
gboolean         sceau_signatory_may_sign (const SceauSignatory *self, SceauDate date);
gboolean         sceau_signatory_check  (const SceauSignatory *self, SceauFaults *faults);
SceauHouseStyle *sceau_house_style_new  (void);
SceauHouseStyle *sceau_house_style_copy (const SceauHouseStyle *self);
void             sceau_house_style_free (SceauHouseStyle *self);
/* "#1a2b3c"; FALSE when @text is no colour. */
gboolean         sceau_colour_from_text (const char *text, guint32 *colour);
char            *sceau_colour_to_text   (guint32 colour);
/* Contrast of two colours by WCAG 2.1, 1 … 21: below 4.5 a text is hard to read. */
double           sceau_colour_contrast  (guint32 one, guint32 other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauPicture, sceau_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSignatory, sceau_signatory_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauHouseStyle, sceau_house_style_free)

G_END_DECLS
