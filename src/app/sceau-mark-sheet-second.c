/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The second entry of a sheet: typed by somebody else without seeing the first, then compared. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-mark-sheet-view-private.h"
#include "sceau-record-results.h"
#include "sceau-rows.h"

/* FALSE when one of them is no mark; the user is told which. */
static gboolean
read_entries (SceauMarkSheetView *self, GPtrArray *entries)
{
  for (guint i = 0; i < self->second_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->second_rows, i);
      const gint64 *enrolment = g_object_get_data (G_OBJECT (row), "enrolment");
      SceauSecondEntry *entry = sceau_second_entry_new ();
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (entries, entry);
      entry->enrolment_id = *enrolment;
      entry->modality_code = g_strdup (self->modality_code);
      entry->attempt = self->attempt;
      if (!sceau_mark_parse (gtk_editable_get_text (GTK_EDITABLE (row)), self->file->modality->scale, &entry->mark, &error))
        {
          sceau_show_error (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), error);
          gtk_widget_grab_focus (row);
          return FALSE;
        }
    }
  return TRUE;
}

static void
record_second_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (widget);
  SceauMarkSheetWork *work = sceau_mark_sheet_view_work_new (self);

  work->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_second_entry_free);
  if (read_entries (self, work->entries))
    sceau_mark_sheet_view_run (self, sceau_mark_sheet_work_second, work);
  else
    sceau_mark_sheet_work_free (work);
}

/* (xb): of whom, and whether the second entry is right. */
static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (widget);
  SceauMarkSheetWork *work;
  gint64 enrolment;
  gboolean second;

  g_variant_get (parameter, "(xb)", &enrolment, &second);
  for (guint i = 0; i < self->file->differences->len; i++)
    {
      const SceauEntryDifference *difference = g_ptr_array_index (self->file->differences, i);

      if (difference->enrolment_id != enrolment)
        continue;
      work = sceau_mark_sheet_view_work_new (self);
      work->result = sceau_result_new (enrolment, self->modality_code, self->attempt, second ? difference->second : difference->first);
      sceau_mark_sheet_view_run (self, sceau_mark_sheet_work_settle, work);
      return;
    }
}

static GtkWidget *
second_row_new (SceauMarkSheetView *self, const SceauEnrolment *enrolment)
{
  GtkWidget *row = adw_entry_row_new ();
  const SceauSecondEntry *entry = g_hash_table_lookup (self->file->second, &enrolment->id);
  g_autofree char *text = entry != NULL ? sceau_mark_to_text (entry->mark, self->file->modality->scale) : g_strdup ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), enrolment->learner_name);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_widget_set_sensitive (row, self->file->sheet->state < SCEAU_SHEET_SUBMITTED && sceau_mark_sheet_view_can_write (self));
  g_object_set_data_full (G_OBJECT (row), "enrolment", g_memdup2 (&enrolment->id, sizeof enrolment->id), g_free);
  g_ptr_array_add (self->second_rows, row);
  return row;
}

static GtkWidget *
settle_button_new (const SceauEntryDifference *difference, SceauScale scale, gboolean second)
{
  g_autofree char *mark = sceau_mark_to_text (second ? difference->second : difference->first, scale);
  /* Translators: the mark that was typed first, then the one typed second; "–" when it is missing. */
  g_autofree char *label = g_strdup_printf (second ? _("Second: %s") : _("First: %s"), *mark != '\0' ? mark : "–");
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("This is what the paper says"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sheet.settle");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xb)", difference->enrolment_id, second);
  gtk_widget_set_sensitive (button, *mark != '\0');
  return button;
}

static void
add_differences (SceauMarkSheetView *self)
{
  AdwPreferencesGroup *group = sceau_mark_sheet_view_add_group (self, _("Where the Entries Differ"), NULL, NULL);

  adw_preferences_group_set_description (group, _("Look at the paper and choose which entry is right."));
  for (guint i = 0; i < self->file->differences->len; i++)
    {
      const SceauEntryDifference *difference = g_ptr_array_index (self->file->differences, i);
      AdwActionRow *row = sceau_row_new (difference->learner_name, difference->learner_number);

      adw_action_row_add_suffix (row, settle_button_new (difference, self->file->modality->scale, FALSE));
      adw_action_row_add_suffix (row, settle_button_new (difference, self->file->modality->scale, TRUE));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

/* Differences are only shown once there is a second entry to differ. */
void
sceau_mark_sheet_view_add_second (SceauMarkSheetView *self)
{
  AdwPreferencesGroup *group;

  if (g_hash_table_size (self->file->second) > 0 && self->file->differences->len > 0)
    add_differences (self);
  group = sceau_mark_sheet_view_add_group (self, _("Second Entry"), "sheet.record-second", _("Record the _Second Entry"));
  adw_preferences_group_set_description (group, _("Typed from the paper by somebody else, without looking at the first entry. A sheet is handed in once both agree."));
  for (guint i = 0; i < self->file->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->file->enrolments, i);

      if (enrolment->state == SCEAU_ENROLMENT_ACTIVE)
        adw_preferences_group_add (group, second_row_new (self, enrolment));
    }
}

void
sceau_mark_sheet_view_install_second (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.record-second", NULL, record_second_action);
  gtk_widget_class_install_action (widget_class, "sheet.settle", "(xb)", settle_action);
}
