/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-journal.h"
#include "sceau-workflow-private.h"

void
sceau_json_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

void
sceau_json_set_date (JsonObject *object, const char *name, SceauDate date)
{
  g_autofree char *text = NULL;

  if (date == SCEAU_NO_DATE)
    return;

  text = sceau_date_format_iso (date);
  json_object_set_string_member (object, name, text);
}

void
sceau_json_set_texts (JsonObject *object, const char *name, GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (texts, i));
  json_object_set_array_member (object, name, array);
}

char *
sceau_json_to_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return json_to_string (node, FALSE);
}

char *
sceau_json_digest (JsonObject *object)
{
  g_autofree char *text = sceau_json_to_text (object);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

gboolean
sceau_json_same (JsonObject *a, JsonObject *b)
{
  g_autofree char *text_a = sceau_json_to_text (a);
  g_autofree char *text_b = sceau_json_to_text (b);

  return g_str_equal (text_a, text_b);
}

static gboolean refuse_members (JsonObject *was, JsonObject *is, GError **error);

/* Texts that stood there before are not looked at: they can only leave. */
static gboolean
refuse_node (JsonNode *was, JsonNode *is, GError **error)
{
  const char *text = JSON_NODE_HOLDS_VALUE (is) ? json_node_get_string (is) : NULL;

  if (JSON_NODE_HOLDS_OBJECT (is))
    return refuse_members (was != NULL && JSON_NODE_HOLDS_OBJECT (was) ? json_node_get_object (was) : NULL, json_node_get_object (is), error);
  if (JSON_NODE_HOLDS_ARRAY (is))
    {
      JsonArray *array = json_node_get_array (is);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (refuse_node (NULL, json_array_get_element (array, i), error))
          return TRUE;
    }
  if (text == NULL || (was != NULL && JSON_NODE_HOLDS_VALUE (was) && g_strcmp0 (json_node_get_string (was), text) == 0))
    return FALSE;
  return sceau_text_refuse (text, SCEAU_TEXT_FREE, error);
}

static gboolean
refuse_members (JsonObject *was, JsonObject *is, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (is);

  for (GList *l = names; l != NULL; l = l->next)
    if (refuse_node (was != NULL ? json_object_get_member (was, l->data) : NULL, json_object_get_member (is, l->data), error))
      return TRUE;
  return FALSE;
}

/* The last door: whatever a workflow forgot to look at is in its entry, and an entry that is refused takes the whole operation
 * back.  An official fiche is kept as it was published. */
static gboolean
refuse_entry (const char *verb, JsonObject *before, JsonObject *after, GError **error)
{
  return after != NULL && !g_str_has_prefix (verb, "fiche.") && refuse_members (before, after, error);
}

gboolean
sceau_journal_record (SceauSchool *school, const char *verb, const char *subject, JsonObject *before, JsonObject *after, GError **error)
{
  gboolean refused = refuse_entry (verb, before, after, error);
  g_autofree char *before_text = before != NULL ? sceau_json_to_text (before) : NULL;
  g_autofree char *after_text = after != NULL ? sceau_json_to_text (after) : NULL;

  return !refused && sceau_journal_append (school, verb, subject, before_text, after_text, error);
}

JsonObject *
sceau_json_from_identity (const SceauSchoolIdentity *identity)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "name", identity->name);
  sceau_json_set_text (object, "trade_name", identity->trade_name);
  sceau_json_set_text (object, "siret", identity->siret);
  sceau_json_set_text (object, "city", identity->city);
  sceau_json_set_text (object, "signatory", identity->signatory);
  sceau_json_set_text (object, "signatory_title", identity->signatory_title);
  return object;
}

JsonObject *
sceau_json_from_cohort (const SceauCohort *cohort)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "certification", cohort->certification_code);
  sceau_json_set_text (object, "name", cohort->name);
  sceau_json_set_date (object, "start", cohort->start);
  sceau_json_set_date (object, "end", cohort->end);
  if (cohort->planned_learners > 0)
    json_object_set_int_member (object, "planned_learners", cohort->planned_learners);
  return object;
}

