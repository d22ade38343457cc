/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The members of a jury against the rule of the route.  A member is written as letters: i or e (internal,
 * external), F, M or ? (sex), p (president), a (alternate), ! (absent), then =function or @name.
 * The session is held on 2026-11-22. */

#include "sceau-jury.h"
#include "test-rows.h"

#define FI SCEAU_ROUTE_INITIAL
#define VAE SCEAU_ROUTE_VAE

/* The jury of RNCP41445: five, two of the school with their functions, three professionals. */
#define FIVE "iMp=Directeur_des_programmes iF=Directeur eF eM eF"
#define SCHOOL "Directeur des programmes|Directeur"

typedef struct
{
  const char *sentence;
  SceauRoute route;
  int members, internal, external, quorum, qualified;
  const char *functions;
  const char *jury;
  gboolean present_only;
  gboolean accepted;
  const char *field; /* of the first fault, warnings included, or NULL when there is none */
} Row;

static const Row rows[] = {
  { "the jury of the fiche is accepted", FI, 5, 2, 3, 0, 0, SCHOOL, FIVE, FALSE, TRUE, NULL },
  { "functions are matched without case or accents", FI, 5, 2, 3, 0, 0, SCHOOL,
    "iMp=DIRECTEUR_DES_PROGRAMMES iF=directeur eF eM eF", FALSE, TRUE, NULL },
  { "a directrice sits where the fiche says directeur", FI, 5, 2, 3, 0, 0, SCHOOL,
    "iFp=Directrice_des_programmes iM=Directeur eF eM eF", FALSE, TRUE, NULL },
  { "four members are one too few", FI, 5, 2, 0, 0, 0, "", "iMp iF eF eM", FALSE, FALSE, "members" },
  { "six members are one too many", FI, 5, 2, 0, 0, 0, "", "iMp iF eF eM eF eM", FALSE, FALSE, "members" },
  { "no member at all is refused", FI, 5, 0, 0, 0, 0, "", "", FALSE, FALSE, "members" },
  { "any number will do when the rule says none", FI, 0, 0, 0, 0, 0, "", "iMp eF", FALSE, TRUE, NULL },
  { "one internal member too many is refused", FI, 5, 2, 0, 0, 0, "", "iMp iF iM eF eM", FALSE, FALSE, "internal" },
  { "one external member too few is refused", FI, 5, 0, 3, 0, 0, "", "iMp iF iM eF eM", FALSE, FALSE, "external" },
  { "a missing function is refused", FI, 5, 2, 3, 0, 0, SCHOOL, "iMp=Directeur_des_programmes iF=Enseignante eF eM eF", FALSE,
    FALSE, "function" },
  { "one person does not hold two functions", FI, 2, 0, 0, 0, 0, "Directeur|Directeur", "iMp=Directeur eF", FALSE, FALSE,
    "function" },
  { "a longer function is another function", FI, 2, 0, 0, 0, 0, "Directeur", "iMp=Directeur_commercial eF", FALSE, FALSE,
    "function" },
  { "a jury without a president is refused", FI, 2, 0, 0, 0, 0, "", "iM eF", FALSE, FALSE, "president" },
  { "two presidents are refused", FI, 2, 0, 0, 0, 0, "", "iMp eFp", FALSE, FALSE, "president" },
  { "the same name and employer twice is refused", FI, 2, 0, 0, 0, 0, "", "iMp@Dupont eF@DUPONT", FALSE, FALSE, NULL },
  { "a mandate that ended the day before is refused", FI, 2, 0, 0, 0, 0, "", "iMp<2026-11-21 eF", FALSE, FALSE, "mandate" },
  { "a mandate that ends on the day is accepted", FI, 2, 0, 0, 0, 0, "", "iMp<2026-11-22 eF", FALSE, TRUE, NULL },
  { "a mandate that begins the day after is refused", FI, 2, 0, 0, 0, 0, "", "iMp>2026-11-23 eF", FALSE, FALSE, "mandate" },
  { "a mandate that begins on the day is accepted", FI, 2, 0, 0, 0, 0, "", "iMp>2026-11-22 eF", FALSE, TRUE, NULL },
  /* VAE: D6412-6 */
  { "a VAE jury of two with a professional is accepted", VAE, 0, 0, 0, 0, 0, "", "iMp eF", FALSE, TRUE, NULL },
  { "a VAE jury of one is refused", VAE, 0, 0, 0, 0, 0, "", "eFp", FALSE, FALSE, "members" },
  { "a VAE jury without a professional is refused", VAE, 0, 0, 0, 0, 0, "", "iMp iF", FALSE, FALSE, "qualified" },
  { "a plan can ask for more professionals than the law", VAE, 0, 0, 0, 0, 2, "", "iMp eF", FALSE, FALSE, "qualified" },
  { "a VAE jury needs its president", VAE, 0, 0, 0, 0, 0, "", "iM eF", FALSE, FALSE, "president" },
  { "other routes may sit alone when the plan says nothing", FI, 0, 0, 0, 0, 0, "", "eFp", FALSE, TRUE, NULL },
  /* Presence */
  { "everybody present opens", FI, 5, 2, 3, 0, 0, SCHOOL, FIVE, TRUE, TRUE, NULL },
  { "without a quorum one absent member stops the opening", FI, 5, 2, 3, 0, 0, "", "iMp iF eF eM eF!", TRUE, FALSE, "quorum" },
  { "a quorum lets the session open without everybody", FI, 5, 2, 3, 3, 0, "", "iMp iF eF eM eF!", TRUE, TRUE, "external" },
  { "one less than the quorum does not open", FI, 5, 0, 0, 3, 0, "", "iMp iF! eF eM! eF!", TRUE, FALSE, "quorum" },
  { "an absent president does not open", FI, 3, 0, 0, 2, 0, "", "iMp! iF eM", TRUE, FALSE, "president" },
  { "the mandate of an absent member does not matter", FI, 3, 0, 0, 2, 0, "", "iMp eF iF!<2020-01-01", TRUE, TRUE, NULL },
  { "a VAE jury of two opens with two", VAE, 2, 0, 0, 1, 0, "", "iMp eF!", TRUE, FALSE, "members" },
  { "without a number in the rule everybody convened must be present", FI, 0, 0, 0, 0, 0, "", "iMp eF eM!", TRUE, FALSE,
    "quorum" },
  /* Warnings */
  { "five men are accepted with a warning", FI, 5, 0, 0, 0, 0, "", "iMp iM eM eM eM", FALSE, TRUE, "sex" },
  { "one woman in five is a warning", FI, 5, 0, 0, 0, 0, "", "iMp iM eM eM eF", FALSE, TRUE, "sex" },
  { "two women in five are balanced", FI, 5, 0, 0, 0, 0, "", "iMp iM eM eF eF", FALSE, TRUE, NULL },
  { "two men are a warning", FI, 2, 0, 0, 0, 0, "", "iMp eM", FALSE, TRUE, "sex" },
  { "an unknown sex is given the benefit of the doubt", FI, 2, 0, 0, 0, 0, "", "iMp e?", FALSE, TRUE, NULL },
  { "a jury without professionals is only warned about", FI, 2, 0, 0, 0, 0, "", "iMp iF", FALSE, TRUE, "external" },
  { "a quarter of professionals needs no warning", FI, 4, 0, 0, 0, 0, "", "iMp iF iM eF", FALSE, TRUE, NULL },
  /* Alternates when the jury is convened */
  { "alternates are not counted among the members", FI, 5, 2, 3, 0, 0, SCHOOL, FIVE " eFa eMa", FALSE, TRUE, NULL },
  { "an alternate does not make up the number", FI, 3, 0, 0, 0, 0, "", "iMp eF eMa", FALSE, FALSE, "members" },
  { "an alternate is not one of the external members", FI, 3, 0, 1, 0, 0, "", "iMp iF iM eFa", FALSE, FALSE, "external" },
  { "an alternate is not one of the internal members", FI, 3, 1, 2, 0, 0, "", "eMp eF eM iFa", FALSE, FALSE, "internal" },
  { "an alternate holds no function when the jury is convened", FI, 2, 0, 0, 0, 0, "Directeur", "iMp eF iFa=Directeur", FALSE, FALSE,
    "function" },
  { "an alternate is not the qualified member of a VAE jury", VAE, 0, 0, 0, 0, 0, "", "iMp iF eMa", FALSE, FALSE, "qualified" },
  { "an alternate does not make a VAE jury of two", VAE, 0, 0, 0, 0, 0, "", "eFp eMa", FALSE, FALSE, "members" },
  { "an alternate does not balance women and men", FI, 2, 0, 0, 0, 0, "", "iMp eM eFa", FALSE, TRUE, "sex" },
  { "an alternate who is named president is not the president", FI, 2, 0, 0, 0, 0, "", "iM eF eFap", FALSE, FALSE, "president" },
  { "an alternate named president beside the president is accepted", FI, 2, 0, 0, 0, 0, "", "iMp eF eFap", FALSE, TRUE, NULL },
  { "an alternate needs a mandate", FI, 2, 0, 0, 0, 0, "", "iMp eF eMa<2026-11-21", FALSE, FALSE, "mandate" },
  { "nobody is titular and alternate at once", FI, 2, 0, 0, 0, 0, "", "iMp eF@Dupont eFa@DUPONT", FALSE, FALSE, NULL },
  { "an alternate who can replace nobody is warned about", FI, 2, 0, 0, 0, 0, "", "eMp eF iMa", FALSE, TRUE, "alternate" },
  { "an alternate without the function can replace nobody who holds it", FI, 2, 0, 0, 0, 0, "Directeur", "iMp=Directeur eF iFa", FALSE, TRUE,
    "alternate" },
  { "an alternate with the function can replace who holds it", FI, 2, 0, 0, 0, 0, "Directeur", "iMp=Directeur eF iFa=Directrice", FALSE,
    TRUE, NULL },
  { "a function that the rule does not ask for binds no alternate", FI, 2, 0, 0, 0, 0, "", "iMp=Directeur eF iFa", FALSE, TRUE, NULL },
  /* Alternates at the opening */
  { "an external alternate sits for an external member", FI, 5, 2, 3, 0, 0, "", "iMp iF eF! eM eF eFa", TRUE, TRUE, NULL },
  { "an internal alternate sits for an internal member", FI, 5, 2, 3, 0, 0, "", "iMp iF! eF eM eF iFa", TRUE, TRUE, NULL },
  { "an internal alternate does not sit for an external member", FI, 5, 2, 3, 0, 0, "", "iMp iF eF! eM eF iFa", TRUE, FALSE, "quorum" },
  { "an external alternate does not sit for an internal member", FI, 5, 2, 3, 0, 0, "", "iMp iF! eF eM eF eMa", TRUE, FALSE, "quorum" },
  { "one alternate fills one seat", FI, 5, 2, 3, 0, 0, "", "iMp iF eF! eM! eF eFa", TRUE, FALSE, "quorum" },
  { "two alternates fill two seats", FI, 5, 2, 3, 0, 0, "", "iMp iF eF! eM! eF eFa eMa", TRUE, TRUE, NULL },
  { "an alternate who is absent fills no seat", FI, 5, 2, 3, 0, 0, "", "iMp iF eF! eM eF eFa!", TRUE, FALSE, "quorum" },
  { "an alternate who is absent is missed by nobody", FI, 5, 2, 3, 0, 0, "", "iMp iF eF eM eF eFa!", TRUE, TRUE, NULL },
  { "an alternate beside a full jury is told to have no seat", FI, 5, 2, 3, 0, 0, "", "iMp iF eF eM eF eFa", TRUE, TRUE, "alternate" },
  { "the quorum is reached by an alternate", FI, 5, 2, 3, 4, 0, "", "iMp iF eF! eM! eF eFa", TRUE, TRUE, "external" },
  { "a full jury with an alternate in excess does not make a quorum", FI, 5, 0, 0, 4, 0, "", "iMp iF! eF! eF eFa eMa eMa", TRUE, FALSE,
    "quorum" },
  { "a required function is filled by who holds it", FI, 3, 0, 0, 0, 0, "Directeur", "iM!=Directeur eFp eM iFa=Directrice", TRUE, TRUE, NULL },
  { "a required function is not filled by another", FI, 3, 0, 0, 0, 0, "Directeur", "iM!=Directeur eFp eM iFa=Enseignante", TRUE, FALSE,
    "quorum" },
  { "with a quorum an empty seat is a warning", FI, 3, 0, 0, 2, 0, "Directeur", "iM!=Directeur eFp eM iFa=Enseignante", TRUE, TRUE,
    "function" },
  { "who holds a required function is kept for its seat", FI, 4, 0, 0, 0, 0, "Directeur", "iF! iM!=Directeur eFp eM iFa=Directrice iMa",
    TRUE, TRUE, NULL },
  { "an alternate presides where the president is away", FI, 3, 0, 0, 0, 0, "", "iMp! eF eM iFap", TRUE, TRUE, NULL },
  { "an alternate named president does not preside beside the president", FI, 3, 0, 0, 0, 0, "", "iMp eF! eM eFap", TRUE, TRUE, NULL },
  { "without a president named among those who sit the session does not open", FI, 3, 0, 0, 0, 0, "", "iMp! eF eM iFa", TRUE, FALSE,
    "president" },
  { "the mandate of an alternate who sits matters", FI, 3, 0, 0, 0, 0, "", "iMp eF! eM eFa<2026-11-21", TRUE, FALSE, "mandate" },
  { "the mandate of an alternate without a seat does not matter", FI, 3, 0, 0, 0, 0, "", "iMp eF eM eFa<2026-11-21", TRUE, TRUE,
    "alternate" },
  { "an alternate in the seat balances women and men", FI, 2, 0, 0, 0, 0, "", "iMp eM! eFa", TRUE, TRUE, NULL },
  { "an alternate makes the qualified member of a VAE jury", VAE, 0, 0, 0, 0, 0, "", "iMp eF! eMa", TRUE, TRUE, "sex" },
  { "without a number in the rule the titular members make the quorum", FI, 0, 0, 0, 0, 0, "", "iMp eF eMa!", TRUE, TRUE, NULL },
};

