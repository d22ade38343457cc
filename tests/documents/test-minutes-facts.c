/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the minutes say beside the decisions: presence, course, recusals, marks, exceptions; and their anonymous variant. */

#include "document-fixtures.h"
#include "sceau-aliases.h"
#include "sceau-minutes-document.h"

#include <string.h>

static const SceauMinutesMarkChange changes[] = {
  { 2, "EC1", 1, { SCEAU_MARK_VALUE, 950 }, { SCEAU_MARK_VALUE, 1000 } },
  { 3, "EC1", 1, { SCEAU_MARK_BLANK, 0 }, { SCEAU_MARK_ABSENT, 0 } },
};

static const SceauMinutesQuotaException exceptions[]
    = { { 1, "A001", "LEFÈVRE1 Zoé", "Expérience de cinq ans (VAPP)", 30, 12, 12, 739680, "Parcours remarquable de Zoé Lefèvre1." } };

static const SceauMinutesObservation observations[] = {
  { 3, "l’acquisition du bloc RNCP41445BC02 est annulée." },
  { 0, "La session s’est tenue à distance." },
};

typedef struct
{
  SceauSchoolIdentity *school;
  SceauCertification *certification;
  SceauPlan *plan;
  SceauJurySession *session;
  GPtrArray *decisions;
  GPtrArray *learners;
  GPtrArray *results;
  SceauMinutesContent content;
} Fixture;

static void
add_event (Fixture *fixture, SceauSessionEventKind kind, const char *at, const char *reason, const char *present)
{
  SceauSessionEvent *event = g_new0 (SceauSessionEvent, 1);

  event->kind = kind;
  event->at = g_strdup (at);
  event->reason = g_strdup (reason);
  event->present = g_strdup (present);
  g_ptr_array_add (fixture->session->events, event);
}

static void
set_up_session (Fixture *fixture)
{
  SceauRecusal *recusal = g_new0 (SceauRecusal, 1);

  fixture->session = fixture_session (SCEAU_SESSION_SEALED);
  fixture->session->start_time = g_strdup ("14:30");
  fixture->session->sealed_at = g_strdup ("2026-11-12T17:32:05Z");
  for (guint i = 0; i < fixture->session->members->len; i++)
    {
      SceauJuryMember *member = g_ptr_array_index (fixture->session->members, i);

      member->juror->id = i + 1;
      member->alternate = i == 4;
    }
  recusal->juror_name = g_strdup ("Łukasz ŐRSI");
  recusal->learner_number = g_strdup ("A002");
  recusal->learner_name = g_strdup ("LEFÈVRE2 Zoé");
  recusal->kind = SCEAU_CONFLICT_FAMILY;
  recusal->reason = g_strdup ("frère de Zoé Lefèvre2");
  g_ptr_array_add (fixture->session->recusals, recusal);
  add_event (fixture, SCEAU_SESSION_EVENT_OPENED, "2026-11-12T13:30:00Z", NULL, "1,2,3,5");
  add_event (fixture, SCEAU_SESSION_EVENT_SUSPENDED, "2026-11-12T14:00:00Z", "Pause demandée pour Zoé", NULL);
  add_event (fixture, SCEAU_SESSION_EVENT_RESUMED, "2026-11-12T14:15:00Z", NULL, "1,3");
  add_event (fixture, SCEAU_SESSION_EVENT_CLOSED, "2026-11-12T17:00:00Z", NULL, "1,3");
}

