/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Sidebar, header bar, and the way back. */

#include <glib/gi18n-lib.h>

#include "sceau-pages.h"
#include "sceau-window-private.h"

static GtkWidget *
sidebar_row_new (const SceauPageEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(entry->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entry->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, entry->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(entry->title), -1);
  return row;
}

static void
close_search (SceauWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_row (SceauWindow *self, GtkListBoxRow *row)
{
  close_search (self);
  gtk_stack_set_visible_child_name (self->pages, gtk_widget_get_name (GTK_WIDGET (row)));
  sceau_window_update_header (self);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, SceauWindow *self)
{
  if (row != NULL)
    show_row (self, row);
}

/* The keyboard goes where the eye is: to the entry of the page, or into the page where it hides the sidebar. */
static void
move_focus (SceauWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->sidebar);
  gboolean sidebar = !adw_leaflet_get_folded (self->leaflet)
                     || adw_leaflet_get_adjacent_child (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK) == NULL;

  if (!sidebar)
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Where sidebar and page do not stand side by side, choosing an entry goes to its page. */
static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SceauWindow *self)
{
  if (adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD))
    move_focus (self);
}

/* The arrows go through the sections; Tab leaves them, since each that it came across would take the place of the page. */
static gboolean
sidebar_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SceauWindow *self)
{
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return FALSE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (back || adw_leaflet_get_folded (self->leaflet))
    return gtk_widget_child_focus (self->menu_button, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
watch_sidebar_keys (SceauWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (sidebar_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->sidebar), controller);
}

static void
level_changed_cb (SceauPage *page, SceauWindow *self)
{
  close_search (self);
  sceau_window_update_header (self);
}

static void
searchable_cb (SceauPage *page, GParamSpec *pspec, SceauWindow *self)
{
  sceau_window_update_header (self);
}

void
sceau_window_build_sidebar (SceauWindow *self)
{
  guint n_entries;
  const SceauPageEntry *entries = sceau_pages_get (&n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      GtkWidget *page = g_object_new (entries[i].get_type (), "title", _(entries[i].title), NULL);

      gtk_stack_add_named (self->pages, page, entries[i].name);
      g_signal_connect_object (page, "level-changed", G_CALLBACK (level_changed_cb), self, 0);
      g_signal_connect_object (page, "notify::searchable", G_CALLBACK (searchable_cb), self, 0);
      gtk_list_box_append (self->sidebar, sidebar_row_new (&entries[i]));
    }
  watch_sidebar_keys (self);
  g_signal_connect_object (self->sidebar, "row-selected", G_CALLBACK (row_selected_cb), self, 0);
  g_signal_connect_object (self->sidebar, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, 0));
}

SceauPage *
sceau_window_get_page (SceauWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? SCEAU_PAGE (page) : NULL;
}

const char *
sceau_window_get_page_name (SceauWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

void
sceau_window_show_page (SceauWindow *self, const char *name)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->sidebar, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, i);

      if (!g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
        continue;
      gtk_list_box_select_row (self->sidebar, row);
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
      move_focus (self);
    }
}

/* The next entry of the sidebar, or with -1 the one before; the ends are joined. */
void
sceau_window_step_page (SceauWindow *self, int step)
{
  guint n_entries;
  int index = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->sidebar));

  sceau_pages_get (&n_entries);
  index = (index + step + (int) n_entries) % (int) n_entries;
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, index));
  move_focus (self);
}

void
sceau_window_update_header (SceauWindow *self)
{
  SceauPage *page = sceau_window_get_page (self);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  const char *school = self->context != NULL ? sceau_context_get_identity (self->context)->name : "";

  if (page == NULL)
    return;
  /* In a narrow window a page has no room for the school's name: it stands over the sections then. */
  adw_window_title_set_subtitle (self->title, folded ? "" : school);
  adw_window_title_set_subtitle (self->sidebar_title, folded ? school : "");
  adw_window_title_set_title (self->title, sceau_page_get_title (page));
  gtk_widget_insert_action_group (GTK_WIDGET (self->header_slot), "page", sceau_page_get_actions (page));
  adw_bin_set_child (self->header_slot, sceau_page_get_header (page));
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), sceau_page_get_searchable (page));
  gtk_widget_set_visible (self->back_button, folded || sceau_page_get_depth (page) > 0);
  sceau_window_update_actions (self);
}

static SceauPage *
find_unsaved (SceauWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (sceau_page_has_unsaved (SCEAU_PAGE (page)))
      return SCEAU_PAGE (page);
  return NULL;
}

gboolean
sceau_window_has_unsaved (SceauWindow *self)
{
  return find_unsaved (self) != NULL;
}

/* What goes on when work is given up. */
typedef struct
{
  SceauWindow *window; /* (owned) */
  SceauConfirmedFunc go_on;
  gpointer user_data;
  GDestroyNotify user_data_free;
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  if (leaving->user_data_free != NULL)
    leaving->user_data_free (leaving->user_data);
  g_object_unref (leaving->window);
  g_free (leaving);
}

static void
leave_cb (gpointer data)
{
  Leaving *leaving = data;
  SceauPage *page;

  while ((page = find_unsaved (leaving->window)) != NULL)
    sceau_page_pop (page);
  leaving->go_on (leaving->user_data);
}

static void
ask_to_leave (SceauWindow *self, SceauConfirmedFunc confirmed, gpointer user_data, GDestroyNotify user_data_free)
{
  sceau_confirm (GTK_WIDGET (self), _("Leave without saving?"),
                 _("What you changed since the last time it was saved would be lost."), _("_Leave without Saving"), TRUE,
                 confirmed, user_data, user_data_free);
}

void
sceau_window_leave_unsaved (SceauWindow *self, SceauConfirmedFunc go_on, gpointer user_data, GDestroyNotify user_data_free)
{
  Leaving *leaving;

  if (find_unsaved (self) == NULL)
    {
      go_on (user_data);
      if (user_data_free != NULL)
        user_data_free (user_data);
      return;
    }
  leaving = g_new0 (Leaving, 1);
  leaving->window = g_object_ref (self);
  leaving->go_on = go_on;
  leaving->user_data = user_data;
  leaving->user_data_free = user_data_free;
  ask_to_leave (self, leave_cb, leaving, leaving_free);
}

static void
pop_cb (gpointer user_data)
{
  sceau_page_pop (SCEAU_PAGE (user_data));
}

void
sceau_window_go_back (SceauWindow *self)
{
  SceauPage *page = sceau_window_get_page (self);

  if (page != NULL && sceau_page_has_unsaved (page))
    {
      ask_to_leave (self, pop_cb, g_object_ref (page), g_object_unref);
      return;
    }
  if (page != NULL && sceau_page_pop (page))
    return;
  if (adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    move_focus (self);
}
