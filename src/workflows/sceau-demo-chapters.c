/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-demo-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-enrol-learners.h"
#include "sceau-enrolment-table.h"
#include "sceau-import-fiche.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-learner-table.h"
#include "sceau-plan-table.h"
#include "sceau-record-results.h"
#include "sceau-survey-insertion.h"

#define RNCP SCEAU_DEMO_CODE
#define INVENTAIRE "INV3818"
#define PAST_COHORT "Promotion 2025-2026"
#define CURRENT_COHORT "Promotion 2026"
#define INVENTAIRE_COHORT "Session de novembre 2018"
#define PLACE SCEAU_DEMO_PLACE


static void
referential_clear (SceauDemoReferential *self)
{
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->plan, sceau_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauDemoReferential, referential_clear)

static gboolean
load_referential (SceauDemo *demo, const char *code, SceauDemoReferential *referential, GError **error)
{
  referential->certification = sceau_certification_table_find (demo->school, code, error);
  if (referential->certification != NULL)
    referential->plan = sceau_plan_table_find (demo->school, code, error);
  return referential->plan != NULL;
}

static gboolean
import_shipped (SceauDemo *demo, const char *code, GError **error)
{
  g_autoptr (GPtrArray) paths = sceau_list_shipped_fiches ();
  g_autofree char *name = g_strconcat (code, ".xml", NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *base = g_path_get_basename (path);
      g_autoptr (GPtrArray) fiches = NULL;

      if (!g_str_equal (base, name))
        continue;
      fiches = sceau_import_fiche (demo->school, path, NULL, FALSE, demo->faults, NULL, demo->cancellable, error);
      return fiches != NULL;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("The fiche %s that is shipped with Sceau is missing; install Sceau again."), code);
  return FALSE;
}

static gboolean
record_results (SceauDemo *demo, GPtrArray *people, const SceauDemoReferential *referential, const char *cohort, int attempt,
                gboolean thesis_done, const char *name, const char *purpose, GError **error)
{
  g_autofree char *path = sceau_demo_path (demo, name);
  SceauImportSummary summary = { 0 };
  gboolean any;

  if (!sceau_demo_write_results (people, referential->plan, attempt, thesis_done, demo->random, path, &any, error))
    return FALSE;
  /* A small cohort may have nobody to retake anything. */
  if (!any)
    return TRUE;
  if (!sceau_record_results_from_file (demo->school, path, referential->certification->code, cohort, attempt,
                                       SCEAU_IMPORT_DEFAULT, &summary, demo->faults, NULL, demo->cancellable, error))
    return FALSE;
  sceau_demo_add_file (demo, name, purpose);
  return TRUE;
}

/* Convenes, opens, and has the proposals made; the deliberation is the caller's. */
static gboolean
hold_session (SceauDemo *demo, gint64 session, const gint64 *jurors, guint n, GError **error)
{
  return sceau_convene_jury (demo->school, session, jurors, n, jurors[0], demo->faults, error)
         && sceau_open_jury (demo->school, session, jurors, n, NULL, demo->faults, error)
         && sceau_propose_decisions (demo->school, session, NULL, demo->cancellable, error);
}

static gboolean
seal_session (SceauDemo *demo, gint64 session, const char *name, const char *purpose, GError **error)
{
  g_autofree char *path = sceau_demo_path (demo, name);

  if (!sceau_accept_proposals (demo->school, session, NULL, error)
      || !sceau_seal_jury (demo->school, session, demo->faults, NULL, demo->cancellable, error)
      || !sceau_write_minutes (demo->school, session, path, error))
    return FALSE;
  sceau_demo_add_file (demo, name, purpose);
  return TRUE;
}

static gboolean
issue (SceauDemo *demo, gint64 session, SceauDate day, const char *folder_name, const char *merged_name, guint *n,
       GError **error)
{
  g_autofree char *folder = sceau_demo_path (demo, folder_name);
  g_autofree char *merged = sceau_demo_path (demo, merged_name);
  const SceauIssueOptions options = { .session_id = session, .delivered = day, .place = PLACE, .folder = folder, .merged = merged };
  g_autoptr (GPtrArray) certificates = sceau_issue_certificates_by (demo->school, &options, demo->signer, SCEAU_ISSUE_GROUP,
                                                                    demo->faults, NULL, demo->cancellable, error);

  if (certificates == NULL)
    return FALSE;
  *n = certificates->len;
  if (certificates->len == 0)
    return TRUE;
  sceau_demo_add_file (demo, folder_name,
                       ngettext ("the parchemin, one file", "the parchemins, one file each", certificates->len));
  sceau_demo_add_file (demo, merged_name, _("the same parchemins in one file, ready for the printer"));
  return TRUE;
}

