/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Documents after the delivery: the same bytes again, and a duplicate. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-file-set.h"
#include "sceau-house-look.h"
#include "sceau-input-file.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-keep-register-private.h"
#include "sceau-learner-table.h"
#include "sceau-paper-code.h"
#include "sceau-print-session.h"
#include "sceau-text.h"

static char *
hash_bytes (GBytes *bytes)
{
  return sceau_sha256 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
sceau_load_certificate_pdf (SceauSchool *school, const char *number, GError **error)
{
  g_autoptr (SceauCertificate) certificate = sceau_require_certificate (school, number, error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *sha256 = NULL;

  if (certificate == NULL)
    return NULL;
  pdf = sceau_certificate_table_load_pdf (school, certificate->number, error);
  if (pdf == NULL)
    return NULL;

  sha256 = hash_bytes (pdf);
  if (g_str_equal (sha256, certificate->sha256))
    return g_steal_pointer (&pdf);
  g_set_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT,
               _("The document kept for the parchemin %s is not the one that was issued: its SHA-256 is %s instead of %s. "
                 "Restore a backup of the school."),
               certificate->number, sha256, certificate->sha256);
  return NULL;
}

gboolean
sceau_reprint_certificate (SceauSchool *school, const char *number, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = sceau_load_certificate_pdf (school, number, error);

  return pdf != NULL && sceau_write_document (pdf, path, error);
}

/* What a duplicate says, from the file as it is today. */
typedef struct
{
  SceauCertificate *certificate;
  SceauHouseLook *look;
  SceauCertification *certification;
  SceauMandate *mandate;
  SceauSignatory *signatory;
  SceauEnrolment *enrolment;
  SceauLearner *learner;
} Copy;

static void
copy_clear (Copy *self)
{
  sceau_certificate_free (self->certificate);
  sceau_house_look_free (self->look);
  sceau_certification_free (self->certification);
  sceau_mandate_free (self->mandate);
  sceau_signatory_free (self->signatory);
  sceau_enrolment_free (self->enrolment);
  sceau_learner_free (self->learner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

static gboolean
refuse (GError **error, const char *format, const char *first, const char *second)
{
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, format, first, second);
  return FALSE;
}

/* The signatory is that of the day: a centre whose mandate has ended signs no duplicate. */
static gboolean
check_copy (const Copy *copy, SceauDate today, GError **error)
{
  g_autofree char *name = sceau_learner_full_name (copy->learner);

  if (copy->certificate->state == SCEAU_CERTIFICATE_REPLACED)
    return refuse (error, _("The parchemin %s was replaced by %s: make a duplicate of that one."), copy->certificate->number,
                   copy->certificate->replaced_by);
  if (!g_str_equal (name, copy->certificate->learner_name))
    return refuse (error,
                   _("The parchemin was delivered to %s and the file now says %s. A duplicate says what the original says: "
                     "put the name back, or replace the parchemin."),
                   copy->certificate->learner_name, name);
  if (copy->signatory != NULL && copy->mandate == NULL && !sceau_signatory_may_sign (copy->signatory, today))
    return refuse (error, _("%s is not habilitated to sign today, and nobody else is. Record who signs for the school."),
                   copy->signatory->name, NULL);
  if (sceau_school_role (copy->look->identity, copy->certification) == SCEAU_SCHOOL_CENTRE && copy->mandate == NULL)
    return refuse (error, _("%s does not certify %s, and no mandate of the certifier is valid today. Record the mandate first."),
                   copy->look->identity->name, copy->certification->code);
  return TRUE;
}

static gboolean
load_copy (Copy *copy, SceauSchool *school, const char *number, GError **error)
{
  const SceauDate today = sceau_school_today (school);

  copy->certificate = sceau_require_certificate (school, number, error);
  if (copy->certificate == NULL)
    return FALSE;
  copy->look = sceau_load_house_look (school, error);
  if (copy->look == NULL)
    return FALSE;
  copy->certification = sceau_require_certification (school, copy->certificate->certification_code, error);
  if (copy->certification == NULL)
    return FALSE;
  copy->enrolment = sceau_require_enrolment (school, copy->certificate->enrolment_id, error);
  if (copy->enrolment == NULL)
    return FALSE;
  copy->learner = sceau_learner_table_find (school, copy->enrolment->learner_id, error);
  return copy->learner != NULL
         && sceau_certificate_find_mandate (school, copy->look->identity, copy->certification, today, &copy->mandate, error)
         && sceau_find_paper_signatory (school, today, &copy->signatory, error) && check_copy (copy, today, error);
}

static SceauPaperContent
describe_copy (const Copy *copy, const SceauRegisterAct *act)
{
  return (SceauPaperContent) {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = copy->look->identity,
    .mandate = copy->mandate,
    .signatory = copy->signatory,
    .certification = copy->certification,
    .learner = copy->learner,
    .number = copy->certificate->number,
    .decided = copy->certificate->decided,
    .delivered = copy->certificate->delivered,
    .place = copy->certificate->place,
    .duplicate_rank = act->rank,
    .duplicate_date = act->date,
    .duplicate_reason = act->reason,
  };
}

/* With a code of its own, where there is a key. */
static GBytes *
draw_copy (const Copy *copy, SceauSchool *school, const SceauRegisterAct *act, const SceauSigner *signer, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (copy->look, SCEAU_PAPER_CERTIFICATE);
  SceauPaperContent content = describe_copy (copy, act);
  g_autofree char *code = NULL;

  if (signer != NULL)
    {
      code = sceau_signer_check (signer, school, error) ? sceau_paper_code (signer, &content, error) : NULL;
      if (code == NULL)
        return NULL;
      content.code_text = code;
    }
  return sceau_paper_document_render (&look, &content, error);
}

static gboolean
record_copy (SceauSchool *school, const SceauRegisterAct *act, GBytes *pdf, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("certificate %s", act->number);

  return sceau_certificate_table_add_act (school, act, pdf, error)
         && sceau_journal_record (school, "certificate.duplicate", subject, NULL, sceau_json_from_duplicate (act), error);
}

/* The file is complete on the disk before the register knows of it, and gets its name after. */
static gboolean
stage_copy (SceauFileSet *files, const char *path, GBytes *pdf, GError **error)
{
  g_autoptr (SceauFaults) taken = sceau_faults_new ();

  sceau_file_set_add (files, path, pdf);
  sceau_file_set_check (files, taken);
  if (sceau_faults_length (taken) > 0)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (taken, 0));

      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, text);
      return FALSE;
    }
  return sceau_file_set_stage (files, NULL, error);
}

