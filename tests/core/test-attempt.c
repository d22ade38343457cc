/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a learner may take a modality once more.  A is of BC01, which two attempts are allowed for, fifteen days
 * apart unless a row says otherwise. */

#include "test-dossier.h"
#include "test-rows.h"

#define TWO "A:1:10::::2:15"
#define ANY "A:1:10"

typedef struct
{
  const char *sentence;
  const char *modality;
  const char *results;
  const char *acquired;
  int attempt;
  const char *date;
  const char *field; /* of the first fault, or NULL when the attempt is allowed */
  const char *says;  /* reason and remedy */
} Row;

static const Row rows[] = {
  { "the first attempt is allowed", TWO, "", "", 1, "2026-03-01", NULL, NULL },
  { "the retake is allowed after the delay", TWO, "A1=8@2026-03-01", "", 2, "2026-03-16", NULL, NULL },
  { "the retake a day too early is refused", TWO, "A1=8@2026-03-01", "", 2, "2026-03-15", "date",
    "was on 1 March 2026: 15 days must lie between two attempts. Set it on 16 March 2026 or later." },
  { "the retake on the same day is refused", TWO, "A1=8@2026-03-01", "", 2, "2026-03-01", "date", "Set it on 16 March 2026 or later" },
  { "a retake before the first session is refused", TWO, "A1=8@2026-03-01", "", 2, "2026-02-28", "date", "after this one" },
  { "a retake before the first session is refused without a delay too", ANY, "A1=8@2026-03-01", "", 2, "2026-02-28", "date",
    "Set it on 1 March 2026 or later" },
  { "a delay over the end of February is counted in days", TWO, "A1=8@2028-02-20", "", 2, "2028-03-06", NULL, NULL },
  { "without a day the delay is not judged", TWO, "A1=8@2026-03-01", "", 2, "", NULL, NULL },
  { "without the day of the attempt before the delay is not judged", TWO, "A1=8", "", 2, "2026-03-02", NULL, NULL },
  { "without a delay the retake may be the same day", ANY, "A1=8@2026-03-01", "", 2, "2026-03-01", NULL, NULL },
  { "a third attempt of two is refused", TWO, "A1=8@2026-03-01 A2=9@2026-04-01", "", 3, "2026-05-01", "attempt",
    "The plan allows 2 attempts: none is left." },
  { "a third attempt of two is refused though the second is not in the file", TWO, "A1=8", "", 3, "", "attempt", "none is left" },
  { "one attempt allows no retake", "A:1:10::::1", "A1=8", "", 2, "", "attempt", "The plan allows 1 attempt: none is left." },
  { "any number of attempts allows a ninth", ANY, "A1=8", "", 9, "", NULL, NULL },
  { "a justified absence uses up no attempt", TWO, "A1=EXC@2026-03-01 A2=8@2026-04-01", "", 3, "2026-05-01", NULL, NULL },
  { "two justified absences use up no attempt", TWO, "A1=EXC A2=EXC A3=8", "", 4, "", NULL, NULL },
  { "beyond a justified absence two attempts are two", TWO, "A1=EXC A2=8 A3=8", "", 4, "", "attempt", "none is left" },
  { "a justified absence delays nothing", TWO, "A1=EXC@2026-03-01", "", 2, "2026-03-02", NULL, NULL },
  { "the delay runs from the attempt before the justified absence", TWO, "A1=8@2026-03-01 A2=EXC@2026-03-10", "", 3, "2026-03-12", "date",
    "was on 1 March 2026" },
  { "an absence uses up an attempt", TWO, "A1=ABS A2=ABS", "", 3, "", "attempt", "none is left" },
  { "a fraud uses up an attempt", "A:1:10::::1", "A1=FRAUDE", "", 2, "", "attempt", "none is left" },
  { "a pending attempt uses up an attempt", "A:1:10::::1", "A1=ATT", "", 2, "", "attempt", "none is left" },
  { "a blank attempt delays nothing", TWO, "A1=@2026-03-01", "", 2, "2026-03-02", NULL, NULL },
  { "the delay runs from the last attempt", "A:1:10:::::15", "A1=4@2026-01-01 A2=8@2026-03-01", "", 3, "2026-03-10", "date",
    "was on 1 March 2026" },
  { "attempts are told by their number and not their order", "A:1:10:::::15", "A2=8@2026-03-01 A1=4@2026-01-01", "", 3, "2026-03-10", "date",
    "was on 1 March 2026" },
  { "a mark of this attempt may be corrected", TWO, "A1=8@2026-03-01 A2=9@2026-04-01", "", 2, "2026-04-01", NULL, NULL },
  { "a mark of the first attempt may be corrected later", TWO, "A1=8@2026-03-01 A2=9@2026-04-01", "", 1, "2026-03-01", NULL, NULL },
  { "a block acquired leaves nothing to win", ANY, "A1=8", "BC01:vae", 2, "", "modality", "has block BC01 already" },
  { "a block acquired leaves not even a first attempt", ANY, "", "BC01:dispense", 1, "", "modality", "nothing left to win" },
  { "another block acquired changes nothing", ANY, "A1=8", "BC02:vae", 2, "", NULL, NULL },
  { "a dispense leaves nothing to win", ANY, "A1=DISP", "", 2, "", "modality", "dispensed from this modality" },
  { "a dispense after a failure leaves nothing to win", ANY, "A1=8 A2=DISP", "", 3, "", "modality", "Take the dispense away first" },
  { "a passed modality may be taken again", ANY, "A1=12", "", 2, "", NULL, NULL },
  { "attempts are counted from one", ANY, "", "", 0, "", "attempt", "counted from 1" },
  { "a modality of another plan is refused", "B", "", "", 1, "", "modality", "no modality of this code" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  SceauDate date = SCEAU_NO_DATE;
  g_autofree char *said = NULL;

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_modalities (dossier, "BC01", row->modality);
  test_dossier_add_results (dossier, row->results);
  test_dossier_add_acquired (dossier, row->acquired);
  dossier->enrolment->learner_name = g_strdup ("EXEMPLE Ada");
  g_assert_true (*row->date == '\0' || sceau_date_parse_iso (row->date, &date));

  g_assert_cmpint (sceau_dossier_check_attempt (&dossier->dossier, "A", row->attempt, date, faults), ==, row->field == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field == NULL)
    return;
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  g_assert_cmpstr (sceau_faults_get (faults, 0)->place, ==, "EXEMPLE Ada");
  said = g_strdup_printf ("%s %s", sceau_faults_get (faults, 0)->reason, sceau_faults_get (faults, 0)->remedy);
  test_assert_says (said, row->says);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("attempt", rows, test_row);
  return g_test_run ();
}
