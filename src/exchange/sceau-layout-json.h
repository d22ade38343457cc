/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-template.h"

G_BEGIN_DECLS

/* Designs and templates as JSON, strictly read: unknown, doubled and ill-typed keys are faults with their path. */
SceauDesign   *sceau_design_read_json    (const char *json, gssize length, SceauFaults *faults, GError **error);
SceauTemplate *sceau_template_read_json  (const char *json, gssize length, SceauFaults *faults, GError **error);
char          *sceau_design_write_json   (const SceauDesign *design);
char          *sceau_template_write_json (const SceauTemplate *template);

G_END_DECLS
