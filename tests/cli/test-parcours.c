/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Parcours that are not the plain one, from the enrolment to the papers: a retake that is capped, a VAE, blocks brought
 * along, one block alone, and a certification that has no blocks. */

#include <string.h>

#include "sceau-test-cli.h"

#define COHORT "--certification", "RNCP41445", "--cohort", "2026"

static const char *const modalities[] = { "BC01-EC1", "BC01-MSP1", "BC02-TP1", "BC02-EC1", "BC02-MSP1", "BC02-MSP2",
                                          "BC03-TP1", "BC03-EC1",  "BC03-TP2", "BC04-EC1", "BC04-EC2",  "THESE" };

/* Everybody here is invented. */
static const char directory[] = "nom;fonction;employeur;interne;sexe\n"
                                "Iris MODELE;Directrice des programmes;École Modèle;interne;F\n"
                                "Jean MODELE;Directeur;École Modèle;interne;M\n"
                                "Karim MODELE;RSSI;Alpha Modèle;externe;M\n"
                                "Lina MODELE;Consultante;Bêta Modèle;externe;F\n"
                                "Marc MODELE;Auditeur;Gamma Modèle;externe;M\n";

static void
found (SceauTestCli *cli)
{
  g_autofree char *jurors = sceau_test_cli_write (cli, "jurors.csv", directory, -1);

  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 0, "juror", "import", jurors, NULL);
}

static void
enrol (SceauTestCli *cli, const char *number, const char *route, const char *blocks)
{
  sceau_test_cli_run (cli, 0, "learner", "add", COHORT, "--number", number, "--sex", "F", "--birth-name", number, "--first-name", "Zoé",
                      "--birth-date", "1994-03-07", "--birth-commune", "31555", "--birth-place", "Toulouse", "--route", route,
                      "--company-start", "2026-01-05", "--company-end", "2026-06-05", "--blocks", blocks, NULL);
}

/* Those of the plan whose code begins with @prefix. */
static void
mark (SceauTestCli *cli, const char *number, const char *prefix, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (modalities); i++)
    if (g_str_has_prefix (modalities[i], prefix))
      sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", modalities[i], "--learner", number, "--mark", value, NULL);
}

static void
sit (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "jury", "new", COHORT, "--date", "2026-06-19", "--place", "Lille", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,2,3,4,5", "--president", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "open", "1", "--present", "1,2,3,4,5", NULL);
  sceau_test_cli_run (cli, 0, "jury", "propose", "1", NULL);
}

static void
seal (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "jury", "accept", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "seal", "1", NULL);
}

static void
assert_words (const char *path, const char *words)
{
  g_autofree char *text = sceau_test_cli_words (path);

  if (text != NULL && strstr (text, words) == NULL)
    g_error ("“%s” is not in %s", words, text);
}

static void
assert_letter (SceauTestCli *cli, const char *number, const char *words)
{
  g_autofree char *name = g_strdup_printf ("lettre-%s.pdf", number);
  g_autofree char *path = sceau_test_cli_path (cli, name);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    sceau_test_cli_run (cli, 0, "jury", "letter", "1", "--learner", number, path, NULL);
  assert_words (path, words);
}

static void
assert_minutes (SceauTestCli *cli, const char *words)
{
  g_autofree char *path = sceau_test_cli_path (cli, "pv.pdf");

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    sceau_test_cli_run (cli, 0, "jury", "minutes", "1", path, NULL);
  assert_words (path, words);
}

/* (transfer none): the candidate as “jury show --json” has it. */
static JsonObject *
find_candidate (JsonNode *shown, const char *number)
{
  JsonArray *candidates = json_object_get_array_member (json_node_get_object (shown), "candidates");

  for (guint i = 0; i < json_array_get_length (candidates); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (candidates, i), "learner"), number))
      return json_array_get_object_element (candidates, i);
  g_error ("%s is no candidate", number);
}

static void
assert_candidate (SceauTestCli *cli, const char *number, const char *outcome, const char *block, const char *state, const char *reason)
{
  g_autoptr (JsonNode) shown = sceau_test_cli_json (cli, "jury", "show", "1", NULL);
  JsonObject *candidate = find_candidate (shown, number);

  g_assert_cmpstr (json_object_get_string_member (candidate, "decision"), ==, outcome);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (candidate, "blocks"), block), ==, state);
  if (strstr (json_object_get_string_member (candidate, "reason"), reason) == NULL)
    g_error ("“%s” is not in %s", reason, json_object_get_string_member (candidate, "reason"));
}

