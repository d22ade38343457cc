/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What may be done to a session, act by act in every situation, and what is due where it is refused. */

#include "sceau-session-life.h"
#include "test-rows.h"

/* Every situation that a session can be in, in the order of its life. */
static const struct
{
  const char *name;
  SceauSessionState state;
  gboolean suspended;
  gboolean notified;
} situations[] = {
  { "in preparation", SCEAU_SESSION_PREPARATION, FALSE, FALSE }, { "convened", SCEAU_SESSION_CONVENED, FALSE, FALSE },
  { "open", SCEAU_SESSION_OPEN, FALSE, FALSE },                  { "suspended", SCEAU_SESSION_OPEN, TRUE, FALSE },
  { "deliberated", SCEAU_SESSION_DELIBERATED, FALSE, FALSE },    { "sealed", SCEAU_SESSION_SEALED, FALSE, FALSE },
  { "notified", SCEAU_SESSION_SEALED, FALSE, TRUE },
};

/* One letter a situation: "y" allowed, else what the refusal must say. */
static const struct
{
  char letter;
  const char *says;
} refusals[] = {
  { 'c', "in preparation: convene its members first" },
  { 'o', "is convened: open it" },
  { 'g', "is open: its date, place and members no longer change" },
  { 'd', "decide on every candidate and end the deliberation first" },
  { 'n', "is not suspended" },
  { 'r', "is suspended: resume it first" },
  { 'u', "is suspended already" },
  { 's', "all that is left is to seal" },
  { 'a', "decide again on the candidate" },
  { 'x', "is sealed and cannot change: hold a rectifying session" },
  { 'N', "notify them first" },
  { 'A', "were notified on 10 December 2026" },
  { 'i', "is not sealed: change the decision in the session itself" },
};

typedef struct
{
  const char *name;
  SceauSessionAct act;
  const char *expected; /* a letter for each of the situations */
} Row;

static const Row rows[] = {
  { "edit", SCEAU_ACT_EDIT, "yyggsxx" },
  { "remove", SCEAU_ACT_REMOVE, "yyggsxx" },
  { "convene", SCEAU_ACT_CONVENE, "yyggsxx" },
  { "print the convocations", SCEAU_ACT_PRINT_CONVOCATIONS, "cyyyyyy" },
  { "open", SCEAU_ACT_OPEN, "cygrsxx" },
  { "recuse", SCEAU_ACT_RECUSE, "cyyysxx" },
  { "propose", SCEAU_ACT_PROPOSE, "coyraxx" },
  { "decide", SCEAU_ACT_DECIDE, "coyryxx" },
  { "suspend", SCEAU_ACT_SUSPEND, "coyusxx" },
  { "resume", SCEAU_ACT_RESUME, "conysxx" },
  { "close", SCEAU_ACT_CLOSE, "coyrsxx" },
  { "seal", SCEAU_ACT_SEAL, "codryxx" },
  { "notify", SCEAU_ACT_NOTIFY, "codrsyA" },
  { "attach the signed minutes", SCEAU_ACT_ATTACH_SIGNED_MINUTES, "codrsyy" },
  { "appeal", SCEAU_ACT_APPEAL, "codrsNy" },
  { "rectify", SCEAU_ACT_RECTIFY, "iiiiiyy" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rows) == SCEAU_N_ACTS);

static SceauJurySession *
make_session (guint situation)
{
  SceauJurySession *session = sceau_jury_session_new ();

  session->state = situations[situation].state;
  session->suspended = situations[situation].suspended;
  session->notified = situations[situation].notified ? sceau_date_new (2026, 12, 10) : SCEAU_NO_DATE;
  return session;
}

static const char *
find_refusal (char letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].letter == letter)
      return refusals[i].says;
  return NULL;
}

/* A row and a situation of it. */
typedef struct
{
  const Row *row;
  guint situation;
} Cell;

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  g_autoptr (SceauJurySession) session = make_session (cell->situation);
  const char *says = find_refusal (cell->row->expected[cell->situation]);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sceau_session_allows (session, cell->row->act, sceau_date_new (2026, 12, 15), &error), ==, says == NULL);
  if (says == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  test_assert_says (error->message, says);
}

