/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-workflow-error.h"

G_DEFINE_QUARK (sceau-workflow-error-quark, sceau_workflow_error)
