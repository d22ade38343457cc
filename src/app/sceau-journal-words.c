/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-journal-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *title;
} Word;

static const Word verbs[] = {
  { "school.found", N_("School founded") },
  { "school.edit", N_("School edited") },
  { "survey.record", N_("Survey answers recorded") },
};

static const Word nouns[] = {
  { "school", N_("School") },
  { "certification", N_("Certification") },
  { "cohort", N_("Cohort") },
  { "learner", N_("Learner") },
};

static const char *
find_title (const Word *words, guint n_words, const char *id, gsize length)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i].id) == length && strncmp (words[i].id, id, length) == 0)
      return _(words[i].title);
  return NULL;
}

const char *
sceau_journal_verb_title (const char *verb)
{
  const char *title = find_title (verbs, G_N_ELEMENTS (verbs), verb, strlen (verb));

  return title != NULL ? title : verb;
}

char *
sceau_journal_subject_title (const char *subject)
{
  gsize length = strcspn (subject, " ");
  const char *title = find_title (nouns, G_N_ELEMENTS (nouns), subject, length);

  return title != NULL ? g_strconcat (title, subject + length, NULL) : g_strdup (subject);
}

char *
sceau_journal_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup (at);
}
