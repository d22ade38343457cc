/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A rule is tested as a table.  Every row begins with the sentence that it proves and
 * becomes a test of its own, named after the sentence. */
void test_rows_add (const char *group, const char *sentence, gconstpointer row, GTestDataFunc func);

#define TEST_ROWS_ADD(group, rows, func)                                \
  G_STMT_START                                                          \
  {                                                                     \
    for (gsize row_ = 0; row_ < G_N_ELEMENTS (rows); row_++)            \
      test_rows_add (group, (rows)[row_].sentence, &(rows)[row_], func); \
  }                                                                     \
  G_STMT_END

/* That @text contains @part; no-break spaces count as ordinary ones, to keep the tables readable. */
void test_assert_says (const char *text, const char *part);

G_END_DECLS
