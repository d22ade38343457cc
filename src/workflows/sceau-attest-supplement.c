/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The blocks and results that a supplement lists, in French whatever the locale. */

#include "sceau-attest-private.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

static const char *
keep (SceauAttested *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

static const SceauAcquiredBlock *
find_acquired (const SceauDossier *dossier, const char *code)
{
  for (guint i = 0; i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (dossier->acquired_blocks, i);

      if (g_str_equal (block->block_code, code))
        return block;
    }
  return NULL;
}

static char *
describe_way (const SceauAcquiredBlock *block)
{
  static const char *const ways[] = { "acquis", "acquis antérieurement", "acquis par la VAE", "acquis par correspondance", "acquis par dispense" };
  g_autofree char *date = sceau_date_format_long (block->date);

  g_return_val_if_fail ((guint) block->kind < G_N_ELEMENTS (ways), NULL);
  return block->date != SCEAU_NO_DATE ? g_strdup_printf ("%s le" NBSP "%s", ways[block->kind], date) : g_strdup (ways[block->kind]);
}

static void
add_blocks (SceauAttested *self, const SceauDossier *dossier)
{
  const GPtrArray *blocks = dossier->certification->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);
      const SceauAcquiredBlock *acquired = find_acquired (dossier, block->code);
      SceauPaperBlock line = { .block = block };

      if (acquired == NULL)
        continue;
      line.how = keep (self, describe_way (acquired));
      g_array_append_val (self->blocks, line);
    }
}

/* The results that counted: an attempt that a later one made up for is between the learner and the school. */
static void
add_results (SceauAttested *self, const SceauDossier *dossier)
{
  const GPtrArray *modalities = dossier->plan->modalities;

  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);
      const SceauResult *result = sceau_dossier_counting_result (dossier, modality->code);
      SceauPaperResult line = { .block_code = modality->block_code, .title = modality->title, .date = SCEAU_NO_DATE };

      if (result == NULL)
        continue;
      line.result = keep (self, sceau_words_mark (result->mark, modality->scale));
      line.date = result->date;
      g_array_append_val (self->results, line);
    }
}

void
sceau_attest_list_blocks (SceauAttested *self)
{
  const SceauEnrolment *enrolment = g_ptr_array_index (self->deliberation->enrolments, 0);
  const SceauDossier dossier = sceau_deliberation_dossier (self->deliberation, enrolment);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (SceauPaperBlock));
  self->results = g_array_new (FALSE, TRUE, sizeof (SceauPaperResult));
  add_blocks (self, &dossier);
  add_results (self, &dossier);
}
