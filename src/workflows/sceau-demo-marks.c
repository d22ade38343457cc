/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The marks that no file brings: of groups, of grids, typed twice; and the sheets that are handed in. */

#include "sceau-demo-private.h"

#include "sceau-import-fiche.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"

#define COLLECTIVE "BC02-EC1"
#define GRADED "BC01-MSP1"
#define TYPED_TWICE "BC03-TP1"
#define MENDED "BC04-EC1"
#define EXAMINER "Camille DESROCHES (personne fictive)"
#define SECOND_AUTHOR "démonstration, seconde saisie"
#define AUTHOR "démonstration"
#define CRITERIA 4
#define CRITERION_POINTS 500

/* The plan ------------------------------------------------------------------------ */

static void
add_grid (SceauModality *modality)
{
  static const char *const titles[CRITERIA] = {
    "Analyse du contexte (critère de démonstration)",
    "Choix justifiés (critère de démonstration)",
    "Qualité du rapport (critère de démonstration)",
    "Défense orale (critère de démonstration)",
  };

  for (guint i = 0; i < CRITERIA; i++)
    {
      SceauCriterion *criterion = sceau_criterion_new ();

      criterion->code = g_strdup_printf ("C%u", i + 1);
      criterion->title = g_strdup (titles[i]);
      criterion->points = CRITERION_POINTS;
      g_ptr_array_add (modality->criteria, criterion);
    }
}

gboolean
sceau_demo_refine_plan (SceauDemo *demo, SceauDemoReferential *referential, GError **error)
{
  for (guint i = 0; i < referential->plan->modalities->len; i++)
    {
      SceauModality *modality = g_ptr_array_index (referential->plan->modalities, i);

      modality->collective = modality->collective || g_str_equal (modality->code, COLLECTIVE);
      modality->double_entry = modality->double_entry || g_str_equal (modality->code, TYPED_TWICE);
      if (g_str_equal (modality->code, GRADED))
        add_grid (modality);
    }
  referential->plan->appeal_days = 60;
  return sceau_replace_plan (demo->school, referential->plan, demo->faults, error);
}

/* Groups and grids ---------------------------------------------------------------- */

static const SceauDemoPerson *
find_member (GPtrArray *people, const char *group)
{
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (((const SceauDemoPerson *) g_ptr_array_index (people, i))->group, group) == 0)
      return g_ptr_array_index (people, i);
  return NULL;
}

static gboolean
mark_group (SceauDemo *demo, GPtrArray *people, gint64 cohort, const char *group, gint32 value, GError **error)
{
  g_autoptr (SceauResult) mark = sceau_result_new (0, COLLECTIVE, 1, (SceauMark) { SCEAU_MARK_VALUE, value });

  mark->examiner = g_strdup (EXAMINER);
  return find_member (people, group) == NULL
         || sceau_record_group_mark (demo->school, cohort, group, mark, FALSE, demo->faults, error);
}

static gboolean
adjust_one (SceauDemo *demo, GPtrArray *people, GError **error)
{
  const SceauDemoPerson *person = find_member (people, "Groupe A");
  g_autoptr (SceauResult) mark = NULL;

  if (person == NULL)
    return TRUE;
  mark = sceau_result_new (person->enrolment, COLLECTIVE, 1, (SceauMark) { SCEAU_MARK_VALUE, 1500 });
  mark->examiner = g_strdup (EXAMINER);
  mark->comment = g_strdup ("A conduit seule ou seul la démonstration (cas fictif)");
  return sceau_adjust_group_mark (demo->school, mark, demo->faults, error);
}

static gboolean
mark_grid (SceauDemo *demo, const SceauDemoPerson *person, GError **error)
{
  g_autoptr (SceauResult) mark = sceau_result_new (person->enrolment, GRADED, 1, SCEAU_MARK_NONE);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);

  mark->examiner = g_strdup (EXAMINER);
  for (guint i = 0; i < CRITERIA; i++)
    {
      SceauCriterionPoints *one = sceau_criterion_points_new ();

      one->enrolment_id = person->enrolment;
      one->modality_code = g_strdup (GRADED);
      one->attempt = 1;
      one->criterion = g_strdup_printf ("C%u", i + 1);
      one->points = g_rand_int_range (demo->random, CRITERION_POINTS / 100, CRITERION_POINTS / 50 + 1) * 50;
      g_ptr_array_add (points, one);
    }
  return sceau_record_grid (demo->school, mark, points, demo->faults, error);
}

