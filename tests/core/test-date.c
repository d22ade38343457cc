/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Days of the calendar: one strict form each way, leap years, months that are too short. */

#include "sceau-date.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *text;
  const char *iso; /* what is read, or NULL when it is refused */
} ReadRow;

static const ReadRow any_rows[] = {
  { "an ISO date is read", "2026-11-22", "2026-11-22" },
  { "a French date is read", "22/11/2026", "2026-11-22" },
  { "a French date with hyphens is read", "22-11-2026", "2026-11-22" },
  { "the first day of all is a date", "0001-01-01", "0001-01-01" },
  { "29 February of a leap year is a day", "29/02/2024", "2024-02-29" },
  { "29 February of another year is none", "29/02/2026", NULL },
  { "1900 was no leap year", "1900-02-29", NULL },
  { "2000 was a leap year", "2000-02-29", "2000-02-29" },
  { "31 April is no day", "31/04/2026", NULL },
  { "day and month are not exchanged", "11/22/2026", NULL },
  { "month zero is none", "2026-00-10", NULL },
  { "day zero is none", "2026-01-00", NULL },
  { "year zero is none", "0000-01-01", NULL },
  { "two digits of a year are refused", "22/11/26", NULL },
  { "mixed separators are refused", "22/11-2026", NULL },
  { "one digit of a day is refused", "2/11/2026", NULL },
  { "a blank before is refused", " 2026-11-22", NULL },
  { "something after is refused", "2026-11-22T00:00", NULL },
  { "a sign in place of a digit is refused", "2026-+1-22", NULL },
  { "letters are refused", "2O26-11-22", NULL },
  { "slashes in ISO order are refused", "2026/11/22", NULL },
  { "nothing is no date", "", NULL },
  { "no text is no date", NULL, NULL },
};

static void
test_read (gconstpointer data)
{
  const ReadRow *row = data;
  SceauDate date = 12345;
  gboolean read = sceau_date_parse_any (row->text, &date);
  g_autofree char *iso = sceau_date_format_iso (date);

  g_assert_cmpint (read, ==, row->iso != NULL);
  if (row->iso != NULL)
    g_assert_cmpstr (iso, ==, row->iso);
  else
    g_assert_cmpuint (date, ==, 12345);
}

typedef struct
{
  const char *sentence;
  const char *from;
  int months;
  const char *to; /* "" for no date */
} MonthsRow;

static const MonthsRow months_rows[] = {
  { "a month later is the same day", "2026-03-15", 1, "2026-04-15" },
  { "31 January and a month is the last day of February", "2026-01-31", 1, "2026-02-28" },
  { "31 January and a month of a leap year is 29 February", "2024-01-31", 1, "2024-02-29" },
  { "29 February and a year is 28 February", "2024-02-29", 12, "2025-02-28" },
  { "29 February and four years is 29 February", "2024-02-29", 48, "2028-02-29" },
  { "six months over the new year", "2025-10-31", 6, "2026-04-30" },
  { "months can be taken away", "2026-03-31", -1, "2026-02-28" },
  { "taking away goes over the new year", "2026-01-15", -2, "2025-11-15" },
  { "no month changes nothing", "2026-12-31", 0, "2026-12-31" },
  { "after the last year there is no date", "9999-12-01", 1, "" },
  { "before the first year there is no date", "0001-01-31", -1, "" },
  { "the largest number of months does not overflow", "2026-01-01", G_MAXINT, "" },
};

static void
test_months (gconstpointer data)
{
  const MonthsRow *row = data;
  SceauDate from;
  g_autofree char *to = NULL;

  g_assert_true (sceau_date_parse_iso (row->from, &from));
  to = sceau_date_format_iso (sceau_date_add_months (from, row->months));
  g_assert_cmpstr (to, ==, row->to);
}

static void
test_forms (void)
{
  SceauDate date = sceau_date_new (2026, 1, 1);
  g_autofree char *french = sceau_date_format_french (date);
  g_autofree char *first = sceau_date_format_long (date);
  g_autofree char *second = sceau_date_format_long (date + 1);

  g_assert_cmpstr (french, ==, "01/01/2026");
  g_assert_cmpstr (first, ==, "1er\302\240janvier\302\2402026");
  g_assert_cmpstr (second, ==, "2\302\240janvier\302\2402026");
}

static void
test_no_date (void)
{
  g_autofree char *iso = sceau_date_format_iso (SCEAU_NO_DATE);
  g_autofree char *french = sceau_date_format_french (SCEAU_NO_DATE);
  g_autofree char *long_form = sceau_date_format_long (SCEAU_NO_DATE);

  g_assert_cmpstr (iso, ==, "");
  g_assert_cmpstr (french, ==, "");
  g_assert_cmpstr (long_form, ==, "");
  g_assert_cmpuint (sceau_date_add_months (SCEAU_NO_DATE, 3), ==, SCEAU_NO_DATE);
  g_assert_cmpuint (sceau_date_add_years (SCEAU_NO_DATE, 3), ==, SCEAU_NO_DATE);
  g_assert_cmpint (sceau_date_year (SCEAU_NO_DATE), ==, 0);
}

static void
test_order (void)
{
  SceauDate before = sceau_date_new (2026, 2, 28);
  SceauDate after = sceau_date_new (2026, 3, 1);

  g_assert_cmpuint (before, <, after);
  g_assert_cmpuint (after - before, ==, 1);
  g_assert_cmpuint (sceau_date_add_years (after, G_MAXINT), ==, SCEAU_NO_DATE);
  g_assert_cmpuint (sceau_date_add_years (sceau_date_new (2024, 2, 29), 1), ==, sceau_date_new (2025, 2, 28));
  g_assert_cmpint (sceau_date_month (after), ==, 3);
  g_assert_cmpint (sceau_date_day (after), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("date/read", any_rows, test_read);
  TEST_ROWS_ADD ("date/months", months_rows, test_months);
  g_test_add_func ("/core/date/forms", test_forms);
  g_test_add_func ("/core/date/no-date", test_no_date);
  g_test_add_func ("/core/date/order", test_order);
  return g_test_run ();
}
