/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The evaluation grids of one modality, a page a candidate: with what was entered, or empty for the examiner. */

#include "sceau-print-session.h"

#include <glib/gi18n-lib.h>

#include "sceau-criterion-points-table.h"
#include "sceau-export-private.h"
#include "sceau-grid-document.h"

/* The last attempt that has a mark, or NULL. */
static const SceauResult *
find_last_result (const SceauDeliberation *deliberation, gint64 enrolment_id, const char *modality_code)
{
  const SceauResult *last = NULL;

  for (guint i = 0; i < deliberation->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (deliberation->results, i);

      if (result->enrolment_id == enrolment_id && g_str_equal (result->modality_code, modality_code) && result->mark.kind != SCEAU_MARK_BLANK
          && (last == NULL || result->attempt > last->attempt))
        last = result;
    }
  return last;
}

static gboolean
add_candidate (GArray *rows, GPtrArray *kept, SceauSchool *school, const SceauDeliberation *deliberation, const SceauEnrolment *enrolment,
               const char *modality_code, GError **error)
{
  const SceauResult *result = find_last_result (deliberation, enrolment->id, modality_code);
  const int attempt = result != NULL ? result->attempt : 1;
  SceauGridCandidate row = { enrolment->learner_number, enrolment->learner_name, attempt, result, NULL };

  row.points = sceau_criterion_points_table_list (school, enrolment->id, modality_code, attempt, error);
  if (row.points == NULL)
    return FALSE;
  g_ptr_array_add (kept, row.points);
  g_array_append_val (rows, row);
  return TRUE;
}

static const SceauModality *
require_modality (const SceauDeliberation *deliberation, const char *code, GError **error)
{
  const SceauModality *modality = sceau_plan_find_modality (deliberation->plan, code);

  if (modality == NULL)
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("The plan of %s has no modality “%s”. Look at its list of modalities."), deliberation->session->certification_code, code);
  return modality;
}

static GBytes *
draw (SceauSchool *school, const SceauDeliberation *deliberation, const SceauSchoolIdentity *identity, const SceauModality *modality,
      GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (SceauGridCandidate));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) candidates = sceau_session_list_candidates (deliberation);
  SceauGridContent content = {
    .school = identity,
    .certification = deliberation->certification,
    .modality = modality,
    .cohort_name = deliberation->session->cohort_name,
    .established = deliberation->session->date,
  };

  for (guint i = 0; i < candidates->len; i++)
    if (!add_candidate (rows, kept, school, deliberation, g_ptr_array_index (candidates, i), modality->code, error))
      return NULL;
  content.candidates = (const SceauGridCandidate *) rows->data;
  content.n_candidates = rows->len;
  return sceau_grid_document_render (&content, error);
}

GBytes *
sceau_render_grids (SceauSchool *school, gint64 session_id, const char *modality_code, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSchoolIdentity) identity = NULL;
  g_autoptr (SceauDeliberation) deliberation = NULL;
  const SceauModality *modality;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  identity = sceau_school_load_identity (school, error);
  deliberation = identity != NULL ? sceau_deliberation_load (school, session_id, 0, error) : NULL;
  modality = deliberation != NULL ? require_modality (deliberation, modality_code, error) : NULL;
  return modality != NULL ? draw (school, deliberation, identity, modality, error) : NULL;
}
