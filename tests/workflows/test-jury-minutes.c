/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the minutes say about a session, from the first draft to a rectification. */

#include <string.h>

#include "sceau-document-error.h"
#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-minutes-table.h"
#include "sceau-plan-table.h"
#include "sceau-print-session.h"
#include "sceau-school-check.h"

/* The words of the minutes, or NULL where pdftotext is not installed. */
static char *
read_minutes (SceauJuryFixture *fixture, gint64 id, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_write_minutes (fixture->school, id, path, &error));
  g_assert_no_error (error);
  return sceau_pdf_words (path);
}

static void
test_a_draft_until_the_seal (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *draft = read_minutes (fixture, id, "draft.pdf");
  g_autofree char *final = NULL;
  g_autoptr (SceauJuryFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  final = read_minutes (fixture, id, "final.pdf");
  if (draft == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  file = sceau_load_jury (fixture->school, id, &error);
  g_assert_no_error (error);
  sceau_assert_contains (draft, "la session n’est pas scellée");
  g_assert_null (strstr (final, "n’est pas scellée"));
  sceau_assert_contains (final, "LEFÈVRE-AB");
  sceau_assert_contains (final, "Łucja NOWAK");
  g_assert_cmpuint (file->quotas->len, ==, 3);
  g_assert_cmpint (((SceauQuotaLine *) g_ptr_array_index (file->quotas, 0))->max_percent, ==, 40);
}

static void
test_the_same_minutes_have_the_same_bytes (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GBytes) first = sceau_render_minutes (fixture->school, id, NULL);
  g_autoptr (GBytes) second = sceau_render_minutes (fixture->school, id, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* People marry and change employers: what the jury signed does not. */
static void
test_later_changes_do_not_reach_sealed_minutes (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  g_autoptr (SceauFaults) findings = sceau_faults_new ();
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (SceauPlan) plan = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) later = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_NORMAL, "Alpha Exemple SA");
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  sealed = sceau_render_minutes (fixture->school, id, &error);
  g_assert_no_error (error);

  enrolment = sceau_enrolment_table_find (fixture->school, g_array_index (fixture->enrolments, gint64, 1), &error);
  learner = sceau_learner_table_find (fixture->school, enrolment->learner_id, &error);
  g_free (learner->birth_name);
  learner->birth_name = g_strdup ("Autrement");
  g_free (enrolment->company);
  enrolment->company = g_strdup ("Autre Exemple SA");
  plan = sceau_plan_table_find (fixture->school, "RNCP41445", &error);
  g_ptr_array_set_size (plan->jury_rules, 0);
  g_assert_true (sceau_learner_table_update (fixture->school, learner, &error));
  g_assert_true (sceau_enrolment_table_update (fixture->school, enrolment, &error));
  g_assert_true (sceau_plan_table_save (fixture->school, plan, &error));

  later = sceau_render_minutes (fixture->school, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (sealed, later));
  g_assert_true (sceau_school_check (fixture->school, findings, &error));
  g_assert_cmpuint (sceau_faults_length (findings), ==, 0);
}

/* The journal names what was kept, so that it can be compared for ever. */
static void
test_the_journal_names_the_minutes (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  const char *const blocks[] = { "RNCP41445BC01", NULL };
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_PARTIAL, blocks, "Erreur de report.", -1, -1, -1 };
  gint64 second = sceau_rectify_jury (fixture->school, first, &verdict, sceau_date_new (2026, 11, 21), fixture->base->faults, NULL);
  const gint64 ids[] = { first, second };
  const char *const verbs[] = { "jury.seal", "jury.rectify" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const SceauJournalQuery query = { .search = verbs[i] };
      g_autoptr (GPtrArray) entries = sceau_journal_list (fixture->school, &query, NULL);
      g_autoptr (GBytes) minutes = sceau_minutes_table_load (fixture->school, ids[i], NULL);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, minutes);

      g_assert_cmpuint (entries->len, ==, 1);
      sceau_assert_contains (((SceauJournalEntry *) g_ptr_array_index (entries, 0))->after, sha256);
    }
}

