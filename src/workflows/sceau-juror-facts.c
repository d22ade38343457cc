/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is known of a juror beside the directory: conflicts, recognitions, days away; and all of it in the journal's words. */

#include <glib/gi18n-lib.h>

#include "sceau-cohort-table.h"
#include "sceau-juror-facts-table.h"
#include "sceau-keep-jurors-private.h"

JsonObject *
sceau_json_from_juror (const SceauJuror *juror)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", juror->id);
  sceau_json_set_text (object, "name", juror->name);
  sceau_json_set_text (object, "function", juror->function);
  sceau_json_set_text (object, "employer", juror->employer);
  json_object_set_boolean_member (object, "internal", juror->internal);
  sceau_json_set_text (object, "sex", sceau_sex_to_id (juror->sex));
  sceau_json_set_date (object, "mandate_start", juror->mandate_start);
  sceau_json_set_date (object, "mandate_end", juror->mandate_end);
  /* What older files do not know is only said when there is something to say. */
  sceau_json_set_text (object, "field", juror->field);
  sceau_json_set_text (object, "email", juror->email);
  sceau_json_set_text (object, "phone", juror->phone);
  sceau_json_set_text (object, "address", juror->address);
  if (juror->retired)
    json_object_set_boolean_member (object, "retired", TRUE);
  return object;
}

JsonObject *
sceau_json_from_conflict (const SceauJurorConflict *conflict)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", conflict->id);
  json_object_set_int_member (object, "juror", conflict->juror_id);
  sceau_json_set_text (object, "kind", sceau_conflict_kind_to_id (conflict->kind));
  sceau_json_set_text (object, "learner", conflict->learner_number);
  if (conflict->cohort_id != 0)
    json_object_set_int_member (object, "cohort", conflict->cohort_id);
  sceau_json_set_text (object, "note", conflict->note);
  return object;
}

JsonObject *
sceau_json_from_recognition (const SceauJurorRecognition *recognition)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", recognition->id);
  json_object_set_int_member (object, "juror", recognition->juror_id);
  sceau_json_set_text (object, "title", recognition->title);
  sceau_json_set_text (object, "reference", recognition->reference);
  sceau_json_set_date (object, "start", recognition->start);
  sceau_json_set_date (object, "end", recognition->end);
  return object;
}

JsonObject *
sceau_json_from_unavailability (const SceauUnavailability *days)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", days->id);
  json_object_set_int_member (object, "juror", days->juror_id);
  sceau_json_set_date (object, "start", days->start);
  sceau_json_set_date (object, "end", days->end);
  sceau_json_set_text (object, "note", days->note);
  return object;
}

/* @sentence: of the end before the start. */
static void
check_dates (SceauDate start, SceauDate end, const char *sentence, SceauFaults *faults)
{
  g_autofree char *text = sceau_date_format_iso (end);

  if (start != SCEAU_NO_DATE && end != SCEAU_NO_DATE && end < start)
    sceau_faults_add_field (faults, "end", text, sentence, _("Correct one of the two dates."));
}

static gboolean
record_fact (SceauSchool *school, const char *verb, gint64 juror_id, JsonObject *before, JsonObject *after, GError **error)
{
  g_autofree char *subject = sceau_juror_subject (juror_id);

  return sceau_journal_record (school, verb, subject, before, after, error);
}

/* The juror is there, and so is what the fact is about. */
static gboolean
find_parties (SceauSchool *school, const SceauJurorConflict *conflict, GError **error)
{
  g_autoptr (SceauJuror) juror = sceau_require_juror (school, conflict->juror_id, error);
  g_autoptr (SceauLearner) learner = NULL;
  g_autoptr (SceauCohort) cohort = NULL;

  if (juror == NULL)
    return FALSE;
  if (conflict->learner_number != NULL)
    {
      learner = sceau_require_learner (school, conflict->learner_number, error);
      return learner != NULL;
    }
  cohort = sceau_require_cohort_by_id (school, conflict->cohort_id, error);
  return cohort != NULL;
}

