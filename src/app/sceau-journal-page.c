/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-journal-page.h"

#include <glib/gi18n-lib.h>

#include "sceau-anchor-journal.h"
#include "sceau-columns.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-journal.h"
#include "sceau-journal-words.h"
#include "sceau-keep-key.h"
#include "sceau-keep-school.h"
#include "sceau-lazy-list.h"
#include "sceau-long-work.h"
#include "sceau-moment.h"
#include "sceau-signing-dialog.h"

struct _SceauJournalPage
{
  SceauPage parent_instance;

  GtkStack *stack;
  GtkColumnView *view;
  SceauLazyList *list; /* or NULL without a school */
  char *search;
};

G_DEFINE_FINAL_TYPE (SceauJournalPage, sceau_journal_page, SCEAU_TYPE_PAGE)

/* What the thread finds when it walks the chain. */
typedef struct
{
  SceauFaults *faults;
  gint64 entries;
} Verification;

static gboolean
count_entries (SceauSchool *school, gconstpointer search, guint *count, GError **error)
{
  SceauJournalQuery query = { .search = search };
  gint64 n = sceau_journal_count (school, &query, error);

  *count = (guint) MAX (n, 0);
  return n >= 0;
}

static GPtrArray *
list_entries (SceauSchool *school, gconstpointer search, guint offset, guint limit, GError **error)
{
  SceauJournalQuery query = { .search = search, .offset = offset, .limit = limit };

  return sceau_journal_list (school, &query, error);
}

static const SceauLazySource source = { count_entries, list_entries, (GDestroyNotify) sceau_journal_entry_free };

static char *
format_time (gconstpointer record)
{
  const SceauJournalEntry *entry = record;

  return sceau_moment_format (entry->at, SCEAU_MOMENT_MINUTE);
}

static char *
format_who (gconstpointer record)
{
  return g_strdup (((const SceauJournalEntry *) record)->who);
}

static char *
format_verb (gconstpointer record)
{
  return g_strdup (sceau_journal_verb_title (((const SceauJournalEntry *) record)->verb));
}

static char *
format_subject (gconstpointer record)
{
  return sceau_journal_subject_title (((const SceauJournalEntry *) record)->subject);
}

static void
show_query (SceauJournalPage *self)
{
  const char *search = self->search != NULL && *self->search != '\0' ? self->search : NULL;

  sceau_lazy_list_set_query (self->list, g_strdup (search), g_free);
}

static void
counted_cb (SceauLazyList *list, SceauJournalPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (list)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
failed_cb (SceauLazyList *list, const GError *error, SceauJournalPage *self)
{
  sceau_page_read_failed (GTK_WIDGET (self), _("The journal could not be read"), error);
}

static void
verification_free (gpointer data)
{
  Verification *verification = data;

  g_clear_pointer (&verification->faults, sceau_faults_free);
  g_free (verification);
}

static gboolean
verify (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Verification *verification = job;

  return sceau_verify_journal (school, verification->faults, &verification->entries, error);
}

static void
verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauJournalPage) self = user_data;
  Verification *verification = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint entries;

  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_show_error (GTK_WIDGET (self), _("The journal could not be verified"), error);
      return;
    }
  if (sceau_faults_length (verification->faults) > 0)
    {
      SceauImportReport *report;

      report = sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Journal"),
                                        _("The journal was altered outside Sceau. Keep this file, and compare it with a backup."),
                                        g_steal_pointer (&verification->faults), NULL);
      gtk_window_present (GTK_WINDOW (report));
      return;
    }
  entries = (guint) verification->entries;
  text = g_strdup_printf (ngettext ("The journal is whole: %u entry verified.",
                                    "The journal is whole: %u entries verified.", entries),
                          entries);
  sceau_toast (GTK_WIDGET (self), text);
}

static void
verify_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SceauPage *page = SCEAU_PAGE (user_data);
  Verification *verification = g_new0 (Verification, 1);

  verification->faults = sceau_faults_new ();
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), verify, verification,
                          verification_free, NULL, verified_cb, g_object_ref (page));
}

