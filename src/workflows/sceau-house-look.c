/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How the papers of the school look: what it chose and made itself, and what comes with Sceau for the rest. */

#include "sceau-house-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-house-style-table.h"
#include "sceau-layout-json.h"
#include "sceau-workflow-private.h"

#define DESIGN_SUFFIX ".design.json"

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

/* Texts of layouts --------------------------------------------------------------------- */

/* (transfer full): NULL with a sentence when Sceau is not whole. */
static char *
find_layouts (GError **error)
{
  char *folder = sceau_find_shipped_folder ("layouts");

  if (folder == NULL)
    g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                         _("The layouts of the papers, which come with Sceau, are not there: install Sceau again."));
  return folder;
}

/* The school's own text of this layout: *@text is NULL where it has none. FALSE on errors of the file only. */
static gboolean
find_own_layout (SceauSchool *school, const char *kind, const char *id, char **text, GError **error)
{
  g_autoptr (GError) local = NULL;

  *text = sceau_layout_table_load (school, kind, id, &local);
  if (*text != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* (transfer full) */
static char *
load_layout (SceauSchool *school, const char *kind, const char *id, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = g_strdup_printf ("%s.%s.json", id, kind);
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (!find_own_layout (school, kind, id, &text, error) || text != NULL)
    return text;
  folder = find_layouts (error);
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  if (g_file_get_contents (path, &text, NULL, &local))
    return text;
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The layout “%s” of the papers is neither the school’s own nor one that comes with Sceau: choose another."), id);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* What was accepted, or shipped, and cannot be read was changed since: its first fault says where. */
static void
refuse_layout (const char *id, const SceauFaults *faults, GError **error)
{
  g_autofree char *reason = NULL;

  if (sceau_faults_length (faults) == 0 || (error != NULL && *error != NULL))
    return;
  reason = sceau_fault_to_string (sceau_faults_get (faults, 0));
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("The layout “%s” of the papers was changed: %s"), id, reason);
}

SceauDesign *
sceau_load_design (SceauSchool *school, const char *id, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const char *chosen = id != NULL ? id : SCEAU_FIRST_DESIGN;
  g_autofree char *json = load_layout (school, SCEAU_LAYOUT_DESIGN, chosen, error);
  SceauDesign *design = json != NULL ? sceau_design_read_json (json, -1, faults, error) : NULL;

  if (design == NULL)
    refuse_layout (chosen, faults, error);
  return design;
}

SceauTemplate *
sceau_load_template (SceauSchool *school, SceauPaper paper, GError **error)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const char *id = sceau_paper_to_id (paper);
  g_autofree char *json = load_layout (school, SCEAU_LAYOUT_TEMPLATE, id, error);
  SceauTemplate *template = json != NULL ? sceau_template_read_json (json, -1, faults, error) : NULL;

  if (template == NULL)
    refuse_layout (id, faults, error);
  return template;
}

static int
compare_designs (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *) a;
  const char *other = *(const char *const *) b;
  const int first = g_str_equal (other, SCEAU_FIRST_DESIGN) - g_str_equal (one, SCEAU_FIRST_DESIGN);

  return first != 0 ? first : strcmp (one, other);
}

GPtrArray *
sceau_list_shipped_designs (GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = find_layouts (error);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, error) : NULL;
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, DESIGN_SUFFIX))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (DESIGN_SUFFIX)));
  g_ptr_array_sort (ids, compare_designs);
  return g_steal_pointer (&ids);
}

/* The whole ------------------------------------------------------------------------------ */

SceauHouseLook *
sceau_load_house_look (SceauSchool *school, GError **error)
{
  g_autoptr (SceauHouseLook) self = g_new0 (SceauHouseLook, 1);

  g_return_val_if_fail (school != NULL, NULL);

  self->identity = sceau_school_load_identity (school, error);
  self->style = self->identity != NULL ? sceau_house_style_table_load (school, error) : NULL;
  self->design = self->style != NULL ? sceau_load_design (school, self->style->design, error) : NULL;
  if (self->design == NULL)
    return NULL;
  for (guint i = 0; i < SCEAU_N_PAPERS; i++)
    {
      self->templates[i] = sceau_load_template (school, i, error);
      if (self->templates[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* *@signatory: the one whose habilitation is the latest, or NULL. */
static gboolean
find_latest (SceauSchool *school, SceauSignatory **signatory, GError **error)
{
  g_autoptr (GPtrArray) all = sceau_signatory_table_list (school, error);

  if (all != NULL && all->len > 0)
    *signatory = g_ptr_array_steal_index (all, 0);
  return all != NULL;
}

gboolean
sceau_find_paper_signatory (SceauSchool *school, SceauDate day, SceauSignatory **signatory, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (school != NULL && signatory != NULL, FALSE);

  *signatory = NULL;
  if (day == SCEAU_NO_DATE)
    return TRUE;
  *signatory = sceau_signatory_table_find_on (school, day, &local);
  if (*signatory != NULL)
    return TRUE;
  if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return find_latest (school, signatory, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
