/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What has to be known of a CSV file before its first cell. */
typedef struct
{
  gsize start;     /* offset of the header: after the BOM and after Excel's line "sep=;" */
  int line;        /* its line */
  char separator;
} SceauCsvFormat;

/**
 * sceau_csv_sniff: refuses what is not a CSV file in UTF-8 with one of the known
 * separators: SCEAU_EXCHANGE_ERROR_NOT_READABLE with place and remedy.
 */
gboolean sceau_csv_sniff (const char *data, gsize length, SceauCsvFormat *format, GError **error);

G_END_DECLS
