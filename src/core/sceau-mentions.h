/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"

G_BEGIN_DECLS

/**
 * The mentions that the law asks of a parchemin (FORMATS §4.1), as French sentences
 * made of what the fiche and the records hold, and of nothing else.  What the fiche
 * does not say is left out; whether it may be is for sceau_delivery_check().
 */

/* The name that stands on the document as the certifier's: the mandate's, else the fiche's own for this school. */
const char *sceau_mention_certifier_name   (const SceauSchoolIdentity *school, const SceauMandate *mandate, const SceauCertification *certification);
/* "Certificateur : <corporate name> (nom commercial : <trade name>)" */
char       *sceau_mention_certifier        (const SceauSchoolIdentity *school, const SceauMandate *mandate, const SceauCertification *certification);
/* "Session organisée par <school>, sur mandat du certificateur": NULL without a mandate. */
char       *sceau_mention_centre           (const SceauSchoolIdentity *school, const SceauMandate *mandate);
/* "Certification professionnelle" or "Certificat de compétences". */
const char *sceau_mention_kind             (const SceauCertification *certification);
/* "Certification … enregistrée au RNCP … par décision du directeur général de France compétences en date du 27/10/2025…" */
char       *sceau_mention_registration     (const SceauCertification *certification);
/* National and European level; NULL outside the RNCP. */
char       *sceau_mention_level            (const SceauCertification *certification);
char       *sceau_mention_nsf              (const SceauCertification *certification); /* NULL without a code */
/* "Zoé LEFÈVRE", not to be broken at its hyphens nor after a particle. */
char       *sceau_mention_name             (const SceauLearner *learner);
/* "née le 1er mars 1999 à Lille", "né(e) …" when the sex is unknown */
char       *sceau_mention_birth            (const SceauLearner *learner);
/* Other first names and usage name, or NULL. */
char       *sceau_mention_other_names      (const SceauLearner *learner);
/* "Fait à Lille, le 20 novembre 2026" */
char       *sceau_mention_delivery         (const char *place, SceauDate delivered);
const char *sceau_mention_signatory        (const SceauSchoolIdentity *school, const SceauMandate *mandate);
const char *sceau_mention_signatory_title  (const SceauSchoolIdentity *school, const SceauMandate *mandate);
/* "Le titulaire", "La titulaire" */
const char *sceau_mention_holder           (const SceauLearner *learner);

G_END_DECLS
