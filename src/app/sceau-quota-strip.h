/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gtk/gtk.h>

#include "sceau-enrol-learners.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_QUOTA_STRIP (sceau_quota_strip_get_type ())
G_DECLARE_FINAL_TYPE (SceauQuotaStrip, sceau_quota_strip, SCEAU, QUOTA_STRIP, GtkBox)

/**
 * SceauQuotaStrip: how the quotas of derogations stand, above the learners of a cohort: a tag for each, and spin buttons
 * that say "what if so many more came".
 * Signal "simulated" (void): other numbers are wanted.
 */
SceauQuotaStrip *sceau_quota_strip_new      (void);
/* @outlooks: (element-type SceauQuotaOutlook): none hides the strip. */
void             sceau_quota_strip_show     (SceauQuotaStrip *self, const GPtrArray *outlooks);
/* (transfer full) (element-type SceauAdmission): those who might come. */
GArray          *sceau_quota_strip_get_more (SceauQuotaStrip *self);

G_END_DECLS
