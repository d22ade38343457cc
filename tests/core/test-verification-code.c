/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The text of the QR code: what goes in comes out, and nothing else is read. */

#include "sceau-verification-code.h"

#include <string.h>

#include "test-rows.h"

static SceauVerificationCode *
make_code (const char *holder)
{
  SceauVerificationCode *code = sceau_verification_code_new ();

  code->paper = SCEAU_PAPER_CERTIFICATE;
  code->key_id = g_strdup ("0123456789abcdef");
  code->number = g_strdup ("2026-0001-Q");
  code->holder = g_strdup (holder);
  code->birth_date = sceau_date_new (1999, 3, 1);
  code->certification_code = g_strdup ("RNCP99999");
  code->title = g_strdup ("Expert en exemples");
  code->decided = sceau_date_new (2026, 11, 20);
  code->delivered = sceau_date_new (2026, 11, 25);
  code->place = g_strdup ("Lille");
  code->issuer = g_strdup ("École d’Exemple");
  code->siret = g_strdup ("73282932000074");
  return code;
}

static GBytes *
make_signature (void)
{
  guint8 bytes[64];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 37 + 251);
  return g_bytes_new (bytes, sizeof bytes);
}

static char *
make_text (const char *holder)
{
  g_autoptr (SceauVerificationCode) code = make_code (holder);
  g_autoptr (GBytes) signature = make_signature ();

  return sceau_verification_code_to_text (code, signature);
}

typedef struct
{
  const char *sentence;
  const char *holder;
} HolderRow;

static const HolderRow holder_rows[] = {
  { "an ordinary name comes back", "Zoé LEFÈVRE" },
  { "a bar in a name comes back", "Zoé|h=Autre" },
  { "a per cent sign comes back", "100% EXEMPLE" },
  { "what looks like the signature comes back", "Zoé |s=AAAA" },
  { "letters of other scripts come back", "Nguyễn Ελένη Жанна" },
  { "a control character comes back", "Zoé\tEXEMPLE\x7f" },
  { "one letter comes back", "O" },
};

static void
test_round_trip (gconstpointer data)
{
  const HolderRow *row = data;
  g_autofree char *text = make_text (row->holder);
  g_autoptr (SceauVerificationCode) original = make_code (row->holder);
  g_autofree char *message = sceau_verification_code_message (original);
  g_autoptr (GBytes) expected = make_signature ();
  g_autoptr (GBytes) signed_bytes = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerificationCode) code = sceau_verification_code_from_text (text, &signed_bytes, &signature, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (code->holder, ==, row->holder);
  g_assert_cmpstr (code->number, ==, "2026-0001-Q");
  g_assert_cmpint (code->birth_date, ==, original->birth_date);
  g_assert_cmpint (code->decided, ==, original->decided);
  g_assert_cmpint (code->delivered, ==, original->delivered);
  g_assert_cmpstr (code->siret, ==, "73282932000074");
  g_assert_cmpmem (g_bytes_get_data (signed_bytes, NULL), g_bytes_get_size (signed_bytes), message, strlen (message));
  g_assert_true (g_bytes_equal (signature, expected));
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;

  if (sceau_verification_code_from_text (text, NULL, NULL, &error) != NULL)
    g_error ("“%s” was read", text);
  g_assert_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID);
}

/* Every shorter text is no code: a scan that stopped early is never half a paper. */
static void
test_cut_anywhere (void)
{
  g_autofree char *text = make_text ("Zoé LEFÈVRE");

  for (gsize length = strlen (text) - 1;; length--)
    {
      g_autofree char *cut = g_strndup (text, length);

      assert_refused (cut);
      if (length == 0)
        return;
    }
}

/* Accents and letters apart, as some systems paste them, are the same text. */
static void
test_pasted_apart (void)
{
  g_autofree char *text = make_text ("Zoé LEFÈVRE");
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autofree char *padded = g_strdup_printf ("\n  %s \r\n", apart);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauVerificationCode) code = sceau_verification_code_from_text (padded, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (code->holder, ==, "Zoé LEFÈVRE");
}

typedef struct
{
  const char *sentence;
  const char *from, *to; /* one replacement in a good text */
} DamageRow;

static const DamageRow damage_rows[] = {
  { "another mark is refused", "SCEAU1|", "SCEAU2|" },
  { "an unknown key is refused", "|p=Lille", "|z=Lille" },
  { "a key said twice is refused", "|p=Lille", "|p=Lille|p=Paris" },
  { "a date said twice is refused", "|j=2026-11-20", "|j=2026-11-20|j=2026-11-21" },
  { "another order is refused", "|c=RNCP99999|t=Expert en exemples", "|t=Expert en exemples|c=RNCP99999" },
  { "a value that is empty is refused", "|p=Lille", "|p=" },
  { "a day that does not exist is refused", "2026-11-20", "2026-02-30" },
  { "an unknown kind of paper is refused", "y=certificate", "y=diploma" },
  { "a letter written another way is refused", "|p=Lille", "|p=%4Cille" },
  { "a per cent sign without its digits is refused", "|p=Lille", "|p=Lill%" },
  { "a hidden end of text is refused", "|p=Lille", "|p=Li%00lle" },
  { "bytes that are no text are refused", "|p=Lille", "|p=Lille%C3" },
  { "no holder is refused", "|h=Zoé LEFÈVRE", "" },
  { "no key is refused", "|k=0123456789abcdef", "" },
  { "a rank of zero is refused", "|n=2026-0001-Q", "|n=2026-0001-Q|r=0" },
  { "a letter that is not of the signature’s alphabet is refused", "|s=", "|s=*" },
};

static void
test_damage (gconstpointer data)
{
  const DamageRow *row = data;
  g_autofree char *text = make_text ("Zoé LEFÈVRE");
  g_autoptr (GString) damaged = g_string_new (text);

  g_assert_cmpuint (g_string_replace (damaged, row->from, row->to, 1), ==, 1);
  assert_refused (damaged->str);
}

static void
test_endless (void)
{
  g_autofree char *name = g_strnfill (100000, 'A');
  g_autofree char *text = make_text (name);

  assert_refused (text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("verification-code/round-trip", holder_rows, test_round_trip);
  TEST_ROWS_ADD ("verification-code/damage", damage_rows, test_damage);
  g_test_add_func ("/core/verification-code/cut-anywhere-it-is-refused", test_cut_anywhere);
  g_test_add_func ("/core/verification-code/pasted-apart-it-is-read", test_pasted_apart);
  g_test_add_func ("/core/verification-code/an-endless-text-is-refused", test_endless);
  return g_test_run ();
}
