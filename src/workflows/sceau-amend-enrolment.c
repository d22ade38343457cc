/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-plan-table.h"
#include "sceau-store-error.h"
#include "sceau-text.h"

gboolean
sceau_find_decision_in_force (SceauSchool *school, gint64 enrolment_id, SceauDecision **decision, GError **error)
{
  g_autoptr (GError) local = NULL;

  *decision = sceau_decision_table_find_in_force (school, enrolment_id, &local);
  if (*decision == NULL && !g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/* (transfer full): "A1,B2", for a comparison. */
static char *
join_blocks (const SceauEnrolment *enrolment)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; enrolment->targeted_blocks != NULL && i < enrolment->targeted_blocks->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (enrolment->targeted_blocks, i));
  codes = g_strv_builder_end (builder);
  return g_strjoinv (",", codes);
}

static void
refuse_field (SceauFaults *faults, const char *field)
{
  sceau_faults_add_field (faults, field, NULL, _("A sealed decision rests on it: it can no longer change."),
                          _("A wrong decision is mended by a rectifying session."));
}

/* The composition, the quotas and the blocks that a jury decided on stay; the period in a company as well once it
 * has made somebody certified, while whoever was not certified may still do it. */
static void
check_sealed (const SceauDecision *decision, const SceauEnrolment *before, const SceauEnrolment *after, SceauFaults *faults)
{
  g_autofree char *blocks_before = join_blocks (before);
  g_autofree char *blocks_after = join_blocks (after);

  if (decision == NULL)
    return;
  if (after->route != before->route)
    refuse_field (faults, "route");
  if (after->admission != before->admission)
    refuse_field (faults, "admission");
  if (after->entry != before->entry)
    refuse_field (faults, "entry");
  if (!g_str_equal (blocks_before, blocks_after))
    refuse_field (faults, "targeted_blocks");
  if (decision->outcome == SCEAU_OUTCOME_CERTIFIED &&
      (after->company_start != before->company_start || after->company_end != before->company_end))
    refuse_field (faults, "company_period");
}

/* (transfer full): the record as it will stand: what is not asked for stays as it is. */
static SceauEnrolment *
take_over (const SceauEnrolment *before, const SceauEnrolment *wanted)
{
  SceauEnrolment *after = sceau_enrolment_new ();

  after->id = before->id;
  after->learner_id = before->learner_id;
  after->learner_number = g_strdup (before->learner_number);
  after->learner_name = g_strdup (before->learner_name);
  after->cohort_id = before->cohort_id;
  after->cohort_name = g_strdup (before->cohort_name);
  after->certification_code = g_strdup (before->certification_code);
  after->state = before->state;
  after->state_since = before->state_since;
  after->state_reason = g_strdup (before->state_reason);
  after->hearing = before->hearing;

  after->route = wanted->route;
  after->admission = wanted->admission;
  after->entry = wanted->entry;
  after->company_start = wanted->company_start;
  after->company_end = wanted->company_end;
  after->company = g_strdup (wanted->company);
  after->tutor = g_strdup (wanted->tutor);
  after->group = g_strdup (wanted->group);
  for (guint i = 0; wanted->targeted_blocks != NULL && i < wanted->targeted_blocks->len; i++)
    g_ptr_array_add (after->targeted_blocks, g_strdup (g_ptr_array_index (wanted->targeted_blocks, i)));
  sceau_enrolment_normalise (after);
  return after;
}

/* Against the fiche. How somebody left is no part of an amendment, and was not always kept. */
static void
check_parcours (SceauEnrolment *enrolment, const SceauCertification *certification, SceauFaults *faults)
{
  SceauEnrolmentState state = enrolment->state;

  enrolment->state = SCEAU_ENROLMENT_ACTIVE;
  sceau_enrolment_check (enrolment, certification, 0, faults);
  enrolment->state = state;
}

static gboolean
warn_company_period (SceauSchool *school, const SceauEnrolment *before, const SceauEnrolment *after, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauPlan) plan = NULL;

  if ((after->company_start == before->company_start && after->company_end == before->company_end && after->route == before->route)
      || !sceau_plan_table_exists (school, after->certification_code))
    return TRUE;
  plan = sceau_require_plan (school, after->certification_code, error);
  if (plan == NULL)
    return FALSE;
  sceau_warn_company_period (after, plan, 0, faults);
  return TRUE;
}

/* Another basis of admission is counted as if the learner came in now. */
static gboolean
check_quotas (SceauSchool *school, const SceauEnrolment *before, const SceauEnrolment *after, const char *exception,
              GPtrArray *exceptions, SceauFaults *faults, GError **error)
{
  g_auto (SceauQuotaBook) book = { 0 };
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (SceauPlan) plan = NULL;

  /* Who has left for good takes no place; the quotas are asked at the return. */
  if (after->admission == before->admission || before->state == SCEAU_ENROLMENT_WITHDRAWN ||
      before->state == SCEAU_ENROLMENT_EXCLUDED || !sceau_plan_table_exists (school, after->certification_code))
    return TRUE;
  plan = sceau_require_plan (school, after->certification_code, error);
  cohort = plan != NULL ? sceau_require_cohort_by_id (school, after->cohort_id, error) : NULL;
  if (cohort == NULL || !sceau_quota_book_open (&book, school, cohort, plan, error))
    return FALSE;
  sceau_quota_book_take_out (&book, before->admission);
  if (sceau_quota_book_change (&book, before->admission, after->admission, exception, 0, faults, exceptions))
    sceau_quota_book_warn (&book, faults);
  return TRUE;
}

