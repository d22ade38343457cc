/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"
#include "sceau-enrol-learners.h"

G_BEGIN_DECLS

/* What the imports of learners and of results have in common. */
SceauImportFlags sceau_cli_import_flags  (gboolean dry_run, gboolean accept_valid);
/* Prints faults and summary; the status of the call. */
SceauCliStatus   sceau_cli_finish_import (SceauCli                 *cli,
                                          gboolean                  done,
                                          gboolean                  dry_run,
                                          const SceauImportSummary *summary,
                                          const GError             *error);

G_END_DECLS
