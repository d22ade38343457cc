/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-learner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-id-private.h"
#include "sceau-text.h"

/* FORMATS §1.2: the CDC takes 1 to 60 characters in every name. */
#define NAME_LENGTH 60
#define FIRST_BIRTH_YEAR 1900
#define LEAST_AGE 14

/* FORMATS §6: a commune of metropolitan France, Corsica or overseas, or a country as 99xxx. */
#define COMMUNE_PATTERN "^((0[1-9]|[1-8][0-9]|9[0-5]|2[AB])[0-9]{3}|9[789][0-9]{3})$"

static const char *const sex_ids[] = { "", "F", "M" };

static const SceauSynonym sex_words[] = {
  { "f", SCEAU_SEX_FEMALE },     { "femme", SCEAU_SEX_FEMALE },   { "feminin", SCEAU_SEX_FEMALE },
  { "mme", SCEAU_SEX_FEMALE },   { "madame", SCEAU_SEX_FEMALE },  { "2", SCEAU_SEX_FEMALE },
  { "m", SCEAU_SEX_MALE },       { "h", SCEAU_SEX_MALE },         { "homme", SCEAU_SEX_MALE },
  { "masculin", SCEAU_SEX_MALE }, { "mr", SCEAU_SEX_MALE },       { "monsieur", SCEAU_SEX_MALE },
  { "1", SCEAU_SEX_MALE },       { NULL, 0 },
};

SceauLearner *
sceau_learner_new (void)
{
  return g_new0 (SceauLearner, 1);
}

void
sceau_learner_free (SceauLearner *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->birth_name);
  g_free (self->usage_name);
  g_free (self->first_name);
  g_free (self->other_names);
  g_free (self->birth_commune);
  g_free (self->birth_place);
  g_free (self->birth_country);
  g_free (self->email);
  g_free (self);
}

SceauLearner *
sceau_learner_copy (const SceauLearner *self)
{
  SceauLearner *copy = sceau_learner_new ();

  *copy = *self;
  copy->number = g_strdup (self->number);
  copy->birth_name = g_strdup (self->birth_name);
  copy->usage_name = g_strdup (self->usage_name);
  copy->first_name = g_strdup (self->first_name);
  copy->other_names = g_strdup (self->other_names);
  copy->birth_commune = g_strdup (self->birth_commune);
  copy->birth_place = g_strdup (self->birth_place);
  copy->birth_country = g_strdup (self->birth_country);
  copy->email = g_strdup (self->email);
  return copy;
}

char *
sceau_learner_sorted_name (const SceauLearner *self)
{
  g_autofree char *name = sceau_text_upper (self->birth_name);

  return g_strstrip (g_strdup_printf ("%s %s", name, self->first_name != NULL ? self->first_name : ""));
}

char *
sceau_learner_full_name (const SceauLearner *self)
{
  g_autofree char *name = sceau_text_upper (self->birth_name);

  return g_strstrip (g_strdup_printf ("%s %s", self->first_name != NULL ? self->first_name : "", name));
}

static void
add_error (SceauFaults *faults, int line, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, field, value, reason, remedy);
}

/* FALSE with a fault when there is in @text what may not enter. */
static gboolean
check_characters (const char *text, const char *field, int line, SceauFaults *faults)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  if (sceau_text_check (text, SCEAU_TEXT_LINE, &reason, &remedy))
    return TRUE;
  add_error (faults, line, field, text, reason, remedy);
  return FALSE;
}

static void
check_name (const char *name, gboolean required, const char *field, int line, SceauFaults *faults)
{
  g_autofree char *trimmed = NULL;

  if (name != NULL && !g_utf8_validate (name, -1, NULL))
    {
      add_error (faults, line, field, name, _("The name is not text in UTF-8."), _("Save the file as UTF-8."));
      return;
    }
  trimmed = sceau_text_normalise (name);
  if (trimmed == NULL)
    {
      if (required)
        add_error (faults, line, field, name, _("The name is missing."),
                   _("Give it as it stands on the identity document."));
      return;
    }
  if (g_utf8_strlen (trimmed, -1) > NAME_LENGTH)
    add_error (faults, line, field, name, _("The name has more than 60 characters."),
               _("Shorten it to what the identity document shows."));
  else
    check_characters (trimmed, field, line, faults);
}

/* Second and third names, each of which has its own element in the declaration. */
static void
check_other_names (const SceauLearner *self, int line, SceauFaults *faults)
{
  g_auto (GStrv) names = g_strsplit (self->other_names != NULL ? self->other_names : "", ",", -1);

  for (char **name = names; *name != NULL; name++)
    check_name (*name, FALSE, "other_names", line, faults);
}