static void
set_up_results (Fixture *fixture)
{
  static const char *const codes[] = { "EC1", "EC2", "OR1", "OR2", "TP1", "TP2", "PR1", "PR2", "THESE" };

  fixture->plan = sceau_plan_new ("RNCP41445");
  fixture->plan->appeal_days = 60;
  fixture->results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      SceauModality *modality = sceau_modality_new ();

      modality->code = g_strdup (codes[i]);
      modality->title = g_strdup_printf ("Épreuve inventée %u", i + 1);
      modality->weight = 150;
      g_ptr_array_add (fixture->plan->modalities, modality);
    }
  /* Attempts in any order are told in theirs. */
  g_ptr_array_add (fixture->results, sceau_result_new (1, "EC1", 2, (SceauMark) { SCEAU_MARK_VALUE, 1275 }));
  g_ptr_array_add (fixture->results, sceau_result_new (1, "EC1", 1, (SceauMark) { SCEAU_MARK_VALUE, 800 }));
  g_ptr_array_add (fixture->results, sceau_result_new (3, "THESE", 1, (SceauMark) { SCEAU_MARK_EXCUSED, 0 }));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  SceauLearner *learner = fixture_learner ("Zoé", "Lefèvre1", SCEAU_SEX_FEMALE);

  learner->number = g_strdup ("A001");
  learner->usage_name = g_strdup ("Nguyễn-Źdźbłowa");
  fixture->learners = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_learner_free);
  g_ptr_array_add (fixture->learners, learner);
  fixture->school = fixture_school ();
  fixture->certification = fixture_certification ();
  fixture->decisions = fixture_decisions (6);
  set_up_session (fixture);
  set_up_results (fixture);
  fixture->content = (SceauMinutesContent) {
    .school = fixture->school,
    .certification = fixture->certification,
    .session = fixture->session,
    .decisions = fixture->decisions,
    .quorum = 3,
    .learners = fixture->learners,
    .plan = fixture->plan,
    .results = fixture->results,
    .changes = changes,
    .n_changes = G_N_ELEMENTS (changes),
    .exceptions = exceptions,
    .n_exceptions = G_N_ELEMENTS (exceptions),
    .observations = observations,
    .n_observations = G_N_ELEMENTS (observations),
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_school_identity_free (fixture->school);
  sceau_certification_free (fixture->certification);
  sceau_plan_free (fixture->plan);
  sceau_jury_session_free (fixture->session);
  g_ptr_array_unref (fixture->decisions);
  g_ptr_array_unref (fixture->learners);
  g_ptr_array_unref (fixture->results);
}

static char *
read_with (Fixture *fixture, char *(*reader) (GBytes *bytes))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_minutes_document_render (&fixture->content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  return reader (bytes);
}

static char *
read_minutes (Fixture *fixture)
{
  return read_with (fixture, pdf_text);
}

static char *
read_rows (Fixture *fixture)
{
  return read_with (fixture, pdf_rows);
}

static void
test_presence_and_course (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "12 novembre 2026 à 14 h 30",
    "Nguyễn Thị ÁNH Consultante Société inventée externe titulaire absent(e)",
    "externe suppléant(e) en partie",
    "Jean ÉXEMPLE : présent(e) à l’ouverture de 14 h 30, parti(e) à la suspension de 15 h 00.",
    "À l’ouverture de 14 h 30, membres présents : 4 sur 4, dont 1 en suppléance — quorum : 3 — le quorum est atteint.",
    "À la reprise de 15 h 15, membres présents : 2 sur 4 — quorum : 3 — le quorum n’est pas atteint.",
    "12 novembre 2026 à 14 h 30 (heure de Paris) Ouverture de la session Hélène D’ŒUVRE, Jean ÉXEMPLE, Łukasz ŐRSI, Ελένη ΠΑΠΑΔΟΠΟΥΛΟΥ",
    "Suspension de la délibération, motif : Pause demandée pour Zoé",
    "12 novembre 2026 à 15 h 15 (heure de Paris) Reprise de la délibération Hélène D’ŒUVRE, Łukasz ŐRSI",
    "Fin de la délibération",
    "Date du scellement : 12 novembre 2026 à 18 h 32 (heure de Paris)",
  };
  g_autofree char *text = read_minutes (fixture);
  const char *signatures = strstr (text, "Fait à Villeneuve-d’Ascq");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  /* Whoever was absent has no cell to sign in. */
  g_assert_nonnull (signatures);
  assert_contains (signatures, "Łukasz ŐRSI");
  assert_lacks (signatures, "Nguyễn Thị ÁNH");
  /* Who left at the pause had deliberated until then. */
  assert_contains (signatures, "Jean ÉXEMPLE");
}

static void
test_a_vote_names_its_sitting (Fixture *fixture, gconstpointer data)
{
  SceauDecision *deferred = g_ptr_array_index (fixture->decisions, 3);
  g_autofree char *text = NULL;

  deferred->sitting = 2;
  text = read_minutes (fixture);
  assert_contains (text, " (séance commencée à la reprise de 15 h 15).");
  /* With one sitting there is nothing to tell apart. */
  g_ptr_array_set_size (fixture->session->events, 1);
  deferred->sitting = 1;
  g_free (text);
  text = read_minutes (fixture);
  assert_lacks (text, "séance commencée");
}

