/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-context.h"
#include "sceau-deliberation-view.h"
#include "sceau-letter-view.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JURY_SESSION_VIEW (sceau_jury_session_view_get_type ())
G_DECLARE_FINAL_TYPE (SceauJurySessionView, sceau_jury_session_view, SCEAU, JURY_SESSION_VIEW, AdwBin)

/**
 * SceauJurySessionView: one session from its composition to its seal.
 * Signal "candidate-chosen" (gint64 enrolment, 0 for the first): the user wants to deliberate.
 * Signal "letter-chosen" (guint position): a letter of result is to be looked at.
 * Signal "removed" (void): there is no such session any more.
 */
SceauJurySessionView  *sceau_jury_session_view_new        (SceauContext *context, gint64 session_id);
/* Now when it is shown, else as soon as it is. */
void                   sceau_jury_session_view_reload     (SceauJurySessionView *self);
void                   sceau_jury_session_view_search     (SceauJurySessionView *self, const char *text);
/* (transfer floating): the candidates that are listed, one at a time. */
SceauDeliberationView *sceau_jury_session_view_deliberate (SceauJurySessionView *self, gint64 enrolment_id);
/* (transfer floating): the letters of result, one at a time. */
SceauLetterView       *sceau_jury_session_view_read_letters (SceauJurySessionView *self, guint position);

G_END_DECLS
