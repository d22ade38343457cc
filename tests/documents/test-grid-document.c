/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-grid-document.h"

#include <string.h>

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauModality *modality;
  SceauResult *result;
  GPtrArray *points;
  SceauGridCandidate candidate;
  SceauGridContent content;
} Fixture;

static void
add_criterion (Fixture *fixture, const char *code, const char *title, gint32 points, int competence)
{
  SceauCriterion *criterion = sceau_criterion_new ();

  criterion->code = g_strdup (code);
  criterion->title = g_strdup (title);
  criterion->points = points;
  criterion->competence = competence;
  g_ptr_array_add (fixture->modality->criteria, criterion);
}

static void
add_points (Fixture *fixture, gint64 enrolment_id, const char *criterion, gint32 value)
{
  SceauCriterionPoints *points = sceau_criterion_points_new ();

  points->enrolment_id = enrolment_id;
  points->modality_code = g_strdup ("EC1");
  points->attempt = 2;
  points->criterion = g_strdup (criterion);
  points->points = value;
  g_ptr_array_add (fixture->points, points);
}

static void
set_up_modality (Fixture *fixture)
{
  SceauBlock *block = g_ptr_array_index (fixture->certification->blocks, 0);

  g_ptr_array_add (block->competences, g_strdup ("Cartographier les actifs d’une organisation"));
  fixture->modality = sceau_modality_new ();
  fixture->modality->code = g_strdup ("EC1");
  fixture->modality->block_code = g_strdup ("RNCP41445BC01");
  fixture->modality->title = g_strdup ("Étude d’un incident");
  fixture->modality->deliverable = g_strdup ("Rapport de vingt pages");
  fixture->modality->pass_mark = 1000;
  add_criterion (fixture, "C1", "Qualité de l’analyse", 800, 1);
  add_criterion (fixture, "C2", "Clarté de l’exposé", 450, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  set_up_modality (fixture);
  fixture->result = sceau_result_new (7, "EC1", 2, (SceauMark) { SCEAU_MARK_VALUE, 1450 });
  fixture->result->examiner = g_strdup ("Jean ÉXEMPLE");
  fixture->result->date = sceau_date_new (2026, 10, 1);
  fixture->result->comment = g_strdup ("Un travail solide,\tbien présenté.");
  fixture->points = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_criterion_points_free);
  add_points (fixture, 8, "C1", 100); /* somebody else's */
  add_points (fixture, 7, "C1", 650);
  add_points (fixture, 7, "C2", 375);
  fixture->candidate = (SceauGridCandidate) { "A007", "LEFÈVRE Zoé", 2, fixture->result, fixture->points };
  fixture->content = (SceauGridContent) { fixture->school, fixture->certification, fixture->modality, "Promotion d’essai 2026",
                                          &fixture->candidate, 1, sceau_date_new (2026, 10, 2) };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_modality_free (fixture->modality);
  sceau_result_free (fixture->result);
  g_ptr_array_unref (fixture->points);
}

static char *
read_grid (Fixture *fixture, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_grid_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  g_assert_cmpuint (pdf_n_pages (bytes), ==, n_pages);
  return pdf_rows (bytes);
}

