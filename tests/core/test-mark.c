/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Marks: what may stand in a cell of the results, read and written back exactly. */

#include "sceau-fault.h"
#include "sceau-mark.h"
#include "test-rows.h"

#define TWENTY SCEAU_SCALE_TWENTY
#define LETTERS SCEAU_SCALE_LETTERS
#define ACQUISITION SCEAU_SCALE_ACQUISITION

typedef struct
{
  const char *sentence;
  const char *text;
  SceauScale scale;
  SceauMarkKind kind;
  gint32 value;
  const char *back; /* what is written for it */
} ParseRow;

static const ParseRow good_rows[] = {
  { "a French decimal is read", "14,5", TWENTY, SCEAU_MARK_VALUE, 1450, "14,5" },
  { "a point is as good as a comma", "14.5", TWENTY, SCEAU_MARK_VALUE, 1450, "14,5" },
  { "a closing zero changes nothing", "14,50", TWENTY, SCEAU_MARK_VALUE, 1450, "14,5" },
  { "two decimals are kept exactly", "13,33", TWENTY, SCEAU_MARK_VALUE, 1333, "13,33" },
  { "five hundredths are not five tenths", "9,05", TWENTY, SCEAU_MARK_VALUE, 905, "9,05" },
  { "blanks around are no part of the mark", " 14 ", TWENTY, SCEAU_MARK_VALUE, 1400, "14" },
  { "no-break spaces around are blanks too", "\302\24014\302\240", TWENTY, SCEAU_MARK_VALUE, 1400, "14" },
  { "zero is a mark", "0", TWENTY, SCEAU_MARK_VALUE, 0, "0" },
  { "zero with decimals is zero", "0,00", TWENTY, SCEAU_MARK_VALUE, 0, "0" },
  { "twenty is on the scale", "20", TWENTY, SCEAU_MARK_VALUE, 2000, "20" },
  { "twenty with decimals is still twenty", "20,00", TWENTY, SCEAU_MARK_VALUE, 2000, "20" },
  { "a leading zero is harmless", "08,5", TWENTY, SCEAU_MARK_VALUE, 850, "8,5" },
  { "nothing is blank and not zero", "", TWENTY, SCEAU_MARK_BLANK, 0, "" },
  { "only blanks is blank", "  \t", TWENTY, SCEAU_MARK_BLANK, 0, "" },
  { "no text at all is blank", NULL, TWENTY, SCEAU_MARK_BLANK, 0, "" },
  { "ABS is an absence", "ABS", TWENTY, SCEAU_MARK_ABSENT, 0, "ABS" },
  { "absences are read in any case and gender", "absente", TWENTY, SCEAU_MARK_ABSENT, 0, "ABS" },
  { "an unjustified absence is an absence", "Absence injustifiée", TWENTY, SCEAU_MARK_ABSENT, 0, "ABS" },
  { "EXC is excused", "exc", TWENTY, SCEAU_MARK_EXCUSED, 0, "EXC" },
  { "excused is read without its accent", "excuse", TWENTY, SCEAU_MARK_EXCUSED, 0, "EXC" },
  { "excused is read with its accent in capitals", "EXCUSÉE", TWENTY, SCEAU_MARK_EXCUSED, 0, "EXC" },
  { "ATT is pending", "ATT", TWENTY, SCEAU_MARK_PENDING, 0, "ATT" },
  { "a doubled space does not hide en attente", "en  attente", TWENTY, SCEAU_MARK_PENDING, 0, "ATT" },
  { "DISP is a dispense", "DISP", TWENTY, SCEAU_MARK_EXEMPT, 0, "DISP" },
  { "a decomposed accent is the same accent", "dispense\314\201", TWENTY, SCEAU_MARK_EXEMPT, 0, "DISP" },
  { "fraud is read", "Fraude", TWENTY, SCEAU_MARK_FRAUD, 0, "FRAUDE" },
  { "A is the best letter", "A", LETTERS, SCEAU_MARK_VALUE, 500, "A" },
  { "letters are read in lower case", "c", LETTERS, SCEAU_MARK_VALUE, 300, "C" },
  { "F is zero and not blank", "F", LETTERS, SCEAU_MARK_VALUE, 0, "F" },
  { "states exist on the letter scale", "ABS", LETTERS, SCEAU_MARK_ABSENT, 0, "ABS" },
  { "A on the acquisition scale is acquis", "A", ACQUISITION, SCEAU_MARK_VALUE, 100, "A" },
  { "PA is half way", "pa", ACQUISITION, SCEAU_MARK_VALUE, 50, "PA" },
  { "NA is zero", "NA", ACQUISITION, SCEAU_MARK_VALUE, 0, "NA" },
  { "acquisition is read in words", "Partiellement acquis", ACQUISITION, SCEAU_MARK_VALUE, 50, "PA" },
  { "a hyphen in non-acquis is no matter", "non-acquise", ACQUISITION, SCEAU_MARK_VALUE, 0, "NA" },
};

