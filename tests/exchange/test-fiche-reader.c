/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "exchange-test.h"
#include "sceau-exchange-error.h"
#include "sceau-fiche-reader.h"

static GPtrArray *
read_text (const char *text, SceauFaults *faults, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sceau_fiche_reader_read_bytes (bytes, faults, error);
}

static const SceauCertification *
certification (GPtrArray *fiches, guint i)
{
  return ((SceauFiche *) g_ptr_array_index (fiches, i))->certification;
}

static const SceauCertification *
find (GPtrArray *fiches, const char *code)
{
  for (guint i = 0; i < fiches->len; i++)
    if (strcmp (certification (fiches, i)->code, code) == 0)
      return certification (fiches, i);
  g_assert_not_reached ();
}

static void
test_reads_every_field (void)
{
  g_autofree char *text = test_fixture_text ("fiche.xml", NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = read_text (text, faults, &error);
  const SceauCertification *fiche;
  const SceauBlock *block;
  const SceauPublishedStatistics *row;
  const SceauAccessRoute *route;

  g_assert_no_error (error);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (fiches->len, ==, 1);
  fiche = certification (fiches, 0);
  g_assert_cmpstr (fiche->code, ==, "RNCP99999");
  g_assert_cmpstr (fiche->title, ==, "Horloger de clocher (invention)");
  g_assert_cmpint (fiche->register_kind, ==, SCEAU_REGISTER_RNCP);
  g_assert_cmpint (fiche->level, ==, 5);
  g_assert_true (fiche->active);
  g_assert_true (fiche->partial_allowed);
  g_assert_cmpuint (fiche->decision_date, ==, sceau_date_new (2024, 2, 1));
  g_assert_cmpuint (fiche->registration_end, ==, sceau_date_new (2029, 2, 1));
  g_assert_cmpuint (fiche->last_delivery, ==, sceau_date_new (2033, 2, 1));
  g_assert_cmpint (fiche->duration_years, ==, 5);
  g_assert_cmpuint (fiche->blocks->len, ==, 2);
  block = g_ptr_array_index (fiche->blocks, 0);
  g_assert_cmpstr (block->code, ==, "RNCP99999BC01");
  g_assert_cmpuint (block->competences->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (block->competences, 1), ==, "Graisser le mouvement");
  g_assert_cmpstr (block->competences_text, ==, "- Gravir l'échelle    - Graisser le mouvement");
  g_assert_cmpuint (fiche->routes->len, ==, 2);
  route = sceau_certification_find_route (fiche, SCEAU_ROUTE_INITIAL);
  g_assert_true (route->open);
  g_assert_cmpstr (route->jury_text, ==, "Trois personnes");
  g_assert_cmpuint (route->modified, ==, sceau_date_new (2024, 1, 2));
  g_assert_false (sceau_certification_find_route (fiche, SCEAU_ROUTE_VAE)->open);
  row = g_ptr_array_index (fiche->statistics, 0);
  g_assert_cmpint (row->year, ==, 2022);
  g_assert_cmpint (row->certified_vae, ==, -1);
  g_assert_cmpint (g_array_index (fiche->eligible_years, int, 0), ==, 2021);
  g_assert_cmpint (((SceauFiche *) g_ptr_array_index (fiches, 0))->line, ==, 4);
}

/* What is kept of a fiche can be read again and gives the same. */
static void
test_keeps_a_readable_copy (void)
{
  g_autofree char *text = test_fixture_text ("fiche.xml", NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = read_text (text, faults, NULL);
  const SceauFiche *first = g_ptr_array_index (fiches, 0);
  g_autoptr (GPtrArray) again = read_text (first->xml, faults, NULL);

  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpstr (((SceauFiche *) g_ptr_array_index (again, 0))->xml, ==, first->xml);
  g_assert_nonnull (strstr (first->xml, "<INTITULE>  Horloger de clocher (invention)  </INTITULE>"));
}

static void
test_refuses_useless_files (void)
{
  static const struct
  {
    const char *file;
    const char *says;
  } rows[] = {
    { "fiche-truncated.xml", "breaks off" },
    { "fiche-other-root.xml", "“CATALOGUE”" },
    { "fiche-namespace.xml", "“f:FICHES”" },
    { "fiche-version.xml", "“3.2”" },
    { "fiche-no-version.xml", "VERSION_FLUX" },
    { "fiche-doctype.xml", "document type" },
    { "fiche-ampersand.xml", "Line 2" },
    { "fiche-not-xml.txt", "not an XML file" },
    { "fiche-archive.xml", "archive" },
    { "fiche-empty.xml", "empty" },
    { "fiche-latin1.xml", "not well-formed" },
    { "no-such-file.xml", "no such file" },
    { ".", "folder" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = test_fixture (rows[i].file);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (sceau_fiche_reader_read (file, NULL, faults, NULL, NULL, NULL, &error));
      g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE);
      g_test_message ("%s: %s", rows[i].file, error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
test_names_every_fault (void)
{
  static const struct
  {
    const char *sentence;
    const char *from;
    const char *to;
    const char *element;
    const char *says;
    int line;
  } rows[] = {
    { "no code", "<NUMERO_FICHE>RNCP99999</NUMERO_FICHE>", "", "NUMERO_FICHE", "missing", 4 },
    { "blank code", ">RNCP99999<", "> <", "NUMERO_FICHE", "missing", 4 },
    { "code in lower case", ">RNCP99999<", ">rncp99999<", "NUMERO_FICHE", "rncp99999", 6 },
    { "code of another kind", ">RNCP99999<", ">99999<", "NUMERO_FICHE", "number of a fiche", 6 },
    { "code twice", "<ETAT_FICHE>", "<NUMERO_FICHE>RNCP1</NUMERO_FICHE><ETAT_FICHE>", "NUMERO_FICHE", "twice", 8 },
    { "no title", "<INTITULE>  Horloger de clocher (invention)  </INTITULE>", "", "INTITULE", "missing", 4 },
    { "level 9", "NIV5", "NIV9", "NIVEAU", "NIV9", 10 },
    { "a date that does not exist", "01/02/2024", "31/02/2024", "DATE_DECISION", "31/02/2024", 15 },
    { "a date in ISO", "01/02/2024", "2024-02-01", "DATE_DECISION", "2024-02-01", 15 },
    { "a date with hyphens", "01/02/2024", "01-02-2024", "DATE_DECISION", "01-02-2024", 15 },
    { "an end before the decision", "01/02/2029", "01/02/2023", "DATE_FIN_ENREGISTREMENT", "before", 21 },
    { "a last delivery before the decision", "01/02/2033", "01/02/2013", "DATE_LIMITE_DELIVRANCE", "before", 30 },
    { "two blocks with one code", "RNCP99999BC02", "RNCP99999BC01", "BLOC_COMPETENCES", "same code", 26 },
    { "a block without code", "<CODE>RNCP99999BC02</CODE>", "", "CODE", "missing", 26 },
    { "a block without title", "<LIBELLE>Régler l'heure</LIBELLE>", "", "LIBELLE", "missing", 26 },
    { "a block code of two words", "RNCP99999BC02", "BC 02", "BLOC_COMPETENCES", "code of a block", 26 },
    { "neither yes nor no", "<ACTIF>Oui</ACTIF>\n", "<ACTIF>Peut-être</ACTIF>\n", "ACTIF", "Peut-être", 29 },
    { "a certifier without name", "<NOM_CERTIFICATEUR>ÉCOLE DES CLOCHERS</NOM_CERTIFICATEUR>", "", "NOM_CERTIFICATEUR",
      "missing", 12 },
  };
  g_autofree char *whole = test_fixture_text ("fiche.xml", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = test_replace (whole, rows[i].from, rows[i].to);
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) fiches = read_text (text, faults, &error);
      const SceauFault *fault = test_find_fault (faults, rows[i].element, rows[i].says);

      g_test_message ("%s", rows[i].sentence);
      test_print_faults (faults);
      g_assert_no_error (error);
      g_assert_cmpuint (fiches->len, ==, 0);
      g_assert_nonnull (fault);
      g_assert_cmpint (fault->severity, ==, SCEAU_FAULT_ERROR);
      g_assert_cmpint (fault->line, ==, rows[i].line);
      g_assert_nonnull (fault->remedy);
    }
}

static void
test_warns_and_goes_on (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *element;
  } rows[] = {
    { "73282932000074", "73282932000075", "SIRET_CERTIFICATEUR" },
    { "73282932000074", "7328293200007", "SIRET_CERTIFICATEUR" },
    { ">251s<", ">25<", "NSF" },
    { ">12345<", ">1234<", "FORMACODE" },
    { "<ETAT_FICHE>", "<COULEUR>bleu</COULEUR><COULEUR>vert</COULEUR><ETAT_FICHE>", "COULEUR" },
    { ">5</DUREE", ">cinq</DUREE", "DUREE_ENREGISTREMENT" },
    { ">1</NOMBRE_CERTIFIES_VAE", ">5</NOMBRE_CERTIFIES_VAE", "STATISTIQUES_PROMOTION" },
    { ">75<", ">101<", "TAUX_INSERTION_GLOBAL_6MOIS" },
    { ">75<", ">75,5<", "TAUX_INSERTION_GLOBAL_6MOIS" },
    { ">6</NOMBRE", ">-6</NOMBRE", "NOMBRE_CERTIFIES" },
    { "<ANNEE>2022</ANNEE><NOMBRE", "<ANNEE>2021</ANNEE><NOMBRE", "STATISTIQUES_PROMOTION" },
    { "<ANNEE>2022</ANNEE><NOMBRE", "<NOMBRE", "STATISTIQUES_PROMOTION" },
    { "<ANNEE>2021</ANNEE></", "<ANNEE>21</ANNEE></", "ANNEE" },
    { "01/02/2033", "01/02/2028", "DATE_LIMITE_DELIVRANCE" },
    { "<ETAT_FICHE>", "<DATE_EFFET>01/01/2030</DATE_EFFET><ETAT_FICHE>", "DATE_FIN_ENREGISTREMENT" },
    { "<ETAT_FICHE>", "<ETAT_FICHE>Dépubliée</ETAT_FICHE><ETAT_FICHE>", "ETAT_FICHE" },
    { "<LISTE_COMPETENCES>Lire l'heure    Avancer l'aiguille</LISTE_COMPETENCES>", "", "BLOC_COMPETENCES" },
    { "<VERSION_FLUX>4.1</VERSION_FLUX>", "<VERSION_FLUX>4.1</VERSION_FLUX><ENTETE>x</ENTETE>", "ENTETE" },
  };
  g_autofree char *whole = test_fixture_text ("fiche.xml", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = test_replace (whole, rows[i].from, rows[i].to);
      g_autoptr (SceauFaults) faults = sceau_faults_new ();
      g_autoptr (GPtrArray) fiches = read_text (text, faults, NULL);

      g_assert_cmpuint (fiches->len, ==, 1);
      g_assert_cmpuint (sceau_faults_length (faults), ==, 1);
      g_assert_cmpint (sceau_faults_get (faults, 0)->severity, ==, SCEAU_FAULT_WARNING);
      g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, rows[i].element);
    }
}

/* All faults at once: three mistakes in one fiche are three faults. */
static void
test_tells_all_faults_at_once (void)
{
  g_autofree char *whole = test_fixture_text ("fiche.xml", NULL);
  g_autofree char *one = test_replace (whole, "01/02/2024", "99/99/2024");
  g_autofree char *two = test_replace (one, "NIV5", "NIV1");
  g_autofree char *three = test_replace (two, "RNCP99999BC02", "RNCP99999BC01");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = read_text (three, faults, NULL);

  g_assert_cmpuint (fiches->len, ==, 0);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 3);
}

static void
test_refuses_the_second_of_two (void)
{
  g_autofree char *whole = test_fixture_text ("fiche.xml", NULL);
  g_auto (GStrv) ends = g_strsplit (whole, "</FICHES>", 2);
  g_auto (GStrv) parts = g_strsplit (ends[0], "<FICHE>", 2);
  g_autofree char *text = g_strconcat (ends[0], "<FICHE>", parts[1], "</FICHES>", NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = read_text (text, faults, NULL);

  g_assert_cmpuint (fiches->len, ==, 1);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
  g_assert_nonnull (test_find_fault (faults, "FICHE", "twice"));
}

static void
test_a_file_without_fiche_is_a_fault (void)
{
  g_autofree char *text = test_fixture_text ("fiche-none.xml", NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = read_text (text, faults, NULL);

  g_assert_cmpuint (fiches->len, ==, 0);
  g_assert_nonnull (test_find_fault (faults, "FICHES", "no fiche"));
}

/* 100 MB of nested entities must cost nothing. */
static void
test_entities_never_grow (void)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE FICHES [<!ENTITY e0 \"0123456789\">");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 1; i <= 8; i++)
    g_string_append_printf (text, "<!ENTITY e%d \"&e%d;&e%d;&e%d;&e%d;&e%d;&e%d;&e%d;&e%d;&e%d;&e%d;\">", i, i - 1,
                            i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
  g_string_append (text, "]><FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><INTITULE>&e8;</INTITULE></FICHE></FICHES>");
  g_assert_null (read_text (text->str, faults, &error));
  g_assert_nonnull (strstr (error->message, "document type"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
}

/* Ways to hide a DOCTYPE from a reader that looks at the first bytes only. */
static void
test_no_doctype_slips_through (void)
{
  static const char behind_a_comment[] = "<?xml version=\"1.0\"?><!-- <b> --><!DOCTYPE FICHES [<!ENTITY a \"x\">]>"
                                         "<FICHES a=\"&a;\"><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>";
  static const char in_utf16[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE FICHES><FICHES/>";
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *wide = g_convert (in_utf16, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (wide, length);

  g_assert_null (read_text (behind_a_comment, faults, &error));
  g_assert_nonnull (strstr (error->message, "document type"));
  g_clear_error (&error);
  g_assert_null (sceau_fiche_reader_read_bytes (bytes, faults, &error));
  g_assert_nonnull (strstr (error->message, "document type"));
}

static void
test_a_fiche_has_a_limit (void)
{
  g_autoptr (GString) text = g_string_new ("<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE>");
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GError) error = NULL;

  while (text->len < 17 * 1024 * 1024)
    g_string_append (text, "<PARTENAIRE><NOM_PARTENAIRE>Centre</NOM_PARTENAIRE></PARTENAIRE>\n");
  g_assert_null (read_text (text->str, faults, &error));
  g_assert_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE);
}

static void
count_progress (goffset done, goffset total, gpointer user_data)
{
  g_assert_cmpint (done, <=, total);
  (*(guint *) user_data)++;
}

static void
test_codes_progress_and_cancelling (void)
{
  const char *const wanted[] = { "rncp99999", "RNCP12", NULL };
  g_autofree char *path = test_fixture ("fiche.xml");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fiches = NULL;
  guint calls = 0;

  fiches = sceau_fiche_reader_read (file, wanted, faults, count_progress, &calls, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fiches->len, ==, 1);
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 1);
  g_assert_nonnull (test_find_fault (faults, "NUMERO_FICHE", "RNCP12"));
  g_assert_cmpuint (calls, >, 0);

  g_cancellable_cancel (cancellable);
  g_assert_null (sceau_fiche_reader_read (file, NULL, faults, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_competences (const SceauCertification *fiche, const guint *counts)
{
  for (guint i = 0; i < fiche->blocks->len; i++)
    {
      const SceauBlock *block = g_ptr_array_index (fiche->blocks, i);

      g_test_message ("%s", block->code);
      g_assert_cmpuint (block->competences->len, ==, counts[i]);
    }
}

/* The counts were taken by reading the fiches. */
static void
test_real_rncp (void)
{
  static const struct
  {
    const char *code;
    int level;
    const char *end;
    guint blocks;
    guint competences[10];
  } rows[] = {
    { "RNCP34762", 7, "2024-08-31", 5, { 7, 10, 10, 8, 5 } },
    { "RNCP35809", 5, "2026-08-31", 4, { 9, 20, 6, 14 } },
    { "RNCP35625", 7, "2026-03-25", 10, { 2, 5, 2, 5, 3, 3, 3, 5, 6, 4 } },
    { "RNCP35419", 7, "2026-03-17", 4, { 5, 4, 4, 5 } },
    { "RNCP37488", 4, "2028-08-31", 2, { 5, 4 } },
    { "RNCP40344", 4, "2028-03-28", 4, { 6, 6, 5, 7 } },
  };
  g_autofree char *path = test_official_data ("rncp_v4_1_sample.xml");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = NULL;
  const SceauPublishedStatistics *row;

  if (path == NULL)
    return;
  fiches = sceau_fiche_reader_read (file, NULL, faults, NULL, NULL, NULL, NULL);
  test_print_faults (faults);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (fiches->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SceauCertification *fiche = find (fiches, rows[i].code);
      g_autofree char *end = sceau_date_format_iso (fiche->registration_end);

      g_assert_cmpint (fiche->level, ==, rows[i].level);
      g_assert_cmpstr (end, ==, rows[i].end);
      g_assert_cmpuint (fiche->blocks->len, ==, rows[i].blocks);
      g_assert_true (fiche->partial_allowed);
      g_assert_cmpuint (fiche->routes->len, ==, SCEAU_N_ROUTES);
      assert_competences (fiche, rows[i].competences);
    }
  row = g_ptr_array_index (find (fiches, "RNCP40344")->statistics, 0);
  g_assert_cmpint (row->year, ==, 2023);
  g_assert_cmpint (row->certified, ==, 908);
  g_assert_cmpint (row->certified_vae, ==, 228);
  g_assert_cmpint (row->global_6m, ==, 95);
  g_assert_cmpint (row->target_24m, ==, -1);
  g_assert_cmpuint (find (fiches, "RNCP40344")->last_delivery, ==, sceau_date_new (2032, 3, 28));
}

static void
test_real_rs (void)
{
  g_autofree char *path = test_official_data ("rs_v4_1_sample.xml");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autoptr (GPtrArray) fiches = NULL;
  const SceauCertification *fiche;

  if (path == NULL)
    return;
  fiches = sceau_fiche_reader_read (file, NULL, faults, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
  g_assert_cmpuint (fiches->len, ==, 4);
  fiche = find (fiches, "RS6232");
  g_assert_cmpint (fiche->register_kind, ==, SCEAU_REGISTER_RS);
  g_assert_cmpuint (fiche->blocks->len, ==, 0);
  g_assert_false (fiche->partial_allowed);
  g_assert_cmpuint (fiche->last_delivery, ==, sceau_date_new (2026, 7, 25));
  g_assert_cmpuint (fiche->certifiers->len, ==, 3);
  g_assert_cmpuint (fiche->routes->len, ==, 5);
  g_assert_false (find (fiches, "RS5000")->active);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/fiche-reader/reads-every-field", test_reads_every_field);
  g_test_add_func ("/exchange/fiche-reader/keeps-a-readable-copy", test_keeps_a_readable_copy);
  g_test_add_func ("/exchange/fiche-reader/refuses-useless-files", test_refuses_useless_files);
  g_test_add_func ("/exchange/fiche-reader/names-every-fault", test_names_every_fault);
  g_test_add_func ("/exchange/fiche-reader/warns-and-goes-on", test_warns_and_goes_on);
  g_test_add_func ("/exchange/fiche-reader/tells-all-faults-at-once", test_tells_all_faults_at_once);
  g_test_add_func ("/exchange/fiche-reader/refuses-the-second-of-two", test_refuses_the_second_of_two);
  g_test_add_func ("/exchange/fiche-reader/a-file-without-fiche-is-a-fault", test_a_file_without_fiche_is_a_fault);
  g_test_add_func ("/exchange/fiche-reader/entities-never-grow", test_entities_never_grow);
  g_test_add_func ("/exchange/fiche-reader/no-doctype-slips-through", test_no_doctype_slips_through);
  g_test_add_func ("/exchange/fiche-reader/a-fiche-has-a-limit", test_a_fiche_has_a_limit);
  g_test_add_func ("/exchange/fiche-reader/codes-progress-and-cancelling", test_codes_progress_and_cancelling);
  g_test_add_func ("/exchange/fiche-reader/real-rncp", test_real_rncp);
  g_test_add_func ("/exchange/fiche-reader/real-rs", test_real_rs);
  return g_test_run ();
}
