/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A modality with a grid: each learner's points make the mark. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-grid-dialog.h"
#include "sceau-mark-sheet-view-private.h"
#include "sceau-result-import.h"
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

static void
import_chosen_cb (const char *path, gpointer data)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (data);

  sceau_grid_import_start (GTK_WIDGET (self), self->context, path, self->file->plan->certification_code, self->file->cohort_name,
                           self->modality_code, self->attempt);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SceauFileKind kind = { _("Grids (CSV)"), "*.csv" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Import Grids"), NULL, &kind, import_chosen_cb, widget);
}

static void
import_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  import_chosen_cb (g_variant_get_string (parameter, NULL), widget);
}

/* (transfer full): "number, C1, C2" */
static char *
list_columns (const SceauModality *modality)
{
  g_autoptr (GString) columns = g_string_new ("number");

  for (guint i = 0; i < modality->criteria->len; i++)
    g_string_append_printf (columns, ", %s", ((const SceauCriterion *) g_ptr_array_index (modality->criteria, i))->code);
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

void
sceau_mark_sheet_view_install_grids (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.import-grids", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "sheet.import-grids-path", "s", import_path_action);
}

void
sceau_mark_sheet_view_add_grids (SceauMarkSheetView *self)
{
  gboolean open = self->file->sheet->state < SCEAU_SHEET_SUBMITTED && sceau_mark_sheet_view_can_write (self);
  AdwPreferencesGroup *group = sceau_mark_sheet_view_add_group (self, _("Evaluation Grids"), open ? "sheet.import-grids" : NULL, _("_Import…"));
  g_autofree char *columns = list_columns (self->file->modality);
  g_autofree char *escaped = g_markup_escape_text (columns, -1);
  /* Translators: the names of the columns of a CSV file. */
  g_autofree char *description = g_strdup_printf (_("The points of the criteria make the mark. They can be imported from a CSV file with the columns %s."), escaped);

  if (open)
    adw_preferences_group_set_description (group, description);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.import-grids", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.import-grids-path", open);
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
