/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* A consistent copy of the school in use, readable by its owner only; complete or not there at all. Refuses to overwrite. */
gboolean sceau_backup_create  (SceauSchool *school, const char *path, GError **error);
/* Opens the copy without changing it and checks it whole: see sceau_school_check(). */
gboolean sceau_backup_verify  (const char *path, SceauFaults *faults, GError **error);
/* Verifies @backup, then copies it to @path, which must not exist. Faults of the backup are errors here. */
gboolean sceau_backup_restore (const char *backup, const char *path, GError **error);

G_END_DECLS
