/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-dialogs.h"
#include "sceau-info-bar.h"
#include "sceau-page.h"
#include "sceau-school-watch.h"
#include "sceau-start-page.h"
#include "sceau-window.h"

G_BEGIN_DECLS

/* Shared by the files sceau-window*.c, each of which is about one concern. */
struct _SceauWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *view;           /* "start", "opening", "school" */
  SceauStartPage *start_page;
  AdwLeaflet *leaflet;
  GtkWidget *menu_button;   /* over the sidebar */
  GtkListBox *sidebar;
  GtkWidget *content;       /* beside the sidebar, or in its place */
  GtkStack *pages;
  AdwBin *header_slot;      /* header widgets of the level on top */
  AdwWindowTitle *sidebar_title;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  SceauInfoBar *info_bar;
  GMenu *recent_menu;

  GSettings *settings;      /* or NULL without a schema */
  SceauContext *context;    /* or NULL: start page */
  gulong changed_handler;
  SceauSchoolWatch *watch;  /* of that context */
};

/* sceau-window-actions.c */
void       sceau_window_install_actions (SceauWindowClass *klass);
void       sceau_window_update_actions  (SceauWindow *self); /* the one place that says what can be done now */

/* sceau-window-navigation.c */
void       sceau_window_build_sidebar   (SceauWindow *self);
SceauPage *sceau_window_get_page        (SceauWindow *self); /* (nullable): the visible one */
void       sceau_window_update_header   (SceauWindow *self);
void       sceau_window_go_back         (SceauWindow *self);
void       sceau_window_step_page       (SceauWindow *self, int step);
gboolean   sceau_window_has_unsaved     (SceauWindow *self);
/* Calls @go_on now or, while a page holds work that is not saved, when the user agrees to lose it; the levels that
 * hold it are gone then.  @user_data is freed with @user_data_free in any case. */
void       sceau_window_leave_unsaved   (SceauWindow *self, SceauConfirmedFunc go_on, gpointer user_data, GDestroyNotify user_data_free);

/* sceau-window-school.c */
void       sceau_window_set_context     (SceauWindow *self, SceauContext *context);
void       sceau_window_choose_school   (SceauWindow *self);
void       sceau_window_found_school    (SceauWindow *self);
void       sceau_window_update_recent   (SceauWindow *self);
/* Another program may have changed the school: looks, without waiting for the answer. */
void       sceau_window_look_outside    (SceauWindow *self);
void       sceau_window_update_info     (SceauWindow *self, gboolean outdated); /* @outdated: what is shown */

G_END_DECLS
