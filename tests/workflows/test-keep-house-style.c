/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How the papers look and who signs them: saved, journalled, refused; and the specimen. */

#include "sceau-keep-house-style.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "sceau-house-look.h"
#include "sceau-house-style-table.h"
#include "sceau-keep-school.h"
#include "sceau-workflow-fixture.h"

static SceauPicture *
make_picture (SceauWorkflowFixture *fixture, guint32 colour)
{
  g_autofree char *path = g_build_filename (fixture->folder, "picture.png", NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 60, 40);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SceauPicture *picture;

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);
  picture = sceau_picture_read_file (file, NULL, &error);
  g_assert_no_error (error);
  return picture;
}

static void
assert_sound (SceauWorkflowFixture *fixture)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_check_school (fixture->school, faults, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < sceau_faults_length (faults); i++)
    g_test_message ("%s", sceau_faults_get (faults, i)->place);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 0);
}

static void
save (SceauWorkflowFixture *fixture, const SceauHouseStyle *style, const SceauOrnaments *ornaments)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_save_house_style (fixture->school, NULL, style, ornaments, fixture->faults, &error));
  g_assert_no_error (error);
}

static SceauHouseStyle *
load (SceauWorkflowFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SceauHouseStyle *style = sceau_house_style_table_load (fixture->school, &error);

  g_assert_no_error (error);
  return style;
}

/* --- The style -------------------------------------------------------------------- */

static void
test_saves_what_papers_look_like (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (SceauHouseStyle) found = NULL;
  g_autoptr (SceauHouseLook) look = NULL;

  style->design = g_strdup ("institutional");
  style->primary = 0x102040;
  style->accent = 0x803010;
  style->logo = make_picture (fixture, 0x102040FF);
  style->seal = make_picture (fixture, 0x803010FF);
  style->proof_required = TRUE;
  save (fixture, style, NULL);
  found = load (fixture);
  g_assert_cmpstr (found->design, ==, "institutional");
  g_assert_cmpint (found->primary, ==, 0x102040);
  g_assert_true (g_bytes_equal (found->logo->png, style->logo->png));
  g_assert_cmpint (found->seal->width, ==, 60);
  g_assert_true (found->proof_required);
  look = sceau_load_house_look (fixture->school, NULL);
  g_assert_cmpstr (look->design->id, ==, "institutional");
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "style.save"), ==, 1);
  /* The same again is no change. */
  save (fixture, found, NULL);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "style.save"), ==, 1);
  g_clear_pointer (&found->logo, sceau_picture_free);
  save (fixture, found, NULL);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "style.save"), ==, 2);
  assert_sound (fixture);
}

static void
test_ornaments_make_a_design_of_the_school (void)
{
  static const SceauOrnaments plain = { SCEAU_BORDER_RULE, SCEAU_DIVIDER_NONE, SCEAU_SEAL_NONE };
  static const SceauOrnaments rich = { SCEAU_BORDER_INTERLACED, SCEAU_DIVIDER_LOZENGE, SCEAU_SEAL_ROSETTE };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (SceauHouseLook) look = NULL;
  g_autoptr (SceauHouseStyle) found = NULL;
  g_autoptr (SceauHouseLook) again = NULL;

  save (fixture, style, &plain);
  look = sceau_load_house_look (fixture->school, NULL);
  g_assert_cmpstr (look->style->design, ==, SCEAU_OWN_DESIGN);
  g_assert_cmpint (look->design->border, ==, SCEAU_BORDER_RULE);
  g_assert_cmpint (look->design->seal, ==, SCEAU_SEAL_NONE);
  g_assert_nonnull (sceau_design_find_style (look->design, "title"));
  assert_sound (fixture);
  /* Once more, of its own design. */
  found = load (fixture);
  save (fixture, found, &rich);
  again = sceau_load_house_look (fixture->school, NULL);
  g_assert_cmpint (again->design->border, ==, SCEAU_BORDER_INTERLACED);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "style.save"), ==, 2);
  assert_sound (fixture);
}

