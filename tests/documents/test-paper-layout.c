/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How papers come out: everything fits, nothing overlaps, the same content gives the same bytes. */

#include "paper-fixtures.h"

#include <string.h>

/* Within the border of every design. */
#define MARGIN 30

static void
test_longest_texts (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
      {
        g_autoptr (PaperFixture) fixture = paper_fixture_new (fixture_designs[d], paper);
        g_autofree char *text = NULL;

        paper_fixture_stretch (fixture);
        g_assert_cmpint (g_utf8_strlen (fixture->learner->first_name, -1) + g_utf8_strlen (fixture->learner->birth_name, -1), >=, 120);
        g_assert_cmpint (g_utf8_strlen (fixture->certification->title, -1), >=, 200);
        text = paper_fixture_text (fixture);
        assert_contains (text, fixture->certification->title);
        assert_contains (text, "Marie-Antoinette-Philippine Élisabeth Joséphine Clémentine Théodora DE CASTELNAU-MONTMORENCY DE LA"
                               " ROCHEFOUCAULD-LIANCOURT D’ŒUVRE née");
        assert_contains (text, "Hainaut et de la métropole européenne de Lille");
        assert_contains (text, "2026-0001");
      }
}

static void
assert_apart (PaperFixture *fixture)
{
  g_autoptr (GBytes) bytes = paper_fixture_render (fixture);

  pdf_assert_apart (bytes, MARGIN);
}

static void
test_nothing_overlaps (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
      {
        g_autoptr (PaperFixture) fixture = paper_fixture_new (fixture_designs[d], paper);

        assert_apart (fixture);
        paper_fixture_adorn (fixture);
        assert_apart (fixture);
        paper_fixture_stretch (fixture);
        assert_apart (fixture);
        fixture->content.signatory = NULL;
        fixture->content.duplicate_rank = 2;
        fixture->content.duplicate_date = sceau_date_new (2027, 1, 1);
        fixture->content.duplicate_reason = "perte de l’original au cours d’un déménagement, déclarée au commissariat de police de"
                                            " Villeneuve-d’Ascq le 1er mars 2027, avec une copie de la pièce d’identité et une lettre";
        assert_apart (fixture);
      }
}

/* Borders, dividers and seals that no shipped design has. */
static void
test_vocabulary (void)
{
  for (guint border = 0; border < SCEAU_N_BORDERS; border++)
    {
      g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
      g_autoptr (GBytes) bytes = NULL;

      fixture->design->border = border;
      fixture->design->divider = border % SCEAU_N_DIVIDERS;
      fixture->design->seal = border % SCEAU_N_SEALS;
      fixture->design->centred = border % 2 == 0;
      fixture->design->margin = MARGIN;
      paper_fixture_adorn (fixture);
      bytes = paper_fixture_render (fixture);
      pdf_assert_sound (bytes);
      pdf_assert_apart (bytes, MARGIN);
    }
}

/* « DE LA » stays with what it belongs to, on whichever line that is. */
static void
test_particles_stay_with_the_name (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    {
      g_autoptr (PaperFixture) fixture = paper_fixture_new (fixture_designs[d], SCEAU_PAPER_SUCCESS_ATTESTATION);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *raw = NULL;

      fixture_replace (&fixture->learner->first_name, "Marie-Philippine Élisabeth");
      fixture_replace (&fixture->learner->birth_name, "de Castelnau de La Rochefoucauld");
      bytes = paper_fixture_render (fixture);
      raw = pdf_run (bytes, "pdftotext", "-raw");
      assert_lacks (raw, " DE\n");
      assert_lacks (raw, " LA\n");
      assert_contains (raw, "DE LA ROCHEFOUCAULD");
    }
}

static void
test_shortest_texts (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("institutional", SCEAU_PAPER_CERTIFICATE);
  g_autofree char *text = NULL;

  fixture_replace (&fixture->learner->first_name, "O");
  fixture_replace (&fixture->learner->birth_name, "Ly");
  fixture->learner->sex = SCEAU_SEX_UNKNOWN;
  fixture->content.number = NULL;
  text = paper_fixture_text (fixture);
  assert_contains (text, "O LY né(e) le");
  assert_lacks (text, "Parchemin n°");
}

