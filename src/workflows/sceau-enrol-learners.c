/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrol-learners.h"

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-cohort-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-learner-table.h"
#include "sceau-text.h"

/* Cohorts ------------------------------------------------------------------ */

static void
check_period (const SceauCohort *cohort, const SceauCertification *certification, SceauFaults *faults)
{
  SceauDate opens = sceau_certification_registration_start (certification);
  g_autofree char *start = sceau_date_format_iso (cohort->start);
  g_autofree char *end = sceau_date_format_iso (cohort->end);

  if (cohort->start == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "start", NULL, _("The cohort has no first day."), _("Give the day on which it starts."));
  if (cohort->end == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "end", NULL, _("The cohort has no last day."), _("Give the day on which it ends."));
  if (cohort->start != SCEAU_NO_DATE && cohort->end != SCEAU_NO_DATE && cohort->end < cohort->start)
    sceau_faults_add_field (faults, "end", end, _("The cohort ends before it starts."), _("Correct one of the two days."));
  if (cohort->start != SCEAU_NO_DATE && opens != SCEAU_NO_DATE && cohort->start < opens)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "start", start, _("The cohort starts before the registration of the fiche."),
                      _("Whoever enters before it cannot claim this registration."));
  if (certification->registration_end != SCEAU_NO_DATE && cohort->start > certification->registration_end)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "start", start, _("The cohort starts after the end of the registration."),
                      _("Import the fiche that replaces it."));
}

static gboolean
check_cohort (SceauSchool *school, const SceauCohort *cohort, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, cohort->certification_code, error);
  g_autoptr (GPtrArray) cohorts = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (certification == NULL)
    return FALSE;
  cohorts = sceau_cohort_table_list (school, cohort->certification_code, error);
  if (cohorts == NULL)
    return FALSE;

  check_period (cohort, certification, faults);
  if (cohort->name == NULL)
    sceau_faults_add_field (faults, "name", NULL, _("The cohort has no name."), _("Give it one, such as “2026 A”."));
  for (guint i = 0; cohort->name != NULL && i < cohorts->len; i++)
    {
      const SceauCohort *other = g_ptr_array_index (cohorts, i);

      if (sceau_text_same (other->name, cohort->name))
        sceau_faults_add_field (faults, "name", cohort->name, _("The certification has a cohort with this name already."),
                                _("Give another name."));
    }
  return !sceau_faults_refuse (faults, known, error);
}

gint64
sceau_open_cohort (SceauSchool *school, const char *certification_code, const char *name, SceauDate start, SceauDate end,
                   SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCohort) cohort = sceau_cohort_new ();
  g_autofree char *subject = NULL;

  cohort->certification_code = g_strdup (certification_code);
  cohort->name = sceau_text_normalise (name);
  cohort->start = start;
  cohort->end = end;

  if (!sceau_transaction_begin (&transaction, school, error) || !check_cohort (school, cohort, faults, error))
    return 0;
  if (!sceau_cohort_table_insert (school, cohort, error))
    return 0;
  subject = g_strdup_printf ("cohort %s of %s", cohort->name, certification_code);
  if (!sceau_journal_record (school, "cohort.open", subject, NULL, sceau_json_from_cohort (cohort), error) ||
      !sceau_transaction_commit (&transaction, error))
    return 0;
  return cohort->id;
}

/* One learner -------------------------------------------------------------- */

/* What a person typed, as it is kept: trimmed and composed; an empty field is NULL. */
static void
normalise (char **text)
{
  char *normal = sceau_text_normalise (*text);

  g_free (*text);
  *text = normal;
}

static void
normalise_learner (SceauLearner *learner)
{
  normalise (&learner->number);
  normalise (&learner->birth_name);
  normalise (&learner->usage_name);
  normalise (&learner->first_name);
  normalise (&learner->other_names);
  normalise (&learner->birth_commune);
  normalise (&learner->birth_place);
  normalise (&learner->birth_country);
  normalise (&learner->email);
}

static gboolean
journal_enrolment (SceauSchool *school, const SceauLearner *learner, const SceauEnrolment *enrolment, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("learner %s", learner->number);
  JsonObject *after = json_object_new ();

  json_object_set_object_member (after, "learner", sceau_json_from_learner (learner));
  json_object_set_object_member (after, "enrolment", sceau_json_from_enrolment (enrolment));
  return sceau_journal_record (school, "learner.enrol", subject, NULL, after, error);
}

gboolean
sceau_enrol_learner (SceauSchool *school, SceauLearner *learner, SceauEnrolment *enrolment, gint64 cohort_id,
                     SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauEnrolDesk) desk = { NULL };
  g_autoptr (GArray) admissions = g_array_new (FALSE, FALSE, sizeof (SceauAdmission));
  guint known = sceau_faults_count_errors (faults);
  SceauEnrolVerdict verdict;
  SceauCohort *cohort;

  normalise_learner (learner);
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  if (cohort == NULL || !sceau_enrol_desk_open (&desk, school, cohort, faults, error))
    return FALSE;
  if (!sceau_enrol_desk_check (&desk, learner, enrolment, 0, &verdict, error))
    return FALSE;

  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  g_array_append_val (admissions, enrolment->admission);
  return sceau_enrol_desk_warn_quotas (&desk, admissions, error) &&
         sceau_enrol_desk_write (&desk, learner, enrolment, error) &&
         journal_enrolment (school, learner, enrolment, error) &&
         sceau_transaction_commit (&transaction, error);
}

