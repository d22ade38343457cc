/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What stands on each paper, whoever it is for. */

#include "paper-fixtures.h"

#include <string.h>

typedef struct
{
  PaperFixture *paper;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->paper = paper_fixture_new ("classic", GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  paper_fixture_free (fixture->paper);
}

/* --- The parchemin -------------------------------------------------------- */

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
    "Parchemin n° 2026-0001-Q",
    "Certification professionnelle",
    "École d’essai du Nord",
  };
  g_autofree char *text = paper_fixture_text (fixture->paper);

  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    assert_contains (text, mentions[i]);
}

/* FORMATS §4.1, what must not be printed: compared without case. */
static void
assert_nothing_forbidden (const char *text)
{
  static const char *const forbidden[] = {
    "mastère", "master", "bac+", "bac +", "titre professionnel", "diplôme d’état", "diplôme d'état", "sous réserve",
    "en cours d’enregistrement", "république française", "qualiopi", "duplicata", "projet",
  };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    assert_lacks (lower, forbidden[i]);
}

static void
test_forbidden_mentions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = paper_fixture_text (fixture->paper);
  g_autofree char *inventaire = NULL;

  assert_nothing_forbidden (text);
  paper_fixture_use (fixture->paper, fixture_inventaire ());
  fixture->paper->content.mandate = fixture->paper->mandate;
  inventaire = paper_fixture_text (fixture->paper);
  assert_nothing_forbidden (inventaire);
}

static void
test_inventaire_by_mandate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  paper_fixture_use (fixture->paper, fixture_inventaire ());
  fixture->paper->content.mandate = fixture->paper->mandate;
  text = paper_fixture_text (fixture->paper);
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

  paper_fixture_use (fixture->paper, fixture_rs ());
  text = paper_fixture_text (fixture->paper);
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

  fixture->paper->certification->decision_date = SCEAU_NO_DATE;
  text = paper_fixture_text (fixture->paper);
  assert_contains (text, "fiche n° RNCP41445");
  assert_lacks (text, "par décision du directeur");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->paper->content.duplicate_rank = 2;
  fixture->paper->content.duplicate_date = sceau_date_new (2027, 1, 1);
  fixture->paper->content.duplicate_reason = "perte de l’original";
  text = paper_fixture_text (fixture->paper);
  assert_contains (text, "DUPLICATA n° 2 — établi le 1er janvier 2027 (perte de l’original)");
  assert_contains (text, "Parchemin n° 2026-0001-Q");
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

      fixture_replace (&fixture->paper->learner->first_name, rows[i].first);
      fixture_replace (&fixture->paper->learner->birth_name, rows[i].birth);
      fixture->paper->learner->sex = rows[i].sex;
      text = paper_fixture_text (fixture->paper);
      assert_contains (text, rows[i].shown);
      assert_contains (text, rows[i].born);
    }
}

static void
test_usage_name_and_birth_abroad (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture_replace (&fixture->paper->learner->usage_name, "Martin");
  fixture_replace (&fixture->paper->learner->other_names, "Marie, Anne");
  fixture_replace (&fixture->paper->learner->birth_place, "Łódź");
  fixture_replace (&fixture->paper->learner->birth_country, "Pologne");
  text = paper_fixture_text (fixture->paper);
  assert_contains (text, "autres prénoms : Marie, Anne — nom d’usage : MARTIN");
  assert_contains (text, "née le 1er mars 1999 à Łódź (Pologne)");
}

/* --- The other papers ----------------------------------------------------- */

static void
test_block_attestation (Fixture *fixture, gconstpointer data)
{
  static const char *const mentions[] = {
    "Attestation de validation d’un bloc de compétences",
    "Bloc RNCP41445BC02",
    "Concevoir des projets de sécurité, volet 2",
    "un des blocs de compétences de la certification",
    "Expert en cybersécurité (MS)",
    "La présente attestation porte sur ce seul bloc de compétences, qui est définitivement acquis.",
    "un bloc n’a pas de niveau de qualification propre",
    "Niveau de la certification complète : niveau 7 du cadre national",
    "cadre européen des certifications (CEC)",
    "par décision du directeur général de France compétences en date du 27/10/2025",
    "INSTITUT D'ESSAI - NORD",
    "Code NSF : 326",
    "Zoé LEFÈVRE",
    "née le 1er mars 1999 à Lille",
    "par décision du jury réuni le 12 novembre 2026",
    "Fait à Villeneuve-d’Ascq, le 20 novembre 2026",
    "Hélène D’ŒUVRE",
    "Réf. A001-BC02",
  };
  g_autofree char *text = NULL;

  fixture->paper->content.number = "A001-BC02";
  text = paper_fixture_text (fixture->paper);
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    assert_contains (text, mentions[i]);
  assert_lacks (text, "volet 1");
  assert_lacks (text, "Parchemin");
}

static void
test_block_numbered_in_its_fiche (Fixture *fixture, gconstpointer data)
{
  SceauBlock *block = g_ptr_array_index (fixture->paper->certification->blocks, 1);
  g_autofree char *text = NULL;

  fixture_replace (&block->code, "02");
  text = paper_fixture_text (fixture->paper);
  assert_contains (text, "Bloc n° 02 de la fiche RNCP41445");
}