/* Ornaments that are the design's leave it as it is. */
static void
test_the_designs_own_ornaments_make_none (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (SceauDesign) design = sceau_load_design (fixture->school, "contemporary", NULL);
  const SceauOrnaments same = { design->border, design->divider, design->seal };
  g_autoptr (SceauHouseStyle) found = NULL;

  style->design = g_strdup ("contemporary");
  save (fixture, style, &same);
  found = load (fixture);
  g_assert_cmpstr (found->design, ==, "contemporary");
  assert_sound (fixture);
}

static void
test_nobodys_change_is_lost (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauHouseStyle) base = load (fixture);
  g_autoptr (SceauHouseStyle) mine = sceau_house_style_new ();
  g_autoptr (SceauHouseStyle) theirs = sceau_house_style_new ();
  g_autoptr (SceauHouseStyle) found = NULL;
  g_autoptr (GError) error = NULL;

  theirs->design = g_strdup ("institutional");
  save (fixture, theirs, NULL);
  mine->primary = 0x333333;
  g_assert_false (sceau_save_house_style (fixture->school, base, mine, NULL, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_CHANGED);
  found = load (fixture);
  g_assert_cmpstr (found->design, ==, "institutional");
  g_assert_cmpint (found->primary, ==, -1);
}

static void
test_pale_colours_are_a_warning (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  const SceauOrnaments picture = { SCEAU_BORDER_RULE, SCEAU_DIVIDER_RULE, SCEAU_SEAL_PICTURE };

  style->primary = 0xFFEE88;
  style->accent = 0xFFFFFF;
  save (fixture, style, &picture);
  g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, 3);
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_WARNING, 0, "#ffee88"));
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_WARNING, 0, "#ffffff"));
  g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_WARNING, 0, "no picture of its seal"));
}