/* Retakes of BC04 are counted for 10 at most, once, a fortnight later. */
static void
cap_retakes (SceauTestCli *cli)
{
  g_autofree char *path = sceau_test_cli_path (cli, "plan.json");
  g_autofree char *capped = sceau_test_cli_path (cli, "capped.json");
  g_autofree char *plan = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--export", path, NULL);
  g_assert_true (g_file_get_contents (path, &plan, NULL, NULL));
  parts = g_strsplit (plan, "\"code\": \"BC04-EC1\",", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  changed = g_strjoinv ("\"code\": \"BC04-EC1\", \"retake_cap\": 10, \"max_attempts\": 2, \"retake_delay\": 15,", parts);
  g_assert_true (g_file_set_contents (capped, changed, -1, NULL));
  sceau_test_cli_run (cli, 0, "fiche", "plan", "RNCP41445", "--import", capped, NULL);
}

static void
a_retake_counts_for_its_cap (SceauTestCli *cli, gconstpointer data)
{
  found (cli);
  cap_retakes (cli);
  enrol (cli, "A1", "FC", "");
  enrol (cli, "A2", "FC", "");
  mark (cli, "A1", "", "12");
  mark (cli, "A2", "", "12");
  sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC04-EC2", "--learner", "A2", "--mark", "9", NULL);
  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *number = g_strdup_printf ("A%d", i);

      sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC04-EC1", "--learner", number, "--mark", "6", "--date", "2026-05-01", NULL);
      sceau_test_cli_run (cli, 1, "result", "set", COHORT, "--modality", "BC04-EC1", "--attempt", "2", "--learner", number, "--mark", "18",
                          "--date", "2026-05-03", NULL);
      sceau_test_cli_assert_said (cli, "15 days must lie between");
      sceau_test_cli_run (cli, 0, "result", "set", COHORT, "--modality", "BC04-EC1", "--attempt", "2", "--learner", number, "--mark", "18",
                          "--date", "2026-05-20", NULL);
      sceau_test_cli_run (cli, 1, "result", "set", COHORT, "--modality", "BC04-EC1", "--attempt", "3", "--learner", number, "--mark", "18", NULL);
      sceau_test_cli_assert_said (cli, "none is left");
    }
  sit (cli);
  /* 10 and 12 make 11; 10 and 9 make 9.5, where the 18 would have made 13.5. */
  sceau_test_cli_run (cli, 0, "jury", "explain", "1", "--learner", "A1", NULL);
  g_assert_nonnull (strstr (cli->output, "compté pour 10 sur 20 au plus"));
  g_assert_nonnull (strstr (cli->output, "moyenne de 11 sur 20"));
  seal (cli);
  assert_candidate (cli, "A1", "certified", "RNCP41445BC04", "acquired", "Certification obtenue");
  assert_candidate (cli, "A2", "partial", "RNCP41445BC04", "not_acquired", "moyenne de 9,5 sur 20");
  assert_letter (cli, "A2", "18 sur 20 au 2e passage, plafonné à 10");
  assert_minutes (cli, "18 sur 20 au 2e passage, plafonné à 10");
  assert_minutes (cli, "compté pour 10 au plus au rattrapage");
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

/* On the day of the seal, which is today. */
static void
notify (SceauTestCli *cli)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  sceau_test_cli_run (cli, 0, "jury", "notify", "1", "--date", today, NULL);
}

