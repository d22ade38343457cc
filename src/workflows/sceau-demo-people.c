/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-demo-private.h"

#include "sceau-text.h"

/* Names as they come in French schools, with the letters that mail merges lose. */
static const struct
{
  const char *name;
  SceauSex sex;
} first_names[] = {
  { "Zoé", SCEAU_SEX_FEMALE },      { "Noël", SCEAU_SEX_MALE },       { "Maëlys", SCEAU_SEX_FEMALE },
  { "Łukasz", SCEAU_SEX_MALE },     { "Anne-Sophie", SCEAU_SEX_FEMALE }, { "Gaël", SCEAU_SEX_MALE },
  { "Inès", SCEAU_SEX_FEMALE },     { "François", SCEAU_SEX_MALE },   { "Chloé", SCEAU_SEX_FEMALE },
  { "Jérôme", SCEAU_SEX_MALE },     { "Clémence", SCEAU_SEX_FEMALE }, { "Yacine", SCEAU_SEX_MALE },
  { "Őrsi", SCEAU_SEX_FEMALE },     { "Raphaël", SCEAU_SEX_MALE },    { "Aïcha", SCEAU_SEX_FEMALE },
  { "Théo", SCEAU_SEX_MALE },       { "Léonie", SCEAU_SEX_FEMALE },   { "Mathéo", SCEAU_SEX_MALE },
  { "Salomé", SCEAU_SEX_FEMALE },   { "Håkon", SCEAU_SEX_MALE },      { "Agnès", SCEAU_SEX_FEMALE },
  { "Loïc", SCEAU_SEX_MALE },       { "Fatoumata", SCEAU_SEX_FEMALE }, { "Stéphane", SCEAU_SEX_MALE },
  { "Hélène", SCEAU_SEX_FEMALE },   { "Çağlar", SCEAU_SEX_MALE },     { "Noémie", SCEAU_SEX_FEMALE },
  { "Benoît", SCEAU_SEX_MALE },     { "Mélissandre", SCEAU_SEX_FEMALE }, { "Thibault", SCEAU_SEX_MALE },
};

static const char *const birth_names[] = {
  "Lefèvre",    "d’Œuvray",   "Nguyễn",      "Béranger",   "Ñandutí",   "Le Goff",     "Kowalczyk", "Fauré-Delmas",
  "Saint-Cœur", "Mbaye",      "Szabó",       "Garçon",     "L’Hermite", "Dubreuil",    "Özdemir",   "Castelnau",
  "Rouvière",   "Vandenberg", "Étchegaray",  "Moulinié",   "Haïdara",   "Perrotin",    "Wójcik",    "De la Fontenelle",
  "Traoré",     "Guéguen",    "Bonnœil",     "Larroque",   "Abdallah",  "Chassagne",   "Jürgens",   "Marchetti",
  "Pélissier",  "Rakotomanana", "Sauvêtre",  "Tardieu",    "Vuillemin", "Yılmaz",      "Zieliński", "Brémond",
  "Cœurdevey",  "Delacroix",  "Estève",
};

static const struct
{
  const char *code;
  const char *place;
  const char *country; /* NULL: France */
} birth_places[] = {
  { "59350", "Lille", NULL },        { "31555", "Toulouse", NULL },   { "62041", "Arras", NULL },
  { "75115", "Paris 15e Arrondissement", NULL }, { "35238", "Rennes", NULL }, { "2A004", "Ajaccio", NULL },
  { "97411", "Saint-Denis", NULL },  { "67482", "Strasbourg", NULL }, { "59178", "Douai", NULL },
  { "99109", "Berlin", "Allemagne" }, { "33063", "Bordeaux", NULL },  { "99350", "Rabat", "Maroc" },
  { "01053", "Bourg-en-Bresse", NULL }, { "44109", "Nantes", NULL },  { "99122", "Wrocław", "Pologne" },
  { "59512", "Roubaix", NULL },      { "69383", "Lyon 3e Arrondissement", NULL }, { "99352", "Oran", "Algérie" },
};

static const char *const companies[] = {
  "Nordécran (entreprise fictive)",         "Hôpital de Sainte-Aube (établissement fictif)",
  "Ferrolis Industrie (entreprise fictive)", "Banque du Littoral (entreprise fictive)",
  "Métropole de Valbourg (collectivité fictive)", "Kelvia Conseil (entreprise fictive)",
};

void
sceau_demo_person_free (SceauDemoPerson *self)
{
  sceau_learner_free (self->learner);
  g_free (self);
}

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

/* "zoe.lefevre" for the address: ASCII only, as such addresses are. */
static char *
address_of (const SceauLearner *learner)
{
  g_autofree char *first = sceau_text_fold (learner->first_name);
  g_autofree char *last = sceau_text_fold (learner->birth_name);
  g_autofree char *local = g_strdup_printf ("%s.%s", first, last);
  g_autofree char *ascii = g_str_to_ascii (local, "fr");

  g_strdelimit (ascii, " '?", '-');
  return g_strdup_printf ("%s@apprenant.example", ascii);
}

