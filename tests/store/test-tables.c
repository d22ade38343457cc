/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The programme and the people: every table gives back what it was given. */

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-juror-table.h"
#include "sceau-learner-table.h"
#include "sceau-mandate-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-test-school.h"

static gint64
enrolment_at (SceauTestSchool *fixture, guint index)
{
  return g_array_index (fixture->enrolments, gint64, index);
}

/* The file changes under the test's hands: read again by another handle. */
static void
reopen (SceauTestSchool *fixture)
{
  g_autoptr (GError) error = NULL;

  sceau_school_close (fixture->school);
  fixture->school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
}

static SceauCertification *
invent_certification (void)
{
  SceauCertification *fiche = sceau_certification_new ();
  SceauPublishedStatistics *statistics = sceau_published_statistics_new (2023);
  SceauBlock *block = sceau_block_new ();
  SceauAccessRoute *route = sceau_access_route_new (SCEAU_ROUTE_VAE);
  SceauCertifier *certifier = sceau_certifier_new ();
  int year = 2024;

  fiche->register_kind = SCEAU_REGISTER_RS;
  fiche->code = g_strdup ("RS99");
  fiche->title = g_strdup ("Œuvrer à l’été — « essai »");
  fiche->state = g_strdup ("Publiée");
  fiche->active = TRUE;
  fiche->decision_date = sceau_date_new (2024, 2, 29);
  fiche->duration_years = 3;
  fiche->registration_type = g_strdup ("Enregistrement sur demande");
  fiche->validity_years = 2;
  fiche->objectives = g_strdup ("Ligne 1\nLigne 2");
  fiche->description_url = g_strdup ("https://exemple.invalid/");
  block->code = g_strdup ("01");
  block->title = g_strdup ("Bloc");
  block->competences_text = g_strdup ("C1\nC2");
  block->optional = TRUE;
  g_ptr_array_add (block->competences, g_strdup ("C1"));
  g_ptr_array_add (block->competences, g_strdup ("C2"));
  g_ptr_array_add (fiche->blocks, block);
  route->open = TRUE;
  route->jury_text = g_strdup ("Trois personnes");
  route->modified = sceau_date_new (2025, 1, 2);
  g_ptr_array_add (fiche->routes, route);
  certifier->name = g_strdup ("Certificateur inventé");
  certifier->website = g_strdup ("exemple.invalid");
  g_ptr_array_add (fiche->certifiers, certifier);
  g_ptr_array_add (fiche->nsf, sceau_code_new ("326n", "Analyse"));
  g_ptr_array_add (fiche->rome, sceau_code_new ("M1802", NULL));
  g_ptr_array_add (fiche->formacodes, sceau_code_new ("31006", "Sécurité"));
  statistics->certified = 0;
  statistics->global_6m = 79;
  g_ptr_array_add (fiche->statistics, statistics);
  g_array_append_val (fiche->eligible_years, year);
  g_ptr_array_add (fiche->former_codes, g_strdup ("RS1"));
  g_ptr_array_add (fiche->newer_codes, g_strdup ("RS100"));
  return fiche;
}

