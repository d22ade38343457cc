/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-register-dialogs.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-keep-register.h"
#include "sceau-long-work.h"
#include "sceau-replace-file.h"

/* What differs from one act to another. */
typedef struct
{
  const char *title;
  const char *person, *detail, *reason; /* titles of the rows, NULL: not asked */
  const char *missing;                  /* what is said while the one that is required is empty, or NULL */
  const char *hint;
  const char *done;
} ActWords;

static const ActWords words_of[] = {
  [SCEAU_REGISTER_PRINTED] = { N_("Sheet Printed"), NULL, N_("Number of the sheet"), NULL, NULL,
                               N_("The number of the sheet may stay empty where sheets have none."), N_("The edition is in the register.") },
  [SCEAU_REGISTER_SPOILED] = { N_("Sheet Spoiled"), NULL, NULL, N_("Reason"), N_("What happened to the sheet is needed."),
                               N_("The next edition bears the same number and the same content."), N_("The spoiled sheet is in the register.") },
  [SCEAU_REGISTER_HANDED] = { N_("Hand Over"), N_("Who signed"), N_("Proof of identity"), NULL, NULL,
                              N_("Without a name it is the holder who signed."), N_("The hand-over is in the register.") },
  [SCEAU_REGISTER_POSTED] = { N_("Send by Post"), N_("Carrier"), N_("Tracking number"), NULL, N_("The tracking number is needed."),
                              NULL, N_("The posting is in the register.") },
  [SCEAU_REGISTER_RETURNED] = { N_("Came Back"), NULL, NULL, N_("Reason"), N_("Why it came back is needed."),
                                N_("It can then be sent again, handed over, or spoiled."), N_("The return is in the register.") },
};

/* Lives as long as the form. */
typedef struct
{
  SceauPage *page; /* (unowned): its window is the form's parent */
  SceauContext *context;
  SceauRegisterActKind kind;
  GStrv numbers;
  SceauDateRow *day;
  AdwEntryRow *person, *detail, *reason; /* or NULL */
} ActForm;

/* What the worker does. */
typedef struct
{
  GStrv numbers;
  SceauRegisterAct *act;
  SceauFaults *faults;
} ActJob;

static void
act_form_free (gpointer data)
{
  ActForm *form = data;

  g_object_unref (form->context);
  g_strfreev (form->numbers);
  g_free (form);
}

static void
act_job_free (gpointer data)
{
  ActJob *job = data;

  g_strfreev (job->numbers);
  sceau_register_act_free (job->act);
  sceau_faults_free (job->faults);
  g_free (job);
}

/* --- One act ----------------------------------------------------------------- */

static gboolean
is_empty (AdwEntryRow *row)
{
  g_autofree char *text = sceau_form_text (row);

  return *text == '\0';
}

static void
act_changed_cb (SceauFormDialog *dialog, ActForm *form)
{
  const ActWords *words = &words_of[form->kind];
  AdwEntryRow *required = form->reason != NULL ? form->reason : form->detail;
  const char *fault = NULL;

  if (sceau_date_row_get_date (form->day) == SCEAU_NO_DATE)
    fault = _("The day is needed, written like 22/11/2026.");
  else if (words->missing != NULL && is_empty (required))
    fault = _(words->missing);
  sceau_form_dialog_judge (dialog, fault, words->hint != NULL ? _(words->hint) : NULL);
}

static gboolean
record_act (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  ActJob *job = data;

  return sceau_record_register_act (school, (const char *const *) job->numbers, job->act, job->faults, error);
}

static void
act_recorded_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const ActJob *job = data;

  sceau_show_faults (from, _("The Register Was Not Changed"), job->faults, error);
  if (error != NULL)
    return;
  sceau_toast (from, _(words_of[job->act->kind].done));
  gtk_window_close (GTK_WINDOW (from));
}

static char *
read_row (AdwEntryRow *row)
{
  return row != NULL ? sceau_form_optional (row) : NULL;
}

static void
act_accepted_cb (SceauFormDialog *dialog, ActForm *form)
{
  ActJob *job = g_new0 (ActJob, 1);

  job->numbers = g_strdupv (form->numbers);
  job->faults = sceau_faults_new ();
  job->act = sceau_register_act_new ();
  job->act->kind = form->kind;
  job->act->date = sceau_date_row_get_date (form->day);
  job->act->person = read_row (form->person);
  job->act->detail = read_row (form->detail);
  job->act->reason = read_row (form->reason);
  sceau_long_work_run (GTK_WIDGET (dialog), form->context, _("Writing the register"), record_act, job, act_job_free, act_recorded_cb);
}

static AdwEntryRow *
add_row (SceauFormDialog *dialog, const char *title)
{
  return title != NULL ? sceau_form_dialog_add_entry (dialog, _(title), NULL) : NULL;
}

/* (transfer full): which parchemins it is about. */
static char *
describe_numbers (const char *const *numbers)
{
  const guint n = g_strv_length ((char **) numbers);
  g_autofree char *key = n == 1 ? sceau_certificate_read_number (numbers[0], NULL) : NULL;
  g_autofree char *number = key != NULL ? sceau_certificate_print_number (key) : NULL;

  return number != NULL ? g_strdup_printf (_("Certificate %s"), number)
                        : g_strdup_printf (ngettext ("%u certificate", "%u certificates", n), n);
}

