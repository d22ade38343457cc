/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-jury.h"

G_BEGIN_DECLS

/**
 * The letter that tells one candidate what the jury decided, what it means, what remains to be done
 * and how long an appeal may be filed: A4 portrait.  It is not the parchemin and says so.  "PROJET"
 * stands across it until the session is notified: the letter is dated by #SceauJurySession.notified.
 *
 * Owns nothing; every record must outlive the call.
 */
typedef struct
{
  const SceauSchoolIdentity *school;
  const SceauMandate *mandate;               /* or NULL */
  const SceauJurySession *session;
  const SceauLearner *learner;
  const SceauDecision *decision;
  /* Fiche, plan, enrolment, every attempt and every acquired block: the results as they are under the
   * seal, so that what remains is told from what the jury saw.  Blocks that this decision gives may
   * be among the acquired ones. */
  const SceauDossier *dossier;
  int appeal_days;                           /* as the plan said when the results were notified; 0: the plan does not say */
  const SceauJurySession *rectified;         /* (nullable): the session that this one rectifies */
  const SceauDecision *rectified_decision;   /* (nullable): what it had decided for this candidate */
} SceauResultLetterContent;

/* The PDF (transfer full); errors as sceau_certificate_document_render(). */
GBytes *sceau_result_letter_document_render (const SceauResultLetterContent *content, GError **error);

G_END_DECLS
