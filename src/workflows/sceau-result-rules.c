/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Why a mark may not be entered: modality, scale, date, seal, submission, grid, attempts. */

#include <glib/gi18n-lib.h>

#include "sceau-acquired-block-table.h"
#include "sceau-criterion-points-table.h"
#include "sceau-decision-table.h"
#include "sceau-evaluation.h"
#include "sceau-jury-table.h"
#include "sceau-mark-sheet-table.h"
#include "sceau-moment.h"
#include "sceau-result-ledger-private.h"
#include "sceau-result-table.h"

/* Letters stand a hundred apart, the three degrees of acquisition fifty: see sceau-mark.h. */
#define LETTER_STEP 100
#define ACQUISITION_STEP 50

void
sceau_objection_clear (SceauObjection *self)
{
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->remedy, g_free);
}

gboolean
sceau_mark_is_on_scale (SceauMark mark, SceauScale scale)
{
  if (mark.kind != SCEAU_MARK_VALUE)
    return TRUE;
  if (mark.value < 0 || mark.value > sceau_scale_maximum (scale))
    return FALSE;
  switch (scale)
    {
    case SCEAU_SCALE_LETTERS:
      return mark.value % LETTER_STEP == 0;
    case SCEAU_SCALE_ACQUISITION:
      return mark.value % ACQUISITION_STEP == 0;
    case SCEAU_SCALE_TWENTY:
    default:
      return TRUE;
    }
}

/* (transfer full): "session 3 of 2026-09-12", the sealed one that decided on the enrolment. */
static char *
name_sealed_session (SceauSchool *school, gint64 enrolment_id)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_enrolment (school, enrolment_id, NULL);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      g_autoptr (SceauJurySession) session = sceau_require_jury (school, decision->session_id, NULL);
      g_autofree char *id = NULL;
      g_autofree char *day = NULL;

      if (session == NULL || session->state != SCEAU_SESSION_SEALED)
        continue;
      id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
      day = sceau_date_say (session->date);
      /* Translators: number and day of a jury session. */
      return g_strdup_printf (_("jury session %s of %s"), id, day);
    }
  return g_strdup (_("a sealed jury session"));
}

static const char *
get_number (SceauResultLedger *self, const SceauResult *entry)
{
  return sceau_result_ledger_get_learner (self, entry->enrolment_id)->learner_number;
}

static void
object (SceauObjection *objection, char *reason, const char *remedy)
{
  objection->reason = reason;
  objection->remedy = g_strdup (remedy);
}

static void
object_to_scale (SceauResultLedger *self, const SceauResult *entry, SceauScale scale, SceauObjection *objection)
{
  g_autofree char *mark = sceau_mark_to_text (entry->mark, SCEAU_SCALE_TWENTY);

  object (objection, g_strdup_printf (_("The mark %s of learner %s for %s lies outside its scale."), mark,
                                      get_number (self, entry), entry->modality_code),
          scale == SCEAU_SCALE_TWENTY ? _("Give a mark from 0 to 20.")
          : scale == SCEAU_SCALE_LETTERS ? _("Give a letter from A to F.")
                                         : _("Give A, PA or NA."));
}

/* A date of the future is a slip of the hand, and minutes would carry it. */
static void
object_to_date (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  g_autofree char *day = sceau_date_say (entry->date);

  /* Translators: a learner's number, the code of a modality, a date. */
  object (objection, g_strdup_printf (_("The result of learner %s for %s is dated %s, in the future."),
                                      get_number (self, entry), entry->modality_code, day),
          _("Give the day on which the evaluation was held."));
}

/* Nobody is evaluated before the parcours, nor before a VAE may begin.  A dispense rests on what was decided elsewhere, at any
 * time; so does a block acquired earlier, which is no result.  What stands in the file is not asked again. */
static void
check_entry (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (self, entry->enrolment_id);
  g_autofree char *day = sceau_date_say (entry->date);
  g_autofree char *entered = sceau_date_say (enrolment->entry);

  if (entry->date == SCEAU_NO_DATE || entry->date >= enrolment->entry || entry->mark.kind == SCEAU_MARK_EXEMPT
      || entry->mark.kind == SCEAU_MARK_BLANK || !sceau_result_ledger_changes (self, entry))
    return;
  object (objection,
          /* Translators: a learner's number, the code of a modality, a date, then the day on which the learner entered. */
          g_strdup_printf (_("The result of learner %s for %s is dated %s, before the entry on %s."), get_number (self, entry),
                           entry->modality_code, day, entered),
          _("Correct the day, or that of the entry; what was earned before is recorded as a block acquired, with its proof."));
}

