/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Identifiers that are written down for ever, words that rosters hold, and the fiche's own look-ups. */

#include "sceau-jury.h"
#include "sceau-certificate.h"
#include "sceau-statistics.h"
#include "test-rows.h"

#define NONE (-1)

typedef struct
{
  const char *sentence;
  const char *text;
  int route; /* or NONE */
} RouteRow;

static const RouteRow route_rows[] = {
  { "FI is initial training", "FI", SCEAU_ROUTE_INITIAL },
  { "formation initiale is read in any case", "FORMATION INITIALE", SCEAU_ROUTE_INITIAL },
  { "CA is apprenticeship", "ca", SCEAU_ROUTE_APPRENTICESHIP },
  { "apprentissage is apprenticeship", "Apprentissage", SCEAU_ROUTE_APPRENTICESHIP },
  { "contrat d'apprentissage is read with either apostrophe", "contrat d’apprentissage", SCEAU_ROUTE_APPRENTICESHIP },
  { "FC is continuing training", "FC", SCEAU_ROUTE_CONTINUING },
  { "contrat pro is the professional training contract", "contrat pro", SCEAU_ROUTE_PROFESSIONALISATION },
  { "the word with two n is the identifier with one", "professionnalisation", SCEAU_ROUTE_PROFESSIONALISATION },
  { "a candidat libre is individual", "Candidat libre", SCEAU_ROUTE_INDIVIDUAL },
  { "spaced letters are no route", "V A E", NONE },
  { "VAE is by experience", "VAE", SCEAU_ROUTE_VAE },
  { "the words of the fiche are read", "Après un parcours de formation sous statut d'élève ou d'étudiant", SCEAU_ROUTE_INITIAL },
  { "the identifier is read", "professionalisation", SCEAU_ROUTE_PROFESSIONALISATION },
  { "an unknown word is no route", "stage", NONE },
  { "nothing is no route", "", NONE },
  { "no text is no route", NULL, NONE },
};

static void
test_route (gconstpointer data)
{
  const RouteRow *row = data;
  SceauRoute route = SCEAU_N_ROUTES;

  g_assert_cmpint (sceau_route_from_text (row->text, &route), ==, row->route != NONE);
  g_assert_cmpint (route, ==, row->route != NONE ? row->route : SCEAU_N_ROUTES);
}

static const RouteRow register_rows[] = {
  { "RNCP and a number is of the RNCP", "RNCP41445", SCEAU_REGISTER_RNCP },
  { "RS and a number is of the RS", "RS6232", SCEAU_REGISTER_RS },
  { "INV and a number is of the inventaire", "INV3818", SCEAU_REGISTER_INVENTAIRE },
  { "a number alone is of no register", "41445", NONE },
  { "a prefix alone is of no register", "RNCP", NONE },
  { "a block is of no register", "RNCP41445BC01", NONE },
  { "lower case is of no register", "rncp41445", NONE },
  { "nothing is of no register", "", NONE },
  { "no code is of no register", NULL, NONE },
};

static void
test_register (gconstpointer data)
{
  const RouteRow *row = data;
  SceauRegister kind = SCEAU_REGISTER_RS;

  g_assert_cmpint (sceau_register_from_code (row->text, &kind), ==, row->route != NONE);
  if (row->route != NONE)
    g_assert_cmpint (kind, ==, row->route);
}

static const RouteRow admission_rows[] = {
  { "an empty cell is a normal admission", "", SCEAU_ADMISSION_NORMAL },
  { "no cell is a normal admission", NULL, SCEAU_ADMISSION_NORMAL },
  { "normale is normal", "Normale", SCEAU_ADMISSION_NORMAL },
  { "a is derogation a", "A", SCEAU_ADMISSION_DEROGATION_A },
  { "VAPP is derogation a", "VAPP", SCEAU_ADMISSION_DEROGATION_A },
  { "derogation b is read with its accent", "Dérogation b", SCEAU_ADMISSION_DEROGATION_B },
  { "the identifier of derogation b is read", "derogation_b", SCEAU_ADMISSION_DEROGATION_B },
  { "c is no admission", "c", NONE },
  { "punctuation is no empty cell", "?", NONE },
  { "bytes that are no text are no empty cell", "\377", NONE },
};

static void
test_admission (gconstpointer data)
{
  const RouteRow *row = data;
  SceauAdmission admission = SCEAU_ADMISSION_NORMAL;

  g_assert_cmpint (sceau_admission_from_text (row->text, &admission), ==, row->route != NONE);
  if (row->route != NONE)
    g_assert_cmpint (admission, ==, row->route);
}

