/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-quota.h"

#include <glib/gi18n-lib.h>

SceauQuotaState
sceau_quota_evaluate (const SceauQuota *quota, const SceauAdmission *admissions, guint n)
{
  SceauQuotaState state = { quota, 0, 0 };

  state.places = (int) ((gint64) n * quota->max_percent / 100);
  for (guint i = 0; i < n; i++)
    if (quota->admissions & (1u << admissions[i]))
      state.used++;
  return state;
}

gboolean
sceau_quotas_check (const SceauPlan *plan, const SceauAdmission *admissions, guint n, SceauFaults *faults)
{
  guint n_before = sceau_faults_count_errors (faults);

  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (plan->quotas, i);
      SceauQuotaState state = sceau_quota_evaluate (quota, admissions, n);
      g_autofree char *place = g_strdup_printf (_("quota %s"), quota->code);
      g_autofree char *value = g_strdup_printf ("%d/%d", state.used, state.places);
      g_autofree char *reason = NULL;

      if (state.used <= state.places)
        continue;
      reason = g_strdup_printf (ngettext ("%d %% of a cohort of %u leaves %d place, and %d are taken.",
                                          "%d %% of a cohort of %u leaves %d places, and %d are taken.", (gulong) state.places),
                                quota->max_percent, n, state.places, state.used);
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "admission", value, reason,
                           _("Check the admission basis of the learners, or enrol the last ones in another cohort."));
    }
  return sceau_faults_count_errors (faults) == n_before;
}
