/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a jury may sit: composition on every access route among its candidates, quotas, recusals. */

#include <glib/gi18n-lib.h>

#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-hold-jury-private.h"
#include "sceau-quota-exception-table.h"
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

void
sceau_jury_warn_of_composition (const SceauDeliberation *deliberation, SceauFaults *faults)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();

  if (list_routes (deliberation) == 0)
    return;
  check_composition (deliberation, FALSE, found);
  sceau_faults_add_all (faults, found, SCEAU_FAULT_WARNING, NULL);
}

static const char *
say_recusal (SceauConflictKind kind)
{
  switch (kind)
    {
    case SCEAU_CONFLICT_TRAINER:
      return _("This juror trained the candidate and takes no part in this case.");
    case SCEAU_CONFLICT_TUTOR:
      return _("This juror is the candidate’s tutor and takes no part in this case.");
    case SCEAU_CONFLICT_EMPLOYER:
      return _("This juror works for the candidate’s employer and takes no part in this case.");
    case SCEAU_CONFLICT_FAMILY:
      return _("This juror is of the candidate’s family and takes no part in this case.");
    case SCEAU_CONFLICT_PERSONAL:
    case SCEAU_N_CONFLICTS:
      break;
    }
  return _("This juror has a relation with the candidate and takes no part in this case.");
}

static void
warn_of_recusals (const SceauDeliberation *deliberation, GPtrArray *recusals, gboolean present_only, SceauFaults *faults)
{
  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);
      const SceauJuryMember *member = sceau_jury_find_member (deliberation->session, recusal->juror_id);
      g_autofree char *place = NULL;

      if (member == NULL || (present_only && !member->present))
        continue;
      place = sceau_jury_candidate_name (recusal->learner_name, recusal->learner_number);
      sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, NULL, recusal->juror_name, say_recusal (recusal->kind), NULL);
    }
}

/* Who decides on the candidates of a route: the titular members, or those who hold a seat. */
static GPtrArray *
list_sitting (const SceauDeliberation *deliberation, SceauRoute route, gboolean present_only)
{
  GPtrArray *members = deliberation->session->members;
  GPtrArray *titular;

  if (present_only)
    return sceau_jury_list_seated (members, sceau_plan_find_jury_rule (deliberation->plan, route));
  titular = g_ptr_array_new ();
  for (guint i = 0; i < members->len; i++)
    if (!((SceauJuryMember *) g_ptr_array_index (members, i))->alternate)
      g_ptr_array_add (titular, g_ptr_array_index (members, i));
  return titular;
}

static int
count_recused (GPtrArray *sitting, GPtrArray *recusals, gint64 enrolment_id)
{
  int n = 0;

  for (guint i = 0; i < sitting->len; i++)
    for (guint j = 0; j < recusals->len; j++)
      {
        const SceauRecusal *recusal = g_ptr_array_index (recusals, j);

        n += recusal->enrolment_id == enrolment_id && recusal->juror_id == ((SceauJuryMember *) g_ptr_array_index (sitting, i))->juror->id;
      }
  return n;
}

/* How many must be left to decide on one candidate: the quorum that the plan writes down; without one, two for a VAE
 * (D6412-6 of the Code du travail) and one for the rest, since a recusal is no absence. */
static int
least_voters (const SceauDeliberation *deliberation, SceauRoute route)
{
  const SceauJuryRule *rule = sceau_plan_find_jury_rule (deliberation->plan, route);

  if (rule != NULL && rule->quorum > 0)
    return rule->quorum;
  return route == SCEAU_ROUTE_VAE ? 2 : 1;
}

static void
check_remaining (const SceauDeliberation *deliberation, GPtrArray *recusals, const SceauEnrolment *enrolment, gboolean present_only,
                 SceauFaults *faults)
{
  g_autoptr (GPtrArray) sitting = list_sitting (deliberation, enrolment->route, present_only);
  int recused = count_recused (sitting, recusals, enrolment->id);
  int left = (int) sitting->len - recused;
  int least = least_voters (deliberation, enrolment->route);
  g_autofree char *place = NULL;
  g_autofree char *reason = NULL;

  if (recused == 0 || left >= least)
    return;
  place = sceau_jury_candidate_name (enrolment->learner_name, enrolment->learner_number);
  reason = g_strdup_printf (_("The recusals leave %d members to decide on this candidate, and %d are needed."), left, least);
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, NULL, reason, _("Convene other members or alternates."));
}

