/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Designs and templates as JSON: the shipped ones are whole, and nothing ill-formed is read. */

#include <string.h>

#include "sceau-layout-json.h"
#include "sceau-paper-lint.h"

static const char *const designs[] = { "institutional", "classic", "contemporary" };

static char *
load (const char *name, const char *kind)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.json", name, kind);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "layouts", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_no_fault (const SceauFaults *faults)
{
  if (sceau_faults_length (faults) > 0)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (faults, 0));

      g_error ("%s", text);
    }
}

static SceauDesign *
read_design (const char *id)
{
  g_autofree char *json = load (id, "design");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  SceauDesign *design = sceau_design_read_json (json, -1, faults, &error);

  g_assert_no_error (error);
  assert_no_fault (faults);
  return design;
}

static SceauTemplate *
read_template (SceauPaper paper)
{
  g_autofree char *json = load (sceau_paper_to_id (paper), "template");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  SceauTemplate *template = sceau_template_read_json (json, -1, faults, &error);

  g_assert_no_error (error);
  assert_no_fault (faults);
  return template;
}

static void
test_shipped_ones_are_whole (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (designs); i++)
    {
      g_autoptr (SceauDesign) design = read_design (designs[i]);

      g_assert_cmpstr (design->id, ==, designs[i]);
      for (guint role = 0; role < SCEAU_N_COLOURS; role++)
        if (role != SCEAU_COLOUR_ACCENT)
          g_assert_cmpfloat (sceau_colour_contrast (design->colours[role], 0xFFFFFF), >=, 4.5);
      for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
        {
          g_autoptr (SceauTemplate) template = read_template (paper);
          g_autoptr (SceauFaults) faults = sceau_faults_new ();

          g_assert_cmpint (template->paper, ==, paper);
          sceau_template_check (template, design, faults);
          assert_no_fault (faults);
        }
    }
}

/* What is written is what was read, byte for byte: the shipped files are in the writer's own form. */
static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (designs); i++)
    {
      g_autofree char *json = load (designs[i], "design");
      g_autoptr (SceauDesign) design = read_design (designs[i]);
      g_autofree char *written = sceau_design_write_json (design);

      g_assert_cmpstr (written, ==, json);
    }
  for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
    {
      g_autofree char *json = load (sceau_paper_to_id (paper), "template");
      g_autoptr (SceauTemplate) template = read_template (paper);
      g_autofree char *written = sceau_template_write_json (template);

      g_assert_cmpstr (written, ==, json);
    }
}

typedef struct
{
  const char *name;
  gboolean design;
  const char *from, *to; /* one replacement in the shipped file; from NULL: the whole is to */
  const char *field;     /* of the first fault; NULL: the file as a whole is of no use */
} HostileRow;

