/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "test-reference-rules.h"

__extension__ typedef __int128 Wide;

static int
compare_attempts (gconstpointer a, gconstpointer b)
{
  const SceauResult *first = *(const SceauResult *const *) a;
  const SceauResult *second = *(const SceauResult *const *) b;

  return first->attempt - second->attempt;
}

/* (transfer container): the attempts that say something, in their order, without those that a fraud voids. */
static GPtrArray *
list_attempts (const SceauDossier *dossier, const char *modality_code)
{
  GPtrArray *attempts = g_ptr_array_new ();

  for (guint i = 0; i < dossier->results->len; i++)
    {
      SceauResult *result = g_ptr_array_index (dossier->results, i);

      if (g_str_equal (result->modality_code, modality_code) && result->mark.kind != SCEAU_MARK_BLANK)
        g_ptr_array_add (attempts, result);
    }
  g_ptr_array_sort (attempts, compare_attempts);
  for (guint i = attempts->len; i > 1; i--)
    if (((SceauResult *) g_ptr_array_index (attempts, i - 2))->mark.kind == SCEAU_MARK_FRAUD)
      {
        g_ptr_array_remove_range (attempts, 0, i - 1);
        break;
      }
  return attempts;
}

/* (transfer full): what each of them counts for, in their order. The first that was neither excused nor preceded by one
 * that was used up goes free of the cap. */
static GArray *
list_marks (const SceauModality *modality, GPtrArray *attempts)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SceauMark));
  int excused = 0;
  /* Voided attempts were used up. */
  gboolean after_fraud = attempts->len > 0 && ((SceauResult *) g_ptr_array_index (attempts, 0))->mark.kind == SCEAU_MARK_FRAUD;

  for (guint i = 0; i < attempts->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (attempts, i);
      SceauMark mark = result->mark;
      gboolean free_of_cap = modality->retake_cap < 0 || (!after_fraud && result->attempt == 1 + excused);

      if (mark.kind == SCEAU_MARK_VALUE && !free_of_cap)
        mark.value = MIN (mark.value, modality->retake_cap);
      excused += mark.kind == SCEAU_MARK_EXCUSED;
      g_array_append_val (marks, mark);
    }
  return marks;
}

static const SceauMark *
find_kind (GArray *marks, SceauMarkKind kind)
{
  const SceauMark *best = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const SceauMark *mark = &g_array_index (marks, SceauMark, i);

      if (mark->kind == kind && (best == NULL || mark->value > best->value))
        best = mark;
    }
  return best;
}

TestStanding
test_reference_standing (const SceauDossier *dossier, const SceauModality *modality)
{
  g_autoptr (GPtrArray) attempts = list_attempts (dossier, modality->code);
  g_autoptr (GArray) marks = list_marks (modality, attempts);
  const SceauMark *value = find_kind (marks, SCEAU_MARK_VALUE);
  gboolean pending = find_kind (marks, SCEAU_MARK_PENDING) != NULL;
  SceauMark last;

  if (attempts->len == 0)
    return (TestStanding) { SCEAU_MARK_NONE, TRUE };
  last = g_array_index (marks, SceauMark, marks->len - 1);
  if (last.kind == SCEAU_MARK_FRAUD || dossier->plan->retakes == SCEAU_RETAKE_LAST)
    return (TestStanding) { last, last.kind == SCEAU_MARK_PENDING || last.kind == SCEAU_MARK_EXCUSED };
  if (find_kind (marks, SCEAU_MARK_EXEMPT) != NULL)
    return (TestStanding) { { SCEAU_MARK_EXEMPT, 0 }, FALSE };
  if (value != NULL)
    return (TestStanding) { *value, pending || last.kind == SCEAU_MARK_EXCUSED };
  if (pending)
    return (TestStanding) { { SCEAU_MARK_PENDING, 0 }, TRUE };
  return (TestStanding) { last, last.kind == SCEAU_MARK_EXCUSED };
}

