/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The delivery: from the decisions of a sealed session to numbered documents whose bytes are kept. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-document-error.h"
#include "sceau-file-set.h"
#include "sceau-house-look.h"
#include "sceau-hold-jury-private.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-learner-table.h"
#include "sceau-text.h"

/* One parchemin on its way. */
typedef struct
{
  const SceauDecision *decision;
  const SceauEnrolment *enrolment;
  const SceauLearner *learner;
  SceauCertificate *certificate; /* numbered once its page could be drawn */
  GBytes *pdf;
  SceauFaults *faults;
} Delivery;

typedef struct
{
  SceauSchool *school;
  SceauDeliberation *deliberation;
  GPtrArray *decisions;
  GPtrArray *learners;
  GHashTable *learners_by_id;
  SceauHouseLook *look;
  SceauMandate *mandate;
  SceauDate delivered;
  char *place;
  GPtrArray *deliveries; /* (element-type Delivery) */
} Run;

static void
delivery_free (Delivery *self)
{
  sceau_certificate_free (self->certificate);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  sceau_faults_free (self->faults);
  g_free (self);
}

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->deliveries, g_ptr_array_unref);
  g_clear_pointer (&self->learners_by_id, g_hash_table_unref);
  g_clear_pointer (&self->learners, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  sceau_deliberation_free (self->deliberation);
  sceau_house_look_free (self->look);
  sceau_mandate_free (self->mandate);
  g_free (self->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gboolean
load_learners (Run *run, GError **error)
{
  const SceauLearnerQuery query = { .cohort_id = run->deliberation->session->cohort_id };

  run->learners = sceau_learner_table_list (run->school, &query, error);
  if (run->learners == NULL)
    return FALSE;
  run->learners_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < run->learners->len; i++)
    {
      SceauLearner *learner = g_ptr_array_index (run->learners, i);

      g_hash_table_insert (run->learners_by_id, &learner->id, learner);
    }
  return TRUE;
}

/* Enrolments that have a parchemin in force. */
static GHashTable *
list_delivered (Run *run, GError **error)
{
  const SceauCertificateQuery query = { .certification_code = run->deliberation->session->certification_code };
  g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (run->school, &query, error);
  GHashTable *delivered;

  if (certificates == NULL)
    return NULL;
  delivered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state == SCEAU_CERTIFICATE_ISSUED)
        g_hash_table_add (delivered, g_memdup2 (&certificate->enrolment_id, sizeof (gint64)));
    }
  return delivered;
}

/* Certified by this session, and by no later one otherwise; without a parchemin in force. */
static gboolean
list_deliveries (Run *run, GError **error)
{
  g_autoptr (GHashTable) delivered = list_delivered (run, error);

  if (delivered == NULL)
    return FALSE;
  run->deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify) delivery_free);
  for (guint i = 0; i < run->decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (run->decisions, i);
      const SceauDecision *holding = sceau_deliberation_in_force (run->deliberation, decision->enrolment_id);
      Delivery *delivery;

      if (decision->outcome != SCEAU_OUTCOME_CERTIFIED || holding == NULL || holding->session_id != decision->session_id
          || g_hash_table_contains (delivered, &decision->enrolment_id))
        continue;
      delivery = g_new0 (Delivery, 1);
      delivery->decision = decision;
      delivery->faults = sceau_faults_new ();
      delivery->enrolment = sceau_deliberation_find (run->deliberation, decision->enrolment_id);
      if (delivery->enrolment != NULL)
        delivery->learner = g_hash_table_lookup (run->learners_by_id, &delivery->enrolment->learner_id);
      g_ptr_array_add (run->deliveries, delivery);
    }
  return TRUE;
}

static gboolean
load_run (Run *run, gint64 session_id, GError **error)
{
  run->deliberation = sceau_deliberation_load (run->school, session_id, 0, error);
  if (run->deliberation == NULL)
    return FALSE;
  if (run->deliberation->session->state != SCEAU_SESSION_SEALED)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("Parchemins follow a sealed decision: seal the session first."));
      return FALSE;
    }
  run->decisions = sceau_decision_table_list_by_session (run->school, session_id, error);
  if (run->decisions == NULL)
    return FALSE;
  run->look = sceau_load_house_look (run->school, error);
  return run->look != NULL
         && sceau_certificate_find_mandate (run->school, run->look->identity, run->deliberation->certification, run->delivered,
                                            &run->mandate, error)
         && load_learners (run, error) && list_deliveries (run, error);
}

static SceauPaperContent
describe (const Run *run, const Delivery *delivery)
{
  return (SceauPaperContent) {
    .paper = SCEAU_PAPER_CERTIFICATE,
    .school = run->look->identity,
    .mandate = run->mandate,
    .certification = run->deliberation->certification,
    .learner = delivery->learner,
    .number = delivery->certificate->number,
    .decided = delivery->certificate->decided,
    .delivered = delivery->certificate->delivered,
    .place = delivery->certificate->place,
  };
}