static void
test_colours_of_the_school (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GBytes) plain = paper_fixture_render (fixture);
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) other = NULL;

  fixture->style->primary = fixture->design->colours[SCEAU_COLOUR_PRIMARY];
  same = paper_fixture_render (fixture);
  g_assert_true (g_bytes_equal (plain, same));
  fixture->style->primary = 0x7a1020;
  other = paper_fixture_render (fixture);
  g_assert_false (g_bytes_equal (plain, other));
}

static guint
count_images (GBytes *bytes)
{
  g_autofree char *output = pdf_run (bytes, "pdfimages", "-list");
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  return g_strv_length (lines) - 3; /* two of heading, one after the last line feed */
}

/* Logo, signature and, where the design wants it, seal; the code goes with its sentence. */
static void
test_pictures_and_code (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    {
      g_autoptr (PaperFixture) fixture = paper_fixture_new (fixture_designs[d], SCEAU_PAPER_CERTIFICATE);
      g_autofree char *without = paper_fixture_text (fixture);
      g_autofree char *with = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) plain = NULL;

      assert_lacks (without, "Vérifiez ce document");
      paper_fixture_adorn (fixture);
      with = paper_fixture_text (fixture);
      assert_contains (with, "Vérifiez ce document : le code contient ce qui est imprimé, signé par l’établissement.");
      bytes = paper_fixture_render (fixture);
      fixture->content.signatory = NULL;
      fixture->look.style = NULL;
      plain = paper_fixture_render (fixture); /* the code may itself be an image */
      g_assert_cmpuint (count_images (bytes), ==, count_images (plain) + (fixture->design->seal == SCEAU_SEAL_PICTURE ? 3 : 2));
    }
}

static guint
count_drawings (GBytes *bytes)
{
  g_autofree char *json = pdf_run (bytes, "qpdf", "--json");
  g_auto (GStrv) parts = g_strsplit (json, "\"/Subtype\": \"/Form\"", -1);

  return g_strv_length (parts) - 1;
}

/* The rosette makes room for the code: the specimen has it at the same place, so that no second one is needed. */
static void
test_seal_beside_the_code (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GBytes) without = paper_fixture_render (fixture);
  g_autoptr (GBytes) with = NULL;

  fixture->content.code_text = fixture_code;
  with = paper_fixture_render (fixture);
  g_assert_cmpuint (count_drawings (without), ==, 2); /* the border and the rosette */
  g_assert_cmpuint (count_drawings (with), ==, 2);
}

static void
test_draft (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GBytes) issued = paper_fixture_render (fixture);
  g_autoptr (GBytes) draft = NULL;
  g_autofree char *raw = NULL;

  fixture->content.draft = TRUE;
  draft = paper_fixture_render (fixture);
  g_assert_false (g_bytes_equal (issued, draft));
  raw = pdf_run (draft, "pdftotext", "-raw");
  assert_contains (raw, "PROJET");
}

static void
test_sound_and_small (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GBytes) one = paper_fixture_render (fixture);
  g_autoptr (GBytes) two = paper_fixture_render (fixture);
  g_autofree char *information = pdf_run (one, "pdfinfo", NULL);

  pdf_assert_sound (one);
  g_assert_true (g_bytes_equal (one, two));
  g_assert_cmpuint (g_bytes_get_size (one), <, 25000);
  assert_contains (information, "Parchemin — Zoé LEFÈVRE");
  assert_contains (information, "École d’essai du Nord");
  assert_contains (information, "Nov 20");
}

/* With logo, seal, signature and code, whatever the learner is called: a certificate goes by mail and into archives. */
static void
test_certificates_are_small (void)
{
  static const char *const names[][2]
    = { { "Zoé", "Lefèvre" }, { "Thị Ánh", "Nguyễn" }, { "Жанна", "Їжак" }, { "Ελένη", "Δήμου" }, { "Łukasz", "Őrsi-Çağ" } };

  for (guint d = 0; d < G_N_ELEMENTS (fixture_designs); d++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr (PaperFixture) fixture = paper_fixture_new (fixture_designs[d], SCEAU_PAPER_CERTIFICATE);
        g_autoptr (GBytes) bytes = NULL;

        paper_fixture_adorn (fixture);
        fixture_replace (&fixture->learner->first_name, names[i][0]);
        fixture_replace (&fixture->learner->birth_name, names[i][1]);
        bytes = paper_fixture_render (fixture);
        g_assert_cmpuint (g_bytes_get_size (bytes), <, 25000);
      }
}

/* --- Letters -------------------------------------------------------------- */

