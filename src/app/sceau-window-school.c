/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Which school the window shows: new, open, close, recent. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-new-school-dialog.h"
#include "sceau-recent-schools.h"
#include "sceau-window-private.h"

#define RECENT_IN_MENU 5

void
sceau_window_update_info (SceauWindow *self, gboolean outdated)
{
  const char *text = NULL;

  if (self->context != NULL && sceau_context_is_read_only (self->context))
    text = _("This file can only be read: you can look at everything, but nothing can be changed.");
  else if (outdated)
    text = _("Somebody else has changed this school. Finish what you are typing, then press F5 to see it.");
  sceau_info_bar_set_text (self->info_bar, text);
}

/* Whether reading @page again could take away what somebody is typing in it. */
static gboolean
is_typed_in (SceauWindow *self, SceauPage *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (sceau_page_has_unsaved (page))
    return TRUE;
  return GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (page))
         && gtk_editable_get_editable (GTK_EDITABLE (focus)) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
}

static void
changed_elsewhere_cb (SceauSchoolWatch *watch, SceauWindow *self)
{
  SceauPage *held = sceau_window_get_page (self);

  if (held != NULL && !is_typed_in (self, held))
    held = NULL;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (SCEAU_PAGE (page) != held)
      sceau_page_data_changed (SCEAU_PAGE (page));
  sceau_window_update_info (self, held != NULL);
}

void
sceau_window_look_outside (SceauWindow *self)
{
  if (self->watch != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    sceau_school_watch_ask (self->watch);
}

static void
school_changed_cb (SceauWorker *worker, SceauWindow *self)
{
  sceau_window_update_info (self, FALSE);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    sceau_page_data_changed (SCEAU_PAGE (page));
}

static void
show_identity (SceauWindow *self)
{
  const char *name = self->context != NULL ? sceau_context_get_identity (self->context)->name : "";

  gtk_window_set_title (GTK_WINDOW (self), *name != '\0' ? name : g_get_application_name ());
  sceau_window_update_info (self, FALSE);
}

/* Shows @context, or the start page when it is NULL. */
void
sceau_window_set_context (SceauWindow *self, SceauContext *context)
{
  if (self->context != NULL)
    g_clear_signal_handler (&self->changed_handler, sceau_context_get_worker (self->context));
  g_set_object (&self->context, context);
  if (context != NULL)
    self->changed_handler = g_signal_connect (sceau_context_get_worker (context), "changed",
                                              G_CALLBACK (school_changed_cb), self);
  g_clear_object (&self->watch);
  if (context != NULL)
    {
      self->watch = sceau_school_watch_new (context);
      g_signal_connect_object (self->watch, "changed-elsewhere", G_CALLBACK (changed_elsewhere_cb), self, 0);
    }

  show_identity (self);
  gtk_stack_set_visible_child_name (self->view, context != NULL ? "school" : "start");
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    sceau_page_set_context (SCEAU_PAGE (page), context);
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, 0));
  if (context != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->sidebar)));
  sceau_window_update_header (self);
}

void
sceau_window_update_recent (SceauWindow *self)
{
  g_autoptr (GPtrArray) schools = sceau_recent_schools_list (RECENT_IN_MENU);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < schools->len; i++)
    {
      const SceauRecentSchool *school = g_ptr_array_index (schools, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (school->name, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "s", school->path);
      g_menu_append_item (self->recent_menu, item);
    }
  sceau_start_page_refresh (self->start_page);
}

/* The window may have been closed while the file was being opened. */
static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauContext) context = sceau_context_open_finish (result, &error);

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  if (context == NULL)
    {
      gtk_stack_set_visible_child_name (self->view, self->context != NULL ? "school" : "start");
      sceau_show_error (GTK_WIDGET (self), _("The school could not be opened"), error);
      return;
    }
  sceau_recent_schools_add (sceau_context_get_path (context), sceau_context_get_identity (context)->name);
  if (self->settings != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (sceau_context_get_path (context), NULL, NULL);

      g_settings_set_string (self->settings, "last-school", uri != NULL ? uri : "");
    }
  sceau_window_set_context (self, context);
  sceau_window_update_recent (self);
}

/* The window of this process that shows @path already. */
static SceauWindow *
find_window_with (SceauWindow *self, const char *path)
{
  for (GList *link = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self))); link != NULL;
       link = link->next)
    {
      SceauWindow *other = SCEAU_IS_WINDOW (link->data) ? SCEAU_WINDOW (link->data) : NULL;

      if (other != NULL && other->context != NULL && g_str_equal (sceau_context_get_path (other->context), path))
        return other;
    }
  return NULL;
}

/* A school that is to be opened in a window. */
typedef struct
{
  SceauWindow *window; /* which outlives the question that it asks */
  char *path;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static void
open_cb (gpointer data)
{
  Opening *opening = data;

  gtk_stack_set_visible_child_name (opening->window->view, "opening");
  sceau_context_open_async (opening->path, opened_cb, g_object_ref (opening->window));
}

void
sceau_window_open (SceauWindow *self, const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  SceauWindow *other;
  Opening *opening;

  g_return_if_fail (SCEAU_IS_WINDOW (self));

  other = find_window_with (self, canonical);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->window = self;
  opening->path = g_steal_pointer (&canonical);
  sceau_window_leave_unsaved (self, open_cb, opening, opening_free);
}

static void
close_school_cb (gpointer user_data)
{
  sceau_window_set_context (SCEAU_WINDOW (user_data), NULL);
}

void
sceau_window_close_school (SceauWindow *self)
{
  g_return_if_fail (SCEAU_IS_WINDOW (self));

  if (self->context != NULL && sceau_worker_is_changing (sceau_context_get_worker (self->context)))
    {
      sceau_toast (GTK_WIDGET (self), _("Work is still going on: the school can be closed when it has ended."));
      return;
    }
  sceau_window_leave_unsaved (self, close_school_cb, self, NULL);
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  sceau_window_open (SCEAU_WINDOW (user_data), path);
}

void
sceau_window_choose_school (SceauWindow *self)
{
  const SceauFileKind kind = { _("Schools"), "*.sceau" };

  sceau_choose_file (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a School"), NULL, &kind, chosen_cb, self);
}

static void
founded_cb (SceauNewSchoolDialog *dialog, const char *path, SceauWindow *self)
{
  sceau_window_open (self, path);
}

void
sceau_window_found_school (SceauWindow *self)
{
  SceauNewSchoolDialog *dialog = sceau_new_school_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "founded", G_CALLBACK (founded_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