static void
test_filled_in (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Grille d’évaluation", "Expert en cybersécurité (MS)", "RNCP41445BC01 — Concevoir des projets de sécurité, volet 1",
    "EC1 — Étude d’un incident (étude de cas)", "Rapport de vingt pages", "Promotion d’essai 2026", "LEFÈVRE Zoé (n° A007)", "Passage 2e",
    "1er octobre 2026", "C1 Qualité de l’analyse Cartographier les actifs d’une organisation 6,5 8", "C2 Clarté de l’exposé 3,75 4,5",
    "Total 10,25 12,5", "14,5 sur 20 — seuil de validation : 10 sur 20", "Un travail solide, bien présenté.", "Jean ÉXEMPLE", "Date et signature",
  };
  g_autofree char *text = read_grid (fixture, 1);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_to_be_filled_in (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SceauScale scale;
    gint32 pass_mark;
    const char *said;
  } rows[] = {
    { SCEAU_SCALE_TWENTY, 1000, "…………… sur 20 — seuil de validation : 10 sur 20" },
    { SCEAU_SCALE_LETTERS, 300, "A — B — C — D — E — F (entourer) — seuil de validation : C" },
    { SCEAU_SCALE_ACQUISITION, 100, "acquis — partiellement acquis — non acquis (entourer) — seuil de validation : acquis" },
  };

  fixture->content.n_candidates = 0;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      fixture->modality->scale = rows[i].scale;
      fixture->modality->pass_mark = rows[i].pass_mark;
      text = read_grid (fixture, 1);
      assert_contains (text, rows[i].said);
      assert_contains (text, "Candidat");
      assert_contains (text, "Total 12,5");
      assert_lacks (text, "LEFÈVRE");
      assert_lacks (text, "6,5");
    }
}

/* A total of some points only would look like a mark. */
static void
test_incomplete_points (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_ptr_array_remove_index (fixture->points, 2);
  text = read_grid (fixture, 1);
  assert_contains (text, "6,5 8");
  assert_contains (text, "Total 12,5");
}

static void
test_each_candidate_on_a_page (Fixture *fixture, gconstpointer data)
{
  const SceauGridCandidate candidates[]
      = { { "A001", "ŹDŹBŁOWA Łucja", 1, NULL, NULL }, { "A002", "NGUYỄN Thị Ánh", 1, NULL, NULL }, { "A003", "ΠΑΠΠΑΣ Ελένη", 1, NULL, NULL } };
  g_autofree char *text = NULL;

  fixture->content.candidates = candidates;
  fixture->content.n_candidates = G_N_ELEMENTS (candidates);
  text = read_grid (fixture, 3);
  assert_contains (text, "ŹDŹBŁOWA Łucja (n° A001)");
  assert_contains (text, "NGUYỄN Thị Ánh (n° A002)");
  assert_contains (text, "ΠΑΠΠΑΣ Ελένη (n° A003)");
  assert_contains (text, "Passage 1er");
  assert_contains (text, "page 1 sur 1");
}

static void
test_without_criteria_or_block (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_ptr_array_set_size (fixture->modality->criteria, 0);
  g_clear_pointer (&fixture->modality->block_code, g_free);
  g_clear_pointer (&fixture->modality->deliverable, g_free);
  g_clear_pointer (&fixture->modality->title, g_free);
  fixture->content.cohort_name = NULL;
  fixture->candidate.result = NULL;
  text = read_grid (fixture, 1);
  assert_contains (text, "EC1 — étude de cas");
  assert_contains (text, "Appréciation");
  assert_lacks (text, "Critère");
  assert_lacks (text, "Bloc");
}

static void
test_many_criteria (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  for (int i = 3; i <= 30; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%d", i);

      add_criterion (fixture, code, "Un critère dont l’intitulé est assez long pour prendre plusieurs lignes dans la colonne qui lui revient", 100, 1);
    }
  text = read_grid (fixture, 3);
  assert_contains (text, "C30 Un critère");
  assert_contains (text, "page 3 sur 3");
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->candidate.name = "LEFÈVRE \u9673";
  g_assert_null (sceau_grid_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "LEFÈVRE \u9673");
}

#define ADD(name, function) g_test_add ("/documents/grid/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filled-in", test_filled_in);
  ADD ("to-be-filled-in", test_to_be_filled_in);
  ADD ("incomplete-points", test_incomplete_points);
  ADD ("each-candidate-on-a-page", test_each_candidate_on_a_page);
  ADD ("without-criteria-or-block", test_without_criteria_or_block);
  ADD ("many-criteria", test_many_criteria);
  ADD ("refused-letter", test_refused_letter);
  return g_test_run ();
}
