/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <string.h>

#include "sceau-fault.h"

/* Small things that the tests of this folder share. */

static inline char *
test_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "exchange", "fixtures", name, NULL);
}

static inline char *
test_fixture_text (const char *name, gsize *length)
{
  g_autofree char *path = test_fixture (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static inline char *
test_replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2); /* the row of the table must name something that is there */
  return g_strjoinv (to, parts);
}

/* The official data are not part of the repository; NULL after skipping the test when they are absent. */
static inline char *
test_official_data (const char *name)
{
  const char *folder = g_getenv ("SCEAU_OFFICIAL_DATA");
  g_autofree char *beside = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", NULL);
  char *path = g_build_filename (folder != NULL ? folder : beside, name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return path;
  g_test_skip ("the official data are absent: set SCEAU_OFFICIAL_DATA to their folder");
  g_free (path);
  return NULL;
}

/* The first fault of @field whose reason or value contains @needle, or NULL. */
static inline const SceauFault *
test_find_fault (SceauFaults *faults, const char *field, const char *needle)
{
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);

      if (g_strcmp0 (fault->field, field) == 0
          && (strstr (fault->reason, needle) != NULL || (fault->value != NULL && strstr (fault->value, needle) != NULL)))
        return fault;
    }
  return NULL;
}

static inline void
test_print_faults (SceauFaults *faults)
{
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, i));

      g_test_message ("%s", text);
    }
}
