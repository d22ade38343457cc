/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Presence over time: who was there in which sitting, and who votes on a candidate in it. */

#include "sceau-jury.h"

static void
add_event (SceauJurySession *session, SceauSessionEventKind kind, const char *at, const char *present)
{
  SceauSessionEvent *event = g_new0 (SceauSessionEvent, 1);

  event->kind = kind;
  event->at = g_strdup (at);
  event->present = g_strdup (present);
  g_ptr_array_add (session->events, event);
}

/* Members 1 to 5 and the alternate 11, of whom 2 is recused for enrolment 7; @second, @third: present after each pause, or NULL. */
static SceauJurySession *
session_new (const char *first, const char *second, const char *third)
{
  SceauJurySession *session = sceau_jury_session_new ();
  SceauRecusal *recusal = g_new0 (SceauRecusal, 1);

  for (gint64 i = 1; i <= 6; i++)
    {
      SceauJuror *juror = sceau_juror_new ();
      SceauJuryMember *member = sceau_jury_member_new (juror);

      juror->id = i < 6 ? i : 11;
      juror->internal = i <= 2;
      member->alternate = i == 6;
      g_ptr_array_add (session->members, member);
    }
  recusal->juror_id = 2;
  recusal->enrolment_id = 7;
  g_ptr_array_add (session->recusals, recusal);
  session->state = SCEAU_SESSION_OPEN;
  add_event (session, SCEAU_SESSION_EVENT_OPENED, "2026-11-20T09:00:00Z", first);
  if (second != NULL)
    {
      add_event (session, SCEAU_SESSION_EVENT_SUSPENDED, "2026-11-20T11:30:00Z", NULL);
      add_event (session, SCEAU_SESSION_EVENT_RESUMED, "2026-11-20T13:00:00Z", second);
    }
  if (third != NULL)
    {
      add_event (session, SCEAU_SESSION_EVENT_SUSPENDED, "2026-11-20T15:00:00Z", NULL);
      add_event (session, SCEAU_SESSION_EVENT_RESUMED, "2026-11-20T15:10:00Z", third);
    }
  return session;
}

static const struct
{
  const char *name;
  const char *first, *second, *third;
  guint sitting;  /* 0: not known */
  gint64 enrolment;
  int voters;
} rows[] = {
  { "no-pause", "1,2,3,4,5", NULL, NULL, 1, 6, 5 },
  { "no-pause-recused", "1,2,3,4,5", NULL, NULL, 1, 7, 4 },
  { "earlier-vote-keeps-who-left", "1,2,3,4", "1,3,4", NULL, 1, 6, 4 },
  { "later-vote-without-who-left", "1,2,3,4", "1,3,4", NULL, 2, 6, 3 },
  { "who-left-was-the-recused", "1,2,3,4", "1,3,4", NULL, 2, 7, 3 },
  { "recused-while-there", "1,2,3,4", "1,3,4", NULL, 1, 7, 3 },
  { "who-came-later-counts-later", "1,2,3", "1,2,3,4,5", NULL, 1, 6, 3 },
  { "who-came-later-counts-then", "1,2,3", "1,2,3,4,5", NULL, 2, 6, 5 },
  { "who-came-back", "1,2,3,4,5", "1,2,3", "1,2,3,4,5", 3, 6, 5 },
  { "in-between", "1,2,3,4,5", "1,2,3", "1,2,3,4,5", 2, 6, 3 },
  { "alternate-sits-for-who-left", "1,2,3,4,5,11", "1,2,3,4,11", NULL, 2, 6, 5 },
  { "alternate-had-no-seat-before", "1,2,3,4,5,11", "1,2,3,4,11", NULL, 1, 6, 5 },
  { "alternate-has-no-internal-seat", "1,3,4,5,11", NULL, NULL, 1, 6, 4 },
  { "number-eleven-is-not-one", "2,3,4,5,11", NULL, NULL, 1, 6, 4 },
  { "not-known-is-the-fullest", "1,2,3", "1,2,3,4,5", "1,2", 0, 6, 5 },
  { "not-known-recused", "1,2,3", "1,2,3,4,5", "1,2", 0, 7, 4 },
};

static void
test_voters (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SceauJurySession) session = session_new (rows[i].first, rows[i].second, rows[i].third);

  g_assert_cmpint (sceau_jury_session_count_voters (session, NULL, rows[i].sitting, rows[i].enrolment), ==, rows[i].voters);
}

