/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-mark-sheet.h"

G_BEGIN_DECLS

/* Whose grid it is, and what stands in it. */
typedef struct
{
  const char *number;         /* NULL with @name: a grid for anybody, to be filled in by hand */
  const char *name;           /* "LEFÈVRE Zoé" */
  int attempt;                /* 1: first session; 0: to be filled in by hand */
  const SceauResult *result;  /* mark, examiner, date, comment; NULL: empty cells for the examiner */
  GPtrArray *points;          /* (element-type SceauCriterionPoints) (nullable): of this candidate and attempt; others are passed over */
} SceauGridCandidate;

/**
 * The evaluation grids of one modality: criteria with the competence that each shows, points and
 * maximum, mark, comment, examiner and signature.  A4 portrait, each candidate on a new page.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauCertification *certification;
  const SceauModality *modality;         /* with its criteria; without any, the grid has room for an appreciation */
  const char *cohort_name;               /* or NULL */
  const SceauGridCandidate *candidates;
  gsize n_candidates;                    /* 0: one empty grid for anybody */
  SceauDate established;                 /* day of the print, or SCEAU_NO_DATE */
} SceauGridContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_grid_document_render (const SceauGridContent *content, GError **error);

G_END_DECLS
