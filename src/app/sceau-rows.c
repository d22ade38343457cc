/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-rows.h"

#include <glib/gi18n-lib.h>

/* What a verb over a group is at least given, when it is that long. */
#define VERB_CHARS 24

static const char *const tag_classes[] = {
  [SCEAU_TAG_SUCCESS] = "success", [SCEAU_TAG_WARNING] = "warning", [SCEAU_TAG_ERROR] = "error",
};

void
sceau_tag_set_style (GtkWidget *label, int style)
{
  for (guint i = 0; i < G_N_ELEMENTS (tag_classes); i++)
    if (tag_classes[i] != NULL)
      gtk_widget_remove_css_class (label, tag_classes[i]);
  gtk_widget_remove_css_class (label, "sceau-tag");
  if (style < 0)
    return;
  gtk_widget_add_css_class (label, "sceau-tag");
  if (style != SCEAU_TAG_PLAIN)
    gtk_widget_add_css_class (label, tag_classes[style]);
}

GtkWidget *
sceau_tag_new (const char *text, SceauTagStyle style)
{
  GtkWidget *label = gtk_label_new (text);

  sceau_tag_set_style (label, (int) style);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

AdwActionRow *
sceau_row_new (const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  return row;
}

void
sceau_row_add_arrow (AdwActionRow *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

AdwActionRow *
sceau_link_row_new (const char *title, const char *subtitle)
{
  AdwActionRow *row = sceau_row_new (title, subtitle);

  sceau_row_add_arrow (row);
  return row;
}

AdwActionRow *
sceau_property_row_new (const char *name, const char *value)
{
  AdwActionRow *row = sceau_row_new (name, value);

  gtk_widget_add_css_class (GTK_WIDGET (row), "sceau-property");
  adw_action_row_set_subtitle_lines (row, 0);
  return row;
}

void
sceau_group_add_property (AdwPreferencesGroup *group, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    adw_preferences_group_add (group, GTK_WIDGET (sceau_property_row_new (name, value)));
}

void
sceau_group_set_button (AdwPreferencesGroup *group, const char *mnemonic, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  /* The description beside it would take the room of its second word. */
  gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (gtk_label_get_text (label), -1), VERB_CHARS));
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_preferences_group_set_header_suffix (group, button);
}

static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show or hide what is typed"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

void
sceau_password_row_name (AdwPasswordEntryRow *row)
{
  name_buttons (GTK_WIDGET (row));
}
