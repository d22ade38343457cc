/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-table.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

/* Beside number and name, a page has room for so many columns of marks: the rest goes into another table. */
#define MOST_MARK_COLUMNS 7

/* --- Marks by candidate -------------------------------------------------- */

/* The results of one enrolment; keys are enrolment ids inside the results. */
static GHashTable *
index_results (const GPtrArray *results)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < results->len; i++)
    {
      SceauResult *result = g_ptr_array_index (results, i);
      GPtrArray *own = g_hash_table_lookup (index, &result->enrolment_id);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (index, &result->enrolment_id, own);
        }
      g_ptr_array_add (own, result);
    }
  return index;
}

static int
compare_attempts (gconstpointer a, gconstpointer b)
{
  const SceauResult *one = *(const SceauResult *const *) a;
  const SceauResult *two = *(const SceauResult *const *) b;

  return (one->attempt > two->attempt) - (one->attempt < two->attempt);
}

/* Every attempt on a line of its own: "9,5", then "12 (2e)". */
static char *
make_cell (const GPtrArray *own, const SceauModality *modality)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (own, i);
      g_autofree char *mark = NULL;

      if (g_strcmp0 (result->modality_code, modality->code) != 0 || result->mark.kind == SCEAU_MARK_BLANK)
        continue;
      mark = sceau_mark_to_text (result->mark, modality->scale);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mark);
      if (result->attempt > 1)
        g_string_append_printf (text, NBSP "(%de)", result->attempt);
    }
  return g_string_free (text, FALSE);
}

static void
add_candidate (SceauTable *table, const SceauMinutes *minutes, const SceauDecision *decision, const GPtrArray *own, guint first, guint n)
{
  const GPtrArray *modalities = minutes->content->plan->modalities;
  g_auto (GStrv) marks = g_new0 (char *, n + 1);
  const char *cells[2 + MOST_MARK_COLUMNS];
  guint n_cells = 0;

  cells[n_cells++] = decision->learner_number;
  if (!minutes->content->anonymous)
    cells[n_cells++] = decision->learner_name;
  for (guint i = 0; i < n; i++)
    cells[n_cells++] = marks[i] = make_cell (own, g_ptr_array_index (modalities, first + i));
  sceau_table_add_row (table, cells);
}

static void
draw_columns (SceauFlow *flow, const SceauMinutes *minutes, GHashTable *index, guint first, guint n)
{
  const SceauMinutesContent *content = minutes->content;
  SceauTableColumn columns[2 + MOST_MARK_COLUMNS];
  g_autoptr (SceauTable) table = NULL;
  guint n_columns = 0;

  columns[n_columns++] = (SceauTableColumn) { "N°", 50, SCEAU_PDF_LEFT };
  if (!content->anonymous)
    columns[n_columns++] = (SceauTableColumn) { "Candidat", 105, SCEAU_PDF_LEFT };
  for (guint i = 0; i < n; i++)
    {
      const SceauModality *modality = g_ptr_array_index (content->plan->modalities, first + i);

      columns[n_columns++] = (SceauTableColumn) { sceau_words_block_code (content->certification, modality->code), 50, SCEAU_PDF_CENTRE };
    }
  table = sceau_table_new (flow, columns, n_columns);
  for (guint i = 0; i < content->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (content->decisions, i);

      add_candidate (table, minutes, decision, g_hash_table_lookup (index, &decision->enrolment_id), first, n);
    }
  sceau_flow_space (flow, 6);
}

/* "EC1 : Audit d’un réseau, coefficient 1 — …" */
static void
draw_legend (SceauFlow *flow, const SceauMinutesContent *content)
{
  GString *text = g_string_new (NULL);
  g_autofree char *legend = NULL;

  for (guint i = 0; i < content->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (content->plan->modalities, i);
      const char *title = sceau_words_is_filled (modality->title) ? modality->title : sceau_words_modality_type (modality->type);
      g_autofree char *weight = sceau_words_hundredths (modality->weight);

      g_string_append_printf (text, "%s%s" NBSP ": %s, coefficient" NBSP "%s", i > 0 ? " — " : "",
                              sceau_words_block_code (content->certification, modality->code), title, weight);
      if (modality->retake_cap >= 0)
        {
          g_autofree char *cap = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->retake_cap }, modality->scale);

          g_string_append_printf (text, ", compté pour %s au plus au rattrapage", cap);
        }
    }
  g_string_append (text, ". ABS" NBSP ": absence — EXC" NBSP ": absence justifiée — ATT" NBSP ": résultat en attente — DISP" NBSP
                         ": dispense — cellule vide" NBSP ": aucune note.");
  legend = g_string_free (text, FALSE);
  sceau_flow_paragraph (flow, &sceau_flow_note, legend);
}

void
sceau_minutes_draw_marks (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauMinutesContent *content = minutes->content;
  g_autoptr (GHashTable) index = NULL;
  GHashTableIter iter;
  gpointer own;
  guint n, n_tables;

  if (content->plan == NULL || content->plan->modalities->len == 0 || content->results == NULL || content->decisions->len == 0)
    return;
  index = index_results (content->results);
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &own))
    g_ptr_array_sort (own, compare_attempts);
  sceau_flow_heading (flow, 60, content->session->state == SCEAU_SESSION_SEALED ? "Notes au moment du scellement" : "Notes à ce jour");
  n = content->plan->modalities->len;
  n_tables = (n + MOST_MARK_COLUMNS - 1) / MOST_MARK_COLUMNS;
  for (guint i = 0; i < n_tables; i++)
    draw_columns (flow, minutes, index, n * i / n_tables, n * (i + 1) / n_tables - n * i / n_tables);
  draw_legend (flow, content);
}

/* --- Marks changed in deliberation --------------------------------------- */

void
sceau_minutes_draw_changes (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[]
      = { { "Candidat", 165, SCEAU_PDF_LEFT }, { "Épreuve", 120, SCEAU_PDF_LEFT }, { "Passage", 50, SCEAU_PDF_CENTRE },
          { "Avant", 85, SCEAU_PDF_LEFT }, { "Après", 85, SCEAU_PDF_LEFT } };
  const SceauMinutesContent *content = minutes->content;
  g_autoptr (SceauTable) table = NULL;

  if (content->n_changes == 0)
    return;
  sceau_flow_heading (flow, 50, "Résultats modifiés en délibération");
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < content->n_changes; i++)
    {
      const SceauMinutesMarkChange *change = &content->changes[i];
      const SceauModality *modality = content->plan != NULL ? sceau_plan_find_modality (content->plan, change->modality_code) : NULL;
      const SceauScale scale = modality != NULL ? modality->scale : SCEAU_SCALE_TWENTY;
      g_autofree char *attempt = g_strdup_printf ("%d", change->attempt);
      g_autofree char *before = sceau_words_mark (change->before, scale);
      g_autofree char *after = sceau_words_mark (change->after, scale);

      sceau_table_add_row (table, (const char *[]) { sceau_minutes_enrolment (minutes, change->enrolment_id), change->modality_code,
                                                     attempt, before, after });
    }
}
