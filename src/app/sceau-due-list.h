/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"

G_BEGIN_DECLS

/* How much a thing presses: in the order in which it is shown. */
typedef enum
{
  SCEAU_DUE_LATE,   /* its day has passed */
  SCEAU_DUE_SOON,
  SCEAU_DUE_NEXT    /* the next step, without a day */
} SceauDueUrgency;

/* One thing to do, in words. */
typedef struct
{
  SceauDueUrgency urgency;
  SceauDate date;     /* or SCEAU_NO_DATE */
  char *title;
  char *detail;
  const char *page;   /* name of the page where it is done */
} SceauDueItem;

/* What a school looks like today. */
typedef struct
{
  int certifications;
  int cohorts;
  int learners;
  int sessions_under_way;
  int certificates;
  GPtrArray *items; /* (element-type SceauDueItem): the most pressing first */
} SceauDueList;

/* In the worker's thread: figures and due things, from the records as they are. */
SceauDueList *sceau_due_list_load (SceauSchool *school, SceauDate today, GError **error);
void          sceau_due_list_free (SceauDueList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauDueList, sceau_due_list_free)

G_END_DECLS
