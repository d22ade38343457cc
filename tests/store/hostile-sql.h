/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-test-school.h"

G_BEGIN_DECLS

typedef enum
{
  HOSTILE_REFUSED,  /* the statement fails, and the school is as it was */
  HOSTILE_DETECTED  /* it goes through, and sceau_school_check() or the next opening says so */
} HostileExpected;

/* What another program may try on a school file; "@trigger:statement" drops the trigger, runs the statement and creates
 * the trigger again as it was. */
typedef struct
{
  const char *name;
  const char *sql;
  HostileExpected expected;
} HostileStatement;

/* One test a statement, "/store/@prefix/name", each on a fresh copy of the sound school of @fixture, which is closed.
 * Returns: the result of g_test_run(). */
int hostile_sql_run (SceauTestSchool *fixture, const char *prefix, const HostileStatement *statements, guint n_statements);

G_END_DECLS
