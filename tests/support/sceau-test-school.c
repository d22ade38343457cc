/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-test-school.h"

#include <glib/gstdio.h>

#include "sceau-acquired-block-table.h"
#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-minutes-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-table.h"
#include "sceau-text.h"

#define CODE "RNCP99901"

static const char *const modality_codes[] = { "BC01-EC1", "BC01-MSP", "BC02-EC1", "BC02-TP" };

/* 22 November 2026, 10:00 UTC, for ever. */
static gint64
stopped_clock (gpointer data)
{
  return G_GINT64_CONSTANT (1795341600) * G_USEC_PER_SEC;
}

static void
add_block (SceauCertification *certification, const char *code, const char *title)
{
  SceauBlock *block = sceau_block_new ();

  block->code = g_strdup (code);
  block->title = g_strdup (title);
  g_ptr_array_add (block->competences, g_strdup ("Analyser une situation inventée"));
  g_ptr_array_add (block->competences, g_strdup ("En rendre compte à l’oral"));
  g_ptr_array_add (certification->blocks, block);
}

static void
add_certification (SceauTestSchool *self)
{
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  g_autoptr (GError) error = NULL;

  certification->register_kind = SCEAU_REGISTER_RNCP;
  certification->code = g_strdup (CODE);
  certification->title = g_strdup ("Expert inventé pour les essais");
  certification->active = TRUE;
  certification->level = 7;
  certification->partial_allowed = TRUE;
  certification->decision_date = sceau_date_new (2025, 1, 15);
  certification->registration_end = sceau_date_new (2030, 1, 15);
  certification->last_delivery = sceau_date_new (2034, 1, 14);
  add_block (certification, CODE "BC01", "Analyser");
  add_block (certification, CODE "BC02", "Construire");
  for (SceauRoute route = SCEAU_ROUTE_INITIAL; route < SCEAU_N_ROUTES; route++)
    {
      SceauAccessRoute *access = sceau_access_route_new (route);

      access->open = route != SCEAU_ROUTE_INDIVIDUAL;
      g_ptr_array_add (certification->routes, access);
    }
  SceauCertifier *certifier = sceau_certifier_new ();
  certifier->name = g_strdup ("École inventée");
  certifier->siret = g_strdup ("73282932000074");
  certifier->active = TRUE;
  g_ptr_array_add (certification->certifiers, certifier);
  sceau_certification_table_save (self->school, certification, NULL, &error);
  g_assert_no_error (error);
}

static void
add_plan (SceauTestSchool *self)
{
  g_autoptr (SceauPlan) plan = sceau_plan_new (CODE);
  g_autoptr (GError) error = NULL;
  SceauQuota *quota = sceau_quota_new ();

  for (guint i = 0; i < G_N_ELEMENTS (modality_codes); i++)
    {
      SceauModality *modality = sceau_modality_new ();

      modality->code = g_strdup (modality_codes[i]);
      modality->block_code = g_strdup (i < 2 ? CODE "BC01" : CODE "BC02");
      modality->title = g_strdup_printf ("Épreuve %u", i + 1);
      modality->type = i % 2 == 0 ? SCEAU_MODALITY_CASE_STUDY : SCEAU_MODALITY_PRACTICAL_WORK;
      modality->weight = 100;
      modality->scale = SCEAU_SCALE_TWENTY;
      modality->pass_mark = 1000;
      modality->floor = -1;
      g_ptr_array_add (plan->modalities, modality);
    }
  g_ptr_array_add (plan->block_rules, sceau_block_rule_new (CODE "BC01", SCEAU_BLOCK_RULE_ALL_PASSED, 0));
  g_ptr_array_add (plan->block_rules, sceau_block_rule_new (CODE "BC02", SCEAU_BLOCK_RULE_WEIGHTED_MEAN, 1000));
  quota->code = g_strdup ("a");
  quota->title = g_strdup ("Dérogation a");
  quota->admissions = 1u << SCEAU_ADMISSION_DEROGATION_A;
  quota->max_percent = 40;
  g_ptr_array_add (plan->quotas, quota);
  for (SceauRoute route = SCEAU_ROUTE_INITIAL; route < SCEAU_N_ROUTES; route++)
    {
      SceauJuryRule *rule = sceau_jury_rule_new (route);

      rule->members = 5;
      rule->internal = 2;
      rule->external = 3;
      rule->quorum = 3;
      g_ptr_array_add (plan->jury_rules, rule);
    }
  sceau_plan_table_save (self->school, plan, &error);
  g_assert_no_error (error);
}

