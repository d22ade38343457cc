/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The school file keeps moments as ISO stamps in UTC.  People are told the hour of Paris, on paper as on the screen,
 * wherever the machine stands and whatever zone it is set to: two copies of the minutes never disagree. */

/* From the tables of the system ("tzdata"), or without them by the rule of directive 2000/84/EC (transfer full). */
GTimeZone *sceau_moment_zone   (void);
/* "2026-11-22T13:04:50Z" in the hour of Paris (transfer full); NULL when it cannot be read or is NULL. */
GDateTime *sceau_moment_read   (const char *stamp);

typedef enum
{
  SCEAU_MOMENT_DAY,    /* 22/11/2026 */
  SCEAU_MOMENT_MINUTE, /* 22/11/2026 14:04 */
  SCEAU_MOMENT_SECOND  /* 22/11/2026 14:04:50 */
} SceauMomentPrecision;

/* (transfer full); what cannot be read stays as it is. */
char      *sceau_moment_format (const char *stamp, SceauMomentPrecision precision);

G_END_DECLS
