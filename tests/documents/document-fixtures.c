/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- Records ------------------------------------------------------------- */

SceauSchoolIdentity *
fixture_school (void)
{
  SceauSchoolIdentity *school = sceau_school_identity_new ();

  school->name = g_strdup ("École d’essai du Nord");
  school->siret = g_strdup ("18009202500139");
  school->signatory = g_strdup ("Hélène D’ŒUVRE");
  school->signatory_title = g_strdup ("La directrice");
  return school;
}

static void
add_certifier (SceauCertification *certification, const char *name, const char *siret, const char *trade_name)
{
  SceauCertifier *certifier = sceau_certifier_new ();

  certifier->name = g_strdup (name);
  certifier->siret = g_strdup (siret);
  certifier->trade_name = g_strdup (trade_name);
  certifier->active = TRUE;
  g_ptr_array_add (certification->certifiers, certifier);
}

static SceauCertification *
new_certification (SceauRegister kind, const char *code, const char *title)
{
  SceauCertification *certification = sceau_certification_new ();

  certification->register_kind = kind;
  certification->code = g_strdup (code);
  certification->title = g_strdup (title);
  return certification;
}

SceauCertification *
fixture_certification (void)
{
  SceauCertification *certification = new_certification (SCEAU_REGISTER_RNCP, "RNCP41445", "Expert en cybersécurité (MS)");

  certification->level = 7;
  certification->decision_date = sceau_date_new (2025, 10, 27);
  certification->duration_years = 5;
  g_ptr_array_add (certification->nsf,
                   sceau_code_new ("326", "Informatique, traitement de l'information, réseaux de transmission"));
  add_certifier (certification, "INSTITUT D'ESSAI - NORD", "18009202500139", "Institut d’essai du Nord");
  for (int i = 1; i <= 4; i++)
    {
      SceauBlock *block = sceau_block_new ();

      block->code = g_strdup_printf ("RNCP41445BC0%d", i);
      block->title = g_strdup_printf ("Concevoir des projets de sécurité, volet %d", i);
      g_ptr_array_add (certification->blocks, block);
    }
  return certification;
}

SceauCertification *
fixture_inventaire (void)
{
  SceauCertification *certification = new_certification (SCEAU_REGISTER_INVENTAIRE, "INV3818", "Référent cybersécurité en TPE/PME");

  g_ptr_array_add (certification->nsf, sceau_code_new ("326p", NULL));
  add_certifier (certification, "CCI France", NULL, NULL);
  return certification;
}

SceauCertification *
fixture_rs (void)
{
  SceauCertification *certification = new_certification (SCEAU_REGISTER_RS, "RS6232", "Conduire un essai");

  certification->decision_date = sceau_date_new (2023, 1, 25);
  certification->duration_years = 3;
  certification->validity_years = 3;
  add_certifier (certification, "INSTITUT D'ESSAI - NORD", "18009202500139", NULL);
  return certification;
}

SceauMandate *
fixture_mandate (void)
{
  SceauMandate *mandate = sceau_mandate_new ();

  mandate->certifier_name = g_strdup ("CCI France");
  mandate->signatory = g_strdup ("Jean ÉXEMPLE");
  mandate->signatory_title = g_strdup ("Le directeur général");
  mandate->reference = g_strdup ("CV-2026-14");
  return mandate;
}

SceauLearner *
fixture_learner (const char *first_name, const char *birth_name, SceauSex sex)
{
  SceauLearner *learner = sceau_learner_new ();

  learner->sex = sex;
  learner->first_name = g_strdup (first_name);
  learner->birth_name = g_strdup (birth_name);
  learner->birth_date = sceau_date_new (1999, 3, 1);
  learner->birth_place = g_strdup ("Lille");
  return learner;
}

static void
add_member (SceauJurySession *session, const char *name, const char *function, gboolean internal, gboolean present)
{
  SceauJuror *juror = sceau_juror_new ();
  SceauJuryMember *member;

  juror->name = g_strdup (name);
  juror->function = g_strdup (function);
  juror->employer = g_strdup (internal ? "École d’essai du Nord" : "Société inventée");
  juror->internal = internal;
  member = sceau_jury_member_new (juror);
  member->present = present;
  member->president = session->members->len == 0;
  g_ptr_array_add (session->members, member);
}

