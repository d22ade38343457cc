/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-start-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-recent-schools.h"

#define RECENT_SHOWN 6

struct _SceauStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (SceauStartPage, sceau_start_page, ADW_TYPE_BIN)

/* "~/Schools" rather than the whole path of a home folder. */
static char *
short_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home))
    return g_strconcat ("~", folder + strlen (home), NULL);
  return g_steal_pointer (&folder);
}

static GtkWidget *
recent_row_new (const SceauRecentSchool *school)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *folder = short_folder (school->path);
  g_autofree char *title = g_markup_escape_text (school->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (folder, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", school->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  return row;
}

static void
sceau_start_page_class_init (SceauStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SceauStartPage, recent_list);
}

static void
sceau_start_page_init (SceauStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_start_page_refresh (self);
}

void
sceau_start_page_refresh (SceauStartPage *self)
{
  g_autoptr (GPtrArray) schools = sceau_recent_schools_list (RECENT_SHOWN);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; i < schools->len; i++)
    gtk_list_box_append (self->recent_list, recent_row_new (g_ptr_array_index (schools, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), schools->len > 0);
}