/* What cannot be printed cannot be signed: the seal waits, and nothing is half done. */
static void
test_minutes_that_cannot_be_drawn_stop_the_seal (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (GError) error = NULL;

  sceau_jury_fixture_rename (fixture, 0);
  g_assert_false (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  g_assert_cmpint (sceau_jury_fixture_state (fixture, id), ==, SCEAU_SESSION_DELIBERATED);
}

static void
test_overwrites_no_file (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autofree char *path = sceau_workflow_fixture_write (fixture->base, "mine.pdf", "mine");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_write_minutes (fixture->school, id, path, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

/* Derogation, recusal, a mark changed in deliberation, a decision with its reason and votes. */
static void
test_tells_what_happened (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir.", 2, 1, 1 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_NORMAL, "Alpha Exemple SA");
  id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 4, "Grève des transports.", fixture->base->faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  sceau_jury_fixture_mark (fixture, 1, "THESE", 1575);
  g_assert_true (sceau_decide (fixture->school, id, &verdict, fixture->base->faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);

  text = read_minutes (fixture, id, "minutes.pdf");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (text, "Session ouverte par dérogation, motif : Grève des transports.");
  sceau_assert_contains (text, "Membres présents : 4 sur 5 — quorum : 5 — le quorum n’est pas atteint.");
  sceau_assert_contains (text, "Composition demandée pour les candidats en formation continue : 5 membres, 2 internes, 3 externes, « directeur des programmes », "
                               "« directeur », quorum de 5.");
  sceau_assert_contains (text, "Composition présente : 4 membres, 2 internes, 2 externes.");
  sceau_assert_contains (text, "Pièce à fournir.");
  sceau_assert_contains (text, "Récusations");
  sceau_assert_contains (text, "Membre qui s’abstient");
  sceau_assert_contains (text, "THESE 1 12,5 sur 20 15,75 sur 20");
}

/* Presence is told for each sitting, and who left at the pause signs what was deliberated until then. */
static void
test_a_pause_tells_who_was_there (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_CERTIFIED, NULL, NULL, 3, 1, 1 };
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_OPEN);
  SceauFaults *faults = fixture->base->faults;
  g_autoptr (SceauJurySession) session = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_decide (fixture->school, id, &verdict, faults, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Déjeuner", faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 4, "Un départ.", faults, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, faults, NULL, NULL, &error));
  g_assert_no_error (error);
  text = read_minutes (fixture, id, "minutes.pdf");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  session = sceau_jury_table_find (fixture->school, id, NULL);
  sceau_assert_contains (text, "membres présents : 5 sur 5 — quorum : 5 — le quorum est atteint.");
  sceau_assert_contains (text, "membres présents : 4 sur 5 — quorum : 5 — le quorum n’est pas atteint.");
  sceau_assert_contains (text, "Composition présente à l’ouverture : 5 membres, 2 internes, 3 externes.");
  sceau_assert_contains (text, "Composition présente à la première reprise : 4 membres, 2 internes, 2 externes.");
  sceau_assert_contains (text, "à la suspension");
  sceau_assert_contains (text, "Vote : 3 pour, 1 contre, 1 abstention (séance commencée à l’ouverture");
  sceau_assert_contains (strstr (text, "Signatures"), ((SceauJuryMember *) g_ptr_array_index (session->members, 4))->juror->name);
}

/* The hour of a decision after the end stands beside its reason. */
static void
test_a_decision_after_the_end_is_told_as_such (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_jury_fixture_decide (fixture, id, "A001", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce à fournir.", &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, fixture->base->faults, NULL, NULL, &error));
  g_assert_no_error (error);
  text = read_minutes (fixture, id, "minutes.pdf");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (text, "Pièce à fournir. Décision prise après la fin de la délibération, le 22 novembre 2026 à 13 h 00");
}

/* A composition that is too small does not become whole because everybody in it has come. */
static void
test_a_small_jury_has_no_quorum (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (2);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_PREPARATION);

  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_DEROGATION_B, NULL);
  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_DEROGATION_B, NULL);
  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_APPRENTICESHIP, SCEAU_ADMISSION_NORMAL, "Société inventée");
  sceau_jury_fixture_add (fixture, SCEAU_ROUTE_VAE, SCEAU_ADMISSION_NORMAL, NULL);
  g_assert_true (sceau_convene_jury (fixture->school, id, fixture->jurors, 3, fixture->jurors[0], fixture->base->faults, &error));
  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 3, "Désistements.", fixture->base->faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_no_error (error);
  text = read_minutes (fixture, id, "minutes.pdf");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (text, "Membres présents : 3 sur 3 — quorum : 5 — le quorum n’est pas atteint.");
  sceau_assert_contains (text, "Composition demandée pour les candidats en apprentissage, en formation continue : 5 membres");
  sceau_assert_contains (text, "Composition demandée pour les candidats par la VAE : ");
  sceau_assert_contains (text, "Composition présente : 3 membres, 2 internes, 1 externe.");
  sceau_assert_contains (text, "ou L3 avec trois ans (30 % de 6 inscrits ; places : 1 ; utilisées : 2).");
}

