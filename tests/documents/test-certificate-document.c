/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-certificate-document.h"

#include <string.h>

typedef struct
{
  SceauSchoolIdentity *school;
  SceauMandate *mandate;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauCertificate *certificate;
  SceauCertificateContent content;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->mandate = fixture_mandate ();
  fixture->certification = fixture_certification ();
  fixture->learner = fixture_learner ("Zoé", "Lefèvre", SCEAU_SEX_FEMALE);
  fixture->certificate = fixture_certificate ();
  fixture->content = (SceauCertificateContent) {
    .school = fixture->school,
    .certification = fixture->certification,
    .learner = fixture->learner,
    .certificate = fixture->certificate,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_mandate_free (fixture->mandate);
  sceau_certification_free (fixture->certification);
  sceau_learner_free (fixture->learner);
  sceau_certificate_free (fixture->certificate);
}

static void
use_certification (Fixture *fixture, SceauCertification *certification)
{
  sceau_certification_free (fixture->certification);
  fixture->certification = certification;
  fixture->content.certification = certification;
}

static void
replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* The text of a parchemin that must come out whole, on one page. */
static char *
render (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_certificate_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, 1);
  return pdf_text (bytes);
}

/* FORMATS §4.1, table of mentions. */
static void
test_mandatory_mentions (Fixture *fixture, gconstpointer data)
{
  static const char *const mentions[] = {
    /* 1 */ "enregistrée au Répertoire national des certifications professionnelles (RNCP), fiche n° RNCP41445, par décision du"
            " directeur général de France compétences en date du 27/10/2025, pour une durée de 5 ans",
    /* 2 */ "Certificateur : INSTITUT D'ESSAI - NORD (nom commercial : Institut d’essai du Nord)",
    /* 3 */ "Expert en cybersécurité (MS)",
    /* 4 */ "Niveau 7 du cadre national des certifications professionnelles (décret n° 2019-14 du 8 janvier 2019)",
    /* 4 */ "niveau 7 du cadre européen des certifications (CEC)",
    /* 5 */ "Code NSF : 326 — Informatique, traitement de l'information, réseaux de transmission",
    /* 6 */ "Zoé LEFÈVRE",
    /* 6 */ "née le 1er mars 1999 à Lille",
    /* 7 */ "Fait à Villeneuve-d’Ascq, le 20 novembre 2026",
    /* 8 */ "La directrice",
    /* 8 */ "Hélène D’ŒUVRE",
    "par décision du jury réuni le 12 novembre 2026",
    "Parchemin n° 2026-0001",
    "Certification professionnelle",
    "École d’essai du Nord",
  };
  g_autofree char *text = render (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    assert_contains (text, mentions[i]);
}

/* FORMATS §4.1, what must not be printed: compared without case. */
static void
assert_nothing_forbidden (const char *text)
{
  static const char *const forbidden[] = {
    "mastère", "master", "bac+", "bac +", "titre professionnel", "diplôme d’état", "diplôme d'état", "sous réserve",
    "en cours d’enregistrement", "république française", "qualiopi", "duplicata", "spécimen",
  };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    assert_lacks (lower, forbidden[i]);
}

static void
test_forbidden_mentions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = render (fixture);
  g_autofree char *inventaire = NULL;

  assert_nothing_forbidden (text);
  use_certification (fixture, fixture_inventaire ());
  fixture->content.mandate = fixture->mandate;
  inventaire = render (fixture);
  assert_nothing_forbidden (inventaire);
}

static void
test_inventaire_by_mandate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  use_certification (fixture, fixture_inventaire ());
  fixture->content.mandate = fixture->mandate;
  text = render (fixture);
  assert_contains (text, "Certificat de compétences");
  assert_contains (text, "Référent cybersécurité en TPE/PME");
  assert_contains (text, "inscrite à l’Inventaire de la Commission nationale de la certification professionnelle (CNCP), fiche n° 3818");
  assert_contains (text, "Certificateur : CCI France");
  assert_contains (text, "Session organisée par École d’essai du Nord, sur mandat du certificateur (référence : CV-2026-14)");
  assert_contains (text, "Jean ÉXEMPLE");
  assert_contains (text, "Le directeur général");
  assert_contains (text, "Code NSF : 326p");
  assert_lacks (text, "iveau");
  assert_lacks (text, "RNCP");
  assert_lacks (text, "directeur général de France compétences");
  assert_lacks (text, "Hélène");
}

static void
test_specific_register (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  use_certification (fixture, fixture_rs ());
  text = render (fixture);
  assert_contains (text, "Certificat de compétences");
  assert_contains (text, "enregistrée au Répertoire spécifique, fiche n° RS6232, par décision du directeur général de France"
                         " compétences en date du 25/01/2023, pour une durée de 3 ans");
  assert_contains (text, "Certificat valable jusqu’au 20 novembre 2029");
  assert_lacks (text, "iveau");
  assert_lacks (text, "NSF");
}

