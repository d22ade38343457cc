/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_SESSION_PAPERS (sceau_session_papers_get_type ())
G_DECLARE_FINAL_TYPE (SceauSessionPapers, sceau_session_papers, SCEAU, SESSION_PAPERS, AdwBin)

/**
 * SceauSessionPapers: everybody whom a sealed session certified, with what they said of their civil status and where
 * their parchemin is; several are chosen, and one thing is done to all of them.
 * Its actions, "papers.…", stand in the menu beside the list.
 */
SceauSessionPapers *sceau_session_papers_new    (SceauPage *page);
void                sceau_session_papers_reload (SceauSessionPapers *self);
/* How many are listed, once they were read; and chooses all of them or none. */
guint               sceau_session_papers_count  (SceauSessionPapers *self);
void                sceau_session_papers_select (SceauSessionPapers *self, gboolean all);
/* What the questions lead to: the lists that learners sign, written to @path. */
void                sceau_session_papers_write_proofs   (SceauSessionPapers *self, const char *path);
void                sceau_session_papers_write_handover (SceauSessionPapers *self, const char *path);
/* Learners who are chosen ask for @remark to be corrected. */
void                sceau_session_papers_correct        (SceauSessionPapers *self, const char *remark);

G_END_DECLS
