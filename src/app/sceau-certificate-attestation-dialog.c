/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-attestation-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sceau-certificate-blocks.h"
#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-issue-certificates.h"
#include "sceau-keep-key.h"
#include "sceau-long-work.h"
#include "sceau-rows.h"

struct _SceauCertificateAttestationDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list;
  AdwComboRow *paper_row;
  SceauDateRow *delivered_row;
  AdwPasswordEntryRow *passphrase_row;
  SceauPage *page;        /* (unowned): the window's, which this dialog does not outlive */
  GCancellable *reading;  /* of the search before the last: its answer comes too late */
};

G_DEFINE_FINAL_TYPE (SceauCertificateAttestationDialog, sceau_certificate_attestation_dialog, ADW_TYPE_WINDOW)

#define BLOCK_KEY "sceau-attestable-block"

/* In the order of the combo row. */
static const SceauPaper papers[] = { SCEAU_PAPER_BLOCK_ATTESTATION, SCEAU_PAPER_SUCCESS_ATTESTATION, SCEAU_PAPER_SUPPLEMENT };

typedef struct
{
  char *search;
  gboolean whole;    /* certifications, not blocks */
  gboolean has_key;  /* whether the school has one */
  GPtrArray *blocks; /* (element-type SceauAttestableBlock) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->search);
  g_clear_pointer (&reading->blocks, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_blocks (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  GError *local = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  reading->blocks = sceau_attestable_blocks_load (school, reading->whole, reading->search, error);
  if (reading->blocks == NULL)
    return FALSE;
  reading->has_key = sceau_has_signing_key (school, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static SceauPaper
get_paper (SceauCertificateAttestationDialog *self)
{
  return papers[MIN (adw_combo_row_get_selected (self->paper_row), G_N_ELEMENTS (papers) - 1)];
}

/* (nullable) */
static const SceauAttestableBlock *
get_block (SceauCertificateAttestationDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_object_get_data (G_OBJECT (row), BLOCK_KEY) : NULL;
}

static void
fields_changed_cb (SceauCertificateAttestationDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 get_block (self) != NULL && sceau_date_row_get_date (self->delivered_row) != SCEAU_NO_DATE);
}

static GtkWidget *
block_row_new (SceauAttestableBlock *block)
{
  g_autofree char *day = block->block_code != NULL ? sceau_date_format_french (block->acquired) : NULL;
  g_autofree char *subtitle = block->block_code != NULL
                                ? g_strdup_printf (_("%s · %s, acquired on %s"), block->block_code, block->title, day)
                                : g_strdup_printf ("%s · %s", block->certification_code, block->title);
  AdwActionRow *row = sceau_row_new (block->learner_name, subtitle);

  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_suffix (row, sceau_tag_new (block->learner_number, SCEAU_TAG_PLAIN));
  g_object_set_data_full (G_OBJECT (row), BLOCK_KEY, block, (GDestroyNotify) sceau_attestable_block_free);
  return GTK_WIDGET (row);
}

static void
show_blocks (SceauCertificateAttestationDialog *self, GPtrArray *blocks, gboolean searched)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  while (blocks->len > 0)
    gtk_list_box_append (self->list, block_row_new (g_ptr_array_steal_index (blocks, 0)));
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, searched ? "not-found" : "empty");
  gtk_list_box_select_row (self->list, row);
  fields_changed_cb (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauCertificateAttestationDialog) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (done)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->passphrase_row), reading->has_key);
      show_blocks (self, reading->blocks, reading->search != NULL);
    }
  else
    sceau_show_error (GTK_WIDGET (self), _("The Blocks Could Not Be Read"), error);
}

static void
search_changed_cb (SceauCertificateAttestationDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  Reading *reading;

  /* The form is still being built. */
  if (self->page == NULL)
    return;
  reading = g_new0 (Reading, 1);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading->search = *text != '\0' ? g_strdup (text) : NULL;
  reading->whole = get_paper (self) != SCEAU_PAPER_BLOCK_ATTESTATION;
  sceau_worker_run_async (sceau_context_get_worker (sceau_page_get_context (self->page)), read_blocks, reading, reading_free,
                          self->reading, read_cb, g_object_ref (self));
}

/* Writing ------------------------------------------------------------------------- */

typedef struct
{
  SceauPaper paper;
  char *learner_number;
  char *certification_code;
  char *block_code; /* or NULL */
  SceauDate delivered;
  char *passphrase; /* of the school's key, or NULL: no code; wiped when freed */
  char *path;
  SceauFaults *faults;
} Attestation;

static void
attestation_free (gpointer data)
{
  Attestation *attestation = data;

  g_free (attestation->learner_number);
  g_free (attestation->certification_code);
  g_free (attestation->block_code);
  if (attestation->passphrase != NULL)
    explicit_bzero (attestation->passphrase, strlen (attestation->passphrase));
  g_free (attestation->passphrase);
  g_free (attestation->path);
  g_clear_pointer (&attestation->faults, sceau_faults_free);
  g_free (attestation);
}

