/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"

G_BEGIN_DECLS

typedef enum
{
  SCEAU_JUROR_FACT_CONFLICT,
  SCEAU_JUROR_FACT_RECOGNITION,
  SCEAU_JUROR_FACT_ABSENCE
} SceauJurorFact;

#define SCEAU_TYPE_JUROR_FACT_DIALOG (sceau_juror_fact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SceauJurorFactDialog, sceau_juror_fact_dialog, SCEAU, JUROR_FACT_DIALOG, AdwWindow)

/**
 * SceauJurorFactDialog: a conflict, a recognition or days away of one juror.  Closes when it is in the school.
 * @cohorts: (transfer none) (element-type SceauCohortLine): which a trainer may have taught.
 */
SceauJurorFactDialog *sceau_juror_fact_dialog_new (GtkWindow *parent, SceauContext *context, SceauJurorFact fact, gint64 juror_id,
                                                   GPtrArray *cohorts);

G_END_DECLS
