/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jury-fixture.h"

#include <string.h>

#include "sceau-enrolment-table.h"
#include "sceau-jury-table.h"
#include "sceau-keep-school.h"
#include "sceau-learner-table.h"
#include "sceau-record-results.h"
#include "sceau-result-table.h"

static const char *const modalities[] = { "BC01-EC1", "BC01-MSP1", "BC02-TP1", "BC02-EC1", "BC02-MSP1", "BC02-MSP2",
                                          "BC03-TP1", "BC03-EC1",  "BC03-TP2", "BC04-EC1", "BC04-EC2",  "THESE" };

/* Invented people. */
static const struct
{
  const char *name, *function, *employer;
  gboolean internal;
  SceauSex sex;
} people[] = {
  { "Claire DUMONT", "Directrice des programmes", "École fictive du Nord", TRUE, SCEAU_SEX_FEMALE },
  { "Paul MERCIER", "Directeur", "École fictive du Nord", TRUE, SCEAU_SEX_MALE },
  { "Inès ROUX", "RSSI", "Alpha Exemple SA", FALSE, SCEAU_SEX_FEMALE },
  { "Marc PETIT", "Architecte sécurité", "Bêta Exemple SAS", FALSE, SCEAU_SEX_MALE },
  { "Łucja NOWAK", "Consultante", "Gamma Exemple SARL", FALSE, SCEAU_SEX_FEMALE },
};

static void
become_certifier (SceauJuryFixture *self)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_identity_new ();
  g_autoptr (GError) error = NULL;

  identity->name = g_strdup ("INSTITUT MINES TELECOM - IMT NORD EUROPE");
  identity->siret = g_strdup ("18009202500139");
  identity->city = g_strdup ("Villeneuve-d’Ascq");
  identity->signatory = g_strdup ("Anne FICTIVE");
  identity->signatory_title = g_strdup ("Directrice");
  sceau_edit_identity (self->school, identity, self->base->faults, &error);
  g_assert_no_error (error);
}

static void
add_jurors (SceauJuryFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const SceauJuror juror = {
        .name = (char *) people[i].name,
        .function = (char *) people[i].function,
        .employer = (char *) people[i].employer,
        .internal = people[i].internal,
        .sex = people[i].sex,
      };
      g_autoptr (GError) error = NULL;

      self->jurors[i] = sceau_add_juror (self->school, &juror, self->base->faults, &error);
      g_assert_no_error (error);
      g_assert_cmpint (self->jurors[i], >, 0);
    }
}

static void
record_marks (SceauJuryFixture *self, gint64 enrolment_id)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (modalities); i++)
    g_ptr_array_add (results, sceau_result_new (enrolment_id, modalities[i], 1, (SceauMark) { SCEAU_MARK_VALUE, 1250 }));
  sceau_record_results (self->school, results, NULL, &error);
  g_assert_no_error (error);
}

static void
fill_one (SceauJuryFixture *self, guint number)
{
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (GError) error = NULL;

  learner->number = g_strdup_printf ("M%05u", number);
  learner->birth_name = g_strdup_printf ("MARTIN %u", number);
  learner->first_name = g_strdup ("Camille");
  learner->sex = SCEAU_SEX_FEMALE;
  learner->birth_date = sceau_date_new (1994, 3, 7);
  sceau_learner_table_insert (self->school, learner, &error);
  g_assert_no_error (error);
  enrolment->learner_id = learner->id;
  enrolment->cohort_id = self->cohort_id;
  enrolment->certification_code = g_strdup (SCEAU_FIXTURE_CODE);
  enrolment->route = SCEAU_ROUTE_CONTINUING;
  enrolment->entry = sceau_date_new (2026, 1, 5);
  enrolment->company_start = sceau_date_new (2026, 3, 1);
  enrolment->company_end = sceau_date_new (2026, 8, 1);
  sceau_enrolment_table_insert (self->school, enrolment, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (modalities); i++)
    {
      g_autoptr (SceauResult) result
          = sceau_result_new (enrolment->id, modalities[i], 1, (SceauMark) { SCEAU_MARK_VALUE, 1100 + 100 * (gint32) (number % 5) });

      sceau_result_table_save (self->school, result, &error);
      g_assert_no_error (error);
    }
}

void
sceau_jury_fixture_fill (SceauJuryFixture *self, guint learners)
{
  g_assert_true (sceau_school_begin (self->school, NULL));
  for (guint i = 1; i <= learners; i++)
    fill_one (self, i);
  g_assert_true (sceau_school_commit (self->school, NULL));
}

void
sceau_jury_fixture_add (SceauJuryFixture *self, SceauRoute route, SceauAdmission admission, const char *company)
{
  g_autoptr (SceauLearner) learner = sceau_learner_new ();
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_new ();
  g_autoptr (GError) error = NULL;
  guint number = self->enrolments->len + 1;

  learner->number = g_strdup_printf ("A%03u", number);
  learner->birth_name = g_strdup_printf ("LEFÈVRE-%c%c", 'A' + (int) (number / 26), 'A' + (int) (number % 26));
  learner->first_name = g_strdup ("Zoé");
  learner->sex = SCEAU_SEX_FEMALE;
  learner->birth_date = sceau_date_new (1994, 3, 7);
  learner->birth_commune = g_strdup ("31555");
  learner->birth_place = g_strdup ("Toulouse");
  enrolment->route = route;
  enrolment->admission = admission;
  enrolment->entry = sceau_date_new (2026, 1, 5);
  enrolment->company_start = sceau_date_new (2026, 3, 1);
  enrolment->company_end = sceau_date_new (2026, 8, 1);
  enrolment->company = g_strdup (company);
  sceau_enrol_learner (self->school, learner, enrolment, self->cohort_id, self->base->faults, &error);
  g_assert_no_error (error);
  g_array_append_val (self->enrolments, enrolment->id);
  record_marks (self, enrolment->id);
  sceau_workflow_fixture_forget_faults (self->base);
}

