/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SCEAU_EXCHANGE_ERROR: what can go wrong with a foreign file.
 * @SCEAU_EXCHANGE_ERROR_NOT_READABLE: missing, a directory, not the format at all.
 * @SCEAU_EXCHANGE_ERROR_FAULTY: read, but with faults; they are in the list of faults.
 * @SCEAU_EXCHANGE_ERROR_TOO_LARGE: beyond what such a file can honestly hold.
 */
#define SCEAU_EXCHANGE_ERROR (sceau_exchange_error_quark ())
GQuark sceau_exchange_error_quark (void);

typedef enum
{
  SCEAU_EXCHANGE_ERROR_NOT_READABLE,
  SCEAU_EXCHANGE_ERROR_FAULTY,
  SCEAU_EXCHANGE_ERROR_TOO_LARGE
} SceauExchangeError;

G_END_DECLS
