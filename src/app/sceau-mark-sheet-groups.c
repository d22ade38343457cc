/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A collective modality: one mark for each group, and another for some of its members. */

#include <glib/gi18n-lib.h>

#include "sceau-ask-reason.h"
#include "sceau-dialogs.h"
#include "sceau-mark-sheet-view-private.h"
#include "sceau-rows.h"

/* (transfer full) (nullable): the mark typed in @row, for @enrolment_id; the user is told when it is none. */
static SceauResult *
read_mark (SceauMarkSheetView *self, GtkWidget *row, gint64 enrolment_id)
{
  g_autoptr (GError) error = NULL;
  SceauMark mark;

  if (sceau_mark_parse (gtk_editable_get_text (GTK_EDITABLE (row)), self->file->modality->scale, &mark, &error))
    return sceau_result_new (enrolment_id, self->modality_code, self->attempt, mark);
  sceau_show_error (row, _("This mark cannot be taken"), error);
  return NULL;
}

static void
group_applied_cb (GtkWidget *row, SceauMarkSheetView *self)
{
  SceauResult *mark = read_mark (self, row, 0);
  SceauMarkSheetWork *work;

  if (mark == NULL)
    return;
  work = sceau_mark_sheet_view_work_new (self);
  work->text = g_strdup (g_object_get_data (G_OBJECT (row), "group"));
  work->result = mark;
  sceau_mark_sheet_view_run (self, sceau_mark_sheet_work_group, work);
}

static void
adjust_for (const char *reason, gpointer data)
{
  SceauMarkSheetView *self = SCEAU_MARK_SHEET_VIEW (data);
  SceauMarkSheetWork *work = sceau_mark_sheet_view_work_new (self);

  work->result = g_steal_pointer (&self->adjusted);
  work->result->comment = g_strdup (reason);
  sceau_mark_sheet_view_run (self, sceau_mark_sheet_work_adjust, work);
}

static void
member_applied_cb (GtkWidget *row, SceauMarkSheetView *self)
{
  const gint64 *enrolment = g_object_get_data (G_OBJECT (row), "enrolment");

  g_clear_pointer (&self->adjusted, sceau_result_free);
  self->adjusted = read_mark (self, row, *enrolment);
  if (self->adjusted != NULL)
    sceau_ask_reason (GTK_WIDGET (self), _("Adjust this mark?"),
                      _("The learner gets another mark than the group; the comment of the mark says why."), _("_Adjust"), FALSE,
                      adjust_for, self);
}

static GtkWidget *
mark_row_new (SceauMarkSheetView *self, const char *title, const char *text, GCallback applied)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, self->file->sheet->state < SCEAU_SHEET_SUBMITTED && sceau_mark_sheet_view_can_write (self));
  g_signal_connect_object (row, "apply", applied, self, 0);
  return row;
}

static void
add_member (SceauMarkSheetView *self, AdwPreferencesGroup *group, const SceauEnrolment *enrolment)
{
  g_autofree char *text = sceau_mark_sheet_file_get_text (self->file, enrolment->id);
  const SceauResult *result = sceau_mark_sheet_file_get (self->file, enrolment->id);
  gboolean adjusted = result != NULL && result->group_value >= 0
                      && (result->mark.kind != SCEAU_MARK_VALUE || result->mark.value != result->group_value);
  /* Translators: a learner whose mark is not the group's. */
  g_autofree char *title = adjusted ? g_strdup_printf (_("%s (adjusted)"), enrolment->learner_name) : g_strdup (enrolment->learner_name);
  GtkWidget *row = mark_row_new (self, title, text, G_CALLBACK (member_applied_cb));

  g_object_set_data_full (G_OBJECT (row), "enrolment", g_memdup2 (&enrolment->id, sizeof enrolment->id), g_free);
  adw_preferences_group_add (group, row);
}

/* (transfer full): the mark that the group has, "" when there is none yet. */
static char *
find_group_mark (SceauMarkSheetView *self, const char *name)
{
  for (guint i = 0; i < self->file->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->file->enrolments, i);
      const SceauResult *result = sceau_mark_sheet_file_get (self->file, enrolment->id);

      if (g_strcmp0 (enrolment->group, name) == 0 && result != NULL && result->group_value >= 0)
        return sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, result->group_value }, self->file->modality->scale);
    }
  return g_strdup ("");
}

static void
add_group (SceauMarkSheetView *self, const char *name)
{
  AdwPreferencesGroup *group = sceau_mark_sheet_view_add_group (self, name, NULL, NULL);
  g_autofree char *mark = find_group_mark (self, name);
  GtkWidget *row = mark_row_new (self, _("Mark of the group"), mark, G_CALLBACK (group_applied_cb));

  g_object_set_data_full (G_OBJECT (row), "group", g_strdup (name), g_free);
  adw_preferences_group_add (group, row);
  for (guint i = 0; i < self->file->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->file->enrolments, i);

      if (g_strcmp0 (enrolment->group, name) == 0)
        add_member (self, group, enrolment);
    }
}

/* Nobody is forgotten because he is in no group. */
static void
add_groupless (SceauMarkSheetView *self)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < self->file->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->file->enrolments, i);
      g_autofree char *mark = NULL;
      AdwActionRow *row;

      if (enrolment->group != NULL || enrolment->state != SCEAU_ENROLMENT_ACTIVE)
        continue;
      if (group == NULL)
        {
          group = sceau_mark_sheet_view_add_group (self, _("In No Group"), NULL, NULL);
          adw_preferences_group_set_description (group, _("Their marks are typed in the grid. Groups are formed with the cohort."));
        }
      mark = sceau_mark_sheet_file_get_text (self->file, enrolment->id);
      row = sceau_row_new (enrolment->learner_name, enrolment->learner_number);
      adw_action_row_add_suffix (row, sceau_tag_new (*mark != '\0' ? mark : "–", -1));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

void
sceau_mark_sheet_view_add_groups (SceauMarkSheetView *self)
{
  g_autoptr (GPtrArray) groups = sceau_mark_sheet_file_list_groups (self->file);

  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i));
  if (groups->len > 0)
    add_groupless (self);
  if (groups->len == 0)
    {
      AdwPreferencesGroup *group = sceau_mark_sheet_view_add_group (self, _("Groups"), NULL, NULL);

      adw_preferences_group_set_description (group, _("This modality has one mark a group, and no learner of the cohort is in a group yet. Groups are formed with the cohort."));
    }
}
