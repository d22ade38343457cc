/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* An outcome in a few French sentences, in words that a candidate can read. */

#include "sceau-assessment-private.h"

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* The reasons of the blocks in @state, and of the whole. */
static void
append_block_reasons (GString *text, const SceauJudgement *self, SceauBlockState state)
{
  for (guint i = 0; i < self->proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->proposal->blocks, i);

      if (verdict->state == state)
        append_sentence (text, verdict->reason);
    }
  if (self->whole.verdict != NULL && self->whole.verdict->state == state)
    append_sentence (text, self->whole.verdict->reason);
}

static void
append_requirement_reasons (GString *text, const SceauJudgement *self, gboolean pending)
{
  for (guint i = 0; sceau_judgement_aims_at_whole (self) && i < self->proposal->requirements->len; i++)
    {
      const SceauRequirementVerdict *verdict = g_ptr_array_index (self->proposal->requirements, i);

      if (!verdict->met && verdict->pending == pending)
        append_sentence (text, verdict->reason);
    }
}

/* What was lost, then what is missing: all that a candidate needs to know to go on. */
static void
append_shortfalls (GString *text, const SceauJudgement *self)
{
  append_block_reasons (text, self, SCEAU_BLOCK_NOT_ACQUIRED);
  append_requirement_reasons (text, self, FALSE);
  append_block_reasons (text, self, SCEAU_BLOCK_PENDING);
  append_requirement_reasons (text, self, TRUE);
}

/* "BC01, BC02"; returns how many. */
static guint
list_acquired (const SceauJudgement *self, GString *codes)
{
  guint n = 0;

  for (guint i = 0; i < self->proposal->blocks->len; i++)
    {
      const SceauBlockVerdict *verdict = g_ptr_array_index (self->proposal->blocks, i);

      if (verdict->state != SCEAU_BLOCK_ACQUIRED)
        continue;
      g_string_append_printf (codes, "%s%s", n > 0 ? ", " : "", verdict->block_code);
      n++;
    }
  return n;
}

static void
append_partial (GString *text, const SceauJudgement *self)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  guint n = list_acquired (self, codes);

  g_string_append_printf (text, "Validation partielle : %u bloc%s acquis sur %u (%s).", n, n > 1 ? "s" : "",
                          self->proposal->blocks->len, codes->str);
  if (!sceau_judgement_aims_at_whole (self))
    append_sentence (text, "Le parcours ne vise pas la certification entière.");
}

/* Who came for a few blocks has not failed a certification that was not asked for. */
static void
append_failed (GString *text, const SceauJudgement *self)
{
  gboolean targets_some = !sceau_judgement_aims_at_whole (self);

  if (self->n_withheld > 0)
    g_string_append (text, "Certification non obtenue : elle n’admet pas de validation partielle.");
  else if (targets_some && self->dossier->enrolment->targeted_blocks->len == 1)
    g_string_append (text, "Le bloc visé n’est pas acquis.");
  else if (targets_some)
    g_string_append (text, "Aucun des blocs visés n’est acquis.");
  else
    g_string_append (text, "Certification non obtenue.");
}

/* What a departure or a fraud leaves untouched. */
static void
append_kept (GString *text, const SceauJudgement *self)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  guint n = list_acquired (self, codes);

  if (n > 0)
    g_string_append_printf (text, " Bloc%s acquis : %s.", n > 1 ? "s" : "", codes->str);
}

/* " le 5 mars 2026", or nothing when the day is not known. */
static char *
say_day (const char *before, SceauDate day)
{
  g_autofree char *date = sceau_date_format_long (day);

  return day != SCEAU_NO_DATE ? g_strdup_printf ("%s%s", before, date) : g_strdup ("");
}

