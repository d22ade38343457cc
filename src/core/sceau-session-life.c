/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The life of a session: one table that says of every act, in every situation, either that it is
 * allowed or why not and what is due first.  Nothing else decides what may be done now. */

#include "sceau-session-life.h"

#include <glib/gi18n-lib.h>

/* Where a session stands: its state, told apart where acts are. */
typedef enum
{
  PREPARATION,
  CONVENED,
  OPEN,
  SUSPENDED,
  DELIBERATED,
  SEALED,   /* the results are not notified yet */
  NOTIFIED,
  N_SITUATIONS
} Situation;

typedef enum
{
  ALLOWED,
  AFTER_EMBARGO,   /* allowed unless the results are still under embargo */
  CONVENE_FIRST,
  OPEN_FIRST,
  IS_OPEN,
  CLOSE_FIRST,
  IS_RUNNING,
  RESUME_FIRST,
  IS_SUSPENDED,
  SEAL_FIRST,
  DECIDE_INSTEAD,
  IS_SEALED,
  NOTIFY_FIRST,
  IS_NOTIFIED,
  NOTHING_SEALED
} Answer;

static const Answer answers[SCEAU_N_ACTS][N_SITUATIONS] = {
  /* clang-format off */
  /*                                  PREPARATION     CONVENED        OPEN            SUSPENDED       DELIBERATED     SEALED          NOTIFIED */
  [SCEAU_ACT_EDIT]                = { ALLOWED,        ALLOWED,        IS_OPEN,        IS_OPEN,        SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_REMOVE]              = { ALLOWED,        ALLOWED,        IS_OPEN,        IS_OPEN,        SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_CONVENE]             = { ALLOWED,        ALLOWED,        IS_OPEN,        IS_OPEN,        SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_PRINT_CONVOCATIONS]  = { CONVENE_FIRST,  ALLOWED,        ALLOWED,        ALLOWED,        ALLOWED,        ALLOWED,        ALLOWED },
  [SCEAU_ACT_OPEN]                = { CONVENE_FIRST,  ALLOWED,        IS_OPEN,        RESUME_FIRST,   SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_RECUSE]              = { CONVENE_FIRST,  ALLOWED,        ALLOWED,        ALLOWED,        SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_PROPOSE]             = { CONVENE_FIRST,  OPEN_FIRST,     ALLOWED,        RESUME_FIRST,   DECIDE_INSTEAD, IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_DECIDE]              = { CONVENE_FIRST,  OPEN_FIRST,     ALLOWED,        RESUME_FIRST,   ALLOWED,        IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_SUSPEND]             = { CONVENE_FIRST,  OPEN_FIRST,     ALLOWED,        IS_SUSPENDED,   SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_RESUME]              = { CONVENE_FIRST,  OPEN_FIRST,     IS_RUNNING,     ALLOWED,        SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_CLOSE]               = { CONVENE_FIRST,  OPEN_FIRST,     ALLOWED,        RESUME_FIRST,   SEAL_FIRST,     IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_SEAL]                = { CONVENE_FIRST,  OPEN_FIRST,     CLOSE_FIRST,    RESUME_FIRST,   ALLOWED,        IS_SEALED,      IS_SEALED },
  [SCEAU_ACT_NOTIFY]              = { CONVENE_FIRST,  OPEN_FIRST,     CLOSE_FIRST,    RESUME_FIRST,   SEAL_FIRST,     AFTER_EMBARGO,  IS_NOTIFIED },
  [SCEAU_ACT_ATTACH_SIGNED_MINUTES] = { CONVENE_FIRST, OPEN_FIRST,    CLOSE_FIRST,    RESUME_FIRST,   SEAL_FIRST,     ALLOWED,        ALLOWED },
  [SCEAU_ACT_APPEAL]              = { CONVENE_FIRST,  OPEN_FIRST,     CLOSE_FIRST,    RESUME_FIRST,   SEAL_FIRST,     NOTIFY_FIRST,   ALLOWED },
  [SCEAU_ACT_RECTIFY]             = { NOTHING_SEALED, NOTHING_SEALED, NOTHING_SEALED, NOTHING_SEALED, NOTHING_SEALED, ALLOWED,        ALLOWED },
  /* clang-format on */
};

