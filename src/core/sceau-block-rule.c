/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The verdict on one block, by the rule that its certification declares (DESIGN §3, Evaluation).
 *
 *  - What is acquired stays acquired, whatever the results say.
 *  - A loss that is certain is a loss even if another mark is missing; otherwise a missing mark
 *    keeps the block pending and never counts as a failure.
 *  - Absence and fraud never pass and are no zero: they enter no mean.
 *  - An exempt modality is met and weighs nothing; when all are exempt the block is acquired by dispense.
 *  - A parcours that ended with an exclusion for fraud gives no block; those acquired before it stay.
 */

#include "sceau-assessment-private.h"
#include "sceau-text.h"

#define ASSESSMENT(assessments, i) (&g_array_index ((assessments), SceauAssessment, (i)))

/* What a block is called at the head of a reason, agreeing with "acquis". */
static char *
name_state (const char *block_code, SceauBlockState state)
{
  const char *e = block_code != NULL ? "" : "e";
  g_autofree char *name
      = block_code != NULL ? g_strdup_printf ("Bloc %s", block_code) : g_strdup ("Évaluation d’ensemble");

  switch (state)
    {
    case SCEAU_BLOCK_ACQUIRED:
      return g_strdup_printf ("%s acquis%s", name, e);
    case SCEAU_BLOCK_NOT_ACQUIRED:
      return g_strdup_printf ("%s non acquis%s", name, e);
    case SCEAU_BLOCK_PENDING:
      return g_strdup_printf ("%s en attente", name);
    case SCEAU_BLOCK_NOT_TARGETED:
      return g_strdup_printf ("%s non visé%s par ce parcours", name, e);
    }
  g_return_val_if_reached (NULL);
}

/* @why: (transfer full) (nullable): what follows the colon, without the full stop. */
static void
conclude (SceauBlockExamination *self, const char *block_code, SceauBlockState state, char *why)
{
  SceauBlockVerdict *verdict = g_new0 (SceauBlockVerdict, 1);
  g_autofree char *owned = why;
  g_autofree char *name = name_state (block_code, state);

  verdict->block_code = g_strdup (block_code);
  verdict->state = state;
  verdict->how = SCEAU_ACQUISITION_JURY;
  verdict->mean = -1;
  verdict->reason
      = sceau_french_sentence (why != NULL ? g_strdup_printf ("%s : %s.", name, why) : g_strdup_printf ("%s.", name));
  self->verdict = verdict;
}

/* @found and @expected: (transfer full): the words of the auditor's table. */
static void
ground (SceauBlockExamination *self, const char *rule, char *found, char *expected)
{
  sceau_grounds_clear (&self->grounds);
  self->grounds.rule = g_strdup (rule);
  self->grounds.found = found;
  self->grounds.expected = expected;
}

void
sceau_grounds_clear (SceauGrounds *self)
{
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->found, g_free);
  g_clear_pointer (&self->expected, g_free);
}

void
sceau_block_examination_clear (SceauBlockExamination *self)
{
  g_clear_pointer (&self->verdict, sceau_block_verdict_free);
  g_clear_pointer (&self->assessments, g_array_unref);
  sceau_grounds_clear (&self->grounds);
}

void
sceau_block_examination_withhold (SceauBlockExamination *self, SceauBlockState state)
{
  g_autoptr (SceauBlockVerdict) passed = g_steal_pointer (&self->verdict);

  ground (self, "validation partielle", g_strdup ("bloc réussi"), g_strdup ("acquis avec la certification entière"));
  conclude (self, passed->block_code, state,
            g_strdup (state == SCEAU_BLOCK_PENDING ? "réussi, il sera acquis avec la certification entière"
                                                   : "réussi, mais la certification n’admet pas de validation partielle"));
  self->verdict->mean = passed->mean;
}

typedef gboolean (*AssessmentTest) (const SceauAssessment *assessment);

static gboolean
is_open (const SceauAssessment *assessment)
{
  return assessment->open;
}

static gboolean
is_open_and_not_passed (const SceauAssessment *assessment)
{
  return assessment->open && !sceau_assessment_passes (assessment);
}

static gboolean
is_exempt (const SceauAssessment *assessment)
{
  return assessment->mark.kind == SCEAU_MARK_EXEMPT;
}

static gboolean
is_fraud (const SceauAssessment *assessment)
{
  return assessment->mark.kind == SCEAU_MARK_FRAUD;
}

