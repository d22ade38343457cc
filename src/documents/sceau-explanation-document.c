/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-explanation-document.h"

#include "sceau-aliases.h"
#include "sceau-heading.h"
#include "sceau-table.h"
#include "sceau-words.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

/* The annex while it is drawn. */
typedef struct
{
  const SceauExplanationContent *content;
  SceauAliases *aliases; /* NULL unless the variant is anonymous */
} Explanation;

static void
draw_session (SceauFlow *flow, const SceauExplanationContent *content)
{
  const SceauJurySession *session = content->session;
  g_autofree char *day = sceau_date_format_long (session->date);
  g_autofree char *jury = g_strdup_printf ("session n°" NBSP "%" G_GINT64_FORMAT " du" NBSP "%s", session->id, day);

  sceau_flow_fact (flow, "Jury", jury);
  if (sceau_words_is_filled (session->cohort_name))
    sceau_flow_fact (flow, "Promotion", session->cohort_name);
  if (sceau_words_is_filled (session->seal))
    sceau_flow_fact (flow, "Empreinte (SHA-256)", session->seal);
  if (content->anonymous)
    sceau_flow_fact (flow, "Version anonyme", "des numéros tiennent lieu des noms des candidats");
  sceau_flow_space (flow, 4);
  sceau_flow_paragraph (flow, &sceau_flow_note,
                        "Chaque ligne est une étape du raisonnement dont résulte la proposition. Un astérisque marque celles sur lesquelles elle"
                        " repose. La proposition est un calcul" NBSP ": la décision appartient au jury.");
}

/* --- One candidate ------------------------------------------------------- */

static const char *
verdict (const SceauProposalStep *step)
{
  if (step->pending)
    return step->decisive ? "en attente" NBSP "*" : "en attente";
  if (step->met)
    return step->decisive ? "satisfait" NBSP "*" : "satisfait";
  return step->decisive ? "non satisfait" NBSP "*" : "non satisfait";
}

static void
draw_steps (SceauFlow *flow, const SceauExplanationCandidate *candidate)
{
  static const SceauTableColumn columns[]
      = { { "Objet", 88, SCEAU_PDF_LEFT }, { "Règle", 92, SCEAU_PDF_LEFT }, { "Constaté", 135, SCEAU_PDF_LEFT },
          { "Attendu", 120, SCEAU_PDF_LEFT }, { "Verdict", 70, SCEAU_PDF_LEFT } };
  g_autoptr (SceauTable) table = NULL;

  if (candidate->steps == NULL || candidate->steps->len == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Aucune étape n’est conservée pour ce candidat.");
      return;
    }
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < candidate->steps->len; i++)
    {
      const SceauProposalStep *step = g_ptr_array_index (candidate->steps, i);

      sceau_table_add_row (table, (const char *[]) { step->subject, step->rule, step->found, step->expected, verdict (step) });
    }
  sceau_flow_space (flow, 4);
}

static char *
make_heading (const Explanation *self, const SceauDecision *decision)
{
  if (self->content->anonymous)
    return g_strdup_printf ("%s — %s", decision->learner_number, sceau_words_route (decision->route));
  return g_strdup_printf ("%s (%s) — %s", decision->learner_name, decision->learner_number, sceau_words_route (decision->route));
}

static void
draw_reason (SceauFlow *flow, const Explanation *self, const SceauDecision *decision, const char *label, const char *reason)
{
  g_autofree char *hidden = sceau_aliases_hide (self->aliases, reason, decision->learner_number);
  g_autofree char *text = NULL;

  if (!sceau_words_is_filled (hidden))
    return;
  text = g_strdup_printf ("%s" NBSP ": %s", label, hidden);
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

static void
draw_candidate (SceauFlow *flow, const Explanation *self, const SceauExplanationCandidate *candidate)
{
  const SceauDecision *decision = candidate->decision;
  g_autofree char *heading = make_heading (self, decision);
  g_autofree char *outcomes
      = g_strdup_printf ("Proposition" NBSP ": %s — décision du jury" NBSP ": %s", sceau_outcome_french (decision->proposal),
                         decision->decided ? sceau_outcome_french (decision->outcome) : "pas encore prise");

  sceau_flow_need (flow, 90);
  sceau_flow_space (flow, 8);
  sceau_flow_paragraph (flow, &sceau_flow_bold, heading);
  sceau_flow_paragraph (flow, &sceau_flow_text, outcomes);
  draw_steps (flow, candidate);
  draw_reason (flow, self, decision, "Motif de la proposition", decision->proposal_reason);
  draw_reason (flow, self, decision, "Motif du jury", decision->reason);
}

/* --- The document -------------------------------------------------------- */

static void
draw (SceauFlow *flow, const Explanation *self)
{
  const SceauExplanationContent *content = self->content;

  sceau_flow_add_page (flow);
  sceau_heading_draw (flow, content->school, "Annexe" NBSP ": raisonnement des propositions", content->certification);
  draw_session (flow, content);
  if (content->n_candidates == 0)
    sceau_flow_paragraph (flow, &sceau_flow_text,
                          content->session->state == SCEAU_SESSION_SEALED ? "Aucun candidat n’était présenté à cette session."
                                                                          : "Aucune proposition n’est encore faite au jury.");
  for (gsize i = 0; i < content->n_candidates; i++)
    {
      const SceauExplanationCandidate *candidate = &content->candidates[i];

      if (!content->anonymous)
        sceau_words_require (flow->pdf, _("The learner’s name"), candidate->decision->learner_name);
      draw_candidate (flow, self, candidate);
    }
}

static SceauAliases *
make_aliases (const SceauExplanationContent *content)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new ();

  if (!content->anonymous)
    return NULL;
  for (gsize i = 0; i < content->n_candidates; i++)
    g_ptr_array_add (decisions, (gpointer) content->candidates[i].decision);
  return sceau_aliases_new (decisions, content->learners);
}

GBytes *
sceau_explanation_document_render (const SceauExplanationContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauFlow) flow = NULL;
  g_autoptr (SceauAliases) aliases = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *running = NULL;

  g_return_val_if_fail (content != NULL && content->session != NULL, NULL);

  aliases = make_aliases (content);
  date = sceau_date_format_long (content->session->date);
  title = g_strdup_printf ("Raisonnement des propositions — jury du" NBSP "%s%s", date, content->anonymous ? " — version anonyme" : "");
  running = g_strdup_printf ("%s — %s", title, content->certification->title);
  flow = sceau_flow_new (pdf, running, content->session->state == SCEAU_SESSION_SEALED ? NULL : "PROJET");
  draw (flow, &(Explanation) { content, aliases });
  sceau_flow_finish (flow, content->school->name);
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  sceau_pdf_set_created (pdf, content->session->date);
  return sceau_pdf_finish (pdf, error);
}
