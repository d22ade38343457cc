/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What each field says, the linter of one paper, signatories and colours. */

#include <string.h>

#include "sceau-paper-lint.h"
#include "sceau-paper.h"
#include "test-rows.h"

typedef struct
{
  SceauSchoolIdentity *school;
  SceauHouseStyle *style;
  SceauSignatory *signatory;
  SceauTemplate *template;
  SceauDesign *design;
  SceauCertification *certification;
  SceauLearner *learner;
  SceauEnrolment *enrolment;
  SceauDecision *decision;
  SceauJurySession *session;
  SceauBlock *block; /* of the certification */
  SceauBlock *other; /* of none */
  SceauProof *proof;
  SceauPaperDraft draft;
} Case;

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static SceauBlock *
make_block (const char *code, const char *title)
{
  SceauBlock *block = sceau_block_new ();

  set (&block->code, code);
  set (&block->title, title);
  return block;
}

static void
fill_certification (Case *self)
{
  SceauCertification *certification = self->certification = sceau_certification_new ();
  SceauCertifier *certifier = sceau_certifier_new ();

  certification->register_kind = SCEAU_REGISTER_RNCP;
  certification->code = g_strdup ("RNCP99999");
  certification->title = g_strdup ("Expert en exemples");
  certification->level = 7;
  certification->decision_date = sceau_date_new (2025, 10, 27);
  certification->registration_end = sceau_date_new (2030, 10, 27);
  certification->last_delivery = sceau_date_new (2034, 10, 26);
  certifier->name = g_strdup ("École d’Exemple");
  certifier->siret = g_strdup ("73282932000074");
  g_ptr_array_add (certification->certifiers, certifier);
  g_ptr_array_add (certification->nsf, sceau_code_new ("326", "Informatique"));
  self->block = make_block ("RNCP99999BC01", "Imaginer un exemple");
  g_ptr_array_add (certification->blocks, self->block);
  self->other = make_block ("RNCP99999BC01", "Imaginer des exemples");
}

static void
fill_people (Case *self)
{
  self->school = sceau_school_identity_new ();
  self->school->name = g_strdup ("École d’Exemple");
  self->school->siret = g_strdup ("73282932000074");
  self->school->signatory = g_strdup ("Ada Exemple");
  self->school->signatory_title = g_strdup ("Directrice");
  self->style = sceau_house_style_new ();
  self->signatory = sceau_signatory_new ();
  self->signatory->name = g_strdup ("Zoé Exemple");
  self->signatory->title = g_strdup ("Directrice déléguée");
  self->signatory->start = sceau_date_new (2026, 1, 1);
  self->learner = sceau_learner_new ();
  self->learner->birth_name = g_strdup ("Lefèvre");
  self->learner->first_name = g_strdup ("Inès");
  self->learner->sex = SCEAU_SEX_FEMALE;
  self->learner->birth_date = sceau_date_new (2000, 2, 29);
  self->learner->birth_place = g_strdup ("Lille");
}

static void
fill_jury (Case *self)
{
  self->enrolment = sceau_enrolment_new ();
  self->enrolment->id = 7;
  self->enrolment->certification_code = g_strdup ("RNCP99999");
  self->enrolment->entry = sceau_date_new (2025, 11, 3);
  self->session = sceau_jury_session_new ();
  self->session->id = 3;
  self->session->certification_code = g_strdup ("RNCP99999");
  self->session->date = sceau_date_new (2026, 11, 20);
  self->session->state = SCEAU_SESSION_SEALED;
  self->decision = sceau_decision_new ();
  self->decision->session_id = 3;
  self->decision->enrolment_id = 7;
  self->decision->decided = TRUE;
  self->decision->outcome = SCEAU_OUTCOME_CERTIFIED;
}

static void
fill_layout (Case *self)
{
  SceauTextStyle *text = g_new0 (SceauTextStyle, 1);

  self->design = sceau_design_new ();
  text->id = g_strdup ("text");
  g_ptr_array_add (self->design->styles, text);
  self->template = sceau_template_new ();
  for (guint field = 0; field < SCEAU_N_FIELDS; field++)
    {
      SceauTemplateLine *line = g_new0 (SceauTemplateLine, 1);

      line->text = g_strdup_printf ("{%s}", sceau_field_to_id (field));
      line->style = g_strdup ("text");
      line->max_lines = 3;
      line->smallest = 0.8;
      g_ptr_array_add (self->template->lines, line);
    }
}

