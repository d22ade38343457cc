/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-house-style.h"

G_BEGIN_DECLS

/**
 * The linter: everything that would make a paper worthless or unlawful, found before a number is
 * given (FORMATS §4.1, §4.2).  Each rule has an id, a severity and the text it comes from: sceau_lint_rules()
 * lists them, and so does TEMPLATES.md.
 */
typedef struct
{
  const char *id;              /* "title-exact" */
  SceauFaultSeverity severity;
  const char *title;           /* what it looks at, in a few words */
  const char *source;          /* "France compétences, FAQ parchemin, 3°" */
} SceauLintRule;

const SceauLintRule *sceau_lint_rules (gsize *n);

/* What the learner said of their civil status as it would be printed. */
typedef enum
{
  SCEAU_PROOF_NONE,     /* not asked */
  SCEAU_PROOF_PRINTED,  /* on the list that waits for their signature */
  SCEAU_PROOF_SIGNED,   /* good to print, for what was printed then */
  SCEAU_PROOF_REFUSED   /* something is to be corrected */
} SceauProofState;

/* « Bon à tirer » of one enrolment. */
typedef struct
{
  gint64 enrolment_id;
  SceauProofState state;
  char *content;      /* the civil status that was shown, see sceau_proof_content() */
  SceauDate date;     /* of the state */
  char *remark;       /* what is to be corrected, or NULL */
} SceauProof;

SceauProof *sceau_proof_new     (void);
void        sceau_proof_free    (SceauProof *self);
const char *sceau_proof_state_to_id   (SceauProofState state); /* "none", "printed", "signed", "refused" */
gboolean    sceau_proof_state_from_id (const char *id, SceauProofState *state);
const char *sceau_proof_state_title   (SceauProofState state);
/* Name, other names, birth as they would be printed: a signed proof holds for this text only. */
char       *sceau_proof_content (const SceauLearner *learner);

/* One paper that is about to be made; owns nothing. */
typedef struct
{
  SceauPaper paper;
  const SceauSchoolIdentity *school;
  const SceauMandate *mandate;             /* or NULL */
  const SceauHouseStyle *style;
  const SceauSignatory *signatory;         /* or NULL: nobody is habilitated on that day */
  const SceauTemplate *template;
  const SceauDesign *design;
  const SceauCertification *certification;
  const SceauLearner *learner;
  const SceauEnrolment *enrolment;
  const SceauDecision *decision;
  const SceauJurySession *session;
  const SceauBlock *block;                 /* of a block attestation, or NULL */
  const SceauProof *proof;                 /* or NULL */
  SceauDate delivered;
  const char *place;
} SceauPaperDraft;

/* sceau_delivery_check(), the template, the signatory on that day, the wording of blocks, the civil status, the proof.
 * Whether the faces have every letter is the page engine's to say.  FALSE when an error was added. */
gboolean sceau_paper_lint (const SceauPaperDraft *draft, SceauFaults *faults);
/* The words that no paper may bear (FORMATS §4.1), in @text: each one is a fault at @place. */
gboolean sceau_lint_forbidden_words (const char *text, const char *place, SceauFaults *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauProof, sceau_proof_free)

G_END_DECLS
