/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-plan-table.h"
#include "sceau-text.h"

/* Whoever a sealed decision certified has nothing left to leave, and who has left once must come back first; somebody
 * who only interrupted may still give up, or be excluded. */
static gboolean
check_may_leave (SceauSchool *school, const SceauEnrolment *enrolment, GError **error)
{
  g_autoptr (SceauDecision) decision = NULL;

  if (enrolment->state == SCEAU_ENROLMENT_WITHDRAWN)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("%s has already withdrawn."), enrolment->learner_name);
      return FALSE;
    }
  if (enrolment->state == SCEAU_ENROLMENT_EXCLUDED)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("%s has already been excluded."), enrolment->learner_name);
      return FALSE;
    }
  if (!sceau_find_decision_in_force (school, enrolment->id, &decision, error))
    return FALSE;
  if (decision != NULL && decision->outcome == SCEAU_OUTCOME_CERTIFIED)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("%s was certified by a sealed jury and can no longer leave."), enrolment->learner_name);
      return FALSE;
    }
  return TRUE;
}

static void
check_day (const SceauEnrolment *enrolment, SceauDate since, SceauDate today, SceauFaults *faults)
{
  g_autofree char *day = sceau_date_format_iso (since);

  if (since == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "date", NULL, _("The day on which the learner left is missing."), _("Give the day of the departure."));
  else if (since > today)
    sceau_faults_add_field (faults, "date", day, _("The departure would be in the future."), _("Record it when the day has come."));
  else if (enrolment->entry != SCEAU_NO_DATE && since < enrolment->entry)
    sceau_faults_add_field (faults, "date", day, _("The learner would leave before having entered."), _("Check the day, and that of the entry."));
  else if (enrolment->state_since != SCEAU_NO_DATE && since < enrolment->state_since)
    sceau_faults_add_field (faults, "date", day, _("The learner had not interrupted yet on that day."), _("Check the day of the departure."));
}

/* Nobody is excluded for fraud without having been heard. */
static void
check_hearing (const SceauEnrolment *enrolment, const SceauDeparture *departure, SceauFaults *faults)
{
  g_autofree char *day = sceau_date_format_iso (departure->hearing);

  if (departure->state != SCEAU_ENROLMENT_EXCLUDED)
    {
      if (departure->hearing != SCEAU_NO_DATE)
        sceau_faults_add_field (faults, "hearing", day, _("Only somebody who is excluded was heard."), _("Leave the hearing out, or record an exclusion."));
      return;
    }
  if (departure->hearing == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "hearing", NULL, _("Nobody is excluded without having been heard."), _("Give the day of the hearing."));
  else if (departure->since != SCEAU_NO_DATE && departure->hearing > departure->since)
    sceau_faults_add_field (faults, "hearing", day, _("The hearing would come after the exclusion."), _("Give the day of the hearing that came before."));
  else if (enrolment->entry != SCEAU_NO_DATE && departure->hearing < enrolment->entry)
    sceau_faults_add_field (faults, "hearing", day, _("The hearing would come before the entry of the learner."), _("Check the day of the hearing."));
}

static gboolean
check_departure (SceauSchool *school, const SceauEnrolment *enrolment, const SceauDeparture *departure, char **reason,
                 SceauFaults *faults, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  if (departure->state == SCEAU_ENROLMENT_ACTIVE)
    sceau_faults_add_field (faults, "state", NULL, _("A departure is a withdrawal, an interruption or an exclusion."), _("Say which one it is."));
  else if (departure->state == enrolment->state)
    sceau_faults_add_field (faults, "state", NULL, _("The learner has interrupted already."), _("Record the return, or the withdrawal."));
  *reason = sceau_take_note (departure->reason, "reason", _("A departure needs its reason: it is kept."), _("Give it in a few words."), faults);
  check_day (enrolment, departure->since, sceau_school_today (school), faults);
  check_hearing (enrolment, departure, faults);
  return !sceau_faults_refuse (faults, known, error);
}