static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);

  fill_certification (self);
  fill_people (self);
  fill_jury (self);
  fill_layout (self);
  self->proof = sceau_proof_new ();
  self->draft = (SceauPaperDraft) {
    .paper = SCEAU_PAPER_CERTIFICATE, .school = self->school, .style = self->style, .signatory = self->signatory,
    .template = self->template, .design = self->design, .certification = self->certification, .learner = self->learner,
    .enrolment = self->enrolment, .decision = self->decision, .session = self->session, .proof = self->proof,
    .delivered = sceau_date_new (2026, 11, 22), .place = "Lille",
  };
  return self;
}

static void
case_free (Case *self)
{
  sceau_school_identity_free (self->school);
  sceau_house_style_free (self->style);
  sceau_signatory_free (self->signatory);
  sceau_template_free (self->template);
  sceau_design_free (self->design);
  sceau_certification_free (self->certification);
  sceau_learner_free (self->learner);
  sceau_enrolment_free (self->enrolment);
  sceau_decision_free (self->decision);
  sceau_jury_session_free (self->session);
  sceau_block_free (self->other);
  sceau_proof_free (self->proof);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

/* --- The linter ------------------------------------------------------------ */

static void nothing (Case *c) { (void) c; }
static void signatory_too_early (Case *c) { c->signatory->start = sceau_date_new (2026, 11, 23); }
static void signatory_from_that_day (Case *c) { c->signatory->start = c->draft.delivered; }
static void signatory_too_late (Case *c) { c->signatory->end = sceau_date_new (2026, 11, 21); }
static void signatory_to_that_day (Case *c) { c->signatory->end = c->draft.delivered; }
static void blank_title (Case *c) { set (&c->certification->title, " Expert en exemples"); }
static void no_birth_place (Case *c) { set (&c->learner->birth_place, NULL); }
static void forbidden_place (Case *c) { c->draft.place = "Lille (bac+5)"; }
static void forbidden_title (Case *c) { set (&c->signatory->title, "Directrice du Master"); }
static void pale (Case *c) { c->style->primary = 0xFFFF88; }
static void dark (Case *c) { c->style->primary = 0x102040; }
static void not_sealed (Case *c) { c->session->state = SCEAU_SESSION_OPEN; }
static void lost_mention (Case *c) { g_ptr_array_remove_index (c->template->lines, SCEAU_FIELD_NSF); }

static void
block_paper (Case *c)
{
  c->draft.paper = c->template->paper = SCEAU_PAPER_BLOCK_ATTESTATION;
  c->draft.block = c->block;
}

static void
no_block (Case *c)
{
  block_paper (c);
  c->draft.block = NULL;
}

static void
other_wording (Case *c)
{
  block_paper (c);
  c->draft.block = c->other;
}

static void
proof_wanted (Case *c)
{
  c->style->proof_required = TRUE;
  c->proof->content = sceau_proof_content (c->learner);
}

static void
proof_printed (Case *c)
{
  proof_wanted (c);
  c->proof->state = SCEAU_PROOF_PRINTED;
}

static void
proof_signed (Case *c)
{
  proof_wanted (c);
  c->proof->state = SCEAU_PROOF_SIGNED;
}

static void
proof_refused (Case *c)
{
  proof_wanted (c);
  c->proof->state = SCEAU_PROOF_REFUSED;
}

static void
proof_outlived (Case *c)
{
  proof_signed (c);
  set (&c->learner->birth_place, "Roubaix");
}

static void
proof_none (Case *c)
{
  proof_wanted (c);
  c->draft.proof = NULL;
}

typedef struct
{
  const char *sentence;
  void (*change) (Case *c);
  const char *field; /* NULL: nothing is said */
  gboolean refused;
} LintRow;

static const LintRow lint_rows[] = {
  { "a paper with nothing wrong is silent", nothing, NULL, FALSE },
  { "a signatory who is not habilitated yet is refused", signatory_too_early, "signatory", TRUE },
  { "the first day of the habilitation will do", signatory_from_that_day, NULL, FALSE },
  { "a signatory whose habilitation ended is refused", signatory_too_late, "signatory", TRUE },
  { "the last day of the habilitation will do", signatory_to_that_day, NULL, FALSE },
  { "a title that is not as registered is refused", blank_title, "title", TRUE },
  { "no place of birth is a warning", no_birth_place, "birth_place", FALSE },
  { "a forbidden word in the place is refused", forbidden_place, NULL, TRUE },
  { "a forbidden word in the signatory’s title is refused", forbidden_title, NULL, TRUE },
  { "a pale colour of titles is a warning", pale, "primary", FALSE },
  { "a dark colour of titles is not", dark, NULL, FALSE },
  { "what forbids a delivery is said here too", not_sealed, "session", TRUE },
  { "a template without a mandatory mention is refused", lost_mention, NULL, TRUE },
  { "an attestation of a block of the fiche is silent", block_paper, NULL, FALSE },
  { "an attestation without its block is refused", no_block, "block", TRUE },
  { "a block in other words is refused", other_wording, "block", TRUE },
  { "a proof that nobody printed is refused where the school wants one", proof_none, "proof", TRUE },
  { "a proof that is not signed is refused", proof_printed, "proof", TRUE },
  { "a signed proof is silent", proof_signed, NULL, FALSE },
  { "a proof with a correction is refused", proof_refused, "proof", TRUE },
  { "a proof does not outlive a change of what was signed", proof_outlived, "proof", TRUE },
};

static void
test_lint (gconstpointer data)
{
  const LintRow *row = data;
  g_autoptr (Case) c = case_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  row->change (c);
  g_assert_cmpint (sceau_paper_lint (&c->draft, faults), ==, !row->refused);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->refused || row->field != NULL ? 1 : 0);
  if (sceau_faults_length (faults) == 0)
    return;
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  g_assert_cmpint (sceau_faults_get (faults, 0)->severity, ==, row->refused ? SCEAU_FAULT_ERROR : SCEAU_FAULT_WARNING);
}