static gboolean
record_mandate (SceauDemo *demo, GError **error)
{
  g_autoptr (SceauMandate) mandate = sceau_mandate_new ();

  mandate->certification_code = g_strdup (INVENTAIRE);
  mandate->certifier_name = g_strdup ("CCI France");
  mandate->signatory = g_strdup ("Armand Villedieu (personne fictive)");
  mandate->signatory_title = g_strdup ("Directeur de la certification");
  mandate->reference = g_strdup ("Convention de démonstration n°\302\2402018-07");
  mandate->start = sceau_date_new (2018, 7, 11);
  return sceau_record_mandate (demo->school, mandate, demo->faults, error);
}

gboolean
sceau_demo_play_inventaire (SceauDemo *demo, GError **error)
{
  static const SceauRoute routes[] = { SCEAU_ROUTE_CONTINUING };
  const SceauDate start = sceau_date_new (2018, 11, 12);
  const SceauDemoCast cast
    = { "18-", MAX (demo->learners / 3, 1), FALSE, routes, G_N_ELEMENTS (routes), 0, 0, start, FALSE };
  const gint64 two[] = { demo->jurors[0], demo->jurors[3] };
  g_auto (SceauDemoReferential) referential = { NULL };
  g_autoptr (GPtrArray) people = NULL;
  gint64 session;
  guint n;

  sceau_demo_set_day (demo, sceau_date_new (2018, 10, 1));
  if (!import_shipped (demo, INVENTAIRE, error) || !load_referential (demo, INVENTAIRE, &referential, error)
      || !record_mandate (demo, error)
      || sceau_open_cohort (demo->school, INVENTAIRE, INVENTAIRE_COHORT, start, sceau_date_new (2018, 11, 16),
                            0, demo->faults, error)
           == 0)
    return FALSE;

  people = sceau_demo_cast_people (&cast, demo->random);
  sceau_demo_set_day (demo, start);
  if (!sceau_demo_enrol (demo, people, referential.certification, INVENTAIRE_COHORT, "INV3818-apprenants.csv",
                         _("the roster of the session of the former inventaire, as a school types it"), error))
    return FALSE;
  sceau_demo_set_day (demo, sceau_date_new (2018, 11, 16));
  if (!record_results (demo, people, &referential, INVENTAIRE_COHORT, 1, TRUE, "INV3818-resultats.csv",
                       _("its marks"), error))
    return FALSE;

  sceau_demo_set_day (demo, sceau_date_new (2018, 11, 30));
  session = sceau_plan_jury (demo->school, INVENTAIRE, INVENTAIRE_COHORT, sceau_date_new (2018, 11, 30), PLACE,
                             demo->faults, error);
  return session != 0 && hold_session (demo, session, two, G_N_ELEMENTS (two), error)
         && seal_session (demo, session, "INV3818-proces-verbal.pdf", _("the minutes of that session, sealed"), error)
         && issue (demo, session, sceau_date_new (2018, 12, 7), "INV3818-certificats",
                   "INV3818-certificats-a-imprimer.pdf", &n, error);
}

/* One block brought along from a former fiche, with its proof. */
static gboolean
record_former_block (SceauDemo *demo, GPtrArray *people, const SceauDemoReferential *referential, GError **error)
{
  const SceauDemoPerson *person = sceau_demo_find_story (people, SCEAU_DEMO_ACQUIRED_BEFORE);
  g_autoptr (SceauAcquiredBlock) block = sceau_acquired_block_new ();
  g_autoptr (GHashTable) numbers = NULL;
  const gint64 *id;

  if (person == NULL)
    return TRUE;
  numbers = sceau_learner_table_list_numbers (demo->school, error);
  if (numbers == NULL)
    return FALSE;
  id = g_hash_table_lookup (numbers, person->learner->number);
  block->learner_id = *id;
  block->certification_code = g_strdup (RNCP);
  block->block_code
    = g_strdup (((const SceauBlock *) g_ptr_array_index (referential->certification->blocks, 3))->code);
  block->kind = SCEAU_ACQUISITION_DISPENSE;
  block->date = sceau_date_new (2025, 10, 20);
  block->proof = g_strdup ("Décision de dispense D-2025-04 (pièce fictive)");
  return sceau_record_acquired_block (demo->school, block, demo->faults, error);
}

