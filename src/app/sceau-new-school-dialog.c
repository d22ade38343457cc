/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-new-school-dialog.h"

#include <glib/gi18n-lib.h>

#include "sceau-context.h"
#include "sceau-dialogs.h"

struct _SceauNewSchoolDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *siret_row;
  GtkLabel *siret_hint;
  AdwEntryRow *city_row;
  AdwEntryRow *signatory_row;
  AdwEntryRow *signatory_title_row;
};

enum
{
  SIGNAL_FOUNDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauNewSchoolDialog, sceau_new_school_dialog, ADW_TYPE_WINDOW)

/* NULL for a blank field: what is not known is not stored as an empty text. */
static char *
get_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* People paste "123 456 789 00012" from a letterhead. */
static char *
get_siret (SceauNewSchoolDialog *self)
{
  g_autofree char *text = get_text (self->siret_row);
  GString *digits = g_string_new (NULL);

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (digits, g_utf8_get_char (c));
  return g_string_free (digits, FALSE);
}

static const char *
siret_hint (const char *siret)
{
  gsize length = strlen (siret);

  if (length == 0)
    return "";
  if (strspn (siret, "0123456789") != length)
    return _("A SIRET holds only digits.");
  if (length != 14)
    return _("A SIRET has 14 digits.");
  return sceau_siret_check (siret) ? "" : _("Its key is wrong: compare it digit by digit with the official notice.");
}

static void
set_error_class (GtkWidget *widget, gboolean error)
{
  if (error)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

static void
fields_changed_cb (SceauNewSchoolDialog *self)
{
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *siret = get_siret (self);
  const char *hint = siret_hint (siret);

  gtk_label_set_text (self->siret_hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->siret_hint), *hint != '\0');
  set_error_class (GTK_WIDGET (self->siret_row), *hint != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", name != NULL && sceau_siret_check (siret));
}

static SceauSchoolIdentity *
build_identity (SceauNewSchoolDialog *self)
{
  SceauSchoolIdentity *identity = sceau_school_identity_new ();

  identity->name = get_text (self->name_row);
  identity->siret = get_siret (self);
  identity->city = get_text (self->city_row);
  identity->signatory = get_text (self->signatory_row);
  identity->signatory_title = get_text (self->signatory_title_row);
  return identity;
}

static void
created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauNewSchoolDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauContext) context = sceau_context_open_finish (result, &error);
  g_autofree char *path = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (context == NULL)
    {
      sceau_show_error (GTK_WIDGET (self), _("The school could not be made"), error);
      return;
    }
  /* The window opens the file itself, with a worker of its own. */
  path = g_strdup (sceau_context_get_path (context));
  g_clear_object (&context);
  g_signal_emit (self, signals[SIGNAL_FOUNDED], 0, path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  SceauNewSchoolDialog *self = user_data;
  g_autoptr (SceauSchoolIdentity) identity = build_identity (self);
  g_autofree char *full = g_str_has_suffix (path, ".sceau") ? g_strdup (path) : g_strconcat (path, ".sceau", NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  sceau_context_create_async (full, identity, created_cb, g_object_ref (self));
}

/* A file name out of the school's name: no separator, nothing hidden. */
static char *
propose_name (SceauNewSchoolDialog *self)
{
  g_autofree char *name = get_text (self->name_row);

  g_strdelimit (name, "/\\:*?\"<>|.", '-');
  return g_strconcat (name, ".sceau", NULL);
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauNewSchoolDialog *self = SCEAU_NEW_SCHOOL_DIALOG (widget);
  const SceauFileKind kind = { _("Schools"), "*.sceau" };
  g_autofree char *name = propose_name (self);

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Where to Keep the School"), name, &kind, chosen_cb, self);
}

static void
sceau_new_school_dialog_class_init (SceauNewSchoolDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_FOUNDED] = g_signal_new ("founded", SCEAU_TYPE_NEW_SCHOOL_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sceau/Sceau/sceau-new-school-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SceauNewSchoolDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewSchoolDialog, siret_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewSchoolDialog, siret_hint);
  gtk_widget_class_bind_template_child (widget_class, SceauNewSchoolDialog, city_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewSchoolDialog, signatory_row);
  gtk_widget_class_bind_template_child (widget_class, SceauNewSchoolDialog, signatory_title_row);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sceau_new_school_dialog_init (SceauNewSchoolDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  fields_changed_cb (self);
}

SceauNewSchoolDialog *
sceau_new_school_dialog_new (GtkWindow *parent)
{
  return g_object_new (SCEAU_TYPE_NEW_SCHOOL_DIALOG, "transient-for", parent, NULL);
}
