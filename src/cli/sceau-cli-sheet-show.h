/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"
#include "sceau-record-results.h"

G_BEGIN_DECLS

/* What the verbs about sheets of marks answer, as text or JSON. */

/* (element-type SceauMarkSheet) */
void sceau_cli_print_sheets_json (GPtrArray *sheets);
/* (element-type SceauMissingMark) */
void sceau_cli_print_missing     (SceauCli *cli, GPtrArray *missing);
/* (element-type SceauEntryDifference) */
void sceau_cli_print_differences (SceauCli *cli, GPtrArray *differences, SceauScale scale);
/* (element-type SceauResultVersion) */
void sceau_cli_print_history     (SceauCli *cli, GPtrArray *versions, SceauScale scale);

G_END_DECLS
