/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-criterion-points-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-grids-reader.h"
#include "sceau-journal.h"
#include "sceau-sheet-private.h"

static const SceauCriterionPoints *
find_points (GPtrArray *points, const char *criterion)
{
  for (guint i = 0; i < points->len; i++)
    if (g_strcmp0 (((const SceauCriterionPoints *) g_ptr_array_index (points, i))->criterion, criterion) == 0)
      return g_ptr_array_index (points, i);
  return NULL;
}

static gboolean
has_criterion (const SceauModality *modality, const char *code)
{
  for (guint i = 0; i < modality->criteria->len; i++)
    if (g_strcmp0 (((const SceauCriterion *) g_ptr_array_index (modality->criteria, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

/* Every criterion has its points, within what it is worth, and no other is named. @values: in the order of the plan. */
static void
check_points (const SceauModality *modality, GPtrArray *points, gint32 *values, SceauFaults *faults)
{
  for (guint i = 0; i < modality->criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (modality->criteria, i);
      const SceauCriterionPoints *one = find_points (points, criterion->code);
      g_autofree char *most = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, criterion->points }, SCEAU_SCALE_TWENTY);
      g_autofree char *remedy = g_strdup_printf (_("Give a number from 0 to %s."), most);

      if (one == NULL)
        sceau_faults_add_field (faults, criterion->code, NULL, _("This criterion has no points."), remedy);
      else if (one->points < 0 || one->points > criterion->points)
        sceau_faults_add_field (faults, criterion->code, NULL, _("These points lie outside the criterion."), remedy);
      else
        values[i] = one->points;
    }
  for (guint i = 0; i < points->len; i++)
    {
      const SceauCriterionPoints *one = g_ptr_array_index (points, i);

      if (!has_criterion (modality, one->criterion))
        sceau_faults_add_field (faults, "criterion", one->criterion, _("The grid has no such criterion."), _("Use the codes of the plan."));
      else if (find_points (points, one->criterion) != one)
        sceau_faults_add_field (faults, "criterion", one->criterion, _("This criterion gets points twice."), _("Keep one of them."));
    }
}

/* The mark that the points make on 0–20; elsewhere it is the examiner's, and the grid stands beside it. */
static gboolean
make_mark (const SceauModality *modality, const SceauResult *asked, const gint32 *values, SceauMark *mark, SceauFaults *faults)
{
  g_autoptr (GError) local = NULL;

  *mark = asked->mark;
  if (modality->scale != SCEAU_SCALE_TWENTY)
    {
      if (asked->mark.kind != SCEAU_MARK_VALUE)
        sceau_faults_add_field (faults, "mark", NULL, _("On this scale the points make no mark."), _("Give the mark beside the points."));
      return asked->mark.kind == SCEAU_MARK_VALUE;
    }
  if (sceau_modality_mark_from_grid (modality, values, modality->criteria->len, mark, &local))
    return TRUE;
  sceau_faults_add_field (faults, "points", NULL, local->message, NULL);
  return FALSE;
}

/* Whether the points say what stands there. */
static gboolean
same_points (GPtrArray *was, GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const SceauCriterionPoints *one = g_ptr_array_index (points, i);
      const SceauCriterionPoints *standing = find_points (was, one->criterion);

      if (standing == NULL || standing->points != one->points)
        return FALSE;
    }
  return was->len == points->len;
}

/* One grid on its way: what stood there, and what shall stand there. */
typedef struct
{
  SceauResult *mark; /* (owned) */
  GPtrArray *was;    /* (owned) (element-type SceauCriterionPoints) */
  GPtrArray *points; /* (owned) (element-type SceauCriterionPoints) */
  int line;          /* of the file, or 0 */
} Grid;

static void
grid_free (Grid *self)
{
  sceau_result_free (self->mark);
  g_ptr_array_unref (self->was);
  g_ptr_array_unref (self->points);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grid, grid_free)

/* (transfer full): NULL with @error. */
static Grid *
grid_new (SceauSchool *school, SceauResult *mark, GPtrArray *points, int line, GError **error)
{
  GPtrArray *was = sceau_criterion_points_table_list (school, mark->enrolment_id, mark->modality_code, mark->attempt, error);
  Grid *grid;

  if (was == NULL)
    {
      sceau_result_free (mark);
      return NULL;
    }
  grid = g_new0 (Grid, 1);
  grid->mark = mark;
  grid->was = was;
  grid->points = g_ptr_array_ref (points);
  grid->line = line;
  return grid;
}

/* A grid that says nothing new touches nothing: also on a sheet that was handed in. */
static gboolean
grid_changes (SceauResultLedger *ledger, const Grid *grid)
{
  return !same_points (grid->was, grid->points) || sceau_result_ledger_changes (ledger, grid->mark);
}

/* Writes them all with one entry of the journal. @grids: (element-type Grid) */
static gboolean
write_grids (SceauResultLedger *ledger, GPtrArray *grids, const char *subject, GError **error)
{
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autofree char *results_before = NULL;
  g_autofree char *results_after = NULL;
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;

  if (!sceau_result_ledger_store (ledger, &results_before, &results_after, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < grids->len; i++)
    {
      const Grid *grid = g_ptr_array_index (grids, i);
      const SceauResult *mark = grid->mark;

      if (same_points (grid->was, grid->points))
        continue;
      if (!sceau_criterion_points_table_save (ledger->school, mark->enrolment_id, mark->modality_code, mark->attempt, grid->points, error))
        return FALSE;
      json_array_add_object_element (before, sceau_json_from_points (mark->enrolment_id, mark->modality_code, mark->attempt, grid->was));
      json_array_add_object_element (after, sceau_json_from_points (mark->enrolment_id, mark->modality_code, mark->attempt, grid->points));
    }
  text_before = sceau_sheet_compose_json (results_before, "grids", before);
  text_after = sceau_sheet_compose_json (results_after, "grids", after);
  return sceau_journal_append (ledger->school, "result.grid", subject, text_before, text_after, error);
}

static SceauResult *
copy_mark (const SceauResult *mark)
{
  SceauResult *copy = sceau_result_new (mark->enrolment_id, mark->modality_code, mark->attempt, mark->mark);

  copy->examiner = g_strdup (mark->examiner);
  copy->date = mark->date;
  copy->comment = g_strdup (mark->comment);
  copy->group_value = mark->group_value;
  return copy;
}

/* (transfer full): the grid of one learner as the plan takes it; NULL with faults or @error. */
static Grid *
prepare_grid (SceauSchool *school, const SceauModality *modality, const SceauResult *mark, GPtrArray *points, SceauFaults *faults, GError **error)
{
  g_autofree gint32 *values = g_new0 (gint32, modality->criteria->len + 1);
  g_autoptr (Grid) grid = grid_new (school, copy_mark (mark), points, 0, error);
  guint known = sceau_faults_count_errors (faults);

  if (grid == NULL)
    return NULL;
  if (modality->criteria->len == 0)
    sceau_faults_add_field (faults, "modality", modality->code, _("The plan has no criteria grid for this modality."),
                            _("Add criteria to the plan, or enter the mark alone."));
  if (points->len > 0)
    check_points (modality, points, values, faults);
  if (sceau_faults_refuse (faults, known, error))
    return NULL;
  if (points->len > 0)
    make_mark (modality, mark, values, &grid->mark->mark, faults);
  return sceau_faults_refuse (faults, known, error) ? NULL : g_steal_pointer (&grid);
}

gboolean
sceau_record_grid (SceauSchool *school, const SceauResult *mark, GPtrArray *points, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_free);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);
  const SceauModality *modality;
  Grid *grid;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  modality = sceau_sheet_open_for (&ledger, school, mark->enrolment_id, mark->modality_code, error);
  grid = modality != NULL ? prepare_grid (school, modality, mark, points, faults, error) : NULL;
  if (grid == NULL)
    return FALSE;
  g_ptr_array_add (grids, grid);
  if (!grid_changes (&ledger, grid))
    return TRUE;
  ledger.by_grid = TRUE;
  g_ptr_array_add (entries, grid->mark);
  sceau_result_ledger_enter_all (&ledger, entries, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  subject = g_strdup_printf ("learner %s, %s", sceau_result_ledger_get_learner (&ledger, mark->enrolment_id)->learner_number, mark->modality_code);
  return write_grids (&ledger, grids, subject, error) && sceau_transaction_commit (&transaction, error);
}

/* A file of grids -------------------------------------------------------------- */

static GHashTable *
index_numbers (SceauResultLedger *ledger)
{
  GHashTable *by_number = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer enrolment;

  g_hash_table_iter_init (&iter, ledger->learners);
  while (g_hash_table_iter_next (&iter, NULL, &enrolment))
    g_hash_table_insert (by_number, ((SceauEnrolment *) enrolment)->learner_number, enrolment);
  return by_number;
}

static GPtrArray *
list_points (const SceauModality *modality, const SceauGridEntry *entry, gint64 enrolment_id, int attempt)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);

  for (guint i = 0; i < modality->criteria->len; i++)
    {
      SceauCriterionPoints *one = sceau_criterion_points_new ();

      one->enrolment_id = enrolment_id;
      one->modality_code = g_strdup (modality->code);
      one->attempt = attempt;
      one->criterion = g_strdup (((const SceauCriterion *) g_ptr_array_index (modality->criteria, i))->code);
      one->points = g_array_index (entry->points, gint32, i);
      g_ptr_array_add (points, one);
    }
  return points;
}