char *
sceau_departure_describe (const SceauEnrolment *enrolment)
{
  g_autofree char *on = say_day (" le ", enrolment->state_since);
  g_autofree char *since = say_day (" depuis le ", enrolment->state_since);
  g_autofree char *heard = say_day (", après audition le ", enrolment->hearing);

  switch (enrolment->state)
    {
    case SCEAU_ENROLMENT_ACTIVE:
      return NULL;
    case SCEAU_ENROLMENT_WITHDRAWN:
      return g_strdup_printf ("parcours abandonné%s", on);
    case SCEAU_ENROLMENT_INTERRUPTED:
      return g_strdup_printf ("parcours interrompu%s", since);
    case SCEAU_ENROLMENT_EXCLUDED:
      return g_strdup_printf ("exclusion pour fraude%s%s", on, heard);
    }
  g_return_val_if_reached (NULL);
}

/* The departure as the beginning of a sentence. */
static void
append_departure (GString *text, const SceauJudgement *self, const char *consequence)
{
  g_autofree char *departure = sceau_departure_describe (self->dossier->enrolment);

  *departure = g_ascii_toupper (*departure);
  g_string_append_printf (text, "%s : %s.", departure, consequence);
  append_kept (text, self);
}

static void
append_certified (GString *text, const SceauJudgement *self)
{
  g_string_append (text, "Certification obtenue :");
  if (self->whole.verdict != NULL)
    g_string_append (text, " l’évaluation d’ensemble est réussie");
  else if (self->proposal->blocks->len == 1)
    g_string_append (text, " le bloc de compétences est acquis");
  else
    g_string_append (text, " tous les blocs de compétences requis sont acquis");
  if (self->proposal->requirements->len > 0)
    g_string_append (text, " et les exigences transversales sont remplies");
  g_string_append (text, ".");
  if (self->whole.verdict != NULL)
    append_sentence (text, self->whole.verdict->reason);
}

static void
append_fraud (GString *text, const SceauJudgement *self)
{
  if (self->dossier->enrolment->state == SCEAU_ENROLMENT_EXCLUDED)
    {
      append_departure (text, self, "aucune certification n’est proposée");
      return;
    }
  g_string_append (text, "Fraude retenue à l’évaluation :");
  for (guint i = 0, n = 0; i < self->counting->len; i++)
    {
      const SceauAssessment *assessment = &g_array_index (self->counting, SceauAssessment, i);

      if (assessment->mark.kind == SCEAU_MARK_FRAUD)
        g_string_append_printf (text, "%s« %s »", n++ > 0 ? ", " : " ", sceau_assessment_name (assessment));
    }
  g_string_append (text, ".");
  append_kept (text, self);
}

static void
append_deferred (GString *text, const SceauJudgement *self)
{
  if (self->dossier->enrolment->state == SCEAU_ENROLMENT_INTERRUPTED)
    {
      append_departure (text, self, "décision ajournée, rien de ce qui est obtenu n’est perdu");
      return;
    }
  g_string_append (text, "Décision ajournée : des éléments manquent.");
  append_shortfalls (text, self);
}

char *
sceau_judgement_explain (const SceauJudgement *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (self->proposal->outcome)
    {
    case SCEAU_OUTCOME_CERTIFIED:
      append_certified (text, self);
      break;
    case SCEAU_OUTCOME_PARTIAL:
      append_partial (text, self);
      append_shortfalls (text, self);
      break;
    case SCEAU_OUTCOME_FAILED:
      append_failed (text, self);
      append_shortfalls (text, self);
      break;
    case SCEAU_OUTCOME_DEFERRED:
      append_deferred (text, self);
      break;
    case SCEAU_OUTCOME_ABSENT:
      g_string_append (text, "Absence injustifiée à toutes les évaluations.");
      break;
    case SCEAU_OUTCOME_EXCUSED:
      g_string_append (text, "Absence justifiée à toutes les évaluations : un nouveau passage est dû.");
      break;
    case SCEAU_OUTCOME_WITHDRAWN:
      append_departure (text, self, "aucune certification n’est proposée");
      break;
    case SCEAU_OUTCOME_FRAUD:
      append_fraud (text, self);
      break;
    case SCEAU_N_OUTCOMES:
      g_return_val_if_reached (NULL);
    }
  return sceau_french_sentence (g_string_free (g_steal_pointer (&text), FALSE));
}
