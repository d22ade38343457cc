/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-plan.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CRITERIA_EDITOR (sceau_criteria_editor_get_type ())
G_DECLARE_FINAL_TYPE (SceauCriteriaEditor, sceau_criteria_editor, SCEAU, CRITERIA_EDITOR, GtkBox)

/**
 * SceauCriteriaEditor: the grid of a modality: a line for each criterion, with code, title, points and the
 * competence that it shows.
 * Signal "changed" (void).
 */

/* @criteria: (element-type SceauCriterion).  @n_competences: that the block has; 0 when there is none to choose. */
SceauCriteriaEditor *sceau_criteria_editor_new             (const GPtrArray *criteria, guint n_competences);
/* The modality moved to another block: competences that it lacks are chosen no more. */
void                 sceau_criteria_editor_set_competences (SceauCriteriaEditor *self, guint n_competences);
/* Replaces what stands in @criteria by what is typed. */
void                 sceau_criteria_editor_read            (SceauCriteriaEditor *self, GPtrArray *criteria);
/* (nullable): a sentence with what is missing. */
const char          *sceau_criteria_editor_find_fault      (SceauCriteriaEditor *self);

G_END_DECLS
