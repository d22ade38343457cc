/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-lookup.h"

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-text.h"

SceauCohort *
sceau_cli_open_cohort (SceauCli *cli, SceauSchoolMode mode, const char *certification, const char *name)
{
  g_autoptr (GError) error = NULL;
  SceauCohort *cohort;

  if (!sceau_cli_open (cli, mode))
    return NULL;
  cohort = sceau_cohort_table_find_by_name (cli->school, certification, name, &error);
  if (cohort == NULL)
    sceau_cli_refuse (cli, error);
  return cohort;
}

SceauEnrolment *
sceau_cli_find_enrolment (SceauCli *cli, gint64 cohort_id, const char *number)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (cli->school, &query, &error);
  g_autofree char *shown = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    if (g_str_equal (((SceauEnrolment *) g_ptr_array_index (enrolments, i))->learner_number, number))
      return sceau_enrolment_table_find (cli->school, ((SceauEnrolment *) g_ptr_array_index (enrolments, i))->id, NULL);
  if (enrolments == NULL)
    {
      sceau_cli_refuse (cli, error);
      return NULL;
    }
  shown = sceau_text_show (number);
  sentence = g_strdup_printf (_("No learner of this cohort has the number “%s”; “learner list --cohort” names those there are."), shown);
  sceau_cli_refuse_text (cli, sentence);
  return NULL;
}

SceauEnrolment *
sceau_cli_open_enrolment (SceauCli *cli, SceauSchoolMode mode, const char *certification, const char *cohort_name, const char *number)
{
  g_autoptr (SceauCohort) cohort = sceau_cli_open_cohort (cli, mode, certification, cohort_name);

  return cohort != NULL ? sceau_cli_find_enrolment (cli, cohort->id, number) : NULL;
}

gboolean
sceau_cli_read_optional_date (SceauCli *cli, const char *option, const char *text, SceauDate *date)
{
  *date = SCEAU_NO_DATE;
  return text == NULL || sceau_cli_read_date (cli, option, text, date);
}
