/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-result-letter-private.h"

#include "sceau-letter.h"
#include "sceau-mentions.h"
#include "sceau-ornament.h"
#include "sceau-session-life.h"
#include "sceau-text.h"
#include "sceau-words.h"

#include <glib/gi18n-lib.h>

#define NBSP "\u00A0"

/* What is said of an outcome, worded so that it agrees with anybody. */
typedef struct
{
  const char *label;
  const char *sentence;
  gboolean shows_blocks;
  gboolean shows_remains;
} Wording;

static const Wording wordings[] = {
  [SCEAU_OUTCOME_CERTIFIED] = { "certification obtenue",
                                "Toutes les conditions de la certification sont remplies" NBSP ": elle vous est acquise. Recevez nos"
                                " félicitations.",
                                FALSE, FALSE },
  [SCEAU_OUTCOME_PARTIAL] = { "validation partielle",
                              "Une partie de la certification vous est acquise.", TRUE, TRUE },
  [SCEAU_OUTCOME_FAILED] = { "certification non obtenue",
                             "Les conditions de la certification ne sont pas remplies à ce jour.", TRUE, TRUE },
  [SCEAU_OUTCOME_DEFERRED] = { "décision ajournée",
                               "Des éléments manquent pour que le jury se prononce" NBSP ": il le fera quand ils lui seront connus.", TRUE, TRUE },
  [SCEAU_OUTCOME_ABSENT] = { "absence constatée",
                             "Le jury a constaté une absence sans justification retenue. La certification n’est pas obtenue à cette session.",
                             TRUE, TRUE },
  [SCEAU_OUTCOME_EXCUSED] = { "absence justifiée",
                              "Le jury a constaté une absence justifiée" NBSP ": elle ne vous est pas opposée, et l’évaluation reste à passer.",
                              TRUE, TRUE },
  [SCEAU_OUTCOME_WITHDRAWN] = { "abandon constaté",
                                "Le jury a pris acte de l’abandon de votre parcours. La certification n’est pas obtenue.", TRUE, FALSE },
  [SCEAU_OUTCOME_FRAUD] = { "fraude retenue",
                            "Le jury a retenu une fraude, après audition. La certification n’est pas obtenue.", TRUE, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (wordings) == SCEAU_N_OUTCOMES);

static const Wording *
find_wording (const SceauDecision *decision)
{
  return &wordings[decision->decided ? decision->outcome : decision->proposal];
}

/* --- Head ---------------------------------------------------------------- */

/* Name, usage name, number: learners have no postal address in the file. */
static char *
make_recipient (const SceauLearner *learner)
{
  g_autofree char *name = sceau_mention_name (learner);
  g_autofree char *usage = sceau_words_is_filled (learner->usage_name) ? sceau_text_upper (learner->usage_name) : NULL;
  GString *text = g_string_new (name);

  if (usage != NULL)
    g_string_append_printf (text, "\nnom d’usage" NBSP ": %s", usage);
  if (sceau_words_is_filled (learner->number))
    g_string_append_printf (text, "\nn°" NBSP "%s", learner->number);
  return g_string_free (text, FALSE);
}

static void
draw_facts (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const SceauJurySession *session = content->session;
  g_autofree char *certification = sceau_words_certification (content->dossier->certification);
  g_autofree char *day = sceau_date_format_long (session->date);
  g_autofree char *jury = g_strdup_printf ("session n°" NBSP "%" G_GINT64_FORMAT " du" NBSP "%s", session->id, day);

  sceau_flow_fact (flow, "Certification", certification);
  if (sceau_words_is_filled (session->cohort_name))
    sceau_flow_fact (flow, "Promotion", session->cohort_name);
  sceau_flow_fact (flow, "Voie d’accès", sceau_route_french (content->decision->route));
  sceau_flow_fact (flow, "Jury", jury);
  sceau_flow_space (flow, 4);
}

/* --- Decision ------------------------------------------------------------ */

static void
draw_decision (SceauFlow *flow, const SceauResultLetterContent *content)
{
  static const SceauPdfStyle style = { SCEAU_FACE_SANS_BOLD, 11, 0, { 0.09, 0.16, 0.32 } };
  static const SceauPdfColour ground = { 0.945, 0.93, 0.89 };
  g_autofree char *text = g_strdup_printf ("%s" NBSP ": %s", content->decision->decided ? "Décision du jury" : "Proposition faite au jury",
                                           find_wording (content->decision)->label);

  sceau_flow_need (flow, 60);
  sceau_pdf_block (flow->pdf, flow->left, flow->y, flow->width, 24, ground);
  sceau_pdf_line (flow->pdf, flow->left, flow->y, flow->left, flow->y + 24, 2, sceau_ornament_gold);
  sceau_pdf_text (flow->pdf, &style, SCEAU_PDF_LEFT, flow->left + 10, flow->y + 16, text);
  flow->y += 33;
}

static void
draw_rectified (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const SceauJurySession *rectified = content->rectified;
  g_autofree char *date = NULL;
  g_autofree char *was = NULL;
  g_autofree char *text = NULL;

  if (rectified == NULL)
    return;
  date = sceau_date_format_long (rectified->date);
  if (content->rectified_decision != NULL)
    was = g_strdup_printf (" («" NBSP "%s" NBSP "»)", find_wording (content->rectified_decision)->label);
  text = g_strdup_printf ("La présente décision rectifie et remplace celle du jury du" NBSP "%s, session n°" NBSP "%" G_GINT64_FORMAT "%s.",
                          date, rectified->id, was != NULL ? was : "");
  sceau_flow_paragraph (flow, &sceau_letter_bold, text);
  if (sceau_words_is_filled (content->session->rectification_reason))
    {
      g_autofree char *reason = g_strdup_printf ("Motif de la rectification" NBSP ": %s", content->session->rectification_reason);

      sceau_flow_paragraph (flow, &sceau_letter_text, reason);
    }
}

/* The jury's own reason; without one, that of the proposal which it took. */
static void
draw_reason (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const SceauDecision *decision = content->decision;
  const char *reason = sceau_words_is_filled (decision->reason) ? decision->reason : NULL;
  g_autofree char *text = NULL;

  if (reason == NULL && (!decision->decided || decision->outcome == decision->proposal) && find_wording (decision)->shows_blocks)
    reason = decision->proposal_reason;
  if (!sceau_words_is_filled (reason))
    return;
  text = g_strdup_printf ("Motif" NBSP ": %s", reason);
  sceau_flow_paragraph (flow, &sceau_letter_text, text);
}

/* --- Parchemin and blocks ------------------------------------------------ */

/* Who delivers the parchemin: the mandate's certifier, the school, or, of a centre, the certifiers of the fiche. */
static char *
name_certifiers (const SceauResultLetterContent *content)
{
  const SceauCertification *certification = content->dossier->certification;
  GString *names;

  if (content->mandate != NULL || sceau_school_role (content->school, certification) == SCEAU_SCHOOL_CERTIFIER
      || certification->certifiers->len == 0)
    return g_strdup (sceau_mention_certifier_name (content->school, content->mandate, certification));
  names = g_string_new (NULL);
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      if (certifier->active && sceau_words_is_filled (certifier->name))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", certifier->name);
    }
  return g_string_free (names, FALSE);
}

