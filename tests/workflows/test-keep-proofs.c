/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* « Bon à tirer »: who is on the list, what they may say of it, and what that allows. */

#include <string.h>

#include "sceau-house-style-table.h"
#include "sceau-jury-fixture.h"
#include "sceau-jury-table.h"
#include "sceau-keep-register.h"
#include "sceau-keep-school.h"
#include "sceau-learner-table.h"
#include "sceau-proof-table.h"

#define TODAY sceau_date_new (2026, 11, 22)

/* Three certified learners, A001 to A003; their session is sealed, and its number given. */
static SceauJuryFixture *
make_session (gint64 *session)
{
  SceauJuryFixture *fixture = sceau_jury_fixture_new (3);

  *session = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  return fixture;
}

static gboolean
print (SceauJuryFixture *fixture, gint64 session, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->base->folder, name, NULL);

  return sceau_print_proofs (fixture->school, session, path, fixture->base->faults, error);
}

static gboolean
answer (SceauJuryFixture *fixture, gint64 session, const char *number, SceauProofState state, const char *remark, GError **error)
{
  const char *const numbers[] = { number, NULL };

  return sceau_record_proofs (fixture->school, session, numbers, state, TODAY, remark, fixture->base->faults, error);
}

static void
rename_learner (SceauJuryFixture *fixture, const char *number, const char *first_name)
{
  g_autoptr (SceauLearner) learner = sceau_learner_table_find_by_number (fixture->school, number, NULL);
  g_autoptr (GError) error = NULL;

  g_free (learner->first_name);
  learner->first_name = g_strdup (first_name);
  sceau_edit_learner (fixture->school, learner, fixture->base->faults, &error);
  g_assert_no_error (error);
}

static GPtrArray *
issue (SceauJuryFixture *fixture, gint64 session, GError **error)
{
  const SceauIssueOptions options = { .session_id = session, .delivered = TODAY, .place = "Lille" };

  return sceau_issue_certificates (fixture->school, &options, fixture->base->faults, NULL, NULL, error);
}

/* "A001 signed due; A002 none due": what the list says. */
static char *
summarise (SceauJuryFixture *fixture, gint64 session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = sceau_list_proofs (fixture->school, session, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const SceauProofLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "; " : "", line->learner_number, sceau_proof_state_to_id (line->state),
                              line->outdated ? " outdated" : "", sceau_proof_line_is_due (line) ? " due" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_summary (SceauJuryFixture *fixture, gint64 session, const char *expected)
{
  g_autofree char *said = summarise (fixture, session);

  g_assert_cmpstr (said, ==, expected);
}

static void
assert_sound (SceauJuryFixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
test_course_of_a_proof (void)
{
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autofree char *path = g_build_filename (fixture->base->folder, "bat.pdf", NULL);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  assert_summary (fixture, session, "A001 none due; A002 none due; A003 none due");
  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_no_error (error);
  assert_summary (fixture, session, "A001 printed due; A002 printed due; A003 printed due");
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_SIGNED, NULL, &error));
  g_assert_true (answer (fixture, session, "A002", SCEAU_PROOF_REFUSED, " Prénom :\nZoë ", &error));
  g_assert_no_error (error);
  assert_summary (fixture, session, "A001 signed; A002 refused due; A003 printed due");
  assert_sound (fixture);

  rename_learner (fixture, "A002", "Zoë");
  assert_summary (fixture, session, "A001 signed; A002 refused outdated due; A003 printed due");
  g_assert_true (print (fixture, session, "bat-2.pdf", &error));
  g_assert_true (answer (fixture, session, "A002", SCEAU_PROOF_SIGNED, NULL, &error));
  g_assert_no_error (error);
  assert_summary (fixture, session, "A001 signed; A002 signed; A003 printed due");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "proof.printed"), ==, 2);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "proof.signed"), ==, 2);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "proof.refused"), ==, 1);
  assert_sound (fixture);
  words = sceau_pdf_words (path);
  if (words != NULL)
    sceau_assert_contains (words, "née le 7 mars 1994 à Toulouse");
}

