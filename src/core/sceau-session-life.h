/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-jury.h"

G_BEGIN_DECLS

/**
 * The life of a jury session as one table: which act is allowed in which state.  The window, the
 * command line and the workflows all ask here; the triggers of the school file refuse the rest.
 *
 *   preparation → convened → open ⇄ suspended → deliberated → sealed → notified
 */
typedef enum
{
  SCEAU_ACT_EDIT,       /* date, place, time; the embargo alone can be set until the seal fixes it */
  SCEAU_ACT_REMOVE,     /* the session as if it had never been planned */
  SCEAU_ACT_CONVENE,    /* names the members, or others in their place */
  SCEAU_ACT_PRINT_CONVOCATIONS,
  SCEAU_ACT_OPEN,
  SCEAU_ACT_RECUSE,
  SCEAU_ACT_PROPOSE,
  SCEAU_ACT_DECIDE,
  SCEAU_ACT_SUSPEND,
  SCEAU_ACT_RESUME,
  SCEAU_ACT_CLOSE,      /* accepts what was not decided otherwise */
  SCEAU_ACT_SEAL,
  SCEAU_ACT_NOTIFY,
  SCEAU_ACT_ATTACH_SIGNED_MINUTES,
  SCEAU_ACT_APPEAL,
  SCEAU_ACT_RECTIFY,
  SCEAU_N_ACTS
} SceauSessionAct;

/**
 * sceau_session_allows: whether @act may be done to the session now, on @today.  Refused with
 * SCEAU_CORE_ERROR_REFUSED and a sentence that says why and what is due first.
 */
gboolean    sceau_session_allows    (const SceauJurySession *session, SceauSessionAct act, SceauDate today, GError **error);
const char *sceau_session_act_title (SceauSessionAct act); /* translated: "Convene the jury" */

/* R6412-7 of the Code du travail: the result of a VAE is notified within fifteen days of the decision;
 * SCEAU_NO_DATE for the other routes. */
SceauDate   sceau_notification_deadline (SceauRoute route, SceauDate decided);

typedef enum
{
  SCEAU_APPEAL_FILED,
  SCEAU_APPEAL_INADMISSIBLE, /* too late, or on the jury's own appreciation, which is sovereign */
  SCEAU_APPEAL_REJECTED,
  SCEAU_APPEAL_UPHELD        /* mended by a rectifying session */
} SceauAppealState;

/* A candidate who contests a decision that was notified. */
typedef struct
{
  gint64 id;
  gint64 session_id;
  gint64 enrolment_id;
  char *learner_number;    /* given by the store */
  char *learner_name;      /* given by the store */
  SceauDate filed;
  char *ground;            /* in the candidate's words */
  SceauAppealState state;
  SceauDate answered;
  char *answer;            /* reasons of the outcome; or NULL */
  gint64 rectifying_id;    /* the session that mended it, or 0 */
} SceauAppeal;

SceauAppeal *sceau_appeal_new           (void);
void         sceau_appeal_free          (SceauAppeal *self);
const char  *sceau_appeal_state_to_id   (SceauAppealState state); /* "filed", "inadmissible", "rejected", "upheld" */
gboolean     sceau_appeal_state_from_id (const char *id, SceauAppealState *state);
const char  *sceau_appeal_state_title   (SceauAppealState state); /* translated */
/* The last day for an appeal: @days after the notification; SCEAU_NO_DATE when not notified or the plan does not say. */
SceauDate    sceau_appeal_deadline      (SceauDate notified, int days);
/* The day alone, of an appeal whose ground is judged elsewhere, in a session that is notified. */
void         sceau_appeal_check_filing  (const SceauAppeal *self, const SceauJurySession *session, int appeal_days, SceauFaults *faults);
/* Filed after the notification, with a ground; a late one is a warning, since only the answer may call it inadmissible. */
gboolean     sceau_appeal_check         (const SceauAppeal *self, const SceauJurySession *session, int appeal_days, SceauFaults *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauAppeal, sceau_appeal_free)

G_END_DECLS