static void
test_fiche_without_decision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->certification->decision_date = SCEAU_NO_DATE;
  text = render (fixture);
  assert_contains (text, "fiche n° RNCP41445");
  assert_lacks (text, "par décision du directeur");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->content.duplicate_rank = 2;
  fixture->content.duplicate_date = sceau_date_new (2027, 1, 1);
  fixture->content.duplicate_reason = "perte de l’original";
  text = render (fixture);
  assert_contains (text, "DUPLICATA n° 2 — établi le 1er janvier 2027 (perte de l’original)");
  assert_contains (text, "Parchemin n° 2026-0001");
  assert_contains (text, "le 20 novembre 2026");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *first, *birth;
    SceauSex sex;
    const char *shown, *born;
  } rows[] = {
    { "Łukasz", "Őrsi", SCEAU_SEX_MALE, "Łukasz ŐRSI", "né le" },
    { "O", "Ly", SCEAU_SEX_UNKNOWN, "O LY", "né(e) le" },
    { "Ñandú", "d’Œuvre", SCEAU_SEX_FEMALE, "Ñandú D’ŒUVRE", "née le" },
    { "Thị Ánh", "Nguyễn", SCEAU_SEX_FEMALE, "Thị Ánh NGUYỄN", "née le" },
    { "Жанна", "Їжак", SCEAU_SEX_FEMALE, "Жанна ЇЖАК", "née le" },
    { "E\u0301lodie", "Le\u0300ve", SCEAU_SEX_FEMALE, "Élodie LÈVE", "née le" },
    { "Jean-Marie", "Garcia Lopez", SCEAU_SEX_MALE, "Jean-Marie GARCIA LOPEZ", "né le" },
    { "Ελένη", "Demir İnönü", SCEAU_SEX_FEMALE, "Ελένη DEMIR İNÖNÜ", "née le" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      replace (&fixture->learner->first_name, rows[i].first);
      replace (&fixture->learner->birth_name, rows[i].birth);
      fixture->learner->sex = rows[i].sex;
      text = render (fixture);
      assert_contains (text, rows[i].shown);
      assert_contains (text, rows[i].born);
    }
}

static void
test_usage_name_and_birth_abroad (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  replace (&fixture->learner->usage_name, "Martin");
  replace (&fixture->learner->other_names, "Marie, Anne");
  replace (&fixture->learner->birth_place, "Łódź");
  replace (&fixture->learner->birth_country, "Pologne");
  text = render (fixture);
  assert_contains (text, "autres prénoms : Marie, Anne — nom d’usage : MARTIN");
  assert_contains (text, "née le 1er mars 1999 à Łódź (Pologne)");
}

/* Nothing is clipped: every word of the longest texts comes out, on one page. */
static void
test_longest_texts (Fixture *fixture, gconstpointer data)
{
  static const char title[] = "Expert en management stratégique de la sécurité des systèmes d'information, de la gouvernance des données,"
                              " de la conformité réglementaire et de la résilience des organisations publiques et privées européennes";
  g_autofree char *text = NULL;

  g_assert_cmpint (g_utf8_strlen (title, -1), >=, 200);
  replace (&fixture->certification->title, title);
  replace (&fixture->learner->first_name, "Marie-Antoinette-Philippine Élisabeth Joséphine Clémentine");
  replace (&fixture->learner->birth_name, "de Castelnau-Montmorency de La Rochefoucauld-Liancourt d’Œuvre");
  replace (&fixture->learner->usage_name, "de Castelnau-Montmorency de La Rochefoucauld-Liancourt d’Œuvre");
  replace (&fixture->school->name, "École nationale supérieure des technologies numériques et de la cybersécurité du Grand Hainaut"
                                   " et de la métropole européenne de Lille");
  g_ptr_array_add (fixture->certification->nsf, sceau_code_new ("310", "Spécialités plurivalentes des échanges et de la gestion"));
  text = render (fixture);
  assert_contains (text, title);
  assert_contains (text, "Marie-Antoinette-Philippine Élisabeth Joséphine Clémentine DE CASTELNAU-MONTMORENCY DE LA"
                         " ROCHEFOUCAULD-LIANCOURT D’ŒUVRE née");
  assert_contains (text, "Hainaut et de la métropole européenne de Lille");
  assert_contains (text, "Parchemin n° 2026-0001");
}

/* A word of pdftotext -bbox: its box. */
static gboolean
read_box (const char *line, double box[4])
{
  static const char *const names[] = { "xMin=\"", "yMin=\"", "xMax=\"", "yMax=\"" };

  for (guint i = 0; i < 4; i++)
    {
      const char *at = strstr (line, names[i]);

      if (at == NULL)
        return FALSE;
      box[i] = g_ascii_strtod (at + strlen (names[i]), NULL);
    }
  return strstr (line, "<word") != NULL;
}

