/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How a sheet is read, in the worker's thread. */

#include "sceau-acquired-block-table.h"
#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-evaluation.h"
#include "sceau-frozen-result-table.h"
#include "sceau-jury-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-plan-table.h"
#include "sceau-result-sheet-private.h"
#include "sceau-result-table.h"

/* The records behind a sheet, each sorted so that one pass finds what belongs to a learner. */
typedef struct
{
  GPtrArray *enrolments;
  GPtrArray *results;
  GPtrArray *acquired;
  GPtrArray *sealed;
  GPtrArray *sheets;
} Records;

static void
records_clear (Records *records)
{
  g_clear_pointer (&records->enrolments, g_ptr_array_unref);
  g_clear_pointer (&records->results, g_ptr_array_unref);
  g_clear_pointer (&records->acquired, g_ptr_array_unref);
  g_clear_pointer (&records->sealed, g_ptr_array_unref);
  g_clear_pointer (&records->sheets, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Records, records_clear)

void
sceau_sheet_row_free (gpointer data)
{
  SceauSheetRow *row = data;

  g_free (row->number);
  g_free (row->name);
  g_free (row);
}

void
sceau_sheet_fault_free (gpointer data)
{
  SceauSheetFault *fault = data;

  g_free (fault->text);
  g_free (fault->reason);
  g_free (fault);
}

static gboolean
read_records (Records *records, SceauSchool *school, gint64 cohort_id, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort_id };

  return (records->enrolments = sceau_enrolment_table_list (school, &query, error)) != NULL
         && (records->results = sceau_result_table_list_by_cohort (school, cohort_id, error)) != NULL
         && (records->acquired = sceau_acquired_block_table_list_by_cohort (school, cohort_id, error)) != NULL
         && (records->sealed = sceau_frozen_result_table_list_sealed (school, cohort_id, error)) != NULL
         && (records->sheets = sceau_mark_sheet_table_list (school, cohort_id, error)) != NULL;
}

static void
append_columns (SceauResultSheet *self, const char *block_code)
{
  g_autoptr (GPtrArray) modalities = sceau_plan_list_modalities (self->plan, block_code);

  for (guint i = 0; i < modalities->len; i++)
    g_ptr_array_add (self->columns, g_ptr_array_index (modalities, i));
}

static void
make_columns (SceauResultSheet *self)
{
  for (guint i = 0; i < self->certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (self->certification->blocks, i);

      append_columns (self, block->code);
    }
  append_columns (self, NULL);
}

/* Two learners of one name must not be taken for each other: their numbers tell them apart. */
static char *
name_row (GPtrArray *enrolments, guint index)
{
  const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, index);
  const SceauEnrolment *before = index > 0 ? g_ptr_array_index (enrolments, index - 1) : NULL;
  const SceauEnrolment *after = index + 1 < enrolments->len ? g_ptr_array_index (enrolments, index + 1) : NULL;

  if ((before != NULL && g_strcmp0 (before->learner_name, enrolment->learner_name) == 0)
      || (after != NULL && g_strcmp0 (after->learner_name, enrolment->learner_name) == 0))
    return g_strdup_printf ("%s (%s)", enrolment->learner_name, enrolment->learner_number);
  return g_strdup (enrolment->learner_name);
}

static void
make_rows (SceauResultSheet *self, GPtrArray *enrolments)
{
  for (guint i = 0; i < enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      SceauSheetRow *row = g_new0 (SceauSheetRow, 1);

      row->enrolment_id = enrolment->id;
      row->number = g_strdup (enrolment->learner_number);
      row->name = name_row (enrolments, i);
      row->active = enrolment->state == SCEAU_ENROLMENT_ACTIVE;
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->row_index, &row->enrolment_id, GUINT_TO_POINTER (i));
      g_array_append_val (self->shown, i);
    }
  self->cells = g_new0 (SceauSheetCell, self->rows->len * self->columns->len);
}

