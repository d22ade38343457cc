/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How long it takes to verify a journal, and in how much memory: bench-journal ENTRIES…  Each number is a school of its
 * own, filled by the real sceau_journal_append(); prints the figures of each and how they grew. */

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "sceau-journal.h"
#include "sceau-test-school.h"

/* Marks are what a journal is mostly made of. */
static void
fill (SceauTestSchool *fixture, guint entries)
{
  g_autoptr (GError) error = NULL;

  sceau_school_begin (fixture->school, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries; i++)
    {
      g_autofree char *subject = g_strdup_printf ("result A%05u BC01-EC1", i % 20000);
      g_autofree char *before = g_strdup_printf ("{\"attempt\":1,\"mark\":\"%u,50\",\"examiner\":\"Claire EXEMPLE\",\"date\":\"2026-06-12\"}", i % 20);
      g_autofree char *after = g_strdup_printf ("{\"attempt\":1,\"mark\":\"%u,75\",\"examiner\":\"Claire EXEMPLE\",\"date\":\"2026-06-12\","
                                                "\"comment\":\"Relecture de la copie, barème inventé\"}", i % 20);

      if (!sceau_journal_append (fixture->school, "result.change", subject, before, after, &error))
        g_error ("%s", error->message);
    }
  sceau_school_commit (fixture->school, &error);
  g_assert_no_error (error);
}

static double
verify (SceauTestSchool *fixture, guint expected)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 entries = 0;

  sceau_journal_verify (fixture->school, faults, &entries, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpint (entries, ==, (gint64) expected + 1); /* and the one that the school was made with */
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Kibibytes, the most that the process ever had. */
static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int
main (int argc, char **argv)
{
  double seconds_before = 0;
  double entries_before = 0;

  for (int i = 1; i < argc; i++)
    {
      guint entries = (guint) g_ascii_strtoull (argv[i], NULL, 10);
      g_autoptr (SceauTestSchool) fixture = sceau_test_school_new (0);
      g_autoptr (GError) error = NULL;
      long before;
      double seconds;

      fill (fixture, entries);
      /* As somebody who opens the school and asks. */
      sceau_school_close (fixture->school);
      fixture->school = sceau_school_open (fixture->path, SCEAU_SCHOOL_READ_ONLY, &error);
      g_assert_no_error (error);
      before = peak_memory ();
      seconds = verify (fixture, entries);
      g_print ("  %9u entries:      %6.2f s, %ld KiB more at the peak", entries, seconds, peak_memory () - before);
      if (seconds_before > 0)
        g_print ("; %.1f times the time for %.0f times the entries", seconds / seconds_before, entries / entries_before);
      g_print ("\n");
      seconds_before = seconds;
      entries_before = entries;
    }
  return 0;
}