static SceauJuryMember *
read_member (const char *text, guint index)
{
  SceauJuror *juror = sceau_juror_new ();
  SceauJuryMember *member = sceau_jury_member_new (juror);
  const char *rest = text + 2;

  juror->internal = text[0] == 'i';
  juror->sex = text[1] == 'F' ? SCEAU_SEX_FEMALE : text[1] == 'M' ? SCEAU_SEX_MALE : SCEAU_SEX_UNKNOWN;
  juror->name = g_strdup_printf ("Membre %u", index);
  juror->employer = g_strdup ("Exemple SA");
  member->present = TRUE;
  for (; *rest == 'p' || *rest == '!' || *rest == 'a'; rest++)
    {
      member->alternate = member->alternate || *rest == 'a';
      member->president = member->president || *rest == 'p';
      member->present = member->present && *rest != '!';
    }
  if (*rest == '=')
    juror->function = g_strdelimit (g_strdup (rest + 1), "_", ' ');
  else if (*rest == '@')
    {
      g_free (juror->name);
      juror->name = g_strdup (rest + 1);
    }
  else if (*rest == '<')
    g_assert_true (sceau_date_parse_iso (rest + 1, &juror->mandate_end));
  else if (*rest == '>')
    g_assert_true (sceau_date_parse_iso (rest + 1, &juror->mandate_start));
  return member;
}

