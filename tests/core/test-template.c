/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Templates: fields, mandatory mentions, forbidden words. */

#include "sceau-paper-lint.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *text;
  const char *pieces; /* fields between angle brackets; NULL: refused */
} SplitRow;

static const SplitRow split_rows[] = {
  { "text without a field is one piece", "délivrée à", "délivrée à|" },
  { "a field alone is one piece", "{name}", "<name>|" },
  { "text and fields come in their order", "à {name}, {birth}.", "à |<name>|, |<birth>|.|" },
  { "two fields may touch", "{code}{title}", "<code>|<title>|" },
  { "doubled braces are braces", "{{name}}", "{name}|" },
  { "nothing has no piece", "", "" },
  { "an unknown field is refused", "{nom}", NULL },
  { "an empty field is refused", "{}", NULL },
  { "a brace that is not closed is refused", "à {name", NULL },
  { "a brace that closes nothing is refused", "name}", NULL },
  { "blanks in a field are refused", "{ name }", NULL },
};

static void
note_piece (SceauField field, const char *literal, gpointer data)
{
  GString *pieces = data;

  if (literal != NULL)
    g_string_append_printf (pieces, "%s|", literal);
  else
    g_string_append_printf (pieces, "<%s>|", sceau_field_to_id (field));
}

static void
test_split (gconstpointer data)
{
  const SplitRow *row = data;
  g_autoptr (GString) pieces = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (row->pieces == NULL)
    {
      g_assert_false (sceau_template_split (row->text, note_piece, pieces, &error));
      g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID);
      return;
    }
  sceau_template_split (row->text, note_piece, pieces, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pieces->str, ==, row->pieces);
}

typedef struct
{
  const char *sentence;
  const char *text;
  const char *found; /* NULL: clean */
} WordRow;

static const WordRow word_rows[] = {
  { "ordinary words are clean", "Délivré au nom de l’école", NULL },
  { "Master is forbidden", "Master en cybersécurité", "Master" },
  { "Master is forbidden in any case", "MASTER OF EXAMPLES", "MASTER" },
  { "Mastère is forbidden", "Mastère Spécialisé", "Mastère" },
  { "Mastere without its accent is forbidden", "mastere", "mastere" },
  { "accents apart change nothing", "Maste\u0300re", "Mastère" },
  { "mastering is a word like another", "le mastering audio", NULL },
  { "bac+5 is forbidden", "niveau bac+5", "bac+5" },
  { "bac + 5 with no-break spaces is forbidden", "niveau Bac\u00A0+\u202F5", "Bac\u00A0+\u202F5" },
  { "a bac alone is not", "après le bac", NULL },
  { "titre professionnel is the Ministry’s", "Titre professionnel d’expert", "Titre professionnel" },
  { "diplôme d’État is the State’s", "Diplôme d’État", "Diplôme d’État" },
  { "with a straight apostrophe too", "diplome d'etat", "diplome d'etat" },
  { "République française is the State’s", "RÉPUBLIQUE FRANÇAISE", "RÉPUBLIQUE FRANÇAISE" },
  { "Marianne is the State’s", "Marianne", "Marianne" },
  { "so is a holder called Marianne, whose name is a field", "Marianne Exemple", "Marianne" },
  { "Qualiopi is not of this paper", "certifié Qualiopi", "Qualiopi" },
  { "sous réserve misleads", "sous réserve d’obtention", "sous réserve" },
  { "en cours d’enregistrement misleads", "fiche en cours d’enregistrement", "en cours d’enregistrement" },
};

static void
test_words (gconstpointer data)
{
  const WordRow *row = data;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  const gboolean clean = sceau_lint_forbidden_words (row->text, "ligne", faults);

  g_assert_cmpint (clean, ==, row->found == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->found != NULL ? 1 : 0);
  if (row->found == NULL)
    return;
  g_assert_cmpstr (sceau_faults_get (faults, 0)->value, ==, row->found);
  g_assert_cmpstr (sceau_faults_get (faults, 0)->place, ==, "ligne");
  g_assert_nonnull (sceau_faults_get (faults, 0)->source);
}

/* --- A whole template ------------------------------------------------------ */

static void
add_line (SceauTemplate *template, const char *text)
{
  SceauTemplateLine *line = g_new0 (SceauTemplateLine, 1);

  line->kind = SCEAU_LINE_TEXT;
  line->text = g_strdup (text);
  line->style = g_strdup ("text");
  line->max_lines = 2;
  line->smallest = 0.8;
  g_ptr_array_add (template->lines, line);
}

static SceauDesign *
make_design (void)
{
  SceauDesign *design = sceau_design_new ();
  SceauTextStyle *style = g_new0 (SceauTextStyle, 1);

  style->id = g_strdup ("text");
  style->size = 12;
  g_ptr_array_add (design->styles, style);
  return design;
}

