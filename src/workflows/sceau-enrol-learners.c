/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrol-learners.h"

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-enrol-private.h"
#include "sceau-learner-table.h"
#include "sceau-text.h"

/* One learner -------------------------------------------------------------- */

/* What a person typed, as it is kept: trimmed and composed; an empty field is NULL. */
static void
normalise (char **text)
{
  char *normal = sceau_text_normalise (*text);

  g_free (*text);
  *text = normal;
}

void
sceau_enrolment_normalise (SceauEnrolment *enrolment)
{
  normalise (&enrolment->company);
  normalise (&enrolment->tutor);
  normalise (&enrolment->group);
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
journal_enrolment (SceauSchool *school, const SceauLearner *learner, const SceauEnrolment *enrolment, GPtrArray *exceptions, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("learner %s", learner->number);
  JsonObject *after = json_object_new ();

  json_object_set_object_member (after, "learner", sceau_json_from_learner (learner));
  json_object_set_object_member (after, "enrolment", sceau_json_from_enrolment (enrolment));
  sceau_json_set_exceptions (after, exceptions);
  return sceau_journal_record (school, "learner.enrol", subject, NULL, after, error);
}

gboolean
sceau_enrol_learner (SceauSchool *school, SceauLearner *learner, SceauEnrolment *enrolment, gint64 cohort_id,
                     SceauFaults *faults, GError **error)
{
  return sceau_enrol_learner_by_exception (school, learner, enrolment, cohort_id, NULL, faults, error);
}

gboolean
sceau_enrol_learner_by_exception (SceauSchool *school, SceauLearner *learner, SceauEnrolment *enrolment, gint64 cohort_id,
                                  const char *exception, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauEnrolDesk) desk = { NULL };
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_quota_exception_free);
  guint known = sceau_faults_count_errors (faults);
  SceauEnrolVerdict verdict;
  SceauCohort *cohort;

  normalise_learner (learner);
  sceau_enrolment_normalise (enrolment);
  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  if (cohort == NULL || !sceau_enrol_desk_open (&desk, school, cohort, faults, error))
    return FALSE;
  if (!sceau_enrol_desk_check (&desk, learner, enrolment, 0, &verdict, error))
    return FALSE;

  sceau_quota_book_admit (&desk.quotas, enrolment->admission, exception, 0, faults, exceptions);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  sceau_quota_book_warn (&desk.quotas, faults);
  return sceau_enrol_desk_write (&desk, learner, enrolment, error) &&
         sceau_quota_exceptions_keep (school, enrolment->id, exceptions, error) &&
         journal_enrolment (school, learner, enrolment, exceptions, error) &&
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
  if (sceau_learner_check (after, 0, faults))
    sceau_warn_unprintable (after, NULL, 0, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  if (sceau_json_same (sceau_json_from_learner (before), sceau_json_from_learner (after)))
    return TRUE;

  subject = g_strdup_printf ("learner %s", before->number);
  return sceau_learner_table_update (school, after, error) &&
         sceau_journal_record (school, "learner.edit", subject, sceau_json_from_learner (before), sceau_json_from_learner (after), error) &&
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
