/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jury-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-list.h"
#include "sceau-decision-table.h"
#include "sceau-deliberation-view.h"
#include "sceau-dialogs.h"
#include "sceau-juror-view.h"
#include "sceau-jurors-view.h"
#include "sceau-jury-session-view.h"
#include "sceau-jury-table.h"
#include "sceau-jury-words.h"
#include "sceau-life-line.h"
#include "sceau-narrow.h"
#include "sceau-new-jury-dialog.h"
#include "sceau-rows.h"
#include "sceau-session-file-check.h"

/* Pixels of the window below which the button of the header says less. */
#define NARROW_WIDTH 640

struct _SceauJuryPage
{
  SceauPage parent_instance;

  AdwSplitButton *new_button;
  GtkStack *stack;
  GtkBox *groups;
  GPtrArray *cohorts; /* (element-type SceauCohortLine): for a new session */
  gboolean stale;     /* the list is to be read again when it is shown */
};

G_DEFINE_FINAL_TYPE (SceauJuryPage, sceau_jury_page, SCEAU_TYPE_PAGE)

/* One session in the list. */
typedef struct
{
  SceauJurySession *session;
  int decided;
  int candidates;
} Line;

typedef struct
{
  GPtrArray *lines;   /* (element-type Line) */
  GPtrArray *cohorts; /* (element-type SceauCohortLine) */
} Listing;

static void
line_free (gpointer data)
{
  Line *line = data;

  sceau_jury_session_free (line->session);
  g_free (line);
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->lines, g_ptr_array_unref);
  g_clear_pointer (&listing->cohorts, g_ptr_array_unref);
  g_free (listing);
}

static gboolean
add_line (Listing *listing, SceauSchool *school, SceauJurySession *session, GError **error)
{
  Line *line = g_new0 (Line, 1);

  line->session = session;
  g_ptr_array_add (listing->lines, line);
  return sceau_decision_table_count (school, session->id, &line->decided, &line->candidates, error);
}

static gboolean
list_sessions (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Listing *listing = job;
  const SceauJuryQuery query = { 0 };
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, &query, error);

  if (sessions == NULL)
    return FALSE;
  listing->lines = g_ptr_array_new_with_free_func (line_free);
  while (sessions->len > 0)
    if (!add_line (listing, school, g_ptr_array_steal_index (sessions, 0), error))
      return FALSE;
  listing->cohorts = sceau_cohort_lines_load (school, error);
  return listing->cohorts != NULL;
}

static void
candidate_chosen_cb (SceauJurySessionView *view, gint64 enrolment_id, SceauPage *page)
{
  SceauDeliberationView *deliberation = sceau_jury_session_view_deliberate (view, enrolment_id);

  sceau_page_push (page, GTK_WIDGET (deliberation), _("Deliberation"), NULL);
  /* Last: the stack gave the keyboard to the first button that it met. */
  gtk_widget_grab_focus (GTK_WIDGET (deliberation));
}

static void
letter_chosen_cb (SceauJurySessionView *view, guint position, SceauPage *page)
{
  sceau_page_push (page, GTK_WIDGET (sceau_jury_session_view_read_letters (view, position)), _("Letters of Result"), NULL);
}

/* Whatever is shown over it goes with it. */
static void
session_removed_cb (SceauJurySessionView *view, SceauPage *page)
{
  if (sceau_page_get_depth (page) > 0)
    sceau_page_pop_all (page);
}

static void
show_session (SceauJuryPage *self, gint64 session_id, const char *title)
{
  SceauPage *page = SCEAU_PAGE (self);
  SceauJurySessionView *view = sceau_jury_session_view_new (sceau_page_get_context (page), session_id);

  g_signal_connect_object (view, "candidate-chosen", G_CALLBACK (candidate_chosen_cb), self, 0);
  g_signal_connect_object (view, "letter-chosen", G_CALLBACK (letter_chosen_cb), self, 0);
  g_signal_connect_object (view, "removed", G_CALLBACK (session_removed_cb), self, 0);
  sceau_page_push (page, GTK_WIDGET (view), title, NULL);
  sceau_page_set_searchable (page, TRUE);
}

static void
session_activated_cb (AdwActionRow *row, SceauJuryPage *self)
{
  const SceauJurySession *session = g_object_get_data (G_OBJECT (row), "session");
  g_autofree char *title = sceau_jury_session_title (session);

  show_session (self, session->id, title);
}

static const char *
find_title (SceauJuryPage *self, const char *certification_code)
{
  for (guint i = 0; i < self->cohorts->len; i++)
    {
      const SceauCohortLine *line = g_ptr_array_index (self->cohorts, i);

      if (g_str_equal (line->cohort->certification_code, certification_code))
        return line->certification_title;
    }
  return certification_code;
}