/* Somebody who was let in over a quota once need not be let in again: the first exception stays. */
static gboolean
drop_kept (SceauSchool *school, gint64 cohort_id, gint64 enrolment_id, GPtrArray *exceptions, GError **error)
{
  g_autoptr (GPtrArray) kept = sceau_quota_exception_table_list (school, cohort_id, error);

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      const SceauQuotaException *one = g_ptr_array_index (kept, i);

      for (guint j = exceptions->len; one->enrolment_id == enrolment_id && j > 0; j--)
        if (g_str_equal (((SceauQuotaException *) g_ptr_array_index (exceptions, j - 1))->quota_code, one->quota_code))
          g_ptr_array_remove_index (exceptions, j - 1);
    }
  return kept != NULL;
}

static gboolean
journal_amendment (SceauSchool *school, const SceauEnrolment *before, const SceauEnrolment *after, GPtrArray *exceptions, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("learner %s", before->learner_number);
  JsonObject *object = sceau_json_from_enrolment (after);

  sceau_json_set_exceptions (object, exceptions);
  return sceau_journal_record (school, "enrolment.amend", subject, sceau_json_from_enrolment (before), object, error);
}

gboolean
sceau_amend_enrolment (SceauSchool *school, const SceauEnrolment *enrolment, const char *exception, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_quota_exception_free);
  g_autoptr (SceauEnrolment) before = NULL;
  g_autoptr (SceauEnrolment) after = NULL;
  g_autoptr (SceauCertification) certification = NULL;
  g_autoptr (SceauDecision) decision = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_enrolment (school, enrolment->id, error);
  certification = before != NULL ? sceau_require_certification (school, before->certification_code, error) : NULL;
  if (certification == NULL || !sceau_find_decision_in_force (school, before->id, &decision, error))
    return FALSE;
  after = take_over (before, enrolment);
  if (sceau_json_same (sceau_json_from_enrolment (before), sceau_json_from_enrolment (after)))
    return TRUE;

  check_parcours (after, certification, faults);
  if (!warn_company_period (school, before, after, faults, error))
    return FALSE;
  check_sealed (decision, before, after, faults);
  if (!check_quotas (school, before, after, exception, exceptions, faults, error))
    return FALSE;
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  return drop_kept (school, after->cohort_id, after->id, exceptions, error) && sceau_enrolment_table_update (school, after, error) &&
         sceau_quota_exceptions_keep (school, after->id, exceptions, error) &&
         journal_amendment (school, before, after, exceptions, error) && sceau_transaction_commit (&transaction, error);
}

/* Groups ---------------------------------------------------------------------- */

/* (element-type gint64): a set of the ids, every one of which must be of the cohort. */
static GHashTable *
collect_members (GPtrArray *enrolments, const gint64 *ids, guint n, SceauFaults *faults)
{
  GHashTable *members = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ids[i]);

      for (guint j = 0; j < enrolments->len && !found; j++)
        found = ((const SceauEnrolment *) g_ptr_array_index (enrolments, j))->id == ids[i];
      if (!found)
        sceau_faults_add_field (faults, "group", id, _("This enrolment is not of the cohort."), _("Reload the list of the cohort."));
      g_hash_table_add (members, (gpointer) &ids[i]);
    }
  return members;
}

/* Moves one learner into the group or out of it, and writes both states down; nothing when they are where they belong. */
static gboolean
move_member (SceauSchool *school, SceauEnrolment *enrolment, const char *group, gboolean member, JsonArray *before, JsonArray *after,
             GError **error)
{
  gboolean is_member = g_strcmp0 (enrolment->group, group) == 0;

  if (is_member == member)
    return TRUE;
  json_array_add_object_element (before, sceau_json_from_enrolment (enrolment));
  g_free (enrolment->group);
  enrolment->group = member ? g_strdup (group) : NULL;
  json_array_add_object_element (after, sceau_json_from_enrolment (enrolment));
  return sceau_enrolment_table_update (school, enrolment, error);
}

static gboolean
journal_group (SceauSchool *school, const SceauCohort *cohort, const char *group, JsonArray *before, JsonArray *after, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("group %s, cohort %s of %s", group, cohort->name, cohort->certification_code);
  JsonObject *was = json_object_new ();
  JsonObject *is = json_object_new ();

  json_object_set_array_member (was, "enrolments", json_array_ref (before));
  json_object_set_array_member (is, "enrolments", json_array_ref (after));
  return sceau_journal_record (school, "group.form", subject, was, is, error);
}

gboolean
sceau_form_group (SceauSchool *school, gint64 cohort_id, const char *group, const gint64 *enrolments, guint n, SceauFaults *faults,
                  GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  const SceauEnrolmentQuery query = { .cohort_id = cohort_id };
  g_autoptr (JsonArray) before = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autoptr (SceauCohort) cohort = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) members = NULL;
  g_autofree char *name = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  all = cohort != NULL ? sceau_enrolment_table_list (school, &query, error) : NULL;
  if (all == NULL)
    return FALSE;
  name = sceau_take_text (group, "group", _("A group needs a name."), faults);
  members = collect_members (all, enrolments, n, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (all, i);

      if (!move_member (school, enrolment, name, g_hash_table_contains (members, &enrolment->id), before, after, error))
        return FALSE;
    }
  if (json_array_get_length (after) == 0)
    return TRUE;
  return journal_group (school, cohort, name, before, after, error) && sceau_transaction_commit (&transaction, error);
}