static const char *const act_titles[] = {
  [SCEAU_ACT_EDIT] = N_("Change the session"),
  [SCEAU_ACT_REMOVE] = N_("Remove the session"),
  [SCEAU_ACT_CONVENE] = N_("Convene the jury"),
  [SCEAU_ACT_PRINT_CONVOCATIONS] = N_("Print the convocations"),
  [SCEAU_ACT_OPEN] = N_("Open the session"),
  [SCEAU_ACT_RECUSE] = N_("Record a recusal"),
  [SCEAU_ACT_PROPOSE] = N_("Work out the proposals"),
  [SCEAU_ACT_DECIDE] = N_("Decide on a candidate"),
  [SCEAU_ACT_SUSPEND] = N_("Suspend the deliberation"),
  [SCEAU_ACT_RESUME] = N_("Resume the deliberation"),
  [SCEAU_ACT_CLOSE] = N_("End the deliberation"),
  [SCEAU_ACT_SEAL] = N_("Seal the session"),
  [SCEAU_ACT_NOTIFY] = N_("Notify the results"),
  [SCEAU_ACT_ATTACH_SIGNED_MINUTES] = N_("Attach the signed minutes"),
  [SCEAU_ACT_APPEAL] = N_("Record an appeal"),
  [SCEAU_ACT_RECTIFY] = N_("Rectify a decision"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (act_titles) == SCEAU_N_ACTS);

static Situation
find_situation (const SceauJurySession *session)
{
  switch (session->state)
    {
    case SCEAU_SESSION_PREPARATION:
      return PREPARATION;
    case SCEAU_SESSION_CONVENED:
      return CONVENED;
    case SCEAU_SESSION_OPEN:
      return session->suspended ? SUSPENDED : OPEN;
    case SCEAU_SESSION_DELIBERATED:
      return DELIBERATED;
    case SCEAU_SESSION_SEALED:
      return session->notified != SCEAU_NO_DATE ? NOTIFIED : SEALED;
    }
  g_return_val_if_reached (NOTIFIED);
}

/* (transfer full): why not, and what is due. */
static char *
say_refusal (Answer answer, const SceauJurySession *session)
{
  g_autofree char *embargo = sceau_date_say (session->embargo);
  g_autofree char *notified = sceau_date_say (session->notified);

  switch (answer)
    {
    case AFTER_EMBARGO:
      return g_strdup_printf (_("The results are under embargo: notify them on %s or later."), embargo);
    case CONVENE_FIRST:
      return g_strdup (_("The session is in preparation: convene its members first."));
    case OPEN_FIRST:
      return g_strdup (_("The session is convened: open it with the members present first."));
    case IS_OPEN:
      return g_strdup (_("The session is open: its date, place and members no longer change; decide on the candidates."));
    case CLOSE_FIRST:
      return g_strdup (_("The session is open: decide on every candidate and end the deliberation first."));
    case IS_RUNNING:
      return g_strdup (_("The deliberation is not suspended: decide on the candidates."));
    case RESUME_FIRST:
      return g_strdup (_("The deliberation is suspended: resume it first."));
    case IS_SUSPENDED:
      return g_strdup (_("The deliberation is suspended already: resume it to go on."));
    case SEAL_FIRST:
      return g_strdup (_("The deliberation is over: all that is left is to seal the session."));
    case DECIDE_INSTEAD:
      return g_strdup (_("The deliberation is over: decide again on the candidate whose results changed, or seal the session."));
    case IS_SEALED:
      return g_strdup (session->rectifies != 0
                           ? _("This rectifying session is sealed and cannot change: hold another rectifying session instead.")
                           : _("The session is sealed and cannot change: hold a rectifying session instead."));
    case NOTIFY_FIRST:
      return g_strdup (_("The results are sealed but not notified: notify them first, the delay of an appeal runs from that day."));
    case IS_NOTIFIED:
      return g_strdup_printf (_("The results were notified on %s: nothing is left but appeals and rectifying sessions."), notified);
    case NOTHING_SEALED:
      return g_strdup (_("The session is not sealed: change the decision in the session itself."));
    case ALLOWED:
      break;
    }
  g_return_val_if_reached (NULL);
}

gboolean
sceau_session_allows (const SceauJurySession *session, SceauSessionAct act, SceauDate today, GError **error)
{
  Answer answer;
  g_autofree char *refusal = NULL;

  g_return_val_if_fail ((guint) act < SCEAU_N_ACTS, FALSE);

  answer = answers[act][find_situation (session)];
  /* Without an embargo its day is SCEAU_NO_DATE, which lies before any other. */
  if (answer == ALLOWED || (answer == AFTER_EMBARGO && today >= session->embargo))
    return TRUE;
  refusal = say_refusal (answer, session);
  g_set_error_literal (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED, refusal);
  return FALSE;
}

const char *
sceau_session_act_title (SceauSessionAct act)
{
  g_return_val_if_fail ((guint) act < SCEAU_N_ACTS, "");

  return _(act_titles[act]);
}

gboolean
sceau_session_check_transition (SceauSessionState from, SceauSessionState to, GError **error)
{
  /* The act that leaves each state for the next one. */
  static const SceauSessionAct ways_on[] = { SCEAU_ACT_CONVENE, SCEAU_ACT_OPEN, SCEAU_ACT_CLOSE, SCEAU_ACT_SEAL };
  /* What says best what is due, when that is not the step that was asked for. */
  static const Answer due[] = { CONVENE_FIRST, OPEN_FIRST, CLOSE_FIRST, SEAL_FIRST, IS_SEALED };
  SceauJurySession session = { .state = from };
  g_autofree char *refusal = NULL;

  g_return_val_if_fail ((guint) from < G_N_ELEMENTS (due), FALSE);

  if (from < SCEAU_SESSION_SEALED && to == from + 1)
    return sceau_session_allows (&session, ways_on[from], SCEAU_NO_DATE, error);
  refusal = say_refusal (due[from], &session);
  g_set_error_literal (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_REFUSED, refusal);
  return FALSE;
}