/* (nullable): where a record belongs; NULL for a modality that the plan no longer has. */
static SceauSheetCell *
find_cell (SceauResultSheet *self, GHashTable *columns, gint64 enrolment_id, const char *modality_code, guint *index)
{
  gpointer row, column;

  if (!g_hash_table_lookup_extended (self->row_index, &enrolment_id, NULL, &row)
      || !g_hash_table_lookup_extended (columns, modality_code, NULL, &column))
    return NULL;
  *index = GPOINTER_TO_UINT (row) * self->columns->len + GPOINTER_TO_UINT (column);
  return &self->cells[*index];
}

static void
place_results (SceauResultSheet *self, GHashTable *columns, GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);
      guint index;
      SceauSheetCell *cell = find_cell (self, columns, result->enrolment_id, result->modality_code, &index);

      if (cell == NULL || result->mark.kind == SCEAU_MARK_BLANK)
        continue;
      self->last_attempt = MAX (self->last_attempt, result->attempt);
      if (result->attempt == self->attempt)
        cell->mark = result->mark;
      else if (result->attempt == self->attempt - 1)
        cell->earlier = result->mark;
      else if (result->attempt > self->attempt)
        cell->later = TRUE;
    }
}

static void
place_seals (SceauResultSheet *self, GHashTable *columns, GPtrArray *sealed)
{
  for (guint i = 0; i < sealed->len; i++)
    {
      const SceauSealedResult *result = g_ptr_array_index (sealed, i);
      guint index;
      SceauSheetSeal *seal;

      if (result->attempt < self->attempt
          || find_cell (self, columns, result->enrolment_id, result->modality_code, &index) == NULL)
        continue;
      seal = g_new0 (SceauSheetSeal, 1);
      seal->attempt = result->attempt;
      seal->session_id = result->session_id;
      seal->session_date = result->session_date;
      g_hash_table_insert (self->seals, GUINT_TO_POINTER (index), seal);
    }
}

/* Those of the attempt that is shown, each beside its column. */
static void
place_sheets (SceauResultSheet *self, GHashTable *columns, GPtrArray *sheets)
{
  g_ptr_array_set_size (self->sheets, (int) self->columns->len);
  for (guint i = 0; i < sheets->len; i++)
    {
      SceauMarkSheet *sheet = g_ptr_array_index (sheets, i);
      gpointer column;

      if (sheet->attempt != self->attempt || !g_hash_table_lookup_extended (columns, sheet->modality_code, NULL, &column))
        continue;
      g_ptr_array_index (self->sheets, GPOINTER_TO_UINT (column)) = sheet;
      g_ptr_array_index (sheets, i) = NULL;
    }
}

/* A VAE candidate, say, has no thesis to hand in. */
static gboolean
is_exempt (SceauResultSheet *self, const SceauModality *modality, SceauRoute route)
{
  for (guint i = 0; i < self->plan->requirements->len; i++)
    {
      const SceauRequirement *requirement = g_ptr_array_index (self->plan->requirements, i);

      if (requirement->kind == SCEAU_REQUIREMENT_MODALITY && g_strcmp0 (requirement->modality_code, modality->code) == 0)
        return (requirement->exempt_routes & (1u << route)) != 0;
    }
  return FALSE;
}

static gboolean
has_acquired (const SceauDossier *dossier, const char *block_code)
{
  for (guint i = 0; i < dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (dossier->acquired_blocks, i);

      if (g_str_equal (block->block_code, block_code))
        return TRUE;
    }
  return FALSE;
}

/* Within a block a weak mark may be made up for: then nobody has to come back for it. */
static gboolean
block_is_settled (const SceauDossier *dossier, const char *block_code)
{
  SceauBlockVerdict *verdict = sceau_block_evaluate (dossier, block_code);
  gboolean settled = verdict->state == SCEAU_BLOCK_ACQUIRED;

  sceau_block_verdict_free (verdict);
  return settled;
}

