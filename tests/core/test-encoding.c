/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-encoding.h"

#include <string.h>

/* RFC 4648, 10, and the two digits that differ from base64. */
static void
test_base64url (void)
{
  static const struct
  {
    const char *bytes;
    const char *text;
  } rows[] = { { "", "" },           { "f", "Zg" },           { "fo", "Zm8" },       { "foo", "Zm9v" },
               { "foob", "Zm9vYg" }, { "fooba", "Zm9vYmE" }, { "foobar", "Zm9vYmFy" }, { "\xFB\xFF\xBF", "-_-_" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].bytes, strlen (rows[i].bytes));
      g_autofree char *text = sceau_base64url_encode (bytes);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_hex (void)
{
  static const guint8 expected[] = { 0x00, 0x9F, 0xAB };
  static const char *const refused[] = { "", "009f", "009fabcd", "009fag", "009fa" };
  guint8 bytes[3];

  g_assert_true (sceau_hex_read ("009fAB", bytes, sizeof bytes));
  g_assert_cmpmem (bytes, sizeof bytes, expected, sizeof expected);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (sceau_hex_read (refused[i], bytes, sizeof bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/encoding/base64url", test_base64url);
  g_test_add_func ("/core/encoding/hex", test_hex);
  return g_test_run ();
}