/* A file that the journal is written to or compared with. */
typedef struct
{
  char *path;
  gboolean has_key; /* whether the school can sign already */
  SceauFaults *faults;
  SceauProgress *progress;
  GCancellable *cancellable;
} FileJob;

static FileJob *
file_job_new (const char *path)
{
  FileJob *job = g_new0 (FileJob, 1);

  job->path = g_strdup (path);
  job->faults = sceau_faults_new ();
  return job;
}

static void
file_job_free (gpointer data)
{
  FileJob *job = data;

  g_free (job->path);
  g_clear_pointer (&job->faults, sceau_faults_free);
  g_free (job);
}

static gboolean
write_csv (SceauSchool *school, const char *path, gpointer data, GError **error)
{
  FileJob *job = data;

  return sceau_export_journal (school, path, job->progress, job->cancellable, error);
}

static gboolean
export_journal (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FileJob *job = data;

  job->progress = progress;
  job->cancellable = cancellable;
  return sceau_write_in_place (school, job->path, write_csv, job, error);
}

static void
exported_cb (GtkWidget *from, gpointer data, const GError *error)
{
  FileJob *job = data;

  if (error != NULL)
    sceau_show_error (from, _("The journal could not be exported"), error);
  else
    sceau_toast_open (from, _("Journal exported."), _("_Open"), job->path);
}

static void
export_to (const char *path, gpointer user_data)
{
  SceauPage *page = SCEAU_PAGE (user_data);

  sceau_long_work_run (GTK_WIDGET (page), sceau_page_get_context (page), _("Exporting the journal"), export_journal,
                       file_job_new (path), file_job_free, exported_cb);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Tables (CSV)"), "*.csv" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_SAVE, _("Export the Journal"), _("journal.csv"), &kind,
                     export_to, user_data);
}

static gboolean
find_key (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FileJob *job = data;
  g_autoptr (GError) local = NULL;

  job->has_key = sceau_has_signing_key (school, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What to ask depends on whether the school has a key. */
static void
key_found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPage) page = user_data;
  FileJob *job = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  SceauFormDialog *dialog;

  if (!sceau_page_shows (page, SCEAU_WORKER (object)))
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_show_error (GTK_WIDGET (page), _("The key could not be read"), error);
      return;
    }
  if (job->path == NULL && !job->has_key)
    {
      sceau_show_message (GTK_WIDGET (page), _("No Key Yet"), _("The school’s key is made when the journal is anchored for the first time."));
      return;
    }
  dialog = job->path != NULL ? sceau_anchor_dialog_new (GTK_WIDGET (page), sceau_page_get_context (page), job->has_key, job->path)
                             : sceau_key_dialog_new (GTK_WIDGET (page), sceau_page_get_context (page));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* @path: of an anchor, or NULL to change the key. */
static void
ask_for_key (const char *path, gpointer user_data)
{
  SceauPage *page = SCEAU_PAGE (user_data);

  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), find_key, file_job_new (path), file_job_free,
                          NULL, key_found_cb, g_object_ref (page));
}

static void
anchor_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Anchors (JSON)"), "*.json" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_SAVE, _("Anchor the Journal"), _("anchor.json"), &kind,
                     ask_for_key, user_data);
}

static void
change_key_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_for_key (NULL, user_data);
}

static gboolean
verify_anchor (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  FileJob *job = data;

  return sceau_verify_anchor (school, job->path, job->faults, error);
}

static void
anchor_verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPage) page = user_data;
  FileJob *job = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean held = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (!sceau_page_shows (page, SCEAU_WORKER (object)))
    return;
  if (sceau_faults_length (job->faults) > 0)
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _("Anchor"),
                                                             error != NULL ? error->message : _("The journal does not hold what the anchor says."),
                                                             g_steal_pointer (&job->faults), NULL)));
  else if (!held)
    sceau_show_error (GTK_WIDGET (page), _("The anchor could not be verified"), error);
  else
    sceau_toast (GTK_WIDGET (page), _("The anchor is genuine, and the journal holds what it says."));
}

