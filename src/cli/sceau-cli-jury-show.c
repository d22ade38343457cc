/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-jury.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-output.h"
#include "sceau-moment.h"

/* The numbers of the sittings in which the member was present; null before the opening. */
static void
add_presence (JsonBuilder *builder, const SceauJurySession *session, const SceauJuryMember *member)
{
  json_builder_set_member_name (builder, "sittings");
  if (session->state < SCEAU_SESSION_OPEN)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (guint i = 1; i <= sceau_jury_session_count_sittings (session); i++)
    if (sceau_jury_session_was_present (session, member, i))
      json_builder_add_int_value (builder, i);
  json_builder_end_array (builder);
}

static void
add_jurors (JsonBuilder *builder, const SceauJurySession *session)
{
  json_builder_set_member_name (builder, "jurors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "id", member->juror->id);
      sceau_cli_json_text (builder, "name", member->juror->name);
      sceau_cli_json_text (builder, "function", member->juror->function);
      sceau_cli_json_text (builder, "employer", member->juror->employer);
      sceau_cli_json_boolean (builder, "internal", member->juror->internal);
      sceau_cli_json_boolean (builder, "president", member->president);
      sceau_cli_json_boolean (builder, "present", member->present);
      sceau_cli_json_boolean (builder, "alternate", member->alternate);
      add_presence (builder, session, member);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What holds for a block: the jury's word once it has decided, the proposal before. */
static SceauBlockState
block_state (const SceauDecision *decision, const SceauBlockVerdict *verdict)
{
  if (!decision->decided)
    return verdict->state;
  for (guint i = 0; i < decision->acquired_blocks->len; i++)
    if (g_str_equal (g_ptr_array_index (decision->acquired_blocks, i), verdict->block_code))
      return SCEAU_BLOCK_ACQUIRED;
  return verdict->state == SCEAU_BLOCK_ACQUIRED ? SCEAU_BLOCK_NOT_ACQUIRED : verdict->state;
}

static void
add_blocks (JsonBuilder *builder, const SceauDecision *decision)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_object (builder);
  for (guint i = 0; i < decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, i);

      /* A certification without blocks has one verdict, on the whole: the outcome says it. */
      if (verdict->block_code != NULL)
        sceau_cli_json_text (builder, verdict->block_code, sceau_block_state_to_id (block_state (decision, verdict)));
    }
  json_builder_end_object (builder);
}

static void
add_votes (JsonBuilder *builder, const SceauDecision *decision)
{
  json_builder_set_member_name (builder, "votes");
  if (!decision->decided || decision->votes_for < 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "for", decision->votes_for);
  sceau_cli_json_integer (builder, "against", decision->votes_against);
  sceau_cli_json_integer (builder, "abstain", decision->votes_abstain);
  json_builder_end_object (builder);
}

