/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-document-error.h"

G_DEFINE_QUARK (sceau-document-error-quark, sceau_document_error)