/* What is to be corrected is kept as one paragraph. */
static void
test_remark (void)
{
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autoptr (GPtrArray) lines = NULL;
  const SceauProofLine *line;
  g_autoptr (GError) error = NULL;

  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_true (answer (fixture, session, "A002", SCEAU_PROOF_REFUSED, " Prénom :\nZoë ", &error));
  lines = sceau_list_proofs (fixture->school, session, &error);
  line = g_ptr_array_index (lines, 1);
  g_assert_cmpstr (line->remark, ==, "Prénom : Zoë");
  g_assert_cmpint (line->date, ==, TODAY);
  g_assert_null (line->certificate);
}

typedef struct
{
  const char *number;
  SceauProofState state;
  int day; /* of November 2026; 0: none */
  const char *remark;
  const char *words; /* of the refusal */
} RefusalRow;

/* After A001 signed, A002 asked for a correction and A003 was renamed. */
static const RefusalRow refusals[] = {
  { "A001", SCEAU_PROOF_SIGNED, 22, NULL, "signed already" },
  { "A001", SCEAU_PROOF_SIGNED, 21, NULL, "before what was recorded last" },
  { "A001", SCEAU_PROOF_SIGNED, 22, "Accent", "asks for no correction" },
  { "A001", SCEAU_PROOF_REFUSED, 22, " ", "to be corrected is missing" },
  { "A002", SCEAU_PROOF_SIGNED, 0, NULL, "missing or lies ahead" },
  { "A002", SCEAU_PROOF_SIGNED, 23, NULL, "missing or lies ahead" },
  { "A003", SCEAU_PROOF_SIGNED, 22, NULL, "changed since it was shown" },
  { "A009", SCEAU_PROOF_SIGNED, 22, NULL, "certified no learner" },
  { "", SCEAU_PROOF_REFUSED, 22, "Accent", "certified no learner" },
};

static void
test_refusals (void)
{
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autoptr (GError) error = NULL;

  g_assert_false (answer (fixture, session, "A001", SCEAU_PROOF_SIGNED, NULL, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "No proof was shown");
  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_SIGNED, NULL, &error));
  g_assert_true (answer (fixture, session, "A002", SCEAU_PROOF_REFUSED, "Accent", &error));
  rename_learner (fixture, "A003", "Zoë");
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const RefusalRow *row = &refusals[i];
      const char *const numbers[] = { row->number, NULL };
      const SceauDate date = row->day > 0 ? sceau_date_new (2026, 11, row->day) : SCEAU_NO_DATE;
      g_autofree char *before = sceau_workflow_fixture_digest (fixture->base);
      g_autofree char *after = NULL;

      g_assert_false (sceau_record_proofs (fixture->school, session, numbers, row->state, date, row->remark, fixture->base->faults, &error));
      sceau_jury_fixture_assert_said (fixture, &error, row->words);
      after = sceau_workflow_fixture_digest (fixture->base);
      g_assert_cmpstr (before, ==, after);
    }
}

/* One who cannot refuses the others; somebody may change their mind until the parchemin is there. */
static void
test_all_or_none_and_second_thoughts (void)
{
  static const char *const three[] = { "A001", "A002", "A009", NULL };
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_false (sceau_record_proofs (fixture->school, session, three, SCEAU_PROOF_SIGNED, TODAY, NULL, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "A009");
  assert_summary (fixture, session, "A001 printed due; A002 printed due; A003 printed due");
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_SIGNED, NULL, &error));
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_REFUSED, "Le deuxième prénom manque", &error));
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_SIGNED, NULL, &error));
  g_assert_no_error (error);
  assert_summary (fixture, session, "A001 signed; A002 printed due; A003 printed due");
  assert_sound (fixture);
}

/* A correction that was asked for and not made is not printed over. */
static void
test_correction_that_waits (void)
{
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autofree char *faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_true (answer (fixture, session, "A002", SCEAU_PROOF_REFUSED, "Zoë avec un tréma", &error));
  g_assert_true (print (fixture, session, "bat-2.pdf", &error));
  faults = sceau_jury_fixture_take_faults (fixture);
  sceau_assert_contains (faults, "correction that was not made");
  sceau_assert_contains (faults, "Zoë avec un tréma");
  assert_summary (fixture, session, "A001 printed due; A002 refused due; A003 printed due");
}

