/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-database.h"
#include "sceau-date.h"

G_BEGIN_DECLS

/**
 * SceauStatement: one prepared statement with its values.  A bind that fails is
 * reported by the next step, so callers check once.  Freeing a statement gives it
 * back to its database, which keeps it prepared for the next caller of the same SQL.
 */
typedef struct _SceauStatement SceauStatement;

typedef enum
{
  SCEAU_STEP_ERROR,
  SCEAU_STEP_ROW,
  SCEAU_STEP_DONE
} SceauStep;

SceauStatement *sceau_statement_new        (SceauDatabase *database, const char *sql, GError **error);
void            sceau_statement_free       (SceauStatement *self);
/* Ready to run again with other values; the old ones are forgotten. */
void            sceau_statement_reset      (SceauStatement *self);

/* Places count from 1, as in the SQL. */
void            sceau_statement_bind_text  (SceauStatement *self, int place, const char *text); /* NULL is NULL */
void            sceau_statement_bind_int   (SceauStatement *self, int place, gint64 value);
void            sceau_statement_bind_id    (SceauStatement *self, int place, gint64 id);        /* 0 is NULL */
void            sceau_statement_bind_date  (SceauStatement *self, int place, SceauDate date);   /* none is NULL */
void            sceau_statement_bind_bytes (SceauStatement *self, int place, GBytes *bytes);    /* NULL is NULL */
void            sceau_statement_bind_null  (SceauStatement *self, int place);
/* The letters of sceau_database_run(). */
void            sceau_statement_bind_valist (SceauStatement *self, const char *types, va_list *values);

SceauStep       sceau_statement_step       (SceauStatement *self, GError **error);
/* Runs to the end and resets: for statements that give no row. */
gboolean        sceau_statement_run        (SceauStatement *self, GError **error);

/* Columns count from 0. */
int             sceau_statement_get_width  (SceauStatement *self);
gboolean        sceau_statement_is_null    (SceauStatement *self, int column);
gint64          sceau_statement_get_int    (SceauStatement *self, int column);
const char     *sceau_statement_get_text   (SceauStatement *self, int column); /* until the next step; NULL for NULL */
char           *sceau_statement_dup_text   (SceauStatement *self, int column);
SceauDate       sceau_statement_get_date   (SceauStatement *self, int column);
GBytes         *sceau_statement_dup_bytes  (SceauStatement *self, int column); /* (transfer full), NULL for NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauStatement, sceau_statement_free)

G_END_DECLS