gboolean
sceau_declare_conflict (SceauSchool *school, SceauJurorConflict *conflict, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  guint known = sceau_faults_count_errors (faults);
  g_autofree char *note = conflict->note;

  conflict->note = sceau_take_optional (note, "note", faults);
  if ((conflict->learner_number != NULL) == (conflict->cohort_id != 0))
    sceau_faults_add_field (faults, "learner", conflict->learner_number, _("A conflict is with one learner or with one whole cohort."),
                            _("Name one of the two."));
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error)
      || !find_parties (school, conflict, error) || !sceau_juror_conflict_table_insert (school, conflict, error))
    return FALSE;
  return record_fact (school, "juror.conflict", conflict->juror_id, NULL, sceau_json_from_conflict (conflict), error)
         && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_record_recognition (SceauSchool *school, SceauJurorRecognition *recognition, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJuror) juror = NULL;
  guint known = sceau_faults_count_errors (faults);
  g_autofree char *title = recognition->title;
  g_autofree char *reference = recognition->reference;

  recognition->title = sceau_take_text (title, "title", _("A recognition needs a title: “ExpertCyber”, for instance."), faults);
  recognition->reference = sceau_take_optional (reference, "reference", faults);
  check_dates (recognition->start, recognition->end, _("The recognition ends before it begins."), faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  juror = sceau_require_juror (school, recognition->juror_id, error);
  return juror != NULL && sceau_juror_recognition_table_insert (school, recognition, error)
         && record_fact (school, "juror.recognise", juror->id, NULL, sceau_json_from_recognition (recognition), error)
         && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_record_unavailability (SceauSchool *school, SceauUnavailability *days, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJuror) juror = NULL;
  guint known = sceau_faults_count_errors (faults);
  g_autofree char *note = days->note;

  days->note = sceau_take_optional (note, "note", faults);
  if (days->start == SCEAU_NO_DATE || days->end == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, days->start == SCEAU_NO_DATE ? "start" : "end", NULL,
                            _("The first and the last day of the absence are needed."), NULL);
  check_dates (days->start, days->end, _("The absence ends before it begins."), faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  juror = sceau_require_juror (school, days->juror_id, error);
  return juror != NULL && sceau_juror_unavailability_table_insert (school, days, error)
         && record_fact (school, "juror.away", juror->id, NULL, sceau_json_from_unavailability (days), error)
         && sceau_transaction_commit (&transaction, error);
}

/* Taking back ------------------------------------------------------------------------ */

static gboolean
refuse_unknown (const char *sentence, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND, sentence, number);
  return FALSE;
}

gboolean
sceau_withdraw_conflict (SceauSchool *school, gint64 id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (GPtrArray) all = NULL;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  all = sceau_juror_conflict_table_list (school, 0, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SceauJurorConflict *conflict = g_ptr_array_index (all, i);

      if (conflict->id == id)
        return sceau_juror_conflict_table_delete (school, id, error)
               && record_fact (school, "juror.withdraw-conflict", conflict->juror_id, sceau_json_from_conflict (conflict), NULL, error)
               && sceau_transaction_commit (&transaction, error);
    }
  return all != NULL && refuse_unknown (_("No conflict has the number %s. Reload the juror."), id, error);
}

gboolean
sceau_remove_recognition (SceauSchool *school, gint64 id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (GPtrArray) all = NULL;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  all = sceau_juror_recognition_table_list (school, 0, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SceauJurorRecognition *recognition = g_ptr_array_index (all, i);

      if (recognition->id == id)
        return sceau_juror_recognition_table_delete (school, id, error)
               && record_fact (school, "juror.remove-recognition", recognition->juror_id, sceau_json_from_recognition (recognition),
                               NULL, error)
               && sceau_transaction_commit (&transaction, error);
    }
  return all != NULL && refuse_unknown (_("No recognition has the number %s. Reload the juror."), id, error);
}

gboolean
sceau_remove_unavailability (SceauSchool *school, gint64 id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (GPtrArray) all = NULL;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  all = sceau_juror_unavailability_table_list (school, 0, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SceauUnavailability *days = g_ptr_array_index (all, i);

      if (days->id == id)
        return sceau_juror_unavailability_table_delete (school, id, error)
               && record_fact (school, "juror.back", days->juror_id, sceau_json_from_unavailability (days), NULL, error)
               && sceau_transaction_commit (&transaction, error);
    }
  return all != NULL && refuse_unknown (_("No absence has the number %s. Reload the juror."), id, error);
}
