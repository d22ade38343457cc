/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-learner-chooser.h"

#include <glib/gi18n-lib.h>

#include "sceau-learner-table.h"
#include "sceau-page.h"
#include "sceau-rows.h"

/* More would not be read: one types another letter instead. */
#define SHOWN 6

struct _SceauLearnerChooser
{
  AdwBin parent_instance;

  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkLabel *note;
  SceauContext *context;
  char *number;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauLearnerChooser, sceau_learner_chooser, ADW_TYPE_BIN)

typedef struct
{
  char *search;
  GPtrArray *learners;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->learners, g_ptr_array_unref);
  g_free (reading->search);
  g_free (reading);
}

static gboolean
read_learners (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  const SceauLearnerQuery query = { .search = reading->search, .limit = SHOWN + 1 };

  reading->learners = sceau_learner_table_list (school, &query, error);
  return reading->learners != NULL;
}

static void
choose (SceauLearnerChooser *self, const char *number)
{
  if (g_strcmp0 (self->number, number) == 0)
    return;
  g_free (self->number);
  self->number = g_strdup (number);
  /* A dialog that goes away takes the selection back while its other rows are gone already. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_learners (SceauLearnerChooser *self, GPtrArray *learners)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (learners->len, SHOWN); i++)
    {
      const SceauLearner *learner = g_ptr_array_index (learners, i);
      g_autofree char *name = sceau_learner_sorted_name (learner);
      AdwActionRow *found = sceau_row_new (name, learner->number);

      g_object_set_data_full (G_OBJECT (found), "number", g_strdup (learner->number), g_free);
      gtk_list_box_append (self->list, GTK_WIDGET (found));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), learners->len > 0);
  gtk_label_set_text (self->note, learners->len == 0     ? _("Nobody has this name or number.")
                                  : learners->len > SHOWN ? _("There are more: type another letter.")
                                                          : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), *gtk_label_get_text (self->note) != '\0');
  if (learners->len == 1)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauLearnerChooser) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    gtk_label_set_text (self->note, error->message);
  else if (g_strcmp0 (reading->search, gtk_editable_get_text (GTK_EDITABLE (self->entry))) == 0)
    show_learners (self, reading->learners);
}

static void
search_changed_cb (SceauLearnerChooser *self)
{
  Reading *reading;

  choose (self, NULL);
  if (self->context == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_learners, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
row_selected_cb (SceauLearnerChooser *self, GtkListBoxRow *row)
{
  choose (self, row != NULL ? g_object_get_data (G_OBJECT (row), "number") : NULL);
}

static void
activate_cb (SceauLearnerChooser *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    gtk_list_box_select_row (self->list, first);
}

static gboolean
sceau_learner_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SCEAU_LEARNER_CHOOSER (widget)->entry));
}

static void
sceau_learner_chooser_finalize (GObject *object)
{
  SceauLearnerChooser *self = SCEAU_LEARNER_CHOOSER (object);

  g_clear_object (&self->context);
  g_free (self->number);
  G_OBJECT_CLASS (sceau_learner_chooser_parent_class)->finalize (object);
}

static void
sceau_learner_chooser_class_init (SceauLearnerChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_learner_chooser_finalize;
  widget_class->grab_focus = sceau_learner_chooser_grab_focus;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_LEARNER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-learner-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauLearnerChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, SceauLearnerChooser, list);
  gtk_widget_class_bind_template_child (widget_class, SceauLearnerChooser, note);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sceau_learner_chooser_init (SceauLearnerChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sceau_learner_chooser_set_context (SceauLearnerChooser *self, SceauContext *context)
{
  g_set_object (&self->context, context);
}

const char *
sceau_learner_chooser_get_number (SceauLearnerChooser *self)
{
  return self->number;
}