static void
test_good (gconstpointer data)
{
  const ParseRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *back = NULL;
  SceauMark mark, again;

  g_assert_true (sceau_mark_parse (row->text, row->scale, &mark, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sceau_mark_kind_to_id (mark.kind), ==, sceau_mark_kind_to_id (row->kind));
  g_assert_cmpint (mark.value, ==, row->value);
  back = sceau_mark_to_text (mark, row->scale);
  g_assert_cmpstr (back, ==, row->back);
  g_assert_true (sceau_mark_parse (back, row->scale, &again, NULL));
  g_assert_true (sceau_mark_equal (mark, again));
}

typedef struct
{
  const char *sentence;
  const char *text;
  SceauScale scale;
  const char *says;
} RefuseRow;

static const RefuseRow bad_rows[] = {
  { "three decimals are refused and not rounded", "14,555", TWENTY, "more than two decimals" },
  { "three decimals are too many even when they are zeros", "14,500", TWENTY, "more than two decimals" },
  { "an exponent is no mark", "1e3", TWENTY, "not a mark" },
  { "twenty-one is above the scale", "21", TWENTY, "above 20" },
  { "one hundredth above the scale is above it", "20,01", TWENTY, "above 20" },
  { "a number that overflows is above the scale", "99999999999999999999999", TWENTY, "above 20" },
  { "a negative mark is refused as such", "-1", TWENTY, "below 0" },
  { "minus zero is refused too", "-0", TWENTY, "below 0" },
  { "a plus sign is no mark", "+14", TWENTY, "not a mark" },
  { "a fraction is no mark", "14/20", TWENTY, "not a mark" },
  { "a comma without decimals is no mark", "14,", TWENTY, "not a mark" },
  { "decimals without a whole are no mark", ",5", TWENTY, "not a mark" },
  { "two separators are no mark", "1,4,5", TWENTY, "not a mark" },
  { "a space inside is no mark", "1 4", TWENTY, "not a mark" },
  { "nan is no mark", "nan", TWENTY, "not a mark" },
  { "a hexadecimal is no mark", "0x10", TWENTY, "not a mark" },
  { "digits of another script are no mark", "١٤", TWENTY, "not a mark" },
  { "an unknown word is no mark", "bien", TWENTY, "ABS, EXC, ATT, DISP or FRAUDE" },
  { "a letter is no mark out of twenty", "A", TWENTY, "not a mark" },
  { "A minus is not A", "A-", LETTERS, "not a grade" },
  { "G is no grade", "G", LETTERS, "A, B, C, D, E or F" },
  { "a number is no grade", "14", LETTERS, "not a grade" },
  { "B says nothing about acquisition", "B", ACQUISITION, "PA (partiellement acquis)" },
  { "bytes that are no text are refused", "\377\376", TWENTY, "UTF-8" },
};

static void
test_bad (gconstpointer data)
{
  const RefuseRow *row = data;
  g_autoptr (GError) error = NULL;
  SceauMark mark = { SCEAU_MARK_PENDING, 7 };

  g_assert_false (sceau_mark_parse (row->text, row->scale, &mark, &error));
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID);
  test_assert_says (error->message, row->says);
  /* A refused text leaves the mark as it was. */
  g_assert_cmpint (mark.kind, ==, SCEAU_MARK_PENDING);
  g_assert_cmpint (mark.value, ==, 7);
}

