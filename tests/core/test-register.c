/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Numbers of parchemins, and what may be written of one after the other. */

#include "sceau-certificate.h"
#include "test-rows.h"

typedef struct
{
  const char *sentence;
  const char *typed;
  const char *number; /* NULL: refused */
} NumberRow;

static const NumberRow number_rows[] = {
  { "a number with its letter is read", "2026-0001-Q", "2026-0001" },
  { "a number without its letter is read", "2026-0001", "2026-0001" },
  { "a small letter will do", "2026-0001-q", "2026-0001" },
  { "blanks around it do not matter", "  2026-0001-Q\n", "2026-0001" },
  { "another letter is refused", "2026-0001-K", NULL },
  { "a number of five digits is read", "2026-12345", "2026-12345" },
  { "a number of five digits does not begin with zero", "2026-01234", NULL },
  { "three digits are no number", "2026-001", NULL },
  { "a year of two digits is no year", "26-0001", NULL },
  { "nothing is no number", "", NULL },
  { "words are no number", "parchemin", NULL },
  { "a hyphen without its letter is refused", "2026-0001-", NULL },
  { "two letters are refused", "2026-0001-QQ", NULL },
  { "what follows is not passed over", "2026-0001-Q 2", NULL },
  { "an endless number is refused", "2026-99999999999999999999", NULL },
};

static void
test_number (gconstpointer data)
{
  const NumberRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = sceau_certificate_read_number (row->typed, &error);

  g_assert_cmpstr (number, ==, row->number);
  if (row->number == NULL)
    g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID);
}

static void
assert_caught (const char *printed, const char *mistyped)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = sceau_certificate_read_number (mistyped, &error);

  if (number != NULL)
    g_error ("“%s” typed for “%s” was read", mistyped, printed);
}

/* One wrong digit, and any two that changed places. */
static void
test_letter_catches_slips (void)
{
  for (int sequence = 1; sequence < 10000; sequence += 7)
    {
      g_autofree char *number = sceau_certificate_format_number (2019 + sequence % 30, sequence);
      g_autofree char *printed = sceau_certificate_print_number (number);
      g_autofree char *typed = g_strdup (printed);

      for (gsize i = 0; i < 9; i++)
        for (gsize j = i + 1; i != 4 && j < 9; j++)
          if (j != 4 && printed[i] != printed[j])
            {
              typed[i] = printed[j];
              typed[j] = printed[i];
              assert_caught (printed, typed);
              typed[i] = printed[i];
              typed[j] = printed[j];
            }
      for (gsize i = 0; i < 9; i++)
        for (char digit = '0'; i != 4 && digit <= '9'; digit++)
          if (digit != printed[i])
            {
              typed[i] = digit;
              assert_caught (printed, typed);
              typed[i] = printed[i];
            }
    }
}

typedef struct
{
  const char *sentence;
  const char *before; /* ids of the acts so far, between commas */
  SceauRegisterActKind kind;
  const char *person, *detail, *reason;
  SceauCertificateState state;
  const char *refusal; /* NULL: allowed */
} ActRow;

