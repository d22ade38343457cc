/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* Zeroed: every session, latest first. */
typedef struct
{
  const char *certification_code; /* NULL: all */
  gint64 cohort_id;               /* 0: all */
  guint states;                   /* bits 1 << SceauSessionState; 0: all */
  guint offset;
  guint limit;                    /* 0: all */
} SceauJuryQuery;

/* A new session in preparation; sets its id. Members are stored with it. */
gboolean          sceau_jury_table_insert       (SceauSchool *school, SceauJurySession *session, GError **error);
/* Date, start time, place, embargo, derogation, rectification reason; not the state, the members nor the seal. */
gboolean          sceau_jury_table_update       (SceauSchool *school, const SceauJurySession *session, GError **error);
/* The members, with their presidency and presence, become @session's; the recusals of those who go go with them. */
gboolean          sceau_jury_table_save_members (SceauSchool *school, const SceauJurySession *session, GError **error);
/* One step forward; to seal, use sceau_jury_table_seal(). */
gboolean          sceau_jury_table_advance      (SceauSchool *school, gint64 id, SceauSessionState to, GError **error);
/* With everything that was noted about it; refused once it was opened. */
gboolean          sceau_jury_table_delete       (SceauSchool *school, gint64 id, GError **error);
/* With its members, recusals and events. */
SceauJurySession *sceau_jury_table_find         (SceauSchool *school, gint64 id, GError **error);
/* (element-type SceauJurySession): with their members, in two queries; recusals and events are left empty. */
GPtrArray        *sceau_jury_table_list         (SceauSchool *school, const SceauJuryQuery *query, GError **error);
gint64            sceau_jury_table_count        (SceauSchool *school, const SceauJuryQuery *query, GError **error);

/**
 * sceau_jury_table_seal: freezes the results of every enrolment that the session
 * decides on, keeps the head of the journal, computes the seal and sets the state.
 * Needs a deliberated session in which everything is decided.  The caller has
 * inserted the acquired blocks and the quota snapshot before, in the same transaction.
 * Returns: (transfer full): the seal, or NULL.
 */
char             *sceau_jury_table_seal         (SceauSchool *school, gint64 id, GError **error);
/**
 * sceau_jury_table_compute_seal: SHA-256 over a canonical form of the session, its
 * members, recusals, events, decisions, verdicts, steps, acquired blocks, frozen results and
 * quota snapshot as they are in the file now, in the form that the session was sealed in; equals the stored seal as long as nothing was altered.
 */
char             *sceau_jury_table_compute_seal (SceauSchool *school, gint64 id, GError **error);

G_END_DECLS