/* Neither a value nor a dispense: there is no mean with it. */
static gboolean
is_unvalued (const SceauAssessment *assessment)
{
  return assessment->mark.kind != SCEAU_MARK_VALUE && assessment->mark.kind != SCEAU_MARK_EXEMPT;
}

static gboolean
is_absent (const SceauAssessment *assessment)
{
  return assessment->mark.kind == SCEAU_MARK_ABSENT && !assessment->open;
}

static gboolean
misses_floor_for_good (const SceauAssessment *assessment)
{
  return sceau_assessment_misses_floor (assessment) && !assessment->open;
}

static guint
count_matching (GArray *assessments, AssessmentTest test)
{
  guint n = 0;

  for (guint i = 0; i < assessments->len; i++)
    n += test (ASSESSMENT (assessments, i)) ? 1 : 0;
  return n;
}

/* "« Étude de cas » (8 sur 20, seuil de 10) ; « Oral » (absence injustifiée)", or NULL when none matches. */
static char *
describe_matching (GArray *assessments, AssessmentTest test)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < assessments->len; i++)
    {
      g_autofree char *one = NULL;

      if (!test (ASSESSMENT (assessments, i)))
        continue;
      one = sceau_assessment_describe (ASSESSMENT (assessments, i));
      g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", one);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* " ; « Étude de cas » (14 sur 20 au 2e passage, plafonné à 10, seuil de 10)": what a cap changed in a success;
 * "" when it changed nothing. */
static char *
describe_capped (GArray *assessments)
{
  g_autofree char *capped = describe_matching (assessments, sceau_assessment_is_capped);

  return capped != NULL ? g_strdup_printf (" ; %s", capped) : g_strdup ("");
}

/* Every modality passed. */
static void
examine_all_passed (SceauBlockExamination *self, const char *block_code)
{
  GArray *assessments = self->assessments;
  guint n = count_matching (assessments, sceau_assessment_passes);
  char *lost = describe_matching (assessments, sceau_assessment_is_lost);
  char *missing;
  g_autofree char *capped = NULL;

  ground (self, "toutes les modalités validées",
          g_strdup_printf ("%u modalité%s validée%s sur %u", n, n > 1 ? "s" : "", n > 1 ? "s" : "", assessments->len),
          g_strdup_printf ("%u sur %u", assessments->len, assessments->len));
  if (lost != NULL)
    {
      conclude (self, block_code, SCEAU_BLOCK_NOT_ACQUIRED, lost);
      return;
    }
  missing = describe_matching (assessments, is_open_and_not_passed);
  if (missing != NULL)
    {
      conclude (self, block_code, SCEAU_BLOCK_PENDING, missing);
      return;
    }
  capped = describe_capped (assessments);
  conclude (self, block_code, SCEAU_BLOCK_ACQUIRED, g_strdup_printf ("toutes les modalités sont validées%s", capped));
}

static gboolean
sum_weights (const gint32 *marks, const int *weights, guint n, gint64 *sum, gint64 *total)
{
  *sum = 0;
  *total = 0;
  for (guint i = 0; i < n; i++)
    {
      if (weights[i] <= 0)
        continue;
      *sum += (gint64) weights[i] * marks[i];
      *total += weights[i];
    }
  return *total > 0;
}

gboolean
sceau_weighted_mean (const gint32 *marks, const int *weights, guint n, gint32 *mean)
{
  gint64 sum, total;

  if (!sum_weights (marks, weights, n, &sum, &total))
    return FALSE;
  *mean = (gint32) ((2 * sum + total) / (2 * total));
  return TRUE;
}

/* "moyenne de 9,75 sur 20".  A mean just under the threshold must not read as the threshold: it is then
 * given by its first three decimals, cut and not rounded. */
static char *
describe_mean (gint32 mean, gint64 sum, gint64 total, gint32 threshold)
{
  gint64 thousandths = sum * 10 / total;
  g_autofree char *value = NULL;

  if (mean < threshold || sum >= total * threshold)
    {
      value = sceau_value_describe (mean, SCEAU_SCALE_TWENTY);
      return g_strdup_printf ("moyenne de %s", value);
    }
  return g_strdup_printf ("moyenne de %d,%03d sur 20", (int) (thousandths / 1000), (int) (thousandths % 1000));
}

/* The mean of what has a value, exactly: @sum / @total. FALSE when nothing has a weight. */
static gboolean
sum_values (GArray *assessments, gint64 *sum, gint64 *total, gint32 *mean)
{
  g_autofree gint32 *marks = g_new (gint32, assessments->len);
  g_autofree int *weights = g_new (int, assessments->len);
  guint n = 0;

  for (guint i = 0; i < assessments->len; i++)
    {
      const SceauAssessment *assessment = ASSESSMENT (assessments, i);

      if (assessment->mark.kind != SCEAU_MARK_VALUE)
        continue;
      marks[n] = assessment->mark.value;
      weights[n++] = assessment->modality->weight;
    }
  return sum_weights (marks, weights, n, sum, total) && sceau_weighted_mean (marks, weights, n, mean);
}

/* Every mark is known or good enough as it stands: the mean decides. */
static void
judge_mean (SceauBlockExamination *self, const char *block_code, gint32 threshold)
{
  GArray *assessments = self->assessments;
  gint64 sum, total;
  gint32 mean;
  gboolean reached;
  g_autofree char *shown = NULL;
  g_autofree char *limit = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, threshold }, SCEAU_SCALE_TWENTY);
  g_autofree char *low = describe_matching (assessments, sceau_assessment_misses_floor);
  g_autofree char *capped = describe_capped (assessments);

  if (!sum_values (assessments, &sum, &total, &mean))
    {
      conclude (self, block_code, SCEAU_BLOCK_PENDING, g_strdup ("aucune modalité n’a de coefficient"));
      return;
    }
  reached = sum >= total * threshold;
  shown = describe_mean (mean, sum, total, threshold);
  if (reached && low == NULL)
    conclude (self, block_code, SCEAU_BLOCK_ACQUIRED, g_strdup_printf ("%s, seuil de %s atteint%s", shown, limit, capped));
  else if (count_matching (assessments, is_open) > 0)
    conclude (self, block_code, SCEAU_BLOCK_PENDING, describe_matching (assessments, is_open));
  else
    conclude (self, block_code, SCEAU_BLOCK_NOT_ACQUIRED,
              g_strdup_printf ("%s, inférieure au seuil de %s%s", shown, limit, capped));
  self->verdict->mean = mean;
}