static const ActRow act_rows[] = {
  { "a new parchemin is printed", "", SCEAU_REGISTER_PRINTED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "a second edition needs the first to be spoiled", "printed", SCEAU_REGISTER_PRINTED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "spoiled first" },
  { "a second edition follows a spoiled one", "printed,spoiled", SCEAU_REGISTER_PRINTED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "no edition of what was handed over", "printed,handed", SCEAU_REGISTER_PRINTED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "asks for a duplicate" },
  { "a sheet is spoiled with a reason", "printed", SCEAU_REGISTER_SPOILED, NULL, NULL, "Bourrage", SCEAU_CERTIFICATE_ISSUED, NULL },
  { "a sheet is not spoiled without a reason", "printed", SCEAU_REGISTER_SPOILED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "reason" },
  { "an empty reason is none", "printed", SCEAU_REGISTER_SPOILED, NULL, NULL, "", SCEAU_CERTIFICATE_ISSUED, "reason" },
  { "nothing is spoiled before it was printed", "", SCEAU_REGISTER_SPOILED, NULL, NULL, "Tache", SCEAU_CERTIFICATE_ISSUED, "No edition" },
  { "no sheet is spoiled twice", "printed,spoiled", SCEAU_REGISTER_SPOILED, NULL, NULL, "Tache", SCEAU_CERTIFICATE_ISSUED, "No edition" },
  { "what was handed over is not spoiled", "printed,handed", SCEAU_REGISTER_SPOILED, NULL, NULL, "Tache", SCEAU_CERTIFICATE_ISSUED, "handed over" },
  { "it is handed over to who signs", "printed", SCEAU_REGISTER_HANDED, "Zoé Exemple", "carte d’identité", NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "it is handed over without a printed edition where editions are not written down", "", SCEAU_REGISTER_HANDED, "Zoé Exemple", NULL, NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "who signs has a name", "printed", SCEAU_REGISTER_HANDED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "name" },
  { "it is handed over once", "handed", SCEAU_REGISTER_HANDED, "Zoé Exemple", NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "already" },
  { "it is posted with a tracking number", "printed", SCEAU_REGISTER_POSTED, "La Poste", "1A 234", NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "the tracking number is asked for", "printed", SCEAU_REGISTER_POSTED, "La Poste", NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "tracking" },
  { "what was posted is not handed over", "posted", SCEAU_REGISTER_HANDED, "Zoé Exemple", NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "already" },
  { "what was posted comes back", "posted", SCEAU_REGISTER_RETURNED, NULL, NULL, "Adresse inconnue", SCEAU_CERTIFICATE_ISSUED, NULL },
  { "what was not posted does not come back", "printed", SCEAU_REGISTER_RETURNED, NULL, NULL, "?", SCEAU_CERTIFICATE_ISSUED, "by post" },
  { "what was handed over does not come back by post", "handed", SCEAU_REGISTER_RETURNED, NULL, NULL, "?", SCEAU_CERTIFICATE_ISSUED, "by post" },
  { "what came back does not come back again", "posted,returned", SCEAU_REGISTER_RETURNED, NULL, NULL, "?", SCEAU_CERTIFICATE_ISSUED, "by post" },
  { "what came back is posted again", "posted,returned", SCEAU_REGISTER_POSTED, "La Poste", "2B 345", NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "what came back is handed over", "posted,returned", SCEAU_REGISTER_HANDED, "Zoé Exemple", NULL, NULL, SCEAU_CERTIFICATE_ISSUED, NULL },
  { "a duplicate follows a hand-over", "handed", SCEAU_REGISTER_DUPLICATE, NULL, NULL, "Perte", SCEAU_CERTIFICATE_ISSUED, NULL },
  { "a duplicate has a reason", "handed", SCEAU_REGISTER_DUPLICATE, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "reason" },
  { "no duplicate while the sheet is in the house", "printed", SCEAU_REGISTER_DUPLICATE, NULL, NULL, "Perte", SCEAU_CERTIFICATE_ISSUED, "in the house" },
  { "a second duplicate is allowed", "duplicate", SCEAU_REGISTER_DUPLICATE, NULL, NULL, "Vol", SCEAU_CERTIFICATE_ISSUED, NULL },
  { "it is revoked with a reason", "handed", SCEAU_REGISTER_REVOKED, NULL, NULL, "Fraude", SCEAU_CERTIFICATE_ISSUED, NULL },
  { "it is not revoked without a reason", "handed", SCEAU_REGISTER_REVOKED, NULL, NULL, NULL, SCEAU_CERTIFICATE_ISSUED, "reason" },
  { "it is replaced with a reason", "", SCEAU_REGISTER_REPLACED, NULL, "2026-0002", "Prénom rectifié", SCEAU_CERTIFICATE_ISSUED, NULL },
  { "a revoked one is not handed over", "", SCEAU_REGISTER_HANDED, "Zoé Exemple", NULL, NULL, SCEAU_CERTIFICATE_REVOKED, "revoked" },
  { "a revoked one has no duplicate", "", SCEAU_REGISTER_DUPLICATE, NULL, NULL, "Perte", SCEAU_CERTIFICATE_REVOKED, "revoked" },
  { "a revoked one is not revoked again", "", SCEAU_REGISTER_REVOKED, NULL, NULL, "Fraude", SCEAU_CERTIFICATE_REVOKED, "revoked" },
  { "a replaced one is not printed", "", SCEAU_REGISTER_PRINTED, NULL, NULL, NULL, SCEAU_CERTIFICATE_REPLACED, "replaced" },
  { "a replaced one is not revoked", "", SCEAU_REGISTER_REVOKED, NULL, NULL, "Fraude", SCEAU_CERTIFICATE_REPLACED, "replaced" },
};

