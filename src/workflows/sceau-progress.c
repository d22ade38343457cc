/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-progress.h"

/* Twenty times a second is as often as a person can see. */
#define REPORT_INTERVAL (G_TIME_SPAN_SECOND / 20)

void
sceau_progress_report (SceauProgress *progress, guint done, guint total, const char *what)
{
  gint64 now;

  if (progress == NULL || progress->report == NULL)
    return;

  /* The first and the last report are never dropped: a bar must not stop short of its end. */
  now = g_get_monotonic_time ();
  if (done < total && progress->last != 0 && now - progress->last < REPORT_INTERVAL)
    return;

  progress->last = now;
  progress->report (total > 0 ? MIN ((double) done / total, 1.0) : 0.0, what, progress->user_data);
}
