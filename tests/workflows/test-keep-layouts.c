/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's own designs and templates: in and out as files, refused with every fault at once. */

#include "sceau-keep-layouts.h"

#include <gio/gio.h>
#include <string.h>

#include "sceau-house-look.h"
#include "sceau-house-style-table.h"
#include "sceau-keep-house-style.h"
#include "sceau-keep-school.h"
#include "sceau-workflow-fixture.h"

static char *
shipped (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "layouts", name, NULL);
}

/* A shipped layout with each @from of @changes replaced by what follows it; written as layout.json (transfer full). */
static char *
write_changed (SceauWorkflowFixture *fixture, const char *name, const char *const *changes)
{
  g_autofree char *path = shipped (name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; changes[i] != NULL; i += 2)
    {
      g_auto (GStrv) parts = g_strsplit (text, changes[i], 2);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_free (text);
      text = g_strjoinv (changes[i + 1], parts);
    }
  return sceau_workflow_fixture_write (fixture, "layout.json", text);
}

static void
import (SceauWorkflowFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!sceau_import_layout (fixture->school, path, fixture->faults, &error))
    {
      sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, -1, "");
      g_error ("%s", error->message);
    }
}

static void
assert_sound (SceauWorkflowFixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 0);
}

static const SceauLayout *
find (GPtrArray *layouts, const char *id)
{
  for (guint i = 0; i < layouts->len; i++)
    if (g_str_equal (((SceauLayout *) g_ptr_array_index (layouts, i))->id, id))
      return g_ptr_array_index (layouts, i);
  return NULL;
}

static void
choose (SceauWorkflowFixture *fixture, const char *design)
{
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (GError) error = NULL;

  style->design = g_strdup (design);
  g_assert_true (sceau_save_house_style (fixture->school, NULL, style, NULL, fixture->faults, &error));
  g_assert_no_error (error);
}

static void
test_lists_what_comes_with_sceau (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (GPtrArray) layouts = sceau_list_layouts (fixture->school, NULL);
  g_autoptr (GPtrArray) designs = sceau_list_designs (fixture->school, NULL);

  g_assert_cmpuint (layouts->len, ==, 3 + SCEAU_N_PAPERS);
  g_assert_cmpuint (designs->len, ==, 3);
  g_assert_true (find (layouts, "classic")->in_use);
  g_assert_false (find (layouts, "contemporary")->in_use);
  for (guint i = 0; i < layouts->len; i++)
    g_assert_false (((SceauLayout *) g_ptr_array_index (layouts, i))->own);
}

