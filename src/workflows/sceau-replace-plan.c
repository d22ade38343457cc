/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-criterion-points-table.h"
#include "sceau-import-fiche.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-json.h"
#include "sceau-plan-private.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-second-entry-table.h"

/* (transfer full): the plan as it stands in the file, for the certification @code; NULL with a fault. */
static SceauPlan *
read_plan (GFile *file, const char *code, SceauFaults *faults)
{
  g_autoptr (GError) error = NULL;
  guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauPlan) plan = sceau_plan_json_read_file (file, faults, NULL, &error);

  if (plan == NULL && sceau_faults_count_errors (faults) == known)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, NULL, NULL, error->message, NULL);
  else if (plan != NULL && g_strcmp0 (plan->certification_code, code) != 0)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "certification", plan->certification_code,
                         _("This is the plan of another certification."), _("Choose the plan that bears the code of the fiche."));
  return sceau_faults_count_errors (faults) == known ? g_steal_pointer (&plan) : NULL;
}

SceauPlan *
sceau_plan_read_checked (GFile *file, const SceauCertification *certification, SceauFaults *faults)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (SceauPlan) plan = read_plan (file, certification->code, found);

  if (plan != NULL)
    sceau_plan_check (plan, certification, found);
  sceau_faults_add_all (faults, found, SCEAU_FAULT_ERROR, name);
  return sceau_faults_count_errors (found) == 0 ? g_steal_pointer (&plan) : NULL;
}