static void
test_letters_are_checked (void)
{
  for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
    {
      g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", paper);
      g_autoptr (SceauFaults) faults = sceau_faults_new ();

      g_assert_true (sceau_paper_document_check (&fixture->look, &fixture->content, faults));
      g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
      fixture_replace (&fixture->learner->first_name, "Zo\U0001F600");
      fixture_replace (&fixture->school->signatory, "Hélène \u202Ed’Œuvre");
      g_assert_false (sceau_paper_document_check (&fixture->look, &fixture->content, faults));
      g_assert_cmpuint (sceau_faults_length (faults), ==, 2);
      g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, "name");
      assert_contains (sceau_faults_get (faults, 0)->reason, "Zo\U0001F600 LEFÈVRE");
      assert_contains (sceau_faults_get (faults, 0)->reason, "U+1F600");
      g_assert_cmpstr (sceau_faults_get (faults, 1)->field, ==, "signatory");
      assert_contains (sceau_faults_get (faults, 1)->reason, "U+202E");
    }
}

static void
test_other_texts_are_checked (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_SUPPLEMENT);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  SceauBlock *block = g_ptr_array_index (fixture->certification->blocks, 0);
  SceauTemplateLine *line = g_ptr_array_index (fixture->template->lines, 0);

  fixture_replace ((char **) &block->competences->pdata[2], "Mesurer \u2603");
  fixture_replace (&line->text, "{issuer} \u2605");
  fixture->results[0].title = "Étude \u65E5";
  fixture->content.duplicate_rank = 1;
  fixture->content.duplicate_date = sceau_date_new (2027, 1, 1);
  fixture->content.duplicate_reason = "perte \u2620";
  g_assert_false (sceau_paper_document_check (&fixture->look, &fixture->content, faults));
  g_assert_cmpuint (sceau_faults_length (faults), ==, 4);
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, "template");
  g_assert_cmpstr (sceau_faults_get (faults, 1)->field, ==, "competence");
  g_assert_cmpstr (sceau_faults_get (faults, 2)->field, ==, "modality");
  g_assert_cmpstr (sceau_faults_get (faults, 3)->field, ==, "reason");
}

static void
test_refused_letter (void)
{
  g_autoptr (PaperFixture) fixture = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GError) error = NULL;

  fixture_replace (&fixture->learner->first_name, "Zo\U0001F600");
  g_assert_null (sceau_paper_document_render (&fixture->look, &fixture->content, &error));
  g_assert_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH);
  assert_contains (error->message, "Zo\U0001F600 LEFÈVRE");
  assert_contains (error->message, "U+1F600");
}

/* --- Batches -------------------------------------------------------------- */

#define N_PAPERS 40

typedef struct
{
  PaperFixture *paper;
  SceauLearner *other;
  SceauCertification *inventaire; /* of every fifth paper in a mixed batch */
  gboolean mixed;
  SceauPaperContent content;
  guint asked, got;
  guint refuse; /* index that cannot be described; N_PAPERS: none */
  guint stop;   /* index after which nothing more is taken */
  GPtrArray *files;
} Batch;

static void
batch_set_up (Batch *batch, gconstpointer data)
{
  batch->paper = paper_fixture_new ("classic", SCEAU_PAPER_CERTIFICATE);
  batch->other = fixture_learner ("Łukasz", "Őrsi", SCEAU_SEX_MALE);
  batch->inventaire = fixture_inventaire ();
  batch->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  batch->refuse = batch->stop = N_PAPERS;
}

static void
batch_tear_down (Batch *batch, gconstpointer data)
{
  paper_fixture_free (batch->paper);
  sceau_learner_free (batch->other);
  sceau_certification_free (batch->inventaire);
  g_ptr_array_unref (batch->files);
}

static gboolean
describe (guint index, const SceauPaperContent **content, gpointer data, GError **error)
{
  Batch *batch = data;

  g_assert_cmpuint (index, ==, batch->asked);
  batch->asked++;
  if (index == batch->refuse)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
      return FALSE;
    }
  batch->content = batch->paper->content;
  if (index % 2 == 1)
    batch->content.learner = batch->other;
  if (batch->mixed && index % 5 == 0)
    batch->content.certification = batch->inventaire;
  *content = &batch->content;
  return TRUE;
}

