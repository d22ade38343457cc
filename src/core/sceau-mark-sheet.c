/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark-sheet.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_sheet_state, SceauSheetState, "blank", "draft", "submitted", "frozen")

static const char *const state_titles[] = { N_("Blank"), N_("Draft"), N_("Submitted"), N_("Frozen") };

SceauMarkSheet *
sceau_mark_sheet_new (void)
{
  return g_new0 (SceauMarkSheet, 1);
}

void
sceau_mark_sheet_free (SceauMarkSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self->examiner);
  g_free (self->submitted_by);
  g_free (self->submitted_at);
  g_free (self);
}

const char *
sceau_sheet_state_title (SceauSheetState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_titles), "");

  return _(state_titles[state]);
}

SceauSecondEntry *
sceau_second_entry_new (void)
{
  return g_new0 (SceauSecondEntry, 1);
}

void
sceau_second_entry_free (SceauSecondEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self->who);
  g_free (self);
}

void
sceau_result_version_free (SceauResultVersion *self)
{
  if (self == NULL)
    return;
  sceau_result_free (self->result);
  g_free (self->at);
  g_free (self->who);
  g_free (self);
}

SceauCriterionPoints *
sceau_criterion_points_new (void)
{
  return g_new0 (SceauCriterionPoints, 1);
}

void
sceau_criterion_points_free (SceauCriterionPoints *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self->criterion);
  g_free (self);
}
