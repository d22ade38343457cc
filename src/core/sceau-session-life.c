/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-session-life.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_appeal_state, SceauAppealState, "filed", "inadmissible", "rejected", "upheld")

static const char *const appeal_titles[] = { N_("Filed"), N_("Inadmissible"), N_("Rejected"), N_("Upheld") };

SceauAppeal *
sceau_appeal_new (void)
{
  return g_new0 (SceauAppeal, 1);
}

void
sceau_appeal_free (SceauAppeal *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->ground);
  g_free (self->answer);
  g_free (self);
}

const char *
sceau_appeal_state_title (SceauAppealState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (appeal_titles), "");

  return _(appeal_titles[state]);
}
