/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"

G_BEGIN_DECLS

/* Without case and accents, and the same for a woman and a man: "Directrice" is "directeur". */
char    *sceau_function_fold         (const char *function);
gboolean sceau_jury_member_holds     (const SceauJuryMember *member, const char *folded_function);
/* Internal for internal, external for external, and the function that the rule asks for by who holds it. */
gboolean sceau_alternate_can_replace (const SceauJuryMember *alternate, const SceauJuryMember *titular, const SceauJuryRule *rule);
/* Whether somebody present sits in the place of @titular, who is absent. */
gboolean sceau_jury_is_replaced      (GPtrArray *members, const SceauJuryRule *rule, const SceauJuryMember *titular);

G_END_DECLS
