/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a file, or the text of a QR code, is one of ours: by the register, and by the school's keys. */

#include "sceau-verify-certificate.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-code-finder.h"
#include "sceau-journal.h"
#include "sceau-key-private.h"
#include "sceau-text.h"
#include "sceau-workflow-private.h"

/* What the journal calls the issue of an attestation. */
#define ATTESTED "attestation.issue"
/* A parchemin is a page: what is much larger is not worth reading. */
#define LARGEST_FILE (64 * 1024 * 1024)

const char *
sceau_verification_to_id (SceauVerification verification)
{
  static const char *const ids[] = {
    [SCEAU_VERIFY_GENUINE] = "genuine",   [SCEAU_VERIFY_DUPLICATE] = "duplicate", [SCEAU_VERIFY_REVOKED] = "revoked",
    [SCEAU_VERIFY_REPLACED] = "replaced", [SCEAU_VERIFY_ALTERED] = "altered",     [SCEAU_VERIFY_UNKNOWN] = "unknown",
  };

  g_return_val_if_fail ((guint) verification < G_N_ELEMENTS (ids), NULL);

  return ids[verification];
}

void
sceau_verified_free (SceauVerified *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  sceau_verification_code_free (self->code);
  g_free (self->explanation);
  g_free (self);
}

static void
answer (SceauVerified *self, SceauVerification verification, const char *explanation)
{
  self->verification = verification;
  g_free (self->explanation);
  self->explanation = g_strdup (explanation);
}

static void
add_remark (SceauVerified *self, const char *remark)
{
  char *both = g_strconcat (self->explanation, " ", remark, NULL);

  g_free (self->explanation);
  self->explanation = both;
}

/* What the register says of the parchemin today; its end takes the duplicates with it. */
static void
answer_state (SceauVerified *self, const SceauCertificate *certificate, gboolean duplicate)
{
  g_autofree char *ended = certificate->ended != SCEAU_NO_DATE ? sceau_date_format_iso (certificate->ended) : NULL;
  g_autofree char *successor = certificate->replaced_by != NULL ? sceau_certificate_print_number (certificate->replaced_by) : NULL;
  g_autofree char *sentence = NULL;

  self->number = g_strdup (certificate->number);
  switch (certificate->state)
    {
    case SCEAU_CERTIFICATE_REVOKED:
      answer (self, SCEAU_VERIFY_REVOKED, _("Issued by this school, but revoked since: it proves nothing any more."));
      break;
    case SCEAU_CERTIFICATE_REPLACED:
      sentence = g_strdup_printf (_("Issued by this school, but replaced since by the parchemin %s."),
                                  successor != NULL ? successor : "?");
      answer (self, SCEAU_VERIFY_REPLACED, sentence);
      break;
    case SCEAU_CERTIFICATE_ISSUED:
    default:
      answer (self, duplicate ? SCEAU_VERIFY_DUPLICATE : SCEAU_VERIFY_GENUINE,
              duplicate ? _("Genuine: a duplicate that the register knows.") : _("Genuine: the register has this very parchemin."));
      break;
    }
  if (ended != NULL && certificate->state != SCEAU_CERTIFICATE_ISSUED)
    {
      g_autofree char *since = g_strdup_printf (_("Since %s."), ended);

      add_remark (self, since);
    }
}

/* The text of a QR code ------------------------------------------------------------------ */

/* Whether the register has under this number what the code says.  The original's own code is kept; a duplicate has one of its own, and
 * says of the holder what the original says. */
static gboolean
register_confirms (const SceauCertificate *certificate, const SceauVerificationCode *code)
{
  g_autoptr (SceauVerificationCode) kept
      = certificate->code_text != NULL ? sceau_verification_code_from_text (certificate->code_text, NULL, NULL, NULL) : NULL;
  g_autofree char *said = sceau_verification_code_message (code);
  g_autofree char *known = kept != NULL ? sceau_verification_code_message (kept) : NULL;

  if (known != NULL && code->duplicate_rank == 0)
    return g_str_equal (said, known);
  return g_strcmp0 (code->certification_code, certificate->certification_code) == 0 && code->decided == certificate->decided
         && (kept == NULL || (g_strcmp0 (code->holder, kept->holder) == 0 && code->birth_date == kept->birth_date))
         && code->duplicate_rank <= certificate->duplicates;
}