static SceauLearner *
invent_learner (const SceauDemoCast *cast, guint rank, GRand *random)
{
  SceauLearner *learner = sceau_learner_new ();
  guint first = pick (random, G_N_ELEMENTS (first_names));
  guint place = pick (random, G_N_ELEMENTS (birth_places));

  learner->number = g_strdup_printf ("%s%04u", cast->prefix, rank + 1);
  learner->sex = first_names[first].sex;
  learner->first_name = g_strdup (first_names[first].name);
  learner->birth_name = g_strdup (birth_names[pick (random, G_N_ELEMENTS (birth_names))]);
  if (learner->sex == SCEAU_SEX_FEMALE && pick (random, 6) == 0)
    learner->usage_name = g_strdup (birth_names[pick (random, G_N_ELEMENTS (birth_names))]);
  if (pick (random, 3) == 0)
    learner->other_names = g_strdup (first_names[(first + 2) % G_N_ELEMENTS (first_names)].name);
  learner->birth_date = sceau_date_new (1978, 1, 1) + pick (random, 365 * 24);
  learner->birth_commune = g_strdup (birth_places[place].code);
  learner->birth_place = g_strdup (birth_places[place].place);
  learner->birth_country = g_strdup (birth_places[place].country);
  learner->email = address_of (learner);
  return learner;
}

static SceauRoute
route_of (const SceauDemoCast *cast, SceauDemoStory story, guint rank)
{
  if (story == SCEAU_DEMO_VAE_PARTIAL || story == SCEAU_DEMO_VAE_FULL)
    return SCEAU_ROUTE_VAE;
  return cast->routes[rank % cast->n_routes];
}

static void
set_company_period (SceauDemoPerson *person, const SceauDemoCast *cast, guint rank)
{
  int months = person->story == SCEAU_DEMO_SHORT_PERIOD ? 3 : 4 + (int) (rank % 2);

  if (!cast->company || person->route == SCEAU_ROUTE_VAE || person->story == SCEAU_DEMO_ABSENT)
    return;
  /* One candidate works where a juror does, so that a recusal shows. */
  person->company = person->story == SCEAU_DEMO_RETAKE_PASSED && rank < SCEAU_N_DEMO_STORIES
                      ? "Sentinelle du Nord (entreprise fictive)"
                      : companies[rank % G_N_ELEMENTS (companies)];
  person->company_start = sceau_date_add_months (cast->start, 1);
  person->company_end = sceau_date_add_months (person->company_start, months) - 1;
}

/* Derogations go to the last of the cohort: the stories stand at its head and stay readable. */
static SceauAdmission
admission_of (const SceauDemoCast *cast, guint rank)
{
  guint from_end = cast->n - 1 - rank;

  if (from_end < (guint) cast->derogations_a)
    return SCEAU_ADMISSION_DEROGATION_A;
  if (from_end < (guint) (cast->derogations_a + cast->derogations_b))
    return SCEAU_ADMISSION_DEROGATION_B;
  return SCEAU_ADMISSION_NORMAL;
}

/* The first people each live one story, so that each is there; of the others, one in eight meets a retake. */
static SceauDemoStory
story_of (const SceauDemoCast *cast, guint rank, GRand *random)
{
  guint chance = pick (random, 24);

  if (!cast->stories)
    return SCEAU_DEMO_ORDINARY;
  if (rank + 1 < SCEAU_N_DEMO_STORIES)
    return (SceauDemoStory) (rank + 1);
  return chance < 2 ? SCEAU_DEMO_RETAKE_PASSED : chance < 3 ? SCEAU_DEMO_RETAKE_FAILED : SCEAU_DEMO_ORDINARY;
}

/* Whose marks for the collective modality and for that with a grid are values that pass. */
static gboolean
works_in_group (const SceauDemoPerson *person)
{
  return person->story == SCEAU_DEMO_ORDINARY || person->story == SCEAU_DEMO_THESIS_EXCUSED
         || person->story == SCEAU_DEMO_NEAR_MISS || person->story == SCEAU_DEMO_SHORT_PERIOD;
}

/* Two groups of three, among the first who can. */
static void
form_groups (GPtrArray *people)
{
  static const char *const groups[] = { "Groupe A", "Groupe B" };
  const guint members = 3;
  guint n = 0;

  for (guint i = 0; i < people->len && n < members * G_N_ELEMENTS (groups); i++)
    {
      SceauDemoPerson *person = g_ptr_array_index (people, i);

      if (!works_in_group (person))
        continue;
      person->group = groups[n++ / members];
      person->graded = TRUE;
    }
}

GPtrArray *
sceau_demo_cast_people (const SceauDemoCast *cast, GRand *random)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_demo_person_free);

  for (guint rank = 0; rank < cast->n; rank++)
    {
      SceauDemoPerson *person = g_new0 (SceauDemoPerson, 1);

      person->story = story_of (cast, rank, random);
      person->learner = invent_learner (cast, rank, random);
      person->route = route_of (cast, person->story, rank);
      person->admission = admission_of (cast, rank);
      person->skill = 1250 + g_rand_int_range (random, 0, 500);
      set_company_period (person, cast, rank);
      person->exception = rank + 1 == cast->n ? cast->exception : NULL;
      g_ptr_array_add (people, person);
    }
  if (cast->stories)
    form_groups (people);
  return people;
}