/* A number names one person for ever: another learner's cannot be taken over. */
static gboolean
check_number (SceauSchool *school, const SceauLearner *before, const SceauLearner *after, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauLearner) other = NULL;
  g_autoptr (GError) local = NULL;

  if (after->number == NULL || g_strcmp0 (before->number, after->number) == 0)
    return TRUE;
  other = sceau_learner_table_find_by_number (school, after->number, &local);
  if (other != NULL)
    sceau_faults_add_field (faults, "number", after->number, _("Another learner has this number."), _("Give a number that is free."));
  else if (!g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

gboolean
sceau_edit_learner (SceauSchool *school, const SceauLearner *learner, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauLearner) after = sceau_learner_copy (learner);
  g_autoptr (SceauLearner) before = NULL;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);

  normalise_learner (after);
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_learner_by_id (school, learner->id, error);
  if (before == NULL || !check_number (school, before, after, faults, error))
    return FALSE;
  sceau_learner_check (after, 0, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  if (sceau_json_same (sceau_json_from_learner (before), sceau_json_from_learner (after)))
    return TRUE;

  subject = g_strdup_printf ("learner %s", before->number);
  return sceau_learner_table_update (school, after, error) &&
         sceau_journal_record (school, "learner.edit", subject, sceau_json_from_learner (before), sceau_json_from_learner (after), error) &&
         sceau_transaction_commit (&transaction, error);
}

/* Whoever a sealed decision certified has nothing left to withdraw from. */
static gboolean
check_withdrawal (SceauSchool *school, const SceauEnrolment *enrolment, GError **error)
{
  g_autoptr (SceauDecision) decision = NULL;
  g_autoptr (GError) local = NULL;

  if (enrolment->state == SCEAU_ENROLMENT_WITHDRAWN)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("%s has already withdrawn."), enrolment->learner_name);
      return FALSE;
    }
  decision = sceau_decision_table_find_in_force (school, enrolment->id, &local);
  if (decision == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (decision != NULL && decision->outcome == SCEAU_OUTCOME_CERTIFIED)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("%s was certified by a sealed jury and can no longer withdraw."), enrolment->learner_name);
      return FALSE;
    }
  return TRUE;
}

gboolean
sceau_withdraw_learner (SceauSchool *school, gint64 enrolment_id, const char *reason, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autofree char *why = sceau_text_normalise (reason);
  g_autofree char *subject = NULL;
  JsonObject *before;
  JsonObject *after;

  if (why == NULL)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("A withdrawal needs its reason: it is kept in the journal."));
      return FALSE;
    }
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  enrolment = sceau_require_enrolment (school, enrolment_id, error);
  if (enrolment == NULL || !check_withdrawal (school, enrolment, error))
    return FALSE;

  before = sceau_json_from_enrolment (enrolment);
  enrolment->state = SCEAU_ENROLMENT_WITHDRAWN;
  after = sceau_json_from_enrolment (enrolment);
  sceau_json_set_text (after, "reason", why);
  subject = g_strdup_printf ("learner %s", enrolment->learner_number);
  return sceau_journal_record (school, "learner.withdraw", subject, before, after, error) &&
         sceau_enrolment_table_update (school, enrolment, error) &&
         sceau_transaction_commit (&transaction, error);
}

/* Acquired blocks ---------------------------------------------------------- */

static gboolean
check_block (SceauSchool *school, const SceauAcquiredBlock *block, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauCertification) certification = sceau_require_certification (school, block->certification_code, error);
  g_autoptr (GPtrArray) held = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (certification == NULL)
    return FALSE;
  held = sceau_acquired_block_table_list_by_learner (school, block->learner_id, block->certification_code, error);
  if (held == NULL)
    return FALSE;

  sceau_check_acquired_block (block, certification, sceau_school_today (school), 0, faults);
  for (guint i = 0; i < held->len; i++)
    {
      const SceauAcquiredBlock *other = g_ptr_array_index (held, i);

      if (g_strcmp0 (other->block_code, block->block_code) == 0)
        sceau_faults_add_field (faults, "block", block->block_code, _("The learner has acquired this block already."),
                                _("There is nothing to add: a block once acquired stays acquired."));
    }
  return !sceau_faults_refuse (faults, known, error);
}

gboolean
sceau_record_acquired_block (SceauSchool *school, const SceauAcquiredBlock *block, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauLearner) learner = NULL;
  g_autofree char *subject = NULL;
  SceauAcquiredBlock stored = *block;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  learner = sceau_require_learner_by_id (school, block->learner_id, error);
  if (learner == NULL || !check_block (school, block, faults, error))
    return FALSE;

  subject = g_strdup_printf ("learner %s", learner->number);
  return sceau_acquired_block_table_insert (school, &stored, error) &&
         sceau_journal_record (school, "block.acquire", subject, NULL, sceau_json_from_acquired_block (&stored), error) &&
         sceau_transaction_commit (&transaction, error);
}
