/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-heading.h"
#include "sceau-table.h"
#include "sceau-words.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

/* --- Names, or numbers in their place ------------------------------------ */

const char *
sceau_minutes_candidate (const SceauMinutes *minutes, const char *number, const char *name)
{
  return minutes->content->anonymous ? number : name;
}

const SceauDecision *
sceau_minutes_find_decision (const SceauMinutes *minutes, gint64 enrolment_id)
{
  return g_hash_table_lookup (minutes->decisions, &enrolment_id);
}

const char *
sceau_minutes_enrolment (const SceauMinutes *minutes, gint64 enrolment_id)
{
  const SceauDecision *decision = sceau_minutes_find_decision (minutes, enrolment_id);

  return decision != NULL ? sceau_minutes_candidate (minutes, decision->learner_number, decision->learner_name) : "—";
}

char *
sceau_minutes_hide (const SceauMinutes *minutes, const char *text, const char *number)
{
  return sceau_aliases_hide (minutes->aliases, text, number);
}

void
sceau_minutes_draw_line (SceauFlow *flow, const SceauMinutes *minutes, const char *label, const char *value)
{
  g_autofree char *hidden = NULL;
  g_autofree char *text = NULL;

  if (!sceau_words_is_filled (value))
    return;
  hidden = sceau_minutes_hide (minutes, value, NULL);
  text = g_strdup_printf ("%s" NBSP ": %s", label, hidden);
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

void
sceau_minutes_draw_sentences (SceauFlow *flow, const SceauMinutes *minutes, const char *heading, const GPtrArray *sentences)
{
  if (sentences == NULL || sentences->len == 0)
    return;
  if (heading != NULL)
    sceau_flow_heading (flow, 30, heading);
  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *hidden = sceau_minutes_hide (minutes, g_ptr_array_index (sentences, i), NULL);

      sceau_flow_paragraph (flow, &sceau_flow_text, hidden);
    }
}

const char *
sceau_minutes_outcome (const SceauDecision *decision)
{
  return decision->decided ? sceau_outcome_french (decision->outcome) : "—";
}

gboolean
sceau_minutes_has_opened (const SceauMinutes *minutes)
{
  return minutes->content->session->state >= SCEAU_SESSION_OPEN;
}

/* --- Heading ------------------------------------------------------------- */

static void
draw_title (SceauFlow *flow, const SceauMinutesContent *content)
{
  sceau_heading_draw (flow, content->school, "Procès-verbal de délibération du jury", content->certification);
  if (!content->anonymous)
    return;
  sceau_flow_centred (flow, &sceau_flow_bold, 1, "Version anonyme");
  sceau_flow_space (flow, 3);
  sceau_flow_centred (flow, &sceau_flow_note, 2,
                      "Des numéros tiennent lieu des noms des candidats. Seul le procès-verbal nominatif, signé par les membres du jury, fait foi.");
  sceau_flow_space (flow, 8);
}

static void
draw_session (SceauFlow *flow, const SceauMinutesContent *content)
{
  static const SceauTableColumn columns[]
      = { { "Session n°", 50, SCEAU_PDF_LEFT }, { "Date", 90, SCEAU_PDF_LEFT }, { "Lieu", 130, SCEAU_PDF_LEFT },
          { "Promotion", 150, SCEAU_PDF_LEFT }, { "Candidats", 55, SCEAU_PDF_RIGHT } };
  const SceauJurySession *session = content->session;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
  g_autofree char *day = sceau_date_format_long (session->date);
  g_autofree char *hour = sceau_words_hour (session->start_time);
  g_autofree char *date = hour != NULL ? g_strdup_printf ("%s à" NBSP "%s", day, hour) : g_steal_pointer (&day);
  g_autofree char *candidates = g_strdup_printf ("%u", content->decisions->len);
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  sceau_table_add_row (table, (const char *[]) { id, date, session->place, session->cohort_name, candidates });
}

/* --- Observations -------------------------------------------------------- */