gboolean
sceau_demo_mark_by_hand (SceauDemo *demo, GPtrArray *people, const char *cohort, GError **error)
{
  const gint64 id = sceau_demo_find_cohort (demo, cohort, error);

  if (id == 0 || !mark_group (demo, people, id, "Groupe A", 1350, error)
      || !mark_group (demo, people, id, "Groupe B", 1200, error) || !adjust_one (demo, people, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      const SceauDemoPerson *person = g_ptr_array_index (people, i);

      if (person->graded && !mark_grid (demo, person, error))
        return FALSE;
    }
  return TRUE;
}

/* Double entry ---------------------------------------------------------------------- */

/* The paper typed again by somebody else; the first of them by half a point less. */
static gboolean
type_again (SceauDemo *demo, gint64 cohort, GError **error)
{
  g_autoptr (GPtrArray) differences = sceau_compare_entries (demo->school, cohort, TYPED_TWICE, 1, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_second_entry_free);
  gboolean slipped = FALSE, done;

  if (differences == NULL)
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const SceauEntryDifference *difference = g_ptr_array_index (differences, i);
      SceauSecondEntry *entry = sceau_second_entry_new ();

      entry->enrolment_id = difference->enrolment_id;
      entry->modality_code = g_strdup (TYPED_TWICE);
      entry->attempt = 1;
      entry->mark = difference->first;
      if (!slipped && entry->mark.kind == SCEAU_MARK_VALUE && entry->mark.value >= 50)
        {
          entry->mark.value -= 50;
          slipped = TRUE;
        }
      g_ptr_array_add (entries, entry);
    }
  sceau_school_set_author (demo->school, SECOND_AUTHOR);
  done = sceau_record_second_entries (demo->school, cohort, entries, demo->faults, error);
  sceau_school_set_author (demo->school, AUTHOR);
  return done;
}

/* The first entry was right each time: the paper says so. */
static gboolean
settle (SceauDemo *demo, gint64 cohort, GError **error)
{
  g_autoptr (GPtrArray) differences = sceau_compare_entries (demo->school, cohort, TYPED_TWICE, 1, error);

  for (guint i = 0; differences != NULL && i < differences->len; i++)
    {
      const SceauEntryDifference *difference = g_ptr_array_index (differences, i);

      if (!sceau_settle_difference (demo->school, difference->enrolment_id, TYPED_TWICE, 1, difference->first, error))
        return FALSE;
    }
  return differences != NULL;
}

/* Sheets -------------------------------------------------------------------------- */

gboolean
sceau_demo_submit_sheet (SceauDemo *demo, const char *cohort, const char *modality, int attempt, GError **error)
{
  const gint64 id = sceau_demo_find_cohort (demo, cohort, error);

  return id != 0
         && sceau_submit_sheet (demo->school, id, modality, attempt, EXAMINER, sceau_school_today (demo->school), FALSE,
                                demo->faults, error);
}

/* The first mark of the sheet that is a value and has room for half a point more; NULL with no @error when there is none. */
static SceauResult *
take_mark (SceauDemo *demo, gint64 cohort, GError **error)
{
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_cohort (demo->school, cohort, error);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      if (g_str_equal (result->modality_code, MENDED) && result->mark.kind == SCEAU_MARK_VALUE && result->mark.value <= 1950)
        return sceau_result_new (result->enrolment_id, MENDED, 1,
                                 (SceauMark) { SCEAU_MARK_VALUE, result->mark.value + 50 });
    }
  return NULL;
}

/* A sheet that was handed in is taken back with a reason, mended and handed in again. */
static gboolean
mend_sheet (SceauDemo *demo, const char *cohort, GError **error)
{
  const gint64 id = sceau_demo_find_cohort (demo, cohort, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  SceauResult *mark;

  if (id == 0)
    return FALSE;
  mark = take_mark (demo, id, &local);
  if (mark == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return error == NULL || *error == NULL;
    }
  mark->comment = g_strdup ("Report corrigé d’après la copie (cas fictif)");
  g_ptr_array_add (entries, mark);
  return sceau_reopen_sheet (demo->school, id, MENDED, 1, "Erreur de report signalée par l’examinatrice (cas fictif)",
                             demo->faults, error)
         && sceau_record_results (demo->school, entries, NULL, error)
         && sceau_demo_submit_sheet (demo, cohort, MENDED, 1, error);
}

gboolean
sceau_demo_submit_sheets (SceauDemo *demo, const SceauDemoReferential *referential, const char *cohort, GError **error)
{
  const gint64 id = sceau_demo_find_cohort (demo, cohort, error);

  if (id == 0 || !type_again (demo, id, error) || !settle (demo, id, error))
    return FALSE;
  for (guint i = 0; i < referential->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (referential->plan->modalities, i);

      if (!sceau_demo_submit_sheet (demo, cohort, modality->code, 1, error))
        return FALSE;
    }
  return mend_sheet (demo, cohort, error);
}
