/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The second entry of a sheet: typed by somebody else without seeing the first, then compared. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-fault-list.h"
#include "sceau-mark-sheet-view-private.h"
#include "sceau-page.h"
#include "sceau-record-results.h"
#include "sceau-rows.h"

static GtkWidget *
get_row (SceauMarkSheetView *self, guint index)
{
  return g_ptr_array_index (self->second_rows, index);
}

static gint64
get_enrolment (GtkWidget *row)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (row), "enrolment");
}

/* Whether a row says something that the file does not: "12,50" is no other mark than "12,5". */
static gboolean
is_new (SceauMarkSheetView *self, GtkWidget *row)
{
  gint64 enrolment = get_enrolment (row);
  const SceauSecondEntry *entry = g_hash_table_lookup (self->file->second, &enrolment);
  SceauMark mark;

  return !sceau_mark_parse (gtk_editable_get_text (GTK_EDITABLE (row)), self->file->modality->scale, &mark, NULL)
         || !sceau_mark_equal (mark, entry != NULL ? entry->mark : SCEAU_MARK_NONE);
}

/* What is typed and not recorded is asked about before the sheet is left. */
static void
changed_cb (SceauMarkSheetView *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SCEAU_TYPE_PAGE);
  gboolean unsaved = FALSE;

  for (guint i = 0; i < self->second_rows->len; i++)
    {
      GtkWidget *row = get_row (self, i);
      gboolean changed = is_new (self, row);
      SceauMark mark;

      if (sceau_mark_parse (gtk_editable_get_text (GTK_EDITABLE (row)), self->file->modality->scale, &mark, NULL))
        gtk_widget_remove_css_class (row, "error");
      else
        gtk_widget_add_css_class (row, "error");
      unsaved = unsaved || changed;
    }
  if (page != NULL)
    sceau_page_set_unsaved (SCEAU_PAGE (page), unsaved);
}

/* Enter: the next learner's mark; after the last one the entries are recorded. */
static void
activated_cb (GtkWidget *row, SceauMarkSheetView *self)
{
  guint index;

  if (!g_ptr_array_find (self->second_rows, row, &index))
    return;
  if (index + 1 < self->second_rows->len)
    gtk_widget_grab_focus (get_row (self, index + 1));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "sheet.record-second", NULL);
}

GHashTable *
sceau_mark_sheet_view_take_second (SceauMarkSheetView *self)
{
  GHashTable *typed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < self->second_rows->len; i++)
    {
      GtkWidget *row = get_row (self, i);
      gint64 enrolment = get_enrolment (row);

      if (is_new (self, row))
        g_hash_table_insert (typed, g_memdup2 (&enrolment, sizeof enrolment), g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
      if (gtk_widget_get_focus_child (row) != NULL)
        self->second_focus = enrolment;
    }
  g_ptr_array_set_size (self->second_rows, 0);
  return typed;
}

void
sceau_mark_sheet_view_give_second (SceauMarkSheetView *self, GHashTable *typed)
{
  for (guint i = 0; i < self->second_rows->len; i++)
    {
      GtkWidget *row = get_row (self, i);
      gint64 enrolment = get_enrolment (row);
      const char *text = g_hash_table_lookup (typed, &enrolment);

      if (text != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), text);
      if (enrolment == self->second_focus)
        gtk_widget_grab_focus (row);
    }
  self->second_focus = 0;
  changed_cb (self);
}

/* FALSE when one of them is no mark; the user is told which. */
static gboolean
read_entries (SceauMarkSheetView *self, GPtrArray *entries)
{
  for (guint i = 0; i < self->second_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->second_rows, i);
      SceauSecondEntry *entry = sceau_second_entry_new ();
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (entries, entry);
      entry->enrolment_id = get_enrolment (row);
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
  g_object_set_data_full (G_OBJECT (row), "enrolment", g_memdup2 (&enrolment->id, sizeof enrolment->id), g_free);
  g_ptr_array_add (self->second_rows, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), self, 0);
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

/* What was not typed a second time yet is an empty row below, not a difference to settle. */
static gboolean
is_typed_twice (const SceauEntryDifference *difference)
{
  return difference->second.kind != SCEAU_MARK_BLANK;
}

static gboolean
has_difference (SceauMarkSheetView *self)
{
  for (guint i = 0; i < self->file->differences->len; i++)
    if (is_typed_twice (g_ptr_array_index (self->file->differences, i)))
      return TRUE;
  return FALSE;
}

static void
add_differences (SceauMarkSheetView *self)
{
  AdwPreferencesGroup *group = sceau_mark_sheet_view_add_group (self, _("Where the Entries Differ"), NULL, NULL);

  adw_preferences_group_set_description (group, _("Look at the paper and choose which entry is right."));
  for (guint i = 0; i < self->file->differences->len; i++)
    {
      const SceauEntryDifference *difference = g_ptr_array_index (self->file->differences, i);
      AdwActionRow *row;

      if (!is_typed_twice (difference))
        continue;
      row = sceau_row_new (difference->learner_name, difference->learner_number);
      adw_action_row_add_suffix (row, settle_button_new (difference, self->file->modality->scale, FALSE));
      adw_action_row_add_suffix (row, settle_button_new (difference, self->file->modality->scale, TRUE));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

/* One secretary may be all that a school has: it is a warning, beside what it is about. */
static void
add_warning (SceauMarkSheetView *self)
{
  AdwPreferencesGroup *group;
  SceauFaultList *list;
  g_autoptr (SceauFaults) faults = NULL;
  g_autofree char *who = NULL;
  g_autofree char *reason = NULL;

  if (self->file->n_alone == 0)
    return;
  faults = sceau_faults_new ();
  g_ptr_array_add (self->file->alone, NULL);
  who = g_strjoinv (", ", (char **) self->file->alone->pdata);
  g_ptr_array_set_size (self->file->alone, (int) self->file->alone->len - 1);
  reason = g_strdup_printf (ngettext ("Both entries of %u mark are by one person: they do not check each other.",
                                      "Both entries of %u marks are by one person: they do not check each other.", self->file->n_alone),
                            self->file->n_alone);
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, NULL, who, reason, _("Have somebody else type the second entry."));
  list = g_object_new (SCEAU_TYPE_FAULT_LIST, NULL);
  sceau_fault_list_show (list, faults, NULL);
  group = sceau_mark_sheet_view_add_group (self, _("One Person for Both Entries"), NULL, NULL);
  adw_preferences_group_add (group, GTK_WIDGET (list));
}

void
sceau_mark_sheet_view_add_second (SceauMarkSheetView *self)
{
  gboolean open = self->file->sheet->state < SCEAU_SHEET_SUBMITTED && sceau_mark_sheet_view_can_write (self);
  AdwPreferencesGroup *group;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.record-second", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.settle", open);

  add_warning (self);
  if (has_difference (self))
    add_differences (self);
  if (!open)
    return;
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.record-second", NULL);
}
