/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-enrolment.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"
#include "sceau-text.h"

SCEAU_DEFINE_IDS (sceau_acquisition_kind, SceauAcquisitionKind, "jury", "earlier", "vae", "correspondence", "dispense")

static const char *const acquisition_titles[]
    = { N_("Acquired before the jury"), N_("Acquired earlier"), N_("Acquired by VAE"),
        N_("Acquired by correspondence"), N_("Acquired by dispense") };

SCEAU_DEFINE_IDS (sceau_enrolment_state, SceauEnrolmentState, "active", "withdrawn", "interrupted", "excluded")

static const char *const state_titles[] = { N_("In training"), N_("Withdrawn"), N_("Interrupted"), N_("Excluded for fraud") };

const char *
sceau_enrolment_state_title (SceauEnrolmentState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_titles), "");

  return _(state_titles[state]);
}

SceauCohort *
sceau_cohort_new (void)
{
  return g_new0 (SceauCohort, 1);
}

void
sceau_cohort_free (SceauCohort *self)
{
  if (self == NULL)
    return;
  g_free (self->certification_code);
  g_free (self->name);
  g_free (self);
}

SceauEnrolment *
sceau_enrolment_new (void)
{
  SceauEnrolment *self = g_new0 (SceauEnrolment, 1);

  self->targeted_blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sceau_enrolment_free (SceauEnrolment *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->cohort_name);
  g_free (self->certification_code);
  g_free (self->company);
  g_free (self->tutor);
  g_free (self->group);
  g_free (self->state_reason);
  g_ptr_array_unref (self->targeted_blocks);
  g_free (self);
}

gboolean
sceau_enrolment_targets (const SceauEnrolment *self, const char *block_code)
{
  if (self->targeted_blocks->len == 0)
    return TRUE;
  for (guint i = 0; i < self->targeted_blocks->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->targeted_blocks, i), block_code) == 0)
      return TRUE;
  return FALSE;
}

static void
check_route (const SceauEnrolment *self, const SceauCertification *certification, int line, SceauFaults *faults)
{
  const SceauAccessRoute *access = sceau_certification_find_route (certification, self->route);
  const char *title = sceau_route_title (self->route);

  /* A fiche without a table of routes (old ones of the inventaire) says nothing against any. */
  if (certification->routes->len == 0 || (access != NULL && access->open))
    return;
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "route", title,
                    _("The certification is not open to this access route."),
                    _("Give one of the routes that the fiche answers with Oui."));
}

static void
check_entry (const SceauEnrolment *self, const SceauCertification *certification, int line, SceauFaults *faults)
{
  g_autofree char *shown = sceau_date_format_french (self->entry);
  SceauDate start = sceau_certification_registration_start (certification);
  g_autofree char *first = sceau_date_say (start);
  g_autofree char *last = sceau_date_say (certification->registration_end);

  if (self->entry == SCEAU_NO_DATE)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "entry", NULL, _("The date of entry is missing."),
                      _("Give the first day of the course, or the day the VAE file was declared admissible."));
  else if (start != SCEAU_NO_DATE && self->entry < start)
    {
      g_autofree char *reason = g_strdup_printf (_("The entry lies before the registration, which begins on %s."), first);

      sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "entry", shown, reason,
                        _("Enrol the learner in the fiche that was registered on that day."));
    }
  else if (certification->registration_end != SCEAU_NO_DATE && self->entry > certification->registration_end)
    {
      g_autofree char *reason = g_strdup_printf (_("The entry lies after the registration, which ends on %s."), last);

      sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "entry", shown, reason,
                        _("Enrol the learner in the fiche that replaces this one."));
    }
}

static void
check_targeted_blocks (const SceauEnrolment *self, const SceauCertification *certification, int line, SceauFaults *faults)
{
  for (guint i = 0; i < self->targeted_blocks->len; i++)
    {
      const char *code = g_ptr_array_index (self->targeted_blocks, i);

      if (sceau_certification_find_block (certification, code) == NULL)
        sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "targeted_blocks", code,
                          _("The certification has no block of this code."),
                          _("Give codes of its blocks, or nothing for the whole certification."));
    }
}

