/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-database.h"
#include "sceau-school.h"
#include "sceau-statement.h"

G_BEGIN_DECLS

/* For the tables only. */
SceauDatabase *sceau_school_database (SceauSchool *school);

G_END_DECLS
