/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-school.h"

G_BEGIN_DECLS

/* A block that a learner has acquired before a jury, and that can be attested. */
typedef struct
{
  char *learner_number;
  char *learner_name;
  char *block_code;
  char *block_title;
  SceauDate acquired;
} SceauAttestableBlock;

void       sceau_attestable_block_free  (SceauAttestableBlock *self);
/**
 * sceau_attestable_blocks_load: the blocks of the learners that @search finds (NULL: of anybody), sorted by
 * learner; enough of them to choose from, not all of a large school.  In the worker's thread.
 * Returns: (transfer full) (element-type SceauAttestableBlock)
 */
GPtrArray *sceau_attestable_blocks_load (SceauSchool *school, const char *search, GError **error);

G_END_DECLS