/* Who comes late, goes and comes back; a pause over night is told with its day. */
static void
test_coming_and_going (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  ((SceauJuryMember *) g_ptr_array_index (fixture->session->members, 0))->juror->sex = SCEAU_SEX_FEMALE;
  ((SceauJuryMember *) g_ptr_array_index (fixture->session->members, 1))->juror->sex = SCEAU_SEX_MALE;
  g_ptr_array_set_size (fixture->session->events, 0);
  add_event (fixture, SCEAU_SESSION_EVENT_OPENED, "2026-11-12T13:30:00Z", NULL, "2,3");
  add_event (fixture, SCEAU_SESSION_EVENT_SUSPENDED, "2026-11-12T14:00:00Z", "Pause", NULL);
  add_event (fixture, SCEAU_SESSION_EVENT_RESUMED, "2026-11-12T14:15:00Z", NULL, "1,3");
  add_event (fixture, SCEAU_SESSION_EVENT_SUSPENDED, "2026-11-12T17:00:00Z", "Nuit", NULL);
  add_event (fixture, SCEAU_SESSION_EVENT_RESUMED, "2026-11-13T08:05:00Z", NULL, "1,2,3");
  text = read_minutes (fixture);
  assert_contains (text, "Hélène D’ŒUVRE : arrivée à la reprise de 15 h 15.");
  assert_contains (text, "Jean ÉXEMPLE : présent à l’ouverture de 14 h 30, parti à la suspension de 15 h 00, revenu à la reprise du "
                         "13 novembre 2026 à 9 h 05.");
  assert_lacks (text, "Łukasz ŐRSI :");
}

static void
test_facts_about_candidates (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Łukasz ŐRSI LEFÈVRE2 Zoé lien de famille avec le candidat : frère de Zoé Lefèvre2",
    "LEFÈVRE2 Zoé EC1 1 9,5 sur 20 10 sur 20",
    "LEFÈVRE3 Zoé EC1 1 — absence",
    "LEFÈVRE1 Zoé Expérience de cinq ans 12 pour 12 5 mars 2026 Parcours remarquable (VAPP) 30 apprenants",
    "LEFÈVRE3 Zoé (A003) : l’acquisition du bloc RNCP41445BC02 est annulée.",
    "La session s’est tenue à distance.",
    "Notes au moment du scellement",
    "A001 LEFÈVRE1 Zoé 8 12,75 (2e)",
    "EC1 : Épreuve inventée 1, coefficient 1,5",
    "A003 LEFÈVRE3 Zoé EXC",
  };
  g_autofree char *text = read_rows (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
}

static void
test_notification (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_minutes (fixture);

  assert_contains (text, "Les résultats sont notifiés par un second acte.");
  assert_contains (text, "dans les quinze jours, soit le 27 novembre 2026 au plus tard (article R6412-7");
  assert_contains (text, "Un recours peut être formé dans les 60 jours qui suivent la notification");
  fixture->session->embargo = sceau_date_new (2026, 12, 1);
  fixture->content.plan = NULL;
  for (guint i = 0; i < fixture->decisions->len; i++)
    ((SceauDecision *) g_ptr_array_index (fixture->decisions, i))->route = SCEAU_ROUTE_INITIAL;
  g_free (text);
  text = read_minutes (fixture);
  assert_contains (text, "par un second acte, qui n’a pas lieu avant le 1er décembre 2026.");
  assert_contains (text, "Un recours peut être formé, pour erreur matérielle");
  assert_lacks (text, "quinze jours");
}

static void
test_anonymous (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Version anonyme", "version anonyme", "fait foi", "La version anonyme n’est pas signée",
    "Łukasz ŐRSI A002 lien de famille avec le candidat : frère de A002",
    "A002 EC1 1 9,5 sur 20 10 sur 20", "A003 : l’acquisition du bloc",
    "A001 8 12,75 (2e)", "[nom masqué]",
    "Motif du jury : A004, dont le nom d’usage est celui",
  };
  SceauDecision *decision = g_ptr_array_index (fixture->decisions, 3);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (remarks, (gpointer) "LEFÈVRE5 Zoé (A005) est venue accompagnée.");
  g_ptr_array_add (sentences, (gpointer) "Jean ÉXEMPLE ne prend pas part à la décision sur Lefevre6 zoe.");
  g_free (decision->reason);
  decision->reason = g_strdup ("Zoé Lefèvre4, dont le nom d’usage est celui de NGUYEN-Zdzblowa, soutiendra de nouveau.");
  fixture->session->derogation = g_strdup ("Absence liée à Zoé LEFÈVRE2.");
  fixture->session->rectifies = 7;
  fixture->session->rectification_reason = g_strdup ("Erreur sur la note de lefèvre2.");
  fixture->content.rectified_decisions = fixture->decisions;
  fixture->content.remarks = remarks;
  fixture->content.recusals = sentences;
  fixture->content.anonymous = TRUE;
  text = read_rows (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  assert_lacks (text, "LEF");
  assert_lacks (text, "Lef");
  assert_lacks (text, "lef");
  assert_lacks (text, "Zo");
  assert_lacks (text, "zo");
  assert_lacks (text, "NGUYEN");
  assert_lacks (text, "Fait à");
}

