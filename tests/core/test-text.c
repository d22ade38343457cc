/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Texts: what is the same to a reader, capitals, spaces, numbers and dates in words. */

#include "sceau-text.h"
#include "test-rows.h"

typedef char *(*TextFunc) (const char *text);

typedef struct
{
  const char *sentence;
  TextFunc func;
  const char *text;
  const char *expected;
} TextRow;

static const TextRow text_rows[] = {
  { "blanks around are trimmed", sceau_text_normalise, "  Zoé\t", "Zoé" },
  { "no-break spaces around are trimmed", sceau_text_normalise, "\302\240Zoé\342\200\257", "Zoé" },
  { "a byte order mark is trimmed", sceau_text_normalise, "\357\273\277Zoé", "Zoé" },
  { "zero-width blanks within are dropped", sceau_text_normalise, "Zo\342\200\213é", "Zoé" },
  { "a mark of one letter's direction is dropped", sceau_text_normalise, "\342\200\216Zoé", "Zoé" },
  { "what turns the direction stays to be refused", sceau_text_normalise, "\342\200\256Zoé", "\342\200\256Zoé" },
  { "joiners are dropped", sceau_text_normalise, "Zo\342\200\215\342\200\214é", "Zoé" },
  { "a soft hyphen is dropped", sceau_text_normalise, "tech\302\255nique", "technique" },
  { "line breaks of a reason are blanks", sceau_text_to_paragraph, " Un.\r\n\r\nDeux.\n", "Un. Deux." },
  { "a paragraph of nothing is no text", sceau_text_to_paragraph, "\n \r\n", NULL },
  { "what turns the direction is shown by its number", sceau_text_show, "Zo\342\200\256é", "Zo\\u202Eé" },
  { "a control character is shown by its number", sceau_text_show, "Zo\033[31mé", "Zo\\u001B[31mé" },
  { "a line break is shown as a blank", sceau_text_show, "Zo\né", "Zo é" },
  { "a text of zero-width blanks is no text", sceau_text_normalise, " \342\200\213\342\201\240", NULL },
  { "a decomposed accent is composed", sceau_text_normalise, "Zoe\314\201", "Zoé" },
  { "nothing left is no text", sceau_text_normalise, " \302\240 ", NULL },
  { "bytes that are no text are no text", sceau_text_normalise, "Zo\351", NULL },
  { "accents and case are folded", sceau_text_fold, "LEFÈVRE", "lefevre" },
  { "a ligature is two letters", sceau_text_fold, "Œuvre", "oeuvre" },
  { "a Polish stroke is folded", sceau_text_fold, "Łukasz", "lukasz" },
  { "a Hungarian accent is folded", sceau_text_fold, "Erdős", "erdos" },
  { "either apostrophe is a space", sceau_text_fold, "L’Haÿ-les-Roses", "l hay les roses" },
  { "the straight apostrophe folds alike", sceau_text_fold, "l'hay les roses", "l hay les roses" },
  { "doubled spaces are one", sceau_text_fold, "  a \t b ", "a b" },
  { "a soft hyphen is not there", sceau_text_fold, "tech\302\255nique", "technique" },
  { "punctuation alone folds to nothing", sceau_text_fold, "« … »", "" },
  { "a symbol is no punctuation", sceau_text_fold, "C++", "c++" },
  { "bytes that are no text fold to nothing", sceau_text_fold, "\377", "" },
  { "no text folds to nothing", sceau_text_fold, NULL, "" },
  { "capitals keep their accents", sceau_text_upper, "Lefèvre", "LEFÈVRE" },
  { "the cedilla and the ligature have capitals", sceau_text_upper, "François Lœw", "FRANÇOIS LŒW" },
  { "a y with a diaeresis has its capital", sceau_text_upper, "L'Haÿ", "L'HAŸ" },
  { "a sharp s becomes two", sceau_text_upper, "Strauß", "STRAUSS" },
  { "a space before a colon is kept on the line", sceau_text_french_spaces, "a : b", "a\302\240: b" },
  { "a space inside the guillemets is kept", sceau_text_french_spaces, "« a »", "«\302\240a\302\240»" },
  { "a space before per cent is kept", sceau_text_french_spaces, "79 %", "79\302\240%" },
  { "no space is added to a time", sceau_text_french_spaces, "10:30", "10:30" },
  { "other spaces stay ordinary", sceau_text_french_spaces, "a b ; c", "a b\302\240; c" },
};

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autofree char *text = row->func (row->text);

  g_assert_cmpstr (text, ==, row->expected);
}

typedef struct
{
  const char *sentence;
  int number;
  const char *words;
} NumberRow;

static const NumberRow number_rows[] = {
  { "zero has a word", 0, "zéro" },
  { "sixteen is the last of its kind", 16, "seize" },
  { "seventeen is composed", 17, "dix-sept" },
  { "twenty-one has et", 21, "vingt et un" },
  { "twenty-two has a hyphen", 22, "vingt-deux" },
  { "sixty-one has et", 61, "soixante et un" },
  { "seventy counts on from sixty", 70, "soixante-dix" },
  { "seventy-one has et", 71, "soixante et onze" },
  { "seventy-nine", 79, "soixante-dix-neuf" },
  { "eighty takes an s", 80, "quatre-vingts" },
  { "eighty-one has neither s nor et", 81, "quatre-vingt-un" },
  { "ninety", 90, "quatre-vingt-dix" },
  { "ninety-one has no et", 91, "quatre-vingt-onze" },
  { "one hundred has no one", 100, "cent" },
  { "one hundred and one", 101, "cent un" },
  { "two hundred takes an s", 200, "deux cents" },
  { "two hundred and eighty keeps only the last s", 280, "deux cent quatre-vingts" },
  { "one thousand has no one", 1000, "mille" },
  { "nineteen hundred and ninety-four", 1994, "mille neuf cent quatre-vingt-quatorze" },
  { "two thousand takes no s", 2000, "deux mille" },
  { "two thousand and twenty-six", 2026, "deux mille vingt-six" },
  { "eighty thousand loses the s", 80000, "quatre-vingt mille" },
  { "two hundred thousand loses the s", 200000, "deux cent mille" },
  { "the greatest number", 999999, "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf" },
};

