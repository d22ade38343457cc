/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"
#include "sceau-progress.h"
#include "sceau-quota.h"
#include "sceau-school.h"

G_BEGIN_DECLS

gint64 sceau_add_juror (SceauSchool *school, const SceauJuror *juror, SceauFaults *faults, GError **error);

/* In preparation. Returns the session's id, or 0. */
gint64 sceau_plan_jury (SceauSchool *school, const char *certification_code, const char *cohort, SceauDate date,
                        const char *place, SceauFaults *faults, GError **error);

/* Names the members and convenes them; until the session opens, a list replaces the one before it. */
gboolean sceau_convene_jury (SceauSchool *school, gint64 session_id, const gint64 *jurors, guint n_jurors,
                             gint64 president, SceauFaults *faults, GError **error);

/* Who is convened. */
typedef struct
{
  const gint64 *titulars;
  guint n_titulars;
  const gint64 *alternates;
  guint n_alternates;
  gint64 president; /* one of the titular members */
} SceauPanel;

/* sceau_convene_jury() with alternates. Warns of those who said that they are not available, or are retired, and of what the
 * opening would find wrong with the composition. */
gboolean sceau_convene_panel (SceauSchool *school, gint64 session_id, const SceauPanel *panel, SceauFaults *faults, GError **error);

/* Date, time, place and embargo; known by its id. Until the session opens; the embargo until the seal, which fixes it. */
gboolean sceau_amend_jury  (SceauSchool *school, const SceauJurySession *session, SceauFaults *faults, GError **error);
/* A session that was never opened. */
gboolean sceau_remove_jury (SceauSchool *school, gint64 session_id, GError **error);

/* While it is suspended nothing is decided; resumption asks for the quorum again, of those present then. */
gboolean sceau_suspend_jury (SceauSchool *school, gint64 session_id, const char *reason, SceauFaults *faults, GError **error);
gboolean sceau_resume_jury  (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present,
                             const char *derogation, SceauFaults *faults, GError **error);

/* A member who takes no part in one candidate's case.  Those that conflicts, tutors and employers make known are
 * entered when the session opens (and when a candidate joins it); others are declared in session.  One that was lifted
 * stays lifted, with its reason, in the minutes too, unless it is declared anew. */
gboolean sceau_recuse_member (SceauSchool *school, gint64 session_id, const SceauRecusal *recusal, SceauFaults *faults, GError **error);
gboolean sceau_lift_recusal  (SceauSchool *school, gint64 session_id, gint64 juror_id, gint64 enrolment_id, const char *reason,
                              SceauFaults *faults, GError **error);
/* (transfer full) (element-type SceauRecusal): what is known now for this session, stored or not. */
GPtrArray *sceau_foresee_recusals (SceauSchool *school, gint64 session_id, GError **error);
/* The same of members who are only being thought of, alternates among them, before they are convened. */
GPtrArray *sceau_foresee_recusals_of (SceauSchool *school, gint64 session_id, const gint64 *jurors, guint n_jurors, GError **error);

/* The auditor's table of one candidate (transfer full) (element-type SceauProposalStep): as kept with the seal, or as the rules
 * say now. */
GPtrArray *sceau_explain_proposal (SceauSchool *school, gint64 session_id, gint64 enrolment_id, GError **error);

/* What the checks of the composition, of the quotas and of recusals say now, without changing anything; with
 * @n_present 0, of the members convened.  FALSE only when the check itself could not be done: look at @faults. */
gboolean sceau_check_jury (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present,
                           SceauFaults *faults, GError **error);

/* The same of a panel that is only being thought of, alternates included, before it is convened. */
gboolean sceau_check_panel (SceauSchool *school, gint64 session_id, const SceauPanel *panel, SceauFaults *faults, GError **error);

/* A member who works for the candidate's employer takes no part in the candidate's case. */
gboolean sceau_jury_member_is_recused (const SceauJuryMember *member, const SceauEnrolment *enrolment);

/* Opens with those present. A check that fails stops it unless @derogation gives a written
 * reason, which is kept and printed in the minutes; what it sets aside is then a warning. */
gboolean sceau_open_jury (SceauSchool *school, gint64 session_id, const gint64 *present, guint n_present,
                          const char *derogation, SceauFaults *faults, GError **error);

/* Evaluates every candidate (enrolments of the cohort that no sealed session has certified, withdrawn ones
 * included) and keeps the proposals; proposals made before are refreshed, decisions stay.  A decision that
 * had only taken a proposal which is no longer the same is to be taken again. */
