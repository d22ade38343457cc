/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-statistics-document.h"

#include <string.h>

static char *
render (const SceauStatisticsYear *years, gsize n)
{
  g_autoptr (SceauSchoolIdentity) school = fixture_school ();
  g_autoptr (SceauCertification) certification = fixture_certification ();
  const SceauStatisticsContent content = { school, certification, years, n, sceau_date_new (2026, 3, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sceau_statistics_document_render (&content, &error);

  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  return pdf_text (bytes);
}

static void
test_rates_with_their_terms (void)
{
  const SceauStatisticsYear years[] = {
    { .year = 2025, .certified = 30, .certified_vae = 2, .respondents_6m = 24, .neutralised_6m = 4,
      .global_6m = sceau_rate_new (19, 20), .target_6m = sceau_rate_new (0, 0), .target_24m = { SCEAU_RATE_NOT_DUE } },
  };
  g_autofree char *text = render (years, G_N_ELEMENTS (years));

  assert_contains (text, "Expert en cybersécurité (MS)");
  assert_contains (text, "chiffres établis le 1er mars 2026");
  assert_contains (text, "2025 30 2 95 % (19 sur 20) n.c. -");
  assert_contains (text, "2025 24 sur 30 (80 %) 4");
}

static void
test_no_year (void)
{
  g_autofree char *text = render (NULL, 0);

  assert_contains (text, "Aucune promotion n’a encore de certifié.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/statistics/rates-with-their-terms", test_rates_with_their_terms);
  g_test_add_func ("/documents/statistics/no-year", test_no_year);
  return g_test_run ();
}