static void
test_rules_have_sources (void)
{
  gsize n;
  const SceauLintRule *rules = sceau_lint_rules (&n);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) rules[i].id));
      g_assert_cmpuint (strlen (rules[i].source), >, 5);
      g_assert_cmpuint (strlen (rules[i].title), >, 5);
    }
}

/* --- Fields ---------------------------------------------------------------- */

typedef struct
{
  const char *sentence;
  SceauPaper paper;
  const char *text;  /* of the line */
  const char *said;  /* NULL: the line is left out */
} LineRow;

static const LineRow line_rows[] = {
  { "a name is not broken at its hyphen", SCEAU_PAPER_CERTIFICATE, "{name}", "Inès LEFÈVRE" },
  { "text around a field stays", SCEAU_PAPER_CERTIFICATE, "— {code} —", "— RNCP99999 —" },
  { "a line whose only field is empty is left out", SCEAU_PAPER_CERTIFICATE, "puis {other_names}", NULL },
  { "a line with one field filled stays", SCEAU_PAPER_CERTIFICATE, "{code} {other_names}", "RNCP99999 " },
  { "a line without a field stays", SCEAU_PAPER_CERTIFICATE, "certifie que", "certifie que" },
  { "a birth agrees with its sex", SCEAU_PAPER_CERTIFICATE, "{birth}", "née le 29 février 2000 à Lille" },
  { "a signatory on that day signs", SCEAU_PAPER_CERTIFICATE, "{signatory}, {signatory_title}", "Zoé Exemple, Directrice déléguée" },
  { "the number bears its letter", SCEAU_PAPER_CERTIFICATE, "{number}", "Parchemin n° 2026-0001-Q" },
  { "an attestation has a reference", SCEAU_PAPER_SUCCESS_ATTESTATION, "{number}", "Réf. 2026-0001" },
  { "the parchemin is of a professional certification", SCEAU_PAPER_CERTIFICATE, "{kind}", "Certification professionnelle" },
  { "an attestation of success says what it is", SCEAU_PAPER_SUCCESS_ATTESTATION, "{kind}", "Attestation de réussite" },
  { "an attestation of success waits for the parchemin", SCEAU_PAPER_SUCCESS_ATTESTATION, "{pending}",
    "La présente attestation est remise dans l’attente de la délivrance du parchemin, qu’elle ne remplace pas." },
  { "the parchemin waits for nothing", SCEAU_PAPER_CERTIFICATE, "{pending}", NULL },
  { "the level is that of both frameworks", SCEAU_PAPER_CERTIFICATE, "{level}",
    "Niveau 7 du cadre national des certifications professionnelles (décret n° 2019-14 du 8 janvier 2019) — niveau 7 du cadre européen des certifications (CEC)" },
  { "a block has no level of its own", SCEAU_PAPER_BLOCK_ATTESTATION, "{level}",
    "Niveau de la certification complète : niveau 7 du cadre national des certifications professionnelles (décret n° 2019-14 du 8 janvier 2019) — niveau 7 du cadre européen des certifications (CEC)" },
  { "a block is named by its code", SCEAU_PAPER_BLOCK_ATTESTATION, "{block}", "Bloc RNCP99999BC01" },
  { "the parchemin names no block", SCEAU_PAPER_CERTIFICATE, "{block_scope}", NULL },
  { "the RNCP has no validity of the holder’s certificate", SCEAU_PAPER_CERTIFICATE, "{validity}", NULL },
  { "a certification is granted in the feminine", SCEAU_PAPER_CERTIFICATE, "{granted_to}", "délivrée à" },
};

