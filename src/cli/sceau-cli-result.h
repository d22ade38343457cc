/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli-output.h"
#include "sceau-enrolment.h"

G_BEGIN_DECLS

/* The members of one result, without learner: modality, attempt, state, value, examiner, date, comment. */
void sceau_cli_json_result (JsonBuilder *builder, const SceauResult *result);

G_END_DECLS
