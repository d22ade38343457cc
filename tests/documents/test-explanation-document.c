/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-explanation-document.h"

#include <string.h>

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauJurySession *session;
  GPtrArray *decisions;
  GPtrArray *steps;
  GArray *candidates;
  SceauExplanationContent content;
} Fixture;

static void
add_step (Fixture *fixture, const char *subject, const char *found, gboolean decisive, gboolean met, gboolean pending)
{
  SceauProposalStep *step = g_new0 (SceauProposalStep, 1);

  step->subject = g_strdup (subject);
  step->rule = g_strdup ("seuil");
  step->found = g_strdup (found);
  step->expected = g_strdup ("au moins 10 sur 20");
  step->decisive = decisive;
  step->met = met;
  step->pending = pending;
  g_ptr_array_add (fixture->steps, step);
}

static void
use_candidates (Fixture *fixture, guint n)
{
  fixture->decisions = fixture_decisions (n);
  fixture->candidates = g_array_new (FALSE, FALSE, sizeof (SceauExplanationCandidate));
  for (guint i = 0; i < n; i++)
    {
      const SceauExplanationCandidate candidate = { g_ptr_array_index (fixture->decisions, i), i != 4 ? fixture->steps : NULL };

      g_array_append_val (fixture->candidates, candidate);
    }
  fixture->content.candidates = (const SceauExplanationCandidate *) fixture->candidates->data;
  fixture->content.n_candidates = n;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  fixture->session = fixture_session (SCEAU_SESSION_SEALED);
  fixture->session->seal = g_strdup ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  fixture->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_proposal_step_free);
  add_step (fixture, "EC1", "9,75 sur 20", FALSE, FALSE, FALSE);
  add_step (fixture, "BC01", "12 sur 20", TRUE, TRUE, FALSE);
  add_step (fixture, "THESE", "en attente", TRUE, FALSE, TRUE);
  fixture->content = (SceauExplanationContent) { .school = fixture->school, .certification = fixture->certification, .session = fixture->session };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_jury_session_free (fixture->session);
  g_ptr_array_unref (fixture->steps);
  g_clear_pointer (&fixture->decisions, g_ptr_array_unref);
  g_clear_pointer (&fixture->candidates, g_array_unref);
}

static char *
read_annex (Fixture *fixture, guint least_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_explanation_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  g_assert_cmpuint (pdf_n_pages (bytes), >=, least_pages);
  return pdf_rows (bytes);
}

static void
test_steps_of_each_candidate (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "raisonnement des propositions", "session n° 12 du 12 novembre 2026", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "LEFÈVRE1 Zoé (A001) — Formation initiale", "Proposition : Certifié(e) — décision du jury : Ajourné(e)",
    "EC1 seuil 9,75 sur 20 au moins 10 sur 20 non satisfait", "BC01 seuil 12 sur 20 au moins 10 sur 20 satisfait *",
    "THESE seuil en attente au moins 10 sur 20 en attente *", "Motif du jury : La thèse est à soutenir de nouveau.",
    "LEFÈVRE60 Zoé (A060)", "Aucune étape n’est conservée pour ce candidat.",
  };
  g_autofree char *text = NULL;

  use_candidates (fixture, 60);
  text = read_annex (fixture, 8);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_nobody_and_nothing_decided (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nobody = read_annex (fixture, 1);
  g_autofree char *draft = NULL;
  g_autofree char *empty = NULL;

  assert_contains (nobody, "Aucun candidat n’était présenté à cette session.");
  use_candidates (fixture, 1);
  fixture->session->state = SCEAU_SESSION_OPEN;
  ((SceauDecision *) g_ptr_array_index (fixture->decisions, 0))->decided = FALSE;
  draft = read_annex (fixture, 1);
  fixture->content.n_candidates = 0;
  empty = read_annex (fixture, 1);
  assert_contains (empty, "Aucune proposition n’est encore faite au jury.");
  assert_contains (draft, "décision du jury : pas encore prise");
}

static void
test_anonymous (Fixture *fixture, gconstpointer data)
{
  SceauDecision *decision;
  g_autofree char *text = NULL;

  use_candidates (fixture, 5);
  decision = g_ptr_array_index (fixture->decisions, 3);
  g_free (decision->reason);
  decision->reason = g_strdup ("La thèse de Zoé LEFÈVRE4 est à soutenir.");
  fixture->content.anonymous = TRUE;
  text = read_annex (fixture, 1);
  assert_contains (text, "Version anonyme");
  assert_contains (text, "A001 — Formation initiale");
  assert_contains (text, "Motif du jury : La thèse de A004 est à soutenir.");
  assert_lacks (text, "LEF");
  assert_lacks (text, "Zo");
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  SceauDecision *decision;
  g_autoptr (GError) error = NULL;

  use_candidates (fixture, 2);
  decision = g_ptr_array_index (fixture->decisions, 1);
  g_free (decision->learner_name);
  decision->learner_name = g_strdup ("LEFÈVRE \u9673");
  g_assert_null (sceau_explanation_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
}

#define ADD(name, function) g_test_add ("/documents/explanation/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("steps-of-each-candidate", test_steps_of_each_candidate);
  ADD ("nobody-and-nothing-decided", test_nobody_and_nothing_decided);
  ADD ("anonymous", test_anonymous);
  ADD ("refused-letter", test_refused_letter);
  return g_test_run ();
}