static void
compose_for_a_vae (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "jury", "new", COHORT, "--date", "2025-12-02", "--place", "Lille", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1", "--president", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "check", "1", NULL);
  sceau_test_cli_assert_said (cli, "at least two members (D6412-6");
  sceau_test_cli_assert_said (cli, "at least 1 qualified professional");
  sceau_test_cli_run (cli, 1, "jury", "open", "1", "--present", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,2", "--president", "1", NULL);
  sceau_test_cli_run (cli, 1, "jury", "check", "1", NULL);
  sceau_test_cli_assert_said (cli, "at least 1 qualified professional");
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,2,3,4,5", "--president", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "check", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "open", "1", "--present", "1,2,3,4,5", NULL);
  sceau_test_cli_run (cli, 0, "jury", "propose", "1", NULL);
}

static void
a_vae_is_validated_in_part (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *attestation = sceau_test_cli_path (cli, "attestation.pdf");
  g_autofree char *none = sceau_test_cli_path (cli, "none.pdf");

  found (cli);
  enrol (cli, "V1", "VAE", "");
  mark (cli, "V1", "BC01", "12");
  mark (cli, "V1", "BC02", "12");
  mark (cli, "V1", "BC03", "8");
  mark (cli, "V1", "BC04", "8");
  compose_for_a_vae (cli);
  /* The president has the casting vote, unless there is none to cast. */
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "V1", "--outcome", "partial", "--blocks", "RNCP41445BC01", "--reason",
                      "Preuves insuffisantes.", "--votes", "2,3,0", NULL);
  sceau_test_cli_assert_said (cli, "majority is against");
  sceau_test_cli_run (cli, 0, "jury", "decide", "1", "--learner", "V1", "--outcome", "partial", "--blocks", "RNCP41445BC01", "--reason",
                      "Preuves insuffisantes.", "--votes", "2,2,1", NULL);
  seal (cli);
  assert_candidate (cli, "V1", "partial", "RNCP41445BC01", "acquired", "prépondérante");
  notify (cli);
  sceau_test_cli_assert_said (cli, "within fifteen days: the last day was 17 December 2025");
  assert_letter (cli, "V1", "article R6412-7 du Code du travail");
  assert_letter (cli, "V1", "RNCP41445BC01 Concevoir des projets de sécurité des systèmes d'information acquis par la présente décision");
  assert_minutes (cli, "Vote : 2 pour, 2 contre, 1 abstention.");
  assert_minutes (cli, "la voix de la présidence du jury est prépondérante");
  sceau_test_cli_run (cli, 0, "attestation", "issue", "--learner", "V1", "--block", "RNCP41445BC01", attestation, NULL);
  sceau_test_cli_run (cli, 1, "attestation", "issue", "--learner", "V1", "--block", "RNCP41445BC02", none, NULL);
  sceau_test_cli_assert_said (cli, "has not acquired the block");
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
bring (SceauTestCli *cli, int status, const char *number, const char *block, const char *kind, const char *date, const char *proof)
{
  sceau_test_cli_run (cli, status, "learner", "block", number, "--certification", "RNCP41445", "--block", block, "--kind", kind, "--date", date,
                      "--proof", proof, NULL);
}

/* What was acquired elsewhere needs its document and its day; with all of it, only what goes across the blocks is left. */
static void
blocks_brought_along_count_with_their_proof (SceauTestCli *cli, gconstpointer data)
{
  static const char *const proofs[] = { "lors d’un parcours antérieur", "Procès-verbal du 1er juin 2024", "par la VAE", "Décision du jury de VAE",
                                        "par correspondance avec une fiche antérieure", "Correspondance avec la fiche antérieure",
                                        "par dispense", "Diplôme étranger, avis d’équivalence" };
  g_autofree char *folder = sceau_test_cli_path (cli, "parchemins");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  found (cli);
  enrol (cli, "A1", "FC", "");
  before = sceau_test_cli_hash (cli->school);
  bring (cli, 1, "A1", "RNCP41445BC01", "earlier", "2024-06-01", " ");
  sceau_test_cli_assert_said (cli, "proof of the acquired block is missing");
  bring (cli, 1, "A1", "RNCP41445BC01", "vae", "2024-02-31", "Décision");
  bring (cli, 1, "A1", "RNCP41445BC01", "dispense", "2099-01-01", "Décision");
  sceau_test_cli_assert_said (cli, "in the future");
  bring (cli, 1, "A1", "RNCP41445BC01", "jury", "2024-06-01", "Décision");
  bring (cli, 1, "A1", "RNCP41445BC01", "gift", "2024-06-01", "Décision");
  bring (cli, 1, "A1", "RNCP41445BC09", "earlier", "2024-06-01", "Décision");
  sceau_test_cli_run (cli, 2, "learner", "block", "A1", "--certification", "RNCP41445", "--block", "RNCP41445BC01", "--kind", "earlier", "--date",
                      "2024-06-01", NULL);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);

  bring (cli, 0, "A1", "RNCP41445BC01", "earlier", "2024-06-01", "Procès-verbal du 1er juin 2024");
  bring (cli, 1, "A1", "RNCP41445BC01", "dispense", "2024-06-01", "Décision");
  sceau_test_cli_assert_said (cli, "already");
  bring (cli, 0, "A1", "RNCP41445BC02", "vae", "2024-06-02", "Décision du jury de VAE");
  bring (cli, 0, "A1", "RNCP41445BC03", "correspondence", "2024-06-03", "Correspondance avec la fiche antérieure");
  bring (cli, 0, "A1", "RNCP41445BC04", "dispense", "2024-06-04", "Diplôme étranger, avis d’équivalence");
  mark (cli, "A1", "THESE", "12");
  sit (cli);
  seal (cli);
  assert_candidate (cli, "A1", "certified", "RNCP41445BC03", "acquired", "Certification obtenue");
  sceau_test_cli_run (cli, 0, "jury", "explain", "1", "--learner", "A1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    g_assert_nonnull (strstr (cli->output, proofs[i]));
  assert_minutes (cli, "Formation continue AA AA AA AA Certifié(e)");
  sceau_test_cli_run (cli, 0, "certificate", "issue", "--jury", "1", "--date", "2026-07-01", "--place", "Lille", "--out", folder, NULL);
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
who_came_for_one_block_gets_that_one (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *attestation = sceau_test_cli_path (cli, "attestation.pdf");

  found (cli);
  enrol (cli, "A1", "FC", "RNCP41445BC02");
  mark (cli, "A1", "BC02", "12");
  sit (cli);
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "A1", "--outcome", "partial", "--blocks", "RNCP41445BC01,RNCP41445BC02", "--reason",
                      "Bonne volonté.", NULL);
  sceau_test_cli_assert_said (cli, "did not come for this block");
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "A1", "--outcome", "certified", "--reason", "Bonne volonté.", NULL);
  seal (cli);
  assert_candidate (cli, "A1", "partial", "RNCP41445BC02", "acquired", "ne vise pas la certification entière");
  assert_candidate (cli, "A1", "partial", "RNCP41445BC01", "not_targeted", "1 bloc acquis sur 4");
  assert_letter (cli, "A1", "non visé par votre parcours");
  assert_minutes (cli, "Formation continue — A — — Validation Validation");
  sceau_test_cli_run (cli, 0, "attestation", "issue", "--learner", "A1", "--block", "RNCP41445BC02", attestation, NULL);
}

