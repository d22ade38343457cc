/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "test-dossier.h"

TestDossier *
test_dossier_new (void)
{
  TestDossier *self = g_new0 (TestDossier, 1);

  self->certification = sceau_certification_new ();
  self->certification->code = g_strdup ("RNCP99999");
  self->certification->title = g_strdup ("Expert en exemples");
  self->certification->partial_allowed = TRUE;
  self->plan = sceau_plan_new ("RNCP99999");
  self->enrolment = sceau_enrolment_new ();
  self->dossier.certification = self->certification;
  self->dossier.plan = self->plan;
  self->dossier.enrolment = self->enrolment;
  self->dossier.results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  self->dossier.acquired_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_acquired_block_free);
  return self;
}

void
test_dossier_free (TestDossier *self)
{
  sceau_certification_free (self->certification);
  sceau_plan_free (self->plan);
  sceau_enrolment_free (self->enrolment);
  g_ptr_array_unref (self->dossier.results);
  g_ptr_array_unref (self->dossier.acquired_blocks);
  g_free (self);
}

void
test_dossier_add_block (TestDossier *self, const char *code, int n_competences)
{
  SceauBlock *block = sceau_block_new ();

  block->code = g_strdup (code);
  block->title = g_strdup_printf ("Bloc %s", code);
  for (int i = 1; i <= n_competences; i++)
    g_ptr_array_add (block->competences, g_strdup_printf ("Compétence %d", i));
  g_ptr_array_add (self->certification->blocks, block);
}

static gint32
read_hundredths (const char *text)
{
  SceauMark mark;

  g_assert_true (sceau_mark_parse (text, SCEAU_SCALE_TWENTY, &mark, NULL));
  return mark.value;
}

static void
read_competences (SceauModality *modality, const char *text)
{
  g_auto (GStrv) numbers = g_strsplit (text, "+", -1);

  for (char **number = numbers; *number != NULL; number++)
    {
      int value = (int) g_ascii_strtoll (*number, NULL, 10);

      g_array_append_val (modality->competences, value);
    }
}

void
test_dossier_add_modalities (TestDossier *self, const char *block_code, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", -1);
      guint n = g_strv_length (parts);
      SceauModality *modality = sceau_modality_new ();

      modality->code = g_strdup (parts[0]);
      modality->title = g_strdup_printf ("Épreuve %s", parts[0]);
      modality->block_code = g_strdup (block_code);
      modality->weight = n > 1 && *parts[1] != '\0' ? read_hundredths (parts[1]) : 100;
      modality->pass_mark = n > 2 && *parts[2] != '\0' ? read_hundredths (parts[2]) : 1000;
      modality->floor = n > 3 && *parts[3] != '\0' ? read_hundredths (parts[3]) : -1;
      if (n > 4 && *parts[4] != '\0')
        read_competences (modality, parts[4]);
      modality->retake_cap = n > 5 && *parts[5] != '\0' ? read_hundredths (parts[5]) : -1;
      modality->max_attempts = n > 6 ? (int) g_ascii_strtoll (parts[6], NULL, 10) : 0;
      modality->retake_delay = n > 7 ? (int) g_ascii_strtoll (parts[7], NULL, 10) : 0;
      g_ptr_array_add (self->plan->modalities, modality);
    }
}

void
test_dossier_add_rule (TestDossier *self, const char *block_code, SceauBlockRuleKind kind, gint32 threshold)
{
  g_ptr_array_add (self->plan->block_rules, sceau_block_rule_new (block_code, kind, threshold));
}

void
test_dossier_add_results (TestDossier *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit_set (*word, "=@", 3);
      int attempt = 1;
      SceauMark mark;
      const SceauModality *modality;
      SceauResult *result;

      if (**word == '\0')
        continue;
      if (g_ascii_isdigit (parts[0][1]))
        {
          attempt = parts[0][1] - '0';
          parts[0][1] = '\0';
        }
      modality = sceau_plan_find_modality (self->plan, parts[0]);
      g_assert_nonnull (modality);
      g_assert_true (sceau_mark_parse (parts[1], modality->scale, &mark, NULL));
      result = sceau_result_new (1, parts[0], attempt, mark);
      if (parts[1] != NULL && parts[2] != NULL)
        g_assert_true (sceau_date_parse_iso (parts[2], &result->date));
      g_ptr_array_add (self->dossier.results, result);
    }
}

void
test_dossier_add_acquired (TestDossier *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 2);
      SceauAcquiredBlock *acquired;

      if (**word == '\0')
        continue;
      acquired = sceau_acquired_block_new ();
      acquired->block_code = g_strdup (parts[0]);
      g_assert_true (sceau_acquisition_kind_from_id (parts[1], &acquired->kind));
      acquired->date = sceau_date_new (2025, 3, 1);
      acquired->proof = g_strdup ("PV 2025-03");
      g_ptr_array_add (self->dossier.acquired_blocks, acquired);
    }
}

void
test_dossier_target (TestDossier *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (self->enrolment->targeted_blocks, g_strdup (*word));
}
