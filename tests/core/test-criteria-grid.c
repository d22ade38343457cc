/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The mark that the points of a criteria grid make. */

#include "sceau-fault.h"
#include "sceau-plan.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  SceauScale scale;
  const char *criteria; /* points of each, in hundredths */
  const char *points;   /* given, in hundredths */
  int mark;             /* hundredths; -1 when it is refused */
  const char *says;
} Row;

#define TWENTY SCEAU_SCALE_TWENTY

static const Row rows[] = {
  { "points out of twenty are the mark", TWENTY, "1000 600 400", "750 450 325", 1525, NULL },
  { "points out of ten count double", TWENTY, "500 500", "350 400", 1500, NULL },
  { "points out of a hundred are brought to the scale", TWENTY, "5000 5000", "3300 4200", 1500, NULL },
  { "no points at all are a zero and no blank", TWENTY, "1000 1000", "0 0", 0, NULL },
  { "all points are the whole scale", TWENTY, "333 333 334", "333 333 334", 2000, NULL },
  { "a half hundredth is rounded up", TWENTY, "1600", "1", 1, NULL },
  { "just under a half hundredth is rounded down", TWENTY, "4100", "1", 0, NULL },
  { "a third is rounded to the hundredth", TWENTY, "300", "100", 667, NULL },
  { "two thirds are rounded to the hundredth", TWENTY, "300", "200", 1333, NULL },
  { "a criterion worth nothing weighs nothing", TWENTY, "1000 0", "500 0", 1000, NULL },
  { "the largest points are exact", TWENTY, "2147483647 2147483647", "2147483647 1073741823", 1500, NULL },
  { "more points than the criterion has are refused by its name", TWENTY, "500 300 200", "400 301 0", -1,
    "Criterion C2 is worth at most 3 points and got 3,01" },
  { "points below zero are refused", TWENTY, "500", "-50", -1, "got -0,5" },
  { "points are not lent from one criterion to another", TWENTY, "500 500", "600 400", -1, "Criterion C1" },
  { "one number too few is refused", TWENTY, "500 500", "500", -1, "has 2 criteria and got points for 1" },
  { "one number too many is refused", TWENTY, "500", "500 500", -1, "got points for 2" },
  { "a modality without a grid makes no mark", TWENTY, "", "", -1, "no criteria grid" },
  { "letters are not made of points", SCEAU_SCALE_LETTERS, "500", "500", -1, "from 0 to 20" },
  { "acquis is not made of points", SCEAU_SCALE_ACQUISITION, "500", "500", -1, "from 0 to 20" },
  { "a grid worth nothing makes no mark", TWENTY, "0 0", "0 0", -1, "worth no points" },
};

static GArray *
read_numbers (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      gint32 number = (gint32) g_ascii_strtoll (*word, NULL, 10);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SceauModality) modality = sceau_modality_new ();
  g_autoptr (GArray) criteria = read_numbers (row->criteria);
  g_autoptr (GArray) points = read_numbers (row->points);
  SceauMark mark = SCEAU_MARK_NONE;
  g_autoptr (GError) error = NULL;

  modality->code = g_strdup ("EC1");
  modality->scale = row->scale;
  for (guint i = 0; i < criteria->len; i++)
    {
      SceauCriterion *criterion = sceau_criterion_new ();

      criterion->code = g_strdup_printf ("C%u", i + 1);
      criterion->points = g_array_index (criteria, gint32, i);
      g_ptr_array_add (modality->criteria, criterion);
    }

  g_assert_cmpint (sceau_modality_mark_from_grid (modality, (const gint32 *) (gpointer) points->data, points->len, &mark, &error), ==,
                   row->mark >= 0);
  if (row->mark >= 0)
    {
      g_assert_no_error (error);
      g_assert_cmpint (mark.kind, ==, SCEAU_MARK_VALUE);
      g_assert_cmpint (mark.value, ==, row->mark);
      return;
    }
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID);
  test_assert_says (error->message, row->says);
  g_assert_cmpint (mark.kind, ==, SCEAU_MARK_BLANK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("criteria-grid", rows, test_row);
  return g_test_run ();
}
