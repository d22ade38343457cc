/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A sealed session on its way to its parchemins: who gets one, and what the linter has against it. */

#include "sceau-issue-run-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-learner-table.h"
#include "sceau-paper-code.h"
#include "sceau-proof-table.h"
#include "sceau-text.h"

/* Steps of the progress for each candidate: looked at, issued, files written. */
#define STEPS 3

static void
delivery_free (SceauDelivery *self)
{
  sceau_certificate_free (self->certificate);
  sceau_mandate_free (self->own_mandate);
  sceau_signatory_free (self->own_signatory);
  sceau_faults_free (self->faults);
  g_free (self);
}

void
sceau_issue_run_free (SceauIssueRun *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->deliveries, g_ptr_array_unref);
  g_clear_pointer (&self->learners_by_id, g_hash_table_unref);
  g_clear_pointer (&self->proofs_by_enrolment, g_hash_table_unref);
  g_clear_pointer (&self->proofs, g_ptr_array_unref);
  g_clear_pointer (&self->learners, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  sceau_deliberation_free (self->deliberation);
  sceau_house_look_free (self->look);
  sceau_mandate_free (self->mandate);
  sceau_signatory_free (self->signatory);
  g_free (self->place);
  g_free (self);
}

void
sceau_issue_run_tick (SceauIssueRun *self, const char *what)
{
  const guint total = STEPS * self->deliveries->len;

  sceau_progress_report (self->progress, MIN (self->done, total), total, what);
  self->done++;
}

/* The bar does not stop short, whatever was left out. */
void
sceau_issue_run_end (SceauIssueRun *self)
{
  sceau_progress_report (self->progress, 1, 1, NULL);
}

/* Loading -------------------------------------------------------------------------------- */

static gboolean
load_learners (SceauIssueRun *self, GError **error)
{
  const SceauLearnerQuery query = { .cohort_id = self->deliberation->session->cohort_id };

  self->learners = sceau_learner_table_list (self->school, &query, error);
  if (self->learners == NULL)
    return FALSE;
  self->learners_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->learners->len; i++)
    {
      SceauLearner *learner = g_ptr_array_index (self->learners, i);

      g_hash_table_insert (self->learners_by_id, &learner->id, learner);
    }
  return TRUE;
}

static gboolean
load_proofs (SceauIssueRun *self, GError **error)
{
  self->proofs = sceau_proof_table_list_by_session (self->school, self->options->session_id, error);
  if (self->proofs == NULL)
    return FALSE;
  self->proofs_by_enrolment = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->proofs->len; i++)
    {
      SceauProof *proof = g_ptr_array_index (self->proofs, i);

      g_hash_table_insert (self->proofs_by_enrolment, &proof->enrolment_id, proof);
    }
  return TRUE;
}

/* Parchemins in force, by enrolment: whichever session decided, nobody has two. The values own them. */
static GHashTable *
list_in_force (SceauIssueRun *self, GError **error)
{
  const SceauCertificateQuery query = { .certification_code = self->deliberation->session->certification_code };
  g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (self->school, &query, error);
  GHashTable *in_force;

  if (certificates == NULL)
    return NULL;
  in_force = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sceau_certificate_free);
  g_ptr_array_set_free_func (certificates, NULL);
  for (guint i = 0; i < certificates->len; i++)
    {
      SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state == SCEAU_CERTIFICATE_ISSUED)
        g_hash_table_insert (in_force, &certificate->enrolment_id, certificate);
      else
        sceau_certificate_free (certificate);
    }
  return in_force;
}

static SceauDelivery *
delivery_new (const SceauIssueRun *self, const SceauDecision *decision, GHashTable *in_force)
{
  SceauDelivery *delivery = g_new0 (SceauDelivery, 1);

  delivery->decision = decision;
  delivery->faults = sceau_faults_new ();
  delivery->enrolment = sceau_deliberation_find (self->deliberation, decision->enrolment_id);
  if (delivery->enrolment != NULL)
    delivery->learner = g_hash_table_lookup (self->learners_by_id, &delivery->enrolment->learner_id);
  delivery->proof = g_hash_table_lookup (self->proofs_by_enrolment, &decision->enrolment_id);
  g_hash_table_steal_extended (in_force, &decision->enrolment_id, NULL, (gpointer *) &delivery->certificate);
  delivery->issued_before = delivery->certificate != NULL;
  return delivery;
}

/* Certified by this session, and by no later one otherwise. */
static gboolean
list_deliveries (SceauIssueRun *self, GError **error)
{
  g_autoptr (GHashTable) in_force = list_in_force (self, error);

  if (in_force == NULL)
    return FALSE;
  self->deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) delivery_free);
  for (guint i = 0; i < self->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (self->decisions, i);
      const SceauDecision *holding = sceau_deliberation_in_force (self->deliberation, decision->enrolment_id);

      if (decision->outcome == SCEAU_OUTCOME_CERTIFIED && holding != NULL && holding->session_id == decision->session_id)
        g_ptr_array_add (self->deliveries, delivery_new (self, decision, in_force));
    }
  return TRUE;
}

