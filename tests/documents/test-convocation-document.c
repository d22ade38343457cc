/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-convocation-document.h"
#include "sceau-words.h"

#include <string.h>

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauJurySession *session;
  guint candidates[SCEAU_N_ROUTES];
  SceauConvocationContent content;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  fixture->session = fixture_session (SCEAU_SESSION_CONVENED);
  fixture->session->start_time = g_strdup ("14:30");
  fixture->candidates[SCEAU_ROUTE_APPRENTICESHIP] = 24;
  fixture->candidates[SCEAU_ROUTE_VAE] = 1;
  fixture->content = (SceauConvocationContent) {
    .school = fixture->school,
    .certification = fixture->certification,
    .session = fixture->session,
    .members = fixture->session->members,
    .candidates = fixture->candidates,
    .written = sceau_date_new (2026, 10, 1),
    .reply_by = sceau_date_new (2026, 10, 20),
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_jury_session_free (fixture->session);
}

static char *
render (Fixture *fixture, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_convocation_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, n_pages);
  return pdf_text (bytes);
}

static SceauJuryMember *
keep_one_member (Fixture *fixture, guint index)
{
  SceauJuryMember *kept = g_ptr_array_steal_index (fixture->session->members, index);

  g_ptr_array_set_size (fixture->session->members, 0);
  g_ptr_array_add (fixture->session->members, kept);
  return kept;
}

static void
test_a_page_for_each_member (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Villeneuve-d’Ascq, le 1er octobre 2026", "Objet : Convocation au jury de certification", "Expert en cybersécurité (MS) — fiche RNCP41445, niveau 7",
    "jeudi 12 novembre 2026 à 14 h 30", "Promotion d’essai 2026", "25 candidats : 24 en apprentissage, 1 par la VAE",
    "membre titulaire, présidence du jury", "votre voix est prépondérante", "L’article D6412-6 du Code du travail l’exige pour les candidats à la VAE",
    "pièce d’identité", "La directrice", "Coupon-réponse à retourner à École d’essai du Nord avant le 20 octobre 2026",
    "jury du 12 novembre 2026, RNCP41445, session n° 12", "Ελένη ΠΑΠΑΔΟΠΟΥΛΟΥ", "Nguyễn Thị ÁNH", "Łukasz ŐRSI", "page 1 sur 1",
  };
  g_autofree char *text = NULL;

  fixture->school->city = g_strdup ("Villeneuve-d’Ascq");
  text = render (fixture, 5);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  assert_lacks (text, "page 1 sur 5");
}

static void
test_what_is_not_known (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&fixture->session->start_time, g_free);
  g_clear_pointer (&fixture->session->place, g_free);
  g_clear_pointer (&fixture->school->signatory, g_free);
  fixture->content.written = fixture->content.reply_by = SCEAU_NO_DATE;
  memset (fixture->candidates, 0, sizeof fixture->candidates);
  keep_one_member (fixture, 2);
  text = render (fixture, 1);
  assert_contains (text, "l’heure vous sera confirmée");
  assert_contains (text, "Lieu à confirmer");
  assert_contains (text, "nombre à confirmer");
  assert_contains (text, "Le ………");
  assert_contains (text, "l’exige pour les jurys de VAE");
  assert_lacks (text, "avant le");
  assert_lacks (text, "prépondérante");
}

static void
test_words_for_each_capacity (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SceauSex sex;
    gboolean president, alternate;
    const char *salutation, *capacity;
  } rows[] = {
    { SCEAU_SEX_FEMALE, TRUE, FALSE, "Madame, J’ai l’honneur", "membre titulaire, présidence du jury" },
    { SCEAU_SEX_MALE, FALSE, FALSE, "Monsieur, J’ai l’honneur", "membre titulaire du jury" },
    { SCEAU_SEX_UNKNOWN, FALSE, TRUE, "Madame, Monsieur, J’ai l’honneur", "membre suppléant du jury" },
  };
  SceauJuryMember *member = keep_one_member (fixture, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      member->juror->sex = rows[i].sex;
      member->president = rows[i].president;
      member->alternate = rows[i].alternate;
      text = render (fixture, 1);
      assert_contains (text, rows[i].salutation);
      assert_contains (text, rows[i].capacity);
      if (rows[i].alternate)
        assert_contains (text, "vous siégez si un membre titulaire est empêché");
    }
}

