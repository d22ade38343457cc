/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a supplement adds to its lines: blocks, results and competences, over as many pages as they take. */

#include "sceau-paper-page-private.h"

#include "sceau-table.h"

#define FOOT_ROOM 16.0       /* for page numbers, below everything */
#define TABLE_GAP 22.0
#define HEADING_SIZE 11.0
#define FOOT_GAP 16.0

static const SceauTableColumn block_columns[] = {
  { "Bloc", 20, SCEAU_PDF_LEFT },
  { "Intitulé", 55, SCEAU_PDF_LEFT },
  { "Acquisition", 25, SCEAU_PDF_LEFT },
};

static const SceauTableColumn competence_columns[] = {
  { "Bloc", 20, SCEAU_PDF_LEFT },
  { "Compétence", 80, SCEAU_PDF_LEFT },
};

static const SceauTableColumn result_columns[] = {
  { "Bloc", 20, SCEAU_PDF_LEFT },
  { "Épreuve", 46, SCEAU_PDF_LEFT },
  { "Résultat", 17, SCEAU_PDF_LEFT },
  { "Date", 17, SCEAU_PDF_LEFT },
};

static SceauPdfColour
pale (SceauPdfColour colour)
{
  return (SceauPdfColour) { 1 - (1 - colour.red) * 0.09, 1 - (1 - colour.green) * 0.09, 1 - (1 - colour.blue) * 0.09 };
}

static void
draw_ground (SceauFlow *flow, gpointer data)
{
  sceau_paper_page_continue (data);
}

static SceauFlow *
begin_flow (SceauPaperPage *self, double y)
{
  g_autofree char *kind = sceau_paper_field (self->content, SCEAU_FIELD_KIND);
  g_autofree char *name = sceau_paper_field (self->content, SCEAU_FIELD_NAME);
  g_autofree char *running = g_strdup_printf ("%s — %s — %s", kind, name, self->content->certification->title);
  SceauFlow *flow = sceau_flow_new (self->pdf, running, NULL);

  flow->page_width = self->width;
  flow->page_height = self->height;
  flow->left = self->whole.x;
  flow->width = self->whole.width;
  flow->top = self->continued_top;
  flow->foot = self->whole.y + self->whole.height;
  flow->bottom = flow->foot - FOOT_ROOM;
  flow->ground = draw_ground;
  flow->ground_data = self;
  flow->first_page--; /* it is there already, with the lines */
  flow->y = y;
  return flow;
}

static void
draw_heading (const SceauPaperPage *self, SceauFlow *flow, const char *text)
{
  const SceauPdfStyle style = sceau_paper_small_style (self, "kind", HEADING_SIZE);

  sceau_flow_need (flow, TABLE_GAP + 70);
  flow->y += TABLE_GAP;
  sceau_pdf_text (self->pdf, &style, SCEAU_PDF_LEFT, flow->left, flow->y, text);
  flow->y += 6;
}

static SceauTable *
begin_table (const SceauPaperPage *self, SceauFlow *flow, const SceauTableColumn *columns, guint n)
{
  SceauTable *table = sceau_table_new (flow, columns, n);

  sceau_table_set_colours (table, self->colours[SCEAU_COLOUR_PRIMARY], pale (self->colours[SCEAU_COLOUR_PRIMARY]));
  return table;
}

static void
draw_blocks (const SceauPaperPage *self, SceauFlow *flow)
{
  g_autoptr (SceauTable) table = NULL;

  if (self->content->n_blocks == 0)
    return;
  draw_heading (self, flow, "Blocs de compétences");
  table = begin_table (self, flow, block_columns, G_N_ELEMENTS (block_columns));
  for (gsize i = 0; i < self->content->n_blocks; i++)
    {
      const SceauPaperBlock *block = &self->content->blocks[i];
      const char *const cells[] = { block->block->code, block->block->title, block->how };

      sceau_table_add_row (table, cells);
    }
}

static gboolean
has_competences (const SceauPaperContent *content)
{
  for (gsize i = 0; i < content->n_blocks; i++)
    if (content->blocks[i].block->competences->len > 0)
      return TRUE;
  return FALSE;
}

/* A row each: a block whose competences fill a page still begins where the one before ends. */
static void
draw_competences (const SceauPaperPage *self, SceauFlow *flow)
{
  g_autoptr (SceauTable) table = NULL;

  if (!has_competences (self->content))
    return;
  draw_heading (self, flow, "Compétences");
  table = begin_table (self, flow, competence_columns, G_N_ELEMENTS (competence_columns));
  for (gsize i = 0; i < self->content->n_blocks; i++)
    {
      const SceauBlock *block = self->content->blocks[i].block;

      for (guint j = 0; j < block->competences->len; j++)
        {
          const char *const cells[] = { block->code, g_ptr_array_index (block->competences, j) };

          sceau_table_add_row (table, cells);
        }
    }
}

static void
draw_results (const SceauPaperPage *self, SceauFlow *flow)
{
  g_autoptr (SceauTable) table = NULL;

  if (self->content->n_results == 0)
    return;
  draw_heading (self, flow, "Résultats");
  table = begin_table (self, flow, result_columns, G_N_ELEMENTS (result_columns));
  for (gsize i = 0; i < self->content->n_results; i++)
    {
      const SceauPaperResult *result = &self->content->results[i];
      g_autofree char *date = result->date != SCEAU_NO_DATE ? sceau_date_format_long (result->date) : NULL;
      const char *const cells[] = { result->block_code != NULL ? result->block_code : "Certification", result->title, result->result, date };

      sceau_table_add_row (table, cells);
    }
}

void
sceau_paper_supplement_draw (SceauPaperPage *self, double y)
{
  g_autoptr (SceauFlow) flow = begin_flow (self, y);
  g_autofree char *number = sceau_paper_field (self->content, SCEAU_FIELD_NUMBER);

  draw_blocks (self, flow);
  draw_results (self, flow);
  draw_competences (self, flow);
  sceau_flow_need (flow, FOOT_GAP + self->foot.height);
  self->foot.y = flow->bottom - self->foot.height;
  sceau_paper_foot_draw (self);
  sceau_flow_finish (flow, number != NULL ? number : "");
}
