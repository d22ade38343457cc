/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whatever verb a text enters by, what nobody could read there is refused, and a sentence shows it. */

#include "sceau-test-cli.h"

#include <string.h>

/* @BAD is replaced by the text. Session 4 of the demonstration is in preparation, 2 is sealed and notified. */
typedef struct
{
  const char *sentence;
  const char *words; /* parted by | */
  int longest;       /* characters that still enter */
} Entrance;

#define RNCP "--certification|RNCP41445|--cohort|Promotion 2026|"

static const Entrance entrances[] = {
  { "the name of a cohort", "cohort|new|--certification|RNCP41445|--name|@BAD|--start|2026-09-01|--end|2026-12-18", 200 },
  { "the new name of a cohort", "cohort|edit|" RNCP "--name|@BAD", 200 },
  { "the name of a juror", "juror|add|--name|@BAD|--function|F|--employer|E|--external", 200 },
  { "the function of a juror", "juror|edit|1|--function|@BAD", 200 },
  { "the employer of a juror", "juror|edit|1|--employer|@BAD", 200 },
  { "the field of a juror", "juror|edit|1|--field|@BAD", 200 },
  { "the address of a juror", "juror|edit|1|--address|@BAD", 200 },
  { "the note of a conflict", "juror|conflict|1|--kind|personal|--learner|26-0007|--note|@BAD", 200 },
  { "the title of a recognition", "juror|recognition|1|--title|@BAD", 200 },
  { "the note of an absence", "juror|away|1|--from|2026-12-01|--to|2026-12-02|--note|@BAD", 200 },
  { "the place of a session", "jury|new|" RNCP "--date|2026-12-16|--place|@BAD", 200 },
  { "the new place of a session", "jury|edit|4|--place|@BAD", 200 },
  { "the reason of a rectification", "jury|rectify|2|--learner|25-0010|--outcome|failed|--reason|@BAD", 2000 },
  { "the birth name of a learner", "learner|edit|26-0007|--birth-name|@BAD", 60 },
  { "the birth place of a learner", "learner|edit|26-0007|--birth-place|@BAD", 200 },
  { "the number of a learner", "learner|edit|26-0007|--number|@BAD", 200 },
  { "the company of an enrolment", "learner|enrolment|26-0007|" RNCP "--company|@BAD", 200 },
  { "the tutor of an enrolment", "learner|enrolment|26-0007|" RNCP "--tutor|@BAD", 200 },
  { "the reason of a departure", "learner|leave|26-0007|" RNCP "--withdrawn|--date|2026-06-02|--reason|@BAD", 2000 },
  { "the proof of a block", "learner|block|26-0007|--certification|RNCP41445|--block|RNCP41445BC02|--kind|vae|--date|2025-01-02|--proof|@BAD", 200 },
  { "the comment of a mark", "result|set|" RNCP "--modality|BC01-EC1|--learner|26-0007|--mark|12|--comment|@BAD", 2000 },
  { "the examiner of a mark", "result|set|" RNCP "--modality|BC01-EC1|--learner|26-0007|--mark|12|--examiner|@BAD", 200 },
  { "the reason of a duplicate", "certificate|duplicate|2018-0001|copy.pdf|--reason|@BAD", 2000 },
  { "the reason of a revocation", "certificate|revoke|2018-0001|--reason|@BAD", 2000 },
};

/* What nobody sees, and how the refusal shows it. */
static const struct
{
  const char *text;
  const char *shown;
} unreadable[] = {
  { "Zo\342\200\256é", "\\u202E" },
  { "Zo\342\201\247é", "\\u2067" },
  { "Zo\aé", "\\u0007" },
  { "Zo\033[2Jé", "\\u001B[2J" },
};

static void
run_with (SceauTestCli *cli, const Entrance *entrance, const char *text)
{
  g_auto (GStrv) words = g_strsplit (entrance->words, "|", -1);

  for (char **word = words; *word != NULL; word++)
    if (g_str_equal (*word, "@BAD"))
      {
        g_free (*word);
        *word = g_strdup (text);
      }
  g_test_message ("%s", entrance->sentence);
  sceau_test_cli_run_words (cli, 1, (const char *const *) words);
}

