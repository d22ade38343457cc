/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-rows.h"

#include <glib/gi18n-lib.h>

#include "sceau-rows.h"

GtkWidget *
sceau_plan_scrolled_new (GtkBox **box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_margin_top (GTK_WIDGET (*box), 24);
  gtk_widget_set_margin_bottom (GTK_WIDGET (*box), 36);
  gtk_widget_set_margin_start (GTK_WIDGET (*box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (*box), 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 820);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (*box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

AdwPreferencesGroup *
sceau_plan_group_new (const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (group, escaped_title);
  adw_preferences_group_set_description (group, escaped);
  return group;
}

static GtkWidget *
icon_button_new (const char *icon_name, const char *name, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

void
sceau_plan_group_add_button (AdwPreferencesGroup *group, const char *name, const char *action, GVariant *target)
{
  adw_preferences_group_set_header_suffix (group, icon_button_new ("list-add-symbolic", name, action, target));
}

GtkWidget *
sceau_plan_row_new (const char *title, const char *subtitle, const char *edit, const char *remove, int index)
{
  AdwActionRow *row = sceau_row_new (title, subtitle);
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), title);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_suffix (row, icon_button_new ("user-trash-symbolic", name, remove, g_variant_new_int32 (index)));
  sceau_row_add_arrow (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), edit);
  return GTK_WIDGET (row);
}
