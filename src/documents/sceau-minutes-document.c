/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-minutes-private.h"

#include "sceau-ornament.h"
#include "sceau-table.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

#define SIGNATURE_ROW 46.0

static const SceauPdfStyle school_style = { SCEAU_FONT_SMALL_CAPS, 14, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle title_style = { SCEAU_FONT_SMALL_CAPS, 21, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle certification_style = { SCEAU_FONT_SERIF, 15, 0, { 0.11, 0.11, 0.13 } };
static const SceauPdfStyle code_style = { SCEAU_FONT_SERIF, 11, 0, { 0.38, 0.39, 0.43 } };

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- Heading ------------------------------------------------------------- */

static char *
make_code_line (const SceauCertification *certification)
{
  if (certification->register_kind == SCEAU_REGISTER_RNCP && certification->level > 0)
    return g_strdup_printf ("fiche %s — niveau" NBSP "%d", certification->code, certification->level);
  return g_strdup_printf ("fiche %s", certification->code);
}

static void
draw_title (SceauFlow *flow, const SceauMinutesContent *content)
{
  g_autofree char *code = make_code_line (content->certification);

  sceau_flow_centred (flow, &school_style, 2, content->school->name);
  sceau_flow_space (flow, 6);
  sceau_flow_centred (flow, &title_style, 1, "Procès-verbal de délibération du jury");
  sceau_ornament_divider (flow->pdf, flow->left + flow->width / 2, flow->y + 6, 190);
  sceau_flow_space (flow, 17);
  sceau_flow_centred (flow, &certification_style, 3, content->certification->title);
  sceau_flow_centred (flow, &code_style, 1, code);
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
  g_autofree char *date = sceau_date_format_long (session->date);
  g_autofree char *candidates = g_strdup_printf ("%u", content->decisions->len);
  g_autoptr (SceauTable) table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));

  sceau_table_add_row (table, (const char *[]) { id, date, session->place, session->cohort_name, candidates });
}

/* --- Jury ---------------------------------------------------------------- */

static gboolean
has_opened (const SceauJurySession *session)
{
  return session->state >= SCEAU_SESSION_OPEN;
}

static const char *
presence (const SceauJurySession *session, const SceauJuryMember *member)
{
  const gboolean woman = member->juror->sex == SCEAU_SEX_FEMALE;

  if (!has_opened (session))
    return "—";
  if (member->present)
    return woman ? "présente" : "présent";
  return woman ? "absente" : "absent";
}

static char *
make_function (const SceauJuryMember *member)
{
  return g_strdup_printf ("%s%s", member->juror->function != NULL ? member->juror->function : "",
                          member->president ? " — présidence du jury" : "");
}

static void
draw_quorum (SceauFlow *flow, const SceauMinutesContent *content)
{
  const guint n = content->session->members->len;
  const guint quorum = content->quorum > 0 ? (guint) content->quorum : n;
  g_autofree char *text = NULL;
  guint present = 0;

  if (!has_opened (content->session))
    return;
  for (guint i = 0; i < n; i++)
    present += ((SceauJuryMember *) g_ptr_array_index (content->session->members, i))->present ? 1 : 0;
  text = g_strdup_printf ("Membres présents" NBSP ": %u sur" NBSP "%u — quorum" NBSP ": %u — le quorum %s atteint.",
                          present, n, quorum, present >= quorum ? "est" : "n’est pas");
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

static void
draw_derogation (SceauFlow *flow, const SceauMinutesContent *content)
{
  g_autofree char *text = NULL;

  if (!is_filled (content->session->derogation))
    return;
  text = g_strdup_printf ("Session ouverte par dérogation, motif" NBSP ": %s", content->session->derogation);
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
  for (guint i = 0; content->derogation != NULL && i < content->derogation->len; i++)
    sceau_flow_paragraph (flow, &sceau_flow_text, g_ptr_array_index (content->derogation, i));
}

static void
draw_jury (SceauFlow *flow, const SceauMinutesContent *content)
{
  static const SceauTableColumn columns[]
    = { { "Membre du jury", 120, SCEAU_PDF_LEFT }, { "Fonction", 150, SCEAU_PDF_LEFT }, { "Organisme", 120, SCEAU_PDF_LEFT },
        { "Qualité", 55, SCEAU_PDF_LEFT }, { "Présence", 55, SCEAU_PDF_LEFT } };
  const SceauJurySession *session = content->session;
  g_autoptr (SceauTable) table = NULL;

  sceau_flow_heading (flow, 60, "Composition du jury et présence");
  if (session->members->len == 0)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Le jury n’est pas encore composé.");
      return;
    }
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      g_autofree char *function = make_function (member);

      sceau_table_add_row (table, (const char *[]) { member->juror->name, function, member->juror->employer,
                                                     member->juror->internal ? "interne" : "externe",
                                                     presence (session, member) });
    }
  sceau_flow_space (flow, 6);
  draw_quorum (flow, content);
  draw_derogation (flow, content);
}

static void
draw_sentences (SceauFlow *flow, const char *heading, const GPtrArray *sentences)
{
  if (sentences == NULL || sentences->len == 0)
    return;
  sceau_flow_heading (flow, 30, heading);
  for (guint i = 0; i < sentences->len; i++)
    sceau_flow_paragraph (flow, &sceau_flow_text, g_ptr_array_index (sentences, i));
}

/* --- Quotas -------------------------------------------------------------- */

