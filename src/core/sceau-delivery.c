/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a parchemin may be issued: the mandatory mentions of FORMATS §4.1 and the checks below them,
 * the right to issue (DESIGN §3, Certifier and centre), and the two acts with their two dates. */

#include "sceau-certificate.h"

#include <glib/gi18n-lib.h>

#include "sceau-text.h"

static void
add_error (SceauFaults *faults, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, field, value, reason, remedy);
}

/* A mandatory mention that nobody gave. */
static void
require (SceauFaults *faults, const char *field, const char *value, const char *remedy)
{
  g_autofree char *trimmed = sceau_text_normalise (value);

  if (trimmed == NULL)
    add_error (faults, field, NULL, _("A mandatory mention of the parchemin is missing."), remedy);
}

static void
check_certification (const SceauCertification *certification, SceauFaults *faults)
{
  require (faults, "code", certification->code, _("Import the fiche again: its number is missing."));
  require (faults, "title", certification->title, _("Import the fiche again: its exact title is missing."));
  /* The former inventaire had neither a decision of France compétences nor, any more than the RS, a level. */
  if (certification->register_kind != SCEAU_REGISTER_INVENTAIRE && certification->decision_date == SCEAU_NO_DATE)
    add_error (faults, "decision_date", NULL, _("A mandatory mention of the parchemin is missing."),
               _("Give the date of the registration decision of France compétences."));
  if (certification->register_kind != SCEAU_REGISTER_RNCP)
    return;
  if (certification->level < 3 || certification->level > 8)
    add_error (faults, "level", NULL, _("A mandatory mention of the parchemin is missing."),
               _("Give the level of the certification, from 3 to 8."));
  if (certification->nsf->len == 0)
    add_error (faults, "nsf", NULL, _("A mandatory mention of the parchemin is missing."),
               _("Give the NSF code of the certification."));
}

static gboolean
names_a_certifier (const SceauCertification *certification, const char *name)
{
  for (guint i = 0; i < certification->certifiers->len; i++)
    {
      const SceauCertifier *certifier = g_ptr_array_index (certification->certifiers, i);

      if (sceau_text_same (certifier->name, name))
        return TRUE;
    }
  return FALSE;
}

static void
check_mandate (const SceauMandate       *mandate,
               const SceauCertification *certification,
               SceauDate                 delivered,
               SceauFaults              *faults)
{
  g_autofree char *end = sceau_date_format_french (mandate->end);

  if (g_strcmp0 (mandate->certification_code, certification->code) != 0)
    add_error (faults, "mandate", mandate->certification_code, _("The mandate is for another certification."),
               _("Record the certifier's mandate for this one."));
  require (faults, "certifier_name", mandate->certifier_name, _("Give the name of the certifier in the mandate."));
  if (mandate->certifier_name != NULL && !names_a_certifier (certification, mandate->certifier_name))
    add_error (faults, "certifier_name", mandate->certifier_name, _("This body is not a certifier of the fiche."),
               _("Write its name as the fiche does."));
  require (faults, "signatory", mandate->signatory, _("Give the certifier's signatory in the mandate."));
  require (faults, "signatory_title", mandate->signatory_title, _("Give the title of the certifier's signatory."));
  require (faults, "reference", mandate->reference, _("Give the reference of the written mandate."));
  if (mandate->start != SCEAU_NO_DATE && delivered < mandate->start)
    add_error (faults, "mandate", mandate->reference, _("The mandate begins after the day of delivery."),
               _("Choose a day within the mandate."));
  if (mandate->end != SCEAU_NO_DATE && delivered > mandate->end)
    add_error (faults, "mandate", end, _("The mandate ends before the day of delivery."),
               _("Record the renewed mandate, or choose a day within it."));
}

static void
check_issuer (const SceauSchoolIdentity *school,
              const SceauMandate        *mandate,
              const SceauCertification  *certification,
              SceauDate                  delivered,
              SceauFaults               *faults)
{
  require (faults, "school", school->name, _("Give the name of the school."));
  if (sceau_school_role (school, certification) == SCEAU_SCHOOL_CERTIFIER)
    {
      require (faults, "signatory", school->signatory, _("Give the person who signs for the school."));
      require (faults, "signatory_title", school->signatory_title, _("Give the title of the person who signs."));
    }
  else if (mandate == NULL)
    add_error (faults, "certifier", school->name,
               _("The school is not a certifier of this fiche, and only a certifier issues the parchemin."),
               _("Record the certifier's written mandate, or print attestations of result instead."));
  else
    check_mandate (mandate, certification, delivered, faults);
}

