/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-blocks.h"

#include "sceau-acquired-block-table.h"
#include "sceau-certification-table.h"
#include "sceau-learner-table.h"

/* More than one reads through; who is not among them is searched by name. */
#define BLOCKS_SHOWN 60
#define LEARNERS_LOOKED_AT 300

/* What is being gathered. */
typedef struct
{
  SceauSchool *school;
  GHashTable *certifications; /* (element-type utf8 SceauCertification): those met so far */
  GPtrArray *blocks;
} Gathering;

void
sceau_attestable_block_free (SceauAttestableBlock *self)
{
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->block_code);
  g_free (self->block_title);
  g_free (self);
}

static const SceauCertification *
find_certification (Gathering *gathering, const char *code, GError **error)
{
  SceauCertification *certification = g_hash_table_lookup (gathering->certifications, code);

  if (certification == NULL)
    {
      certification = sceau_certification_table_find (gathering->school, code, error);
      if (certification != NULL)
        g_hash_table_insert (gathering->certifications, certification->code, certification);
    }
  return certification;
}

/* What came by dispense or correspondence was validated by no jury, and nobody attests it. */
static gboolean
is_attestable (const SceauAcquiredBlock *block)
{
  return block->kind != SCEAU_ACQUISITION_DISPENSE && block->kind != SCEAU_ACQUISITION_CORRESPONDENCE;
}

static gboolean
gather_blocks (Gathering *gathering, const SceauLearner *learner, GError **error)
{
  g_autoptr (GPtrArray) acquired = sceau_acquired_block_table_list_by_learner (gathering->school, learner->id, NULL, error);

  if (acquired == NULL)
    return FALSE;
  for (guint i = 0; i < acquired->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (acquired, i);
      const SceauCertification *certification = find_certification (gathering, block->certification_code, error);
      const SceauBlock *described = certification != NULL ? sceau_certification_find_block (certification, block->block_code) : NULL;
      SceauAttestableBlock *attestable;

      if (certification == NULL)
        return FALSE;
      if (described == NULL || !is_attestable (block))
        continue;
      attestable = g_new0 (SceauAttestableBlock, 1);
      attestable->learner_number = g_strdup (learner->number);
      attestable->learner_name = sceau_learner_sorted_name (learner);
      attestable->block_code = g_strdup (block->block_code);
      attestable->block_title = g_strdup (described->title);
      attestable->acquired = block->date;
      g_ptr_array_add (gathering->blocks, attestable);
    }
  return TRUE;
}

static gboolean
gather (Gathering *gathering, const char *search, GError **error)
{
  const SceauLearnerQuery query = { .search = search, .limit = LEARNERS_LOOKED_AT };
  g_autoptr (GPtrArray) learners = sceau_learner_table_list (gathering->school, &query, error);

  if (learners == NULL)
    return FALSE;
  for (guint i = 0; i < learners->len && gathering->blocks->len < BLOCKS_SHOWN; i++)
    if (!gather_blocks (gathering, g_ptr_array_index (learners, i), error))
      return FALSE;
  return TRUE;
}

GPtrArray *
sceau_attestable_blocks_load (SceauSchool *school, const char *search, GError **error)
{
  g_autoptr (GHashTable) certifications
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sceau_certification_free);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_attestable_block_free);
  Gathering gathering = { school, certifications, blocks };
  gboolean done;

  if (!sceau_school_begin_read (school, error))
    return NULL;
  done = gather (&gathering, search, error);
  sceau_school_end_read (school);
  return done ? g_steal_pointer (&blocks) : NULL;
}
