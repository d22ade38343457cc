/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-criterion-points-table.h"
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

static gboolean
write_grid (SceauResultLedger *ledger, const SceauResult *mark, GPtrArray *points, GError **error)
{
  g_autoptr (GPtrArray) was = sceau_criterion_points_table_list (ledger->school, mark->enrolment_id, mark->modality_code, mark->attempt, error);
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autofree char *results_before = NULL;
  g_autofree char *results_after = NULL;
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;
  g_autofree char *subject = NULL;

  if (was == NULL || !sceau_result_ledger_store (ledger, &results_before, &results_after, NULL, NULL, error) ||
      !sceau_criterion_points_table_save (ledger->school, mark->enrolment_id, mark->modality_code, mark->attempt, points, error))
    return FALSE;
  json_array_add_object_element (before, sceau_json_from_points (mark->enrolment_id, mark->modality_code, mark->attempt, was));
  json_array_add_object_element (after, sceau_json_from_points (mark->enrolment_id, mark->modality_code, mark->attempt, points));
  text_before = sceau_sheet_compose_json (results_before, "grids", before);
  text_after = sceau_sheet_compose_json (results_after, "grids", after);
  subject = g_strdup_printf ("learner %s, %s", sceau_result_ledger_get_learner (ledger, mark->enrolment_id)->learner_number, mark->modality_code);
  return sceau_journal_append (ledger->school, "result.grid", subject, text_before, text_after, error);
}

gboolean
sceau_record_grid (SceauSchool *school, const SceauResult *mark, GPtrArray *points, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree gint32 *values = NULL;
  guint known = sceau_faults_count_errors (faults);
  const SceauModality *modality;
  SceauResult entry = *mark;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  modality = sceau_sheet_open_for (&ledger, school, mark->enrolment_id, mark->modality_code, error);
  if (modality == NULL)
    return FALSE;
  if (modality->criteria->len == 0)
    sceau_faults_add_field (faults, "modality", modality->code, _("The plan has no criteria grid for this modality."),
                            _("Add criteria to the plan, or enter the mark alone."));
  values = g_new0 (gint32, modality->criteria->len + 1);
  if (points->len > 0)
    check_points (modality, points, values, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  if (points->len > 0)
    make_mark (modality, mark, values, &entry.mark, faults);
  ledger.by_grid = TRUE;
  g_ptr_array_add (entries, &entry);
  if (sceau_faults_count_errors (faults) == known)
    sceau_result_ledger_enter_all (&ledger, entries, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  return write_grid (&ledger, &entry, points, error) && sceau_transaction_commit (&transaction, error);
}
