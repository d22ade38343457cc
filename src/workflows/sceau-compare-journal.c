/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What stands in the tables must be what the journal last said of it.  The chain and the seals guard what is closed; this
 * guards what may still change, but only through the program: names, plans, fiches, the register, the end of the journal. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-journal.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-keep-school-private.h"
#include "sceau-learner-table.h"
#include "sceau-mandate-table.h"
#include "sceau-plan-private.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-survey-table.h"
#include "sceau-workflow-private.h"

/* Entries of the journal in memory at a time. */
#define PAGE 64

/* Both: (element-type utf8 utf8): "learner 2026-014" → SHA-256 of the record, as the journal writes it. */
typedef struct
{
  SceauSchool *school;
  GHashTable *said;  /* by the journal */
  GHashTable *found; /* in the tables */
  GHashTable *names; /* (element-type utf8 utf8): number of a learner → the name that lists and minutes must show */
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

/* @key, @record: (transfer full) */
static void
note (GHashTable *records, char *key, JsonObject *record)
{
  g_hash_table_insert (records, key, sceau_json_digest (record));
}

static const char *
text_of (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

static char *
key_of (const char *kind, JsonObject *record, const char *member)
{
  return g_strdup_printf ("%s %s", kind, text_of (record, member));
}

/* What the journal says ------------------------------------------------------------- */

static char *
enrolment_key (JsonObject *enrolment)
{
  return g_strdup_printf ("enrolment %s, %s, %s", text_of (enrolment, "learner"), text_of (enrolment, "certification"),
                          text_of (enrolment, "cohort"));
}

/* The number of the learner is in the key alone, so that it can change. */
static void
note_enrolment (GHashTable *records, JsonObject *enrolment)
{
  char *key = enrolment_key (enrolment);

  json_object_remove_member (enrolment, "learner");
  json_object_remove_member (enrolment, "reason");
  note (records, key, enrolment);
}

static void
hear_enrolled (Comparison *self, JsonObject *entry)
{
  JsonObject *learner = json_object_get_object_member (entry, "learner");
  g_autofree char *key = key_of ("learner", learner, "number");

  /* Somebody whom the school knew kept the civil status that it had. */
  if (!g_hash_table_contains (self->said, key))
    note (self->said, g_steal_pointer (&key), json_object_ref (learner));
  note_enrolment (self->said, json_object_ref (json_object_get_object_member (entry, "enrolment")));
}

static void
rename_learner (Comparison *self, const char *from, const char *to)
{
  g_autofree char *old = g_strdup_printf ("enrolment %s, ", from);
  g_autofree char *learner = g_strdup_printf ("learner %s", from);
  g_autoptr (GList) keys = NULL;

  g_hash_table_remove (self->said, learner);
  keys = g_hash_table_get_keys (self->said);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      gpointer key, digest;

      if (!g_str_has_prefix (l->data, old) || !g_hash_table_steal_extended (self->said, l->data, &key, &digest))
        continue;
      g_hash_table_insert (self->said, g_strdup_printf ("enrolment %s, %s", to, (char *) key + strlen (old)), digest);
      g_free (key);
    }
}

static void
hear_edited (Comparison *self, JsonObject *before, JsonObject *after)
{
  const char *from = text_of (before, "number");
  const char *to = text_of (after, "number");

  if (!g_str_equal (from, to))
    rename_learner (self, from, to);
  note (self->said, key_of ("learner", after, "number"), json_object_ref (after));
}

static void
hear_result (Comparison *self, JsonObject *result)
{
  /* By the enrolment's id, which does not change when the learner is given another number. */
  g_autofree char *key = g_strdup_printf ("result %" G_GINT64_FORMAT ", %s, %" G_GINT64_FORMAT,
                                          json_object_get_int_member (result, "enrolment"), text_of (result, "modality"),
                                          json_object_get_int_member (result, "attempt"));

  json_object_remove_member (result, "learner");
  if (g_str_equal (text_of (result, "mark"), sceau_mark_kind_to_id (SCEAU_MARK_BLANK)))
    g_hash_table_remove (self->said, key);
  else
    note (self->said, g_steal_pointer (&key), json_object_ref (result));
}

static char *
answer_key (gint64 enrolment, gint64 horizon)
{
  return g_strdup_printf ("survey answer of enrolment %" G_GINT64_FORMAT " at %" G_GINT64_FORMAT " months", enrolment, horizon);
}

static void
hear_answer (Comparison *self, JsonObject *answer)
{
  char *key = answer_key (json_object_get_int_member (answer, "enrolment"), json_object_get_int_member (answer, "horizon"));

  /* The learner's number may change; the enrolment's id does not. */
  json_object_remove_member (answer, "learner");
  json_object_remove_member (answer, "certification");
  note (self->said, key, json_object_ref (answer));
}

/* A first plan stands in the journal as it was written or, when it was drafted, by its digest. */
static void
hear_fiche (Comparison *self, JsonObject *fiche)
{
  const char *code = text_of (fiche, "code");
  JsonNode *plan = json_object_get_member (fiche, "plan");

  g_hash_table_insert (self->said, g_strdup_printf ("fiche %s", code), g_strdup (text_of (fiche, "record_sha256")));
  if (json_object_has_member (fiche, "plan_sha256"))
    g_hash_table_insert (self->said, g_strdup_printf ("plan %s", code), g_strdup (text_of (fiche, "plan_sha256")));
  else if (plan != NULL && JSON_NODE_HOLDS_OBJECT (plan))
    note (self->said, g_strdup_printf ("plan %s", code), json_node_dup_object (plan));
}

static void
hear_certificate (Comparison *self, JsonObject *certificate)
{
  note (self->said, key_of ("certificate", certificate, "number"), json_object_ref (certificate));
}

static void
hear_duplicate (Comparison *self, const char *subject, JsonObject *after)
{
  char *key = g_strdup_printf ("duplicate %" G_GINT64_FORMAT " of %s", json_object_get_int_member (after, "rank"), subject);

  note (self->said, key, json_object_ref (after));
}

static void
hear_seal (Comparison *self, const char *subject, JsonObject *after)
{
  g_hash_table_insert (self->said, g_strdup (subject), g_strdup (text_of (after, "seal")));
}

static void
hear_each (Comparison *self, JsonArray *records, void (*hear) (Comparison *, JsonObject *))
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    hear (self, json_array_get_object_element (records, i));
}

