/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-blocks.h"

#include "sceau-acquired-block-table.h"
#include "sceau-certification-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-learner-table.h"
#include "sceau-store-error.h"

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
  g_free (self->certification_code);
  g_free (self->block_code);
  g_free (self->title);
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

static void
add (Gathering *gathering, const SceauLearner *learner, const SceauCertification *certification, const SceauBlock *block, SceauDate acquired)
{
  SceauAttestableBlock *attestable = g_new0 (SceauAttestableBlock, 1);

  attestable->learner_number = g_strdup (learner->number);
  attestable->learner_name = sceau_learner_sorted_name (learner);
  attestable->certification_code = g_strdup (certification->code);
  attestable->block_code = block != NULL ? g_strdup (block->code) : NULL;
  attestable->title = g_strdup (block != NULL ? block->title : certification->title);
  attestable->acquired = acquired;
  g_ptr_array_add (gathering->blocks, attestable);
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

      if (certification == NULL)
        return FALSE;
      if (described == NULL || !is_attestable (block))
        continue;
      add (gathering, learner, certification, described, block->date);
    }
  return TRUE;
}

/* Whether a jury certified the enrolment, and no later one took it back. */
static gboolean
is_certified (SceauSchool *school, gint64 enrolment_id, gboolean *certified, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SceauDecision) decision = sceau_decision_table_find_in_force (school, enrolment_id, &local);

  *certified = decision != NULL && decision->outcome == SCEAU_OUTCOME_CERTIFIED;
  if (decision != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
gather_certifications (Gathering *gathering, const SceauLearner *learner, GError **error)
{
  const SceauEnrolmentQuery query = { .learner_id = learner->id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (gathering->school, &query, error);

  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      const SceauCertification *certification;
      gboolean certified;

      if (!is_certified (gathering->school, enrolment->id, &certified, error))
        return FALSE;
      if (!certified)
        continue;
      certification = find_certification (gathering, enrolment->certification_code, error);
      if (certification == NULL)
        return FALSE;
      add (gathering, learner, certification, NULL, SCEAU_NO_DATE);
    }
  return enrolments != NULL;
}

static gboolean
gather (Gathering *gathering, gboolean whole, const char *search, GError **error)
{
  const SceauLearnerQuery query = { .search = search, .limit = LEARNERS_LOOKED_AT };
  g_autoptr (GPtrArray) learners = sceau_learner_table_list (gathering->school, &query, error);

  if (learners == NULL)
    return FALSE;
  for (guint i = 0; i < learners->len && gathering->blocks->len < BLOCKS_SHOWN; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (learners, i);

      if (whole ? !gather_certifications (gathering, learner, error) : !gather_blocks (gathering, learner, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
sceau_attestable_blocks_load (SceauSchool *school, gboolean whole, const char *search, GError **error)
{
  g_autoptr (GHashTable) certifications
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sceau_certification_free);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_attestable_block_free);
  Gathering gathering = { school, certifications, blocks };
  gboolean done;

  if (!sceau_school_begin_read (school, error))
    return NULL;
  done = gather (&gathering, whole, search, error);
  sceau_school_end_read (school);
  return done ? g_steal_pointer (&blocks) : NULL;
}