/* (transfer full) (element-type SceauDecision): those of the session so far; none before the opening. */
static GPtrArray *
list_decisions (SceauSchool *school, const SceauJurySession *session, GError **error)
{
  if (session->state < SCEAU_SESSION_OPEN)
    return g_ptr_array_new ();
  return sceau_decision_table_list_by_session (school, session->id, error);
}

/* Nobody has to be left for a case that was settled before the pause; one whose results changed since is open again. */
static gboolean
is_settled (GPtrArray *decisions, gint64 enrolment_id)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->enrolment_id == enrolment_id)
        return decision->decided && !decision->outdated;
    }
  return FALSE;
}

/* Those that are kept, and until the opening those that are known. */
static gboolean
check_recusals (SceauSchool *school, const SceauDeliberation *deliberation, gboolean present_only, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) recusals = g_ptr_array_new ();
  g_autoptr (GPtrArray) foreseen = NULL;
  g_autoptr (GPtrArray) decisions = list_decisions (school, deliberation->session, error);

  if (decisions == NULL)
    return FALSE;

  for (guint i = 0; i < deliberation->session->recusals->len; i++)
    g_ptr_array_add (recusals, g_ptr_array_index (deliberation->session->recusals, i));
  if (deliberation->session->state < SCEAU_SESSION_OPEN)
    {
      foreseen = sceau_jury_foresee_recusals (school, deliberation, error);
      if (foreseen == NULL)
        return FALSE;
      for (guint i = 0; i < foreseen->len; i++)
        g_ptr_array_add (recusals, g_ptr_array_index (foreseen, i));
    }
  warn_of_recusals (deliberation, recusals, present_only, faults);
  for (guint i = 0; i < deliberation->enrolments->len && recusals->len > 0; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, i);

      if (sceau_deliberation_is_candidate (deliberation, enrolment) && !is_settled (decisions, enrolment->id))
        check_remaining (deliberation, recusals, enrolment, present_only, faults);
    }
  return TRUE;
}

void
sceau_jury_check_case (const SceauDeliberation *deliberation, const SceauEnrolment *enrolment, SceauFaults *faults)
{
  GPtrArray *recusals = deliberation->session->recusals;

  check_route (deliberation, enrolment->route, TRUE, faults);
  warn_of_recusals (deliberation, recusals, TRUE, faults);
  check_remaining (deliberation, recusals, enrolment, TRUE, faults);
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

/* Whether everybody beyond a quota was admitted by a written exception to it: the jury is told, and can sit. */
static gboolean
are_excepted (const SceauPlan *plan, GArray *admissions, GPtrArray *exceptions)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (plan->quotas, i);
      SceauQuotaState state = sceau_quota_evaluate (quota, (const SceauAdmission *) admissions->data, admissions->len);
      int granted = 0;

      for (guint j = 0; j < exceptions->len; j++)
        if (g_str_equal (((SceauQuotaException *) g_ptr_array_index (exceptions, j))->quota_code, quota->code))
          granted++;
      if (state.used > state.places + granted)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_quotas (SceauSchool *school, const SceauDeliberation *deliberation, SceauFaults *faults, GError **error)
{
  g_autoptr (GArray) admissions = sceau_enrolment_table_list_admissions (school, deliberation->session->cohort_id, error);
  g_autoptr (GPtrArray) exceptions = NULL;
  g_autoptr (SceauFaults) found = NULL;

  if (admissions == NULL)
    return FALSE;
  found = sceau_faults_new ();
  if (sceau_quotas_check (deliberation->plan, (const SceauAdmission *) admissions->data, admissions->len, found))
    return TRUE;
  exceptions = sceau_quota_exception_table_list (school, deliberation->session->cohort_id, error);
  if (exceptions == NULL)
    return FALSE;
  sceau_faults_add_all (faults, found, are_excepted (deliberation->plan, admissions, exceptions) ? SCEAU_FAULT_WARNING : SCEAU_FAULT_ERROR, NULL);
  return TRUE;
}

gboolean
sceau_jury_check_all (SceauSchool *school, const SceauDeliberation *deliberation, gboolean present_only, SceauFaults *faults, GError **error)
{
  check_composition (deliberation, present_only, faults);
  return check_recusals (school, deliberation, present_only, faults, error) && check_quotas (school, deliberation, faults, error);
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
