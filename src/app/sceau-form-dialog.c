/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-form-dialog.h"

#include "sceau-rows.h"

/* Letters of a choice that has no room beside the title of its row in a narrow window. */
#define LONG_CHOICE 28

struct _SceauFormDialog
{
  AdwWindow parent_instance;

  GtkButton *accept_button;
  GtkBox *groups;
  GtkLabel *hint;
  AdwPreferencesGroup *group; /* that rows are added to */
  GtkWidget *first;           /* the first row, where typing begins */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauFormDialog, sceau_form_dialog, ADW_TYPE_WINDOW)

static void
accept_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACCEPTED], 0);
}

static void
sceau_form_dialog_map (GtkWidget *widget)
{
  SceauFormDialog *self = SCEAU_FORM_DIALOG (widget);

  GTK_WIDGET_CLASS (sceau_form_dialog_parent_class)->map (widget);
  sceau_form_dialog_changed (self);
  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}

static void
sceau_form_dialog_class_init (SceauFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = sceau_form_dialog_map;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", SCEAU_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauFormDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, SceauFormDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, SceauFormDialog, hint);
  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.accept", NULL);
}

static void
sceau_form_dialog_init (SceauFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauFormDialog *
sceau_form_dialog_new (GtkWidget *from, const char *title, const char *verb)
{
  GtkRoot *root = gtk_widget_get_root (from);
  SceauFormDialog *self = g_object_new (SCEAU_TYPE_FORM_DIALOG, "transient-for", root, "title", title, NULL);

  gtk_button_set_label (self->accept_button, verb);
  return self;
}

AdwPreferencesGroup *
sceau_form_dialog_add_group (SceauFormDialog *self, const char *title, const char *description)
{
  g_autofree char *escaped_title = title != NULL ? g_markup_escape_text (title, -1) : g_strdup ("");
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, escaped_title);
  adw_preferences_group_set_description (self->group, escaped);
  gtk_box_append (self->groups, GTK_WIDGET (self->group));
  return self->group;
}

void
sceau_form_dialog_add_row (SceauFormDialog *self, GtkWidget *row)
{
  if (self->group == NULL)
    sceau_form_dialog_add_group (self, NULL, NULL);
  if (self->first == NULL)
    self->first = row;
  adw_preferences_group_add (self->group, row);
}

static AdwEntryRow *
add_text (SceauFormDialog *self, AdwEntryRow *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (row, TRUE);
  g_signal_connect_object (row, "changed", G_CALLBACK (sceau_form_dialog_changed), self, G_CONNECT_SWAPPED);
  sceau_form_dialog_add_row (self, GTK_WIDGET (row));
  return row;
}

AdwEntryRow *
sceau_form_dialog_add_entry (SceauFormDialog *self, const char *title, const char *text)
{
  AdwEntryRow *row = add_text (self, ADW_ENTRY_ROW (adw_entry_row_new ()), title);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  return row;
}

AdwEntryRow *
sceau_form_dialog_add_password (SceauFormDialog *self, const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  sceau_password_row_name (ADW_PASSWORD_ENTRY_ROW (row));
  return add_text (self, ADW_ENTRY_ROW (row), title);
}

SceauDateRow *
sceau_form_dialog_add_date (SceauFormDialog *self, const char *title, SceauDate date)
{
  SceauDateRow *row = g_object_new (SCEAU_TYPE_DATE_ROW, NULL);

  sceau_date_row_set_date (row, date);
  add_text (self, ADW_ENTRY_ROW (row), title);
  return row;
}

/* The title of a block would be cut beside the name of its row; below it there is room. */
static gboolean
is_long (const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (g_utf8_strlen (*choices, -1) > LONG_CHOICE)
      return TRUE;
  return FALSE;
}

AdwComboRow *
sceau_form_dialog_add_choice (SceauFormDialog *self, const char *title, const char *const *choices, guint selected)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_use_subtitle (row, is_long (choices));
  adw_combo_row_set_selected (row, selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (sceau_form_dialog_changed), self, G_CONNECT_SWAPPED);
  sceau_form_dialog_add_row (self, GTK_WIDGET (row));
  return row;
}

/* A row that the control at its end belongs to: a click on the row reaches it, and it bears the row's name. */
static void
add_control (SceauFormDialog *self, const char *title, const char *subtitle, GtkWidget *control)
{
  AdwActionRow *row = sceau_row_new (title, subtitle);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (row, control);
  adw_action_row_set_activatable_widget (row, control);
  sceau_form_dialog_add_row (self, GTK_WIDGET (row));
}

GtkSwitch *
sceau_form_dialog_add_switch (SceauFormDialog *self, const char *title, const char *subtitle, gboolean active)
{
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control), active);
  add_control (self, title, subtitle, control);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (sceau_form_dialog_changed), self, G_CONNECT_SWAPPED);
  return GTK_SWITCH (control);
}

GtkSpinButton *
sceau_form_dialog_add_number (SceauFormDialog *self, const char *title, const char *subtitle, int value, int max)
{
  GtkWidget *control = gtk_spin_button_new_with_range (0, max, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), value);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (control), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (control), 5);
  add_control (self, title, subtitle, control);
  g_signal_connect_object (control, "value-changed", G_CALLBACK (sceau_form_dialog_changed), self, G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (control);
}

GtkCheckButton *
sceau_form_dialog_add_check (SceauFormDialog *self, const char *title, gboolean active)
{
  GtkWidget *control = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (control), active);
  add_control (self, title, NULL, control);
  g_signal_connect_object (control, "toggled", G_CALLBACK (sceau_form_dialog_changed), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (control);
}

void
sceau_form_dialog_judge (SceauFormDialog *self, const char *fault, const char *hint)
{
  const char *text = fault != NULL ? fault : hint;

  gtk_label_set_text (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL && *text != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.accept", fault == NULL);
}

/* While it is built rows are missing, and while it goes they are gone. */
void
sceau_form_dialog_changed (SceauFormDialog *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

char *
sceau_form_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

char *
sceau_form_optional (AdwEntryRow *row)
{
  g_autofree char *text = sceau_form_text (row);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
