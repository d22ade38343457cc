/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "test-random-dossier.h"

#include "sceau-plan.h"

/* Punctuation that French spaces must survive. */
static const char *const titles[]
    = { "Étude de cas", "Oral : soutenance", "« Projet »", "Qui va là ?", "Cas à 100 % ; suite", "Attention !" };

#define PICK(rand, array) ((array)[g_rand_int_range ((rand), 0, (gint32) G_N_ELEMENTS (array))])

/* One time in @n. */
static gboolean
happens (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static gint32
get_step (SceauScale scale)
{
  return scale == SCEAU_SCALE_TWENTY ? 1 : scale == SCEAU_SCALE_LETTERS ? 100 : 50;
}

static gint32
draw_on_scale (GRand *rand, SceauScale scale)
{
  gint32 step = get_step (scale);

  return step * g_rand_int_range (rand, 0, sceau_scale_maximum (scale) / step + 1);
}

SceauMark
test_draw_value (GRand *rand, const SceauModality *modality)
{
  gint32 maximum = sceau_scale_maximum (modality->scale);
  gint32 value;
  const gint32 values[] = { modality->pass_mark, modality->pass_mark, modality->pass_mark - get_step (modality->scale),
                            MAX (modality->floor, 0), 0, maximum, draw_on_scale (rand, modality->scale),
                            draw_on_scale (rand, modality->scale) };

  value = PICK (rand, values);
  return (SceauMark) { SCEAU_MARK_VALUE, CLAMP (value, 0, maximum) };
}

SceauMark
test_draw_mark (GRand *rand, const SceauModality *modality)
{
  static const SceauMarkKind others[] = { SCEAU_MARK_BLANK,   SCEAU_MARK_ABSENT, SCEAU_MARK_EXCUSED, SCEAU_MARK_PENDING,
                                          SCEAU_MARK_EXEMPT, SCEAU_MARK_EXEMPT, SCEAU_MARK_FRAUD };

  if (!happens (rand, 4))
    return test_draw_value (rand, modality);
  return (SceauMark) { PICK (rand, others), 0 };
}

void
test_shuffle (GRand *rand, GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer moved = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = moved;
    }
}

static SceauModality *
add_modality (TestDossier *self, GRand *rand, const char *block_code, SceauScale scale)
{
  SceauModality *modality = sceau_modality_new ();
  const int weights[] = { 1, 100, 10000, g_rand_int_range (rand, 1, 10001) };

  modality->code = g_strdup_printf ("M%u", self->plan->modalities->len + 1);
  modality->title = g_strdup (PICK (rand, titles));
  modality->block_code = g_strdup (block_code);
  modality->type = (SceauModalityType) g_rand_int_range (rand, 0, SCEAU_N_MODALITY_TYPES);
  modality->scale = scale;
  modality->weight = PICK (rand, weights);
  modality->pass_mark = happens (rand, 2) ? sceau_scale_maximum (scale) / 2 : draw_on_scale (rand, scale);
  if (scale == SCEAU_SCALE_LETTERS)
    modality->pass_mark -= modality->pass_mark % get_step (scale);
  modality->floor = happens (rand, 3) ? draw_on_scale (rand, scale) : -1;
  modality->max_attempts = g_rand_int_range (rand, 0, 4);
  modality->retake_cap = happens (rand, 2) ? MAX (modality->pass_mark, draw_on_scale (rand, scale)) : -1;
  if (modality->max_attempts == 1)
    modality->retake_cap = -1;
  g_ptr_array_add (self->plan->modalities, modality);
  return modality;
}

/* Every competence is covered, some of them twice. */
static void
cover_competences (TestDossier *self, GRand *rand, const char *block_code, int n_competences)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (self->plan, block_code);

  for (int number = 1; number <= n_competences; number++)
    for (int again = happens (rand, 3) ? 2 : 1; again > 0; again--)
      {
        SceauModality *modality = g_ptr_array_index (modalities, g_rand_int_range (rand, 0, (gint32) modalities->len));

        /* A plan that names a competence twice in one modality is refused. */
        if (modality->competences->len == 0 || g_array_index (modality->competences, int, modality->competences->len - 1) != number)
          g_array_append_val (modality->competences, number);
      }
}