SceauFormDialog *
sceau_register_act_dialog_new (SceauPage *page, SceauRegisterActKind kind, const char *const *numbers)
{
  const ActWords *words = &words_of[kind];
  SceauFormDialog *dialog = sceau_form_dialog_new (GTK_WIDGET (page), _(words->title), _("_Record"));
  g_autofree char *what = describe_numbers (numbers);
  ActForm *form = g_new0 (ActForm, 1);

  form->page = page;
  form->context = g_object_ref (sceau_page_get_context (page));
  form->kind = kind;
  form->numbers = g_strdupv ((char **) numbers);
  g_object_set_data_full (G_OBJECT (dialog), "form", form, act_form_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (act_changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (act_accepted_cb), form);
  sceau_form_dialog_add_group (dialog, what, NULL);
  form->day = sceau_form_dialog_add_date (dialog, _("Day"), sceau_date_today ());
  form->person = add_row (dialog, words->person);
  form->detail = add_row (dialog, words->detail);
  form->reason = add_row (dialog, words->reason);
  return dialog;
}

/* --- The register as a file ---------------------------------------------------- */

typedef struct
{
  SceauPage *page; /* (unowned): its window is the form's parent */
  AdwComboRow *format;
  AdwEntryRow *year_row;
} ExportForm;

static const char *const formats[] = { "pdf", "csv", "xlsx" };

typedef struct
{
  int year;
  char *path;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  g_free (job->path);
  g_free (job);
}

static gboolean
write_register (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  const ExportJob *job = data;
  g_autofree char *beside = sceau_replace_file_beside (job->path);

  return sceau_export_register (school, job->year, beside, progress, cancellable, error)
         && sceau_replace_file_finish (beside, job->path, error);
}

static void
register_written_cb (GtkWidget *from, gpointer data, const GError *error)
{
  const ExportJob *job = data;

  if (error != NULL)
    sceau_show_error (from, _("The Register Could Not Be Written"), error);
  else
    sceau_toast_open (from, _("The register is written."), _("Open the Document"), job->path);
}

void
sceau_register_write (SceauPage *page, int year, const char *path)
{
  SceauContext *context = sceau_page_get_context (page);
  ExportJob *job;

  if (context == NULL)
    return;
  job = g_new0 (ExportJob, 1);
  job->year = year;
  job->path = g_strdup (path);
  sceau_long_work_run (GTK_WIDGET (page), context, _("Writing the register"), write_register, job, export_job_free, register_written_cb);
}

/* Empty is every year; -1 is none. */
static int
read_year (const ExportForm *form)
{
  g_autofree char *text = sceau_form_text (form->year_row);
  guint64 year;

  if (*text == '\0')
    return 0;
  return g_ascii_string_to_unsigned (text, 10, 1900, 9999, &year, NULL) ? (int) year : -1;
}

static void
export_changed_cb (SceauFormDialog *dialog, ExportForm *form)
{
  sceau_form_dialog_judge (dialog, read_year (form) < 0 ? _("A year has four digits, such as 2026.") : NULL,
                           _("Without a year, all of the register is written."));
}

static void
path_chosen_cb (const char *path, gpointer data)
{
  SceauPage *page = data;

  sceau_register_write (page, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (page), "sceau-register-year")), path);
}

static void
export_accepted_cb (SceauFormDialog *dialog, ExportForm *form)
{
  const char *format = formats[MIN (adw_combo_row_get_selected (form->format), G_N_ELEMENTS (formats) - 1)];
  const int year = read_year (form);
  SceauPage *page = form->page;
  g_autofree char *pattern = g_strdup_printf ("*.%s", format);
  g_autofree char *name = year > 0 ? g_strdup_printf (_("register-%d.%s"), year, format) : g_strdup_printf (_("register.%s"), format);
  const SceauFileKind kind = { adw_combo_row_get_selected (form->format) == 0 ? _("PDF documents") : _("Spreadsheets"), pattern };

  g_object_set_data (G_OBJECT (page), "sceau-register-year", GINT_TO_POINTER (year));
  gtk_window_close (GTK_WINDOW (dialog));
  sceau_choose_file (GTK_WIDGET (page), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Register"), name, &kind, path_chosen_cb, page);
}

SceauFormDialog *
sceau_register_export_dialog_new (SceauPage *page)
{
  const char *const titles[] = { _("PDF document"), _("CSV table"), _("Spreadsheet (XLSX)"), NULL };
  SceauFormDialog *dialog = sceau_form_dialog_new (GTK_WIDGET (page), _("Export the Register"), _("_Export…"));
  ExportForm *form = g_new0 (ExportForm, 1);

  form->page = page;
  g_object_set_data_full (G_OBJECT (dialog), "form", form, g_free);
  g_signal_connect (dialog, "changed", G_CALLBACK (export_changed_cb), form);
  g_signal_connect (dialog, "accepted", G_CALLBACK (export_accepted_cb), form);
  form->format = sceau_form_dialog_add_choice (dialog, _("Format"), titles, 0);
  form->year_row = sceau_form_dialog_add_entry (dialog, _("Year of delivery"), NULL);
  return dialog;
}
