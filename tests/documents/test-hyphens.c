/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Where words are broken at the end of a line, and what comes out of the page again. */

#include "document-fixtures.h"
#include "sceau-flow.h"
#include "sceau-hyphens.h"
#include "sceau-text-layout.h"

#include <string.h>

static const SceauPdfStyle plain = { SCEAU_FACE_SANS, 10, 0, { 0, 0, 0 } };

static void
test_places (void)
{
  static const struct
  {
    const char *word;
    const char *broken;
  } rows[] = {
    { "organisation", "or-ga-ni-sa-tion" },
    { "déménagement", "dé-mé-na-ge-ment" },
    { "professionnelle", "pro-fes-sion-nelle" }, /* no mute syllable of its own: not nel-le */
    { "l’organisation", "l’or-ga-ni-sa-tion" },
    { "« compétences »,", "« com-pé-tences »," },
    { "jury", "jury" },                            /* too short */
    { "Lefèvre", "Lefèvre" },                      /* names */
    { "d’Alembert", "d’Alembert" },
    { "CERTIFICATION", "CERTIFICATION" },
    { "rncp41445bc02", "rncp41445bc02" },          /* codes */
    { "InterCERT", "InterCERT" },
    { "vice-présidente", "vice-présidente" },
    { "prenom.compose@exemple.fr", "prenom.compose@exemple.fr" },
    { "ελληνικά", "ελληνικά" },                    /* not French */
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) places = sceau_hyphens_list (rows[i].word, strlen (rows[i].word));
      g_autoptr (GString) broken = g_string_new (rows[i].word);

      for (guint j = places->len; j > 0; j--)
        g_string_insert_c (broken, g_array_index (places, guint, j - 1), '-');
      g_assert_cmpstr (broken->str, ==, rows[i].broken);
    }
}

static char *
join (GPtrArray *lines)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double width;
    const char *lines; /* joined by | */
  } rows[] = {
    { "la professionnalisation", 60, "la profession-|nalisation" },
    { "professionnalisation", 60, "professionna-|lisation" },       /* wider than the line by itself */
    { "gouvernance organisation", 66, "gouvernance|organisation" }, /* the line is nearly full */
    { "Validation partielle", 66, "Validation|partielle" },         /* a narrow column */
    { "monsieur Constantinople", 70, "monsieur|Constantinople" },   /* a name stays whole */
    { "anticonstitutionnellement", 26, "anti-|cons-|titu-|tion-|nelle-|ment" },
    { "organisation organisation organisation organisation", 50, "organisa-|tion orga-|nisation|organisa-|tion orga-|nisation" }, /* no ladder */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
      g_autoptr (GPtrArray) lines = sceau_text_break (pdf, &plain, rows[i].text, rows[i].width);
      g_autofree char *joined = join (lines);

      g_assert_cmpstr (joined, ==, rows[i].lines);
      for (guint j = 0; j < lines->len; j++)
        g_assert_cmpfloat (sceau_pdf_text_width (pdf, &plain, g_ptr_array_index (lines, j)), <=, rows[i].width);
    }
}

/* Addresses and the mentions of certificates. */
static void
test_words_stay_whole (void)
{
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GPtrArray) lines = sceau_text_break_whole (pdf, &plain, "la professionnalisation", 94);
  g_autoptr (SceauTextLines) fitted = sceau_text_fit (pdf, &plain, "la professionnalisation", 94, 2, 1);
  g_autofree char *joined = join (lines);
  g_autofree char *fitted_joined = join (fitted->lines);

  g_assert_cmpstr (joined, ==, "la|professionnalisation");
  g_assert_cmpstr (fitted_joined, ==, "la|professionnalisation");
}

/* Who copies or searches finds the words, not their halves. */
static void
test_words_come_out_whole (void)
{
  static const char text[] = "Concevoir et conduire la professionnalisation des collaborateurs, accompagner l’organisation dans son"
                             " développement et sensibiliser les utilisateurs à la cybersécurité.";
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (SceauFlow) flow = sceau_flow_new (pdf, "Essai", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *raw = NULL;
  g_autofree char *read = NULL;

  sceau_flow_add_page (flow);
  flow->width = 120;
  sceau_flow_paragraph (flow, &sceau_flow_text, text);
  flow->width = 500;
  sceau_flow_finish (flow, "");
  bytes = sceau_pdf_finish (pdf, NULL);
  raw = pdf_run (bytes, "pdftotext", "-raw");
  assert_contains (raw, "-\n");
  read = pdf_text (bytes);
  assert_contains (read, text);
  pdf_assert_sound (bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/hyphens/places", test_places);
  g_test_add_func ("/documents/hyphens/lines", test_lines);
  g_test_add_func ("/documents/hyphens/words-stay-whole", test_words_stay_whole);
  g_test_add_func ("/documents/hyphens/words-come-out-whole", test_words_come_out_whole);
  return g_test_run ();
}
