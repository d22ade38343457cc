/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certifications-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-certification-view.h"
#include "sceau-dialogs.h"
#include "sceau-fiche-import.h"
#include "sceau-fiche-reader.h"
#include "sceau-import-fiche.h"
#include "sceau-plan-draft.h"
#include "sceau-plan-editor.h"
#include "sceau-plan-table.h"
#include "sceau-rows.h"

/* A screen of this many is enough; whoever keeps more finds the others by searching. */
#define SHOWN 200

struct _SceauCertificationsPage
{
  SceauPage parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *shipped_group;
  GtkListBox *shipped_list;
  GtkListBox *list;
  GMenu *shipped_menu;
  gboolean offered; /* the shipped fiches stand in the menu */
  char *search;
  AdwBin *shown; /* (unowned): holds the view of one certification while its level is pushed, or NULL */
  char *code;    /* of that certification */
};

G_DEFINE_FINAL_TYPE (SceauCertificationsPage, sceau_certifications_page, SCEAU_TYPE_PAGE)

/* A fiche that comes with Sceau. */
typedef struct
{
  char *path;
  char *code;
  char *title; /* NULL when the file could not be read: importing it says why */
} ShippedFiche;

typedef struct
{
  char *search;
  GPtrArray *certifications;
  gboolean wants_shipped;
  GPtrArray *shipped; /* (element-type ShippedFiche) or NULL when they are known already */
} Listing;

/* What the thread reads of one certification. */
typedef struct
{
  char *code;
  SceauCertification *certification;
  SceauPlan *plan;
} Reading;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->search);
  g_clear_pointer (&listing->certifications, g_ptr_array_unref);
  g_clear_pointer (&listing->shipped, g_ptr_array_unref);
  g_free (listing);
}

static void
shipped_fiche_free (gpointer data)
{
  ShippedFiche *fiche = data;

  g_free (fiche->path);
  g_free (fiche->code);
  g_free (fiche->title);
  g_free (fiche);
}

/* "…/RNCP41445.xml" → "RNCP41445" */
static char *
code_of_path (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  return name;
}

static ShippedFiche *
shipped_fiche_new (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = sceau_fiche_reader_read (file, NULL, faults, NULL, NULL, NULL, NULL);
  ShippedFiche *shipped = g_new0 (ShippedFiche, 1);

  shipped->path = g_strdup (path);
  shipped->code = code_of_path (path);
  if (fiches != NULL && fiches->len > 0)
    shipped->title = g_strdup (((SceauFiche *) g_ptr_array_index (fiches, 0))->certification->title);
  return shipped;
}

static GPtrArray *
list_shipped_fiches (void)
{
  g_autoptr (GPtrArray) paths = sceau_list_shipped_fiches ();
  GPtrArray *fiches = g_ptr_array_new_with_free_func (shipped_fiche_free);

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (fiches, shipped_fiche_new (g_ptr_array_index (paths, i)));
  return fiches;
}

static gboolean
list_certifications (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Listing *listing = job;
  SceauCertificationQuery query = { .search = listing->search, .limit = SHOWN };

  if (listing->wants_shipped)
    listing->shipped = list_shipped_fiches ();
  listing->certifications = sceau_certification_table_list (school, &query, error);
  return listing->certifications != NULL;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->code);
  g_clear_pointer (&reading->certification, sceau_certification_free);
  g_clear_pointer (&reading->plan, sceau_plan_free);
  g_free (reading);
}

static gboolean
read_certification (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;

  reading->certification = sceau_certification_table_find (school, reading->code, error);
  if (reading->certification == NULL)
    return FALSE;
  if (!sceau_plan_table_exists (school, reading->code))
    return TRUE;
  reading->plan = sceau_plan_table_find (school, reading->code, error);
  return reading->plan != NULL;
}

/* "RNCP41445 · Level 7 · registered until 27/10/2030" */
static char *
describe (const SceauCertification *certification)
{
  g_autoptr (GString) text = g_string_new (certification->code);
  g_autofree char *end = sceau_date_format_french (certification->registration_end);

  if (certification->level > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("Level %d"), certification->level);
    }
  if (certification->registration_end != SCEAU_NO_DATE)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("registered until %s"), end);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
