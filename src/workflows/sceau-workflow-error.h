/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SCEAU_WORKFLOW_ERROR: why a verb was not carried out; nothing was written.
 * @SCEAU_WORKFLOW_ERROR_REFUSED: a rule forbids it now; the message says which.
 * @SCEAU_WORKFLOW_ERROR_FAULTY: faulty input; the faults are in the report.
 * @SCEAU_WORKFLOW_ERROR_NOT_FOUND: no such fiche, cohort, learner, session…
 * @SCEAU_WORKFLOW_ERROR_CHANGED: somebody else changed meanwhile what was edited.
 */
#define SCEAU_WORKFLOW_ERROR (sceau_workflow_error_quark ())
GQuark sceau_workflow_error_quark (void);

typedef enum
{
  SCEAU_WORKFLOW_ERROR_REFUSED,
  SCEAU_WORKFLOW_ERROR_FAULTY,
  SCEAU_WORKFLOW_ERROR_NOT_FOUND,
  SCEAU_WORKFLOW_ERROR_CHANGED
} SceauWorkflowError;

G_END_DECLS
