/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-hold-jury.h"
#include "sceau-session-life.h"
#include "sceau-signed-minutes-table.h"
#include "sceau-workflow-private.h"

G_BEGIN_DECLS

/* What the files of sceau-hold-jury share; no one else includes it. */

/**
 * SceauDeliberation: what the rules need to know about the learners that a session
 * can decide on, read in a handful of queries whatever their number.
 */
typedef struct
{
  SceauJurySession *session;
  SceauCertification *certification;
  SceauPlan *plan;
  GPtrArray *enrolments;  /* (element-type SceauEnrolment): sorted by name */
  GPtrArray *results;     /* (element-type SceauResult): of all of them */
  GPtrArray *acquired;    /* (element-type SceauAcquiredBlock): of all of them */
  GPtrArray *none;        /* what a learner without results or blocks has */
  GHashTable *by_id;      /* enrolment id → SceauEnrolment */
  GHashTable *results_of; /* enrolment id → (element-type SceauResult) */
  GHashTable *acquired_of; /* learner id → (element-type SceauAcquiredBlock) */
  GPtrArray *sealed;      /* (element-type SceauDecision): of every sealed session of the cohort */
  GHashTable *in_force;   /* enrolment id → the SceauDecision of @sealed that holds now */
} SceauDeliberation;

/* @enrolment_id: only this one, or 0 for the whole cohort. */
SceauDeliberation *sceau_deliberation_load (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);
/* The one candidate with this number, in a session that allows @act now. */
SceauDeliberation *sceau_jury_load_candidate (SceauSchool *school, gint64 session_id, SceauSessionAct act, const char *learner_number, GError **error);
/* The id of the learner's enrolment in the cohort of the session, or 0 with a sentence. */
gint64             sceau_jury_find_enrolment (SceauSchool *school, const SceauJurySession *session, const char *learner_number, GError **error);
void               sceau_deliberation_free (SceauDeliberation *self);
/* Nobody whom a sealed session has certified comes before a jury again. */
gboolean           sceau_deliberation_is_candidate (const SceauDeliberation *self, const SceauEnrolment *enrolment);
const SceauEnrolment *sceau_deliberation_find    (const SceauDeliberation *self, gint64 enrolment_id);
const SceauDecision  *sceau_deliberation_in_force (const SceauDeliberation *self, gint64 enrolment_id);
/* The dossier borrows from @self. */
SceauDossier       sceau_deliberation_dossier (const SceauDeliberation *self, const SceauEnrolment *enrolment);

/* Asks sceau_session_allows(): the one table of what may be done when; the sentence says what is due. */
gboolean           sceau_jury_require   (SceauSchool *school, const SceauJurySession *session, SceauSessionAct act, GError **error);
char              *sceau_jury_subject (gint64 session_id); /* "jury 3": the subject of the journal */
/* NULL for who was not convened. */
SceauJuryMember   *sceau_jury_find_member (const SceauJurySession *session, gint64 juror_id);
/* "LEFÈVRE Zoé (2026-014)": the place of a fault about a candidate. */
char              *sceau_jury_candidate_name (const char *learner_name, const char *learner_number);

/* The quotas of the session's cohort as they stand now; the states point into the plan. */
GArray            *sceau_jury_evaluate_quotas (SceauSchool *school, const SceauDeliberation *deliberation, guint *n_learners, GError **error);

/* Those named are present and nobody else; who was not convened is a fault. */
void               sceau_jury_mark_present (SceauJurySession *session, const gint64 *present, guint n_present, SceauFaults *faults);
/* What a check of those present has @found stops the act, unless a @derogation sets it aside: one that is needed becomes the
 * session's, and what it lets pass a warning.  FALSE with @error when it stops it. */
gboolean           sceau_jury_settle_failures (SceauJurySession *session, const char *derogation, const SceauFaults *found, SceauFaults *faults,
                                               guint known, GError **error);
/* The checks of an opening or a resumption; @found: what they found, for the journal. A @derogation that is needed becomes
 * the session's.  FALSE with @error when they stop it. */
gboolean           sceau_jury_check_presence (SceauSchool *school, const SceauDeliberation *deliberation, const char *derogation,
                                              SceauFaults *found, SceauFaults *faults, guint known, GError **error);
/* Adds what the derogation set aside. */
void               sceau_jury_set_failures (JsonObject *after, const SceauFaults *found);
/* Records what happens now, and says so in @after, beside what it says already. */
gboolean           sceau_jury_add_event  (SceauSchool *school, const SceauJurySession *session, SceauSessionEventKind kind,
                                          const char *reason, JsonObject *after, GError **error);

/* (transfer full) (element-type SceauRecusal): what conflicts, tutors and employers make known about the candidates, beside
 * what the session has; one a juror and candidate. */
GPtrArray         *sceau_jury_foresee_recusals (SceauSchool *school, const SceauDeliberation *deliberation, GError **error);
/* The same of one enrolment, candidate or not. */
GPtrArray         *sceau_jury_foresee_about  (SceauSchool *school, const SceauJurySession *session, const SceauEnrolment *enrolment, GError **error);
/* Stores @recusals of the session; they become those of @session too. */
gboolean           sceau_jury_keep_recusals (SceauSchool *school, SceauJurySession *session, GPtrArray *recusals, GError **error);

/* What is wrong with those convened, as warnings; nothing while there is no candidate to say which rule holds. */
void               sceau_jury_warn_of_composition (const SceauDeliberation *deliberation, SceauFaults *faults);
/* Composition for every access route among the candidates, quotas, recusals; with @present_only those present too. */
gboolean           sceau_jury_check_all (SceauSchool *school, const SceauDeliberation *deliberation, gboolean present_only,
                                         SceauFaults *faults, GError **error);
