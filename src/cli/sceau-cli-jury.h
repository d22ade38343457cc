/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"
#include "sceau-hold-jury.h"

G_BEGIN_DECLS

/* "jury show" and "jury propose": the keys of the JSON are part of the contract. */
void sceau_cli_print_jury_json (const SceauJuryFile *file);
void sceau_cli_print_jury      (const SceauJuryFile *file);

G_END_DECLS
