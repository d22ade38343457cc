/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-signing-dialog.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sceau-anchor-journal.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-keep-key.h"
#include "sceau-long-work.h"
#include "sceau-verify-certificate.h"

/* What either form holds; lives as long as the window. */
typedef struct
{
  SceauContext *context;
  SceauWorkerFunc work;
  const char *done;        /* what is said when it has ended well */
  char *path;              /* or NULL */
  char *number;            /* of a certificate, or NULL */
  AdwEntryRow *passphrase; /* of the key that there is, or NULL */
  AdwEntryRow *first;      /* of a new key, or NULL */
  AdwEntryRow *second;     /* the same again */
} Form;

/* What signs; passphrases are wiped with it. */
typedef struct
{
  char *path;       /* or NULL */
  char *number;     /* of a certificate, or NULL */
  char *passphrase; /* of the present key, or NULL */
  char *fresh;      /* of a new key, or NULL */
  SceauFaults *faults;
} Signing;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_free (form->path);
  g_free (form->number);
  g_free (form);
}

static void
wipe (char **text)
{
  if (*text != NULL)
    explicit_bzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

static void
signing_free (gpointer data)
{
  Signing *signing = data;

  wipe (&signing->passphrase);
  wipe (&signing->fresh);
  sceau_faults_free (signing->faults);
  g_free (signing->path);
  g_free (signing->number);
  g_free (signing);
}

gboolean
sceau_write_in_place (SceauSchool *school, const char *path, SceauWriteFunc write, gpointer data, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.%08x", path, g_random_int ());

  if (write (school, beside, data, error))
    {
      if (g_rename (beside, path) == 0)
        return TRUE;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” could not be written: %s."), path, g_strerror (errno));
    }
  g_unlink (beside);
  return FALSE;
}

/* Whoever signs first makes the key with it. */
static const char *
get_signing (const Signing *signing)
{
  return signing->fresh != NULL ? signing->fresh : signing->passphrase;
}

static gboolean
write_anchor (SceauSchool *school, const char *path, gpointer data, GError **error)
{
  Signing *signing = data;

  return sceau_anchor_journal (school, get_signing (signing), path, error);
}

static gboolean
anchor (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Signing *signing = job;

  if (signing->fresh != NULL && !sceau_make_signing_key (school, signing->fresh, signing->faults, error))
    return FALSE;
  return sceau_write_in_place (school, signing->path, write_anchor, signing, error);
}

static gboolean
rotate (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Signing *signing = job;

  return sceau_rotate_signing_key (school, signing->passphrase, signing->fresh, signing->faults, error);
}

static gboolean
make (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Signing *signing = job;

  return sceau_make_signing_key (school, signing->fresh, signing->faults, error);
}

static gboolean
write_verifier (SceauSchool *school, const char *path, gpointer data, GError **error)
{
  Signing *signing = data;

  return sceau_export_verifier (school, get_signing (signing), path, signing->faults, error);
}

static gboolean
export_verifier (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_write_in_place (school, ((Signing *) job)->path, write_verifier, job, error);
}

static gboolean
write_badge (SceauSchool *school, const char *path, gpointer data, GError **error)
{
  Signing *signing = data;

  return sceau_export_open_badge (school, signing->number, get_signing (signing), path, signing->faults, error);
}

static gboolean
export_badge (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_write_in_place (school, ((Signing *) job)->path, write_badge, job, error);
}

static void
signed_cb (GtkWidget *dialog, gpointer job, const GError *error)
{
  Signing *signing = job;
  const char *title = gtk_window_get_title (GTK_WINDOW (dialog));

  if (error == NULL)
    {
      sceau_toast (dialog, ((Form *) g_object_get_data (G_OBJECT (dialog), "form"))->done);
      gtk_window_close (GTK_WINDOW (dialog));
    }
  else if (sceau_faults_length (signing->faults) > 0)
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (dialog), title, error->message,
                                                             g_steal_pointer (&signing->faults), NULL)));
  else
    sceau_show_error (dialog, title, error);
}

static char *
get_passphrase (AdwEntryRow *row)
{
  return row != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))) : NULL;
}

