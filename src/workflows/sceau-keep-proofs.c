/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* « Bon à tirer »: what learners say of their civil status before it is printed. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-file-set.h"
#include "sceau-hold-jury-private.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-keep-register.h"
#include "sceau-learner-table.h"
#include "sceau-proof-table.h"
#include "sceau-register-document.h"

/* Everybody whom one sealed session certified. */
typedef struct
{
  SceauSchool *school;
  SceauDeliberation *deliberation;
  GPtrArray *learners;      /* (element-type SceauLearner): of the cohort, sorted by name */
  GHashTable *enrolments;   /* id of a certified learner → their SceauEnrolment */
  GHashTable *proofs;       /* enrolment id → SceauProof */
  GHashTable *certificates; /* enrolment id → the SceauCertificate in force */
  GPtrArray *records;       /* keeps the proofs and certificates alive */
} Desk;

static void
desk_clear (Desk *self)
{
  g_clear_pointer (&self->enrolments, g_hash_table_unref);
  g_clear_pointer (&self->proofs, g_hash_table_unref);
  g_clear_pointer (&self->certificates, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->learners, g_ptr_array_unref);
  sceau_deliberation_free (self->deliberation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* --- What is known ---------------------------------------------------------- */

/* A decision that another session has rectified since certifies nobody. */
static void
list_certified (Desk *desk)
{
  desk->enrolments = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < desk->deliberation->enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (desk->deliberation->enrolments, i);
      const SceauDecision *decision = sceau_deliberation_in_force (desk->deliberation, enrolment->id);

      if (decision != NULL && decision->outcome == SCEAU_OUTCOME_CERTIFIED && decision->session_id == desk->deliberation->session->id)
        g_hash_table_insert (desk->enrolments, &enrolment->learner_id, enrolment);
    }
}

static gboolean
load_proofs (Desk *desk, GError **error)
{
  GPtrArray *proofs = sceau_proof_table_list_by_session (desk->school, desk->deliberation->session->id, error);

  if (proofs == NULL)
    return FALSE;
  g_ptr_array_add (desk->records, proofs);
  desk->proofs = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < proofs->len; i++)
    {
      SceauProof *proof = g_ptr_array_index (proofs, i);

      g_hash_table_insert (desk->proofs, &proof->enrolment_id, proof);
    }
  return TRUE;
}

static gboolean
load_certificates (Desk *desk, GError **error)
{
  const SceauCertificateQuery query = { .session_id = desk->deliberation->session->id };
  GPtrArray *certificates = sceau_certificate_table_list (desk->school, &query, error);

  if (certificates == NULL)
    return FALSE;
  g_ptr_array_add (desk->records, certificates);
  desk->certificates = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < certificates->len; i++)
    {
      SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state == SCEAU_CERTIFICATE_ISSUED)
        g_hash_table_insert (desk->certificates, &certificate->enrolment_id, certificate);
    }
  return TRUE;
}

static gboolean
desk_open (Desk *desk, gint64 session_id, GError **error)
{
  SceauLearnerQuery query = { 0 };

  desk->deliberation = sceau_deliberation_load (desk->school, session_id, 0, error);
  if (desk->deliberation == NULL)
    return FALSE;
  if (desk->deliberation->session->state != SCEAU_SESSION_SEALED)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("Proofs are for those whom a sealed decision certifies: seal the session first."));
      return FALSE;
    }
  query.cohort_id = desk->deliberation->session->cohort_id;
  desk->records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  desk->learners = sceau_learner_table_list (desk->school, &query, error);
  list_certified (desk);
  return desk->learners != NULL && load_proofs (desk, error) && load_certificates (desk, error);
}

/* (transfer full): NULL for who is not certified. */
static SceauProofLine *
describe (const Desk *desk, const SceauLearner *learner)
{
  const SceauEnrolment *enrolment = g_hash_table_lookup (desk->enrolments, &learner->id);
  g_autofree char *content = NULL;
  const SceauCertificate *certificate;
  const SceauProof *proof;
  SceauProofLine *line;

  if (enrolment == NULL)
    return NULL;
  content = sceau_proof_content (learner);
  proof = g_hash_table_lookup (desk->proofs, &enrolment->id);
  certificate = g_hash_table_lookup (desk->certificates, &enrolment->id);
  line = g_new0 (SceauProofLine, 1);
  line->enrolment_id = enrolment->id;
  line->learner_number = g_strdup (learner->number);
  line->learner_name = sceau_learner_full_name (learner);
  line->state = proof != NULL ? proof->state : SCEAU_PROOF_NONE;
  line->date = proof != NULL ? proof->date : SCEAU_NO_DATE;
  line->remark = proof != NULL ? g_strdup (proof->remark) : NULL;
  line->certificate = certificate != NULL ? g_strdup (certificate->number) : NULL;
  line->renamed = certificate != NULL && g_strcmp0 (certificate->learner_name, line->learner_name) != 0;
  line->outdated = proof != NULL ? g_strcmp0 (proof->content, content) != 0 : line->renamed;
  return line;
}