/* (transfer full): the grid of one line; what it may not say goes to @faults. NULL with @error. */
static Grid *
take_line (SceauResultLedger *ledger, const SceauModality *modality, const SceauGridEntry *entry, gint64 enrolment_id, int attempt,
           SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) points = list_points (modality, entry, enrolment_id, attempt);
  SceauResult *result = sceau_result_new (enrolment_id, modality->code, attempt, entry->mark);
  g_auto (SceauObjection) objection = { NULL, NULL };
  Grid *grid;

  result->examiner = g_strdup (entry->examiner);
  result->date = entry->date;
  result->comment = g_strdup (entry->comment);
  if (modality->scale == SCEAU_SCALE_TWENTY)
    sceau_modality_mark_from_grid (modality, (const gint32 *) (gpointer) entry->points->data, entry->points->len, &result->mark, NULL);
  grid = grid_new (ledger->school, result, points, entry->line, error);
  if (grid == NULL || !grid_changes (ledger, grid))
    return grid;
  if (result->mark.kind != SCEAU_MARK_VALUE)
    {
      objection.reason = g_strdup (_("On this scale the points make no mark."));
      objection.remedy = g_strdup (_("Give the mark beside the points."));
    }
  else
    sceau_result_ledger_check (ledger, result, &objection);
  if (objection.reason == NULL)
    sceau_result_ledger_check_attempt (ledger, result, &objection);
  if (objection.reason != NULL)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, entry->line, 0, modality->code, entry->number, objection.reason, objection.remedy);
  return grid;
}

