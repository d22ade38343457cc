/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-replace-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-keep-register.h"
#include "sceau-long-work.h"
#include "sceau-replace-file.h"

#define FORM_KEY "sceau-replace-form"

/* Lives as long as the dialog. */
typedef struct
{
  SceauPage *page; /* (unowned): its window is the dialog's parent */
  SceauContext *context;
  char *number;
  SceauDateRow *day;
  AdwEntryRow *place, *reason, *proof, *passphrase;
} Form;

/* What the worker does. */
typedef struct
{
  SceauPage *page; /* (unowned) */
  char *number;
  SceauDate day;
  char *place, *reason, *proof, *passphrase;
  char *path;
  char *fresh; /* number of the new one */
  SceauFaults *faults;
} Job;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_free (form->number);
  g_free (form);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->number);
  g_free (job->place);
  g_free (job->reason);
  g_free (job->proof);
  g_free (job->passphrase);
  g_free (job->path);
  g_free (job->fresh);
  sceau_faults_free (job->faults);
  g_free (job);
}

static gboolean
is_empty (AdwEntryRow *row)
{
  g_autofree char *text = sceau_form_text (row);

  return *text == '\0';
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  const char *fault = NULL;

  if (is_empty (form->reason))
    fault = _("What was corrected is needed.");
  else if (is_empty (form->proof))
    fault = _("The document that proves it is needed, with its date.");
  else if (sceau_date_row_get_date (form->day) == SCEAU_NO_DATE)
    fault = _("The day is needed, written like 22/11/2026.");
  else if (is_empty (form->place))
    fault = _("The place of delivery is needed.");
  sceau_form_dialog_judge (dialog, fault, _("The old one stays visible in the register as replaced. Without a passphrase the new one has no QR code."));
}

static gboolean
replace (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const SceauReplacement replacement = {
    .delivered = job->day,
    .place = job->place,
    .reason = job->reason,
    .proof = job->proof,
    .passphrase = job->passphrase,
  };
  g_autofree char *beside = sceau_replace_file_beside (job->path);

  job->fresh = sceau_replace_certificate (school, job->number, &replacement, beside, job->faults, error);
  return job->fresh != NULL && sceau_replace_file_finish (beside, job->path, error);
}

static void
replaced_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const Job *job = data;
  g_autofree char *number = job->fresh != NULL ? sceau_certificate_print_number (job->fresh) : NULL;
  g_autofree char *text = NULL;

  sceau_show_faults (from, _("The Certificate Was Not Replaced"), job->faults, error);
  if (error != NULL)
    return;
  text = g_strdup_printf (_("The certificate %s takes its place."), number);
  sceau_toast_open (GTK_WIDGET (job->page), text, _("Open the Document"), job->path);
  sceau_show_warnings (GTK_WIDGET (job->page), text, job->faults);
  gtk_window_close (GTK_WINDOW (from));
}

void
sceau_replace_dialog_write (SceauFormDialog *dialog, const char *path)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), FORM_KEY);
  Job *job = g_new0 (Job, 1);

  job->page = form->page;
  job->number = g_strdup (form->number);
  job->day = sceau_date_row_get_date (form->day);
  job->place = sceau_form_text (form->place);
  job->reason = sceau_form_text (form->reason);
  job->proof = sceau_form_text (form->proof);
  job->passphrase = sceau_form_optional (form->passphrase);
  job->path = g_strdup (path);
  job->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Replacing the certificate"), replace, job, job_free, replaced_cb);
}

static void
path_chosen_cb (const char *path, gpointer data)
{
  sceau_replace_dialog_write (data, path);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };
  g_autofree char *name = g_strdup_printf (_("replaces-%s.pdf"), form->number);

  sceau_choose_file (GTK_WIDGET (dialog), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the New Certificate"), name, &kind, path_chosen_cb, dialog);
}

SceauFormDialog *
sceau_replace_dialog_new (SceauPage *page, const SceauCertificate *certificate)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (GTK_WIDGET (page), _("Replace the Certificate"), _("_Replace…"));
  g_autofree char *number = sceau_certificate_print_number (certificate->number);
  g_autofree char *title = g_strdup_printf ("%s · %s", number, certificate->learner_name);
  Form *form = g_new0 (Form, 1);

  form->page = page;
  form->context = g_object_ref (sceau_page_get_context (page));
  form->number = g_strdup (certificate->number);
  g_object_set_data_full (G_OBJECT (dialog), FORM_KEY, form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  sceau_form_dialog_add_group (dialog, title, _("Correct the learner’s civil status first: the new one says what it is now."));
  form->reason = sceau_form_dialog_add_entry (dialog, _("What was corrected"), NULL);
  form->proof = sceau_form_dialog_add_entry (dialog, _("Document that proves it"), NULL);
  form->day = sceau_form_dialog_add_date (dialog, _("Day of delivery"), sceau_date_today ());
  form->place = sceau_form_dialog_add_entry (dialog, _("Place of delivery"), certificate->place);
  form->passphrase = sceau_form_dialog_add_password (dialog, _("Passphrase of the signing key"));
  return dialog;
}
