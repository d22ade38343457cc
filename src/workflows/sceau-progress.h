/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SceauProgress: where long work says how far it is.  A caller that does not care
 * passes %NULL.  The function is called in the thread of the work, at most about
 * twenty times a second.
 */
typedef struct
{
  void (*report) (double fraction, const char *what, gpointer user_data);
  gpointer user_data;
  gint64 last; /* of the workflow: monotonic time of the last report */
} SceauProgress;

/* @done of @total; @what is a translated phrase for the screen, or %NULL to keep the last. */
void sceau_progress_report (SceauProgress *progress, guint done, guint total, const char *what);

G_END_DECLS
