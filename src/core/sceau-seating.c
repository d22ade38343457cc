/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who holds a seat: the titular members present, and in the place of those who are absent the alternates who
 * came.  Seats with a required function are filled first, so that who holds it is not spent on another seat. */

#include "sceau-seating-private.h"

#include "sceau-text.h"

char *
sceau_function_fold (const char *function)
{
  g_autofree char *folded = sceau_text_fold (function);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (g_str_has_suffix (*word, "trice"))
      {
        char *masculine = g_strdup_printf ("%.*steur", (int) (strlen (*word) - strlen ("trice")), *word);

        g_free (*word);
        *word = masculine;
      }
  return g_strjoinv (" ", words);
}

gboolean
sceau_jury_member_holds (const SceauJuryMember *member, const char *folded_function)
{
  g_autofree char *own = sceau_function_fold (member->juror->function);

  return strcmp (own, folded_function) == 0;
}

/* (transfer full): the function that the rule asks for and this member holds, folded; or NULL. */
static char *
find_required_function (const SceauJuryMember *member, const SceauJuryRule *rule)
{
  for (guint i = 0; rule != NULL && i < rule->functions->len; i++)
    {
      g_autofree char *folded = sceau_function_fold (g_ptr_array_index (rule->functions, i));

      if (sceau_jury_member_holds (member, folded))
        return g_steal_pointer (&folded);
    }
  return NULL;
}

gboolean
sceau_alternate_can_replace (const SceauJuryMember *alternate, const SceauJuryMember *titular, const SceauJuryRule *rule)
{
  g_autofree char *function = find_required_function (titular, rule);

  return alternate->alternate && !titular->alternate && !alternate->juror->internal == !titular->juror->internal
         && (function == NULL || sceau_jury_member_holds (alternate, function));
}

/* titular member who is absent → the alternate in the seat (both borrowed). */
static GHashTable *
fill_seats (GPtrArray *members, const SceauJuryRule *rule)
{
  GHashTable *seats = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) spent = g_hash_table_new (NULL, NULL);

  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < members->len; i++)
      {
        SceauJuryMember *titular = g_ptr_array_index (members, i);
        g_autofree char *function = find_required_function (titular, rule);

        if (titular->alternate || titular->present || (function != NULL) != (round == 0))
          continue;
        for (guint j = 0; j < members->len; j++)
          {
            SceauJuryMember *alternate = g_ptr_array_index (members, j);

            if (!alternate->present || g_hash_table_contains (spent, alternate)
                || !sceau_alternate_can_replace (alternate, titular, rule))
              continue;
            g_hash_table_insert (seats, titular, alternate);
            g_hash_table_add (spent, alternate);
            break;
          }
      }
  return seats;
}

GPtrArray *
sceau_jury_list_seated (GPtrArray *members, const SceauJuryRule *rule)
{
  GPtrArray *seated = g_ptr_array_new ();
  g_autoptr (GHashTable) seats = fill_seats (members, rule);

  for (guint i = 0; i < members->len; i++)
    {
      SceauJuryMember *member = g_ptr_array_index (members, i);
      SceauJuryMember *alternate = g_hash_table_lookup (seats, member);

      if (!member->alternate && member->present)
        g_ptr_array_add (seated, member);
      else if (alternate != NULL)
        g_ptr_array_add (seated, alternate);
    }
  return seated;
}

gboolean
sceau_jury_is_replaced (GPtrArray *members, const SceauJuryRule *rule, const SceauJuryMember *titular)
{
  g_autoptr (GHashTable) seats = fill_seats (members, rule);

  return g_hash_table_contains (seats, titular);
}

guint
sceau_jury_count_titular (GPtrArray *members)
{
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    n += ((SceauJuryMember *) g_ptr_array_index (members, i))->alternate ? 0 : 1;
  return n;
}
