/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What strangers verify with: a page with the school's keys and its signed list, and the badge of one parchemin. */

#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-key-private.h"
#include "sceau-learner-table.h"
#include "sceau-open-badge-writer.h"
#include "sceau-print-session.h"
#include "sceau-verifier-page.h"
#include "sceau-verify-certificate.h"
#include "sceau-workflow-private.h"

#include <glib/gi18n-lib.h>

static gboolean
write_text (char *text, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return sceau_write_document (bytes, path, error);
}

/* The page ------------------------------------------------------------------------------ */

/* (transfer full) */
static char *
draw_page (SceauSchool *school, const SceauSigner *signer, GError **error)
{
  const SceauCertificateQuery everything = { 0 };
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, error);
  g_autoptr (GPtrArray) keys = identity != NULL ? sceau_signing_key_table_list (school, error) : NULL;
  g_autoptr (GPtrArray) certificates = keys != NULL ? sceau_certificate_table_list (school, &everything, error) : NULL;
  g_autofree SceauVerifierKey *shown = keys != NULL ? g_new0 (SceauVerifierKey, keys->len) : NULL;
  const SceauDate made = sceau_school_today (school);
  g_autofree char *message = NULL;
  g_autoptr (GBytes) signature = NULL;

  if (certificates == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      const SceauSigningKey *key = g_ptr_array_index (keys, i);

      shown[i] = (SceauVerifierKey) { .public_key = key->public_key, .created = key->created, .retired = key->retired };
    }
  message = sceau_revocation_list_message (identity, certificates, made);
  signature = sceau_signer_sign (signer, message, strlen (message));
  return sceau_verifier_page_write (identity, shown, keys->len,
                                    &(SceauVerifierList) { .message = message, .signature = signature, .key_id = sceau_signer_key_id (signer), .made = made });
}

gboolean
sceau_export_verifier (SceauSchool *school, const char *passphrase, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSigner) signer = sceau_signer_open (school, passphrase, faults, error);
  char *html;

  if (signer == NULL || !sceau_transaction_begin_read (&transaction, school, error) || !sceau_signer_check (signer, school, error))
    return FALSE;
  html = draw_page (school, signer, error);
  return html != NULL && write_text (html, path, error);
}

/* The badge ----------------------------------------------------------------------------- */

typedef struct
{
  SceauCertificate *certificate;
  SceauSchoolIdentity *identity;
  SceauCertification *certification;
  SceauMandate *mandate;
  SceauEnrolment *enrolment;
  SceauLearner *learner;
} Holding;

static void
holding_clear (Holding *self)
{
  sceau_certificate_free (self->certificate);
  sceau_school_identity_free (self->identity);
  sceau_certification_free (self->certification);
  sceau_mandate_free (self->mandate);
  sceau_enrolment_free (self->enrolment);
  sceau_learner_free (self->learner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holding, holding_clear)

/* What it says is what the parchemin says, which nobody may have left behind since. */
static gboolean
check_holding (const Holding *self, GError **error)
{
  g_autofree char *name = sceau_learner_full_name (self->learner);

  if (self->certificate->state != SCEAU_CERTIFICATE_ISSUED)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("The parchemin %s is no longer in force: it has no badge."),
                   self->certificate->number);
      return FALSE;
    }
  if (g_str_equal (name, self->certificate->learner_name))
    return TRUE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("The parchemin was delivered to %s and the file now says %s. A badge says what the parchemin says: replace the parchemin first."),
               self->certificate->learner_name, name);
  return FALSE;
}

static gboolean
load_holding (Holding *self, SceauSchool *school, const char *number, GError **error)
{
  self->certificate = sceau_require_certificate (school, number, error);
  self->identity = self->certificate != NULL ? sceau_school_load_identity (school, error) : NULL;
  self->certification = self->identity != NULL ? sceau_require_certification (school, self->certificate->certification_code, error) : NULL;
  self->enrolment = self->certification != NULL ? sceau_require_enrolment (school, self->certificate->enrolment_id, error) : NULL;
  self->learner = self->enrolment != NULL ? sceau_learner_table_find (school, self->enrolment->learner_id, error) : NULL;
  return self->learner != NULL
         && sceau_certificate_find_mandate (school, self->identity, self->certification, self->certificate->delivered, &self->mandate, error)
         && check_holding (self, error);
}

/* To the second, as the proof has it. (transfer full) */
static char *
make_stamp (SceauSchool *school)
{
  g_autofree char *now = sceau_school_now (school);

  return g_strdup_printf ("%.19sZ", now);
}

gboolean
sceau_export_open_badge (SceauSchool *school, const char *number, const char *passphrase, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Holding) holding = { NULL };
  g_autofree char *key = sceau_certificate_read_number (number, error);
  g_autoptr (SceauSigner) signer = key != NULL ? sceau_signer_open (school, passphrase, faults, error) : NULL;
  g_autofree char *created = make_stamp (school);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) signature = NULL;
  SceauPaperContent content;
  SceauOpenBadge badge;

  if (signer == NULL || !sceau_transaction_begin_read (&transaction, school, error) || !sceau_signer_check (signer, school, error)
      || !load_holding (&holding, school, key, error))
    return FALSE;
  content = (SceauPaperContent) {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = holding.identity,
    .mandate = holding.mandate,
    .certification = holding.certification,
    .learner = holding.learner,
    .number = holding.certificate->number,
    .decided = holding.certificate->decided,
    .delivered = holding.certificate->delivered,
    .place = holding.certificate->place,
  };
  badge = (SceauOpenBadge) { .content = &content, .public_key = sceau_signer_public_key (signer), .created = created };
  bytes = sceau_open_badge_signed_bytes (&badge);
  signature = sceau_signer_sign (signer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return write_text (sceau_open_badge_write (&badge, signature), path, error);
}
