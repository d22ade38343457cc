/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certifications-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-certification-table.h"
#include "sceau-certification-view.h"
#include "sceau-dialogs.h"
#include "sceau-fiche-import.h"
#include "sceau-import-fiche.h"
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
  char *search;
};

G_DEFINE_FINAL_TYPE (SceauCertificationsPage, sceau_certifications_page, SCEAU_TYPE_PAGE)

typedef struct
{
  char *search;
  GPtrArray *certifications;
} Listing;

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
  g_free (listing);
}

static gboolean
list_certifications (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Listing *listing = job;
  SceauCertificationQuery query = { .search = listing->search, .limit = SHOWN };

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
  clear_list (self->list);
  for (guint i = 0; i < listing->certifications->len; i++)
    gtk_list_box_append (self->list, certification_row_new (g_ptr_array_index (listing->certifications, i)));
  if (listing->certifications->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->search != NULL ? "not-found" : "empty");
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPage) page = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (!sceau_page_shows (page, SCEAU_WORKER (object)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    sceau_show_error (GTK_WIDGET (page), _("The certification could not be read"), error);
  else
    sceau_page_push (page, GTK_WIDGET (sceau_certification_view_new (reading->certification, reading->plan)),
                     reading->code, NULL);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SceauPage *page)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->code = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), read_certification, reading,
                          reading_free, NULL, read_cb, g_object_ref (page));
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

/* The fiches that come with Sceau, in the menu and on the empty page. */
static void
offer_shipped_fiches (SceauCertificationsPage *self)
{
  g_autoptr (GPtrArray) paths = sceau_list_shipped_fiches ();

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *code = code_of_path (path);
      g_autoptr (GMenuItem) item = g_menu_item_new (code, NULL);
      AdwActionRow *row = sceau_link_row_new (code, NULL);

      g_menu_item_set_action_and_target (item, "page.import-path", "s", path);
      g_menu_append_item (self->shipped_menu, item);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.import-path");
      gtk_list_box_append (self->shipped_list, GTK_WIDGET (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->shipped_group), paths->len > 0);
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
}

static void
sceau_certifications_page_refresh (SceauPage *page)
{
  SceauCertificationsPage *self = SCEAU_CERTIFICATIONS_PAGE (page);
  Listing *listing = g_new0 (Listing, 1);

  listing->search = g_strdup (self->search);
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), list_certifications, listing,
                          listing_free, NULL, listed_cb, g_object_ref (page));
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
  g_free (SCEAU_CERTIFICATIONS_PAGE (object)->search);
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
  };

  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_shipped_fiches (self);
}
