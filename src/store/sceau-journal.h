/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-fault.h"
#include "sceau-school.h"

G_BEGIN_DECLS

/* One entry: who did what, when; the hash covers every other field, the hash before included. */
typedef struct
{
  gint64 id;
  char *at;       /* UTC, "2026-11-22T13:04:50Z" */
  char *who;
  char *verb;     /* "learner.import" */
  char *subject;  /* "learner 2026-014" */
  char *before;   /* JSON, or NULL */
  char *after;    /* JSON, or NULL */
  char *previous; /* hash of the entry before; sixty-four zeros for the first */
  char *hash;     /* SHA-256, 64 hex digits */
} SceauJournalEntry;

void       sceau_journal_entry_free (SceauJournalEntry *self);

/* Zeroed: everything, latest first. */
typedef struct
{
  const char *search; /* in verb, subject or author; NULL: all */
  gboolean oldest_first;
  gint64 after;       /* only entries after this one: going through a long journal, it costs less than @offset */
  guint offset;
  guint limit;        /* 0: all */
} SceauJournalQuery;

/**
 * sceau_journal_append: adds an entry to the open transaction (there must be one).
 * @before, @after: (nullable): JSON texts; anything else is refused.
 */
gboolean   sceau_journal_append     (SceauSchool *school, const char *verb, const char *subject, const char *before, const char *after, GError **error);
/* (element-type SceauJournalEntry) */
GPtrArray *sceau_journal_list       (SceauSchool *school, const SceauJournalQuery *query, GError **error);
gint64     sceau_journal_count      (SceauSchool *school, const SceauJournalQuery *query, GError **error);
/* (transfer full): the hash of the last entry: what minutes print. */
char      *sceau_journal_get_head   (SceauSchool *school, GError **error);
/**
 * sceau_journal_verify: walks the whole chain in constant memory and adds a fault
 * for the first entry that was altered, removed, inserted or moved; also when the
 * tail was cut.  Returns FALSE on errors of the file only: look at @faults.
 * @entries: (out) (optional): how many there are, when all are well.
 */
gboolean   sceau_journal_verify     (SceauSchool *school, SceauFaults *faults, gint64 *entries, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJournalEntry, sceau_journal_entry_free)

G_END_DECLS