/* Nothing half: a file that is there keeps the list from being recorded; and when nobody is left, that is said. */
static void
test_nothing_half (void)
{
  static const char *const all[] = { "A001", "A002", "A003", NULL };
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autofree char *taken = sceau_workflow_fixture_write (fixture->base, "taken.pdf", "mine");
  g_autoptr (GError) error = NULL;

  g_assert_false (print (fixture, session, "taken.pdf", &error));
  g_clear_error (&error);
  g_free (sceau_jury_fixture_take_faults (fixture));
  assert_summary (fixture, session, "A001 none due; A002 none due; A003 none due");
  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_true (sceau_record_proofs (fixture->school, session, all, SCEAU_PROOF_SIGNED, TODAY, NULL, fixture->base->faults, &error));
  g_assert_false (print (fixture, session, "bat-2.pdf", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "No proof is left");
}

static void
test_too_early (void)
{
  g_autoptr (SceauJuryFixture) fixture = sceau_jury_fixture_new (1);
  gint64 session = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_DELIBERATED);
  g_autoptr (SceauJurySession) record = sceau_jury_table_find (fixture->school, session, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (print (fixture, session, "bat.pdf", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "seal the session first");
  g_assert_null (sceau_list_proofs (fixture->school, 99, &error));
  g_clear_error (&error);
  record->embargo = sceau_date_new (2026, 11, 25);
  g_assert_true (sceau_amend_jury (fixture->school, record, fixture->base->faults, &error));
  g_assert_true (sceau_seal_jury (fixture->school, session, fixture->base->faults, NULL, NULL, &error));
  g_assert_false (print (fixture, session, "bat.pdf", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "embargo");
}

/* Who has the parchemin is through, until the civil status changes under it. */
static void
test_after_the_delivery (void)
{
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_SIGNED, NULL, &error));
  certificates = issue (fixture, session, &error);
  g_assert_no_error (error);
  assert_summary (fixture, session, "A001 signed; A002 printed; A003 printed");
  g_assert_true (answer (fixture, session, "A001", SCEAU_PROOF_REFUSED, "Accent", &error));
  rename_learner (fixture, "A003", "Zoë");
  assert_summary (fixture, session, "A001 refused; A002 printed; A003 printed outdated due");
  g_assert_true (print (fixture, session, "bat-2.pdf", &error));
  g_assert_no_error (error);
  assert_summary (fixture, session, "A001 refused; A002 printed; A003 printed due");
  g_assert_true (answer (fixture, session, "A003", SCEAU_PROOF_SIGNED, NULL, &error));
  assert_summary (fixture, session, "A001 refused; A002 printed; A003 signed");
  assert_sound (fixture);
}

/* Where the school wants it, nobody gets a parchemin before they have signed for what it will say. */
static void
test_school_wants_proofs (void)
{
  static const char *const all[] = { "A001", "A002", "A003", NULL };
  gint64 session;
  g_autoptr (SceauJuryFixture) fixture = make_session (&session);
  g_autoptr (SceauHouseStyle) style = sceau_house_style_table_load (fixture->school, NULL);
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (GError) error = NULL;

  style->proof_required = TRUE;
  g_assert_true (sceau_school_begin (fixture->school, &error));
  g_assert_true (sceau_house_style_table_save (fixture->school, style, &error));
  g_assert_true (sceau_school_commit (fixture->school, &error));
  g_assert_null (issue (fixture, session, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "has not signed the proof");
  g_assert_true (print (fixture, session, "bat.pdf", &error));
  g_assert_null (issue (fixture, session, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "has not signed the proof");
  g_assert_true (sceau_record_proofs (fixture->school, session, all, SCEAU_PROOF_SIGNED, TODAY, NULL, fixture->base->faults, &error));
  rename_learner (fixture, "A002", "Zoë");
  g_assert_null (issue (fixture, session, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "changed after the learner signed");
  rename_learner (fixture, "A002", "Zoé");
  certificates = issue (fixture, session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/keep-proofs/" name, test)
  ADD ("course-of-a-proof", test_course_of_a_proof);
  ADD ("remark", test_remark);
  ADD ("refusals", test_refusals);
  ADD ("all-or-none-and-second-thoughts", test_all_or_none_and_second_thoughts);
  ADD ("correction-that-waits", test_correction_that_waits);
  ADD ("nothing-half", test_nothing_half);
  ADD ("too-early", test_too_early);
  ADD ("after-the-delivery", test_after_the_delivery);
  ADD ("school-wants-proofs", test_school_wants_proofs);
#undef ADD
  return g_test_run ();
}
