/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet.h"
#include "sceau-result-sheet.h"

G_BEGIN_DECLS

/* The last attempt that a seal locks in a cell; those before are locked with it. */
typedef struct
{
  int attempt;
  gint64 session_id;
  SceauDate session_date;
} SceauSheetSeal;

/* What was typed and not taken. */
typedef struct
{
  char *text;
  char *reason;
} SceauSheetFault;

struct _SceauResultSheet
{
  GObject parent_instance;

  gint64 cohort_id;
  int attempt;
  int last_attempt;
  SceauPlan *plan;
  SceauCertification *certification;
  GPtrArray *columns;    /* (element-type SceauModality): of the plan */
  GPtrArray *sheets;     /* (element-type SceauMarkSheet): one a column, or NULL: how its marks were handed in */
  gboolean deliberated;  /* a jury sits on the cohort: it may change what was handed in */
  GPtrArray *rows;       /* (element-type SceauSheetRow): every learner */
  SceauSheetCell *cells; /* every row, one after the other */
  GArray *shown;         /* (element-type guint): indices of the rows that the filter lets through */
  GHashTable *row_index; /* (element-type gint64 guint): enrolment → index of its row */
  GHashTable *seals;     /* (element-type guint SceauSheetSeal): by index of the cell */
  GHashTable *faults;    /* (element-type guint SceauSheetFault): by index of the cell */
};

/* sceau-result-sheet-load.c */
void sceau_sheet_row_free   (gpointer row);
void sceau_sheet_fault_free (gpointer fault);

G_END_DECLS
