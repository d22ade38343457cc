/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"
#include "sceau-template.h"

G_BEGIN_DECLS

/**
 * Designs and templates: those that come with Sceau, and the school's own, which it exports, changes in its editor and imports
 * again.  A template of the school stands in the place of the shipped one of its paper; a design of its own needs an id of its own.
 */
typedef struct
{
  char *kind;      /* "design" or "template" */
  char *id;
  char *title;
  gboolean own;    /* the school's, and not one that comes with Sceau */
  gboolean in_use; /* papers are drawn with it now */
} SceauLayout;

void       sceau_layout_free   (SceauLayout *self);
/* (transfer full) (element-type SceauLayout): designs first, the shipped ones before the school's; then templates. */
GPtrArray *sceau_list_layouts  (SceauSchool *school, GError **error);
/* The same of designs, whole. (transfer full) (element-type SceauDesign) */
GPtrArray *sceau_list_designs  (SceauSchool *school, GError **error);

/* Whether the file at @path could be imported: every fault at once, each with its place. */
gboolean   sceau_check_layout  (SceauSchool *school, const char *path, SceauFaults *faults, GError **error);
/**
 * sceau_import_layout: a design or a template becomes the school's own.  A template that lacks a mention which the law requires,
 * a design that cannot serve a template in force, letters that cannot be printed are refused.
 */
gboolean   sceau_import_layout (SceauSchool *school, const char *path, SceauFaults *faults, GError **error);
/* An existing file is not overwritten. */
gboolean   sceau_export_layout (SceauSchool *school, const char *kind, const char *id, const char *path, GError **error);
/* Only of the school's own, and no design in use; the shipped template is in force again. */
gboolean   sceau_remove_layout (SceauSchool *school, const char *kind, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauLayout, sceau_layout_free)

G_END_DECLS
