/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-store-error.h"

G_DEFINE_QUARK (sceau-store-error-quark, sceau_store_error)