static gboolean
is_dated_after (const SceauVerificationCode *code, const SceauSigningKey *key)
{
  return key->retired != SCEAU_NO_DATE && code->delivered != SCEAU_NO_DATE && code->delivered > key->retired;
}

/* A parchemin is in the register; FALSE on errors of the file only. */
static gboolean
ask_register (SceauVerified *self, SceauSchool *school, const SceauSigningKey *key, GError **error)
{
  g_autofree char *number = self->code->number != NULL ? sceau_certificate_read_number (self->code->number, NULL) : NULL;
  g_autoptr (SceauCertificate) certificate = NULL;
  g_autoptr (GError) local = NULL;

  if (number != NULL)
    certificate = sceau_certificate_table_find (school, number, &local);
  if (local != NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (certificate == NULL)
    answer (self, SCEAU_VERIFY_UNKNOWN,
            _("A key of the school signed it, but the register has no such parchemin: the school file is older than the parchemin, or the key "
              "was used by somebody else."));
  else if (!register_confirms (certificate, self->code))
    answer (self, SCEAU_VERIFY_ALTERED, _("A key of the school signed it, but the register says something else under this number."));
  else
    {
      answer_state (self, certificate, self->code->duplicate_rank > 0);
      if (is_dated_after (self->code, key))
        add_remark (self, _("It is dated after the day its key was retired: look in the journal how it was issued."));
    }
  return TRUE;
}

/* Attestations are in no register: the key alone answers for them, as long as it was in use. */
static void
answer_by_key (SceauVerified *self, const SceauSigningKey *key)
{
  self->number = g_strdup (self->code->number);
  if (is_dated_after (self->code, key))
    answer (self, SCEAU_VERIFY_UNKNOWN,
            _("A key of the school signed it, but it is dated after the day the key was retired: it is suspicious. Ask the school."));
  else
    answer (self, SCEAU_VERIFY_GENUINE, _("Genuine: a key of the school signed what this code says. Hold it word by word against the paper."));
}

/* The key was never the school's. */
static gboolean
answer_stranger (SceauVerified *self, SceauSchool *school, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, error);

  if (identity == NULL)
    return FALSE;
  if (g_strcmp0 (identity->siret, self->code->siret) == 0)
    answer (self, SCEAU_VERIFY_ALTERED, _("It says that it is of this school, but no key of the school signed it: it is a forgery."));
  else
    answer (self, SCEAU_VERIFY_UNKNOWN, _("No key of this school signed it: it is of another school, which alone can verify it."));
  return TRUE;
}