/* "note de 5 sur 20 à « Étude de cas », inférieure à la note éliminatoire de 7", for the first floor missed. */
static char *
describe_missed_floor (GArray *assessments)
{
  for (guint i = 0; i < assessments->len; i++)
    {
      const SceauAssessment *assessment = ASSESSMENT (assessments, i);
      g_autofree char *value = NULL;
      g_autofree char *floor_text = NULL;

      if (!misses_floor_for_good (assessment))
        continue;
      value = sceau_value_describe (assessment->mark.value, assessment->modality->scale);
      floor_text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, assessment->modality->floor },
                                       assessment->modality->scale);
      return g_strdup_printf ("note de %s à « %s », inférieure à la note éliminatoire de %s%s", value,
                              sceau_assessment_name (assessment), floor_text,
                              sceau_assessment_is_exhausted (assessment) ? ", plus aucun passage possible" : "");
    }
  return NULL;
}

static void
ground_mean (SceauBlockExamination *self, gint32 threshold)
{
  gint64 sum, total;
  gint32 mean;
  g_autofree char *limit = sceau_value_describe (threshold, SCEAU_SCALE_TWENTY);
  char *found = NULL;

  if (count_matching (self->assessments, is_unvalued) == 0 && sum_values (self->assessments, &sum, &total, &mean))
    found = describe_mean (mean, sum, total, threshold);
  ground (self, "moyenne pondérée", found != NULL ? found : g_strdup ("moyenne non calculée"),
          g_strdup_printf ("au moins %s, aucune absence ni note éliminatoire", limit));
}

/* The weighted mean reaches the threshold and no eliminatory floor is missed. */
static void
examine_weighted_mean (SceauBlockExamination *self, const char *block_code, gint32 threshold)
{
  GArray *assessments = self->assessments;
  char *lost = describe_matching (assessments, is_absent);
  gint64 sum, total;

  ground_mean (self, threshold);
  if (lost != NULL)
    {
      conclude (self, block_code, SCEAU_BLOCK_NOT_ACQUIRED, lost);
      return;
    }
  lost = describe_missed_floor (assessments);
  if (lost != NULL)
    {
      conclude (self, block_code, SCEAU_BLOCK_NOT_ACQUIRED, lost);
      if (count_matching (assessments, is_open) == 0)
        sum_values (assessments, &sum, &total, &self->verdict->mean);
      return;
    }
  /* Without a value there is no mean yet; a value that may still improve can be judged as it stands. */
  if (count_matching (assessments, is_unvalued) > 0)
    conclude (self, block_code, SCEAU_BLOCK_PENDING, describe_matching (assessments, is_open));
  else
    judge_mean (self, block_code, threshold);
}

