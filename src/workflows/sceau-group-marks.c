/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Collective modalities: one mark for a group, and what one of its members got otherwise. */

#include <glib/gi18n-lib.h>

#include "sceau-sheet-private.h"
#include "sceau-text.h"

static void
check_collective (const SceauModality *modality, SceauFaults *faults)
{
  if (!modality->collective)
    sceau_faults_add_field (faults, "modality", modality->code, _("This modality is individual: a group gets no mark for it."),
                            _("Make it collective in the plan, or enter the marks one by one."));
}

/* Whoever got another mark than the group keeps it, if so asked; the mark of the group is written beside it. */
static SceauResult *
make_member_result (SceauResultLedger *ledger, const SceauEnrolment *enrolment, const SceauResult *mark, gboolean keep_adjusted)
{
  const SceauResult *standing = sceau_result_ledger_find (ledger, enrolment->id, mark->modality_code, mark->attempt);
  gboolean adjusted = standing != NULL && standing->group_value >= 0 &&
                      (standing->mark.kind != SCEAU_MARK_VALUE || standing->mark.value != standing->group_value);
  SceauResult *result = sceau_result_new (enrolment->id, mark->modality_code, mark->attempt, adjusted && keep_adjusted ? standing->mark : mark->mark);

  result->group_value = mark->mark.value;
  result->examiner = g_strdup (mark->examiner);
  result->date = mark->date;
  result->comment = adjusted && keep_adjusted ? NULL : g_strdup (mark->comment);
  return result;
}

/* (element-type SceauResult): one for each active member who is assessed by the modality. */
static GPtrArray *
make_results (SceauResultLedger *ledger, const char *group, const SceauModality *modality, const SceauResult *mark, gboolean keep_adjusted)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  g_autoptr (GPtrArray) learners = sceau_sheet_list_learners (ledger);

  for (guint i = 0; i < learners->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (learners, i);

      if (enrolment->state == SCEAU_ENROLMENT_ACTIVE && g_strcmp0 (enrolment->group, group) == 0 &&
          (modality->block_code == NULL || sceau_enrolment_targets (enrolment, modality->block_code)))
        g_ptr_array_add (results, make_member_result (ledger, enrolment, mark, keep_adjusted));
    }
  return results;
}

gboolean
sceau_record_group_mark (SceauSchool *school, gint64 cohort_id, const char *group, const SceauResult *mark, gboolean keep_adjusted,
                         SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *name = sceau_text_normalise (group);
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);
  const SceauModality *modality;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  modality = sceau_sheet_open (&ledger, school, cohort_id, mark->modality_code, error);
  if (modality == NULL)
    return FALSE;
  check_collective (modality, faults);
  if (mark->mark.kind != SCEAU_MARK_VALUE)
    sceau_faults_add_field (faults, "mark", NULL, _("The mark of a group is a value."), _("Absences are those of persons: enter them one by one."));
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;

  results = make_results (&ledger, name, modality, mark, keep_adjusted);
  if (name == NULL || results->len == 0)
    sceau_faults_add_field (faults, "group", group, _("Nobody of this cohort is in this group."), _("Form the group first."));
  sceau_result_ledger_enter_all (&ledger, results, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  if (ledger.after->len == 0)
    return TRUE;
  subject = g_strdup_printf ("group %s, %s, %u results of %s", name, mark->modality_code, ledger.after->len, ledger.plan->certification_code);
  return sceau_result_ledger_write (&ledger, subject, NULL, NULL, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_adjust_group_mark (SceauSchool *school, const SceauResult *mark, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (SceauResultLedger) ledger = { NULL };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *comment = NULL;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);
  const SceauModality *modality;
  const SceauResult *standing;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  modality = sceau_sheet_open_for (&ledger, school, mark->enrolment_id, mark->modality_code, error);
  if (modality == NULL)
    return FALSE;
  standing = sceau_result_ledger_find (&ledger, mark->enrolment_id, mark->modality_code, mark->attempt);
  check_collective (modality, faults);
  if (standing == NULL || standing->group_value < 0)
    sceau_faults_add_field (faults, "mark", NULL, _("There is no mark of a group that could be adjusted."), _("Enter the mark of the group first."));
  comment = sceau_take_note (mark->comment, "comment", _("An adjustment needs its reason: it stands in the comment."),
                             _("Say what this learner did otherwise than the group."), faults);
  g_ptr_array_add (entries, (gpointer) mark);
  if (sceau_faults_count_errors (faults) == known)
    sceau_result_ledger_enter_all (&ledger, entries, faults);
  if (sceau_faults_refuse (faults, known, error))
    return FALSE;
  subject = g_strdup_printf ("learner %s, %s", sceau_result_ledger_get_learner (&ledger, mark->enrolment_id)->learner_number, mark->modality_code);
  return ledger.after->len == 0 || (sceau_result_ledger_write (&ledger, subject, NULL, NULL, error) && sceau_transaction_commit (&transaction, error));
}
