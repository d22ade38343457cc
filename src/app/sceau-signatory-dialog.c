/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-signatory-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-keep-house-style.h"
#include "sceau-long-work.h"
#include "sceau-picture-row.h"

/* What the form holds; lives as long as the window. */
typedef struct
{
  SceauContext *context;
  gint64 id; /* 0: a new one */
  AdwEntryRow *name, *title, *reference;
  SceauDateRow *start, *end;
  SceauPictureRow *signature;
} Form;

typedef struct
{
  SceauSignatory *signatory;
  SceauFaults *faults;
} Work;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_free (form);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  sceau_signatory_free (work->signatory);
  sceau_faults_free (work->faults);
  g_free (work);
}

static gboolean
add (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Work *work = job;

  return sceau_add_signatory (school, work->signatory, work->faults, error) != 0;
}

static gboolean
edit (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Work *work = job;

  return sceau_edit_signatory (school, work->signatory, work->faults, error)
         && sceau_set_signature (school, work->signatory->id, work->signatory->signature, error);
}

static void
done_cb (GtkWidget *dialog, gpointer job, const GError *error)
{
  Work *work = job;
  GtkWidget *owner = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (error != NULL)
    {
      sceau_show_faults (dialog, _("The signatory was not saved"), work->faults, error);
      return;
    }
  gtk_window_close (GTK_WINDOW (dialog));
  if (owner != NULL)
    sceau_show_warnings (owner, _("The signatory is saved"), work->faults);
}

/* (nullable): why it cannot be saved; what the school knows is asked when it is. */
static const char *
find_fault (const Form *form)
{
  g_autofree char *name = sceau_form_text (form->name);
  g_autofree char *title = sceau_form_text (form->title);
  const SceauDate start = sceau_date_row_get_date (form->start);
  const SceauDate end = sceau_date_row_get_date (form->end);

  if (*name == '\0' || *title == '\0')
    return _("Name and title stand below the signature: both are needed.");
  if (start == SCEAU_NO_DATE)
    return _("The first day of the habilitation is needed.");
  if (sceau_date_row_is_wrong (form->end))
    return _("The last day is no day of the calendar.");
  if (end != SCEAU_NO_DATE && end < start)
    return _("The habilitation would end before it begins.");
  return NULL;
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  sceau_form_dialog_judge (dialog, find_fault (form), NULL);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  Work *work = g_new0 (Work, 1);
  SceauSignatory *signatory = work->signatory = sceau_signatory_new ();

  signatory->id = form->id;
  signatory->name = sceau_form_text (form->name);
  signatory->title = sceau_form_text (form->title);
  signatory->reference = sceau_form_optional (form->reference);
  signatory->start = sceau_date_row_get_date (form->start);
  signatory->end = sceau_date_row_get_date (form->end);
  signatory->signature = sceau_picture_copy (sceau_picture_row_get (form->signature));
  work->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Saving the signatory"), form->id == 0 ? add : edit, work, work_free, done_cb);
}

SceauFormDialog *
sceau_signatory_dialog_new (GtkWidget *from, SceauContext *context, const SceauSignatory *signatory, SceauDate today)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, signatory == NULL ? _("New Signatory") : _("Signatory"),
                                                   signatory == NULL ? _("_Add") : _("_Save"));
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->id = signatory != NULL ? signatory->id : 0;
  form->name = sceau_form_dialog_add_entry (dialog, _("First name and name"), signatory != NULL ? signatory->name : NULL);
  form->title = sceau_form_dialog_add_entry (dialog, _("Function"), signatory != NULL ? signatory->title : NULL);
  sceau_form_dialog_add_group (dialog, _("Habilitation"), _("A school has one head at a time; whoever else signs does so by a written delegation."));
  form->reference = sceau_form_dialog_add_entry (dialog, _("Reference of the delegation (none for the head)"),
                                                 signatory != NULL ? signatory->reference : NULL);
  form->start = sceau_form_dialog_add_date (dialog, _("First day"), signatory != NULL ? signatory->start : today);
  form->end = sceau_form_dialog_add_date (dialog, _("Last day (empty: until further notice)"),
                                          signatory != NULL ? signatory->end : SCEAU_NO_DATE);
  sceau_form_dialog_add_group (dialog, NULL, _("Without a picture papers are signed by hand."));
  form->signature = sceau_picture_row_new (context, _("Signature"));
  if (signatory != NULL)
    sceau_picture_row_set (form->signature, signatory->signature);
  sceau_form_dialog_add_row (dialog, GTK_WIDGET (form->signature));
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  return dialog;
}
