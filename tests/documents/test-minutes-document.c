/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-minutes-document.h"

#include <string.h>

#define SEAL "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
#define HEAD "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"

static const SceauMinutesQuota quotas[] = {
  { "Expérience de cinq ans (VAPP)", 40, 30, 12, 9 },
  { "Total des dérogations", 40, 30, 12, 11 },
};

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauJurySession *session;
  GPtrArray *decisions;
  SceauMinutesContent content;
} Fixture;

static void
use_decisions (Fixture *fixture, guint n)
{
  g_clear_pointer (&fixture->decisions, g_ptr_array_unref);
  fixture->decisions = fixture_decisions (n);
  fixture->content.decisions = fixture->decisions;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  fixture->session = fixture_session (SCEAU_SESSION_SEALED);
  fixture->session->seal = g_strdup (SEAL);
  fixture->session->sealed_at = g_strdup ("2026-11-12T17:32:05Z");
  fixture->session->journal_head = g_strdup (HEAD);
  fixture->content = (SceauMinutesContent) {
    .school = fixture->school,
    .certification = fixture->certification,
    .session = fixture->session,
    .quorum = 3,
    .quotas = quotas,
    .n_quotas = G_N_ELEMENTS (quotas),
  };
  use_decisions (fixture, 30);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_jury_session_free (fixture->session);
  g_ptr_array_unref (fixture->decisions);
}

static GBytes *
render (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sceau_minutes_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  return bytes;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + strlen (part), part))
    n++;
  return n;
}

static void
test_everything_is_said (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Procès-verbal de délibération du jury", "École d’essai du Nord", "Expert en cybersécurité (MS)", "fiche RNCP41445",
    "12 novembre 2026", "Villeneuve-d’Ascq", "Promotion d’essai 2026",
    "Hélène D’ŒUVRE", "Łukasz ŐRSI", "Nguyễn Thị ÁNH", "Ελένη ΠΑΠΑΔΟΠΟΥΛΟΥ", "présidence du jury",
    "Membres présents : 4 sur 5 — quorum : 3 — le quorum est atteint.",
    "Expérience de cinq ans (VAPP) 40 % de 30 inscrits 12 9", "Total des dérogations 40 % de 30 inscrits 12 11",
    "30 candidats : Certifié(e) 29, Ajourné(e) 1.",
    "BC01", "BC04",
    "Décision différente de la proposition. Motif du jury : La thèse est à soutenir de nouveau.",
    "Proposition : Les quatre blocs sont validés.", "Vote : 3 pour, 1 contre, 0 abstention.",
    "Date du scellement : 12 novembre 2026 à 18 h 32 (heure de Paris)", SEAL, HEAD,
    "Fait à Villeneuve-d’Ascq, le 12 novembre 2026.", "page 1 sur 3", "page 3 sur 3",
  };
  g_autoptr (GBytes) bytes = render (fixture);
  g_autofree char *text = pdf_text (bytes);

  pdf_assert_sound (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("LEFÈVRE%u Zoé", i);

      assert_contains (text, name);
    }
  /* Once in the composition, once where each signs. */
  g_assert_cmpuint (count (text, "Jean ÉXEMPLE"), ==, 2);
  assert_lacks (text, "Récusations");
  assert_lacks (text, "Rectification");
}

static void
test_any_number_of_candidates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint candidates, least_pages;
    const char *said;
  } rows[] = {
    { 0, 1, "Aucun candidat n’était présenté à cette session." },
    { 1, 1, "1 candidat : Certifié(e) 1." },
    { 30, 2, "30 candidats" },
    { 2000, 40, "2000 candidats" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      use_decisions (fixture, rows[i].candidates);
      bytes = render (fixture);
      g_assert_cmpuint (pdf_n_pages (bytes), >=, rows[i].least_pages);
      text = pdf_text (bytes);
      assert_contains (text, rows[i].said);
      if (rows[i].candidates == 2000)
        {
          assert_contains (text, "LEFÈVRE2000 Zoé");
          /* The header of the table is on every page that it covers. */
          g_assert_cmpuint (count (text, "BC02"), >=, 40);
        }
    }
}

