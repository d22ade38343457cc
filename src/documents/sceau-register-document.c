/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-register-document.h"

#include "sceau-heading.h"
#include "sceau-ornament.h"
#include "sceau-table.h"

#define NBSP "\u00A0"

#define SIGNING_ROW 34.0 /* high enough for a signature */
#define PROOF_ROW 52.0
#define MOST_MISSING 256 /* different letters without a glyph, in one line of the register */

static const SceauPdfStyle school_style = { SCEAU_FACE_SMALL_CAPS, 14, 0.8, { 0.09, 0.16, 0.32 } };
static const SceauPdfStyle title_style = { SCEAU_FACE_SMALL_CAPS, 21, 0.8, { 0.09, 0.16, 0.32 } };

/* --- The register --------------------------------------------------------- */

static const SceauTableColumn register_columns[] = {
  { "Numéro", 11, SCEAU_PDF_LEFT },
  { "Titulaire", 22, SCEAU_PDF_LEFT },
  { "Fiche", 11, SCEAU_PDF_LEFT },
  { "Jury", 10, SCEAU_PDF_LEFT },
  { "Délivrance", 15, SCEAU_PDF_LEFT },
  { "Mentions au registre", 45, SCEAU_PDF_LEFT },
};

/* French whatever the locale, like everything that is printed. */
static const char *const act_words[SCEAU_N_REGISTER_ACTS] = {
  [SCEAU_REGISTER_PRINTED] = "tirage",
  [SCEAU_REGISTER_SPOILED] = "feuille gâchée ou perdue",
  [SCEAU_REGISTER_HANDED] = "remis en main propre",
  [SCEAU_REGISTER_POSTED] = "envoyé par la poste",
  [SCEAU_REGISTER_RETURNED] = "revenu à l’école",
  [SCEAU_REGISTER_DUPLICATE] = "duplicata",
  [SCEAU_REGISTER_REVOKED] = "révoqué",
  [SCEAU_REGISTER_REPLACED] = "remplacé",
};

char *
sceau_register_document_act (const SceauRegisterAct *act)
{
  g_return_val_if_fail ((guint) act->kind < SCEAU_N_REGISTER_ACTS, NULL);

  return act->rank > 0 ? g_strdup_printf ("%s n°" NBSP "%d", act_words[act->kind], act->rank) : g_strdup (act_words[act->kind]);
}

/* (transfer full): acts of earlier versions may have letters that no face has: each is shown as its code. */
static char *
make_printable (const char *given)
{
  GString *text = g_string_new (given);
  gunichar missing;

  for (guint i = 0; i < MOST_MISSING && !sceau_pdf_check_text (SCEAU_FACE_SANS, "", text->str, &missing, NULL); i++)
    {
      g_autofree char *code = g_strdup_printf ("[U+%04X]", missing);
      char letter[7] = { 0 };

      g_unichar_to_utf8 (missing, letter);
      g_string_replace (text, letter, code, 0);
    }
  return g_string_free (text, FALSE);
}

static void
append_part (GString *text, const char *before, const char *part, const char *after)
{
  g_autofree char *shown = part != NULL && *part != '\0' ? make_printable (part) : NULL;

  if (shown != NULL)
    g_string_append_printf (text, "%s%s%s", before, shown, after);
}

/* What replaces a parchemin is named as paper says it. */
static char *
describe_detail (const SceauRegisterAct *act)
{
  g_autofree char *key = act->kind == SCEAU_REGISTER_REPLACED && act->detail != NULL ? sceau_certificate_read_number (act->detail, NULL) : NULL;
  g_autofree char *number = key != NULL ? sceau_certificate_print_number (key) : NULL;

  return number != NULL ? g_strdup_printf ("par le n°" NBSP "%s", number) : g_strdup (act->detail);
}

/* « 25/11/2026 : remis en main propre, Zoé LEFÈVRE, carte d’identité » */
static void
append_act (GString *text, const SceauRegisterAct *act)
{
  g_autofree char *date = sceau_date_format_french (act->date);
  g_autofree char *words = sceau_register_document_act (act);
  g_autofree char *detail = describe_detail (act);

  g_string_append_printf (text, "%s%s" NBSP ": %s", text->len > 0 ? "\n" : "", date, words);
  append_part (text, ", ", act->person, "");
  append_part (text, act->kind == SCEAU_REGISTER_REPLACED ? " " : ", ", detail, "");
  append_part (text, " (", act->reason, ")");
}

