/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is attested beside the parchemin: one block and nothing but this block (L6323-6), the success whose parchemin is still to
 * come, and the supplement. */

#include "sceau-attest-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-file-set.h"
#include "sceau-paper-code.h"
#include "sceau-text.h"

static void
attested_clear (SceauAttested *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->results, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  sceau_deliberation_free (self->deliberation);
  sceau_learner_free (self->learner);
  sceau_acquired_block_free (self->acquired);
  sceau_certification_free (self->certification);
  sceau_jury_session_free (self->session);
  sceau_house_look_free (self->look);
  sceau_mandate_free (self->mandate);
  sceau_signatory_free (self->signatory);
  g_free (self->place);
  g_free (self->reference);
  g_free (self->code_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauAttested, attested_clear)

static gboolean
refuse (GError **error, const char *format, const char *first, const char *second)
{
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, format, first, second);
  return FALSE;
}

/* Whether the call means this certification, or any. */
static gboolean
is_meant (const SceauAttested *self, const char *certification_code)
{
  return self->asked->certification_code == NULL || g_str_equal (self->asked->certification_code, certification_code);
}

/* One block ------------------------------------------------------------------------------ */

/* Blocks are what a certification is made of; some have none, and then there is nothing to attest apart. */
static gboolean
refuse_missing_block (SceauSchool *school, const SceauAttested *self, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = self->learner->id };
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
    return refuse (error, _("The certification of learner %s has no blocks: it is assessed as a whole."), self->learner->number, NULL);
  return refuse (error, _("Learner %s has not acquired the block “%s”: there is nothing to attest."), self->learner->number,
                 self->asked->block_code);
}

static gboolean
find_acquired (SceauAttested *self, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) blocks = sceau_acquired_block_table_list_by_learner (school, self->learner->id, NULL, error);
  const SceauAcquiredBlock *found = NULL;
  guint index = 0;

  if (blocks == NULL)
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (blocks, i);

      if (!g_str_equal (block->block_code, self->asked->block_code) || !is_meant (self, block->certification_code))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                       _("The block “%s” was acquired in both %s and %s: say which certification is meant."), block->block_code,
                       found->certification_code, block->certification_code);
          return FALSE;
        }
      found = block;
      index = i;
    }
  if (found == NULL)
    return refuse_missing_block (school, self, error);
  self->acquired = g_ptr_array_steal_index_fast (blocks, index);
  return TRUE;
}

static gboolean
load_block (SceauAttested *self, SceauSchool *school, GError **error)
{
  if (self->asked->block_code == NULL)
    return refuse (error, _("An attestation of a block needs its block."), NULL, NULL);
  if (!find_acquired (self, school, error))
    return FALSE;
  self->decided = self->acquired->date;
  self->reference = g_strdup_printf ("%s-%s", self->learner->number, self->acquired->block_code);
  self->certification = sceau_require_certification (school, self->acquired->certification_code, error);
  if (self->certification == NULL || self->acquired->session_id == 0)
    return self->certification != NULL;
  self->session = sceau_require_jury (school, self->acquired->session_id, error);
  return self->session != NULL;
}

/* The whole ------------------------------------------------------------------------------ */

/* The decision in force that certified @enrolment; *@decision is NULL when none did. */
static gboolean
find_certified (SceauSchool *school, const SceauEnrolment *enrolment, SceauDecision **decision, GError **error)
{
  g_autoptr (GError) local = NULL;

  *decision = sceau_decision_table_find_in_force (school, enrolment->id, &local);
  if (*decision == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*decision != NULL && (*decision)->outcome != SCEAU_OUTCOME_CERTIFIED)
    g_clear_pointer (decision, sceau_decision_free);
  return TRUE;
}

/* (transfer full): the one success that the call means. */
static SceauDecision *
find_success (const SceauAttested *self, SceauSchool *school, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = self->learner->id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (school, &query, error);
  g_autoptr (SceauDecision) found = NULL;

  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      g_autoptr (SceauDecision) decision = NULL;

      if (!is_meant (self, enrolment->certification_code))
        continue;
      if (!find_certified (school, enrolment, &decision, error))
        return NULL;
      if (decision != NULL && found != NULL)
        {
          refuse (error, _("Learner %s holds more than one certification: say which is meant."), self->learner->number, NULL);
          return NULL;
        }
      if (decision != NULL)
        found = g_steal_pointer (&decision);
    }
  if (enrolments != NULL && found == NULL)
    refuse (error, _("No sealed jury has certified learner %s: there is nothing to attest."), self->learner->number, NULL);
  return g_steal_pointer (&found);
}

