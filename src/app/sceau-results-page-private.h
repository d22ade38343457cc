/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-result-edits.h"
#include "sceau-results-page.h"

G_BEGIN_DECLS

/* Shared by the files sceau-results-page*.c. */
struct _SceauResultsPage
{
  SceauPage parent_instance;

  GtkStack *stack;
  GtkDropDown *certification;
  GtkDropDown *cohort;
  GtkDropDown *attempt;
  GtkWidget *sheets_button;
  GtkToggleButton *missing_only;
  GtkStack *grid_stack;
  SceauResultGrid *grid;
  GtkLabel *cell_status;
  GtkLabel *save_status;
  GtkRevealer *fault_bar;
  GtkLabel *fault_text;

  GPtrArray *certifications; /* (element-type SceauCertification): heads, of those with cohorts */
  GPtrArray *cohorts;        /* (element-type SceauCohort): all, latest first */
  gint64 cohort_id;          /* chosen; 0: none */
  int chosen_attempt;
  SceauResultSheet *sheet;
  SceauResultEdits *edits;
  char *search;
  gint64 fault_enrolment;    /* the cell that the fault bar speaks of */
  char *fault_modality;
  guint seen_changes;        /* of the worker, when the sheet was asked for */
  guint seen_edits;          /* ours among them */
  guint asked;               /* serial of the last question */
  gboolean stale;            /* to be read again as soon as nothing is on its way */
  gboolean failed;           /* a write failed: what the grid shows is not what the file has */
  gboolean level_stale;      /* the list of sheets below the sheet that is shown */
  gboolean updating;         /* the choosers are being filled */
};

/* sceau-results-page.c */
gboolean           sceau_results_page_can_write    (SceauResultsPage *self);
const SceauCohort *sceau_results_page_get_cohort   (SceauResultsPage *self); /* (nullable) */
void               sceau_results_page_reload       (SceauResultsPage *self);
void               sceau_results_page_reload_stale (SceauResultsPage *self);

/* sceau-results-page-choice.c */
void               sceau_results_page_show_choices  (SceauResultsPage *self);
void               sceau_results_page_show_attempts (SceauResultsPage *self);
void               sceau_results_page_listen        (SceauResultsPage *self);

/* sceau-results-page-sheets.c */
void               sceau_results_page_add_sheet_actions (SceauResultsPage *self);
void               sceau_results_page_reload_level      (SceauResultsPage *self);

/* sceau-results-page-edit.c */
void               sceau_results_page_add_edit_actions (SceauResultsPage *self);
void               sceau_results_page_update_actions   (SceauResultsPage *self);
void               sceau_results_page_update_status    (SceauResultsPage *self);
void               sceau_results_page_set_worker       (SceauResultsPage *self, SceauWorker *worker); /* (nullable) */
void               sceau_results_page_entered          (SceauResultsPage *self, guint row, guint column, const char *text);

G_END_DECLS