certification_row_new (const SceauCertification *certification)
{
  g_autofree char *subtitle = describe (certification);
  AdwActionRow *row = sceau_link_row_new (certification->title, subtitle);

  adw_action_row_set_title_lines (row, 2);
  if (!certification->active)
    adw_action_row_add_prefix (row, sceau_tag_new (C_("fiche", "Inactive"), SCEAU_TAG_WARNING));
  gtk_widget_set_name (GTK_WIDGET (row), certification->code);
  return GTK_WIDGET (row);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* "RNCP41445 – Expert en cybersécurité (MS)", or the code alone of a fiche that could not be read. */
static void
offer_shipped_fiche (SceauCertificationsPage *self, const ShippedFiche *fiche)
{
  AdwActionRow *row = sceau_link_row_new (fiche->title != NULL ? fiche->title : fiche->code, fiche->title != NULL ? fiche->code : NULL);
  g_autofree char *label = fiche->title != NULL ? g_strdup_printf ("%s – %s", fiche->code, fiche->title) : g_strdup (fiche->code);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "page.import-path", "s", fiche->path);
  g_menu_append_item (self->shipped_menu, item);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", fiche->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.import-path");
  gtk_list_box_append (self->shipped_list, GTK_WIDGET (row));
}

/* The fiches that come with Sceau, in the menu and on the empty page: once, when the first school is read. */
static void
offer_shipped_fiches (SceauCertificationsPage *self, GPtrArray *fiches)
{
  if (fiches == NULL || self->offered)
    return;
  self->offered = TRUE;
  for (guint i = 0; i < fiches->len; i++)
    offer_shipped_fiche (self, g_ptr_array_index (fiches, i));
  gtk_widget_set_visible (GTK_WIDGET (self->shipped_group), fiches->len > 0);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificationsPage) self = user_data;
  Listing *listing = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (object)) || g_strcmp0 (listing->search, self->search) != 0)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_page_read_failed (GTK_WIDGET (self), _("The certifications could not be read"), error);
      return;
    }
  offer_shipped_fiches (self, listing->shipped);
  clear_list (self->list);
  for (guint i = 0; i < listing->certifications->len; i++)
    gtk_list_box_append (self->list, certification_row_new (g_ptr_array_index (listing->certifications, i)));
  if (listing->certifications->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->search != NULL ? "not-found" : "empty");
}

static void
read_code (SceauCertificationsPage *self, const char *code, GAsyncReadyCallback callback)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->code = g_strdup (code);
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (SCEAU_PAGE (self))), read_certification, reading,
                          reading_free, NULL, callback, g_object_ref (self));
}

/* The answer, or NULL when it could not be read, which has been said then. */
static Reading *
finish_reading (SceauCertificationsPage *self, GObject *worker, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (SCEAU_PAGE (self), SCEAU_WORKER (worker)))
    return NULL;
  if (sceau_worker_run_finish (SCEAU_WORKER (worker), result, &error))
    return sceau_worker_get_job (result);
  sceau_show_error (GTK_WIDGET (self), _("The certification could not be read"), error);
  return NULL;
}

static GtkWidget *
certification_header_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Edit the Plan…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.edit-plan");
  return button;
}

static void
show_certification (SceauCertificationsPage *self, const Reading *reading)
{
  GtkWidget *view = GTK_WIDGET (sceau_certification_view_new (reading->certification, reading->plan));

  if (self->shown == NULL)
    {
      self->shown = ADW_BIN (adw_bin_new ());
      g_object_add_weak_pointer (G_OBJECT (self->shown), (gpointer *) &self->shown);
      g_free (self->code);
      self->code = g_strdup (reading->code);
      sceau_page_push (SCEAU_PAGE (self), GTK_WIDGET (self->shown), reading->code, certification_header_new ());
    }
  adw_bin_set_child (self->shown, view);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificationsPage) self = user_data;
  Reading *reading = finish_reading (self, object, result);

  /* A second click, or one that came back after the user had left. */
  if (reading != NULL && self->shown == NULL && sceau_page_get_depth (SCEAU_PAGE (self)) == 0)
    show_certification (self, reading);
}

static void
read_again_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificationsPage) self = user_data;
  Reading *reading = finish_reading (self, object, result);

  if (reading != NULL && self->shown != NULL && g_strcmp0 (reading->code, self->code) == 0)
    show_certification (self, reading);
}

