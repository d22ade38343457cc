/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "exchange-test.h"
#include "sceau-csv-reader.h"
#include "sceau-statistics-writer.h"

static const char *
cell (const SceauCsv *csv, guint row, const char *heading)
{
  for (guint c = 0; c < sceau_csv_n_columns (csv); c++)
    if (strcmp (sceau_csv_header (csv, c), heading) == 0)
      return sceau_csv_cell (csv, row, c);
  g_assert_not_reached ();
}

static void
test_shows_the_terms_of_each_rate (void)
{
  const SceauStatisticsYear years[] = {
    { .year = 2023, .certified = 15, .certified_vae = 1, .respondents_6m = 12, .neutralised_6m = 2,
      .global_6m = { SCEAU_RATE_KNOWN, 8, 10, 80 }, .target_6m = { SCEAU_RATE_KNOWN, 7, 10, 70 },
      .target_24m = { SCEAU_RATE_NOT_DUE, 0, 0, 0 } },
    { .year = 2022, .certified = 0, .global_6m = { SCEAU_RATE_NONE, 0, 0, 0 }, .target_6m = { SCEAU_RATE_NONE, 0, 0, 0 },
      .target_24m = { SCEAU_RATE_NONE, 0, 0, 0 } },
  };
  g_autoptr (SceauCertification) certification = sceau_certification_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SceauCsv) csv = NULL;

  certification->code = g_strdup ("RNCP99999");
  bytes = sceau_statistics_writer_to_bytes (certification, years, G_N_ELEMENTS (years));
  csv = sceau_csv_read_bytes (bytes, faults, NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (sceau_csv_n_rows (csv), ==, 2);
  g_assert_cmpstr (cell (csv, 0, "Certification"), ==, "RNCP99999");
  g_assert_cmpstr (cell (csv, 0, "Nombre de certifiés"), ==, "15");
  g_assert_cmpstr (cell (csv, 0, "Taux d’insertion global à 6 mois (en %)"), ==, "80");
  g_assert_cmpstr (cell (csv, 0, "Global à 6 mois : numérateur"), ==, "8");
  g_assert_cmpstr (cell (csv, 0, "Global à 6 mois : dénominateur"), ==, "10");
  g_assert_cmpstr (cell (csv, 0, "Taux d’insertion dans le métier visé à 6 mois (en %)"), ==, "70");
  g_assert_cmpstr (cell (csv, 0, "Taux d’insertion dans le métier visé à 2 ans (en %)"), ==, "-");
  g_assert_cmpstr (cell (csv, 0, "Taux de réponse à 6 mois (en %)"), ==, "80");
  g_assert_cmpstr (cell (csv, 1, "Taux d’insertion global à 6 mois (en %)"), ==, "n.c.");
  g_assert_cmpstr (cell (csv, 1, "Taux de réponse à 6 mois (en %)"), ==, "n.c.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/statistics-writer/shows-the-terms-of-each-rate", test_shows_the_terms_of_each_rate);
  return g_test_run ();
}