static void
test_number (gconstpointer data)
{
  const NumberRow *row = data;
  g_autofree char *words = sceau_french_number (row->number);

  g_assert_cmpstr (words, ==, row->words);
}

static void
test_date_in_words (void)
{
  g_autofree char *first = sceau_french_date_in_words (sceau_date_new (2026, 1, 1));
  g_autofree char *other = sceau_french_date_in_words (sceau_date_new (2026, 11, 22));
  g_autofree char *none = sceau_french_date_in_words (SCEAU_NO_DATE);

  g_assert_cmpstr (first, ==, "premier janvier deux mille vingt-six");
  g_assert_cmpstr (other, ==, "vingt-deux novembre deux mille vingt-six");
  g_assert_cmpstr (none, ==, "");
}

static void
test_same (void)
{
  g_assert_true (sceau_text_same ("École d’Exemple", "ECOLE D'EXEMPLE"));
  g_assert_false (sceau_text_same ("École A", "École B"));
}

static void
test_sha256 (void)
{
  g_autofree char *empty = sceau_sha256 ("", 0);
  g_autofree char *abc = sceau_sha256 ("abc", 3);

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

typedef struct
{
  const char *sentence;
  const char *text;
  SceauTextKind kind;
  const char *reason; /* a part of it; NULL when the text may enter */
} RuleRow;

static const RuleRow rule_rows[] = {
  { "an ordinary line may enter", "Zoé d’Exemple (née Œuf)", SCEAU_TEXT_LINE, NULL },
  { "no text may enter", NULL, SCEAU_TEXT_LINE, NULL },
  { "a bell is refused", "Zo\aé", SCEAU_TEXT_LINE, "U+0007" },
  { "a bell is refused in a reason too", "Zo\aé", SCEAU_TEXT_NOTE, "U+0007" },
  { "an escape sequence is refused everywhere", "\033[2J", SCEAU_TEXT_FREE, "U+001B" },
  { "a control character of Windows is refused", "l\302\222été", SCEAU_TEXT_LINE, "U+0092" },
  { "an override is refused", "Zo\342\200\256é", SCEAU_TEXT_LINE, "U+202E" },
  { "an isolate is refused in a reason", "\342\201\246Zoé", SCEAU_TEXT_NOTE, "U+2066" },
  { "an override is refused over several lines", "a\nb\342\200\255", SCEAU_TEXT_FREE, "U+202D" },
  { "a line break is refused on a line", "Zo\né", SCEAU_TEXT_LINE, "line break" },
  { "a line separator is refused on a line", "Zo\342\200\250é", SCEAU_TEXT_LINE, "line break" },
  { "a line break may stand in a reason", "Zo\né", SCEAU_TEXT_NOTE, NULL },
  { "joiners are no harm", "Zo\342\200\215é", SCEAU_TEXT_LINE, NULL },
  { "bytes that are no text are refused", "Zo\351", SCEAU_TEXT_NOTE, "UTF-8" },
};

static void
test_rule (gconstpointer data)
{
  const RuleRow *row = data;
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  g_assert_cmpint (sceau_text_check (row->text, row->kind, &reason, &remedy), ==, row->reason == NULL);
  if (row->reason == NULL)
    return;
  g_assert_nonnull (strstr (reason, row->reason));
  g_assert_cmpstr (remedy, !=, "");
}

typedef struct
{
  const char *sentence;
  int length;
  SceauTextKind kind;
  gboolean enters;
} LengthRow;

static const LengthRow length_rows[] = {
  { "a line has up to two hundred characters", 200, SCEAU_TEXT_LINE, TRUE },
  { "a longer line is refused", 201, SCEAU_TEXT_LINE, FALSE },
  { "a reason has up to two thousand characters", 2000, SCEAU_TEXT_NOTE, TRUE },
  { "a longer reason is refused", 2001, SCEAU_TEXT_NOTE, FALSE },
  { "a reason of a hundred kilobytes is refused", 100000, SCEAU_TEXT_NOTE, FALSE },
  { "what is checked again has any length", 100000, SCEAU_TEXT_FREE, TRUE },
};

static void
test_length (gconstpointer data)
{
  const LengthRow *row = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;
  g_autofree char *shown = NULL;

  for (int i = 0; i < row->length; i++)
    g_string_append (text, "é");
  g_assert_cmpint (sceau_text_check (text->str, row->kind, &reason, &remedy), ==, row->enters);
  shown = sceau_text_show (text->str);
  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("text", text_rows, test_text);
  TEST_ROWS_ADD ("text/rule", rule_rows, test_rule);
  TEST_ROWS_ADD ("text/length", length_rows, test_length);
  TEST_ROWS_ADD ("text/number", number_rows, test_number);
  g_test_add_func ("/core/text/date-in-words", test_date_in_words);
  g_test_add_func ("/core/text/same", test_same);
  g_test_add_func ("/core/text/sha256-of-the-standard", test_sha256);
  return g_test_run ();
}
