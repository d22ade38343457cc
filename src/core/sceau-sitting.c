/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Sittings of a session: presence is a fact of each of them, and a vote belongs to the one in which it was taken. */

#include "sceau-jury.h"

#include <string.h>

guint
sceau_jury_session_count_sittings (const SceauJurySession *session)
{
  guint n = 1;

  for (guint i = 0; i < session->events->len; i++)
    n += ((SceauSessionEvent *) g_ptr_array_index (session->events, i))->kind == SCEAU_SESSION_EVENT_RESUMED;
  return n;
}

void
sceau_jury_session_get_sitting (const SceauJurySession *session, guint number, SceauSitting *sitting)
{
  guint at = 1;

  *sitting = (SceauSitting) { .number = number };
  for (guint i = 0; i < session->events->len; i++)
    {
      const SceauSessionEvent *event = g_ptr_array_index (session->events, i);

      at += event->kind == SCEAU_SESSION_EVENT_RESUMED;
      if (at != number)
        continue;
      if (event->kind == SCEAU_SESSION_EVENT_OPENED || event->kind == SCEAU_SESSION_EVENT_RESUMED)
        sitting->began = event;
      else
        sitting->ended = event;
    }
}

/* @numbers: "1,4,5" */
static gboolean
lists (const char *numbers, gint64 juror_id)
{
  g_autofree char *wanted = g_strdup_printf (",%" G_GINT64_FORMAT ",", juror_id);
  g_autofree char *all = g_strconcat (",", numbers, ",", NULL);

  return strstr (all, wanted) != NULL;
}

gboolean
sceau_jury_session_was_present (const SceauJurySession *session, const SceauJuryMember *member, guint number)
{
  SceauSitting sitting;

  sceau_jury_session_get_sitting (session, number, &sitting);
  return sitting.began != NULL && sitting.began->present != NULL ? lists (sitting.began->present, member->juror->id) : member->present;
}

gboolean
sceau_jury_session_was_present_for (const SceauJurySession *session, const SceauJuryMember *member, const SceauDecision *decision)
{
  return decision->sitting > 0 ? sceau_jury_session_was_present (session, member, decision->sitting) : member->present;
}

guint
sceau_jury_session_count_presence (const SceauJurySession *session, const SceauJuryMember *member)
{
  guint n = 0;

  for (guint i = 1; i <= sceau_jury_session_count_sittings (session); i++)
    n += sceau_jury_session_was_present (session, member, i) ? 1 : 0;
  return n;
}

GPtrArray *
sceau_jury_session_list_members (const SceauJurySession *session, guint number)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      SceauJuryMember *then = g_memdup2 (member, sizeof *member);

      then->present = sceau_jury_session_was_present (session, member, number);
      g_ptr_array_add (members, then);
    }
  return members;
}

static gboolean
is_recused (const SceauJurySession *session, gint64 juror_id, gint64 enrolment_id)
{
  for (guint i = 0; i < session->recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (session->recusals, i);

      if (recusal->juror_id == juror_id && recusal->enrolment_id == enrolment_id)
        return TRUE;
    }
  return FALSE;
}

static int
count_voters (const SceauJurySession *session, const SceauJuryRule *rule, guint number, gint64 enrolment_id)
{
  g_autoptr (GPtrArray) members = sceau_jury_session_list_members (session, number);
  g_autoptr (GPtrArray) seated = sceau_jury_list_seated (members, rule);
  int voters = 0;

  for (guint i = 0; i < seated->len; i++)
    voters += !is_recused (session, ((SceauJuryMember *) g_ptr_array_index (seated, i))->juror->id, enrolment_id);
  return voters;
}

int
sceau_jury_session_count_voters (const SceauJurySession *session, const SceauJuryRule *rule, guint number, gint64 enrolment_id)
{
  int most = 0;

  if (number > 0)
    return count_voters (session, rule, number, enrolment_id);
  for (guint i = 1; i <= sceau_jury_session_count_sittings (session); i++)
    most = MAX (most, count_voters (session, rule, i, enrolment_id));
  return most;
}
