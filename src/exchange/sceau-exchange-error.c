/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-exchange-error.h"

G_DEFINE_QUARK (sceau-exchange-error-quark, sceau_exchange_error)