/* Who has the parchemin needs nothing that stands for it. */
static gboolean
check_awaited (SceauSchool *school, const SceauAttested *self, gint64 enrolment_id, GError **error)
{
  const SceauCertificateQuery query = { .enrolment_id = enrolment_id };
  g_autoptr (GPtrArray) certificates = NULL;

  if (self->asked->paper != SCEAU_PAPER_SUCCESS_ATTESTATION)
    return TRUE;
  certificates = sceau_certificate_table_list (school, &query, error);
  for (guint i = 0; certificates != NULL && i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state == SCEAU_CERTIFICATE_ISSUED)
        return refuse (error, _("The parchemin %s of %s is issued: the attestation was for the time before. Hand over the parchemin."),
                       certificate->number, certificate->learner_name);
    }
  return certificates != NULL;
}

static gboolean
load_success (SceauAttested *self, SceauSchool *school, GError **error)
{
  g_autoptr (SceauDecision) decision = find_success (self, school, error);

  if (decision == NULL || !check_awaited (school, self, decision->enrolment_id, error))
    return FALSE;
  self->deliberation = sceau_deliberation_load (school, decision->session_id, decision->enrolment_id, error);
  if (self->deliberation == NULL)
    return FALSE;
  self->session = sceau_require_jury (school, decision->session_id, error);
  self->certification = sceau_require_certification (school, self->deliberation->certification->code, error);
  if (self->session == NULL || self->certification == NULL)
    return FALSE;
  self->decided = self->session->date;
  self->reference = g_strdup_printf ("%s-%s-%s", self->learner->number, self->certification->code,
                                     self->asked->paper == SCEAU_PAPER_SUPPLEMENT ? "SUPPLEMENT" : "REUSSITE");
  if (self->asked->paper == SCEAU_PAPER_SUPPLEMENT)
    sceau_attest_list_blocks (self);
  return TRUE;
}

/* Checks --------------------------------------------------------------------------------- */

static gboolean
load_attested (SceauAttested *self, SceauSchool *school, GError **error)
{
  const SceauAttestation *asked = self->asked;

  self->learner = sceau_require_learner (school, asked->learner_number, error);
  if (self->learner == NULL
      || !(asked->paper == SCEAU_PAPER_BLOCK_ATTESTATION ? load_block (self, school, error) : load_success (self, school, error)))
    return FALSE;
  self->look = sceau_load_house_look (school, error);
  if (self->look == NULL)
    return FALSE;
  self->place = sceau_text_normalise (asked->place != NULL ? asked->place : self->look->identity->city);
  return !sceau_text_refuse (self->place, SCEAU_TEXT_LINE, error)
         && sceau_certificate_find_mandate (school, self->look->identity, self->certification, asked->delivered, &self->mandate, error)
         && sceau_find_paper_signatory (school, asked->delivered, &self->signatory, error);
}

