/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* RFC 4648, 5: base64 whose text needs no escape in addresses and codes; without padding. */
char    *sceau_base64url_encode (GBytes *bytes);
/* Reads @length bytes from twice as many hexadecimal digits; FALSE when @digits is anything else. */
gboolean sceau_hex_read         (const char *digits, guint8 *bytes, gsize length);

G_END_DECLS
