/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-evaluation.h"
#include "sceau-learner-table.h"
#include "sceau-plan-table.h"
#include "sceau-text.h"

void
sceau_enrol_desk_clear (SceauEnrolDesk *self)
{
  sceau_quota_book_clear (&self->quotas);
  g_clear_pointer (&self->letters, g_hash_table_unref);
  g_clear_pointer (&self->certification, sceau_certification_free);
  g_clear_pointer (&self->cohort, sceau_cohort_free);
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->enrolled, g_hash_table_unref);
  g_clear_pointer (&self->enrolments, g_ptr_array_unref);
  g_clear_pointer (&self->newcomers, g_hash_table_unref);
}

gboolean
sceau_enrol_desk_open (SceauEnrolDesk *self, SceauSchool *school, SceauCohort *cohort, SceauFaults *faults, GError **error)
{
  SceauEnrolmentQuery query = { .cohort_id = cohort->id };

  self->school = school;
  self->faults = faults;
  self->cohort = cohort;
  self->certification = sceau_require_certification (school, cohort->certification_code, error);
  if (self->certification == NULL)
    return FALSE;
  if (sceau_plan_table_exists (school, cohort->certification_code))
    {
      self->plan = sceau_plan_table_find (school, cohort->certification_code, error);
      if (self->plan == NULL)
        return FALSE;
    }
  self->numbers = sceau_learner_table_list_numbers (school, error);
  if (self->numbers == NULL)
    return FALSE;
  self->enrolments = sceau_enrolment_table_list (school, &query, error);
  if (self->enrolments == NULL)
    return FALSE;

  if (!sceau_quota_book_open (&self->quotas, school, cohort, self->plan, error))
    return FALSE;

  self->letters = g_hash_table_new (NULL, NULL);
  self->newcomers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->enrolled = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (self->enrolments, i);

      g_hash_table_insert (self->enrolled, enrolment->learner_number, enrolment);
    }
  return TRUE;
}

/* A number belongs to one person for ever. */
static void
check_same_person (SceauEnrolDesk *self, const SceauLearner *known, const SceauLearner *learner, int line)
{
  g_autofree char *name = NULL;
  g_autofree char *born = NULL;
  g_autofree char *reason = NULL;

  if (sceau_text_same (known->birth_name, learner->birth_name) && sceau_text_same (known->first_name, learner->first_name) &&
      known->birth_date == learner->birth_date)
    return;

  name = sceau_learner_sorted_name (known);
  born = sceau_date_say (known->birth_date);
  /* Translators: a name, then a date of birth. */
  reason = g_strdup_printf (_("This number belongs to %s, born on %s."), name, born);
  sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, line, 0, "number", learner->number, reason,
                    _("Give this person another number, or correct the name or the date of birth."));
}

/* (transfer full): what two lines about one person have in common. */
static char *
person_key (const SceauLearner *learner)
{
  g_autofree char *name = sceau_learner_sorted_name (learner);
  g_autofree char *folded = sceau_text_fold (name);

  return g_strdup_printf ("%u %s", learner->birth_date, folded != NULL ? folded : "");
}

static void
warn_namesake (SceauEnrolDesk *self, const SceauLearner *learner, const char *number, int line)
{
  g_autofree char *name = sceau_learner_sorted_name (learner);
  g_autofree char *born = sceau_date_say (learner->birth_date);
  /* Translators: a name, a date of birth, then a learner's number. */
  g_autofree char *reason = g_strdup_printf (_("%s, born on %s, has the number %s already: this looks like one person twice."),
                                             name, born, number);

  sceau_faults_add (self->faults, SCEAU_FAULT_WARNING, line, 0, "number", learner->number, reason,
                    _("If it is the same person, use the number that they have; if it is somebody else, change nothing."));
}

/* One person under two numbers would hold two certificates.  Namesakes born on one day exist, so this is only a warning;
 * two numbers may both stand in this roster, or one of them in the school. */