static void
add_rule (TestDossier *self, GRand *rand, const char *block_code, SceauBlockRuleKind kind)
{
  const gint32 means[] = { 1000, 1000, 1, 2000, g_rand_int_range (rand, 1, 2001) };
  const gint32 shares[] = { 10000, 5000, 3333, 6667, 1, g_rand_int_range (rand, 1, 10001) };

  if (kind == SCEAU_BLOCK_RULE_ALL_PASSED && happens (rand, 2))
    return;
  test_dossier_add_rule (self, block_code, kind, kind == SCEAU_BLOCK_RULE_WEIGHTED_MEAN ? PICK (rand, means) : PICK (rand, shares));
}

/* What is assessed together: a block, or the whole where there is none (@block_code NULL). */
static void
add_assessed (TestDossier *self, GRand *rand, const char *block_code, int n_competences)
{
  SceauBlockRuleKind kind = (SceauBlockRuleKind) g_rand_int_range (rand, 0, n_competences > 0 ? 3 : 2);

  add_rule (self, rand, block_code, kind);
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    add_modality (self, rand, block_code,
                  kind == SCEAU_BLOCK_RULE_WEIGHTED_MEAN ? SCEAU_SCALE_TWENTY : (SceauScale) g_rand_int_range (rand, 0, 3));
  cover_competences (self, rand, block_code, n_competences);
}

static void
add_blocks (TestDossier *self, GRand *rand)
{
  int n = g_rand_int_range (rand, 0, 7);

  self->certification->partial_allowed = !happens (rand, 3);
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *code = g_strdup_printf ("BC%02d", i);
      int n_competences = g_rand_int_range (rand, 0, 6);
      SceauBlock *block;

      test_dossier_add_block (self, code, n_competences);
      block = g_ptr_array_index (self->certification->blocks, i - 1);
      block->optional = happens (rand, 4);
      add_assessed (self, rand, code, n_competences);
    }
  if (n == 0)
    add_assessed (self, rand, NULL, 0);
  else if (happens (rand, 5))
    add_modality (self, rand, NULL, SCEAU_SCALE_TWENTY);
}

static void
add_requirements (TestDossier *self, GRand *rand)
{
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      SceauRequirement *requirement = sceau_requirement_new ();

      requirement->code = g_strdup_printf ("R%u", self->plan->requirements->len + 1);
      requirement->title = g_strdup (PICK (rand, titles));
      requirement->exempt_routes = happens (rand, 3) ? g_rand_int (rand) & ((1u << SCEAU_N_ROUTES) - 1) : 0;
      if (happens (rand, 2))
        {
          requirement->kind = SCEAU_REQUIREMENT_MODALITY;
          requirement->modality_code
              = g_strdup (add_modality (self, rand, NULL, (SceauScale) g_rand_int_range (rand, 0, 3))->code);
        }
      else
        {
          requirement->kind = SCEAU_REQUIREMENT_COMPANY_PERIOD;
          requirement->min_months = g_rand_int_range (rand, 0, 5);
          requirement->max_months = requirement->min_months == 0 || happens (rand, 2) ? 6 : 0;
        }
      g_ptr_array_add (self->plan->requirements, requirement);
    }
}

static void
fill_enrolment (TestDossier *self, GRand *rand)
{
  SceauEnrolment *enrolment = self->enrolment;
  GPtrArray *blocks = self->certification->blocks;

  enrolment->route = (SceauRoute) g_rand_int_range (rand, 0, SCEAU_N_ROUTES);
  if (happens (rand, 10))
    enrolment->state = (SceauEnrolmentState) g_rand_int_range (rand, SCEAU_ENROLMENT_WITHDRAWN, SCEAU_ENROLMENT_EXCLUDED + 1);
  if (enrolment->state != SCEAU_ENROLMENT_ACTIVE && !happens (rand, 3))
    {
      enrolment->state_since = sceau_date_new (2026, 4, 1);
      enrolment->hearing = sceau_date_new (2026, 3, 20);
    }
  if (!happens (rand, 4))
    enrolment->company_start = sceau_date_new (2026, 1, 1) + (SceauDate) g_rand_int_range (rand, 0, 90);
  if (enrolment->company_start != SCEAU_NO_DATE && !happens (rand, 6))
    enrolment->company_end = enrolment->company_start + (SceauDate) g_rand_int_range (rand, -2, 200);
  if (happens (rand, 2))
    return;
  for (guint i = 0; i < blocks->len; i++)
    if (!happens (rand, 3))
      g_ptr_array_add (enrolment->targeted_blocks, g_strdup (((SceauBlock *) g_ptr_array_index (blocks, i))->code));
}

