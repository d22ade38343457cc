/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-moment.h"

/* Summer time from the last Sunday of March to the last Sunday of October, at 1:00 UTC (directive 2000/84/EC): for a
 * system without the tables of "tzdata", as a minimal container is. */
#define PARIS_RULE "CET-1CEST,M3.5.0,M10.5.0/3"

GTimeZone *
sceau_moment_zone (void)
{
  GTimeZone *zone = g_time_zone_new_identifier ("Europe/Paris");

  return zone != NULL ? zone : g_time_zone_new_identifier (PARIS_RULE);
}

GDateTime *
sceau_moment_read (const char *stamp)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) zone = sceau_moment_zone ();
  g_autoptr (GDateTime) moment = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, utc) : NULL;

  return moment != NULL ? g_date_time_to_timezone (moment, zone) : NULL;
}

char *
sceau_moment_format (const char *stamp, SceauMomentPrecision precision)
{
  static const char *const formats[] = { "%d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S" };
  g_autoptr (GDateTime) moment = sceau_moment_read (stamp);

  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (formats), NULL);
  return moment != NULL ? g_date_time_format (moment, formats[precision]) : g_strdup (stamp);
}
