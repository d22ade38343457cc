/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-picture-row.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-house-file.h"
#include "sceau-picture-reader.h"

struct _SceauPictureRow
{
  AdwActionRow parent_instance;

  GtkPicture *image;
  GtkButton *remove;
  SceauContext *context;
  SceauPicture *picture; /* or NULL */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SceauPictureRow, sceau_picture_row, ADW_TYPE_ACTION_ROW)

typedef struct
{
  char *path;
  SceauPicture *picture;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  sceau_picture_free (reading->picture);
  g_free (reading);
}

/* The school is not touched; but the main thread would wait for a large file. */
static gboolean
read_picture (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Reading *reading = job;
  g_autoptr (GFile) file = g_file_new_for_path (reading->path);

  reading->picture = sceau_picture_read_file (file, cancellable, error);
  return reading->picture != NULL;
}

static void
show (SceauPictureRow *self)
{
  g_autoptr (GdkTexture) texture = sceau_house_texture_new (self->picture);
  g_autofree char *size = NULL;

  if (self->picture != NULL)
    /* Translators: width and height of a picture. */
    size = g_strdup_printf (_("%d × %d pixels"), self->picture->width, self->picture->height);
  gtk_picture_set_paintable (self->image, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->image), texture != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remove), self->picture != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), size != NULL ? size : _("No picture"));
}

static void
take (SceauPictureRow *self, SceauPicture *picture)
{
  sceau_picture_free (self->picture);
  self->picture = picture;
  show (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauPictureRow) self = user_data;
  Reading *reading = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!done)
    {
      sceau_show_error (GTK_WIDGET (self), _("This picture cannot be used"), error);
      return;
    }
  take (self, g_steal_pointer (&reading->picture));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
sceau_picture_row_read (SceauPictureRow *self, const char *path)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  sceau_worker_run_async (sceau_context_get_worker (self->context), read_picture, reading, reading_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  sceau_picture_row_read (SCEAU_PICTURE_ROW (user_data), path);
}

static void
choose_cb (GtkWidget *button, SceauPictureRow *self)
{
  sceau_choose_file (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose a Picture (PNG or JPEG)"), NULL, NULL, chosen_cb, self);
}

static void
remove_cb (GtkWidget *button, SceauPictureRow *self)
{
  take (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkButton *
add_button (SceauPictureRow *self, const char *icon_name, const char *title, const char *what, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* Translators: what a button does, and to which picture. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, what);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return GTK_BUTTON (button);
}

static void
sceau_picture_row_finalize (GObject *object)
{
  SceauPictureRow *self = SCEAU_PICTURE_ROW (object);

  g_clear_object (&self->context);
  sceau_picture_free (self->picture);
  G_OBJECT_CLASS (sceau_picture_row_parent_class)->finalize (object);
}

static void
sceau_picture_row_class_init (SceauPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sceau_picture_row_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SCEAU_TYPE_PICTURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sceau_picture_row_init (SceauPictureRow *self)
{
  self->image = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->image), 72, 40);
  gtk_widget_set_valign (GTK_WIDGET (self->image), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->image), "sceau-picture");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->image));
}

SceauPictureRow *
sceau_picture_row_new (SceauContext *context, const char *title)
{
  SceauPictureRow *self = g_object_new (SCEAU_TYPE_PICTURE_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkButton *choose = add_button (self, "document-open-symbolic", _("Choose a picture…"), title, G_CALLBACK (choose_cb));

  self->context = g_object_ref (context);
  self->remove = add_button (self, "user-trash-symbolic", _("Take away"), title, G_CALLBACK (remove_cb));
  gtk_picture_set_alternative_text (self->image, title);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (choose));
  show (self);
  return self;
}

const SceauPicture *
sceau_picture_row_get (SceauPictureRow *self)
{
  return self->picture;
}

void
sceau_picture_row_set (SceauPictureRow *self, const SceauPicture *picture)
{
  take (self, sceau_picture_copy (picture));
}
