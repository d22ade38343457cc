/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-fault.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_IMPORT_REPORT (sceau_import_report_get_type ())
G_DECLARE_FINAL_TYPE (SceauImportReport, sceau_import_report, SCEAU, IMPORT_REPORT, AdwWindow)

/**
 * SceauImportReport: what a file would bring, and everything that is wrong with it, before
 * anything is written.
 * @summary: one translated sentence with the figures.
 * @faults: (transfer full): listed with place, value, reason and remedy.
 * @verb: what goes on, with a mnemonic ("_Enrol the 40 Valid Lines"), or NULL when nothing can.
 * Signal "accepted" (void): the user goes on; the dialog closes.
 */
SceauImportReport *sceau_import_report_new (GtkWindow   *parent,
                                            const char  *title,
                                            const char  *summary,
                                            SceauFaults *faults,
                                            const char  *verb);

/* (transfer full): a copy.  The fields of a fault are columns of a file that is read; elsewhere their names say nothing. */
SceauFaults       *sceau_faults_without_fields (const SceauFaults *faults);

/**
 * sceau_show_faults: why something was refused, in a dialog that stays until it is read: @error, with every one of
 * @faults below it, without the names of their fields, which are columns of files.  Does nothing when @error is %NULL.
 * @title: what could not be done.
 */
void sceau_show_faults (GtkWidget *from, const char *title, const SceauFaults *faults, const GError *error);
/* What was done all the same and should be looked at, in such a dialog; nothing when @faults is empty. */
void sceau_show_warnings (GtkWidget *from, const char *title, const SceauFaults *faults);

G_END_DECLS
