/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the minutes say beside the reason of a derogation: what was asked for, and what there was.
 * Legal text: French whatever the locale. */

#include "sceau-hold-jury-private.h"
#include "sceau-words.h"

#define NBSP "\302\240"

static void
add_count (GPtrArray *parts, int n, const char *one, const char *many)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf ("%d" NBSP "%s", n, n == 1 ? one : many));
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
describe_rule (const SceauJuryRule *rule, guint convened)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, rule->members, "membre", "membres");
  add_count (parts, rule->internal, "interne", "internes");
  add_count (parts, rule->external, "externe", "externes");
  add_count (parts, rule->qualified, "professionnel qualifié au moins", "professionnels qualifiés au moins");
  for (guint i = 0; i < rule->functions->len; i++)
    g_ptr_array_add (parts, g_strdup_printf ("«" NBSP "%s" NBSP "»", (char *) g_ptr_array_index (rule->functions, i)));
  g_ptr_array_add (parts, g_strdup_printf ("quorum de" NBSP "%d", sceau_jury_rule_quorum (rule, convened)));
  return join (parts);
}

static char *
describe_present (const SceauJurySession *session, guint sitting)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) members = sceau_jury_session_list_members (session, sitting);
  g_autoptr (GPtrArray) seated = sceau_jury_list_seated (members, NULL);
  int sides[2] = { 0, 0 };

  for (guint i = 0; i < seated->len; i++)
    sides[((SceauJuryMember *) g_ptr_array_index (seated, i))->juror->internal ? 1 : 0]++;
  add_count (parts, sides[0] + sides[1], "membre", "membres");
  add_count (parts, sides[1], "interne", "internes");
  add_count (parts, sides[0], "externe", "externes");
  return join (parts);
}

/* Each time that the composition was judged: the opening, and every resumption. */
static void
add_compositions (const SceauJurySession *session, GPtrArray *sentences)
{
  const guint n = sceau_jury_session_count_sittings (session);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *present = describe_present (session, i);
      g_autofree char *when = NULL;

      if (n == 1)
        when = g_strdup ("");
      else if (i == 1)
        when = g_strdup (" à l’ouverture");
      else if (i == 2)
        when = g_strdup (" à la première reprise");
      else
        when = g_strdup_printf (" à la %ue" NBSP "reprise", i - 1);
      g_ptr_array_add (sentences, g_strdup_printf ("Composition présente%s" NBSP ": %s.", when, present));
    }
}

static gboolean
has_candidates (const SceauJuryFile *file, SceauRoute route)
{
  for (guint i = 0; i < file->decisions->len; i++)
    if (((SceauDecision *) g_ptr_array_index (file->decisions, i))->route == route)
      return TRUE;
  return FALSE;
}

/* What several routes ask for alike is said once, for all of them. */
static void
add_rules (const SceauJuryFile *file, GPtrArray *sentences)
{
  const guint convened = sceau_jury_count_titular (file->session->members);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < file->plan->jury_rules->len; i++)
    {
      const SceauJuryRule *rule = g_ptr_array_index (file->plan->jury_rules, i);
      g_autofree char *text = NULL;
      guint place;

      if (!has_candidates (file, rule->route))
        continue;
      text = describe_rule (rule, convened);
      if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &place))
        {
          place = texts->len;
          g_ptr_array_add (texts, g_steal_pointer (&text));
          g_ptr_array_add (routes, g_ptr_array_new_with_free_func (g_free));
        }
      g_ptr_array_add (g_ptr_array_index (routes, place), g_strdup (sceau_words_by_route (rule->route)));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *whose = join (g_ptr_array_index (routes, i));

      g_ptr_array_add (sentences, g_strdup_printf ("Composition demandée pour les candidats %s" NBSP ": %s.", whose,
                                                   (const char *) g_ptr_array_index (texts, i)));
    }
}

static void
add_exceeded_quotas (const SceauJuryFile *file, GPtrArray *sentences)
{
  for (guint i = 0; i < file->quotas->len; i++)
    {
      const SceauQuotaLine *quota = g_ptr_array_index (file->quotas, i);

      if (quota->used > quota->places)
        g_ptr_array_add (sentences, g_strdup_printf ("Quota dépassé" NBSP ": %s (%d" NBSP "%% de" NBSP "%d" NBSP "%s" NBSP "; places" NBSP
                                                     ": %d" NBSP "; utilisées" NBSP ": %d).", quota->title, quota->max_percent,
                                                     quota->learners, quota->learners > 1 ? "inscrits" : "inscrit", quota->places,
                                                     quota->used));
    }
}

GPtrArray *
sceau_jury_describe_derogation (const SceauJuryFile *file)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (file->session->derogation == NULL)
    return sentences;
  add_rules (file, sentences);
  add_compositions (file->session, sentences);
  /* A rectification admits nobody: the quotas were judged at the opening of the first session. */
  if (file->session->rectifies == 0)
    add_exceeded_quotas (file, sentences);
  return sentences;
}
