/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Which certification, cohort and attempt the grid shows. */

#include <glib/gi18n-lib.h>

#include "sceau-results-page-private.h"

static void
fill (GtkDropDown *chooser, GPtrArray *names, guint selected)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (chooser, selected);
}

static const char *
chosen_code (SceauResultsPage *self)
{
  const SceauCohort *cohort = sceau_results_page_get_cohort (self);

  return cohort != NULL ? cohort->certification_code : NULL;
}

static void
show_certifications (SceauResultsPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->certifications->len; i++)
    {
      const SceauCertification *certification = g_ptr_array_index (self->certifications, i);

      if (g_strcmp0 (certification->code, chosen_code (self)) == 0)
        selected = i;
      g_ptr_array_add (names, g_strdup_printf ("%s · %s", certification->code, certification->title));
    }
  fill (self->certification, names, selected);
}

static void
show_cohorts (SceauResultsPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->cohorts->len; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (self->cohorts, i);

      if (g_strcmp0 (cohort->certification_code, chosen_code (self)) != 0)
        continue;
      if (cohort->id == self->cohort_id)
        selected = names->len;
      g_ptr_array_add (names, g_strdup (cohort->name));
    }
  fill (self->cohort, names, selected);
}

/* One attempt more than there are results for, so that a retake can begin. */
void
sceau_results_page_show_attempts (SceauResultsPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int last = self->sheet != NULL ? sceau_result_sheet_get_last_attempt (self->sheet) : 0;

  for (int attempt = 1; attempt <= MAX (last, self->chosen_attempt - 1) + 1 || attempt <= 2; attempt++)
    g_ptr_array_add (names, g_strdup_printf (_("Attempt %d"), attempt));
  self->updating = TRUE;
  fill (self->attempt, names, (guint) self->chosen_attempt - 1);
  self->updating = FALSE;
}

/* The cohort chosen before, as long as it is there; else the latest one. */
static void
choose_cohort (SceauResultsPage *self)
{
  if (sceau_results_page_get_cohort (self) != NULL)
    return;
  self->cohort_id = self->cohorts->len > 0 ? ((SceauCohort *) g_ptr_array_index (self->cohorts, 0))->id : 0;
  self->chosen_attempt = 1;
}

void
sceau_results_page_show_choices (SceauResultsPage *self)
{
  choose_cohort (self);
  self->updating = TRUE;
  show_certifications (self);
  show_cohorts (self);
  self->updating = FALSE;
}

static void
choose (SceauResultsPage *self, gint64 cohort_id, int attempt)
{
  sceau_result_grid_commit (self->grid);
  self->cohort_id = cohort_id;
  self->chosen_attempt = attempt;
  sceau_results_page_reload (self);
}

/* The @index-th cohort of a certification. */
static const SceauCohort *
find_cohort (SceauResultsPage *self, const char *code, guint index)
{
  for (guint i = 0; i < self->cohorts->len; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (self->cohorts, i);

      if (g_strcmp0 (cohort->certification_code, code) == 0 && index-- == 0)
        return cohort;
    }
  return NULL;
}

static void
certification_cb (SceauResultsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->certification);
  const SceauCertification *certification;
  const SceauCohort *cohort;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  certification = g_ptr_array_index (self->certifications, selected);
  cohort = find_cohort (self, certification->code, 0);
  if (cohort != NULL && cohort->id != self->cohort_id)
    choose (self, cohort->id, 1);
}

static void
cohort_cb (SceauResultsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->cohort);
  const SceauCohort *cohort;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  cohort = find_cohort (self, chosen_code (self), selected);
  if (cohort != NULL && cohort->id != self->cohort_id)
    choose (self, cohort->id, 1);
}

static void
attempt_cb (SceauResultsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->attempt);

  if (!self->updating && selected != GTK_INVALID_LIST_POSITION && (int) selected + 1 != self->chosen_attempt)
    choose (self, self->cohort_id, (int) selected + 1);
}

void
sceau_results_page_listen (SceauResultsPage *self)
{
  g_signal_connect_object (self->certification, "notify::selected", G_CALLBACK (certification_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cohort, "notify::selected", G_CALLBACK (cohort_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::selected", G_CALLBACK (attempt_cb), self, G_CONNECT_SWAPPED);
}