static const HostileRow hostile_rows[] = {
  { "an-unknown-key", TRUE, "\"margin\"", "\"marge\"", "“marge”" },
  { "no-version", TRUE, "\"sceau_design\": 1", "\"sceau_design\": 2", "“sceau_design”" },
  { "no-id", TRUE, "\"id\": \"classic\"", "\"id\": \"\"", "“id”" },
  { "an-id-that-is-a-path", TRUE, "\"id\": \"classic\"", "\"id\": \"../classic\"", "“id”" },
  { "a-colour-without-its-sign", TRUE, "#172952", "172952", "“colour_primary”" },
  { "an-unknown-border", TRUE, "\"interlaced\"", "\"barbed\"", "“border”" },
  { "an-unknown-alignment", TRUE, "\"centre\"", "\"right\"", "“alignment”" },
  { "an-unknown-face", TRUE, "\"small_caps\"", "\"comic\"", "styles[0].face" },
  { "a-size-of-zero", TRUE, "\"size\": 23", "\"size\": 0", "styles[0].size" },
  { "a-size-that-is-text", TRUE, "\"size\": 23", "\"size\": \"23\"", "styles[0].size" },
  { "a-size-with-three-decimals", TRUE, "\"size\": 23", "\"size\": 23.125", "styles[0].size" },
  { "a-margin-wider-than-the-page", TRUE, "\"margin\": 22", "\"margin\": 600", "“margin”" },
  { "two-styles-of-one-id", TRUE, "\"id\": \"kind\"", "\"id\": \"issuer\"", "styles[1].id" },
  { "no-json", TRUE, NULL, "Parchemin", NULL },
  { "nothing", TRUE, NULL, "", NULL },
  { "a-list", TRUE, NULL, "[]", "" },
  { "an-unknown-paper", FALSE, "\"certificate\"", "\"diploma\"", "“paper”" },
  { "an-unknown-orientation", FALSE, "\"landscape\"", "\"upright\"", "“orientation”" },
  { "a-line-without-text", FALSE, "\"text\": \"{issuer}\"", "\"text\": \"\"", "lines[0].text" },
  { "a-line-of-a-hundred-lines", FALSE, "\"max_lines\": 2", "\"max_lines\": 100", "lines[0].max_lines" },
  { "a-text-that-grows", FALSE, "\"smallest\": 0.7", "\"smallest\": 1.7", "lines[0].smallest" },
  { "a-key-of-a-divider-that-is-of-a-text", FALSE, "\"divider\": true", "\"divider\": true, \"style\": \"text\"", "lines[2].style" },
};

static void
test_hostile (gconstpointer data)
{
  const HostileRow *row = data;
  g_autofree char *json = load (row->design ? "classic" : "certificate", row->design ? "design" : "template");
  g_autoptr (GString) changed = g_string_new (row->from != NULL ? json : row->to);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gpointer read;

  if (row->from != NULL)
    g_assert_cmpuint (g_string_replace (changed, row->from, row->to, 1), ==, 1);
  if (row->design)
    read = sceau_design_read_json (changed->str, -1, faults, &error);
  else
    read = sceau_template_read_json (changed->str, -1, faults, &error);
  g_assert_null (read);
  if (row->field == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), >=, 1);
  if (*row->field != '\0')
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
}

/* The documentation has every word that a layout may say. */
static void
assert_documented (const char *documentation, const char *id)
{
  g_autofree char *quoted = g_strdup_printf ("`%s`", id);
  g_autofree char *field = g_strdup_printf ("`{%s}`", id);

  if (strstr (documentation, quoted) == NULL && strstr (documentation, field) == NULL)
    g_error ("“%s” is not in TEMPLATES.md", id);
}

static void
test_documentation (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "core", "TEMPLATES.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;
  const SceauLintRule *rules = sceau_lint_rules (&n);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    {
      assert_documented (text, rules[i].id);
      g_assert_nonnull (strstr (text, rules[i].source));
    }
  for (guint i = 0; i < SCEAU_N_FIELDS; i++)
    assert_documented (text, sceau_field_to_id (i));
  for (guint i = 0; i < SCEAU_N_PAPERS; i++)
    assert_documented (text, sceau_paper_to_id (i));
  for (guint i = 0; i < SCEAU_N_BORDERS; i++)
    assert_documented (text, sceau_border_to_id (i));
  for (guint i = 0; i < SCEAU_N_DIVIDERS; i++)
    assert_documented (text, sceau_divider_to_id (i));
  for (guint i = 0; i < SCEAU_N_SEALS; i++)
    assert_documented (text, sceau_seal_to_id (i));
  for (guint i = 0; i < SCEAU_N_FACES; i++)
    assert_documented (text, sceau_face_to_id (i));
  for (guint i = 0; i < SCEAU_N_COLOURS; i++)
    assert_documented (text, sceau_colour_role_to_id (i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/layout-json/shipped-ones-are-whole", test_shipped_ones_are_whole);
  g_test_add_func ("/exchange/layout-json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/layout-json/documentation-has-every-word", test_documentation);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/layout-json/hostile/%s", hostile_rows[i].name);

      g_test_add_data_func (path, &hostile_rows[i], test_hostile);
    }
  return g_test_run ();
}
