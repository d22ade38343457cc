/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-calendar-writer.h"

#include <libical/ical.h>
#include <string.h>

#include "sceau-config.h"

#define ZONE "Europe/Paris"

/* Paris since 1996 (directive 2000/84/CE keeps it): the file carries its zone, so that no program has to know it. */
static const char zone_text[] =
  "BEGIN:VTIMEZONE\r\n"
  "TZID:" ZONE "\r\n"
  "BEGIN:STANDARD\r\n"
  "DTSTART:19961027T030000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0200\r\n"
  "TZOFFSETTO:+0100\r\n"
  "TZNAME:CET\r\n"
  "END:STANDARD\r\n"
  "BEGIN:DAYLIGHT\r\n"
  "DTSTART:19970330T020000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0100\r\n"
  "TZOFFSETTO:+0200\r\n"
  "TZNAME:CEST\r\n"
  "END:DAYLIGHT\r\n"
  "END:VTIMEZONE\r\n";

static char *
address_of (const char *email)
{
  return g_strconcat ("mailto:", email, NULL);
}

/* A quotation mark cannot stand in a parameter, nor can a control character. */
static char *
parameter_text (const char *text)
{
  char *safe = g_strdup (text);

  for (char *p = safe; *p != '\0'; p++)
    if (*p == '"')
      *p = '\'';
    else if (g_ascii_iscntrl (*p))
      *p = ' ';
  return safe;
}

static void
add_start (icalcomponent *component, const SceauCalendarEvent *event)
{
  struct icaltimetype start = icaltime_null_date ();
  icalproperty *property;

  start.year = sceau_date_year (event->date);
  start.month = sceau_date_month (event->date);
  start.day = sceau_date_day (event->date);
  if (event->start_time != NULL)
    {
      start.is_date = 0;
      start.hour = (int) g_ascii_strtoll (event->start_time, NULL, 10);
      start.minute = (int) g_ascii_strtoll (strchr (event->start_time, ':') + 1, NULL, 10);
      start.second = 0;
    }
  property = icalproperty_new_dtstart (start);
  if (event->start_time != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (component, property);
}

static void
add_organiser (icalcomponent *component, const SceauCalendarEvent *event)
{
  g_autofree char *address = address_of (event->organiser_email);
  g_autofree char *name = parameter_text (event->organiser);
  icalproperty *property = icalproperty_new_organizer (address);

  icalproperty_add_parameter (property, icalparameter_new_cn (name));
  icalcomponent_add_property (component, property);
}

static void
add_guest (icalcomponent *component, const SceauCalendarGuest *guest)
{
  g_autofree char *address = address_of (guest->email);
  g_autofree char *name = parameter_text (guest->name);
  icalproperty *property = icalproperty_new_attendee (address);

  icalproperty_add_parameter (property, icalparameter_new_cn (name));
  icalproperty_add_parameter (property, icalparameter_new_role (guest->chair      ? ICAL_ROLE_CHAIR
                                                                : guest->optional ? ICAL_ROLE_OPTPARTICIPANT
                                                                                  : ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter (property, icalparameter_new_partstat (ICAL_PARTSTAT_NEEDSACTION));
  icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
  icalcomponent_add_property (component, property);
}

/* It says when the appointment begins and not how long it lasts, which nobody knows. */
static icalcomponent *
make_event (const SceauCalendarEvent *event)
{
  icalcomponent *component = icalcomponent_new_vevent ();
  g_auto (GStrv) digits = g_strsplit_set (event->stamp, "-:", -1);
  g_autofree char *stamp = g_strjoinv ("", digits); /* "20261122T130450Z" */

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_sequence (event->sequence));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (icaltime_from_string (stamp)));
  add_start (component, event);
  icalcomponent_add_property (component, icalproperty_new_summary (event->summary));
  icalcomponent_add_property (component, icalproperty_new_location (event->location));
  if (event->description != NULL)
    icalcomponent_add_property (component, icalproperty_new_description (event->description));
  if (event->organiser_email == NULL)
    return component;
  add_organiser (component, event);
  for (guint i = 0; i < event->n_guests; i++)
    add_guest (component, &event->guests[i]);
  return component;
}

GBytes *
sceau_calendar_writer_to_bytes (const SceauCalendarEvent *event)
{
  icalcomponent *calendar;
  char *text;
  GBytes *bytes;

  g_return_val_if_fail (event != NULL && event->date != SCEAU_NO_DATE, NULL);

  calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Sceau//Sceau " SCEAU_VERSION "//FR"));
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  if (event->organiser_email != NULL)
    icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_REQUEST));
  if (event->start_time != NULL)
    icalcomponent_add_component (calendar, icalcomponent_new_from_string (zone_text));
  icalcomponent_add_component (calendar, make_event (event));

  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return bytes;
}