/* (transfer full) (element-type Grid): the lines of the file, those without change too; NULL with @error. */
static GPtrArray *
read_grids (SceauResultLedger *ledger, const SceauModality *modality, const char *path, int attempt, SceauFaults *faults, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GHashTable) numbers = index_numbers (ledger);
  g_autoptr (GPtrArray) lines = sceau_grids_reader_read (file, modality, numbers, faults, NULL, error);
  g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_free);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SceauGridEntry *line = g_ptr_array_index (lines, i);
      const SceauEnrolment *enrolment = g_hash_table_lookup (numbers, line->number);
      Grid *grid = take_line (ledger, modality, line, enrolment->id, attempt, faults, error);

      if (grid == NULL)
        return NULL;
      g_ptr_array_add (grids, grid);
    }
  return lines != NULL ? g_steal_pointer (&grids) : NULL;
}

/* Keeps the good lines that say something new, and enters their marks. */
static void
enter_grids (SceauResultLedger *ledger, GPtrArray *grids, SceauFaults *faults, SceauImportSummary *summary, guint first_fault)
{
  guint good = 0;

  for (guint i = grids->len; i > 0; i--)
    {
      const Grid *grid = g_ptr_array_index (grids, i - 1);
      gboolean faulty = sceau_faults_line_has_error (faults, grid->line);

      good += !faulty;
      if (faulty || !grid_changes (ledger, grid))
        g_ptr_array_remove_index (grids, i - 1);
      else
        sceau_result_ledger_enter (ledger, grid->mark);
    }
  summary->written = grids->len;
  summary->unchanged = good - grids->len;
  summary->refused = sceau_faults_count_lines (faults, first_fault);
  summary->lines = good + summary->refused;
}

