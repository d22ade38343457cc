/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What happens to the sheets of parchemins, all or none; and the register as a table. */

#include <string.h>

#include "sceau-certificate-table.h"
#include "sceau-journal.h"
#include "sceau-jury-fixture.h"
#include "sceau-keep-register.h"
#include "sceau-keep-school.h"

/* Two parchemins of 21 November 2026: 2026-0001-Q and 2026-0002-R. */
static SceauJuryFixture *
make_register (void)
{
  SceauJuryFixture *fixture = sceau_jury_fixture_new (2);
  gint64 id = sceau_jury_fixture_bring (fixture, SCEAU_SESSION_SEALED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates
      = sceau_issue_certificates (fixture->school,
                                  &(SceauIssueOptions){ .session_id = id,
                                                        .delivered = sceau_date_new (2026, 11, 21),
                                                        .place = "Villeneuve-d’Ascq",
                                                        .folder = fixture->base->folder },
                                  fixture->base->faults, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 2);
  g_free (sceau_jury_fixture_take_faults (fixture));
  return fixture;
}

static gboolean
record (SceauJuryFixture *fixture, SceauRegisterActKind kind, const char *const *numbers, const char *person, const char *detail,
        const char *reason, GError **error)
{
  const SceauRegisterAct act = { .kind = kind, .date = sceau_date_new (2026, 11, 22), .person = (char *) person,
                                 .detail = (char *) detail, .reason = (char *) reason };

  return sceau_record_register_act (fixture->school, numbers, &act, fixture->base->faults, error);
}

static guint
count_acts (SceauJuryFixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (fixture->school, number, &error);

  g_assert_no_error (error);
  return acts->len;
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

/* Numbers are typed with or without their letter. */
static void
test_course_of_the_sheets (void)
{
  static const char *const both[] = { "2026-0001-Q", "2026-0002", NULL };
  static const char *const second[] = { "2026-0002-r", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GError) error = NULL;
  const SceauRegisterAct *last;

  g_assert_true (record (fixture, SCEAU_REGISTER_PRINTED, both, NULL, NULL, NULL, &error));
  g_assert_true (record (fixture, SCEAU_REGISTER_SPOILED, second, NULL, NULL, "Bourrage", &error));
  g_assert_true (record (fixture, SCEAU_REGISTER_PRINTED, second, NULL, " A 000 124 ", NULL, &error));
  g_assert_true (record (fixture, SCEAU_REGISTER_POSTED, second, "La Poste", "1A 234", NULL, &error));
  g_assert_true (record (fixture, SCEAU_REGISTER_RETURNED, second, NULL, NULL, "Adresse inconnue", &error));
  g_assert_true (record (fixture, SCEAU_REGISTER_HANDED, both, "Ana Exemple", NULL, NULL, &error));
  g_assert_no_error (error);
  acts = sceau_certificate_table_list_acts (fixture->school, "2026-0002", &error);
  g_assert_cmpuint (acts->len, ==, 6);
  last = g_ptr_array_index (acts, 2);
  g_assert_cmpint (last->kind, ==, SCEAU_REGISTER_PRINTED);
  g_assert_cmpint (last->rank, ==, 2);
  g_assert_cmpstr (last->detail, ==, "A 000 124");
  g_assert_cmpuint (count_acts (fixture, "2026-0001"), ==, 2);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "register.printed"), ==, 2);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "register.handed"), ==, 1);
  assert_sound (fixture);
}