/* A name that cannot be printed does not stop the variant that does not print it. */
static void
test_anonymous_without_glyph (Fixture *fixture, gconstpointer data)
{
  SceauDecision *decision = g_ptr_array_index (fixture->decisions, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_free (decision->learner_name);
  decision->learner_name = g_strdup ("\u9673 Zoé");
  g_assert_null (sceau_minutes_document_render (&fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  fixture->content.anonymous = TRUE;
  text = read_minutes (fixture);
  assert_contains (text, "A001");
}

static SceauDecision *
new_candidate (const char *number, const char *name)
{
  SceauDecision *decision = sceau_decision_new ();

  decision->learner_number = g_strdup (number);
  decision->learner_name = g_strdup (name);
  return decision;
}

static void
test_aliases (void)
{
  static const struct
  {
    const char *text, *about, *hidden;
  } rows[] = {
    { "Rien.", NULL, "Rien." },
    { "", NULL, "" },
    { "LEFÈVRE Zoé a répondu.", NULL, "A1 a répondu." },
    { "Zoé Lefèvre a répondu.", NULL, "A1 a répondu." },
    { "zoe lefevre", NULL, "A1" },
    { "Zoé", NULL, "[nom masqué]" },       /* two are called Zoé */
    { "Zoé", "A3", "A3" },
    { "Zoé", "A2", "[nom masqué]" },
    { "Zoé, puis LI", NULL, "[nom masqué], puis A2" },
    { "LI lit un li", NULL, "A2 lit un li" },
    { "la tour de garde", NULL, "la A4 de garde" }, /* rather a word too many */
    { "Anne DE LA TOUR D’ŒUVRE", NULL, "A4" },
    { "DE LA TOUR", NULL, "DE LA A4" },
    { "MARTIN-DURAND et Martin", NULL, "A3 et A3" },
    { "LEFÈVRE, LI", NULL, "A1, A2" },
    { "LEFÈVRE LI", NULL, "A1 A2" },
    { "Ελένη", NULL, "A5" },
    { "ΕΛΕΝΗ", NULL, "A5" },
  };
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_decision_free);
  g_autoptr (SceauAliases) aliases = NULL;
  g_autofree char *same = NULL;

  g_ptr_array_add (decisions, new_candidate ("A1", "LEFÈVRE Zoé"));
  g_ptr_array_add (decisions, new_candidate ("A2", "LI Bo"));
  g_ptr_array_add (decisions, new_candidate ("A3", "MARTIN-DURAND Zoé"));
  g_ptr_array_add (decisions, new_candidate ("A4", "DE LA TOUR D’ŒUVRE Anne"));
  g_ptr_array_add (decisions, new_candidate ("A5", "ΠΑΠΠΑΣ Ελένη"));
  aliases = sceau_aliases_new (decisions, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *hidden = sceau_aliases_hide (aliases, rows[i].text, rows[i].about);

      g_assert_cmpstr (hidden, ==, rows[i].hidden);
    }
  g_assert_null (sceau_aliases_hide (aliases, NULL, NULL));
  same = sceau_aliases_hide (NULL, "LEFÈVRE Zoé", NULL);
  g_assert_cmpstr (same, ==, "LEFÈVRE Zoé");
}

#define ADD(name, function) g_test_add ("/documents/minutes-facts/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("presence-and-course", test_presence_and_course);
  ADD ("a-vote-names-its-sitting", test_a_vote_names_its_sitting);
  ADD ("coming-and-going", test_coming_and_going);
  ADD ("facts-about-candidates", test_facts_about_candidates);
  ADD ("notification", test_notification);
  ADD ("anonymous", test_anonymous);
  ADD ("anonymous-without-glyph", test_anonymous_without_glyph);
  g_test_add_func ("/documents/minutes-facts/aliases", test_aliases);
  return g_test_run ();
}
