/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-window.h"

G_BEGIN_DECLS

/**
 * Tests of the window from inside.  They activate actions and look at models and
 * widgets, and wait for a condition, never for a time.  A warning of the toolkit is fatal.
 */

/* First thing in main(); without a display it says so in TAP and ends the program as skipped. */
void            sceau_test_window_init             (int *argc, char ***argv);
/* (transfer none): the one application of the process. */
AdwApplication *sceau_test_window_get_application  (void);

/* Lets the main loop run for that long at most. */
void            sceau_test_spin                    (guint milliseconds);

/* Runs the main loop until @condition holds; thirty seconds without, on a machine with other work, are a failure. */
#define SCEAU_WAIT_FOR(condition)                                                              \
  G_STMT_START                                                                                 \
  {                                                                                            \
    gint64 wait_end_ = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;                      \
    while (!(condition) && g_get_monotonic_time () < wait_end_)                                \
      sceau_test_spin (10);                                                                    \
    g_assert_true (condition);                                                                 \
  }                                                                                            \
  G_STMT_END

/* (transfer full): a school file in @folder with RNCP41445, one cohort "Promotion 2026" and
 * @learners invented learners, numbered A0001, A0002… */
char           *sceau_test_window_make_school      (const char *folder, guint learners);
/* A window, drawn; with @path (nullable) it shows that school. */
SceauWindow    *sceau_test_window_open             (const char *path);
/* Closes it, and proves that nothing keeps it alive. */
void            sceau_test_window_close            (SceauWindow *window);

/* The first descendant of @type, of any depth, that is drawn; with @text (nullable) the one that
 * shows it as label, title or button. */
GtkWidget      *sceau_test_find                    (GtkWidget *root, GType type, const char *text);
/* An open window of @type, or NULL. */
GtkWindow      *sceau_test_find_window             (GType type);
/* "key-pressed" on the key controllers of @widget: what GTK 4 offers without a real keyboard. */
gboolean        sceau_test_press_key               (GtkWidget *widget, guint keyval, GdkModifierType modifiers);

G_END_DECLS