/* Whether those present may decide on this one candidate: the composition on its access route, and who is left after the
 * recusals that the session has. */
void               sceau_jury_check_case (const SceauDeliberation *deliberation, const SceauEnrolment *enrolment, SceauFaults *faults);

/* What the machine proposes for one candidate, undecided. */
SceauDecision     *sceau_jury_propose (const SceauDossier *dossier, gint64 session_id);
gboolean           sceau_jury_same_proposal (const SceauDecision *a, const SceauDecision *b);
/* Whether the decision is the proposal, block by block. */
gboolean           sceau_jury_follows_proposal (const SceauDecision *decision);
gboolean           sceau_jury_same_blocks (GPtrArray *a, GPtrArray *b); /* (element-type utf8), whatever their order */
/* Takes the proposal as the decision of the session's last sitting. */
void               sceau_jury_accept (SceauDecision *decision, const SceauJurySession *session);
/* Takes the jury's verdict on @decision, which holds the proposal, and checks it by the rules. */
gboolean           sceau_jury_apply_verdict (SceauDecision *decision, const SceauDossier *dossier, const SceauVerdict *verdict,
                                             const SceauJurySession *session, SceauFaults *faults);
/* After the end of the deliberation a decision says for itself when it was taken, since it belongs to no sitting any more: a French
 * sentence behind the jury's reason, which must be there.  @now: UTC, ISO time stamp. */
void               sceau_jury_note_late     (SceauDecision *decision, const SceauJurySession *session, const char *now, SceauFaults *faults);

/* Blocks that the decision adds to what the learner has become acquired; the number of them, or -1. */
int                sceau_jury_acquire_blocks (SceauSchool *school, const SceauDossier *dossier, const SceauJurySession *session,
                                              const SceauDecision *decision, GError **error);
/* The auditor's table of one candidate, before the seal. */
gboolean           sceau_jury_keep_steps  (SceauSchool *school, gint64 session_id, const SceauDossier *dossier, GError **error);
gboolean           sceau_jury_keep_quotas (SceauSchool *school, const SceauDeliberation *deliberation, GError **error);
/* sceau_load_jury() inside a transaction. */
SceauJuryFile     *sceau_jury_load_file (SceauSchool *school, gint64 session_id, GError **error);
/* The candidates of @decisions, in their order. (element-type SceauLearner) (transfer full) */
GPtrArray         *sceau_jury_load_learners (SceauSchool *school, const GPtrArray *decisions, GError **error);
/* Decisions by the numbers of their candidates: whoever has a list of the names would find an anonymous paper again in its order. */
int                sceau_jury_compare_numbers (gconstpointer a, gconstpointer b);
/* The session that rectifies @deliberation's: its members, taken from the directory as they are now, with those present and
 * the president.  NULL when the file cannot be read; what is wrong with @meeting is in @faults. */
SceauJurySession  *sceau_jury_prepare_rectification (SceauSchool *school, const SceauJurySession *wrong, const SceauDecision *decision,
                                                     const SceauVerdict *verdict, const SceauMeeting *meeting, SceauFaults *faults,
                                                     GError **error);
/* Whether those present may decide, by @meeting's derogation or, where nobody was named, by that of the wrong session.
 * @deliberation: of the wrong session.  @found: what the checks found, for the journal.  @remarks: for the minutes. */
gboolean           sceau_jury_check_meeting (const SceauDeliberation *deliberation, SceauJurySession *session, const SceauMeeting *meeting,
                                             SceauFaults *found, GPtrArray *remarks, SceauFaults *faults, guint known, GError **error);

/* What the session's derogation lets pass, as facts for the minutes; empty without one. (element-type utf8) (transfer full) */
GPtrArray         *sceau_jury_describe_derogation (const SceauJuryFile *file);
/* Draws and keeps the minutes of a session that this transaction has sealed; their SHA-256 (transfer full), or NULL.
 * @remarks: (element-type utf8) (nullable): French sentences about what the file no longer tells. */
char              *sceau_jury_keep_minutes (SceauSchool *school, gint64 session_id, GPtrArray *remarks, GError **error);

/* (out) (transfer full) (nullable): the letter that was sent; NULL when another session had replaced the decision before. */
gboolean           sceau_find_sent_letter (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GBytes **letter, GError **error);

/* Members of an entry that entries of earlier versions do not have. */
#define SCEAU_VERDICTS_SHA256 "verdicts_sha256" /* of a decision: what the rules found for its blocks */
#define SCEAU_GIVEN_SHA256 "given_sha256"       /* of a round of proposals: the results that the jury was given */

/* Records as the journal keeps them (transfer full). */
JsonObject        *sceau_json_from_session  (const SceauJurySession *session);
JsonObject        *sceau_json_from_decision (const SceauDecision *decision);
JsonObject        *sceau_json_from_recusal  (gint64 session_id, const SceauRecusal *recusal);
JsonObject        *sceau_json_from_session_event  (gint64 session_id, guint position, const SceauSessionEvent *event);
JsonObject        *sceau_json_from_notification   (gint64 session_id, SceauDate date, int appeal_days);
JsonObject        *sceau_json_from_signed_minutes (const SceauSignedMinutes *scan);
JsonObject        *sceau_json_from_appeal         (const SceauAppeal *appeal);
/* As the member "recusals", when there is any. */
void               sceau_json_add_recusals  (JsonObject *object, gint64 session_id, GPtrArray *recusals);
/* Those of the session that stand, and those that were taken back. */
void               sceau_json_add_all_recusals (JsonObject *object, const SceauJurySession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauDeliberation, sceau_deliberation_free)

G_END_DECLS
