/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

#include "sceau-cli.h"
#include "sceau-hold-jury.h"

G_BEGIN_DECLS

/* Every verb but "new" and "list" begins with the number of a session. */
gboolean sceau_cli_parse_session (SceauCli *cli, const GOptionEntry *entries, int words, gint64 *id);
/* The id of the learner's enrolment in the session's cohort, or 0. */
gint64   sceau_cli_find_candidate (SceauCli *cli, gint64 session_id, const char *number, GError **error);
/* (element-type SceauAppeal) */
void     sceau_cli_add_appeals    (JsonBuilder *builder, GPtrArray *appeals);

/* "jury show" and "jury propose": the keys of the JSON are part of the contract. */
/* @appeals: (element-type SceauAppeal) */
void sceau_cli_print_jury_json (const SceauJuryFile *file, GPtrArray *appeals);
void sceau_cli_print_jury      (const SceauJuryFile *file);

G_END_DECLS
