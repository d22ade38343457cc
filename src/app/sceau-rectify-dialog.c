/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-rectify-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-date-row.h"
#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-jury-members.h"
#include "sceau-jury-work.h"
#include "sceau-rows.h"

struct _SceauRectifyDialog
{
  AdwWindow parent_instance;

  AdwActionRow *candidate_row;
  AdwActionRow *decision_row;
  AdwComboRow *outcome_row; /* in the order of SceauOutcome */
  GtkListBox *blocks;
  SceauDateRow *date_row;
  AdwEntryRow *reason_row;
  SceauJuryMembers *members; /* who met again */
  AdwEntryRow *derogation_row;
  GtkLabel *hint;
  SceauContext *context;
  gint64 session_id;
  char *learner_number;
  GPtrArray *codes; /* (element-type utf8): of the blocks */
  GPtrArray *ticks; /* (element-type GtkCheckButton): beside them, owned by the list */
};

G_DEFINE_FINAL_TYPE (SceauRectifyDialog, sceau_rectify_dialog, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
fields_changed_cb (SceauRectifyDialog *self)
{
  g_autofree char *reason = get_text (self->reason_row);
  gboolean complete = *reason != '\0' && sceau_date_row_get_date (self->date_row) != SCEAU_NO_DATE;

  gtk_label_set_text (self->hint, complete ? _("A rectifying session of the members ticked is sealed at once. Both decisions stay in the minutes.")
                                           : _("A rectification needs the day on which the jury met again, and a reason: both stand in its minutes."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.rectify", complete);
}

static void
rectified_cb (GtkWidget *from, gpointer job, const GError *error)
{
  SceauJuryWork *work = job;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (from)));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, work->id);
  g_autofree char *text = NULL;

  sceau_jury_work_explain (from, _("The decision could not be rectified"), work, error);
  if (error != NULL)
    return;
  text = g_strdup_printf (_("Rectified by jury session no. %s, sealed."), id);
  sceau_toast (parent, text);
  gtk_window_close (GTK_WINDOW (from));
  sceau_show_warnings (parent, _("The decision is rectified"), work->faults);
}

static char **
get_blocks (SceauRectifyDialog *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
      g_ptr_array_add (codes, g_strdup (g_ptr_array_index (self->codes, i)));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

static void
rectify_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauRectifyDialog *self = SCEAU_RECTIFY_DIALOG (widget);
  SceauJuryWork *work = sceau_jury_work_new (self->session_id);
  g_autofree char *derogation = get_text (self->derogation_row);

  work->learner_number = g_strdup (self->learner_number);
  work->outcome = (SceauOutcome) adw_combo_row_get_selected (self->outcome_row);
  work->blocks = get_blocks (self);
  work->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));
  work->date = sceau_date_row_get_date (self->date_row);
  g_array_unref (work->jurors);
  work->jurors = sceau_jury_members_get_ticked (self->members);
  work->president = sceau_jury_members_get_president (self->members);
  work->text = *derogation != '\0' ? g_steal_pointer (&derogation) : NULL;
  sceau_long_work_run (widget, self->context, _("Rectifying the decision"), sceau_jury_work_rectify, work,
                       (GDestroyNotify) sceau_jury_work_free, rectified_cb);
}

static void
append_block (SceauRectifyDialog *self, const SceauBlock *block, gboolean ticked)
{
  AdwActionRow *row = sceau_row_new (block->title, NULL);
  GtkWidget *tick = gtk_check_button_new ();

  adw_action_row_set_title_lines (row, 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), ticked);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, block->title, -1);
  adw_action_row_add_prefix (row, tick);
  adw_action_row_set_activatable_widget (row, tick);
  gtk_list_box_append (self->blocks, GTK_WIDGET (row));
  g_ptr_array_add (self->codes, g_strdup (block->code));
  g_ptr_array_add (self->ticks, tick);
}

static void
show_outcomes (SceauRectifyDialog *self, SceauOutcome chosen)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (SceauOutcome outcome = 0; outcome < SCEAU_N_OUTCOMES; outcome++)
    gtk_string_list_append (titles, sceau_outcome_title (outcome));
  adw_combo_row_set_model (self->outcome_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->outcome_row, chosen);
}

static void
sceau_rectify_dialog_finalize (GObject *object)
{
  SceauRectifyDialog *self = SCEAU_RECTIFY_DIALOG (object);

  g_clear_object (&self->context);
  g_free (self->learner_number);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->ticks);
  G_OBJECT_CLASS (sceau_rectify_dialog_parent_class)->finalize (object);
}

static void
sceau_rectify_dialog_class_init (SceauRectifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_rectify_dialog_finalize;
  g_type_ensure (SCEAU_TYPE_DATE_ROW);
  g_type_ensure (SCEAU_TYPE_JURY_MEMBERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-rectify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, candidate_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, blocks);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, members);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, derogation_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRectifyDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.rectify", NULL, rectify_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_rectify_dialog_init (SceauRectifyDialog *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauRectifyDialog *
sceau_rectify_dialog_new (GtkWindow *parent, SceauContext *context, const SceauCandidateFile *file)
{
  SceauRectifyDialog *self = g_object_new (SCEAU_TYPE_RECTIFY_DIALOG, "transient-for", parent, NULL);
  const SceauDecision *decision = file->decision;
  g_autofree char *candidate = g_strdup_printf ("%s (%s)", decision->learner_name, decision->learner_number);

  self->context = g_object_ref (context);
  self->session_id = file->session->id;
  self->learner_number = g_strdup (decision->learner_number);
  adw_action_row_set_subtitle (self->candidate_row, candidate);
  adw_action_row_set_subtitle (self->decision_row, sceau_outcome_title (decision->outcome));
  show_outcomes (self, decision->outcome);
  for (guint i = 0; i < file->certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (file->certification->blocks, i);

      append_block (self, block, g_ptr_array_find_with_equal_func (decision->acquired_blocks, block->code, g_str_equal, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), self->ticks->len > 0);
  sceau_date_row_set_date (self->date_row, sceau_date_today ());
  sceau_jury_members_show_meeting (self->members, file->session, decision);
  fields_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->outcome_row));
  return self;
}
