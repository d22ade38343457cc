/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cohorts-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-cohort-list.h"
#include "sceau-cohort-view.h"
#include "sceau-dialogs.h"
#include "sceau-enrol-learners.h"
#include "sceau-learner-view.h"
#include "sceau-new-cohort-dialog.h"
#include "sceau-roster-import.h"
#include "sceau-rows.h"

struct _SceauCohortsPage
{
  SceauPage parent_instance;

  GtkStack *stack;
  GtkBox *groups;
  AdwBin *found;            /* every learner, while one searches from the root */
  GPtrArray *certifications; /* (element-type SceauCertification): heads, for a new cohort */
  SceauCohort *cohort;       /* whose learners are shown, or NULL */
  char *search;              /* of the root; "" when none */
};

G_DEFINE_FINAL_TYPE (SceauCohortsPage, sceau_cohorts_page, SCEAU_TYPE_PAGE)

typedef struct
{
  GPtrArray *certifications;
  GPtrArray *lines;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->certifications, g_ptr_array_unref);
  g_clear_pointer (&listing->lines, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
list_cohorts (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Listing *listing = job;
  const SceauCertificationQuery query = { 0 };

  listing->certifications = sceau_certification_table_list (school, &query, error);
  listing->lines = listing->certifications != NULL ? sceau_cohort_lines_load (school, error) : NULL;
  return listing->lines != NULL;
}

static void
learner_chosen_cb (SceauEnrolmentsView *view, gint64 learner_id, const char *name, SceauPage *page)
{
  sceau_page_push (page, GTK_WIDGET (sceau_learner_view_new (sceau_page_get_context (page), learner_id)), name, NULL);
}

static GtkWidget *
cohort_header_new (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sceau/Sceau/sceau-cohort-header.ui");

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "header")));
}

static void
show_cohort (SceauCohortsPage *self, const SceauCohort *cohort)
{
  SceauPage *page = SCEAU_PAGE (self);
  SceauCohortView *view = sceau_cohort_view_new (sceau_page_get_context (page), cohort->id);
  g_autoptr (GtkWidget) header = cohort_header_new ();

  g_clear_pointer (&self->cohort, sceau_cohort_free);
  self->cohort = sceau_cohort_new ();
  self->cohort->id = cohort->id;
  self->cohort->name = g_strdup (cohort->name);
  self->cohort->certification_code = g_strdup (cohort->certification_code);
  g_signal_connect_object (sceau_cohort_view_get_enrolments (view), "chosen", G_CALLBACK (learner_chosen_cb), self, 0);
  sceau_page_push (page, GTK_WIDGET (view), cohort->name, header);
  sceau_page_set_searchable (page, TRUE);
}

static void
cohort_activated_cb (AdwActionRow *row, SceauCohortsPage *self)
{
  show_cohort (self, g_object_get_data (G_OBJECT (row), "cohort"));
}

static GtkWidget *
cohort_row_new (SceauCohortsPage *self, SceauCohortLine *line)
{
  SceauCohort *cohort = g_steal_pointer (&line->cohort);
  g_autofree char *start = sceau_date_format_french (cohort->start);
  g_autofree char *end = sceau_date_format_french (cohort->end);
  g_autofree char *period = g_strdup_printf (_("from %s to %s"), start, end);
  g_autofree char *count = g_strdup_printf (ngettext ("%d learner", "%d learners", (gulong) line->enrolments),
                                            line->enrolments);
  AdwActionRow *row = sceau_row_new (cohort->name, period);

  adw_action_row_add_suffix (row, sceau_tag_new (count, SCEAU_TAG_PLAIN));
  sceau_row_add_arrow (row);
  g_object_set_data_full (G_OBJECT (row), "cohort", cohort, (GDestroyNotify) sceau_cohort_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (cohort_activated_cb), self, 0);
  return GTK_WIDGET (row);
}

static void
clear_groups (SceauCohortsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

/* A group for each certification that has cohorts. */
static void
show_lines (SceauCohortsPage *self, GPtrArray *lines)
{
  AdwPreferencesGroup *group = NULL;
  g_autofree char *code = NULL;

  clear_groups (self);
  for (guint i = 0; i < lines->len; i++)
    {
      SceauCohortLine *line = g_ptr_array_index (lines, i);

      if (group == NULL || !g_str_equal (code, line->cohort->certification_code))
        {
          g_autofree char *title = g_markup_escape_text (line->certification_title, -1);

          g_free (code);
          code = g_strdup (line->cohort->certification_code);
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, title);
          adw_preferences_group_set_description (group, code);
          gtk_box_append (self->groups, GTK_WIDGET (group));
        }
      adw_preferences_group_add (group, cohort_row_new (self, line));
    }
}

static void
show_root (SceauCohortsPage *self)
{
  gboolean has_cohorts = gtk_widget_get_first_child (GTK_WIDGET (self->groups)) != NULL;
  const char *name = "empty";

  if (has_cohorts && *self->search != '\0')
    name = "found";
  else if (has_cohorts)
    name = "list";
  else if (self->certifications == NULL || self->certifications->len == 0)
    name = "no-certification";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static gboolean
can_write (SceauCohortsPage *self)
{
  SceauContext *context = sceau_page_get_context (SCEAU_PAGE (self));

  return context != NULL && !sceau_context_is_read_only (context);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCohortsPage) self = user_data;
  Listing *listing = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (object)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The cohorts could not be read"), error);
      return;
    }
  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  self->certifications = g_steal_pointer (&listing->certifications);
  show_lines (self, listing->lines);
  sceau_page_enable_action (SCEAU_PAGE (self), "new-cohort", can_write (self) && self->certifications->len > 0);
  show_root (self);
}

