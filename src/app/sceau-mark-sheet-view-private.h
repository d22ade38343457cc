/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-mark-sheet-file.h"
#include "sceau-mark-sheet-view.h"
#include "sceau-mark-sheet-work.h"

G_BEGIN_DECLS

/* What the files of the view share; no one else includes it. */
struct _SceauMarkSheetView
{
  AdwBin parent_instance;

  GtkBox *box;
  SceauContext *context;
  gint64 cohort_id;
  char *modality_code;
  int attempt;
  SceauMarkSheetFile *file; /* NULL until it was read */
  GPtrArray *second_rows;   /* (element-type AdwEntryRow): unowned; each knows its "enrolment" */
  gint64 second_focus;      /* whose row had the focus before the rows were made again; 0: nobody */
  SceauResult *adjusted;    /* the mark of one member whose reason is being asked */
};

/* (transfer none): a section, without title when NULL, with the button @verb when @action is given. */
AdwPreferencesGroup *sceau_mark_sheet_view_add_group (SceauMarkSheetView *self, const char *title, const char *action, const char *verb);
gboolean             sceau_mark_sheet_view_can_write (SceauMarkSheetView *self);
/* Does what a verb says, in the worker; @work (transfer full). */
void                 sceau_mark_sheet_view_run       (SceauMarkSheetView *self, SceauWorkerFunc verb, SceauMarkSheetWork *work);
SceauMarkSheetWork  *sceau_mark_sheet_view_work_new  (SceauMarkSheetView *self);

/* sceau-mark-sheet-second.c: typed again without seeing the first, and compared. */
void sceau_mark_sheet_view_add_second     (SceauMarkSheetView *self);
/* (element-type gint64 utf8) (transfer full): what was typed and is not recorded yet; rows made anew get it back. */
GHashTable *sceau_mark_sheet_view_take_second (SceauMarkSheetView *self);
void sceau_mark_sheet_view_give_second    (SceauMarkSheetView *self, GHashTable *typed);
void sceau_mark_sheet_view_install_second (GtkWidgetClass *widget_class);
/* sceau-mark-sheet-groups.c: one mark for a group, adjusted for some of its members. */
void sceau_mark_sheet_view_add_groups     (SceauMarkSheetView *self);
/* sceau-mark-sheet-grids.c: the points of each criterion. */
void sceau_mark_sheet_view_add_grids      (SceauMarkSheetView *self);
void sceau_mark_sheet_view_install_grids  (GtkWidgetClass *widget_class);

G_END_DECLS