static void
verify_anchor_of (const char *path, gpointer user_data)
{
  SceauPage *page = SCEAU_PAGE (user_data);

  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (page)), verify_anchor, file_job_new (path),
                          file_job_free, NULL, anchor_verified_cb, g_object_ref (page));
}

static void
verify_anchor_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const SceauFileKind kind = { _("Anchors (JSON)"), "*.json" };

  sceau_choose_file (GTK_WIDGET (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Verify an Anchor"), NULL, &kind,
                     verify_anchor_of, user_data);
}

/* The same on a file that is known, as a script or a test has it. */
static void
path_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  const char *path = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "export-to"))
    export_to (path, user_data);
  else if (g_str_equal (name, "anchor-to"))
    ask_for_key (path, user_data);
  else
    verify_anchor_of (path, user_data);
}

static void
sceau_journal_page_set_context (SceauPage *page, SceauContext *context)
{
  static const char *const reading[] = { "verify", "export", "export-to", "verify-anchor", "verify-anchor-of" };
  static const char *const signing[] = { "anchor", "anchor-to", "change-key" };
  SceauJournalPage *self = SCEAU_JOURNAL_PAGE (page);

  SCEAU_PAGE_CLASS (sceau_journal_page_parent_class)->set_context (page, context);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->search, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (reading); i++)
    sceau_page_enable_action (page, reading[i], context != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signing); i++)
    sceau_page_enable_action (page, signing[i], context != NULL && !sceau_context_is_read_only (context));
  if (context == NULL)
    return;

  self->list = sceau_lazy_list_new (sceau_context_get_worker (context), &source);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (counted_cb), self, 0);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, 0);
  sceau_columns_show (self->view, G_LIST_MODEL (self->list));
}

static void
sceau_journal_page_refresh (SceauPage *page)
{
  SceauJournalPage *self = SCEAU_JOURNAL_PAGE (page);

  if (sceau_lazy_list_is_counted (self->list))
    sceau_lazy_list_reload (self->list);
  else
    show_query (self);
}

static void
sceau_journal_page_search (SceauPage *page, const char *text)
{
  SceauJournalPage *self = SCEAU_JOURNAL_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (text);
  show_query (self);
}

static void
sceau_journal_page_dispose (GObject *object)
{
  SceauJournalPage *self = SCEAU_JOURNAL_PAGE (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (sceau_journal_page_parent_class)->dispose (object);
}

static void
sceau_journal_page_class_init (SceauJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SceauPageClass *page_class = SCEAU_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_journal_page_dispose;
  page_class->set_context = sceau_journal_page_set_context;
  page_class->refresh = sceau_journal_page_refresh;
  page_class->search = sceau_journal_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauJournalPage, view);
}

static void
sceau_journal_page_init (SceauJournalPage *self)
{
  static const GActionEntry actions[] = {
    { "verify", verify_action },
    { "export", export_action },
    { "export-to", path_action, "s" },
    { "anchor", anchor_action },
    { "anchor-to", path_action, "s" },
    { "verify-anchor", verify_anchor_action },
    { "verify-anchor-of", path_action, "s" },
    { "change-key", change_key_action },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_page_add_actions (SCEAU_PAGE (self), actions, G_N_ELEMENTS (actions));
  sceau_columns_append (self->view, _("When"), format_time, SCEAU_COLUMN_NUMERIC | SCEAU_COLUMN_DIM);
  sceau_columns_append (self->view, _("What"), format_verb, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("On what"), format_subject, SCEAU_COLUMN_EXPAND);
  sceau_columns_append (self->view, _("Who"), format_who, SCEAU_COLUMN_EXPAND | SCEAU_COLUMN_WIDE);
}
