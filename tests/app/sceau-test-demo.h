/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"
#include "sceau-test-window.h"

G_BEGIN_DECLS

/* A window on a copy of the demonstration school, in a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  SceauWindow *window; /* NULL until sceau_test_demo_show() */
} SceauTestDemo;

/* The demonstration is made once in the program's life, with few people; each test has its copy. */
void         sceau_test_demo_set_up    (SceauTestDemo *demo, gconstpointer data);
void         sceau_test_demo_tear_down (SceauTestDemo *demo, gconstpointer data);
/* After the last test. */
void         sceau_test_demo_remove    (void);
/* Opens the window and shows a page. */
void         sceau_test_demo_show      (SceauTestDemo *demo, const char *page);
/* The file as it is now, to be compared with what the window says. */
SceauSchool *sceau_test_demo_open      (SceauTestDemo *demo, SceauSchoolMode mode);
/* The first drawn widget of @type in the window. */
GtkWidget   *sceau_test_demo_find      (SceauTestDemo *demo, GType type, const char *text);

G_END_DECLS
