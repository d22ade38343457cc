/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sceau_locale_init: chooses the language of the program and binds its
 * translations; called once, first thing in main(), before any other thread.
 *
 * The users are French schools: when nobody chose a language (no locale, or
 * "C", "POSIX", "C.UTF-8"), Sceau speaks French.  A chosen locale is kept; one
 * that the machine has not generated still gives its language, over C.UTF-8.
 * It sets the locale itself, so a GTK program calls gtk_disable_setlocale().
 */
void        sceau_locale_init      (void);

/* Whether a locale name such as "C.UTF-8" says that nobody chose a language; NULL and "" do. */
gboolean    sceau_locale_is_neutral (const char *name);

/* The folder with the translations: the build tree's for a program run from there, else the installed one. */
const char *sceau_locale_directory (void);

G_END_DECLS
