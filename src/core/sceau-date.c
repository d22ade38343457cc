/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-date.h"

#include <glib/gi18n-lib.h>

#define NO_BREAK_SPACE "\302\240"

static const char *const french_months[] = { "janvier", "février", "mars",      "avril",   "mai",      "juin",
                                             "juillet", "août",    "septembre", "octobre", "novembre", "décembre" };

/* The number made of the @length characters at @text, or -1 when one is not an ASCII digit. */
static int
read_digits (const char *text, int length)
{
  int number = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

static gboolean
set_date (int year, int month, int day, SceauDate *date)
{
  SceauDate read = sceau_date_new (year, month, day);

  if (read == SCEAU_NO_DATE)
    return FALSE;
  *date = read;
  return TRUE;
}

static void
to_gdate (SceauDate date, GDate *gdate)
{
  g_date_clear (gdate, 1);
  g_date_set_julian (gdate, date);
}

SceauDate
sceau_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return SCEAU_NO_DATE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

SceauDate
sceau_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return sceau_date_new (year, month, day);
}

gboolean
sceau_date_parse_iso (const char *text, SceauDate *date)
{
  if (text == NULL || strlen (text) != strlen ("yyyy-mm-dd") || text[4] != '-' || text[7] != '-')
    return FALSE;
  return set_date (read_digits (text, 4), read_digits (text + 5, 2), read_digits (text + 8, 2), date);
}

gboolean
sceau_date_parse_french (const char *text, SceauDate *date)
{
  if (text == NULL || strlen (text) != strlen ("dd/mm/yyyy") || (text[2] != '/' && text[2] != '-')
      || text[5] != text[2])
    return FALSE;
  return set_date (read_digits (text + 6, 4), read_digits (text + 3, 2), read_digits (text, 2), date);
}

gboolean
sceau_date_parse_any (const char *text, SceauDate *date)
{
  return sceau_date_parse_iso (text, date) || sceau_date_parse_french (text, date);
}

int
sceau_date_year (SceauDate date)
{
  GDate gdate;

  if (date == SCEAU_NO_DATE)
    return 0;
  to_gdate (date, &gdate);
  return g_date_get_year (&gdate);
}

int
sceau_date_month (SceauDate date)
{
  GDate gdate;

  if (date == SCEAU_NO_DATE)
    return 0;
  to_gdate (date, &gdate);
  return (int) g_date_get_month (&gdate);
}

int
sceau_date_day (SceauDate date)
{
  GDate gdate;

  if (date == SCEAU_NO_DATE)
    return 0;
  to_gdate (date, &gdate);
  return g_date_get_day (&gdate);
}

SceauDate
sceau_date_add_months (SceauDate date, int months)
{
  gint64 month_index;
  int year, month, last_day;

  if (date == SCEAU_NO_DATE)
    return SCEAU_NO_DATE;
  month_index = (gint64) sceau_date_year (date) * 12 + sceau_date_month (date) - 1 + months;
  if (month_index < 12 || month_index >= 10000 * 12)
    return SCEAU_NO_DATE;
  year = (int) (month_index / 12);
  month = (int) (month_index % 12) + 1;
  last_day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return sceau_date_new (year, month, MIN (sceau_date_day (date), last_day));
}

SceauDate
sceau_date_add_years (SceauDate date, int years)
{
  /* More than this leaves the calendar anyway, and less cannot overflow. */
  return sceau_date_add_months (date, CLAMP (years, -10000, 10000) * 12);
}

const char *
sceau_date_french_month (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return french_months[month - 1];
}

char *
sceau_date_format_iso (SceauDate date)
{
  if (date == SCEAU_NO_DATE)
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", sceau_date_year (date), sceau_date_month (date), sceau_date_day (date));
}

char *
sceau_date_format_french (SceauDate date)
{
  if (date == SCEAU_NO_DATE)
    return g_strdup ("");
  return g_strdup_printf ("%02d/%02d/%04d", sceau_date_day (date), sceau_date_month (date), sceau_date_year (date));
}

char *
sceau_date_format_long (SceauDate date)
{
  int day = sceau_date_day (date);

  if (date == SCEAU_NO_DATE)
    return g_strdup ("");
  return g_strdup_printf ("%d%s" NO_BREAK_SPACE "%s" NO_BREAK_SPACE "%d",
                          day,
                          day == 1 ? "er" : "",
                          sceau_date_french_month (sceau_date_month (date)),
                          sceau_date_year (date));
}

char *
sceau_date_say (SceauDate date)
{
  static const char *const months[] = { N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
                                        N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December") };
  int day = sceau_date_day (date);

  if (date == SCEAU_NO_DATE)
    return g_strdup ("");
  /* Translators: a day in a sentence: the day of the month, the month, the year. The first form is for the first of a month. */
  return g_strdup_printf (day == 1 ? C_("first of a month", "%d %s %d") : C_("day in a sentence", "%d %s %d"), day,
                          _(months[sceau_date_month (date) - 1]), sceau_date_year (date));
}