/* The whole table: what may be written after each history, and nothing else may. */
typedef struct
{
  const char *sentence;
  const char *before;
  SceauCertificateState state;
  SceauSheetPlace place;
  const char *allowed; /* ids between commas, in their order */
} SheetRow;

static const SheetRow sheet_rows[] = {
  { "nothing was written", "", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_NONE, "printed,handed,posted,duplicate,revoked,replaced" },
  { "a sheet is in the house", "printed", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_IN_HOUSE, "spoiled,handed,posted,revoked,replaced" },
  { "the sheet was spoiled", "printed,spoiled", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_NONE, "printed,handed,posted,duplicate,revoked,replaced" },
  { "a second edition is in the house", "printed,spoiled,printed", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_IN_HOUSE,
    "spoiled,handed,posted,revoked,replaced" },
  { "it was handed over", "printed,handed", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_HANDED, "duplicate,revoked,replaced" },
  { "it was handed over without an edition", "handed", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_HANDED, "duplicate,revoked,replaced" },
  { "it is on its way", "printed,posted", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_POSTED, "returned,duplicate,revoked,replaced" },
  { "it came back", "printed,posted,returned", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_IN_HOUSE, "spoiled,handed,posted,revoked,replaced" },
  { "it came back and was spoiled", "printed,posted,returned,spoiled", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_NONE,
    "printed,handed,posted,duplicate,revoked,replaced" },
  { "it came back and left again", "printed,posted,returned,posted", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_POSTED,
    "returned,duplicate,revoked,replaced" },
  { "it has a duplicate", "printed,handed,duplicate", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_HANDED, "duplicate,revoked,replaced" },
  { "it was lost in the post and has a duplicate", "posted,duplicate", SCEAU_CERTIFICATE_ISSUED, SCEAU_SHEET_POSTED,
    "returned,duplicate,revoked,replaced" },
  { "it is revoked", "printed,handed,revoked", SCEAU_CERTIFICATE_REVOKED, SCEAU_SHEET_ENDED, "" },
  { "it was revoked by an earlier version, which wrote no act", "", SCEAU_CERTIFICATE_REVOKED, SCEAU_SHEET_ENDED, "" },
  { "it is replaced", "printed,handed,replaced", SCEAU_CERTIFICATE_REPLACED, SCEAU_SHEET_ENDED, "" },
};

static SceauCertificate *
make_certificate (void)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->number = g_strdup ("2026-0001");
  certificate->learner_name = g_strdup ("Zoé EXEMPLE");
  certificate->decided = sceau_date_new (2026, 11, 12);
  certificate->delivered = sceau_date_new (2026, 11, 20);
  return certificate;
}

static SceauRegisterAct *
make_act (SceauRegisterActKind kind, int day)
{
  SceauRegisterAct *act = sceau_register_act_new ();

  act->kind = kind;
  act->date = sceau_date_new (2026, 11, day);
  return act;
}

static GPtrArray *
make_acts (const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, ",", -1);
  GPtrArray *acts = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_register_act_free);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      SceauRegisterActKind kind;

      g_assert_true (sceau_register_act_from_id (parts[i], &kind));
      g_ptr_array_add (acts, make_act (kind, 21));
    }
  return acts;
}

static void
assert_answer (const SceauCertificate *certificate, const GPtrArray *acts, const SceauRegisterAct *act, const char *refusal)
{
  g_autoptr (GError) error = NULL;

  if (refusal == NULL)
    {
      sceau_register_allows (certificate, acts, act, &error);
      g_assert_no_error (error);
      return;
    }
  g_assert_false (sceau_register_allows (certificate, acts, act, &error));
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED);
  test_assert_says (error->message, refusal);
  test_assert_says (error->message, "Zoé EXEMPLE");
}

static void
test_act (gconstpointer data)
{
  const ActRow *row = data;
  g_autoptr (SceauCertificate) certificate = make_certificate ();
  g_autoptr (GPtrArray) acts = make_acts (row->before);
  g_autoptr (SceauRegisterAct) act = make_act (row->kind, 22);

  certificate->state = row->state;
  act->person = g_strdup (row->person);
  act->detail = g_strdup (row->detail);
  act->reason = g_strdup (row->reason);
  assert_answer (certificate, acts, act, row->refusal);
}

