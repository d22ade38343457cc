/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is printed for a session: looked at as a copy, or saved where the user says. */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sceau-dialogs.h"
#include "sceau-export-session.h"
#include "sceau-jury-session-private.h"
#include "sceau-print-session.h"

typedef enum
{
  PAPER_MINUTES,
  PAPER_ANONYMOUS_MINUTES,
  PAPER_CONVOCATIONS,
  PAPER_ATTENDANCE_JURORS,
  PAPER_ATTENDANCE_CANDIDATES,
  PAPER_INVITATION,
  PAPER_EXPLANATION,
  PAPER_ANONYMOUS_EXPLANATION,
  N_PAPERS
} Paper;

/* One paper, or with @func another job, on its way to @path. */
typedef struct
{
  gint64 session_id;
  Paper paper;
  char *path;
  guint n; /* files written */
} Printing;

static Printing *
printing_new (SceauJurySessionView *self, Paper paper, const char *path)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->session_id = self->session_id;
  printing->paper = paper;
  printing->path = g_strdup (path);
  return printing;
}

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_free (printing->path);
  g_free (printing);
}

static GBytes *
render (SceauSchool *school, const Printing *printing, GError **error)
{
  switch (printing->paper)
    {
    case PAPER_MINUTES:
      return sceau_render_minutes (school, printing->session_id, error);
    case PAPER_ANONYMOUS_MINUTES:
      return sceau_render_anonymous_minutes (school, printing->session_id, error);
    case PAPER_CONVOCATIONS:
      return sceau_render_convocation (school, printing->session_id, 0, error);
    case PAPER_ATTENDANCE_JURORS:
      return sceau_render_attendance (school, printing->session_id, SCEAU_ATTENDANCE_JURORS, error);
    case PAPER_ATTENDANCE_CANDIDATES:
      return sceau_render_attendance (school, printing->session_id, SCEAU_ATTENDANCE_CANDIDATES, error);
    case PAPER_INVITATION:
      return sceau_render_invitation (school, printing->session_id, error);
    case PAPER_EXPLANATION:
    case PAPER_ANONYMOUS_EXPLANATION:
      return sceau_render_explanation (school, printing->session_id, printing->paper == PAPER_ANONYMOUS_EXPLANATION, error);
    case N_PAPERS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* The chooser has asked before it let an existing file be named. */
static gboolean
print (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Printing *printing = data;
  g_autoptr (GBytes) document = render (school, printing, error);
  gsize length;
  const char *contents;

  if (document == NULL)
    return FALSE;
  contents = g_bytes_get_data (document, &length);
  return g_file_set_contents_full (printing->path, contents, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/* (transfer full): number of the session and its date, under which all its papers are filed. */
static char *
name_paper (SceauJurySessionView *self, Paper paper)
{
  static const char *const names[N_PAPERS] = {
    [PAPER_MINUTES] = N_("minutes-jury-%s-%s.pdf"),
    [PAPER_ANONYMOUS_MINUTES] = N_("anonymous-minutes-jury-%s-%s.pdf"),
    [PAPER_CONVOCATIONS] = N_("convocations-jury-%s-%s.pdf"),
    [PAPER_ATTENDANCE_JURORS] = N_("attendance-members-jury-%s-%s.pdf"),
    [PAPER_ATTENDANCE_CANDIDATES] = N_("attendance-candidates-jury-%s-%s.pdf"),
    [PAPER_INVITATION] = N_("invitation-jury-%s-%s.ics"),
    [PAPER_EXPLANATION] = N_("reasoning-jury-%s-%s.pdf"),
    [PAPER_ANONYMOUS_EXPLANATION] = N_("anonymous-reasoning-jury-%s-%s.pdf"),
  };
  const SceauJurySession *session = self->file->session;
  g_autofree char *date = sceau_date_format_iso (session->date);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->session_id);
  gboolean draft = paper == PAPER_MINUTES && session->state != SCEAU_SESSION_SEALED;

  /* Translators: name of a file: number of the session, its date. */
  return g_strdup_printf (draft ? _("DRAFT-minutes-jury-%s-%s.pdf") : _(names[paper]), id, date);
}

static void
run (SceauJurySessionView *self, SceauWorkerFunc func, Printing *printing, SceauLongWorkDone done)
{
  sceau_long_work_run (GTK_WIDGET (self), self->context, _("Printing the papers of the session"), func, printing, printing_free, done);
}

static void
saved_cb (GtkWidget *from, gpointer job, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The paper could not be saved"), error);
  else
    sceau_toast_open (from, _("Saved."), _("_Open"), ((Printing *) job)->path);
}

static void
shown_cb (GtkWidget *from, gpointer job, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The paper could not be written"), error);
  else
    sceau_open_path (from, ((Printing *) job)->path);
}

/* A copy to look at lies where only the user can read it and goes with the login. */
static void
open_paper_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  Paper paper = (Paper) g_variant_get_int32 (parameter);
  g_autofree char *name = name_paper (self, paper);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "sceau", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  /* Should it fail, writing the file says so. */
  g_mkdir_with_parents (folder, 0700);
  run (self, print, printing_new (self, paper, path), shown_cb);
}

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (user_data);

  run (self, print, printing_new (self, (Paper) self->paper, path), saved_cb);
}

static void
save_paper_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  Paper paper = (Paper) g_variant_get_int32 (parameter);
  const SceauFileKind pdf = { _("PDF documents"), "*.pdf" };
  const SceauFileKind calendar = { _("Calendar files"), "*.ics" };
  g_autofree char *name = name_paper (self, paper);

  self->paper = paper;
  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Paper"), name,
                     paper == PAPER_INVITATION ? &calendar : &pdf, path_chosen_cb, widget);
}

