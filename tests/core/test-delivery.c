/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether a parchemin may be issued.  Each row takes a case in which everything is right,
 * changes one thing, and names the field that is refused. */

#include "sceau-certificate.h"
#include "test-rows.h"

typedef struct
{
  SceauSchoolIdentity *school;
  SceauMandate *mandate;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauEnrolment *enrolment;
  SceauDecision *decision;
  SceauJurySession *session;
  SceauDate delivered;
  const char *place;
} Case;

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
fill_certification (SceauCertification *certification)
{
  SceauCertifier *certifier = sceau_certifier_new ();

  certification->register_kind = SCEAU_REGISTER_RNCP;
  certification->code = g_strdup ("RNCP99999");
  certification->title = g_strdup ("Expert en exemples");
  certification->level = 7;
  certification->decision_date = sceau_date_new (2025, 10, 27);
  certification->registration_end = sceau_date_new (2030, 10, 27);
  certification->last_delivery = sceau_date_new (2034, 10, 26);
  certifier->name = g_strdup ("École d’Exemple");
  certifier->siret = g_strdup ("73282932000074");
  g_ptr_array_add (certification->certifiers, certifier);
  g_ptr_array_add (certification->nsf, sceau_code_new ("326", "Informatique"));
}

static void
fill_parties (Case *self)
{
  self->school->name = g_strdup ("École d’Exemple");
  self->school->siret = g_strdup ("73282932000074");
  self->school->signatory = g_strdup ("Zoé Exemple");
  self->school->signatory_title = g_strdup ("Directrice");
  self->learner->birth_name = g_strdup ("Lefèvre");
  self->learner->first_name = g_strdup ("Inès");
  self->learner->birth_date = sceau_date_new (2000, 2, 29);
  self->enrolment->id = 7;
  self->enrolment->certification_code = g_strdup ("RNCP99999");
  self->enrolment->entry = sceau_date_new (2025, 11, 3);
}

static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);

  self->school = sceau_school_identity_new ();
  self->certification = sceau_certification_new ();
  self->learner = sceau_learner_new ();
  self->enrolment = sceau_enrolment_new ();
  self->decision = sceau_decision_new ();
  self->session = sceau_jury_session_new ();
  fill_certification (self->certification);
  fill_parties (self);
  self->session->id = 3;
  self->session->certification_code = g_strdup ("RNCP99999");
  self->session->date = sceau_date_new (2026, 11, 20);
  self->session->state = SCEAU_SESSION_SEALED;
  self->decision->session_id = 3;
  self->decision->enrolment_id = 7;
  self->decision->decided = TRUE;
  self->decision->outcome = SCEAU_OUTCOME_CERTIFIED;
  self->delivered = sceau_date_new (2026, 11, 22);
  self->place = "Paris";
  return self;
}

