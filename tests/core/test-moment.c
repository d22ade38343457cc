/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-moment.h"

static void
test_is_told_in_the_hour_of_paris (void)
{
  static const struct
  {
    const char *stamp;
    SceauMomentPrecision precision;
    const char *told;
  } rows[] = {
    { "2026-11-22T13:04:50Z", SCEAU_MOMENT_MINUTE, "22/11/2026 14:04" },
    { "2026-07-14T13:04:50Z", SCEAU_MOMENT_MINUTE, "14/07/2026 15:04" },
    { "2026-07-14T13:04:50Z", SCEAU_MOMENT_SECOND, "14/07/2026 15:04:50" },
    { "2026-11-22T13:04:50Z", SCEAU_MOMENT_DAY, "22/11/2026" },
    { "2026-12-31T23:30:00Z", SCEAU_MOMENT_DAY, "01/01/2027" },
    { "2026-11-22T13:04:50+04:00", SCEAU_MOMENT_MINUTE, "22/11/2026 10:04" },
    { "2026-03-29T00:59:59Z", SCEAU_MOMENT_SECOND, "29/03/2026 01:59:59" },
    { "2026-03-29T01:00:00Z", SCEAU_MOMENT_SECOND, "29/03/2026 03:00:00" },
    { "2026-10-25T00:59:59Z", SCEAU_MOMENT_SECOND, "25/10/2026 02:59:59" },
    { "2026-10-25T01:00:00Z", SCEAU_MOMENT_SECOND, "25/10/2026 02:00:00" },
    { "yesterday", SCEAU_MOMENT_MINUTE, "yesterday" },
    { "", SCEAU_MOMENT_DAY, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *told = sceau_moment_format (rows[i].stamp, rows[i].precision);

      g_assert_cmpstr (told, ==, rows[i].told);
    }
}

static void
test_unreadable_stamp_is_no_moment (void)
{
  g_autofree char *told = sceau_moment_format (NULL, SCEAU_MOMENT_DAY);

  g_assert_null (told);
  g_assert_null (sceau_moment_read (NULL));
  g_assert_null (sceau_moment_read ("yesterday"));
}

static void
assert_same_all_year (GTimeZone *left, GTimeZone *right, int year)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) first = g_date_time_new (utc, year, 1, 1, 0, 0, 0);

  for (int hour = 0; hour < 366 * 24; hour++)
    {
      g_autoptr (GDateTime) moment = g_date_time_add_hours (first, hour);
      g_autoptr (GDateTime) one = g_date_time_to_timezone (moment, left);
      g_autoptr (GDateTime) other = g_date_time_to_timezone (moment, right);

      g_assert_cmpint (g_date_time_get_utc_offset (one), ==, g_date_time_get_utc_offset (other));
    }
}

/* GLib looks for its tables where TZDIR says. */
static void
test_without_tables_the_rule_says_the_same (void)
{
  g_autoptr (GTimeZone) by_rule = NULL;
  g_autoptr (GTimeZone) by_tables = NULL;

  g_setenv ("TZDIR", "/nonexistent", TRUE);
  by_rule = sceau_moment_zone ();
  g_unsetenv ("TZDIR");
  g_assert_nonnull (by_rule);
  g_assert_cmpstr (g_time_zone_get_identifier (by_rule), !=, "Europe/Paris");
  by_tables = sceau_moment_zone ();
  for (int year = 2025; year <= 2036; year++)
    assert_same_all_year (by_rule, by_tables, year);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/is-told-in-the-hour-of-paris", test_is_told_in_the_hour_of_paris);
  g_test_add_func ("/moment/unreadable-stamp-is-no-moment", test_unreadable_stamp_is_no_moment);
  g_test_add_func ("/moment/without-tables-the-rule-says-the-same", test_without_tables_the_rule_says_the_same);
  return g_test_run ();
}
