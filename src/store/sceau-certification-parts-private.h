/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certification.h"
#include "sceau-database.h"

G_BEGIN_DECLS

/* The lists of a fiche: blocks, routes, certifiers, codes, statistics, years, links. */
gboolean sceau_certification_parts_save   (SceauDatabase *database, const SceauCertification *certification, GError **error);
gboolean sceau_certification_parts_load   (SceauDatabase *database, SceauCertification *certification, GError **error);
gboolean sceau_certification_parts_delete (SceauDatabase *database, const char *code, GError **error);

G_END_DECLS