gboolean
test_reference_has_block (const SceauDossier *dossier, const char *block_code)
{
  for (guint i = 0; i < dossier->acquired_blocks->len; i++)
    if (g_strcmp0 (((SceauAcquiredBlock *) g_ptr_array_index (dossier->acquired_blocks, i))->block_code, block_code) == 0)
      return TRUE;
  return FALSE;
}

gboolean
test_reference_reaches (const gint32 *marks, const int *weights, guint n, gint32 threshold)
{
  Wide sum = 0;

  for (guint i = 0; i < n; i++)
    if (weights[i] > 0)
      sum += (Wide) weights[i] * ((Wide) marks[i] - threshold);
  return sum >= 0;
}

/* Half up: mean - 1/2 ≤ the mean < mean + 1/2, everything doubled. */
gboolean
test_reference_is_mean (const gint32 *marks, const int *weights, guint n, gint32 mean)
{
  Wide sum = 0;
  Wide total = 0;

  for (guint i = 0; i < n; i++)
    if (weights[i] > 0)
      {
        sum += (Wide) weights[i] * marks[i];
        total += weights[i];
      }
  return (2 * (Wide) mean - 1) * total <= 2 * sum && 2 * sum < (2 * (Wide) mean + 1) * total;
}

static gboolean
passes (TestStanding standing, const SceauModality *modality)
{
  return standing.mark.kind == SCEAU_MARK_EXEMPT
         || (standing.mark.kind == SCEAU_MARK_VALUE && standing.mark.value >= modality->pass_mark);
}

/* Modalities and where they stand, side by side. */
typedef struct
{
  GPtrArray *modalities;
  TestStanding *standings;
} Assessed;

static SceauBlockState
judge_all_passed (const Assessed *self)
{
  SceauBlockState state = SCEAU_BLOCK_ACQUIRED;

  for (guint i = 0; i < self->modalities->len; i++)
    {
      if (passes (self->standings[i], g_ptr_array_index (self->modalities, i)))
        continue;
      if (!self->standings[i].open)
        return SCEAU_BLOCK_NOT_ACQUIRED;
      state = SCEAU_BLOCK_PENDING;
    }
  return state;
}

static SceauBlockState
judge_mean (const Assessed *self, gint32 threshold)
{
  guint length = self->modalities->len;
  g_autofree gint32 *marks = g_new0 (gint32, length);
  g_autofree int *weights = g_new0 (int, length);
  gboolean missing = FALSE;
  gboolean open = FALSE;
  gboolean low = FALSE;

  for (guint i = 0; i < length; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->modalities, i);
      TestStanding standing = self->standings[i];
      gboolean valued = standing.mark.kind == SCEAU_MARK_VALUE;
      gboolean below = valued && standing.mark.value < modality->floor;

      if (!standing.open && (below || standing.mark.kind == SCEAU_MARK_ABSENT))
        return SCEAU_BLOCK_NOT_ACQUIRED;
      missing = missing || (!valued && standing.mark.kind != SCEAU_MARK_EXEMPT);
      open = open || standing.open;
      low = low || below;
      marks[i] = valued ? standing.mark.value : 0;
      weights[i] = valued ? modality->weight : 0;
    }
  if (missing)
    return SCEAU_BLOCK_PENDING;
  if (!low && test_reference_reaches (marks, weights, length, threshold))
    return SCEAU_BLOCK_ACQUIRED;
  return open ? SCEAU_BLOCK_PENDING : SCEAU_BLOCK_NOT_ACQUIRED;
}

static gboolean
covers (const SceauModality *modality, int number)
{
  for (guint i = 0; i < modality->competences->len; i++)
    if (g_array_index (modality->competences, int, i) == number)
      return TRUE;
  return FALSE;
}

