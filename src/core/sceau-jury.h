/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-evaluation.h"
#include "sceau-juror.h"

G_BEGIN_DECLS

/* The life of a session; it only goes forward, one step at a time. */
typedef enum
{
  SCEAU_SESSION_PREPARATION,
  SCEAU_SESSION_CONVENED,
  SCEAU_SESSION_OPEN,
  SCEAU_SESSION_DELIBERATED,
  SCEAU_SESSION_SEALED
} SceauSessionState;

/* A juror in one session. */
typedef struct
{
  SceauJuror *juror;   /* (owned) */
  gboolean president;
  gboolean present;    /* in the sitting that goes on, or was the last; meaningful once the session is open */
  gboolean alternate;  /* suppléant: sits only in the place of a titular member who is absent */
} SceauJuryMember;

/* A member who takes no part in the case of one candidate. */
typedef struct
{
  gint64 juror_id;
  char *juror_name;       /* given by the store */
  gint64 enrolment_id;
  char *learner_number;   /* given by the store */
  char *learner_name;     /* given by the store */
  SceauConflictKind kind;
  char *reason;           /* French, in a few words; or NULL */
  char *lifted;           /* why it was taken back; NULL while it stands */
} SceauRecusal;

/* What happened in a session while it was open, in its order. */
typedef enum
{
  SCEAU_SESSION_EVENT_OPENED,
  SCEAU_SESSION_EVENT_SUSPENDED,
  SCEAU_SESSION_EVENT_RESUMED,
  SCEAU_SESSION_EVENT_CLOSED
} SceauSessionEventKind;

typedef struct
{
  SceauSessionEventKind kind;
  char *at;     /* UTC, ISO time stamp */
  char *reason; /* of a suspension; or NULL */
  char *present; /* numbers of the jurors present then, "1,4,5"; of an opening or a resumption */
} SceauSessionEvent;

/* What a session does between its opening, or a resumption, and the next suspension or the end; the first is number 1.
 * Who is present is a fact of the sitting. */
typedef struct
{
  guint number;
  const SceauSessionEvent *began; /* NULL when no event tells: the session was opened by an older version */
  const SceauSessionEvent *ended; /* NULL while it goes on */
} SceauSitting;

/* The proposal and the decision for one enrolment in one session; both are kept. */
typedef struct
{
  gint64 session_id;
  gint64 enrolment_id;
  char *learner_number;       /* given by the store */
  char *learner_name;         /* given by the store: "LEFÈVRE Zoé" */
  SceauRoute route;           /* given by the store */
  SceauOutcome proposal;
  char *proposal_reason;      /* French */
  GPtrArray *proposal_blocks; /* (element-type SceauBlockVerdict) */
  gboolean outdated;          /* what the proposal rests on was changed after it was made */
  gboolean decided;
  SceauOutcome outcome;
  GPtrArray *acquired_blocks; /* (element-type utf8): block codes that the jury says are acquired */
  char *reason;               /* of the jury; required when the decision differs from the proposal */
  int votes_for;              /* -1 when no vote was taken */
  int votes_against;
  int votes_abstain;
  guint sitting;              /* in which it was taken, and by whose presence its votes are judged; 0: not known, or undecided */
} SceauDecision;

typedef struct
{
  gint64 id;
  char *certification_code;
  gint64 cohort_id;
  char *cohort_name;          /* given by the store */
  SceauDate date;
  char *start_time;           /* "14:30", or NULL */
  char *place;
  SceauSessionState state;
  gboolean suspended;         /* open, but suspended now */
  SceauDate embargo;          /* results are not notified before this day; fixed with the seal; SCEAU_NO_DATE: none */
  SceauDate notified;         /* day of the notification, the act after the seal; SCEAU_NO_DATE: not yet */
  gint64 rectifies;           /* the sealed session that this one rectifies, 0 when none */
  char *rectification_reason; /* or NULL */
  char *derogation;           /* written reason that let it open despite a failed check, or NULL */
  char *seal;                 /* SHA-256 of what was sealed, 64 hex digits, or NULL */
  char *sealed_at;            /* ISO time stamp, or NULL */
  char *journal_head;         /* head of the journal when it was sealed, or NULL */
  GPtrArray *members;         /* (element-type SceauJuryMember): titular members first, then alternates */
  GPtrArray *recusals;        /* (element-type SceauRecusal): those that stand */
  GPtrArray *lifted;          /* (element-type SceauRecusal): taken back; what is known of a juror does not enter them again */
  GPtrArray *events;          /* (element-type SceauSessionEvent) */
} SceauJurySession;

SceauJuryMember  *sceau_jury_member_new   (SceauJuror *juror /* (transfer full) */);
void              sceau_jury_member_free  (SceauJuryMember *self);
SceauDecision    *sceau_decision_new      (void);
void              sceau_decision_free     (SceauDecision *self);
SceauJurySession *sceau_jury_session_new  (void);
void              sceau_jury_session_free (SceauJurySession *self);