/* Other points are another paper, also where they make the same mark; a grid is only asked about when its points change. */
static gboolean
touches_paper (SceauResultLedger *self, const SceauResult *entry)
{
  return self->by_grid || sceau_result_ledger_changes (self, entry);
}

static void
check_seal (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauResult *standing = sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt);
  g_autofree char *session = NULL;

  if (standing == NULL || !touches_paper (self, entry) ||
      !sceau_result_table_is_frozen (self->school, entry->enrolment_id, entry->modality_code, entry->attempt))
    return;

  session = name_sealed_session (self->school, entry->enrolment_id);
  object (objection,
          g_strdup_printf (_("The result of learner %s for %s at attempt %d is frozen by the seal of %s."),
                           get_number (self, entry), entry->modality_code, entry->attempt, session),
          _("An error is mended by a rectifying session."));
}

/* Whether a jury is deliberating on this cohort: then it may change a mark that was handed in. */
static gboolean
is_deliberated (SceauResultLedger *self, gint64 cohort_id)
{
  const SceauJuryQuery query = { .cohort_id = cohort_id, .states = 1u << SCEAU_SESSION_OPEN | 1u << SCEAU_SESSION_DELIBERATED };
  gpointer known;

  if (!g_hash_table_lookup_extended (self->deliberated, &cohort_id, NULL, &known))
    {
      known = GINT_TO_POINTER (sceau_jury_table_count (self->school, &query, NULL) > 0);
      g_hash_table_insert (self->deliberated, g_memdup2 (&cohort_id, sizeof cohort_id), known);
    }
  return GPOINTER_TO_INT (known);
}

/* The sheet that an entry belongs to when it was handed in, else NULL. */
static const SceauMarkSheet *
find_sheet (SceauResultLedger *self, gint64 cohort_id, const SceauResult *entry)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%s", cohort_id, entry->attempt, entry->modality_code);
  gpointer sheet;

  if (!g_hash_table_lookup_extended (self->sheets, key, NULL, &sheet))
    {
      sheet = sceau_mark_sheet_table_find (self->school, cohort_id, entry->modality_code, entry->attempt, NULL);
      g_hash_table_insert (self->sheets, g_steal_pointer (&key), sheet);
    }
  return sheet;
}

/* What an examiner handed in stands until the sheet is reopened, or until the jury says otherwise. */
static void
check_sheet (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (self, entry->enrolment_id);
  const SceauMarkSheet *sheet = find_sheet (self, enrolment->cohort_id, entry);
  g_autofree char *day = NULL;

  if (sheet == NULL || !touches_paper (self, entry) || is_deliberated (self, enrolment->cohort_id))
    return;
  day = sceau_moment_format (sheet->submitted_at, SCEAU_MOMENT_DAY);
  object (objection,
          /* Translators: the code of a modality, an attempt, a cohort, a person, then a day. */
          g_strdup_printf (_("The marks for %s at attempt %d of cohort %s were submitted by %s on %s."), entry->modality_code,
                           entry->attempt, enrolment->cohort_name, sheet->submitted_by, day),
          _("Reopen the sheet, with the reason, before changing them."));
}

/* A mark that a grid made is changed by its points; a fraud or an absence stands beside the grid. */
static void
check_grid (SceauResultLedger *self, const SceauResult *entry, const SceauModality *modality, SceauObjection *objection)
{
  const SceauResult *standing = sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt);
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (self, entry->enrolment_id);
  g_autoptr (GPtrArray) points = NULL;

  if (self->by_grid || modality->criteria->len == 0 || modality->scale != SCEAU_SCALE_TWENTY || standing == NULL ||
      standing->mark.kind != SCEAU_MARK_VALUE || (entry->mark.kind != SCEAU_MARK_VALUE && entry->mark.kind != SCEAU_MARK_BLANK) ||
      sceau_mark_equal (standing->mark, entry->mark) || is_deliberated (self, enrolment->cohort_id))
    return;
  points = sceau_criterion_points_table_list (self->school, entry->enrolment_id, entry->modality_code, entry->attempt, NULL);
  if (points == NULL || points->len == 0)
    return;
  object (objection, g_strdup_printf (_("The mark of learner %s for %s comes from the points of a grid."), get_number (self, entry), entry->modality_code),
          _("Change the points, and the mark follows."));
}