/* What stands in the part of the first page that the window of an envelope shows, in points from its top left corner. */
static char *
read_window (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = pdf_run (bytes, "pdftotext", "-bbox");
  GString *text = g_string_new (NULL);
  g_autoptr (GRegex) word = g_regex_new ("<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)<",
                                         0, 0, &error);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  for (g_regex_match (word, raw, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      double box[4];

      for (int i = 0; i < 4; i++)
        {
          g_autofree char *number = g_match_info_fetch (match, i + 1);

          box[i] = g_ascii_strtod (number, NULL);
        }
      if (box[0] >= SCEAU_PDF_MM (100) && box[1] >= SCEAU_PDF_MM (53.5) && box[2] <= SCEAU_PDF_MM (190) && box[3] <= SCEAU_PDF_MM (80))
        {
          g_autofree char *content = g_match_info_fetch (match, 5);

          g_string_append_printf (text, "%s ", content);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_address_in_the_window (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *address, *seen;
  } rows[] = {
    { "12 rue des Essais\n59650 Villeneuve-d’Ascq",
      "Nguyễn Thị ÁNH Société inventée 12 rue des Essais 59650 Villeneuve-d’Ascq " },
    { "Direction de la sécurité\nBâtiment C, escalier 4\n1 avenue de l’Essai\nBP 12\n59650 Villeneuve-d’Ascq CEDEX\nFRANCE",
      "Nguyễn Thị ÁNH Société inventée Direction de la sécurité Bâtiment C, escalier 4 1 avenue de l’Essai BP 12 59650"
      " Villeneuve-d’Ascq CEDEX FRANCE " },
    { NULL, "Nguyễn Thị ÁNH Société inventée " },
  };
  SceauJuryMember *member = keep_one_member (fixture, 3);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *seen = NULL;

      g_free (member->juror->address);
      member->juror->address = g_strdup (rows[i].address);
      bytes = sceau_convocation_document_render (&fixture->content, &error);
      g_assert_no_error (error);
      seen = read_window (bytes);
      g_assert_cmpstr (seen, ==, rows[i].seen);
    }
}

static void
test_long_texts (Fixture *fixture, gconstpointer data)
{
  SceauJuryMember *member = keep_one_member (fixture, 0);
  g_autofree char *text = NULL;

  g_free (member->juror->name);
  member->juror->name = g_strdup ("Marie-Antoinette-Philippine Élisabeth DE CASTELNAU-MONTMORENCY DE LA ROCHEFOUCAULD-LIANCOURT");
  g_free (fixture->session->place);
  fixture->session->place = g_strdup ("Bâtiment des amphithéâtres, salle du conseil Hélène-d’Œuvre, troisième étage, 12 rue des Essais et de la"
                                      " Longue-Adresse-Inventée, 59650 Villeneuve-d’Ascq");
  text = render (fixture, 1);
  assert_contains (text, "Longue-Adresse-Inventée");
  assert_contains (text, "Je déclare un lien avec");
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  SceauJuryMember *member = g_ptr_array_index (fixture->session->members, 1);
  g_autoptr (GError) error = NULL;

  g_free (member->juror->name);
  member->juror->name = g_strdup ("Jean \u9673");
  g_assert_null (sceau_convocation_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "Jean \u9673");
  assert_contains (error->message, "U+9673");
}

#define ADD(name, function) g_test_add ("/documents/convocation/" name, Fixture, NULL, set_up, function, tear_down)

static void
test_a_cohort_says_the_word_once (void)
{
  static const char *const rows[][2]
      = { { "2026", "promotion 2026" }, { "Promotion 2026", "Promotion 2026" }, { "PROMO 12", "PROMO 12" }, { "Promoteurs", "promotion Promoteurs" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = sceau_words_cohort (rows[i][0]);

      g_assert_cmpstr (words, ==, rows[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-page-for-each-member", test_a_page_for_each_member);
  ADD ("what-is-not-known", test_what_is_not_known);
  ADD ("words-for-each-capacity", test_words_for_each_capacity);
  ADD ("address-in-the-window", test_address_in_the_window);
  ADD ("long-texts", test_long_texts);
  ADD ("refused-letter", test_refused_letter);
  g_test_add_func ("/documents/convocation/a-cohort-says-the-word-once", test_a_cohort_says_the_word_once);
  return g_test_run ();
}