static void
check_birth_date (const SceauLearner *self, int line, SceauFaults *faults)
{
  g_autofree char *shown = sceau_date_format_french (self->birth_date);

  if (self->birth_date == SCEAU_NO_DATE)
    add_error (faults, line, "birth_date", NULL, _("The birth date is missing."),
               _("Give it as day/month/year, for example 07/03/1994."));
  else if (sceau_date_year (self->birth_date) < FIRST_BIRTH_YEAR)
    add_error (faults, line, "birth_date", shown, _("The birth date lies before 1900."), _("Check the year."));
  else if (self->birth_date > sceau_date_add_years (sceau_date_today (), -LEAST_AGE))
    add_error (faults, line, "birth_date", shown, _("The birth date makes the learner younger than fourteen."),
               _("Check the year."));
}

static void
check_birth_place (const SceauLearner *self, int line, SceauFaults *faults)
{
  g_autofree char *commune = sceau_text_normalise (self->birth_commune);
  g_autofree char *place = sceau_text_normalise (self->birth_place);

  check_characters (place, "birth_place", line, faults);
  check_characters (self->birth_country, "birth_country", line, faults);
  if (commune == NULL)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, line, 0, "birth_commune", NULL,
                      _("Without the commune of birth the Caisse des Dépôts often cannot recognise the person."),
                      _("Give its INSEE code, for example 31555, or 99 and the country's code for a birth abroad."));
  else if (!g_regex_match_simple (COMMUNE_PATTERN, commune, G_REGEX_DOLLAR_ENDONLY, 0))
    add_error (faults, line, "birth_commune", commune, _("This is not the INSEE code of a commune or country."),
               _("Give the five characters of the INSEE code (not the postcode), for example 31555, 2A004 or 99109."));
  else if (g_str_has_prefix (commune, "99") && place == NULL)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, line, 0, "birth_place", NULL,
                      _("The town of a birth abroad is missing."),
                      _("Give the name of the town, as it stands on the identity document."));
}

/* Numbers go into names of files and into spreadsheets, which run what begins like a formula. */
static void
check_number (const SceauLearner *self, int line, SceauFaults *faults)
{
  g_autofree char *number = NULL;

  if (self->number != NULL && !g_utf8_validate (self->number, -1, NULL))
    {
      add_error (faults, line, "number", self->number, _("The learner’s number is not text in UTF-8."), _("Save the file as UTF-8."));
      return;
    }
  number = sceau_text_normalise (self->number);
  if (number == NULL)
    add_error (faults, line, "number", self->number, _("The learner's number is missing."),
               _("Give the number that the school uses for this person."));
  else if (!check_characters (number, "number", line, faults))
    return;
  else if (strpbrk (number, "/\\") != NULL)
    add_error (faults, line, "number", number, _("The learner’s number contains “/” or “\\”, which cannot stand in the name of a file."),
               _("Write “-” instead, for example 2026-014."));
  else if (strchr ("=+-@", *number) != NULL)
    add_error (faults, line, "number", number, _("The learner’s number begins with “=”, “+”, “-” or “@”, which a spreadsheet takes for a formula."),
               _("Begin it with a letter or a digit, for example 2026-014."));
}

gboolean
sceau_learner_check (const SceauLearner *self, int line, SceauFaults *faults)
{
  guint n_before = sceau_faults_count_errors (faults);

  check_number (self, line, faults);
  check_name (self->birth_name, TRUE, "birth_name", line, faults);
  check_name (self->first_name, TRUE, "first_name", line, faults);
  check_name (self->usage_name, FALSE, "usage_name", line, faults);
  check_other_names (self, line, faults);
  if (self->sex == SCEAU_SEX_UNKNOWN)
    add_error (faults, line, "sex", NULL, _("The sex is missing."), _("Give F or M, as in the civil status."));
  check_birth_date (self, line, faults);
  check_birth_place (self, line, faults);
  check_characters (self->email, "email", line, faults);
  return sceau_faults_count_errors (faults) == n_before;
}

const char *
sceau_sex_to_id (SceauSex sex)
{
  return sceau_id_get (sex_ids, G_N_ELEMENTS (sex_ids), sex);
}

gboolean
sceau_sex_from_text (const char *text, SceauSex *sex)
{
  int found = sceau_synonym_find (sex_words, text);

  if (found < 0)
    return FALSE;
  *sex = (SceauSex) found;
  return TRUE;
}