/* A mark of what the learner does not take would stand in no proposal. A fraud counts wherever it was committed. */
static void
check_targets (SceauResultLedger *self, const SceauResult *entry, const SceauModality *modality, SceauObjection *objection)
{
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (self, entry->enrolment_id);
  SceauDossier dossier = { self->certification, self->plan, enrolment, NULL, NULL };
  g_autoptr (GPtrArray) acquired = NULL;

  if (enrolment->targeted_blocks->len == 0 || entry->mark.kind == SCEAU_MARK_BLANK || entry->mark.kind == SCEAU_MARK_FRAUD
      || !sceau_result_ledger_changes (self, entry) || sceau_dossier_asks_modality (&dossier, modality))
    return;
  acquired = sceau_acquired_block_table_list_by_learner (self->school, enrolment->learner_id, self->certification->code, NULL);
  dossier.acquired_blocks = acquired;
  if (acquired == NULL || sceau_dossier_asks_modality (&dossier, modality))
    return;
  object (objection,
          modality->block_code != NULL
            ? g_strdup_printf (_("Learner %s does not take block %s, to which %s belongs."), get_number (self, entry), modality->block_code, modality->code)
            : g_strdup_printf (_("Learner %s takes some blocks alone, and %s is asked of the whole certification."), get_number (self, entry), modality->code),
          _("Leave the cell empty, or add the block to the enrolment first."));
}

static void
check_words (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const char *text = entry->examiner;
  g_autofree char *reason = NULL;
  g_autofree char *shown = NULL;

  if (sceau_text_check (entry->examiner, SCEAU_TEXT_LINE, &reason, &objection->remedy))
    {
      text = entry->comment;
      if (sceau_text_check (entry->comment, SCEAU_TEXT_NOTE, &reason, &objection->remedy))
        return;
    }
  shown = sceau_text_show (text);
  /* Translators: a learner's number, the code of a modality, the examiner or the comment, then what is wrong with it. */
  objection->reason = g_strdup_printf (_("Learner %s, %s, “%s”: %s"), get_number (self, entry), entry->modality_code, shown, reason);
}

void
sceau_result_ledger_check (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauModality *modality = sceau_plan_find_modality (self->plan, entry->modality_code);

  if (modality == NULL)
    object (objection, g_strdup_printf (_("The evaluation plan has no modality “%s”."), entry->modality_code),
            _("Use a code of the plan."));
  else if (entry->attempt < 1)
    object (objection, g_strdup_printf (_("There is no attempt %d."), entry->attempt), _("Attempts count from 1."));
  else if (!sceau_mark_is_on_scale (entry->mark, modality->scale))
    object_to_scale (self, entry, modality->scale, objection);
  else if (entry->date != SCEAU_NO_DATE && entry->date > self->today)
    object_to_date (self, entry, objection);
  else if (sceau_result_ledger_was_entered (self, entry))
    object (objection, g_strdup_printf (_("Learner %s gets two results for %s at the same attempt."),
                                        get_number (self, entry), entry->modality_code),
            _("Keep one of them."));
  else
    check_words (self, entry, objection);
  if (objection->reason == NULL)
    check_entry (self, entry, objection);
  if (objection->reason == NULL)
    check_seal (self, entry, objection);
  if (objection->reason == NULL)
    check_sheet (self, entry, objection);
  if (objection->reason == NULL)
    check_targets (self, entry, modality, objection);
  if (objection->reason == NULL)
    check_grid (self, entry, modality, objection);
}

/* The first attempt after @entry that was taken, or NULL. A justified absence is none. */
static const SceauResult *
find_next_taken (SceauResultLedger *self, const SceauResult *entry)
{
  const SceauResult *next;

  for (int attempt = entry->attempt + 1;; attempt++)
    {
      next = sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, attempt);
      if (next == NULL || (next->mark.kind != SCEAU_MARK_EXCUSED && next->mark.kind != SCEAU_MARK_BLANK))
        return next;
    }
}

