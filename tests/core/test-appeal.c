/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The delay of a notification and of an appeal, and an appeal against the session that it contests. */

#include "sceau-session-life.h"
#include "test-rows.h"

static SceauDate
read_date (const char *text)
{
  SceauDate date = SCEAU_NO_DATE;

  g_assert_true (*text == '\0' || sceau_date_parse_iso (text, &date));
  return date;
}

static void
assert_date (SceauDate date, const char *expected)
{
  g_autofree char *text = sceau_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *sentence;
  SceauRoute route;
  const char *decided;
  const char *deadline;
} NotificationRow;

static const NotificationRow notification_rows[] = {
  { "a VAE is notified within fifteen days", SCEAU_ROUTE_VAE, "2026-11-22", "2026-12-07" },
  { "fifteen days run over the end of February", SCEAU_ROUTE_VAE, "2028-02-20", "2028-03-06" },
  { "without a decision nothing is due", SCEAU_ROUTE_VAE, "", "" },
  { "the law gives the initial route no delay", SCEAU_ROUTE_INITIAL, "2026-11-22", "" },
  { "the law gives apprentices no delay", SCEAU_ROUTE_APPRENTICESHIP, "2026-11-22", "" },
  { "the law gives the continuing route no delay", SCEAU_ROUTE_CONTINUING, "2026-11-22", "" },
  { "the law gives individual candidates no delay", SCEAU_ROUTE_INDIVIDUAL, "2026-11-22", "" },
};

static void
test_notification (gconstpointer data)
{
  const NotificationRow *row = data;

  assert_date (sceau_notification_deadline (row->route, read_date (row->decided)), row->deadline);
}

typedef struct
{
  const char *sentence;
  const char *notified;
  int days;
  const char *deadline;
} DeadlineRow;

static const DeadlineRow deadline_rows[] = {
  { "two months of sixty days", "2026-12-10", 60, "2027-02-08" },
  { "one day is the next day", "2026-12-31", 1, "2027-01-01" },
  { "a plan that says nothing gives no deadline", "2026-12-10", 0, "" },
  { "what is not notified has no deadline", "", 60, "" },
};

static void
test_deadline (gconstpointer data)
{
  const DeadlineRow *row = data;

  assert_date (sceau_appeal_deadline (read_date (row->notified), row->days), row->deadline);
}

typedef struct
{
  const char *sentence;
  const char *notified; /* by the session */
  int days;             /* of the plan */
  const char *filed;
  const char *ground;
  SceauAppealState state;
  const char *answered;
  const char *answer;
  gboolean accepted;
  const char *field; /* of the first fault, warnings included; "" for none, "-" for one without a field */
} Row;

#define FILED SCEAU_APPEAL_FILED
#define REJECTED SCEAU_APPEAL_REJECTED
#define NOTIFIED "2026-12-10"

static const Row rows[] = {
  { "an appeal on the day of the notification is accepted", NOTIFIED, 60, NOTIFIED, "Erreur de note", FILED, "", "", TRUE, "" },
  { "an appeal on the last day is accepted", NOTIFIED, 60, "2027-02-08", "Erreur de note", FILED, "", "", TRUE, "" },
  { "an appeal on the day after is kept with a warning", NOTIFIED, 60, "2027-02-09", "Erreur de note", FILED, "", "", TRUE, "filed" },
  { "without a delay in the plan no appeal is late", NOTIFIED, 0, "2030-01-01", "Erreur de note", FILED, "", "", TRUE, "" },
  { "an appeal before the notification is refused", NOTIFIED, 60, "2026-12-09", "Erreur de note", FILED, "", "", FALSE, "filed" },
  { "an appeal without a day is refused", NOTIFIED, 60, "", "Erreur de note", FILED, "", "", FALSE, "filed" },
  { "an appeal against what is not notified is refused", "", 60, "2026-12-20", "Erreur de note", FILED, "", "", FALSE, "-" },
  { "an appeal without a ground is refused", NOTIFIED, 60, "2026-12-20", "", FILED, "", "", FALSE, "ground" },
  { "a ground of blanks is none", NOTIFIED, 60, "2026-12-20", " \302\240 ", FILED, "", "", FALSE, "ground" },
  { "an answer needs its outcome", NOTIFIED, 60, "2026-12-20", "Erreur", FILED, "2027-01-05", "Vu", FALSE, "answered" },
  { "an answered appeal is accepted", NOTIFIED, 60, "2026-12-20", "Erreur", REJECTED, "2027-01-05", "Note vérifiée", TRUE, "" },
  { "an answer on the same day is accepted", NOTIFIED, 60, "2026-12-20", "Erreur", REJECTED, "2026-12-20", "Note vérifiée", TRUE, "" },
  { "an answer before the appeal is refused", NOTIFIED, 60, "2026-12-20", "Erreur", REJECTED, "2026-12-19", "Note vérifiée", FALSE, "answered" },
  { "an outcome without a day is refused", NOTIFIED, 60, "2026-12-20", "Erreur", REJECTED, "", "Note vérifiée", FALSE, "answered" },
  { "an outcome without a reason is refused", NOTIFIED, 60, "2026-12-20", "Erreur", REJECTED, "2027-01-05", "", FALSE, "answer" },
  { "inadmissible needs its reason too", NOTIFIED, 60, "2027-03-01", "Note trop basse", SCEAU_APPEAL_INADMISSIBLE, "2027-03-05", "", FALSE,
    "filed" },
  { "upheld is accepted before it is rectified", NOTIFIED, 60, "2026-12-20", "Note mal reportée", SCEAU_APPEAL_UPHELD, "2027-01-05",
    "Note corrigée", TRUE, "" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SceauAppeal) appeal = sceau_appeal_new ();
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  session->state = SCEAU_SESSION_SEALED;
  session->notified = read_date (row->notified);
  appeal->learner_name = g_strdup ("EXEMPLE Ada");
  appeal->filed = read_date (row->filed);
  appeal->ground = g_strdup (row->ground);
  appeal->state = row->state;
  appeal->answered = read_date (row->answered);
  appeal->answer = g_strdup (row->answer);

  g_assert_cmpint (sceau_appeal_check (appeal, session, row->days, faults), ==, row->accepted);
  g_assert_cmpint (sceau_faults_count_errors (faults) == 0, ==, row->accepted);
  g_assert_cmpint (sceau_faults_length (faults) == 0, ==, *row->field == '\0');
  if (*row->field == '\0')
    return;
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, *row->field == '-' ? NULL : row->field);
  g_assert_cmpstr (sceau_faults_get (faults, 0)->place, ==, "EXEMPLE Ada");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("notification", notification_rows, test_notification);
  TEST_ROWS_ADD ("appeal/deadline", deadline_rows, test_deadline);
  TEST_ROWS_ADD ("appeal", rows, test_row);
  return g_test_run ();
}
