/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"

G_BEGIN_DECLS

/* What a learner has got from a jury, and what can be attested: a block, or the whole certification. */
typedef struct
{
  char *learner_number;
  char *learner_name;
  char *certification_code;
  char *block_code;   /* NULL: the whole */
  char *title;        /* of either */
  SceauDate acquired; /* of a block */
} SceauAttestableBlock;

void       sceau_attestable_block_free  (SceauAttestableBlock *self);
/**
 * sceau_attestable_blocks_load: the blocks of the learners that @search finds (NULL: of anybody), sorted by
 * learner; enough of them to choose from, not all of a large school.  In the worker's thread.
 * @whole: the certifications that they hold, instead of blocks.
 * Returns: (transfer full) (element-type SceauAttestableBlock)
 */
GPtrArray *sceau_attestable_blocks_load (SceauSchool *school, gboolean whole, const char *search, GError **error);

G_END_DECLS
