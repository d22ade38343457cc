/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-flow.h"

G_BEGIN_DECLS

/* What stands above the text of a letter. */
typedef struct
{
  const SceauSchoolIdentity *school; /* the sender */
  const char *recipient;             /* name and postal address, with line breaks */
  const char *object;                /* "Convocation au jury de certification" */
  SceauDate written;                 /* SCEAU_NO_DATE: to be filled in by hand */
  const char *watermark;             /* or NULL */
} SceauLetterHead;

extern const SceauPdfStyle sceau_letter_text;
extern const SceauPdfStyle sceau_letter_bold;

/**
 * sceau_letter_begin: the first page of a letter on @pdf (transfer full), after whatever stands there
 * already: sender, the recipient where the window of a DL envelope is (35 × 100 mm, 20 mm from its right
 * and lower edges, the sheet folded in three), place and day, object.
 */
SceauFlow *sceau_letter_begin   (SceauPdf *pdf, const SceauLetterHead *head);
/* The end of its text. */
typedef struct
{
  const char *heading;               /* of the last paragraph, or NULL */
  const char *last;                  /* the last paragraph */
  const SceauPdfStyle *style;        /* of it */
  const char *closing;               /* "Veuillez agréer, Madame, l’expression…" */
  const SceauSchoolIdentity *school; /* who signs */
} SceauLetterEnd;

/* The last paragraph, the closing words and who signs, on one page: a signature stands on no page alone. */
void       sceau_letter_close   (SceauFlow *flow, const SceauLetterEnd *end);
/* The foot of its pages: the letter is complete. */
void       sceau_letter_end     (SceauFlow *flow, const SceauSchoolIdentity *school);

G_END_DECLS
