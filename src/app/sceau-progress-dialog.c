/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-progress-dialog.h"

struct _SceauProgressDialog
{
  AdwWindow parent_instance;

  GtkLabel *heading;
  GtkProgressBar *bar;
  GtkLabel *what;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SceauProgressDialog, sceau_progress_dialog, ADW_TYPE_WINDOW)

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_action_set_enabled (widget, "dialog.cancel", FALSE);
  g_cancellable_cancel (SCEAU_PROGRESS_DIALOG (widget)->cancellable);
}

/* Closing it with the window manager asks for the same thing as its button. */
static gboolean
sceau_progress_dialog_close_request (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "dialog.cancel", NULL);
  return TRUE;
}

static void
sceau_progress_dialog_finalize (GObject *object)
{
  g_clear_object (&SCEAU_PROGRESS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (sceau_progress_dialog_parent_class)->finalize (object);
}

static void
sceau_progress_dialog_class_init (SceauProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_progress_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sceau_progress_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauProgressDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SceauProgressDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, SceauProgressDialog, what);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.cancel", NULL);
}

static void
sceau_progress_dialog_init (SceauProgressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauProgressDialog *
sceau_progress_dialog_new (GtkWindow *parent, const char *title, GCancellable *cancellable)
{
  SceauProgressDialog *self = g_object_new (SCEAU_TYPE_PROGRESS_DIALOG, "transient-for", parent, "title", title, NULL);

  gtk_label_set_text (self->heading, title);
  self->cancellable = g_object_ref (cancellable);
  return self;
}

void
sceau_progress_dialog_report (SceauProgressDialog *self, double fraction, const char *what)
{
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
  if (what != NULL)
    gtk_label_set_text (self->what, what);
}