static void
draw_parchemin (SceauFlow *flow, const SceauResultLetterContent *content)
{
  g_autofree char *names = name_certifiers (content);
  g_autofree char *by = *names != '\0' ? g_strdup_printf (" par %s", names) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("Le parchemin de la certification vous sera délivré%s par un acte distinct. La présente lettre vous"
                                           " informe de la décision" NBSP ": elle n’est pas le parchemin et n’en tient pas lieu.", by);

  sceau_flow_paragraph (flow, &sceau_letter_text, text);
}

static void
draw_blocks (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const guint n_blocks = content->dossier->certification->blocks->len;
  const guint acquired = sceau_result_letter_count_blocks (content);
  g_autofree char *text = NULL;

  if (n_blocks == 0)
    return;
  sceau_flow_space (flow, 2);
  sceau_result_letter_draw_blocks (flow, content);
  if (acquired == 0)
    {
      sceau_flow_paragraph (flow, &sceau_letter_text, "Aucun bloc de compétences n’est acquis à ce jour.");
      return;
    }
  text = g_strdup_printf ("%s %s",
                          acquired == 1
                              ? "Le bloc acquis l’est définitivement, sans limite de durée" NBSP "; il ne vaut pas à lui seul la certification."
                              : "Les blocs acquis le sont définitivement, sans limite de durée" NBSP "; ils ne valent pas à eux seuls la"
                                " certification.",
                          content->decision->route == SCEAU_ROUTE_VAE
                              ? "Une attestation des blocs validés vous est délivrée à votre demande (article R6412-7 du Code du travail)."
                              : "Une attestation de validation de chaque bloc acquis vous est délivrée à votre demande.");
  sceau_flow_paragraph (flow, &sceau_letter_text, text);
}

static void
draw_history (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const SceauEnrolment *enrolment = content->dossier->enrolment;
  const SceauOutcome outcome = content->decision->decided ? content->decision->outcome : content->decision->proposal;
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;

  if (outcome == SCEAU_OUTCOME_FRAUD && enrolment->hearing != SCEAU_NO_DATE)
    {
      date = sceau_date_format_long (enrolment->hearing);
      text = g_strdup_printf ("L’audition s’est tenue le" NBSP "%s.", date);
    }
  else if (outcome == SCEAU_OUTCOME_WITHDRAWN && enrolment->state_since != SCEAU_NO_DATE)
    {
      date = sceau_date_format_long (enrolment->state_since);
      text = g_strdup_printf ("L’abandon a pris effet le" NBSP "%s.", date);
    }
  if (text != NULL)
    sceau_flow_paragraph (flow, &sceau_letter_text, text);
}

/* --- Notification and appeal --------------------------------------------- */