gboolean sceau_propose_decisions (SceauSchool *school, gint64 session_id, SceauProgress *progress,
                                  GCancellable *cancellable, GError **error);

/* What the jury decides for one candidate. */
typedef struct
{
  const char *learner_number;
  SceauOutcome outcome;
  /* Codes acquired, or NULL: all for certified, those of the proposal for partial, deferred and whatever was
   * proposed, those acquired earlier for the rest (absent, fraud…). */
  const char *const *blocks;
  const char *reason;        /* or NULL; needed when it differs from the proposal */
  int votes_for, votes_against, votes_abstain; /* -1: no vote */
} SceauVerdict;

/* While the session is open or deliberated. The proposal is made afresh beside the decision.  At a tie the
 * president's vote decides, and the reason says so.  Once the deliberation is over a reason is needed, and says when. */
gboolean sceau_decide (SceauSchool *school, gint64 session_id, const SceauVerdict *verdict, SceauFaults *faults, GError **error);

/* Takes every proposal not decided otherwise and closes the deliberation. @n: (out) (optional): how many. */
gboolean sceau_accept_proposals (SceauSchool *school, gint64 session_id, guint *n, GError **error);

/* Freezes the session for ever: needs every candidate decided and proposals that the
 * results still support. Blocks decided become acquired; the minutes are drawn and kept. */
gboolean sceau_seal_jury (SceauSchool *school, gint64 session_id, SceauFaults *faults, SceauProgress *progress, GCancellable *cancellable, GError **error);

/* When a jury meets again to rectify a decision, and who sits then. */
typedef struct
{
  SceauDate date;
  const GArray *present;  /* (element-type gint64): members of the wrong session; NULL: whoever was present when it decided */
  gint64 president;       /* one of them; 0: who presided then */
  const char *derogation; /* written reason that lets a check pass; or NULL */
} SceauMeeting;

/* A sealed decision that was wrong: a new sealed session of the same jury with this one candidate; the first decision is
 * kept, blocks that it gave by error are annulled.  Only the decision that holds can be rectified, and a parchemin that
 * would lose its ground must be revoked first.  Those present must be a jury on that day, by the rule of the candidate's
 * access route, unless a derogation says why not; where nobody is named, presence and derogation are those of the wrong
 * session, with a warning and a remark in the minutes.
 * @verdict: its reason is that of the rectification.  Returns the new session's id, or 0. */
gint64 sceau_rectify_jury_at (SceauSchool *school, gint64 session_id, const SceauVerdict *verdict, const SceauMeeting *meeting,
                              SceauFaults *faults, GError **error);
/* The same with nobody named. */
gint64 sceau_rectify_jury    (SceauSchool *school, gint64 session_id, const SceauVerdict *verdict, SceauDate date,
                              SceauFaults *faults, GError **error);

/* A quota as it stands, or as it stood at the decision. */
typedef struct
{
  char *code;
  char *title;
  int max_percent;
  int learners; /* of the cohort, who have not left */
  int places;
  int used;
} SceauQuotaLine;

/* All there is to show about one session. */
typedef struct
{
  SceauJurySession *session;
  SceauCertification *certification;
  SceauPlan *plan;
  GPtrArray *decisions; /* (element-type SceauDecision): sorted by name */
  GPtrArray *quotas;    /* (element-type SceauQuotaLine) */
  GPtrArray *first;     /* (element-type SceauDecision): what the session that this one rectifies had decided on the same candidates */
  GPtrArray *rectified; /* (element-type SceauDecision): what sealed sessions decided in the place of this one since, earliest first */
} SceauJuryFile;

SceauJuryFile *sceau_load_jury    (SceauSchool *school, gint64 session_id, GError **error);
void           sceau_jury_file_free (SceauJuryFile *self);

/* The minutes as PDF: those that were kept at the seal, always the same bytes; before it a draft, marked as such.
 * An existing file is not overwritten. */
GBytes        *sceau_render_minutes (SceauSchool *school, gint64 session_id, GError **error);
/* The same with the numbers of the learners in the place of their names; drawn afresh, and it says so. */
GBytes        *sceau_render_anonymous_minutes (SceauSchool *school, gint64 session_id, GError **error);
gboolean       sceau_write_minutes  (SceauSchool *school, gint64 session_id, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJuryFile, sceau_jury_file_free)

G_END_DECLS
