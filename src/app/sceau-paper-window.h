/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-context.h"
#include "sceau-paper-preview.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PAPER_WINDOW (sceau_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (SceauPaperWindow, sceau_paper_window, SCEAU, PAPER_WINDOW, AdwWindow)

/**
 * SceauPaperWindow: one document in a window of its own, over the one that it belongs to: SceauPaperPreview with a title.
 * Escape closes it.
 */

/* @title: what the document is.  It is shown with sceau_paper_preview_show() on its preview. */
SceauPaperWindow  *sceau_paper_window_new         (GtkWidget *from, const char *title);
SceauPaperPreview *sceau_paper_window_get_preview (SceauPaperWindow *self);

/* (transfer full): what draws the document, in the worker's thread; @job is the caller's. */
typedef GBytes *(*SceauPaperFunc) (SceauSchool *school, gpointer job, GCancellable *cancellable, GError **error);

/**
 * sceau_paper_window_present: opens a window at once and shows in it what @func draws, or the sentence why it cannot.
 * Closing the window cancels it.
 * @name: of the file when it is saved.  @job: (transfer full), freed with @job_free.
 */
SceauPaperWindow  *sceau_paper_window_present     (GtkWidget *from, SceauContext *context, const char *title, const char *name,
                                                   SceauPaperFunc func, gpointer job, GDestroyNotify job_free);

G_END_DECLS