#define INVENTAIRE "--certification", "INV3818", "--cohort", "2017"

static void
hold_without_blocks (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "jury", "new", INVENTAIRE, "--date", "2017-06-19", "--place", "Lille", NULL);
  sceau_test_cli_run (cli, 0, "jury", "convene", "1", "--juror", "1,3", "--president", "1", NULL);
  sceau_test_cli_run (cli, 0, "jury", "open", "1", "--present", "1,3", NULL);
  sceau_test_cli_run (cli, 0, "jury", "propose", "1", NULL);
}

/* A certification of the former inventory is had as a whole, or not at all. */
static void
without_blocks_nothing_is_partial (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *fiche = sceau_test_cli_referential ("INV3818.xml");
  g_autofree char *jurors = sceau_test_cli_write (cli, "jurors.csv", directory, -1);
  g_autoptr (JsonNode) shown = NULL;

  sceau_test_cli_run (cli, 0, "school", "new", cli->school, "--name", "Chambre fictive", "--siret", "73282932000074", NULL);
  sceau_test_cli_run (cli, 0, "juror", "import", jurors, NULL);
  sceau_test_cli_run (cli, 0, "fiche", "import", fiche, NULL);
  sceau_test_cli_run (cli, 0, "cohort", "new", "--certification", "INV3818", "--name", "2017", "--start", "2017-02-01", "--end", "2017-06-30", NULL);
  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *number = g_strdup_printf ("A%d", i);

      sceau_test_cli_run (cli, 0, "learner", "add", INVENTAIRE, "--number", number, "--sex", "F", "--birth-name", number, "--first-name", "Zoé",
                          "--birth-date", "1984-03-07", "--birth-commune", "31555", "--birth-place", "Toulouse", "--route", "FC", NULL);
      sceau_test_cli_run (cli, 0, "result", "set", INVENTAIRE, "--modality", "QCM", "--learner", number, "--mark", "14", NULL);
      sceau_test_cli_run (cli, 0, "result", "set", INVENTAIRE, "--modality", "EC", "--learner", number, "--mark", i == 1 ? "11" : "6", NULL);
    }
  hold_without_blocks (cli);
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "A2", "--outcome", "partial", "--reason", "La moitié est là.", NULL);
  sceau_test_cli_assert_said (cli, "admits no partial validation");
  sceau_test_cli_run (cli, 1, "jury", "decide", "1", "--learner", "A2", "--outcome", "failed", "--blocks", "BC01", NULL);
  seal (cli);
  shown = sceau_test_cli_json (cli, "jury", "show", "1", NULL);
  g_assert_cmpstr (json_object_get_string_member (find_candidate (shown, "A1"), "decision"), ==, "certified");
  g_assert_cmpstr (json_object_get_string_member (find_candidate (shown, "A2"), "decision"), ==, "failed");
  assert_letter (cli, "A2", "note de 6 sur 20");
  assert_minutes (cli, "Non certifié(e) 1");
  sceau_test_cli_run (cli, 0, "school", "check", NULL);
}

static void
add (const char *name, void (*test) (SceauTestCli *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/cli/parcours/", name, NULL);

  g_test_add (path, SceauTestCli, NULL, sceau_test_cli_set_up, test, sceau_test_cli_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("a-retake-counts-for-its-cap", a_retake_counts_for_its_cap);
  add ("a-vae-is-validated-in-part", a_vae_is_validated_in_part);
  add ("blocks-brought-along-count-with-their-proof", blocks_brought_along_count_with_their_proof);
  add ("who-came-for-one-block-gets-that-one", who_came_for_one_block_gets_that_one);
  add ("without-blocks-nothing-is-partial", without_blocks_nothing_is_partial);
  return g_test_run ();
}
