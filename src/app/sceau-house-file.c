/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-file.h"

#include "sceau-house-style-table.h"
#include "sceau-keep-layouts.h"

void
sceau_house_file_free (SceauHouseFile *self)
{
  if (self == NULL)
    return;
  sceau_house_style_free (self->style);
  g_clear_pointer (&self->designs, g_ptr_array_unref);
  g_clear_pointer (&self->specimens, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->signatories, g_ptr_array_unref);
  g_free (self);
}

/* Each design by itself: in its own colours, without the school's pictures. */
static gboolean
draw_specimens (SceauHouseFile *self, SceauSchool *school, GError **error)
{
  self->specimens = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < self->designs->len; i++)
    {
      g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
      GBytes *pdf;

      style->design = g_strdup (((SceauDesign *) g_ptr_array_index (self->designs, i))->id);
      pdf = sceau_preview_paper (school, style, NULL, SCEAU_PAPER_CERTIFICATE, error);
      if (pdf == NULL)
        return FALSE;
      g_ptr_array_add (self->specimens, pdf);
    }
  return TRUE;
}

SceauHouseFile *
sceau_house_file_load (SceauSchool *school, GError **error)
{
  g_autoptr (SceauHouseFile) self = g_new0 (SceauHouseFile, 1);

  self->today = sceau_school_today (school);
  self->style = sceau_house_style_table_load (school, error);
  self->designs = self->style != NULL ? sceau_list_designs (school, error) : NULL;
  self->layouts = self->designs != NULL ? sceau_list_layouts (school, error) : NULL;
  self->signatories = self->layouts != NULL ? sceau_signatory_table_list (school, error) : NULL;
  return self->signatories != NULL && draw_specimens (self, school, error) ? g_steal_pointer (&self) : NULL;
}

const SceauDesign *
sceau_house_file_find_design (const SceauHouseFile *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->designs->len; i++)
    {
      const SceauDesign *design = g_ptr_array_index (self->designs, i);

      if (g_str_equal (design->id, id))
        return design;
    }
  return g_ptr_array_index (self->designs, 0);
}

GdkTexture *
sceau_house_texture_new (const SceauPicture *picture)
{
  return picture != NULL ? gdk_texture_new_from_bytes (picture->png, NULL) : NULL;
}