static gboolean
write_state (SceauSchool *school, const SceauEnrolment *enrolment, const char *verb, JsonObject *before, const char *reason, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("learner %s", enrolment->learner_number);
  JsonObject *after = sceau_json_from_enrolment (enrolment);

  sceau_json_set_text (after, "reason", reason);
  return sceau_journal_record (school, verb, subject, before, after, error) && sceau_enrolment_table_update (school, enrolment, error);
}

gboolean
sceau_record_departure (SceauSchool *school, gint64 enrolment_id, const SceauDeparture *departure, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autofree char *reason = NULL;
  JsonObject *before;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  enrolment = sceau_require_enrolment (school, enrolment_id, error);
  if (enrolment == NULL || !check_may_leave (school, enrolment, error) ||
      !check_departure (school, enrolment, departure, &reason, faults, error))
    return FALSE;

  before = sceau_json_from_enrolment (enrolment);
  enrolment->state = departure->state;
  enrolment->state_since = departure->since;
  g_free (enrolment->state_reason);
  enrolment->state_reason = g_steal_pointer (&reason);
  enrolment->hearing = departure->hearing;
  return write_state (school, enrolment, "learner.leave", before, NULL, error) && sceau_transaction_commit (&transaction, error);
}

static gboolean
check_may_return (const SceauEnrolment *enrolment, GError **error)
{
  if (enrolment->state != SCEAU_ENROLMENT_ACTIVE)
    return TRUE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("%s has not left."), enrolment->learner_name);
  return FALSE;
}

/* Who only interrupted kept the place of the derogation; somebody else may have taken that of who withdrew. */
static gboolean
warn_quotas (SceauSchool *school, const SceauEnrolment *enrolment, SceauFaults *faults, GError **error)
{
  g_auto (SceauQuotaBook) book = { 0 };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (SceauPlan) plan = NULL;

  if (enrolment->admission == SCEAU_ADMISSION_NORMAL || !sceau_plan_table_exists (school, enrolment->certification_code))
    return TRUE;
  plan = sceau_require_plan (school, enrolment->certification_code, error);
  cohort = plan != NULL ? sceau_require_cohort_by_id (school, enrolment->cohort_id, error) : NULL;
  if (cohort == NULL || !sceau_quota_book_open (&book, school, cohort, plan, error))
    return FALSE;
  if (enrolment->state == SCEAU_ENROLMENT_WITHDRAWN)
    sceau_quota_book_add (&book, enrolment->admission);
  sceau_quota_book_warn (&book, faults);
  return TRUE;
}

gboolean
sceau_record_return (SceauSchool *school, gint64 enrolment_id, const char *reason, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autofree char *why = NULL;
  guint known = sceau_faults_count_errors (faults);
  JsonObject *before;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  enrolment = sceau_require_enrolment (school, enrolment_id, error);
  if (enrolment == NULL || !check_may_return (enrolment, error))
    return FALSE;
  /* An exclusion is taken back when it was an error, or was annulled; one that a sealed jury decided on stays: the store says so. */
  if (enrolment->state == SCEAU_ENROLMENT_EXCLUDED)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, enrolment->learner_name, "state", NULL, _("The exclusion for fraud is taken back."),
                         _("Keep the decision that annuls it: the journal has only your reason."));
  why = sceau_take_note (reason, "reason", _("A return needs its reason: it is kept in the journal."), _("Give it in a few words."), faults);
  if (sceau_faults_refuse (faults, known, error) || !warn_quotas (school, enrolment, faults, error))
    return FALSE;

  before = sceau_json_from_enrolment (enrolment);
  enrolment->state = SCEAU_ENROLMENT_ACTIVE;
  enrolment->state_since = SCEAU_NO_DATE;
  g_clear_pointer (&enrolment->state_reason, g_free);
  enrolment->hearing = SCEAU_NO_DATE;
  return write_state (school, enrolment, "learner.return", before, why, error) && sceau_transaction_commit (&transaction, error);
}
