/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "exchange-test.h"
#include "sceau-exchange-error.h"
#include "sceau-plan-json.h"

static void
assert_new_keys (const SceauPlan *plan, const SceauModality *modality)
{
  const SceauCriterion *criterion = g_ptr_array_index (modality->criteria, 0);

  g_assert_cmpint (plan->appeal_days, ==, 60);
  g_assert_true (modality->double_entry);
  g_assert_cmpint (modality->max_attempts, ==, 2);
  g_assert_cmpint (modality->retake_delay, ==, 15);
  g_assert_cmpint (modality->retake_cap, ==, 1250);
  g_assert_cmpuint (modality->criteria->len, ==, 2);
  g_assert_cmpstr (criterion->code, ==, "C1");
  g_assert_cmpstr (criterion->title, ==, "Analyse");
  g_assert_cmpint (criterion->points, ==, 750);
  g_assert_cmpint (criterion->competence, ==, 2);
  g_assert_cmpint (((SceauCriterion *) g_ptr_array_index (modality->criteria, 1))->competence, ==, 0);
}

/* A plan that does not use a key is written without it, as before the key was known. */
static void
test_writes_no_more_than_is_said (void)
{
  static const char *const keys[] = { "appeal_days", "double_entry", "max_attempts", "retake_delay", "retake_cap", "criteria" };
  g_autoptr (SceauPlan) plan = sceau_plan_new ("RNCP99999");
  SceauModality *modality = sceau_modality_new ();
  g_autofree char *text = NULL;

  modality->code = g_strdup ("EC1");
  modality->title = g_strdup ("Étude de cas");
  g_ptr_array_add (plan->modalities, modality);
  text = sceau_plan_json_write (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_null (strstr (text, keys[i]));
}

static void
test_reads_and_writes_the_same (void)
{
  g_autofree char *text = test_fixture_text ("plan.json", NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_json_read (text, -1, faults, &error);
  g_autofree char *written = NULL;
  const SceauModality *first, *oral;

  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  first = sceau_plan_find_modality (plan, "EC1");
  g_assert_cmpint (first->type, ==, SCEAU_MODALITY_CASE_STUDY);
  g_assert_cmpstr (first->deliverable, ==, "Rapport \"relié\"");
  g_assert_true (first->collective);
  g_assert_cmpint (first->weight, ==, 150);
  g_assert_cmpint (first->pass_mark, ==, 1000);
  g_assert_cmpint (first->floor, ==, 725);
  g_assert_cmpuint (first->competences->len, ==, 2);
  assert_new_keys (plan, first);
  oral = sceau_plan_find_modality (plan, "ORAL");
  g_assert_cmpint (oral->scale, ==, SCEAU_SCALE_LETTERS);
  g_assert_cmpint (oral->pass_mark, ==, 300);
  g_assert_cmpint (oral->floor, ==, -1);
  g_assert_cmpint (plan->retakes, ==, SCEAU_RETAKE_LAST);
  g_assert_cmpuint (((SceauRequirement *) g_ptr_array_index (plan->requirements, 1))->exempt_routes, ==,
                    1u << SCEAU_ROUTE_VAE | 1u << SCEAU_ROUTE_INDIVIDUAL);
  written = sceau_plan_json_write (plan);
  g_assert_cmpstr (written, ==, text);
}

/* Every number of hundredths survives, in any locale. */
static void
test_numbers_are_exact (void)
{
  g_autoptr (SceauPlan) plan = sceau_plan_new ("RNCP99999");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (SceauPlan) again = NULL;
  g_autofree char *text = NULL;

  for (int hundredths = 0; hundredths <= 2000; hundredths++)
    {
      SceauModality *modality = sceau_modality_new ();

      modality->code = g_strdup_printf ("M%d", hundredths);
      modality->title = g_strdup ("Épreuve");
      modality->weight = hundredths + 1;
      modality->pass_mark = hundredths;
      g_ptr_array_add (plan->modalities, modality);
    }
  text = sceau_plan_json_write (plan);
  again = sceau_plan_json_read (text, -1, faults, NULL);
  test_print_faults (faults);
  g_assert_nonnull (again);
  for (int hundredths = 0; hundredths <= 2000; hundredths++)
    {
      const SceauModality *modality = g_ptr_array_index (again->modalities, hundredths);

      g_assert_cmpint (modality->pass_mark, ==, hundredths);
      g_assert_cmpint (modality->weight, ==, hundredths + 1);
    }
}

static void
test_names_every_fault (void)
{
  static const struct
  {
    const char *sentence;
    const char *from;
    const char *to;
    const char *path;
  } rows[] = {
    { "an unknown key at the top", "\"retakes\"", "\"retake\"", "“retake”" },
    { "an unknown key inside", "\"quorum\"", "\"quorom\"", "jury_rules[0].quorom" },
    { "a doubled key", "\"collective\": true,", "\"collective\": true, \"collective\": false,",
      "modalities[0].collective" },
    { "a doubled list", "\"block_rules\": [", "\"quotas\": [], \"block_rules\": [", "“quotas”" },
    { "another version", "\"sceau_plan\": 1", "\"sceau_plan\": 2", "“sceau_plan”" },
    { "no version", "\"sceau_plan\": 1,", "", "“sceau_plan”" },
    { "no certification", "\"certification\": \"RNCP99999\",", "", "“certification”" },
    { "a certification that is none", "\"RNCP99999\",\n  \"retakes\"", "\"XYZ\",\n  \"retakes\"", "“certification”" },
    { "an unknown retake policy", "\"last\"", "\"middle\"", "“retakes”" },
    { "no code", "\"code\": \"EC1\",", "", "modalities[0].code" },
    { "a blank code", "\"EC1\"", "\"  \"", "modalities[0].code" },
    { "a number for a text", "\"Oral\"", "12", "modalities[1].title" },
    { "a text for a number", "\"pass_mark\": 10", "\"pass_mark\": \"10\"", "modalities[0].pass_mark" },
    { "no pass mark", "\"pass_mark\": 10,", "", "modalities[0].pass_mark" },
    { "a pass mark above the scale", "\"pass_mark\": 10", "\"pass_mark\": 20.01", "modalities[0].pass_mark" },
    { "a pass mark with three decimals", "\"pass_mark\": 10", "\"pass_mark\": 10.005", "modalities[0].pass_mark" },
    { "a negative floor", "\"floor\": 7.25", "\"floor\": -1", "modalities[0].floor" },
    { "a letter that is none", "\"C\"", "\"H\"", "modalities[1].pass_mark" },
    { "an unknown type", "\"case_study\"", "\"casestudy\"", "modalities[0].type" },
    { "an unknown scale", "\"twenty\"", "\"hundred\"", "modalities[0].scale" },
    { "weight zero", "\"weight\": 1.5", "\"weight\": 0", "modalities[0].weight" },
    { "a huge weight", "\"weight\": 1.5", "\"weight\": 1e300", "modalities[0].weight" },
    { "a huge whole number", "\"weight\": 1.5", "\"weight\": -9223372036854775808", "modalities[0].weight" },
    { "neither true nor false", "\"collective\": true", "\"collective\": \"oui\"", "modalities[0].collective" },
    { "competence zero", "[1, 2]", "[0, 2]", "modalities[0].competences[0]" },
    { "a competence in words", "[1, 2]", "[1, \"deux\"]", "modalities[0].competences[1]" },
    { "competences not a list", "[1, 2]", "{}", "modalities[0].competences" },
    { "a modality that is no object", "\"modalities\": [", "\"modalities\": [ 3, ", "modalities[0]" },
    { "half an attempt", "\"max_attempts\": 2", "\"max_attempts\": 1.5", "modalities[0].max_attempts" },
    { "fewer than no attempts", "\"max_attempts\": 2", "\"max_attempts\": -1", "modalities[0].max_attempts" },
    { "too many attempts", "\"max_attempts\": 2", "\"max_attempts\": 100", "modalities[0].max_attempts" },
    { "a delay in words", "\"retake_delay\": 15", "\"retake_delay\": \"15 jours\"", "modalities[0].retake_delay" },
    { "a delay that goes back", "\"retake_delay\": 15", "\"retake_delay\": -15", "modalities[0].retake_delay" },
    { "a cap above the scale", "\"retake_cap\": 12.5", "\"retake_cap\": 20.5", "modalities[0].retake_cap" },
    { "a cap that is no letter of the scale", "\"retake_cap\": \"B\"", "\"retake_cap\": \"Z\"", "modalities[1].retake_cap" },
    { "double entry in words", "\"double_entry\": true", "\"double_entry\": \"oui\"", "modalities[0].double_entry" },
    { "an appeal without end", "\"appeal_days\": 60", "\"appeal_days\": 4000", "“appeal_days”" },
    { "an appeal at once", "\"appeal_days\": 60", "\"appeal_days\": -1", "“appeal_days”" },
    { "a criterion that is no object", "\"criteria\": [", "\"criteria\": [ \"C0\", ", "modalities[0].criteria[0]" },
    { "a criterion without code", "\"code\": \"C1\",", "", "modalities[0].criteria[0].code" },
    { "a criterion without title", ",\n          \"title\": \"Soutenance\"", "", "modalities[0].criteria[1].title" },
    { "a criterion without points", "\"points\": 7.5,", "", "modalities[0].criteria[0].points" },
    { "a criterion worth nothing", "\"points\": 7.5", "\"points\": 0", "modalities[0].criteria[0].points" },
    { "points with three decimals", "\"points\": 7.5", "\"points\": 7.555", "modalities[0].criteria[0].points" },
    { "a criterion of competence zero", "\"competence\": 2", "\"competence\": 0", "modalities[0].criteria[0].competence" },
    { "an unknown key in a criterion", "\"competence\": 2", "\"comp\": 2", "modalities[0].criteria[0].comp" },
    { "an unknown rule", "\"weighted_mean\"", "\"mean\"", "block_rules[0].kind" },
    { "a mean without threshold", "\"kind\": \"weighted_mean\",\n      \"threshold\": 10",
      "\"kind\": \"weighted_mean\"", "block_rules[0].threshold" },
    { "a threshold above the scale", "\"threshold\": 10", "\"threshold\": 21", "block_rules[0].threshold" },
    { "an unknown requirement", "\"company_period\"", "\"stage\"", "requirements[1].kind" },
    { "a period that is reversed", "\"max_months\": 6", "\"max_months\": 3", "requirements[1].max_months" },
    { "an unknown route", "\"individual\"", "\"CL\"", "requirements[1].exempt_routes" },
    { "a quota of 101 %", "\"max_percent\": 40", "\"max_percent\": 101", "quotas[0].max_percent" },
    { "a quota without share", ",\n      \"max_percent\": 40", "", "quotas[0].max_percent" },
    { "an unknown admission", "\"derogation_b\"", "\"c\"", "quotas[0].admissions" },
    { "a jury for no route", "\"route\": \"initial\",", "", "jury_rules[0].route" },
    { "more inside and outside than in all", "\"members\": 3", "\"members\": 2", "jury_rules[0].members" },
    { "a negative quorum", "\"quorum\": 2", "\"quorum\": -2", "jury_rules[0].quorum" },
    { "half a juror", "\"quorum\": 2", "\"quorum\": 2.5", "jury_rules[0].quorum" },
  };
  g_autofree char *whole = test_fixture_text ("plan.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = test_replace (whole, rows[i].from, rows[i].to);
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].sentence);
      g_assert_null (sceau_plan_json_read (text, -1, faults, &error));
      test_print_faults (faults);
      g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_FAULTY);
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
      g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, rows[i].path);
      g_assert_nonnull (sceau_faults_get (faults, 0)->remedy);
    }
}