static void
test_success_attestation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = paper_fixture_text (fixture->paper);

  assert_contains (text, "Attestation de réussite");
  assert_contains (text, "a obtenu, par décision du jury réuni le 12 novembre 2026, la certification Expert en cybersécurité (MS)");
  assert_contains (text, "dans l’attente de la délivrance du parchemin, qu’elle ne remplace pas");
  assert_lacks (text, "La titulaire");
}

static void
test_supplement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = paper_fixture_render (fixture->paper);
  g_autofree char *text = pdf_text (bytes);
  const guint n = pdf_n_pages (bytes);

  assert_contains (text, "Supplément au parchemin");
  assert_contains (text, "Concevoir des projets de sécurité, volet 4");
  assert_contains (text, "Analyser le risque 4.6 d’un système");
  assert_contains (text, "acquis le 12 novembre 2026");
  assert_contains (text, "14,50 / 20");
  assert_contains (text, "Thèse professionnelle");
  assert_contains (text, "Hélène D’ŒUVRE");
  assert_contains (text, "Réf. 2026-0001");
  g_assert_cmpuint (n, >, 1);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *foot = g_strdup_printf ("page %u sur %u", i, n);

      assert_contains (text, foot);
    }
}

/* A certification without blocks, of the whole. */
static void
test_supplement_without_blocks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  paper_fixture_use (fixture->paper, fixture_rs ());
  fixture->paper->content.n_blocks = 0;
  fixture->paper->content.results = &fixture->paper->results[4];
  fixture->paper->content.n_results = 1;
  bytes = paper_fixture_render (fixture->paper);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, 1);
  text = pdf_text (bytes);
  assert_contains (text, "Supplément au certificat");
  assert_lacks (text, "Blocs de compétences");
  assert_lacks (text, "Compétences");
}

static void
test_signatory_of_the_day (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *by_mandate = NULL;

  fixture->paper->content.signatory = fixture->paper->signatory;
  own = paper_fixture_text (fixture->paper);
  assert_contains (own, "Le directeur délégué,");
  assert_contains (own, "Aurélien ÉXEMPLE");
  assert_lacks (own, "Hélène");
  fixture->paper->content.mandate = fixture->paper->mandate;
  by_mandate = paper_fixture_text (fixture->paper);
  assert_contains (by_mandate, "Jean ÉXEMPLE");
  assert_lacks (by_mandate, "Aurélien");
}

/* Every mention that the law asks for, on each paper, in each design. */
static void
test_required_mentions (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
      {
        g_autoptr (PaperFixture) fixture = paper_fixture_new (fixture_designs[d], paper);
        g_autofree char *text = paper_fixture_text (fixture);
        guint n = 0;

        for (guint field = 0; field < SCEAU_N_FIELDS; field++)
          {
            g_autofree char *value = sceau_paper_field (&fixture->content, field);
            g_autofree char *plain = NULL;
            g_auto (GStrv) words = NULL;

            if (sceau_field_required (paper, field) == NULL)
              continue;
            words = g_strsplit (value, "\u00A0", -1);
            plain = g_strjoinv (" ", words);
            assert_contains (text, plain);
            n++;
          }
        g_assert_cmpuint (n, >=, 5);
      }
}

#define ADD(name, paper, function) g_test_add ("/documents/paper/" name, Fixture, GUINT_TO_POINTER (paper), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("certificate/mandatory-mentions", SCEAU_PAPER_CERTIFICATE, test_mandatory_mentions);
  ADD ("certificate/forbidden-mentions", SCEAU_PAPER_CERTIFICATE, test_forbidden_mentions);
  ADD ("certificate/inventaire-by-mandate", SCEAU_PAPER_CERTIFICATE, test_inventaire_by_mandate);
  ADD ("certificate/specific-register", SCEAU_PAPER_CERTIFICATE, test_specific_register);
  ADD ("certificate/fiche-without-decision", SCEAU_PAPER_CERTIFICATE, test_fiche_without_decision);
  ADD ("certificate/duplicate", SCEAU_PAPER_CERTIFICATE, test_duplicate);
  ADD ("certificate/names", SCEAU_PAPER_CERTIFICATE, test_names);
  ADD ("certificate/usage-name-and-birth-abroad", SCEAU_PAPER_CERTIFICATE, test_usage_name_and_birth_abroad);
  ADD ("certificate/signatory-of-the-day", SCEAU_PAPER_CERTIFICATE, test_signatory_of_the_day);
  ADD ("block-attestation/mentions", SCEAU_PAPER_BLOCK_ATTESTATION, test_block_attestation);
  ADD ("block-attestation/block-numbered-in-its-fiche", SCEAU_PAPER_BLOCK_ATTESTATION, test_block_numbered_in_its_fiche);
  ADD ("success-attestation/mentions", SCEAU_PAPER_SUCCESS_ATTESTATION, test_success_attestation);
  ADD ("supplement/mentions", SCEAU_PAPER_SUPPLEMENT, test_supplement);
  ADD ("supplement/without-blocks", SCEAU_PAPER_SUPPLEMENT, test_supplement_without_blocks);
  g_test_add_func ("/documents/paper/required-mentions", test_required_mentions);
  return g_test_run ();
}
