/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Whether somebody can be written down as a juror. */

#include "sceau-fault.h"
#include "sceau-juror.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *name, *function, *employer, *email, *phone, *address;
  const char *mandate_start, *mandate_end;
  const char *field; /* that is refused, or NULL */
} Row;

#define ADA "Ada EXEMPLE", "Directrice", "Exemple SA"
#define NO_CONTACT NULL, NULL, NULL
#define NO_MANDATE "", ""

static const Row rows[] = {
  { "name, function and employer are enough", ADA, NO_CONTACT, NO_MANDATE, NULL },
  { "a juror without a name is refused", NULL, "Directrice", "Exemple SA", NO_CONTACT, NO_MANDATE, "name" },
  { "a name of no-break spaces is none", "\302\240", "Directrice", "Exemple SA", NO_CONTACT, NO_MANDATE, "name" },
  { "a name on two lines is refused", "Ada\nEXEMPLE", "Directrice", "Exemple SA", NO_CONTACT, NO_MANDATE, "name" },
  { "a name that is no text is refused", "Ada \351XEMPLE", "Directrice", "Exemple SA", NO_CONTACT, NO_MANDATE, "name" },
  { "a juror without a function is refused", "Ada EXEMPLE", "", "Exemple SA", NO_CONTACT, NO_MANDATE, "function" },
  { "a juror without an employer is refused", "Ada EXEMPLE", "Directrice", " ", NO_CONTACT, NO_MANDATE, "employer" },
  { "an address of a mail program is accepted", ADA, "ada.exemple+jury@mail.exemple.fr", NULL, NULL, NO_MANDATE, NULL },
  { "blanks around an e-mail address do not matter", ADA, " ada@exemple.fr ", NULL, NULL, NO_MANDATE, NULL },
  { "an e-mail address with accents is accepted", ADA, "zoé@exemple.fr", NULL, NULL, NO_MANDATE, NULL },
  { "an empty e-mail address is none", ADA, "", NULL, NULL, NO_MANDATE, NULL },
  { "an e-mail address without its domain is refused", ADA, "ada@", NULL, NULL, NO_MANDATE, "email" },
  { "an e-mail address in a domain without a dot is refused", ADA, "ada@exemple", NULL, NULL, NO_MANDATE, "email" },
  { "two e-mail addresses are refused", ADA, "ada@exemple.fr, a@exemple.fr", NULL, NULL, NO_MANDATE, "email" },
  { "an e-mail address with a name is refused", ADA, "Ada <ada@exemple.fr>", NULL, NULL, NO_MANDATE, "email" },
  { "an e-mail address on two lines is refused", ADA, "ada@exemple.fr\nBcc: b@exemple.fr", NULL, NULL, NO_MANDATE, "email" },
  { "a French number is accepted", ADA, NULL, "05 61 00 00 00", NULL, NO_MANDATE, NULL },
  { "a French number with dots is accepted", ADA, NULL, "05.61.00.00.00", NULL, NO_MANDATE, NULL },
  { "an international number is accepted", ADA, NULL, "+33 (0)5 61 00 00 00", NULL, NO_MANDATE, NULL },
  { "a number of letters is refused", ADA, NULL, "poste 12 bis", NULL, NO_MANDATE, "phone" },
  { "a number of five digits is refused", ADA, NULL, "12345", NULL, NO_MANDATE, "phone" },
  { "a number of sixteen digits is refused", ADA, NULL, "1234567890123456", NULL, NO_MANDATE, "phone" },
  { "a postal address may have several lines", ADA, NULL, NULL, "1 rue des Exemples\n31000 Toulouse", NO_MANDATE, NULL },
  { "a mandate of one day is accepted", ADA, NO_CONTACT, "2026-11-22", "2026-11-22", NULL },
  { "a reversed mandate is refused", ADA, NO_CONTACT, "2026-11-22", "2026-11-21", "mandate_end" },
  { "a mandate without an end is accepted", ADA, NO_CONTACT, "2026-11-22", "", NULL },
  { "a mandate without a beginning is accepted", ADA, NO_CONTACT, "", "2026-11-22", NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SceauJuror) juror = sceau_juror_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  juror->name = g_strdup (row->name);
  juror->function = g_strdup (row->function);
  juror->employer = g_strdup (row->employer);
  juror->email = g_strdup (row->email);
  juror->phone = g_strdup (row->phone);
  juror->address = g_strdup (row->address);
  sceau_date_parse_iso (row->mandate_start, &juror->mandate_start);
  sceau_date_parse_iso (row->mandate_end, &juror->mandate_end);

  g_assert_cmpint (sceau_juror_check (juror, 7, faults), ==, row->field == NULL);
  g_assert_cmpuint (sceau_faults_length (faults), ==, row->field != NULL ? 1 : 0);
  if (row->field == NULL)
    return;
  g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  g_assert_cmpint (sceau_faults_get (faults, 0)->line, ==, 7);
}

/* All at once: who imports a list mends it once. */
static void
test_every_fault (void)
{
  g_autoptr (SceauJuror) juror = sceau_juror_new ();
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  juror->email = g_strdup ("?");
  juror->phone = g_strdup ("?");
  juror->mandate_start = sceau_date_new (2026, 2, 2);
  juror->mandate_end = sceau_date_new (2026, 2, 1);
  g_assert_false (sceau_juror_check (juror, 0, faults));
  g_assert_cmpuint (sceau_faults_count_errors (faults), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("juror", rows, test_row);
  g_test_add_func ("/core/juror/every-fault-at-once", test_every_fault);
  return g_test_run ();
}
