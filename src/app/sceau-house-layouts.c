/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-layouts.h"

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-import-report.h"
#include "sceau-keep-layouts.h"
#include "sceau-long-work.h"
#include "sceau-signing-dialog.h"

/* A layout on its way in, out or away; while its place is asked for, with the widget that asks. */
typedef struct
{
  GtkWidget *from;       /* (unowned): outlives the question */
  SceauContext *context;
  char *kind, *id, *path;
  SceauFaults *faults;
} LayoutWork;

static void
layout_work_free (gpointer data)
{
  LayoutWork *work = data;

  g_clear_object (&work->context);
  g_free (work->kind);
  g_free (work->id);
  g_free (work->path);
  sceau_faults_free (work->faults);
  g_free (work);
}

static LayoutWork *
layout_work_new (GtkWidget *from, SceauContext *context, const char *kind, const char *id, const char *path)
{
  LayoutWork *work = g_new0 (LayoutWork, 1);

  work->from = from;
  work->context = g_object_ref (context);
  work->kind = g_strdup (kind);
  work->id = g_strdup (id);
  work->path = g_strdup (path);
  work->faults = sceau_faults_new ();
  return work;
}

/* In ------------------------------------------------------------------------------------- */

static gboolean
import_layout (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  LayoutWork *work = job;

  return sceau_import_layout (school, work->path, work->faults, error);
}

static void
imported_cb (GtkWidget *from, gpointer job, const GError *error)
{
  LayoutWork *work = job;

  if (error != NULL)
    sceau_show_faults (from, _("The layout was not imported"), work->faults, error);
  else if (sceau_faults_length (work->faults) > 0)
    sceau_show_warnings (from, _("The layout is imported"), work->faults);
  else
    sceau_toast (from, _("The layout is the school’s own now."));
}

void
sceau_house_import_layout (GtkWidget *from, SceauContext *context, const char *path)
{
  sceau_long_work_run (from, context, _("Importing the layout"), import_layout, layout_work_new (from, context, NULL, NULL, path),
                       layout_work_free, imported_cb);
}

static void
import_chosen_cb (const char *path, gpointer user_data)
{
  SceauContext *context = g_object_get_data (user_data, "layout-context");

  sceau_house_import_layout (user_data, context, path);
}

void
sceau_house_choose_layout (GtkWidget *from, SceauContext *context)
{
  const SceauFileKind kind = { _("Designs and templates (JSON)"), "*.json" };

  g_object_set_data_full (G_OBJECT (from), "layout-context", g_object_ref (context), g_object_unref);
  sceau_choose_file (from, GTK_FILE_CHOOSER_ACTION_OPEN, _("Import a Design or a Template"), NULL, &kind, import_chosen_cb, from);
}

/* Out ------------------------------------------------------------------------------------ */

static gboolean
write_layout (SceauSchool *school, const char *path, gpointer data, GError **error)
{
  LayoutWork *work = data;

  return sceau_export_layout (school, work->kind, work->id, path, error);
}

static gboolean
export_layout (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  return sceau_write_in_place (school, ((LayoutWork *) job)->path, write_layout, job, error);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  LayoutWork *work = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  gboolean done = sceau_worker_run_finish (SCEAU_WORKER (object), result, &error);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (done)
    sceau_toast_open (from, _("Layout exported."), _("_Open"), work->path);
  else
    sceau_show_error (from, _("The layout could not be exported"), error);
}

static void
export_chosen_cb (const char *path, gpointer user_data)
{
  LayoutWork *asked = user_data;
  LayoutWork *work = layout_work_new (asked->from, asked->context, asked->kind, asked->id, path);

  sceau_worker_run_async (sceau_context_get_worker (work->context), export_layout, work, layout_work_free, NULL, exported_cb,
                          g_object_ref (work->from));
}

void
sceau_house_export_layout (GtkWidget *from, SceauContext *context, const char *kind, const char *id)
{
  const SceauFileKind files = { _("Designs and templates (JSON)"), "*.json" };
  g_autofree char *name = g_strdup_printf ("%s.%s.json", id, kind);
  LayoutWork *asked = layout_work_new (from, context, kind, id, NULL);

  g_object_set_data_full (G_OBJECT (from), "layout-asked", asked, layout_work_free);
  sceau_choose_file (from, GTK_FILE_CHOOSER_ACTION_SAVE, _("Export the Layout"), name, &files, export_chosen_cb, asked);
}

/* Away ----------------------------------------------------------------------------------- */

static gboolean
remove_layout (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  LayoutWork *work = job;

  return sceau_remove_layout (school, work->kind, work->id, error);
}

static void
removed_cb (GtkWidget *from, gpointer job, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The layout was not removed"), error);
  else
    sceau_toast (from, _("The school’s own layout is gone; what comes with Sceau stays."));
}

void
sceau_house_remove_layout (GtkWidget *from, SceauContext *context, const char *kind, const char *id)
{
  sceau_long_work_run (from, context, _("Removing the layout"), remove_layout, layout_work_new (from, context, kind, id, NULL),
                       layout_work_free, removed_cb);
}