static gboolean
check_newcomer (SceauEnrolDesk *self, const SceauLearner *learner, int line, GError **error)
{
  g_autofree char *key = person_key (learner);
  const char *other = g_hash_table_lookup (self->newcomers, key);
  g_autofree char *number = NULL;

  if (other == NULL && !sceau_learner_table_find_namesake (self->school, learner, &number, error))
    return FALSE;
  if (other != NULL || number != NULL)
    warn_namesake (self, learner, other != NULL ? other : number, line);
  if (other == NULL)
    g_hash_table_insert (self->newcomers, g_steal_pointer (&key), g_strdup (learner->number));
  return TRUE;
}

/* The roster may say more, or otherwise, than the school knows: that is an edit, not an enrolment. */
static void
warn_other_details (SceauEnrolDesk *self, const SceauLearner *known, const SceauLearner *learner, int line)
{
  if (!sceau_json_same (sceau_json_from_learner (known), sceau_json_from_learner (learner)))
    sceau_faults_add (self->faults, SCEAU_FAULT_WARNING, line, 0, "number", learner->number,
                      _("The civil status of this learner differs from the one in the school, which is kept."),
                      _("Correct it on the learner’s page if the roster is right."));
}

static gboolean
same_targets (GPtrArray *a, GPtrArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_enrolment (const SceauEnrolment *a, const SceauEnrolment *b)
{
  return a->route == b->route && a->admission == b->admission && a->entry == b->entry && a->state == b->state &&
         a->company_start == b->company_start && a->company_end == b->company_end && g_strcmp0 (a->company, b->company) == 0 &&
         /* A roster that is silent about tutor and group leaves them as they are. */
         (b->tutor == NULL || g_strcmp0 (a->tutor, b->tutor) == 0) && (b->group == NULL || g_strcmp0 (a->group, b->group) == 0) &&
         same_targets (a->targeted_blocks, b->targeted_blocks);
}

/* Whoever is in the cohort already cannot enter it again.  A line of a roster that repeats what is
 * known does no harm; on the screen nobody enrols twice on purpose. */
static gboolean
is_enrolled (SceauEnrolDesk *self, const SceauEnrolment *enrolment, const char *number, int line)
{
  const SceauEnrolment *held = g_hash_table_lookup (self->enrolled, number);

  if (held == NULL)
    return FALSE;
  if (line == 0)
    sceau_faults_add_field (self->faults, "number", number, _("This learner is in the cohort already."),
                            _("Open the learner’s page to change the enrolment."));
  else if (same_enrolment (held, enrolment))
    sceau_faults_add (self->faults, SCEAU_FAULT_WARNING, line, 0, "number", number,
                      _("This learner is in the cohort already; the line changes nothing."), NULL);
  else
    sceau_faults_add (self->faults, SCEAU_FAULT_ERROR, line, 0, "number", number,
                      _("This learner is in the cohort already, with another route, basis, date, company or blocks."),
                      _("Take the line out, and change the enrolment on the learner’s page."));
  return TRUE;
}

void
sceau_warn_company_period (const SceauEnrolment *enrolment, const SceauPlan *plan, int line, SceauFaults *faults)
{
  g_autofree char *reason = sceau_judge_company_period (plan, enrolment->route, enrolment->company_start, enrolment->company_end);
  g_autofree char *shown = sceau_date_format_french (enrolment->company_end);

  /* Somebody who came for some blocks alone meets no transversal requirement. */
  if (reason != NULL && enrolment->targeted_blocks->len == 0)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, line, 0, "company_end", shown, reason,
                      _("Check both days, or expect the jury to find the requirement unmet."));
}