static GPtrArray *
read_jury (const char *text)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_jury_member_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    g_ptr_array_add (members, read_member (*word, members->len));
  return members;
}

static SceauJuryRule *
make_rule (const Row *row)
{
  SceauJuryRule *rule = sceau_jury_rule_new (row->route);
  g_auto (GStrv) functions = g_strsplit (row->functions, "|", -1);

  rule->members = row->members;
  rule->internal = row->internal;
  rule->external = row->external;
  rule->quorum = row->quorum;
  rule->qualified = row->qualified;
  for (char **function = functions; *function != NULL && **function != '\0'; function++)
    g_ptr_array_add (rule->functions, g_strdup (*function));
  return rule;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) members = read_jury (row->jury);
  g_autoptr (SceauJuryRule) rule = make_rule (row);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  gboolean accepted = sceau_jury_check_composition (members, rule, sceau_date_new (2026, 11, 22), row->present_only, faults);

  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      g_autofree char *said = sceau_fault_to_string (sceau_faults_get (faults, i));

      g_test_message ("%s", said);
    }
  g_assert_cmpint (accepted, ==, row->accepted);
  g_assert_cmpint (accepted, ==, sceau_faults_count_errors (faults) == 0);
  if (row->field != NULL)
    g_assert_cmpstr (sceau_faults_get (faults, 0)->field, ==, row->field);
  else if (accepted)
    g_assert_cmpuint (sceau_faults_length (faults), ==, 0);
}

