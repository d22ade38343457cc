/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-writer.h"

#include "sceau-csv-writer.h"

/* French whatever the locale: the headings are those of the fiche (FORMATS §3.1), which the figures go into. */
static const char *const headings[] = {
  "Certification",
  "Année d’obtention de la certification",
  "Nombre de certifiés",
  "Nombre de certifiés à la suite d’un parcours VAE",
  "Taux d’insertion global à 6 mois (en %)",
  "Global à 6 mois : numérateur",
  "Global à 6 mois : dénominateur",
  "Taux d’insertion dans le métier visé à 6 mois (en %)",
  "Métier visé à 6 mois : numérateur",
  "Métier visé à 6 mois : dénominateur",
  "Taux d’insertion dans le métier visé à 2 ans (en %)",
  "Métier visé à 2 ans : numérateur",
  "Métier visé à 2 ans : dénominateur",
  "Répondants à 6 mois",
  "dont neutralisés à 6 mois",
  "Taux de réponse à 6 mois (en %)",
  "Répondants à 2 ans",
  "dont neutralisés à 2 ans",
  "Taux de réponse à 2 ans (en %)",
};

static void
add_percent (SceauCsvWriter *writer, SceauRate rate)
{
  if (rate.state == SCEAU_RATE_KNOWN)
    sceau_csv_writer_add_number (writer, rate.percent);
  else
    sceau_csv_writer_add_text (writer, rate.state == SCEAU_RATE_NONE ? "n.c." : "-");
}

static void
add_rate (SceauCsvWriter *writer, SceauRate rate)
{
  add_percent (writer, rate);
  if (rate.state == SCEAU_RATE_NOT_DUE)
    {
      sceau_csv_writer_add_text (writer, "-");
      sceau_csv_writer_add_text (writer, "-");
      return;
    }
  sceau_csv_writer_add_number (writer, rate.numerator);
  sceau_csv_writer_add_number (writer, rate.denominator);
}

static void
add_response (SceauCsvWriter *writer, int respondents, int neutralised, int certified)
{
  sceau_csv_writer_add_number (writer, respondents);
  sceau_csv_writer_add_number (writer, neutralised);
  add_percent (writer, sceau_rate_new (respondents, certified));
}

static SceauCsvWriter *
write_table (const SceauCertification *certification, const SceauStatisticsYear *years, guint n_years)
{
  SceauCsvWriter *writer = sceau_csv_writer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    sceau_csv_writer_add_text (writer, headings[i]);
  sceau_csv_writer_end_row (writer);
  for (guint i = 0; i < n_years; i++)
    {
      const SceauStatisticsYear *year = &years[i];

      sceau_csv_writer_add_text (writer, certification->code);
      sceau_csv_writer_add_number (writer, year->year);
      sceau_csv_writer_add_number (writer, year->certified);
      sceau_csv_writer_add_number (writer, year->certified_vae);
      add_rate (writer, year->global_6m);
      add_rate (writer, year->target_6m);
      add_rate (writer, year->target_24m);
      add_response (writer, year->respondents_6m, year->neutralised_6m, year->certified);
      add_response (writer, year->respondents_24m, year->neutralised_24m, year->certified);
      sceau_csv_writer_end_row (writer);
    }
  return writer;
}

GBytes *
sceau_statistics_writer_to_bytes (const SceauCertification *certification,
                                  const SceauStatisticsYear *years,
                                  guint n_years)
{
  g_autoptr (SceauCsvWriter) writer = write_table (certification, years, n_years);

  return sceau_csv_writer_to_bytes (writer);
}

gboolean
sceau_statistics_writer_write (GFile *file,
                               const SceauCertification *certification,
                               const SceauStatisticsYear *years,
                               guint n_years,
                               gboolean overwrite,
                               GError **error)
{
  g_autoptr (SceauCsvWriter) writer = write_table (certification, years, n_years);

  return sceau_csv_writer_save (writer, file, overwrite, error);
}