static gboolean
take (guint index, GBytes *pdf, gpointer data, GError **error)
{
  Batch *batch = data;

  g_assert_cmpuint (index, ==, batch->got);
  batch->got++;
  g_ptr_array_add (batch->files, g_bytes_ref (pdf));
  if (index < batch->stop)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_one_file_each (Batch *batch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) own = paper_fixture_render (batch->paper);
  g_autoptr (GBytes) other = NULL;

  batch->paper->content.learner = batch->other;
  other = paper_fixture_render (batch->paper);
  batch->paper->content.learner = batch->paper->learner;
  sceau_paper_document_render_each (&batch->paper->look, N_PAPERS, describe, take, batch, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch->files->len, ==, N_PAPERS);
  for (guint i = 0; i < N_PAPERS; i++)
    g_assert_true (g_bytes_equal (g_ptr_array_index (batch->files, i), i % 2 == 1 ? other : own));
}

/* What they begin with differs from certification to certification, their bytes do not from batch to batch. */
static void
test_mixed_batch (Batch *batch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  batch->mixed = TRUE;
  sceau_paper_document_render_each (&batch->paper->look, N_PAPERS, describe, take, batch, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batch->files->len, ==, N_PAPERS);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GBytes) own = NULL;

      batch->paper->content.learner = i % 2 == 1 ? batch->other : batch->paper->learner;
      batch->paper->content.certification = i % 5 == 0 ? batch->inventaire : batch->paper->certification;
      own = paper_fixture_render (batch->paper);
      g_assert_true (g_bytes_equal (g_ptr_array_index (batch->files, i), own));
    }
}

static void
test_batch_stops (Batch *batch, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) error = NULL;

  batch->refuse = 20;
  g_assert_false (sceau_paper_document_render_each (&batch->paper->look, N_PAPERS, describe, take, batch, NULL, &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_FAILED);
  batch->asked = batch->got = 0;
  batch->refuse = N_PAPERS;
  batch->stop = 2;
  g_assert_false (sceau_paper_document_render_each (&batch->paper->look, N_PAPERS, describe, take, batch, NULL, &full));
  g_assert_error (full, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (batch->got, ==, 3);
  batch->asked = batch->got = 0;
  g_cancellable_cancel (cancelled);
  g_assert_false (sceau_paper_document_render_each (&batch->paper->look, N_PAPERS, describe, take, batch, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (batch->got, ==, 0);
}

static void
test_one_file_of_all (Batch *batch, gconstpointer data)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *information = NULL;
  g_autofree char *outline = NULL;

  sceau_paper_document_render_merged (&batch->paper->look, N_PAPERS, describe, batch, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  g_assert_cmpuint (pdf_n_pages (bytes), ==, N_PAPERS);
  text = pdf_text (bytes);
  g_assert_true (strstr (text, "Zoé LEFÈVRE") < strstr (text, "Łukasz ŐRSI"));
  information = pdf_run (bytes, "pdfinfo", NULL);
  assert_contains (information, "École d’essai du Nord");
  assert_contains (information, "Nov 20");
  outline = pdf_run (bytes, "qpdf", "--json");
  assert_contains (outline, "\"destpageposfrom1\": 40");
  pdf_assert_sound (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 25000 + N_PAPERS * 2800);
}

#define ADD(name, function) g_test_add_func ("/documents/paper-layout/" name, function)
#define ADD_BATCH(name, function) g_test_add ("/documents/paper-layout/" name, Batch, NULL, batch_set_up, function, batch_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("longest-texts", test_longest_texts);
  ADD ("particles-stay-with-the-name", test_particles_stay_with_the_name);
  ADD ("shortest-texts", test_shortest_texts);
  ADD ("nothing-overlaps", test_nothing_overlaps);
  ADD ("vocabulary", test_vocabulary);
  ADD ("colours-of-the-school", test_colours_of_the_school);
  ADD ("pictures-and-code", test_pictures_and_code);
  ADD ("seal-beside-the-code", test_seal_beside_the_code);
  ADD ("draft", test_draft);
  ADD ("sound-and-small", test_sound_and_small);
  ADD ("certificates-are-small", test_certificates_are_small);
  ADD ("letters-are-checked", test_letters_are_checked);
  ADD ("other-texts-are-checked", test_other_texts_are_checked);
  ADD ("refused-letter", test_refused_letter);
  ADD_BATCH ("one-file-each", test_one_file_each);
  ADD_BATCH ("mixed-batch", test_mixed_batch);
  ADD_BATCH ("batch-stops", test_batch_stops);
  ADD_BATCH ("one-file-of-all", test_one_file_of_all);
  return g_test_run ();
}