static SceauCertificate *
make_certificate (const Run *run, const Delivery *delivery, int sequence)
{
  SceauCertificate *certificate = sceau_certificate_new ();

  certificate->year = sceau_date_year (run->delivered);
  certificate->sequence = sequence;
  certificate->number = sceau_certificate_format_number (certificate->year, sequence);
  certificate->enrolment_id = delivery->enrolment->id;
  certificate->session_id = run->deliberation->session->id;
  certificate->learner_number = g_strdup (delivery->learner->number);
  certificate->learner_name = sceau_learner_full_name (delivery->learner);
  certificate->certification_code = g_strdup (run->deliberation->certification->code);
  certificate->decided = run->deliberation->session->date;
  certificate->delivered = run->delivered;
  certificate->place = g_strdup (run->place);
  certificate->state = SCEAU_CERTIFICATE_ISSUED;
  return certificate;
}

static gboolean
check_delivery (const Run *run, Delivery *delivery)
{
  if (delivery->learner == NULL)
    {
      sceau_faults_add_field (delivery->faults, "cohort", NULL, _("The learner has left the cohort of this session."),
                              _("Put the enrolment back in that cohort."));
      return FALSE;
    }
  return sceau_delivery_check (run->look->identity, run->mandate, run->deliberation->certification, delivery->learner,
                               delivery->enrolment, delivery->decision, run->deliberation->session, run->delivered, run->place,
                               delivery->faults);
}

/* Draws the page under the number that comes next.  A page that cannot be drawn takes no number: its
 * reason joins the others.  FALSE when the whole run cannot go on. */
static gboolean
draw_delivery (Run *run, Delivery *delivery, int *sequence, GError **error)
{
  g_autoptr (GError) local = NULL;
  const SceauPaperLook look = sceau_house_look_of (run->look, SCEAU_PAPER_CERTIFICATE);
  SceauPaperContent content;

  delivery->certificate = make_certificate (run, delivery, *sequence);
  content = describe (run, delivery);
  delivery->pdf = sceau_paper_document_render (&look, &content, &local);
  if (delivery->pdf != NULL)
    {
      delivery->certificate->sha256
          = sceau_sha256 (g_bytes_get_data (delivery->pdf, NULL), g_bytes_get_size (delivery->pdf));
      (*sequence)++;
      return TRUE;
    }
  g_clear_pointer (&delivery->certificate, sceau_certificate_free);
  if (!g_error_matches (local, SCEAU_DOCUMENT_ERROR, SCEAU_DOCUMENT_ERROR_GLYPH))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  sceau_faults_add_field (delivery->faults, NULL, NULL, local->message, NULL);
  return TRUE;
}

static gboolean
draw_all (Run *run, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  int sequence = 1;

  if (run->delivered != SCEAU_NO_DATE)
    sequence = sceau_certificate_table_next_sequence (run->school, sceau_date_year (run->delivered), error);
  if (sequence < 0)
    return FALSE;
  for (guint i = 0; i < run->deliveries->len; i++)
    {
      Delivery *delivery = g_ptr_array_index (run->deliveries, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, run->deliveries->len, _("Drawing the parchemins"));
      if (check_delivery (run, delivery) && !draw_delivery (run, delivery, &sequence, error))
        return FALSE;
    }
  return TRUE;
}

/* What is wrong with the school or the fiche is wrong for everybody: it is said once. */
static void
report_faults (const Run *run, SceauFaults *faults)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < run->deliveries->len; i++)
    {
      const Delivery *delivery = g_ptr_array_index (run->deliveries, i);

      for (guint j = 0; j < sceau_faults_length (delivery->faults); j++)
        {
          char *text = sceau_fault_to_string (sceau_faults_get (delivery->faults, j));
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));

          g_hash_table_insert (counts, text, GUINT_TO_POINTER (count + 1));
        }
    }
  for (guint i = 0; i < run->deliveries->len; i++)
    {
      const Delivery *delivery = g_ptr_array_index (run->deliveries, i);
      g_autofree char *name = sceau_jury_candidate_name (delivery->decision->learner_name, delivery->decision->learner_number);

      for (guint j = 0; j < sceau_faults_length (delivery->faults); j++)
        {
          const SceauFault *fault = sceau_faults_get (delivery->faults, j);
          g_autofree char *text = sceau_fault_to_string (fault);
          gboolean common = run->deliveries->len > 1
                            && GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) == run->deliveries->len;

          if (!common || g_hash_table_add (told, g_steal_pointer (&text)))
            sceau_faults_add_at (faults, fault->severity, common ? NULL : name, fault->field, fault->value, fault->reason,
                                 fault->remedy);
        }
    }
}