static void
draw_notification (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const SceauDate last = sceau_notification_deadline (content->decision->route, content->session->date);
  g_autofree char *day = sceau_date_format_long (last);
  g_autofree char *text = NULL;

  if (content->decision->route != SCEAU_ROUTE_VAE)
    return;
  if (content->session->notified != SCEAU_NO_DATE && content->session->notified <= last)
    text = g_strdup ("Cette décision vous est notifiée dans les quinze jours, comme le veut l’article R6412-7 du Code du travail.");
  else if (content->session->notified == SCEAU_NO_DATE)
    text = g_strdup_printf ("Cette décision est à notifier le" NBSP "%s au plus tard (article R6412-7 du Code du travail).", day);
  else
    text = g_strdup_printf ("L’article R6412-7 du Code du travail demandait que cette décision vous soit notifiée le" NBSP "%s au plus tard.", day);
  sceau_flow_paragraph (flow, &sceau_letter_text, text);
}

static char *
make_deadline (const SceauResultLetterContent *content)
{
  const SceauDate last = sceau_appeal_deadline (content->session->notified, content->appeal_days);
  g_autofree char *until = sceau_date_format_long (last);
  g_autofree char *from = sceau_date_format_long (content->session->notified);

  if (content->appeal_days <= 0)
    return g_strdup ("dans le délai que fixe le règlement de la certification");
  if (last == SCEAU_NO_DATE)
    return g_strdup_printf ("dans les %d" NBSP "jours qui suivent la notification", content->appeal_days);
  return g_strdup_printf ("le" NBSP "%s au plus tard (%d" NBSP "%s après la notification du" NBSP "%s)", until, content->appeal_days,
                          content->appeal_days > 1 ? "jours" : "jour", from);
}

/* How an appeal is filed is the last paragraph of the letter. */
static void
draw_end (SceauFlow *flow, const SceauResultLetterContent *content, const char *name)
{
  g_autofree char *deadline = make_deadline (content);
  g_autofree char *how = g_strdup_printf ("Un recours s’adresse par écrit, avec ses motifs, à %s, %s. Il peut porter sur une erreur matérielle"
                                          " (une note mal reportée, par exemple) ou sur une irrégularité de la procédure. L’appréciation du"
                                          " jury est souveraine" NBSP ": elle ne se conteste pas.",
                                          content->school->name, deadline);
  g_autofree char *closing = g_strdup_printf ("Veuillez agréer, %s, l’expression de nos salutations distinguées.", name);
  const SceauLetterEnd end = { "Voies de recours", how, &sceau_flow_text, closing, content->school };

  sceau_flow_space (flow, 3);
  sceau_letter_close (flow, &end);
}

/* --- The document -------------------------------------------------------- */

static void
draw_text (SceauFlow *flow, const SceauResultLetterContent *content)
{
  const Wording *wording = find_wording (content->decision);
  const char *name = sceau_words_salutation (content->learner->sex);
  g_autofree char *salutation = g_strdup_printf ("%s,", name);

  draw_facts (flow, content);
  sceau_flow_paragraph (flow, &sceau_letter_text, salutation);
  sceau_flow_space (flow, 2);
  draw_rectified (flow, content);
  draw_decision (flow, content);
  sceau_flow_paragraph (flow, &sceau_letter_text, wording->sentence);
  draw_history (flow, content);
  draw_reason (flow, content);
  if (!wording->shows_blocks)
    draw_parchemin (flow, content);
  else
    draw_blocks (flow, content);
  if (wording->shows_remains)
    sceau_result_letter_draw_remains (flow, content);
  draw_notification (flow, content);
  draw_end (flow, content, name);
}

static void
check_names (SceauPdf *pdf, const SceauLearner *learner)
{
  g_autofree char *name = sceau_learner_full_name (learner);

  sceau_words_require (pdf, _("The learner’s name"), name);
  sceau_words_require (pdf, _("The learner’s usage name"), learner->usage_name);
}

GBytes *
sceau_result_letter_document_render (const SceauResultLetterContent *content, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauFlow) flow = NULL;
  g_autofree char *recipient = NULL;
  g_autofree char *date = NULL;
  g_autofree char *object = NULL;
  SceauLetterHead head = { NULL };

  g_return_val_if_fail (content != NULL && content->dossier != NULL && content->decision != NULL, NULL);

  check_names (pdf, content->learner);
  recipient = make_recipient (content->learner);
  date = sceau_date_format_long (content->session->date);
  object = g_strdup_printf ("Résultat du jury de certification du" NBSP "%s", date);
  head.school = content->school;
  head.recipient = recipient;
  head.object = object;
  head.written = content->session->notified;
  head.watermark = content->session->notified == SCEAU_NO_DATE ? "PROJET" : NULL;
  flow = sceau_letter_begin (pdf, &head);
  draw_text (flow, content);
  sceau_letter_end (flow, content->school);
  sceau_pdf_set_title (pdf, object);
  sceau_pdf_set_author (pdf, content->school->name);
  sceau_pdf_set_subject (pdf, content->dossier->certification->title);
  if (content->session->notified != SCEAU_NO_DATE)
    sceau_pdf_set_created (pdf, content->session->notified);
  return sceau_pdf_finish (pdf, error);
}
