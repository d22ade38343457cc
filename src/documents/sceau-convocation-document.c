/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-convocation-document.h"

#include "sceau-letter.h"
#include "sceau-ornament.h"
#include "sceau-words.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

#define SLIP_HEIGHT 128.0
#define SLIP_LINE 16.5
#define BOX 7.0

/* --- Words --------------------------------------------------------------- */

/* "Hélène D’ŒUVRE", employer and address, a line each. */
static char *
make_recipient (const SceauJuror *juror)
{
  GString *text = g_string_new (juror->name != NULL ? juror->name : "");

  if (sceau_words_is_filled (juror->employer))
    g_string_append_printf (text, "\n%s", juror->employer);
  if (sceau_words_is_filled (juror->address))
    g_string_append_printf (text, "\n%s", juror->address);
  return g_string_free (text, FALSE);
}

static const char *
capacity (const SceauJuryMember *member)
{
  if (member->alternate)
    return "membre suppléant du jury";
  return member->president ? "membre titulaire, présidence du jury" : "membre titulaire du jury";
}

static char *
make_day (const SceauJurySession *session)
{
  g_autofree char *day = sceau_words_weekday (session->date);
  g_autofree char *hour = sceau_words_hour (session->start_time);

  if (hour == NULL)
    return g_strdup_printf ("%s (l’heure vous sera confirmée)", day);
  return g_strdup_printf ("%s à" NBSP "%s", day, hour);
}

/* "30 candidats : 24 en apprentissage, 6 par la VAE" */
static char *
make_candidates (const guint *candidates)
{
  GString *list = g_string_new (NULL);
  g_autofree char *tail = NULL;
  guint sum = 0;

  for (guint i = 0; i < SCEAU_N_ROUTES; i++)
    {
      sum += candidates[i];
      if (candidates[i] > 0)
        g_string_append_printf (list, "%s%u" NBSP "%s", list->len > 0 ? ", " : "", candidates[i], sceau_words_by_route (i));
    }
  tail = g_string_free (list, FALSE);
  if (sum == 0)
    return g_strdup ("nombre à confirmer");
  return g_strdup_printf ("%u" NBSP "%s" NBSP ": %s", sum, sum > 1 ? "candidats" : "candidat", tail);
}

/* --- Text of the letter -------------------------------------------------- */

static void
draw_facts (SceauFlow *flow, const SceauConvocationContent *content, const SceauJuryMember *member)
{
  const SceauJurySession *session = content->session;
  g_autofree char *certification = sceau_words_certification (content->certification);
  g_autofree char *day = make_day (session);
  g_autofree char *candidates = make_candidates (content->candidates);

  sceau_flow_fact (flow, "Certification", certification);
  sceau_flow_fact (flow, "Date", day);
  sceau_flow_fact (flow, "Lieu", sceau_words_is_filled (session->place) ? session->place : "à confirmer");
  if (sceau_words_is_filled (session->cohort_name))
    sceau_flow_fact (flow, "Promotion", session->cohort_name);
  sceau_flow_fact (flow, "Candidats", candidates);
  sceau_flow_fact (flow, "Votre qualité", capacity (member));
}

static void
draw_conflicts (SceauFlow *flow, const SceauConvocationContent *content)
{
  const char *ground
      = content->candidates[SCEAU_ROUTE_VAE] > 0
            ? "L’article D6412-6 du Code du travail l’exige pour les candidats à la VAE" NBSP "; nous appliquons la même règle à tous les autres."
            : "L’article D6412-6 du Code du travail l’exige pour les jurys de VAE" NBSP "; nous appliquons la même règle à tous les candidats.";
  g_autofree char *text = g_strdup_printf (
      "Un membre du jury ne prend pas part à la délibération sur un candidat avec lequel il a, ou a eu, un lien professionnel ou"
      " personnel" NBSP ": formation, tutorat ou accompagnement, même employeur, famille ou toute autre relation. %s Merci de"
      " déclarer sans attendre tout lien de cette nature" NBSP "; la liste des candidats est tenue à votre disposition.",
      ground);

  sceau_flow_paragraph (flow, &sceau_letter_text, text);
}

static void
draw_text (SceauFlow *flow, const SceauConvocationContent *content, const SceauJuryMember *member)
{
  SceauLetterEnd end = {
    .last = "Merci de vous munir de la présente convocation et d’une pièce d’identité. Les délibérations et les dossiers des"
            " candidats sont confidentiels. En cas d’empêchement, prévenez-nous au plus tôt" NBSP ": le quorum en dépend.",
    .style = &sceau_letter_text,
    .school = content->school,
  };
  g_autofree char *closing = NULL;
  const char *name = sceau_words_salutation (member->juror->sex);
  g_autofree char *salutation = g_strdup_printf ("%s,", name);

  sceau_flow_paragraph (flow, &sceau_letter_text, salutation);
  sceau_flow_space (flow, 3);
  sceau_flow_paragraph (flow, &sceau_letter_text, "J’ai l’honneur de vous convoquer à la session du jury de certification suivante" NBSP ":");
  sceau_flow_space (flow, 2);
  draw_facts (flow, content, member);
  sceau_flow_space (flow, 3);
  if (member->alternate)
    sceau_flow_paragraph (flow, &sceau_letter_text,
                          "En qualité de suppléance, vous siégez si un membre titulaire est empêché" NBSP "; merci de vous tenir disponible.");
  if (member->president)
    sceau_flow_paragraph (flow, &sceau_letter_text,
                          "La présidence du jury vous est confiée" NBSP "; votre voix est prépondérante en cas de partage des voix.");
  draw_conflicts (flow, content);
  closing = g_strdup_printf ("Je vous remercie de votre concours et vous prie d’agréer, %s, l’expression de mes salutations distinguées.", name);
  end.closing = closing;
  sceau_letter_close (flow, &end);
}