static void
check_issuer (const SceauAttested *self, SceauFaults *faults)
{
  const gboolean certifies = sceau_school_role (self->look->identity, self->certification) == SCEAU_SCHOOL_CERTIFIER;

  if (!certifies && self->mandate == NULL)
    sceau_faults_add_field (faults, "certifier", self->look->identity->name,
                            _("The school is not a certifier of this fiche, and only a certifier attests its blocks."),
                            _("Record the certifier’s written mandate."));
  if (certifies && self->signatory == NULL)
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
check_day (const SceauAttested *self, SceauFaults *faults)
{
  const SceauDate delivered = self->asked->delivered;
  g_autofree char *text = sceau_date_format_iso (delivered);
  const SceauDate embargo = self->session != NULL && self->session->notified == SCEAU_NO_DATE ? self->session->embargo : SCEAU_NO_DATE;

  if (delivered == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "delivered", NULL, _("The day of delivery is missing."), NULL);
  else if (delivered < self->decided)
    sceau_faults_add_field (faults, "delivered", text, _("The attestation would be delivered before the jury decided."),
                            _("Correct the date."));
  else if (embargo != SCEAU_NO_DATE && delivered < embargo)
    {
      g_autofree char *day = sceau_date_format_french (embargo);
      g_autofree char *reason = g_strdup_printf (_("The results of this session are under embargo until %s, and an attestation would tell them."), day);

      sceau_faults_add_field (faults, "delivered", text, reason, _("Choose that day or a later one, or notify the results first."));
    }
}

static SceauPaperContent
describe (const SceauAttested *self)
{
  const SceauBlock *block
      = self->acquired != NULL ? sceau_certification_find_block (self->certification, self->acquired->block_code) : NULL;

  return (SceauPaperContent) {
    .paper = self->asked->paper,
    .school = self->look->identity,
    .mandate = self->mandate,
    .signatory = self->signatory,
    .certification = self->certification,
    .block = block,
    .learner = self->learner,
    .number = self->reference,
    .decided = self->decided,
    .delivered = self->asked->delivered,
    .place = self->place,
    .code_text = self->code_text,
    .blocks = self->blocks != NULL ? (const SceauPaperBlock *) (const void *) self->blocks->data : NULL,
    .n_blocks = self->blocks != NULL ? self->blocks->len : 0,
    .results = self->results != NULL ? (const SceauPaperResult *) (const void *) self->results->data : NULL,
    .n_results = self->results != NULL ? self->results->len : 0,
  };
}

static void
check_attested (const SceauAttested *self, SceauFaults *faults)
{
  const SceauPaperContent content = describe (self);
  const SceauPaperLook look = sceau_house_look_of (self->look, self->asked->paper);
  const SceauPaperDraft draft = {
    .paper = self->asked->paper,
    .school = self->look->identity,
    .mandate = self->mandate,
    .style = self->look->style,
    .signatory = self->signatory,
    .template = self->look->templates[self->asked->paper],
    .design = self->look->design,
    .certification = self->certification,
    .learner = self->learner,
    .session = self->session,
    .block = content.block,
    .delivered = self->asked->delivered,
    .place = self->place,
  };

  check_issuer (self, faults);
  check_day (self, faults);
  if (self->acquired != NULL
      && (self->acquired->kind == SCEAU_ACQUISITION_DISPENSE || self->acquired->kind == SCEAU_ACQUISITION_CORRESPONDENCE))
    sceau_faults_add_field (faults, "block", self->acquired->block_code,
                            _("This block came by dispense or correspondence: no jury has validated it."),
                            _("The proof of the dispense stands for it."));
  sceau_paper_lint (&draft, faults);
  if (self->asked->delivered != SCEAU_NO_DATE && self->place != NULL)
    sceau_paper_document_check (&look, &content, faults);
}

/* The paper ------------------------------------------------------------------------------ */

static gboolean
sign (SceauAttested *self, SceauSchool *school, const SceauSigner *signer, GError **error)
{
  const SceauPaperContent content = describe (self);

  if (signer == NULL)
    return TRUE;
  if (!sceau_signer_check (signer, school, error))
    return FALSE;
  self->code_text = sceau_paper_code (signer, &content, error);
  return self->code_text != NULL;
}

static gboolean
record_attestation (SceauSchool *school, const SceauAttested *self, GBytes *pdf, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("learner %s", self->learner->number);
  g_autofree char *sha256 = sceau_sha256 (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  JsonObject *after = self->acquired != NULL ? sceau_json_from_acquired_block (self->acquired) : json_object_new ();

  if (self->acquired == NULL)
    {
      sceau_json_set_text (after, "certification", self->certification->code);
      json_object_set_int_member (after, "jury", self->session->id);
    }
  sceau_json_set_text (after, "paper", sceau_paper_to_id (self->asked->paper));
  sceau_json_set_text (after, "reference", self->reference);
  sceau_json_set_date (after, "delivered", self->asked->delivered);
  sceau_json_set_text (after, "code", self->code_text);
  sceau_json_set_text (after, "sha256", sha256);
  return sceau_journal_record (school, "attestation.issue", subject, NULL, after, error);
}

/* Inside a transaction. */
static gboolean
attest (SceauAttested *self, SceauSchool *school, const SceauSigner *signer, SceauFileSet *files, const char *path, SceauFaults *faults,
        GError **error)
{
  const guint known = sceau_faults_count_errors (faults);
  SceauPaperLook look;
  SceauPaperContent content;
  g_autoptr (GBytes) pdf = NULL;

  if (!load_attested (self, school, error))
    return FALSE;
  check_attested (self, faults);
  if (sceau_faults_refuse (faults, known, error) || !sign (self, school, signer, error))
    return FALSE;
  look = sceau_house_look_of (self->look, self->asked->paper);
  content = describe (self);
  pdf = sceau_paper_document_render (&look, &content, error);
  if (pdf == NULL)
    return FALSE;
  sceau_file_set_add (files, path, pdf);
  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, NULL, error)
         && record_attestation (school, self, pdf, error);
}

gboolean
sceau_issue_attestation_by (SceauSchool *school, const SceauAttestation *attestation, const SceauSigner *signer, const char *path,
                            SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauAttested) self = { .asked = attestation };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (SceauSigner) opened = NULL;

  g_return_val_if_fail (school != NULL && attestation != NULL && attestation->paper != SCEAU_PAPER_CERTIFICATE, FALSE);

  if (signer == NULL && attestation->passphrase != NULL)
    {
      opened = sceau_signer_open (school, attestation->passphrase, faults, error);
      if (opened == NULL)
        return FALSE;
    }
  return sceau_transaction_begin (&transaction, school, error)
         && attest (&self, school, signer != NULL ? signer : opened, files, path, faults, error)
         && sceau_transaction_commit (&transaction, error) && sceau_file_set_publish (files, error);
}

gboolean
sceau_issue_attestation (SceauSchool *school, const SceauAttestation *attestation, const char *path, SceauFaults *faults, GError **error)
{
  return sceau_issue_attestation_by (school, attestation, NULL, path, faults, error);
}
