/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The journal keeps identifiers; people read words.  What is not in the tables is shown as it is. */

/* "learner.enrol" → "Learners enrolled", translated. */
const char *sceau_journal_verb_title    (const char *verb);
/* (transfer full): "learner 2026-014" → "Apprenant 2026-014": the first word is translated. */
char       *sceau_journal_subject_title (const char *subject);

G_END_DECLS
