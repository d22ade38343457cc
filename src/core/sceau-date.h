/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SceauDate: a calendar day without time or zone, as a Julian day number of
 * #GDate.  Zero means "no date"; later days are greater, so dates compare with
 * the usual operators and subtract to a number of days.
 */
typedef guint32 SceauDate;

#define SCEAU_NO_DATE ((SceauDate) 0)

SceauDate sceau_date_new            (int year, int month, int day); /* SCEAU_NO_DATE when it is not a real day */
SceauDate sceau_date_today          (void);

/* Both accept exactly one form and refuse anything else, days that do not exist included. */
gboolean  sceau_date_parse_iso      (const char *text, SceauDate *date);    /* 2026-11-22 */
gboolean  sceau_date_parse_french   (const char *text, SceauDate *date);    /* 22/11/2026 or 22-11-2026 */
/* What a spreadsheet holds: either of the above. */
gboolean  sceau_date_parse_any      (const char *text, SceauDate *date);

int       sceau_date_year           (SceauDate date);
int       sceau_date_month          (SceauDate date);
int       sceau_date_day            (SceauDate date);
SceauDate sceau_date_add_months     (SceauDate date, int months);           /* 31 January + 1 month = 28 or 29 February */
SceauDate sceau_date_add_years      (SceauDate date, int years);

const char *sceau_date_french_month (int month);                            /* 1: "janvier" … 12: "décembre" */
char     *sceau_date_format_iso     (SceauDate date);                       /* "" for no date */
char     *sceau_date_format_french  (SceauDate date);                       /* 22/11/2026 */
char     *sceau_date_format_long    (SceauDate date);                       /* 1er janvier 2026, with no-break spaces */
char     *sceau_date_say            (SceauDate date);                       /* in a sentence of the user's language: "1 January 2026" */

G_END_DECLS
