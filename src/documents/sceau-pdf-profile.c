/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-objects-private.h"

#include <math.h>
#include <string.h>

/* The colour space of IEC 61966-2-1 as a display profile of ICC version 4 (ISO 15076-1), made here from the numbers of
 * those two standards: its curve is exact, its 480 bytes are always the same, and nobody else's rights are in it. */

#define HEAD_SIZE 128
#define N_TAGS 10
#define IDENTIFIER_AT 84

static void
put_32 (GByteArray *to, guint32 value)
{
  const guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (to, (const guint8 *) &big, sizeof big);
}

static void
put_name (GByteArray *to, const char *name)
{
  g_byte_array_append (to, (const guint8 *) name, 4);
}

/* Numbers are 65536ths. */
static void
put_reals (GByteArray *to, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    put_32 (to, (guint32) (gint32) round (numbers[i] * 65536));
}

static void
put_curve (GByteArray *to)
{
  static const double parameters[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };

  put_name (to, "para");
  put_32 (to, 0);
  put_32 (to, 3 << 16); /* the kind with five parameters */
  put_reals (to, parameters, G_N_ELEMENTS (parameters));
}

/* One text, in American English, as UTF-16. */
static void
put_text (GByteArray *to, const char *text)
{
  const guint n = strlen (text);

  put_name (to, "mluc");
  put_32 (to, 0);
  put_32 (to, 1);
  put_32 (to, 12);
  put_name (to, "enUS");
  put_32 (to, 2 * n);
  put_32 (to, 28);
  for (guint i = 0; i < n; i++)
    g_byte_array_append (to, (const guint8[]) { 0, (guint8) text[i] }, 2);
}

static void
put_value (GByteArray *to, const char *type, const double *numbers, guint n)
{
  put_name (to, type);
  put_32 (to, 0);
  put_reals (to, numbers, n);
}

static void
put_tag (GByteArray *to, guint tag)
{
  /* White and primaries as seen under D50, and the matrix (Bradford) that brought them there from D65. */
  static const double white[] = { 0.9642, 1.0, 0.8249 };
  static const double adaptation[] = { 1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491,
                                       -0.0092345, 0.0150436, 0.7521316 };
  static const double primaries[][3] = { { 0.4360747, 0.2225045, 0.0139322 },
                                         { 0.3850649, 0.7168786, 0.0971045 },
                                         { 0.1430804, 0.0606169, 0.7141733 } };

  switch (tag)
    {
    case 0:
      put_text (to, "sRGB");
      break;
    case 1:
      put_text (to, "CC0");
      break;
    case 2:
      put_value (to, "XYZ ", white, 3);
      break;
    case 3:
      put_value (to, "sf32", adaptation, 9);
      break;
    case 4:
    case 5:
    case 6:
      put_value (to, "XYZ ", primaries[tag - 4], 3);
      break;
    default:
      put_curve (to);
      break;
    }
}

static void
put_head (GByteArray *to, guint size)
{
  static const double white[] = { 0.9642, 1.0, 0.8249 };

  put_32 (to, size);
  put_32 (to, 0);
  put_32 (to, 0x04200000); /* version 4.2 */
  put_name (to, "mntr");
  put_name (to, "RGB ");
  put_name (to, "XYZ ");
  put_32 (to, 2026 << 16 | 1); /* when it was written: year, month, day, and midnight */
  put_32 (to, 1 << 16);
  put_32 (to, 0);
  put_name (to, "acsp");
  while (to->len < 68)
    put_32 (to, 0);
  put_reals (to, white, G_N_ELEMENTS (white));
  while (to->len < HEAD_SIZE)
    put_32 (to, 0);
}

/* The tags; the three curves are one. */
static GByteArray *
make_body (guint32 offsets[N_TAGS], guint32 sizes[N_TAGS])
{
  GByteArray *body = g_byte_array_new ();

  for (guint tag = 0; tag < N_TAGS; tag++)
    {
      if (tag > 7)
        {
          offsets[tag] = offsets[7];
          sizes[tag] = sizes[7];
          continue;
        }
      offsets[tag] = body->len;
      put_tag (body, tag);
      sizes[tag] = body->len - offsets[tag];
      while (body->len % 4 != 0)
        g_byte_array_append (body, (const guint8 *) "", 1);
    }
  return body;
}

/* ISO 15076-1, 7.2.18: the MD5 of the profile while these bytes are zero. */
static void
identify (GByteArray *profile)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  gsize length = 16;

  g_checksum_update (sum, profile->data, profile->len);
  g_checksum_get_digest (sum, profile->data + IDENTIFIER_AT, &length);
}

GBytes *
sceau_pdf_srgb_profile (void)
{
  static const char *const names[N_TAGS] = { "desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  const guint first = HEAD_SIZE + 4 + 12 * N_TAGS;
  guint32 offsets[N_TAGS], sizes[N_TAGS];
  g_autoptr (GByteArray) body = make_body (offsets, sizes);
  GByteArray *profile = g_byte_array_new ();

  put_head (profile, first + body->len);
  put_32 (profile, N_TAGS);
  for (guint tag = 0; tag < N_TAGS; tag++)
    {
      put_name (profile, names[tag]);
      put_32 (profile, first + offsets[tag]);
      put_32 (profile, sizes[tag]);
    }
  g_byte_array_append (profile, body->data, body->len);
  identify (profile);
  return g_byte_array_free_to_bytes (profile);
}
