/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is printed for a session: letters, the appointment, grids. */

#include <string.h>

#include "sceau-jury-fixture.h"
#include "sceau-print-session.h"

static char *
in_folder (SceauJuryFixture *fixture, const char *name)
{
  return g_build_filename (fixture->base->folder, name, NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_letters_only_once_convened (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 planned = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);
  gint64 convened = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autofree char *folder = in_folder (fixture, "convocations");
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sceau_render_convocation (fixture->school, planned, 0, &error));
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (sceau_render_invitation (fixture->school, planned, &error));
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (sceau_render_convocation (fixture->school, convened, 999, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  paths = sceau_write_convocations (fixture->school, convened, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 6);
  g_assert_cmpuint (count_files (folder), ==, 6);
  g_assert_null (sceau_write_convocations (fixture->school, convened, folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
test_grids_of_one_modality (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autofree char *path = in_folder (fixture, "grids.pdf"), *words = NULL;
  g_autoptr (GBytes) pdf = sceau_render_grids (fixture->school, id, "BC01-EC1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_write_document (pdf, path, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_write_document (pdf, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (sceau_render_grids (fixture->school, id, "NONE", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  words = sceau_pdf_words (path);
  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (words, "LEFÈVRE-AB");
  sceau_assert_contains (words, "LEFÈVRE-AC");
}

/* A later version of the appointment replaces the earlier one in every calendar. */
static void
test_the_appointment_keeps_its_name (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_autoptr (GBytes) first = sceau_render_invitation (fixture->school, id, NULL);
  g_autoptr (GBytes) again = sceau_render_invitation (fixture->school, id, NULL);
  g_autoptr (GBytes) later = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_autofree char *uid = NULL, *then = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (first, again));
  uid = g_strndup (strstr (text, "UID:"), strcspn (strstr (text, "UID:"), "\r"));
  sceau_assert_contains (text, "SUMMARY:Jury RNCP41445\\, promotion 2026");
  sceau_assert_contains (text, "SEQUENCE:1\r\n");
  sceau_convene_jury (fixture->school, id, fixture->jurors, 5, fixture->jurors[1], fixture->base->faults, &error);
  g_assert_no_error (error);
  later = sceau_render_invitation (fixture->school, id, NULL);
  then = g_strndup (g_bytes_get_data (later, NULL), g_bytes_get_size (later));
  sceau_assert_contains (then, uid);
  sceau_assert_contains (then, "SEQUENCE:2\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/print-session/letters-only-once-convened", test_letters_only_once_convened);
  g_test_add_func ("/workflows/print-session/grids-of-one-modality", test_grids_of_one_modality);
  g_test_add_func ("/workflows/print-session/the-appointment-keeps-its-name", test_the_appointment_keeps_its_name);
  return g_test_run ();
}
