/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What led to each proposal of a session, for the auditor: as a table and as the annex of the minutes.  French whatever the
 * locale. */

#include "sceau-explanation-document.h"
#include "sceau-export-private.h"
#include "sceau-print-session.h"
#include "sceau-proposal-step-table.h"

/* As kept with the seal, or, before it, as the rules say now. (transfer full) */
static GPtrArray *
load_steps (SceauSchool *school, const SceauJuryFile *file, const SceauDeliberation *now, const SceauDecision *decision, GError **error)
{
  const SceauEnrolment *enrolment = now != NULL ? sceau_deliberation_find (now, decision->enrolment_id) : NULL;

  if (enrolment != NULL)
    {
      const SceauDossier dossier = sceau_deliberation_dossier (now, enrolment);

      return sceau_proposal_explain (&dossier);
    }
  return sceau_proposal_step_table_list (school, file->session->id, decision->enrolment_id, error);
}

/* (transfer full) (element-type GPtrArray of SceauProposalStep): of each decision, in their order. */
static GPtrArray *
load_all_steps (SceauSchool *school, const SceauJuryFile *file, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (SceauDeliberation) now = NULL;

  if (file->session->state != SCEAU_SESSION_SEALED)
    {
      now = sceau_deliberation_load (school, file->session->id, 0, error);
      if (now == NULL)
        return NULL;
    }
  for (guint i = 0; i < file->decisions->len; i++)
    {
      GPtrArray *steps = load_steps (school, file, now, g_ptr_array_index (file->decisions, i), error);

      if (steps == NULL)
        return NULL;
      g_ptr_array_add (all, steps);
    }
  return g_steal_pointer (&all);
}

/* The table -------------------------------------------------------------------------- */

static void
add_steps (SceauCsvWriter *csv, const SceauDecision *decision, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const SceauProposalStep *step = g_ptr_array_index (steps, i);

      sceau_csv_writer_add_text (csv, decision->learner_number);
      sceau_csv_writer_add_text (csv, decision->learner_name);
      sceau_csv_writer_add_number (csv, i + 1);
      sceau_csv_writer_add_text (csv, step->subject);
      sceau_csv_writer_add_text (csv, step->rule);
      sceau_csv_writer_add_text (csv, step->found);
      sceau_csv_writer_add_text (csv, step->expected);
      sceau_csv_writer_add_text (csv, step->pending ? "en attente" : step->met ? "oui" : "non");
      sceau_csv_writer_add_text (csv, step->decisive ? "oui" : "non");
      sceau_csv_writer_end_row (csv);
    }
}

GBytes *
sceau_session_explanations (SceauSchool *school, const SceauJuryFile *file, GError **error)
{
  g_autoptr (GPtrArray) steps = load_all_steps (school, file, error);
  g_autoptr (SceauCsvWriter) csv = sceau_csv_writer_new ();

  if (steps == NULL)
    return NULL;
  sceau_csv_writer_add_row (csv, "Numéro", "Nom", "Étape", "Objet", "Règle", "Constaté", "Attendu", "Satisfait", "Décisif", NULL);
  for (guint i = 0; i < file->decisions->len; i++)
    add_steps (csv, g_ptr_array_index (file->decisions, i), g_ptr_array_index (steps, i));
  return sceau_csv_writer_to_bytes (csv);
}

/* The annex -------------------------------------------------------------------------- */

static GBytes *
draw (SceauSchool *school, const SceauJuryFile *file, gboolean anonymous, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (school, error);
  g_autoptr (GPtrArray) steps = identity != NULL ? load_all_steps (school, file, error) : NULL;
  g_autoptr (GPtrArray) learners = steps != NULL && anonymous ? sceau_jury_load_learners (school, file->decisions, error) : NULL;
  g_autofree SceauExplanationCandidate *candidates = g_new0 (SceauExplanationCandidate, file->decisions->len);
  const SceauExplanationContent content = {
    .school = identity,
    .certification = file->certification,
    .session = file->session,
    .candidates = candidates,
    .n_candidates = file->decisions->len,
    .anonymous = anonymous,
    .learners = learners,
  };

  if (steps == NULL || (anonymous && learners == NULL))
    return NULL;
  for (guint i = 0; i < file->decisions->len; i++)
    candidates[i] = (SceauExplanationCandidate) { g_ptr_array_index (file->decisions, i), g_ptr_array_index (steps, i) };
  return sceau_explanation_document_render (&content, error);
}

GBytes *
sceau_render_explanation (SceauSchool *school, gint64 session_id, gboolean anonymous, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJuryFile) file = NULL;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  file = sceau_jury_load_file (school, session_id, error);
  if (file == NULL)
    return NULL;
  if (anonymous)
    g_ptr_array_sort (file->decisions, sceau_jury_compare_numbers);
  return draw (school, file, anonymous, error);
}
