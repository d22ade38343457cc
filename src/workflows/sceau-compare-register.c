/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register of certificates, and the answers of insertion surveys. */

#include "sceau-certificate-table.h"
#include "sceau-compare-private.h"
#include "sceau-issue-certificates-private.h"
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
hear_revocation (SceauComparison *self, const SceauHeard *heard)
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

const SceauHearing sceau_register_hearings[] = {
  { "survey.record", hear_survey },
  { "certificate.issue", hear_delivery },
  { "certificate.revoke", hear_revocation },
  { "certificate.duplicate", hear_duplicate },
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
look_at_duplicates (SceauComparison *self, const char *number, GError **error)
{
  g_autoptr (GPtrArray) events = sceau_certificate_table_list_events (self->school, number, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SceauCertificateEvent *event = g_ptr_array_index (events, i);

      if (event->kind == SCEAU_CERTIFICATE_EVENT_DUPLICATE)
        sceau_compare_note (self->found, g_strdup_printf ("duplicate %d of certificate %s", event->rank, number),
              sceau_json_from_duplicate (event->rank, event->reason, event->date, event->sha256));
    }
  return events != NULL;
}

gboolean
sceau_compare_register (SceauComparison *self, GError **error)
{
  const SceauCertificateQuery query = { 0 };
  g_autoptr (GPtrArray) certificates = look_at_survey (self, error) ? sceau_certificate_table_list (self->school, &query, error) : NULL;

  for (guint i = 0; certificates != NULL && i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      sceau_compare_note (self->found, g_strdup_printf ("certificate %s", certificate->number), sceau_json_from_certificate (certificate));
      if (!look_at_duplicates (self, certificate->number, error))
        return FALSE;
    }
  return certificates != NULL;
}