static gboolean
has_act (const GPtrArray *acts, SceauRegisterActKind kind)
{
  for (guint i = 0; acts != NULL && i < acts->len; i++)
    if (((const SceauRegisterAct *) g_ptr_array_index (acts, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* The end of a parchemin is told even where no act tells it: files of before the acts have none. */
static void
append_end (GString *text, const SceauCertificate *certificate, const GPtrArray *acts)
{
  const gboolean revoked = certificate->state == SCEAU_CERTIFICATE_REVOKED;
  const SceauRegisterAct end = {
    .kind = revoked ? SCEAU_REGISTER_REVOKED : SCEAU_REGISTER_REPLACED,
    .date = certificate->ended,
    .detail = revoked ? NULL : certificate->replaced_by,
    .reason = revoked ? certificate->revocation_reason : NULL,
  };

  if (certificate->state != SCEAU_CERTIFICATE_ISSUED && !has_act (acts, end.kind))
    append_act (text, &end);
}

static char *
list_remarks (const SceauRegisterLine *line)
{
  GString *text = g_string_new (NULL);

  if (line->certificate->replaces != NULL)
    {
      g_autofree char *number = sceau_certificate_print_number (line->certificate->replaces);

      g_string_append_printf (text, "remplace le n°" NBSP "%s", number);
    }
  for (guint i = 0; line->acts != NULL && i < line->acts->len; i++)
    append_act (text, g_ptr_array_index (line->acts, i));
  append_end (text, line->certificate, line->acts);
  return g_string_free (text, FALSE);
}

static void
add_register_row (SceauTable *table, const SceauRegisterLine *line)
{
  const SceauCertificate *certificate = line->certificate;
  g_autofree char *number = sceau_certificate_print_number (certificate->number);
  g_autofree char *decided = sceau_date_format_french (certificate->decided);
  g_autofree char *delivered = sceau_date_format_french (certificate->delivered);
  g_autofree char *delivery = g_strdup_printf ("%s\n%s", delivered, certificate->place != NULL ? certificate->place : "");
  g_autofree char *remarks = list_remarks (line);
  g_autofree char *holder = g_strdup_printf ("%s\n%s", certificate->learner_name, certificate->learner_number);
  const char *const cells[] = { number, holder, certificate->certification_code, decided, g_strchomp (delivery), remarks };

  sceau_table_add_row (table, cells);
}

static void
draw_register_title (SceauFlow *flow, const SceauSchoolIdentity *school, int year, gsize n)
{
  g_autofree char *title = year > 0 ? g_strdup_printf ("Registre des parchemins — %d", year) : g_strdup ("Registre des parchemins");
  g_autofree char *count = n == 1 ? g_strdup ("un parchemin") : g_strdup_printf ("%" G_GSIZE_FORMAT NBSP "parchemins", n);

  sceau_flow_centred (flow, &school_style, 2, school->name);
  sceau_flow_space (flow, 6);
  sceau_flow_centred (flow, &title_style, 2, title);
  sceau_ornament_divider (flow->pdf, flow->left + flow->width / 2, flow->y + 6, 190, sceau_ornament_gold);
  sceau_flow_space (flow, 17);
  sceau_flow_centred (flow, &sceau_flow_text, 1, n > 0 ? count : "Aucun parchemin n’est au registre.");
  sceau_flow_space (flow, 12);
}

static void
describe (SceauPdf *pdf, const SceauSchoolIdentity *school, const char *title, const char *subject, SceauDate printed)
{
  sceau_pdf_set_title (pdf, title);
  sceau_pdf_set_author (pdf, school->name);
  sceau_pdf_set_subject (pdf, subject);
  sceau_pdf_set_created (pdf, printed);
}

GBytes *
sceau_register_document_render (const SceauSchoolIdentity *school, int year, const SceauRegisterLine *lines, gsize n,
                                SceauDate printed, const char *head, GError **error)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *running = year > 0 ? g_strdup_printf ("%s — registre des parchemins %d", school->name, year)
                                      : g_strdup_printf ("%s — registre des parchemins", school->name);
  g_autoptr (SceauFlow) flow = sceau_flow_new_wide (pdf, running, NULL);
  g_autofree char *date = sceau_date_format_long (printed);
  g_autofree char *note = head != NULL ? g_strdup_printf ("Édité le" NBSP "%s — tête du journal" NBSP ": %s", date, head)
                                       : g_strdup_printf ("Édité le" NBSP "%s", date);

  sceau_flow_add_page (flow);
  draw_register_title (flow, school, year, n);
  if (n > 0)
    {
      g_autoptr (SceauTable) table = sceau_table_new (flow, register_columns, G_N_ELEMENTS (register_columns));

      for (gsize i = 0; i < n && !sceau_pdf_has_failed (pdf); i++)
        add_register_row (table, &lines[i]);
    }
  sceau_flow_finish (flow, note);
  describe (pdf, school, "Registre des parchemins", running, printed);
  return sceau_pdf_finish (pdf, error);
}

/* --- Lists to sign -------------------------------------------------------- */

static const SceauTableColumn handover_columns[] = {
  { "Numéro", 15, SCEAU_PDF_LEFT },
  { "Titulaire", 31, SCEAU_PDF_LEFT },
  { "Pièce d’identité présentée", 22, SCEAU_PDF_LEFT },
  { "Remis le", 13, SCEAU_PDF_LEFT },
  { "Signature", 22, SCEAU_PDF_LEFT },
};

static const SceauTableColumn proof_columns[] = {
  { "État civil tel qu’il sera imprimé", 42, SCEAU_PDF_LEFT },
  { "Correction demandée", 30, SCEAU_PDF_LEFT },
  { "Bon à tirer" NBSP ": date et signature", 28, SCEAU_PDF_LEFT },
};

static void
begin_section (SceauFlow *flow, const SceauSchoolIdentity *school, const char *title, const SceauCertification *certification, const char *rule)
{
  sceau_flow_add_page (flow);
  sceau_heading_draw (flow, school, title, certification);
  sceau_flow_paragraph (flow, &sceau_flow_text, rule);
  sceau_flow_space (flow, 8);
}

static GBytes *
finish_list (SceauFlow *flow, const SceauSchoolIdentity *school, const char *title, const char *subject, SceauDate printed, GError **error)
{
  g_autofree char *date = sceau_date_format_long (printed);
  g_autofree char *note = g_strdup_printf ("Édité le" NBSP "%s", date);

  sceau_flow_finish (flow, note);
  describe (flow->pdf, school, title, subject, printed);
  return sceau_pdf_finish (flow->pdf, error);
}

static void
draw_handover (SceauFlow *flow, const SceauSchoolIdentity *school, const char *title, const SceauHandoverSection *section)
{
  g_autoptr (SceauTable) table = sceau_table_new (flow, handover_columns, G_N_ELEMENTS (handover_columns));

  begin_section (flow, school, title, section->certification,
                 "Chaque titulaire signe en recevant son parchemin, sur présentation d’une pièce d’identité. La remise est portée au"
                 " registre.");
  sceau_table_set_row_height (table, SIGNING_ROW);
  for (gsize i = 0; i < section->n && !sceau_pdf_has_failed (flow->pdf); i++)
    {
      g_autofree char *number = sceau_certificate_print_number (section->certificates[i]->number);
      const char *const cells[] = { number, section->certificates[i]->learner_name, NULL, NULL, NULL };

      sceau_table_add_row (table, cells);
    }
}

GBytes *
sceau_handover_document_render (const SceauSchoolIdentity *school, const SceauHandoverSection *sections, gsize n, SceauDate printed,
                                GError **error)
{
  static const char title[] = "Remise des parchemins";
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *running = g_strdup_printf ("%s — %s", school->name, title);
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, running, NULL);

  for (gsize i = 0; i < n; i++)
    draw_handover (flow, school, title, &sections[i]);
  return finish_list (flow, school, title, running, printed, error);
}

GBytes *
sceau_proof_list_document_render (const SceauSchoolIdentity *school, const SceauCertification *certification,
                                  const SceauLearner *const *learners, gsize n, SceauDate printed, GError **error)
{
  static const char title[] = "Bon à tirer";
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autofree char *running = g_strdup_printf ("%s — %s — %s", school->name, title, certification->title);
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, running, NULL);
  g_autoptr (SceauTable) table = sceau_table_new (flow, proof_columns, G_N_ELEMENTS (proof_columns));

  begin_section (flow, school, title, certification,
                 "Vérifiez chaque lettre, accent et date comme sur votre pièce d’identité" NBSP ": c’est ce qui sera imprimé sur le"
                 " parchemin. Signez si tout est juste" NBSP "; sinon, écrivez la correction.");
  sceau_table_set_row_height (table, PROOF_ROW);
  for (gsize i = 0; i < n && !sceau_pdf_has_failed (pdf); i++)
    {
      g_autofree char *content = sceau_proof_content (learners[i]);
      const char *const cells[] = { content, NULL, NULL };

      sceau_table_add_row (table, cells);
    }
  return finish_list (flow, school, title, certification->title, printed, error);
}
