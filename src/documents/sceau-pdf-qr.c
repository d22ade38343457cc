/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-pdf-content-private.h"
#include "sceau-pdf-picture-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>
#include <string.h>

/* Modules left white on each side: ISO/IEC 18004, 9.1. */
#define QUIET_ZONE 4
#define ECI_UTF8 26 /* AIM ITS/04-023 */

/* One bit a module, rows filled up to whole bytes, in hexadecimal. */
static void
append_modules (GString *content, const QRcode *code)
{
  static const char digits[] = "0123456789ABCDEF";

  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x += 8)
      {
        guint bits = 0;

        for (int bit = 0; bit < 8 && x + bit < code->width; bit++)
          bits |= (code->data[y * code->width + x + bit] & 1u) << (7 - bit);
        g_string_append_c (content, digits[bits >> 4]);
        g_string_append_c (content, digits[bits & 15]);
      }
}

/* Bytes alone are Latin or Japanese letters to readers that go by the standard, and some guess: the code says that it is
 * UTF-8 (ECI 26).  NULL with errno. */
static QRcode *
encode (const char *text)
{
  QRinput *input = QRinput_new2 (0, QR_ECLEVEL_M);
  QRcode *code = NULL;

  if (input != NULL && QRinput_appendECIheader (input, ECI_UTF8) == 0
      && QRinput_append (input, QR_MODE_8, (int) strlen (text), (const unsigned char *) text) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  return code;
}

/* A mask of one bit a module is the smallest form and sharp at every scale; in hexadecimal no reader can
 * miss where it ends. */
gboolean
sceau_pdf_append_qr (GString *content, double x, double y, double side, const char *text, GError **error)
{
  QRcode *code = encode (text);
  double margin;

  if (code == NULL)
    {
      g_set_error (error, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_IO, _("The QR code cannot be made: %s."), g_strerror (errno));
      return FALSE;
    }
  margin = side * QUIET_ZONE / (code->width + 2 * QUIET_ZONE);
  g_string_append (content, "q 1 g ");
  sceau_pdf_append_number (content, x);
  sceau_pdf_append_number (content, y);
  sceau_pdf_append_number (content, side);
  sceau_pdf_append_number (content, side);
  g_string_append (content, "re f 0 g ");
  sceau_pdf_append_number (content, side - 2 * margin);
  g_string_append (content, "0 0 ");
  sceau_pdf_append_number (content, side - 2 * margin);
  sceau_pdf_append_number (content, x + margin);
  sceau_pdf_append_number (content, y + margin);
  g_string_append_printf (content, "cm\nBI /W %d /H %d /IM true /BPC 1 /D [1 0] /F /AHx\nID ", code->width, code->width);
  append_modules (content, code);
  g_string_append (content, ">\nEI Q\n");
  QRcode_free (code);
  return TRUE;
}