static void
hear_object (Comparison *self, const SceauJournalEntry *entry, JsonObject *before, JsonObject *after)
{
  const char *verb = entry->verb;

  if (g_str_has_prefix (verb, "school."))
    note (self->said, g_strdup ("school"), json_object_ref (after));
  else if (g_str_equal (verb, "juror.add"))
    note (self->said, g_strdup (entry->subject), json_object_ref (after));
  else if (g_str_equal (verb, "mandate.record"))
    note (self->said, g_strdup_printf ("mandate %s, %s", text_of (after, "certification"), text_of (after, "reference")), json_object_ref (after));
  else if (g_str_equal (verb, "cohort.open"))
    note (self->said, g_strdup_printf ("cohort %s, %s", text_of (after, "certification"), text_of (after, "name")), json_object_ref (after));
  else if (g_str_equal (verb, "learner.enrol"))
    hear_enrolled (self, after);
  else if (g_str_equal (verb, "learner.edit"))
    hear_edited (self, before, after);
  else if (g_str_equal (verb, "learner.withdraw"))
    note_enrolment (self->said, json_object_ref (after));
  else if (g_str_equal (verb, "fiche.import"))
    hear_each (self, json_object_get_array_member (after, "fiches"), hear_fiche);
  else if (g_str_equal (verb, "plan.replace"))
    note (self->said, g_strdup (entry->subject), json_object_ref (after));
  else if (g_str_equal (verb, "survey.record"))
    hear_each (self, json_object_get_array_member (after, "answers"), hear_answer);
  else if (g_str_equal (verb, "certificate.issue"))
    hear_each (self, json_object_get_array_member (after, "certificates"), hear_certificate);
  else if (g_str_equal (verb, "certificate.revoke"))
    hear_certificate (self, after);
  else if (g_str_equal (verb, "certificate.duplicate"))
    hear_duplicate (self, entry->subject, after);
  else if (g_str_equal (verb, "jury.seal") || g_str_equal (verb, "jury.rectify"))
    hear_seal (self, entry->subject, after);
}