static gboolean
verify_text (SceauVerified *self, SceauSchool *school, const char *text, GError **error)
{
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (SceauSigningKey) key = NULL;
  g_autoptr (GError) local = NULL;

  self->code = sceau_verification_code_from_text (text, &message, &signature, &local);
  if (self->code == NULL)
    {
      answer (self, SCEAU_VERIFY_UNKNOWN, local->message);
      return TRUE;
    }
  key = sceau_find_school_key (school, self->code->key_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (key == NULL)
    return answer_stranger (self, school, error);
  if (!sceau_signature_is_genuine (key->public_key, signature, message))
    answer (self, SCEAU_VERIFY_ALTERED, _("Altered: its signature is not that of what it says. A name, a title or a date was changed."));
  else if (self->code->paper != SCEAU_PAPER_CERTIFICATE)
    answer_by_key (self, key);
  else
    return ask_register (self, school, key, error);
  return TRUE;
}

SceauVerified *
sceau_verify_certificate_text (SceauSchool *school, const char *text, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauVerified) self = g_new0 (SceauVerified, 1);

  g_return_val_if_fail (school != NULL && text != NULL, NULL);

  if (!sceau_transaction_begin_read (&transaction, school, error) || !verify_text (self, school, text, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A file -------------------------------------------------------------------------------- */

/* *@bytes stays NULL when the file is too large to be ours. */
static gboolean
read_file (const char *path, GBytes **bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);

  *bytes = NULL;
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("“%s” is not a file that Sceau could have made."), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > LARGEST_FILE)
    return TRUE;
  *bytes = g_file_load_bytes (file, NULL, NULL, error);
  return *bytes != NULL;
}

/* Attestations are in no register, but the journal has what was issued. *@reference: (transfer full): NULL when it does not
 * know these bytes. */
static gboolean
find_attestation (SceauSchool *school, const char *sha256, char **reference, GError **error)
{
  const SceauJournalQuery query = { .search = ATTESTED };
  g_autoptr (GPtrArray) entries = sceau_journal_list (school, &query, error);

  *reference = NULL;
  for (guint i = 0; entries != NULL && *reference == NULL && i < entries->len; i++)
    {
      const SceauJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (JsonNode) after = g_str_equal (entry->verb, ATTESTED) && entry->after != NULL ? json_from_string (entry->after, NULL) : NULL;
      JsonObject *object = after != NULL && JSON_NODE_HOLDS_OBJECT (after) ? json_node_get_object (after) : NULL;

      if (object != NULL && g_strcmp0 (json_object_get_string_member_with_default (object, "sha256", NULL), sha256) == 0)
        *reference = g_strdup (json_object_get_string_member_with_default (object, "reference", ""));
    }
  return entries != NULL;
}

/* The register does not have these bytes: what does the code in them say? */
static gboolean
verify_strange_bytes (SceauVerified *self, SceauSchool *school, GBytes *bytes, GError **error)
{
  g_autofree char *text = sceau_find_code_text (bytes);

  if (text == NULL)
    {
      answer (self, SCEAU_VERIFY_UNKNOWN,
              _("Not a document of this register, or altered since. A scan, or a file saved anew by another program, is another file: "
                "verify the text of its QR code."));
      return TRUE;
    }
  if (!verify_text (self, school, text, error))
    return FALSE;
  /* The page may show anything beside a code that was copied. */
  if (self->verification == SCEAU_VERIFY_GENUINE || self->verification == SCEAU_VERIFY_DUPLICATE)
    answer (self, SCEAU_VERIFY_ALTERED,
            _("This is not the file that was issued: it was saved anew, or altered. Its code is genuine; its page may show something else."));
  return TRUE;
}

static gboolean
verify_bytes (SceauVerified *self, SceauSchool *school, GBytes *bytes, GError **error)
{
  g_autofree char *sha256 = sceau_sha256 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *number = NULL;
  g_autoptr (SceauCertificate) certificate = NULL;
  gboolean duplicate;

  if (!sceau_certificate_table_find_document (school, sha256, &number, &duplicate, error))
    return FALSE;
  if (number == NULL)
    {
      if (!find_attestation (school, sha256, &self->number, error))
        return FALSE;
      if (self->number == NULL)
        return verify_strange_bytes (self, school, bytes, error);
      answer (self, SCEAU_VERIFY_GENUINE, _("Genuine: the journal has this very attestation."));
      return TRUE;
    }
  certificate = sceau_certificate_table_find (school, number, error);
  if (certificate == NULL)
    return FALSE;
  answer_state (self, certificate, duplicate);
  if (certificate->code_text != NULL)
    self->code = sceau_verification_code_from_text (certificate->code_text, NULL, NULL, NULL);
  return TRUE;
}

SceauVerified *
sceau_verify_certificate_file (SceauSchool *school, const char *path, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauVerified) self = g_new0 (SceauVerified, 1);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (school != NULL && path != NULL, NULL);

  if (!read_file (path, &bytes, error))
    return NULL;
  if (bytes == NULL)
    {
      answer (self, SCEAU_VERIFY_UNKNOWN, _("Not a document of this register: it is far larger than any that Sceau makes."));
      return g_steal_pointer (&self);
    }
  if (!sceau_transaction_begin_read (&transaction, school, error) || !verify_bytes (self, school, bytes, error))
    return NULL;
  return g_steal_pointer (&self);
}
