/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "document-fixtures.h"
#include "sceau-register-document.h"

#include <string.h>

#define PRINTED sceau_date_new (2026, 12, 1)

static SceauCertificate *
new_certificate (guint sequence)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->number = sceau_certificate_format_number (2026, sequence);
  certificate->learner_number = g_strdup_printf ("A%03u", sequence);
  certificate->learner_name = g_strdup ("Zoé LEFÈVRE");
  certificate->certification_code = g_strdup ("RNCP41445");
  certificate->decided = sceau_date_new (2026, 11, 12);
  certificate->delivered = sceau_date_new (2026, 11, 20);
  certificate->place = g_strdup ("Villeneuve-d’Ascq");
  return certificate;
}

static SceauRegisterAct *
new_act (SceauRegisterActKind kind, int rank, const char *person, const char *detail, const char *reason)
{
  SceauRegisterAct *act = sceau_register_act_new ();

  act->kind = kind;
  act->rank = rank;
  act->date = sceau_date_new (2026, 11, 25);
  act->person = g_strdup (person);
  act->detail = g_strdup (detail);
  act->reason = g_strdup (reason);
  return act;
}

static GBytes *
render_register (const SceauRegisterLine *lines, gsize n)
{
  g_autoptr (SceauSchoolIdentity) school = fixture_school ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sceau_register_document_render (school, 2026, lines, n, PRINTED, "9f3c2b1a", &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_register (void)
{
  g_autoptr (SceauCertificate) certificate = new_certificate (1);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_register_act_free);
  const SceauRegisterLine line = { certificate, acts };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_PRINTED, 1, NULL, "F-0042", NULL));
  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_SPOILED, 0, NULL, NULL, "tache d’encre"));
  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_HANDED, 0, "Zoé LEFÈVRE", "carte d’identité", NULL));
  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_DUPLICATE, 1, "Zoé LEFÈVRE", NULL, "perte"));
  bytes = render_register (&line, 1);
  again = render_register (&line, 1);
  g_assert_true (g_bytes_equal (bytes, again));
  pdf_assert_sound (bytes);
  text = pdf_text (bytes);
  assert_contains (text, "Registre des parchemins — 2026");
  assert_contains (text, "2026-0001-Q");
  assert_contains (text, "Zoé LEFÈVRE");
  assert_contains (text, "25/11/2026 : tirage n° 1, F-0042");
  assert_contains (text, "25/11/2026 : feuille gâchée ou perdue (tache d’encre)");
  assert_contains (text, "25/11/2026 : remis en main propre, Zoé LEFÈVRE, carte d’identité");
  assert_contains (text, "25/11/2026 : duplicata n° 1, Zoé LEFÈVRE (perte)");
  assert_contains (text, "tête du journal : 9f3c2b1a");
  assert_contains (text, "page 1 sur 1");
  g_assert_null (strstr (text, "[U+"));
}

/* What ended before there were acts is told from the parchemin itself, and once. */
static void
test_ends (void)
{
  g_autoptr (SceauCertificate) revoked = new_certificate (1);
  g_autoptr (SceauCertificate) replaced = new_certificate (2);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_register_act_free);
  const SceauRegisterLine lines[] = { { revoked, NULL }, { replaced, acts } };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  revoked->state = SCEAU_CERTIFICATE_REVOKED;
  revoked->ended = sceau_date_new (2026, 11, 28);
  revoked->revocation_reason = g_strdup ("fraude établie");
  replaced->state = SCEAU_CERTIFICATE_REPLACED;
  replaced->ended = sceau_date_new (2026, 11, 25);
  replaced->replaced_by = g_strdup ("2026-0003");
  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_REPLACED, 0, NULL, "2026-0003", "nom corrigé"));
  bytes = render_register (lines, 2);
  text = pdf_text (bytes);
  assert_contains (text, "28/11/2026 : révoqué (fraude établie)");
  assert_contains (text, "25/11/2026 : remplacé par le n° 2026-0003-S (nom corrigé)");
  g_assert_null (strstr (strstr (text, "remplacé") + 1, "remplacé"));
}

/* What an earlier version wrote down in letters that no face has does not keep the register from being printed. */
static void
test_unprintable_remark (void)
{
  g_autoptr (SceauCertificate) certificate = new_certificate (1);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_register_act_free);
  const SceauRegisterLine line = { certificate, acts };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_HANDED, 0, "王 Exemple", "📄 王", NULL));
  bytes = render_register (&line, 1);
  pdf_assert_sound (bytes);
  text = pdf_text (bytes);
  assert_contains (text, "remis en main propre, [U+738B] Exemple, [U+1F4C4] [U+738B]");
}

