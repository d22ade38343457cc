/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Every verb takes --json and then prints one JSON document: a session of the demonstration is held by it from end to end. */

#include "sceau-test-alter.h"

#include <string.h>

/* In the order in which they can be done.  @words: parted by |; @NOW is today.  @member: what the document must have, NULL: a list. */
typedef struct
{
  const char *words;
  const char *member;
} Verb;

#define RNCP "--certification|RNCP41445"
#define LAST RNCP "|--cohort|Promotion 2026"
#define COHORT RNCP "|--cohort|2027"
#define SHEET COHORT "|--modality|BC01-EC1"

static const Verb verbs[] = {
  { "demo|other|--learners|5", NULL },
  { "school|new|new.sceau|--name|École d’exemple|--siret|18009202500139", "path" },
  { "school|check", "sound" },
  { "school|backup|backup.sceau", "written" },
  { "--school|restored.sceau|school|restore|backup.sceau", "written" },
  { "--school|new.sceau|fiche|import|@FICHE", "fiches" },
  { "--school|new.sceau|school|mandate|--certification|INV3818|--certifier|CCI France|--signatory|Ada|--signatory-title|Présidente|"
    "--reference|R1|--start|2018-01-01",
    "done" },
  { "fiche|list", NULL },
  { "fiche|show|RNCP41445", "blocks" },
  { "fiche|plan|RNCP41445", "modalities" },
  { "fiche|plan|RNCP41445|--export|plan.json", "written" },
  { "fiche|plan|RNCP41445|--import|plan-double.json", "done" },
  { "cohort|new|" RNCP "|--name|2027|--start|2025-11-03|--end|2026-09-30", "id" },
  { "cohort|edit|" COHORT "|--planned|12", "done" },
  { "cohort|quotas|" COHORT "|--add|a=1", "quotas" },
  { "cohort|list", NULL },
  { "learner|template|roster-empty.csv", "written" },
  { "learner|import|roster.csv|" COHORT, "written" },
  { "learner|add|" COHORT "|--number|B2|--sex|F|--birth-name|Exemple|--first-name|Inès|--birth-date|1990-01-02|--birth-place|Lille|--route|FI", "done" },
  { "learner|edit|B2|--birth-commune|59350", "done" },
  { "learner|enrolment|B2|" COHORT "|--group|G1", "done" },
  { "learner|leave|B2|" COHORT "|--withdrawn|--date|2026-06-02|--reason|Emploi", "done" },
  { "learner|return|B2|" COHORT "|--reason|Retour", "done" },
  { "learner|block|B1|" RNCP "|--block|RNCP41445BC03|--kind|vae|--date|2025-01-02|--proof|PV", "done" },
  { "learner|list|--cohort|2027", NULL },
  { "learner|export-data|B2|data.json", "written" },
  { "result|template|grid.csv|" COHORT, "written" },
  { "result|import|marks.csv|" COHORT, "written" },
  { "result|set|" SHEET "|--learner|B2|--mark|13", "done" },
  { "result|second|second.csv|" COHORT, "done" },
  { "result|settle|" SHEET "|--learner|B1|--mark|12", "done" },
  { "result|compare|" SHEET, NULL },
  { "result|list|" COHORT, NULL },
  { "result|sheets|" COHORT, NULL },
  { "result|missing|" COHORT, NULL },
  { "result|submit|" SHEET, "done" },
  { "result|reopen|" SHEET "|--reason|Oubli", "done" },
  { "result|group|" COHORT "|--modality|BC02-TP1|--group|G1|--mark|13", "done" },
  { "result|adjust|" COHORT "|--modality|BC02-TP1|--learner|B2|--mark|14|--comment|Rôle", "done" },
  { "result|grid|" COHORT "|--modality|BC01-MSP1|--learner|B1|--points|C1=3;C2=4;C3=2;C4=5", "done" },
  { "result|history|B1|" SHEET, NULL },
  { "juror|add|--name|Zoé EXEMPLE|--function|Experte|--employer|Exemple|--external", "id" },
  { "juror|edit|8|--field|Réseau", "done" },
  { "juror|conflict|8|--kind|personal|--learner|26-0001", "id" },
  { "juror|recognition|8|--title|Label", "id" },
  { "juror|away|8|--from|2027-01-01|--to|2027-01-02", "id" },
  { "juror|away|8|--remove|2", "done" },
  { "juror|show|8", "conflicts" },
  { "juror|retire|8", "done" },
  { "juror|remove|8", "done" },
  { "juror|template|directory.csv", "written" },
  { "juror|import|jurors.csv", "written" },
  { "juror|list", NULL },
  { "jury|new|" LAST "|--date|@NOW|--place|Lille", "id" },
  { "jury|remove|5", "done" },
  { "jury|list", NULL },
  { "jury|edit|4|--date|@NOW", "done" },
  { "jury|convene|4|--juror|1,2,3,4,6|--president|1|--alternate|5", "done" },
  { "jury|check|4", NULL },
  { "jury|recuse|4|--juror|3|--learner|26-0001|--kind|personal", "done" },
  { "jury|lift|4|--juror|3|--learner|26-0001|--reason|Erreur", "done" },
  { "jury|convocations|4|--out|convocations", NULL },
  { "jury|invitation|4|jury.ics", "written" },
  { "jury|attendance|4|attendance.pdf|--jurors", "written" },
  { "jury|grids|4|grids.pdf|--modality|BC01-MSP1", "written" },
  { "jury|open|4|--present|1,2,3,4,6", "done" },
  { "jury|propose|4", "candidates" },
  { "jury|explain|4|--learner|26-0001", NULL },
  { "jury|explain|4|why.pdf", "written" },
  { "jury|decide|4|--learner|26-0001|--outcome|deferred|--reason|Ajournement|--votes|5,0,0", "done" },
  { "jury|suspend|4|--reason|Pause", "done" },
  { "jury|resume|4|--present|1,2,3,4,6", "done" },
  { "jury|accept|4", "done" },
  { "jury|seal|4", "done" },
  { "jury|show|4", "seal" },
  { "jury|minutes|4|minutes.pdf", "written" },
  { "jury|notify|4|--date|@NOW", "done" },
  { "jury|letter|4|letter.pdf|--learner|26-0001", "written" },
  { "jury|letters|4|--out|letters", NULL },
  { "jury|appeal|4|--learner|26-0001|--date|@NOW|--ground|Note", "id" },
  { "jury|appeals", NULL },
  { "jury|answer|3|--outcome|rejected|--date|@NOW|--reason|Note exacte", "done" },
  { "jury|attach|4|minutes.pdf", "id" },
  { "jury|attachments|4", NULL },
  { "jury|extract|1|scan.pdf", "written" },
  { "jury|export|4|session.zip", "written" },
  { "jury|verify-file|session.zip", "intact" },
  { "jury|rectify|4|--learner|26-0001|--outcome|failed|--reason|Erreur", "id" },
  { "signatory|add|--name|Ada EXEMPLE|--title|Directrice|--start|2020-01-01", "id" },
  { "signatory|edit|1|--title|Présidente", "done" },
  { "signatory|sign|1|logo.png", "done" },
  { "signatory|end|1|--date|2099-12-31", "done" },
  { "signatory|list", NULL },
  { "school|style|--design|institutional|--logo|logo.png", "design" },
  { "school|specimen|specimen.pdf", "written" },
  { "layout|list", NULL },
  { "layout|export|template|certificate|layout.json", "written" },
  { "layout|check|layout.json", "done" },
  { "layout|import|layout.json", "done" },
  { "layout|remove|template|certificate", "done" },
  { "--school|new.sceau|key|make|--passphrase-file|passphrase", NULL },
  { "key|list", NULL },
  { "key|export|keys.pem", "written" },
  { "certificate|issue|--jury|2|--date|@NOW|--place|Lille|--out|parchemins", NULL },
  { "certificate|list", NULL },
  { "certificate|handover|remise.pdf|2026-0001", "written" },
  { "certificate|register|registre.pdf", "written" },
  { "certificate|reprint|2026-0001|again.pdf", "written" },
  { "certificate|print|2026-0001|--date|@NOW", "done" },
  { "certificate|spoil|2026-0001|--date|@NOW|--reason|Bourrage", "done" },
  { "certificate|post|2026-0001|--date|@NOW|--detail|1A 234", "done" },
  { "certificate|returned|2026-0001|--date|@NOW|--reason|Adresse inconnue", "done" },
  { "certificate|hand|2026-0001|--date|@NOW|--person|Ana Exemple", "done" },
  { "certificate|register|registre.csv", "written" },
  { "certificate|duplicate|2026-0001|duplicate.pdf|--reason|Perte", "written" },
  { "certificate|verify|again.pdf", "verification" },
  { "certificate|badge|2026-0001|badge.json|--passphrase-file|passphrase", "written" },
  { "certificate|verifier|verifier.html|--passphrase-file|passphrase", "written" },
  { "learner|edit|25-0011|--first-name|Zoé-Léa", "done" },
  { "certificate|replace|2026-0002|new.pdf|--date|@NOW|--place|Lille|--reason|Prénom|--proof|Acte de naissance", "written" },
  { "certificate|revoke|2026-0001|--reason|Fraude", "done" },
  { "certificate|check|--jury|2|--date|@NOW|--place|Lille", NULL },
  { "certificate|preview|preview.pdf|--jury|2|--date|@NOW|--place|Lille", "written" },
  { "attestation|issue|--learner|25-0010|--success|success.pdf", "written" },
  { "attestation|issue|--learner|25-0010|--supplement|supplement.pdf|--passphrase-file|passphrase", "written" },
  { "certificate|proofs|--jury|2", NULL },
  { "certificate|proofs|bat.pdf|--jury|2", "written" },
  { "certificate|proof|25-0010|--jury|2|--date|@NOW|--agreed", "done" },
  { "attestation|issue|--learner|25-0006|--block|RNCP41445BC02|block.pdf", "written" },
  { "statistics|show|" RNCP, NULL },
  { "statistics|export|" RNCP "|statistics.csv", "written" },
  { "journal|list", NULL },
  { "journal|verify", "intact" },
  { "journal|export|export.csv", "written" },
  { "journal|anchor|anchor.json|--passphrase-file|passphrase", "written" },
  { "journal|key", NULL },
  { "key|rotate|--passphrase-file|passphrase|--new-passphrase-file|new-passphrase", NULL },
};

