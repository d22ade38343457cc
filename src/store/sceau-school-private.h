/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-database.h"
#include "sceau-school.h"
#include "sceau-statement.h"

G_BEGIN_DECLS

/* For the tables only. */
SceauDatabase *sceau_school_database (SceauSchool *school);

/* A table that needs several statements is whole also when the caller has no transaction open: _enter() begins one
 * then and says so in @own, and _leave() ends it with the result.  _leave() returns @done, or FALSE if the commit failed. */
gboolean       sceau_school_enter    (SceauSchool *school, gboolean *own, GError **error);
gboolean       sceau_school_leave    (SceauSchool *school, gboolean own, gboolean done, GError **error);

G_END_DECLS
