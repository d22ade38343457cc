/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-attendance-document.h"

#include <string.h>

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauJurySession *session;
  GPtrArray *decisions;
  GArray *candidates;
  SceauAttendanceContent content;
} Fixture;

static void
use_candidates (Fixture *fixture, guint n)
{
  fixture->decisions = fixture_decisions (n);
  fixture->candidates = g_array_new (FALSE, FALSE, sizeof (SceauAttendanceCandidate));
  for (guint i = 0; i < n; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (fixture->decisions, i);
      const SceauAttendanceCandidate candidate
          = { decision->learner_number, decision->learner_name, decision->route, i == 0 ? "08:00" : NULL };

      g_array_append_val (fixture->candidates, candidate);
    }
  fixture->content.candidates = (const SceauAttendanceCandidate *) fixture->candidates->data;
  fixture->content.n_candidates = n;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  fixture->session = fixture_session (SCEAU_SESSION_CONVENED);
  fixture->session->start_time = g_strdup ("9:00");
  fixture->content = (SceauAttendanceContent) { fixture->school, fixture->certification, fixture->session, NULL, 0 };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_jury_session_free (fixture->session);
  g_clear_pointer (&fixture->decisions, g_ptr_array_unref);
  g_clear_pointer (&fixture->candidates, g_array_unref);
}

typedef GBytes *(*Render) (const SceauAttendanceContent *content, GError **error);

static char *
read_sheet (Fixture *fixture, Render render, guint least_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (&fixture->content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  g_assert_cmpuint (pdf_n_pages (bytes), >=, least_pages);
  return pdf_text (bytes);
}

static void
test_jurors (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Feuille d’émargement du jury", "Expert en cybersécurité (MS)", "jeudi 12 novembre 2026 à 9 h 00", "Villeneuve-d’Ascq", "n° 12",
    "Hélène D’ŒUVRE", "École d’essai du Nord", "titulaire, présidence", "suppléant(e)", "Ελένη ΠΑΠΑΔΟΠΟΥΛΟΥ", "Responsable de la sécurité",
    "Arrivée", "Départ", "Signature", "Feuille tenue par", "page 1 sur 1",
  };
  SceauJuryMember *last = g_ptr_array_index (fixture->session->members, 4);
  g_autofree char *text = NULL;

  last->alternate = TRUE;
  text = read_sheet (fixture, sceau_attendance_document_render_jurors, 1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_candidates_over_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  use_candidates (fixture, 60);
  text = read_sheet (fixture, sceau_attendance_document_render_candidates, 3);
  assert_contains (text, "Feuille d’émargement des candidats");
  assert_contains (text, "A001 LEFÈVRE1 Zoé Formation initiale 8 h 00");
  assert_contains (text, "A060 LEFÈVRE60 Zoé");
  assert_contains (text, "page 3 sur 3");
  /* The header again on each page. */
  g_assert_nonnull (strstr (strstr (strstr (text, "Voie d’accès") + 1, "Voie d’accès") + 1, "Voie d’accès"));
  /* No civil status but the name. */
  assert_lacks (text, "né");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *jurors = NULL;
  g_autofree char *candidates = NULL;

  g_ptr_array_set_size (fixture->session->members, 0);
  g_clear_pointer (&fixture->session->place, g_free);
  jurors = read_sheet (fixture, sceau_attendance_document_render_jurors, 1);
  candidates = read_sheet (fixture, sceau_attendance_document_render_candidates, 1);
  assert_contains (jurors, "Le jury n’est pas encore composé.");
  assert_contains (candidates, "Aucun candidat n’est inscrit à cette session.");
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  use_candidates (fixture, 2);
  g_array_index (fixture->candidates, SceauAttendanceCandidate, 1).name = "LEFÈVRE \u9673";
  g_assert_null (sceau_attendance_document_render_candidates (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "LEFÈVRE \u9673");
}

#define ADD(name, function) g_test_add ("/documents/attendance/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("jurors", test_jurors);
  ADD ("candidates-over-pages", test_candidates_over_pages);
  ADD ("nobody", test_nobody);
  ADD ("refused-letter", test_refused_letter);
  return g_test_run ();
}
