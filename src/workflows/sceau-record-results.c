/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-record-results.h"

#include <glib/gi18n-lib.h>

#include "sceau-result-ledger-private.h"
#include "sceau-result-table.h"

/* Opens the ledger with the first enrolment: one operation stays within one certification. */
static gboolean
take_enrolment (SceauResultLedger *ledger, SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (SceauEnrolment) enrolment = NULL;
  g_autoptr (GPtrArray) standing = NULL;

  if (ledger->learners != NULL && g_hash_table_contains (ledger->learners, &id))
    return TRUE;
  enrolment = sceau_require_enrolment (school, id, error);
  if (enrolment == NULL)
    return FALSE;
  if (ledger->plan == NULL && !sceau_result_ledger_open (ledger, school, enrolment->certification_code, error))
    return FALSE;
  if (!g_str_equal (ledger->plan->certification_code, enrolment->certification_code))
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("Results of %s and of %s cannot be recorded at once. Record them one after the other."),
                   ledger->plan->certification_code, enrolment->certification_code);
      return FALSE;
    }

  standing = sceau_result_table_list_by_enrolment (school, id, error);
  if (standing == NULL)
    return FALSE;
  sceau_result_ledger_take_learner (ledger, g_steal_pointer (&enrolment));
  sceau_result_ledger_add_standing (ledger, standing);
  return TRUE;
}

/* TRUE when there is an objection; it becomes the error. */
static gboolean
refuse (const SceauObjection *objection, GError **error)
{
  if (objection->reason == NULL)
    return FALSE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, "%s %s", objection->reason, objection->remedy);
  return TRUE;
}

static gboolean
enter_all (SceauResultLedger *ledger, SceauSchool *school, GPtrArray *results, GError **error)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *entry = g_ptr_array_index (results, i);
      g_auto (SceauObjection) objection = { NULL, NULL };

      if (!take_enrolment (ledger, school, entry->enrolment_id, error))
        return FALSE;
      sceau_result_ledger_check (ledger, entry, &objection);
      if (refuse (&objection, error))
        return FALSE;
      sceau_result_ledger_enter (ledger, entry);
    }

  for (guint i = 0; i < ledger->after->len; i++)
    {
      g_auto (SceauObjection) objection = { NULL, NULL };

      sceau_result_ledger_check_attempt (ledger, g_ptr_array_index (ledger->after, i), &objection);
      if (refuse (&objection, error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): "learner A001, BC01-E1" for one cell, else how many and where. */
static char *
describe_subject (SceauResultLedger *ledger)
{
  const SceauResult *first = g_ptr_array_index (ledger->after, 0);
  const char *number = sceau_result_ledger_get_learner (ledger, first->enrolment_id)->learner_number;

  if (ledger->after->len == 1)
    return g_strdup_printf ("learner %s, %s", number,
                            first->modality_code);
  return g_strdup_printf ("%u results of %s", ledger->after->len, ledger->plan->certification_code);
}

gboolean
sceau_record_results (SceauSchool *school, GPtrArray *results, GPtrArray **before, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };

  if (results->len > 0 &&
      (!sceau_transaction_begin (&transaction, school, error) || !enter_all (&ledger, school, results, error)))
    return FALSE;

  if (ledger.after != NULL && ledger.after->len > 0)
    {
      g_autofree char *subject = describe_subject (&ledger);

      if (!sceau_result_ledger_write (&ledger, subject, NULL, NULL, error) || !sceau_transaction_commit (&transaction, error))
        return FALSE;
    }
  if (before != NULL)
    *before = ledger.before != NULL ? g_steal_pointer (&ledger.before)
                                    : g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  return TRUE;
}