static gboolean
load_session (SceauIssueRun *self, GError **error)
{
  self->deliberation = sceau_deliberation_load (self->school, self->options->session_id, 0, error);
  if (self->deliberation == NULL)
    return FALSE;
  if (self->deliberation->session->state != SCEAU_SESSION_SEALED)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("Parchemins follow a sealed decision: seal the session first."));
      return FALSE;
    }
  self->decisions = sceau_decision_table_list_by_session (self->school, self->options->session_id, error);
  return self->decisions != NULL;
}

SceauIssueRun *
sceau_issue_run_load (SceauSchool *school, const SceauIssueOptions *options, SceauProgress *progress, GError **error)
{
  g_autoptr (SceauIssueRun) self = g_new0 (SceauIssueRun, 1);

  self->school = school;
  self->options = options;
  self->progress = progress;
  self->place = sceau_text_normalise (options->place);
  self->seen = sceau_school_get_change_counter (school);
  if (!load_session (self, error))
    return NULL;
  self->look = sceau_load_house_look (school, error);
  if (self->look == NULL
      || !sceau_certificate_find_mandate (school, self->look->identity, self->deliberation->certification, options->delivered,
                                          &self->mandate, error)
      || !sceau_find_paper_signatory (school, options->delivered, &self->signatory, error) || !load_learners (self, error)
      || !load_proofs (self, error) || !list_deliveries (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What is printed ------------------------------------------------------------------------ */

SceauPaperContent
sceau_issue_run_describe (const SceauIssueRun *self, const SceauDelivery *delivery)
{
  return (SceauPaperContent) {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = self->look->identity,
    .mandate = delivery->issued_before ? delivery->own_mandate : self->mandate,
    .signatory = delivery->issued_before ? delivery->own_signatory : self->signatory,
    .certification = self->deliberation->certification,
    .learner = delivery->learner,
    .number = delivery->certificate->number,
    .decided = delivery->certificate->decided,
    .delivered = delivery->certificate->delivered,
    .place = delivery->certificate->place,
    .code_text = delivery->certificate->code_text,
  };
}

SceauCertificate *
sceau_issue_run_number (const SceauIssueRun *self, const SceauDelivery *delivery, int sequence)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->year = sceau_date_year (self->options->delivered);
  certificate->sequence = sequence;
  certificate->number = sceau_certificate_format_number (certificate->year, sequence);
  certificate->enrolment_id = delivery->enrolment->id;
  certificate->session_id = self->options->session_id;
  certificate->learner_number = g_strdup (delivery->learner->number);
  certificate->learner_name = sceau_learner_full_name (delivery->learner);
  certificate->certification_code = g_strdup (self->deliberation->certification->code);
  certificate->decided = self->deliberation->session->date;
  certificate->delivered = self->options->delivered;
  certificate->place = g_strdup (self->place);
  certificate->state = SCEAU_CERTIFICATE_ISSUED;
  return certificate;
}

/* Who left the cohort since is called as the register calls them. */
char *
sceau_issue_run_file_name (const SceauDelivery *delivery)
{
  g_autofree char *sorted = delivery->learner != NULL ? sceau_learner_sorted_name (delivery->learner)
                                                      : g_strdup (delivery->certificate->learner_name);

  return sceau_certificate_file_name (delivery->certificate->number, sorted);
}

/* Linting -------------------------------------------------------------------------------- */

static void
lint_records (const SceauIssueRun *self, SceauDelivery *delivery)
{
  const SceauPaperDraft draft = {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = self->look->identity,
    .mandate = self->mandate,
    .style = self->look->style,
    .signatory = self->signatory,
    .template = self->look->templates[SCEAU_PAPER_CERTIFICATE],
    .design = self->look->design,
    .certification = self->deliberation->certification,
    .learner = delivery->learner,
    .enrolment = delivery->enrolment,
    .decision = delivery->decision,
    .session = self->deliberation->session,
    .proof = delivery->proof,
    .delivered = self->options->delivered,
    .place = self->place,
  };

  sceau_paper_lint (&draft, delivery->faults);
}

/* Letters that the faces do not have, and what is longer than a QR code holds. */
static void
lint_page (const SceauIssueRun *self, SceauDelivery *delivery)
{
  const SceauPaperLook look = sceau_house_look_of (self->look, SCEAU_PAPER_CERTIFICATE);
  g_autoptr (SceauCertificate) imagined = sceau_issue_run_number (self, delivery, 1);
  const SceauDelivery drawn = { .learner = delivery->learner, .certificate = imagined };
  const SceauPaperContent content = sceau_issue_run_describe (self, &drawn);

  sceau_paper_document_check (&look, &content, delivery->faults);
  if (self->options->passphrase != NULL)
    sceau_paper_code_check (&content, delivery->faults);
}

/* Not before the results may be known. */
static void
lint_embargo (const SceauIssueRun *self, SceauDelivery *delivery)
{
  const SceauJurySession *session = self->deliberation->session;
  g_autofree char *day = sceau_date_format_french (self->options->delivered);
  g_autofree char *embargo = sceau_date_format_french (session->embargo);
  g_autofree char *reason = NULL;

  if (session->embargo == SCEAU_NO_DATE || session->notified != SCEAU_NO_DATE || self->options->delivered == SCEAU_NO_DATE
      || self->options->delivered >= session->embargo)
    return;
  reason = g_strdup_printf (_("The results of this session are under embargo until %s, and a parchemin would tell them."), embargo);
  sceau_faults_add_field (delivery->faults, "delivered", day, reason, _("Choose that day or a later one, or notify the results first."));
}

static void
lint_delivery (const SceauIssueRun *self, SceauDelivery *delivery)
{
  if (delivery->learner == NULL)
    sceau_faults_add_field (delivery->faults, "cohort", NULL, _("The learner has left the cohort of this session."),
                            _("Put the enrolment back in that cohort."));
  else
    {
      lint_records (self, delivery);
      lint_embargo (self, delivery);
      if (self->options->delivered != SCEAU_NO_DATE && self->place != NULL)
        lint_page (self, delivery);
    }
  delivery->refused = sceau_faults_count_errors (delivery->faults) > 0;
}

gboolean
sceau_issue_run_lint (SceauIssueRun *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (self->deliveries, i);

      sceau_issue_run_tick (self, _("Looking at the parchemins"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!delivery->issued_before)
        lint_delivery (self, delivery);
    }
  return TRUE;
}

GPtrArray *
sceau_issue_run_pending (const SceauIssueRun *self)
{
  GPtrArray *pending = g_ptr_array_new ();

  for (guint i = 0; i < self->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (self->deliveries, i);

      if (delivery->certificate == NULL && !delivery->refused)
        g_ptr_array_add (pending, delivery);
    }
  return pending;
}

/* Reporting ------------------------------------------------------------------------------ */

/* What is the candidate's own is said of each, be it of all. */
static gboolean
is_personal (const SceauFault *fault)
{
  static const char *const fields[]
    = { "birth_name", "first_name", "birth_date", "birth_place", "entry", "proof", "cohort", "decision", "name", "birth", "other_names", NULL };

  return fault->field != NULL && g_strv_contains (fields, fault->field);
}

/* How many candidates have each fault, by its words. (element-type utf8 guint) */
static GHashTable *
count_faults (const SceauIssueRun *self, guint *n)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *n = 0;
  for (guint i = 0; i < self->deliveries->len; i++)
    {
      const SceauDelivery *delivery = g_ptr_array_index (self->deliveries, i);

      *n += !delivery->issued_before;
      for (guint j = 0; j < sceau_faults_length (delivery->faults); j++)
        {
          char *text = sceau_fault_to_string (sceau_faults_get (delivery->faults, j));
          const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));

          g_hash_table_insert (counts, text, GUINT_TO_POINTER (count + 1));
        }
    }
  return counts;
}

