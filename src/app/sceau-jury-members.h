/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-jury.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JURY_MEMBERS (sceau_jury_members_get_type ())
G_DECLARE_FINAL_TYPE (SceauJuryMembers, sceau_jury_members, SCEAU, JURY_MEMBERS, AdwBin)

/**
 * SceauJuryMembers: who sits.  While a session is prepared, the directory with boxes to tick, those who only sit in
 * the place of an absent member, and one who presides; once convened, or while the session is suspended, the members
 * with boxes for who is present; then only to read.  To rectify a decision the members meet again: who is present then,
 * and who presides.
 * Signal "changed" (void): the user ticked something.
 */
SceauJuryMembers *sceau_jury_members_new           (void);
/* @jurors: (element-type SceauJuror).  What was ticked stays ticked; first those whom @session has already. */
void              sceau_jury_members_show_choice   (SceauJuryMembers *self, GPtrArray *jurors, const SceauJurySession *session);
/* @editable: whether presence can be ticked; every titular member is taken to be present until said otherwise. */
void              sceau_jury_members_show_session  (SceauJuryMembers *self, const SceauJurySession *session, gboolean editable);
/* The members of a sealed session that meets again, with those ticked who were there when it took @decision. */
void              sceau_jury_members_show_meeting  (SceauJuryMembers *self, const SceauJurySession *session, const SceauDecision *decision);
/* (transfer full) (element-type gint64): numbers of the jurors ticked: the titular members, or whoever is present. */
GArray           *sceau_jury_members_get_ticked    (SceauJuryMembers *self);
/* (transfer full) (element-type gint64): those chosen as alternates. */
GArray           *sceau_jury_members_get_alternates (SceauJuryMembers *self);
/* 0 when nobody presides. */
gint64            sceau_jury_members_get_president (SceauJuryMembers *self);

G_END_DECLS