void
sceau_proof_line_free (SceauProofLine *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->remark);
  g_free (self->certificate);
  g_free (self);
}

gboolean
sceau_proof_line_is_due (const SceauProofLine *self)
{
  return self->outdated || (self->state != SCEAU_PROOF_SIGNED && (self->certificate == NULL || self->renamed));
}

/* (element-type SceauProofLine) */
static GPtrArray *
describe_all (const Desk *desk)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_proof_line_free);

  for (guint i = 0; i < desk->learners->len; i++)
    {
      SceauProofLine *line = describe (desk, g_ptr_array_index (desk->learners, i));

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  return lines;
}

GPtrArray *
sceau_list_proofs (SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Desk) desk = { .school = school };

  if (!sceau_transaction_begin_read (&transaction, school, error) || !desk_open (&desk, session_id, error))
    return NULL;
  return describe_all (&desk);
}

/* --- The list to sign -------------------------------------------------------- */

/* Whether it goes on the list; one who waits for a correction is told of. */
static gboolean
is_listed (const SceauProofLine *line, SceauFaults *faults)
{
  g_autofree char *name = NULL;

  if (!sceau_proof_line_is_due (line))
    return FALSE;
  if (line->state != SCEAU_PROOF_REFUSED || line->outdated)
    return TRUE;
  name = sceau_jury_candidate_name (line->learner_name, line->learner_number);
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, name, "proof", line->remark, _("The learner asked for a correction that was not made."),
                       _("Correct the civil status, or record that the learner agrees after all."));
  return FALSE;
}

/* (element-type SceauLearner), borrowed */
static GPtrArray *
list_due (const Desk *desk, SceauFaults *faults)
{
  GPtrArray *due = g_ptr_array_new ();

  for (guint i = 0; i < desk->learners->len; i++)
    {
      SceauLearner *learner = g_ptr_array_index (desk->learners, i);
      g_autoptr (SceauProofLine) line = describe (desk, learner);

      if (line != NULL && is_listed (line, faults))
        g_ptr_array_add (due, learner);
    }
  return due;
}

static GBytes *
draw_list (const Desk *desk, GPtrArray *due, GError **error)
{
  g_autoptr (SceauSchoolIdentity) identity = sceau_school_load_identity (desk->school, error);

  if (identity == NULL)
    return NULL;
  return sceau_proof_list_document_render (identity, desk->deliberation->certification, (const SceauLearner *const *) due->pdata, due->len,
                                           sceau_school_today (desk->school), error);
}

static gboolean
record (SceauSchool *school, gint64 session_id, SceauProofState state, JsonArray *written, GError **error)
{
  g_autofree char *verb = g_strconcat ("proof.", sceau_proof_state_to_id (state), NULL);
  g_autofree char *subject = sceau_jury_subject (session_id);
  JsonObject *after = json_object_new ();

  json_object_set_array_member (after, "proofs", written);
  return sceau_journal_record (school, verb, subject, NULL, after, error);
}

static gboolean
save_printed (const Desk *desk, GPtrArray *due, GError **error)
{
  g_autoptr (JsonArray) written = json_array_new ();

  for (guint i = 0; i < due->len; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (due, i);
      const SceauEnrolment *enrolment = g_hash_table_lookup (desk->enrolments, &learner->id);
      g_autofree char *content = sceau_proof_content (learner);
      const SceauProof proof
        = { .enrolment_id = enrolment->id, .state = SCEAU_PROOF_PRINTED, .content = content, .date = sceau_school_today (desk->school) };

      if (!sceau_proof_table_save (desk->school, &proof, error))
        return FALSE;
      json_array_add_object_element (written, sceau_json_from_proof (&proof));
    }
  return record (desk->school, desk->deliberation->session->id, SCEAU_PROOF_PRINTED, g_steal_pointer (&written), error);
}

/* The list tells who is certified: what is told to nobody yet is not told by it. */
static gboolean
check_embargo (const Desk *desk, GError **error)
{
  const SceauJurySession *session = desk->deliberation->session;

  return session->notified != SCEAU_NO_DATE || sceau_jury_require (desk->school, session, SCEAU_ACT_NOTIFY, error);
}

static gboolean
refuse_empty (GError **error)
{
  g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("No proof is left to sign in this session."));
  return FALSE;
}

