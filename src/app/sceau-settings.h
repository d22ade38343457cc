/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sceau_settings_new: the settings of the program, from the installed schema or, for a
 * program that runs from its build tree, from the one compiled there.
 * Returns: (transfer full) (nullable): NULL when there is no schema at all; the caller then does without.
 */
GSettings *sceau_settings_new (void);

G_END_DECLS
