/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-csv-writer.h"
#include "sceau-export-session.h"
#include "sceau-journal.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/* What the exports of the journal and of sessions share; no one else includes it.  Headings are French whatever the locale. */

void sceau_csv_add_journal_headings (SceauCsvWriter *csv);
void sceau_csv_add_journal_entry    (SceauCsvWriter *csv, const SceauJournalEntry *entry);

G_END_DECLS
