/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-plan.h"

G_BEGIN_DECLS

/* Whether two elements of a plan, of one kind, say the same. */
typedef gboolean (*SceauSameFunc) (gconstpointer a, gconstpointer b);

gboolean sceau_same_text        (gconstpointer a, gconstpointer b);
gboolean sceau_same_modality    (gconstpointer a, gconstpointer b);
gboolean sceau_same_block_rule  (gconstpointer a, gconstpointer b);
gboolean sceau_same_requirement (gconstpointer a, gconstpointer b);
gboolean sceau_same_quota       (gconstpointer a, gconstpointer b);
gboolean sceau_same_jury_rule   (gconstpointer a, gconstpointer b);
gboolean sceau_same_competences (const GArray *a, const GArray *b);
gboolean sceau_same_criteria    (const GPtrArray *a, const GPtrArray *b);

G_END_DECLS
