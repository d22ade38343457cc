/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is read back from a page is what was written, however its letters are drawn together. */

#include "document-fixtures.h"

#include <string.h>

static const char *const letters[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T",
                                       "U", "V", "W", "X", "Y", "Z", "É", "Ç", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                                       "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "é", "œ", "’", "0", "1", "7" };

/* @first with each letter, each pair with @between: "onAAmi", "onABmi", …  Words of one letter with as much space around
 * each would be taken for a word in spaced letters. */
static char *
make_line (const char *first, const char *between)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_string_append_printf (line, "%son%s%s%smi", i > 0 ? " " : "", first, between, letters[i]);
  return g_string_free (line, FALSE);
}

/* Tells where they part, not all of both. */
static void
assert_same (const char *text, const char *expected)
{
  gsize n = 0;

  while (text[n] != '\0' && text[n] == expected[n])
    n++;
  if (text[n] != expected[n])
    g_error ("“%.30s” was read, not “%.30s”", text + (n > 10 ? n - 10 : 0), expected + (n > 10 ? n - 10 : 0));
}

/* All pairs in one face: what pdftotext does not find is a pair that kerning has joined or torn apart. */
static void
check_pairs (SceauFace face, const char *between)
{
  const SceauPdfStyle style = { face, 12, 0, { 0, 0, 0 } };
  g_autoptr (SceauPdf) pdf = sceau_pdf_new ();
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *line = make_line (letters[i], between);

      sceau_pdf_add_page (pdf, 14000, 100);
      sceau_pdf_text (pdf, &style, SCEAU_PDF_LEFT, 20, 50, line);
      g_string_append_printf (expected, "%s%s", i > 0 ? " " : "", line);
    }
  bytes = sceau_pdf_finish (pdf, NULL);
  text = pdf_text (bytes);
  assert_same (text, expected->str);
}

static void
test_pairs (void)
{
  for (guint face = 0; face < SCEAU_N_FACES; face++)
    check_pairs (face, "");
}

static void
test_pairs_with_space (void)
{
  for (guint face = 0; face < SCEAU_N_FACES; face++)
    check_pairs (face, " ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/text-extraction/pairs", test_pairs);
  g_test_add_func ("/documents/text-extraction/pairs-with-space", test_pairs_with_space);
  return g_test_run ();
}