static void
test_a_rectification_names_the_first_decision (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 first = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  const char *const blocks[] = { "RNCP41445BC01", "RNCP41445BC02", "RNCP41445BC03", NULL };
  const SceauVerdict verdict = { "A001", SCEAU_OUTCOME_PARTIAL, blocks, "Erreur de report.", -1, -1, -1 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_rectify_jury (fixture->school, first, &verdict, sceau_date_new (2026, 11, 21), fixture->base->faults, &error);

  g_assert_no_error (error);
  text = read_minutes (fixture, id, "rectification.pdf");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  sceau_assert_contains (text, "rectifie la session n°");
  sceau_assert_contains (text, "Erreur de report.");
  sceau_assert_contains (text, "l’acquisition du bloc RNCP41445BC04 est annulée");
}

/* Everything that could say who somebody is; invented people. */
static const struct
{
  const char *birth_name, *usage_name, *first_name, *other_name;
} people[] = {
  { "Zorn", "Dùpont-Blanc", "Théophile", "Hélène" },
  { "Nguyễn", NULL, "Thị Ánh", NULL },
  { "D’Ornano", NULL, "Élodie", "Jean-Luc" },
};

static void
name_people (SceauJuryFixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (SceauEnrolment) enrolment
          = sceau_enrolment_table_find (fixture->school, g_array_index (fixture->enrolments, gint64, i), NULL);
      g_autoptr (SceauLearner) learner = sceau_learner_table_find (fixture->school, enrolment->learner_id, NULL);

      g_free (learner->birth_name);
      learner->birth_name = g_strdup (people[i].birth_name);
      learner->usage_name = g_strdup (people[i].usage_name);
      g_free (learner->first_name);
      learner->first_name = g_strdup (people[i].first_name);
      learner->other_names = g_strdup (people[i].other_name);
      g_assert_true (sceau_learner_table_update (fixture->school, learner, NULL));
    }
}

/* A recusal, a suspension and a decision, each with a reason that names people in another way. */
static gint64
hold_a_talkative_session (SceauJuryFixture *fixture)
{
  const SceauVerdict verdict
      = { "A002", SCEAU_OUTCOME_DEFERRED, NULL, "Pièce que Thị Ánh Nguyễn et M. D’Ornano doivent produire.", 2, 1, 1 };
  SceauRecusal recusal = { fixture->jurors[2], NULL, g_array_index (fixture->enrolments, gint64, 0), NULL, NULL, SCEAU_CONFLICT_FAMILY,
                           (char *) "Tante de Théophile Zorn, épouse DÙPONT-BLANC" };
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_CONVENED);
  SceauFaults *faults = fixture->base->faults;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_open_jury (fixture->school, id, fixture->jurors, 5, NULL, faults, &error));
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_recuse_member (fixture->school, id, &recusal, faults, &error));
  g_assert_true (sceau_suspend_jury (fixture->school, id, "Malaise d’Hélène Zorn", faults, &error));
  g_assert_true (sceau_resume_jury (fixture->school, id, fixture->jurors, 5, NULL, faults, &error));
  sceau_jury_fixture_mark (fixture, 2, "THESE", 1575);
  g_assert_true (sceau_propose_decisions (fixture->school, id, NULL, NULL, &error));
  g_assert_true (sceau_decide (fixture->school, id, &verdict, faults, &error));
  g_assert_true (sceau_accept_proposals (fixture->school, id, NULL, &error));
  g_assert_true (sceau_seal_jury (fixture->school, id, faults, NULL, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static void
assert_does_not_name (const char *text, const char *name)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_name = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  if (folded_name != NULL && strstr (folded_text, folded_name) != NULL)
    g_error ("“%s” is in “%s”", name, text);
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

static char *
read_anonymous_minutes (SceauJuryFixture *fixture, gint64 id)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, "anonymous.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = sceau_render_anonymous_minutes (fixture->school, id, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  return sceau_pdf_words (path);
}

static void
test_anonymous_minutes_name_nobody (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (G_N_ELEMENTS (people));
  g_autofree char *named = NULL;
  g_autofree char *text = NULL;
  gint64 id;

  name_people (fixture);
  id = hold_a_talkative_session (fixture);
  named = read_minutes (fixture, id, "minutes.pdf");
  text = read_anonymous_minutes (fixture, id);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      assert_does_not_name (text, people[i].birth_name);
      assert_does_not_name (text, people[i].usage_name);
      assert_does_not_name (text, people[i].first_name);
      assert_does_not_name (text, people[i].other_name);
    }
  sceau_assert_contains (named, "Tante de Théophile Zorn, épouse DÙPONT-BLANC");
  g_assert_cmpuint (count_words (named, "Tante de"), ==, 1); /* a recusal is told once */
  g_assert_cmpuint (count_words (text, "Tante de"), ==, 1);
  sceau_assert_contains (text, "THESE 1 12,5 sur 20 15,75 sur 20");
}

