/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-work.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sceau-ask-reason.h"
#include "sceau-dialogs.h"
#include "sceau-duplicate-dialog.h"
#include "sceau-issue-certificates.h"
#include "sceau-keep-key.h"
#include "sceau-long-work.h"
#include "sceau-signing-dialog.h"
#include "sceau-verify-dialog.h"

/* One certificate, and what is to be done with it. */
typedef struct
{
  SceauPage *page; /* (unowned): lives as long as the window, and questions do not outlive that */
  char *number;
  char *path;
  char *reason;
  gboolean has_key; /* whether the school has one */
} Work;

#define WORK_KEY "sceau-certificate-work"

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->number);
  g_free (work->path);
  g_free (work->reason);
  g_free (work);
}

static Work *
work_new (SceauPage *page, const char *number, const char *path, const char *reason)
{
  Work *work = g_new0 (Work, 1);

  work->page = page;
  work->number = g_strdup (number);
  work->path = g_strdup (path);
  work->reason = g_strdup (reason);
  return work;
}

/* Questions outlive the function that asks them: what they are about is kept with the page until the next one. */
static Work *
keep (Work *work)
{
  g_object_set_data_full (G_OBJECT (work->page), WORK_KEY, work, work_free);
  return work;
}

static void
choose_pdf (Work *work, const char *title, const char *name, SceauChosenFunc chosen)
{
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };

  sceau_choose_file (GTK_WIDGET (work->page), name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, title, name,
                     &kind, chosen, work);
}

/* Reads the school, unless it was closed while the question stood. */
static void
read_school (Work *work, SceauWorkerFunc func, GAsyncReadyCallback callback)
{
  SceauContext *context = sceau_page_get_context (work->page);

  if (context == NULL)
    work_free (work);
  else
    sceau_worker_run_async (sceau_context_get_worker (context), func, work, work_free, NULL, callback,
                            g_object_ref (work->page));
}

static void
change_school (Work *work, const char *title, SceauWorkerFunc func, SceauLongWorkDone done)
{
  SceauContext *context = sceau_page_get_context (work->page);

  if (context == NULL)
    work_free (work);
  else
    sceau_long_work_run (GTK_WIDGET (work->page), context, title, func, work, work_free, done);
}

/* Opening ------------------------------------------------------------------------- */

static gboolean
write_for_opening (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Work *work = job;
  g_autofree char *name = g_strdup_printf ("%s.pdf", work->number);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "sceau", NULL);

  /* The desktop empties this folder at the end of the user's session, and nobody else can read it. */
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("“%s” cannot be made. Save a copy, and open that one."), folder);
      return FALSE;
    }
  work->path = g_build_filename (folder, name, NULL);
  g_unlink (work->path);
  return sceau_reprint_certificate (school, work->number, work->path, error);
}

static void
written_for_opening_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  Work *work = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (done)
    sceau_open_path (from, work->path);
  else
    sceau_show_error (from, _("The Document Could Not Be Opened"), error);
}

void
sceau_certificate_open (SceauPage *page, const char *number)
{
  read_school (work_new (page, number, NULL, NULL), write_for_opening, written_for_opening_cb);
}

/* A copy -------------------------------------------------------------------------- */

