/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-look.h"

#include <glib/gi18n-lib.h>

#include "sceau-layout-json.h"
#include "sceau-workflow-private.h"

#define FIRST_DESIGN "classic"

void
sceau_house_look_free (SceauHouseLook *self)
{
  if (self == NULL)
    return;
  sceau_school_identity_free (self->identity);
  sceau_house_style_free (self->style);
  sceau_design_free (self->design);
  for (guint i = 0; i < SCEAU_N_PAPERS; i++)
    sceau_template_free (self->templates[i]);
  g_free (self);
}

SceauPaperLook
sceau_house_look_of (const SceauHouseLook *self, SceauPaper paper)
{
  return (SceauPaperLook) { .design = self->design, .template = self->templates[paper], .style = self->style };
}

/* The text of one shipped file (transfer full). */
static char *
read_layout (const char *id, const char *kind, GError **error)
{
  g_autofree char *folder = sceau_find_shipped_folder ("layouts");
  g_autofree char *name = g_strdup_printf ("%s.%s.json", id, kind);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  char *text = NULL;

  if (path == NULL)
    g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                         _("The layouts of the papers, which come with Sceau, are not there: install Sceau again."));
  else
    g_file_get_contents (path, &text, NULL, error);
  return text;
}

/* A shipped file that cannot be read was changed: its first fault says where. */
static void
refuse_layout (const char *id, const SceauFaults *faults, GError **error)
{
  g_autofree char *reason = NULL;

  if (sceau_faults_length (faults) == 0 || (error != NULL && *error != NULL))
    return;
  reason = sceau_fault_to_string (sceau_faults_get (faults, 0));
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("The layout “%s” that comes with Sceau was changed: %s"), id, reason);
}

static gboolean
load_design (SceauHouseLook *self, const char *id, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autofree char *json = read_layout (id, "design", error);

  if (json == NULL)
    return FALSE;
  self->design = sceau_design_read_json (json, -1, faults, error);
  if (self->design == NULL)
    refuse_layout (id, faults, error);
  return self->design != NULL;
}

static gboolean
load_template (SceauHouseLook *self, SceauPaper paper, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const char *id = sceau_paper_to_id (paper);
  g_autofree char *json = read_layout (id, "template", error);

  if (json == NULL)
    return FALSE;
  self->templates[paper] = sceau_template_read_json (json, -1, faults, error);
  if (self->templates[paper] == NULL)
    refuse_layout (id, faults, error);
  return self->templates[paper] != NULL;
}

SceauHouseLook *
sceau_load_house_look (SceauSchool *school, GError **error)
{
  g_autoptr (SceauHouseLook) self = g_new0 (SceauHouseLook, 1);

  self->identity = sceau_school_load_identity (school, error);
  if (self->identity == NULL || !load_design (self, FIRST_DESIGN, error))
    return NULL;
  for (guint i = 0; i < SCEAU_N_PAPERS; i++)
    if (!load_template (self, i, error))
      return NULL;
  self->style = sceau_house_style_new ();
  return g_steal_pointer (&self);
}
