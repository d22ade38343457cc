/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The records of a jury; the checks are in sceau-composition.c and sceau-decision-check.c,
 * the life of a session is in sceau-session-life.c. */

#include "sceau-jury.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_session_state, SceauSessionState, "preparation", "convened", "open", "deliberated", "sealed")

SCEAU_DEFINE_IDS (sceau_session_event_kind, SceauSessionEventKind, "opened", "suspended", "resumed", "closed")

static const char *const event_titles[] = { N_("Opened"), N_("Suspended"), N_("Resumed"), N_("Deliberation closed") };

static const char *const session_state_titles[]
    = { N_("In preparation"), N_("Convened"), N_("Open"), N_("Deliberated"), N_("Sealed") };

SceauJuryMember *
sceau_jury_member_new (SceauJuror *juror)
{
  SceauJuryMember *self = g_new0 (SceauJuryMember, 1);

  self->juror = juror;
  return self;
}

void
sceau_jury_member_free (SceauJuryMember *self)
{
  if (self == NULL)
    return;
  sceau_juror_free (self->juror);
  g_free (self);
}

void
sceau_recusal_free (SceauRecusal *self)
{
  if (self == NULL)
    return;
  g_free (self->juror_name);
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->reason);
  g_free (self->lifted);
  g_free (self);
}

void
sceau_session_event_free (SceauSessionEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->reason);
  g_free (self->present);
  g_free (self);
}

SceauDecision *
sceau_decision_new (void)
{
  SceauDecision *self = g_new0 (SceauDecision, 1);

  self->proposal_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_block_verdict_free);
  self->acquired_blocks = g_ptr_array_new_with_free_func (g_free);
  self->votes_for = -1;
  self->votes_against = -1;
  self->votes_abstain = -1;
  return self;
}

void
sceau_decision_free (SceauDecision *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->proposal_reason);
  g_ptr_array_unref (self->proposal_blocks);
  g_ptr_array_unref (self->acquired_blocks);
  g_free (self->reason);
  g_free (self);
}

SceauJurySession *
sceau_jury_session_new (void)
{
  SceauJurySession *self = g_new0 (SceauJurySession, 1);

  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_jury_member_free);
  self->recusals = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_recusal_free);
  self->lifted = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_recusal_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_session_event_free);
  return self;
}

void
sceau_jury_session_free (SceauJurySession *self)
{
  if (self == NULL)
    return;
  g_free (self->certification_code);
  g_free (self->cohort_name);
  g_free (self->start_time);
  g_free (self->place);
  g_free (self->rectification_reason);
  g_free (self->derogation);
  g_free (self->seal);
  g_free (self->sealed_at);
  g_free (self->journal_head);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->recusals);
  g_ptr_array_unref (self->lifted);
  g_ptr_array_unref (self->events);
  g_free (self);
}

const char *
sceau_session_state_title (SceauSessionState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (session_state_titles), "");

  return _(session_state_titles[state]);
}

const char *
sceau_session_event_kind_title (SceauSessionEventKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (event_titles), "");

  return _(event_titles[kind]);
}
