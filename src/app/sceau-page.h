/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_PAGE (sceau_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SceauPage, sceau_page, SCEAU, PAGE, AdwBin)

/**
 * SceauPage: one entry of the sidebar.  The window gives it a #SceauContext when a
 * school is open and NULL when it is closed, shows its header widgets in the
 * header bar, and calls it back:
 *
 * - `set_context`: another school (or %NULL): forget everything that is shown.  Chain up.
 * - `refresh`: the school's data may have changed, or the page is shown for the first
 *   time: read again.  Only called with a context, and only while the page is visible.
 * - `search`: the text of the search bar changed ("" when it was closed).  Only when
 *   the page says it is searchable.
 *
 * In a template, `<child type="header">` puts a widget into the header bar; the other
 * child is the content.  Deeper levels (one learner, one session) are pushed.
 *
 * What a page can do are actions of its group, named "page.…" in templates; the header
 * widgets see them although they are shown outside the page.
 */
struct _SceauPageClass
{
  AdwBinClass parent_class;

  void (*set_context) (SceauPage *self, SceauContext *context);
  void (*refresh)     (SceauPage *self);
  void (*search)      (SceauPage *self, const char *text);
};

/* (transfer none) (nullable) */
SceauContext *sceau_page_get_context    (SceauPage *self);
void          sceau_page_set_context    (SceauPage *self, SceauContext *context);

/* Whether an answer from @worker still concerns the page: its school may have been closed meanwhile. */
gboolean      sceau_page_shows          (SceauPage *self, SceauWorker *worker);

/* Refreshes now when mapped, else when shown next. */
void          sceau_page_data_changed   (SceauPage *self);

/**
 * sceau_page_read_failed: what @from shows, a page or anything in one, could not be read: says so once and offers to
 * try again.  The page stays out of date, so that it is read again at the latest when it is shown next.
 */
void          sceau_page_read_failed    (GtkWidget *from, const char *heading, const GError *error);
void          sceau_page_search         (SceauPage *self, const char *text);

/* Whether Ctrl+F searches what the page shows now. */
gboolean      sceau_page_get_searchable (SceauPage *self);
void          sceau_page_set_searchable (SceauPage *self, gboolean searchable);

/* The title of the level on top: the page's own, or the one pushed. */
const char   *sceau_page_get_title      (SceauPage *self);

/**
 * sceau_page_push: shows @content over what the page shows now; "back" (Alt+Left) returns.
 * @header: (nullable): widget for the header bar while this level is on top.
 * The level's own refresh is the page's business (in its refresh function).
 */
void          sceau_page_push           (SceauPage *self, GtkWidget *content, const char *title, GtkWidget *header);
/* Whether the level on top holds work that would be lost with it: the window asks before it leaves the level, or the school. */
void          sceau_page_set_unsaved    (SceauPage *self, gboolean unsaved);
gboolean      sceau_page_has_unsaved    (SceauPage *self);
/* Back by one level; FALSE when the page shows its root already. */
gboolean      sceau_page_pop            (SceauPage *self);
void          sceau_page_pop_all        (SceauPage *self);
guint         sceau_page_get_depth      (SceauPage *self); /* 0: root */
/* (nullable): the content pushed last. */
GtkWidget    *sceau_page_get_top        (SceauPage *self);
/* (transfer none): the header widgets of the level on top, for the window's header bar. */
GtkWidget    *sceau_page_get_header     (SceauPage *self);

/* The actions "page.…" of this page; callbacks get the page as user data. */
void          sceau_page_add_actions    (SceauPage *self, const GActionEntry *entries, int n_entries);
void          sceau_page_enable_action  (SceauPage *self, const char *name, gboolean enabled);
GActionGroup *sceau_page_get_actions    (SceauPage *self); /* (transfer none) */

/* Signal "level-changed": another level is on top (title, header and searchable may differ). */

G_END_DECLS
