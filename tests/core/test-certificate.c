/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The register of parchemins and the body that the school file belongs to. */

#include "sceau-certificate.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *siret;
  gboolean right;
} SiretRow;

static const SiretRow siret_rows[] = {
  { "a right key is accepted", "73282932000074", TRUE },
  { "one wrong digit is refused", "73282932000075", FALSE },
  { "two digits exchanged are refused", "73282932000704", FALSE },
  { "the head office of La Poste has a right key", "35600000000048", TRUE },
  { "an establishment of La Poste adds up to a multiple of five", "35600000049837", TRUE },
  { "another establishment of La Poste does not", "35600000049838", FALSE },
  { "the exception is for La Poste alone", "73282932049837", FALSE },
  { "thirteen digits are refused", "7328293200007", FALSE },
  { "fifteen digits are refused", "732829320000740", FALSE },
  { "spaces are refused", "732 829 320 00074", FALSE },
  { "letters are refused", "7328293200007A", FALSE },
  { "fourteen zeros belong to nobody", "00000000000000", FALSE },
  { "nothing is no SIRET", "", FALSE },
  { "no text is no SIRET", NULL, FALSE },
};

static void
test_siret (gconstpointer data)
{
  const SiretRow *row = data;

  g_assert_cmpint (sceau_siret_check (row->siret), ==, row->right);
}

typedef struct
{
  const char *sentence;
  const char *name, *siret;           /* of the school */
  const char *certifier, *its_siret;  /* of the certifier on the fiche */
  gboolean active;
  SceauSchoolRole role;
} RoleRow;

static const RoleRow role_rows[] = {
  { "the same SIRET certifies", "A", "73282932000074", "B", "73282932000074", TRUE, SCEAU_SCHOOL_CERTIFIER },
  { "another establishment of the same SIREN certifies", "A", "73282932000074", "B", "73282932000090", TRUE,
    SCEAU_SCHOOL_CERTIFIER },
  { "another SIREN does not certify", "A", "73282932000074", "B", "35600000000048", TRUE, SCEAU_SCHOOL_CENTRE },
  { "the same name without case or accents certifies", "ECOLE D'EXEMPLE", "73282932000074", "École d’Exemple", NULL, TRUE,
    SCEAU_SCHOOL_CERTIFIER },
  { "another name does not certify", "École A", "73282932000074", "École B", NULL, TRUE, SCEAU_SCHOOL_CENTRE },
  { "no name is the name of nobody", NULL, "73282932000074", NULL, NULL, TRUE, SCEAU_SCHOOL_CENTRE },
  { "a certifier that is no longer active is a centre", "A", "73282932000074", "A", "73282932000074", FALSE,
    SCEAU_SCHOOL_CENTRE },
};

static void
test_role (gconstpointer data)
{
  const RoleRow *row = data;
  g_autoptr (SceauSchoolIdentity) school = sceau_school_identity_new ();
  g_autoptr (SceauSchoolIdentity) copy = NULL;
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  SceauCertifier *certifier = sceau_certifier_new ();

  school->name = g_strdup (row->name);
  school->siret = g_strdup (row->siret);
  certifier->name = g_strdup (row->certifier);
  certifier->siret = g_strdup (row->its_siret);
  certifier->active = row->active;
  g_ptr_array_add (certification->certifiers, certifier);
  g_assert_cmpint (sceau_school_role (school, certification), ==, row->role);
  copy = sceau_school_identity_copy (school);
  g_assert_cmpint (sceau_school_role (copy, certification), ==, row->role);
}

static void
test_number (void)
{
  g_autofree char *first = sceau_certificate_format_number (2026, 1);
  g_autofree char *many = sceau_certificate_format_number (2026, 12345);

  g_assert_cmpstr (first, ==, "2026-0001");
  g_assert_cmpstr (many, ==, "2026-12345");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("certificate/siret", siret_rows, test_siret);
  TEST_ROWS_ADD ("certificate/role", role_rows, test_role);
  g_test_add_func ("/core/certificate/number", test_number);
  return g_test_run ();
}