static void
add_cohort (SceauTestSchool *self)
{
  g_autoptr (SceauCohort) cohort = sceau_cohort_new ();
  g_autoptr (GError) error = NULL;

  cohort->certification_code = g_strdup (CODE);
  cohort->name = g_strdup ("2025-2026");
  cohort->start = sceau_date_new (2025, 9, 1);
  cohort->end = sceau_date_new (2026, 9, 30);
  sceau_cohort_table_insert (self->school, cohort, &error);
  g_assert_no_error (error);
  self->cohort_id = cohort->id;
}

static void
add_learner (SceauTestSchool *self, int number)
{
  static const char *const names[] = { "Lefèvre", "Żółkiewska", "Nguyễn", "d’Aubigné", "Őszi", "Garçon" };
  static const char *const first_names[] = { "Zoé", "Łukasz", "Anaïs", "Noël", "Maëlys", "Çelik" };
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (GError) error = NULL;

  learner->number = g_strdup_printf ("A%03d", number);
  learner->sex = number % 2 == 0 ? SCEAU_SEX_MALE : SCEAU_SEX_FEMALE;
  learner->birth_name = g_strdup (names[number % G_N_ELEMENTS (names)]);
  learner->first_name = g_strdup (first_names[number % G_N_ELEMENTS (first_names)]);
  learner->birth_date = sceau_date_new (1995 + number % 8, 1 + number % 12, 1 + number % 28);
  learner->birth_commune = g_strdup ("75056");
  learner->birth_place = g_strdup ("Paris");
  sceau_learner_table_insert (self->school, learner, &error);
  g_assert_no_error (error);

  enrolment->learner_id = learner->id;
  enrolment->cohort_id = self->cohort_id;
  enrolment->certification_code = g_strdup (CODE);
  enrolment->route = number % 5 == 0 ? SCEAU_ROUTE_VAE : SCEAU_ROUTE_INITIAL;
  enrolment->entry = sceau_date_new (2025, 9, 1);
  sceau_enrolment_table_insert (self->school, enrolment, &error);
  g_assert_no_error (error);
  g_array_append_val (self->enrolments, enrolment->id);
}

static void
add_jurors (SceauTestSchool *self)
{
  static const char *const names[] = { "Alice INVENTÉE", "Bruno FICTIF", "Claire EXEMPLE", "David MODÈLE", "Emma ESSAI" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SceauJuror) juror = sceau_juror_new ();
      g_autoptr (GError) error = NULL;

      juror->name = g_strdup (names[i]);
      juror->function = g_strdup (i == 0 ? "Directrice des programmes" : "Responsable");
      juror->employer = g_strdup (i < 2 ? "École inventée" : "Entreprise inventée");
      juror->internal = i < 2;
      juror->sex = i % 2 == 0 ? SCEAU_SEX_FEMALE : SCEAU_SEX_MALE;
      sceau_juror_table_insert (self->school, juror, &error);
      g_assert_no_error (error);
      self->jurors[i] = juror->id;
    }
}

static void
begin (SceauTestSchool *self)
{
  g_autoptr (GError) error = NULL;

  sceau_school_begin (self->school, &error);
  g_assert_no_error (error);
}

static void
commit_as (SceauTestSchool *self, const char *verb, const char *subject, const char *after)
{
  g_autoptr (GError) error = NULL;

  sceau_journal_append (self->school, verb, subject, NULL, after, &error);
  g_assert_no_error (error);
  sceau_school_commit (self->school, &error);
  g_assert_no_error (error);
}

static void
commit (SceauTestSchool *self, const char *verb)
{
  commit_as (self, verb, CODE, "{\"made\":\"for a test\"}");
}

