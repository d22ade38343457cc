/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-workflow-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sceau-import-fiche.h"
#include "sceau-journal.h"
#include "sceau-keep-school.h"
#include "sceau-text.h"

/* 2026-11-22T12:00:00Z */
#define NOON (G_GINT64_CONSTANT (1795348800) * G_USEC_PER_SEC)

static gint64
still_clock (gpointer data)
{
  return NOON;
}

SceauWorkflowFixture *
sceau_workflow_fixture_new (void)
{
  SceauWorkflowFixture *self = g_new0 (SceauWorkflowFixture, 1);
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autoptr (GError) error = NULL;

  identity->name = g_strdup ("École fictive du Nord");
  identity->siret = g_strdup ("73282932000074");
  self->folder = g_dir_make_tmp ("sceau-workflows-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "school.sceau", NULL);
  self->faults = sceau_faults_new ();
  self->school = sceau_found_school (self->path, identity, self->faults, &error);
  g_assert_no_error (error);
  sceau_school_set_clock (self->school, still_clock, NULL, NULL);
  sceau_school_set_author (self->school, "test");
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
sceau_workflow_fixture_free (SceauWorkflowFixture *self)
{
  if (self == NULL)
    return;
  sceau_school_close (self->school);
  remove_folder (self->folder);
  sceau_faults_free (self->faults);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

char *
sceau_workflow_fixture_referential (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", name, NULL);
}

SceauWorkflowFixture *
sceau_workflow_fixture_new_with_fiche (void)
{
  SceauWorkflowFixture *self = sceau_workflow_fixture_new ();
  g_autofree char *path = sceau_workflow_fixture_referential (SCEAU_FIXTURE_CODE ".xml");
  g_autoptr (GPtrArray) fiches = NULL;
  g_autoptr (GError) error = NULL;

  fiches = sceau_import_fiche (self->school, path, NULL, FALSE, self->faults, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fiches->len, ==, 1);
  return self;
}

SceauWorkflowFixture *
sceau_workflow_fixture_new_with_cohort (gint64 *cohort_id)
{
  SceauWorkflowFixture *self = sceau_workflow_fixture_new_with_fiche ();
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_open_cohort (self->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, sceau_date_new (2026, 1, 5),
                                 sceau_date_new (2026, 12, 18), 0, self->faults, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  if (cohort_id != NULL)
    *cohort_id = id;
  return self;
}

char *
sceau_workflow_fixture_write (SceauWorkflowFixture *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

void
sceau_workflow_fixture_forget_faults (SceauWorkflowFixture *self)
{
  sceau_faults_free (self->faults);
  self->faults = sceau_faults_new ();
}

gboolean
sceau_workflow_fixture_has_fault (SceauWorkflowFixture *self, SceauFaultSeverity severity, int line, const char *words)
{
  for (guint i = 0; i < sceau_faults_length (self->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (self->faults, i);
      g_autofree char *text = sceau_fault_to_string (fault);

      if (fault->severity == severity && fault->line == line && strstr (text, words) != NULL)
        return TRUE;
      g_test_message ("%s", text);
    }
  return FALSE;
}

char *
sceau_workflow_fixture_digest (SceauWorkflowFixture *self)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  return sceau_sha256 (bytes, length);
}

guint
sceau_workflow_fixture_count_entries (SceauWorkflowFixture *self, const char *verb)
{
  SceauJournalQuery query = { 0 };
  g_autoptr (GPtrArray) entries = sceau_journal_list (self->school, &query, NULL);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((SceauJournalEntry *) g_ptr_array_index (entries, i))->verb, verb))
      n++;
  return n;
}

GArray *
sceau_workflow_fixture_enrol (SceauWorkflowFixture *self, gint64 cohort_id, guint learners)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 1; i <= learners; i++)
    {
      g_autoptr (SceauLearner) learner = sceau_learner_new ();
      g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
      g_autoptr (GError) error = NULL;

      learner->number = g_strdup_printf ("A%03u", i);
      learner->birth_name = g_strdup ("LEFÈVRE");
      learner->first_name = g_strdup_printf ("Zoé%c", 'A' + (int) i);
      learner->sex = SCEAU_SEX_FEMALE;
      learner->birth_date = sceau_date_new (1994, 3, 7);
      learner->birth_commune = g_strdup ("31555");
      enrolment->route = SCEAU_ROUTE_CONTINUING;
      enrolment->admission = SCEAU_ADMISSION_NORMAL;
      sceau_enrol_learner (self->school, learner, enrolment, cohort_id, self->faults, &error);
      g_assert_no_error (error);
      g_array_append_val (ids, enrolment->id);
    }
  return ids;
}

gboolean
sceau_workflow_fixture_withdraw (SceauSchool *school, gint64 enrolment_id, const char *reason, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const SceauDeparture departure = { SCEAU_ENROLMENT_WITHDRAWN, sceau_school_today (school), reason, SCEAU_NO_DATE };

  return sceau_record_departure (school, enrolment_id, &departure, faults, error);
}
