/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-colours.h"

#include <glib/gi18n-lib.h>

#include "sceau-house-style.h"

/* Below this contrast the save warns as well: sceau-keep-house-style. */
#define TITLE_CONTRAST 3.0

void
sceau_house_show_colour (AdwActionRow *row, GtkColorButton *button, GtkWidget *reset, gint64 own,
                         guint32 designs)
{
  const guint32 colour = own >= 0 ? (guint32) own : designs;
  const GdkRGBA rgba = { (colour >> 16 & 255) / 255.0f, (colour >> 8 & 255) / 255.0f, (colour & 255) / 255.0f, 1 };
  g_autofree char *text = sceau_colour_to_text (colour);
  g_autofree char *subtitle = NULL;

  if (sceau_colour_contrast (colour, 0xFFFFFF) < TITLE_CONTRAST)
    /* Translators: a colour, as #ffee88. */
    subtitle = g_strdup_printf (_("%s — can hardly be read on white paper"), text);
  else if (own < 0)
    /* Translators: a colour, as #172952. */
    subtitle = g_strdup_printf (_("%s — of the design"), text);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : text);
  gtk_widget_set_visible (reset, own >= 0);
}

/* The toolkit's colour button takes the focus by a button inside, which has no name of its own; the patch of colour in that one
 * has none until it shows a colour. */
void
sceau_house_name_colour_button (GtkColorButton *button)
{
  GtkWidget *inside = gtk_widget_get_first_child (GTK_WIDGET (button));

  for (; inside != NULL; inside = gtk_widget_get_first_child (inside))
    gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_color_button_get_title (button), -1);
}
