/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-csv-writer.h"
#include "sceau-export-session.h"
#include "sceau-hold-jury-private.h"
#include "sceau-journal.h"

G_BEGIN_DECLS

/* What the exports of the journal and of sessions share; no one else includes it.  Headings are French whatever the locale. */

void sceau_csv_add_journal_headings (SceauCsvWriter *csv);
void sceau_csv_add_journal_entry    (SceauCsvWriter *csv, const SceauJournalEntry *entry);

/* What the journal says of one session. */
typedef struct
{
  GPtrArray *entries;  /* (element-type SceauJournalEntry): about this session, oldest first */
  char *school_mark;   /* hash of the first entry of the journal: no two schools have the same */
  char *last_change;   /* when its members, day, time or place were last said; NULL: never */
  int versions;        /* how often they were */
} SceauSessionHistory;

SceauSessionHistory *sceau_session_history_load (SceauSchool *school, gint64 session_id, GError **error);
void                 sceau_session_history_free (SceauSessionHistory *self);

/* The candidates of the session: (transfer container) (element-type SceauEnrolment), by name; they belong to @deliberation. */
GPtrArray *sceau_session_list_candidates (const SceauDeliberation *deliberation);
/* (transfer full): letters, digits, "-", "_" and "." only, for a file name that every system takes. */
char      *sceau_session_file_name (const char *text);

/* The list of decisions, a row a candidate; and the auditor's tables (element-type SceauProposalStep), a row a step. */
GBytes    *sceau_session_decisions_csv  (const SceauJuryFile *file);
GBytes    *sceau_session_decisions_xlsx (const SceauJuryFile *file, GError **error);
GBytes    *sceau_session_explanations   (SceauSchool *school, const SceauJuryFile *file, GError **error);
GBytes    *sceau_session_journal        (const SceauSessionHistory *history);

#define SCEAU_SESSION_MANIFEST "manifest.json"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSessionHistory, sceau_session_history_free)

G_END_DECLS
