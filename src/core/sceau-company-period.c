/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How long a period in a company lasts, in words, and what the plan says of it before any jury does. */

#include <glib/gi18n-lib.h>

#include "sceau-evaluation.h"

char *
sceau_describe_period (SceauDate start, SceauDate end)
{
  g_autofree char *days_text = NULL;
  g_autofree char *months_text = NULL;
  int months = 0;
  int days;

  if (start == SCEAU_NO_DATE || end == SCEAU_NO_DATE || end < start)
    return NULL;
  while (sceau_date_add_months (start, months + 1) <= end + 1)
    months++;
  days = (int) (end + 1 - sceau_date_add_months (start, months));
  days_text = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  if (months == 0)
    return g_steal_pointer (&days_text);
  months_text = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
  if (days == 0)
    return g_steal_pointer (&months_text);
  /* Translators: months, then days. */
  return g_strdup_printf (_("%s and %s"), months_text, days_text);
}

char *
sceau_judge_company_period (const SceauPlan *plan, SceauRoute route, SceauDate start, SceauDate end)
{
  g_autofree char *length = sceau_describe_period (start, end);

  if (plan == NULL || length == NULL)
    return NULL;
  for (guint i = 0; i < plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (plan->requirements, i);

      if (requirement->kind == SCEAU_REQUIREMENT_COMPANY_PERIOD && !(requirement->exempt_routes & (1u << route))
          && !sceau_requirement_allows_period (requirement, start, end))
        /* Translators: months and days; then the bounds of the plan, in months. */
        return g_strdup_printf (_("The period in the company lasts %s; the plan asks for %d to %d months."), length,
                                requirement->min_months, requirement->max_months);
    }
  return NULL;
}
