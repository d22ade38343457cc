/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The members of a jury against the rule of an access route (the fiche's SI_JURY_… composition) and, for VAE,
 * against article D6412-6 of the Code du travail.  Balance of women and men, and the former quarter of
 * professionals (R335-8 of the Code de l'éducation, abrogated on 27-12-2023), are only recalled. */

#include "sceau-seating-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-text.h"

#define VAE_LEAST_MEMBERS 2
#define VAE_LEAST_QUALIFIED 1
/* The law gives no number for a balanced representation; two fifths of each is how public bodies count it. */
#define BALANCE_PERCENT 40

/* What is checked: the members, those who sit, and the rule. */
typedef struct
{
  GPtrArray *members;
  guint n_titular;
  GPtrArray *sitting; /* (element-type SceauJuryMember): the titular members, or those who hold a seat */
  const SceauJuryRule *rule;
  gboolean present_only;
  SceauFaults *faults;
} Check;

static void
add_error (const Check *check, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add_at (check->faults, SCEAU_FAULT_ERROR, NULL, field, value, reason, remedy);
}

/* A member who stays away breaks the quorum or nothing: the composition itself was checked when it was convened. */
static SceauFaultSeverity
shortfall_severity (const Check *check)
{
  return check->present_only ? SCEAU_FAULT_WARNING : SCEAU_FAULT_ERROR;
}

static GPtrArray *
list_titular (GPtrArray *members)
{
  GPtrArray *titular = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    if (!((SceauJuryMember *) g_ptr_array_index (members, i))->alternate)
      g_ptr_array_add (titular, g_ptr_array_index (members, i));
  return titular;
}

static int
count_side (const Check *check, gboolean internal)
{
  int n = 0;

  for (guint i = 0; i < check->sitting->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (check->sitting, i);

      n += !member->juror->internal == !internal ? 1 : 0;
    }
  return n;
}

static void
check_number (const Check *check)
{
  int n = (int) check->sitting->len;
  g_autofree char *reason = NULL;

  if (check->rule->members == 0 || n == check->rule->members)
    return;
  reason = g_strdup_printf (_("The jury must have %d members and has %d."), check->rule->members, n);
  add_error (check, "members", NULL, reason,
             n < check->rule->members ? _("Add the members that are missing.") : _("Take out the members in excess."));
}

int
sceau_jury_rule_quorum (const SceauJuryRule *rule, guint n_members)
{
  return rule->quorum > 0 ? rule->quorum : MAX (rule->members, (int) n_members);
}

static void
check_quorum (const Check *check)
{
  int n = (int) check->sitting->len;
  int quorum = sceau_jury_rule_quorum (check->rule, check->n_titular);
  g_autofree char *reason = NULL;

  if (n >= quorum)
    return;
  reason = g_strdup_printf (_("Members present: %d; the quorum is %d."), n, quorum);
  add_error (check, "quorum", NULL, reason, _("Mark the members who are present, or put the session off."));
}

static void
check_sides (const Check *check)
{
  int internal = count_side (check, TRUE);
  int external = count_side (check, FALSE);
  g_autofree char *wrong_internal = NULL;
  g_autofree char *wrong_external = NULL;

  if (check->rule->internal > 0 && internal != check->rule->internal)
    {
      wrong_internal = g_strdup_printf (_("The jury must have %d internal members and has %d."), check->rule->internal,
                                        internal);
      sceau_faults_add_at (check->faults, shortfall_severity (check), NULL, "internal", NULL, wrong_internal,
                           _("Choose members of the school accordingly."));
    }
  if (check->rule->external > 0 && external != check->rule->external)
    {
      wrong_external = g_strdup_printf (_("The jury must have %d external members and has %d."), check->rule->external,
                                        external);
      sceau_faults_add_at (check->faults, shortfall_severity (check), NULL, "external", NULL, wrong_external,
                           _("Choose professionals from outside the school accordingly."));
    }
}

/* One member answers for one function: a function named twice wants two people. */
static void
check_functions (const Check *check)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < check->rule->functions->len; i++)
    {
      const char *function = g_ptr_array_index (check->rule->functions, i);
      g_autofree char *folded = sceau_function_fold (function);
      gboolean found = FALSE;

      for (guint j = 0; !found && j < check->sitting->len; j++)
        {
          SceauJuryMember *member = g_ptr_array_index (check->sitting, j);

          found = !g_hash_table_contains (taken, member) && sceau_jury_member_holds (member, folded);
          if (found)
            g_hash_table_add (taken, member);
        }
      if (!found)
        sceau_faults_add_at (check->faults, shortfall_severity (check), NULL, "function", function,
                             _("No member holds this function, which the fiche asks for."),
                             _("Add the person who holds it, or correct the function of a member."));
    }
}