static void
check_holder (const SceauLearner *learner, SceauFaults *faults)
{
  require (faults, "birth_name", learner->birth_name, _("Give the birth name of the learner."));
  require (faults, "first_name", learner->first_name, _("Give the first name of the learner."));
  if (learner->birth_date == SCEAU_NO_DATE)
    add_error (faults, "birth_date", NULL, _("A mandatory mention of the parchemin is missing."),
               _("Give the birth date of the learner."));
}

static void
check_jury (const SceauEnrolment     *enrolment,
            const SceauCertification *certification,
            const SceauDecision      *decision,
            const SceauJurySession   *session,
            SceauFaults              *faults)
{
  const char *title = sceau_outcome_title (decision->outcome);

  if (g_strcmp0 (enrolment->certification_code, certification->code) != 0
      || g_strcmp0 (session->certification_code, certification->code) != 0)
    add_error (faults, "certification", enrolment->certification_code,
               _("The enrolment or the session is for another certification."), _("Choose the right session."));
  if (decision->enrolment_id != enrolment->id || decision->session_id != session->id)
    add_error (faults, "decision", NULL, _("The decision is not about this enrolment in this session."),
               _("Choose the session that decided on the learner."));
  if (session->state != SCEAU_SESSION_SEALED)
    add_error (faults, "session", sceau_session_state_title (session->state), _("The session is not sealed."),
               _("Seal it first: a parchemin follows a decision that can no longer change."));
  if (!decision->decided)
    add_error (faults, "decision", NULL, _("The jury has not decided on this learner."),
               _("Hold the deliberation first."));
  else if (decision->outcome != SCEAU_OUTCOME_CERTIFIED)
    add_error (faults, "decision", title, _("The jury did not certify this learner."),
               _("Issue attestations for the blocks that are acquired."));
}

static void
check_entry (const SceauEnrolment *enrolment, const SceauCertification *certification, SceauFaults *faults)
{
  SceauDate start = sceau_certification_registration_start (certification);
  SceauDate end = certification->registration_end;
  g_autofree char *shown = sceau_date_format_french (enrolment->entry);

  if (enrolment->entry == SCEAU_NO_DATE)
    add_error (faults, "entry", NULL, _("The date of entry is missing."),
               _("Give the first day of the course, or the day the VAE file was declared admissible."));
  else if ((start != SCEAU_NO_DATE && enrolment->entry < start) || (end != SCEAU_NO_DATE && enrolment->entry > end))
    add_error (faults, "entry", shown, _("The learner did not enter while the certification was registered."),
               _("Only who entered during the registration can be given this parchemin: check the date and the fiche."));
}

static void
check_delivery_day (const SceauCertification *certification,
                    const SceauJurySession   *session,
                    SceauDate                 delivered,
                    SceauFaults              *faults)
{
  g_autofree char *shown = sceau_date_format_french (delivered);
  g_autofree char *decided = sceau_date_format_french (session->date);
  g_autofree char *last = sceau_date_format_french (certification->last_delivery);
  g_autofree char *reason = NULL;

  if (delivered == SCEAU_NO_DATE || session->date == SCEAU_NO_DATE)
    {
      add_error (faults, "delivered", NULL, _("A mandatory mention of the parchemin is missing."),
                 _("Give the day of the jury and the day of delivery."));
      return;
    }
  if (delivered < session->date)
    {
      reason = g_strdup_printf (_("The delivery comes before the decision of the jury, of %s."), decided);
      add_error (faults, "delivered", shown, reason, _("Choose that day or a later one."));
    }
  else if (certification->last_delivery != SCEAU_NO_DATE && delivered > certification->last_delivery)
    {
      reason = g_strdup_printf (_("The fiche allows no delivery after %s."), last);
      add_error (faults, "delivered", shown, reason, _("Nothing can be delivered any more under this fiche."));
    }
}

gboolean
sceau_delivery_check (const SceauSchoolIdentity *school,
                      const SceauMandate        *mandate,
                      const SceauCertification  *certification,
                      const SceauLearner        *learner,
                      const SceauEnrolment      *enrolment,
                      const SceauDecision       *decision,
                      const SceauJurySession    *session,
                      SceauDate                  delivered,
                      const char                *place,
                      SceauFaults               *faults)
{
  guint n_before = sceau_faults_count_errors (faults);

  check_jury (enrolment, certification, decision, session, faults);
  check_certification (certification, faults);
  check_issuer (school, mandate, certification, delivered, faults);
  check_holder (learner, faults);
  check_entry (enrolment, certification, faults);
  check_delivery_day (certification, session, delivered, faults);
  require (faults, "place", place, _("Give the place of delivery."));
  return sceau_faults_count_errors (faults) == n_before;
}