/* The ledger of the cohort, and the modality with its grid; NULL with @error. */
static const SceauModality *
open_grids (SceauResultLedger *ledger, SceauSchool *school, const SceauCohort *cohort, const char *modality_code, GError **error)
{
  const SceauModality *modality = sceau_sheet_open (ledger, school, cohort->id, modality_code, error);

  if (modality == NULL || modality->criteria->len > 0)
    return modality;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, "%s %s", _("The plan has no criteria grid for this modality."),
               _("Add criteria to the plan, or enter the mark alone."));
  return NULL;
}

gboolean
sceau_record_grids_from_file (SceauSchool *school, const char *path, const char *certification_code, const char *cohort, const char *modality_code,
                              int attempt, SceauImportFlags flags, SceauImportSummary *summary, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (SceauCohort) found = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  g_autofree char *subject = NULL;
  gboolean dry_run = (flags & SCEAU_IMPORT_DRY_RUN) != 0;
  guint known = sceau_faults_count_errors (faults);
  guint first_fault = sceau_faults_length (faults);
  const SceauModality *modality;

  *summary = (SceauImportSummary) { 0 };
  if (!(dry_run ? sceau_transaction_begin_read : sceau_transaction_begin) (&transaction, school, error))
    return FALSE;
  found = sceau_require_cohort (school, certification_code, cohort, error);
  modality = found != NULL ? open_grids (&ledger, school, found, modality_code, error) : NULL;
  if (modality == NULL)
    return FALSE;
  ledger.by_grid = TRUE;
  grids = read_grids (&ledger, modality, path, attempt, faults, error);
  if (grids == NULL)
    return FALSE;
  if (grids->len == 0 && sceau_faults_count_errors (faults) == known)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, NULL, NULL, _("The file holds no points."), _("Fill in at least one line below the header."));
  enter_grids (&ledger, grids, faults, summary, first_fault);
  if (sceau_import_refuses (faults, known, flags, summary, error))
    return FALSE;
  if (dry_run || grids->len == 0)
    return TRUE;
  subject = g_strdup_printf ("cohort %s of %s, %s, attempt %d, %u results", found->name, found->certification_code, modality_code, attempt, grids->len);
  return write_grids (&ledger, grids, subject, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_write_grid_template (SceauSchool *school, const char *certification_code, const char *cohort, const char *modality_code, const char *path,
                           GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (SceauCohort) found = NULL;
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SceauEnrolmentQuery query = { .active_only = TRUE };
  const SceauModality *modality;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  found = sceau_require_cohort (school, certification_code, cohort, error);
  modality = found != NULL ? open_grids (&ledger, school, found, modality_code, error) : NULL;
  if (modality == NULL)
    return FALSE;
  query.cohort_id = found->id;
  enrolments = sceau_enrolment_table_list (school, &query, error);
  return enrolments != NULL && sceau_grids_template_write (file, modality, enrolments, FALSE, error);
}
