/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-juror.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* What is known of a juror beside the directory: conflicts, recognitions, days away. Ids are set by the insertion. */
gboolean   sceau_juror_conflict_table_insert       (SceauSchool *school, SceauJurorConflict *conflict, GError **error);
gboolean   sceau_juror_conflict_table_delete       (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauJurorConflict): of one juror, of all for 0. */
GPtrArray *sceau_juror_conflict_table_list         (SceauSchool *school, gint64 juror_id, GError **error);

gboolean   sceau_juror_recognition_table_insert    (SceauSchool *school, SceauJurorRecognition *recognition, GError **error);
gboolean   sceau_juror_recognition_table_delete    (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauJurorRecognition): by juror, latest start first. */
GPtrArray *sceau_juror_recognition_table_list      (SceauSchool *school, gint64 juror_id, GError **error);

gboolean   sceau_juror_unavailability_table_insert (SceauSchool *school, SceauUnavailability *days, GError **error);
gboolean   sceau_juror_unavailability_table_delete (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauUnavailability): by juror and start. */
GPtrArray *sceau_juror_unavailability_table_list   (SceauSchool *school, gint64 juror_id, GError **error);

G_END_DECLS
