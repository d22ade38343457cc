/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register's lines, the proofs before it, and how papers look: every table gives back what it was given, in order. */

#include "sceau-certificate-table.h"
#include "sceau-house-style-table.h"
#include "sceau-proof-table.h"
#include "sceau-school-check.h"
#include "sceau-store-error.h"
#include "sceau-test-school.h"

/* Days of November 2026, which is when the parchemins of the fixture are delivered. */
#define NOVEMBER(day) (739920 + (day))

typedef struct
{
  SceauTestSchool *base;
  gint64 session_id;
} Fixture;

/* Three certified learners; the first two have their parchemins. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->base = sceau_test_school_new (3);
  sceau_test_school_add_results (fixture->base);
  fixture->session_id = sceau_test_school_seal (fixture->base);
  for (guint i = 0; i < 2; i++)
    g_free (sceau_test_school_issue (fixture->base, fixture->session_id, g_array_index (fixture->base->enrolments, gint64, i)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sceau_test_school_free (fixture->base);
}

static void
assert_sound (SceauSchool *school)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_school_check (school, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
begin (SceauSchool *school)
{
  g_autoptr (GError) error = NULL;

  sceau_school_begin (school, &error);
  g_assert_no_error (error);
}

static void
commit (SceauSchool *school)
{
  g_autoptr (GError) error = NULL;

  sceau_school_commit (school, &error);
  g_assert_no_error (error);
}

static const SceauRegisterAct course[] = {
  { .number = "2026-0001", .kind = SCEAU_REGISTER_PRINTED, .rank = 1, .date = NOVEMBER (3), .detail = "A 000 123" },
  { .number = "2026-0001", .kind = SCEAU_REGISTER_SPOILED, .date = NOVEMBER (3), .reason = "Bourrage" },
  { .number = "2026-0001", .kind = SCEAU_REGISTER_PRINTED, .rank = 2, .date = NOVEMBER (4), .detail = "A 000 124" },
  { .number = "2026-0001", .kind = SCEAU_REGISTER_POSTED, .date = NOVEMBER (5), .person = "La Poste", .detail = "1A 234 567" },
  { .number = "2026-0001", .kind = SCEAU_REGISTER_RETURNED, .date = NOVEMBER (10), .reason = "Adresse inconnue" },
  { .number = "2026-0001", .kind = SCEAU_REGISTER_HANDED, .date = NOVEMBER (11), .person = "Zoé Exemple", .detail = "passeport" },
};

static void
add_course (SceauSchool *school)
{
  g_autoptr (GError) error = NULL;

  begin (school);
  for (guint i = 0; i < G_N_ELEMENTS (course); i++)
    {
      sceau_certificate_table_add_act (school, &course[i], NULL, &error);
      g_assert_no_error (error);
    }
  commit (school);
}

static void
test_acts (Fixture *fixture, gconstpointer data)
{
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GPtrArray) others = NULL;

  add_course (school);
  acts = sceau_certificate_table_list_acts (school, "2026-0001", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (acts->len, ==, G_N_ELEMENTS (course));
  for (guint i = 0; i < acts->len; i++)
    {
      const SceauRegisterAct *act = g_ptr_array_index (acts, i);

      g_assert_cmpstr (act->number, ==, course[i].number);
      g_assert_cmpint (act->kind, ==, course[i].kind);
      g_assert_cmpint (act->rank, ==, course[i].rank);
      g_assert_cmpint (act->date, ==, course[i].date);
      g_assert_cmpstr (act->person, ==, course[i].person);
      g_assert_cmpstr (act->detail, ==, course[i].detail);
      g_assert_cmpstr (act->reason, ==, course[i].reason);
    }
  g_assert_cmpint (sceau_certificate_table_next_rank (school, "2026-0001", SCEAU_REGISTER_PRINTED, &error), ==, 3);
  g_assert_cmpint (sceau_certificate_table_next_rank (school, "2026-0001", SCEAU_REGISTER_DUPLICATE, &error), ==, 1);
  others = sceau_certificate_table_list_acts (school, "2026-0002", &error);
  g_assert_cmpuint (others->len, ==, 0);
  assert_sound (school);
}

/* What the sheet's course does not allow, the file refuses whoever asks. */
static void
test_refused_acts (Fixture *fixture, gconstpointer data)
{
  static const SceauRegisterAct refused[] = {
    { .number = "2026-0001", .kind = SCEAU_REGISTER_PRINTED, .rank = 3, .date = NOVEMBER (12) },
    { .number = "2026-0001", .kind = SCEAU_REGISTER_SPOILED, .date = NOVEMBER (12), .reason = "Tache" },
    { .number = "2026-0001", .kind = SCEAU_REGISTER_HANDED, .date = NOVEMBER (12), .person = "Zoé Exemple" },
    { .number = "2026-0001", .kind = SCEAU_REGISTER_POSTED, .date = NOVEMBER (12), .detail = "1A" },
    { .number = "2026-0001", .kind = SCEAU_REGISTER_RETURNED, .date = NOVEMBER (12), .reason = "Retour" },
    { .number = "2026-0002", .kind = SCEAU_REGISTER_SPOILED, .date = NOVEMBER (12), .reason = "Tache" },
    { .number = "2026-0002", .kind = SCEAU_REGISTER_PRINTED, .rank = 2, .date = NOVEMBER (12) },
    { .number = "2026-0002", .kind = SCEAU_REGISTER_HANDED, .date = NOVEMBER (12) },
    { .number = "2026-0002", .kind = SCEAU_REGISTER_REVOKED, .date = NOVEMBER (12) },
    { .number = "2026-0002", .kind = SCEAU_REGISTER_REPLACED, .date = NOVEMBER (12), .detail = "2026-0001", .reason = "Nom" },
    { .number = "2026-0009", .kind = SCEAU_REGISTER_PRINTED, .rank = 1, .date = NOVEMBER (12) },
  };
  SceauSchool *school = fixture->base->school;

  add_course (school);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_false (sceau_certificate_table_add_act (school, &refused[i], NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == SCEAU_STORE_ERROR);
    }
  assert_sound (school);
}

