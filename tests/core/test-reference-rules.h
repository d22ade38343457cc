/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"

G_BEGIN_DECLS

/* The rules of evaluation written a second time, in another shape and with wide integers, to compare the
 * program with.  Slow and plain on purpose. */

/* Where one modality stands. */
typedef struct
{
  SceauMark mark;
  gboolean open; /* a mark that may still count is to come */
} TestStanding;

TestStanding    test_reference_standing (const SceauDossier *dossier, const SceauModality *modality);
SceauBlockState test_reference_block    (const SceauDossier *dossier, const char *block_code);
gboolean        test_reference_has_block (const SceauDossier *dossier, const char *block_code); /* acquired before */

/* Whether the weighted mean is at least @threshold: a sum of weighted differences, so that nothing is divided. */
gboolean        test_reference_reaches  (const gint32 *marks, const int *weights, guint n, gint32 threshold);
/* Whether @mean is the weighted mean rounded half up to the hundredth. */
gboolean        test_reference_is_mean  (const gint32 *marks, const int *weights, guint n, gint32 mean);

G_END_DECLS
