/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-plan-modalities.h"

#include <glib/gi18n-lib.h>

#include "sceau-modality-dialog.h"
#include "sceau-plan-rows.h"
#include "sceau-rows.h"

#define CODE_KEY "modality-code"

struct _SceauPlanModalities
{
  AdwBin parent_instance;

  SceauPlanDraft *draft;
  GtkBox *box;
  char *focused; /* the code of the row that gets the keyboard when rows are built again, or NULL */
};

G_DEFINE_FINAL_TYPE (SceauPlanModalities, sceau_plan_modalities, ADW_TYPE_BIN)

static char *
describe (const SceauModality *modality)
{
  g_autofree char *pass = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->pass_mark }, modality->scale);
  g_autoptr (GString) text = g_string_new (modality->code);

  g_string_append_printf (text, " · %s", sceau_modality_type_title (modality->type));
  if (modality->weight % 100 == 0)
    g_string_append_printf (text, _(" · weight %d"), modality->weight / 100);
  else
    g_string_append_printf (text, _(" · weight %d,%02d"), modality->weight / 100, modality->weight % 100);
  g_string_append_printf (text, _(" · passed from %s"), pass);
  if (modality->floor >= 0)
    {
      g_autofree char *floor = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, modality->floor }, modality->scale);

      g_string_append_printf (text, _(" · eliminatory below %s"), floor);
    }
  if (modality->collective)
    g_string_append (text, _(" · one mark for the group"));
  if (modality->double_entry)
    g_string_append (text, _(" · typed twice"));
  if (modality->max_attempts > 0)
    g_string_append_printf (text, ngettext (" · %d attempt", " · %d attempts", (gulong) modality->max_attempts), modality->max_attempts);
  if (modality->criteria->len > 0)
    g_string_append_printf (text, ngettext (" · %u criterion", " · %u criteria", modality->criteria->len), modality->criteria->len);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *code)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", code);
  g_menu_append_item (menu, item);
}

static GtkWidget *
menu_button_new (const SceauModality *modality)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_("Actions on %s"), modality->code);

  append_item (menu, _("_Edit…"), "modality.edit", modality->code);
  append_item (menu, _("_Duplicate"), "modality.duplicate", modality->code);
  append_item (menu, _("Move _Up"), "modality.up", modality->code);
  append_item (menu, _("Move Do_wn"), "modality.down", modality->code);
  append_item (menu, _("_Remove"), "modality.remove", modality->code);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
row_new (const SceauModality *modality)
{
  g_autofree char *subtitle = describe (modality);
  AdwActionRow *row = sceau_row_new (modality->title != NULL && *modality->title != '\0' ? modality->title : modality->code, subtitle);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_suffix (row, menu_button_new (modality));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", modality->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "modality.edit");
  g_object_set_data_full (G_OBJECT (row), CODE_KEY, g_strdup (modality->code), g_free);
  return GTK_WIDGET (row);
}

/* @block_code: "" for what stands beside the blocks. */
static void
add_group (SceauPlanModalities *self, const char *title, const char *block_code, GtkWidget **to_focus)
{
  g_autoptr (GPtrArray) modalities
      = sceau_plan_list_modalities (sceau_plan_draft_get_plan (self->draft), *block_code != '\0' ? block_code : NULL);
  g_autofree char *name = g_strdup_printf (_("Add a modality: %s"), title);
  AdwPreferencesGroup *group = sceau_plan_group_new (title, modalities->len > 0 ? NULL : _("Nothing assesses it yet."));

  sceau_plan_group_add_button (group, name, "modality.add", g_variant_new_string (block_code));
  for (guint i = 0; i < modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (modalities, i);
      GtkWidget *row = row_new (modality);

      adw_preferences_group_add (group, row);
      if (g_strcmp0 (modality->code, self->focused) == 0)
        *to_focus = row;
    }
  gtk_box_append (self->box, GTK_WIDGET (group));
}

/* The modality that the keyboard is on, or NULL. */
static const char *
get_focused (SceauPlanModalities *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    if (g_object_get_data (G_OBJECT (widget), CODE_KEY) != NULL)
      return g_object_get_data (G_OBJECT (widget), CODE_KEY);
  return NULL;
}

