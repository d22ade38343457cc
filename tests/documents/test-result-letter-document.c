/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-result-letter-document.h"

#include <string.h>

/* Zoé LEFÈVRE, VAE or another route: BC01 acquired earlier by VAE, BC02 by this decision, BC03 failed, BC04 pending. */
typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauPlan *plan;
  SceauJurySession *session;
  SceauLearner *learner;
  SceauEnrolment *enrolment;
  GPtrArray *results;
  GPtrArray *acquired;
  GPtrArray *decisions;
  SceauDecision *decision;
  SceauDossier dossier;
  SceauResultLetterContent content;
} Fixture;

static void
add_modality (Fixture *fixture, const char *code, const char *block, const char *title, SceauModalityType type)
{
  SceauModality *modality = sceau_modality_new ();

  modality->code = g_strdup (code);
  modality->block_code = g_strdup (block);
  modality->title = g_strdup (title);
  modality->type = type;
  modality->weight = 100;
  modality->pass_mark = 1000;
  modality->floor = -1;
  modality->retake_cap = -1;
  modality->max_attempts = 2;
  modality->retake_delay = 30;
  g_ptr_array_add (fixture->plan->modalities, modality);
}

static void
add_result (Fixture *fixture, const char *code, int attempt, SceauMarkKind kind, gint32 value)
{
  SceauResult *result = sceau_result_new (1, code, attempt, (SceauMark) { kind, value });

  result->date = sceau_date_new (2026, 10, 15);
  g_ptr_array_add (fixture->results, result);
}

static void
set_up_plan (Fixture *fixture)
{
  SceauRequirement *requirement = sceau_requirement_new ();

  fixture->plan = sceau_plan_new ("RNCP41445");
  add_modality (fixture, "EC1", "RNCP41445BC01", "Étude d’un incident", SCEAU_MODALITY_CASE_STUDY);
  add_modality (fixture, "TP2", "RNCP41445BC02", "Travaux pratiques", SCEAU_MODALITY_PRACTICAL_WORK);
  add_modality (fixture, "EC3", "RNCP41445BC03", "Audit d’un réseau", SCEAU_MODALITY_CASE_STUDY);
  add_modality (fixture, "OR3", "RNCP41445BC03", "Soutenance", SCEAU_MODALITY_ORAL);
  add_modality (fixture, "PR4", "RNCP41445BC04", "Projet d’équipe", SCEAU_MODALITY_PROJECT);
  add_modality (fixture, "THESE", NULL, "Thèse professionnelle", SCEAU_MODALITY_THESIS);
  requirement->code = g_strdup ("these");
  requirement->title = g_strdup ("Thèse professionnelle");
  requirement->kind = SCEAU_REQUIREMENT_MODALITY;
  requirement->modality_code = g_strdup ("THESE");
  g_ptr_array_add (fixture->plan->requirements, requirement);
}

static void
set_up_acquired (Fixture *fixture)
{
  SceauAcquiredBlock *block = sceau_acquired_block_new ();

  block->certification_code = g_strdup ("RNCP41445");
  block->block_code = g_strdup ("RNCP41445BC01");
  block->kind = SCEAU_ACQUISITION_VAE;
  block->date = sceau_date_new (2025, 3, 3);
  fixture->acquired = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_acquired_block_free);
  g_ptr_array_add (fixture->acquired, block);
}

