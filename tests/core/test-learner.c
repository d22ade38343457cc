/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The civil status of a learner, and an enrolment against the fiche: one thing wrong a row. */

#include "sceau-enrolment.h"
#include "test-dossier.h"
#include "test-rows.h"

#define SIXTY "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"

typedef struct
{
  const char *sentence;
  const char *number, *birth_name, *first_name, *other_names, *sex, *born, *commune, *place;
  gboolean accepted;
  const char *field; /* of the first fault, warnings included */
} Row;

static const Row rows[] = {
  { "a whole civil status is accepted", "E1", "Lefèvre", "Zoé", "Anne, Lou", "F", "1994-03-07", "31555", NULL, TRUE, NULL },
  { "the number is needed", " ", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "a tab inside the number is refused", "E\t1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "a slash in the number is refused", "2026/14", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "a backslash in the number is refused", "2026\\14", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "an equals sign in front of the number is refused", "=12", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "a plus sign in front of the number is refused", "+12", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "a minus sign in front of the number is refused", "-12", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "an at sign in front of the number is refused", "@12", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "a blank does not hide what stands in front", " =12", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "signs inside the number are accepted", "E-1+2@=", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, TRUE, NULL },
  { "bytes that are no text are no number", "E\3501", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "number" },
  { "the birth name is needed", "E1", NULL, "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "birth_name" },
  { "a birth name of blanks is none", "E1", " \302\240", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "birth_name" },
  { "the first name is needed", "E1", "Lefèvre", "", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "first_name" },
  { "sixty accented characters are not too many", "E1", SIXTY, "Zoé", NULL, "F", "1994-03-07", "31555", NULL, TRUE, NULL },
  { "sixty-one characters are too many", "E1", SIXTY "e", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "birth_name" },
  { "a decomposed accent is no character of its own", "E1", SIXTY, "Zoe\314\201", NULL, "F", "1994-03-07", "31555", NULL, TRUE,
    NULL },
  { "a tab inside a name is refused", "E1", "Le\tfèvre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "birth_name" },
  { "a line break inside a name is refused", "E1", "Lefèvre", "Zo\né", NULL, "F", "1994-03-07", "31555", NULL, FALSE,
    "first_name" },
  { "each of the other names has sixty characters", "E1", "Lefèvre", "Zoé", SIXTY "," SIXTY, "F", "1994-03-07", "31555", NULL,
    TRUE, NULL },
  { "one of the other names is too long", "E1", "Lefèvre", "Zoé", "Lou," SIXTY "e", "F", "1994-03-07", "31555", NULL, FALSE,
    "other_names" },
  { "bytes that are no text are refused", "E1", "Lef\350vre", "Zoé", NULL, "F", "1994-03-07", "31555", NULL, FALSE, "birth_name" },
  { "the sex is needed", "E1", "Lefèvre", "Zoé", NULL, "", "1994-03-07", "31555", NULL, FALSE, "sex" },
  { "the birth date is needed", "E1", "Lefèvre", "Zoé", NULL, "F", "", "31555", NULL, FALSE, "birth_date" },
  { "a birth in 1899 is refused", "E1", "Lefèvre", "Zoé", NULL, "F", "1899-12-31", "31555", NULL, FALSE, "birth_date" },
  { "a birth in 1900 is accepted", "E1", "Lefèvre", "Zoé", NULL, "F", "1900-01-01", "31555", NULL, TRUE, NULL },
  { "a birth to come is refused", "E1", "Lefèvre", "Zoé", NULL, "F", "9000-01-01", "31555", NULL, FALSE, "birth_date" },
  { "a missing commune is a warning", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", NULL, NULL, TRUE, "birth_commune" },
  { "a commune of Corsica is accepted", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "2A004", NULL, TRUE, NULL },
  { "Corsica in lower case is refused", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "2a004", NULL, FALSE, "birth_commune" },
  { "a commune overseas is accepted", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "97411", NULL, TRUE, NULL },
  { "the first department needs its zero", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "1001", NULL, FALSE,
    "birth_commune" },
  { "department 00 does not exist", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "00123", NULL, FALSE, "birth_commune" },
  { "department 96 does not exist", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "96123", NULL, FALSE, "birth_commune" },
  { "six digits are no commune", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "315550", NULL, FALSE, "birth_commune" },
  { "a country code with its town is accepted", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "99109", "Berlin", TRUE, NULL },
  { "a country code without a town is a warning", "E1", "Lefèvre", "Zoé", NULL, "F", "1994-03-07", "99109", NULL, TRUE,
    "birth_place" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  learner->number = g_strdup (row->number);
  learner->birth_name = g_strdup (row->birth_name);
  learner->first_name = g_strdup (row->first_name);
  learner->other_names = g_strdup (row->other_names);
  sceau_sex_from_text (row->sex, &learner->sex);
  sceau_date_parse_iso (row->born, &learner->birth_date);
  learner->birth_commune = g_strdup (row->commune);
  learner->birth_place = g_strdup (row->place);
  g_assert_cmpint (sceau_learner_check (learner, 12, faults), ==, row->accepted);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field != NULL)
    {
      g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
      g_assert_cmpint (sceau_faults_get (faults, 0)->line, ==, 12);
      g_assert_nonnull (sceau_faults_get (faults, 0)->remedy);
    }
}

typedef struct
{
  const char *sentence;
  const char *text;
  SceauSex sex; /* SCEAU_SEX_UNKNOWN: refused */
} SexRow;

static const SexRow sex_rows[] = {
  { "F is a woman", "F", SCEAU_SEX_FEMALE },
  { "femme is a woman", "Femme", SCEAU_SEX_FEMALE },
  { "Mme is a woman", "Mme", SCEAU_SEX_FEMALE },
  { "2 is a woman as in the NIR", "2", SCEAU_SEX_FEMALE },
  { "M is a man", "m", SCEAU_SEX_MALE },
  { "M with its full stop is a man", "M.", SCEAU_SEX_MALE },
  { "H is a man", "H", SCEAU_SEX_MALE },
  { "1 is a man as in the NIR", "1", SCEAU_SEX_MALE },
  { "X is refused", "X", SCEAU_SEX_UNKNOWN },
  { "nothing is refused", "", SCEAU_SEX_UNKNOWN },
};

static void
test_sex (gconstpointer data)
{
  const SexRow *row = data;
  SceauSex sex = SCEAU_SEX_UNKNOWN;

  g_assert_cmpint (sceau_sex_from_text (row->text, &sex), ==, row->sex != SCEAU_SEX_UNKNOWN);
  g_assert_cmpint (sex, ==, row->sex);
}

static void
test_names (void)
{
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauLearner) copy = NULL;
  g_autofree char *sorted = NULL;
  g_autofree char *full = NULL;

  learner->birth_name = g_strdup ("Lefèvre");
  learner->usage_name = g_strdup ("Martin");
  learner->first_name = g_strdup ("Zoé");
  copy = sceau_learner_copy (learner);
  sorted = sceau_learner_sorted_name (copy);
  full = sceau_learner_full_name (copy);
  g_assert_cmpstr (sorted, ==, "LEFÈVRE Zoé");
  g_assert_cmpstr (full, ==, "Zoé LEFÈVRE");
}

typedef struct
{
  const char *sentence;
  SceauRoute route;
  const char *entry, *company_start, *company_end;
  const char *target;
  const char *field; /* that is refused, or NULL */
} EnrolmentRow;

/* The fiche is open to FI, closed to CL, and registered from 2025-10-27 to 2030-10-27. */
static const EnrolmentRow enrolment_rows[] = {
  { "an open route within the registration is accepted", SCEAU_ROUTE_INITIAL, "2025-11-03", "", "", NULL, NULL },
  { "a route answered with Non is refused", SCEAU_ROUTE_INDIVIDUAL, "2025-11-03", "", "", NULL, "route" },
  { "a route that the fiche does not name is refused", SCEAU_ROUTE_VAE, "2025-11-03", "", "", NULL, "route" },
  { "an entry is needed", SCEAU_ROUTE_INITIAL, "", "", "", NULL, "entry" },
  { "an entry on the first day is accepted", SCEAU_ROUTE_INITIAL, "2025-10-27", "", "", NULL, NULL },
  { "an entry the day before is refused", SCEAU_ROUTE_INITIAL, "2025-10-26", "", "", NULL, "entry" },
  { "an entry on the last day is accepted", SCEAU_ROUTE_INITIAL, "2030-10-27", "", "", NULL, NULL },
  { "an entry the day after is refused", SCEAU_ROUTE_INITIAL, "2030-10-28", "", "", NULL, "entry" },
  { "a block of the fiche can be targeted", SCEAU_ROUTE_INITIAL, "2025-11-03", "", "", "BC01", NULL },
  { "a block of another fiche is refused", SCEAU_ROUTE_INITIAL, "2025-11-03", "", "", "BC09", "targeted_blocks" },
  { "a company period of one day is accepted", SCEAU_ROUTE_INITIAL, "2025-11-03", "2026-03-01", "2026-03-01", NULL, NULL },
  { "a reversed company period is refused", SCEAU_ROUTE_INITIAL, "2025-11-03", "2026-03-02", "2026-03-01", NULL, "company_end" },
  { "an end without a beginning is refused", SCEAU_ROUTE_INITIAL, "2025-11-03", "", "2026-03-01", NULL, "company_start" },
  { "a beginning without an end is still under way", SCEAU_ROUTE_INITIAL, "2025-11-03", "2026-03-01", "", NULL, NULL },
};

typedef struct
{
  const char *sentence;
  SceauEnrolmentState state;
  const char *since, *hearing, *reason;
  const char *field; /* that is refused, or NULL */
} DepartureRow;

#define EXCLUDED SCEAU_ENROLMENT_EXCLUDED

/* The entry was on 3 November 2025. */
static const DepartureRow departure_rows[] = {
  { "who stays needs no day", SCEAU_ENROLMENT_ACTIVE, "", "", NULL, NULL },
  { "a withdrawal needs its day", SCEAU_ENROLMENT_WITHDRAWN, "", "", NULL, "state_since" },
  { "a withdrawal on the day of entry is accepted", SCEAU_ENROLMENT_WITHDRAWN, "2025-11-03", "", NULL, NULL },
  { "a withdrawal before the entry is refused", SCEAU_ENROLMENT_WITHDRAWN, "2025-11-02", "", NULL, "state_since" },
  { "a withdrawal needs no reason", SCEAU_ENROLMENT_WITHDRAWN, "2026-02-01", "", NULL, NULL },
  { "an interruption needs its day", SCEAU_ENROLMENT_INTERRUPTED, "", "", "Maladie", "state_since" },
  { "an interruption after the entry is accepted", SCEAU_ENROLMENT_INTERRUPTED, "2026-02-01", "", NULL, NULL },
  { "an interruption before the entry is refused", SCEAU_ENROLMENT_INTERRUPTED, "2025-10-01", "", NULL, "state_since" },
  { "an exclusion after a hearing is accepted", EXCLUDED, "2026-03-12", "2026-03-05", "Plagiat de la thèse", NULL },
  { "a hearing on the day of the exclusion is accepted", EXCLUDED, "2026-03-12", "2026-03-12", "Plagiat", NULL },
  { "a hearing after the exclusion is refused", EXCLUDED, "2026-03-12", "2026-03-13", "Plagiat", "hearing" },
  { "an exclusion without a hearing is refused", EXCLUDED, "2026-03-12", "", "Plagiat", "hearing" },
  { "an exclusion without a reason is refused", EXCLUDED, "2026-03-12", "2026-03-05", "", "state_reason" },
  { "a reason of blanks is none", EXCLUDED, "2026-03-12", "2026-03-05", " ", "state_reason" },
  { "an exclusion without its day is refused", EXCLUDED, "", "2026-03-05", "Plagiat", "state_since" },
  { "an exclusion before the entry is refused", EXCLUDED, "2025-10-12", "2025-10-05", "Plagiat", "state_since" },
};

static void
test_departure (gconstpointer data)
{
  const DepartureRow *row = data;
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  enrolment->entry = sceau_date_new (2025, 11, 3);
  enrolment->state = row->state;
  enrolment->state_reason = g_strdup (row->reason);
  sceau_date_parse_iso (row->since, &enrolment->state_since);
  sceau_date_parse_iso (row->hearing, &enrolment->hearing);
  g_assert_cmpint (sceau_enrolment_check (enrolment, certification, 0, faults), ==, row->field == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
}

typedef struct
{
  const char *sentence;
  gboolean partial_allowed;
  const char *targets; /* of BC01, and BC02 that is optional */
  gboolean accepted;
} TargetRow;

static const TargetRow target_rows[] = {
  { "a block may be had alone where partial results are admitted", TRUE, "BC02", TRUE },
  { "a block is not had alone where partial results are not admitted", FALSE, "BC02", FALSE },
  { "the whole may be had where partial results are not admitted", FALSE, "", TRUE },
  { "every required block is the whole", FALSE, "BC01", TRUE },
  { "every block named is the whole", FALSE, "BC01 BC02", TRUE },
};

static void
test_target (gconstpointer data)
{
  const TargetRow *row = data;
  g_autoptr (TestDossier) dossier = test_dossier_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  test_dossier_add_block (dossier, "BC01", 0);
  test_dossier_add_block (dossier, "BC02", 0);
  ((SceauBlock *) g_ptr_array_index (dossier->certification->blocks, 1))->optional = TRUE;
  dossier->certification->partial_allowed = row->partial_allowed;
  dossier->enrolment->entry = sceau_date_new (2025, 11, 3);
  test_dossier_target (dossier, row->targets);
  g_assert_cmpint (sceau_enrolment_check (dossier->enrolment, dossier->certification, 0, faults), ==, row->accepted);
  if (!row->accepted)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, "targeted_blocks");
}

static void
test_enrolment (gconstpointer data)
{
  const EnrolmentRow *row = data;
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  SceauAccessRoute *initial = sceau_access_route_new (SCEAU_ROUTE_INITIAL);
  SceauBlock *block = sceau_block_new ();

  initial->open = TRUE;
  g_ptr_array_add (certification->routes, initial);
  g_ptr_array_add (certification->routes, sceau_access_route_new (SCEAU_ROUTE_INDIVIDUAL));
  block->code = g_strdup ("BC01");
  g_ptr_array_add (certification->blocks, block);
  certification->partial_allowed = TRUE;
  certification->decision_date = sceau_date_new (2025, 10, 27);
  certification->registration_end = sceau_date_new (2030, 10, 27);
  enrolment->route = row->route;
  sceau_date_parse_iso (row->entry, &enrolment->entry);
  sceau_date_parse_iso (row->company_start, &enrolment->company_start);
  sceau_date_parse_iso (row->company_end, &enrolment->company_end);
  if (row->target != NULL)
    g_ptr_array_add (enrolment->targeted_blocks, g_strdup (row->target));

  g_assert_cmpint (sceau_enrolment_check (enrolment, certification, 0, faults), ==, row->field == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
}

static void
test_no_routes (void)
{
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  enrolment->route = SCEAU_ROUTE_CONTINUING;
  enrolment->entry = sceau_date_new (2026, 1, 1);
  g_assert_true (sceau_enrolment_check (enrolment, certification, 0, faults));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("learner", rows, test_row);
  TEST_ROWS_ADD ("learner/sex", sex_rows, test_sex);
  TEST_ROWS_ADD ("enrolment", enrolment_rows, test_enrolment);
  TEST_ROWS_ADD ("enrolment/departure", departure_rows, test_departure);
  TEST_ROWS_ADD ("enrolment/target", target_rows, test_target);
  g_test_add_func ("/core/learner/names", test_names);
  g_test_add_func ("/core/enrolment/a-fiche-without-routes-refuses-none", test_no_routes);
  return g_test_run ();
}