/* Marks at random alone would certify nobody, and nobody would be absent everywhere. */
typedef enum
{
  LEARNER_DILIGENT,
  LEARNER_AWAY,
  LEARNER_ANY,
  N_LEARNERS
} LearnerKind;

static SceauMark
draw_result (GRand *rand, const SceauModality *modality, LearnerKind kind)
{
  static const SceauMarkKind away[] = { SCEAU_MARK_ABSENT, SCEAU_MARK_ABSENT, SCEAU_MARK_EXCUSED, SCEAU_MARK_EXEMPT };
  gint32 value = draw_on_scale (rand, modality->scale);

  if (kind == LEARNER_ANY || happens (rand, 12))
    return test_draw_mark (rand, modality);
  if (kind == LEARNER_DILIGENT)
    return (SceauMark) { SCEAU_MARK_VALUE, MAX (modality->pass_mark, value) };
  return (SceauMark) { PICK (rand, away), 0 };
}

static void
add_results (TestDossier *self, GRand *rand)
{
  LearnerKind kind = (LearnerKind) g_rand_int_range (rand, 0, N_LEARNERS);

  for (guint i = 0; i < self->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->plan->modalities, i);
      int n = kind == LEARNER_ANY ? g_rand_int_range (rand, 0, 5) : g_rand_int_range (rand, 1, 3);

      for (int attempt = 1; attempt <= n; attempt++)
        {
          SceauMark mark = draw_result (rand, modality, kind);

          g_ptr_array_add (self->dossier.results, sceau_result_new (1, modality->code, attempt, mark));
        }
    }
  test_shuffle (rand, self->dossier.results);
}

static void
add_acquired (TestDossier *self, GRand *rand)
{
  guint n = self->certification->blocks->len;

  /* Twice the same block now and then: an earlier enrolment and a correspondence may both give it. */
  for (guint i = 0; i < 2 * n; i++)
    {
      SceauAcquiredBlock *acquired;

      if (!happens (rand, i < n ? 6 : 20))
        continue;
      acquired = sceau_acquired_block_new ();
      acquired->block_code = g_strdup (((SceauBlock *) g_ptr_array_index (self->certification->blocks, i % n))->code);
      acquired->kind = (SceauAcquisitionKind) g_rand_int_range (rand, 0, SCEAU_ACQUISITION_DISPENSE + 1);
      acquired->date = happens (rand, 4) ? SCEAU_NO_DATE : sceau_date_new (2025, 3, g_rand_int_range (rand, 1, 29));
      acquired->proof = happens (rand, 4) ? NULL : g_strdup ("PV 12 : annexe ; page 3");
      g_ptr_array_add (self->dossier.acquired_blocks, acquired);
    }
}

TestDossier *
test_dossier_new_random (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestDossier *self = test_dossier_new ();

  self->plan->retakes = happens (rand, 2) ? SCEAU_RETAKE_BEST : SCEAU_RETAKE_LAST;
  add_blocks (self, rand);
  add_requirements (self, rand);
  fill_enrolment (self, rand);
  add_results (self, rand);
  add_acquired (self, rand);
  return self;
}

/* TRUE when something could go. */
static gboolean
shrink_array (TestDossier *self, GPtrArray *array, TestDossierPredicate fails, gpointer data)
{
  gboolean shrunk = FALSE;

  for (guint i = array->len; i > 0; i--)
    {
      gpointer taken = g_ptr_array_steal_index (array, i - 1);

      if (fails (self, data))
        {
          /* Let the array free it, as it would have. */
          g_ptr_array_add (array, taken);
          g_ptr_array_remove_index (array, array->len - 1);
          shrunk = TRUE;
        }
      else
        g_ptr_array_insert (array, (gint) i - 1, taken);
    }
  return shrunk;
}