void              sceau_recusal_free       (SceauRecusal *self);
void              sceau_session_event_free (SceauSessionEvent *self);

const char *sceau_session_event_kind_to_id   (SceauSessionEventKind kind); /* "opened", "suspended", "resumed", "closed" */
gboolean    sceau_session_event_kind_from_id (const char *id, SceauSessionEventKind *kind);
const char *sceau_session_event_kind_title   (SceauSessionEventKind kind); /* translated */

const char *sceau_session_state_to_id   (SceauSessionState state); /* "preparation", "convened", "open", "deliberated", "sealed" */
gboolean    sceau_session_state_from_id (const char *id, SceauSessionState *state);
const char *sceau_session_state_title   (SceauSessionState state);

/**
 * sceau_session_check_transition: whether a session in @from may become @to.
 * Refused with SCEAU_CORE_ERROR_REFUSED and a sentence that says what is due now.
 * It asks the table of sceau-session-life.h, which also knows the acts that change no state.
 */
gboolean    sceau_session_check_transition (SceauSessionState from, SceauSessionState to, GError **error);

/**
 * sceau_jury_check_composition: the members (those present when @present_only)
 * against the rule of one access route: number, internal and external, functions,
 * quorum, mandates at @date; for VAE also D6412-6 of the Code du travail (at least two,
 * one qualified, a president with a casting vote); balance of women and men and the
 * old "25 % professionals" only warn.  With @present_only the number is judged by the
 * quorum, and an absent member makes the internal, external and function checks warnings.
 * Alternates are not counted when the jury is convened, though they need a mandate; at the opening those count who
 * hold the seat of somebody absent (sceau_jury_list_seated()).  An alternate who can replace nobody, a seat that no
 * alternate fills and one who came for nothing are warnings.
 * @rule: never NULL.  FALSE when a fault is an error.
 */
gboolean    sceau_jury_check_composition (GPtrArray *members, const SceauJuryRule *rule, SceauDate date, gboolean present_only, SceauFaults *faults);

/**
 * sceau_jury_list_seated: (transfer container) (element-type SceauJuryMember): who sits and decides: the titular
 * members present, and one alternate present for each who is absent: an internal member for an internal one, an
 * external for an external, and where the absent one holds a function that @rule asks for, who holds it too.
 * @rule: (nullable): of the route of the candidate; NULL when no function is asked for.
 */
GPtrArray  *sceau_jury_list_seated       (GPtrArray *members, const SceauJuryRule *rule);

guint       sceau_jury_count_titular     (GPtrArray *members);
/* How many of @n_members must be present, alternates not counted: what the rule says, or else the whole composition that it asks for. */
int         sceau_jury_rule_quorum       (const SceauJuryRule *rule, guint n_members);

/* The number of the sitting that goes on, or was the last: 1 from the opening on, one more at each resumption. */
guint       sceau_jury_session_count_sittings (const SceauJurySession *session);
/* @sitting borrows from @session. */
void        sceau_jury_session_get_sitting    (const SceauJurySession *session, guint number, SceauSitting *sitting);
/* As the event says with which the sitting began; where none does, as the member stands. */
gboolean    sceau_jury_session_was_present    (const SceauJurySession *session, const SceauJuryMember *member, guint number);
/* In the sitting that took the decision; where that is not known, as the member stands. */
gboolean    sceau_jury_session_was_present_for (const SceauJurySession *session, const SceauJuryMember *member, const SceauDecision *decision);
/* In how many sittings. */
guint       sceau_jury_session_count_presence (const SceauJurySession *session, const SceauJuryMember *member);
/* (transfer full) (element-type SceauJuryMember): the members with their presence in one sitting; their jurors are borrowed. */
GPtrArray  *sceau_jury_session_list_members   (const SceauJurySession *session, guint number);
/* Who sat in the sitting by the rule of the candidate's route, less those recused in this case; @number 0, where it is not known: in
 * the fullest one.  @rule NULL: the plan has none, an alternate sits for anybody of the same side. */
int         sceau_jury_session_count_voters   (const SceauJurySession *session, const SceauJuryRule *rule, guint number, gint64 enrolment_id);

/**
 * sceau_decision_check: a decision against its proposal and the certification: a
 * reason when it differs, no partial result where the fiche admits none, nor a block
 * given alone, blocks that exist and that the learner came for, blocks acquired before not taken away, every required block acquired
 * when certified, nobody certified who left or was excluded, nor given blocks beyond what was assessed, votes that do not
 * exceed the members present.
 */
gboolean    sceau_decision_check (const SceauDecision *decision, const SceauDossier *dossier, const SceauProposal *proposal, int members_present, SceauFaults *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauRecusal, sceau_recusal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauSessionEvent, sceau_session_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJuryMember, sceau_jury_member_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauDecision, sceau_decision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJurySession, sceau_jury_session_free)

G_END_DECLS