static GtkWidget *
state_tag_new (const Line *line)
{
  SceauSessionState state = line->session->state;
  g_autofree char *progress = NULL;

  if (line->session->suspended)
    return sceau_tag_new (C_("state of a session", "Suspended"), SCEAU_TAG_WARNING);
  if (state == SCEAU_SESSION_SEALED && line->session->notified == SCEAU_NO_DATE)
    return sceau_tag_new (_("To notify"), SCEAU_TAG_WARNING);
  if (state != SCEAU_SESSION_OPEN || line->candidates == 0)
    return sceau_tag_new (sceau_session_state_title (state), state == SCEAU_SESSION_SEALED ? SCEAU_TAG_SUCCESS : SCEAU_TAG_PLAIN);
  /* Translators: the state of a session, then how many candidates are decided: "Open, 12/40". */
  progress = g_strdup_printf (_("%s, %d/%d"), sceau_session_state_title (state), line->decided, line->candidates);
  return sceau_tag_new (progress, SCEAU_TAG_WARNING);
}

static GtkWidget *
session_row_new (SceauJuryPage *self, Line *line)
{
  SceauJurySession *session = line->session;
  g_autofree char *title = sceau_jury_session_title (session);
  g_autofree char *heading = g_strdup_printf ("%s – %s", session->cohort_name, find_title (self, session->certification_code));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", title, session->place);
  AdwActionRow *row = sceau_row_new (heading, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  SceauLifeLine *life = sceau_life_line_new (FALSE);

  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle_lines (row, 2);
  sceau_life_line_set_state (life, session->state);
  gtk_widget_set_valign (GTK_WIDGET (life), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (row, GTK_WIDGET (life));
  adw_action_row_add_suffix (row, state_tag_new (line));
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "session", session, (GDestroyNotify) sceau_jury_session_free);
  line->session = NULL;
  g_signal_connect_object (row, "activated", G_CALLBACK (session_activated_cb), self, 0);
  return GTK_WIDGET (row);
}

static void
clear_groups (SceauJuryPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

/* What is still to be done comes before what is done. */
static void
append_group (SceauJuryPage *self, GPtrArray *lines, gboolean sealed, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean any = FALSE;

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = g_ptr_array_index (lines, i);

      if (line->session == NULL || (line->session->state == SCEAU_SESSION_SEALED) != sealed)
        continue;
      adw_preferences_group_add (group, session_row_new (self, line));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (group), any);
  gtk_box_append (self->groups, GTK_WIDGET (group));
}

static gboolean
can_write (SceauJuryPage *self)
{
  SceauContext *context = sceau_page_get_context (SCEAU_PAGE (self));

  return context != NULL && !sceau_context_is_read_only (context);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauJuryPage) self = user_data;
  Listing *listing = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  const char *name = "list";

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (object)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The jury sessions could not be read"), error);
      return;
    }
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  self->cohorts = g_steal_pointer (&listing->cohorts);
  if (listing->lines->len == 0)
    name = self->cohorts->len == 0 ? "no-cohort" : "empty";
  clear_groups (self);
  append_group (self, listing->lines, FALSE, _("To Hold"));
  append_group (self, listing->lines, TRUE, _("Sealed Sessions"));
  sceau_page_enable_action (SCEAU_PAGE (self), "new-session", can_write (self) && self->cohorts->len > 0);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
planned_cb (SceauNewJuryDialog *dialog, gint64 session_id, const char *title, SceauJuryPage *self)
{
  if (sceau_page_get_context (SCEAU_PAGE (self)) != NULL)
    show_session (self, session_id, title);
}

static void
new_session_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauJuryPage *self = SCEAU_JURY_PAGE (user_data);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  SceauNewJuryDialog *dialog = sceau_new_jury_dialog_new (window, sceau_page_get_context (SCEAU_PAGE (self)), self->cohorts);

  g_signal_connect_object (dialog, "planned", G_CALLBACK (planned_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
juror_removed_cb (SceauJurorView *view, SceauPage *page)
{
  if (sceau_page_get_top (page) == GTK_WIDGET (view))
    sceau_page_pop (page);
}

static void
juror_chosen_cb (SceauJurorsView *view, gint64 juror_id, const char *name, SceauPage *page)
{
  SceauJurorView *juror = sceau_juror_view_new (sceau_page_get_context (page), juror_id);

  g_signal_connect_object (juror, "removed", G_CALLBACK (juror_removed_cb), page, 0);
  sceau_page_push (page, GTK_WIDGET (juror), name, NULL);
}

static void
jurors_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauPage *page = SCEAU_PAGE (user_data);
  SceauJurorsView *view = sceau_jurors_view_new (sceau_page_get_context (page));

  g_signal_connect_object (view, "chosen", G_CALLBACK (juror_chosen_cb), page, 0);
  sceau_page_push (page, GTK_WIDGET (view), _("Jurors"), NULL);
  sceau_page_set_searchable (page, TRUE);
}

static void
check_file (const char *path, gpointer user_data)
{
  sceau_check_session_file (GTK_WIDGET (user_data), sceau_page_get_context (SCEAU_PAGE (user_data)), path);
}

static void
check_session_file_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Session files (ZIP)"), "*.zip" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Check a Session File"), NULL, &kind, check_file, user_data);
}

