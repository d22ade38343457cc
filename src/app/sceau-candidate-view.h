/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-candidate-file.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CANDIDATE_VIEW (sceau_candidate_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauCandidateView, sceau_candidate_view, SCEAU, CANDIDATE_VIEW, AdwBin)

/* What the jury reads about a candidate: proposal, marks by block and attempt, requirements, conflicts, history. */
void sceau_candidate_view_show (SceauCandidateView *self, const SceauCandidateFile *file, gboolean anonymous);

G_END_DECLS
