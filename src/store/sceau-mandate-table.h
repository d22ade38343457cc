/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-school.h"

G_BEGIN_DECLS

gboolean      sceau_mandate_table_insert (SceauSchool *school, const SceauMandate *mandate, GError **error);
/* The mandate for a certification that is valid on @date, or NULL with SCEAU_STORE_ERROR_NOT_FOUND. */
SceauMandate *sceau_mandate_table_find   (SceauSchool *school, const char *certification_code, SceauDate date, GError **error);
/* (element-type SceauMandate) */
GPtrArray    *sceau_mandate_table_list   (SceauSchool *school, GError **error);

G_END_DECLS
