/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-aliases.h"
#include "sceau-flow.h"
#include "sceau-minutes-document.h"

G_BEGIN_DECLS

/* The minutes while they are drawn. */
typedef struct
{
  const SceauMinutesContent *content;
  SceauAliases *aliases;    /* NULL unless the variant is anonymous */
  GHashTable *decisions;    /* enrolment's id → SceauDecision */
} SceauMinutes;

/* Who a candidate is called in this variant: @name, or @number in the anonymous one. */
const char *sceau_minutes_candidate (const SceauMinutes *minutes, const char *number, const char *name);
/* The decision on an enrolment, or NULL when the session does not have it. */
const SceauDecision *sceau_minutes_find_decision (const SceauMinutes *minutes, gint64 enrolment_id);
/* The same of an enrolment's candidate: "—" when the session does not have it. */
const char *sceau_minutes_enrolment (const SceauMinutes *minutes, gint64 enrolment_id);
/* What people wrote (transfer full), without names in the anonymous variant; @number: whom it is about, or NULL. */
char       *sceau_minutes_hide      (const SceauMinutes *minutes, const char *text, const char *number);
/* "Motif : …" under a label; nothing when @value is empty. */
void        sceau_minutes_draw_line (SceauFlow *flow, const SceauMinutes *minutes, const char *label, const char *value);
/* A heading and a paragraph each; nothing when there is none. */
void        sceau_minutes_draw_sentences (SceauFlow *flow, const SceauMinutes *minutes, const char *heading, const GPtrArray *sentences);
/* What the jury decided, else the dash of what is not decided yet. */
const char *sceau_minutes_outcome   (const SceauDecision *decision);
gboolean    sceau_minutes_has_opened (const SceauMinutes *minutes);

/* "présente", "présent" or "présent(e)" */
const char *sceau_minutes_agree     (const SceauJuror *juror, const char *woman, const char *man, const char *unknown);
/* In a word: "présent", "absent", or "en partie" of the sittings. */
const char *sceau_minutes_presence  (const SceauMinutes *minutes, const SceauJuryMember *member);
/* Whether the member was present in any sitting. */
gboolean    sceau_minutes_took_part (const SceauMinutes *minutes, const SceauJuryMember *member);
/* "l’ouverture de 9 h 05", "la reprise de 14 h 15": with what a sitting began (transfer full). */
char       *sceau_minutes_sitting   (const SceauMinutes *minutes, guint number);

/* sceau-minutes-presence.c: who came and went, and the quorum of each sitting. */
void sceau_minutes_draw_presence (SceauFlow *flow, const SceauMinutes *minutes);

/* sceau-minutes-jury.c: composition, presence, what the derogation lets pass; the course of the session; recusals. */
void sceau_minutes_draw_jury     (SceauFlow *flow, const SceauMinutes *minutes);
void sceau_minutes_draw_course   (SceauFlow *flow, const SceauMinutes *minutes);
void sceau_minutes_draw_recusals (SceauFlow *flow, const SceauMinutes *minutes);

/* sceau-minutes-quotas.c */
void sceau_minutes_draw_quotas (SceauFlow *flow, const SceauMinutes *minutes);

/* sceau-minutes-results.c: the table of candidates, and the reasons and votes below it. */
void sceau_minutes_draw_results (SceauFlow *flow, const SceauMinutes *minutes);
void sceau_minutes_draw_reasons (SceauFlow *flow, const SceauMinutes *minutes);

/* sceau-minutes-marks.c: the marks under the seal, and those that the jury changed. */
void sceau_minutes_draw_marks   (SceauFlow *flow, const SceauMinutes *minutes);
void sceau_minutes_draw_changes (SceauFlow *flow, const SceauMinutes *minutes);

/* sceau-minutes-rectification.c: what the rectified session had decided, and why it changes. */
void sceau_minutes_draw_rectification (SceauFlow *flow, const SceauMinutes *minutes);

/* sceau-minutes-seal.c: seal, what follows it, signatures. */
void sceau_minutes_draw_seal         (SceauFlow *flow, const SceauMinutes *minutes);
void sceau_minutes_draw_notification (SceauFlow *flow, const SceauMinutes *minutes);
void sceau_minutes_draw_signatures   (SceauFlow *flow, const SceauMinutes *minutes);

G_END_DECLS
