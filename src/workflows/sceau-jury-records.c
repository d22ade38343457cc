/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the verbs of a jury say alike: whether they are allowed now, names of candidates, the journal's records. */

#include "sceau-hold-jury-private.h"
#include "sceau-session-event-table.h"

gboolean
sceau_jury_require (SceauSchool *school, const SceauJurySession *session, SceauSessionAct act, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (sceau_session_allows (session, act, sceau_school_today (school), &local))
    return TRUE;
  /* The sentence is that of the one table of states; the caller of a workflow acts on the workflow's own codes. */
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, local->message);
  return FALSE;
}

SceauJuryMember *
sceau_jury_find_member (const SceauJurySession *session, gint64 juror_id)
{
  for (guint i = 0; i < session->members->len; i++)
    {
      SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->juror->id == juror_id)
        return member;
    }
  return NULL;
}

char *
sceau_jury_subject (gint64 session_id)
{
  return g_strdup_printf ("jury %" G_GINT64_FORMAT, session_id);
}

char *
sceau_jury_candidate_name (const char *learner_name, const char *learner_number)
{
  return g_strdup_printf ("%s (%s)", learner_name != NULL ? learner_name : "", learner_number);
}

static JsonArray *
list_members (const SceauJurySession *session)
{
  JsonArray *members = json_array_new ();

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "juror", member->juror->id);
      sceau_json_set_text (object, "name", member->juror->name);
      json_object_set_boolean_member (object, "president", member->president);
      if (session->state >= SCEAU_SESSION_OPEN)
        json_object_set_boolean_member (object, "present", member->present);
      if (member->alternate)
        json_object_set_boolean_member (object, "alternate", TRUE);
      json_array_add_object_element (members, object);
    }
  return members;
}

JsonObject *
sceau_json_from_session (const SceauJurySession *session)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", session->id);
  sceau_json_set_text (object, "certification", session->certification_code);
  sceau_json_set_text (object, "cohort", session->cohort_name);
  sceau_json_set_date (object, "date", session->date);
  sceau_json_set_text (object, "time", session->start_time);
  sceau_json_set_text (object, "place", session->place);
  sceau_json_set_date (object, "embargo", session->embargo);
  sceau_json_set_text (object, "state", sceau_session_state_to_id (session->state));
  if (session->rectifies != 0)
    json_object_set_int_member (object, "rectifies", session->rectifies);
  sceau_json_set_text (object, "rectification_reason", session->rectification_reason);
  sceau_json_set_text (object, "derogation", session->derogation);
  sceau_json_set_text (object, "seal", session->seal);
  json_object_set_array_member (object, "members", list_members (session));
  return object;
}

static void
set_votes (JsonObject *object, const SceauDecision *decision)
{
  JsonArray *votes;

  if (decision->votes_for < 0)
    return;

  votes = json_array_new ();
  json_array_add_int_element (votes, decision->votes_for);
  json_array_add_int_element (votes, decision->votes_against);
  json_array_add_int_element (votes, decision->votes_abstain);
  json_object_set_array_member (object, "votes", votes);
}

/* What the rules found block by block stands in the file and in the minutes; the journal answers for it by a digest. */
static void
set_verdicts (JsonObject *object, GPtrArray *verdicts)
{
  JsonObject *all = json_object_new ();
  JsonArray *list = json_array_new ();
  g_autofree char *digest = NULL;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (verdicts, i);
      JsonObject *one = json_object_new ();

      sceau_json_set_text (one, "block", verdict->block_code);
      sceau_json_set_text (one, "state", sceau_block_state_to_id (verdict->state));
      if (verdict->state == SCEAU_BLOCK_ACQUIRED)
        sceau_json_set_text (one, "how", sceau_acquisition_kind_to_id (verdict->how));
      if (verdict->mean >= 0)
        json_object_set_int_member (one, "mean", verdict->mean);
      sceau_json_set_text (one, "reason", verdict->reason);
      json_array_add_object_element (list, one);
    }
  json_object_set_array_member (all, "verdicts", list);
  digest = sceau_json_digest (all);
  sceau_json_set_text (object, SCEAU_VERDICTS_SHA256, digest);
}

JsonObject *
sceau_json_from_decision (const SceauDecision *decision)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", decision->enrolment_id);
  sceau_json_set_text (object, "learner", decision->learner_number);
  sceau_json_set_text (object, "proposal", sceau_outcome_to_id (decision->proposal));
  sceau_json_set_text (object, "proposal_reason", decision->proposal_reason);
  set_verdicts (object, decision->proposal_blocks);
  if (!decision->decided)
    return object;
  sceau_json_set_text (object, "decision", sceau_outcome_to_id (decision->outcome));
  sceau_json_set_texts (object, "blocks", decision->acquired_blocks);
  sceau_json_set_text (object, "reason", decision->reason);
  if (decision->sitting > 0)
    json_object_set_int_member (object, "sitting", decision->sitting);
  set_votes (object, decision);
  return object;
}

