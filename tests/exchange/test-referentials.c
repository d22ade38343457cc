/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "exchange-test.h"
#include "sceau-fiche-reader.h"
#include "sceau-plan-json.h"
#include "sceau-statement-splitter.h"

static GFile *
referential (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", name, NULL);

  return g_file_new_for_path (path);
}

static SceauFiche *
read_fiche (const char *name)
{
  g_autoptr (GFile) file = referential (name);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = sceau_fiche_reader_read (file, NULL, faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  test_print_faults (faults);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (fiches->len, ==, 1);
  return g_ptr_array_steal_index (fiches, 0);
}

static void
assert_codes (GPtrArray *codes, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", ((SceauCode *) g_ptr_array_index (codes, i))->code);
  g_assert_cmpstr (joined->str, ==, expected);
}

/* The 23 statements, word for word and in their blocks: 7 + 6 + 6 + 4. */
static void
test_rncp41445_competences (void)
{
  static const guint counts[] = { 7, 6, 6, 4 };
  g_autofree char *list = test_fixture_text ("rncp41445-competences.txt", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (list), "\n", -1);
  g_autoptr (SceauFiche) fiche = read_fiche ("RNCP41445.xml");
  GPtrArray *blocks = fiche->certification->blocks;
  guint n = 0;

  g_assert_cmpuint (g_strv_length (lines), ==, 23);
  g_assert_cmpuint (blocks->len, ==, 4);
  for (guint b = 0; b < blocks->len; b++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, b);
      g_autofree char *code = g_strdup_printf ("RNCP41445BC0%u", b + 1);

      g_assert_cmpstr (block->code, ==, code);
      g_assert_cmpuint (block->competences->len, ==, counts[b]);
      for (guint i = 0; i < block->competences->len; i++)
        g_assert_cmpstr (g_ptr_array_index (block->competences, i), ==, lines[n++]);
    }
  g_assert_cmpuint (n, ==, 23);
}

static void
test_rncp41445_identity (void)
{
  g_autoptr (SceauFiche) fiche = read_fiche ("RNCP41445.xml");
  const SceauCertification *self = fiche->certification;
  const SceauCertifier *certifier = g_ptr_array_index (self->certifiers, 0);
  const SceauPublishedStatistics *latest = g_ptr_array_index (self->statistics, 0);
  const SceauPublishedStatistics *earlier = g_ptr_array_index (self->statistics, 1);

  g_assert_cmpstr (self->title, ==, "Expert en cybersécurité (MS)");
  g_assert_cmpint (self->level, ==, 7);
  g_assert_cmpuint (self->decision_date, ==, sceau_date_new (2025, 10, 27));
  g_assert_cmpint (self->duration_years, ==, 5);
  g_assert_cmpuint (self->registration_end, ==, sceau_date_new (2030, 10, 27));
  g_assert_cmpuint (self->last_delivery, ==, sceau_date_new (2034, 10, 26));
  g_assert_cmpstr (certifier->siret, ==, "18009202500139");
  g_assert_cmpstr (certifier->name, ==, "INSTITUT MINES TELECOM - IMT NORD EUROPE");
  g_assert_cmpstr (certifier->trade_name, ==, "Institut Mines Télécom Nord Europe");
  assert_codes (self->nsf, "326");
  assert_codes (self->formacodes, "31006 31038 24220");
  assert_codes (self->rome, "M1801 M1802 M1810 M1805 M1806");
  g_assert_cmpstr (((SceauCode *) g_ptr_array_index (self->rome, 4))->label, ==,
                   "Conseil et maîtrise d'ouvrage en systèmes d'information");
  g_assert_cmpuint (self->eligible_years->len, ==, 4);
  g_assert_cmpint (g_array_index (self->eligible_years, int, 0), ==, 2022);
  g_assert_cmpint (g_array_index (self->eligible_years, int, 3), ==, 2025);
  g_assert_cmpint (latest->year, ==, 2023);
  g_assert_cmpint (latest->certified, ==, 15);
  g_assert_cmpint (latest->certified_vae, ==, 0);
  g_assert_cmpint (latest->global_6m, ==, 79);
  g_assert_cmpint (latest->target_6m, ==, 79);
  g_assert_cmpint (latest->target_24m, ==, -1);
  g_assert_cmpint (earlier->certified, ==, 12);
  g_assert_cmpint (earlier->target_24m, ==, 90);
  g_assert_nonnull (strstr (self->entry_prerequisites, "40 % maximum"));
  g_assert_nonnull (strstr (self->validation_prerequisites, "4 à 6 mois"));
}

static void
test_rncp41445_routes (void)
{
  g_autoptr (SceauFiche) fiche = read_fiche ("RNCP41445.xml");

  g_assert_cmpuint (fiche->certification->routes->len, ==, SCEAU_N_ROUTES);
  for (int i = 0; i < SCEAU_N_ROUTES; i++)
    {
      const SceauAccessRoute *route = sceau_certification_find_route (fiche->certification, (SceauRoute) i);

      g_assert_cmpint (route->open, ==, i != SCEAU_ROUTE_INDIVIDUAL);
      if (!route->open)
        continue;
      g_assert_true (g_str_has_prefix (route->jury_text, "Le jury est composé de 5 personnes"));
      g_assert_cmpuint (route->modified, ==, sceau_date_new (2025, 10, 27));
    }
}

