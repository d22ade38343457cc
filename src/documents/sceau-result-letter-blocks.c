/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-letter-private.h"

#include "sceau-table.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

static gboolean
gives_block (const SceauResultLetterContent *content, const char *code)
{
  return content->decision->acquired_blocks != NULL
         && g_ptr_array_find_with_equal_func (content->decision->acquired_blocks, code, g_str_equal, NULL);
}

/* What was acquired before this decision: neither by it, nor by the one that it replaces. */
static const SceauAcquiredBlock *
find_earlier (const SceauResultLetterContent *content, const char *code)
{
  const GPtrArray *blocks = content->dossier->acquired_blocks;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (blocks, i);
      const gboolean ours = block->session_id != 0
                            && (block->session_id == content->session->id || block->session_id == content->session->rectifies);

      if (!ours && g_strcmp0 (block->block_code, code) == 0)
        return block;
    }
  return NULL;
}

gboolean
sceau_result_letter_has_block (const SceauResultLetterContent *content, const char *code)
{
  return gives_block (content, code) || find_earlier (content, code) != NULL;
}

guint
sceau_result_letter_count_blocks (const SceauResultLetterContent *content)
{
  const GPtrArray *blocks = content->dossier->certification->blocks;
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += sceau_result_letter_has_block (content, ((SceauBlock *) g_ptr_array_index (blocks, i))->code) ? 1 : 0;
  return n;
}

static char *
describe_earlier (const SceauAcquiredBlock *block)
{
  static const char *const ways[] = { "acquis par une décision antérieure", "acquis antérieurement", "acquis par la VAE",
                                      "acquis par correspondance", "acquis par dispense" };
  g_autofree char *date = sceau_date_format_long (block->date);

  g_return_val_if_fail ((guint) block->kind < G_N_ELEMENTS (ways), NULL);
  return block->date != SCEAU_NO_DATE ? g_strdup_printf ("%s le" NBSP "%s", ways[block->kind], date) : g_strdup (ways[block->kind]);
}

static gboolean
is_pending (const SceauDecision *decision, const char *code)
{
  const SceauOutcome outcome = decision->decided ? decision->outcome : decision->proposal;

  /* Nothing is awaited of who has left. */
  if (outcome == SCEAU_OUTCOME_WITHDRAWN || outcome == SCEAU_OUTCOME_FRAUD)
    return FALSE;
  for (guint i = 0; decision->proposal_blocks != NULL && i < decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, i);

      if (g_strcmp0 (verdict->block_code, code) == 0)
        return verdict->state == SCEAU_BLOCK_PENDING;
    }
  return FALSE;
}

static char *
describe_state (const SceauResultLetterContent *content, const SceauBlock *block)
{
  const SceauAcquiredBlock *earlier = find_earlier (content, block->code);

  if (earlier != NULL)
    return describe_earlier (earlier);
  if (gives_block (content, block->code))
    return g_strdup ("acquis par la présente décision");
  if (!sceau_enrolment_targets (content->dossier->enrolment, block->code))
    return g_strdup ("non visé par votre parcours");
  return g_strdup (is_pending (content->decision, block->code) ? "en attente de résultats" : "non acquis");
}

void
sceau_result_letter_draw_blocks (SceauFlow *flow, const SceauResultLetterContent *content)
{
  static const SceauTableColumn columns[] = { { "Bloc", 82, SCEAU_PDF_LEFT },
                                              { "Intitulé", 246, SCEAU_PDF_LEFT },
                                              { "Situation", 142, SCEAU_PDF_LEFT } };
  const GPtrArray *blocks = content->dossier->certification->blocks;
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *state = describe_state (content, block);

      sceau_table_add_row (table, (const char *[]) { block->code, block->title, state });
    }
  sceau_flow_space (flow, 6);
}
