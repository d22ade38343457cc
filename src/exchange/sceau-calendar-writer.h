/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-date.h"

G_BEGIN_DECLS

/* Somebody who is asked to come. */
typedef struct
{
  const char *name;
  const char *email;
  gboolean chair;    /* presides */
  gboolean optional; /* an alternate */
} SceauCalendarGuest;

/**
 * One appointment in France, as iCalendar (RFC 5545); owns nothing.
 *
 * With the organiser's address it is an invitation (METHOD:REQUEST) that the guests answer with one click.
 * Without it there is nobody to answer to, and every method of RFC 5546 asks for one (PUBLISH too): it is
 * then an appointment to be taken into a calendar, without a method and without guests.
 */
typedef struct
{
  const char *uid;       /* the same for every version of the appointment */
  int sequence;          /* grows with each version */
  const char *stamp;     /* when this version was made: UTC, "2026-11-22T13:04:50Z" */
  SceauDate date;
  const char *start_time; /* "14:30" in Paris; NULL: the whole day */
  const char *summary;
  const char *location;
  const char *description;
  const char *organiser;       /* name */
  const char *organiser_email; /* or NULL */
  const SceauCalendarGuest *guests;
  guint n_guests;
} SceauCalendarEvent;

/* (transfer full) */
GBytes *sceau_calendar_writer_to_bytes (const SceauCalendarEvent *event);

G_END_DECLS