static void
set_up_decision (Fixture *fixture)
{
  fixture->decisions = fixture_decisions (1);
  fixture->decision = g_ptr_array_index (fixture->decisions, 0);
  fixture->decision->route = SCEAU_ROUTE_APPRENTICESHIP;
  fixture->decision->proposal = fixture->decision->outcome = SCEAU_OUTCOME_PARTIAL;
  g_free (fixture->decision->proposal_reason);
  fixture->decision->proposal_reason = g_strdup ("Le bloc BC03 n’est pas acquis.");
  g_ptr_array_set_size (fixture->decision->acquired_blocks, 2);
  ((SceauBlockVerdict *) g_ptr_array_index (fixture->decision->proposal_blocks, 3))->state = SCEAU_BLOCK_PENDING;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->school = fixture_school ();
  fixture->school->city = g_strdup ("Lille");
  fixture->certification = fixture_certification ();
  fixture->session = fixture_session (SCEAU_SESSION_SEALED);
  fixture->session->notified = sceau_date_new (2026, 11, 20);
  fixture->learner = fixture_learner ("Zoé", "Lefèvre", SCEAU_SEX_FEMALE);
  fixture->learner->number = g_strdup ("A001");
  fixture->learner->usage_name = g_strdup ("Martin");
  fixture->enrolment = sceau_enrolment_new ();
  fixture->enrolment->id = 1;
  fixture->enrolment->route = SCEAU_ROUTE_APPRENTICESHIP;
  fixture->results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  set_up_plan (fixture);
  set_up_acquired (fixture);
  set_up_decision (fixture);
  add_result (fixture, "TP2", 1, SCEAU_MARK_VALUE, 1450);
  add_result (fixture, "EC3", 1, SCEAU_MARK_VALUE, 975);
  add_result (fixture, "OR3", 1, SCEAU_MARK_VALUE, 1200);
  add_result (fixture, "PR4", 1, SCEAU_MARK_PENDING, 0);
  add_result (fixture, "THESE", 1, SCEAU_MARK_VALUE, 800);
  add_result (fixture, "THESE", 2, SCEAU_MARK_VALUE, 900);
  fixture->dossier = (SceauDossier) { fixture->certification, fixture->plan, fixture->enrolment, fixture->results, fixture->acquired };
  fixture->content = (SceauResultLetterContent) {
    .school = fixture->school,
    .session = fixture->session,
    .learner = fixture->learner,
    .decision = fixture->decision,
    .dossier = &fixture->dossier,
    .appeal_days = 60,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_plan_free (fixture->plan);
  sceau_jury_session_free (fixture->session);
  sceau_learner_free (fixture->learner);
  sceau_enrolment_free (fixture->enrolment);
  g_ptr_array_unref (fixture->results);
  g_ptr_array_unref (fixture->acquired);
  g_ptr_array_unref (fixture->decisions);
}

static char *
read_letter (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_result_letter_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  return pdf_text (bytes);
}

static void
test_partial (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Zoé LEFÈVRE nom d’usage : MARTIN n° A001", "Lille, le 20 novembre 2026", "Objet : Résultat du jury de certification du 12 novembre 2026",
    "Expert en cybersécurité (MS) — fiche RNCP41445, niveau 7", "session n° 12 du 12 novembre 2026",
    "Décision du jury : validation partielle", "Motif : Le bloc BC03 n’est pas acquis.",
    "RNCP41445BC01 Concevoir des projets de sécurité, volet 1 acquis par la VAE le 3 mars 2025",
    "RNCP41445BC02 Concevoir des projets de sécurité, volet 2 acquis par la présente décision",
    "volet 3 non acquis", "volet 4 en attente de résultats", "Les blocs acquis le sont définitivement, sans limite de durée ; ils ne valent",
    "BC03 Audit d’un réseau (étude de cas) 9,75 sur 20 1, à partir du 14 novembre 2026",
    "BC04 Projet d’équipe (projet) en attente résultat attendu",
    "Thèse professionnelle 9 sur 20 aucun",
    "le 19 janvier 2027 au plus tard (60 jours après la notification du 20 novembre 2026)",
    "une erreur matérielle", "une irrégularité de la procédure", "souveraine", "La directrice",
  };
  g_autofree char *text = read_letter (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  assert_lacks (text, "Soutenance"); /* passed */
  assert_lacks (text, "R6412-7");
  assert_lacks (text, "PROJET");
  assert_contains (text, "page 1 sur 1");
}

static void
test_salutation_agrees (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SceauSex sex;
    const char *opening, *closing;
  } rows[] = {
    { SCEAU_SEX_FEMALE, "du 12 novembre 2026 Madame, Décision du jury", "Veuillez agréer, Madame, l’expression" },
    { SCEAU_SEX_MALE, "du 12 novembre 2026 Monsieur, Décision du jury", "Veuillez agréer, Monsieur, l’expression" },
    { SCEAU_SEX_UNKNOWN, "du 12 novembre 2026 Madame, Monsieur, Décision du jury", "Veuillez agréer, Madame, Monsieur, l’expression" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      fixture->learner->sex = rows[i].sex;
      text = read_letter (fixture);
      assert_contains (text, rows[i].opening);
      assert_contains (text, rows[i].closing);
    }
}

/* However long the letter is, its last page has more than a signature. */
static void
test_signature_is_on_no_page_alone (Fixture *fixture, gconstpointer data)
{
  GString *reason = g_string_new (NULL);
  guint n_broken = 0;

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *text = NULL;
      const char *last;

      g_string_append (reason, "Le dossier présenté au jury est à compléter sur plusieurs points, que le jury a dits au candidat.\n");
      g_free (fixture->decision->reason);
      fixture->decision->reason = g_strdup (reason->str);
      text = read_letter (fixture);
      last = strstr (text, "page 1 sur 2");
      if (last == NULL)
        continue;
      n_broken++;
      assert_contains (last, "Voies de recours Un recours s’adresse");
      assert_contains (last, "Veuillez agréer");
      assert_contains (last, "La directrice");
    }
  g_assert_cmpuint (n_broken, >=, 10);
  g_string_free (reason, TRUE);
}