static void
test_a_template_takes_the_place_of_the_shipped_one (void)
{
  static const char *const changes[] = { "\"title\": \"Parchemin\"", "\"title\": \"Parchemin de l’école\"",
                                         "\"text\": \"{issuer}\"",   "\"text\": \"{issuer} — École d’exemple\"", NULL };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = write_changed (fixture, "certificate.template.json", changes);
  g_autoptr (SceauHouseLook) look = NULL, back = NULL;
  g_autoptr (GPtrArray) layouts = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, path);
  import (fixture, path); /* the same again is no change */
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "layout.save"), ==, 1);
  layouts = sceau_list_layouts (fixture->school, NULL);
  g_assert_true (find (layouts, "certificate")->own);
  g_assert_cmpstr (find (layouts, "certificate")->title, ==, "Parchemin de l’école");
  look = sceau_load_house_look (fixture->school, NULL);
  g_assert_cmpstr (look->templates[SCEAU_PAPER_CERTIFICATE]->title, ==, "Parchemin de l’école");
  assert_sound (fixture);
  g_assert_true (sceau_remove_layout (fixture->school, "template", "certificate", &error));
  back = sceau_load_house_look (fixture->school, NULL);
  g_assert_cmpstr (back->templates[SCEAU_PAPER_CERTIFICATE]->title, ==, "Parchemin");
  g_assert_false (sceau_remove_layout (fixture->school, "template", "certificate", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  assert_sound (fixture);
}

static void
test_a_design_of_the_school_is_chosen (void)
{
  static const char *const changes[] = { "\"id\": \"classic\"", "\"id\": \"bleu\"", "Classique, orné", "Bleu", "#172952", "#0a2a6a", NULL };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = write_changed (fixture, "classic.design.json", changes);
  g_autoptr (GPtrArray) layouts = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, path);
  choose (fixture, "bleu");
  layouts = sceau_list_layouts (fixture->school, NULL);
  g_assert_true (find (layouts, "bleu")->in_use);
  g_assert_false (find (layouts, "classic")->in_use);
  g_assert_false (sceau_remove_layout (fixture->school, "design", "bleu", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED);
  g_clear_error (&error);
  assert_sound (fixture);
  choose (fixture, "institutional");
  g_assert_true (sceau_remove_layout (fixture->school, "design", "bleu", &error));
  g_assert_no_error (error);
  g_assert_false (sceau_remove_layout (fixture->school, "design", "classic", &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  assert_sound (fixture);
}

/* What goes out comes in again, and says the same. */
static void
test_every_layout_goes_out_and_comes_in (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (GPtrArray) layouts = sceau_list_layouts (fixture->school, NULL);

  for (guint i = 0; i < layouts->len; i++)
    {
      const SceauLayout *layout = g_ptr_array_index (layouts, i);
      g_autofree char *name = g_strdup_printf ("%s-%s.json", layout->kind, layout->id);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (sceau_export_layout (fixture->school, layout->kind, layout->id, path, &error));
      g_assert_no_error (error);
      sceau_workflow_fixture_forget_faults (fixture);
      if (g_str_equal (layout->kind, "template"))
        g_assert_true (sceau_check_layout (fixture->school, path, fixture->faults, &error));
      else
        {
          /* All that is wrong with it is that Sceau has it already. */
          g_assert_false (sceau_check_layout (fixture->school, path, fixture->faults, &error));
          g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 1);
          g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "comes with Sceau"));
          g_clear_error (&error);
        }
      g_assert_false (sceau_export_layout (fixture->school, layout->kind, layout->id, path, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
    }
}

static void
test_names_that_are_no_layout_are_refused (void)
{
  static const char *const rows[][2] = { { "design", "baroque" }, { "template", "diploma" }, { "poster", "classic" }, { "design", "../classic" } };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sceau_export_layout (fixture->school, rows[i][0], rows[i][1], path, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Each row spoils a shipped layout; every fault has its place, and nothing is written. */
static void
test_faulty_layouts_are_refused (void)
{
  static const struct
  {
    const char *file;
    const char *changes[5];
    const char *words[3];
  } rows[] = {
    { "certificate.template.json", { "{registration}", "sans mention" }, { "lacks a mandatory mention" } },
    { "certificate.template.json", { "{level}", "sans", "{nsf}", "sans" }, { "{level}", "{nsf}" } },
    { "certificate.template.json", { "{issuer}", "{issuer}, grade de master" }, { "line 1 of the template" } },
    { "certificate.template.json", { "{issuer}", "{emitter}" }, { "emitter" } },
    { "certificate.template.json", { "{issuer}", "{issuer} 🦊" }, { "U+1F98A" } },
    { "certificate.template.json", { "\"style\": \"issuer\"", "\"style\": \"gothic\"" }, { "gothic" } },
    { "certificate.template.json", { "\"max_lines\": 2", "\"max_lines\": 2, \"colour\": 3" }, { "lines[0].colour" } },
    { "certificate.template.json", { "\"paper\": \"certificate\"", "\"paper\": \"diploma\"" }, { "paper" } },
    { "certificate.template.json", { "{issuer}", "{issuer}\\u0007" }, { "lines[0].text" } },
    { "block_attestation.template.json", { "{block_scope}", "Attestation" }, { "L6323-6" } },
    { "classic.design.json", { "\"id\": \"classic\"", "\"id\": \"x\"", "\"id\": \"name\"", "\"id\": \"nom\"" }, { "no such style" } },
    { "classic.design.json", { "\"id\": \"classic\"", "\"id\": \"../../x\"" }, { "small letters" } },
    { "classic.design.json", { "\"id\": \"classic\"", "\"id\": \"x\"", "#172952", "blue" }, { "colour_primary" } },
    { "classic.design.json", { "\"sceau_design\": 1,", "" }, { "neither a design nor a template" } },
    { "classic.design.json", { "\"size\": 34", "\"size\": 3400" }, { "styles[4].size" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
      g_autofree char *path = write_changed (fixture, rows[i].file, rows[i].changes);
      g_autofree char *digest = sceau_workflow_fixture_digest (fixture);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", rows[i].file, rows[i].changes[1]);
      g_assert_false (sceau_check_layout (fixture->school, path, fixture->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      g_clear_error (&error);
      sceau_workflow_fixture_forget_faults (fixture);
      g_assert_false (sceau_import_layout (fixture->school, path, fixture->faults, &error));
      g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].words) && rows[i].words[j] != NULL; j++)
        g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, rows[i].words[j]));
      after = sceau_workflow_fixture_digest (fixture);
      g_assert_cmpstr (digest, ==, after);
    }
}

static void
test_what_is_no_json_is_refused (void)
{
  static const char *const texts[] = { "", "not JSON", "[1]", "{\"sceau_design\": ", "\xff\xfe{}", "{\"sceau_design\": 1, \"id\": \"a\\u0000b\"}" };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *big = g_strnfill (300000, ' ');
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.json", NULL);
  g_autofree char *large = sceau_workflow_fixture_write (fixture, "large.json", big);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = sceau_workflow_fixture_write (fixture, "layout.json", texts[i]);

      g_assert_false (sceau_import_layout (fixture->school, path, fixture->faults, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
    }
  g_assert_false (sceau_import_layout (fixture->school, missing, fixture->faults, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sceau_import_layout (fixture->school, large, fixture->faults, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "layout.save"), ==, 0);
}

/* A template in a style of the school's own design: another design cannot be chosen before that line is changed. */
static void
test_a_design_must_serve_the_templates_in_force (void)
{
  static const char *const design[] = { "\"id\": \"classic\"", "\"id\": \"bleu\"", "\"id\": \"issuer\"", "\"id\": \"banner\", \"face\": \"serif\", \"size\": 20, \"tracking\": 0, \"colour\": \"ink\" }, { \"id\": \"issuer\"", NULL };
  static const char *const template[] = { "\"style\": \"issuer\"", "\"style\": \"banner\"", NULL };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *design_path = write_changed (fixture, "classic.design.json", design);
  g_autofree char *template_path = NULL;
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (GError) error = NULL;

  import (fixture, design_path);
  choose (fixture, "bleu");
  template_path = write_changed (fixture, "certificate.template.json", template);
  import (fixture, template_path);
  style->design = g_strdup ("classic");
  g_assert_false (sceau_save_house_style (fixture->school, NULL, style, NULL, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, "banner"));
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/keep-layouts/" name, test)
  ADD ("lists-what-comes-with-sceau", test_lists_what_comes_with_sceau);
  ADD ("a-template-takes-the-place-of-the-shipped-one", test_a_template_takes_the_place_of_the_shipped_one);
  ADD ("a-design-of-the-school-is-chosen", test_a_design_of_the_school_is_chosen);
  ADD ("every-layout-goes-out-and-comes-in", test_every_layout_goes_out_and_comes_in);
  ADD ("names-that-are-no-layout-are-refused", test_names_that_are_no_layout_are_refused);
  ADD ("faulty-layouts-are-refused", test_faulty_layouts_are_refused);
  ADD ("what-is-no-json-is-refused", test_what_is_no_json_is_refused);
  ADD ("a-design-must-serve-the-templates-in-force", test_a_design_must_serve_the_templates_in_force);
#undef ADD
  return g_test_run ();
}
