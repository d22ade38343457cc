/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-duplicate-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-issue-certificates.h"
#include "sceau-long-work.h"

/* Lives as long as the window. */
typedef struct
{
  SceauPage *page; /* (unowned): of the window that this one does not outlive */
  char *number;
  AdwEntryRow *reason;
  AdwEntryRow *requested_by;
  AdwEntryRow *passphrase; /* or NULL: the school has no key */
} Form;

typedef struct
{
  char *number;
  char *path;
  char *reason;
  char *requested_by; /* or NULL */
  char *passphrase;   /* or NULL; wiped when freed */
  SceauFaults *faults;
} Duplicate;

#define FORM_KEY "sceau-duplicate-form"

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->number);
  g_free (form);
}

static void
duplicate_free (gpointer data)
{
  Duplicate *self = data;

  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->number);
  g_free (self->path);
  g_free (self->reason);
  g_free (self->requested_by);
  sceau_faults_free (self->faults);
  g_free (self);
}

static gboolean
duplicate (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const Duplicate *self = job;

  return sceau_duplicate_certificate (school, self->number, self->path, self->reason, self->requested_by, self->passphrase,
                                      self->faults, error);
}

static void
duplicated_cb (GtkWidget *dialog, gpointer job, const GError *error)
{
  const Duplicate *self = job;
  const Form *form = g_object_get_data (G_OBJECT (dialog), FORM_KEY);
  g_autofree char *folder = g_path_get_dirname (self->path);

  sceau_show_faults (dialog, _("No Duplicate Was Made"), self->faults, error);
  if (error != NULL)
    return;
  sceau_toast_open (GTK_WIDGET (form->page), _("Duplicate made and kept in the register."), _("Open the Folder"), folder);
  gtk_window_close (GTK_WINDOW (dialog));
}

void
sceau_duplicate_dialog_write (SceauFormDialog *dialog, const char *path)
{
  const Form *form = g_object_get_data (G_OBJECT (dialog), FORM_KEY);
  SceauContext *context = sceau_page_get_context (form->page);
  Duplicate *self;

  /* The school was closed while the question stood. */
  if (context == NULL)
    return;
  self = g_new0 (Duplicate, 1);
  self->number = g_strdup (form->number);
  self->path = g_strdup (path);
  self->reason = sceau_form_text (form->reason);
  self->requested_by = sceau_form_optional (form->requested_by);
  if (form->passphrase != NULL && *gtk_editable_get_text (GTK_EDITABLE (form->passphrase)) != '\0')
    self->passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->passphrase)));
  self->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (dialog), context, _("Making the duplicate"), duplicate, self, duplicate_free, duplicated_cb);
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  g_autofree char *reason = sceau_form_text (form->reason);

  sceau_form_dialog_judge (dialog, *reason == '\0' ? _("A duplicate needs its reason: usually a loss that was declared.") : NULL,
                           _("It bears the number of the original, says DUPLICATA, its rank and the day, and stays in the register."));
}

static void
file_chosen_cb (const char *path, gpointer dialog)
{
  sceau_duplicate_dialog_write (dialog, path);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };
  g_autofree char *name = g_strdup_printf (_("duplicate-%s.pdf"), form->number);

  sceau_choose_file (GTK_WIDGET (dialog), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Duplicate"), name, &kind, file_chosen_cb, dialog);
}

SceauFormDialog *
sceau_duplicate_dialog_new (SceauPage *page, const char *number, gboolean has_key)
{
  g_autofree char *printed = sceau_certificate_print_number (number);
  g_autofree char *title = g_strdup_printf (_("Duplicate of %s"), printed);
  SceauFormDialog *dialog = sceau_form_dialog_new (GTK_WIDGET (page), title, _("_Make It…"));
  Form *form = g_new0 (Form, 1);

  form->page = page;
  form->number = g_strdup (number);
  form->reason = sceau_form_dialog_add_entry (dialog, _("Reason"), NULL);
  form->requested_by = sceau_form_dialog_add_entry (dialog, _("Requested by"), NULL);
  if (has_key)
    {
      sceau_form_dialog_add_group (dialog, NULL, _("With the passphrase its code can be verified as that of the original."));
      form->passphrase = sceau_form_dialog_add_password (dialog, _("Passphrase of the school’s key"));
    }
  g_object_set_data_full (G_OBJECT (dialog), FORM_KEY, form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  return dialog;
}