static void
test_each_outcome (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SceauOutcome outcome;
    const char *label, *said;
    gboolean remains;
  } rows[] = {
    { SCEAU_OUTCOME_CERTIFIED, "certification obtenue", "elle n’est pas le parchemin et n’en tient pas lieu", FALSE },
    { SCEAU_OUTCOME_PARTIAL, "validation partielle", "Une partie de la certification vous est acquise.", TRUE },
    { SCEAU_OUTCOME_FAILED, "certification non obtenue", "ne sont pas remplies à ce jour", TRUE },
    { SCEAU_OUTCOME_DEFERRED, "décision ajournée", "Des éléments manquent pour que le jury se prononce", TRUE },
    { SCEAU_OUTCOME_ABSENT, "absence constatée", "sans justification retenue", TRUE },
    { SCEAU_OUTCOME_EXCUSED, "absence justifiée", "elle ne vous est pas opposée", TRUE },
    { SCEAU_OUTCOME_WITHDRAWN, "abandon constaté", "L’abandon a pris effet le 1er juin 2026.", FALSE },
    { SCEAU_OUTCOME_FRAUD, "fraude retenue", "L’audition s’est tenue le 5 mars 2026.", FALSE },
  };
  /* What would agree with one sex only. */
  static const char *const gendered[] = { "certifié", "absente", "Absent", "Ajourné", "entendu", "(e)", "admis", "candidate " };

  fixture->enrolment->state_since = sceau_date_new (2026, 6, 1);
  fixture->enrolment->hearing = sceau_date_new (2026, 3, 5);
  g_clear_pointer (&fixture->decision->proposal_reason, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = g_strdup_printf ("Décision du jury : %s", rows[i].label);
      g_autofree char *text = NULL;

      fixture->decision->proposal = fixture->decision->outcome = rows[i].outcome;
      text = read_letter (fixture);
      assert_contains (text, label);
      assert_contains (text, rows[i].said);
      assert_contains (text, "Voies de recours");
      g_assert_cmpint (strstr (text, "Ce qu’il vous reste à valider") != NULL, ==, rows[i].remains);
      for (guint j = 0; j < G_N_ELEMENTS (gendered); j++)
        assert_lacks (text, gendered[j]);
    }
}

/* The thesis was failed, then failed again: nothing is left of two attempts, and one when the second absence was justified. */
static void
test_an_excused_absence_uses_up_no_attempt (Fixture *fixture, gconstpointer data)
{
  SceauResult *second = g_ptr_array_index (fixture->results, fixture->results->len - 1);
  g_autofree char *failed = read_letter (fixture);
  g_autofree char *excused = NULL;

  g_assert_cmpstr (second->modality_code, ==, "THESE");
  g_assert_cmpint (second->attempt, ==, 2);
  assert_contains (failed, "Thèse professionnelle 9 sur 20 aucun");
  second->mark = (SceauMark) { SCEAU_MARK_EXCUSED, 0 };
  excused = read_letter (fixture);
  assert_lacks (excused, "aucun");
  assert_contains (excused, "1, à partir du 14 novembre 2026 Voies de recours");
}