static void
check_session_file_of_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  check_file (g_variant_get_string (parameter, NULL), user_data);
}

static void
sceau_jury_page_set_context (SceauPage *page, SceauContext *context)
{
  SceauJuryPage *self = SCEAU_JURY_PAGE (page);

  SCEAU_PAGE_CLASS (sceau_jury_page_parent_class)->set_context (page, context);
  clear_groups (self);
  g_clear_pointer (&self->cohorts, g_ptr_array_unref);
  sceau_page_enable_action (page, "new-session", FALSE);
  sceau_page_enable_action (page, "jurors", context != NULL);
  sceau_page_enable_action (page, "check-session-file", context != NULL);
  sceau_page_enable_action (page, "check-session-file-of", context != NULL);
}

/* The list is not read again after each decision, but when it is on top. */
static void
list_if_on_top (SceauJuryPage *self)
{
  SceauPage *page = SCEAU_PAGE (self);

  if (!self->stale || sceau_page_get_depth (page) > 0 || sceau_page_get_context (page) == NULL)
    return;
  self->stale = FALSE;
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), list_sessions, g_new0 (Listing, 1),
                          listing_free, NULL, listed_cb, g_object_ref (self));
}

/* What lies below the top is read again when it is shown next. */
static void
sceau_jury_page_refresh (SceauPage *page)
{
  GtkWidget *top = sceau_page_get_top (page);

  SCEAU_JURY_PAGE (page)->stale = TRUE;
  list_if_on_top (SCEAU_JURY_PAGE (page));
  if (SCEAU_IS_DELIBERATION_VIEW (top))
    sceau_deliberation_view_reload (SCEAU_DELIBERATION_VIEW (top));
  else if (SCEAU_IS_JURY_SESSION_VIEW (top))
    sceau_jury_session_view_reload (SCEAU_JURY_SESSION_VIEW (top));
  else if (SCEAU_IS_JURORS_VIEW (top))
    sceau_jurors_view_reload (SCEAU_JURORS_VIEW (top));
  else if (SCEAU_IS_JUROR_VIEW (top))
    sceau_juror_view_reload (SCEAU_JUROR_VIEW (top));
}

static void
sceau_jury_page_search (SceauPage *page, const char *text)
{
  GtkWidget *top = sceau_page_get_top (page);

  if (SCEAU_IS_JURY_SESSION_VIEW (top))
    sceau_jury_session_view_search (SCEAU_JURY_SESSION_VIEW (top), text);
  else if (SCEAU_IS_JURORS_VIEW (top))
    sceau_jurors_view_search (SCEAU_JURORS_VIEW (top), text);
}

/* Beside the title there is room for one word then. */
static void
set_narrow (GtkWidget *widget, gboolean narrow)
{
  adw_split_button_set_label (SCEAU_JURY_PAGE (widget)->new_button, narrow ? _("_New…") : _("_New Session…"));
}

static void
sceau_jury_page_finalize (GObject *object)
{
  g_clear_pointer (&SCEAU_JURY_PAGE (object)->cohorts, g_ptr_array_unref);
  G_OBJECT_CLASS (sceau_jury_page_parent_class)->finalize (object);
}

static void
sceau_jury_page_class_init (SceauJuryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_jury_page_finalize;
  page_class->set_context = sceau_jury_page_set_context;
  page_class->refresh = sceau_jury_page_refresh;
  page_class->search = sceau_jury_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-jury-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauJuryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauJuryPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SceauJuryPage, groups);
}

static void
sceau_jury_page_init (SceauJuryPage *self)
{
  static const GActionEntry actions[] = {
    { "new-session", new_session_action },
    { "jurors", jurors_action },
    { "check-session-file", check_session_file_action },
    { "check-session-file-of", check_session_file_of_action, "s" },
  };

  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_narrow_watch (GTK_WIDGET (self), NARROW_WIDTH, set_narrow);
  g_signal_connect (self, "level-changed", G_CALLBACK (list_if_on_top), NULL);
}