static void
rebuild (SceauPlanModalities *self)
{
  const SceauCertification *certification = sceau_plan_draft_get_certification (self->draft);
  GtkWidget *to_focus = NULL;
  GtkWidget *child;

  if (self->focused == NULL)
    self->focused = g_strdup (get_focused (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      add_group (self, block->title, block->code, &to_focus);
    }
  add_group (self, certification->blocks->len > 0 ? _("Beside the Blocks") : _("The Whole"), "", &to_focus);
  if (to_focus != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (to_focus);
  g_clear_pointer (&self->focused, g_free);
}

static void
focus_next (SceauPlanModalities *self, const char *code)
{
  g_free (self->focused);
  self->focused = g_strdup (code);
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauPlanModalities *self = SCEAU_PLAN_MODALITIES (widget);

  gtk_window_present (GTK_WINDOW (sceau_modality_dialog_new (widget, self->draft, g_variant_get_string (target, NULL), NULL)));
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *target)
{
  const char *block_code = g_variant_get_string (target, NULL);

  gtk_window_present (GTK_WINDOW (sceau_modality_dialog_new (widget, SCEAU_PLAN_MODALITIES (widget)->draft, NULL,
                                                             *block_code != '\0' ? block_code : NULL)));
}

/* The keyboard goes to the copy: rows are built when the draft says "changed", before its name is known here. */
static void
duplicate_action (GtkWidget *widget, const char *action, GVariant *target)
{
  SceauPlanModalities *self = SCEAU_PLAN_MODALITIES (widget);
  g_autofree char *copy = sceau_plan_draft_duplicate_modality (self->draft, g_variant_get_string (target, NULL));

  focus_next (self, copy);
  rebuild (self);
}

static void
move (SceauPlanModalities *self, GVariant *target, int step)
{
  g_autofree char *code = g_variant_dup_string (target, NULL);

  focus_next (self, code);
  if (!sceau_plan_draft_move_modality (self->draft, code, step))
    focus_next (self, NULL);
}

static void
up_action (GtkWidget *widget, const char *action, GVariant *target)
{
  move (SCEAU_PLAN_MODALITIES (widget), target, -1);
}

static void
down_action (GtkWidget *widget, const char *action, GVariant *target)
{
  move (SCEAU_PLAN_MODALITIES (widget), target, 1);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *target)
{
  g_autofree char *code = g_variant_dup_string (target, NULL);

  sceau_plan_draft_remove_modality (SCEAU_PLAN_MODALITIES (widget)->draft, code);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SceauPlanModalities *self)
{
  const char *code = get_focused (self);
  const char *action = NULL;

  state &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;
  if (keyval == GDK_KEY_Delete && state == 0)
    action = "modality.remove";
  else if (keyval == GDK_KEY_d && state == GDK_CONTROL_MASK)
    action = "modality.duplicate";
  else if (keyval == GDK_KEY_Up && state == GDK_ALT_MASK)
    action = "modality.up";
  else if (keyval == GDK_KEY_Down && state == GDK_ALT_MASK)
    action = "modality.down";
  if (action == NULL || code == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", code);
  return GDK_EVENT_STOP;
}

static void
sceau_plan_modalities_finalize (GObject *object)
{
  SceauPlanModalities *self = SCEAU_PLAN_MODALITIES (object);

  g_clear_object (&self->draft);
  g_free (self->focused);
  G_OBJECT_CLASS (sceau_plan_modalities_parent_class)->finalize (object);
}

static void
sceau_plan_modalities_class_init (SceauPlanModalitiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_plan_modalities_finalize;
  gtk_widget_class_install_action (widget_class, "modality.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "modality.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "modality.duplicate", "s", duplicate_action);
  gtk_widget_class_install_action (widget_class, "modality.up", "s", up_action);
  gtk_widget_class_install_action (widget_class, "modality.down", "s", down_action);
  gtk_widget_class_install_action (widget_class, "modality.remove", "s", remove_action);
}

static void
sceau_plan_modalities_init (SceauPlanModalities *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the list, which would move the keyboard to another row. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), sceau_plan_scrolled_new (&self->box));
}

SceauPlanModalities *
sceau_plan_modalities_new (SceauPlanDraft *draft)
{
  SceauPlanModalities *self = g_object_new (SCEAU_TYPE_PLAN_MODALITIES, NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}