static gboolean
leave (SceauDemo *demo, GPtrArray *people, SceauDemoStory story, const SceauDeparture *departure, GError **error)
{
  const SceauDemoPerson *person = sceau_demo_find_story (people, story);

  sceau_demo_set_day (demo, departure->since);
  return person == NULL || sceau_record_departure (demo->school, person->enrolment, departure, demo->faults, error);
}

static gboolean
record_departures (SceauDemo *demo, GPtrArray *people, GError **error)
{
  const SceauDeparture interruption = { SCEAU_ENROLMENT_INTERRUPTED, sceau_date_new (2026, 1, 19),
                                        "Congé de maternité (cas fictif)", SCEAU_NO_DATE };
  const SceauDeparture withdrawal = { SCEAU_ENROLMENT_WITHDRAWN, sceau_date_new (2026, 2, 16),
                                      "Abandon pour reprise d’emploi (cas fictif)", SCEAU_NO_DATE };
  const SceauDeparture exclusion = { SCEAU_ENROLMENT_EXCLUDED, sceau_date_new (2026, 3, 20),
                                     "Rapport recopié d’une source non citée, reconnu lors de l’audition (cas fictif)",
                                     sceau_date_new (2026, 3, 12) };

  return leave (demo, people, SCEAU_DEMO_INTERRUPTED, &interruption, error)
         && leave (demo, people, SCEAU_DEMO_WITHDRAWN, &withdrawal, error)
         && leave (demo, people, SCEAU_DEMO_EXCLUDED, &exclusion, error);
}

/* Four in five answer at six months; most work, most of those in the target job. */
static SceauSituation
invent_situation (GRand *random)
{
  static const SceauSituation situations[] = {
    SCEAU_SITUATION_PERMANENT, SCEAU_SITUATION_PERMANENT, SCEAU_SITUATION_PERMANENT, SCEAU_SITUATION_PERMANENT,
    SCEAU_SITUATION_PERMANENT, SCEAU_SITUATION_PERMANENT, SCEAU_SITUATION_PERMANENT, SCEAU_SITUATION_FIXED_TERM,
    SCEAU_SITUATION_FIXED_TERM, SCEAU_SITUATION_SELF_EMPLOYED, SCEAU_SITUATION_SEEKING, SCEAU_SITUATION_SEEKING,
    SCEAU_SITUATION_STUDIES, SCEAU_SITUATION_ABROAD, SCEAU_SITUATION_NO_ANSWER, SCEAU_SITUATION_NO_ANSWER,
  };

  return situations[g_rand_int_range (random, 0, G_N_ELEMENTS (situations))];
}

static gboolean
survey_certified (SceauDemo *demo, gint64 session, GError **error)
{
  g_autoptr (SceauJuryFile) file = sceau_load_jury (demo->school, session, error);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_survey_answer_free);

  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < file->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (file->decisions, i);
      SceauSurveyAnswer *answer;

      if (decision->outcome != SCEAU_OUTCOME_CERTIFIED)
        continue;
      answer = sceau_survey_answer_new ();
      answer->enrolment_id = decision->enrolment_id;
      answer->horizon = 6;
      answer->situation = invent_situation (demo->random);
      answer->target_job
        = sceau_situation_is_employment (answer->situation) && g_rand_int_range (demo->random, 0, 8) > 0;
      answer->answered = sceau_date_new (2026, 11, 16);
      g_ptr_array_add (answers, answer);
    }
  return answers->len == 0 || sceau_record_survey (demo->school, answers, demo->faults, error);
}

static gboolean
attest_partial_blocks (SceauDemo *demo, GPtrArray *people, const SceauDemoReferential *referential, GError **error)
{
  const SceauDemoPerson *person = sceau_demo_find_story (people, SCEAU_DEMO_VAE_PARTIAL);
  const SceauBlock *block = g_ptr_array_index (referential->certification->blocks, 1);
  SceauAttestation attestation = { .paper = SCEAU_PAPER_BLOCK_ATTESTATION, .delivered = sceau_date_new (2026, 5, 20) };
  const char *name = "RNCP41445-attestation-de-bloc-VAE.pdf";
  g_autofree char *path = sceau_demo_path (demo, name);

  if (person == NULL)
    return TRUE;
  attestation.learner_number = person->learner->number;
  attestation.block_code = block->code;
  if (!sceau_issue_attestation_by (demo->school, &attestation, demo->signer, path, demo->faults, error))
    return FALSE;
  sceau_demo_add_file (demo, name, _("the attestation of one block, for a VAE candidate with a partial result"));
  return TRUE;
}

