/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-journal-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *title;
} Word;

#define COHORT "cohort "

static const Word verbs[] = {
  { "attestation.issue", N_("Block attestation issued") },
  { "block.acquire", N_("Acquired block recorded") },
  { "block.annul", N_("Acquired block annulled") },
  { "certificate.duplicate", N_("Duplicate issued") },
  { "certificate.issue", N_("Certificates issued") },
  { "certificate.revoke", N_("Certificate revoked") },
  { "cohort.open", N_("Cohort opened") },
  { "fiche.import", N_("Fiche imported") },
  { "juror.add", N_("Juror added") },
  { "jury.accept", N_("Proposals accepted") },
  { "jury.convene", N_("Jury convened") },
  { "jury.decide", N_("Decision taken") },
  { "jury.open", N_("Jury opened") },
  { "jury.plan", N_("Jury planned") },
  { "jury.propose", N_("Decisions proposed") },
  { "jury.rectify", N_("Decision rectified") },
  { "jury.seal", N_("Jury sealed") },
  { "journal.anchor", N_("Journal anchored") },
  { "key.create", N_("Signing key made") },
  { "key.rotate", N_("Signing key replaced") },
  { "learner.edit", N_("Learner edited") },
  { "learner.enrol", N_("Learners enrolled") },
  { "learner.withdraw", N_("Learner withdrawn") },
  { "mandate.record", N_("Mandate recorded") },
  { "plan.replace", N_("Evaluation plan replaced") },
  { "result.record", N_("Results recorded") },
  { "school.edit", N_("School edited") },
  { "school.found", N_("School founded") },
  { "survey.record", N_("Survey answers recorded") },
};

static const Word nouns[] = {
  { "block", N_("Block") },
  { "certificate", N_("Certificate") },
  { "certificates", N_("Certificates") },
  { "certification", N_("Certification") },
  { "fiche", N_("Fiche") },
  { "juror", N_("Juror") },
  { "jury", N_("Jury") },
  { "learner", N_("Learner") },
  { "mandate", N_("Mandate") },
  { "plan", N_("Evaluation plan") },
  { "result", N_("Result") },
  { "school", N_("School") },
  { "survey", N_("Survey") },
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

/* "attempt 2" → "passage 2", "12 learners" → "12 apprenants": what follows a comma. */
static char *
translate_detail (const char *detail)
{
  guint number;

  if (sscanf (detail, "attempt %u", &number) == 1)
    return g_strdup_printf (_("attempt %u"), number);
  if (sscanf (detail, "%u", &number) == 1 && g_str_has_suffix (detail, " learners"))
    return g_strdup_printf (ngettext ("%u learner", "%u learners", number), number);
  if (sscanf (detail, "%u", &number) == 1 && g_str_has_suffix (detail, " results"))
    return g_strdup_printf (ngettext ("%u result", "%u results", number), number);
  if (sscanf (detail, "%u", &number) == 1 && g_str_has_suffix (detail, " answers"))
    return g_strdup_printf (ngettext ("%u answer", "%u answers", number), number);
  return g_strdup (detail);
}

/* "Promotion 2026 of RNCP41445" → "Promotion 2026 · RNCP41445": a name may hold an "of" of its own. */
static void
append_name (GString *title, const char *name)
{
  const char *of = g_strrstr (name, " of ");

  if (of == NULL)
    g_string_append (title, name);
  else
    g_string_append_printf (title, "%.*s · %s", (int) (of - name), name, of + strlen (" of "));
}

char *
sceau_journal_subject_title (const char *subject)
{
  gsize length = strcspn (subject, " ,");
  const char *noun = find_title (nouns, G_N_ELEMENTS (nouns), subject, length);
  g_auto (GStrv) parts = g_strsplit (subject + length, ", ", -1);
  gboolean cohort = g_str_has_prefix (subject, COHORT);
  g_autoptr (GString) title = NULL;

  if (!cohort && (noun == NULL || parts[0] == NULL))
    return g_strdup (noun != NULL ? noun : subject);
  /* A cohort is called by its name alone: most are "Promotion 2026". */
  title = g_string_new (cohort ? NULL : noun);
  append_name (title, cohort ? parts[0] + 1 : parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *detail = translate_detail (parts[i]);

      g_string_append_printf (title, ", %s", detail);
    }
  return g_string_free (g_steal_pointer (&title), FALSE);
}

char *
sceau_journal_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup (at);
}
