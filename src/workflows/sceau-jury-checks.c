/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a jury may sit: composition on every access route among its candidates, quotas, recusals. */

#include <glib/gi18n-lib.h>

#include "sceau-enrolment-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-quota-snapshot-table.h"

/* Several routes share one jury: what is wrong with it is said once. */
static void
add_new_faults (SceauFaults *faults, GHashTable *seen, const SceauFaults *found)
{
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);

      if (g_hash_table_add (seen, sceau_fault_to_string (fault)))
        sceau_faults_add_at (faults, fault->severity, fault->place, fault->field, fault->value, fault->reason, fault->remedy);
    }
}

/* A route for which the plan asks nothing still obeys the law, and all its members sit. */
static void
check_route (const SceauDeliberation *deliberation, SceauRoute route, gboolean present_only, SceauFaults *found)
{
  g_autoptr (SceauJuryRule) understood = sceau_jury_rule_new (route);
  const SceauJuryRule *rule = sceau_plan_find_jury_rule (deliberation->plan, route);

  sceau_jury_check_composition (deliberation->session->members, rule != NULL ? rule : understood,
                                deliberation->session->date, present_only, found);
}

static guint
list_routes (const SceauDeliberation *deliberation)
{
  guint routes = 0;

  for (guint i = 0; i < deliberation->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, i);

      if (sceau_deliberation_is_candidate (deliberation, enrolment))
        routes |= 1u << enrolment->route;
    }
  return routes;
}

/* Who was convened must make a jury; who is present must make the quorum. */
static void
check_composition (const SceauDeliberation *deliberation, gboolean present_only, SceauFaults *faults)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint routes = list_routes (deliberation);

  for (int route = 0; route < SCEAU_N_ROUTES; route++)
    {
      g_autoptr (SceauFaults) found = sceau_faults_new ();

      if ((routes & (1u << route)) == 0)
        continue;
      check_route (deliberation, (SceauRoute) route, FALSE, found);
      if (present_only)
        check_route (deliberation, (SceauRoute) route, TRUE, found);
      add_new_faults (faults, seen, found);
    }
  if (routes == 0)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, NULL, deliberation->session->cohort_name,
                         _("The cohort has no candidate: nobody is enrolled, or everybody is certified already."),
                         _("Enrol the learners first."));
}

static void
check_recusals (const SceauDeliberation *deliberation, const SceauEnrolment *enrolment, gboolean present_only, SceauFaults *faults)
{
  for (guint i = 0; i < deliberation->session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (deliberation->session->members, i);
      g_autofree char *place = NULL;

      if ((present_only && !member->present) || !sceau_jury_member_is_recused (member, enrolment))
        continue;
      place = sceau_jury_candidate_name (enrolment->learner_name, enrolment->learner_number);
      sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, NULL, member->juror->name,
                           _("This juror works for the candidate’s employer and takes no part in this case."), NULL);
    }
}

GArray *
sceau_jury_evaluate_quotas (SceauSchool *school, const SceauDeliberation *deliberation, guint *n_learners, GError **error)
{
  g_autoptr (GArray) admissions = sceau_enrolment_table_list_admissions (school, deliberation->session->cohort_id, error);
  GArray *states;

  if (admissions == NULL)
    return NULL;

  states = g_array_new (FALSE, FALSE, sizeof (SceauQuotaState));
  for (guint i = 0; i < deliberation->plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (deliberation->plan->quotas, i);
      SceauQuotaState state = sceau_quota_evaluate (quota, (const SceauAdmission *) admissions->data, admissions->len);

      g_array_append_val (states, state);
    }
  *n_learners = admissions->len;
  return states;
}

static gboolean
check_quotas (SceauSchool *school, const SceauDeliberation *deliberation, SceauFaults *faults, GError **error)
{
  g_autoptr (GArray) admissions = sceau_enrolment_table_list_admissions (school, deliberation->session->cohort_id, error);

  if (admissions == NULL)
    return FALSE;
  sceau_quotas_check (deliberation->plan, (const SceauAdmission *) admissions->data, admissions->len, faults);
  return TRUE;
}

gboolean
sceau_jury_check_all (SceauSchool *school, const SceauDeliberation *deliberation, gboolean present_only, SceauFaults *faults, GError **error)
{
  check_composition (deliberation, present_only, faults);
  for (guint i = 0; i < deliberation->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, i);

      if (sceau_deliberation_is_candidate (deliberation, enrolment))
        check_recusals (deliberation, enrolment, present_only, faults);
    }
  return check_quotas (school, deliberation, faults, error);
}

gboolean
sceau_jury_keep_quotas (SceauSchool *school, const SceauDeliberation *deliberation, GError **error)
{
  guint learners = 0;
  g_autoptr (GArray) states = sceau_jury_evaluate_quotas (school, deliberation, &learners, error);

  if (states == NULL)
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    if (!sceau_quota_snapshot_table_insert (school, deliberation->session->id, &g_array_index (states, SceauQuotaState, i),
                                            (int) learners, error))
      return FALSE;
  return TRUE;
}