static void
set_up_demo (SceauTestCli *cli)
{
  sceau_test_cli_run (cli, 0, "demo", cli->folder, "--learners", "12", NULL);
  g_free (cli->school);
  cli->school = sceau_test_cli_path (cli, "ecole-de-demonstration.sceau");
}

static void
refuses_what_nobody_sees (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up_demo (cli);
  before = sceau_test_cli_hash (cli->school);
  for (guint i = 0; i < G_N_ELEMENTS (entrances); i++)
    for (guint j = 0; j < G_N_ELEMENTS (unreadable); j++)
      {
        run_with (cli, &entrances[i], unreadable[j].text);
        sceau_test_cli_assert_said (cli, unreadable[j].shown);
        g_assert_null (strstr (cli->errors, unreadable[j].text));
      }
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

static void
refuses_what_is_too_long (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up_demo (cli);
  before = sceau_test_cli_hash (cli->school);
  for (guint i = 0; i < G_N_ELEMENTS (entrances); i++)
    {
      g_autofree char *text = g_strnfill ((gsize) entrances[i].longest + 1, 'x');
      g_autofree char *most = g_strdup_printf ("%d", entrances[i].longest);

      run_with (cli, &entrances[i], text);
      sceau_test_cli_assert_said (cli, most);
      g_assert_cmpuint (strlen (cli->errors), <, 600);
    }
  after = sceau_test_cli_hash (cli->school);
  g_assert_cmpstr (before, ==, after);
}

/* What is only pasted along harms nothing and is not kept. */
static void
drops_what_is_pasted_along (SceauTestCli *cli, gconstpointer data)
{
  set_up_demo (cli);
  sceau_test_cli_run (cli, 0, "jury", "edit", "4", "--place", " \357\273\277Tou\302\255louse\342\200\213 ", NULL);
  sceau_test_cli_run (cli, 0, "jury", "show", "4", NULL);
  g_assert_nonnull (strstr (cli->output, "Toulouse"));
  sceau_test_cli_run (cli, 0, "learner", "leave", "26-0007", "--certification", "RNCP41445", "--cohort", "Promotion 2026", "--withdrawn",
                      "--date", "2026-06-02", "--reason", "Un emploi.\r\nUn départ.\n", NULL);
  sceau_test_cli_run (cli, 0, "journal", "list", "--json", NULL);
  g_assert_nonnull (strstr (cli->output, "Un emploi. Un départ."));
}

static void
refuses_an_unreadable_cell_by_its_place (SceauTestCli *cli, gconstpointer data)
{
  g_autofree char *path = NULL;

  sceau_test_cli_found (cli);
  path = sceau_test_cli_write (cli, "jurors.csv",
                               "name;function;employer;internal\nZo\342\200\256é;F;E;oui\nAda;F;E\a;oui\nJean;F;E;oui\n", -1);
  sceau_test_cli_run (cli, 1, "juror", "import", path, NULL);
  sceau_test_cli_assert_said (cli, "line 2, column 1");
  sceau_test_cli_assert_said (cli, "\\u202E");
  sceau_test_cli_assert_said (cli, "line 3, column 3");
  sceau_test_cli_assert_said (cli, "\\u0007");
}

/* GLib only says that a conversion failed. */
static void
names_the_word_that_is_no_text (SceauTestCli *cli, gconstpointer data)
{
  sceau_test_cli_found (cli);
  sceau_test_cli_run (cli, 2, "jury", "suspend", "1", "--reason", "Pause d\351jeuner", NULL);
  sceau_test_cli_assert_said (cli, "Pause d");
  sceau_test_cli_assert_said (cli, "type it again, in UTF-8");
  g_assert_true (g_utf8_validate (cli->errors, -1, NULL));
}

#define ADD(name, func) g_test_add ("/cli/bad-text/" name, SceauTestCli, NULL, sceau_test_cli_set_up, func, sceau_test_cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-nobody-sees-is-refused-at-every-entrance", refuses_what_nobody_sees);
  ADD ("what-is-too-long-is-refused-at-every-entrance", refuses_what_is_too_long);
  ADD ("what-is-pasted-along-is-dropped", drops_what_is_pasted_along);
  ADD ("an-unreadable-cell-is-named-by-its-place", refuses_an_unreadable_cell_by_its_place);
  ADD ("a-word-that-is-no-text-is-named", names_the_word_that_is_no_text);
  return g_test_run ();
}