static void
test_draft_until_sealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) sealed = render (fixture);
  g_autofree char *sealed_text = pdf_text (sealed);
  g_autoptr (GBytes) draft = NULL;
  g_autofree char *draft_text = NULL;

  fixture->session->state = SCEAU_SESSION_DELIBERATED;
  draft = render (fixture);
  draft_text = pdf_text (draft);
  assert_lacks (sealed_text, "n’est pas scellée");
  assert_contains (draft_text, "Projet : la session n’est pas scellée");
  assert_lacks (draft_text, SEAL);
  g_assert_cmpuint (g_bytes_get_size (draft), >, g_bytes_get_size (sealed));
}

static void
test_in_preparation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  fixture->session->state = SCEAU_SESSION_PREPARATION;
  g_ptr_array_set_size (fixture->session->members, 0);
  for (guint i = 0; i < fixture->decisions->len; i++)
    ((SceauDecision *) g_ptr_array_index (fixture->decisions, i))->decided = FALSE;
  bytes = render (fixture);
  text = pdf_text (bytes);
  assert_contains (text, "Le jury n’est pas encore composé.");
  assert_contains (text, "30 candidats : sans décision 30.");
  assert_lacks (text, "quorum");
}

static void
test_derogation_recusal_and_remarks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recusals = g_ptr_array_new ();
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (recusals, (gpointer) "Łukasz ŐRSI, employeur de LEFÈVRE2 Zoé, n’a pas délibéré sur elle.");
  g_ptr_array_add (remarks, (gpointer) "Note de LEFÈVRE5 Zoé portée de 9,5 à 10 en délibération.");
  fixture->content.recusals = recusals;
  fixture->content.remarks = remarks;
  fixture->session->derogation = g_strdup ("Un membre est empêché.\tIl est remplacé.");
  bytes = render (fixture);
  text = pdf_text (bytes);
  assert_contains (text, "Łukasz ŐRSI, employeur de LEFÈVRE2 Zoé");
  assert_contains (text, "portée de 9,5 à 10");
  assert_contains (text, "Session ouverte par dérogation, motif : Un membre est empêché. Il est remplacé.");
}

static void
test_rectification (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = fixture_decisions (4);
  g_autoptr (SceauJurySession) rectified = fixture_session (SCEAU_SESSION_SEALED);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  SceauDecision *decision;

  rectified->date = sceau_date_new (2026, 10, 1);
  fixture->session->rectifies = 7;
  fixture->session->rectification_reason = g_strdup ("Erreur matérielle de report.");
  fixture->content.rectified = rectified;
  fixture->content.rectified_decisions = first;
  use_decisions (fixture, 1);
  decision = g_ptr_array_index (fixture->decisions, 0);
  decision->enrolment_id = 4; /* that the first session had deferred */
  decision->reason = g_strdup ("La note avait été mal reportée.");
  bytes = render (fixture);
  text = pdf_text (bytes);
  assert_contains (text, "rectifie la session n° 7 du 1er octobre 2026");
  assert_contains (text, "Motif : Erreur matérielle de report.");
  assert_contains (text, "LEFÈVRE1 Zoé Ajourné(e) Certifié(e) La note avait été mal reportée.");
}

static void
test_state_of_blocks (Fixture *fixture, gconstpointer data)
{
  SceauDecision *decision;
  SceauBlockVerdict *verdict;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  use_decisions (fixture, 1);
  decision = g_ptr_array_index (fixture->decisions, 0);
  decision->proposal = decision->outcome = SCEAU_OUTCOME_PARTIAL;
  g_ptr_array_set_size (decision->acquired_blocks, 2);
  verdict = g_ptr_array_index (decision->proposal_blocks, 0);
  verdict->how = SCEAU_ACQUISITION_VAE;
  verdict = g_ptr_array_index (decision->proposal_blocks, 2);
  verdict->state = SCEAU_BLOCK_NOT_ACQUIRED;
  verdict = g_ptr_array_index (decision->proposal_blocks, 3);
  verdict->state = SCEAU_BLOCK_PENDING;
  bytes = render (fixture);
  text = pdf_text (bytes);
  assert_contains (text, "AA A NA EA");
}

