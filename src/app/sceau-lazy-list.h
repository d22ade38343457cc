/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-lazy-row.h"
#include "sceau-worker.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_LAZY_LIST (sceau_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (SceauLazyList, sceau_lazy_list, SCEAU, LAZY_LIST, GObject)

/* Rows are read this many at a time. */
#define SCEAU_LAZY_LIST_PAGE 64

/**
 * SceauLazyList: a #GListModel of #SceauLazyRow over a query of the store.
 * It knows how many rows there are and reads pages of them when someone looks;
 * a list of a hundred thousand learners costs as much as what is on screen.
 */
typedef struct
{
  /* Both run in the worker's thread.  @query is what sceau_lazy_list_set_query() was given. */
  gboolean   (*count) (SceauSchool *school, gconstpointer query, guint *count, GError **error);
  /* (transfer full): at most @limit records from @offset on; NULL with @error set when it failed. */
  GPtrArray *(*page)  (SceauSchool *school, gconstpointer query, guint offset, guint limit, GError **error);
  /* Frees one record of a page. */
  GDestroyNotify record_free;
} SceauLazySource;

/* @source must live as long as the program (a static const). */
SceauLazyList *sceau_lazy_list_new        (SceauWorker *worker, const SceauLazySource *source);
/* Shows another query (transfer full); @query_free may run in any thread. */
void           sceau_lazy_list_set_query  (SceauLazyList *self, gpointer query, GDestroyNotify query_free);
/* Reads the same query again after a change; rows on screen stay and are updated in place. */
void           sceau_lazy_list_reload     (SceauLazyList *self);
/* Whether the number of rows is known, so that zero rows means that there are none. */
gboolean       sceau_lazy_list_is_counted (SceauLazyList *self);

/* Signals: "counted" (void) after each count; "failed" (const GError *) when the store could not be read. */

G_END_DECLS
