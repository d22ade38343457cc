/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Sessions: what they are, how far they are, what happened in them and what follows their seal. */

#include "sceau-appeal-table.h"
#include "sceau-compare-private.h"
#include "sceau-decision-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-notification-table.h"
#include "sceau-signed-minutes-table.h"

/* Keys --------------------------------------------------------------------------- */

static char *
id_key (const char *kind, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static gint64
id_of (JsonObject *record, const char *member)
{
  return json_object_get_int_member_with_default (record, member, 0);
}

static char *
recusal_key (JsonObject *recusal)
{
  return g_strdup_printf ("recusal of juror %" G_GINT64_FORMAT " about enrolment %" G_GINT64_FORMAT " in jury %" G_GINT64_FORMAT,
                          id_of (recusal, "juror"), id_of (recusal, "enrolment"), id_of (recusal, "jury"));
}

static char *
event_key (JsonObject *event)
{
  return g_strdup_printf ("event %" G_GINT64_FORMAT " of jury %" G_GINT64_FORMAT, id_of (event, "position"), id_of (event, "jury"));
}

static char *
letter_key (gint64 session_id, gint64 enrolment_id)
{
  return g_strdup_printf ("letter to enrolment %" G_GINT64_FORMAT " of jury %" G_GINT64_FORMAT, enrolment_id, session_id);
}

/* What the journal says ------------------------------------------------------------ */

static void
strip_name (JsonArray *array, guint index, JsonNode *member, gpointer data)
{
  json_object_remove_member (json_node_get_object (member), "name");
}

/* What may change without a word about the session, or is a record of its own, is left out: the names of jurors and
 * cohorts, the state, recusals and events. */
static void
note_session (GHashTable *records, JsonObject *session)
{
  static const char *const apart[] = { "cohort", "state", "seal", "recusals", "events", "set_aside" };
  char *key = id_key ("session", id_of (session, "id"));

  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    json_object_remove_member (session, apart[i]);
  if (json_object_has_member (session, "members"))
    json_array_foreach_element (json_object_get_array_member (session, "members"), strip_name, NULL);
  sceau_compare_note (records, key, session);
}

static void
note_recusal (GHashTable *records, JsonObject *recusal)
{
  char *key = recusal_key (recusal);

  /* The number of a learner may change. */
  json_object_remove_member (recusal, "learner");
  sceau_compare_note (records, key, recusal);
}

static void
hear_recusal (SceauComparison *self, JsonObject *recusal)
{
  note_recusal (self->said, json_object_ref (recusal));
}

static void
forget_recusal (SceauComparison *self, JsonObject *recusal)
{
  g_autofree char *key = recusal_key (recusal);

  g_hash_table_remove (self->said, key);
}

static void
hear_event (SceauComparison *self, JsonObject *event)
{
  sceau_compare_note (self->said, event_key (event), json_object_ref (event));
}

/* Of every verb: the recusals that stood before and stand now, what happened, how far the session is. */
static void
hear_course (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *before = sceau_heard_before (heard);
  JsonObject *after = sceau_heard_after (heard);

  if (before != NULL)
    sceau_compare_hear_each (self, json_object_get_member (before, "recusals"), forget_recusal);
  if (after == NULL)
    return;
  sceau_compare_hear_each (self, json_object_get_member (after, "recusals"), hear_recusal);
  sceau_compare_hear_each (self, json_object_get_member (after, "events"), hear_event);
  if (json_object_has_member (after, "state"))
    g_hash_table_insert (self->said, g_strdup_printf ("state of %s", heard->subject),
                         g_strdup (sceau_json_text_of (after, "state")));
}

static void
hear_session (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *session = sceau_heard_after (heard);

  if (session != NULL)
    note_session (self->said, json_object_ref (session));
}

static void
hear_removal (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *session = sceau_heard_before (heard);
  g_autofree char *state = g_strdup_printf ("state of %s", heard->subject);
  g_autofree char *key = session != NULL ? id_key ("session", id_of (session, "id")) : NULL;

  g_hash_table_remove (self->said, state);
  if (key != NULL)
    g_hash_table_remove (self->said, key);
}

static void
hear_seal (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    g_hash_table_insert (self->said, g_strdup (heard->subject), g_strdup (sceau_json_text_of (sceau_heard_after (heard), "seal")));
}

/* A rectifying session is planned and sealed in one entry; older files say nothing of the session itself. */
static void
hear_rectification (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);

  if (after == NULL)
    return;
  g_hash_table_insert (self->said, g_strdup_printf ("state of %s", heard->subject),
                       g_strdup (sceau_session_state_to_id (SCEAU_SESSION_SEALED)));
  if (json_object_has_member (after, "session"))
    note_session (self->said, json_object_ref (json_object_get_object_member (after, "session")));
}

static void
hear_letter (SceauComparison *self, JsonObject *letter)
{
  g_hash_table_insert (self->said, letter_key (id_of (letter, "jury"), id_of (letter, "enrolment")),
                       g_strdup (sceau_json_text_of (letter, "sha256")));
}

static void
hear_notification (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);

  if (after == NULL)
    return;
  sceau_compare_hear_each (self, json_object_get_member (after, "letters"), hear_letter);
  json_object_remove_member (after, "letters");
  sceau_compare_note (self->said, g_strdup_printf ("notification of %s", heard->subject), json_object_ref (after));
}

