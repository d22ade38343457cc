/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-document.h"

#include "sceau-ornament.h"
#include "sceau-table.h"

#define NBSP "\u00A0"

static const SceauPdfStyle school_style = { SCEAU_FACE_SMALL_CAPS, 14, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle title_style = { SCEAU_FACE_SMALL_CAPS, 21, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle certification_style = { SCEAU_FACE_SERIF, 15, 0, { 0.11, 0.11, 0.13 } };

static const SceauTableColumn figure_columns[] = {
  { "Année", 40, SCEAU_PDF_LEFT },
  { "Certifiés", 50, SCEAU_PDF_RIGHT },
  { "dont VAE", 50, SCEAU_PDF_RIGHT },
  { "Taux d’insertion global à 6" NBSP "mois", 100, SCEAU_PDF_RIGHT },
  { "Taux dans le métier visé à 6" NBSP "mois", 100, SCEAU_PDF_RIGHT },
  { "Taux dans le métier visé à 2" NBSP "ans", 100, SCEAU_PDF_RIGHT },
};

static const SceauTableColumn answer_columns[] = {
  { "Année", 40, SCEAU_PDF_LEFT },
  { "Réponses à 6" NBSP "mois", 100, SCEAU_PDF_RIGHT },
  { "dont neutralisées", 90, SCEAU_PDF_RIGHT },
  { "Réponses à 2" NBSP "ans", 100, SCEAU_PDF_RIGHT },
  { "dont neutralisées", 90, SCEAU_PDF_RIGHT },
};

/* "79 % (15 sur 19)" */
static char *
format_rate (SceauRate rate)
{
  g_autofree char *text = sceau_rate_to_text (rate);

  if (rate.state != SCEAU_RATE_KNOWN)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s (%d" NBSP "sur" NBSP "%d)", text, rate.numerator, rate.denominator);
}

/* "24 sur 30 (80 %)" */
static char *
format_answers (int respondents, int certified)
{
  g_autofree char *share = sceau_rate_to_text (sceau_rate_new (respondents, certified));

  return g_strdup_printf ("%d" NBSP "sur" NBSP "%d (%s)", respondents, certified, share);
}

static void
draw_figures (SceauFlow *flow, const SceauStatisticsContent *content)
{
  g_autoptr (SceauTable) table = sceau_table_new (flow, figure_columns, G_N_ELEMENTS (figure_columns));

  for (gsize i = 0; i < content->n_years; i++)
    {
      const SceauStatisticsYear *year = &content->years[i];
      g_autofree char *name = g_strdup_printf ("%d", year->year);
      g_autofree char *certified = g_strdup_printf ("%d", year->certified);
      g_autofree char *vae = g_strdup_printf ("%d", year->certified_vae);
      g_autofree char *global = format_rate (year->global_6m);
      g_autofree char *target = format_rate (year->target_6m);
      g_autofree char *later = format_rate (year->target_24m);

      sceau_table_add_row (table, (const char *[]) { name, certified, vae, global, target, later });
    }
}

static void
draw_answers (SceauFlow *flow, const SceauStatisticsContent *content)
{
  g_autoptr (SceauTable) table = sceau_table_new (flow, answer_columns, G_N_ELEMENTS (answer_columns));

  for (gsize i = 0; i < content->n_years; i++)
    {
      const SceauStatisticsYear *year = &content->years[i];
      g_autofree char *name = g_strdup_printf ("%d", year->year);
      g_autofree char *early = format_answers (year->respondents_6m, year->certified);
      g_autofree char *early_out = g_strdup_printf ("%d", year->neutralised_6m);
      g_autofree char *late = format_answers (year->respondents_24m, year->certified);
      g_autofree char *late_out = g_strdup_printf ("%d", year->neutralised_24m);

      sceau_table_add_row (table, (const char *[]) { name, early, early_out, late, late_out });
    }
}

static void
draw_title (SceauFlow *flow, const SceauStatisticsContent *content)
{
  g_autofree char *date = sceau_date_format_long (content->established);
  g_autofree char *line = g_strdup_printf ("fiche %s — chiffres établis le" NBSP "%s", content->certification->code, date);

  sceau_flow_centred (flow, &school_style, 2, content->school->name);
  sceau_flow_space (flow, 6);
  sceau_flow_centred (flow, &title_style, 1, "Statistiques de la certification");
  sceau_ornament_divider (flow->pdf, flow->left + flow->width / 2, flow->y + 6, 190, sceau_ornament_gold);
  sceau_flow_space (flow, 17);
  sceau_flow_centred (flow, &certification_style, 3, content->certification->title);
  sceau_flow_centred (flow, &sceau_flow_text, 1, line);
}

static void
draw (SceauFlow *flow, const SceauStatisticsContent *content)
{
  sceau_flow_add_page (flow);
  draw_title (flow, content);
  sceau_flow_heading (flow, 50, "Certifiés et insertion");
  if (content->n_years == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Aucune promotion n’a encore de certifié.");
      return;
    }
  draw_figures (flow, content);
  sceau_flow_space (flow, 5);
  sceau_flow_paragraph (flow, &sceau_flow_note,
                        "Un taux rapporte les personnes concernées aux répondants, moins les situations neutralisées (alternance,"
                        " poursuite d’études, incapacité, étranger). n.c." NBSP ": personne au dénominateur. Tiret" NBSP
                        ": l’échéance n’est pas atteinte pour toute la promotion.");
  sceau_flow_heading (flow, 50, "Réponses aux enquêtes");
  draw_answers (flow, content);
}

GBytes *
sceau_statistics_document_render (const SceauStatisticsContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *title = g_strdup_printf ("Statistiques — %s", content->certification->title);
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, title, NULL);

  draw (flow, content);
  sceau_flow_finish (flow, content->school->name);
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->code);
  sceau_pdf_set_created (pdf, content->established);
  return sceau_pdf_finish (pdf, error);
}
