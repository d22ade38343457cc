/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"

G_BEGIN_DECLS

/* Verbs of the journal that other files have: sceau-cli-journal-anchor, sceau-cli-key. */
SceauCliStatus sceau_cli_journal_export (SceauCli *cli);
SceauCliStatus sceau_cli_journal_anchor (SceauCli *cli);
SceauCliStatus sceau_cli_journal_key    (SceauCli *cli);

G_END_DECLS