static void
test_inv3818 (void)
{
  g_autofree char *list = test_fixture_text ("inv3818-competences.txt", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (list), "\n", -1);
  g_autoptr (SceauFiche) fiche = read_fiche ("INV3818.xml");
  const SceauCertification *self = fiche->certification;
  g_autoptr (GPtrArray) statements = sceau_statement_splitter_split (self->capacities);
  const SceauPublishedStatistics *row = g_ptr_array_index (self->statistics, 0);
  const SceauCertifier *certifier = g_ptr_array_index (self->certifiers, 0);

  g_assert_cmpint (self->register_kind, ==, SCEAU_REGISTER_INVENTAIRE);
  g_assert_cmpstr (self->title, ==, "Référent cybersécurité en TPE/PME");
  g_assert_cmpuint (self->blocks->len, ==, 0);
  g_assert_cmpint (self->level, ==, 0);
  g_assert_false (self->partial_allowed);
  g_assert_cmpint (self->validity_years, ==, 0);
  g_assert_cmpstr (certifier->name, ==, "CCI France");
  g_assert_null (certifier->siret);
  g_assert_cmpint (row->year, ==, 2018);
  g_assert_cmpint (row->certified, ==, 28);
  assert_codes (self->nsf, "326p");
  assert_codes (self->rome, "M1802 M1805 M1810");
  g_assert_nonnull (strstr (self->objectives, "35h"));
  g_assert_cmpuint (statements->len, ==, g_strv_length (lines));
  for (guint i = 0; i < statements->len; i++)
    g_assert_cmpstr (g_ptr_array_index (statements, i), ==, lines[i]);
}

static SceauPlan *
read_plan (const char *name)
{
  g_autoptr (GFile) file = referential (name);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  SceauPlan *plan = sceau_plan_json_read_file (file, faults, NULL, &error);

  test_print_faults (faults);
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  return plan;
}

/* The plans suit their fiches, and the files are what the program would write. */
static void
test_plans (gconstpointer data)
{
  const char *code = data;
  g_autofree char *xml = g_strconcat (code, ".xml", NULL);
  g_autofree char *json = g_strconcat (code, ".plan.json", NULL);
  g_autoptr (SceauFiche) fiche = read_fiche (xml);
  g_autoptr (SceauPlan) plan = read_plan (json);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GFile) file = referential (json);
  g_autofree char *written = sceau_plan_json_write (plan);
  g_autofree char *kept = NULL;

  g_assert_cmpstr (plan->certification_code, ==, code);
  g_assert_true (sceau_plan_check (plan, fiche->certification, faults));
  test_print_faults (faults);
  g_assert_true (g_file_load_contents (file, NULL, &kept, NULL, NULL, NULL));
  g_assert_cmpstr (written, ==, kept);
}

static void
test_rncp41445_plan (void)
{
  static const guint modalities[] = { 2, 4, 3, 2 };
  static const int percents[] = { 40, 30, 40 };
  g_autoptr (SceauPlan) plan = read_plan ("RNCP41445.plan.json");
  g_autoptr (GPtrArray) transversal = sceau_plan_list_modalities (plan, NULL);

  g_assert_cmpuint (plan->modalities->len, ==, 12);
  g_assert_cmpuint (transversal->len, ==, 1);
  for (guint b = 0; b < 4; b++)
    {
      g_autofree char *code = g_strdup_printf ("RNCP41445BC0%u", b + 1);
      g_autoptr (GPtrArray) own = sceau_plan_list_modalities (plan, code);

      g_assert_cmpuint (own->len, ==, modalities[b]);
    }
  g_assert_cmpuint (plan->requirements->len, ==, 2);
  g_assert_cmpuint (plan->quotas->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((SceauQuota *) g_ptr_array_index (plan->quotas, i))->max_percent, ==, percents[i]);
  g_assert_cmpuint (plan->jury_rules->len, ==, 5);
  g_assert_null (sceau_plan_find_jury_rule (plan, SCEAU_ROUTE_INDIVIDUAL));
  for (guint i = 0; i < plan->jury_rules->len; i++)
    {
      const SceauJuryRule *rule = g_ptr_array_index (plan->jury_rules, i);

      g_assert_cmpint (rule->members, ==, 5);
      g_assert_cmpint (rule->internal, ==, 2);
      g_assert_cmpint (rule->external, ==, 3);
      g_assert_cmpuint (rule->functions->len, ==, 2);
    }
  g_assert_cmpint (sceau_plan_find_jury_rule (plan, SCEAU_ROUTE_VAE)->qualified, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/referentials/rncp41445-competences", test_rncp41445_competences);
  g_test_add_func ("/exchange/referentials/rncp41445-identity", test_rncp41445_identity);
  g_test_add_func ("/exchange/referentials/rncp41445-routes", test_rncp41445_routes);
  g_test_add_func ("/exchange/referentials/rncp41445-plan", test_rncp41445_plan);
  g_test_add_func ("/exchange/referentials/inv3818", test_inv3818);
  g_test_add_data_func ("/exchange/referentials/plan-suits-rncp41445", "RNCP41445", test_plans);
  g_test_add_data_func ("/exchange/referentials/plan-suits-inv3818", "INV3818", test_plans);
  return g_test_run ();
}