gboolean
sceau_enrol_desk_check (SceauEnrolDesk *self, SceauLearner *learner, SceauEnrolment *enrolment, int line,
                        SceauEnrolVerdict *verdict, GError **error)
{
  guint known_errors = sceau_faults_count_errors (self->faults);
  const gint64 *id = learner->number != NULL ? g_hash_table_lookup (self->numbers, learner->number) : NULL;
  gboolean enrolled = FALSE;

  if (enrolment->entry == SCEAU_NO_DATE)
    enrolment->entry = self->cohort->start;
  /* The reader of a roster has checked the civil status already, cell by cell. */
  if (line == 0)
    sceau_learner_check (learner, line, self->faults);
  sceau_enrolment_check (enrolment, self->certification, line, self->faults);
  sceau_warn_company_period (enrolment, self->plan, line, self->faults);

  if (id != NULL)
    {
      g_autoptr (SceauLearner) known = sceau_learner_table_find (self->school, *id, error);

      if (known == NULL)
        return FALSE;
      check_same_person (self, known, learner, line);
      if (sceau_faults_count_errors (self->faults) == known_errors)
        warn_other_details (self, known, learner, line);
      enrolled = is_enrolled (self, enrolment, learner->number, line);
    }
  else if (sceau_faults_count_errors (self->faults) == known_errors)
    {
      if (!check_newcomer (self, learner, line, error))
        return FALSE;
      sceau_warn_unprintable (learner, self->letters, line, self->faults);
    }

  if (sceau_faults_count_errors (self->faults) > known_errors)
    *verdict = SCEAU_ENROL_REFUSED;
  else
    *verdict = enrolled ? SCEAU_ENROL_UNCHANGED : SCEAU_ENROL_NEW;
  return TRUE;
}

void
sceau_check_acquired_block (const SceauAcquiredBlock *block, const SceauCertification *certification, SceauDate today,
                            int line, SceauFaults *faults)
{
  g_autofree char *proof = sceau_text_normalise (block->proof);
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;
  g_autofree char *day = sceau_date_format_iso (block->date);

  if (block->block_code == NULL || sceau_certification_find_block (certification, block->block_code) == NULL)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "block", block->block_code,
                      _("The certification has no such block."), _("Use a code of the fiche."));
  if (block->kind == SCEAU_ACQUISITION_JURY)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "block", block->block_code,
                      _("A block that a jury of this school acquires comes from its sealed session."),
                      _("Say how it was acquired elsewhere: earlier, by VAE, by correspondence or by dispense."));
  if (proof == NULL)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "proof", block->block_code,
                      _("The proof of the acquired block is missing."), _("Give the reference of the document that proves it."));
  else if (!sceau_text_check (proof, SCEAU_TEXT_LINE, &reason, &remedy))
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "proof", proof, reason, remedy);
  if (block->date == SCEAU_NO_DATE)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "date", block->block_code, _("The date on which the block was acquired is missing."),
                      _("Give the date of the document that proves it."));
  if (block->date > today)
    sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "date", day, _("The block would be acquired in the future."),
                      _("Give the date of the document that proves it."));
}

void
sceau_enrol_desk_check_block (SceauEnrolDesk *self, const SceauAcquiredBlock *block, int line)
{
  sceau_check_acquired_block (block, self->certification, sceau_school_today (self->school), line, self->faults);
}

gboolean
sceau_enrol_desk_write (SceauEnrolDesk *self, SceauLearner *learner, SceauEnrolment *enrolment, GError **error)
{
  const gint64 *id = g_hash_table_lookup (self->numbers, learner->number);

  if (id != NULL)
    learner->id = *id;
  else if (!sceau_learner_table_insert (self->school, learner, error))
    return FALSE;

  enrolment->learner_id = learner->id;
  enrolment->cohort_id = self->cohort->id;
  g_free (enrolment->certification_code);
  enrolment->certification_code = g_strdup (self->certification->code);
  g_free (enrolment->learner_number);
  enrolment->learner_number = g_strdup (learner->number);
  g_free (enrolment->cohort_name);
  enrolment->cohort_name = g_strdup (self->cohort->name);
  return sceau_enrolment_table_insert (self->school, enrolment, error);
}
