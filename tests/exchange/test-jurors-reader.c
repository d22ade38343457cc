/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "exchange-test.h"
#include "sceau-jurors-reader.h"

/* Everybody here is invented. */

static GPtrArray *
read_text (const char *text, SceauFaults *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = sceau_jurors_reader_read_bytes (bytes, faults, &error);

  g_assert_no_error (error);
  test_print_faults (faults);
  return entries;
}

static void
test_reads_english (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_text (
    "name;function;employer;internal;sex;field;email;phone;address;mandate_start;mandate_end\r\n"
    "Inès ROUX;RSSI;Alpha Exemple SA;external;F;réponse à incident;ines.roux@exemple.fr;05 61 00 00 00;"
    "\"1 rue Fictive\n31000 Toulouse\";2026-01-01;31/12/2028\r\n",
    faults);
  const SceauJurorEntry *entry = g_ptr_array_index (entries, 0);

  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (entry->line, ==, 2);
  g_assert_cmpstr (entry->juror->name, ==, "Inès ROUX");
  g_assert_cmpstr (entry->juror->function, ==, "RSSI");
  g_assert_cmpstr (entry->juror->employer, ==, "Alpha Exemple SA");
  g_assert_false (entry->juror->internal);
  g_assert_cmpint (entry->juror->sex, ==, SCEAU_SEX_FEMALE);
  g_assert_cmpstr (entry->juror->field, ==, "réponse à incident");
  g_assert_cmpstr (entry->juror->email, ==, "ines.roux@exemple.fr");
  g_assert_cmpstr (entry->juror->phone, ==, "05 61 00 00 00");
  g_assert_cmpstr (entry->juror->address, ==, "1 rue Fictive\n31000 Toulouse");
  g_assert_cmpuint (entry->juror->mandate_start, ==, sceau_date_new (2026, 1, 1));
  g_assert_cmpuint (entry->juror->mandate_end, ==, sceau_date_new (2028, 12, 31));
}

static void
test_reads_french (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_text ("Prénom NOM,Fonction,Entreprise,Interne ou externe,Couleur\n"
                                             "Paul MERCIER,Directeur,École fictive,Interne,bleu\n"
                                             "Marc PETIT,Architecte,Bêta Exemple,EXTERNE,vert\n",
                                             faults);
  const SceauJurorEntry *first = g_ptr_array_index (entries, 0);
  const SceauJurorEntry *second = g_ptr_array_index (entries, 1);

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
  g_assert_cmpint (sceau_faults_get (faults, 0)->severity, ==, SCEAU_FAULT_WARNING);
  g_assert_true (first->juror->internal);
  g_assert_false (second->juror->internal);
  g_assert_null (second->juror->email);
}

/* One row a fault, beside one that is good. */
static const struct
{
  const char *what, *row, *field, *words;
  int column;
} faulty[] = {
  { "no name", ";RSSI;Gamma;externe;F;;;", "name", "needs a name", 1 },
  { "no function", "Ada EXEMPLE;;Gamma;externe;F;;;", "function", "needs a function", 2 },
  { "no employer", "Ada EXEMPLE;RSSI;;externe;F;;;", "employer", "needs an employer", 3 },
  { "no side", "Ada EXEMPLE;RSSI;Gamma;;F;;;", "internal", "of the school", 4 },
  { "neither side", "Ada EXEMPLE;RSSI;Gamma;peut-être;F;;;", "internal", "of the school", 4 },
  { "no such sex", "Ada EXEMPLE;RSSI;Gamma;externe;Q;;;", "sex", "civil status", 5 },
  { "no address of mail", "Ada EXEMPLE;RSSI;Gamma;externe;F;ada arobase;;", "email", "e-mail", 6 },
  { "no day", "Ada EXEMPLE;RSSI;Gamma;externe;F;;31/02/2026;", "mandate_start", "", 7 },
  { "a mandate that ends first", "Ada EXEMPLE;RSSI;Gamma;externe;F;;2026-02-01;2026-01-01", "mandate_end", "ends before it begins", 8 },
  { "somebody twice", "bon exemple;autre;ALPHA;interne;F;;;", "name", "already on line 2", 1 },
};

static void
test_names_every_fault (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autofree char *text = g_strdup_printf ("name;function;employer;internal;sex;email;mandate_start;mandate_end\n"
                                               "Bon EXEMPLE;RSSI;Alpha;externe;M;;;\n%s\n",
                                               faulty[i].row);
      g_autoptr (GPtrArray) entries = read_text (text, faults);
      const SceauFault *fault = test_find_fault (faults, faulty[i].field, faulty[i].words);

      g_test_message ("%s", faulty[i].what);
      g_assert_cmpuint (entries->len, ==, 1);
      g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
      g_assert_nonnull (fault);
      g_assert_cmpint (fault->line, ==, 3);
      g_assert_cmpint (fault->column, ==, faulty[i].column);
    }
}

static void
test_a_missing_column_stops_it (void)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = read_text ("nom;fonction\nAda EXEMPLE;RSSI\n", faults);

  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 2);
}

static void
test_the_template_can_be_read (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sceau-jurors-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "jurors.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sceau_jurors_template_write (file, FALSE, &error));
  g_assert_no_error (error);
  entries = sceau_jurors_reader_read (file, faults, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
  /* Nothing else is wrong with it than that nobody filled it in. */
  g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
  g_assert_cmpint (sceau_faults_get (faults, 0)->severity, ==, SCEAU_FAULT_ERROR);
  g_assert_true (g_str_has_prefix (sceau_faults_get (faults, 0)->reason, "There is no juror in the file"));
  g_assert_false (sceau_jurors_template_write (file, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (parent, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/jurors-reader/reads-english", test_reads_english);
  g_test_add_func ("/exchange/jurors-reader/reads-french", test_reads_french);
  g_test_add_func ("/exchange/jurors-reader/names-every-fault", test_names_every_fault);
  g_test_add_func ("/exchange/jurors-reader/a-missing-column-stops-it", test_a_missing_column_stops_it);
  g_test_add_func ("/exchange/jurors-reader/the-template-can-be-read", test_the_template_can_be_read);
  return g_test_run ();
}
