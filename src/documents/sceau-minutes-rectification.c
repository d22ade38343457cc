/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-table.h"

#define NBSP "\u00A0"

static const SceauDecision *
find_first_decision (const GPtrArray *decisions, gint64 enrolment_id)
{
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->enrolment_id == enrolment_id)
        return decision;
    }
  return NULL;
}

static void
draw_introduction (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauMinutesContent *content = minutes->content;
  const SceauJurySession *session = content->session;
  g_autofree char *date = content->rectified != NULL ? sceau_date_format_long (content->rectified->date) : NULL;
  g_autofree char *text = NULL;

  text = g_strdup_printf ("La présente session rectifie la session n°" NBSP "%" G_GINT64_FORMAT "%s%s."
                          " Les décisions initiales restent inscrites au procès-verbal de celle-ci.",
                          session->rectifies, date != NULL ? " du" NBSP : "", date != NULL ? date : "");
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
  sceau_minutes_draw_line (flow, minutes, "Motif", session->rectification_reason);
}

static void
draw_decisions (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[]
    = { { "Candidat", 130, SCEAU_PDF_LEFT }, { "Décision initiale", 90, SCEAU_PDF_LEFT },
        { "Décision rectifiée", 90, SCEAU_PDF_LEFT }, { "Motif", 195, SCEAU_PDF_LEFT } };
  const SceauMinutesContent *content = minutes->content;
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < content->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (content->decisions, i);
      const SceauDecision *first = find_first_decision (content->rectified_decisions, decision->enrolment_id);
      g_autofree char *reason = sceau_minutes_hide (minutes, decision->reason, decision->learner_number);

      if (first != NULL)
        sceau_table_add_row (table, (const char *[]) { sceau_minutes_candidate (minutes, decision->learner_number, decision->learner_name),
                                                       sceau_minutes_outcome (first), sceau_minutes_outcome (decision), reason });
    }
}

void
sceau_minutes_draw_rectification (SceauFlow *flow, const SceauMinutes *minutes)
{
  if (minutes->content->session->rectifies == 0)
    return;
  sceau_flow_heading (flow, 50, "Rectification");
  draw_introduction (flow, minutes);
  draw_decisions (flow, minutes);
}