static void
case_free (Case *self)
{
  sceau_school_identity_free (self->school);
  sceau_mandate_free (self->mandate);
  sceau_certification_free (self->certification);
  sceau_learner_free (self->learner);
  sceau_enrolment_free (self->enrolment);
  sceau_decision_free (self->decision);
  sceau_jury_session_free (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static void
nothing (Case *c)
{
}

static void
no_code (Case *c)
{
  set (&c->certification->code, NULL);
  set (&c->enrolment->certification_code, NULL);
  set (&c->session->certification_code, NULL);
}

static void
no_title (Case *c)
{
  set (&c->certification->title, " ");
}

static void
no_decision_date (Case *c)
{
  c->certification->decision_date = SCEAU_NO_DATE;
  c->certification->effect_date = sceau_date_new (2025, 10, 27);
}

static void
no_level (Case *c)
{
  c->certification->level = 0;
}

static void
no_nsf (Case *c)
{
  g_ptr_array_set_size (c->certification->nsf, 0);
}

static void
no_school (Case *c)
{
  set (&c->school->name, NULL);
}

static void
no_signatory (Case *c)
{
  set (&c->school->signatory, "");
}

static void
no_signatory_title (Case *c)
{
  set (&c->school->signatory_title, NULL);
}

static void
no_birth_name (Case *c)
{
  set (&c->learner->birth_name, NULL);
}

static void
no_first_name (Case *c)
{
  set (&c->learner->first_name, " ");
}

static void
no_birth_date (Case *c)
{
  c->learner->birth_date = SCEAU_NO_DATE;
}

static void
no_place (Case *c)
{
  c->place = NULL;
}

static void
no_delivery (Case *c)
{
  c->delivered = SCEAU_NO_DATE;
}

static void
no_entry (Case *c)
{
  c->enrolment->entry = SCEAU_NO_DATE;
}

static void
entry_first_day (Case *c)
{
  c->enrolment->entry = sceau_date_new (2025, 10, 27);
}

static void
entry_day_before (Case *c)
{
  c->enrolment->entry = sceau_date_new (2025, 10, 26);
}

static void
entry_last_day (Case *c)
{
  c->enrolment->entry = sceau_date_new (2030, 10, 27);
}

static void
entry_day_after (Case *c)
{
  c->enrolment->entry = sceau_date_new (2030, 10, 28);
}

static void
entry_before_effect (Case *c)
{
  c->certification->effect_date = sceau_date_new (2025, 12, 1);
}

static void
delivered_on_jury_day (Case *c)
{
  c->delivered = c->session->date;
}

static void
delivered_before_jury (Case *c)
{
  c->delivered = c->session->date - 1;
}

static void
delivered_last_day (Case *c)
{
  c->delivered = sceau_date_new (2034, 10, 26);
}

static void
delivered_day_after (Case *c)
{
  c->delivered = sceau_date_new (2034, 10, 27);
}

static void
delivered_after_registration (Case *c)
{
  c->delivered = sceau_date_new (2031, 1, 5);
}

static void
no_last_delivery (Case *c)
{
  c->certification->last_delivery = SCEAU_NO_DATE;
  c->delivered = sceau_date_new (2050, 1, 1);
}

static void
not_sealed (Case *c)
{
  c->session->state = SCEAU_SESSION_DELIBERATED;
}

static void
not_decided (Case *c)
{
  c->decision->decided = FALSE;
}

static void
partial (Case *c)
{
  c->decision->outcome = SCEAU_OUTCOME_PARTIAL;
}

static void
other_learner (Case *c)
{
  c->decision->enrolment_id = 8;
}

static void
other_session (Case *c)
{
  c->decision->session_id = 4;
}

static void
other_certification (Case *c)
{
  set (&c->enrolment->certification_code, "RNCP88888");
}

static void
specific_register (Case *c)
{
  c->certification->register_kind = SCEAU_REGISTER_RS;
  c->certification->level = 0;
  g_ptr_array_set_size (c->certification->nsf, 0);
}

static void
former_inventaire (Case *c)
{
  specific_register (c);
  c->certification->register_kind = SCEAU_REGISTER_INVENTAIRE;
  c->certification->decision_date = SCEAU_NO_DATE;
}

static void
centre (Case *c)
{
  set (&c->school->name, "Centre d’Exemple");
  set (&c->school->siret, "35600000000048");
}

static void
mandated (Case *c)
{
  centre (c);
  c->mandate = sceau_mandate_new ();
  c->mandate->certification_code = g_strdup ("RNCP99999");
  c->mandate->certifier_name = g_strdup ("ECOLE D'EXEMPLE");
  c->mandate->signatory = g_strdup ("Ada Exemple");
  c->mandate->signatory_title = g_strdup ("Présidente");
  c->mandate->reference = g_strdup ("Convention 2026-12");
  c->mandate->start = c->delivered;
  c->mandate->end = c->delivered;
}

static void
mandate_ended (Case *c)
{
  mandated (c);
  c->mandate->start = SCEAU_NO_DATE;
  c->mandate->end = c->delivered - 1;
}

static void
mandate_to_come (Case *c)
{
  mandated (c);
  c->mandate->end = SCEAU_NO_DATE;
  c->mandate->start = c->delivered + 1;
}

static void
mandate_for_ever (Case *c)
{
  mandated (c);
  c->mandate->end = SCEAU_NO_DATE;
}

static void
mandate_for_another (Case *c)
{
  mandated (c);
  set (&c->mandate->certification_code, "RNCP88888");
}

static void
mandate_of_a_stranger (Case *c)
{
  mandated (c);
  set (&c->mandate->certifier_name, "Autre École");
}

static void
mandate_without_reference (Case *c)
{
  mandated (c);
  set (&c->mandate->reference, "");
}

static void
mandate_without_signatory (Case *c)
{
  mandated (c);
  set (&c->mandate->signatory, NULL);
}

static void
certifier_inactive (Case *c)
{
  ((SceauCertifier *) g_ptr_array_index (c->certification->certifiers, 0))->active = FALSE;
}

typedef struct
{
  const char *sentence;
  void (*change) (Case *c);
  const char *field; /* that is refused first, NULL when the parchemin may be issued */
} Row;

static const Row rows[] = {
  { "everything right is accepted", nothing, NULL },
  { "the number of the fiche is mandatory", no_code, "code" },
  { "the exact title is mandatory", no_title, "title" },
  { "the date of the registration decision is mandatory", no_decision_date, "decision_date" },
  { "the level is mandatory", no_level, "level" },
  { "the NSF code is mandatory", no_nsf, "nsf" },
  { "the name of the school is mandatory", no_school, "school" },
  { "the signatory is mandatory", no_signatory, "signatory" },
  { "the title of the signatory is mandatory", no_signatory_title, "signatory_title" },
  { "the birth name is mandatory", no_birth_name, "birth_name" },
  { "the first name is mandatory", no_first_name, "first_name" },
  { "the birth date is mandatory", no_birth_date, "birth_date" },
  { "the place of delivery is mandatory", no_place, "place" },
  { "the day of delivery is mandatory", no_delivery, "delivered" },
  { "the date of entry is needed", no_entry, "entry" },
  { "an entry on the first day of the registration counts", entry_first_day, NULL },
  { "an entry the day before the registration is refused", entry_day_before, "entry" },
  { "an entry on the last day of the registration counts", entry_last_day, NULL },
  { "an entry the day after the registration is refused", entry_day_after, "entry" },
  { "the date of effect begins the registration when there is one", entry_before_effect, "entry" },
  { "delivery on the day of the jury is accepted", delivered_on_jury_day, NULL },
  { "delivery before the jury is refused", delivered_before_jury, "delivered" },
  { "delivery on the last day is accepted", delivered_last_day, NULL },
  { "delivery the day after the last is refused", delivered_day_after, "delivered" },
  { "delivery after the end of the registration is accepted", delivered_after_registration, NULL },
  { "without a last day delivery is always in time", no_last_delivery, NULL },
  { "a session that is not sealed issues nothing", not_sealed, "session" },
  { "without a decision nothing is issued", not_decided, "decision" },
  { "a partial validation is no parchemin", partial, "decision" },
  { "the decision about another learner is refused", other_learner, "decision" },
  { "the decision of another session is refused", other_session, "decision" },
  { "an enrolment in another certification is refused", other_certification, "certification" },
  { "the RS has neither level nor NSF code on it", specific_register, NULL },
  { "the former inventaire has no decision of France compétences", former_inventaire, NULL },
  { "a centre without a mandate issues nothing", centre, "certifier" },
  { "a centre with a mandate of the day issues", mandated, NULL },
  { "a mandate without end is valid", mandate_for_ever, NULL },
  { "a mandate that ended the day before is refused", mandate_ended, "mandate" },
  { "a mandate that begins the day after is refused", mandate_to_come, "mandate" },
  { "a mandate for another certification is refused", mandate_for_another, "mandate" },
  { "a mandate of who does not certify is refused", mandate_of_a_stranger, "certifier_name" },
  { "a mandate without its reference is refused", mandate_without_reference, "reference" },
  { "a mandate without a signatory is refused", mandate_without_signatory, "signatory" },
  { "a body that no longer certifies needs a mandate", certifier_inactive, "certifier" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Case) c = case_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  gboolean accepted;

  row->change (c);
  accepted = sceau_delivery_check (c->school, c->mandate, c->certification, c->learner, c->enrolment, c->decision, c->session,
                                   c->delivered, c->place, faults);
  g_assert_cmpint (accepted, ==, row->field == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field == NULL ? 0 : 1);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
}

/* Everything that is missing is said at once. */
static void
test_all_at_once (void)
{
  g_autoptr (Case) c = case_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  no_title (c);
  no_signatory (c);
  no_birth_date (c);
  no_place (c);
  delivered_day_after (c);
  g_assert_false (sceau_delivery_check (c->school, NULL, c->certification, c->learner, c->enrolment, c->decision, c->session,
                                        c->delivered, c->place, faults));
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("delivery", rows, test_row);
  g_test_add_func ("/core/delivery/all-faults-at-once", test_all_at_once);
  return g_test_run ();
}