/* The first modality is entered twice from now on, the third gets one mark a group. */
static void
change_plan (SceauTestCli *cli)
{
  g_autofree char *from = sceau_test_cli_path (cli, "plan.json");
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (from, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, "\"collective\": false", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (changed, "%s%s",
                            i == 0   ? ""
                            : i == 1 ? "\"collective\": false, \"double_entry\": true"
                            : i == 3 ? "\"collective\": true"
                                     : "\"collective\": false",
                            parts[i]);
  to = sceau_test_cli_write (cli, "plan-double.json", changed->str, -1);
}

static void
write_inputs (SceauTestCli *cli)
{
  static const char *const files[][2] = {
    { "roster.csv", "number;sex;birth_name;first_name;birth_date;birth_commune;birth_place;route\nB1;F;Exemple;Ada;10/12/1985;59350;Lille;FI\n" },
    { "marks.csv", "number;BC01-EC1\nB1;12\n" },
    { "second.csv", "number;BC01-EC1\nB1;12\nB2;13\n" },
    { "jurors.csv", "name;function;employer;internal\nJean MODÈLE;Formateur;Exemple;oui\n" },
    { "passphrase", "démonstration sans secret\n" },
    { "new-passphrase", "une autre phrase secrète inventée\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (sceau_test_cli_write (cli, files[i][0], files[i][1], -1));
  g_free (sceau_test_cli_write_picture (cli, "logo.png"));
}

/* A word with a dot, or the folder of an --out, is a file of the test's own folder. */
static gboolean
is_path (const char *word, const char *before)
{
  static const char *const ends[] = { ".csv", ".json", ".pdf", ".ics", ".zip", ".sceau", ".pem", ".html", ".png" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;
  return g_str_equal (before, "--out") || g_str_equal (before, "--passphrase-file")
         || g_str_equal (before, "--new-passphrase-file") || g_str_equal (before, "demo");
}

static GStrv
make_words (SceauTestCli *cli, const Verb *verb)
{
  g_auto (GStrv) parts = g_strsplit (verb->words, "|", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_strv_builder_add (words, "--json");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = NULL;

      if (g_str_equal (parts[i], "@NOW"))
        word = g_date_time_format (now, "%Y-%m-%d");
      else if (g_str_equal (parts[i], "@FICHE"))
        word = sceau_test_cli_referential ("INV3818.xml");
      else
        word = is_path (parts[i], i > 0 ? parts[i - 1] : "") ? sceau_test_cli_path (cli, parts[i]) : g_strdup (parts[i]);
      g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

static void
check_document (SceauTestCli *cli, const Verb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (cli->output, &error);

  if (error != NULL || node == NULL)
    g_error ("%s: not JSON: %s", verb->words, cli->output);
  if (verb->member == NULL ? !JSON_NODE_HOLDS_ARRAY (node)
                           : !JSON_NODE_HOLDS_OBJECT (node) || !json_object_has_member (json_node_get_object (node), verb->member))
    g_error ("%s: no “%s” in %s", verb->words, verb->member != NULL ? verb->member : "list", cli->output);
  /* What is said to be written is there; an import counts lines under the same name. */
  if (g_strcmp0 (verb->member, "written") == 0)
    {
      JsonNode *written = json_object_get_member (json_node_get_object (node), "written");

      g_assert_true (json_node_get_value_type (written) == G_TYPE_INT64 || g_file_test (json_node_get_string (written), G_FILE_TEST_EXISTS));
    }
}

static void
every_verb_answers_in_json (SceauTestCli *cli, gconstpointer data)
{
  sceau_test_cli_run (cli, 0, "demo", cli->folder, "--learners", "12", NULL);
  g_free (cli->school);
  cli->school = sceau_test_cli_path (cli, "ecole-de-demonstration.sceau");
  write_inputs (cli);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) words = make_words (cli, &verbs[i]);

      if (strstr (verbs[i].words, "plan-double.json") != NULL)
        change_plan (cli);
      sceau_test_cli_run_words (cli, 0, (const char *const *) words);
      check_document (cli, &verbs[i]);
    }
}

static gboolean
is_in_table (const char *noun, const char *verb)
{
  g_autofree char *two = g_strconcat (noun, "|", verb, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strstr (verbs[i].words, two) != NULL || (g_str_equal (noun, "demo") && g_str_has_prefix (verbs[i].words, "demo|")))
      return TRUE;
  return FALSE;
}

/* A verb that comes later belongs in the table above. */
static void
the_help_lists_no_other_verb (SceauTestCli *cli, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  sceau_test_cli_run (cli, 0, "--help", NULL);
  g_assert_nonnull (strstr (cli->output, "{\"written\": PATH}"));
  lines = g_strsplit (cli->output, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "  ") && (*line)[2] != ' ')
      {
        g_auto (GStrv) words = g_strsplit (*line + 2, " ", 3);

        if (!is_in_table (words[0], words[1]))
          g_error ("“%s %s” is not tried", words[0], words[1]);
        n++;
      }
  g_assert_cmpuint (n, >=, 107);
}

#define ADD(name, func) g_test_add ("/cli/json/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-verb-answers-in-json", every_verb_answers_in_json);
  ADD ("the-help-lists-no-other-verb", the_help_lists_no_other_verb);
  return g_test_run ();
}