static void
add_cells (void)
{
  static Cell cells[SCEAU_N_ACTS][G_N_ELEMENTS (situations)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (situations); j++)
      {
        g_autofree char *sentence = g_strdup_printf ("%s while %s", rows[i].name, situations[j].name);

        g_assert_cmpuint (strlen (rows[i].expected), ==, G_N_ELEMENTS (situations));
        cells[i][j] = (Cell) { &rows[i], j };
        test_rows_add ("life", sentence, &cells[i][j], test_cell);
      }
}

typedef struct
{
  const char *sentence;
  const char *embargo;
  const char *today;
  const char *says; /* NULL: notified */
} EmbargoRow;

static const EmbargoRow embargo_rows[] = {
  { "without an embargo the results are notified", "", "2026-12-15", NULL },
  { "the day before the end of an embargo nothing is notified", "2026-12-16", "2026-12-15", "under embargo: notify them on 16 December 2026" },
  { "on the day of the embargo the results are notified", "2026-12-15", "2026-12-15", NULL },
  { "after the embargo the results are notified", "2026-12-14", "2026-12-15", NULL },
  { "an embargo across the new year holds", "2027-01-01", "2026-12-31", "1 January 2027" },
};

static void
test_embargo (gconstpointer data)
{
  const EmbargoRow *row = data;
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  SceauDate today = SCEAU_NO_DATE;
  g_autoptr (GError) error = NULL;

  session->state = SCEAU_SESSION_SEALED;
  sceau_date_parse_iso (row->embargo, &session->embargo);
  g_assert_true (sceau_date_parse_iso (row->today, &today));
  g_assert_cmpint (sceau_session_allows (session, SCEAU_ACT_NOTIFY, today, &error), ==, row->says == NULL);
  if (row->says != NULL)
    test_assert_says (error->message, row->says);
  /* It holds back the notification alone. */
  g_assert_true (sceau_session_allows (session, SCEAU_ACT_ATTACH_SIGNED_MINUTES, today, NULL));
  g_assert_true (sceau_session_allows (session, SCEAU_ACT_RECTIFY, today, NULL));
}

static void
test_rectifying (void)
{
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autoptr (GError) error = NULL;

  session->state = SCEAU_SESSION_SEALED;
  session->rectifies = 3;
  g_assert_false (sceau_session_allows (session, SCEAU_ACT_DECIDE, sceau_date_new (2026, 12, 15), &error));
  test_assert_says (error->message, "hold another rectifying session");
  g_assert_true (sceau_session_allows (session, SCEAU_ACT_RECTIFY, sceau_date_new (2026, 12, 15), NULL));
}

/* The states go the way that the acts say, and no other. */
static void
test_transitions_follow_the_acts (void)
{
  static const SceauSessionAct entering[] = { [SCEAU_SESSION_CONVENED] = SCEAU_ACT_CONVENE,
                                              [SCEAU_SESSION_OPEN] = SCEAU_ACT_OPEN,
                                              [SCEAU_SESSION_DELIBERATED] = SCEAU_ACT_CLOSE,
                                              [SCEAU_SESSION_SEALED] = SCEAU_ACT_SEAL };

  for (int from = SCEAU_SESSION_PREPARATION; from <= SCEAU_SESSION_SEALED; from++)
    for (int to = SCEAU_SESSION_CONVENED; to <= SCEAU_SESSION_SEALED; to++)
      {
        SceauJurySession session = { .state = (SceauSessionState) from };
        gboolean allowed = sceau_session_allows (&session, entering[to], SCEAU_NO_DATE, NULL);
        gboolean same = from == to;

        /* Convening again names others and changes no state. */
        g_assert_cmpint (sceau_session_check_transition ((SceauSessionState) from, (SceauSessionState) to, NULL), ==,
                         allowed && !same);
      }
}

static void
test_titles (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int act = 0; act < SCEAU_N_ACTS; act++)
    {
      const char *title = sceau_session_act_title ((SceauSessionAct) act);

      g_assert_cmpstr (title, !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) title));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cells ();
  TEST_ROWS_ADD ("life/embargo", embargo_rows, test_embargo);
  g_test_add_func ("/core/life/a-rectifying-session-is-rectified-by-another", test_rectifying);
  g_test_add_func ("/core/life/transitions-follow-the-acts", test_transitions_follow_the_acts);
  g_test_add_func ("/core/life/every-act-has-its-title", test_titles);
  return g_test_run ();
}
