/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_NEW_JURY_DIALOG (sceau_new_jury_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauNewJuryDialog, sceau_new_jury_dialog, SCEAU, NEW_JURY_DIALOG, AdwWindow)

/**
 * SceauNewJuryDialog: for which cohort a jury meets, when and where.
 * @cohorts: (element-type SceauCohortLine): at least one; a reference is kept.
 * Signal "planned" (gint64 session, const char *title): the session was made; the dialog closes.
 */
SceauNewJuryDialog *sceau_new_jury_dialog_new (GtkWindow *parent, SceauContext *context, GPtrArray *cohorts);

G_END_DECLS