typedef struct
{
  const char *sentence;
  SceauMark mark;
  gint32 pass_mark;
  gboolean passes;
} PassRow;

static const PassRow pass_rows[] = {
  { "the pass mark itself passes", { SCEAU_MARK_VALUE, 1000 }, 1000, TRUE },
  { "one hundredth below the pass mark does not pass", { SCEAU_MARK_VALUE, 999 }, 1000, FALSE },
  { "zero passes a pass mark of zero", { SCEAU_MARK_VALUE, 0 }, 0, TRUE },
  { "blank passes nothing, not even zero", { SCEAU_MARK_BLANK, 0 }, 0, FALSE },
  { "an absence passes nothing, not even zero", { SCEAU_MARK_ABSENT, 0 }, 0, FALSE },
  { "excused passes nothing", { SCEAU_MARK_EXCUSED, 0 }, 0, FALSE },
  { "pending passes nothing", { SCEAU_MARK_PENDING, 0 }, 0, FALSE },
  { "fraud passes nothing", { SCEAU_MARK_FRAUD, 0 }, 0, FALSE },
  { "a dispense passes any pass mark", { SCEAU_MARK_EXEMPT, 0 }, 2000, TRUE },
  { "PA passes when the plan says that PA is enough", { SCEAU_MARK_VALUE, 50 }, 50, TRUE },
  { "PA does not pass where acquis is asked", { SCEAU_MARK_VALUE, 50 }, 100, FALSE },
};

static void
test_pass (gconstpointer data)
{
  const PassRow *row = data;

  g_assert_cmpint (sceau_mark_passes (row->mark, row->pass_mark), ==, row->passes);
}

/* Blank, value, absent, excused, pending, exempt and fraud are seven different things. */
static void
test_seven_states (void)
{
  for (int i = SCEAU_MARK_BLANK; i <= SCEAU_MARK_FRAUD; i++)
    for (int j = SCEAU_MARK_BLANK; j <= SCEAU_MARK_FRAUD; j++)
      {
        g_autofree char *text = sceau_mark_to_text ((SceauMark) { i, 0 }, TWENTY);
        g_autofree char *other = sceau_mark_to_text ((SceauMark) { j, 0 }, TWENTY);

        g_assert_cmpint (sceau_mark_equal ((SceauMark) { i, 0 }, (SceauMark) { j, 0 }), ==, i == j);
        g_assert_cmpint (g_str_equal (text, other), ==, i == j);
      }
}

/* Every mark out of twenty is written so that it is read back as itself. */
static void
test_all_marks (void)
{
  for (gint32 value = 0; value <= 2000; value++)
    {
      g_autofree char *text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, value }, TWENTY);
      SceauMark mark;

      g_assert_true (sceau_mark_parse (text, TWENTY, &mark, NULL));
      g_assert_cmpint (mark.value, ==, value);
    }
}

static void
test_long_text (void)
{
  g_autofree char *page = g_strnfill (1000000, 'x');
  g_autoptr (GError) error = NULL;
  SceauMark mark;

  g_assert_false (sceau_mark_parse (page, TWENTY, &mark, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("mark/read", good_rows, test_good);
  TEST_ROWS_ADD ("mark/refuse", bad_rows, test_bad);
  TEST_ROWS_ADD ("mark/pass", pass_rows, test_pass);
  g_test_add_func ("/core/mark/seven-states-differ", test_seven_states);
  g_test_add_func ("/core/mark/every-mark-comes-back", test_all_marks);
  g_test_add_func ("/core/mark/a-page-in-a-cell-makes-a-short-sentence", test_long_text);
  return g_test_run ();
}
