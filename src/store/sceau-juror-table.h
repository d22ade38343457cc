/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

gboolean    sceau_juror_table_insert (SceauSchool *school, SceauJuror *juror, GError **error); /* sets its id */
gboolean    sceau_juror_table_update (SceauSchool *school, const SceauJuror *juror, GError **error);
/* With the conflicts, recognitions and days away; refused for who is a member of any session, sealed or not. */
gboolean    sceau_juror_table_delete (SceauSchool *school, gint64 id, GError **error);
SceauJuror *sceau_juror_table_find   (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauJuror): sorted by name; @search (nullable): words of the name, function, employer or field.
 * Those retired are among them. */
GPtrArray  *sceau_juror_table_list   (SceauSchool *school, const char *search, GError **error);

G_END_DECLS
