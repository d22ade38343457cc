/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-text.h"

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
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (certification == NULL)
    return FALSE;
  cohorts = sceau_cohort_table_list (school, cohort->certification_code, error);
  if (cohorts == NULL)
    return FALSE;

  check_period (cohort, certification, faults);
  if (cohort->planned_learners < 0)
    sceau_faults_add_field (faults, "planned", NULL, _("Fewer than no learner cannot be planned."), _("Give 0 when the number is not known yet."));
  if (cohort->name == NULL)
    sceau_faults_add_field (faults, "name", NULL, _("The cohort has no name."), _("Give it one, such as “2026 A”."));
  else if (!sceau_text_check (cohort->name, SCEAU_TEXT_LINE, &reason, &remedy))
    sceau_faults_add_field (faults, "name", cohort->name, reason, remedy);
  for (guint i = 0; cohort->name != NULL && i < cohorts->len; i++)
    {
      const SceauCohort *other = g_ptr_array_index (cohorts, i);

      if (other->id != cohort->id && sceau_text_same (other->name, cohort->name))
        sceau_faults_add_field (faults, "name", cohort->name, _("The certification has a cohort with this name already."),
                                _("Give another name."));
    }
  return !sceau_faults_refuse (faults, known, error);
}

gint64
sceau_open_cohort (SceauSchool *school, const char *certification_code, const char *name, SceauDate start, SceauDate end,
                   int planned, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCohort) cohort = sceau_cohort_new ();
  g_autofree char *subject = NULL;

  cohort->certification_code = g_strdup (certification_code);
  cohort->name = sceau_text_normalise (name);
  cohort->start = start;
  cohort->end = end;
  cohort->planned_learners = planned;

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

/* A cohort that ends before somebody entered it is most likely a slip. */
static gboolean
check_entries (SceauSchool *school, const SceauCohort *cohort, SceauFaults *faults, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort->id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (school, &query, error);

  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      g_autofree char *day = sceau_date_format_iso (enrolment->entry);
      g_autofree char *reason = NULL;

      if (cohort->end == SCEAU_NO_DATE || enrolment->entry == SCEAU_NO_DATE || enrolment->entry <= cohort->end)
        continue;
      /* Translators: a learner's name, then a date. */
      reason = g_strdup_printf (_("%s entered on %s, after the end of the cohort."), enrolment->learner_name, day);
      sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "end", day, reason, _("Check the day of the entry and the last day of the cohort."));
    }
  return enrolments != NULL;
}

gboolean
sceau_amend_cohort (SceauSchool *school, const SceauCohort *cohort, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauCohort) after = sceau_cohort_new ();
  g_autoptr (SceauCohort) before = NULL;
  g_autofree char *subject = NULL;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_cohort_by_id (school, cohort->id, error);
  if (before == NULL)
    return FALSE;

  after->id = before->id;
  after->certification_code = g_strdup (before->certification_code);
  after->name = sceau_text_normalise (cohort->name);
  after->start = cohort->start;
  after->end = cohort->end;
  after->planned_learners = cohort->planned_learners;
  if (!check_cohort (school, after, faults, error) || !check_entries (school, after, faults, error))
    return FALSE;
  if (sceau_json_same (sceau_json_from_cohort (before), sceau_json_from_cohort (after)))
    return TRUE;

  subject = g_strdup_printf ("cohort %s of %s", before->name, before->certification_code);
  return sceau_cohort_table_update (school, after, error) &&
         sceau_journal_record (school, "cohort.amend", subject, sceau_json_from_cohort (before), sceau_json_from_cohort (after), error) &&
         sceau_transaction_commit (&transaction, error);
}