/* Every identifier comes back as its value, is different from the others, and nothing else is one. */
#define CHECK_IDS(prefix, Type, n)                                  \
  G_STMT_START                                                      \
  {                                                                 \
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); \
    Type value_;                                                    \
    for (int i_ = 0; i_ < (n); i_++)                                \
      {                                                             \
        g_assert_true (prefix##_from_id (prefix##_to_id ((Type) i_), &value_)); \
        g_assert_cmpint (value_, ==, i_);                           \
        g_assert_true (g_hash_table_add (seen, (gpointer) prefix##_to_id ((Type) i_))); \
      }                                                             \
    g_assert_false (prefix##_from_id ("nothing of the kind", &value_)); \
    g_assert_false (prefix##_from_id ("", &value_));                \
    g_assert_false (prefix##_from_id (NULL, &value_));              \
  }                                                                 \
  G_STMT_END

static void
test_ids (void)
{
  CHECK_IDS (sceau_route, SceauRoute, SCEAU_N_ROUTES);
  CHECK_IDS (sceau_register, SceauRegister, 3);
  CHECK_IDS (sceau_scale, SceauScale, 3);
  CHECK_IDS (sceau_mark_kind, SceauMarkKind, 7);
  CHECK_IDS (sceau_modality_type, SceauModalityType, SCEAU_N_MODALITY_TYPES);
  CHECK_IDS (sceau_block_rule_kind, SceauBlockRuleKind, 3);
  CHECK_IDS (sceau_requirement_kind, SceauRequirementKind, 2);
  CHECK_IDS (sceau_admission, SceauAdmission, 3);
  CHECK_IDS (sceau_retake_policy, SceauRetakePolicy, 2);
  CHECK_IDS (sceau_acquisition_kind, SceauAcquisitionKind, 5);
  CHECK_IDS (sceau_outcome, SceauOutcome, SCEAU_N_OUTCOMES);
  CHECK_IDS (sceau_block_state, SceauBlockState, 4);
  CHECK_IDS (sceau_session_state, SceauSessionState, 5);
  CHECK_IDS (sceau_certificate_state, SceauCertificateState, 2);
  CHECK_IDS (sceau_situation, SceauSituation, SCEAU_N_SITUATIONS);
}

/* The outcomes are a contract of the command line (DESIGN §4). */
static void
test_outcome_contract (void)
{
  const char *const contract[]
      = { "certified", "partial", "failed", "deferred", "absent", "excused", "withdrawn", "fraud" };

  for (int i = 0; i < SCEAU_N_OUTCOMES; i++)
    {
      g_assert_cmpstr (sceau_outcome_to_id (i), ==, contract[i]);
      g_assert_cmpstr (sceau_outcome_title (i), !=, "");
      g_assert_cmpstr (sceau_outcome_french (i), !=, "");
    }
}

static void
test_find (void)
{
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  SceauBlock *block = sceau_block_new ();

  block->code = g_strdup ("RNCP99999BC01");
  g_ptr_array_add (certification->blocks, block);
  g_ptr_array_add (certification->routes, sceau_access_route_new (SCEAU_ROUTE_VAE));
  g_assert_true (sceau_certification_find_block (certification, "RNCP99999BC01") == block);
  g_assert_null (sceau_certification_find_block (certification, "BC01"));
  g_assert_nonnull (sceau_certification_find_route (certification, SCEAU_ROUTE_VAE));
  g_assert_null (sceau_certification_find_route (certification, SCEAU_ROUTE_INITIAL));
}

static void
test_registration_start (void)
{
  g_autoptr (SceauCertification) certification = sceau_certification_new ();

  g_assert_cmpuint (sceau_certification_registration_start (certification), ==, SCEAU_NO_DATE);
  certification->decision_date = sceau_date_new (2025, 10, 27);
  g_assert_cmpuint (sceau_certification_registration_start (certification), ==, certification->decision_date);
  certification->effect_date = sceau_date_new (2025, 12, 1);
  g_assert_cmpuint (sceau_certification_registration_start (certification), ==, certification->effect_date);
}

static void
test_absent_figures (void)
{
  g_autofree SceauPublishedStatistics *statistics = sceau_published_statistics_new (2023);

  g_assert_cmpint (statistics->year, ==, 2023);
  g_assert_cmpint (statistics->certified, ==, -1);
  g_assert_cmpint (statistics->target_24m, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("certification/route", route_rows, test_route);
  TEST_ROWS_ADD ("certification/register", register_rows, test_register);
  TEST_ROWS_ADD ("certification/admission", admission_rows, test_admission);
  g_test_add_func ("/core/certification/identifiers-come-back", test_ids);
  g_test_add_func ("/core/certification/outcomes-of-the-command-line", test_outcome_contract);
  g_test_add_func ("/core/certification/find", test_find);
  g_test_add_func ("/core/certification/registration-start", test_registration_start);
  g_test_add_func ("/core/certification/figures-are-absent-until-published", test_absent_figures);
  return g_test_run ();
}
