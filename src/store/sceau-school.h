/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-certificate.h"
#include "sceau-store-error.h"

G_BEGIN_DECLS

/**
 * SceauSchool: an opened school file.  One handle belongs to one thread at a time;
 * a second thread opens its own.  Functions on its records live in the -table files.
 */
typedef struct _SceauSchool SceauSchool;

typedef enum
{
  SCEAU_SCHOOL_READ_WRITE,
  SCEAU_SCHOOL_READ_ONLY
} SceauSchoolMode;

/* Makes a new file, readable by its owner only.  Refuses to overwrite anything. */
SceauSchool *sceau_school_create       (const char *path, const SceauSchoolIdentity *identity, GError **error);
/**
 * sceau_school_open: opens a file that sceau_school_create() made, and brings an
 * older one to today's schema.  Nothing is ever created, and a file that is not a
 * school is not touched.  In %SCEAU_SCHOOL_READ_WRITE mode a file without permission
 * to write is refused with SCEAU_STORE_ERROR_READ_ONLY; open it in
 * %SCEAU_SCHOOL_READ_ONLY mode to read it.
 */
SceauSchool *sceau_school_open         (const char *path, SceauSchoolMode mode, GError **error);
void         sceau_school_close        (SceauSchool *school); /* rolls back what is not committed */

const char  *sceau_school_get_path     (SceauSchool *school);
gboolean     sceau_school_is_read_only (SceauSchool *school);

/**
 * One operation is one transaction: sceau_school_begin() takes the right to write (other
 * processes wait up to two seconds, then get SCEAU_STORE_ERROR_BUSY), and either everything
 * until sceau_school_commit() is in the file, or nothing.  A commit that fails has rolled back.
 * Transactions do not nest: beginning twice is a programmer's error and is refused.
 */
gboolean     sceau_school_begin          (SceauSchool *school, GError **error);
gboolean     sceau_school_commit         (SceauSchool *school, GError **error);
void         sceau_school_rollback       (SceauSchool *school); /* no-op outside a transaction */
gboolean     sceau_school_in_transaction (SceauSchool *school);
/* One consistent view over several reads, also on a read-only file; ended by sceau_school_end_read(). */
gboolean     sceau_school_begin_read     (SceauSchool *school, GError **error);
void         sceau_school_end_read       (SceauSchool *school);

/**
 * sceau_school_postpone_sync: commits no longer wait for the disk, until the handle is
 * closed.  Only for a file that is being made aside, whose maker flushes it before it
 * gets its name: a power cut would otherwise cost what was committed.
 */
gboolean     sceau_school_postpone_sync  (SceauSchool *school, GError **error);

/* (transfer full) */
SceauSchoolIdentity *sceau_school_load_identity (SceauSchool *school, GError **error);
gboolean             sceau_school_save_identity (SceauSchool *school, const SceauSchoolIdentity *identity, GError **error);

/* A number that differs as soon as this handle or another process has changed the file. */
guint64      sceau_school_get_change_counter (SceauSchool *school);
/* A number that differs as soon as another handle or process has changed the file, and not by what this one does. */
gboolean     sceau_school_get_outside_version (SceauSchool *school, gint64 *version, GError **error);

/* Microseconds since 1970 in UTC, as g_get_real_time(). */
typedef gint64 (*SceauSchoolClock) (gpointer data);

/* What the journal and the seals take for "now": the system's clock unless set; NULL sets it back. */
void         sceau_school_set_clock    (SceauSchool *school, SceauSchoolClock clock, gpointer data, GDestroyNotify destroy);
char        *sceau_school_now          (SceauSchool *school); /* "2026-11-22T13:04:50Z" */
SceauDate    sceau_school_today        (SceauSchool *school); /* the day of that clock, in UTC when set, else local */
/* Who acts, for the journal: the login name unless set; NULL sets it back. */
void         sceau_school_set_author   (SceauSchool *school, const char *who);
const char  *sceau_school_get_author   (SceauSchool *school);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSchool, sceau_school_close)

G_END_DECLS
