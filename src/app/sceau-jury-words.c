/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-jury-words.h"

#include <gdk/gdk.h>
#include <glib/gi18n-lib.h>

SceauTagStyle
sceau_outcome_style (SceauOutcome outcome)
{
  switch (outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      return SCEAU_TAG_SUCCESS;
    case SCEAU_OUTCOME_PARTIAL:
    case SCEAU_OUTCOME_DEFERRED:
    case SCEAU_OUTCOME_EXCUSED:
      return SCEAU_TAG_WARNING;
    case SCEAU_OUTCOME_FAILED:
    case SCEAU_OUTCOME_FRAUD:
      return SCEAU_TAG_ERROR;
    case SCEAU_OUTCOME_ABSENT:
    case SCEAU_OUTCOME_WITHDRAWN:
    case SCEAU_N_OUTCOMES:
    default:
      return SCEAU_TAG_PLAIN;
    }
}

SceauTagStyle
sceau_block_state_style (SceauBlockState state)
{
  static const SceauTagStyle styles[] = {
    [SCEAU_BLOCK_NOT_TARGETED] = SCEAU_TAG_PLAIN,
    [SCEAU_BLOCK_ACQUIRED] = SCEAU_TAG_SUCCESS,
    [SCEAU_BLOCK_NOT_ACQUIRED] = SCEAU_TAG_ERROR,
    [SCEAU_BLOCK_PENDING] = SCEAU_TAG_WARNING,
  };

  return styles[state];
}

int
sceau_outcome_digit (SceauOutcome outcome)
{
  return (int) outcome + 1;
}

gboolean
sceau_outcome_from_key (guint keyval, SceauOutcome *outcome)
{
  static const guint keys[SCEAU_N_OUTCOMES][3] = {
    { GDK_KEY_1, GDK_KEY_KP_1, GDK_KEY_ampersand },  { GDK_KEY_2, GDK_KEY_KP_2, GDK_KEY_eacute },
    { GDK_KEY_3, GDK_KEY_KP_3, GDK_KEY_quotedbl },   { GDK_KEY_4, GDK_KEY_KP_4, GDK_KEY_apostrophe },
    { GDK_KEY_5, GDK_KEY_KP_5, GDK_KEY_parenleft },  { GDK_KEY_6, GDK_KEY_KP_6, GDK_KEY_minus },
    { GDK_KEY_7, GDK_KEY_KP_7, GDK_KEY_egrave },     { GDK_KEY_8, GDK_KEY_KP_8, GDK_KEY_underscore },
  };

  for (guint i = 0; i < SCEAU_N_OUTCOMES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys[i]); j++)
      if (keys[i][j] == keyval)
        {
          *outcome = (SceauOutcome) i;
          return TRUE;
        }
  return FALSE;
}

const char *
sceau_session_advice (const SceauJurySession *session)
{
  if (session->suspended)
    return _("The session is suspended: nothing is decided meanwhile. Tick who is present again, then resume it.");
  switch (session->state)
    {
    case SCEAU_SESSION_PREPARATION:
      return _("Choose the members and who presides, then convene them.");
    case SCEAU_SESSION_CONVENED:
      return _("On the day, tick who is present, then open the session.");
    case SCEAU_SESSION_OPEN:
      return _("Propose from the results, then decide on each candidate. What is not decided otherwise can be accepted at once.");
    case SCEAU_SESSION_DELIBERATED:
      return _("Everything is decided. Read the draft of the minutes; a decision can still be changed until the session is sealed.");
    case SCEAU_SESSION_SEALED:
    default:
      return _("This session is sealed: nothing in it can change any more. An error is mended by rectifying the decision.");
    }
}

char *
sceau_jury_session_title (const SceauJurySession *session)
{
  g_autofree char *date = sceau_date_format_french (session->date);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);

  /* Translators: number, then date. */
  return g_strdup_printf (session->rectifies != 0 ? _("Rectification no. %s of %s") : _("Jury no. %s of %s"), id, date);
}

static guint
count_proposed_blocks (const SceauDecision *decision, gboolean *all_decided)
{
  guint n = 0;

  *all_decided = TRUE;
  for (guint i = 0; i < decision->proposal_blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (decision->proposal_blocks, i);

      if (verdict->block_code == NULL || verdict->state != SCEAU_BLOCK_ACQUIRED)
        continue;
      n++;
      if (!g_ptr_array_find_with_equal_func (decision->acquired_blocks, verdict->block_code, g_str_equal, NULL))
        *all_decided = FALSE;
    }
  return n;
}

gboolean
sceau_decision_differs (const SceauDecision *decision)
{
  gboolean all_decided;
  guint proposed = count_proposed_blocks (decision, &all_decided);

  return decision->decided
         && (decision->outcome != decision->proposal || !all_decided || proposed != decision->acquired_blocks->len);
}

char *
sceau_count_outcomes (const guint counts[SCEAU_N_OUTCOMES])
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (SceauOutcome outcome = 0; outcome < SCEAU_N_OUTCOMES; outcome++)
    if (counts[outcome] > 0)
      /* Translators: an outcome and how many have it: "Certified: 32". */
      g_string_append_printf (text, _("%s%s: %u"), text->len > 0 ? " · " : "", sceau_outcome_title (outcome), counts[outcome]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
