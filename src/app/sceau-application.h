/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCEAU_TYPE_APPLICATION (sceau_application_get_type ())
G_DECLARE_FINAL_TYPE (SceauApplication, sceau_application, SCEAU, APPLICATION, AdwApplication)

/* The program: one process for a user, a window for each school. */
SceauApplication *sceau_application_new (void);

G_END_DECLS