static void
changed_cb (SceauFormDialog *dialog, Form *form)
{
  const char *first = form->first != NULL ? gtk_editable_get_text (GTK_EDITABLE (form->first)) : NULL;
  const char *second = form->second != NULL ? gtk_editable_get_text (GTK_EDITABLE (form->second)) : NULL;
  const char *fault = NULL;

  if (form->passphrase != NULL && *gtk_editable_get_text (GTK_EDITABLE (form->passphrase)) == '\0')
    fault = _("The passphrase of the key is needed.");
  else if (first != NULL && *first == '\0')
    fault = _("A key is sealed by a passphrase: choose one that you will not lose. Nobody can find it again.");
  else if (first != NULL && !g_str_equal (first, second))
    fault = _("Both passphrases must be the same.");
  sceau_form_dialog_judge (dialog, fault, NULL);
}

static void
accepted_cb (SceauFormDialog *dialog, Form *form)
{
  Signing *signing = g_new0 (Signing, 1);

  signing->path = g_strdup (form->path);
  signing->number = g_strdup (form->number);
  signing->passphrase = get_passphrase (form->passphrase);
  signing->fresh = get_passphrase (form->first);
  signing->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Signing"), form->work, signing, signing_free, signed_cb);
}

static SceauFormDialog *
dialog_new (GtkWidget *from, SceauContext *context, const char *title, const char *verb, SceauWorkerFunc work, const char *done,
            const char *path)
{
  SceauFormDialog *dialog = sceau_form_dialog_new (from, title, verb);
  Form *form = g_new0 (Form, 1);

  form->context = g_object_ref (context);
  form->work = work;
  form->done = done;
  form->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), form);
  return dialog;
}

static void
add_new_key (SceauFormDialog *dialog)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");

  sceau_form_dialog_add_group (dialog, _("New Key"), _("It signs for the school. Only who knows its passphrase can use it."));
  form->first = sceau_form_dialog_add_password (dialog, _("Passphrase of the new key"));
  form->second = sceau_form_dialog_add_password (dialog, _("The same passphrase again"));
}

static void
add_present_key (SceauFormDialog *dialog)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");

  form->passphrase = sceau_form_dialog_add_password (dialog, _("Passphrase of the school’s key"));
}

static void
add_key (SceauFormDialog *dialog, gboolean has_key)
{
  if (has_key)
    add_present_key (dialog);
  else
    add_new_key (dialog);
}

SceauFormDialog *
sceau_anchor_dialog_new (GtkWidget *from, SceauContext *context, gboolean has_key, const char *path)
{
  SceauFormDialog *dialog = dialog_new (from, context, _("Anchor the Journal"), _("_Sign"), anchor,
                                        _("Anchor written: keep it outside this computer."), path);

  add_key (dialog, has_key);
  return dialog;
}

SceauFormDialog *
sceau_make_key_dialog_new (GtkWidget *from, SceauContext *context)
{
  SceauFormDialog *dialog = dialog_new (from, context, _("Make the School’s Key"), _("_Make"), make,
                                        _("The school has a key: what it signs can be verified."), NULL);

  add_new_key (dialog);
  return dialog;
}

SceauFormDialog *
sceau_key_dialog_new (GtkWidget *from, SceauContext *context)
{
  SceauFormDialog *dialog = dialog_new (from, context, _("Change the Key"), _("C_hange"), rotate,
                                        _("The new key signs from now on; the former one still verifies."), NULL);

  add_present_key (dialog);
  add_new_key (dialog);
  return dialog;
}

SceauFormDialog *
sceau_verifier_dialog_new (GtkWidget *from, SceauContext *context, gboolean has_key, const char *path)
{
  SceauFormDialog *dialog = dialog_new (from, context, _("Page That Verifies"), _("_Sign"), export_verifier,
                                        _("Page written: put it on the school’s site, or send it to who asks."), path);

  add_key (dialog, has_key);
  return dialog;
}

SceauFormDialog *
sceau_badge_dialog_new (GtkWidget *from, SceauContext *context, gboolean has_key, const char *number, const char *path)
{
  SceauFormDialog *dialog = dialog_new (from, context, _("Open Badge"), _("_Sign"), export_badge,
                                        _("Badge written: the holder may keep it in any wallet."), path);

  ((Form *) g_object_get_data (G_OBJECT (dialog), "form"))->number = g_strdup (number);
  add_key (dialog, has_key);
  return dialog;
}