SceauJuryFixture *
sceau_jury_fixture_new (guint learners)
{
  SceauJuryFixture *self = g_new0 (SceauJuryFixture, 1);

  self->base = sceau_workflow_fixture_new_with_cohort (&self->cohort_id);
  self->school = self->base->school;
  self->enrolments = g_array_new (FALSE, FALSE, sizeof (gint64));
  become_certifier (self);
  add_jurors (self);
  for (guint i = 0; i < learners; i++)
    sceau_jury_fixture_add (self, SCEAU_ROUTE_CONTINUING, SCEAU_ADMISSION_NORMAL, NULL);
  return self;
}

void
sceau_jury_fixture_free (SceauJuryFixture *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->enrolments);
  sceau_workflow_fixture_free (self->base);
  g_free (self);
}

void
sceau_jury_fixture_mark (SceauJuryFixture *self, guint index, const char *modality, int hundredths)
{
  const SceauMark mark = { hundredths < 0 ? SCEAU_MARK_BLANK : SCEAU_MARK_VALUE, MAX (hundredths, 0) };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (results, sceau_result_new (g_array_index (self->enrolments, gint64, index), modality, 1, mark));
  sceau_record_results (self->school, results, NULL, &error);
  g_assert_no_error (error);
}

void
sceau_jury_fixture_fail_block (SceauJuryFixture *self, guint index)
{
  sceau_jury_fixture_mark (self, index, "BC04-EC1", 800);
  sceau_jury_fixture_mark (self, index, "BC04-EC2", 800);
}

/* One step; the session was in the state before. */
static void
advance (SceauJuryFixture *self, gint64 id, SceauSessionState to, GError **error)
{
  switch (to)
    {
    case SCEAU_SESSION_CONVENED:
      sceau_convene_jury (self->school, id, self->jurors, 5, self->jurors[1], self->base->faults, error);
      break;
    case SCEAU_SESSION_OPEN:
      if (sceau_open_jury (self->school, id, self->jurors, 5, NULL, self->base->faults, error))
        sceau_propose_decisions (self->school, id, NULL, NULL, error);
      break;
    case SCEAU_SESSION_DELIBERATED:
      sceau_accept_proposals (self->school, id, NULL, error);
      break;
    case SCEAU_SESSION_SEALED:
      sceau_seal_jury (self->school, id, self->base->faults, NULL, NULL, error);
      break;
    case SCEAU_SESSION_PREPARATION:
    default:
      g_assert_not_reached ();
    }
}

gint64
sceau_jury_fixture_bring (SceauJuryFixture *self, SceauSessionState state)
{
  g_autoptr (GError) error = NULL;
  gint64 id = sceau_plan_jury (self->school, SCEAU_FIXTURE_CODE, SCEAU_FIXTURE_COHORT, sceau_date_new (2026, 11, 20),
                               "Villeneuve-d’Ascq", self->base->faults, &error);

  g_assert_no_error (error);
  for (int to = SCEAU_SESSION_CONVENED; to <= (int) state; to++)
    {
      advance (self, id, (SceauSessionState) to, &error);
      g_assert_no_error (error);
    }
  sceau_workflow_fixture_forget_faults (self->base);
  return id;
}

gboolean
sceau_jury_fixture_decide (SceauJuryFixture *self, gint64 session_id, const char *learner, SceauOutcome outcome,
                           const char *const *blocks, const char *reason, GError **error)
{
  const SceauVerdict verdict = {
    .learner_number = learner,
    .outcome = outcome,
    .blocks = blocks,
    .reason = reason,
    .votes_for = -1,
    .votes_against = -1,
    .votes_abstain = -1,
  };

  return sceau_decide (self->school, session_id, &verdict, self->base->faults, error);
}

SceauSessionState
sceau_jury_fixture_state (SceauJuryFixture *self, gint64 session_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (self->school, session_id, &error);

  g_assert_no_error (error);
  return session->state;
}

char *
sceau_jury_fixture_take_faults (SceauJuryFixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sceau_faults_length (self->base->faults); i++)
    {
      g_autofree char *one = sceau_fault_to_string (sceau_faults_get (self->base->faults, i));

      g_string_append_printf (text, "%s\n", one);
    }
  sceau_workflow_fixture_forget_faults (self->base);
  return g_string_free (text, FALSE);
}

void
sceau_jury_fixture_assert_said (SceauJuryFixture *self, GError **error, const char *words)
{
  g_autofree char *faults = sceau_jury_fixture_take_faults (self);
  g_autofree char *all = g_strconcat (*error != NULL ? (*error)->message : "", "\n", faults, NULL);

  g_assert_nonnull (*error);
  sceau_assert_contains (all, words);
  g_clear_error (error);
}

char *
sceau_pdf_words (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *output = NULL;
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                               NULL, NULL));
  words = g_regex_split_simple ("[\\s\\x{a0}]+", output, 0, 0);
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sceau_jury_fixture_rename (SceauJuryFixture *self, guint index)
{
  g_autofree char *number = g_strdup_printf ("A%03u", index + 1);
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (self->school, number, NULL);
  g_autoptr (GError) error = NULL;

  g_free (learner->birth_name);
  learner->birth_name = g_strdup ("王");
  sceau_edit_learner (self->school, learner, self->base->faults, &error);
  g_assert_no_error (error);
  sceau_workflow_fixture_forget_faults (self->base);
}