/* A key that a school may write stands in the vocabulary of the rules. */
static void
test_every_key_is_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "core", "RULES.md", NULL);
  g_autofree char *text = test_fixture_text ("plan.json", NULL);
  g_autofree char *rules = NULL;
  g_autoptr (GRegex) keys = g_regex_new ("\"([a-z_]+)\": ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int n = 0;

  g_assert_true (g_file_get_contents (path, &rules, NULL, NULL));
  for (g_regex_match (keys, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *key = g_match_info_fetch (match, 1);
      g_autofree char *quoted = g_strdup_printf ("`%s`", key);

      g_test_message ("%s", key);
      g_assert_nonnull (strstr (rules, quoted));
    }
  g_assert_cmpint (n, >, 60);
}

static void
test_refuses_what_is_not_json (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  const char *const rows[]
      = { "", "  ", "hello", "{", "{\"a\": }", "{\"a\": 1,}", "var x = {};", "{\"a\": \"\xE9\"}", brackets, "{}{}", "{} []", "{} x", "/* a */ {}",
          "{} // b", "[{}]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (sceau_plan_json_read (rows[i], -1, faults, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
    }
}

static void
test_an_array_is_no_plan (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_plan_json_read ("[]", -1, faults, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_FAULTY);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/plan-json/reads-and-writes-the-same", test_reads_and_writes_the_same);
  g_test_add_func ("/exchange/plan-json/writes-no-more-than-is-said", test_writes_no_more_than_is_said);
  g_test_add_func ("/exchange/plan-json/numbers-are-exact", test_numbers_are_exact);
  g_test_add_func ("/exchange/plan-json/names-every-fault", test_names_every_fault);
  g_test_add_func ("/exchange/plan-json/every-key-is-documented", test_every_key_is_documented);
  g_test_add_func ("/exchange/plan-json/refuses-what-is-not-json", test_refuses_what_is_not_json);
  g_test_add_func ("/exchange/plan-json/an-array-is-no-plan", test_an_array_is_no_plan);
  return g_test_run ();
}