static gboolean
duplicate_first (SceauDemo *demo, GError **error)
{
  const char *name = "RNCP41445-duplicata.pdf";
  g_autofree char *path = sceau_demo_path (demo, name);
  g_autofree char *number = sceau_certificate_format_number (2026, 1);
  const SceauRegisterAct asked = { .reason = (char *) "Déclaration de perte du 02/10/2026, cas fictif",
                                   .person = (char *) "La personne titulaire, cas fictif" };

  if (!sceau_duplicate_certificate_by (demo->school, number, path, &asked, demo->signer, error))
    return FALSE;
  sceau_demo_add_file (demo, name, _("a duplicate, marked as such, with the number of the original"));
  return TRUE;
}

static gboolean
export_statistics (SceauDemo *demo, GError **error)
{
  const char *name = "RNCP41445-statistiques.csv";
  g_autofree char *path = sceau_demo_path (demo, name);

  if (!sceau_export_statistics (demo->school, RNCP, sceau_date_new (2026, 11, 20), path, error))
    return FALSE;
  sceau_demo_add_file (demo, name, _("the table of the fiche: certified people and insertion rates, with their terms"));
  return TRUE;
}

/* One place is left under the ceiling of a + b, so that the quota shows at work; with a written exception somebody is
 * beyond it. */
static void
fill_quotas (SceauDemoCast *cast)
{
  int places = (int) cast->n * 40 / 100;
  int used = cast->exception != NULL ? places + 1 : MAX (places - 1, 0);

  cast->derogations_b = MIN (used / 3, (int) cast->n * 30 / 100);
  cast->derogations_a = used - cast->derogations_b;
}

/* The quotas hold while enrolling, once the school says how many it expects. */
static gboolean
plan_number (SceauDemo *demo, const char *name, guint n, GError **error)
{
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find_by_name (demo->school, RNCP, name, error);

  if (cohort == NULL)
    return FALSE;
  cohort->planned_learners = (int) n;
  return sceau_amend_cohort (demo->school, cohort, demo->faults, error);
}

static gboolean
begin_cohort (SceauDemo *demo, SceauDemoCast *cast, const SceauDemoReferential *referential, const char *name, SceauDate end,
              const char *roster, const char *purpose, GPtrArray **people, GError **error)
{
  sceau_demo_set_day (demo, cast->start);
  if (sceau_open_cohort (demo->school, RNCP, name, cast->start, end, 0, demo->faults, error) == 0
      || !plan_number (demo, name, cast->n, error))
    return FALSE;
  fill_quotas (cast);
  *people = sceau_demo_cast_people (cast, demo->random);
  return sceau_demo_enrol (demo, *people, referential->certification, name, roster, purpose, error);
}

static const SceauRoute rncp_routes[] = {
  SCEAU_ROUTE_INITIAL,
  SCEAU_ROUTE_APPRENTICESHIP,
  SCEAU_ROUTE_CONTINUING,
  SCEAU_ROUTE_PROFESSIONALISATION,
};

/* One whom an appeal proved right gets the parchemin by the session that mended the decision. */
static gboolean
issue_rectified (SceauDemo *demo, gint64 rectifying, GError **error)
{
  const SceauDate day = sceau_date_new (2026, 7, 1);
  guint n;

  sceau_demo_set_day (demo, day);
  return rectifying == 0
         || issue (demo, rectifying, day, "RNCP41445-parchemin-apres-recours", "RNCP41445-parchemin-apres-recours.pdf", &n, error);
}

