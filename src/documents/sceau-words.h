/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-learner.h"
#include "sceau-pdf.h"
#include "sceau-plan.h"

G_BEGIN_DECLS

/* What several documents say in the same French words, whatever the locale. */

gboolean    sceau_words_is_filled   (const char *text);
/* Fails @pdf, naming @what, unless every letter of a name can be printed in the text face; NULL is no name. */
void        sceau_words_require     (SceauPdf *pdf, const char *what, const char *name);
/* "Expert en cybersécurité (MS) — fiche RNCP41445, niveau 7" */
char       *sceau_words_certification (const SceauCertification *certification);
/* "fiche RNCP41445, niveau 7" */
char       *sceau_words_fiche       (const SceauCertification *certification);
/* "RNCP41445BC01" under the heading of RNCP41445 is "BC01"; points into @code. */
const char *sceau_words_block_code  (const SceauCertification *certification, const char *code);
/* The fiche's own wording of a route takes four lines of a narrow column. */
const char *sceau_words_route       (SceauRoute route);
/* "en apprentissage", of candidates */
const char *sceau_words_by_route    (SceauRoute route);
/* "Madame", "Monsieur", or both when the sex is not known */
const char *sceau_words_salutation  (SceauSex sex);
/* "promotion 2026" of "2026"; a name that says so itself stays as it is: "Promotion 2026". */
char       *sceau_words_cohort      (const char *name);
/* "étude de cas" */
const char *sceau_words_modality_type (SceauModalityType type);
/* A mark for a reader who does not know the abbreviations: "14,5 sur 20", "acquis", "absence justifiée", "—". */
char       *sceau_words_mark        (SceauMark mark, SceauScale scale);
/* Hundredths: "4", "4,5", "4,25" */
char       *sceau_words_hundredths  (gint32 hundredths);
/* "jeudi 12 novembre 2026" */
char       *sceau_words_weekday     (SceauDate date);
/* "14 h 30" of "14:30"; what cannot be read stays as it is; NULL of NULL. */
char       *sceau_words_hour        (const char *time);
/* "de 17 h 32" of a time stamp, in Paris; "du 13 novembre 2026 à 9 h 05" when that is not @day. */
char       *sceau_words_hour_of     (const char *stamp, SceauDate day);
/* "12 novembre 2026 à 18 h 32 (heure de Paris)" of "2026-11-12T17:32:05Z"; what cannot be read stays as it is. */
char       *sceau_words_moment      (const char *stamp);

G_END_DECLS
