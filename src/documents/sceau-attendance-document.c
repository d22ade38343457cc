/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-attendance-document.h"

#include "sceau-heading.h"
#include "sceau-table.h"
#include "sceau-words.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

#define JUROR_ROW 40.0
#define CANDIDATE_ROW 27.0

/* Both sheets: a title, a table, and the word of who kept it. */
typedef struct
{
  const char *title;
  void (*draw_table) (SceauFlow *flow, const SceauAttendanceContent *content);
  const char *declaration;
} Sheet;

static void
draw_session (SceauFlow *flow, const SceauAttendanceContent *content)
{
  const SceauJurySession *session = content->session;
  g_autofree char *day = sceau_words_weekday (session->date);
  g_autofree char *hour = sceau_words_hour (session->start_time);
  g_autofree char *date = hour != NULL ? g_strdup_printf ("%s à" NBSP "%s", day, hour) : g_steal_pointer (&day);
  g_autofree char *id = g_strdup_printf ("n°" NBSP "%" G_GINT64_FORMAT, session->id);

  sceau_flow_fact (flow, "Session", id);
  sceau_flow_fact (flow, "Date", date);
  sceau_flow_fact (flow, "Lieu", session->place);
  sceau_flow_fact (flow, "Promotion", session->cohort_name);
  sceau_flow_space (flow, 8);
}

/* --- Jurors -------------------------------------------------------------- */

static char *
make_juror (const SceauJuryMember *member)
{
  const SceauJuror *juror = member->juror;
  GString *text = g_string_new (juror->name != NULL ? juror->name : "");

  if (sceau_words_is_filled (juror->function))
    g_string_append_printf (text, "\n%s", juror->function);
  return g_string_free (text, FALSE);
}

static const char *
capacity (const SceauJuryMember *member)
{
  if (member->alternate)
    return "suppléant(e)";
  return member->president ? "titulaire, présidence" : "titulaire";
}

static void
draw_jurors (SceauFlow *flow, const SceauAttendanceContent *content)
{
  static const SceauTableColumn columns[]
      = { { "Membre du jury et fonction", 138, SCEAU_PDF_LEFT }, { "Organisme", 92, SCEAU_PDF_LEFT }, { "Qualité", 56, SCEAU_PDF_LEFT },
          { "Arrivée", 44, SCEAU_PDF_CENTRE }, { "Départ", 44, SCEAU_PDF_CENTRE }, { "Signature", 131, SCEAU_PDF_LEFT } };
  const GPtrArray *members = content->session->members;
  g_autoptr (SceauTable) table = NULL;

  if (members->len == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Le jury n’est pas encore composé.");
      return;
    }
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  sceau_table_set_row_height (table, JUROR_ROW);
  for (guint i = 0; i < members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (members, i);
      g_autofree char *juror = make_juror (member);

      sceau_words_require (flow->pdf, _("The juror’s name"), member->juror->name);
      sceau_table_add_row (table, (const char *[]) { juror, member->juror->employer, capacity (member), "", "", "" });
    }
}

/* --- Candidates ---------------------------------------------------------- */

static void
draw_candidates (SceauFlow *flow, const SceauAttendanceContent *content)
{
  static const SceauTableColumn columns[]
      = { { "N°", 62, SCEAU_PDF_LEFT }, { "Candidat", 158, SCEAU_PDF_LEFT }, { "Voie d’accès", 88, SCEAU_PDF_LEFT },
          { "Heure", 52, SCEAU_PDF_CENTRE }, { "Signature", 145, SCEAU_PDF_LEFT } };
  g_autoptr (SceauTable) table = NULL;

  if (content->n_candidates == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Aucun candidat n’est inscrit à cette session.");
      return;
    }
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  sceau_table_set_row_height (table, CANDIDATE_ROW);
  for (gsize i = 0; i < content->n_candidates; i++)
    {
      const SceauAttendanceCandidate *candidate = &content->candidates[i];
      g_autofree char *hour = sceau_words_hour (candidate->time);

      sceau_words_require (flow->pdf, _("The learner’s name"), candidate->name);
      sceau_table_add_row (table, (const char *[]) { candidate->number, candidate->name, sceau_words_route (candidate->route), hour, "" });
    }
}

/* --- The document -------------------------------------------------------- */

static const Sheet jurors_sheet = {
  "Feuille d’émargement du jury",
  draw_jurors,
  "Chaque membre signe en son nom, après avoir porté ses heures d’arrivée et de départ.",
};

static const Sheet candidates_sheet = {
  "Feuille d’émargement des candidats",
  draw_candidates,
  "Chaque candidat signe en son nom, après contrôle de son identité. Une absence est portée dans la cellule de signature.",
};

static void
draw_attestation (SceauFlow *flow, const Sheet *sheet)
{
  sceau_flow_need (flow, 96);
  sceau_flow_space (flow, 8);
  sceau_flow_paragraph (flow, &sceau_flow_note, sheet->declaration);
  sceau_flow_space (flow, 8);
  sceau_flow_fact (flow, "Feuille tenue par", NULL);
  sceau_flow_space (flow, 4);
  sceau_flow_fact (flow, "Date et signature", NULL);
}

static GBytes *
render (const SceauAttendanceContent *content, const Sheet *sheet, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *date = sceau_date_format_long (content->session->date);
  g_autofree char *title = g_strdup_printf ("%s — %s", sheet->title, date);
  g_autofree char *running = g_strdup_printf ("%s — %s", title, content->certification->title);
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, running, NULL);

  sceau_flow_add_page (flow);
  sceau_heading_draw (flow, content->school, sheet->title, content->certification);
  draw_session (flow, content);
  sheet->draw_table (flow, content);
  draw_attestation (flow, sheet);
  sceau_flow_finish (flow, content->school->name);
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  sceau_pdf_set_created (pdf, content->session->date);
  return sceau_pdf_finish (pdf, error);
}

GBytes *
sceau_attendance_document_render_jurors (const SceauAttendanceContent *content, GError **error)
{
  g_return_val_if_fail (content != NULL, NULL);

  return render (content, &jurors_sheet, error);
}

GBytes *
sceau_attendance_document_render_candidates (const SceauAttendanceContent *content, GError **error)
{
  g_return_val_if_fail (content != NULL, NULL);

  return render (content, &candidates_sheet, error);
}
