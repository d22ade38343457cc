/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A colour of the school's papers in its row: the button has it, the subtitle says where it comes from or that it can hardly be
 * read, and @reset is there when it is not the design's.  @own: 0xRRGGBB, or -1: the design's, which is @designs. */
void sceau_house_show_colour        (AdwActionRow *row, GtkColorButton *button, GtkWidget *reset, gint64 own, guint32 designs);
void sceau_house_name_colour_button (GtkColorButton *button);

G_END_DECLS