static void
add_candidate (JsonBuilder *builder, const SceauDecision *decision)
{
  const char *reason = decision->decided && decision->reason != NULL ? decision->reason : decision->proposal_reason;

  json_builder_begin_object (builder);
  sceau_cli_json_text (builder, "learner", decision->learner_number);
  sceau_cli_json_text (builder, "name", decision->learner_name);
  sceau_cli_json_text (builder, "route", sceau_route_to_id (decision->route));
  sceau_cli_json_text (builder, "proposal", sceau_outcome_to_id (decision->proposal));
  sceau_cli_json_text (builder, "decision", decision->decided ? sceau_outcome_to_id (decision->outcome) : NULL);
  add_blocks (builder, decision);
  sceau_cli_json_text (builder, "reason", reason);
  sceau_cli_json_text (builder, "proposal_reason", decision->proposal_reason);
  sceau_cli_json_boolean (builder, "outdated", decision->outdated);
  add_votes (builder, decision);
  json_builder_set_member_name (builder, "sitting");
  if (decision->decided && decision->sitting > 0)
    json_builder_add_int_value (builder, decision->sitting);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
add_quotas (JsonBuilder *builder, GPtrArray *quotas)
{
  json_builder_set_member_name (builder, "quotas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < quotas->len; i++)
    {
      const SceauQuotaLine *line = g_ptr_array_index (quotas, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "code", line->code);
      sceau_cli_json_integer (builder, "learners", line->learners);
      sceau_cli_json_integer (builder, "places", line->places);
      sceau_cli_json_integer (builder, "used", line->used);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_recusals (JsonBuilder *builder, const char *member, GPtrArray *recusals)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "juror", recusal->juror_id);
      sceau_cli_json_text (builder, "learner", recusal->learner_number);
      sceau_cli_json_text (builder, "kind", sceau_conflict_kind_to_id (recusal->kind));
      sceau_cli_json_text (builder, "reason", recusal->reason);
      if (recusal->lifted != NULL)
        sceau_cli_json_text (builder, "lifted", recusal->lifted);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_events (JsonBuilder *builder, GPtrArray *events)
{
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < events->len; i++)
    {
      const SceauSessionEvent *event = g_ptr_array_index (events, i);

      json_builder_begin_object (builder);
      sceau_cli_json_text (builder, "kind", sceau_session_event_kind_to_id (event->kind));
      sceau_cli_json_text (builder, "at", event->at);
      sceau_cli_json_text (builder, "reason", event->reason);
      sceau_cli_json_text (builder, "present", event->present);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sitting (JsonBuilder *builder, const SceauJurySession *session, guint number)
{
  SceauSitting sitting;

  sceau_jury_session_get_sitting (session, number, &sitting);
  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "number", number);
  sceau_cli_json_text (builder, "began", sitting.began != NULL ? sitting.began->at : NULL);
  sceau_cli_json_text (builder, "ended", sitting.ended != NULL ? sitting.ended->at : NULL);
  json_builder_set_member_name (builder, "present");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (sceau_jury_session_was_present (session, member, number))
        json_builder_add_int_value (builder, member->juror->id);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_sittings (JsonBuilder *builder, const SceauJurySession *session)
{
  json_builder_set_member_name (builder, "sittings");
  json_builder_begin_array (builder);
  for (guint i = 1; session->state >= SCEAU_SESSION_OPEN && i <= sceau_jury_session_count_sittings (session); i++)
    add_sitting (builder, session, i);
  json_builder_end_array (builder);
}

/* Decisions of other sessions on the same candidates. */
static void
add_others (JsonBuilder *builder, const char *member, GPtrArray *decisions)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      json_builder_begin_object (builder);
      sceau_cli_json_integer (builder, "session", decision->session_id);
      sceau_cli_json_text (builder, "learner", decision->learner_number);
      sceau_cli_json_text (builder, "outcome", sceau_outcome_to_id (decision->outcome));
      sceau_cli_json_text (builder, "reason", decision->reason != NULL ? decision->reason : decision->proposal_reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What came with the course of a session: keys are only ever added. */
static void
add_course (JsonBuilder *builder, const SceauJurySession *session, GPtrArray *appeals)
{
  sceau_cli_json_text (builder, "time", session->start_time);
  sceau_cli_json_boolean (builder, "suspended", session->suspended);
  sceau_cli_json_date (builder, "embargo", session->embargo);
  sceau_cli_json_date (builder, "notified", session->notified);
  add_recusals (builder, "recusals", session->recusals);
  add_recusals (builder, "recusals_lifted", session->lifted);
  add_events (builder, session->events);
  add_sittings (builder, session);
  json_builder_set_member_name (builder, "appeals");
  sceau_cli_add_appeals (builder, appeals);
}

void
sceau_cli_print_jury_json (const SceauJuryFile *file, GPtrArray *appeals)
{
  const SceauJurySession *session = file->session;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_integer (builder, "id", session->id);
  sceau_cli_json_text (builder, "certification", session->certification_code);
  sceau_cli_json_text (builder, "cohort", session->cohort_name);
  sceau_cli_json_text (builder, "state", sceau_session_state_to_id (session->state));
  sceau_cli_json_date (builder, "date", session->date);
  sceau_cli_json_text (builder, "place", session->place);
  json_builder_set_member_name (builder, "rectifies");
  if (session->rectifies != 0)
    json_builder_add_int_value (builder, session->rectifies);
  else
    json_builder_add_null_value (builder);
  sceau_cli_json_text (builder, "derogation", session->derogation);
  add_jurors (builder, session);
  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < file->decisions->len; i++)
    add_candidate (builder, g_ptr_array_index (file->decisions, i));
  json_builder_end_array (builder);
  add_quotas (builder, file->quotas);
  sceau_cli_json_text (builder, "seal", session->seal);
  sceau_cli_json_text (builder, "journal_head", session->journal_head);
  add_course (builder, session, appeals);
  sceau_cli_json_text (builder, "rectification_reason", session->rectification_reason);
  add_others (builder, "first_decisions", file->first);
  add_others (builder, "rectified", file->rectified);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

/* "Yes", "No", or the numbers of the sittings. */
static char *
say_presence (const SceauJurySession *session, const SceauJuryMember *member)
{
  const guint all = sceau_jury_session_count_sittings (session);
  const guint n = sceau_jury_session_count_presence (session, member);
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (session->state < SCEAU_SESSION_OPEN)
    return g_strdup ("–");
  if (n == 0 || n == all)
    return g_strdup (n == 0 ? _("No") : _("Yes"));
  for (guint i = 1; i <= all; i++)
    if (sceau_jury_session_was_present (session, member, i))
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", i);
  return g_strdup_printf (ngettext ("sitting %s", "sittings %s", n), numbers->str);
}

static void
print_sittings (const SceauJurySession *session)
{
  const guint n = sceau_jury_session_count_sittings (session);

  for (guint i = 1; n > 1 && i <= n; i++)
    {
      SceauSitting sitting;
      g_autofree char *began = NULL;
      g_autofree char *ended = NULL;

      sceau_jury_session_get_sitting (session, i, &sitting);
      began = sceau_moment_format (sitting.began != NULL ? sitting.began->at : NULL, SCEAU_MOMENT_MINUTE);
      ended = sceau_moment_format (sitting.ended != NULL ? sitting.ended->at : NULL, SCEAU_MOMENT_MINUTE);
      sceau_cli_print (_("Sitting %u: from %s to %s\n"), i, began != NULL ? began : "–", ended != NULL ? ended : "–");
    }
}

static void
print_jurors (const SceauJurySession *session)
{
  g_autoptr (SceauCliTable) table
    = sceau_cli_table_new (_("No."), _("Juror"), _("Function"), _("Side"), _("Present"), NULL);

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, member->juror->id);
      g_autofree char *name
        = member->president ? g_strdup_printf (_("%s (president)"), member->juror->name) : g_strdup (member->juror->name);
      g_autofree char *present = say_presence (session, member);

      sceau_cli_table_add (table, id, name, member->juror->function,
                           member->juror->internal ? _("internal") : _("external"), present, NULL);
    }
  sceau_cli_table_print (table);
}

/* A mark was changed after the proposal was made. */
static void
print_outdated (GPtrArray *decisions)
{
  guint n = 0;

  for (guint i = 0; i < decisions->len; i++)
    n += ((const SceauDecision *) g_ptr_array_index (decisions, i))->outdated ? 1 : 0;
  if (n > 0)
    sceau_cli_print (ngettext ("%u proposal, marked *, is outdated: a mark has changed since. “jury propose” makes it again.\n",
                               "%u proposals, marked *, are outdated: marks have changed since. “jury propose” makes them again.\n", n),
                     n);
}

static void
print_candidates (GPtrArray *decisions)
{
  g_autoptr (SceauCliTable) table
    = sceau_cli_table_new (_("Learner"), _("Name"), _("Proposal"), _("Decision"), _("Reason"), NULL);

  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      const char *reason = decision->decided && decision->reason != NULL ? decision->reason : decision->proposal_reason;
      g_autofree char *proposal = g_strconcat (sceau_outcome_title (decision->proposal), decision->outdated ? " *" : NULL, NULL);

      sceau_cli_table_add (table, decision->learner_number, decision->learner_name, proposal,
                           decision->decided ? sceau_outcome_title (decision->outcome) : "–",
                           reason != NULL ? reason : "", NULL);
    }
  sceau_cli_table_print (table);
}

/* @since: decided after this session, in its place; or before it. */
static void
print_others (GPtrArray *decisions, gboolean since)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      const char *reason = decision->reason != NULL ? decision->reason : decision->proposal_reason;

      sceau_cli_print (since ? _("Rectified by session %d: %s (%s): %s – %s\n") : _("First decided by session %d: %s (%s): %s – %s\n"),
                       (int) decision->session_id, decision->learner_name, decision->learner_number,
                       sceau_outcome_title (decision->outcome), reason != NULL ? reason : "");
    }
}

