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

#define COHORT "cohort "
#define ATTEMPT "attempt "

static const Word verbs[] = {
  { "appeal.answer", N_("Appeal answered") },
  { "appeal.file", N_("Appeal filed") },
  { "attestation.issue", N_("Block attestation issued") },
  { "block.acquire", N_("Acquired block recorded") },
  { "block.annul", N_("Acquired block annulled") },
  { "certificate.duplicate", N_("Duplicate issued") },
  { "certificate.issue", N_("Certificates issued") },
  { "certificate.replace", N_("Certificate replaced") },
  { "certificate.revoke", N_("Certificate revoked") },
  { "cohort.amend", N_("Cohort amended") },
  { "cohort.open", N_("Cohort opened") },
  { "enrolment.amend", N_("Enrolment amended") },
  { "fiche.import", N_("Fiche imported") },
  { "group.form", N_("Group formed") },
  { "journal.anchor", N_("Journal anchored") },
  { "juror.add", N_("Juror added") },
  { "juror.away", N_("Juror unavailable") },
  { "juror.back", N_("Unavailability of a juror removed") },
  { "juror.conflict", N_("Conflict of interest recorded") },
  { "juror.edit", N_("Juror edited") },
  { "juror.import", N_("Jurors imported") },
  { "juror.recognise", N_("Recognition of a juror recorded") },
  { "juror.remove", N_("Juror removed") },
  { "juror.remove-recognition", N_("Recognition of a juror removed") },
  { "juror.retire", N_("Juror retired") },
  { "juror.withdraw-conflict", N_("Conflict of interest removed") },
  { "jury.accept", N_("Proposals accepted") },
  { "jury.amend", N_("Jury amended") },
  { "jury.attach", N_("Signed minutes attached") },
  { "jury.convene", N_("Jury convened") },
  { "jury.decide", N_("Decision taken") },
  { "jury.lift", N_("Recusal lifted") },
  { "jury.notify", N_("Results notified") },
  { "jury.open", N_("Jury opened") },
  { "jury.plan", N_("Jury planned") },
  { "jury.propose", N_("Decisions proposed") },
  { "jury.rectify", N_("Decision rectified") },
  { "jury.recuse", N_("Juror recused") },
  { "jury.remove", N_("Jury removed") },
  { "jury.resume", N_("Jury resumed") },
  { "jury.seal", N_("Jury sealed") },
  { "jury.suspend", N_("Jury suspended") },
  { "key.create", N_("Signing key made") },
  { "key.rotate", N_("Signing key replaced") },
  { "layout.remove", N_("Layout removed") },
  { "layout.save", N_("Layout imported") },
  { "learner.edit", N_("Learner edited") },
  { "learner.enrol", N_("Learners enrolled") },
  { "learner.leave", N_("Departure recorded") },
  { "learner.return", N_("Return recorded") },
  { "learner.withdraw", N_("Learner withdrawn") },
  { "mandate.record", N_("Mandate recorded") },
  { "plan.replace", N_("Evaluation plan replaced") },
  { "proof.printed", N_("Proofs printed") },
  { "proof.refused", N_("Correction of a proof asked for") },
  { "proof.signed", N_("Proofs signed") },
  { "register.handed", N_("Certificates handed over") },
  { "register.posted", N_("Certificates posted") },
  { "register.printed", N_("Certificates printed") },
  { "register.replaced", N_("Certificate replaced") },
  { "register.returned", N_("Certificates came back") },
  { "register.spoiled", N_("Sheets spoiled") },
  { "result.grid", N_("Criteria grid recorded") },
  { "result.record", N_("Results recorded") },
  { "result.second", N_("Second entries recorded") },
  { "result.settle", N_("Double entry settled") },
  { "school.edit", N_("School edited") },
  { "school.found", N_("School founded") },
  { "sheet.reopen", N_("Sheet of marks reopened") },
  { "sheet.submit", N_("Sheet of marks submitted") },
  { "signatory.add", N_("Signatory added") },
  { "signatory.edit", N_("Signatory edited") },
  { "signatory.end", N_("Habilitation to sign ended") },
  { "signatory.sign", N_("Picture of a signature changed") },
  { "style.save", N_("Style of the papers changed") },
  { "survey.record", N_("Survey answers recorded") },
};

