/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-test-cli.h"

G_BEGIN_DECLS

/* What somebody does who knows SQL: @sql runs on the school at @path as if its triggers, references and checks were not
 * there, and leaves them as they were.  Returns: how many rows the last statement of it changed. */
int        sceau_test_alter       (const char *path, const char *sql);
/* (transfer full) (element-type utf8): the first column of every row. */
GPtrArray *sceau_test_alter_query (const char *path, const char *sql);
/* In the demonstration school at @school the next session opens, everybody has a proposal and one candidate a decision,
 * the school has a signing key, and its papers a style, a template and a signatory of their own. */
void       sceau_test_cli_open_session (SceauTestCli *cli, const char *school);
/* (transfer full): the path of a small PNG. */
char      *sceau_test_cli_write_picture (SceauTestCli *cli, const char *name);

G_END_DECLS