JsonObject *
sceau_json_from_learner (const SceauLearner *learner)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "number", learner->number);
  sceau_json_set_text (object, "sex", sceau_sex_to_id (learner->sex));
  sceau_json_set_text (object, "birth_name", learner->birth_name);
  sceau_json_set_text (object, "usage_name", learner->usage_name);
  sceau_json_set_text (object, "first_name", learner->first_name);
  sceau_json_set_text (object, "other_names", learner->other_names);
  sceau_json_set_date (object, "birth_date", learner->birth_date);
  sceau_json_set_text (object, "birth_commune", learner->birth_commune);
  sceau_json_set_text (object, "birth_place", learner->birth_place);
  sceau_json_set_text (object, "birth_country", learner->birth_country);
  sceau_json_set_text (object, "email", learner->email);
  return object;
}

JsonObject *
sceau_json_from_enrolment (const SceauEnrolment *enrolment)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "learner", enrolment->learner_number);
  sceau_json_set_text (object, "certification", enrolment->certification_code);
  sceau_json_set_text (object, "cohort", enrolment->cohort_name);
  sceau_json_set_text (object, "route", sceau_route_to_id (enrolment->route));
  sceau_json_set_text (object, "admission", sceau_admission_to_id (enrolment->admission));
  sceau_json_set_date (object, "entry", enrolment->entry);
  sceau_json_set_date (object, "company_start", enrolment->company_start);
  sceau_json_set_date (object, "company_end", enrolment->company_end);
  sceau_json_set_text (object, "company", enrolment->company);
  if (enrolment->targeted_blocks != NULL && enrolment->targeted_blocks->len > 0)
    sceau_json_set_texts (object, "targeted_blocks", enrolment->targeted_blocks);
  sceau_json_set_text (object, "tutor", enrolment->tutor);
  sceau_json_set_text (object, "group", enrolment->group);
  sceau_json_set_text (object, "state", sceau_enrolment_state_to_id (enrolment->state));
  sceau_json_set_date (object, "state_since", enrolment->state_since);
  sceau_json_set_text (object, "state_reason", enrolment->state_reason);
  sceau_json_set_date (object, "hearing", enrolment->hearing);
  return object;
}

JsonObject *
sceau_json_from_acquired_block (const SceauAcquiredBlock *block)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "certification", block->certification_code);
  sceau_json_set_text (object, "block", block->block_code);
  sceau_json_set_text (object, "kind", sceau_acquisition_kind_to_id (block->kind));
  sceau_json_set_date (object, "date", block->date);
  sceau_json_set_text (object, "proof", block->proof);
  if (block->session_id != 0)
    json_object_set_int_member (object, "jury", block->session_id);
  return object;
}

JsonObject *
sceau_json_from_survey_answer (const SceauSurveyAnswer *answer)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", answer->enrolment_id);
  json_object_set_int_member (object, "horizon", answer->horizon);
  sceau_json_set_text (object, "situation", sceau_situation_to_id (answer->situation));
  json_object_set_boolean_member (object, "target_job", answer->target_job);
  sceau_json_set_date (object, "answered", answer->answered);
  return object;
}

JsonObject *
sceau_json_from_result (const SceauResult *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", result->enrolment_id);
  sceau_json_set_text (object, "modality", result->modality_code);
  json_object_set_int_member (object, "attempt", result->attempt);
  sceau_json_set_text (object, "mark", sceau_mark_kind_to_id (result->mark.kind));
  if (result->mark.kind == SCEAU_MARK_VALUE)
    json_object_set_int_member (object, "hundredths", result->mark.value);
  if (result->group_value >= 0)
    json_object_set_int_member (object, "group_hundredths", result->group_value);
  sceau_json_set_text (object, "examiner", result->examiner);
  sceau_json_set_date (object, "date", result->date);
  sceau_json_set_text (object, "comment", result->comment);
  return object;
}