static SceauBlockState
judge_share (const Assessed *self, int n_competences, gint32 threshold)
{
  int least = 0; /* competences held if everything that is open is lost */
  int most = 0;  /* and if it is won */

  for (int number = 1; number <= n_competences; number++)
    {
      gboolean covered = FALSE;
      gboolean held = TRUE;
      gboolean holdable = TRUE;

      for (guint i = 0; i < self->modalities->len; i++)
        {
          const SceauModality *modality = g_ptr_array_index (self->modalities, i);
          gboolean passed = passes (self->standings[i], modality);

          if (!covers (modality, number))
            continue;
          covered = TRUE;
          held = held && passed;
          holdable = holdable && (passed || self->standings[i].open);
        }
      least += covered && held ? 1 : 0;
      most += covered && holdable ? 1 : 0;
    }
  if ((Wide) least * 10000 >= (Wide) n_competences * threshold)
    return SCEAU_BLOCK_ACQUIRED;
  return (Wide) most * 10000 >= (Wide) n_competences * threshold ? SCEAU_BLOCK_PENDING : SCEAU_BLOCK_NOT_ACQUIRED;
}

static SceauBlockState
judge_by_rule (const SceauDossier *dossier, const char *block_code, const Assessed *self)
{
  const SceauBlockRule *rule = sceau_plan_find_block_rule (dossier->plan, block_code);

  switch (rule->kind)
    {
    case SCEAU_BLOCK_RULE_ALL_PASSED:
      return judge_all_passed (self);
    case SCEAU_BLOCK_RULE_WEIGHTED_MEAN:
      return judge_mean (self, rule->threshold);
    case SCEAU_BLOCK_RULE_COMPETENCE_SHARE:
      return judge_share (self, (int) sceau_certification_find_block (dossier->certification, block_code)->competences->len,
                          rule->threshold);
    }
  g_assert_not_reached ();
}

static gboolean
is_claimed (const SceauPlan *plan, const char *modality_code)
{
  for (guint i = 0; i < plan->requirements->len; i++)
    if (g_strcmp0 (((SceauRequirement *) g_ptr_array_index (plan->requirements, i))->modality_code, modality_code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_targeted (const SceauEnrolment *enrolment, const char *block_code)
{
  return enrolment->targeted_blocks->len == 0
         || g_ptr_array_find_with_equal_func (enrolment->targeted_blocks, block_code, g_str_equal, NULL);
}

SceauBlockState
test_reference_block (const SceauDossier *dossier, const char *block_code)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (dossier->plan, block_code);
  g_autofree TestStanding *standings = NULL;
  guint n_exempt = 0;

  if (block_code != NULL && test_reference_has_block (dossier, block_code))
    return SCEAU_BLOCK_ACQUIRED;
  if (block_code != NULL && !is_targeted (dossier->enrolment, block_code))
    return SCEAU_BLOCK_NOT_TARGETED;
  for (guint i = modalities->len; block_code == NULL && i > 0; i--)
    if (is_claimed (dossier->plan, ((SceauModality *) g_ptr_array_index (modalities, i - 1))->code))
      g_ptr_array_remove_index (modalities, i - 1);
  if (dossier->enrolment->state == SCEAU_ENROLMENT_EXCLUDED)
    return SCEAU_BLOCK_NOT_ACQUIRED;
  if (modalities->len == 0)
    return SCEAU_BLOCK_PENDING;

  standings = g_new0 (TestStanding, modalities->len);
  for (guint i = 0; i < modalities->len; i++)
    {
      standings[i] = test_reference_standing (dossier, g_ptr_array_index (modalities, i));
      if (standings[i].mark.kind == SCEAU_MARK_FRAUD)
        return SCEAU_BLOCK_NOT_ACQUIRED;
      n_exempt += standings[i].mark.kind == SCEAU_MARK_EXEMPT;
    }
  if (n_exempt == modalities->len)
    return SCEAU_BLOCK_ACQUIRED;
  return judge_by_rule (dossier, block_code, &(Assessed) { modalities, standings });
}
