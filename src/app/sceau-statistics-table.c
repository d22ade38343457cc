/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-statistics-table.h"

#include <glib/gi18n-lib.h>

#include "sceau-statistics-data.h"

#define N_COLUMNS 6

/* A wide table is pushed to and fro rather than squeezed: its figures stay whole. */
static GtkWidget *
frame_new (GtkWidget *grid, const char *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (grid, "sceau-figures");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return scrolled;
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
grid_new (void)
{
  const char *const titles[N_COLUMNS] = { _("Year"),
                                          _("Certified people"),
                                          _("of which VAE"),
                                          _("Employment,\nat 6 months"),
                                          _("Target job,\nat 6 months"),
                                          _("Target job,\nat 2 years") };
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *title = label_new (titles[i], "title");

      gtk_label_set_yalign (GTK_LABEL (title), 1);
      gtk_widget_set_hexpand (title, i > 0);
      gtk_grid_attach (GTK_GRID (grid), title, i, 0, 1, 1);
    }
  return grid;
}

static void
attach (GtkWidget *grid, int column, int row, const char *figure, const char *terms)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), label_new (figure, "figure"));
  if (terms != NULL)
    gtk_box_append (GTK_BOX (box), label_new (terms, "terms"));
  gtk_grid_attach (GTK_GRID (grid), box, column, row, 1, 1);
}

static void
attach_number (GtkWidget *grid, int column, int row, int number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%d", number) : g_strdup ("–");

  attach (grid, column, row, text, NULL);
}

/* A rate never stands without its terms: FORMATS §3.2. */
static void
attach_rate (GtkWidget *grid, int column, int row, SceauRate rate, int respondents, int certified)
{
  g_autofree char *figure = sceau_statistics_rate_text (rate);
  /* Translators: how many of the people asked have answered. */
  g_autofree char *answers = g_strdup_printf (_("%d of %d answered"), respondents, certified);
  g_autofree char *terms = rate.state == SCEAU_RATE_NOT_DUE
    ? g_steal_pointer (&answers)
    : g_strdup_printf ("%d / %d\n%s", rate.numerator, rate.denominator, answers);

  attach (grid, column, row, figure, terms);
}

GtkWidget *
sceau_statistics_table_new (GPtrArray *years)
{
  GtkWidget *grid = grid_new ();

  for (guint i = 0; i < years->len; i++)
    {
      const SceauStatisticsYear *year = g_ptr_array_index (years, i);
      int row = (int) i + 1;

      attach_number (grid, 0, row, year->year);
      attach_number (grid, 1, row, year->certified);
      attach_number (grid, 2, row, year->certified_vae);
      attach_rate (grid, 3, row, year->global_6m, year->respondents_6m, year->certified);
      attach_rate (grid, 4, row, year->target_6m, year->respondents_6m, year->certified);
      attach_rate (grid, 5, row, year->target_24m, year->respondents_24m, year->certified);
    }
  return frame_new (grid, _("Figures from the school’s data"));
}

static void
attach_percent (GtkWidget *grid, int column, int row, int percent)
{
  g_autofree char *text = sceau_statistics_percent_text (percent);

  attach (grid, column, row, text, NULL);
}

GtkWidget *
sceau_statistics_published_table_new (GPtrArray *published)
{
  GtkWidget *grid = grid_new ();

  for (guint i = 0; i < published->len; i++)
    {
      const SceauPublishedStatistics *year = g_ptr_array_index (published, i);
      int row = (int) i + 1;

      attach_number (grid, 0, row, year->year);
      attach_number (grid, 1, row, year->certified);
      attach_number (grid, 2, row, year->certified_vae);
      attach_percent (grid, 3, row, year->global_6m);
      attach_percent (grid, 4, row, year->target_6m);
      attach_percent (grid, 5, row, year->target_24m);
    }
  return frame_new (grid, _("Figures published on the fiche"));
}
