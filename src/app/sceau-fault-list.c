/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fault-list.h"

#include <glib/gi18n-lib.h>

#include "sceau-rows.h"

/* A list longer than this is not read; recusals in a large cohort can be hundreds. */
#define SHOWN_FAULTS 40

struct _SceauFaultList
{
  GtkWidget parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SceauFaultList, sceau_fault_list, GTK_TYPE_WIDGET)

static void
append (SceauFaultList *self, const char *title, const char *subtitle, const char *icon_name, const char *css_class)
{
  AdwActionRow *row = sceau_row_new (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_widget_add_css_class (icon, css_class);
  adw_action_row_add_prefix (row, icon);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

/* "Alice MARTIN · “Entreprise”. Remedy." */
static char *
get_details (const SceauFault *fault)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (fault->place != NULL)
    g_string_append (text, fault->place);
  if (fault->value != NULL)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _("“%s”"), fault->value);
    }
  if (fault->remedy != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", fault->remedy);
  if (fault->source != NULL)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: the law, format or rule that asks for it. */
      g_string_append_printf (text, _("Source: %s"), fault->source);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static guint
append_faults (SceauFaultList *self, const SceauFaults *faults, SceauFaultSeverity severity, guint room)
{
  gboolean error = severity == SCEAU_FAULT_ERROR;
  guint shown = 0;

  for (guint i = 0; i < sceau_faults_length (faults) && shown < room; i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);
      g_autofree char *details = NULL;

      if (fault->severity != severity)
        continue;
      details = get_details (fault);
      append (self, fault->reason, details, error ? "dialog-error-symbolic" : "dialog-warning-symbolic",
              error ? "error" : "warning");
      shown++;
    }
  return shown;
}

static void
append_rest (SceauFaultList *self, guint rest)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

  append (self, text, NULL, "view-more-symbolic", "dim-label");
}

static void
sceau_fault_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sceau_fault_list_parent_class)->dispose (object);
}

static void
sceau_fault_list_class_init (SceauFaultListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sceau_fault_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sceau_fault_list_init (SceauFaultList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Checks"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
sceau_fault_list_show (SceauFaultList *self, const SceauFaults *faults, const char *well)
{
  guint length = sceau_faults_length (faults);
  guint shown;
  GtkWidget *child;

  g_return_if_fail (SCEAU_IS_FAULT_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  shown = append_faults (self, faults, SCEAU_FAULT_ERROR, SHOWN_FAULTS);
  shown += append_faults (self, faults, SCEAU_FAULT_WARNING, SHOWN_FAULTS - shown);
  if (length > shown)
    append_rest (self, length - shown);
  if (length == 0 && well != NULL)
    append (self, well, NULL, "emblem-ok-symbolic", "success");
  gtk_widget_set_visible (GTK_WIDGET (self), length > 0 || well != NULL);
}
