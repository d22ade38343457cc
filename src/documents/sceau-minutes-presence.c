/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who was there when: presence belongs to a sitting, between an opening or a resumption and the next suspension. */

#include "sceau-minutes-private.h"

#include "sceau-words.h"

#define NBSP "\u00A0"

const char *
sceau_minutes_agree (const SceauJuror *juror, const char *woman, const char *man, const char *unknown)
{
  if (juror->sex == SCEAU_SEX_FEMALE)
    return woman;
  return juror->sex == SCEAU_SEX_MALE ? man : unknown;
}

const char *
sceau_minutes_presence (const SceauMinutes *minutes, const SceauJuryMember *member)
{
  const SceauJurySession *session = minutes->content->session;
  guint n;

  if (!sceau_minutes_has_opened (minutes))
    return "—";
  n = sceau_jury_session_count_presence (session, member);
  if (n == 0)
    return sceau_minutes_agree (member->juror, "absente", "absent", "absent(e)");
  return n == sceau_jury_session_count_sittings (session) ? sceau_minutes_agree (member->juror, "présente", "présent", "présent(e)")
                                                          : "en partie";
}

gboolean
sceau_minutes_took_part (const SceauMinutes *minutes, const SceauJuryMember *member)
{
  return sceau_minutes_has_opened (minutes) && sceau_jury_session_count_presence (minutes->content->session, member) > 0;
}

/* " de 14 h 15"; with its day when that is not the session's; nothing when no event tells. */
static char *
say_hour (const SceauMinutes *minutes, const SceauSessionEvent *event)
{
  g_autofree char *hour = NULL;

  if (event == NULL || event->at == NULL)
    return g_strdup ("");
  hour = sceau_words_hour_of (event->at, minutes->content->session->date);
  return g_strdup_printf (" %s", hour);
}

char *
sceau_minutes_sitting (const SceauMinutes *minutes, guint number)
{
  SceauSitting sitting;
  g_autofree char *hour = NULL;

  sceau_jury_session_get_sitting (minutes->content->session, number, &sitting);
  hour = say_hour (minutes, sitting.began);
  return g_strdup_printf ("%s%s", number > 1 ? "la reprise" : "l’ouverture", hour);
}

/* ", partie à la suspension de 11 h 30", ", revenue à la reprise de 14 h" */
static void
append_change (GString *text, const SceauMinutes *minutes, const SceauJuryMember *member, guint number, gboolean came, gboolean known)
{
  SceauSitting before;
  g_autofree char *hour = NULL;
  g_autofree char *begun = NULL;

  if (text->len > 0)
    g_string_append (text, ", ");
  if (came)
    {
      begun = sceau_minutes_sitting (minutes, number);
      g_string_append_printf (text, "%s à" NBSP "%s",
                              known ? sceau_minutes_agree (member->juror, "revenue", "revenu", "revenu(e)")
                                    : sceau_minutes_agree (member->juror, "arrivée", "arrivé", "arrivé(e)"), begun);
      return;
    }
  sceau_jury_session_get_sitting (minutes->content->session, number - 1, &before);
  hour = say_hour (minutes, before.ended);
  g_string_append_printf (text, "%s à la suspension%s", sceau_minutes_agree (member->juror, "partie", "parti", "parti(e)"), hour);
}

/* "présente à l’ouverture de 9 h, partie à la suspension de 11 h 30" */
static char *
tell_presence (const SceauMinutes *minutes, const SceauJuryMember *member)
{
  const SceauJurySession *session = minutes->content->session;
  GString *text = g_string_new (NULL);
  gboolean there = sceau_jury_session_was_present (session, member, 1);
  gboolean known = there;

  if (there)
    {
      g_autofree char *opening = sceau_minutes_sitting (minutes, 1);

      g_string_append_printf (text, "%s à" NBSP "%s", sceau_minutes_agree (member->juror, "présente", "présent", "présent(e)"), opening);
    }
  for (guint i = 2; i <= sceau_jury_session_count_sittings (session); i++)
    {
      gboolean now = sceau_jury_session_was_present (session, member, i);

      if (now != there)
        append_change (text, minutes, member, i, now, known);
      there = now;
      known = known || now;
    }
  return g_string_free (text, FALSE);
}

static void
draw_changes (SceauFlow *flow, const SceauMinutes *minutes)
{
  const SceauJurySession *session = minutes->content->session;
  const guint all = sceau_jury_session_count_sittings (session);

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      guint n = sceau_jury_session_count_presence (session, member);
      g_autofree char *told = NULL;
      g_autofree char *text = NULL;

      if (n == 0 || n == all)
        continue;
      told = tell_presence (minutes, member);
      text = g_strdup_printf ("%s" NBSP ": %s.", member->juror->name, told);
      sceau_flow_paragraph (flow, &sceau_flow_text, text);
    }
}

static guint
count_alternates (const GPtrArray *members)
{
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    n += ((SceauJuryMember *) g_ptr_array_index (members, i))->alternate ? 1 : 0;
  return n;
}

/* "Membres présents : 4 sur 5, dont 1 en suppléance — quorum : 3 — le quorum est atteint.", of one sitting. */
static void
draw_quorum (SceauFlow *flow, const SceauMinutes *minutes, guint number)
{
  const SceauJurySession *session = minutes->content->session;
  g_autoptr (GPtrArray) members = sceau_jury_session_list_members (session, number);
  g_autoptr (GPtrArray) seated = sceau_jury_list_seated (members, NULL);
  const guint n = members->len - count_alternates (members);
  const guint quorum = minutes->content->quorum > 0 ? (guint) minutes->content->quorum : n;
  const guint alternates = count_alternates (seated);
  g_autofree char *with = alternates > 0 ? g_strdup_printf (", dont %u" NBSP "en suppléance", alternates) : g_strdup ("");
  g_autofree char *begun = sceau_minutes_sitting (minutes, number);
  g_autofree char *when = sceau_jury_session_count_sittings (session) > 1 ? g_strdup_printf ("À" NBSP "%s, membres présents", begun)
                                                                          : g_strdup ("Membres présents");
  g_autofree char *text = g_strdup_printf ("%s" NBSP ": %u sur" NBSP "%u%s — quorum" NBSP ": %u — le quorum %s atteint.", when,
                                           seated->len, n, with, quorum, seated->len >= quorum ? "est" : "n’est pas");

  sceau_flow_paragraph (flow, &sceau_flow_text, text);
}

void
sceau_minutes_draw_presence (SceauFlow *flow, const SceauMinutes *minutes)
{
  if (!sceau_minutes_has_opened (minutes))
    return;
  draw_changes (flow, minutes);
  for (guint i = 1; i <= sceau_jury_session_count_sittings (minutes->content->session); i++)
    draw_quorum (flow, minutes, i);
}