void
sceau_cli_print_jury (const SceauJuryFile *file)
{
  const SceauJurySession *session = file->session;
  g_autofree char *date = sceau_date_format_iso (session->date);

  sceau_cli_print (_("Session %d: %s, %s, %s, %s – %s\n"), (int) session->id, session->certification_code,
                   session->cohort_name, date, session->place, sceau_session_state_title (session->state));
  if (session->rectifies != 0)
    sceau_cli_print (_("Rectifies session %d: %s\n"), (int) session->rectifies,
                     session->rectification_reason);
  if (session->derogation != NULL)
    sceau_cli_print (_("Opened by derogation: %s\n"), session->derogation);
  if (session->seal != NULL)
    sceau_cli_print (_("Seal: %s\n"), session->seal);
  sceau_cli_print ("\n");
  print_jurors (session);
  print_sittings (session);
  sceau_cli_print ("\n");
  print_candidates (file->decisions);
  print_outdated (file->decisions);
  print_others (file->first, FALSE);
  print_others (file->rectified, TRUE);
  for (guint i = 0; i < file->quotas->len; i++)
    {
      const SceauQuotaLine *line = g_ptr_array_index (file->quotas, i);

      sceau_cli_print (_("Quota %s: %d used of %d\n"), line->code, line->used, line->places);
    }
}