/* The day of an attempt can be entered after the attempt that follows it: the delay between the two is asked then. */
static void
check_delay_after (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (self, entry->enrolment_id);
  const SceauResult *was = sceau_result_ledger_find_before (self, entry);
  const SceauResult *next = find_next_taken (self, entry);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) results = NULL;
  SceauDossier dossier = { self->certification, self->plan, enrolment, NULL, NULL };

  if (next == NULL || next->date == SCEAU_NO_DATE || entry->date == SCEAU_NO_DATE || entry->mark.kind == SCEAU_MARK_EXCUSED
      || (was != NULL && was->date == entry->date && was->mark.kind != SCEAU_MARK_EXCUSED))
    return;
  results = sceau_result_ledger_list_results (self, entry->enrolment_id);
  dossier.results = results;
  sceau_dossier_check_attempt (&dossier, entry->modality_code, next->attempt, next->date, faults);
  for (guint i = 0; i < sceau_faults_length (faults) && objection->reason == NULL; i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);
      g_autofree char *day = sceau_date_say (next->date);

      if (g_strcmp0 (fault->field, "date") != 0)
        continue;
      object (objection,
              /* Translators: a learner's number, the code of a modality, an attempt, its day, then why. */
              g_strdup_printf (_("Learner %s took %s at attempt %d on %s: %s"), get_number (self, entry), entry->modality_code,
                               next->attempt, day, fault->reason),
              _("Correct this day, or that of the later attempt."));
    }
}

/* What the plan says about taking a modality again: asked of a new attempt, or of one that gets another day. */
static void
check_retake (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauEnrolment *enrolment = sceau_result_ledger_get_learner (self, entry->enrolment_id);
  const SceauResult *was = entry->attempt > 1 ? sceau_result_ledger_find_before (self, entry) : NULL;
  SceauDate date = entry->date != SCEAU_NO_DATE || was == NULL ? entry->date : was->date;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) acquired = NULL;
  g_autoptr (SceauFaults) faults = NULL;
  SceauDossier dossier = { self->certification, self->plan, enrolment, NULL, NULL };

  if (entry->attempt < 2 || entry->mark.kind == SCEAU_MARK_BLANK || (was != NULL && was->date == date))
    return;
  results = sceau_result_ledger_list_results (self, entry->enrolment_id);
  acquired = sceau_acquired_block_table_list_by_learner (self->school, enrolment->learner_id, self->certification->code, NULL);
  faults = sceau_faults_new ();
  dossier.results = results;
  dossier.acquired_blocks = acquired;
  if (acquired != NULL && !sceau_dossier_check_attempt (&dossier, entry->modality_code, entry->attempt, date, faults))
    {
      const SceauFault *fault = sceau_faults_get (faults, 0);

      object (objection, g_strdup_printf (_("Learner %s cannot take %s for attempt %d: %s"), get_number (self, entry), entry->modality_code,
                                          entry->attempt, fault->reason),
              fault->remedy);
    }
}

void
sceau_result_ledger_check_attempt (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const char *number = get_number (self, entry);

  if (entry->mark.kind != SCEAU_MARK_BLANK && entry->attempt > 1 &&
      sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt - 1) == NULL)
    object (objection, g_strdup_printf (_("Learner %s has no result for %s at attempt %d."), number, entry->modality_code, entry->attempt - 1),
            _("Record the earlier attempt first: if nobody came, as an absence."));
  else if (entry->mark.kind == SCEAU_MARK_BLANK &&
           sceau_result_ledger_find (self, entry->enrolment_id, entry->modality_code, entry->attempt + 1) != NULL)
    object (objection, g_strdup_printf (_("Learner %s has a result for %s at attempt %d."), number, entry->modality_code, entry->attempt + 1),
            _("Take the later attempt back first."));
  else
    check_retake (self, entry, objection);
  if (objection->reason == NULL && entry->mark.kind != SCEAU_MARK_BLANK)
    check_delay_after (self, entry, objection);
}

static void
add_objection (SceauResultLedger *self, const SceauResult *entry, const SceauObjection *objection, SceauFaults *faults)
{
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, get_number (self, entry), entry->modality_code, NULL, objection->reason, objection->remedy);
}

gboolean
sceau_result_ledger_enter_all (SceauResultLedger *self, GPtrArray *entries, SceauFaults *faults)
{
  guint known = sceau_faults_count_errors (faults);

  for (guint i = 0; i < entries->len; i++)
    {
      const SceauResult *entry = g_ptr_array_index (entries, i);
      g_auto (SceauObjection) objection = { NULL, NULL };

      sceau_result_ledger_check (self, entry, &objection);
      if (objection.reason != NULL)
        add_objection (self, entry, &objection, faults);
      else
        sceau_result_ledger_enter (self, entry);
    }
  for (guint i = 0; i < self->after->len; i++)
    {
      const SceauResult *entry = g_ptr_array_index (self->after, i);
      g_auto (SceauObjection) objection = { NULL, NULL };

      sceau_result_ledger_check_attempt (self, entry, &objection);
      if (objection.reason != NULL)
        add_objection (self, entry, &objection, faults);
    }
  return sceau_faults_count_errors (faults) == known;
}
