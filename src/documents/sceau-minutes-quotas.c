/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-table.h"

#define NBSP "\u00A0"

static void
draw_states (SceauFlow *flow, const SceauMinutesContent *content)
{
  static const SceauTableColumn columns[]
      = { { "Dérogations d’admission", 275, SCEAU_PDF_LEFT }, { "Plafond", 110, SCEAU_PDF_RIGHT },
          { "Places", 60, SCEAU_PDF_RIGHT }, { "Utilisées", 60, SCEAU_PDF_RIGHT } };
  g_autoptr (SceauTable) table = NULL;

  if (content->n_quotas == 0)
    return;
  sceau_flow_heading (flow, 50, "Quotas au moment de la décision");
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < content->n_quotas; i++)
    {
      const SceauMinutesQuota *quota = &content->quotas[i];
      g_autofree char *percent = g_strdup_printf ("%d" NBSP "%% de" NBSP "%d" NBSP "%s", quota->max_percent, quota->learners,
                                                  quota->learners > 1 ? "inscrits" : "inscrit");
      g_autofree char *places = g_strdup_printf ("%d", quota->places);
      g_autofree char *used = g_strdup_printf ("%d", quota->used);

      sceau_table_add_row (table, (const char *[]) { quota->title, percent, places, used });
    }
}

static void
draw_exceptions (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[]
      = { { "Candidat", 108, SCEAU_PDF_LEFT }, { "Quota", 108, SCEAU_PDF_LEFT }, { "Places", 66, SCEAU_PDF_LEFT },
          { "Utilisées", 48, SCEAU_PDF_RIGHT }, { "Date", 78, SCEAU_PDF_LEFT }, { "Motif", 97, SCEAU_PDF_LEFT } };
  const SceauMinutesContent *content = minutes->content;
  g_autoptr (SceauTable) table = NULL;

  if (content->n_exceptions == 0)
    return;
  sceau_flow_heading (flow, 50, "Admissions au-delà d’un quota");
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < content->n_exceptions; i++)
    {
      const SceauMinutesQuotaException *exception = &content->exceptions[i];
      const char *candidate = sceau_minutes_candidate (minutes, exception->learner_number, exception->learner_name);
      g_autofree char *places = g_strdup_printf ("%d pour %d" NBSP "%s", exception->places, exception->learners,
                                                 exception->learners > 1 ? "apprenants" : "apprenant");
      g_autofree char *used = g_strdup_printf ("%d", exception->used);
      g_autofree char *date = sceau_date_format_long (exception->date);
      g_autofree char *reason = sceau_minutes_hide (minutes, exception->reason, exception->learner_number);

      sceau_table_add_row (table, (const char *[]) { candidate, exception->quota, places, used, date, reason });
    }
}

void
sceau_minutes_draw_quotas (SceauFlow *flow, const SceauMinutes *minutes)
{
  draw_states (flow, minutes->content);
  draw_exceptions (flow, minutes);
}