static void
draw_observation (SceauFlow *flow, const SceauMinutes *minutes, const SceauMinutesObservation *observation)
{
  const SceauDecision *decision = sceau_minutes_find_decision (minutes, observation->enrolment_id);
  const char *number = decision != NULL ? decision->learner_number : NULL;
  g_autofree char *hidden = sceau_minutes_hide (minutes, observation->text, number);
  g_autofree char *text = NULL;

  if (decision == NULL)
    text = g_steal_pointer (&hidden);
  else if (minutes->content->anonymous)
    text = g_strdup_printf ("%s" NBSP ": %s", number, hidden);
  else
    text = g_strdup_printf ("%s (%s)" NBSP ": %s", decision->learner_name, number, hidden);
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

static void
draw_observations (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauMinutesContent *content = minutes->content;
  const gboolean has_remarks = content->remarks != NULL && content->remarks->len > 0;

  if (!has_remarks && content->n_observations == 0)
    return;
  sceau_flow_heading (flow, 30, "Observations");
  sceau_minutes_draw_sentences (flow, minutes, NULL, content->remarks);
  for (gsize i = 0; i < content->n_observations; i++)
    draw_observation (flow, minutes, &content->observations[i]);
}

/* --- The document -------------------------------------------------------- */

static void
check_names (SceauPdf *pdf, const SceauMinutesContent *content)
{
  for (guint i = 0; i < content->decisions->len && !content->anonymous; i++)
    sceau_words_require (pdf, _("The learner’s name"), ((SceauDecision *) g_ptr_array_index (content->decisions, i))->learner_name);
  for (guint i = 0; i < content->session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (content->session->members, i);

      sceau_words_require (pdf, _("The juror’s name"), member->juror->name);
    }
}

static void
draw (SceauFlow *flow, const SceauMinutes *minutes)
{
  sceau_flow_add_page (flow);
  draw_title (flow, minutes->content);
  draw_session (flow, minutes->content);
  sceau_minutes_draw_rectification (flow, minutes);
  sceau_minutes_draw_jury (flow, minutes);
  sceau_minutes_draw_course (flow, minutes);
  sceau_minutes_draw_recusals (flow, minutes);
  sceau_minutes_draw_quotas (flow, minutes);
  sceau_minutes_draw_results (flow, minutes);
  sceau_minutes_draw_reasons (flow, minutes);
  sceau_minutes_draw_changes (flow, minutes);
  sceau_minutes_draw_marks (flow, minutes);
  draw_observations (flow, minutes);
  sceau_minutes_draw_seal (flow, minutes);
  sceau_minutes_draw_notification (flow, minutes);
  sceau_minutes_draw_signatures (flow, minutes);
}

static GHashTable *
index_decisions (GPtrArray *decisions)
{
  GHashTable *by_enrolment = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < decisions->len; i++)
    {
      SceauDecision *decision = g_ptr_array_index (decisions, i);

      g_hash_table_insert (by_enrolment, &decision->enrolment_id, decision);
    }
  return by_enrolment;
}

GBytes *
sceau_minutes_document_render (const SceauMinutesContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauFlow) flow = NULL;
  g_autoptr (GHashTable) decisions = NULL;
  g_autoptr (SceauAliases) aliases = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *running = NULL;

  g_return_val_if_fail (content != NULL && content->decisions != NULL, NULL);

  decisions = index_decisions (content->decisions);
  aliases = content->anonymous ? sceau_aliases_new (content->decisions, content->learners) : NULL;
  date = sceau_date_format_long (content->session->date);
  title = g_strdup_printf ("Procès-verbal du jury du" NBSP "%s%s", date, content->anonymous ? " — version anonyme" : "");
  running = g_strdup_printf ("%s — %s", title, content->certification->title);
  flow = sceau_flow_new (pdf, running, content->session->state == SCEAU_SESSION_SEALED ? NULL : "PROJET");
  check_names (pdf, content);
  draw (flow, &(SceauMinutes) { content, aliases, decisions });
  sceau_flow_finish (flow, content->school->name);
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  sceau_pdf_set_created (pdf, content->session->date);
  return sceau_pdf_finish (pdf, error);
}
