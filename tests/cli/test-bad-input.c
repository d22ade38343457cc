/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-cli.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a person does wrong with a file, and what the sentence must name.  The school stays as it was, to the byte. */
typedef struct
{
  const char *name;
  const char *contents;
  gssize length; /* -1: a text */
  const char *said;
} BadFile;

#define HEADER "number;sex;birth_name;first_name;birth_date;birth_commune;birth_place;route\n"
#define GOOD "B1;F;Exemple;Ada;10/12/1985;59350;Lille;FI\n"

static const char row_with_nul[] = HEADER "B1;F;Exem\0ple;Ada;10/12/1985;59350;Lille;FI\n";

static const BadFile bad_rosters[] = {
  { "wrong-separator", "number|sex|birth_name|first_name|birth_date|route\nB1|F|Exemple|Ada|10/12/1985|FI\n", -1, ";" },
  { "windows-1252", HEADER "B1;F;Lef\xe8vre;Ada;10/12/1985;59350;Lille;FI\n", -1, "UTF-8" },
  { "utf-16", "\xff\xfen\0u\0m\0", 8, "UTF-16" },
  { "missing-column", "number;sex;first_name;birth_date;route\nB1;F;Ada;10/12/1985;FI\n", -1, "birth_name" },
  { "duplicate-number", HEADER GOOD "B1;M;Modele;Jean;10/12/1985;59350;Lille;FI\n", -1, "line 3" },
  { "impossible-date", HEADER "B1;F;Exemple;Ada;31/02/1985;59350;Lille;FI\n", -1, "31/02/1985" },
  { "empty-name", HEADER "B1;F;;Ada;10/12/1985;59350;Lille;FI\n", -1, "birth_name" },
  { "blank-name", HEADER "B1;F; ;Ada;10/12/1985;59350;Lille;FI\n", -1, "birth_name" },
  { "unknown-route", HEADER "B1;F;Exemple;Ada;10/12/1985;59350;Lille;à pied\n", -1, "à pied" },
  { "closed-route", HEADER "B1;F;Exemple;Ada;10/12/1985;59350;Lille;candidature individuelle\n", -1, "line 2" },
  { "ragged-row", HEADER "B1;F;Exemple;Ada;10/12/1985;59350;Lille;FI;too;many\n", -1, "line 2" },
  { "nul-byte", row_with_nul, sizeof row_with_nul - 1, "line 2" },
  { "open-quote", HEADER "B1;F;\"Exemple;Ada;10/12/1985;59350;Lille;FI\n", -1, "line 2" },
  { "empty-file", "", 0, "empty" },
  { "spreadsheet", "PK\3\4 not a csv", -1, "csv" },
};

static void
refuses_roster (SceauTestCli *cli, gconstpointer data)
{
  const BadFile *bad = data;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sceau_test_cli_found (cli);
  path = sceau_test_cli_write (cli, "roster.csv", bad->contents, bad->length);
  before = sceau_test_cli_hash (cli->school);
  sceau_test_cli_run (cli, 1, "learner", "import", path, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  g_assert_cmpstr (cli->output, ==, "");
  sceau_test_cli_assert_said (cli, bad->said);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

static void
refuses_a_cell_of_a_megabyte (SceauTestCli *cli, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER "B1;F;");
  g_autofree char *path = NULL;

  sceau_test_cli_found (cli);
  for (guint i = 0; i < 1024 * 1024; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, ";Ada;10/12/1985;59350;Lille;FI\n");
  path = sceau_test_cli_write (cli, "roster.csv", text->str, (gssize) text->len);
  sceau_test_cli_run (cli, 1, "learner", "import", path, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  sceau_test_cli_assert_said (cli, "line 2");
  /* The sentence quotes the cell, but not all of it. */
  g_assert_cmpuint (strlen (cli->errors), <, 2000);
}

static void
accepts_a_byte_order_mark (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *path = NULL;

  sceau_test_cli_found (cli);
  path = sceau_test_cli_write (cli, "roster.csv", "\xef\xbb\xbf" HEADER GOOD, -1);
  sceau_test_cli_run (cli, 0, "learner", "import", path, "--certification", "RNCP41445", "--cohort", "2026", NULL);
}

static void
accepts_the_good_lines_when_asked (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) learners = NULL;

  sceau_test_cli_found (cli);
  path = sceau_test_cli_write (cli, "roster.csv", HEADER GOOD "B2;F;;Ada;10/12/1985;59350;Lille;FI\n", -1);
  sceau_test_cli_run (cli, 1, "learner", "import", path, "--certification", "RNCP41445", "--cohort", "2026", "--dry-run",
                      NULL);
  sceau_test_cli_run (cli, 0, "learner", "import", path, "--certification", "RNCP41445", "--cohort", "2026",
                      "--accept-valid", NULL);
  sceau_test_cli_assert_said (cli, "line 3");
  learners = sceau_test_cli_json (cli, "learner", "list", "--cohort", "2026", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (learners)), ==, 1);
}