static void
test_line (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (Case) c = case_new ();
  const SceauPaperContent content = {
    .paper = row->paper, .school = c->school, .signatory = c->signatory, .certification = c->certification, .learner = c->learner,
    .block = row->paper == SCEAU_PAPER_BLOCK_ATTESTATION ? c->block : NULL, .number = "2026-0001",
    .decided = sceau_date_new (2026, 11, 20), .delivered = sceau_date_new (2026, 11, 22), .place = "Lille",
  };
  const SceauTemplateLine line = { .text = (char *) row->text };
  g_autofree char *said = sceau_paper_line (&content, &line);
  g_autoptr (GString) plain = g_string_new (said);

  g_string_replace (plain, "\u00A0", " ", 0);
  if (row->said == NULL)
    g_assert_null (said);
  else
    g_assert_cmpstr (plain->str, ==, row->said);
}

/* Every field that the law asks for says something for an ordinary learner. */
static void
test_mandatory_fields_speak (void)
{
  g_autoptr (Case) c = case_new ();

  for (guint paper = 0; paper < SCEAU_N_PAPERS; paper++)
    for (guint field = 0; field < SCEAU_N_FIELDS; field++)
      {
        const SceauPaperContent content = {
          .paper = paper, .school = c->school, .certification = c->certification, .learner = c->learner, .block = c->block,
          .decided = sceau_date_new (2026, 11, 20), .delivered = sceau_date_new (2026, 11, 22), .place = "Lille",
        };
        g_autofree char *text = sceau_paper_field (&content, field);

        if (sceau_field_required (paper, field) != NULL && text == NULL)
          g_error ("{%s} is empty on %s", sceau_field_to_id (field), sceau_paper_to_id (paper));
      }
}

/* --- Signatories and colours ----------------------------------------------- */

typedef struct
{
  const char *sentence;
  const char *name, *title;
  int start, end; /* day of November 2026, 0: none */
  const char *field;
} SignatoryRow;

static const SignatoryRow signatory_rows[] = {
  { "a signatory until further notice is accepted", "Zoé Exemple", "Directrice", 1, 0, NULL },
  { "a signatory of one day is accepted", "Zoé Exemple", "Directrice", 5, 5, NULL },
  { "no name is refused", "  ", "Directrice", 1, 0, "signatory" },
  { "no title is refused", "Zoé Exemple", NULL, 1, 0, "title" },
  { "no first day is refused", "Zoé Exemple", "Directrice", 0, 0, "start" },
  { "an end before the beginning is refused", "Zoé Exemple", "Directrice", 5, 4, "end" },
};

static void
test_signatory (gconstpointer data)
{
  const SignatoryRow *row = data;
  g_autoptr (SceauSignatory) signatory = sceau_signatory_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  signatory->name = g_strdup (row->name);
  signatory->title = g_strdup (row->title);
  if (row->start > 0)
    signatory->start = sceau_date_new (2026, 11, row->start);
  if (row->end > 0)
    signatory->end = sceau_date_new (2026, 11, row->end);
  g_assert_cmpint (sceau_signatory_check (signatory, faults), ==, row->field == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
}

static void
test_colours (void)
{
  static const char *const bad[] = { "", "#", "123456", "#12345", "#1234567", "#12345g", "#12 456", "rouge" };
  guint32 colour = 0;
  g_autofree char *text = NULL;

  g_assert_true (sceau_colour_from_text ("#1A2b3c", &colour));
  g_assert_cmphex (colour, ==, 0x1A2B3C);
  text = sceau_colour_to_text (colour);
  g_assert_cmpstr (text, ==, "#1a2b3c");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sceau_colour_from_text (bad[i], &colour));
  g_assert_false (sceau_colour_from_text (NULL, &colour));
  /* The ends of the scale of WCAG 2.1. */
  g_assert_cmpfloat_with_epsilon (sceau_colour_contrast (0x000000, 0xFFFFFF), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (sceau_colour_contrast (0x777777, 0x777777), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (sceau_colour_contrast (0xFFFFFF, 0x767676), 4.54, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("paper/lint", lint_rows, test_lint);
  TEST_ROWS_ADD ("paper/line", line_rows, test_line);
  TEST_ROWS_ADD ("paper/signatory", signatory_rows, test_signatory);
  g_test_add_func ("/core/paper/rules-have-ids-and-sources", test_rules_have_sources);
  g_test_add_func ("/core/paper/mandatory-fields-speak", test_mandatory_fields_speak);
  g_test_add_func ("/core/paper/colours", test_colours);
  return g_test_run ();
}