/* The order of the names would tell them. */
static void
test_anonymous_minutes_are_in_the_order_of_numbers (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (G_N_ELEMENTS (people));
  g_autofree char *text = NULL;
  const char *text_of_table, *first, *second, *third;

  name_people (fixture);
  text = read_anonymous_minutes (fixture, sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED));
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  text_of_table = strstr (text, "Candidats et décisions");
  g_assert_nonnull (text_of_table);
  first = strstr (text_of_table, "A001");
  second = strstr (text_of_table, "A002");
  third = strstr (text_of_table, "A003");
  g_assert_nonnull (first);
  g_assert_true (first < second && second < third);
}

static char *
read_annex (SceauJuryFixture *fixture, gint64 id, gboolean anonymous)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, "annex.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = sceau_render_explanation (fixture->school, id, anonymous, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  return sceau_pdf_words (path);
}

static void
test_the_annex_explains_every_candidate (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (G_N_ELEMENTS (people));
  g_autofree char *named = NULL;
  g_autofree char *anonymous = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  name_people (fixture);
  id = hold_a_talkative_session (fixture);
  g_assert_null (sceau_render_explanation (fixture->school, id + 1, FALSE, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  named = read_annex (fixture, id, FALSE);
  anonymous = read_annex (fixture, id, TRUE);
  if (named == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *number = g_strdup_printf ("A00%u — ", i + 1);

      sceau_assert_contains (anonymous, number);
      assert_does_not_name (anonymous, people[i].birth_name);
      assert_does_not_name (anonymous, people[i].usage_name);
      assert_does_not_name (anonymous, people[i].first_name);
    }
  sceau_assert_contains (named, "(A001) — ");
  sceau_assert_contains (named, "Pièce que Thị Ánh Nguyễn");
  sceau_assert_contains (anonymous, "Motif du jury");
  g_assert_null (strstr (named, "Aucune étape n’est conservée"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/jury-minutes/a-draft-until-the-seal", test_a_draft_until_the_seal);
  g_test_add_func ("/workflows/jury-minutes/the-same-minutes-have-the-same-bytes", test_the_same_minutes_have_the_same_bytes);
  g_test_add_func ("/workflows/jury-minutes/later-changes-do-not-reach-sealed-minutes", test_later_changes_do_not_reach_sealed_minutes);
  g_test_add_func ("/workflows/jury-minutes/the-journal-names-the-minutes", test_the_journal_names_the_minutes);
  g_test_add_func ("/workflows/jury-minutes/minutes-that-cannot-be-drawn-stop-the-seal", test_minutes_that_cannot_be_drawn_stop_the_seal);
  g_test_add_func ("/workflows/jury-minutes/overwrites-no-file", test_overwrites_no_file);
  g_test_add_func ("/workflows/jury-minutes/tells-what-happened", test_tells_what_happened);
  g_test_add_func ("/workflows/jury-minutes/a-decision-after-the-end-is-told-as-such", test_a_decision_after_the_end_is_told_as_such);
  g_test_add_func ("/workflows/jury-minutes/a-pause-tells-who-was-there", test_a_pause_tells_who_was_there);
  g_test_add_func ("/workflows/jury-minutes/a-small-jury-has-no-quorum", test_a_small_jury_has_no_quorum);
  g_test_add_func ("/workflows/jury-minutes/a-rectification-names-the-first-decision", test_a_rectification_names_the_first_decision);
  g_test_add_func ("/workflows/jury-minutes/anonymous-minutes-name-nobody", test_anonymous_minutes_name_nobody);
  g_test_add_func ("/workflows/jury-minutes/anonymous-minutes-are-in-the-order-of-numbers", test_anonymous_minutes_are_in_the_order_of_numbers);
  g_test_add_func ("/workflows/jury-minutes/the-annex-explains-every-candidate", test_the_annex_explains_every_candidate);
  return g_test_run ();
}
