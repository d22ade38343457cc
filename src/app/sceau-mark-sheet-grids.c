/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A modality with a grid: each learner's points make the mark. */

#include <glib/gi18n-lib.h>

#include "sceau-grid-dialog.h"
#include "sceau-mark-sheet-view-private.h"
#include "sceau-rows.h"

static void
activated_cb (AdwActionRow *row, SceauMarkSheetView *self)
{
  const gint64 *enrolment = g_object_get_data (G_OBJECT (row), "enrolment");

  for (guint i = 0; i < self->file->enrolments->len; i++)
    {
      const SceauEnrolment *learner = g_ptr_array_index (self->file->enrolments, i);

      if (learner->id == *enrolment)
        gtk_window_present (GTK_WINDOW (sceau_grid_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context,
                                                               self->file, learner)));
    }
}

void
sceau_mark_sheet_view_add_grids (SceauMarkSheetView *self)
{
  AdwPreferencesGroup *group = sceau_mark_sheet_view_add_group (self, _("Evaluation Grids"), NULL, NULL);
  gboolean open = self->file->sheet->state < SCEAU_SHEET_SUBMITTED && sceau_mark_sheet_view_can_write (self);

  for (guint i = 0; i < self->file->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->file->enrolments, i);
      g_autofree char *mark = sceau_mark_sheet_file_get_text (self->file, enrolment->id);
      AdwActionRow *row;

      if (enrolment->state != SCEAU_ENROLMENT_ACTIVE)
        continue;
      row = sceau_row_new (enrolment->learner_name, enrolment->learner_number);
      adw_action_row_add_suffix (row, sceau_tag_new (*mark != '\0' ? mark : "–", -1));
      if (open)
        sceau_row_add_arrow (row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), open);
      g_object_set_data_full (G_OBJECT (row), "enrolment", g_memdup2 (&enrolment->id, sizeof enrolment->id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}
