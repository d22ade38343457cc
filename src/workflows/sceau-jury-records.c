/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the verbs of a jury say alike: the state that each needs, names of candidates, the journal's records. */

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury-private.h"

static const char *
say_what_is_due (SceauSessionState state)
{
  switch (state)
    {
    case SCEAU_SESSION_PREPARATION:
      return _("Jury session %s is in preparation: convene its members first.");
    case SCEAU_SESSION_CONVENED:
      return _("Jury session %s is convened: open it with those present.");
    case SCEAU_SESSION_OPEN:
      return _("Jury session %s is open: propose, decide, then accept the remaining proposals.");
    case SCEAU_SESSION_DELIBERATED:
      return _("Jury session %s has ended its deliberation: seal it, or decide anew on a candidate.");
    case SCEAU_SESSION_SEALED:
      return _("Jury session %s is sealed: nothing of it can change. Rectify the decision that is wrong.");
    }
  g_return_val_if_reached ("%s");
}

gboolean
sceau_jury_require_state (const SceauJurySession *session, guint states, GError **error)
{
  g_autofree char *id = NULL;

  if ((states & (1u << session->state)) != 0)
    return TRUE;

  id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, say_what_is_due (session->state), id);
  return FALSE;
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

JsonObject *
sceau_json_from_juror (const SceauJuror *juror)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", juror->id);
  sceau_json_set_text (object, "name", juror->name);
  sceau_json_set_text (object, "function", juror->function);
  sceau_json_set_text (object, "employer", juror->employer);
  json_object_set_boolean_member (object, "internal", juror->internal);
  sceau_json_set_text (object, "sex", sceau_sex_to_id (juror->sex));
  sceau_json_set_date (object, "mandate_start", juror->mandate_start);
  sceau_json_set_date (object, "mandate_end", juror->mandate_end);
  return object;
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
  sceau_json_set_text (object, "place", session->place);
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

JsonObject *
sceau_json_from_decision (const SceauDecision *decision)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", decision->enrolment_id);
  sceau_json_set_text (object, "learner", decision->learner_number);
  sceau_json_set_text (object, "proposal", sceau_outcome_to_id (decision->proposal));
  sceau_json_set_text (object, "proposal_reason", decision->proposal_reason);
  if (!decision->decided)
    return object;
  sceau_json_set_text (object, "decision", sceau_outcome_to_id (decision->outcome));
  sceau_json_set_texts (object, "blocks", decision->acquired_blocks);
  sceau_json_set_text (object, "reason", decision->reason);
  set_votes (object, decision);
  return object;
}