/* The act as it is kept, or NULL. */
static SceauRegisterAct *
take_request (SceauSchool *school, const SceauRegisterAct *asked, GError **error)
{
  g_autoptr (SceauRegisterAct) act = sceau_register_act_new ();

  act->kind = SCEAU_REGISTER_DUPLICATE;
  act->date = sceau_school_today (school);
  act->reason = sceau_text_to_paragraph (asked->reason);
  act->person = sceau_text_normalise (asked->person);
  if (act->reason == NULL)
    {
      refuse (error, _("A duplicate needs a reason, such as a loss that was declared."), NULL, NULL);
      return NULL;
    }
  if (sceau_text_refuse (act->reason, SCEAU_TEXT_NOTE, error) || sceau_text_refuse (act->person, SCEAU_TEXT_LINE, error)
      || !sceau_check_register_text (act->reason, error) || !sceau_check_register_text (act->person, error))
    return NULL;
  return g_steal_pointer (&act);
}

/* Inside a transaction. */
static gboolean
rank_copy (SceauSchool *school, const Copy *copy, SceauRegisterAct *act, GError **error)
{
  act->number = g_strdup (copy->certificate->number);
  if (!sceau_require_register_act (school, copy->certificate, act, error))
    return FALSE;
  act->rank = sceau_certificate_table_next_rank (school, act->number, act->kind, error);
  return act->rank > 0;
}

gboolean
sceau_duplicate_certificate_by (SceauSchool *school, const char *number, const char *path, const SceauRegisterAct *asked,
                                const SceauSigner *signer, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Copy) copy = { NULL };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (SceauRegisterAct) act = take_request (school, asked, error);
  g_autoptr (GBytes) pdf = NULL;

  if (act == NULL || !sceau_transaction_begin (&transaction, school, error) || !load_copy (&copy, school, number, error)
      || !rank_copy (school, &copy, act, error))
    return FALSE;
  pdf = draw_copy (&copy, school, act, signer, error);
  if (pdf == NULL || !stage_copy (files, path, pdf, error))
    return FALSE;
  act->sha256 = hash_bytes (pdf);
  return record_copy (school, act, pdf, error) && sceau_transaction_commit (&transaction, error)
         && sceau_file_set_publish (files, error);
}

gboolean
sceau_duplicate_certificate (SceauSchool *school, const char *number, const char *path, const char *reason, const char *requested_by,
                             const char *passphrase, SceauFaults *faults, GError **error)
{
  const SceauRegisterAct asked = { .reason = (char *) reason, .person = (char *) requested_by };
  g_autoptr (SceauSigner) signer = NULL;

  if (passphrase != NULL)
    {
      signer = sceau_signer_open (school, passphrase, faults, error);
      if (signer == NULL)
        return FALSE;
    }
  return sceau_duplicate_certificate_by (school, number, path, &asked, signer, error);
}