/* With every mandatory mention but @left_out. */
static SceauTemplate *
make_template (SceauPaper paper, int left_out)
{
  SceauTemplate *template = sceau_template_new ();

  template->paper = paper;
  for (guint field = 0; field < SCEAU_N_FIELDS; field++)
    if (sceau_field_required (paper, field) != NULL && (int) field != left_out)
      {
        g_autofree char *text = g_strdup_printf ("{%s}", sceau_field_to_id (field));

        add_line (template, text);
      }
  return template;
}

/* Each mandatory mention of each paper is missed when it is not there, by its name and with the text that asks for it. */
static void
test_each_mention_is_missed (void)
{
  g_autoptr (SceauDesign) design = make_design ();
  guint n_required = 0;

  for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
    for (int field = -1; field < SCEAU_N_FIELDS; field++)
      {
        const gboolean required = field >= 0 && sceau_field_required (paper, field) != NULL;
        g_autoptr (SceauTemplate) template = make_template (paper, field);
        g_autoptr (SceauFaults) faults = sceau_faults_new ();

        g_assert_cmpint (sceau_template_check (template, design, faults), ==, !required);
        g_assert_cmpuint (sceau_faults_length (faults), ==, required ? 1 : 0);
        if (!required)
          continue;
        n_required++;
        g_assert_cmpstr (sceau_faults_get (faults, 0)->source, ==, sceau_field_required (paper, field));
        g_assert_nonnull (strstr (sceau_faults_get (faults, 0)->value, sceau_field_to_id (field)));
      }
  g_assert_cmpuint (n_required, >=, 8 + 8 + 2 + 9 + 7);
}

typedef struct
{
  const char *sentence;
  const char *text, *style;
  double gap, smallest;
  int max_lines;
  const char *field; /* of the fault; NULL: accepted */
} LineRow;

static const LineRow line_rows[] = {
  { "a line of the school’s own is accepted", "Promotion {title}", "text", 4, 0.8, 2, NULL },
  { "a style that the design lacks is refused", "x", "fancy", 4, 0.8, 2, "style" },
  { "no style is refused", "x", NULL, 4, 0.8, 2, "style" },
  { "no text is refused", NULL, "text", 4, 0.8, 2, "text" },
  { "an empty text is refused", "", "text", 4, 0.8, 2, "text" },
  { "an unknown field is refused", "{nom}", "text", 4, 0.8, 2, "text" },
  { "a gap below zero is refused", "x", "text", -1, 0.8, 2, "gap" },
  { "a gap of a page is refused", "x", "text", 900, 0.8, 2, "gap" },
  { "no line for a text is refused", "x", "text", 4, 0.8, 0, "max_lines" },
  { "a text too small to be read is refused", "x", "text", 4, 0.1, 2, "smallest" },
  { "a text that grows is refused", "x", "text", 4, 1.5, 2, "smallest" },
};

static void
test_line (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (SceauDesign) design = make_design ();
  g_autoptr (SceauTemplate) template = make_template (SCEAU_PAPER_CERTIFICATE, -1);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  SceauTemplateLine *line;

  add_line (template, row->text);
  line = g_ptr_array_index (template->lines, template->lines->len - 1);
  g_free (line->style);
  line->style = g_strdup (row->style);
  line->gap = row->gap;
  line->smallest = row->smallest;
  line->max_lines = row->max_lines;
  g_assert_cmpint (sceau_template_check (template, design, faults), ==, row->field == NULL);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
}

static void
test_a_copied_style_stands_alone (void)
{
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (SceauHouseStyle) copy = NULL;

  style->design = g_strdup ("classic");
  style->accent = 0x123456;
  style->logo = g_new0 (SceauPicture, 1);
  style->logo->png = g_bytes_new_static ("png", 3);
  style->logo->width = 7;
  copy = sceau_house_style_copy (style);
  g_clear_pointer (&style->logo, sceau_picture_free);
  g_assert_cmpstr (copy->design, ==, "classic");
  g_assert_true (copy->design != style->design);
  g_assert_cmpint (copy->primary, ==, -1);
  g_assert_cmpint (copy->accent, ==, 0x123456);
  g_assert_cmpint (copy->logo->width, ==, 7);
  g_assert_cmpmem (g_bytes_get_data (copy->logo->png, NULL), g_bytes_get_size (copy->logo->png), "png", 3);
  g_assert_null (copy->seal);
  g_assert_null (sceau_picture_copy (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("template/split", split_rows, test_split);
  TEST_ROWS_ADD ("template/words", word_rows, test_words);
  TEST_ROWS_ADD ("template/line", line_rows, test_line);
  g_test_add_func ("/core/template/each-mandatory-mention-is-missed", test_each_mention_is_missed);
  g_test_add_func ("/core/template/a-copied-style-stands-alone", test_a_copied_style_stands_alone);
  return g_test_run ();
}
