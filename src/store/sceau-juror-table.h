/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

gboolean    sceau_juror_table_insert (SceauSchool *school, SceauJuror *juror, GError **error); /* sets its id */
gboolean    sceau_juror_table_update (SceauSchool *school, const SceauJuror *juror, GError **error);
gboolean    sceau_juror_table_delete (SceauSchool *school, gint64 id, GError **error); /* who never sat only */
SceauJuror *sceau_juror_table_find   (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauJuror): sorted by name; @search (nullable): words of the name, function or employer. */
GPtrArray  *sceau_juror_table_list   (SceauSchool *school, const char *search, GError **error);

G_END_DECLS
