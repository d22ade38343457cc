/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The appointment as another program reads it: through libical. */

#include <glib.h>
#include <libical/ical.h>
#include <string.h>

#include "sceau-calendar-writer.h"

static const SceauCalendarGuest guests[] = {
  { "Claire DUMONT", "claire.dumont@example.org", TRUE, FALSE },
  { "Łucja \"Lou\" NOWAK", "lucja@example.org", FALSE, FALSE },
  { "Paul MERCIER", "paul@example.org", FALSE, TRUE },
};

static const SceauCalendarEvent model = {
  .uid = "jury-3.0123456789abcdef@sceau",
  .sequence = 2,
  .stamp = "2026-11-22T13:04:50Z",
  .start_time = "14:30",
  .summary = "Jury; RNCP41445, promotion « 2026 »",
  .location = "Lille, salle\nB12\\",
  .description = "Ordre du jour :\n1. Ouverture",
  .organiser = "École fictive du Nord",
  .guests = guests,
  .n_guests = G_N_ELEMENTS (guests),
};

/* The calendar and its one event; free the calendar. */
static icalcomponent *
read_back (const SceauCalendarEvent *event, icalcomponent **found)
{
  g_autoptr (GBytes) bytes = sceau_calendar_writer_to_bytes (event);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_test_message ("%s", text);
  g_assert_nonnull (calendar);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 75);
  *found = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  return calendar;
}

static void
test_says_when_where_and_what (void)
{
  SceauCalendarEvent event = model;
  icalcomponent *calendar, *found;
  struct icaltimetype start;

  event.date = sceau_date_new (2026, 12, 18);
  calendar = read_back (&event, &found);
  g_assert_cmpint (icalcomponent_count_properties (calendar, ICAL_METHOD_PROPERTY), ==, 0);
  g_assert_cmpstr (icalcomponent_get_uid (found), ==, model.uid);
  g_assert_cmpint (icalcomponent_get_sequence (found), ==, 2);
  g_assert_cmpstr (icalcomponent_get_summary (found), ==, model.summary);
  g_assert_cmpstr (icalcomponent_get_location (found), ==, model.location);
  g_assert_cmpstr (icalcomponent_get_description (found), ==, model.description);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstamp (found)), ==, "20261122T130450Z");
  start = icalcomponent_get_dtstart (found);
  g_assert_cmpstr (icaltime_get_tzid (start), ==, "Europe/Paris");
  g_assert_cmpint (start.hour, ==, 14);
  g_assert_cmpint (start.minute, ==, 30);
  g_assert_cmpint (icalcomponent_count_properties (found, ICAL_ATTENDEE_PROPERTY), ==, 0);
  g_assert_cmpint (icalcomponent_count_properties (found, ICAL_ORGANIZER_PROPERTY), ==, 0);
  icalcomponent_free (calendar);
}

/* The file's own zone gives the right instant on both sides of the change of clocks. */
static void
test_paris_in_summer_and_winter (void)
{
  static const struct
  {
    int year, month, day;
    const char *start_time;
    const char *utc;
  } rows[] = {
    { 2026, 7, 3, "14:30", "20260703T123000Z" },  { 2026, 12, 18, "14:30", "20261218T133000Z" },
    { 2027, 3, 27, "09:00", "20270327T080000Z" }, { 2027, 3, 28, "09:00", "20270328T070000Z" },
    { 2027, 10, 30, "09:00", "20271030T070000Z" }, { 2027, 10, 31, "09:00", "20271031T080000Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SceauCalendarEvent event = model;
      icalcomponent *calendar, *found;
      struct icaltimetype start;

      event.date = sceau_date_new (rows[i].year, rows[i].month, rows[i].day);
      event.start_time = rows[i].start_time;
      calendar = read_back (&event, &found);
      start = icaltime_convert_to_zone (icalcomponent_get_dtstart (found), icaltimezone_get_utc_timezone ());
      g_assert_cmpstr (icaltime_as_ical_string (start), ==, rows[i].utc);
      icalcomponent_free (calendar);
    }
}

static void
test_a_whole_day_without_a_time (void)
{
  SceauCalendarEvent event = model;
  icalcomponent *calendar, *found;

  event.date = sceau_date_new (2026, 12, 18);
  event.start_time = NULL;
  calendar = read_back (&event, &found);
  g_assert_true (icaltime_is_date (icalcomponent_get_dtstart (found)));
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_invites_in_somebodys_name (void)
{
  SceauCalendarEvent event = model;
  icalcomponent *calendar, *found;
  icalproperty *guest;

  event.date = sceau_date_new (2026, 12, 18);
  event.organiser_email = "jury@example.org";
  calendar = read_back (&event, &found);
  g_assert_cmpint (icalcomponent_get_method (calendar), ==, ICAL_METHOD_REQUEST);
  g_assert_cmpstr (icalproperty_get_organizer (icalcomponent_get_first_property (found, ICAL_ORGANIZER_PROPERTY)), ==,
                   "mailto:jury@example.org");
  g_assert_cmpint (icalcomponent_count_properties (found, ICAL_ATTENDEE_PROPERTY), ==, 3);
  guest = icalcomponent_get_first_property (found, ICAL_ATTENDEE_PROPERTY);
  g_assert_cmpstr (icalproperty_get_attendee (guest), ==, "mailto:claire.dumont@example.org");
  g_assert_cmpint (icalparameter_get_role (icalproperty_get_first_parameter (guest, ICAL_ROLE_PARAMETER)), ==, ICAL_ROLE_CHAIR);
  guest = icalcomponent_get_next_property (found, ICAL_ATTENDEE_PROPERTY);
  g_assert_cmpstr (icalparameter_get_cn (icalproperty_get_first_parameter (guest, ICAL_CN_PARAMETER)), ==, "Łucja 'Lou' NOWAK");
  guest = icalcomponent_get_next_property (found, ICAL_ATTENDEE_PROPERTY);
  g_assert_cmpint (icalparameter_get_role (icalproperty_get_first_parameter (guest, ICAL_ROLE_PARAMETER)), ==, ICAL_ROLE_OPTPARTICIPANT);
  icalcomponent_free (calendar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/calendar-writer/says-when-where-and-what", test_says_when_where_and_what);
  g_test_add_func ("/exchange/calendar-writer/paris-in-summer-and-winter", test_paris_in_summer_and_winter);
  g_test_add_func ("/exchange/calendar-writer/a-whole-day-without-a-time", test_a_whole_day_without_a_time);
  g_test_add_func ("/exchange/calendar-writer/invites-in-somebodys-name", test_invites_in_somebodys_name);
  return g_test_run ();
}