static void
hear_appeal (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *appeal = sceau_heard_after (heard);

  if (appeal == NULL)
    return;
  json_object_remove_member (appeal, "learner");
  sceau_compare_note (self->said, id_key ("appeal", id_of (appeal, "id")), json_object_ref (appeal));
}

static void
hear_attachment (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *scan = sceau_heard_after (heard);

  if (scan == NULL)
    return;
  sceau_compare_hear_part (self, id_key ("moment of signed minutes", id_of (scan, "id")), scan, "attached_at");
  sceau_compare_note (self->said, id_key ("signed minutes", id_of (scan, "id")), json_object_ref (scan));
}

/* Recusals are taken out of a session before what the same entry says of the session itself is noted. */
const SceauHearing sceau_jury_hearings[] = {
  { "jury.", hear_course },
  { "jury.plan", hear_session },
  { "jury.amend", hear_session },
  { "jury.convene", hear_session },
  { "jury.open", hear_session },
  { "jury.suspend", hear_session },
  { "jury.resume", hear_session },
  { "jury.remove", hear_removal },
  { "jury.seal", hear_seal },
  { "jury.rectify", hear_seal },
  { "jury.rectify", hear_rectification },
  { "jury.notify", hear_notification },
  { "jury.attach", hear_attachment },
  { "appeal.", hear_appeal },
  { NULL },
};

/* What stands in the tables --------------------------------------------------------- */

static gboolean
look_at_letters (SceauComparison *self, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (self->school, session_id, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      gint64 enrolment_id = ((const SceauDecision *) g_ptr_array_index (decisions, i))->enrolment_id;
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) pdf = sceau_result_letter_table_find (self->school, session_id, enrolment_id, &local);

      /* One that is gone or altered is missed below: the journal knows it. */
      if (pdf != NULL)
        g_hash_table_insert (self->found, letter_key (session_id, enrolment_id), g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf));
      else if (!g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND)
               && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return decisions != NULL;
}

static gboolean
look_at_notification (SceauComparison *self, const SceauJurySession *session, GError **error)
{
  SceauDate date;
  int appeal_days;

  if (session->notified == SCEAU_NO_DATE)
    return TRUE;
  if (!sceau_notification_table_find (self->school, session->id, &date, &appeal_days, error))
    return FALSE;
  sceau_compare_note (self->found, id_key ("notification of jury", session->id), sceau_json_from_notification (session->id, date, appeal_days));
  return look_at_letters (self, session->id, error);
}

static gboolean
look_at_scans (SceauComparison *self, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) scans = sceau_signed_minutes_table_list (self->school, session_id, error);

  for (guint i = 0; scans != NULL && i < scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (scans, i);

      JsonObject *record = sceau_json_from_signed_minutes (scan);

      sceau_compare_find_part (self, id_key ("moment of signed minutes", scan->id), record, "attached_at");
      sceau_compare_note (self->found, id_key ("signed minutes", scan->id), record);
    }
  return scans != NULL;
}

static void
look_at_course (SceauComparison *self, const SceauJurySession *session)
{
  for (guint i = 0; i < session->recusals->len; i++)
    note_recusal (self->found, sceau_json_from_recusal (session->id, g_ptr_array_index (session->recusals, i)));
  for (guint i = 0; i < session->lifted->len; i++)
    note_recusal (self->found, sceau_json_from_recusal (session->id, g_ptr_array_index (session->lifted, i)));
  for (guint i = 0; i < session->events->len; i++)
    {
      JsonObject *event = sceau_json_from_session_event (session->id, i + 1, g_ptr_array_index (session->events, i));

      sceau_compare_note (self->found, event_key (event), event);
    }
}

static gboolean
look_at_session (SceauComparison *self, gint64 id, GError **error)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (self->school, id, error);
  g_autofree char *key = id_key ("session", id);

  if (session == NULL)
    return FALSE;
  if (session->state == SCEAU_SESSION_SEALED)
    g_hash_table_insert (self->found, sceau_jury_subject (id), g_strdup (session->seal));
  g_hash_table_insert (self->found, id_key ("state of jury", id), g_strdup (sceau_session_state_to_id (session->state)));
  if (session->rectifies == 0 || g_hash_table_contains (self->said, key))
    note_session (self->found, sceau_json_from_session (session));
  look_at_course (self, session);
  return look_at_notification (self, session, error) && look_at_scans (self, id, error);
}

static gboolean
look_at_appeals (SceauComparison *self, GError **error)
{
  const SceauAppealQuery query = { 0 };
  g_autoptr (GPtrArray) appeals = sceau_appeal_table_list (self->school, &query, error);

  for (guint i = 0; appeals != NULL && i < appeals->len; i++)
    {
      const SceauAppeal *appeal = g_ptr_array_index (appeals, i);
      JsonObject *record = sceau_json_from_appeal (appeal);

      json_object_remove_member (record, "learner");
      sceau_compare_note (self->found, id_key ("appeal", appeal->id), record);
    }
  return appeals != NULL;
}

gboolean
sceau_compare_juries (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (self->school, NULL, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    if (!look_at_session (self, ((const SceauJurySession *) g_ptr_array_index (sessions, i))->id, error))
      return FALSE;
  return sessions != NULL && look_at_appeals (self, error);
}
