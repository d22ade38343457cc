/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Runs the real sceau-cli in a folder of its own, as a person at a terminal would. */
typedef struct
{
  char *folder; /* removed with everything in it */
  char *school; /* path of the school file, given to every call in SCEAU_SCHOOL */
  char *output; /* stdout of the last call */
  char *errors; /* stderr of the last call */
} SceauTestCli;

void      sceau_test_cli_set_up    (SceauTestCli *cli, gconstpointer data);
void      sceau_test_cli_tear_down (SceauTestCli *cli, gconstpointer data);

/* The words of one call, ended by NULL; fails the test when the exit status is another. */
void      sceau_test_cli_run       (SceauTestCli *cli, int status, const char *word, ...) G_GNUC_NULL_TERMINATED;
/* The same with words of a table, ended by NULL. */
void      sceau_test_cli_run_words (SceauTestCli *cli, int status, const char *const *words);
/* The same with --json; (transfer full): what it printed, which must be JSON. */
JsonNode *sceau_test_cli_json      (SceauTestCli *cli, const char *word, ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): a path in the folder. */
char     *sceau_test_cli_path      (SceauTestCli *cli, const char *name);
/* (transfer full): a path in data/referentials. */
char     *sceau_test_cli_referential (const char *name);
/* (transfer full): writes a file in the folder and gives its path; @length -1: a text. */
char     *sceau_test_cli_write     (SceauTestCli *cli, const char *name, const char *contents, gssize length);
/* (transfer full): the words of a PDF with single spaces between them; NULL where pdftotext is not installed. */
char     *sceau_test_cli_words     (const char *path);
/* (transfer full): SHA-256 of a file: equal before and after means that nothing was written. */
char     *sceau_test_cli_hash      (const char *path);
/* Fails unless the last call said @part on stderr. */
void      sceau_test_cli_assert_said (SceauTestCli *cli, const char *part);
/* A school with RNCP41445 and a cohort "2026". */
void      sceau_test_cli_found     (SceauTestCli *cli);

G_END_DECLS