/* Where the fiche admits no partial result a block alone would lead to nothing. */
static void
check_partial (const SceauEnrolment *self, const SceauCertification *certification, int line, SceauFaults *faults)
{
  gboolean misses_one = FALSE;

  for (guint i = 0; i < certification->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (certification->blocks, i);

      misses_one = misses_one || (!block->optional && !sceau_enrolment_targets (self, block->code));
    }
  if (misses_one && !certification->partial_allowed)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "targeted_blocks", NULL,
                      _("The certification admits no partial result: blocks cannot be taken alone."),
                      _("Enrol the learner for the whole certification."));
}

static void
check_company_period (const SceauEnrolment *self, int line, SceauFaults *faults)
{
  g_autofree char *shown = sceau_date_format_french (self->company_end);

  if (self->company_end != SCEAU_NO_DATE && self->company_start == SCEAU_NO_DATE)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "company_start", NULL,
                      _("The period in a company has an end but no beginning."), _("Give its first day too."));
  else if (self->company_end != SCEAU_NO_DATE && self->company_end < self->company_start)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "company_end", shown,
                      _("The period in a company ends before it begins."), _("Check both dates."));
}

static void
check_hearing (const SceauEnrolment *self, int line, SceauFaults *faults)
{
  g_autofree char *shown = sceau_date_format_french (self->hearing);
  g_autofree char *reason = sceau_text_normalise (self->state_reason);

  if (self->hearing == SCEAU_NO_DATE)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "hearing", NULL,
                      _("Nobody is excluded without having been heard: the day of the hearing is missing."),
                      _("Give the day on which the learner was heard."));
  else if (self->state_since != SCEAU_NO_DATE && self->hearing > self->state_since)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "hearing", shown, _("The hearing lies after the exclusion."),
                      _("Check both dates: the learner is heard first."));
  if (reason == NULL)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "state_reason", NULL, _("The exclusion gives no reason."),
                      _("Write what was found and decided."));
}

static void
check_departure (const SceauEnrolment *self, int line, SceauFaults *faults)
{
  g_autofree char *shown = sceau_date_format_french (self->state_since);

  if (self->state == SCEAU_ENROLMENT_ACTIVE)
    return;
  if (self->state_since == SCEAU_NO_DATE)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "state_since", NULL,
                      _("The day of the withdrawal, interruption or exclusion is missing."), _("Give the day from which it counts."));
  else if (self->entry != SCEAU_NO_DATE && self->state_since < self->entry)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "state_since", shown, _("The learner left before the entry."),
                      _("Check both dates."));
  if (self->state == SCEAU_ENROLMENT_EXCLUDED)
    check_hearing (self, line, faults);
}

static void
check_characters (const char *text, const char *field, int line, SceauFaults *faults)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  if (!sceau_text_check (text, SCEAU_TEXT_LINE, &reason, &remedy))
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, field, text, reason, remedy);
}

gboolean
sceau_enrolment_check (const SceauEnrolment     *self,
                       const SceauCertification *certification,
                       int                       line,
                       SceauFaults              *faults)
{
  guint n_before = sceau_faults_count_errors (faults);

  check_route (self, certification, line, faults);
  check_entry (self, certification, line, faults);
  check_targeted_blocks (self, certification, line, faults);
  check_partial (self, certification, line, faults);
  check_company_period (self, line, faults);
  check_departure (self, line, faults);
  check_characters (self->company, "company", line, faults);
  check_characters (self->tutor, "tutor", line, faults);
  check_characters (self->group, "group", line, faults);
  return sceau_faults_count_errors (faults) == n_before;
}

SceauAcquiredBlock *
sceau_acquired_block_new (void)
{
  return g_new0 (SceauAcquiredBlock, 1);
}

void
sceau_acquired_block_free (SceauAcquiredBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->certification_code);
  g_free (self->block_code);
  g_free (self->proof);
  g_free (self);
}

const char *
sceau_acquisition_kind_title (SceauAcquisitionKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (acquisition_titles), "");

  return _(acquisition_titles[kind]);
}

SceauResult *
sceau_result_new (gint64 enrolment_id, const char *modality_code, int attempt, SceauMark mark)
{
  SceauResult *self = g_new0 (SceauResult, 1);

  self->enrolment_id = enrolment_id;
  self->modality_code = g_strdup (modality_code);
  self->attempt = attempt;
  self->mark = mark;
  self->group_value = -1;
  return self;
}

void
sceau_result_free (SceauResult *self)
{
  if (self == NULL)
    return;
  g_free (self->modality_code);
  g_free (self->examiner);
  g_free (self->comment);
  g_free (self);
}
