/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a jury says before its seal: proposals, decisions, the results that it was given.  From the seal on the seal
 * answers for them. */

#include "sceau-compare-private.h"
#include "sceau-decision-table.h"
#include "sceau-frozen-result-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-jury-table.h"
#include "sceau-proposal-step-table.h"

/* (transfer full) */
static char *
decision_key (const char *jury, gint64 enrolment_id)
{
  return g_strdup_printf ("decision of %s on enrolment %" G_GINT64_FORMAT, jury, enrolment_id);
}

/* (transfer full) */
static char *
verdicts_key (const char *jury, gint64 enrolment_id)
{
  return g_strdup_printf ("verdicts of %s on enrolment %" G_GINT64_FORMAT, jury, enrolment_id);
}

/* (transfer full) */
static char *
given_key (const char *jury)
{
  return g_strdup_printf ("results given to %s", jury);
}

/* What the journal says ------------------------------------------------------------ */

/* What it said of the session until now; a seal or a removal drops it at once. */
static GHashTable *
find_open (SceauComparison *self, const char *jury)
{
  GHashTable *open = g_hash_table_lookup (self->open, jury);

  if (open == NULL)
    {
      open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->open, g_strdup (jury), open);
    }
  return open;
}

static void
forget (GHashTable *open, const char *jury, JsonObject *decision)
{
  gint64 enrolment_id = json_object_get_int_member (decision, "enrolment");
  g_autofree char *key = decision_key (jury, enrolment_id);
  g_autofree char *verdicts = verdicts_key (jury, enrolment_id);

  g_hash_table_remove (open, key);
  g_hash_table_remove (open, verdicts);
}

/* The number of the learner may change.  Entries of earlier versions say nothing of the verdicts. */
static void
note (GHashTable *records, const char *jury, JsonObject *decision)
{
  gint64 enrolment_id = json_object_get_int_member (decision, "enrolment");

  if (json_object_has_member (decision, SCEAU_VERDICTS_SHA256))
    g_hash_table_insert (records, verdicts_key (jury, enrolment_id), g_strdup (sceau_json_text_of (decision, SCEAU_VERDICTS_SHA256)));
  json_object_remove_member (decision, SCEAU_VERDICTS_SHA256);
  json_object_remove_member (decision, "learner");
  sceau_compare_note (records, decision_key (jury, enrolment_id), json_object_ref (decision));
}

static void
hear_decision (GHashTable *open, const char *jury, JsonObject *decision)
{
  forget (open, jury, decision);
  note (open, jury, decision);
}

static void
each_of (JsonObject *entry, const char *member, GHashTable *open, const char *jury,
         void (*act) (GHashTable *open, const char *jury, JsonObject *decision))
{
  JsonArray *decisions = entry != NULL && json_object_has_member (entry, member) ? json_object_get_array_member (entry, member) : NULL;

  for (guint i = 0; decisions != NULL && i < json_array_get_length (decisions); i++)
    act (open, jury, json_array_get_object_element (decisions, i));
}

static void
hear_round (SceauComparison *self, const SceauHeard *heard)
{
  GHashTable *open = find_open (self, heard->subject);
  JsonObject *after = sceau_heard_after (heard);

  /* Who is no candidate any more is among those before and not among those after. */
  each_of (sceau_heard_before (heard), "proposals", open, heard->subject, forget);
  each_of (after, "proposals", open, heard->subject, hear_decision);
  if (after != NULL && json_object_has_member (after, SCEAU_GIVEN_SHA256))
    g_hash_table_insert (open, given_key (heard->subject), g_strdup (sceau_json_text_of (after, SCEAU_GIVEN_SHA256)));
}

static void
hear_verdict (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    hear_decision (find_open (self, heard->subject), heard->subject, sceau_heard_after (heard));
}

/* A recusal opens the decision that the member had a part in. */
static void
hear_recusal (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);

  if (after != NULL && json_object_has_member (after, "decision"))
    hear_decision (find_open (self, heard->subject), heard->subject, json_object_get_object_member (after, "decision"));
}

static void
hear_acceptance (SceauComparison *self, const SceauHeard *heard)
{
  each_of (sceau_heard_after (heard), "accepted", find_open (self, heard->subject), heard->subject, hear_decision);
}

static void
hear_end (SceauComparison *self, const SceauHeard *heard)
{
  g_hash_table_remove (self->open, heard->subject);
}

const SceauHearing sceau_decision_hearings[] = {
  { "jury.propose", hear_round },
  { "jury.decide", hear_verdict },
  { "jury.recuse", hear_recusal },
  { "jury.accept", hear_acceptance },
  { "jury.seal", hear_end },
  { "jury.remove", hear_end },
  { NULL },
};

/* What stands in the tables --------------------------------------------------------- */

/* Nobody has decided, and yet there is something of a decision. */
static gboolean
is_half_decided (const SceauDecision *decision)
{
  return !decision->decided
         && (decision->reason != NULL || decision->acquired_blocks->len > 0 || decision->votes_for >= 0
             || decision->votes_against >= 0 || decision->votes_abstain >= 0 || decision->sitting > 0);
}

/* The reasoning is kept by the seal: until then nothing has written it. */
static gboolean
look_at_decision (SceauComparison *self, GHashTable *records, const char *jury, const SceauDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) steps = sceau_proposal_step_table_list (self->school, decision->session_id, decision->enrolment_id, error);
  g_autoptr (JsonObject) record = NULL;

  if (steps == NULL)
    return FALSE;
  if (steps->len > 0)
    g_hash_table_insert (self->found, g_strdup_printf ("steps of %s on enrolment %" G_GINT64_FORMAT, jury, decision->enrolment_id), g_strdup (""));
  record = sceau_json_from_decision (decision);
  if (is_half_decided (decision))
    json_object_set_boolean_member (record, "half_decided", TRUE);
  note (records, jury, record);
  return TRUE;
}

/* The part of the entry that an earlier version did not write is not looked for. */
static void
keep (SceauComparison *self, GHashTable *said, GHashTable *records)
{
  GHashTableIter iter;
  gpointer key, digest;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &key, &digest))
    if (g_str_has_prefix (key, "decision of ") || (said != NULL && g_hash_table_contains (said, key)))
      g_hash_table_insert (self->found, g_strdup (key), g_strdup (digest));
}

static void
take_over (SceauComparison *self, GHashTable *said)
{
  GHashTableIter iter;
  gpointer key, digest;

  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &key, &digest))
    g_hash_table_insert (self->said, g_strdup (key), g_strdup (digest));
}

static gboolean
look_at_session (SceauComparison *self, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (self->school, session_id, error);
  g_autofree char *given = decisions != NULL ? sceau_frozen_result_table_digest (self->school, session_id, SCEAU_FREEZE_OPENING, error) : NULL;
  g_autofree char *jury = sceau_jury_subject (session_id);
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (given == NULL)
    return FALSE;
  for (guint i = 0; i < decisions->len; i++)
    if (!look_at_decision (self, records, jury, g_ptr_array_index (decisions, i), error))
      return FALSE;
  g_hash_table_insert (records, given_key (jury), g_steal_pointer (&given));
  keep (self, g_hash_table_lookup (self->open, jury), records);
  return TRUE;
}

gboolean
sceau_compare_decisions (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (self->school, NULL, error);
  GHashTableIter iter;
  gpointer said;

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);

      if (session->state != SCEAU_SESSION_SEALED && !look_at_session (self, session->id, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &said))
    take_over (self, said);
  return sessions != NULL;
}