/* The chooser has asked before it replaces a file. */
static gboolean
write_copy (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const Work *work = job;
  g_autoptr (GBytes) pdf = sceau_load_certificate_pdf (school, work->number, error);

  return pdf != NULL && g_file_set_contents_full (work->path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                                  G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
copy_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (done)
    sceau_toast (from, _("Copy saved, byte for byte as issued."));
  else
    sceau_show_error (from, _("The Copy Could Not Be Saved"), error);
}

void
sceau_certificate_write_copy (SceauPage *page, const char *number, const char *path)
{
  read_school (work_new (page, number, path, NULL), write_copy, copy_written_cb);
}

static void
copy_chosen_cb (const char *path, gpointer user_data)
{
  const Work *work = user_data;

  sceau_certificate_write_copy (work->page, work->number, path);
}

void
sceau_certificate_save_copy (SceauPage *page, const char *number)
{
  g_autofree char *name = g_strdup_printf (_("certificate-%s.pdf"), number);

  choose_pdf (keep (work_new (page, number, NULL, NULL)), _("Save a Copy"), name, copy_chosen_cb);
}

/* A badge ------------------------------------------------------------------------- */

static gboolean
look_for_key (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  GError *local = NULL;

  ((Work *) job)->has_key = sceau_has_signing_key (school, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
key_looked_for_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  const Work *work = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);
  SceauContext *context = sceau_page_get_context (SCEAU_PAGE (from));

  if (gtk_widget_get_root (from) == NULL || context == NULL)
    return;
  if (done)
    gtk_window_present (GTK_WINDOW (sceau_badge_dialog_new (from, context, work->has_key, work->number, work->path)));
  else
    sceau_show_error (from, _("No Badge Was Made"), error);
}

void
sceau_certificate_sign_badge (SceauPage *page, const char *number, const char *path)
{
  read_school (work_new (page, number, path, NULL), look_for_key, key_looked_for_cb);
}

static void
badge_chosen_cb (const char *path, gpointer user_data)
{
  const Work *work = user_data;

  sceau_certificate_sign_badge (work->page, work->number, path);
}

void
sceau_certificate_save_badge (SceauPage *page, const char *number)
{
  const SceauFileKind kind = { _("Open Badges"), "*.json" };
  g_autofree char *name = g_strdup_printf (_("badge-%s.json"), number);

  sceau_choose_file (GTK_WIDGET (page), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save an Open Badge"), name, &kind, badge_chosen_cb,
                     keep (work_new (page, number, NULL, NULL)));
}

/* A duplicate --------------------------------------------------------------------- */

static void
key_for_duplicate_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  const Work *work = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (from) == NULL || sceau_page_get_context (SCEAU_PAGE (from)) == NULL)
    return;
  if (done)
    gtk_window_present (GTK_WINDOW (sceau_duplicate_dialog_new (SCEAU_PAGE (from), work->number, work->has_key)));
  else
    sceau_show_error (from, _("No Duplicate Was Made"), error);
}

void
sceau_certificate_duplicate (SceauPage *page, const char *number)
{
  read_school (work_new (page, number, NULL, NULL), look_for_key, key_for_duplicate_cb);
}

/* A revocation -------------------------------------------------------------------- */

static gboolean
revoke_in_register (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const Work *work = job;

  return sceau_revoke_certificate (school, work->number, work->reason, error);
}

static void
revoked_cb (GtkWidget *from, gpointer job, const GError *error)
{
  const Work *work = job;
  g_autofree char *text = g_strdup_printf (_("The certificate %s is revoked."), work->number);

  if (error != NULL)
    sceau_show_error (from, _("The Certificate Was Not Revoked"), error);
  else
    sceau_toast (from, text);
}

static void
revocation_reason_cb (const char *reason, gpointer user_data)
{
  const Work *work = user_data;

  change_school (work_new (work->page, work->number, NULL, reason), _("Revoking the certificate"), revoke_in_register, revoked_cb);
}

void
sceau_certificate_revoke (SceauPage *page, const char *number)
{
  g_autofree char *heading = g_strdup_printf (_("Revoke the certificate %s?"), number);

  sceau_ask_reason (GTK_WIDGET (page), heading,
                                _("This cannot be undone. The certificate stays visible in the register with the reason and the day, "
                                  "its number is never given again, and its duplicates fall with it."),
                                _("_Revoke"), TRUE, revocation_reason_cb, keep (work_new (page, number, NULL, NULL)));
}

void
sceau_certificate_verify (SceauPage *page)
{
  gtk_window_present (GTK_WINDOW (sceau_verify_dialog_new (page)));
}