SceauTestSchool *
sceau_test_school_new (int learners)
{
  SceauTestSchool *self = g_new0 (SceauTestSchool, 1);
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autoptr (GError) error = NULL;

  identity->name = g_strdup ("École inventée");
  identity->siret = g_strdup ("73282932000074");
  identity->city = g_strdup ("Paris");
  identity->signatory = g_strdup ("Jeanne FICTIVE");
  identity->signatory_title = g_strdup ("Directrice");
  self->folder = g_dir_make_tmp ("sceau-school-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "école.sceau", NULL);
  self->school = sceau_school_create (self->path, identity, &error);
  g_assert_no_error (error);
  sceau_school_set_clock (self->school, stopped_clock, NULL, NULL);
  sceau_school_set_author (self->school, "secrétaire");
  self->certification_code = CODE;
  self->enrolments = g_array_new (FALSE, FALSE, sizeof (gint64));

  begin (self);
  add_certification (self);
  add_plan (self);
  add_cohort (self);
  for (int i = 1; i <= learners; i++)
    add_learner (self, i);
  add_jurors (self);
  commit (self, "school.test");
  return self;
}

void
sceau_test_school_free (SceauTestSchool *self)
{
  const char *name;

  if (self == NULL)
    return;
  sceau_school_close (self->school);
  g_array_unref (self->enrolments);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
sceau_test_school_add_results (SceauTestSchool *self)
{
  begin (self);
  for (guint i = 0; i < self->enrolments->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (modality_codes); j++)
      {
        SceauMark mark = { SCEAU_MARK_VALUE, 1200 + (gint32) (i * 4 + j) % 700 };
        g_autoptr (SceauResult) result
          = sceau_result_new (g_array_index (self->enrolments, gint64, i), modality_codes[j], 1, mark);
        g_autoptr (GError) error = NULL;

        sceau_result_table_save (self->school, result, &error);
        g_assert_no_error (error);
      }
  commit (self, "result.test");
}

gint64
sceau_test_school_add_late_learner (SceauTestSchool *self)
{
  SceauMark mark = { SCEAU_MARK_VALUE, 1350 };
  g_autoptr (SceauResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  begin (self);
  add_learner (self, (int) self->enrolments->len + 1);
  id = g_array_index (self->enrolments, gint64, self->enrolments->len - 1);
  result = sceau_result_new (id, modality_codes[0], 1, mark);
  sceau_result_table_save (self->school, result, &error);
  g_assert_no_error (error);
  commit (self, "learner.test");
  return id;
}

static void
add_verdict (SceauDecision *decision, const char *code)
{
  SceauBlockVerdict *verdict = g_new0 (SceauBlockVerdict, 1);

  verdict->block_code = g_strdup (code);
  verdict->state = SCEAU_BLOCK_ACQUIRED;
  verdict->how = SCEAU_ACQUISITION_JURY;
  verdict->mean = 1350;
  verdict->reason = g_strdup ("Toutes les épreuves sont réussies.");
  g_ptr_array_add (decision->proposal_blocks, verdict);
  g_ptr_array_add (decision->acquired_blocks, g_strdup (code));
}

static void
certify (SceauTestSchool *self, gint64 session_id, gint64 enrolment_id)
{
  g_autoptr (SceauDecision) decision = sceau_decision_new ();
  g_autoptr (GError) error = NULL;

  decision->session_id = session_id;
  decision->enrolment_id = enrolment_id;
  decision->proposal = SCEAU_OUTCOME_CERTIFIED;
  decision->proposal_reason = g_strdup ("Tous les blocs sont acquis.");
  decision->decided = TRUE;
  decision->outcome = SCEAU_OUTCOME_CERTIFIED;
  decision->votes_for = 5;
  decision->votes_against = 0;
  decision->votes_abstain = 0;
  add_verdict (decision, CODE "BC01");
  add_verdict (decision, CODE "BC02");
  sceau_decision_table_save (self->school, decision, &error);
  g_assert_no_error (error);
}

gint64
sceau_test_school_plan (SceauTestSchool *self)
{
  g_autoptr (SceauJurySession) session = sceau_jury_session_new ();
  g_autoptr (GError) error = NULL;

  session->certification_code = g_strdup (CODE);
  session->cohort_id = self->cohort_id;
  session->date = sceau_date_new (2026, 10, 15);
  session->place = g_strdup ("Paris");
  for (guint i = 0; i < G_N_ELEMENTS (self->jurors); i++)
    {
      SceauJuror *juror = sceau_juror_table_find (self->school, self->jurors[i], &error);
      SceauJuryMember *member = sceau_jury_member_new (juror);

      g_assert_no_error (error);
      member->president = i == 0;
      member->present = TRUE;
      g_ptr_array_add (session->members, member);
    }
  begin (self);
  sceau_jury_table_insert (self->school, session, &error);
  g_assert_no_error (error);
  commit (self, "jury.test");
  return session->id;
}

void
sceau_test_school_advance (SceauTestSchool *self, gint64 session_id, SceauSessionState to)
{
  g_autoptr (GError) error = NULL;

  begin (self);
  sceau_jury_table_advance (self->school, session_id, to, &error);
  g_assert_no_error (error);
  commit (self, "jury.test");
}

gint64
sceau_test_school_open (SceauTestSchool *self)
{
  gint64 id = sceau_test_school_plan (self);

  begin (self);
  for (guint i = 0; i < self->enrolments->len; i++)
    certify (self, id, g_array_index (self->enrolments, gint64, i));
  commit (self, "jury.test");
  sceau_test_school_advance (self, id, SCEAU_SESSION_CONVENED);
  sceau_test_school_advance (self, id, SCEAU_SESSION_OPEN);
  return id;
}

gint64
sceau_test_school_deliberate (SceauTestSchool *self)
{
  gint64 id = sceau_test_school_open (self);

  sceau_test_school_advance (self, id, SCEAU_SESSION_DELIBERATED);
  return id;
}

gint64
sceau_test_school_seal (SceauTestSchool *self)
{
  gint64 session_id = sceau_test_school_deliberate (self);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7 minutes", 16);
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *after = NULL;

  begin (self);
  for (guint i = 0; i < self->enrolments->len; i++)
    for (int block = 1; block <= 2; block++)
      {
        g_autoptr (SceauEnrolment) enrolment
          = sceau_enrolment_table_find (self->school, g_array_index (self->enrolments, gint64, i), &error);
        g_autoptr (SceauAcquiredBlock) acquired = sceau_acquired_block_new ();

        g_assert_no_error (error);
        acquired->learner_id = enrolment->learner_id;
        acquired->certification_code = g_strdup (CODE);
        acquired->block_code = g_strdup_printf (CODE "BC%02d", block);
        acquired->kind = SCEAU_ACQUISITION_JURY;
        acquired->date = sceau_date_new (2026, 10, 15);
        acquired->session_id = session_id;
        sceau_acquired_block_table_insert (self->school, acquired, &error);
        g_assert_no_error (error);
      }
  seal = sceau_jury_table_seal (self->school, session_id, &error);
  g_assert_no_error (error);
  sceau_minutes_table_insert (self->school, session_id, pdf, &sha256, &error);
  g_assert_no_error (error);
  subject = g_strdup_printf ("jury %" G_GINT64_FORMAT, session_id);
  after = g_strdup_printf ("{\"minutes\":\"%s\"}", sha256);
  commit_as (self, "jury.seal", subject, after);
  return session_id;
}

char *
sceau_test_school_issue (SceauTestSchool *self, gint64 session_id, gint64 enrolment_id)
{
  g_autoptr (SceauCertificate) certificate = sceau_certificate_new ();
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7 invented", 17);
  g_autoptr (GError) error = NULL;

  begin (self);
  enrolment = sceau_enrolment_table_find (self->school, enrolment_id, &error);
  g_assert_no_error (error);
  certificate->year = 2026;
  certificate->sequence = sceau_certificate_table_next_sequence (self->school, 2026, &error);
  g_assert_no_error (error);
  certificate->number = sceau_certificate_format_number (certificate->year, certificate->sequence);
  certificate->enrolment_id = enrolment_id;
  certificate->session_id = session_id;
  certificate->learner_number = g_strdup (enrolment->learner_number);
  certificate->learner_name = g_strdup (enrolment->learner_name);
  certificate->certification_code = g_strdup (CODE);
  certificate->decided = sceau_date_new (2026, 10, 15);
  certificate->delivered = sceau_date_new (2026, 11, 2);
  certificate->place = g_strdup ("Paris");
  certificate->sha256 = sceau_sha256 (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  sceau_certificate_table_insert (self->school, certificate, pdf, &error);
  g_assert_no_error (error);
  commit (self, "certificate.test");
  return g_steal_pointer (&certificate->number);
}

void
sceau_test_school_leave (SceauTestSchool *fixture, guint index, SceauEnrolmentState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (fixture->school, g_array_index (fixture->enrolments, gint64, index), &error);

  enrolment->state = state;
  enrolment->state_since = sceau_date_new (2026, 2, 3);
  g_free (enrolment->state_reason);
  enrolment->state_reason = g_strdup ("Raison inventée");
  enrolment->hearing = state == SCEAU_ENROLMENT_EXCLUDED ? sceau_date_new (2026, 2, 1) : SCEAU_NO_DATE;
  g_assert_true (sceau_enrolment_table_update (fixture->school, enrolment, &error));
  g_assert_no_error (error);
}