/* A competence is acquired when every modality that covers it is passed; one that no modality covers
 * is proved by nothing and stays in the denominator. */
static SceauBlockState
judge_competence (GArray *assessments, int number)
{
  SceauBlockState state = SCEAU_BLOCK_NOT_ACQUIRED;
  gboolean covered = FALSE;
  gboolean open = FALSE;

  for (guint i = 0; i < assessments->len; i++)
    {
      const SceauAssessment *assessment = ASSESSMENT (assessments, i);
      gboolean covers = FALSE;

      for (guint j = 0; !covers && j < assessment->modality->competences->len; j++)
        covers = g_array_index (assessment->modality->competences, int, j) == number;
      if (!covers)
        continue;
      if (sceau_assessment_is_lost (assessment))
        return SCEAU_BLOCK_NOT_ACQUIRED;
      covered = TRUE;
      open = open || !sceau_assessment_passes (assessment);
    }
  if (covered)
    state = open ? SCEAU_BLOCK_PENDING : SCEAU_BLOCK_ACQUIRED;
  return state;
}

/* The share of the block's competences that are acquired reaches the threshold (hundredths of a per cent). */
static void
examine_competence_share (SceauBlockExamination *self, const SceauBlock *block, const char *block_code, gint32 threshold)
{
  gint64 n = block != NULL ? block->competences->len : 0;
  gint64 acquired = 0;
  gint64 pending = 0;
  SceauBlockState state = SCEAU_BLOCK_NOT_ACQUIRED;
  g_autofree char *limit = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, threshold }, SCEAU_SCALE_TWENTY);
  g_autofree char *share = NULL;
  g_autofree char *capped = describe_capped (self->assessments);

  for (int number = 1; number <= n; number++)
    {
      SceauBlockState one = judge_competence (self->assessments, number);

      acquired += one == SCEAU_BLOCK_ACQUIRED ? 1 : 0;
      pending += one == SCEAU_BLOCK_PENDING ? 1 : 0;
    }
  share = g_strdup_printf ("%d compétence%s acquise%s sur %d", (int) acquired, acquired > 1 ? "s" : "",
                           acquired > 1 ? "s" : "", (int) n);
  ground (self, "part des compétences", g_strdup (share), g_strdup_printf ("au moins %s %%", limit));
  if (n == 0)
    {
      conclude (self, block_code, SCEAU_BLOCK_PENDING, g_strdup ("aucune compétence n’est énoncée"));
      return;
    }
  if (acquired * 10000 >= n * threshold)
    state = SCEAU_BLOCK_ACQUIRED;
  else if ((acquired + pending) * 10000 >= n * threshold)
    state = SCEAU_BLOCK_PENDING;
  conclude (self, block_code, state,
            g_strdup_printf ("%s%s (seuil de %s %%)%s", share,
                             state == SCEAU_BLOCK_PENDING ? ", d’autres attendent un résultat" : "", limit, capped));
}

/* Whether @a is the one to quote where a block was acquired twice: the earlier, whatever the order they come in. */
static gboolean
comes_before (const SceauAcquiredBlock *a, const SceauAcquiredBlock *b)
{
  if (a->date != b->date)
    return b->date == SCEAU_NO_DATE || (a->date != SCEAU_NO_DATE && a->date < b->date);
  if (a->kind != b->kind)
    return a->kind < b->kind;
  return g_strcmp0 (a->proof, b->proof) < 0;
}

static const SceauAcquiredBlock *
find_acquired (const SceauDossier *dossier, const char *block_code)
{
  const SceauAcquiredBlock *found = NULL;

  for (guint i = 0; block_code != NULL && dossier->acquired_blocks != NULL && i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *acquired = g_ptr_array_index (dossier->acquired_blocks, i);

      if (g_strcmp0 (acquired->block_code, block_code) == 0 && (found == NULL || comes_before (acquired, found)))
        found = acquired;
    }
  return found;
}

static void
keep_acquired (SceauBlockExamination *self, const SceauAcquiredBlock *acquired)
{
  static const char *const ways[] = { "par décision du jury", "lors d’un parcours antérieur", "par la VAE",
                                      "par correspondance avec une fiche antérieure", "par dispense" };
  g_autofree char *date = sceau_date_format_long (acquired->date);
  g_autoptr (GString) why = g_string_new (ways[acquired->kind]);

  if (*date != '\0')
    g_string_append_printf (why, " le %s", date);
  if (acquired->proof != NULL && *acquired->proof != '\0')
    g_string_append_printf (why, " (preuve : %s)", acquired->proof);
  self->kept = TRUE;
  ground (self, "bloc déjà acquis", g_strdup (why->str), g_strdup ("un bloc acquis le reste"));
  conclude (self, acquired->block_code, SCEAU_BLOCK_ACQUIRED, g_string_free (g_steal_pointer (&why), FALSE));
  self->verdict->how = acquired->kind;
}