static void
test_certification (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauCertification) fiche = invent_certification ();
  g_autoptr (SceauCertification) found = NULL;
  g_autoptr (GBytes) xml = g_bytes_new_static ("<FICHES/>", 9);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  const SceauBlock *block;
  const SceauPublishedStatistics *statistics;

  g_assert_true (sceau_certification_table_save (fixture->school, fiche, xml, &error));
  g_assert_true (sceau_certification_table_save (fixture->school, fiche, xml, &error));
  g_assert_no_error (error);
  reopen (fixture);
  g_assert_true (sceau_certification_table_exists (fixture->school, "RS99"));
  found = sceau_certification_table_find (fixture->school, "RS99", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->register_kind, ==, SCEAU_REGISTER_RS);
  g_assert_cmpstr (found->title, ==, fiche->title);
  g_assert_cmpstr (found->objectives, ==, fiche->objectives);
  g_assert_null (found->activities);
  g_assert_cmpuint (found->decision_date, ==, fiche->decision_date);
  g_assert_cmpuint (found->effect_date, ==, SCEAU_NO_DATE);
  g_assert_cmpint (found->validity_years, ==, 2);
  g_assert_cmpuint (found->blocks->len, ==, 1);
  block = g_ptr_array_index (found->blocks, 0);
  g_assert_true (block->optional);
  g_assert_cmpuint (block->competences->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (block->competences, 1), ==, "C2");
  g_assert_cmpstr (sceau_certification_find_route (found, SCEAU_ROUTE_VAE)->jury_text, ==, "Trois personnes");
  g_assert_cmpstr (((SceauCertifier *) g_ptr_array_index (found->certifiers, 0))->website, ==, "exemple.invalid");
  g_assert_cmpstr (((SceauCode *) g_ptr_array_index (found->nsf, 0))->label, ==, "Analyse");
  g_assert_cmpuint (found->rome->len, ==, 1);
  g_assert_cmpuint (found->formacodes->len, ==, 1);
  statistics = g_ptr_array_index (found->statistics, 0);
  g_assert_cmpint (statistics->certified, ==, 0);
  g_assert_cmpint (statistics->certified_vae, ==, -1);
  g_assert_cmpint (statistics->global_6m, ==, 79);
  g_assert_cmpint (g_array_index (found->eligible_years, int, 0), ==, 2024);
  g_assert_cmpstr (g_ptr_array_index (found->former_codes, 0), ==, "RS1");
  g_assert_cmpstr (g_ptr_array_index (found->newer_codes, 0), ==, "RS100");
  kept = sceau_certification_table_load_fiche (fixture->school, "RS99", &sha256, &error);
  g_assert_true (g_bytes_equal (kept, xml));
  g_assert_true (sceau_certification_table_delete (fixture->school, "RS99", &error));
  g_assert_no_error (error);
  g_assert_false (sceau_certification_table_exists (fixture->school, "RS99"));
}

static void
test_certification_lists (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauCertification) fiche = invent_certification ();
  const SceauCertificationQuery query = { .search = "oeuvrer ETE" };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_certification_table_save (fixture->school, fiche, NULL, &error));
  found = sceau_certification_table_list (fixture->school, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (sceau_certification_table_count (fixture->school, NULL, &error), ==, 2);
}

