/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The linter of one paper.  Its rules are listed in one table, so that the documentation, the window and the
 * tests speak of the same ones. */

#include "sceau-paper-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-id-private.h"
#include "sceau-mentions.h"
#include "sceau-text.h"

SCEAU_DEFINE_IDS (sceau_proof_state, SceauProofState, "none", "printed", "signed", "refused")

/* --- Proofs --------------------------------------------------------------- */

SceauProof *
sceau_proof_new (void)
{
  return g_new0 (SceauProof, 1);
}

void
sceau_proof_free (SceauProof *self)
{
  if (self == NULL)
    return;
  g_free (self->content);
  g_free (self->remark);
  g_free (self);
}

const char *
sceau_proof_state_title (SceauProofState state)
{
  static const char *const titles[] = { N_ ("Not asked for"), N_ ("Waits for a signature"), N_ ("Good to print"), N_ ("To be corrected") };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (titles), "");

  return _(titles[state]);
}

char *
sceau_proof_content (const SceauLearner *learner)
{
  g_autofree char *name = sceau_learner_full_name (learner);
  g_autofree char *birth = sceau_mention_birth (learner);
  g_autofree char *others = sceau_mention_other_names (learner);

  return g_strjoin ("\n", name, birth, others, NULL);
}

/* --- Rules ---------------------------------------------------------------- */

typedef void (*Check) (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults);

static void
add (const SceauLintRule *rule, const char *field, const char *value, const char *reason, const char *remedy, SceauFaults *faults)
{
  sceau_faults_add_at (faults, rule->severity, NULL, field, value, reason, remedy);
  sceau_faults_set_source (faults, rule->source);
}

/* Who signs on that day: the mandate names its own signatory, which sceau_delivery_check() looks at. */
static void
check_signatory (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  g_autofree char *day = sceau_date_format_french (draft->delivered);

  if (draft->mandate != NULL || draft->signatory == NULL)
    return;
  if (!sceau_signatory_may_sign (draft->signatory, draft->delivered))
    add (rule, "signatory", draft->signatory->name, _("This person is not habilitated to sign on the day of delivery."),
         _("Choose another signatory or another day, or record the habilitation."), faults);
}

static void
check_title (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  g_autofree char *normal = sceau_text_normalise (draft->certification->title);

  if (g_strcmp0 (normal, draft->certification->title) != 0)
    add (rule, "title", draft->certification->title, _("The title has blanks around it or is not the registered text."),
         _("Import the fiche again."), faults);
}

static gboolean
has_block (const SceauCertification *certification, const SceauBlock *block)
{
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *its = g_ptr_array_index (certification->blocks, i);

      if (g_str_equal (its->code, block->code) && g_str_equal (its->title, block->title))
        return TRUE;
    }
  return FALSE;
}

static void
check_block (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  if (draft->paper != SCEAU_PAPER_BLOCK_ATTESTATION)
    return;
  if (draft->block == NULL)
    add (rule, "block", NULL, _("An attestation of a block needs its block."), NULL, faults);
  else if (!has_block (draft->certification, draft->block))
    add (rule, "block", draft->block->code, _("The fiche has no block with this code and wording."), _("Take the wording of the fiche."), faults);
}

static void
check_template (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  (void) rule; /* each mention names its own source */
  sceau_template_check (draft->template, draft->design, faults);
}

static void
check_words (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  (void) rule; /* each word names its own source */
  sceau_lint_forbidden_words (draft->place, _("place of delivery"), faults);
  if (draft->signatory != NULL)
    sceau_lint_forbidden_words (draft->signatory->title, _("title of the signatory"), faults);
}

static void
check_birth_place (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  if (draft->learner->birth_place == NULL || *draft->learner->birth_place == '\0')
    add (rule, "birth_place", NULL, _("The place of birth is missing: the paper would not say it."),
         _("Ask the learner for it: it tells namesakes apart."), faults);
}