/* Names and remarks as long as they may be, on their own lines. */
static void
test_long_names (void)
{
  g_autoptr (SceauCertificate) certificate = new_certificate (1);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_register_act_free);
  const SceauRegisterLine line = { certificate, acts };
  g_autoptr (GString) reason = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_free (certificate->learner_name);
  certificate->learner_name = g_strdup ("Marie-Charlotte-Éléonore-Apolline-Philippine d’ÉTAMPES-VAN DER MEULEN DE LA ROCHEFOUCAULD-"
                                        "MONTMORENCY-LUXEMBOURG-CHÂTEAUBRIANT");
  for (guint i = 0; i < 60; i++)
    g_string_append (reason, "déclaration de perte au commissariat, ");
  g_ptr_array_add (acts, new_act (SCEAU_REGISTER_DUPLICATE, 1, NULL, NULL, reason->str));
  bytes = render_register (&line, 1);
  pdf_assert_sound (bytes);
  text = pdf_text (bytes);
  assert_contains (text, "Marie-Charlotte");
  assert_contains (text, "déclaration de perte");
}

static void
test_empty_and_long (void)
{
  g_autoptr (GBytes) empty = render_register (NULL, 0);
  g_autofree char *empty_text = pdf_text (empty);
  SceauRegisterLine lines[500];
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint n;

  assert_contains (empty_text, "Aucun parchemin n’est au registre.");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i] = (SceauRegisterLine) { new_certificate (i + 1), NULL };
  bytes = render_register (lines, G_N_ELEMENTS (lines));
  pdf_assert_sound (bytes);
  n = pdf_n_pages (bytes);
  g_assert_cmpuint (n, >, 10);
  text = pdf_text (bytes);
  last = g_strdup_printf ("page %u sur %u", n, n);
  assert_contains (text, last);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *number = sceau_certificate_print_number (lines[i].certificate->number);

      assert_contains (text, number);
      sceau_certificate_free ((SceauCertificate *) lines[i].certificate);
    }
}

static void
test_handover (void)
{
  g_autoptr (SceauSchoolIdentity) school = fixture_school ();
  g_autoptr (SceauCertification) certification = fixture_certification ();
  g_autoptr (SceauCertification) other = fixture_certification ();
  const SceauCertificate *certificates[40];
  SceauHandoverSection sections[2];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_free (other->title);
  other->title = g_strdup ("Administrateur d’exemples");
  for (guint i = 0; i < G_N_ELEMENTS (certificates); i++)
    certificates[i] = new_certificate (i + 1);
  sections[0] = (SceauHandoverSection) { certification, certificates, 30 };
  sections[1] = (SceauHandoverSection) { other, certificates + 30, 10 };
  bytes = sceau_handover_document_render (school, sections, G_N_ELEMENTS (sections), PRINTED, &error);
  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  g_assert_cmpuint (pdf_n_pages (bytes), >, 1);
  text = pdf_text (bytes);
  assert_contains (text, "Remise des parchemins");
  assert_contains (text, "Pièce d’identité présentée");
  assert_contains (text, "Expert en cybersécurité (MS)");
  assert_contains (text, "2026-0040");
  assert_contains (text, "Administrateur d’exemples");
  for (guint i = 0; i < G_N_ELEMENTS (certificates); i++)
    sceau_certificate_free ((SceauCertificate *) certificates[i]);
}

static void
test_proof_list (void)
{
  g_autoptr (SceauSchoolIdentity) school = fixture_school ();
  g_autoptr (SceauCertification) certification = fixture_certification ();
  g_autoptr (SceauLearner) one = fixture_learner ("Zoé", "Lefèvre", SCEAU_SEX_FEMALE);
  g_autoptr (SceauLearner) two = fixture_learner ("Łukasz", "Őrsi", SCEAU_SEX_MALE);
  const SceauLearner *const learners[] = { one, two };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  one->usage_name = g_strdup ("Martin");
  bytes = sceau_proof_list_document_render (school, certification, learners, G_N_ELEMENTS (learners), PRINTED, &error);
  g_assert_no_error (error);
  pdf_assert_sound (bytes);
  text = pdf_text (bytes);
  assert_contains (text, "Bon à tirer");
  assert_contains (text, "Zoé LEFÈVRE née le 1er mars 1999 à Lille");
  assert_contains (text, "nom d’usage : MARTIN");
  assert_contains (text, "Łukasz ŐRSI né le");
  assert_contains (text, "Correction demandée");
}

#define ADD(name, function) g_test_add_func ("/documents/register/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("register", test_register);
  ADD ("ends", test_ends);
  ADD ("unprintable-remark", test_unprintable_remark);
  ADD ("long-names", test_long_names);
  ADD ("empty-and-long", test_empty_and_long);
  ADD ("handover", test_handover);
  ADD ("proof-list", test_proof_list);
  return g_test_run ();
}