/* Every block, the thesis, and a period that is too short: the heading stands above what is missing. */
static void
test_a_period_alone_has_its_heading (Fixture *fixture, gconstpointer data)
{
  SceauRequirement *period = sceau_requirement_new ();
  g_autofree char *text = NULL;

  period->code = g_strdup ("ENTREPRISE");
  period->title = g_strdup ("Période en entreprise");
  period->kind = SCEAU_REQUIREMENT_COMPANY_PERIOD;
  period->min_months = 4;
  g_ptr_array_set_size (fixture->plan->requirements, 0);
  g_ptr_array_add (fixture->plan->requirements, period);
  fixture->enrolment->company_start = sceau_date_new (2026, 3, 1);
  fixture->enrolment->company_end = sceau_date_new (2026, 6, 29);
  g_ptr_array_set_size (fixture->plan->modalities, 0);
  g_ptr_array_set_size (fixture->results, 0);
  text = read_letter (fixture);
  assert_contains (text, "Ce qu’il vous reste à valider");
  assert_contains (text, "trop courte");
}

static void
test_reason_of_the_jury (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SceauOutcome proposal;
    const char *reason, *said;
  } rows[] = {
    { SCEAU_OUTCOME_PARTIAL, NULL, "Motif : Le bloc BC03" },
    { SCEAU_OUTCOME_PARTIAL, "Le dossier est incomplet.", "Motif : Le dossier est incomplet." },
    { SCEAU_OUTCOME_CERTIFIED, "Le dossier est incomplet.", "Motif : Le dossier est incomplet." },
    { SCEAU_OUTCOME_CERTIFIED, NULL, NULL }, /* the reasons of a proposal that was not taken are not the jury's */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      fixture->decision->proposal = rows[i].proposal;
      g_free (fixture->decision->reason);
      fixture->decision->reason = g_strdup (rows[i].reason);
      text = read_letter (fixture);
      if (rows[i].said != NULL)
        assert_contains (text, rows[i].said);
      else
        assert_lacks (text, "Motif");
    }
}

static void
test_draft_until_notified (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->session->notified = SCEAU_NO_DATE;
  text = read_letter (fixture);
  assert_contains (text, "Lille, le ………");
  assert_contains (text, "dans les 60 jours qui suivent la notification");
  fixture->content.appeal_days = 0;
  g_free (text);
  text = read_letter (fixture);
  assert_contains (text, "dans le délai que fixe le règlement de la certification");
}

static void
test_vae (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    SceauDate notified;
    const char *said;
  } rows[] = {
    { sceau_date_new (2026, 11, 27), "notifiée dans les quinze jours, comme le veut l’article R6412-7" },
    { sceau_date_new (2026, 11, 28), "demandait que cette décision vous soit notifiée le 27 novembre 2026 au plus tard" },
    { SCEAU_NO_DATE, "à notifier le 27 novembre 2026 au plus tard (article R6412-7" },
  };

  fixture->decision->route = SCEAU_ROUTE_VAE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      fixture->session->notified = rows[i].notified;
      text = read_letter (fixture);
      assert_contains (text, rows[i].said);
      assert_contains (text, "Une attestation des blocs validés vous est délivrée à votre demande (article R6412-7");
    }
}

static void
test_rectified (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SceauJurySession) rectified = fixture_session (SCEAU_SESSION_SEALED);
  g_autoptr (GPtrArray) first = fixture_decisions (1);
  SceauAcquiredBlock *annulled = sceau_acquired_block_new ();
  g_autofree char *text = NULL;

  rectified->id = 7;
  rectified->date = sceau_date_new (2026, 10, 1);
  fixture->session->rectifies = 7;
  fixture->session->rectification_reason = g_strdup ("Erreur matérielle de report.");
  /* The decision that is replaced had given BC04. */
  annulled->block_code = g_strdup ("RNCP41445BC04");
  annulled->session_id = 7;
  g_ptr_array_add (fixture->acquired, annulled);
  fixture->content.rectified = rectified;
  fixture->content.rectified_decision = g_ptr_array_index (first, 0);
  text = read_letter (fixture);
  assert_contains (text, "rectifie et remplace celle du jury du 1er octobre 2026, session n° 7 (« certification obtenue »).");
  assert_contains (text, "Motif de la rectification : Erreur matérielle de report.");
  assert_contains (text, "volet 4 en attente de résultats");
}

