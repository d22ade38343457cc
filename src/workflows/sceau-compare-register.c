/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register of certificates with its acts, the proofs, and the answers of insertion surveys. */

#include "sceau-certificate-table.h"
#include "sceau-compare-private.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-proof-table.h"
#include "sceau-survey-table.h"

static char *
answer_key (gint64 enrolment, gint64 horizon)
{
  return g_strdup_printf ("survey answer of enrolment %" G_GINT64_FORMAT " at %" G_GINT64_FORMAT " months", enrolment, horizon);
}

static void
hear_answer (SceauComparison *self, JsonObject *answer)
{
  char *key = answer_key (json_object_get_int_member (answer, "enrolment"), json_object_get_int_member (answer, "horizon"));

  /* The learner's number may change; the enrolment's id does not. */
  json_object_remove_member (answer, "learner");
  json_object_remove_member (answer, "certification");
  sceau_compare_note (self->said, key, json_object_ref (answer));
}

static void
hear_survey (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *survey = sceau_heard_after (heard);

  if (survey != NULL)
    sceau_compare_hear_each (self, json_object_get_member (survey, "answers"), hear_answer);
}

static void
hear_certificate (SceauComparison *self, JsonObject *certificate)
{
  /* Entries of earlier versions do not say the day of the end. */
  sceau_compare_hear_part (self, sceau_json_key_of ("end of certificate", certificate, "number"), certificate, "ended");
  sceau_compare_note (self->said, sceau_json_key_of ("certificate", certificate, "number"), json_object_ref (certificate));
}

static void
hear_delivery (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *delivery = sceau_heard_after (heard);

  if (delivery != NULL)
    sceau_compare_hear_each (self, json_object_get_member (delivery, "certificates"), hear_certificate);
}

static void
hear_end (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    hear_certificate (self, sceau_heard_after (heard));
}

static void
hear_duplicate (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *duplicate = sceau_heard_after (heard);

  if (duplicate != NULL)
    sceau_compare_note (self->said, g_strdup_printf ("duplicate %" G_GINT64_FORMAT " of %s",
                                                     json_object_get_int_member (duplicate, "rank"), heard->subject),
                        json_object_ref (duplicate));
}

static char *
act_key (gint64 id, const char *number)
{
  return g_strdup_printf ("line %" G_GINT64_FORMAT " of certificate %s", id, number);
}

static void
hear_act (SceauComparison *self, JsonObject *act)
{
  sceau_compare_note (self->said, act_key (json_object_get_int_member (act, "id"), sceau_json_text_of (act, "number")),
                      json_object_ref (act));
}

static void
hear_acts (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);

  if (after != NULL)
    sceau_compare_hear_each (self, json_object_get_member (after, "acts"), hear_act);
}

static char *
proof_key (gint64 enrolment)
{
  return g_strdup_printf ("proof of enrolment %" G_GINT64_FORMAT, enrolment);
}

static void
hear_proof (SceauComparison *self, JsonObject *proof)
{
  sceau_compare_note (self->said, proof_key (json_object_get_int_member (proof, "enrolment")), json_object_ref (proof));
}

static void
hear_proofs (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);

  if (after != NULL)
    sceau_compare_hear_each (self, json_object_get_member (after, "proofs"), hear_proof);
}

const SceauHearing sceau_register_hearings[] = {
  { "survey.record", hear_survey },
  { "certificate.issue", hear_delivery },
  { "certificate.revoke", hear_end },
  { "certificate.replace", hear_end },
  { "certificate.duplicate", hear_duplicate },
  { "register.", hear_acts },
  { "proof.", hear_proofs },
  { NULL },
};

static gboolean
look_at_survey (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) answers = sceau_survey_table_list_all (self->school, error);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const SceauSurveyAnswer *answer = g_ptr_array_index (answers, i);

      sceau_compare_note (self->found, answer_key (answer->enrolment_id, answer->horizon), sceau_json_from_survey_answer (answer));
    }
  return answers != NULL;
}

static gboolean
look_at_proofs (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) proofs = sceau_proof_table_list_all (self->school, error);

  for (guint i = 0; proofs != NULL && i < proofs->len; i++)
    {
      const SceauProof *proof = g_ptr_array_index (proofs, i);

      sceau_compare_note (self->found, proof_key (proof->enrolment_id), sceau_json_from_proof (proof));
    }
  return proofs != NULL;
}

static void
look_at_act (SceauComparison *self, const SceauRegisterAct *act)
{
  if (act->kind == SCEAU_REGISTER_DUPLICATE)
    sceau_compare_note (self->found, g_strdup_printf ("duplicate %d of certificate %s", act->rank, act->number),
                        sceau_json_from_duplicate (act));
  /* The row of a revoked parchemin says everything that its act says, and the check of the file that they agree. */
  else if (act->kind != SCEAU_REGISTER_REVOKED)
    sceau_compare_note (self->found, act_key (act->id, act->number), sceau_json_from_register_act (act));
}

static gboolean
look_at_certificate (const SceauCertificate *certificate, const GPtrArray *acts, gpointer data, GError **error)
{
  SceauComparison *self = data;
  g_autoptr (JsonObject) record = sceau_json_from_certificate (certificate);

  for (guint i = 0; i < acts->len; i++)
    look_at_act (self, g_ptr_array_index (acts, i));
  sceau_compare_find_part (self, g_strdup_printf ("end of certificate %s", certificate->number), record, "ended");
  json_object_remove_member (record, "ended");
  sceau_compare_note (self->found, g_strdup_printf ("certificate %s", certificate->number), g_steal_pointer (&record));
  return TRUE;
}

gboolean
sceau_compare_register (SceauComparison *self, GError **error)
{
  return look_at_survey (self, error) && look_at_proofs (self, error)
         && sceau_certificate_table_each (self->school, NULL, look_at_certificate, self, error);
}
