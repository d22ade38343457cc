/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-jury.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_CANDIDATE_LIST (sceau_candidate_list_get_type ())
G_DECLARE_FINAL_TYPE (SceauCandidateList, sceau_candidate_list, SCEAU, CANDIDATE_LIST, AdwBin)

/**
 * SceauCandidateList: the candidates of a session with what is proposed and decided, as a table that makes
 * cells only for what is on screen.
 * Signal "chosen" (gint64 enrolment): the user activated a row.
 */
SceauCandidateList *sceau_candidate_list_new           (void);
/* @decisions: (element-type SceauDecision): emptied, its records are kept.  Rows on screen are updated in place. */
void                sceau_candidate_list_take          (SceauCandidateList *self, GPtrArray *decisions);
/* @text: words of the name or number, "" for all. */
void                sceau_candidate_list_search        (SceauCandidateList *self, const char *text);
/* Only those on whom the jury has not decided yet. */
void                sceau_candidate_list_filter_undecided (SceauCandidateList *self, gboolean undecided);
/* Numbers instead of names, for a screen that others see. */
void                sceau_candidate_list_set_anonymous (SceauCandidateList *self, gboolean anonymous);
/* (transfer full) (element-type gint64): enrolments of the rows shown, in their order. */
GArray             *sceau_candidate_list_get_order     (SceauCandidateList *self);
/* (transfer none): of SceauLazyRow; for tests. */
GListModel         *sceau_candidate_list_get_model     (SceauCandidateList *self);

G_END_DECLS