static void
hear_entry (Comparison *self, const SceauJournalEntry *entry)
{
  g_autoptr (JsonNode) before = entry->before != NULL ? json_from_string (entry->before, NULL) : NULL;
  g_autoptr (JsonNode) after = entry->after != NULL ? json_from_string (entry->after, NULL) : NULL;

  if (after == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (after))
    hear_object (self, entry, before != NULL && JSON_NODE_HOLDS_OBJECT (before) ? json_node_get_object (before) : NULL,
                 json_node_get_object (after));
  else if (g_str_equal (entry->verb, "learner.enrol"))
    hear_each (self, json_node_get_array (after), hear_enrolled);
  else if (g_str_equal (entry->verb, "result.record"))
    hear_each (self, json_node_get_array (after), hear_result);
}

static gboolean
hear_journal (Comparison *self, GError **error)
{
  SceauJournalQuery query = { .oldest_first = TRUE, .limit = PAGE };

  for (;;)
    {
      g_autoptr (GPtrArray) entries = sceau_journal_list (self->school, &query, error);

      if (entries == NULL)
        return FALSE;
      for (guint i = 0; i < entries->len; i++)
        hear_entry (self, g_ptr_array_index (entries, i));
      if (entries->len < PAGE)
        return TRUE;
      query.offset += PAGE;
    }
}

/* What stands in the tables ------------------------------------------------------------ */

static gboolean
look_at_school (Comparison *self, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (self->school, error);
  g_autoptr (GPtrArray) jurors = identity != NULL ? sceau_juror_table_list (self->school, NULL, error) : NULL;
  g_autoptr (GPtrArray) mandates = jurors != NULL ? sceau_mandate_table_list (self->school, error) : NULL;

  if (mandates == NULL)
    return FALSE;
  note (self->found, g_strdup ("school"), sceau_json_from_identity (identity));
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);

      note (self->found, g_strdup_printf ("juror %" G_GINT64_FORMAT, juror->id), sceau_json_from_juror (juror));
    }
  for (guint i = 0; i < mandates->len; i++)
    {
      const SceauMandate *mandate = g_ptr_array_index (mandates, i);

      note (self->found, g_strdup_printf ("mandate %s, %s", mandate->certification_code, mandate->reference),
            sceau_json_from_mandate (mandate));
    }
  return TRUE;
}

static gboolean
look_at_certification (Comparison *self, const char *code, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_certification_table_find (self->school, code, error);
  g_autoptr (SceauPlan) plan = NULL;

  if (certification == NULL)
    return FALSE;
  note (self->found, g_strdup_printf ("fiche %s", code), sceau_json_from_certification (certification));
  if (!sceau_plan_table_exists (self->school, code))
    return TRUE;
  plan = sceau_plan_table_find (self->school, code, error);
  if (plan != NULL)
    note (self->found, g_strdup_printf ("plan %s", code), sceau_plan_to_json_object (plan));
  return plan != NULL;
}

static gboolean
look_at_certifications (Comparison *self, GError **error)
{
  g_autoptr (GPtrArray) heads = sceau_certification_table_list (self->school, NULL, error);

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    if (!look_at_certification (self, ((SceauCertification *) g_ptr_array_index (heads, i))->code, error))
      return FALSE;
  return heads != NULL;
}

/* The name is kept a second time, ready to be shown: both must say the same. */
static void
look_at_enrolment (Comparison *self, const SceauEnrolment *enrolment)
{
  note_enrolment (self->found, sceau_json_from_enrolment (enrolment));
  if (g_strcmp0 (enrolment->learner_name, g_hash_table_lookup (self->names, enrolment->learner_number)) != 0)
    g_hash_table_insert (self->found, g_strdup_printf ("learner %s", enrolment->learner_number), g_strdup (enrolment->learner_name));
}

static gboolean
look_at_cohort (Comparison *self, const SceauCohort *cohort, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort->id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (self->school, &query, error);
  g_autoptr (GPtrArray) results = enrolments != NULL ? sceau_result_table_list_by_cohort (self->school, cohort->id, error) : NULL;

  if (results == NULL)
    return FALSE;
  note (self->found, g_strdup_printf ("cohort %s, %s", cohort->certification_code, cohort->name), sceau_json_from_cohort (cohort));
  for (guint i = 0; i < enrolments->len; i++)
    look_at_enrolment (self, g_ptr_array_index (enrolments, i));
  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      note (self->found, g_strdup_printf ("result %" G_GINT64_FORMAT ", %s, %d", result->enrolment_id, result->modality_code, result->attempt),
            sceau_json_from_result (result));
    }
  return TRUE;
}