gboolean
sceau_print_proofs (SceauSchool *school, gint64 session_id, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Desk) desk = { .school = school };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GBytes) pdf = NULL;
  guint known = sceau_faults_count_errors (faults);

  if (!sceau_transaction_begin (&transaction, school, error) || !desk_open (&desk, session_id, error) || !check_embargo (&desk, error))
    return FALSE;
  due = list_due (&desk, faults);
  if (due->len == 0)
    return refuse_empty (error);
  pdf = draw_list (&desk, due, error);
  if (pdf == NULL)
    return FALSE;
  sceau_file_set_add (files, path, pdf);
  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, NULL, error) && save_printed (&desk, due, error)
         && sceau_transaction_commit (&transaction, error) && sceau_file_set_publish (files, error);
}

/* --- What they said ----------------------------------------------------------- */

/* What is about to be written for each. */
typedef struct
{
  SceauProofState state;
  SceauDate date;
  char *remark; /* or NULL */
} Answer;

static const SceauLearner *
find_learner (const Desk *desk, const char *number)
{
  for (guint i = 0; i < desk->learners->len; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (desk->learners, i);

      if (g_strcmp0 (learner->number, number) == 0)
        return learner;
    }
  return NULL;
}

/* NULL when the answer may be written down. */
static const char *
find_objection (const SceauProofLine *line, const Answer *answer, const char **remedy)
{
  *remedy = NULL;
  if (line->state == SCEAU_PROOF_NONE)
    {
      *remedy = _("Print the list first.");
      return _("No proof was shown to this learner.");
    }
  if (line->outdated)
    {
      *remedy = _("Print a new list: this learner would sign for what will not be printed.");
      return _("The civil status was changed since it was shown.");
    }
  if (answer->date < line->date)
    return _("That day is before what was recorded last.");
  if (line->state == SCEAU_PROOF_SIGNED && answer->state == SCEAU_PROOF_SIGNED)
    return _("This learner has signed already.");
  return NULL;
}

/* FALSE on errors of the file only; what is refused is a fault. */
static gboolean
answer_one (const Desk *desk, const char *number, const Answer *answer, JsonArray *written, SceauFaults *faults, GError **error)
{
  const SceauLearner *learner = find_learner (desk, number);
  g_autoptr (SceauProofLine) line = learner != NULL ? describe (desk, learner) : NULL;
  const char *objection, *remedy;
  SceauProof *proof;

  if (line == NULL)
    {
      sceau_faults_add_field (faults, "learner", number, _("This session certified no learner with this number."),
                              _("Look the number up in the list of proofs."));
      return TRUE;
    }
  objection = find_objection (line, answer, &remedy);
  if (objection != NULL)
    {
      g_autofree char *name = sceau_jury_candidate_name (line->learner_name, line->learner_number);

      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, name, "proof", NULL, objection, remedy);
      return TRUE;
    }
  proof = g_hash_table_lookup (desk->proofs, &line->enrolment_id);
  proof->state = answer->state;
  proof->date = answer->date;
  g_free (proof->remark);
  proof->remark = g_strdup (answer->remark);
  json_array_add_object_element (written, sceau_json_from_proof (proof));
  return sceau_proof_table_save (desk->school, proof, error);
}

static void
check_answer (SceauSchool *school, Answer *answer, const char *remark, SceauFaults *faults)
{
  const gboolean refused = answer->state == SCEAU_PROOF_REFUSED;

  if (refused)
    answer->remark = sceau_take_note (remark, "remark", _("What is to be corrected is missing."), _("Write what the learner asks for."), faults);
  else if (remark != NULL && *remark != '\0')
    sceau_faults_add_field (faults, "remark", remark, _("Who agrees asks for no correction."), _("Record a correction instead, or leave it out."));
  if (answer->date == SCEAU_NO_DATE || answer->date > sceau_school_today (school))
    sceau_faults_add_field (faults, "date", NULL, _("The day is missing or lies ahead."), _("Give the day on which it was said."));
}

gboolean
sceau_record_proofs (SceauSchool *school, gint64 session_id, const char *const *learner_numbers, SceauProofState state, SceauDate date,
                     const char *remark, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Desk) desk = { .school = school };
  g_autoptr (JsonArray) written = json_array_new ();
  g_autofree char *kept = NULL;
  guint known = sceau_faults_count_errors (faults);
  Answer answer = { state, date, NULL };

  g_return_val_if_fail (state == SCEAU_PROOF_SIGNED || state == SCEAU_PROOF_REFUSED, FALSE);

  check_answer (school, &answer, remark, faults);
  kept = answer.remark;
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error)
      || !desk_open (&desk, session_id, error))
    return FALSE;
  for (const char *const *number = learner_numbers; *number != NULL; number++)
    if (!answer_one (&desk, *number, &answer, written, faults, error))
      return FALSE;
  return !sceau_faults_refuse (faults, known, error) && record (school, session_id, state, g_steal_pointer (&written), error)
         && sceau_transaction_commit (&transaction, error);
}