/* Whoever is convened needs a mandate, alternates too; at the opening those who sit. */
static GPtrArray *
get_concerned (const Check *check)
{
  return check->present_only ? check->sitting : check->members;
}

static void
check_mandates (const Check *check, SceauDate date)
{
  g_autofree char *day = sceau_date_say (date);
  GPtrArray *concerned = get_concerned (check);

  for (guint i = 0; i < concerned->len; i++)
    {
      const SceauJuror *juror = ((SceauJuryMember *) g_ptr_array_index (concerned, i))->juror;
      g_autofree char *start = sceau_date_say (juror->mandate_start);
      g_autofree char *end = sceau_date_say (juror->mandate_end);
      g_autofree char *reason = NULL;

      if (juror->mandate_start != SCEAU_NO_DATE && date < juror->mandate_start)
        reason = g_strdup_printf (_("The mandate begins on %s, after the session of %s."), start, day);
      else if (juror->mandate_end != SCEAU_NO_DATE && date > juror->mandate_end)
        reason = g_strdup_printf (_("The mandate ended on %s, before the session of %s."), end, day);
      if (reason != NULL)
        sceau_faults_add_at (check->faults, SCEAU_FAULT_ERROR, juror->name, "mandate", NULL, reason,
                             _("Choose another member, or record the renewed mandate."));
    }
}

static gboolean
is_same_person (const SceauJuror *a, const SceauJuror *b)
{
  if (a->id != 0 && a->id == b->id)
    return TRUE;
  return sceau_text_same (a->name, b->name) && sceau_text_same (a->employer, b->employer);
}

static void
check_duplicates (const Check *check)
{
  GPtrArray *concerned = get_concerned (check);

  for (guint i = 1; i < concerned->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SceauJuror *juror = ((SceauJuryMember *) g_ptr_array_index (concerned, i))->juror;
        const SceauJuror *other = ((SceauJuryMember *) g_ptr_array_index (concerned, j))->juror;

        if (!is_same_person (juror, other))
          continue;
        sceau_faults_add_at (check->faults, SCEAU_FAULT_ERROR, juror->name, NULL, NULL,
                             _("This person sits twice in the jury."), _("Keep one seat for one person."));
        break;
      }
}

static int
count_presidents (const Check *check, gboolean alternate)
{
  int n = 0;

  for (guint i = 0; i < check->sitting->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (check->sitting, i);

      n += member->president && !member->alternate == !alternate ? 1 : 0;
    }
  return n;
}

static void
check_president (const Check *check)
{
  int n = count_presidents (check, FALSE);

  /* An alternate who was named to it presides only where the president is away. */
  if (n == 0)
    n = count_presidents (check, TRUE);
  if (n == 0)
    add_error (check, "president", NULL,
               check->present_only ? _("The president of the jury is not present.") : _("The jury has no president."),
               _("Choose one of the members: the president has the casting vote."));
  else if (n > 1)
    add_error (check, "president", NULL, _("The jury has more than one president."), _("Keep one president."));
}

static void
check_qualified (const Check *check)
{
  gboolean vae = check->rule->route == SCEAU_ROUTE_VAE;
  int needed = vae ? MAX (check->rule->qualified, VAE_LEAST_QUALIFIED) : check->rule->qualified;
  int qualified = count_side (check, FALSE);
  g_autofree char *reason = NULL;

  if (vae && check->sitting->len < VAE_LEAST_MEMBERS)
    add_error (check, "members", NULL, _("A VAE jury has at least two members (D6412-6 of the Code du travail)."),
               _("Add a member."));
  if (qualified >= needed)
    return;
  reason = g_strdup_printf (ngettext ("The jury needs at least %d qualified professional from outside the school.",
                                      "The jury needs at least %d qualified professionals from outside the school.",
                                      (gulong) needed),
                            needed);
  add_error (check, "qualified", NULL, reason, _("Add an external member who is qualified for the certification."));
}

