/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * What every window owes to whoever works by keyboard or by ear.  It is looked at wherever a test opens one,
 * so that a new dialog cannot be forgotten:
 *
 * - what takes the focus has a name that can be read out;
 * - no two things answer to the same Alt key, in English or in French;
 * - a dialog begins in its first field, since with the focus on “Cancel” what is typed is lost and Enter closes it.
 */

/* From now on a window that opens is looked at as soon as it has been drawn. */
void sceau_test_manners_watch (void);
/* Looks at @window as it is now; what is wrong fails the test, all of it in one message. */
void sceau_test_manners_check (GtkWindow *window);

G_END_DECLS