SceauJurySession *
fixture_session (SceauSessionState state)
{
  SceauJurySession *session = sceau_jury_session_new ();

  session->id = 12;
  session->cohort_name = g_strdup ("Promotion d’essai 2026");
  session->date = sceau_date_new (2026, 11, 12);
  session->place = g_strdup ("Villeneuve-d’Ascq");
  session->state = state;
  add_member (session, "Hélène D’ŒUVRE", "Directrice", TRUE, TRUE);
  add_member (session, "Jean ÉXEMPLE", "Directeur des programmes", TRUE, TRUE);
  add_member (session, "Łukasz ŐRSI", "Auditeur", FALSE, TRUE);
  add_member (session, "Nguyễn Thị ÁNH", "Consultante", FALSE, FALSE);
  add_member (session, "Ελένη ΠΑΠΑΔΟΠΟΥΛΟΥ", "Responsable de la sécurité", FALSE, TRUE);
  return session;
}

static SceauBlockVerdict *
new_verdict (int block)
{
  SceauBlockVerdict *verdict = g_new0 (SceauBlockVerdict, 1);

  verdict->block_code = g_strdup_printf ("RNCP41445BC0%d", block);
  verdict->state = SCEAU_BLOCK_ACQUIRED;
  verdict->how = SCEAU_ACQUISITION_JURY;
  verdict->mean = -1;
  return verdict;
}

static SceauDecision *
new_decision (guint index)
{
  SceauDecision *decision = sceau_decision_new ();

  decision->enrolment_id = index + 1;
  decision->learner_number = g_strdup_printf ("A%03u", index + 1);
  decision->learner_name = g_strdup_printf ("LEFÈVRE%u Zoé", index + 1);
  decision->route = index % SCEAU_N_ROUTES;
  decision->proposal = SCEAU_OUTCOME_CERTIFIED;
  decision->proposal_reason = g_strdup ("Les quatre blocs sont validés.");
  decision->decided = TRUE;
  decision->outcome = SCEAU_OUTCOME_CERTIFIED;
  decision->votes_for = -1;
  for (int block = 1; block <= 4; block++)
    {
      g_ptr_array_add (decision->proposal_blocks, new_verdict (block));
      g_ptr_array_add (decision->acquired_blocks, g_strdup_printf ("RNCP41445BC0%d", block));
    }
  return decision;
}

GPtrArray *
fixture_decisions (guint n)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_decision_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (decisions, new_decision (i));
  if (n > 3)
    {
      SceauDecision *decision = g_ptr_array_index (decisions, 3);

      decision->outcome = SCEAU_OUTCOME_DEFERRED;
      decision->reason = g_strdup ("La thèse est à soutenir de nouveau.");
      decision->votes_for = 3;
      decision->votes_against = 1;
      decision->votes_abstain = 0;
    }
  return decisions;
}

/* --- What other programs read in a PDF ----------------------------------- */

char *
pdf_run (GBytes *bytes, const char *tool, const char *option)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *complaints = NULL;
  const char *argv[] = { tool, option, NULL, NULL, NULL };
  char *output = NULL;
  int status = 0;
  const int fd = g_file_open_tmp ("sceau-test-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  argv[option != NULL ? 2 : 1] = path;
  if (g_str_equal (tool, "pdftotext"))
    argv[option != NULL ? 3 : 2] = "-";
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, &status, &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaints, ==, "");
  return output;
}

static char *
squeeze (const char *raw)
{
  g_auto (GStrv) words = g_strsplit_set (raw, " \n\f", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

char *
pdf_text (GBytes *bytes)
{
  g_autofree char *raw = pdf_run (bytes, "pdftotext", NULL);

  return squeeze (raw);
}

char *
pdf_rows (GBytes *bytes)
{
  g_autofree char *raw = pdf_run (bytes, "pdftotext", "-layout");

  return squeeze (raw);
}

guint
pdf_n_pages (GBytes *bytes)
{
  g_autofree char *output = pdf_run (bytes, "qpdf", "--show-npages");

  return (guint) g_ascii_strtoull (output, NULL, 10);
}

/* What ISO 19005-2 asks, clause by clause. */
static void
assert_archival (GBytes *bytes)
{
  g_autofree char *checker = g_test_build_filename (G_TEST_DIST, "documents", "check-pdfa.py", NULL);
  g_autofree char *faults = pdf_run (bytes, checker, NULL);

  g_assert_cmpstr (faults, ==, "");
}

void
pdf_assert_sound (GBytes *bytes)
{
  g_autofree char *check = pdf_run (bytes, "qpdf", "--check");
  g_autofree char *fonts = pdf_run (bytes, "pdffonts", NULL);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

  assert_contains (check, "No syntax or stream encoding errors found");
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_true (lines[i][6] == '+'); /* six capitals: it is cut */
      assert_contains (lines[i], "Identity-H       yes yes yes");
    }
  assert_archival (bytes);
}
