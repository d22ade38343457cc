/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-encoding.h"

#include <string.h>

char *
sceau_base64url_encode (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  char *text = g_base64_encode (data, length);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

gboolean
sceau_hex_read (const char *digits, guint8 *bytes, gsize length)
{
  if (strlen (digits) != 2 * length || strspn (digits, "0123456789ABCDEFabcdef") != 2 * length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (digits[2 * i]) * 16 + g_ascii_xdigit_value (digits[2 * i + 1]));
  return TRUE;
}