/* Member 1 directs the programme, the rule asks for that, and the internal alternate does not hold it: nobody votes in the seat. */
static void
test_seat_by_the_rule (void)
{
  g_autoptr (SceauJurySession) session = session_new ("2,3,4,5,11", NULL, NULL);
  g_autoptr (SceauJuryRule) rule = sceau_jury_rule_new (SCEAU_ROUTE_CONTINUING);
  SceauJuryMember *director = g_ptr_array_index (session->members, 0);
  SceauJuryMember *alternate = g_ptr_array_index (session->members, 5);

  director->juror->function = g_strdup ("Directrice du programme");
  alternate->juror->function = g_strdup ("Formateur");
  alternate->juror->internal = TRUE;
  g_ptr_array_add (rule->functions, g_strdup ("directeur du programme"));
  g_assert_cmpint (sceau_jury_session_count_voters (session, rule, 1, 6), ==, 4);
  g_free (alternate->juror->function);
  alternate->juror->function = g_strdup ("Directeur du programme");
  g_assert_cmpint (sceau_jury_session_count_voters (session, rule, 1, 6), ==, 5);
}

static void
test_sittings_have_their_bounds (void)
{
  g_autoptr (SceauJurySession) session = session_new ("1,2,3,4", "1,3,4", NULL);
  const SceauJuryMember *second = g_ptr_array_index (session->members, 1);
  SceauSitting sitting;

  g_assert_cmpuint (sceau_jury_session_count_sittings (session), ==, 2);
  sceau_jury_session_get_sitting (session, 1, &sitting);
  g_assert_cmpstr (sitting.began->at, ==, "2026-11-20T09:00:00Z");
  g_assert_cmpstr (sitting.ended->at, ==, "2026-11-20T11:30:00Z");
  sceau_jury_session_get_sitting (session, 2, &sitting);
  g_assert_cmpstr (sitting.began->at, ==, "2026-11-20T13:00:00Z");
  g_assert_null (sitting.ended);
  g_assert_true (sceau_jury_session_was_present (session, second, 1));
  g_assert_false (sceau_jury_session_was_present (session, second, 2));
  g_assert_cmpuint (sceau_jury_session_count_presence (session, second), ==, 1);
}

/* A session that an older version opened has no event of it: the members are as they stand. */
static void
test_without_events_the_members_tell (void)
{
  g_autoptr (SceauJurySession) session = session_new ("1", NULL, NULL);
  SceauJuryMember *second = g_ptr_array_index (session->members, 1);

  g_ptr_array_set_size (session->events, 0);
  second->present = TRUE;
  g_assert_cmpuint (sceau_jury_session_count_sittings (session), ==, 1);
  g_assert_true (sceau_jury_session_was_present (session, second, 1));
  g_assert_cmpint (sceau_jury_session_count_voters (session, NULL, 0, 6), ==, 1);
}

/* A decision is that of its sitting; where that is not known, of who stands as present. */
static void
test_presence_for_a_decision (void)
{
  g_autoptr (SceauJurySession) session = session_new ("1,2,3,4", "1,3,4", NULL);
  g_autoptr (SceauDecision) decision = sceau_decision_new ();
  SceauJuryMember *second = g_ptr_array_index (session->members, 1);

  decision->sitting = 1;
  g_assert_true (sceau_jury_session_was_present_for (session, second, decision));
  decision->sitting = 2;
  g_assert_false (sceau_jury_session_was_present_for (session, second, decision));
  decision->sitting = 0;
  g_assert_false (sceau_jury_session_was_present_for (session, second, decision));
  second->present = TRUE;
  g_assert_true (sceau_jury_session_was_present_for (session, second, decision));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/sitting/voters/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_voters);
    }
  g_test_add_func ("/core/sitting/bounds", test_sittings_have_their_bounds);
  g_test_add_func ("/core/sitting/presence-for-a-decision", test_presence_for_a_decision);
  g_test_add_func ("/core/sitting/without-events-the-members-tell", test_without_events_the_members_tell);
  g_test_add_func ("/core/sitting/nobody-votes-in-a-seat-that-its-function-reserves", test_seat_by_the_rule);
  return g_test_run ();
}