static void
test_sheet (gconstpointer data)
{
  const SheetRow *row = data;
  g_autoptr (SceauCertificate) certificate = make_certificate ();
  g_autoptr (GPtrArray) acts = make_acts (row->before);
  g_autoptr (GString) offered = g_string_new (NULL);
  g_autoptr (GString) accepted = g_string_new (NULL);

  certificate->state = row->state;
  for (int kind = 0; kind < SCEAU_N_REGISTER_ACTS; kind++)
    {
      g_autoptr (SceauRegisterAct) act = make_act ((SceauRegisterActKind) kind, 22);
      const char *id = sceau_register_act_to_id (act->kind);

      act->person = g_strdup ("Zoé Exemple");
      act->detail = g_strdup ("1A 234");
      act->reason = g_strdup ("Exemple");
      if (sceau_register_may (certificate, acts, act->kind))
        g_string_append_printf (offered, "%s%s", offered->len > 0 ? "," : "", id);
      if (sceau_register_allows (certificate, acts, act, NULL))
        g_string_append_printf (accepted, "%s%s", accepted->len > 0 ? "," : "", id);
    }
  g_assert_cmpstr (offered->str, ==, row->allowed);
  g_assert_cmpstr (accepted->str, ==, row->allowed);
  g_assert_cmpint (sceau_register_sheet (certificate, acts), ==, row->place);
}

typedef struct
{
  const char *sentence;
  SceauRegisterActKind kind;
  int day; /* of November 2026; 0: none */
  const char *refusal;
} DayRow;

static const DayRow day_rows[] = {
  { "the same day as the act before will do", SCEAU_REGISTER_HANDED, 21, NULL },
  { "a day before the act before is refused", SCEAU_REGISTER_HANDED, 20, "says last" },
  { "nothing is handed over before its delivery", SCEAU_REGISTER_HANDED, 19, "before its delivery" },
  { "nothing is posted before its delivery", SCEAU_REGISTER_POSTED, 19, "before its delivery" },
  { "no day is refused", SCEAU_REGISTER_HANDED, 0, "missing" },
  { "nothing is revoked before the decision", SCEAU_REGISTER_REVOKED, 11, "decision of the jury" },
};

/* What is delivered at a ceremony is printed before, and what is found wrong then is not waited for. */
static void
test_before_the_delivery (void)
{
  static const struct
  {
    SceauRegisterActKind kind;
    gboolean allowed;
  } rows[] = {
    { SCEAU_REGISTER_PRINTED, TRUE },  { SCEAU_REGISTER_HANDED, FALSE },   { SCEAU_REGISTER_POSTED, FALSE },
    { SCEAU_REGISTER_REVOKED, TRUE },  { SCEAU_REGISTER_REPLACED, TRUE },  { SCEAU_REGISTER_DUPLICATE, FALSE },
  };
  g_autoptr (SceauCertificate) certificate = make_certificate ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SceauRegisterAct) act = make_act (rows[i].kind, 15);

      act->person = g_strdup ("Zoé Exemple");
      act->detail = g_strdup ("1A 234");
      act->reason = g_strdup ("Exemple");
      g_assert_cmpint (sceau_register_allows (certificate, NULL, act, NULL), ==, rows[i].allowed);
    }
}

static void
test_day (gconstpointer data)
{
  const DayRow *row = data;
  g_autoptr (SceauCertificate) certificate = make_certificate ();
  g_autoptr (GPtrArray) acts = make_acts ("printed");
  g_autoptr (SceauRegisterAct) act = make_act (row->kind, 1);

  act->date = row->day > 0 ? sceau_date_new (2026, 11, row->day) : SCEAU_NO_DATE;
  act->person = g_strdup ("Zoé Exemple");
  act->detail = g_strdup ("1A 234");
  act->reason = g_strdup ("Perte");
  assert_answer (certificate, acts, act, row->refusal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("register/number", number_rows, test_number);
  TEST_ROWS_ADD ("register/act", act_rows, test_act);
  TEST_ROWS_ADD ("register/sheet", sheet_rows, test_sheet);
  TEST_ROWS_ADD ("register/day", day_rows, test_day);
  g_test_add_func ("/core/register/before-the-delivery", test_before_the_delivery);
  g_test_add_func ("/core/register/letter-catches-slips", test_letter_catches_slips);
  return g_test_run ();
}