static void
copy_fault (SceauFaults *faults, const SceauFault *fault, const char *candidate)
{
  g_autofree char *place = candidate != NULL && fault->place != NULL ? g_strdup_printf ("%s, %s", candidate, fault->place)
                                                                     : g_strdup (candidate != NULL ? candidate : fault->place);

  sceau_faults_add_at (faults, fault->severity, place, fault->field, fault->value, fault->reason, fault->remedy);
  if (fault->source != NULL)
    sceau_faults_set_source (faults, fault->source);
}

void
sceau_issue_run_report (const SceauIssueRun *self, SceauFaults *faults)
{
  guint n;
  g_autoptr (GHashTable) counts = count_faults (self, &n);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->deliveries->len; i++)
    {
      const SceauDelivery *delivery = g_ptr_array_index (self->deliveries, i);
      g_autofree char *name = sceau_jury_candidate_name (delivery->decision->learner_name, delivery->decision->learner_number);

      for (guint j = 0; j < sceau_faults_length (delivery->faults); j++)
        {
          const SceauFault *fault = sceau_faults_get (delivery->faults, j);
          g_autofree char *text = sceau_fault_to_string (fault);
          const gboolean common
              = n > 1 && !is_personal (fault) && GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) == n;

          if (!common || g_hash_table_add (told, g_steal_pointer (&text)))
            copy_fault (faults, fault, common ? NULL : name);
        }
    }
}
