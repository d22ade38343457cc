/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"

G_BEGIN_DECLS

/* "fiche show --json": the keys are part of the contract. */
void sceau_cli_print_fiche_json (const SceauCertification *certification, const SceauPlan *plan);

G_END_DECLS
