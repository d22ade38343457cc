/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-store-error.h"

G_BEGIN_DECLS

/* Turns the token of a trigger of the migrations into an error; FALSE when @message is not such a token. */
gboolean sceau_store_error_set_from_token (GError **error, const char *message);

G_END_DECLS