static void
recall_balance (const Check *check)
{
  int n = (int) check->sitting->len;
  int needed = MAX (n * BALANCE_PERCENT / 100, 1);
  int women = 0;
  int men = 0;

  for (guint i = 0; i < check->sitting->len; i++)
    {
      const SceauJuror *juror = ((SceauJuryMember *) g_ptr_array_index (check->sitting, i))->juror;

      women += juror->sex == SCEAU_SEX_FEMALE ? 1 : 0;
      men += juror->sex == SCEAU_SEX_MALE ? 1 : 0;
    }
  /* Who left the sex open may stand on either side. */
  if (n < 2 || (n - men >= needed && n - women >= needed))
    return;
  sceau_faults_add_at (check->faults, SCEAU_FAULT_WARNING, NULL, "sex", NULL,
                       _("Women and men are not represented in a balanced way."),
                       _("The composition should contribute to it; the session may be held."));
}

static void
recall_professionals (const Check *check)
{
  if (check->sitting->len == 0 || count_side (check, FALSE) * 4 >= (int) check->sitting->len)
    return;
  sceau_faults_add_at (check->faults, SCEAU_FAULT_WARNING, NULL, "external", NULL,
                       _("Fewer than a quarter of the members come from outside the school."),
                       _("The old rule is abrogated; the session may be held."));
}

static void
add_warning (const Check *check, const SceauJuror *juror, const char *reason, const char *remedy)
{
  sceau_faults_add_at (check->faults, SCEAU_FAULT_WARNING, juror->name, "alternate", NULL, reason, remedy);
}

/* Before the session: an alternate who could sit for nobody has come in vain. */
static void
recall_idle_alternates (const Check *check)
{
  for (guint i = 0; i < check->members->len; i++)
    {
      const SceauJuryMember *alternate = g_ptr_array_index (check->members, i);
      gboolean useful = !alternate->alternate;

      for (guint j = 0; !useful && j < check->sitting->len; j++)
        useful = sceau_alternate_can_replace (alternate, g_ptr_array_index (check->sitting, j), check->rule);
      if (!useful)
        add_warning (check, alternate->juror, _("This alternate can sit in the place of no member."),
                     _("An internal member is replaced by an internal one, an external one by an external one, and a "
                       "required function by who holds it."));
    }
}

/* At the opening: seats that stay empty though there are alternates, and alternates without a seat. */
static void
recall_seats (const Check *check)
{
  gboolean has_alternates = check->n_titular < check->members->len;

  for (guint i = 0; i < check->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (check->members, i);

      if (member->alternate && member->present && !g_ptr_array_find (check->sitting, member, NULL))
        add_warning (check, member->juror, _("This alternate is present and has no seat to fill."),
                     _("Who does not sit takes no part in the decisions."));
      else if (has_alternates && !member->alternate && !member->present && !sceau_jury_is_replaced (check->members, check->rule, member))
        add_warning (check, member->juror, _("This member is absent and no alternate who is present can sit instead."),
                     _("Mark the alternate who came; the session may be held if there is a quorum."));
    }
}

gboolean
sceau_jury_check_composition (GPtrArray           *members,
                              const SceauJuryRule *rule,
                              SceauDate            date,
                              gboolean             present_only,
                              SceauFaults         *faults)
{
  guint n_before = sceau_faults_count_errors (faults);
  g_autoptr (GPtrArray) titular = list_titular (members);
  g_autoptr (GPtrArray) seated = sceau_jury_list_seated (members, rule);
  Check check = { members, titular->len, present_only ? seated : titular, rule, present_only, faults };

  g_return_val_if_fail (rule != NULL, FALSE);

  if (present_only)
    check_quorum (&check);
  else
    check_number (&check);
  check_sides (&check);
  check_functions (&check);
  check_mandates (&check, date);
  check_duplicates (&check);
  check_president (&check);
  check_qualified (&check);
  recall_balance (&check);
  recall_professionals (&check);
  if (present_only)
    recall_seats (&check);
  else
    recall_idle_alternates (&check);
  return sceau_faults_count_errors (faults) == n_before;
}
