/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-statement.h"

G_BEGIN_DECLS

/* (transfer full): a #SceauResult of the columns enrolment_id, modality_code, attempt, kind, value, examiner, date, comment, group_value. */
gpointer sceau_result_row_read (SceauStatement *row);

G_END_DECLS
