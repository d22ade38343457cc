/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a learner is to take a modality at all, and may take it once more: the attempts that the plan allows, the days between two of
 * them, and whether anything is left to win.  A justified absence uses up no attempt and delays nothing. */

#include "sceau-assessment-private.h"

#include <glib/gi18n-lib.h>

/* What is asked for, and where faults are placed. */
typedef struct
{
  const SceauDossier *dossier;
  const SceauModality *modality;
  int attempt;
  SceauDate date;
  const char *place;
  SceauFaults *faults;
} Asked;

static void
add_error (const Asked *asked, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add_at (asked->faults, SCEAU_FAULT_ERROR, asked->place, field, value, reason, remedy);
}

/* The attempt before, of those that were used up; @n_excused: how many absences before were justified. */
static const SceauResult *
find_previous (const Asked *asked, int *n_excused)
{
  const SceauResult *previous = NULL;

  *n_excused = 0;
  for (guint i = 0; i < asked->dossier->results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (asked->dossier->results, i);

      if (g_strcmp0 (result->modality_code, asked->modality->code) != 0 || result->attempt >= asked->attempt
          || result->mark.kind == SCEAU_MARK_BLANK)
        continue;
      if (result->mark.kind == SCEAU_MARK_EXCUSED)
        ++*n_excused;
      else if (previous == NULL || result->attempt > previous->attempt)
        previous = result;
    }
  return previous;
}

static void
check_number (const Asked *asked, int n_excused)
{
  int allowed = asked->modality->max_attempts;
  g_autofree char *shown = g_strdup_printf ("%d", asked->attempt);
  g_autofree char *reason = NULL;

  if (asked->attempt < 1)
    add_error (asked, "attempt", shown, _("Attempts are counted from 1."), _("Give 1 for the first session, 2 for the retake."));
  if (allowed == 0 || asked->attempt - n_excused <= allowed)
    return;
  reason = g_strdup_printf (ngettext ("The plan allows %d attempt: none is left.", "The plan allows %d attempts: none is left.",
                                      (gulong) allowed),
                            allowed);
  add_error (asked, "attempt", shown, reason,
             _("Only a justified absence uses up no attempt; change the plan before the session if its rules are others."));
}

static void
check_delay (const Asked *asked, const SceauResult *previous)
{
  int delay = asked->modality->retake_delay;
  g_autofree char *shown = sceau_date_format_french (asked->date);
  g_autofree char *before = NULL;
  g_autofree char *earliest = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  if (previous == NULL || previous->date == SCEAU_NO_DATE || asked->date == SCEAU_NO_DATE
      || (asked->date >= previous->date && asked->date - previous->date >= (SceauDate) MAX (delay, 0)))
    return;
  before = sceau_date_say (previous->date);
  earliest = sceau_date_say (previous->date + (SceauDate) MAX (delay, 0));
  if (asked->date < previous->date)
    reason = g_strdup_printf (_("The attempt before was on %s, after this one."), before);
  else
    reason = g_strdup_printf (ngettext ("The attempt before was on %s: %d day must lie between two attempts.",
                                        "The attempt before was on %s: %d days must lie between two attempts.", (gulong) delay),
                              before, delay);
  remedy = g_strdup_printf (_("Set it on %s or later."), earliest);
  add_error (asked, "date", shown, reason, remedy);
}

/* A dispense, or a block acquired: another attempt could only harm. */
static void
check_use (const Asked *asked, const SceauResult *previous)
{
  const char *block_code = asked->modality->block_code;

  if (previous != NULL && previous->mark.kind == SCEAU_MARK_EXEMPT)
    add_error (asked, "modality", asked->modality->code, _("The learner is dispensed from this modality: there is nothing left to win."),
               _("Take the dispense away first if it was recorded by mistake."));
  for (guint i = 0; block_code != NULL && asked->dossier->acquired_blocks != NULL && i < asked->dossier->acquired_blocks->len; i++)
    {
      const SceauAcquiredBlock *acquired = g_ptr_array_index (asked->dossier->acquired_blocks, i);
      g_autofree char *reason = NULL;

      if (g_strcmp0 (acquired->block_code, block_code) != 0)
        continue;
      reason = g_strdup_printf (_("The learner has block %s already: there is nothing left to win."), block_code);
      add_error (asked, "modality", asked->modality->code, reason, _("Leave the modality out for this learner."));
      return;
    }
}

gboolean
sceau_dossier_check_attempt (const SceauDossier *dossier,
                             const char         *modality_code,
                             int                 attempt,
                             SceauDate           date,
                             SceauFaults        *faults)
{
  guint n_before = sceau_faults_count_errors (faults);
  Asked asked = { dossier, sceau_plan_find_modality (dossier->plan, modality_code), attempt, date, dossier->enrolment->learner_name, faults };
  const SceauResult *previous;
  int n_excused;

  if (asked.modality == NULL)
    {
      add_error (&asked, "modality", modality_code, _("The plan has no modality of this code."), _("Give the code of one of its modalities."));
      return FALSE;
    }
  previous = find_previous (&asked, &n_excused);
  check_number (&asked, n_excused);
  check_delay (&asked, previous);
  check_use (&asked, previous);
  return sceau_faults_count_errors (faults) == n_before;
}

gboolean
sceau_dossier_asks_modality (const SceauDossier *dossier, const SceauModality *modality)
{
  const GPtrArray *blocks = dossier->certification->blocks;

  if (modality->block_code != NULL)
    return sceau_enrolment_targets (dossier->enrolment, modality->block_code);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (blocks, i);
      gboolean held = sceau_enrolment_targets (dossier->enrolment, block->code);

      for (guint j = 0; !held && dossier->acquired_blocks != NULL && j < dossier->acquired_blocks->len; j++)
        held = g_strcmp0 (((const SceauAcquiredBlock *) g_ptr_array_index (dossier->acquired_blocks, j))->block_code, block->code) == 0;
      if (!held && !block->optional)
        return FALSE;
    }
  return TRUE;
}
