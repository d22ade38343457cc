/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The attestation de validation de bloc (L6323-6): one block, and nothing but this block. */

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-file-set.h"
#include "sceau-house-look.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-text.h"

typedef struct
{
  SceauLearner *learner;
  SceauAcquiredBlock *acquired;
  SceauCertification *certification;
  SceauHouseLook *look;
  SceauMandate *mandate;
  char *place;
} Attestation;

static void
attestation_clear (Attestation *self)
{
  sceau_learner_free (self->learner);
  sceau_acquired_block_free (self->acquired);
  sceau_certification_free (self->certification);
  sceau_house_look_free (self->look);
  sceau_mandate_free (self->mandate);
  g_free (self->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attestation, attestation_clear)

/* Blocks are what a certification is made of; some have none, and then there is nothing to attest apart. */
static gboolean
refuse_missing_block (SceauSchool *school, const SceauLearner *learner, const char *block_code, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = learner->id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (school, &query, error);
  guint with_blocks = 0;

  if (enrolments == NULL)
    return FALSE;
  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      g_autoptr (SceauCertification) certification = sceau_require_certification (school, enrolment->certification_code, error);

      if (certification == NULL)
        return FALSE;
      with_blocks += certification->blocks->len > 0;
    }
  if (enrolments->len > 0 && with_blocks == 0)
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 _("The certification of learner %s has no blocks: it is assessed as a whole."), learner->number);
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 _("Learner %s has not acquired the block “%s”: there is nothing to attest."), learner->number, block_code);
  return FALSE;
}

static gboolean
find_acquired (Attestation *self, SceauSchool *school, const char *block_code, GError **error)
{
  g_autoptr (GPtrArray) blocks = sceau_acquired_block_table_list_by_learner (school, self->learner->id, NULL, error);
  const SceauAcquiredBlock *found = NULL;
  guint index = 0;

  if (blocks == NULL)
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (blocks, i);

      if (!g_str_equal (block->block_code, block_code))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The block “%s” was acquired in both %s and %s: its code does not say which is meant."), block_code,
                       found->certification_code, block->certification_code);
          return FALSE;
        }
      found = block;
      index = i;
    }
  if (found == NULL)
    return refuse_missing_block (school, self->learner, block_code, error);
  self->acquired = g_ptr_array_steal_index_fast (blocks, index);
  return TRUE;
}

static gboolean
load_attestation (Attestation *self, SceauSchool *school, const char *learner_number, const char *block_code, SceauDate delivered,
                  GError **error)
{
  self->learner = sceau_require_learner (school, learner_number, error);
  if (self->learner == NULL || !find_acquired (self, school, block_code, error))
    return FALSE;
  self->certification = sceau_require_certification (school, self->acquired->certification_code, error);
  if (self->certification == NULL)
    return FALSE;
  self->look = sceau_load_house_look (school, error);
  if (self->look == NULL)
    return FALSE;
  self->place = sceau_text_normalise (self->look->identity->city);
  return sceau_certificate_find_mandate (school, self->look->identity, self->certification, delivered, &self->mandate, error);
}

static void
check_issuer (const Attestation *self, SceauFaults *faults)
{
  if (sceau_school_role (self->look->identity, self->certification) == SCEAU_SCHOOL_CENTRE && self->mandate == NULL)
    sceau_faults_add_field (faults, "certifier", self->look->identity->name,
                            _("The school is not a certifier of this fiche, and only a certifier attests its blocks."),
                            _("Record the certifier’s written mandate."));
  if (self->mandate == NULL && sceau_school_role (self->look->identity, self->certification) == SCEAU_SCHOOL_CERTIFIER)
    {
      g_autofree char *signatory = sceau_text_normalise (self->look->identity->signatory);
      g_autofree char *title = sceau_text_normalise (self->look->identity->signatory_title);

      if (signatory == NULL || title == NULL)
        sceau_faults_add_field (faults, "signatory", NULL, _("The school has no signatory, or the signatory has no title."),
                                _("Complete the identity of the school."));
    }
  if (self->place == NULL)
    sceau_faults_add_field (faults, "city", NULL, _("The place of delivery is missing."), _("Give the city of the school."));
}

static void
check_attestation (const Attestation *self, SceauDate delivered, SceauFaults *faults)
{
  g_autofree char *text = sceau_date_format_iso (delivered);

  check_issuer (self, faults);
  if (self->acquired->kind == SCEAU_ACQUISITION_DISPENSE || self->acquired->kind == SCEAU_ACQUISITION_CORRESPONDENCE)
    sceau_faults_add_field (faults, "block", self->acquired->block_code,
                            _("This block came by dispense or correspondence: no jury has validated it."),
                            _("The proof of the dispense stands for it."));
  if (delivered == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "delivered", NULL, _("The day of delivery is missing."), NULL);
  else if (delivered < self->acquired->date)
    sceau_faults_add_field (faults, "delivered", text, _("The attestation would be delivered before the jury decided."),
                            _("Correct the date."));
}

static GBytes *
draw_attestation (const Attestation *self, const char *reference, SceauDate delivered, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (self->look, SCEAU_PAPER_BLOCK_ATTESTATION);
  const SceauPaperContent content = {
    .paper = SCEAU_PAPER_BLOCK_ATTESTATION,
    .school = self->look->identity,
    .mandate = self->mandate,
    .certification = self->certification,
    .block = sceau_certification_find_block (self->certification, self->acquired->block_code),
    .learner = self->learner,
    .number = reference,
    .decided = self->acquired->date,
    .delivered = delivered,
    .place = self->place,
  };

  return sceau_paper_document_render (&look, &content, error);
}

static gboolean
record_attestation (SceauSchool *school, const Attestation *self, const char *reference, SceauDate delivered, GBytes *pdf, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("learner %s", self->learner->number);
  g_autofree char *sha256 = sceau_sha256 (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  JsonObject *after = sceau_json_from_acquired_block (self->acquired);

  sceau_json_set_text (after, "reference", reference);
  sceau_json_set_date (after, "delivered", delivered);
  sceau_json_set_text (after, "sha256", sha256);
  return sceau_journal_record (school, "attestation.issue", subject, NULL, after, error);
}

gboolean
sceau_issue_block_attestation (SceauSchool *school, const char *learner_number, const char *block_code, SceauDate delivered,
                               const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Attestation) self = { NULL };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *reference = g_strdup_printf ("%s-%s", learner_number, block_code);
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error)
      || !load_attestation (&self, school, learner_number, block_code, delivered, error))
    return FALSE;
  check_attestation (&self, delivered, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  pdf = draw_attestation (&self, reference, delivered, error);
  if (pdf == NULL)
    return FALSE;
  sceau_file_set_add (files, path, pdf);
  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, NULL, error)
         && record_attestation (school, &self, reference, delivered, pdf, error)
         && sceau_transaction_commit (&transaction, error) && sceau_file_set_publish (files, error);
}