static gboolean
overlap (const double *a, const double *b)
{
  const double margin = 1.5; /* the boxes are those of the face, taller than its letters */
  const double height = MIN (a[3] - a[1], b[3] - b[1]) * 0.35;

  return a[0] + margin < b[2] && b[0] + margin < a[2] && a[1] + height < b[3] && b[1] + height < a[3];
}

static void
test_nothing_overlaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, 4 * sizeof (double));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  replace (&fixture->learner->first_name, "Marie-Antoinette-Philippine Élisabeth Joséphine Clémentine");
  replace (&fixture->learner->birth_name, "de Castelnau-Montmorency de La Rochefoucauld-Liancourt d’Œuvre");
  replace (&fixture->school->signatory, "Marie-Antoinette-Philippine DE CASTELNAU-MONTMORENCY DE LA ROCHEFOUCAULD-LIANCOURT D’ŒUVRE");
  replace (&fixture->school->signatory_title, "La directrice générale déléguée à la formation et à la certification professionnelle");
  bytes = sceau_certificate_document_render (&fixture->content, NULL);
  output = pdf_run (bytes, "pdftotext", "-bbox");
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double box[4];

      if (!read_box (lines[i], box))
        continue;
      g_assert_cmpfloat (box[0], >, 44);
      g_assert_cmpfloat (box[2], <, SCEAU_PDF_A4_LONG - 44);
      g_assert_cmpfloat (box[1], >, 40);
      g_assert_cmpfloat (box[3], <, SCEAU_PDF_A4_SHORT - 40);
      for (guint j = 0; j < boxes->len; j++)
        if (overlap (box, &((double *) (gpointer) boxes->data)[4 * j]))
          g_error ("Two words stand on each other: %s", lines[i]);
      g_array_append_vals (boxes, box, 1);
    }
  g_assert_cmpuint (boxes->len, >, 80);
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  replace (&fixture->learner->first_name, "Zo\U0001F600");
  g_assert_null (sceau_certificate_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "Zo\U0001F600 LEFÈVRE");
  assert_contains (error->message, "U+1F600");
}

static void
test_specimen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) issued = sceau_certificate_document_render (&fixture->content, NULL);
  g_autoptr (GBytes) specimen = NULL;

  fixture->content.specimen = TRUE;
  specimen = sceau_certificate_document_render (&fixture->content, NULL);
  g_assert_false (g_bytes_equal (issued, specimen));
}

static void
test_sound_and_small (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) one = sceau_certificate_document_render (&fixture->content, NULL);
  g_autoptr (GBytes) two = sceau_certificate_document_render (&fixture->content, NULL);
  g_autofree char *information = pdf_run (one, "pdfinfo", NULL);

  pdf_assert_sound (one);
  g_assert_true (g_bytes_equal (one, two));
  g_assert_cmpuint (g_bytes_get_size (one), <, 25000);
  assert_contains (information, "Parchemin — Zoé LEFÈVRE");
  assert_contains (information, "École d’essai du Nord");
  assert_contains (information, "Nov 20");
}

static void
test_batch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauLearner) other = fixture_learner ("Łukasz", "Őrsi", SCEAU_SEX_MALE);
  SceauCertificateContent contents[40];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    contents[i] = fixture->content;
  contents[1].learner = other;
  bytes = sceau_certificate_document_render_many (contents, G_N_ELEMENTS (contents), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, G_N_ELEMENTS (contents));
  text = pdf_text (bytes);
  g_assert_true (strstr (text, "Zoé LEFÈVRE") < strstr (text, "Łukasz ŐRSI"));
  pdf_assert_sound (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 25000 + 40 * 2800);
}

static gpointer
render_in_thread (gpointer data)
{
  return sceau_certificate_document_render (data, NULL);
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) expected = sceau_certificate_document_render (&fixture->content, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render_in_thread, &fixture->content);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

#define ADD(name, function) g_test_add ("/documents/certificate/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("mandatory-mentions", test_mandatory_mentions);
  ADD ("forbidden-mentions", test_forbidden_mentions);
  ADD ("inventaire-by-mandate", test_inventaire_by_mandate);
  ADD ("specific-register", test_specific_register);
  ADD ("fiche-without-decision", test_fiche_without_decision);
  ADD ("duplicate", test_duplicate);
  ADD ("names", test_names);
  ADD ("usage-name-and-birth-abroad", test_usage_name_and_birth_abroad);
  ADD ("longest-texts", test_longest_texts);
  ADD ("nothing-overlaps", test_nothing_overlaps);
  ADD ("refused-letter", test_refused_letter);
  ADD ("specimen", test_specimen);
  ADD ("sound-and-small", test_sound_and_small);
  ADD ("batch", test_batch);
  ADD ("threads", test_threads);
  return g_test_run ();
}
