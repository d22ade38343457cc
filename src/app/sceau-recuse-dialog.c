/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-recuse-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-jury-work.h"

struct _SceauRecuseDialog
{
  AdwWindow parent_instance;

  AdwComboRow *member_row;
  AdwComboRow *kind_row;
  AdwEntryRow *reason_row;
  SceauContext *context;
  gint64 session_id;
  gint64 enrolment_id;
  GArray *jurors; /* (element-type gint64): in the order of member_row */
};

G_DEFINE_FINAL_TYPE (SceauRecuseDialog, sceau_recuse_dialog, ADW_TYPE_WINDOW)

static void
recused_cb (GtkWidget *from, gpointer job, const GError *error)
{
  sceau_jury_work_explain (from, _("The member could not be recused"), job, error);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (from));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauRecuseDialog *self = SCEAU_RECUSE_DIALOG (widget);
  guint selected = adw_combo_row_get_selected (self->member_row);
  SceauJuryWork *work;

  if (selected >= self->jurors->len)
    return;
  work = sceau_jury_work_new (self->session_id);
  work->juror_id = g_array_index (self->jurors, gint64, selected);
  work->enrolment_id = self->enrolment_id;
  work->conflict = (SceauConflictKind) adw_combo_row_get_selected (self->kind_row);
  work->reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
  sceau_long_work_run (widget, self->context, _("Recusing the member"), sceau_jury_work_recuse, work,
                       (GDestroyNotify) sceau_jury_work_free, recused_cb);
}

static void
sceau_recuse_dialog_finalize (GObject *object)
{
  SceauRecuseDialog *self = SCEAU_RECUSE_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->jurors, g_array_unref);
  G_OBJECT_CLASS (sceau_recuse_dialog_parent_class)->finalize (object);
}

static void
sceau_recuse_dialog_class_init (SceauRecuseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_recuse_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-recuse-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauRecuseDialog, member_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRecuseDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SceauRecuseDialog, reason_row);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_recuse_dialog_init (SceauRecuseDialog *self)
{
  self->jurors = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_recused (const SceauCandidateFile *file, gint64 juror_id)
{
  for (guint i = 0; i < file->recusals->len; i++)
    if (((const SceauRecusal *) g_ptr_array_index (file->recusals, i))->juror_id == juror_id)
      return TRUE;
  return FALSE;
}

/* Those who sit and take part in the case so far. */
static void
fill_members (SceauRecuseDialog *self, const SceauCandidateFile *file)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < file->session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (file->session->members, i);

      if (!member->present || is_recused (file, member->juror->id))
        continue;
      gtk_string_list_append (names, member->juror->name);
      g_array_append_val (self->jurors, member->juror->id);
    }
  adw_combo_row_set_model (self->member_row, G_LIST_MODEL (names));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", self->jurors->len > 0);
}

static void
fill_kinds (SceauRecuseDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (int i = 0; i < SCEAU_N_CONFLICTS; i++)
    gtk_string_list_append (kinds, sceau_conflict_kind_title ((SceauConflictKind) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

SceauRecuseDialog *
sceau_recuse_dialog_new (GtkWindow *parent, SceauContext *context, const SceauCandidateFile *file)
{
  SceauRecuseDialog *self = g_object_new (SCEAU_TYPE_RECUSE_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->session_id = file->session->id;
  self->enrolment_id = file->enrolment->id;
  fill_members (self, file);
  fill_kinds (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->member_row));
  return self;
}
