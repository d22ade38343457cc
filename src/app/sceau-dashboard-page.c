/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-dashboard-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-due-list.h"
#include "sceau-house-editor.h"
#include "sceau-pages.h"
#include "sceau-rows.h"

struct _SceauDashboardPage
{
  SceauPage parent_instance;

  GtkFlowBox *figures;
  GtkStack *stack;
  GtkListBox *due;
};

G_DEFINE_FINAL_TYPE (SceauDashboardPage, sceau_dashboard_page, SCEAU_TYPE_PAGE)

typedef struct
{
  SceauDueList *list;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->list, sceau_due_list_free);
  g_free (reading);
}

static gboolean
read_due (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->list = sceau_due_list_load (school, sceau_school_today (school), error);
  return reading->list != NULL;
}

/* A page that is not in the sidebar leads nowhere. */
static gboolean
has_page (const char *name)
{
  guint n_entries;
  const SceauPageEntry *entries = sceau_pages_get (&n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (g_str_equal (entries[i].name, name))
      return TRUE;
  return FALSE;
}

/* One figure: large number, its name below, and the page it is about. */
static void
add_figure (SceauDashboardPage *self, int value, const char *name, const char *page)
{
  g_autofree char *number = g_strdup_printf ("%d", value);
  g_autofree char *accessible = g_strdup_printf (_("%s: %d"), name, value);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *value_label = gtk_label_new (number);
  GtkWidget *name_label = gtk_label_new (name);

  gtk_widget_add_css_class (value_label, "value");
  gtk_widget_add_css_class (name_label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), value_label);
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "sceau-figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  if (has_page (page))
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
    }
  gtk_flow_box_insert (self->figures, button, -1);
  /* The card takes the focus, not the cell around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
show_figures (SceauDashboardPage *self, const SceauDueList *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_flow_box_remove (self->figures, child);
  add_figure (self, list->certifications, ngettext ("certification", "certifications", (gulong) list->certifications),
              "certifications");
  add_figure (self, list->cohorts, ngettext ("cohort", "cohorts", (gulong) list->cohorts), "cohorts");
  add_figure (self, list->learners, ngettext ("learner", "learners", (gulong) list->learners), "cohorts");
  add_figure (self, list->sessions_under_way,
              ngettext ("jury under way", "juries under way", (gulong) list->sessions_under_way), "juries");
  add_figure (self, list->certificates, ngettext ("certificate", "certificates", (gulong) list->certificates), "certificates");
}

static GtkWidget *
urgency_tag_new (const SceauDueItem *item)
{
  switch (item->urgency)
    {
    case SCEAU_DUE_LATE:
      return sceau_tag_new (_("Late"), SCEAU_TAG_ERROR);
    case SCEAU_DUE_SOON:
      return sceau_tag_new (_("Soon"), SCEAU_TAG_WARNING);
    case SCEAU_DUE_NEXT:
    default:
      return sceau_tag_new (_("To begin"), SCEAU_TAG_PLAIN);
    }
}

static GtkWidget *
due_row_new (const SceauDueItem *item)
{
  gboolean leads = has_page (item->page);
  AdwActionRow *row = leads ? sceau_link_row_new (item->title, item->detail) : sceau_row_new (item->title, item->detail);

  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle_lines (row, 3);
  adw_action_row_add_prefix (row, urgency_tag_new (item));
  if (leads)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->page);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
    }
  return GTK_WIDGET (row);
}

static void
show_due (SceauDashboardPage *self, const SceauDueList *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->due))) != NULL)
    gtk_list_box_remove (self->due, child);
  for (guint i = 0; i < list->items->len; i++)
    gtk_list_box_append (self->due, due_row_new (g_ptr_array_index (list->items, i)));
  gtk_stack_set_visible_child_name (self->stack, list->items->len > 0 ? "due" : "nothing");
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauDashboardPage) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (object)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The dashboard could not be read"), error);
      return;
    }
  show_figures (self, reading->list);
  show_due (self, reading->list);
}

/* How the school's papers look, over the dashboard. */
static void
house_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauPage *page = SCEAU_PAGE (user_data);
  SceauHouseEditor *editor;
  g_autoptr (GtkWidget) header = NULL;

  if (sceau_page_get_context (page) == NULL || sceau_page_get_depth (page) > 0)
    return;
  editor = sceau_house_editor_new (sceau_page_get_context (page));
  header = sceau_house_editor_new_header (editor);
  sceau_page_push (page, GTK_WIDGET (editor), _("Papers of the School"), header);
  sceau_house_editor_reload (editor);
  gtk_widget_child_focus (GTK_WIDGET (editor), GTK_DIR_TAB_FORWARD);
}

static void
sceau_dashboard_page_refresh (SceauPage *page)
{
  GtkWidget *top = sceau_page_get_top (page);

  if (top != NULL && SCEAU_IS_HOUSE_EDITOR (top))
    sceau_house_editor_reload (SCEAU_HOUSE_EDITOR (top));
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), read_due, g_new0 (Reading, 1),
                          reading_free, NULL, read_cb, g_object_ref (page));
}

static void
sceau_dashboard_page_class_init (SceauDashboardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SCEAU_PAGE_CLASS (klass)->refresh = sceau_dashboard_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-dashboard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauDashboardPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SceauDashboardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauDashboardPage, due);
}

static void
sceau_dashboard_page_init (SceauDashboardPage *self)
{
  static const GActionEntry entries[] = { { "house", house_action } };

  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_page_add_actions (SCEAU_PAGE (self), entries, G_N_ELEMENTS (entries));
}