JsonObject *
sceau_json_from_recusal (gint64 session_id, const SceauRecusal *recusal)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "jury", session_id);
  json_object_set_int_member (object, "juror", recusal->juror_id);
  json_object_set_int_member (object, "enrolment", recusal->enrolment_id);
  sceau_json_set_text (object, "learner", recusal->learner_number);
  sceau_json_set_text (object, "kind", sceau_conflict_kind_to_id (recusal->kind));
  sceau_json_set_text (object, "reason", recusal->reason);
  sceau_json_set_text (object, "lifted", recusal->lifted);
  return object;
}

void
sceau_json_add_recusals (JsonObject *object, gint64 session_id, GPtrArray *recusals)
{
  if (recusals->len > 0 && !json_object_has_member (object, "recusals"))
    json_object_set_array_member (object, "recusals", json_array_new ());
  for (guint i = 0; i < recusals->len; i++)
    json_array_add_object_element (json_object_get_array_member (object, "recusals"),
                                   sceau_json_from_recusal (session_id, g_ptr_array_index (recusals, i)));
}

void
sceau_json_add_all_recusals (JsonObject *object, const SceauJurySession *session)
{
  sceau_json_add_recusals (object, session->id, session->recusals);
  sceau_json_add_recusals (object, session->id, session->lifted);
}

JsonObject *
sceau_json_from_session_event (gint64 session_id, guint position, const SceauSessionEvent *event)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "jury", session_id);
  json_object_set_int_member (object, "position", position);
  sceau_json_set_text (object, "kind", sceau_session_event_kind_to_id (event->kind));
  sceau_json_set_text (object, "at", event->at);
  sceau_json_set_text (object, "reason", event->reason);
  sceau_json_set_text (object, "present", event->present);
  return object;
}

/* "1,4,5" */
static char *
list_present (const SceauJurySession *session)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (member->present)
        g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, numbers->len > 0 ? "," : "", member->juror->id);
    }
  return g_string_free (numbers, FALSE);
}

gboolean
sceau_jury_add_event (SceauSchool *school, const SceauJurySession *session, SceauSessionEventKind kind, const char *reason,
                      JsonObject *after, GError **error)
{
  gboolean counts = kind == SCEAU_SESSION_EVENT_OPENED || kind == SCEAU_SESSION_EVENT_RESUMED;
  g_autofree char *present = counts ? list_present (session) : NULL;
  g_autoptr (GPtrArray) events = NULL;
  JsonArray *array;

  if (!sceau_session_event_table_append (school, session->id, kind, reason, present, error))
    return FALSE;
  events = sceau_session_event_table_list (school, session->id, error);
  if (events == NULL)
    return FALSE;
  if (!json_object_has_member (after, "events"))
    json_object_set_array_member (after, "events", json_array_new ());
  array = json_object_get_array_member (after, "events");
  json_array_add_object_element (
    array, sceau_json_from_session_event (session->id, events->len, g_ptr_array_index (events, events->len - 1)));
  return TRUE;
}

JsonObject *
sceau_json_from_notification (gint64 session_id, SceauDate date, int appeal_days)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "jury", session_id);
  sceau_json_set_date (object, "date", date);
  json_object_set_int_member (object, "appeal_days", appeal_days);
  return object;
}

JsonObject *
sceau_json_from_signed_minutes (const SceauSignedMinutes *scan)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", scan->id);
  json_object_set_int_member (object, "jury", scan->session_id);
  sceau_json_set_text (object, "file", scan->name);
  sceau_json_set_text (object, "media_type", scan->media_type);
  sceau_json_set_text (object, "sha256", scan->sha256);
  sceau_json_set_text (object, "attached_at", scan->attached_at);
  return object;
}

JsonObject *
sceau_json_from_appeal (const SceauAppeal *appeal)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", appeal->id);
  json_object_set_int_member (object, "jury", appeal->session_id);
  json_object_set_int_member (object, "enrolment", appeal->enrolment_id);
  sceau_json_set_text (object, "learner", appeal->learner_number);
  sceau_json_set_date (object, "filed", appeal->filed);
  sceau_json_set_text (object, "ground", appeal->ground);
  sceau_json_set_text (object, "outcome", sceau_appeal_state_to_id (appeal->state));
  sceau_json_set_date (object, "answered", appeal->answered);
  sceau_json_set_text (object, "answer", appeal->answer);
  if (appeal->rectifying_id != 0)
    json_object_set_int_member (object, "rectifying", appeal->rectifying_id);
  return object;
}