void
test_dossier_shrink (TestDossier *self, TestDossierPredicate fails, gpointer data)
{
  GPtrArray *const arrays[]
      = { self->certification->blocks,  self->dossier.results,        self->dossier.acquired_blocks, self->plan->requirements,
          self->plan->modalities,       self->plan->block_rules,      self->enrolment->targeted_blocks };
  gboolean shrunk = TRUE;

  while (shrunk)
    {
      shrunk = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
        shrunk = shrink_array (self, arrays[i], fails, data) || shrunk;
    }
}

static void
describe_blocks (const TestDossier *self, GString *text)
{
  for (guint i = 0; i < self->certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->certification->blocks, i);

      g_string_append_printf (text, "block %s%s, %u competences\n", block->code, block->optional ? " (optional)" : "",
                              block->competences->len);
    }
  for (guint i = 0; i < self->plan->block_rules->len; i++)
    {
      const SceauBlockRule *rule = g_ptr_array_index (self->plan->block_rules, i);

      g_string_append_printf (text, "rule of %s: %s, threshold %d\n", rule->block_code != NULL ? rule->block_code : "the whole",
                              sceau_block_rule_kind_to_id (rule->kind), rule->threshold);
    }
}

static void
describe_modalities (const TestDossier *self, GString *text)
{
  for (guint i = 0; i < self->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (self->plan->modalities, i);

      g_string_append_printf (text, "modality %s of %s: %s, weight %d, pass mark %d, floor %d, cap %d, %d attempts, competences",
                              modality->code, modality->block_code != NULL ? modality->block_code : "no block",
                              sceau_scale_to_id (modality->scale), modality->weight, modality->pass_mark, modality->floor,
                              modality->retake_cap, modality->max_attempts);
      for (guint j = 0; j < modality->competences->len; j++)
        g_string_append_printf (text, " %d", g_array_index (modality->competences, int, j));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (self->plan->requirements, i);

      g_string_append_printf (text, "requirement %s: %s, %d to %d months, routes exempted 0x%x\n", requirement->code,
                              requirement->modality_code != NULL ? requirement->modality_code : "company",
                              requirement->min_months, requirement->max_months, requirement->exempt_routes);
    }
}

static void
describe_enrolment (const TestDossier *self, GString *text)
{
  g_autofree char *start = sceau_date_format_iso (self->enrolment->company_start);
  g_autofree char *end = sceau_date_format_iso (self->enrolment->company_end);

  g_string_append_printf (text, "enrolment: %s, %s, company “%s” to “%s”, targets", sceau_route_to_id (self->enrolment->route),
                          sceau_enrolment_state_to_id (self->enrolment->state), start, end);
  for (guint i = 0; i < self->enrolment->targeted_blocks->len; i++)
    g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (self->enrolment->targeted_blocks, i));
  g_string_append (text, self->enrolment->targeted_blocks->len > 0 ? "\n" : " the whole\n");
  for (guint i = 0; i < self->dossier.acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *acquired = g_ptr_array_index (self->dossier.acquired_blocks, i);

      g_string_append_printf (text, "acquired %s: %s\n", acquired->block_code, sceau_acquisition_kind_to_id (acquired->kind));
    }
}

char *
test_dossier_describe (const TestDossier *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "partial results %s, %s attempt counts\n",
                          self->certification->partial_allowed ? "allowed" : "not allowed",
                          sceau_retake_policy_to_id (self->plan->retakes));
  describe_blocks (self, text);
  describe_modalities (self, text);
  describe_enrolment (self, text);
  for (guint i = 0; i < self->dossier.results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (self->dossier.results, i);

      g_string_append_printf (text, "result %s at attempt %d: %s %d\n", result->modality_code, result->attempt,
                              sceau_mark_kind_to_id (result->mark.kind), result->mark.value);
    }
  return g_string_free (text, FALSE);
}
