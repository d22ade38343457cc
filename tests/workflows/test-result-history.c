/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Every value that a mark has had, whatever wrote it; and what SQL did to it. */

#include <sqlite3.h>

#include "sceau-import-fiche.h"
#include "sceau-keep-school.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"
#include "sceau-workflow-fixture.h"

#define MODALITY "BC01-EC1"
#define VALUE(hundredths) ((SceauMark) { SCEAU_MARK_VALUE, (hundredths) })

typedef struct
{
  SceauWorkflowFixture *base;
  gint64 cohort;
  GArray *ids;
} History;

static void
history_clear (History *self)
{
  g_array_unref (self->ids);
  sceau_workflow_fixture_free (self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

/* Two learners; the first modality is collective and typed twice. */
static History
history_new (void)
{
  History self = { 0 };
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  SceauModality *modality;

  self.base = sceau_workflow_fixture_new_with_cohort (&self.cohort);
  self.ids = sceau_workflow_fixture_enrol (self.base, self.cohort, 2);
  plan = sceau_plan_table_find (self.base->school, SCEAU_FIXTURE_CODE, NULL);
  modality = (SceauModality *) sceau_plan_find_modality (plan, MODALITY);
  modality->collective = TRUE;
  modality->double_entry = TRUE;
  g_assert_true (sceau_replace_plan (self.base->school, plan, self.base->faults, &error));
  g_assert_no_error (error);
  return self;
}

static gint64
first_id (History *self)
{
  return g_array_index (self->ids, gint64, 0);
}

static void
record (History *self, const char *who, SceauMark mark)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;

  sceau_school_set_author (self->base->school, who);
  g_ptr_array_add (results, sceau_result_new (first_id (self), MODALITY, 1, mark));
  g_assert_true (sceau_record_results (self->base->school, results, NULL, &error));
  g_assert_no_error (error);
}

static void
import (History *self, const char *who, const char *text)
{
  g_autofree char *path = sceau_workflow_fixture_write (self->base, "marks.csv", text);
  SceauImportSummary summary;
  g_autoptr (GError) error = NULL;

  sceau_school_set_author (self->base->school, who);
  g_assert_true (sceau_record_results_from_file (self->base->school, path, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, 1, SCEAU_IMPORT_DEFAULT, &summary,
                                                 self->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
mark_group (History *self, const char *who, SceauMark mark)
{
  g_autoptr (SceauResult) result = sceau_result_new (0, MODALITY, 1, mark);
  const gint64 member = first_id (self);
  g_autoptr (GError) error = NULL;

  sceau_school_set_author (self->base->school, who);
  g_assert_true (sceau_form_group (self->base->school, self->cohort, "G1", &member, 1, self->base->faults, &error));
  g_assert_true (sceau_record_group_mark (self->base->school, self->cohort, "G1", result, FALSE, self->base->faults, &error));
  g_assert_no_error (error);
}

static void
settle (History *self, const char *who, SceauMark mark)
{
  g_autoptr (GError) error = NULL;

  sceau_school_set_author (self->base->school, who);
  g_assert_true (sceau_settle_difference (self->base->school, first_id (self), MODALITY, 1, mark, &error));
  g_assert_no_error (error);
}

/* A mark entered, changed, taken away, imported, given to a group and settled, each by somebody else. */
static void
write_history (History *self)
{
  record (self, "anne", VALUE (800));
  record (self, "bilal", VALUE (900));
  record (self, "chloe", SCEAU_MARK_NONE);
  import (self, "driss", "number;" MODALITY "\nA001;10\n");
  mark_group (self, "elsa", VALUE (1300));
  settle (self, "farid", VALUE (1350));
}

static void
test_every_way_of_writing_leaves_its_version (void)
{
  static const struct { SceauMarkKind kind; gint32 value; const char *who; } expected[] = {
    { SCEAU_MARK_VALUE, 800, "anne" },   { SCEAU_MARK_VALUE, 900, "bilal" }, { SCEAU_MARK_BLANK, 0, "chloe" },
    { SCEAU_MARK_VALUE, 1000, "driss" }, { SCEAU_MARK_VALUE, 1300, "elsa" }, { SCEAU_MARK_VALUE, 1350, "farid" },
  };
  g_auto (History) self = history_new ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = 0;

  write_history (&self);
  versions = sceau_result_table_list_versions (self.base->school, first_id (&self), MODALITY, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < versions->len; i++)
    {
      const SceauResultVersion *version = g_ptr_array_index (versions, i);

      g_assert_cmpint (version->result->mark.kind, ==, expected[i].kind);
      g_assert_cmpint (version->result->mark.value, ==, expected[i].value);
      g_assert_cmpstr (version->who, ==, expected[i].who);
      g_assert_true (g_str_has_prefix (version->at, "2026-11-22T"));
      g_assert_cmpint (version->entry, >, last);
      last = version->entry;
    }
}

static void
run_sql (sqlite3 *database, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* (transfer full): the triggers of the history as they were made. */
static char *
dump_triggers (sqlite3 *database)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'result_history'", -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s;\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpuint (text->len, >, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Somebody with a knife: the triggers go, the row is touched, and they come back as they were. */
static void
tamper (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  g_autofree char *triggers = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  triggers = dump_triggers (database);
  run_sql (database, "DROP TRIGGER result_history_insert; DROP TRIGGER result_history_update; DROP TRIGGER result_history_delete");
  run_sql (database, sql);
  g_assert_cmpint (sqlite3_total_changes (database), >, 0);
  run_sql (database, triggers);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static guint
count_faults (SceauSchool *school)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  sceau_check_school (school, faults, &error);
  g_assert_no_error (error);
  return sceau_faults_count_errors (faults);
}

#define COLUMNS "enrolment_id, modality_code, attempt, kind"

static void
test_a_touched_history_is_found (void)
{
  static const char *const touches[] = {
    "UPDATE result_history SET value = 1900 WHERE value = 900",
    "UPDATE result_history SET examiner = 'x' WHERE value = 800",
    "UPDATE result_history SET replaced_by = replaced_by + 1 WHERE value = 1000",
    "DELETE FROM result_history WHERE value = 900",
    "DELETE FROM result_history WHERE value = 1300",
    "INSERT INTO result_history (" COLUMNS ", value, journal_id, replaced_by, removed) "
    "SELECT " COLUMNS ", 1700, journal_id, replaced_by, 0 FROM result_history WHERE value = 1000",
    "UPDATE result_history SET attempt = 2 WHERE value = 900",
  };

  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      g_auto (History) self = history_new ();
      g_autoptr (GError) error = NULL;

      write_history (&self);
      g_assert_cmpuint (count_faults (self.base->school), ==, 0);
      g_clear_pointer (&self.base->school, sceau_school_close);
      tamper (self.base->path, touches[i]);
      self.base->school = sceau_school_open (self.base->path, SCEAU_SCHOOL_READ_WRITE, &error);
      g_assert_no_error (error);
      if (count_faults (self.base->school) == 0)
        g_error ("not found: %s", touches[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/result-history/every-way-of-writing-leaves-its-version", test_every_way_of_writing_leaves_its_version);
  g_test_add_func ("/workflows/result-history/a-touched-history-is-found", test_a_touched_history_is_found);
  return g_test_run ();
}
