/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-jury.h"
#include "sceau-pdf.h"

/* Records for the pages under test: everybody in them is invented. */

SceauSchoolIdentity *fixture_school        (void); /* certifies RNCP41445 by its SIREN */
SceauCertification  *fixture_certification (void); /* RNCP41445, four blocks */
SceauCertification  *fixture_inventaire    (void); /* INV3818, of CCI France */
SceauCertification  *fixture_rs            (void); /* an RS fiche, valid three years */
SceauMandate        *fixture_mandate       (void); /* of CCI France */
SceauLearner        *fixture_learner       (const char *first_name, const char *birth_name, SceauSex sex);
SceauJurySession    *fixture_session       (SceauSessionState state); /* five jurors, one absent */
/* @n decisions: all proposed certified and so decided, but the fourth deferred with a reason and votes. */
GPtrArray           *fixture_decisions     (guint n);

/* The text of the pages, runs of spaces and line ends as one space. Fails when pdftotext warns. */
char                *pdf_text    (GBytes *bytes);
/* The same line by line over the width of the page, so that a row of a table is one run of words if no cell wraps. */
char                *pdf_rows    (GBytes *bytes);
/* Standard output of @tool on the bytes in a file; fails when it complains. */
char                *pdf_run     (GBytes *bytes, const char *tool, const char *option);
guint                pdf_n_pages (GBytes *bytes);
/* qpdf finds no fault; every font is embedded, cut, and has a map to Unicode; check-pdfa.py finds no fault. */
void                 pdf_assert_sound (GBytes *bytes);

#define assert_contains(text, part) G_STMT_START { \
  if (strstr ((text), (part)) == NULL) \
    g_error ("“%s” is not in: %s", (part), (text)); } G_STMT_END
#define assert_lacks(text, part) G_STMT_START { \
  if (strstr ((text), (part)) != NULL) \
    g_error ("“%s” is in: %s", (part), (text)); } G_STMT_END