/* Several files --------------------------------------------------------------------- */

static gboolean
write_convocations (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Printing *printing = data;
  g_autoptr (GPtrArray) paths = sceau_write_convocations (school, printing->session_id, printing->path, error);

  printing->n = paths != NULL ? paths->len : 0;
  return paths != NULL;
}

static void
convocations_written_cb (GtkWidget *from, gpointer job, const GError *error)
{
  const Printing *printing = job;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      sceau_show_error (from, _("The convocations could not be written"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u file written.", "%u files written.", printing->n), printing->n);
  sceau_toast_open (from, text, _("_Open the Folder"), printing->path);
}

static void
convocations_folder_cb (const char *path, gpointer user_data)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (user_data);

  run (self, write_convocations, printing_new (self, PAPER_CONVOCATIONS, path), convocations_written_cb);
}

static void
write_convocations_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Folder of the Convocations"), NULL, NULL,
                     convocations_folder_cb, widget);
}

/* One document a modality that has a grid. */
static gboolean
write_grids (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Printing *printing = data;
  g_autoptr (SceauJuryFile) file = sceau_load_jury (school, printing->session_id, error);

  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < file->plan->modalities->len; i++)
    {
      const SceauModality *modality = g_ptr_array_index (file->plan->modalities, i);
      g_autofree char *name = g_strdup_printf (_("grids-%s.pdf"), modality->code);
      g_autofree char *path = g_build_filename (printing->path, name, NULL);
      g_autoptr (GBytes) document = NULL;

      if (modality->criteria->len == 0)
        continue;
      document = sceau_render_grids (school, printing->session_id, modality->code, error);
      if (document == NULL || !sceau_write_document (document, path, error))
        return FALSE;
      printing->n++;
    }
  return TRUE;
}

static void
grids_written_cb (GtkWidget *from, gpointer job, const GError *error)
{
  const Printing *printing = job;

  if (error == NULL && printing->n == 0)
    sceau_show_message (from, _("There is no grid to print"),
                        _("No modality of the plan has a grid. Criteria are entered with the plan of the certification."));
  else if (error == NULL)
    convocations_written_cb (from, job, NULL);
  else
    sceau_show_error (from, _("The grids could not be written"), error);
}

static void
grids_folder_cb (const char *path, gpointer user_data)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (user_data);

  run (self, write_grids, printing_new (self, N_PAPERS, path), grids_written_cb);
}

static void
write_grids_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Folder of the Grids"), NULL, NULL, grids_folder_cb, widget);
}

static gboolean
export_session (SceauSchool *school, gpointer data, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Printing *printing = data;

  return sceau_export_session (school, printing->session_id, printing->path, progress, cancellable, error);
}

static void
exported_cb (GtkWidget *from, gpointer job, const GError *error)
{
  if (error != NULL)
    sceau_show_error (from, _("The session file could not be written"), error);
  else
    sceau_toast_open (from, _("The session file was saved."), _("_Open"), ((Printing *) job)->path);
}

static void
export_chosen_cb (const char *path, gpointer user_data)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (user_data);

  run (self, export_session, printing_new (self, N_PAPERS, path), exported_cb);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SceauJurySessionView *self = SCEAU_JURY_SESSION_VIEW (widget);
  const SceauFileKind zip = { _("Zip archives"), "*.zip" };
  g_autofree char *date = sceau_date_format_iso (self->file->session->date);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->session_id);
  /* Translators: name of a file: number of the session, its date. */
  g_autofree char *name = g_strdup_printf (_("session-jury-%s-%s.zip"), id, date);

  sceau_choose_file (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Session File"), name, &zip, export_chosen_cb, widget);
}

void
sceau_jury_session_view_update_papers (SceauJurySessionView *self)
{
  gboolean known = self->file != NULL;
  gboolean convened = known && self->file->session->state >= SCEAU_SESSION_CONVENED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.open-paper", known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.save-paper", known);
  gtk_widget_set_visible (self->papers_button, convened);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.write-convocations", convened);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.write-grids", convened);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.export", convened);
}

void
sceau_jury_session_view_install_papers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.open-paper", "i", open_paper_action);
  gtk_widget_class_install_action (widget_class, "session.save-paper", "i", save_paper_action);
  gtk_widget_class_install_action (widget_class, "session.write-convocations", NULL, write_convocations_action);
  gtk_widget_class_install_action (widget_class, "session.write-grids", NULL, write_grids_action);
  gtk_widget_class_install_action (widget_class, "session.export", NULL, export_action);
}