/* Nothing is awaited of who has left: what was acquired is kept, the rest is neither pending nor refused. */
static void
test_who_has_left_keeps_blocks_only (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SceauOutcome outcome;
    gboolean decided;
    const char *row;
  } rows[] = {
    { SCEAU_OUTCOME_WITHDRAWN, TRUE, "AA A — — Abandon Abandon" },
    { SCEAU_OUTCOME_WITHDRAWN, FALSE, "AA A — — Abandon —" },
    { SCEAU_OUTCOME_FRAUD, TRUE, "AA A NA NA Fraude Fraude" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SceauDecision *decision;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      use_decisions (fixture, 1);
      decision = g_ptr_array_index (fixture->decisions, 0);
      decision->proposal = decision->outcome = rows[i].outcome;
      decision->decided = rows[i].decided;
      g_ptr_array_set_size (decision->acquired_blocks, 2);
      ((SceauBlockVerdict *) g_ptr_array_index (decision->proposal_blocks, 0))->how = SCEAU_ACQUISITION_VAE;
      ((SceauBlockVerdict *) g_ptr_array_index (decision->proposal_blocks, 2))->state = SCEAU_BLOCK_NOT_ACQUIRED;
      ((SceauBlockVerdict *) g_ptr_array_index (decision->proposal_blocks, 3))->state = SCEAU_BLOCK_PENDING;
      bytes = render (fixture);
      text = pdf_text (bytes);
      assert_contains (text, rows[i].row);
      assert_contains (text, "bloc non visé, ou parcours abandonné sans ce bloc");
    }
}

static void
test_certification_without_blocks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  sceau_certification_free (fixture->certification);
  fixture->certification = fixture_inventaire ();
  fixture->content.certification = fixture->certification;
  bytes = render (fixture);
  text = pdf_text (bytes);
  assert_contains (text, "Référent cybersécurité en TPE/PME");
  assert_lacks (text, "bloc acquis");
}

static void
test_many_blocks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (int i = 5; i <= 12; i++)
    {
      SceauBlock *block = sceau_block_new ();

      block->code = g_strdup_printf ("RNCP41445BC%02d", i);
      g_ptr_array_add (fixture->certification->blocks, block);
    }
  bytes = render (fixture);
  text = pdf_text (bytes);
  assert_contains (text, "BC01 A, BC02 A");
  assert_contains (text, "BC12 —");
}

static void
test_long_texts_run_on (Fixture *fixture, gconstpointer data)
{
  SceauDecision *decision = g_ptr_array_index (fixture->decisions, 3);
  GString *reason = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (int i = 1; i <= 600; i++)
    g_string_append_printf (reason, "Phrase %d du motif que le jury a voulu écrire en entier. ", i);
  g_free (decision->reason);
  decision->reason = g_string_free (reason, FALSE);
  g_free (decision->learner_name);
  decision->learner_name = g_strdup ("DE CASTELNAU-MONTMORENCY DE LA ROCHEFOUCAULD-LIANCOURT D’ŒUVRE Marie-Antoinette-Philippine Élisabeth");
  bytes = render (fixture);
  text = pdf_text (bytes);
  for (int i = 1; i <= 600; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Phrase %d du", i);

      assert_contains (text, sentence);
    }
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  SceauDecision *decision = g_ptr_array_index (fixture->decisions, 9);
  g_autoptr (GError) error = NULL;

  g_free (decision->learner_name);
  decision->learner_name = g_strdup ("LEFÈVRE Zo\U0001F600");
  g_assert_null (sceau_minutes_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "U+1F600");
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) one = render (fixture);
  g_autoptr (GBytes) two = render (fixture);

  g_assert_true (g_bytes_equal (one, two));
}

#define ADD(name, function) g_test_add ("/documents/minutes/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything-is-said", test_everything_is_said);
  ADD ("any-number-of-candidates", test_any_number_of_candidates);
  ADD ("draft-until-sealed", test_draft_until_sealed);
  ADD ("in-preparation", test_in_preparation);
  ADD ("derogation-recusal-and-remarks", test_derogation_recusal_and_remarks);
  ADD ("rectification", test_rectification);
  ADD ("state-of-blocks", test_state_of_blocks);
  ADD ("who-has-left-keeps-blocks-only", test_who_has_left_keeps_blocks_only);
  ADD ("certification-without-blocks", test_certification_without_blocks);
  ADD ("many-blocks", test_many_blocks);
  ADD ("long-texts-run-on", test_long_texts_run_on);
  ADD ("refused-letter", test_refused_letter);
  ADD ("same-bytes", test_same_bytes);
  return g_test_run ();
}
