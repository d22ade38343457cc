/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-keys-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-keep-key.h"
#include "sceau-rows.h"
#include "sceau-signing-dialog.h"
#include "sceau-signing-key-table.h"

struct _SceauKeysDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *keys_group;
  GPtrArray *rows; /* (element-type GtkWidget): in the group */
  SceauContext *context;
  gboolean has_key;
};

G_DEFINE_FINAL_TYPE (SceauKeysDialog, sceau_keys_dialog, ADW_TYPE_WINDOW)

/* The keys ------------------------------------------------------------------------ */

static gboolean
read_keys (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  GPtrArray **keys = job;

  *keys = sceau_signing_key_table_list (school, error);
  return *keys != NULL;
}

static void
keys_free (gpointer data)
{
  GPtrArray **keys = data;

  g_clear_pointer (keys, g_ptr_array_unref);
  g_free (keys);
}

static void
add_key (SceauKeysDialog *self, const SceauSigningKey *key)
{
  gboolean in_use = key->retired == SCEAU_NO_DATE;
  g_autofree char *created = sceau_date_format_long (key->created);
  g_autofree char *retired = in_use ? NULL : sceau_date_format_long (key->retired);
  g_autofree char *title = in_use ? g_strdup_printf (_("Since %s"), created)
                                  : g_strdup_printf (_("From %s to %s"), created, retired);
  AdwActionRow *row = sceau_row_new (title, key->public_key);

  gtk_widget_add_css_class (GTK_WIDGET (row), "sceau-hash");
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_suffix (row, sceau_tag_new (in_use ? _("Signs") : _("Verifies only"), in_use ? SCEAU_TAG_SUCCESS : SCEAU_TAG_PLAIN));
  adw_preferences_group_add (self->keys_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_keys (SceauKeysDialog *self, const GPtrArray *keys)
{
  gboolean writable = !sceau_context_is_read_only (self->context);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->keys_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < keys->len; i++)
    add_key (self, g_ptr_array_index (keys, i));
  self->has_key = keys->len > 0;
  gtk_stack_set_visible_child_name (self->stack, self->has_key ? "keys" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "keys.make", !self->has_key && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "keys.rotate", self->has_key && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "keys.export", self->has_key);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "keys.verifier", self->has_key);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauKeysDialog) self = user_data;
  GPtrArray **keys = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (done)
    show_keys (self, *keys);
  else
    sceau_show_error (GTK_WIDGET (self), _("The Keys Could Not Be Read"), error);
}

static void
reload (SceauKeysDialog *self)
{
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_keys, g_new0 (GPtrArray *, 1), keys_free, NULL, read_cb,
                          g_object_ref (self));
}

/* What is done with them ---------------------------------------------------------- */

static void
make_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (sceau_make_key_dialog_new (widget, SCEAU_KEYS_DIALOG (widget)->context)));
}

static void
rotate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (sceau_key_dialog_new (widget, SCEAU_KEYS_DIALOG (widget)->context)));
}

static gboolean
write_keys (SceauSchool *school, const char *path, gpointer data, GError **error)
{
  return sceau_export_public_keys (school, path, error);
}

static gboolean
export_keys (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_write_in_place (school, job, write_keys, NULL, error);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (!gtk_widget_get_visible (self))
    return;
  if (done)
    sceau_toast (self, _("Public keys written."));
  else
    sceau_show_error (self, _("The Keys Could Not Be Written"), error);
}

void
sceau_keys_dialog_write_keys (SceauKeysDialog *self, const char *path)
{
  sceau_worker_run_async (sceau_context_get_worker (self->context), export_keys, g_strdup (path), g_free, NULL, exported_cb,
                          g_object_ref (self));
}

static void
keys_chosen_cb (const char *path, gpointer user_data)
{
  sceau_keys_dialog_write_keys (user_data, path);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SceauFileKind kind = { _("PEM keys"), "*.pem" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Public Keys"), _("school-keys.pem"), &kind, keys_chosen_cb, widget);
}

GtkWindow *
sceau_keys_dialog_sign_verifier (SceauKeysDialog *self, const char *path)
{
  GtkWindow *form = GTK_WINDOW (sceau_verifier_dialog_new (GTK_WIDGET (self), self->context, self->has_key, path));

  gtk_window_present (form);
  return form;
}

static void
verifier_chosen_cb (const char *path, gpointer user_data)
{
  sceau_keys_dialog_sign_verifier (user_data, path);
}

static void
verifier_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SceauFileKind kind = { _("Web pages"), "*.html" };

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Page That Verifies"), _("verify.html"), &kind,
                     verifier_chosen_cb, widget);
}

static void
sceau_keys_dialog_finalize (GObject *object)
{
  SceauKeysDialog *self = SCEAU_KEYS_DIALOG (object);

  g_clear_object (&self->context);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (sceau_keys_dialog_parent_class)->finalize (object);
}

static void
sceau_keys_dialog_class_init (SceauKeysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sceau_keys_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-keys-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauKeysDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SceauKeysDialog, keys_group);
  gtk_widget_class_install_action (widget_class, "keys.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "keys.rotate", NULL, rotate_action);
  gtk_widget_class_install_action (widget_class, "keys.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "keys.verifier", NULL, verifier_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_keys_dialog_init (SceauKeysDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SceauKeysDialog *
sceau_keys_dialog_new (SceauPage *page)
{
  SceauKeysDialog *self = g_object_new (SCEAU_TYPE_KEYS_DIALOG, "transient-for", gtk_widget_get_root (GTK_WIDGET (page)),
                                        "destroy-with-parent", TRUE, NULL);

  sceau_release_parent (GTK_WINDOW (self));
  self->context = g_object_ref (sceau_page_get_context (page));
  g_signal_connect_object (sceau_context_get_worker (self->context), "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}
