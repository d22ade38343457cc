/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-lists.h"

#include <glib/gi18n-lib.h>

#include "sceau-keep-layouts.h"
#include "sceau-rows.h"

void
sceau_house_list_clear (AdwPreferencesGroup *group, GPtrArray **rows)
{
  for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (*rows, i));
  g_clear_pointer (rows, g_ptr_array_unref);
}

/* Signatories -------------------------------------------------------------------------- */

/* (transfer full): title, delegation, days, one below the other. */
static char *
describe_signatory (const SceauSignatory *signatory)
{
  g_autofree char *start = sceau_date_format_long (signatory->start);
  g_autofree char *end = sceau_date_format_long (signatory->end);
  g_autofree char *days = signatory->end != SCEAU_NO_DATE
                            /* Translators: first and last day of the habilitation of a signatory. */
                            ? g_strdup_printf (_("From %s to %s"), start, end)
                            /* Translators: first day of the habilitation of a signatory. */
                            : g_strdup_printf (_("From %s"), start);

  if (signatory->reference == NULL)
    return g_strdup_printf ("%s\n%s", signatory->title, days);
  return g_strdup_printf ("%s — %s\n%s", signatory->title, signatory->reference, days);
}

static GtkWidget *
signatory_row_new (const SceauSignatory *signatory, SceauDate today, gboolean may_change)
{
  g_autofree char *text = describe_signatory (signatory);
  AdwActionRow *row = may_change ? sceau_link_row_new (signatory->name, text) : sceau_row_new (signatory->name, text);
  const gboolean signs = sceau_signatory_may_sign (signatory, today);

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  if (signs)
    adw_action_row_add_prefix (row, sceau_tag_new (_("Today"), SCEAU_TAG_SUCCESS));
  if (may_change)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", signatory->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "house.signatory");
    }
  return GTK_WIDGET (row);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

GPtrArray *
sceau_house_list_signatories (AdwPreferencesGroup *group, const SceauHouseFile *file, gboolean may_change)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < file->signatories->len; i++)
    add_row (group, rows, signatory_row_new (g_ptr_array_index (file->signatories, i), file->today, may_change));
  if (rows->len == 0)
    {
      AdwActionRow *row = sceau_row_new (_("Nobody yet"), _("Papers bear the signatory of the school’s identity."));

      adw_action_row_set_subtitle_lines (row, 0);
      add_row (group, rows, GTK_WIDGET (row));
    }
  return rows;
}

/* Layouts ------------------------------------------------------------------------------ */

static void
add_button (AdwActionRow *row, const SceauLayout *layout, const char *icon_name, const char *title, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* Translators: what a button does, and to which design or template. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, layout->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", layout->kind, layout->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
layout_row_new (const SceauLayout *layout, gboolean may_change)
{
  const gboolean design = g_str_equal (layout->kind, "design");
  AdwActionRow *row = sceau_row_new (layout->title, layout->own ? (design ? _("A design of the school") : _("A template of the school"))
                                                                : _("Comes with Sceau"));

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  if (layout->own && may_change && !(design && layout->in_use))
    add_button (row, layout, "user-trash-symbolic", design ? _("Remove") : _("Back to the template that comes with Sceau"), "house.remove");
  add_button (row, layout, "document-save-symbolic", _("Export…"), "house.export");
  return GTK_WIDGET (row);
}

GPtrArray *
sceau_house_list_layouts (AdwPreferencesGroup *group, const SceauHouseFile *file, gboolean may_change)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < file->layouts->len; i++)
    {
      const SceauLayout *layout = g_ptr_array_index (file->layouts, i);

      if (g_str_equal (layout->kind, "template"))
        add_row (group, rows, layout_row_new (layout, may_change));
    }
  for (guint i = 0; i < file->layouts->len; i++)
    {
      const SceauLayout *layout = g_ptr_array_index (file->layouts, i);

      if (g_str_equal (layout->kind, "design") && (layout->own || layout->in_use))
        add_row (group, rows, layout_row_new (layout, may_change));
    }
  return rows;
}

/* Ornaments ---------------------------------------------------------------------------- */

static GListModel *
titles_new (const char *const *titles, guint n)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, _(titles[i]));
  return G_LIST_MODEL (list);
}

GListModel *
sceau_house_borders_new (void)
{
  static const char *const titles[SCEAU_N_BORDERS] = { N_("No border"), N_("One fine rule"), N_("Two rules"), N_("Interlaced band"),
                                                       N_("Corners"),   N_("Column at the left") };

  return titles_new (titles, SCEAU_N_BORDERS);
}

GListModel *
sceau_house_dividers_new (void)
{
  static const char *const titles[SCEAU_N_DIVIDERS] = { N_("No divider"), N_("Rule"), N_("Lozenge") };

  return titles_new (titles, SCEAU_N_DIVIDERS);
}

GListModel *
sceau_house_seals_new (void)
{
  static const char *const titles[SCEAU_N_SEALS] = { N_("No seal"), N_("Rosette"), N_("Picture of the school") };

  return titles_new (titles, SCEAU_N_SEALS);
}