/* A block in use can not vanish from a fiche, and neither can a modality with results from a plan. */
static void
test_what_is_used_stays (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauCertification) fiche = NULL;
  g_autoptr (SceauPlan) plan = NULL;

  sceau_test_school_add_results (fixture);
  fiche = sceau_certification_table_find (fixture->school, fixture->certification_code, &error);
  g_ptr_array_remove_index (fiche->blocks, 0);
  g_assert_false (sceau_certification_table_save (fixture->school, fiche, NULL, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  plan = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  g_ptr_array_remove_index (plan->modalities, 0);
  g_assert_false (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
}

static void
test_plan (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauPlan) plan = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  g_autoptr (SceauPlan) found = NULL;
  SceauRequirement *requirement = sceau_requirement_new ();
  SceauModality *modality = g_ptr_array_index (plan->modalities, 1);
  SceauJuryRule *rule = g_ptr_array_index (plan->jury_rules, 2);
  int competence = 2;

  g_assert_no_error (error);
  requirement->code = g_strdup ("PERIODE");
  requirement->title = g_strdup ("Période en entreprise");
  requirement->kind = SCEAU_REQUIREMENT_COMPANY_PERIOD;
  requirement->min_months = 4;
  requirement->max_months = 6;
  requirement->exempt_routes = 1u << SCEAU_ROUTE_VAE;
  g_ptr_array_add (plan->requirements, requirement);
  modality->floor = 700;
  modality->collective = TRUE;
  g_array_append_val (modality->competences, competence);
  g_ptr_array_add (rule->functions, g_strdup ("Directeur des programmes"));
  plan->retakes = SCEAU_RETAKE_LAST;
  g_assert_true (sceau_plan_table_save (fixture->school, plan, &error));
  g_assert_no_error (error);
  reopen (fixture);
  found = sceau_plan_table_find (fixture->school, fixture->certification_code, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->retakes, ==, SCEAU_RETAKE_LAST);
  g_assert_cmpuint (found->modalities->len, ==, 4);
  modality = g_ptr_array_index (found->modalities, 1);
  g_assert_cmpstr (modality->code, ==, "BC01-MSP");
  g_assert_cmpint (modality->floor, ==, 700);
  g_assert_true (modality->collective);
  g_assert_cmpint (g_array_index (modality->competences, int, 0), ==, 2);
  g_assert_cmpint (((SceauModality *) g_ptr_array_index (found->modalities, 0))->floor, ==, -1);
  g_assert_cmpint (sceau_plan_find_block_rule (found, "RNCP99901BC02")->kind, ==, SCEAU_BLOCK_RULE_WEIGHTED_MEAN);
  requirement = g_ptr_array_index (found->requirements, 0);
  g_assert_cmpint (requirement->max_months, ==, 6);
  g_assert_cmpuint (requirement->exempt_routes, ==, 1u << SCEAU_ROUTE_VAE);
  g_assert_cmpint (((SceauQuota *) g_ptr_array_index (found->quotas, 0))->max_percent, ==, 40);
  rule = g_ptr_array_index (found->jury_rules, 2);
  g_assert_cmpstr (g_ptr_array_index (rule->functions, 0), ==, "Directeur des programmes");
}

static void
test_cohort (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (3);
  g_autoptr (SceauCohort) cohort = sceau_cohort_new ();
  g_autoptr (SceauCohort) found = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GError) error = NULL;

  cohort->certification_code = g_strdup (fixture->certification_code);
  cohort->name = g_strdup ("2026-2027");
  cohort->start = sceau_date_new (2026, 9, 1);
  g_assert_true (sceau_cohort_table_insert (fixture->school, cohort, &error));
  found = sceau_cohort_table_find_by_name (fixture->school, fixture->certification_code, "2026-2027", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->id, ==, cohort->id);
  g_assert_cmpuint (found->start, ==, cohort->start);
  g_assert_cmpuint (found->end, ==, SCEAU_NO_DATE);
  counts = sceau_cohort_table_count_enrolments (fixture->school, &error);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, &fixture->cohort_id)), ==, 3);
  g_clear_pointer (&cohort->name, g_free);
  cohort->name = g_strdup ("2025-2026");
  g_assert_false (sceau_cohort_table_update (fixture->school, cohort, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (sceau_cohort_table_delete (fixture->school, fixture->cohort_id, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_cohort_table_delete (fixture->school, cohort->id, &error));
  g_assert_null (sceau_cohort_table_find (fixture->school, cohort->id, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
test_learner (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauLearner) found = NULL;
  g_autoptr (GError) error = NULL;

  learner->number = g_strdup ("2026-014");
  learner->sex = SCEAU_SEX_FEMALE;
  learner->birth_name = g_strdup ("Lefèvre");
  learner->usage_name = g_strdup ("Őszi");
  learner->first_name = g_strdup ("Zoé");
  learner->other_names = g_strdup ("Anne, Marie");
  learner->birth_date = sceau_date_new (1996, 2, 29);
  learner->birth_commune = g_strdup ("2A004");
  learner->email = g_strdup ("zoe@exemple.invalid");
  g_assert_true (sceau_learner_table_insert (fixture->school, learner, &error));
  g_assert_no_error (error);
  reopen (fixture);
  found = sceau_learner_table_find_by_number (fixture->school, "2026-014", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->id, ==, learner->id);
  g_assert_cmpint (found->sex, ==, SCEAU_SEX_FEMALE);
  g_assert_cmpstr (found->usage_name, ==, "Őszi");
  g_assert_cmpstr (found->other_names, ==, "Anne, Marie");
  g_assert_cmpuint (found->birth_date, ==, learner->birth_date);
  g_assert_cmpstr (found->birth_commune, ==, "2A004");
  g_assert_null (found->birth_country);
  g_clear_pointer (&found->email, g_free);
  g_assert_true (sceau_learner_table_update (fixture->school, found, &error));
  g_clear_pointer (&learner, sceau_learner_free);
  learner = sceau_learner_table_find (fixture->school, found->id, &error);
  g_assert_null (learner->email);
  learner->id = 0;
  g_assert_false (sceau_learner_table_insert (fixture->school, learner, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_learner_table_delete (fixture->school, found->id, &error));
}

static void
test_learner_lists (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (30);
  static const struct { SceauLearnerQuery query; guint count; guint page; const char *first; } rows[] = {
    { { 0 }, 30, 30, NULL },
    { { .search = "zolk" }, 5, 5, "A001" },
    { { .search = "LUKASZ zolkiewska" }, 5, 5, "A001" },
    { { .search = "a030" }, 1, 1, "A030" },
    { { .search = "personne" }, 0, 0, NULL },
    { { .search = "%" }, 30, 30, NULL },
    { { .sort = SCEAU_LEARNER_SORT_NUMBER, .offset = 10, .limit = 5 }, 30, 5, "A011" },
    { { .cohort_id = 1, .sort = SCEAU_LEARNER_SORT_NUMBER, .limit = 1 }, 30, 1, "A001" },
    { { .cohort_id = 77 }, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = sceau_learner_table_list (fixture->school, &rows[i].query, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, rows[i].page);
      g_assert_cmpint (sceau_learner_table_count (fixture->school, &rows[i].query, &error), ==, rows[i].count);
      if (rows[i].first != NULL)
        g_assert_cmpstr (((SceauLearner *) g_ptr_array_index (found, 0))->number, ==, rows[i].first);
    }
}

/* SQLite has a limit for patterns and words of its own for it: a search that long finds nothing. */
static void
test_long_searches (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (1);
  g_autofree char *word = g_strnfill (60000, 'a');
  g_autofree char *after = g_strconcat ("b c d e ", word, NULL);
  const char *const searches[] = { word, after };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      const SceauLearnerQuery learners = { .search = searches[i] };
      const SceauEnrolmentQuery enrolments = { .search = searches[i] };
      const SceauCertificationQuery certifications = { .search = searches[i] };
      const SceauCertificateQuery certificates = { .search = searches[i] };
      g_autoptr (GError) error = NULL;
      GPtrArray *const found[] = {
        sceau_learner_table_list (fixture->school, &learners, &error),
        sceau_enrolment_table_list (fixture->school, &enrolments, &error),
        sceau_certification_table_list (fixture->school, &certifications, &error),
        sceau_certificate_table_list (fixture->school, &certificates, &error),
        sceau_juror_table_list (fixture->school, searches[i], &error),
      };

      g_assert_no_error (error);
      for (guint k = 0; k < G_N_ELEMENTS (found); k++)
        {
          g_assert_cmpuint (found[k]->len, ==, 0);
          g_ptr_array_unref (found[k]);
        }
      g_assert_cmpint (sceau_learner_table_count (fixture->school, &learners, &error), ==, 0);
      g_assert_no_error (error);
    }
}

static void
test_enrolment (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (6);
  const SceauEnrolmentQuery active = { .cohort_id = fixture->cohort_id, .active_only = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, enrolment_at (fixture, 0), &error);
  g_autoptr (SceauEnrolment) found = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) admissions = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (enrolment->learner_number, ==, "A001");
  g_assert_cmpstr (enrolment->cohort_name, ==, "2025-2026");
  g_ptr_array_add (enrolment->targeted_blocks, g_strdup ("RNCP99901BC02"));
  g_ptr_array_add (enrolment->targeted_blocks, g_strdup ("RNCP99901BC01"));
  enrolment->admission = SCEAU_ADMISSION_DEROGATION_A;
  enrolment->company_start = sceau_date_new (2026, 3, 1);
  enrolment->company = g_strdup ("Entreprise inventée");
  g_assert_true (sceau_enrolment_table_update (fixture->school, enrolment, &error));
  g_assert_no_error (error);
  found = sceau_enrolment_table_find (fixture->school, enrolment->id, &error);
  g_assert_cmpuint (found->targeted_blocks->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (found->targeted_blocks, 0), ==, "RNCP99901BC02");
  g_assert_cmpuint (found->company_start, ==, enrolment->company_start);
  admissions = sceau_enrolment_table_list_admissions (fixture->school, fixture->cohort_id, &error);
  g_assert_cmpuint (admissions->len, ==, 6);
  g_assert_cmpint (g_array_index (admissions, SceauAdmission, 0), ==, SCEAU_ADMISSION_DEROGATION_A);
  found->state = SCEAU_ENROLMENT_WITHDRAWN;
  g_assert_true (sceau_enrolment_table_update (fixture->school, found, &error));
  list = sceau_enrolment_table_list (fixture->school, &active, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_cmpint (sceau_enrolment_table_count (fixture->school, &active, &error), ==, 5);
  g_ptr_array_add (found->targeted_blocks, g_strdup ("unknown"));
  g_assert_false (sceau_enrolment_table_update (fixture->school, found, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sceau_enrolment_table_delete (fixture->school, enrolment->id, &error));
  g_assert_no_error (error);
}

/* Every kind of mark comes back as it was, with and without its seven differences. */
static void
test_result (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauResult) foreign = sceau_result_new (enrolment_at (fixture, 0), "unknown", 1, SCEAU_MARK_NONE);
  g_autoptr (SceauResult) nobody = sceau_result_new (4711, "BC01-EC1", 1, SCEAU_MARK_NONE);

  for (SceauMarkKind kind = SCEAU_MARK_BLANK; kind <= SCEAU_MARK_FRAUD; kind++)
    {
      SceauMark mark = { kind, 0 };
      g_autoptr (SceauResult) result = sceau_result_new (enrolment_at (fixture, 0), "BC01-EC1", 1 + (int) kind, mark);

      result->examiner = g_strdup ("Examinatrice");
      result->date = sceau_date_new (2026, 6, 1);
      g_assert_true (sceau_result_table_save (fixture->school, result, &error));
      g_assert_true (sceau_result_table_save (fixture->school, result, &error));
      g_assert_no_error (error);
    }
  list = sceau_result_table_list_by_cohort (fixture->school, fixture->cohort_id, &error);
  g_assert_cmpuint (list->len, ==, 7);
  g_assert_cmpint (sceau_result_table_count_by_cohort (fixture->school, fixture->cohort_id, &error), ==, 7);
  for (guint i = 0; i < list->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (list, i);

      g_assert_cmpint (result->mark.kind, ==, i);
      g_assert_cmpint (result->mark.value, ==, 0);
      g_assert_cmpstr (result->examiner, ==, "Examinatrice");
    }
  g_assert_false (sceau_result_table_save (fixture->school, foreign, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (sceau_result_table_save (fixture->school, nobody, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (sceau_result_table_delete (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 7, &error));
  g_assert_null (sceau_result_table_find (fixture->school, enrolment_at (fixture, 0), "BC01-EC1", 7, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
test_mandate (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
  g_autoptr (SceauMandate) mandate = sceau_mandate_new ();
  g_autoptr (SceauMandate) found = NULL;
  g_autoptr (GError) error = NULL;

  mandate->certification_code = g_strdup (fixture->certification_code);
  mandate->certifier_name = g_strdup ("Certificateur inventé");
  mandate->signatory = g_strdup ("Paul FICTIF");
  mandate->signatory_title = g_strdup ("Président");
  mandate->reference = g_strdup ("Mandat du 1er mars");
  mandate->start = sceau_date_new (2026, 3, 1);
  mandate->end = sceau_date_new (2027, 2, 28);
  g_assert_true (sceau_mandate_table_insert (fixture->school, mandate, &error));
  found = sceau_mandate_table_find (fixture->school, fixture->certification_code, sceau_date_new (2027, 2, 28), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->reference, ==, mandate->reference);
  g_assert_null (sceau_mandate_table_find (fixture->school, fixture->certification_code, sceau_date_new (2027, 3, 1), &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
test_acquired_blocks (void)
{
  g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauAcquiredBlock) block = sceau_acquired_block_new ();
  g_autoptr (GPtrArray) list = NULL;

  block->learner_id = 1;
  block->certification_code = g_strdup (fixture->certification_code);
  block->block_code = g_strdup ("RNCP99901BC01");
  block->kind = SCEAU_ACQUISITION_DISPENSE;
  block->date = sceau_date_new (2025, 9, 1);
  g_assert_false (sceau_acquired_block_table_insert (fixture->school, block, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  block->proof = g_strdup ("Décision de dispense n° 12");
  g_assert_true (sceau_acquired_block_table_insert (fixture->school, block, &error));
  g_assert_false (sceau_acquired_block_table_insert (fixture->school, block, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  list = sceau_acquired_block_table_list_by_cohort (fixture->school, fixture->cohort_id, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = sceau_acquired_block_table_list_by_learner (fixture->school, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((SceauAcquiredBlock *) g_ptr_array_index (list, 0))->proof, ==, block->proof);
  g_assert_false (sceau_acquired_block_table_annul (fixture->school, block->id, 1, "x", &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/tables/certification", test_certification);
  g_test_add_func ("/store/tables/certification-lists", test_certification_lists);
  g_test_add_func ("/store/tables/what-is-used-stays", test_what_is_used_stays);
  g_test_add_func ("/store/tables/plan", test_plan);
  g_test_add_func ("/store/tables/cohort", test_cohort);
  g_test_add_func ("/store/tables/learner", test_learner);
  g_test_add_func ("/store/tables/learner-lists", test_learner_lists);
  g_test_add_func ("/store/tables/long-searches", test_long_searches);
  g_test_add_func ("/store/tables/enrolment", test_enrolment);
  g_test_add_func ("/store/tables/result", test_result);
  g_test_add_func ("/store/tables/mandate", test_mandate);
  g_test_add_func ("/store/tables/acquired-blocks", test_acquired_blocks);
  return g_test_run ();
}