static void
test_targeted_blocks_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (fixture->enrolment->targeted_blocks, g_strdup ("RNCP41445BC03"));
  g_ptr_array_set_size (fixture->decision->acquired_blocks, 0);
  fixture->decision->proposal = fixture->decision->outcome = SCEAU_OUTCOME_FAILED;
  text = read_letter (fixture);
  assert_contains (text, "volet 2 non visé par votre parcours");
  assert_contains (text, "Audit d’un réseau");
  assert_contains (text, "Le bloc acquis l’est définitivement");
  assert_lacks (text, "Projet d’équipe");
  assert_lacks (text, "Thèse professionnelle");
}

static void
test_certification_without_blocks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  sceau_certification_free (fixture->certification);
  fixture->certification = fixture_inventaire ();
  fixture->dossier.certification = fixture->certification;
  fixture->decision->proposal = fixture->decision->outcome = SCEAU_OUTCOME_CERTIFIED;
  text = read_letter (fixture);
  assert_contains (text, "Le parchemin de la certification vous sera délivré par CCI France par un acte distinct.");
  assert_lacks (text, "Bloc de compétences");
}

static void
test_names_and_long_titles (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Wojciechowska-Źdźbłowa", "Nguyễn Thị Ánh", "Παπαδοπούλου",
                                       "de Castelnau-Montmorency de La Rochefoucauld-Liancourt d’Œuvre" };
  static const char *const printed[] = { "WOJCIECHOWSKA-ŹDŹBŁOWA", "NGUYỄN THỊ ÁNH", "ΠΑΠΑΔΟΠΟΎΛΟΥ", "LIANCOURT D’ŒUVRE" };

  for (guint i = 0; i < fixture->certification->blocks->len; i++)
    {
      SceauBlock *block = g_ptr_array_index (fixture->certification->blocks, i);

      g_free (block->title);
      block->title = g_strdup_printf ("Piloter, dans la durée et dans le respect des obligations légales, la sécurité des systèmes"
                                      " d’information d’une organisation, de l’analyse des risques jusqu’à la gestion de crise, volet %u", i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = NULL;

      g_free (fixture->learner->birth_name);
      fixture->learner->birth_name = g_strdup (names[i]);
      text = read_letter (fixture);
      if (i != 2) /* how Greek capitals carry accents is for the locale to say */
        assert_contains (text, printed[i]);
      assert_contains (text, "gestion de crise, volet 4");
      assert_contains (text, "page 1 sur 2");
    }
}

static void
test_refused_letter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_free (fixture->learner->usage_name);
  fixture->learner->usage_name = g_strdup ("Mar\u9673tin");
  g_assert_null (sceau_result_letter_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "Mar\u9673tin");
}

#define ADD(name, function) g_test_add ("/documents/result-letter/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("partial", test_partial);
  ADD ("salutation-agrees", test_salutation_agrees);
  ADD ("signature-is-on-no-page-alone", test_signature_is_on_no_page_alone);
  ADD ("each-outcome", test_each_outcome);
  ADD ("an-excused-absence-uses-up-no-attempt", test_an_excused_absence_uses_up_no_attempt);
  ADD ("a-period-alone-has-its-heading", test_a_period_alone_has_its_heading);
  ADD ("reason-of-the-jury", test_reason_of_the_jury);
  ADD ("draft-until-notified", test_draft_until_notified);
  ADD ("vae", test_vae);
  ADD ("rectified", test_rectified);
  ADD ("targeted-blocks-only", test_targeted_blocks_only);
  ADD ("certification-without-blocks", test_certification_without_blocks);
  ADD ("names-and-long-titles", test_names_and_long_titles);
  ADD ("refused-letter", test_refused_letter);
  return g_test_run ();
}
