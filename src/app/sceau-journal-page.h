/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-page.h"

G_BEGIN_DECLS

#define SCEAU_TYPE_JOURNAL_PAGE (sceau_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (SceauJournalPage, sceau_journal_page, SCEAU, JOURNAL_PAGE, SceauPage)

/* The page "Journal": everything that was done, and whether the chain still holds. */

G_END_DECLS
