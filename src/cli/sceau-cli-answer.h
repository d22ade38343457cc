/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"

G_BEGIN_DECLS

/* What a verb answers that lists and shows nothing, in words or, with --json, as one of four documents:
 * {"done": true}, {"id": N}, {"written": PATH}, or the list of the paths.  Each prints the warnings first and returns
 * SCEAU_CLI_DONE; a sentence ends with its own line break. */

SceauCliStatus sceau_cli_say_done    (SceauCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
SceauCliStatus sceau_cli_say_written (SceauCli *cli, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Where the path says it all. */
SceauCliStatus sceau_cli_say_path    (SceauCli *cli, const char *path);
/* @paths: (element-type filename) */
SceauCliStatus sceau_cli_say_paths   (SceauCli *cli, GPtrArray *paths);
/* Says what was refused, or prints @sentence, or {"done": true}; what the call returns. */
SceauCliStatus sceau_cli_finish      (SceauCli *cli, gboolean done, const char *sentence, const GError *error);

G_END_DECLS