/* What a fraud is found in stays to be judged, even in a block acquired before. */
static void
keep_frauds (GArray *assessments)
{
  for (guint i = assessments->len; i > 0; i--)
    if (!is_fraud (ASSESSMENT (assessments, i - 1)))
      g_array_remove_index (assessments, i - 1);
}

static void
examine_by_rule (const SceauDossier *dossier, const char *block_code, SceauBlockExamination *self)
{
  const SceauBlockRule *rule = sceau_plan_find_block_rule (dossier->plan, block_code);

  switch (rule->kind)
    {
    case SCEAU_BLOCK_RULE_ALL_PASSED:
      examine_all_passed (self, block_code);
      return;
    case SCEAU_BLOCK_RULE_WEIGHTED_MEAN:
      examine_weighted_mean (self, block_code, rule->threshold);
      return;
    case SCEAU_BLOCK_RULE_COMPETENCE_SHARE:
      examine_competence_share (self, sceau_certification_find_block (dossier->certification, block_code), block_code,
                                rule->threshold);
      return;
    }
  g_return_if_reached ();
}

/* Fraud, dispense of everything and nothing at all come before the rule. */
static void
examine_assessments (const SceauDossier *dossier, const char *block_code, SceauBlockExamination *self)
{
  GArray *assessments = self->assessments;

  if (assessments->len == 0)
    {
      ground (self, "modalités du bloc", g_strdup ("aucune modalité prévue"), g_strdup ("au moins une modalité"));
      conclude (self, block_code, SCEAU_BLOCK_PENDING, g_strdup ("aucune modalité d’évaluation n’est prévue"));
    }
  else if (count_matching (assessments, is_fraud) > 0)
    {
      ground (self, "fraude", g_strdup ("fraude retenue"), g_strdup ("aucune fraude"));
      conclude (self, block_code, SCEAU_BLOCK_NOT_ACQUIRED, describe_matching (assessments, is_fraud));
    }
  else if (count_matching (assessments, is_exempt) == assessments->len)
    {
      ground (self, "dispense", g_strdup ("dispense de toutes les modalités"),
              g_strdup ("chaque modalité validée ou dispensée"));
      conclude (self, block_code, SCEAU_BLOCK_ACQUIRED, g_strdup ("dispense de toutes les modalités"));
      self->verdict->how = SCEAU_ACQUISITION_DISPENSE;
    }
  else
    examine_by_rule (dossier, block_code, self);
}

void
sceau_block_examine (const SceauDossier *dossier, const char *block_code, SceauBlockExamination *self)
{
  const SceauAcquiredBlock *acquired = find_acquired (dossier, block_code);

  *self = (SceauBlockExamination) { .kind = sceau_plan_find_block_rule (dossier->plan, block_code)->kind };
  self->assessments = sceau_dossier_assess_all (dossier, block_code);
  if (acquired != NULL)
    {
      keep_frauds (self->assessments);
      keep_acquired (self, acquired);
    }
  else if (block_code != NULL && !sceau_enrolment_targets (dossier->enrolment, block_code))
    {
      ground (self, "blocs visés", g_strdup ("bloc non visé"), g_strdup ("bloc visé par le parcours"));
      conclude (self, block_code, SCEAU_BLOCK_NOT_TARGETED, NULL);
    }
  else if (dossier->enrolment->state == SCEAU_ENROLMENT_EXCLUDED)
    {
      ground (self, "parcours", sceau_departure_describe (dossier->enrolment), g_strdup ("aucune exclusion"));
      conclude (self, block_code, SCEAU_BLOCK_NOT_ACQUIRED, sceau_departure_describe (dossier->enrolment));
    }
  else
    examine_assessments (dossier, block_code, self);
}

SceauBlockVerdict *
sceau_block_evaluate (const SceauDossier *dossier, const char *block_code)
{
  SceauBlockExamination examination;
  SceauBlockVerdict *verdict;

  sceau_block_examine (dossier, block_code, &examination);
  verdict = g_steal_pointer (&examination.verdict);
  sceau_block_examination_clear (&examination);
  return verdict;
}
