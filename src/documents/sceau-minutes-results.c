/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-table.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

/* With more blocks than this, they share one column. */
#define MOST_BLOCK_COLUMNS 8

/* --- Blocks -------------------------------------------------------------- */

static gboolean
lists_block (const GPtrArray *codes, const char *code)
{
  return codes != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) codes, code, g_str_equal, NULL);
}

static const SceauBlockVerdict *
find_verdict (const SceauDecision *decision, const char *code)
{
  for (guint i = 0; decision->proposal_blocks != NULL && i < decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, i);

      if (g_strcmp0 (verdict->block_code, code) == 0)
        return verdict;
    }
  return NULL;
}

static SceauBlockState
proposed_state (const SceauDecision *decision, const char *code)
{
  const SceauBlockVerdict *verdict = find_verdict (decision, code);

  return verdict != NULL ? verdict->state : SCEAU_BLOCK_NOT_TARGETED;
}

static gboolean
acquired_before (const SceauDecision *decision, const char *code)
{
  const SceauBlockVerdict *verdict = find_verdict (decision, code);

  return verdict != NULL && verdict->state == SCEAU_BLOCK_ACQUIRED && verdict->how != SCEAU_ACQUISITION_JURY;
}

static SceauOutcome
told_outcome (const SceauDecision *decision)
{
  return decision->decided ? decision->outcome : decision->proposal;
}

/* What stands in the cell of one block: the jury's word where it has spoken, else the proposal's.  Who has left keeps what
 * was acquired, and nothing else is awaited or refused. */
static const char *
block_mark (const SceauDecision *decision, const char *code)
{
  if (acquired_before (decision, code))
    return "AA";
  if (decision->decided && lists_block (decision->acquired_blocks, code))
    return "A";
  if (told_outcome (decision) == SCEAU_OUTCOME_WITHDRAWN && (decision->decided || proposed_state (decision, code) != SCEAU_BLOCK_ACQUIRED))
    return "—";
  switch (proposed_state (decision, code))
    {
    case SCEAU_BLOCK_NOT_TARGETED:
      return "—";
    case SCEAU_BLOCK_PENDING:
      return told_outcome (decision) == SCEAU_OUTCOME_FRAUD ? "NA" : "EA";
    case SCEAU_BLOCK_ACQUIRED:
      return decision->decided ? "NA" : "A";
    case SCEAU_BLOCK_NOT_ACQUIRED:
    default:
      return "NA";
    }
}

static char *
list_blocks (const SceauCertification *certification, const SceauDecision *decision)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      g_string_append_printf (text, "%s%s" NBSP "%s", i > 0 ? ", " : "", sceau_words_block_code (certification, block->code),
                              block_mark (decision, block->code));
    }
  return g_string_free (text, FALSE);
}

static gboolean
blocks_differ (const SceauCertification *certification, const SceauDecision *decision)
{
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);
      const gboolean proposed = proposed_state (decision, block->code) == SCEAU_BLOCK_ACQUIRED;

      if (!acquired_before (decision, block->code) && proposed != lists_block (decision->acquired_blocks, block->code))
        return TRUE;
    }
  return FALSE;
}

/* --- The table ----------------------------------------------------------- */

typedef struct
{
  SceauTableColumn columns[5 + MOST_BLOCK_COLUMNS];
  guint n;
  guint n_block_columns; /* 0: one column for all, or no block at all */
} Layout;

static void
add_column (Layout *layout, const char *title, double share, SceauPdfAlign align)
{
  layout->columns[layout->n++] = (SceauTableColumn) { title, share, align };
}

static Layout
make_layout (const SceauMinutesContent *content)
{
  const SceauCertification *certification = content->certification;
  const guint n_blocks = certification->blocks->len;
  Layout layout = { .n_block_columns = n_blocks <= MOST_BLOCK_COLUMNS ? n_blocks : 0 };

  add_column (&layout, "N°", 56, SCEAU_PDF_LEFT);
  if (!content->anonymous)
    add_column (&layout, "Candidat", 130, SCEAU_PDF_LEFT);
  add_column (&layout, "Voie d’accès", 86, SCEAU_PDF_LEFT);
  if (n_blocks > MOST_BLOCK_COLUMNS)
    add_column (&layout, "Blocs", 150, SCEAU_PDF_LEFT);
  for (guint i = 0; i < layout.n_block_columns; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      add_column (&layout, sceau_words_block_code (certification, block->code), 31, SCEAU_PDF_CENTRE);
    }
  add_column (&layout, "Proposition", 68, SCEAU_PDF_LEFT);
  add_column (&layout, "Décision", 68, SCEAU_PDF_LEFT);
  return layout;
}

static void
add_candidate (SceauTable *table, const Layout *layout, const SceauMinutesContent *content, const SceauDecision *decision)
{
  const SceauCertification *certification = content->certification;
  const char *cells[G_N_ELEMENTS (layout->columns)] = { decision->learner_number };
  g_autofree char *all_blocks = NULL;
  guint n = 1;

  if (!content->anonymous)
    cells[n++] = decision->learner_name;
  cells[n++] = sceau_words_route (decision->route);
  if (layout->n_block_columns == 0 && certification->blocks->len > 0)
    cells[n++] = all_blocks = list_blocks (certification, decision);
  for (guint i = 0; i < layout->n_block_columns; i++)
    cells[n++] = block_mark (decision, ((SceauBlock *) g_ptr_array_index (certification->blocks, i))->code);
  cells[n++] = sceau_outcome_french (decision->proposal);
  cells[n] = sceau_minutes_outcome (decision);
  sceau_table_add_row (table, cells);
}