static gboolean
is_asked (SceauResultSheet *self, const SceauDossier *dossier, const SceauModality *modality, const SceauSheetCell *cell)
{
  const char *block = modality->block_code;

  if (!sceau_dossier_asks_modality (dossier, modality) || (block != NULL && has_acquired (dossier, block)))
    return FALSE;
  if (block == NULL && is_exempt (self, modality, dossier->enrolment->route))
    return FALSE;
  if (self->attempt == 1)
    return TRUE;
  return cell->earlier.kind != SCEAU_MARK_BLANK && !sceau_mark_passes (cell->earlier, modality->pass_mark)
         && (block == NULL || !block_is_settled (dossier, block));
}

static gint64
enrolment_of (gconstpointer result)
{
  return ((const SceauResult *) result)->enrolment_id;
}

static gint64
learner_of (gconstpointer block)
{
  return ((const SceauAcquiredBlock *) block)->learner_id;
}

/* (element-type gint64 GPtrArray): the records of each learner; they stay owned by @records. */
static GHashTable *
group_by (GPtrArray *records, gint64 (*key_of) (gconstpointer record))
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      gint64 key = key_of (record);
      GPtrArray *group = g_hash_table_lookup (groups, &key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&key, sizeof key), group);
        }
      g_ptr_array_add (group, record);
    }
  return groups;
}

static void
place_questions (SceauResultSheet *self, const Records *records)
{
  g_autoptr (GHashTable) results = group_by (records->results, enrolment_of);
  g_autoptr (GHashTable) acquired = group_by (records->acquired, learner_of);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  SceauSheetCell *cell = self->cells;

  for (guint i = 0; i < records->enrolments->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (records->enrolments, i);
      SceauDossier dossier = { self->certification, self->plan, enrolment,
                               g_hash_table_lookup (results, &enrolment->id),
                               g_hash_table_lookup (acquired, &enrolment->learner_id) };

      if (dossier.results == NULL)
        dossier.results = none;
      if (dossier.acquired_blocks == NULL)
        dossier.acquired_blocks = none;
      for (guint column = 0; column < self->columns->len; column++, cell++)
        cell->asked = is_asked (self, &dossier, g_ptr_array_index (self->columns, column), cell);
    }
}

static void
fill (SceauResultSheet *self, const Records *records)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

  make_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_insert (columns, ((SceauModality *) g_ptr_array_index (self->columns, i))->code, GUINT_TO_POINTER (i));
  make_rows (self, records->enrolments);
  place_results (self, columns, records->results);
  place_seals (self, columns, records->sealed);
  place_sheets (self, columns, records->sheets);
  place_questions (self, records);
}

static gboolean
read_deliberation (SceauResultSheet *self, SceauSchool *school, GError **error)
{
  const SceauJuryQuery query = { .cohort_id = self->cohort_id, .states = 1u << SCEAU_SESSION_OPEN | 1u << SCEAU_SESSION_DELIBERATED };
  gint64 sitting = sceau_jury_table_count (school, &query, error);

  self->deliberated = sitting > 0;
  return sitting >= 0;
}

SceauResultSheet *
sceau_result_sheet_load (SceauSchool *school, gint64 cohort_id, int attempt, GError **error)
{
  g_autoptr (SceauResultSheet) self = g_object_new (SCEAU_TYPE_RESULT_SHEET, NULL);
  g_autoptr (SceauCohort) cohort = sceau_cohort_table_find (school, cohort_id, error);
  g_auto (Records) records = { NULL };

  if (cohort == NULL)
    return NULL;
  self->cohort_id = cohort_id;
  self->attempt = attempt;
  self->certification = sceau_certification_table_find (school, cohort->certification_code, error);
  if (self->certification == NULL)
    return NULL;
  /* Without a plan there is nothing to mark yet: no column. */
  self->plan = sceau_plan_table_exists (school, cohort->certification_code)
                 ? sceau_plan_table_find (school, cohort->certification_code, error)
                 : sceau_plan_new (cohort->certification_code);
  if (self->plan == NULL || !read_records (&records, school, cohort_id, error))
    return NULL;
  if (!read_deliberation (self, school, error))
    return NULL;
  fill (self, &records);
  return g_steal_pointer (&self);
}
