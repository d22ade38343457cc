/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-text.h"

static const char *const small_numbers[] = {
  "zéro", "un",   "deux",  "trois",  "quatre",   "cinq",   "six",   "sept",     "huit",     "neuf",
  "dix",  "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
};

/* Seventy and ninety count on from sixty and eighty: "soixante-treize", "quatre-vingt-treize". */
static const char *const tens[] = {
  NULL,        NULL,       "vingt",    "trente",       "quarante",
  "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt",
};

/* @last: no word follows, so that "vingt" and "cent" take their s ("quatre-vingts", but "quatre-vingt mille"). */
static void
append_below_hundred (GString *words, int number, gboolean last)
{
  int ten = number / 10;
  int rest = number % 10 + (ten == 7 || ten == 9 ? 10 : 0);

  if (number < (int) G_N_ELEMENTS (small_numbers))
    {
      g_string_append (words, small_numbers[number]);
      return;
    }
  g_string_append (words, tens[ten]);
  if (rest == 0)
    g_string_append (words, ten == 8 && last ? "s" : "");
  else if ((rest == 1 || rest == 11) && ten < 8)
    g_string_append_printf (words, " et %s", small_numbers[rest]);
  else
    g_string_append_printf (words, "-%s", small_numbers[rest]);
}

static void
append_below_thousand (GString *words, int number, gboolean last)
{
  int hundreds = number / 100;
  int rest = number % 100;

  if (hundreds > 1)
    g_string_append_printf (words, "%s ", small_numbers[hundreds]);
  if (hundreds > 0)
    g_string_append (words, "cent");
  if (hundreds > 1 && rest == 0 && last)
    g_string_append_c (words, 's');
  if (hundreds > 0 && rest > 0)
    g_string_append_c (words, ' ');
  if (rest > 0)
    append_below_hundred (words, rest, last);
}

char *
sceau_french_number (int number)
{
  g_autoptr (GString) words = NULL;
  int thousands = number / 1000;
  int rest = number % 1000;

  g_return_val_if_fail (number >= 0 && number <= 999999, NULL);

  words = g_string_new (NULL);
  if (thousands > 1)
    {
      append_below_thousand (words, thousands, FALSE);
      g_string_append_c (words, ' ');
    }
  if (thousands > 0)
    g_string_append (words, "mille");
  if (thousands > 0 && rest > 0)
    g_string_append_c (words, ' ');
  if (rest > 0)
    append_below_thousand (words, rest, TRUE);
  if (number == 0)
    g_string_append (words, small_numbers[0]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
sceau_french_date_in_words (SceauDate date)
{
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;

  if (date == SCEAU_NO_DATE)
    return g_strdup ("");
  day = sceau_date_day (date) == 1 ? g_strdup ("premier") : sceau_french_number (sceau_date_day (date));
  year = sceau_french_number (sceau_date_year (date));
  return g_strdup_printf ("%s %s %s", day, sceau_date_french_month (sceau_date_month (date)), year);
}
