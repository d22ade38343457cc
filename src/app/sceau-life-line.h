/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-jury.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_LIFE_LINE (sceau_life_line_get_type ())
G_DECLARE_FINAL_TYPE (SceauLifeLine, sceau_life_line, SCEAU, LIFE_LINE, GtkWidget)

/* The life of a session as a line of five steps: those behind are filled, the present one stands out. */
SceauLifeLine *sceau_life_line_new       (gboolean named);
/* Property "named": whether each step has its name below; without, the line is one word's width in a list. */
void           sceau_life_line_set_state (SceauLifeLine *self, SceauSessionState state);

G_END_DECLS
