/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-work.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sceau-ask-reason.h"
#include "sceau-dialogs.h"
#include "sceau-issue-certificates.h"
#include "sceau-long-work.h"
#include "sceau-verify-certificate.h"

/* One certificate, and what is to be done with it. */
typedef struct
{
  SceauPage *page; /* (unowned): lives as long as the window, and questions do not outlive that */
  char *number;
  char *path;
  char *reason;
  SceauVerified *verified; /* what a file was found to be */
} Work;

#define WORK_KEY "sceau-certificate-work"

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->number);
  g_free (work->path);
  g_free (work->reason);
  sceau_verified_free (work->verified);
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

/* A duplicate --------------------------------------------------------------------- */

static gboolean
duplicate (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const Work *work = job;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  return sceau_duplicate_certificate (school, work->number, work->path, work->reason, NULL, NULL, faults, error);
}

static void
duplicated_cb (GtkWidget *from, gpointer job, const GError *error)
{
  const Work *work = job;
  g_autofree char *folder = g_path_get_dirname (work->path);

  if (error != NULL)
    sceau_show_error (from, _("No Duplicate Was Made"), error);
  else
    sceau_toast_open (from, _("Duplicate made and kept in the register."), _("Open the Folder"), folder);
}

void
sceau_certificate_write_duplicate (SceauPage *page, const char *number, const char *path,
                                   const char *reason)
{
  change_school (work_new (page, number, path, reason), _("Making the duplicate"), duplicate, duplicated_cb);
}

static void
duplicate_chosen_cb (const char *path, gpointer user_data)
{
  const Work *work = user_data;

  sceau_certificate_write_duplicate (work->page, work->number, path, work->reason);
}

static void
duplicate_reason_cb (const char *reason, gpointer user_data)
{
  Work *work = user_data;
  g_autofree char *name = g_strdup_printf (_("duplicate-%s.pdf"), work->number);

  g_free (work->reason);
  work->reason = g_strdup (reason);
  choose_pdf (work, _("Save the Duplicate"), name, duplicate_chosen_cb);
}

void
sceau_certificate_duplicate (SceauPage *page, const char *number)
{
  g_autofree char *heading = g_strdup_printf (_("Make a duplicate of %s?"), number);

  sceau_ask_reason (GTK_WIDGET (page), heading,
                                _("It bears the number of the original, says DUPLICATA, its rank and the day, and stays in the "
                                  "register. The usual reason is a loss that was declared."),
                                _("_Make the Duplicate…"), FALSE, duplicate_reason_cb,
                                keep (work_new (page, number, NULL, NULL)));
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

/* Verifying ----------------------------------------------------------------------- */

static gboolean
verify (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Work *work = job;

  work->verified = sceau_verify_certificate_file (school, work->path, error);
  return work->verified != NULL;
}

static void
say_verdict (GtkWidget *from, const Work *work)
{
  static const char *const headings[] = {
    [SCEAU_VERIFY_GENUINE] = N_("Genuine: Certificate %s"),   [SCEAU_VERIFY_DUPLICATE] = N_("Genuine Duplicate of %s"),
    [SCEAU_VERIFY_REVOKED] = N_("Revoked: Certificate %s"),   [SCEAU_VERIFY_REPLACED] = N_("Replaced: Certificate %s"),
    [SCEAU_VERIFY_ALTERED] = N_("Altered, or Not as Issued"), [SCEAU_VERIFY_UNKNOWN] = N_("Not a Document of This Register"),
  };
  const SceauVerified *verified = work->verified;
  g_autofree char *heading = verified->number != NULL && strstr (headings[verified->verification], "%s") != NULL
                               ? g_strdup_printf (_(headings[verified->verification]), verified->number)
                               : g_strdup (_(headings[verified->verification]));

  sceau_show_message (from, heading, verified->explanation);
}

static void
verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (done)
    say_verdict (from, sceau_worker_get_job (result));
  else
    sceau_show_error (from, _("The File Could Not Be Verified"), error);
}

void
sceau_certificate_verify_file (SceauPage *page, const char *path)
{
  read_school (work_new (page, NULL, path, NULL), verify, verified_cb);
}

static void
verify_chosen_cb (const char *path, gpointer user_data)
{
  const Work *work = user_data;

  sceau_certificate_verify_file (work->page, path);
}

void
sceau_certificate_verify (SceauPage *page)
{
  choose_pdf (keep (work_new (page, NULL, NULL, NULL)), _("Verify a Document"), NULL, verify_chosen_cb);
}