static void
test_an_unknown_design_is_refused (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autofree char *digest = sceau_workflow_fixture_digest (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  style->design = g_strdup ("baroque");
  g_assert_false (sceau_save_house_style (fixture->school, NULL, style, NULL, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "baroque"));
  after = sceau_workflow_fixture_digest (fixture);
  g_assert_cmpstr (digest, ==, after);
}

/* --- Who signs -------------------------------------------------------------------- */

typedef struct
{
  const char *name, *title, *reference;
  SceauDate start, end;
} Person;

static gint64
add (SceauWorkflowFixture *fixture, const Person *person, GError **error)
{
  const SceauSignatory signatory = {
    .name = (char *) person->name,
    .title = (char *) person->title,
    .reference = (char *) person->reference,
    .start = person->start,
    .end = person->end,
  };

  return sceau_add_signatory (fixture->school, &signatory, fixture->faults, error);
}

static gint64
add_sure (SceauWorkflowFixture *fixture, const Person *person)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (fixture, person, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* Somebody signs for the school from 2026-02-01 to 2026-06-30; then each row comes. */
static void
test_habilitations_follow_each_other (void)
{
#define D(month, day) sceau_date_new (2026, month, day)
  const struct
  {
    const char *what;
    Person person;
    const char *refused; /* words of the error, or NULL */
    const char *warned;  /* words of the warning, or NULL */
  } rows[] = {
    { "the day after", { "Bo EXEMPLE", "Directeur", NULL, D (7, 1), SCEAU_NO_DATE }, NULL, NULL },
    { "until the day before", { "Bo EXEMPLE", "Directeur", NULL, D (1, 1), D (1, 31) }, NULL, NULL },
    { "two heads on the last day", { "Bo EXEMPLE", "Directeur", NULL, D (6, 30), SCEAU_NO_DATE }, "Two heads", NULL },
    { "two heads on the first day", { "Bo EXEMPLE", "Directeur", NULL, D (1, 1), D (2, 1) }, "Two heads", NULL },
    { "two heads the same days", { "Bo EXEMPLE", "Directeur", NULL, D (2, 1), D (6, 30) }, "Two heads", NULL },
    { "a delegate meanwhile", { "Bo EXEMPLE", "Adjoint", "Délégation 3", D (3, 1), D (3, 31) }, NULL, "Another person may sign" },
    { "a delegate on the same days", { "Bo EXEMPLE", "Adjoint", "Délégation 3", D (2, 1), D (6, 30) }, NULL, "Another person may sign" },
    { "the same person twice", { "ada exemple", "Adjointe", "Délégation 4", D (6, 1), D (8, 1) }, "habilitated already", NULL },
    { "the same person later", { "Ada EXEMPLE", "Directrice", NULL, D (9, 1), SCEAU_NO_DATE }, NULL, NULL },
    { "one day", { "Bo EXEMPLE", "Directeur", NULL, D (7, 1), D (7, 1) }, NULL, NULL },
    { "dates reversed", { "Bo EXEMPLE", "Directeur", NULL, D (9, 1), D (8, 31) }, "end before it begins", NULL },
    { "no first day", { "Bo EXEMPLE", "Directeur", NULL, SCEAU_NO_DATE, D (8, 31) }, "first day", NULL },
    { "no name", { "  ", "Directeur", NULL, D (7, 1), SCEAU_NO_DATE }, "name of the signatory is missing", NULL },
    { "no title", { "Bo EXEMPLE", NULL, NULL, D (7, 1), SCEAU_NO_DATE }, "title of the signatory is missing", NULL },
    { "letters no face has", { "Bo 🦊", "Directeur", NULL, D (7, 1), SCEAU_NO_DATE }, "U+1F98A", NULL },
    { "a forbidden title", { "Bo EXEMPLE", "Directeur du master", NULL, D (7, 1), SCEAU_NO_DATE }, "grade or title of the State", NULL },
    { "a control character", { "Bo\x1b[31m", "Directeur", NULL, D (7, 1), SCEAU_NO_DATE }, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
      const Person first = { "Ada EXEMPLE", "Directrice", NULL, D (2, 1), D (6, 30) };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].what);
      add_sure (fixture, &first);
      if (rows[i].refused != NULL)
        {
          g_assert_cmpint (add (fixture, &rows[i].person, &error), ==, 0);
          g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
          g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_ERROR, 0, rows[i].refused));
        }
      else
        {
          g_assert_cmpint (add (fixture, &rows[i].person, &error), >, 0);
          g_assert_no_error (error);
          g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 0);
          g_assert_cmpuint (sceau_faults_length (fixture->faults), ==, rows[i].warned != NULL ? 1 : 0);
        }
      if (rows[i].warned != NULL)
        g_assert_true (sceau_workflow_fixture_has_fault (fixture, SCEAU_FAULT_WARNING, 0, rows[i].warned));
      g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "signatory.add"), ==, rows[i].refused != NULL ? 1 : 2);
      assert_sound (fixture);
    }
#undef D
}

/* All at once: nobody mends a form one fault at a time. */
static void
test_every_fault_of_a_signatory_is_said (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  g_autofree char *longest = g_strnfill (5000, 'x');
  const Person person = { longest, "Qualiopi", NULL, sceau_date_new (2026, 3, 1), sceau_date_new (2026, 2, 1) };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add (fixture, &person, &error), ==, 0);
  g_assert_cmpuint (sceau_faults_count_errors (fixture->faults), ==, 3);
}