JsonObject *
sceau_plan_to_json_object (const SceauPlan *plan)
{
  g_autofree char *text = sceau_plan_json_write (plan);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  g_assert (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
  return json_node_dup_object (node);
}

/* What a certification's learners have been given, in any cohort: a plan must not lose it. Both: (element-type utf8). */
typedef struct
{
  GHashTable *assessed; /* modalities with a result, a second entry or a submitted sheet */
  GHashTable *graded;   /* modalities with the points of a grid */
} Assessed;

static void
assessed_clear (Assessed *self)
{
  g_clear_pointer (&self->assessed, g_hash_table_unref);
  g_clear_pointer (&self->graded, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assessed, assessed_clear)

static void
add_code (GHashTable *codes, const char *code)
{
  if (!g_hash_table_contains (codes, code))
    g_hash_table_add (codes, g_strdup (code));
}

static gboolean
collect_cohort (SceauSchool *school, gint64 cohort_id, Assessed *self, GError **error)
{
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_cohort (school, cohort_id, error);
  g_autoptr (GPtrArray) entries = results != NULL ? sceau_second_entry_table_list_by_cohort (school, cohort_id, error) : NULL;
  g_autoptr (GPtrArray) sheets = entries != NULL ? sceau_mark_sheet_table_list (school, cohort_id, error) : NULL;
  g_autoptr (GPtrArray) points = sheets != NULL ? sceau_criterion_points_table_list_by_cohort (school, cohort_id, error) : NULL;

  if (points == NULL)
    return FALSE;
  for (guint i = 0; i < results->len; i++)
    add_code (self->assessed, ((SceauResult *) g_ptr_array_index (results, i))->modality_code);
  for (guint i = 0; i < entries->len; i++)
    add_code (self->assessed, ((SceauSecondEntry *) g_ptr_array_index (entries, i))->modality_code);
  for (guint i = 0; i < sheets->len; i++)
    if (((SceauMarkSheet *) g_ptr_array_index (sheets, i))->submitted_at != NULL)
      add_code (self->assessed, ((SceauMarkSheet *) g_ptr_array_index (sheets, i))->modality_code);
  for (guint i = 0; i < points->len; i++)
    add_code (self->graded, ((SceauCriterionPoints *) g_ptr_array_index (points, i))->modality_code);
  return TRUE;
}

static gboolean
collect_assessed (SceauSchool *school, const char *certification_code, Assessed *self, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (school, certification_code, error);

  self->assessed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->graded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    if (!collect_cohort (school, ((const SceauCohort *) g_ptr_array_index (cohorts, i))->id, self, error))
      return FALSE;
  return cohorts != NULL;
}

static const SceauCriterion *
find_criterion (const SceauModality *modality, const char *code)
{
  for (guint i = 0; i < modality->criteria->len; i++)
    if (g_str_equal (((SceauCriterion *) g_ptr_array_index (modality->criteria, i))->code, code))
      return g_ptr_array_index (modality->criteria, i);
  return NULL;
}

/* Marks come from the points of the whole grid: once there are any, no criterion comes, goes or weighs otherwise. */
static void
check_graded (const SceauModality *was, const SceauModality *is, SceauFaults *faults)
{
  for (guint i = 0; i < was->criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (was->criteria, i);
      const SceauCriterion *kept = find_criterion (is, criterion->code);
      g_autofree char *value = g_strdup_printf ("%s, %s", was->code, criterion->code);

      if (kept == NULL)
        sceau_faults_add_field (faults, "criteria", value, _("This criterion has points and cannot leave the plan."), _("Keep it; its title may change."));
      else if (kept->points != criterion->points)
        sceau_faults_add_field (faults, "criteria", value, _("Points were given for this criterion: what it is worth cannot change."),
                                _("Keep its points; its title may change."));
    }
  for (guint i = 0; i < is->criteria->len; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (is->criteria, i);

      if (find_criterion (was, criterion->code) == NULL)
        sceau_faults_add_field (faults, "criteria", criterion->code, _("Grids of this modality are filled in: no criterion can be added."),
                                _("Give the new grid to a modality with a new code."));
    }
}

/* Marks that were given must keep their modality, their block and their scale: a 14 is no letter. */
static void
check_assessed (const SceauPlan *before, const SceauPlan *after, const Assessed *given, SceauFaults *faults)
{
  for (guint i = 0; i < before->modalities->len; i++)
    {
      const SceauModality *was = g_ptr_array_index (before->modalities, i);
      const SceauModality *is = sceau_plan_find_modality (after, was->code);

      if (is != NULL && g_hash_table_contains (given->graded, was->code))
        check_graded (was, is, faults);
      if (!g_hash_table_contains (given->assessed, was->code))
        continue;
      if (is == NULL)
        sceau_faults_add_field (faults, "modalities", was->code, _("This modality has results and cannot leave the plan."),
                                _("Keep it; its title and weight may change."));
      else if (is->scale != was->scale)
        sceau_faults_add_field (faults, "scale", was->code, _("This modality has results on another scale."),
                                _("Keep its scale, or give the new one to a modality with a new code."));
      else if (g_strcmp0 (is->block_code, was->block_code) != 0)
        sceau_faults_add_field (faults, "block", was->code, _("This modality has results and cannot move to another block."),
                                _("Keep its block, or make a modality with a new code."));
    }
}

static gboolean
same_plan (const SceauPlan *a, const SceauPlan *b)
{
  g_autofree char *text_a = sceau_plan_json_write (a);
  g_autofree char *text_b = sceau_plan_json_write (b);

  return g_str_equal (text_a, text_b);
}

static gboolean
save_plan (SceauSchool *school, const SceauPlan *before, const SceauPlan *after, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("plan %s", after->certification_code);

  return sceau_plan_table_save (school, after, error) &&
         sceau_journal_record (school, "plan.replace", subject, before != NULL ? sceau_plan_to_json_object (before) : NULL,
                               sceau_plan_to_json_object (after), error);
}

/* (transfer full) (nullable): in @plan, the plan that the school holds. */
static gboolean
find_plan (SceauSchool *school, const char *code, SceauPlan **plan, GError **error)
{
  *plan = NULL;
  if (!sceau_plan_table_exists (school, code))
    return TRUE;
  *plan = sceau_plan_table_find (school, code, error);
  return *plan != NULL;
}

/* Within a transaction. */
static gboolean
replace_plan (SceauSchool *school, const SceauPlan *before, const SceauPlan *plan, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, plan->certification_code, error);
  g_auto (Assessed) given = { NULL, NULL };
  guint known = sceau_faults_count_errors (faults);

  if (certification == NULL)
    return FALSE;
  sceau_plan_check (plan, certification, faults);
  if (before != NULL)
    {
      if (!collect_assessed (school, plan->certification_code, &given, error))
        return FALSE;
      check_assessed (before, plan, &given, faults);
    }
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  return (before != NULL && same_plan (before, plan)) || save_plan (school, before, plan, error);
}

gboolean
sceau_replace_plan (SceauSchool *school, const SceauPlan *plan, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauPlan) before = NULL;

  return sceau_transaction_begin (&transaction, school, error)
         && find_plan (school, plan->certification_code, &before, error)
         && replace_plan (school, before, plan, faults, error)
         && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_save_plan (SceauSchool *school, const SceauPlan *base, const SceauPlan *plan, SceauPlan **current,
                 SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauPlan) before = NULL;

  if (!sceau_transaction_begin (&transaction, school, error)
      || !find_plan (school, plan->certification_code, &before, error))
    return FALSE;
  if ((base == NULL) != (before == NULL) || (base != NULL && !same_plan (base, before)))
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED,
                   _("The plan of %s was changed by somebody else since it was opened: nothing was saved."), plan->certification_code);
      *current = g_steal_pointer (&before);
      return FALSE;
    }
  return replace_plan (school, before, plan, faults, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_import_plan (SceauSchool *school, const char *code, const char *path, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, code, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauPlan) plan = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (certification == NULL)
    return FALSE;
  plan = read_plan (file, code, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  return sceau_replace_plan (school, plan, faults, error);
}

gboolean
sceau_export_plan (SceauSchool *school, const char *code, const char *path, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, code, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauPlan) plan = NULL;

  if (certification == NULL)
    return FALSE;
  plan = sceau_require_plan (school, code, error);
  return plan != NULL && sceau_plan_json_write_file (plan, file, FALSE, error);
}