static const BadFile bad_results[] = {
  { "unknown-learner", "number;BC01-EC1\nB9;12\n", -1, "B9" },
  { "unknown-modality", "number;BC01-EC1;BC09-EC1\nB1;12;12\n", -1, "BC09-EC1" },
  { "above-the-scale", "number;BC01-EC1\nB1;21\n", -1, "21" },
  { "below-zero", "number;BC01-EC1\nB1;-1\n", -1, "-1" },
  { "three-decimals", "number;BC01-EC1\nB1;14,555\n", -1, "14,555" },
  { "unknown-code", "number;BC01-EC1\nB1;MALADE\n", -1, "MALADE" },
  { "retake-as-first", "number;modality;attempt;mark\nB1;BC01-EC1;1;8\nB1;BC01-EC1;2;12\n", -1, "attempt 2" },
  { "no-attempt", "number;modality;passage;mark\nB1;BC01-EC1;rattrapage;12\n", -1, "rattrapage" },
  { "same-cell-twice", "number;BC01-EC1\nB1;12\nB1;13\n", -1, "line 3" },
};

static void
refuses_results (SceauTestCli *cli, gconstpointer data)
{
  const BadFile *bad = data;
  g_autofree char *roster = NULL;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sceau_test_cli_found (cli);
  roster = sceau_test_cli_write (cli, "roster.csv", HEADER GOOD, -1);
  sceau_test_cli_run (cli, 0, "learner", "import", roster, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  path = sceau_test_cli_write (cli, "marks.csv", bad->contents, bad->length);
  before = sceau_test_cli_hash (cli->school);
  sceau_test_cli_run (cli, 1, "result", "import", path, "--certification", "RNCP41445", "--cohort", "2026", NULL);
  sceau_test_cli_assert_said (cli, bad->said);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

static const BadFile bad_fiches[] = {
  { "not-xml", "Ceci n’est pas une fiche.", -1, "XML" },
  { "truncated", "<?xml version=\"1.0\"?><FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP1", -1, "line" },
  { "other-root", "<?xml version=\"1.0\"?><LIVRES><VERSION_FLUX>4.1</VERSION_FLUX></LIVRES>", -1, "FICHES" },
  { "no-code", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><INTITULE>Sans numéro</INTITULE></FICHE></FICHES>", -1,
    "NUMERO_FICHE" },
  { "unknown-version", "<FICHES><VERSION_FLUX>9.0</VERSION_FLUX></FICHES>", -1, "9.0" },
  { "wrong-date",
    "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP90001</NUMERO_FICHE><INTITULE>T</INTITULE>"
    "<DATE_DECISION>31/02/2025</DATE_DECISION></FICHE></FICHES>",
    -1, "31/02/2025" },
  { "duplicate-block",
    "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP90001</NUMERO_FICHE><INTITULE>T</INTITULE>"
    "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>B1</CODE><LIBELLE>Un</LIBELLE></BLOC_COMPETENCES>"
    "<BLOC_COMPETENCES><CODE>B1</CODE><LIBELLE>Deux</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES></FICHE></FICHES>",
    -1, "B1" },
  { "entity-expansion",
    "<?xml version=\"1.0\"?><!DOCTYPE FICHES [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><FICHES><VERSION_FLUX>4.1</VERSION_FLUX>&c;</FICHES>",
    -1, "DOCTYPE" },
};

static void
refuses_fiche (SceauTestCli *cli, gconstpointer data)
{
  const BadFile *bad = data;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sceau_test_cli_found (cli);
  path = sceau_test_cli_write (cli, "fiche.xml", bad->contents, bad->length);
  before = sceau_test_cli_hash (cli->school);
  sceau_test_cli_run (cli, 1, "fiche", "import", path, NULL);
  sceau_test_cli_assert_said (cli, bad->said);
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

/* A dry run finds what the real one finds, and writes nothing. */
static void
tries_a_fiche_without_writing (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *fiche = sceau_test_cli_referential ("INV3818.xml");
  g_autofree char *bad = sceau_test_cli_write (cli, "bad.xml", bad_fiches[0].contents, -1);

  sceau_test_cli_found (cli);
  before = sceau_test_cli_hash (cli->school);
  sceau_test_cli_run (cli, 0, "fiche", "import", fiche, "--dry-run", NULL);
  g_assert_nonnull (strstr (cli->output, "INV3818"));
  sceau_test_cli_run (cli, 1, "fiche", "import", bad, "--dry-run", NULL);
  sceau_test_cli_assert_said (cli, "XML");
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
  sceau_test_cli_run (cli, 1, "fiche", "show", "INV3818", NULL);
}

static void
refuses_what_is_not_a_school (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *text = sceau_test_cli_write (cli, "notes.txt", "Pas une école, mais un texte assez long.\n", -1);
  g_autofree char *missing = sceau_test_cli_path (cli, "absente.sceau");

  sceau_test_cli_run (cli, 1, "--school", text, "fiche", "list", NULL);
  sceau_test_cli_assert_said (cli, "notes.txt");
  sceau_test_cli_run (cli, 1, "--school", cli->folder, "fiche", "list", NULL);
  sceau_test_cli_run (cli, 1, "--school", missing, "fiche", "list", NULL);
  sceau_test_cli_assert_said (cli, "absente.sceau");
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  sceau_test_cli_run (cli, 1, "school", "new", text, "--name", "X", "--siret", "18009202500139", NULL);
}

static void
reads_but_does_not_write_a_read_only_school (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sceau_test_cli_found (cli);
  before = sceau_test_cli_hash (cli->school);
  g_assert_cmpint (g_chmod (cli->school, 0400), ==, 0);
  sceau_test_cli_run (cli, 0, "cohort", "list", NULL);
  sceau_test_cli_run (cli, 1, "cohort", "new", "--certification", "RNCP41445", "--name", "2027", "--start", "2026-11-03",
                      "--end", "2027-09-30", NULL);
  sceau_test_cli_assert_said (cli, "school.sceau");
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

static void
knows_wrong_usage (SceauTestCli *cli, gconstpointer data)
{
  sceau_test_cli_run (cli, 2, "fiche", NULL);
  sceau_test_cli_run (cli, 2, "gâteau", "new", NULL);
  sceau_test_cli_run (cli, 2, "cohort", "new", "--name", "2027", NULL);
  sceau_test_cli_assert_said (cli, "--certification");
  sceau_test_cli_run (cli, 2, "cohort", "list", "--colour", NULL);
  sceau_test_cli_run (cli, 2, "fiche", "show", NULL);
  sceau_test_cli_run (cli, 2, "fiche", "show", "RNCP1", "RNCP2", NULL);
  sceau_test_cli_run (cli, 2, "fiche", "plan", "RNCP1", "--import", "a.json", "--export", "b.json", NULL);
  sceau_test_cli_run (cli, 0, "--help", NULL);
  g_assert_nonnull (strstr (cli->output, "jury rectify"));
}

static void
add_table (const char *prefix, const BadFile *table, guint n, void (*test) (SceauTestCli *, gconstpointer))
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (prefix, table[i].name, NULL);

      g_test_add (path, SceauTestCli, &table[i], sceau_test_cli_set_up, test, sceau_test_cli_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_table ("/cli/bad-input/roster/", bad_rosters, G_N_ELEMENTS (bad_rosters), refuses_roster);
  add_table ("/cli/bad-input/results/", bad_results, G_N_ELEMENTS (bad_results), refuses_results);
  add_table ("/cli/bad-input/fiche/", bad_fiches, G_N_ELEMENTS (bad_fiches), refuses_fiche);
#define ADD(path, test)                                                                                                  g_test_add ("/cli/bad-input/" path, SceauTestCli, NULL, sceau_test_cli_set_up, test, sceau_test_cli_tear_down)
  ADD ("roster/cell-of-a-megabyte", refuses_a_cell_of_a_megabyte);
  ADD ("roster/accepts-a-byte-order-mark", accepts_a_byte_order_mark);
  ADD ("roster/accepts-the-good-lines-when-asked", accepts_the_good_lines_when_asked);
  ADD ("fiche/dry-run", tries_a_fiche_without_writing);
  ADD ("school/not-a-school", refuses_what_is_not_a_school);
  ADD ("school/read-only", reads_but_does_not_write_a_read_only_school);
  ADD ("usage", knows_wrong_usage);
#undef ADD
  return g_test_run ();
}