static const Word nouns[] = {
  { "appeal", N_("Appeal") },
  { "block", N_("Block") },
  { "certificate", N_("Certificate") },
  { "certificates", N_("Certificates") },
  { "certification", N_("Certification") },
  { "design", N_("Design") },
  { "fiche", N_("Fiche") },
  { "group", N_("Group") },
  { "journal", N_("Journal") },
  { "juror", N_("Juror") },
  { "jurors", N_("Jurors") },
  { "jury", N_("Jury") },
  { "key", N_("Signing key") },
  { "learner", N_("Learner") },
  { "mandate", N_("Mandate") },
  { "plan", N_("Evaluation plan") },
  { "result", N_("Result") },
  { "school", N_("School") },
  { "signatory", N_("Signatory") },
  { "style", N_("Style of the papers") },
  { "survey", N_("Survey") },
  { "template", N_("Template") },
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

/* (transfer full): "12 learners" → "12 apprenants"; NULL when it counts nothing that has a word. */
static char *
translate_count (guint number, const char *what)
{
  if (g_str_equal (what, "learners"))
    return g_strdup_printf (ngettext ("%u learner", "%u learners", number), number);
  if (g_str_equal (what, "results"))
    return g_strdup_printf (ngettext ("%u result", "%u results", number), number);
  if (g_str_equal (what, "answers"))
    return g_strdup_printf (ngettext ("%u answer", "%u answers", number), number);
  if (g_str_equal (what, "second entries"))
    return g_strdup_printf (ngettext ("%u second entry", "%u second entries", number), number);
  return NULL;
}

/* "attempt 2" → "passage 2", "3 results of RNCP41445" → "3 résultats · RNCP41445": what follows a comma. */
static void
append_detail (GString *title, const char *detail)
{
  g_auto (GStrv) halves = g_strsplit (detail, " of ", 2);
  g_autofree char *counted = NULL;
  char *what = NULL;
  guint number = (guint) g_ascii_strtoull (detail, &what, 10);

  if (g_str_has_prefix (detail, COHORT))
    append_name (title, detail + strlen (COHORT));
  else if (g_str_has_prefix (detail, ATTEMPT))
    g_string_append_printf (title, _("attempt %u"), (guint) g_ascii_strtoull (detail + strlen (ATTEMPT), NULL, 10));
  else if (what != detail && *what == ' ' && (counted = translate_count (number, halves[0] + (what + 1 - detail))) != NULL)
    g_string_append_printf (title, "%s%s%s", counted, halves[1] != NULL ? " · " : "", halves[1] != NULL ? halves[1] : "");
  else
    g_string_append (title, detail);
}

char *
sceau_journal_subject_title (const char *subject)
{
  gsize length = strcspn (subject, " ,");
  const char *noun = find_title (nouns, G_N_ELEMENTS (nouns), subject, length);
  g_auto (GStrv) parts = g_strsplit (subject, ", ", -1);
  g_autoptr (GString) title = g_string_new (NULL);

  /* A cohort is called by its name alone: most are "Promotion 2026". A sheet of marks begins with its modality. */
  if (parts[0] == NULL)
    return g_strdup (subject);
  if (g_str_has_prefix (parts[0], COHORT))
    append_name (title, parts[0] + strlen (COHORT));
  else if (noun != NULL)
    {
      g_string_append (title, noun);
      append_name (title, parts[0] + length);
    }
  else
    g_string_append (title, parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_string_append (title, ", ");
      append_detail (title, parts[i]);
    }
  return g_string_free (g_steal_pointer (&title), FALSE);
}