static void
test_a_habilitation_ends (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  const Person head = { "Ada EXEMPLE", "Directrice", NULL, sceau_date_new (2026, 1, 1), SCEAU_NO_DATE };
  const Person next = { "Bo EXEMPLE", "Directeur", NULL, sceau_date_new (2026, 7, 1), SCEAU_NO_DATE };
  gint64 id = add_sure (fixture, &head);
  g_autoptr (SceauSignatory) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add (fixture, &next, &error), ==, 0);
  g_clear_error (&error);
  g_assert_false (sceau_end_signatory (fixture->school, id, sceau_date_new (2025, 12, 31), fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_false (sceau_end_signatory (fixture->school, id, SCEAU_NO_DATE, fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_clear_error (&error);
  g_assert_false (sceau_end_signatory (fixture->school, 99, sceau_date_new (2026, 6, 30), fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (sceau_end_signatory (fixture->school, id, sceau_date_new (2026, 6, 30), fixture->faults, &error));
  g_assert_no_error (error);
  add_sure (fixture, &next);
  found = sceau_signatory_table_find_on (fixture->school, sceau_date_new (2026, 6, 30), NULL);
  g_assert_cmpstr (found->name, ==, "Ada EXEMPLE");
  /* Prolonged into the next one's days: no. */
  g_assert_false (sceau_end_signatory (fixture->school, id, sceau_date_new (2026, 7, 1), fixture->faults, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "signatory.end"), ==, 1);
  assert_sound (fixture);
}

static void
test_the_signature_is_kept_beside_the_name (void)
{
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  const Person head = { "Ada EXEMPLE", "Directrice", NULL, sceau_date_new (2026, 1, 1), SCEAU_NO_DATE };
  g_autoptr (SceauSignatory) changed = sceau_signatory_new ();
  g_autoptr (SceauPicture) picture = make_picture (fixture, 0x000080FF);
  g_autoptr (SceauSignatory) found = NULL;
  g_autoptr (SceauSignatory) bare = NULL;
  gint64 id = add_sure (fixture, &head);
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_set_signature (fixture->school, id, picture, &error));
  changed->id = id;
  changed->name = g_strdup ("Ada  EXEMPLE-MODÈLE");
  changed->title = g_strdup ("La directrice");
  changed->start = head.start;
  g_assert_true (sceau_edit_signatory (fixture->school, changed, fixture->faults, &error));
  g_assert_no_error (error);
  found = sceau_signatory_table_find (fixture->school, id, NULL);
  g_assert_cmpstr (found->title, ==, "La directrice");
  g_assert_true (g_bytes_equal (found->signature->png, picture->png));
  g_assert_true (sceau_set_signature (fixture->school, id, NULL, &error));
  bare = sceau_signatory_table_find (fixture->school, id, NULL);
  g_assert_null (bare->signature);
  g_assert_false (sceau_set_signature (fixture->school, 7, NULL, &error));
  g_assert_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "signatory.sign"), ==, 2);
  g_assert_cmpuint (sceau_workflow_fixture_count_entries (fixture, "signatory.edit"), ==, 1);
  assert_sound (fixture);
}

/* --- The specimen ----------------------------------------------------------------- */

static char *
read_text (SceauWorkflowFixture *fixture, GBytes *pdf)
{
  g_autofree char *path = g_build_filename (fixture->folder, "specimen.pdf", NULL);
  const char *const words[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A text that is turned comes out letter by letter. */
static gboolean
has_watermark (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\f", -1);
  g_autoptr (GString) alone = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) <= 2)
      g_string_append (alone, lines[i]);
  for (const char *letter = "PROJET"; *letter != '\0'; letter++)
    if (strchr (alone->str, *letter) == NULL)
      return FALSE;
  return TRUE;
}

static void
assert_specimen (SceauWorkflowFixture *fixture, const SceauHouseStyle *style, const SceauOrnaments *ornaments, SceauPaper paper,
                 const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = sceau_preview_paper (fixture->school, style, ornaments, paper, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_text (fixture, pdf);
  g_assert_nonnull (strstr (text, "EXEMPLE"));
  g_assert_true (has_watermark (text));
  g_assert_nonnull (strstr (text, words));
}

/* Every paper in every design, with and without a fiche: each is marked as an example, and nothing is written. */
static void
test_a_specimen_is_an_example (void)
{
  static const char *const designs[] = { NULL, "classic", "institutional", "contemporary" };
  g_autoptr (SceauWorkflowFixture) empty = sceau_workflow_fixture_new ();
  g_autoptr (SceauWorkflowFixture) full = sceau_workflow_fixture_new_with_fiche ();
  g_autofree char *digest = sceau_workflow_fixture_digest (full);
  g_autofree char *after = NULL;

  for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
    for (guint i = 0; i < G_N_ELEMENTS (designs); i++)
      {
        g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();

        style->design = g_strdup (designs[i]);
        assert_specimen (empty, style, NULL, paper, "Certification d’exemple");
        assert_specimen (full, style, NULL, paper, "cybersécurité");
      }
  after = sceau_workflow_fixture_digest (full);
  g_assert_cmpstr (digest, ==, after);
}

/* What is on the screen, not what is saved. */
static void
test_a_specimen_shows_what_is_not_saved_yet (void)
{
  static const SceauOrnaments plain = { SCEAU_BORDER_NONE, SCEAU_DIVIDER_NONE, SCEAU_SEAL_NONE };
  g_autoptr (SceauWorkflowFixture) fixture = sceau_workflow_fixture_new ();
  const Person head = { "Bo MODÈLE", "Le directeur délégué", NULL, sceau_date_new (2026, 1, 1), SCEAU_NO_DATE };
  g_autoptr (SceauHouseStyle) style = sceau_house_style_new ();
  g_autoptr (GBytes) before = sceau_preview_paper (fixture->school, style, NULL, SCEAU_PAPER_CERTIFICATE, NULL);
  g_autoptr (GBytes) bare = sceau_preview_paper (fixture->school, style, &plain, SCEAU_PAPER_CERTIFICATE, NULL);
  g_autoptr (GBytes) coloured = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_false (g_bytes_equal (before, bare));
  style->primary = 0x7A0000;
  style->logo = make_picture (fixture, 0x7A0000FF);
  coloured = sceau_preview_paper (fixture->school, style, NULL, SCEAU_PAPER_CERTIFICATE, NULL);
  g_assert_false (g_bytes_equal (before, coloured));
  again = sceau_preview_paper (fixture->school, NULL, NULL, SCEAU_PAPER_CERTIFICATE, NULL);
  g_assert_true (g_bytes_equal (before, again));
  add_sure (fixture, &head);
  assert_specimen (fixture, NULL, NULL, SCEAU_PAPER_CERTIFICATE, "Bo MODÈLE");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/workflows/keep-house-style/" name, test)
  ADD ("saves-what-papers-look-like", test_saves_what_papers_look_like);
  ADD ("ornaments-make-a-design-of-the-school", test_ornaments_make_a_design_of_the_school);
  ADD ("the-designs-own-ornaments-make-none", test_the_designs_own_ornaments_make_none);
  ADD ("nobodys-change-is-lost", test_nobodys_change_is_lost);
  ADD ("pale-colours-are-a-warning", test_pale_colours_are_a_warning);
  ADD ("an-unknown-design-is-refused", test_an_unknown_design_is_refused);
  ADD ("habilitations-follow-each-other", test_habilitations_follow_each_other);
  ADD ("every-fault-of-a-signatory-is-said", test_every_fault_of_a_signatory_is_said);
  ADD ("a-habilitation-ends", test_a_habilitation_ends);
  ADD ("the-signature-is-kept-beside-the-name", test_the_signature_is_kept_beside_the_name);
  ADD ("a-specimen-is-an-example", test_a_specimen_is_an_example);
  ADD ("a-specimen-shows-what-is-not-saved-yet", test_a_specimen_shows_what_is_not_saved_yet);
#undef ADD
  return g_test_run ();
}
