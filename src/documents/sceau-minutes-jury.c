/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-table.h"
#include "sceau-words.h"

#define NBSP "\u00A0"

/* --- Composition and presence -------------------------------------------- */

static const char *
capacity (const SceauJuryMember *member)
{
  return member->alternate ? sceau_minutes_agree (member->juror, "suppléante", "suppléant", "suppléant(e)") : "titulaire";
}

static char *
make_function (const SceauJuryMember *member)
{
  return g_strdup_printf ("%s%s", member->juror->function != NULL ? member->juror->function : "",
                          member->president ? " — présidence du jury" : "");
}

static void
draw_members (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[]
      = { { "Membre du jury", 118, SCEAU_PDF_LEFT }, { "Fonction", 135, SCEAU_PDF_LEFT }, { "Organisme", 105, SCEAU_PDF_LEFT },
          { "Origine", 42, SCEAU_PDF_LEFT }, { "Qualité", 55, SCEAU_PDF_LEFT }, { "Présence", 50, SCEAU_PDF_LEFT } };
  const GPtrArray *members = minutes->content->session->members;
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (members, i);
      g_autofree char *function = make_function (member);

      sceau_table_add_row (table, (const char *[]) { member->juror->name, function, member->juror->employer,
                                                     member->juror->internal ? "interne" : "externe", capacity (member),
                                                     sceau_minutes_presence (minutes, member) });
    }
}

void
sceau_minutes_draw_jury (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauMinutesContent *content = minutes->content;

  sceau_flow_heading (flow, 60, "Composition du jury et présence");
  if (content->session->members->len == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Le jury n’est pas encore composé.");
      return;
    }
  draw_members (flow, minutes);
  sceau_flow_space (flow, 6);
  sceau_minutes_draw_presence (flow, minutes);
  if (!sceau_words_is_filled (content->session->derogation))
    return;
  sceau_minutes_draw_line (flow, minutes, "Session ouverte par dérogation, motif", content->session->derogation);
  sceau_minutes_draw_sentences (flow, minutes, NULL, content->derogation);
}

/* --- Course -------------------------------------------------------------- */

/* The names of the members whose numbers are listed, "1,4,5". */
static char *
list_present (const GPtrArray *members, const char *numbers)
{
  g_auto (GStrv) parts = g_strsplit (numbers != NULL ? numbers : "", ",", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (members, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, member->juror->id);

      if (g_strv_contains ((const char *const *) parts, id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->juror->name);
    }
  return g_string_free (names, FALSE);
}

static char *
make_act (const SceauMinutes *minutes, const SceauSessionEvent *event)
{
  static const char *const acts[]
      = { "Ouverture de la session", "Suspension de la délibération", "Reprise de la délibération", "Fin de la délibération" };
  g_autofree char *reason = sceau_minutes_hide (minutes, event->reason, NULL);

  g_return_val_if_fail ((guint) event->kind < G_N_ELEMENTS (acts), NULL);
  return sceau_words_is_filled (reason) ? g_strdup_printf ("%s, motif" NBSP ": %s", acts[event->kind], reason)
                                        : g_strdup (acts[event->kind]);
}

void
sceau_minutes_draw_course (SceauFlow *flow, const SceauMinutes *minutes)
{
  static const SceauTableColumn columns[] = {
    { "Date et heure", 130, SCEAU_PDF_LEFT }, { "Acte", 175, SCEAU_PDF_LEFT }, { "Membres présents", 200, SCEAU_PDF_LEFT } };
  const SceauJurySession *session = minutes->content->session;
  g_autoptr (SceauTable) table = NULL;

  if (session->events == NULL || session->events->len == 0)
    return;
  sceau_flow_heading (flow, 50, "Déroulement de la session");
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < session->events->len; i++)
    {
      const SceauSessionEvent *event = g_ptr_array_index (session->events, i);
      g_autofree char *moment = sceau_words_moment (event->at);
      g_autofree char *present = list_present (session->members, event->present);
      g_autofree char *act = make_act (minutes, event);

      sceau_table_add_row (table, (const char *[]) { moment, act, present });
    }
}

/* --- Recusals ------------------------------------------------------------ */

static char *
make_reason (const SceauMinutes *minutes, const SceauRecusal *recusal)
{
  const char *kind = sceau_conflict_kind_french (recusal->kind);
  g_autofree char *reason = sceau_minutes_hide (minutes, recusal->reason, recusal->learner_number);

  return sceau_words_is_filled (reason) ? g_strdup_printf ("%s" NBSP ": %s", kind, reason) : g_strdup (kind);
}

/* Why a recusal was taken back is what counts of it. */
static void
draw_recusal_table (SceauFlow *flow, const SceauMinutes *minutes, const GPtrArray *recusals, gboolean lifted)
{
  const SceauTableColumn columns[] = { { lifted ? "Membre" : "Membre qui s’abstient", 145, SCEAU_PDF_LEFT },
                                       { "Candidat", 150, SCEAU_PDF_LEFT },
                                       { lifted ? "Motif de la levée" : "Motif", 210, SCEAU_PDF_LEFT } };
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);
      g_autofree char *reason = lifted ? sceau_minutes_hide (minutes, recusal->lifted, recusal->learner_number)
                                       : make_reason (minutes, recusal);

      sceau_table_add_row (table, (const char *[]) { recusal->juror_name,
                                                     sceau_minutes_candidate (minutes, recusal->learner_number, recusal->learner_name),
                                                     reason });
    }
  sceau_flow_space (flow, 5);
}

void
sceau_minutes_draw_recusals (SceauFlow *flow, const SceauMinutes *minutes)
{
  const GPtrArray *recusals = minutes->content->session->recusals;
  const GPtrArray *lifted = minutes->content->session->lifted;
  const GPtrArray *sentences = minutes->content->recusals;
  const gboolean has_table = recusals != NULL && recusals->len > 0;
  const gboolean has_lifted = lifted != NULL && lifted->len > 0;

  if (!has_table && !has_lifted && (sentences == NULL || sentences->len == 0))
    return;
  sceau_flow_heading (flow, 50, "Récusations");
  if (has_table)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text,
                            "Les membres suivants ne prennent part ni à la délibération ni au vote sur le candidat indiqué en regard.");
      draw_recusal_table (flow, minutes, recusals, FALSE);
    }
  if (has_lifted)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text,
                            "Les récusations suivantes ont été levées" NBSP ": le membre prend part à la délibération et au vote sur le candidat.");
      draw_recusal_table (flow, minutes, lifted, TRUE);
    }
  sceau_minutes_draw_sentences (flow, minutes, NULL, sentences);
}
