/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-session-life.h"
#include "sceau-table.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

#define SIGNATURE_ROW 46.0

/* --- Seal ---------------------------------------------------------------- */

void
sceau_minutes_draw_seal (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauJurySession *session = minutes->content->session;
  g_autofree char *moment = sceau_words_moment (session->sealed_at);

  sceau_flow_heading (flow, 50, "Scellement");
  if (session->state != SCEAU_SESSION_SEALED)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Projet" NBSP ": la session n’est pas scellée, ces décisions peuvent encore changer.");
      return;
    }
  sceau_minutes_draw_line (flow, minutes, "Date du scellement", moment);
  sceau_minutes_draw_line (flow, minutes, "Empreinte des résultats et des décisions (SHA-256)", session->seal);
  sceau_minutes_draw_line (flow, minutes, "Tête du journal au moment du scellement", session->journal_head);
}

/* --- Notification and appeal --------------------------------------------- */

static gboolean
has_vae (const GPtrArray *decisions)
{
  for (guint i = 0; i < decisions->len; i++)
    if (((SceauDecision *) g_ptr_array_index (decisions, i))->route == SCEAU_ROUTE_VAE)
      return TRUE;
  return FALSE;
}

static void
draw_embargo (SceauFlow *flow, const SceauJurySession *session)
{
  g_autofree char *day = sceau_date_format_long (session->embargo);
  g_autofree char *text = session->embargo != SCEAU_NO_DATE
                              ? g_strdup_printf ("Les résultats sont notifiés par un second acte, qui n’a pas lieu avant le" NBSP
                                                 "%s. D’ici là, ils restent confidentiels.", day)
                              : g_strdup ("Les résultats sont notifiés par un second acte. D’ici là, ils restent confidentiels.");

  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

void
sceau_minutes_draw_notification (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauMinutesContent *content = minutes->content;
  const int days = content->plan != NULL ? content->plan->appeal_days : 0;
  g_autofree char *limit = NULL;
  g_autofree char *appeal = NULL;

  sceau_flow_heading (flow, 50, "Notification et recours");
  draw_embargo (flow, content->session);
  if (has_vae (content->decisions))
    {
      g_autofree char *day = sceau_date_format_long (sceau_notification_deadline (SCEAU_ROUTE_VAE, content->session->date));
      g_autofree char *text = g_strdup_printf ("Les décisions sur les candidats à la VAE sont notifiées dans les quinze jours, soit le" NBSP
                                               "%s au plus tard (article R6412-7 du Code du travail).", day);

      sceau_flow_paragraph (flow, &sceau_flow_text, text);
    }
  limit = days > 0 ? g_strdup_printf (" dans les %d" NBSP "jours qui suivent la notification", days) : g_strdup ("");
  appeal = g_strdup_printf ("Un recours peut être formé%s, pour erreur matérielle ou irrégularité de la procédure" NBSP
                            "; l’appréciation du jury est souveraine.", limit);
  sceau_flow_paragraph (flow, &sceau_flow_text, appeal);
}

/* --- Signatures ---------------------------------------------------------- */

/* Whoever deliberated signs, to the end or not; of a draft, whoever is convened. */
static gboolean
signs (const SceauMinutes *minutes, const SceauJuryMember *member)
{
  return !sceau_minutes_has_opened (minutes) || sceau_minutes_took_part (minutes, member);
}

static void
draw_cells (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[]
      = { { "Membre du jury", 140, SCEAU_PDF_LEFT }, { "Fonction", 180, SCEAU_PDF_LEFT }, { "Signature", 180, SCEAU_PDF_LEFT } };
  const GPtrArray *members = minutes->content->session->members;
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  sceau_table_set_row_height (table, SIGNATURE_ROW);
  for (guint i = 0; i < members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (members, i);
      g_autofree char *function = g_strdup_printf ("%s%s", member->juror->function != NULL ? member->juror->function : "",
                                                   member->president ? " — présidence du jury" : "");

      if (signs (minutes, member))
        sceau_table_add_row (table, (const char *[]) { member->juror->name, function, "" });
    }
}

void
sceau_minutes_draw_signatures (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauJurySession *session = minutes->content->session;
  g_autofree char *date = sceau_date_format_long (session->date);
  g_autofree char *made = g_strdup_printf ("Fait à" NBSP "%s, le" NBSP "%s.", session->place != NULL ? session->place : "…", date);
  guint n = 0;

  for (guint i = 0; i < session->members->len; i++)
    n += signs (minutes, g_ptr_array_index (session->members, i)) ? 1 : 0;
  if (minutes->content->anonymous)
    n = 0;
  /* A jury of usual size signs on one page. */
  sceau_flow_heading (flow, 40 + SIGNATURE_ROW * CLAMP (n, 1, 10), "Signatures");
  if (minutes->content->anonymous)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "La version anonyme n’est pas signée" NBSP ": seul le procès-verbal nominatif l’est.");
      return;
    }
  sceau_flow_paragraph (flow, &sceau_flow_text, made);
  if (n > 0)
    draw_cells (flow, minutes);
}
