/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* From the points of a criteria grid to a mark, by integers alone. */

#include "sceau-plan.h"

#include <glib/gi18n-lib.h>

#include "sceau-fault.h"

static gboolean
check_points (const SceauCriterion *criterion, gint32 points, GError **error)
{
  g_autofree char *given = NULL;
  g_autofree char *most = NULL;

  if (points >= 0 && points <= criterion->points)
    return TRUE;
  given = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, points }, SCEAU_SCALE_TWENTY);
  most = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, criterion->points }, SCEAU_SCALE_TWENTY);
  g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
               _("Criterion %s is worth at most %s points and got %s: give a number from 0 to %s."), criterion->code, most,
               given, most);
  return FALSE;
}

gboolean
sceau_modality_mark_from_grid (const SceauModality *self, const gint32 *points, guint n, SceauMark *mark, GError **error)
{
  gint64 sum = 0;
  gint64 total = 0;
  gint64 maximum = sceau_scale_maximum (self->scale);

  if (self->scale != SCEAU_SCALE_TWENTY || self->criteria->len == 0)
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
                   _("Modality %s has no criteria grid that makes a mark from 0 to 20: enter the mark itself."), self->code);
      return FALSE;
    }
  if (n != self->criteria->len)
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
                   _("The grid of %s has %u criteria and got points for %u: give one number a criterion."), self->code,
                   self->criteria->len, n);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const SceauCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (!check_points (criterion, points[i], error))
        return FALSE;
      sum += points[i];
      total += criterion->points;
    }
  if (total == 0)
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
                   _("The criteria of %s are worth no points: give them points in the plan."), self->code);
      return FALSE;
    }
  *mark = (SceauMark) { SCEAU_MARK_VALUE, (gint32) ((2 * sum * maximum + total) / (2 * total)) };
  return TRUE;
}