/* Each holder signs for their own, unless somebody is named. */
static void
test_holders_sign (void)
{
  static const char *const both[] = { "2026-0001", "2026-0002", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autoptr (GError) error = NULL;

  g_assert_true (record (fixture, SCEAU_REGISTER_HANDED, both, "  ", "passeport", NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SceauCertificate) certificate = sceau_certificate_table_find (fixture->school, both[i], &error);
      g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (fixture->school, both[i], &error);

      g_assert_cmpstr (((SceauRegisterAct *) g_ptr_array_index (acts, 0))->person, ==, certificate->learner_name);
    }
  assert_sound (fixture);
}

/* One that cannot refuses the others, and each says why. */
static void
test_all_or_none (void)
{
  static const char *const four[] = { "2026-0001", "2026-0009", "2026-0002-A", "2026-0001", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autoptr (GError) error = NULL;

  g_assert_false (record (fixture, SCEAU_REGISTER_PRINTED, four, NULL, NULL, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_cmpuint (sceau_faults_length (fixture->base->faults), ==, 3);
  g_assert_cmpuint (count_acts (fixture, "2026-0001"), ==, 0);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture->base, "register.printed"), ==, 0);
}

static void
test_revoked (void)
{
  static const char *const first[] = { "2026-0001", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0001-Q", "Fraude", &error));
  g_assert_false (record (fixture, SCEAU_REGISTER_HANDED, first, "Ana Exemple", NULL, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_cmpuint (count_acts (fixture, "2026-0001"), ==, 1);
  assert_sound (fixture);
}

static void
test_register_as_csv (void)
{
  static const char *const first[] = { "2026-0001", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autofree char *path = g_build_filename (fixture->base->folder, "registre.csv", NULL);
  g_autofree char *empty = g_build_filename (fixture->base->folder, "2027.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (record (fixture, SCEAU_REGISTER_PRINTED, first, NULL, "A 000 123", NULL, &error));
  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0002", "Fraude établie", &error));
  g_assert_true (sceau_export_register (fixture->school, 0, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "2026-0001-Q;"));
  g_assert_nonnull (strstr (text, "22/11/2026\302\240: tirage n°\302\2401 (A 000 123)"));
  g_assert_nonnull (strstr (text, "révoqué"));
  g_assert_nonnull (strstr (text, "Fraude établie"));
  /* Never over a file that is there. */
  g_assert_false (sceau_export_register (fixture->school, 0, path, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_true (sceau_export_register (fixture->school, 2027, empty, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (empty, &nothing, NULL, NULL));
  g_assert_null (strstr (nothing, "2026-0001"));
}

/* On paper it says what the table says, and the head of the journal that it agrees with. */
static void
test_register_as_pdf (void)
{
  static const char *const first[] = { "2026-0001", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autofree char *path = g_build_filename (fixture->base->folder, "registre.pdf", NULL);
  g_autofree char *empty = g_build_filename (fixture->base->folder, "2027.pdf", NULL);
  g_autofree char *head = NULL, *words = NULL, *nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (record (fixture, SCEAU_REGISTER_HANDED, first, "Ana Exemple", "passeport", NULL, &error));
  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0002", "Fraude établie", &error));
  head = sceau_journal_get_head (fixture->school, &error);
  g_assert_true (sceau_export_register (fixture->school, 2026, path, NULL, NULL, &error));
  g_assert_true (sceau_export_register (fixture->school, 2027, empty, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_export_register (fixture->school, 2026, path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  words = sceau_pdf_words (path);
  nothing = sceau_pdf_words (empty);
  if (words == NULL)
    return;
  sceau_assert_contains (words, "2026-0001-Q");
  sceau_assert_contains (words, "remis en main propre, Ana");
  sceau_assert_contains (words, "révoqué (Fraude établie)");
  sceau_assert_contains (words, "22 novembre 2026");
  g_assert_nonnull (strstr (words, head));
  sceau_assert_contains (nothing, "Aucun parchemin");
}

/* What happens is written down on its day or later, and in letters that the register can be printed with. */
static void
test_what_cannot_be_written (void)
{
  static const char *const first[] = { "2026-0001", NULL };
  const SceauRegisterAct ahead = { .kind = SCEAU_REGISTER_PRINTED, .date = sceau_date_new (2026, 11, 23) };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autofree char *path = g_build_filename (fixture->base->folder, "registre.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sceau_record_register_act (fixture->school, first, &ahead, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "lies ahead");
  g_assert_false (record (fixture, SCEAU_REGISTER_HANDED, first, "王 Exemple", "📄", NULL, &error));
  g_assert_cmpuint (sceau_faults_length (fixture->base->faults), ==, 2);
  sceau_jury_fixture_assert_said (fixture, &error, "U+738B");
  g_assert_false (sceau_revoke_certificate (fixture->school, "2026-0001", "fraude 王", &error));
  sceau_jury_fixture_assert_said (fixture, &error, "U+738B");
  g_assert_cmpuint (count_acts (fixture, "2026-0001"), ==, 0);
  g_assert_true (sceau_export_register (fixture->school, 2026, path, NULL, NULL, &error));
}

/* A session's sheet has what is in the house; a list is asked for by number. */
static void
test_handover (void)
{
  static const char *const first[] = { "2026-0001-Q", NULL };
  static const char *const both[] = { "2026-0002", "2026-0001", "2026-0002-R", NULL };
  static const char *const unknown[] = { "2026-0002", "2026-0009", "2026-0002-A", NULL };
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autofree char *session = g_build_filename (fixture->base->folder, "remise.pdf", NULL);
  g_autofree char *list = g_build_filename (fixture->base->folder, "liste.pdf", NULL);
  g_autofree char *none = g_build_filename (fixture->base->folder, "rien.pdf", NULL);
  g_autofree char *words = NULL, *asked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_print_handover (fixture->school, 0, both, list, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_true (record (fixture, SCEAU_REGISTER_HANDED, first, "Ana Exemple", NULL, NULL, &error));
  g_assert_true (sceau_print_handover (fixture->school, 1, NULL, session, fixture->base->faults, &error));
  g_assert_no_error (error);
  g_assert_false (sceau_print_handover (fixture->school, 1, NULL, session, fixture->base->faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sceau_print_handover (fixture->school, 0, unknown, none, fixture->base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_cmpuint (sceau_faults_length (fixture->base->faults), ==, 2);
  g_free (sceau_jury_fixture_take_faults (fixture));
  g_clear_error (&error);
  g_assert_false (sceau_print_handover (fixture->school, 0, both, none, fixture->base->faults, &error));
  sceau_jury_fixture_assert_said (fixture, &error, "handed over already");
  g_assert_true (record (fixture, SCEAU_REGISTER_HANDED, both, "Ana Exemple", NULL, NULL, &error) == FALSE);
  g_clear_error (&error);
  g_assert_true (sceau_revoke_certificate (fixture->school, "2026-0002", "Fraude", &error));
  g_assert_false (sceau_print_handover (fixture->school, 1, NULL, none, fixture->base->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  words = sceau_pdf_words (session);
  asked = sceau_pdf_words (list);
  if (words == NULL)
    return;
  sceau_assert_contains (words, "2026-0002-R");
  g_assert_null (strstr (words, "2026-0001-Q"));
  sceau_assert_contains (asked, "2026-0001-Q");
  g_assert_true (strstr (asked, "2026-0002-R") < strstr (asked, "2026-0001-Q"));
  g_assert_null (strstr (strstr (asked, "2026-0002-R") + 1, "2026-0002-R"));
}

static void
test_register_as_xlsx (void)
{
  g_autoptr (SceauJuryFixture) fixture = make_register ();
  g_autofree char *path = g_build_filename (fixture->base->folder, "registre.xlsx", NULL);
  g_autofree char *other = g_build_filename (fixture->base->folder, "registre.doc", NULL);
  g_autofree char *paper = g_build_filename (fixture->base->folder, "registre.PDF", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancelled);
  g_assert_false (sceau_export_register (fixture->school, 0, path, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (sceau_export_register (fixture->school, 0, paper, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (paper, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (sceau_export_register (fixture->school, 2026, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpmem (contents, 2, "PK", 2);
  g_assert_false (sceau_export_register (fixture->school, 0, other, NULL, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/keep-register/course-of-the-sheets", test_course_of_the_sheets);
  g_test_add_func ("/workflows/keep-register/all-or-none", test_all_or_none);
  g_test_add_func ("/workflows/keep-register/holders-sign", test_holders_sign);
  g_test_add_func ("/workflows/keep-register/revoked", test_revoked);
  g_test_add_func ("/workflows/keep-register/register-as-csv", test_register_as_csv);
  g_test_add_func ("/workflows/keep-register/register-as-xlsx", test_register_as_xlsx);
  g_test_add_func ("/workflows/keep-register/register-as-pdf", test_register_as_pdf);
  g_test_add_func ("/workflows/keep-register/what-cannot-be-written", test_what_cannot_be_written);
  g_test_add_func ("/workflows/keep-register/handover", test_handover);
  return g_test_run ();
}
