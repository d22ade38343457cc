/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_SCHOOL_WATCH (sceau_school_watch_get_type ())
G_DECLARE_FINAL_TYPE (SceauSchoolWatch, sceau_school_watch, SCEAU, SCHOOL_WATCH, GObject)

/**
 * SceauSchoolWatch: notices that another window or program changed the school file.  The file is
 * watched, and may be asked about besides, since not every file system tells; what counts is the
 * version that the store knows, so that what this window wrote itself is no news.
 * The question is a job of the worker: nothing waits for it.
 *
 * ::changed-elsewhere is emitted on the main thread.
 */
SceauSchoolWatch *sceau_school_watch_new (SceauContext *context);
/* Asks now. */
void              sceau_school_watch_ask (SceauSchoolWatch *self);

G_END_DECLS