static gboolean
attest (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Attestation *attestation = job;
  const SceauAttestation asked = {
    .paper = attestation->paper,
    .learner_number = attestation->learner_number,
    .certification_code = attestation->certification_code,
    .block_code = attestation->block_code,
    .delivered = attestation->delivered,
    .passphrase = attestation->passphrase,
  };

  return sceau_issue_attestation (school, &asked, attestation->path, attestation->faults, error);
}

static void
attested_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauCertificateAttestationDialog *self = SCEAU_CERTIFICATE_ATTESTATION_DIALOG (from);
  Attestation *attestation = job;

  if (error == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (attestation->path);

      sceau_toast_open (GTK_WIDGET (self->page), _("Attestation saved."), _("Open the Folder"), folder);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (sceau_faults_length (attestation->faults) > 0)
    gtk_window_present (GTK_WINDOW (sceau_import_report_new (GTK_WINDOW (self), _("Attestation Refused"), error->message,
                                                             g_steal_pointer (&attestation->faults), NULL)));
  else
    sceau_show_error (from, _("The Attestation Could Not Be Written"), error);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  sceau_certificate_attestation_dialog_write (user_data, path);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SceauAttestableBlock *block = get_block (SCEAU_CERTIFICATE_ATTESTATION_DIALOG (widget));
  const SceauFileKind kind = { _("PDF documents"), "*.pdf" };
  /* Translators: name of a file: learner's number, code of the block or of the certification. */
  g_autofree char *name = g_strdup_printf (get_paper (SCEAU_CERTIFICATE_ATTESTATION_DIALOG (widget)) == SCEAU_PAPER_SUPPLEMENT
                                             ? _("supplement-%s-%s.pdf")
                                             : _("attestation-%s-%s.pdf"),
                                           block->learner_number,
                                           block->block_code != NULL ? block->block_code : block->certification_code);

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Attestation"), name, &kind, file_chosen_cb, widget);
}

static void
sceau_certificate_attestation_dialog_dispose (GObject *object)
{
  SceauCertificateAttestationDialog *self = SCEAU_CERTIFICATE_ATTESTATION_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (sceau_certificate_attestation_dialog_parent_class)->dispose (object);
}

static void
sceau_certificate_attestation_dialog_class_init (SceauCertificateAttestationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sceau_certificate_attestation_dialog_dispose;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sceau/Sceau/sceau-certificate-attestation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateAttestationDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateAttestationDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateAttestationDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateAttestationDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateAttestationDialog, delivered_row);
  gtk_widget_class_bind_template_child (widget_class, SceauCertificateAttestationDialog, passphrase_row);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_certificate_attestation_dialog_init (SceauCertificateAttestationDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  sceau_password_row_name (self->passphrase_row);
  gtk_string_list_append (titles, _("Attestation of a block"));
  gtk_string_list_append (titles, _("Attestation of success, until the certificate is delivered"));
  gtk_string_list_append (titles, _("Supplement: blocks, competences, results"));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (titles));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  sceau_date_row_set_date (self->delivered_row, sceau_date_today ());
}

SceauCertificateAttestationDialog *
sceau_certificate_attestation_dialog_new (SceauPage *page)
{
  SceauCertificateAttestationDialog *self
      = g_object_new (SCEAU_TYPE_CERTIFICATE_ATTESTATION_DIALOG, "transient-for", gtk_widget_get_root (GTK_WIDGET (page)),
                      "destroy-with-parent", TRUE, NULL);

  sceau_release_parent (GTK_WINDOW (self));
  self->page = page;
  search_changed_cb (self);
  return self;
}

gboolean
sceau_certificate_attestation_dialog_is_whole (SceauCertificateAttestationDialog *self)
{
  const SceauAttestableBlock *block = get_block (self);

  return block != NULL && block->block_code == NULL;
}

void
sceau_certificate_attestation_dialog_write (SceauCertificateAttestationDialog *self, const char *path)
{
  const SceauAttestableBlock *block = get_block (self);
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  Attestation *attestation;

  g_return_if_fail (block != NULL);

  attestation = g_new0 (Attestation, 1);
  attestation->learner_number = g_strdup (block->learner_number);
  attestation->paper = get_paper (self);
  attestation->certification_code = g_strdup (block->certification_code);
  attestation->block_code = g_strdup (block->block_code);
  attestation->passphrase = *passphrase != '\0' ? g_strdup (passphrase) : NULL;
  attestation->delivered = sceau_date_row_get_date (self->delivered_row);
  attestation->path = g_strdup (path);
  attestation->faults = sceau_faults_new ();
  sceau_long_work_run (GTK_WIDGET (self), sceau_page_get_context (self->page), _("Writing the attestation"), attest,
                       attestation, attestation_free, attested_cb);
}