/* "30 candidats : Certifié(e) 24, Ajourné(e) 6." */
static char *
make_summary (const GPtrArray *decisions)
{
  GString *text = g_string_new (NULL);
  guint counts[SCEAU_N_OUTCOMES] = { 0 };
  guint undecided = 0;
  const char *separator = NBSP ": ";

  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->decided)
        counts[decision->outcome]++;
      else
        undecided++;
    }
  g_string_append_printf (text, "%u" NBSP "%s", decisions->len, decisions->len > 1 ? "candidats" : "candidat");
  for (guint i = 0; i < SCEAU_N_OUTCOMES; i++)
    if (counts[i] > 0)
      {
        g_string_append_printf (text, "%s%s" NBSP "%u", separator, sceau_outcome_french (i), counts[i]);
        separator = ", ";
      }
  if (undecided > 0)
    g_string_append_printf (text, "%ssans décision" NBSP "%u", separator, undecided);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

void
sceau_minutes_draw_results (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauMinutesContent *content = minutes->content;
  const Layout layout = make_layout (content);
  g_autoptr (SceauTable) table = NULL;
  g_autofree char *summary = NULL;

  sceau_flow_heading (flow, 60, "Candidats et décisions");
  if (content->decisions->len == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Aucun candidat n’était présenté à cette session.");
      return;
    }
  summary = make_summary (content->decisions);
  sceau_flow_paragraph (flow, &sceau_flow_text, summary);
  table = sceau_table_new (flow, layout.columns, layout.n);
  for (guint i = 0; i < content->decisions->len; i++)
    add_candidate (table, &layout, content, g_ptr_array_index (content->decisions, i));
  sceau_flow_space (flow, 5);
  if (content->certification->blocks->len > 0)
    sceau_flow_paragraph (flow, &sceau_flow_note,
                          "A" NBSP ": bloc acquis — AA" NBSP ": acquis antérieurement, par VAE, correspondance ou dispense"
                          " — NA" NBSP ": non acquis — EA" NBSP ": résultat en attente — tiret" NBSP ": bloc non visé, ou parcours abandonné sans ce bloc.");
}

/* --- Reasons and votes --------------------------------------------------- */

static gboolean
differs (const SceauCertification *certification, const SceauDecision *decision)
{
  return decision->decided && (decision->outcome != decision->proposal || blocks_differ (certification, decision));
}

static gboolean
needs_reason (const SceauCertification *certification, const SceauDecision *decision)
{
  return decision->decided
         && (differs (certification, decision) || sceau_words_is_filled (decision->reason) || decision->votes_for >= 0
             || decision->outcome != SCEAU_OUTCOME_CERTIFIED);
}

static void
append_votes (GString *text, const SceauMinutes *minutes, const SceauDecision *decision)
{
  g_autofree char *begun = sceau_minutes_sitting (minutes, decision->sitting);
  g_autofree char *when = NULL;

  if (decision->votes_for < 0)
    return;
  /* Who could vote is told for each sitting. */
  when = decision->sitting > 0 && sceau_jury_session_count_sittings (minutes->content->session) > 1
           ? g_strdup_printf (" (séance commencée à" NBSP "%s)", begun) : g_strdup ("");
  g_string_append_printf (text, "\nVote" NBSP ": %d pour, %d contre, %d %s%s.", decision->votes_for,
                          MAX (0, decision->votes_against), MAX (0, decision->votes_abstain),
                          decision->votes_abstain > 1 ? "abstentions" : "abstention", when);
}

static char *
make_reason (const SceauMinutes *minutes, const SceauDecision *decision)
{
  const SceauCertification *certification = minutes->content->certification;
  g_autofree char *reason = sceau_minutes_hide (minutes, decision->reason, decision->learner_number);
  g_autofree char *proposal = sceau_minutes_hide (minutes, decision->proposal_reason, decision->learner_number);
  GString *text = g_string_new (NULL);

  if (differs (certification, decision))
    g_string_append (text, "Décision différente de la proposition. ");
  if (sceau_words_is_filled (reason))
    g_string_append_printf (text, "Motif du jury" NBSP ": %s", reason);
  if (sceau_words_is_filled (proposal) && (!sceau_words_is_filled (reason) || differs (certification, decision)))
    g_string_append_printf (text, "%sProposition" NBSP ": %s", text->len > 0 ? "\n" : "", proposal);
  append_votes (text, minutes, decision);
  return g_string_free (text, FALSE);
}

void
sceau_minutes_draw_reasons (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[]
    = { { "Candidat", 120, SCEAU_PDF_LEFT }, { "Décision", 70, SCEAU_PDF_LEFT }, { "Motif et vote", 315, SCEAU_PDF_LEFT } };
  const SceauMinutesContent *content = minutes->content;
  g_autoptr (SceauTable) table = NULL;

  for (guint i = 0; i < content->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (content->decisions, i);
      g_autofree char *reason = NULL;

      if (!needs_reason (content->certification, decision))
        continue;
      if (table == NULL)
        {
          sceau_flow_heading (flow, 60, "Motifs et votes");
          table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
        }
      reason = make_reason (minutes, decision);
      sceau_table_add_row (table, (const char *[]) { sceau_minutes_candidate (minutes, decision->learner_number, decision->learner_name),
                                                     sceau_minutes_outcome (decision), reason });
    }
}