static void
check_proof (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  g_autofree char *content = sceau_proof_content (draft->learner);

  if (!draft->style->proof_required || draft->paper != SCEAU_PAPER_CERTIFICATE)
    return;
  if (draft->proof == NULL || draft->proof->state == SCEAU_PROOF_NONE || draft->proof->state == SCEAU_PROOF_PRINTED)
    add (rule, "proof", NULL, _("The learner has not signed the proof of their civil status."), _("Print the list, and record the signature."),
         faults);
  else if (draft->proof->state == SCEAU_PROOF_REFUSED)
    add (rule, "proof", draft->proof->remark, _("The learner asked for a correction."), _("Correct the civil status, and print a new proof."),
         faults);
  else if (g_strcmp0 (draft->proof->content, content) != 0)
    add (rule, "proof", NULL, _("The civil status was changed after the learner signed its proof."), _("Print a new proof."), faults);
}

static void
check_contrast (const SceauPaperDraft *draft, const SceauLintRule *rule, SceauFaults *faults)
{
  const guint32 primary = draft->style->primary >= 0 ? (guint32) draft->style->primary : draft->design->colours[SCEAU_COLOUR_PRIMARY];
  g_autofree char *shown = sceau_colour_to_text (primary);

  if (sceau_colour_contrast (primary, 0xFFFFFF) < 3)
    add (rule, "primary", shown, _("Titles in this colour can hardly be read on white paper, and not at all on a photocopy."),
         _("Choose a darker colour."), faults);
}

/* Same order as checks. */
static const SceauLintRule rules[] = {
  { "template", SCEAU_FAULT_ERROR, N_ ("every mandatory mention, no forbidden word, in the template"), "France compétences, mentions du parchemin" },
  { "signatory", SCEAU_FAULT_ERROR, N_ ("the signatory is habilitated on the day of delivery"), "France compétences, mentions du parchemin, 8°" },
  { "title", SCEAU_FAULT_ERROR, N_ ("the exact title of the fiche"), "France compétences, mentions du parchemin, 3° ; Code du travail, R6113-16-2" },
  { "block", SCEAU_FAULT_ERROR, N_ ("the exact wording of the block"), "Code du travail, R6113-16-3" },
  { "words", SCEAU_FAULT_ERROR, N_ ("no forbidden word in what the school writes"), "Code du travail, R6113-14-1" },
  { "birth-place", SCEAU_FAULT_WARNING, N_ ("the place of birth"), "France compétences, mentions du parchemin, 6°" },
  { "proof", SCEAU_FAULT_ERROR, N_ ("the learner’s signed proof, where the school wants it"), "Règle de l’école : bon à tirer" },
  { "contrast", SCEAU_FAULT_WARNING, N_ ("titles that can be read"), "WCAG 2.1, 1.4.3" },
};

static const Check checks[] = {
  check_template, check_signatory, check_title, check_block, check_words, check_birth_place, check_proof, check_contrast,
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == G_N_ELEMENTS (checks));

const SceauLintRule *
sceau_lint_rules (gsize *n)
{
  *n = G_N_ELEMENTS (rules);
  return rules;
}

/* The school as it signs: who is habilitated stands in the place of the one whom its identity names. */
static SceauSchoolIdentity *
find_issuer (const SceauPaperDraft *draft)
{
  SceauSchoolIdentity *issuer = sceau_school_identity_copy (draft->school);

  if (draft->signatory == NULL || draft->mandate != NULL)
    return issuer;
  g_free (issuer->signatory);
  issuer->signatory = g_strdup (draft->signatory->name);
  g_free (issuer->signatory_title);
  issuer->signatory_title = g_strdup (draft->signatory->title);
  return issuer;
}

gboolean
sceau_paper_lint (const SceauPaperDraft *draft, SceauFaults *faults)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauSchoolIdentity) issuer = find_issuer (draft);

  if (draft->paper == SCEAU_PAPER_CERTIFICATE)
    sceau_delivery_check (issuer, draft->mandate, draft->certification, draft->learner, draft->enrolment, draft->decision,
                          draft->session, draft->delivered, draft->place, faults);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    checks[i](draft, &rules[i], faults);
  return sceau_faults_count_errors (faults) == known;
}