static void
new_cohort_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCohortsPage *self = SCEAU_COHORTS_PAGE (user_data);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (sceau_new_cohort_dialog_new (window, sceau_page_get_context (SCEAU_PAGE (self)),
                                                              self->certifications)));
}

static void
roster_chosen_cb (const char *path, gpointer user_data)
{
  SceauCohortsPage *self = SCEAU_COHORTS_PAGE (user_data);

  sceau_roster_import_start (GTK_WIDGET (self), sceau_page_get_context (SCEAU_PAGE (self)), path,
                             self->cohort->certification_code, self->cohort->name);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Rosters (CSV)"), "*.csv" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Import a Roster"), NULL, &kind,
                     roster_chosen_cb, user_data);
}

static void
template_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (sceau_write_roster_template (path, &error))
    sceau_toast (GTK_WIDGET (user_data), _("Template saved: fill it in with a spreadsheet, one learner a line."));
  else
    sceau_show_error (GTK_WIDGET (user_data), _("The template could not be saved"), error);
}

static void
template_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Rosters (CSV)"), "*.csv" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save a Roster Template"),
                     _("roster.csv"), &kind, template_chosen_cb, user_data);
}

/* The cohort on top, or NULL. */
static SceauCohortView *
get_cohort_view (gpointer page)
{
  GtkWidget *top = sceau_page_get_top (SCEAU_PAGE (page));

  return SCEAU_IS_COHORT_VIEW (top) ? SCEAU_COHORT_VIEW (top) : NULL;
}

static void
enrol_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCohortView *view = get_cohort_view (user_data);

  if (view != NULL)
    sceau_cohort_view_enrol (view);
}

static void
edit_cohort_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCohortView *view = get_cohort_view (user_data);

  if (view != NULL)
    sceau_cohort_view_edit (view);
}

static void
form_group_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCohortView *view = get_cohort_view (user_data);

  if (view != NULL)
    sceau_cohort_view_form_group (view);
}

static void
sceau_cohorts_page_set_context (SceauPage *page, SceauContext *context)
{
  static const char *const of_a_cohort[] = { "import", "enrol", "edit-cohort", "form-group" };
  SceauCohortsPage *self = SCEAU_COHORTS_PAGE (page);

  SCEAU_PAGE_CLASS (sceau_cohorts_page_parent_class)->set_context (page, context);
  clear_groups (self);
  adw_bin_set_child (self->found, NULL);
  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  g_free (self->search);
  self->search = g_strdup ("");
  sceau_page_enable_action (page, "new-cohort", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (of_a_cohort); i++)
    sceau_page_enable_action (page, of_a_cohort[i], can_write (self));
}

static void
sceau_cohorts_page_refresh (SceauPage *page)
{
  GtkWidget *top = sceau_page_get_top (page);

  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), list_cohorts, g_new0 (Listing, 1),
                          listing_free, NULL, listed_cb, g_object_ref (page));
  if (SCEAU_IS_COHORT_VIEW (top))
    sceau_cohort_view_reload (SCEAU_COHORT_VIEW (top));
  else if (SCEAU_IS_LEARNER_VIEW (top))
    sceau_learner_view_reload (SCEAU_LEARNER_VIEW (top));
}

/* From the root one searches among all learners, and finds one without knowing the cohort. */
static void
search_everybody (SceauCohortsPage *self, const char *text)
{
  GtkWidget *view = adw_bin_get_child (self->found);

  g_free (self->search);
  self->search = g_strdup (text);
  if (view == NULL && *text != '\0')
    {
      view = GTK_WIDGET (sceau_enrolments_view_new (sceau_page_get_context (SCEAU_PAGE (self)), 0));
      g_signal_connect_object (view, "chosen", G_CALLBACK (learner_chosen_cb), self, 0);
      adw_bin_set_child (self->found, view);
    }
  if (*text != '\0')
    sceau_enrolments_view_search (SCEAU_ENROLMENTS_VIEW (view), text);
  show_root (self);
}

static void
sceau_cohorts_page_search (SceauPage *page, const char *text)
{
  GtkWidget *top = sceau_page_get_top (page);

  if (SCEAU_IS_COHORT_VIEW (top))
    sceau_enrolments_view_search (sceau_cohort_view_get_enrolments (SCEAU_COHORT_VIEW (top)), text);
  else if (top == NULL)
    search_everybody (SCEAU_COHORTS_PAGE (page), text);
}

static void
sceau_cohorts_page_finalize (GObject *object)
{
  SceauCohortsPage *self = SCEAU_COHORTS_PAGE (object);

  g_clear_pointer (&self->certifications, g_ptr_array_unref);
  g_clear_pointer (&self->cohort, sceau_cohort_free);
  g_free (self->search);
  G_OBJECT_CLASS (sceau_cohorts_page_parent_class)->finalize (object);
}

static void
sceau_cohorts_page_class_init (SceauCohortsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_cohorts_page_finalize;
  page_class->set_context = sceau_cohorts_page_set_context;
  page_class->refresh = sceau_cohorts_page_refresh;
  page_class->search = sceau_cohorts_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-cohorts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCohortsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauCohortsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, SceauCohortsPage, found);
}

static void
sceau_cohorts_page_init (SceauCohortsPage *self)
{
  static const GActionEntry actions[] = {
    { "new-cohort", new_cohort_action },
    { "import", import_action },
    { "template", template_action },
    { "enrol", enrol_action },
    { "edit-cohort", edit_cohort_action },
    { "form-group", form_group_action },
  };

  self->search = g_strdup ("");
  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}
