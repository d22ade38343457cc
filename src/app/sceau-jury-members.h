/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <adwaita.h>

#include "sceau-jury.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JURY_MEMBERS (sceau_jury_members_get_type ())
G_DECLARE_FINAL_TYPE (SceauJuryMembers, sceau_jury_members, SCEAU, JURY_MEMBERS, AdwBin)

/**
 * SceauJuryMembers: who sits.  While a session is prepared, the whole directory with boxes to tick and one
 * who presides; once convened, the members with boxes for who is present; then only to read.
 * Signal "changed" (void): the user ticked something.
 */
SceauJuryMembers *sceau_jury_members_new           (void);
/* @jurors: (element-type SceauJuror).  What was ticked stays ticked. */
void              sceau_jury_members_show_choice   (SceauJuryMembers *self, GPtrArray *jurors);
/* @editable: whether presence can be ticked; everybody is taken to be present until said otherwise. */
void              sceau_jury_members_show_session  (SceauJuryMembers *self, const SceauJurySession *session, gboolean editable);
/* (transfer full) (element-type gint64): numbers of the jurors ticked. */
GArray           *sceau_jury_members_get_ticked    (SceauJuryMembers *self);
/* 0 when nobody presides. */
gint64            sceau_jury_members_get_president (SceauJuryMembers *self);

G_END_DECLS