static gboolean
judge_past (SceauDemo *demo, GPtrArray *people, const SceauDemoReferential *referential, GError **error)
{
  const SceauDate delivery = sceau_date_new (2026, 5, 20);
  gint64 session, rectifying;
  guint issued;

  session = sceau_demo_hold_jury (demo, people, PAST_COHORT, error);
  if (session == 0 || !sceau_demo_notify (demo, session, error))
    return FALSE;
  sceau_demo_set_day (demo, delivery);
  if (!issue (demo, session, delivery, "RNCP41445-parchemins", "RNCP41445-parchemins-a-imprimer.pdf", &issued, error)
      || !attest_partial_blocks (demo, people, referential, error)
      || !sceau_demo_hear_appeals (demo, session, people, &rectifying, error)
      || !issue_rectified (demo, rectifying, error) || !sceau_demo_file_session (demo, session, error))
    return FALSE;
  sceau_demo_set_day (demo, sceau_date_new (2026, 10, 5));
  if (issued > 0 && !duplicate_first (demo, error))
    return FALSE;
  sceau_demo_set_day (demo, sceau_date_new (2026, 11, 20));
  return survey_certified (demo, session, error) && export_statistics (demo, error);
}

/* Both sessions of the past cohort, on paper and in the file. */
static gboolean
mark_past (SceauDemo *demo, GPtrArray *people, const SceauDemoReferential *referential, GError **error)
{
  sceau_demo_set_day (demo, sceau_date_new (2026, 4, 17));
  if (!sceau_demo_mark_by_hand (demo, people, PAST_COHORT, error)
      || !record_results (demo, people, referential, PAST_COHORT, 1, TRUE, "RNCP41445-resultats-2025-2026.csv",
                          _("its marks at the first session, with absences and a dispense"), error))
    return FALSE;
  sceau_demo_set_day (demo, sceau_date_new (2026, 4, 20));
  if (!sceau_demo_submit_sheets (demo, referential, PAST_COHORT, error))
    return FALSE;
  sceau_demo_set_day (demo, sceau_date_new (2026, 4, 27));
  return record_results (demo, people, referential, PAST_COHORT, 2, TRUE, "RNCP41445-rattrapage-2025-2026.csv",
                         _("the marks of the retake; the first ones stay"), error);
}

gboolean
sceau_demo_play_past (SceauDemo *demo, GError **error)
{
  SceauDemoCast cast = { "25-", demo->learners, TRUE, rncp_routes, G_N_ELEMENTS (rncp_routes), 0, 0,
                         sceau_date_new (2025, 10, 27), TRUE, NULL };
  g_auto (SceauDemoReferential) referential = { NULL };
  g_autoptr (GPtrArray) people = NULL;

  if (cast.n >= SCEAU_N_DEMO_STORIES)
    cast.exception = "Douze ans d’exploitation d’un centre de supervision, accord écrit de la direction des programmes (cas fictif)";
  sceau_demo_set_day (demo, cast.start);
  return import_shipped (demo, RNCP, error) && load_referential (demo, RNCP, &referential, error)
         && sceau_demo_refine_plan (demo, &referential, error)
         && begin_cohort (demo, &cast, &referential, PAST_COHORT, sceau_date_new (2026, 5, 29),
                          "RNCP41445-apprenants-2025-2026.csv",
                          _("the roster of the past cohort: every access route, and one derogation beyond the quota with its written exception"),
                          &people, error)
         && record_former_block (demo, people, &referential, error) && record_departures (demo, people, error)
         && sceau_demo_know_jurors (demo, people, error) && mark_past (demo, people, &referential, error)
         && judge_past (demo, people, &referential, error);
}

gboolean
sceau_demo_play_current (SceauDemo *demo, GError **error)
{
  SceauDemoCast cast = { "26-", demo->learners, TRUE, rncp_routes, G_N_ELEMENTS (rncp_routes), 0, 0,
                         sceau_date_new (2026, 6, 1), TRUE, NULL };
  const SceauDate jury_day = sceau_date_new (2026, 12, 15);
  g_auto (SceauDemoReferential) referential = { NULL };
  g_autoptr (GPtrArray) people = NULL;

  return load_referential (demo, RNCP, &referential, error)
         && begin_cohort (demo, &cast, &referential, CURRENT_COHORT, sceau_date_new (2026, 12, 18),
                          "RNCP41445-apprenants-2026.csv", _("the roster of the cohort that goes before its jury"),
                          &people, error)
         && sceau_demo_mark_by_hand (demo, people, CURRENT_COHORT, error)
         && record_results (demo, people, &referential, CURRENT_COHORT, 1, FALSE, "RNCP41445-resultats-2026.csv",
                            _("its marks so far: the theses are still to be defended"), error)
         && sceau_demo_submit_sheet (demo, CURRENT_COHORT, "BC01-EC1", 1, error)
         && sceau_plan_jury (demo->school, RNCP, CURRENT_COHORT, jury_day, PLACE, demo->faults, error) != 0;
}