static void
drop_refused (Run *run)
{
  for (guint i = run->deliveries->len; i > 0; i--)
    if (((Delivery *) g_ptr_array_index (run->deliveries, i - 1))->pdf == NULL)
      g_ptr_array_remove_index (run->deliveries, i - 1);
}

/* The page that comes next in the file of all. */
typedef struct
{
  const Run *run;
  SceauPaperContent content;
} Merging;

static gboolean
describe_next (guint index, const SceauPaperContent **content, gpointer data, GError **error)
{
  Merging *merging = data;

  merging->content = describe (merging->run, g_ptr_array_index (merging->run->deliveries, index));
  *content = &merging->content;
  return TRUE;
}

static gboolean
add_merged (const Run *run, SceauFileSet *files, const char *merged, GCancellable *cancellable, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (run->look, SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) pdf = NULL;
  Merging merging = { .run = run };

  if (!sceau_paper_document_render_merged (&look, run->deliveries->len, describe_next, &merging, out, cancellable, error)
      || !g_output_stream_close (out, NULL, error))
    return FALSE;
  pdf = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  sceau_file_set_add (files, merged, pdf);
  return TRUE;
}

static gboolean
stage_files (const Run *run, SceauFileSet *files, const char *folder, const char *merged, SceauFaults *faults,
             GCancellable *cancellable, GError **error)
{
  guint known = sceau_faults_count_errors (faults);

  for (guint i = 0; folder != NULL && i < run->deliveries->len; i++)
    {
      const Delivery *delivery = g_ptr_array_index (run->deliveries, i);
      g_autofree char *sorted = sceau_learner_sorted_name (delivery->learner);
      g_autofree char *name = sceau_certificate_file_name (delivery->certificate->number, sorted);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      sceau_file_set_add (files, path, delivery->pdf);
    }
  if (merged != NULL && !add_merged (run, files, merged, cancellable, error))
    return FALSE;
  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, cancellable, error);
}

static gboolean
write_register (const Run *run, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (run->deliberation->session->id);
  JsonArray *entries = json_array_new ();
  g_autoptr (JsonObject) after = json_object_new ();

  json_object_set_array_member (after, "certificates", entries);
  for (guint i = 0; i < run->deliveries->len; i++)
    {
      const Delivery *delivery = g_ptr_array_index (run->deliveries, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sceau_progress_report (progress, i, run->deliveries->len, _("Writing the register"));
      if (!sceau_certificate_table_insert (run->school, delivery->certificate, delivery->pdf, error))
        return FALSE;
      json_array_add_object_element (entries, sceau_json_from_certificate (delivery->certificate));
    }
  return sceau_journal_record (run->school, "certificate.issue", subject, NULL, g_steal_pointer (&after), error);
}

/* (transfer full) (element-type SceauCertificate) */
static GPtrArray *
take_certificates (Run *run)
{
  GPtrArray *certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_certificate_free);

  for (guint i = 0; i < run->deliveries->len; i++)
    {
      Delivery *delivery = g_ptr_array_index (run->deliveries, i);

      g_ptr_array_add (certificates, g_steal_pointer (&delivery->certificate));
    }
  return certificates;
}

GPtrArray *
sceau_issue_certificates (SceauSchool *school, gint64 session_id, SceauDate delivered, const char *place, const char *folder,
                          const char *merged, gboolean accept_valid, SceauFaults *faults, SceauProgress *progress,
                          GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Run) run = { .school = school, .delivered = delivered, .place = sceau_text_normalise (place) };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (GError) unpublished = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (sceau_text_refuse (run.place, SCEAU_TEXT_LINE, error))
    return NULL;
  if (!sceau_transaction_begin (&transaction, school, error) || !load_run (&run, session_id, error)
      || !draw_all (&run, progress, cancellable, error))
    return NULL;
  report_faults (&run, faults);
  if (!accept_valid && sceau_faults_refuse (faults, known, error))
    return NULL;

  drop_refused (&run);
  if (run.deliveries->len == 0)
    {
      /* Refused to the last: with nothing to accept, the reasons are the answer. */
      if (sceau_faults_refuse (faults, known, error))
        return NULL;
      return take_certificates (&run);
    }
  if (!stage_files (&run, files, folder, merged, faults, cancellable, error)
      || !write_register (&run, progress, cancellable, error) || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !sceau_transaction_commit (&transaction, error))
    return NULL;

  /* The register holds the bytes from here on: a file that cannot get its name is no loss. */
  if (!sceau_file_set_publish (files, &unpublished))
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, NULL, NULL, unpublished->message,
                      _("The parchemins are in the register: reprint what is missing."));
  return take_certificates (&run);
}