static gboolean
look_at_cohorts (Comparison *self, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (self->school, NULL, error);

  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    if (!look_at_cohort (self, g_ptr_array_index (cohorts, i), error))
      return FALSE;
  return cohorts != NULL;
}

static gboolean
look_at_survey (Comparison *self, GError **error)
{
  g_autoptr (GPtrArray) answers = sceau_survey_table_list_all (self->school, error);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const SceauSurveyAnswer *answer = g_ptr_array_index (answers, i);

      note (self->found, answer_key (answer->enrolment_id, answer->horizon), sceau_json_from_survey_answer (answer));
    }
  return answers != NULL;
}

static gboolean
look_at_people (Comparison *self, GError **error)
{
  const SceauLearnerQuery query = { 0 };
  g_autoptr (GPtrArray) learners = sceau_learner_table_list (self->school, &query, error);
  g_autoptr (GPtrArray) sessions = learners != NULL ? sceau_jury_table_list (self->school, NULL, error) : NULL;

  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < learners->len; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (learners, i);

      note (self->found, g_strdup_printf ("learner %s", learner->number), sceau_json_from_learner (learner));
      g_hash_table_insert (self->names, g_strdup (learner->number), sceau_learner_sorted_name (learner));
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);

      if (session->state == SCEAU_SESSION_SEALED)
        g_hash_table_insert (self->found, sceau_jury_subject (session->id), g_strdup (session->seal));
    }
  return TRUE;
}

static gboolean
look_at_duplicates (Comparison *self, const char *number, GError **error)
{
  g_autoptr (GPtrArray) events = sceau_certificate_table_list_events (self->school, number, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SceauCertificateEvent *event = g_ptr_array_index (events, i);

      if (event->kind == SCEAU_CERTIFICATE_EVENT_DUPLICATE)
        note (self->found, g_strdup_printf ("duplicate %d of certificate %s", event->rank, number),
              sceau_json_from_duplicate (event->rank, event->reason, event->date, event->sha256));
    }
  return events != NULL;
}

static gboolean
look_at_register (Comparison *self, GError **error)
{
  const SceauCertificateQuery query = { 0 };
  g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (self->school, &query, error);

  for (guint i = 0; certificates != NULL && i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      note (self->found, g_strdup_printf ("certificate %s", certificate->number), sceau_json_from_certificate (certificate));
      if (!look_at_duplicates (self, certificate->number, error))
        return FALSE;
    }
  return certificates != NULL;
}

/* The answer ----------------------------------------------------------------------- */

static void
add_fault (SceauFaults *faults, const char *key, const char *reason)
{
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, "journal", key, reason,
                    _("Somebody or something changed the file outside Sceau: compare it with the last backup."));
}

static void
compare (const Comparison *self, SceauFaults *faults)
{
  g_autoptr (GList) said = g_list_sort (g_hash_table_get_keys (self->said), (GCompareFunc) strcmp);
  g_autoptr (GList) found = g_list_sort (g_hash_table_get_keys (self->found), (GCompareFunc) strcmp);

  for (GList *l = said; l != NULL; l = l->next)
    {
      const char *digest = g_hash_table_lookup (self->found, l->data);

      if (digest == NULL)
        add_fault (faults, l->data, _("The journal knows this record, and it is gone."));
      else if (g_strcmp0 (digest, g_hash_table_lookup (self->said, l->data)) != 0)
        add_fault (faults, l->data, _("This record is not what the journal last said of it."));
    }
  for (GList *l = found; l != NULL; l = l->next)
    if (!g_hash_table_contains (self->said, l->data))
      add_fault (faults, l->data, _("The journal does not know this record."));
}

gboolean
sceau_compare_journal (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Comparison) self = { .school = school };

  self.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!sceau_transaction_begin_read (&transaction, school, error) || !hear_journal (&self, error)
      || !look_at_school (&self, error) || !look_at_certifications (&self, error) || !look_at_people (&self, error)
      || !look_at_cohorts (&self, error) || !look_at_survey (&self, error) || !look_at_register (&self, error))
    return FALSE;
  compare (&self, faults);
  return TRUE;
}