static void
draw_quotas (SceauFlow *flow, const SceauMinutesContent *content)
{
  static const SceauTableColumn columns[]
    = { { "Dérogations d’admission", 300, SCEAU_PDF_LEFT }, { "Plafond", 60, SCEAU_PDF_RIGHT },
        { "Places", 60, SCEAU_PDF_RIGHT }, { "Utilisées", 60, SCEAU_PDF_RIGHT } };
  g_autoptr (SceauTable) table = NULL;

  if (content->n_quotas == 0)
    return;
  sceau_flow_heading (flow, 50, "Quotas au moment de la décision");
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < content->n_quotas; i++)
    {
      const SceauMinutesQuota *quota = &content->quotas[i];
      g_autofree char *percent = g_strdup_printf ("%d" NBSP "%%", quota->max_percent);
      g_autofree char *places = g_strdup_printf ("%d", quota->places);
      g_autofree char *used = g_strdup_printf ("%d", quota->used);

      sceau_table_add_row (table, (const char *[]) { quota->title, percent, places, used });
    }
}

/* --- Seal and signatures ------------------------------------------------- */

static void
draw_seal_line (SceauFlow *flow, const char *label, const char *value)
{
  g_autofree char *text = NULL;

  if (!is_filled (value))
    return;
  text = g_strdup_printf ("%s" NBSP ": %s", label, value);
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

/* "12 novembre 2026 à 17 h 32 (UTC)" from an ISO time stamp; what cannot be read stays as it is. */
static char *
format_moment (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) read = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;
  g_autoptr (GDateTime) moment = read != NULL ? g_date_time_to_utc (read) : NULL;
  g_autofree char *day = NULL;

  if (moment == NULL)
    return g_strdup (iso);
  day = sceau_date_format_long (sceau_date_new (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                                g_date_time_get_day_of_month (moment)));
  return g_strdup_printf ("%s à" NBSP "%d" NBSP "h" NBSP "%02d (UTC)", day, g_date_time_get_hour (moment),
                          g_date_time_get_minute (moment));
}

static void
draw_seal (SceauFlow *flow, const SceauMinutesContent *content)
{
  const SceauJurySession *session = content->session;
  g_autofree char *moment = format_moment (session->sealed_at);

  sceau_flow_heading (flow, 50, "Scellement");
  if (session->state != SCEAU_SESSION_SEALED)
    {
      sceau_flow_paragraph (flow, &sceau_flow_text, "Projet" NBSP ": la session n’est pas scellée, ces décisions peuvent encore changer.");
      return;
    }
  draw_seal_line (flow, "Date du scellement", moment);
  draw_seal_line (flow, "Empreinte des résultats et des décisions (SHA-256)", session->seal);
  draw_seal_line (flow, "Tête du journal au moment du scellement", session->journal_head);
}

static void
draw_signatures (SceauFlow *flow, const SceauMinutesContent *content)
{
  static const SceauTableColumn columns[]
    = { { "Membre du jury", 140, SCEAU_PDF_LEFT }, { "Fonction", 180, SCEAU_PDF_LEFT }, { "Signature", 180, SCEAU_PDF_LEFT } };
  const SceauJurySession *session = content->session;
  g_autofree char *date = sceau_date_format_long (session->date);
  g_autofree char *made = g_strdup_printf ("Fait à" NBSP "%s, le" NBSP "%s.", session->place != NULL ? session->place : "…", date);
  g_autoptr (SceauTable) table = NULL;

  /* A jury of usual size signs on one page. */
  sceau_flow_heading (flow, 40 + SIGNATURE_ROW * CLAMP (session->members->len, 1, 10), "Signatures");
  sceau_flow_paragraph (flow, &sceau_flow_text, made);
  if (session->members->len == 0)
    return;
  table = sceau_table_new (flow, columns, G_N_ELEMENTS (columns));
  sceau_table_set_row_height (table, SIGNATURE_ROW);
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      g_autofree char *function = make_function (member);
      const gboolean absent = has_opened (session) && !member->present;

      sceau_table_add_row (table, (const char *[]) { member->juror->name, function, absent ? presence (session, member) : "" });
    }
}

/* --- The document -------------------------------------------------------- */

static void
check_names (SceauPdf *pdf, const SceauMinutesContent *content)
{
  for (guint i = 0; i < content->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (content->decisions, i);

      if (decision->learner_name != NULL)
        sceau_pdf_require (pdf, SCEAU_FONT_SANS, _("The learner’s name"), decision->learner_name);
    }
  for (guint i = 0; i < content->session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (content->session->members, i);

      if (member->juror->name != NULL)
        sceau_pdf_require (pdf, SCEAU_FONT_SANS, _("The juror’s name"), member->juror->name);
    }
}

static void
draw (SceauFlow *flow, const SceauMinutesContent *content)
{
  sceau_flow_add_page (flow);
  draw_title (flow, content);
  draw_session (flow, content);
  sceau_minutes_draw_rectification (flow, content);
  draw_jury (flow, content);
  draw_sentences (flow, "Récusations", content->recusals);
  draw_quotas (flow, content);
  sceau_minutes_draw_results (flow, content);
  sceau_minutes_draw_reasons (flow, content);
  draw_sentences (flow, "Observations", content->remarks);
  draw_seal (flow, content);
  draw_signatures (flow, content);
}

GBytes *
sceau_minutes_document_render (const SceauMinutesContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauFlow) flow = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *running = NULL;

  g_return_val_if_fail (content != NULL && content->decisions != NULL, NULL);

  date = sceau_date_format_long (content->session->date);
  title = g_strdup_printf ("Procès-verbal du jury du" NBSP "%s", date);
  running = g_strdup_printf ("%s — %s", title, content->certification->title);
  flow = sceau_flow_new (pdf, running, content->session->state == SCEAU_SESSION_SEALED ? NULL : "PROJET");
  check_names (pdf, content);
  draw (flow, content);
  sceau_flow_finish (flow, content->school->name);
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  sceau_pdf_set_created (pdf, content->session->date);
  return sceau_pdf_finish (pdf, error);
}