/* The parchemin of @old again, under @number. */
static SceauCertificate *
renew (SceauSchool *school, const char *old, const char *number)
{
  g_autoptr (GError) error = NULL;
  SceauCertificate *certificate = sceau_certificate_table_find (school, old, &error);

  g_assert_no_error (error);
  g_free (certificate->number);
  certificate->number = g_strdup (number);
  certificate->sequence = 3;
  certificate->replaces = g_strdup (old);
  certificate->code_text = g_strdup ("SCEAU1|n=2026-0003|s=x");
  return certificate;
}

static void
test_replacement (Fixture *fixture, gconstpointer data)
{
  static const SceauRegisterAct replacement = { .number = "2026-0002", .kind = SCEAU_REGISTER_REPLACED, .date = NOVEMBER (13),
                                                .detail = "2026-0003", .reason = "Correction du nom" };
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7 invented", 17);
  g_autoptr (SceauCertificate) other = renew (school, "2026-0001", "2026-0003");
  g_autoptr (SceauCertificate) renewed = renew (school, "2026-0002", "2026-0003");
  g_autoptr (SceauCertificate) old = NULL;
  g_autoptr (SceauCertificate) found = NULL;

  begin (school);
  g_assert_false (sceau_certificate_table_insert (school, renewed, pdf, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_true (sceau_certificate_table_add_act (school, &replacement, NULL, &error));
  g_assert_false (sceau_certificate_table_insert (school, other, pdf, &error));
  g_clear_error (&error);
  g_assert_true (sceau_certificate_table_insert (school, renewed, pdf, &error));
  g_assert_no_error (error);
  commit (school);
  old = sceau_certificate_table_find (school, "2026-0002", &error);
  g_assert_cmpint (old->state, ==, SCEAU_CERTIFICATE_REPLACED);
  g_assert_cmpint (old->ended, ==, NOVEMBER (13));
  g_assert_cmpstr (old->replaced_by, ==, "2026-0003");
  g_assert_null (old->revocation_reason);
  found = sceau_certificate_table_find (school, "2026-0003", &error);
  g_assert_cmpint (found->state, ==, SCEAU_CERTIFICATE_ISSUED);
  g_assert_cmpstr (found->replaces, ==, "2026-0002");
  g_assert_cmpstr (found->code_text, ==, "SCEAU1|n=2026-0003|s=x");
  assert_sound (school);
}

/* A replacement without the one that takes the place does not get into the file. */
static void
test_half_a_replacement (Fixture *fixture, gconstpointer data)
{
  static const SceauRegisterAct replacement = { .number = "2026-0002", .kind = SCEAU_REGISTER_REPLACED, .date = NOVEMBER (13),
                                                .detail = "2026-0003", .reason = "Correction du nom" };
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauCertificate) certificate = NULL;

  begin (school);
  g_assert_true (sceau_certificate_table_add_act (school, &replacement, NULL, &error));
  g_assert_false (sceau_school_commit (school, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  sceau_school_rollback (school);
  certificate = sceau_certificate_table_find (school, "2026-0002", &error);
  g_assert_no_error (error);
  g_assert_cmpint (certificate->state, ==, SCEAU_CERTIFICATE_ISSUED);
}

typedef struct
{
  GString *lines;
  guint stop_after; /* 0: never */
} Heard;

static gboolean
hear_line (const SceauCertificate *certificate, const GPtrArray *acts, gpointer data, GError **error)
{
  Heard *heard = data;

  g_string_append_printf (heard->lines, "%s:%u ", certificate->number, acts->len);
  if (heard->stop_after > 0 && --heard->stop_after == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stop");
      return FALSE;
    }
  return TRUE;
}

static void
test_each (Fixture *fixture, gconstpointer data)
{
  const SceauCertificateQuery other_year = { .year = 2027 };
  SceauSchool *school = fixture->base->school;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Heard heard = { lines, 0 };

  add_course (school);
  g_assert_true (sceau_certificate_table_each (school, NULL, hear_line, &heard, &error));
  g_assert_cmpstr (lines->str, ==, "2026-0001:6 2026-0002:0 ");
  g_string_truncate (lines, 0);
  g_assert_true (sceau_certificate_table_each (school, &other_year, hear_line, &heard, &error));
  g_assert_cmpstr (lines->str, ==, "");
  heard.stop_after = 1;
  g_assert_false (sceau_certificate_table_each (school, NULL, hear_line, &heard, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (lines->str, ==, "2026-0001:6 ");
}

/* A number is found as it is printed, in any case, and without its letter. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *printed = sceau_certificate_print_number ("2026-0002");
  g_autofree char *lower = g_utf8_strdown (printed, -1);
  const char *const forms[] = { "2026-0002", printed, lower, " 2026-0002 " };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const SceauCertificateQuery query = { .search = forms[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = sceau_certificate_table_list (fixture->base->school, &query, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (((SceauCertificate *) g_ptr_array_index (found, 0))->number, ==, "2026-0002");
    }
}

static SceauPicture *
make_picture (const char *bytes, int width, int height)
{
  SceauPicture *picture = g_new0 (SceauPicture, 1);

  picture->png = g_bytes_new (bytes, strlen (bytes));
  picture->width = width;
  picture->height = height;
  return picture;
}

static void
assert_picture (const SceauPicture *picture, const char *bytes, int width, int height)
{
  g_assert_nonnull (picture);
  g_assert_cmpmem (g_bytes_get_data (picture->png, NULL), g_bytes_get_size (picture->png), bytes, strlen (bytes));
  g_assert_cmpint (picture->width, ==, width);
  g_assert_cmpint (picture->height, ==, height);
}

static void
save_style (SceauSchool *school, const SceauHouseStyle *style)
{
  g_autoptr (GError) error = NULL;

  begin (school);
  sceau_house_style_table_save (school, style, &error);
  g_assert_no_error (error);
  commit (school);
}

static void
test_house_style (Fixture *fixture, gconstpointer data)
{
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauHouseStyle) untouched = sceau_house_style_table_load (school, &error);
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (SceauHouseStyle) loaded = NULL;
  g_autoptr (SceauHouseStyle) later = NULL;

  g_assert_no_error (error);
  g_assert_null (untouched->design);
  g_assert_cmpint (untouched->primary, ==, -1);
  style->design = g_strdup ("institution");
  style->primary = 0;
  style->logo = make_picture ("PNG of a logo", 640, 480);
  style->proof_required = TRUE;
  save_style (school, style);
  loaded = sceau_house_style_table_load (school, &error);
  g_assert_cmpstr (loaded->design, ==, "institution");
  g_assert_cmpint (loaded->primary, ==, 0);
  g_assert_cmpint (loaded->accent, ==, -1);
  assert_picture (loaded->logo, "PNG of a logo", 640, 480);
  g_assert_null (loaded->seal);
  g_assert_true (loaded->proof_required);
  loaded->accent = 0xFFFFFF;
  loaded->seal = g_steal_pointer (&loaded->logo);
  save_style (school, loaded);
  later = sceau_house_style_table_load (school, &error);
  g_assert_cmpint (later->accent, ==, 0xFFFFFF);
  g_assert_null (later->logo);
  assert_picture (later->seal, "PNG of a logo", 640, 480);
  assert_sound (school);
}

static gint64
add_signatory (SceauSchool *school, const char *name, SceauDate start, SceauDate end)
{
  g_autoptr (SceauSignatory) signatory = sceau_signatory_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  signatory->name = g_strdup (name);
  signatory->title = g_strdup ("Directrice");
  signatory->start = start;
  signatory->end = end;
  signatory->signature = make_picture (name, 320, 120);
  begin (school);
  id = sceau_signatory_table_insert (school, signatory, &error);
  g_assert_no_error (error);
  commit (school);
  return id;
}

/* Who may sign is who was habilitated last among those who are. */
static void
test_signatories (Fixture *fixture, gconstpointer data)
{
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (SceauSignatory) nobody = NULL;
  g_autoptr (SceauSignatory) deputy = NULL;
  g_autoptr (SceauSignatory) after = NULL;
  gint64 head = add_signatory (school, "Inès Exemple", sceau_date_new (2020, 1, 1), SCEAU_NO_DATE);
  gint64 second = add_signatory (school, "Hugo Exemple", sceau_date_new (2026, 1, 2), sceau_date_new (2026, 6, 30));

  nobody = sceau_signatory_table_find_on (school, sceau_date_new (2019, 12, 31), &error);
  g_assert_null (nobody);
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  deputy = sceau_signatory_table_find_on (school, sceau_date_new (2026, 6, 30), &error);
  g_assert_cmpint (deputy->id, ==, second);
  assert_picture (deputy->signature, "Hugo Exemple", 320, 120);
  after = sceau_signatory_table_find_on (school, sceau_date_new (2026, 7, 1), &error);
  g_assert_cmpint (after->id, ==, head);
  list = sceau_signatory_table_list (school, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((SceauSignatory *) g_ptr_array_index (list, 0))->id, ==, second);
  after->end = sceau_date_new (2026, 12, 31);
  g_assert_true (sceau_signatory_table_update (school, after, &error));
  g_assert_null (sceau_signatory_table_find_on (school, sceau_date_new (2027, 1, 1), NULL));
  after->id = 99;
  g_assert_false (sceau_signatory_table_update (school, after, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
}

static void
test_layouts (Fixture *fixture, gconstpointer data)
{
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *text = NULL;

  g_assert_true (sceau_layout_table_save (school, SCEAU_LAYOUT_DESIGN, "ecole", "{}", &error));
  g_assert_true (sceau_layout_table_save (school, SCEAU_LAYOUT_DESIGN, "ecole", "{\"id\":\"ecole\"}", &error));
  g_assert_true (sceau_layout_table_save (school, SCEAU_LAYOUT_TEMPLATE, "ecole", "{}", &error));
  g_assert_no_error (error);
  text = sceau_layout_table_load (school, SCEAU_LAYOUT_DESIGN, "ecole", &error);
  g_assert_cmpstr (text, ==, "{\"id\":\"ecole\"}");
  g_assert_true (sceau_layout_table_remove (school, SCEAU_LAYOUT_DESIGN, "ecole", &error));
  g_assert_null (sceau_layout_table_load (school, SCEAU_LAYOUT_DESIGN, "ecole", &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  ids = sceau_layout_table_list (school, SCEAU_LAYOUT_TEMPLATE, &error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "ecole");
}

static void
test_proofs (Fixture *fixture, gconstpointer data)
{
  SceauSchool *school = fixture->base->school;
  g_autoptr (GError) error = NULL;
  SceauProof proof = { .enrolment_id = g_array_index (fixture->base->enrolments, gint64, 0), .state = SCEAU_PROOF_SIGNED,
                       .content = (char *) "Zoé LEFÈVRE", .date = NOVEMBER (3) };
  g_autoptr (SceauProof) found = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_null (sceau_proof_table_find (school, proof.enrolment_id, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* Not before it was printed. */
  g_assert_false (sceau_proof_table_save (school, &proof, &error));
  g_assert_error (error, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  proof.state = SCEAU_PROOF_PRINTED;
  g_assert_true (sceau_proof_table_save (school, &proof, &error));
  proof.state = SCEAU_PROOF_SIGNED;
  proof.content = (char *) "Zoé LEFEBVRE";
  g_assert_false (sceau_proof_table_save (school, &proof, &error));
  g_clear_error (&error);
  proof.state = SCEAU_PROOF_REFUSED;
  proof.content = (char *) "Zoé LEFÈVRE";
  proof.remark = (char *) "Prénom : Zoë";
  g_assert_true (sceau_proof_table_save (school, &proof, &error));
  g_assert_no_error (error);
  found = sceau_proof_table_find (school, proof.enrolment_id, &error);
  g_assert_cmpint (found->state, ==, SCEAU_PROOF_REFUSED);
  g_assert_cmpstr (found->content, ==, "Zoé LEFÈVRE");
  g_assert_cmpstr (found->remark, ==, "Prénom : Zoë");
  g_assert_cmpint (found->date, ==, NOVEMBER (3));
  list = sceau_proof_table_list_by_session (school, fixture->session_id, &error);
  g_assert_cmpuint (list->len, ==, 1);
}

#define ADD(name, function) g_test_add ("/store/register/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("acts", test_acts);
  ADD ("refused-acts", test_refused_acts);
  ADD ("replacement", test_replacement);
  ADD ("half-a-replacement", test_half_a_replacement);
  ADD ("each", test_each);
  ADD ("search", test_search);
  ADD ("house-style", test_house_style);
  ADD ("signatories", test_signatories);
  ADD ("layouts", test_layouts);
  ADD ("proofs", test_proofs);
  return g_test_run ();
}