/* --- Reply slip ---------------------------------------------------------- */

static void
draw_cut (SceauFlow *flow)
{
  for (double x = flow->left; x < flow->left + flow->width; x += 6)
    sceau_pdf_line (flow->pdf, x, flow->y, MIN (x + 3.5, flow->left + flow->width), flow->y, 0.5, sceau_ornament_grey);
}

/* A box to tick, or none, and a line to write on when @rule. */
static void
draw_choice (SceauFlow *flow, gboolean box, gboolean rule, const char *text)
{
  const double y = flow->y + sceau_flow_text.size * 0.8;
  const double x = flow->left + (box ? BOX + 6 : 0);

  if (box)
    sceau_pdf_frame (flow->pdf, flow->left, y - BOX + 0.5, BOX, BOX, 0.6, sceau_ornament_black);
  sceau_pdf_text (flow->pdf, &sceau_flow_text, SCEAU_PDF_LEFT, x, y, text);
  if (rule)
    sceau_pdf_line (flow->pdf, x + sceau_pdf_text_width (flow->pdf, &sceau_flow_text, text) + 4, y + 1, flow->left + flow->width,
                    y + 1, 0.4, sceau_ornament_grey);
  flow->y += SLIP_LINE;
}

static char *
make_slip_title (const SceauConvocationContent *content)
{
  g_autofree char *day = sceau_date_format_long (content->reply_by);

  if (content->reply_by == SCEAU_NO_DATE)
    return g_strdup_printf ("Coupon-réponse à retourner à %s", content->school->name);
  return g_strdup_printf ("Coupon-réponse à retourner à %s avant le" NBSP "%s", content->school->name, day);
}

static void
draw_slip (SceauFlow *flow, const SceauConvocationContent *content, const SceauJuryMember *member)
{
  g_autofree char *title = make_slip_title (content);
  g_autofree char *day = sceau_date_format_long (content->session->date);
  g_autofree char *which = g_strdup_printf ("%s — jury du" NBSP "%s, %s, session n°" NBSP "%" G_GINT64_FORMAT,
                                            member->juror->name != NULL ? member->juror->name : "", day, content->certification->code, content->session->id);

  if (!sceau_flow_need (flow, SLIP_HEIGHT))
    flow->y = flow->bottom - SLIP_HEIGHT;
  draw_cut (flow);
  sceau_flow_space (flow, 9);
  sceau_flow_paragraph (flow, &sceau_flow_bold, title);
  sceau_flow_paragraph (flow, &sceau_flow_text, which);
  sceau_flow_space (flow, 4);
  draw_choice (flow, TRUE, FALSE, "Je participerai à la session.");
  draw_choice (flow, TRUE, TRUE, "Je ne pourrai pas y participer, pour le motif suivant" NBSP ":");
  draw_choice (flow, TRUE, FALSE, "Je n’ai, ni n’ai eu, aucun lien professionnel ou personnel avec l’un des candidats.");
  draw_choice (flow, TRUE, TRUE, "Je déclare un lien avec (candidat et nature du lien)" NBSP ":");
  draw_choice (flow, FALSE, TRUE, "Date et signature" NBSP ":");
}

/* --- The document -------------------------------------------------------- */

static void
draw_letter (SceauPdf *pdf, const SceauConvocationContent *content, const SceauJuryMember *member)
{
  g_autofree char *recipient = make_recipient (member->juror);
  const SceauLetterHead head = {
    .school = content->school,
    .recipient = recipient,
    .object = "Convocation au jury de certification",
    .written = content->written,
  };
  g_autoptr (SceauFlow) flow = NULL;

  sceau_words_require (pdf, _("The juror’s name"), member->juror->name);
  flow = sceau_letter_begin (pdf, &head);
  draw_text (flow, content, member);
  draw_slip (flow, content, member);
  sceau_letter_end (flow, content->school);
}

GBytes *
sceau_convocation_document_render (const SceauConvocationContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (content != NULL && content->members != NULL && content->members->len > 0, NULL);
  g_return_val_if_fail (content->candidates != NULL, NULL);

  date = sceau_date_format_long (content->session->date);
  title = g_strdup_printf ("Convocation au jury du" NBSP "%s", date);
  for (guint i = 0; i < content->members->len; i++)
    draw_letter (pdf, content, g_ptr_array_index (content->members, i));
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->certification->title);
  if (content->written != SCEAU_NO_DATE)
    sceau_pdf_set_created (pdf, content->written);
  return sceau_pdf_finish (pdf, error);
}