static void
test_same_id (void)
{
  g_autoptr (GPtrArray) members = read_jury ("iMp@Martin eF@Durand");
  g_autoptr (SceauJuryRule) rule = sceau_jury_rule_new (FI);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  ((SceauJuryMember *) g_ptr_array_index (members, 0))->juror->id = 4;
  ((SceauJuryMember *) g_ptr_array_index (members, 1))->juror->id = 4;
  g_assert_false (sceau_jury_check_composition (members, rule, sceau_date_new (2026, 11, 22), FALSE, faults));
  g_assert_cmpstr (sceau_faults_get (faults, 0)->place, ==, "Durand");
}

/* Who decides, in the order of the seats. */
static void
test_seated (void)
{
  g_autoptr (GPtrArray) members = read_jury ("iMp@Un eF!@Deux eM@Trois eFa@Quatre eMa@Cinq");
  g_autoptr (GPtrArray) seated = sceau_jury_list_seated (members, NULL);

  g_assert_cmpuint (sceau_jury_count_titular (members), ==, 3);
  g_assert_cmpuint (seated->len, ==, 3);
  g_assert_cmpstr (((SceauJuryMember *) g_ptr_array_index (seated, 0))->juror->name, ==, "Un");
  g_assert_cmpstr (((SceauJuryMember *) g_ptr_array_index (seated, 1))->juror->name, ==, "Quatre");
  g_assert_cmpstr (((SceauJuryMember *) g_ptr_array_index (seated, 2))->juror->name, ==, "Trois");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ROWS_ADD ("composition", rows, test_row);
  g_test_add_func ("/core/composition/one-juror-sits-once", test_same_id);
  g_test_add_func ("/core/composition/who-sits-in-whose-place", test_seated);
  return g_test_run ();
}
