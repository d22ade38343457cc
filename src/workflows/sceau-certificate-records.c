/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the verbs of the register share: its entries, the mandate that allows them, names of files. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-mandate-table.h"

#define NAME_LENGTH 80

gboolean
sceau_certificate_find_mandate (SceauSchool *school, const SceauSchoolIdentity *identity, const SceauCertification *certification,
                                SceauDate date, SceauMandate **mandate, GError **error)
{
  g_autoptr (GError) local = NULL;

  *mandate = NULL;
  if (sceau_school_role (identity, certification) == SCEAU_SCHOOL_CERTIFIER)
    return TRUE;
  *mandate = sceau_mandate_table_find (school, certification->code, date, &local);
  if (*mandate != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

SceauCertificate *
sceau_require_certificate (SceauSchool *school, const char *number, GError **error)
{
  g_autofree char *key = sceau_certificate_read_number (number, error);
  g_autoptr (GError) local = NULL;
  SceauCertificate *certificate;

  if (key == NULL)
    return NULL;
  certificate = sceau_certificate_table_find (school, key, &local);
  if (certificate != NULL)
    return certificate;
  if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The register has no parchemin “%s”. Look its number up in the list of parchemins."), number);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

char *
sceau_certificate_file_name (const char *number, const char *sorted_name)
{
  g_autofree char *ascii = g_str_to_ascii (sorted_name, "fr");
  GString *name = g_string_new (number);

  g_string_append_c (name, ' ');
  for (const char *p = ascii; *p != '\0' && name->len < NAME_LENGTH; p++)
    {
      gboolean separator = name->str[name->len - 1] == ' ' || name->str[name->len - 1] == '-';

      if (g_ascii_isalnum (*p))
        g_string_append_c (name, *p);
      else if ((*p == '-' || *p == ' ') && !separator)
        g_string_append_c (name, *p);
    }
  while (name->str[name->len - 1] == ' ' || name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  g_string_append (name, ".pdf");
  return g_string_free (name, FALSE);
}

JsonObject *
sceau_json_from_certificate (const SceauCertificate *certificate)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "number", certificate->number);
  sceau_json_set_text (object, "learner", certificate->learner_number);
  sceau_json_set_text (object, "name", certificate->learner_name);
  sceau_json_set_text (object, "certification", certificate->certification_code);
  json_object_set_int_member (object, "jury", certificate->session_id);
  sceau_json_set_date (object, "decided", certificate->decided);
  sceau_json_set_date (object, "delivered", certificate->delivered);
  sceau_json_set_text (object, "place", certificate->place);
  sceau_json_set_text (object, "state", sceau_certificate_state_to_id (certificate->state));
  sceau_json_set_text (object, "revocation_reason", certificate->revocation_reason);
  sceau_json_set_date (object, "ended", certificate->ended);
  sceau_json_set_text (object, "replaces", certificate->replaces);
  sceau_json_set_text (object, "replaced_by", certificate->replaced_by);
  sceau_json_set_text (object, "code", certificate->code_text);
  sceau_json_set_text (object, "sha256", certificate->sha256);
  return object;
}

JsonObject *
sceau_json_from_mandate (const SceauMandate *mandate)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "certification", mandate->certification_code);
  sceau_json_set_text (object, "certifier", mandate->certifier_name);
  sceau_json_set_text (object, "signatory", mandate->signatory);
  sceau_json_set_text (object, "signatory_title", mandate->signatory_title);
  sceau_json_set_text (object, "reference", mandate->reference);
  sceau_json_set_date (object, "start", mandate->start);
  sceau_json_set_date (object, "end", mandate->end);
  return object;
}

JsonObject *
sceau_json_from_duplicate (const SceauRegisterAct *duplicate)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "rank", duplicate->rank);
  sceau_json_set_text (object, "person", duplicate->person);
  sceau_json_set_text (object, "detail", duplicate->detail);
  sceau_json_set_text (object, "reason", duplicate->reason);
  sceau_json_set_date (object, "date", duplicate->date);
  sceau_json_set_text (object, "sha256", duplicate->sha256);
  return object;
}

JsonObject *
sceau_json_from_register_act (const SceauRegisterAct *act)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", act->id);
  sceau_json_set_text (object, "number", act->number);
  sceau_json_set_text (object, "act", sceau_register_act_to_id (act->kind));
  if (act->rank > 0)
    json_object_set_int_member (object, "rank", act->rank);
  sceau_json_set_date (object, "date", act->date);
  sceau_json_set_text (object, "person", act->person);
  sceau_json_set_text (object, "detail", act->detail);
  sceau_json_set_text (object, "reason", act->reason);
  return object;
}

JsonObject *
sceau_json_from_proof (const SceauProof *proof)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", proof->enrolment_id);
  sceau_json_set_text (object, "state", sceau_proof_state_to_id (proof->state));
  sceau_json_set_text (object, "content", proof->content);
  sceau_json_set_date (object, "date", proof->date);
  sceau_json_set_text (object, "remark", proof->remark);
  return object;
}
