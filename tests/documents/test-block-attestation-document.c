/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-block-attestation-document.h"

#include <string.h>

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauBlockAttestationContent content;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  fixture->learner = fixture_learner ("Zoé", "Lefèvre", SCEAU_SEX_FEMALE);
  fixture->content = (SceauBlockAttestationContent) {
    .school = fixture->school,
    .certification = fixture->certification,
    .block = g_ptr_array_index (fixture->certification->blocks, 1),
    .learner = fixture->learner,
    .reference = "A001-BC02",
    .decided = sceau_date_new (2026, 11, 12),
    .delivered = sceau_date_new (2026, 11, 20),
    .place = "Villeneuve-d’Ascq",
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_learner_free (fixture->learner);
}

static void
test_mentions (Fixture *fixture, gconstpointer data)
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
    "par décision du jury du 12 novembre 2026",
    "Fait à Villeneuve-d’Ascq, le 20 novembre 2026",
    "Hélène D’ŒUVRE",
    "Réf. A001-BC02",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_block_attestation_document_render (&fixture->content, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, 1);
  pdf_assert_sound (bytes);
  text = pdf_text (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    assert_contains (text, mentions[i]);
  assert_lacks (text, "volet 1");
  assert_lacks (text, "Parchemin");
}

static void
test_block_numbered_in_its_fiche (Fixture *fixture, gconstpointer data)
{
  SceauBlock *block = g_ptr_array_index (fixture->certification->blocks, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_free (block->code);
  block->code = g_strdup ("02");
  bytes = sceau_block_attestation_document_render (&fixture->content, NULL);
  text = pdf_text (bytes);
  assert_contains (text, "Bloc n° 02 de la fiche RNCP41445");
}

static void
test_long_title (Fixture *fixture, gconstpointer data)
{
  SceauBlock *block = g_ptr_array_index (fixture->certification->blocks, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  GString *title = g_string_new ("Concevoir");

  for (int i = 0; i < 20; i++)
    g_string_append_printf (title, ", puis organiser le volet %d", i);
  g_free (block->title);
  block->title = g_string_free (title, FALSE);
  bytes = sceau_block_attestation_document_render (&fixture->content, NULL);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, 1);
  text = pdf_text (bytes);
  assert_contains (text, block->title);
  assert_contains (text, "Réf. A001-BC02");
}

#define ADD(name, function) g_test_add ("/documents/block-attestation/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("mentions", test_mentions);
  ADD ("block-numbered-in-its-fiche", test_block_numbered_in_its_fiche);
  ADD ("long-title", test_long_title);
  return g_test_run ();
}