/* A certification without a plan begins with the one that its fiche suggests. */
static void
edit_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificationsPage) self = user_data;
  SceauPage *page = SCEAU_PAGE (self);
  Reading *reading = finish_reading (self, object, result);
  g_autoptr (SceauPlanDraft) draft = NULL;
  g_autoptr (GtkWidget) header = NULL;
  g_autofree char *title = NULL;
  SceauPlanEditor *editor;
  gboolean stored;

  if (reading == NULL || sceau_page_get_top (page) != GTK_WIDGET (self->shown))
    return;
  stored = reading->plan != NULL;
  if (!stored)
    reading->plan = sceau_draft_plan (reading->certification);
  draft = sceau_plan_draft_new (g_steal_pointer (&reading->certification), g_steal_pointer (&reading->plan));
  if (!stored)
    sceau_plan_draft_mark_saved (draft, NULL);
  editor = sceau_plan_editor_new (sceau_page_get_context (page), draft);
  header = sceau_plan_editor_new_header (editor);
  title = g_strdup_printf (_("Plan of %s"), self->code);
  sceau_page_push (page, GTK_WIDGET (editor), title, header);
  gtk_widget_child_focus (GTK_WIDGET (editor), GTK_DIR_TAB_FORWARD);
}

static void
edit_plan_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauCertificationsPage *self = SCEAU_CERTIFICATIONS_PAGE (user_data);

  if (self->shown != NULL)
    read_code (self, self->code, edit_cb);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SceauCertificationsPage *self)
{
  read_code (self, gtk_widget_get_name (GTK_WIDGET (row)), read_cb);
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  sceau_fiche_import_start (GTK_WIDGET (user_data), sceau_page_get_context (SCEAU_PAGE (user_data)), path, TRUE);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Official fiches (XML)"), "*.xml" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Import a Fiche"), NULL, &kind,
                     chosen_cb, user_data);
}

static void
import_path_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sceau_fiche_import_start (GTK_WIDGET (user_data), sceau_page_get_context (SCEAU_PAGE (user_data)),
                            g_variant_get_string (parameter, NULL), FALSE);
}

static void
sceau_certifications_page_set_context (SceauPage *page, SceauContext *context)
{
  SceauCertificationsPage *self = SCEAU_CERTIFICATIONS_PAGE (page);
  gboolean writable = context != NULL && !sceau_context_is_read_only (context);

  SCEAU_PAGE_CLASS (sceau_certifications_page_parent_class)->set_context (page, context);
  clear_list (self->list);
  g_clear_pointer (&self->search, g_free);
  sceau_page_enable_action (page, "import", writable);
  sceau_page_enable_action (page, "import-path", writable);
  sceau_page_enable_action (page, "edit-plan", writable);
}

static void
sceau_certifications_page_refresh (SceauPage *page)
{
  SceauCertificationsPage *self = SCEAU_CERTIFICATIONS_PAGE (page);
  Listing *listing = g_new0 (Listing, 1);

  listing->search = g_strdup (self->search);
  listing->wants_shipped = !self->offered;
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), list_certifications, listing,
                          listing_free, NULL, listed_cb, g_object_ref (page));
  if (self->shown != NULL)
    read_code (self, self->code, read_again_cb);
}

static void
sceau_certifications_page_search (SceauPage *page, const char *text)
{
  SceauCertificationsPage *self = SCEAU_CERTIFICATIONS_PAGE (page);

  g_free (self->search);
  self->search = *text != '\0' ? g_strdup (text) : NULL;
  sceau_certifications_page_refresh (page);
}

static void
sceau_certifications_page_finalize (GObject *object)
{
  SceauCertificationsPage *self = SCEAU_CERTIFICATIONS_PAGE (object);

  g_clear_weak_pointer ((gpointer *) &self->shown);
  g_free (self->search);
  g_free (self->code);
  G_OBJECT_CLASS (sceau_certifications_page_parent_class)->finalize (object);
}

static void
sceau_certifications_page_class_init (SceauCertificationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_certifications_page_finalize;
  page_class->set_context = sceau_certifications_page_set_context;
  page_class->refresh = sceau_certifications_page_refresh;
  page_class->search = sceau_certifications_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-certifications-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationsPage, shipped_group);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationsPage, shipped_list);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificationsPage, shipped_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sceau_certifications_page_init (SceauCertificationsPage *self)
{
  static const GActionEntry actions[] = {
    { "import", import_action },
    { "import-path", import_path_action, "s" },
    { "edit-plan", edit_plan_action },
  };

  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}
