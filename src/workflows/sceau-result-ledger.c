/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-decision-table.h"
#include "sceau-journal.h"
#include "sceau-result-ledger-private.h"
#include "sceau-result-table.h"

/* Letters stand a hundred apart, the three degrees of acquisition fifty: see sceau-mark.h. */
#define LETTER_STEP 100
#define ACQUISITION_STEP 50

void
sceau_objection_clear (SceauObjection *self)
{
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->remedy, g_free);
}

void
sceau_result_ledger_clear (SceauResultLedger *self)
{
  g_clear_pointer (&self->plan, sceau_plan_free);
  g_clear_pointer (&self->learners, g_hash_table_unref);
  g_clear_pointer (&self->standing, g_hash_table_unref);
  g_clear_pointer (&self->entered, g_hash_table_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
}

gboolean
sceau_result_ledger_open (SceauResultLedger *self, SceauSchool *school, const char *certification_code, GError **error)
{
  self->school = school;
  self->today = sceau_school_today (school);
  self->plan = sceau_require_plan (school, certification_code, error);
  if (self->plan == NULL)
    return FALSE;

  self->learners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sceau_result_free);
  self->entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_result_free);
  return TRUE;
}

/* (transfer full) */
static char *
make_key (gint64 enrolment_id, const char *modality_code, int attempt)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%s", enrolment_id, attempt, modality_code);
}

static SceauResult *
copy_result (const SceauResult *result)
{
  SceauResult *copy = sceau_result_new (result->enrolment_id, result->modality_code, result->attempt, result->mark);

  copy->examiner = g_strdup (result->examiner);
  copy->date = result->date;
  copy->comment = g_strdup (result->comment);
  return copy;
}

/* A result that is blank says no more than one that is not there. */
static const SceauResult *
find_standing (SceauResultLedger *self, gint64 enrolment_id, const char *modality_code, int attempt)
{
  g_autofree char *key = make_key (enrolment_id, modality_code, attempt);
  const SceauResult *result = g_hash_table_lookup (self->standing, key);

  return result != NULL && result->mark.kind != SCEAU_MARK_BLANK ? result : NULL;
}

void
sceau_result_ledger_add_learner (SceauResultLedger *self, gint64 enrolment_id, const char *number)
{
  gint64 *id = g_new (gint64, 1);

  *id = enrolment_id;
  g_hash_table_insert (self->learners, id, g_strdup (number));
}

void
sceau_result_ledger_add_standing (SceauResultLedger *self, GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (results, i);

      g_hash_table_insert (self->standing, make_key (result->enrolment_id, result->modality_code, result->attempt),
                           copy_result (result));
    }
}

static gboolean
is_on_scale (SceauMark mark, SceauScale scale)
{
  if (mark.kind != SCEAU_MARK_VALUE)
    return TRUE;
  if (mark.value < 0 || mark.value > sceau_scale_maximum (scale))
    return FALSE;
  switch (scale)
    {
    case SCEAU_SCALE_LETTERS:
      return mark.value % LETTER_STEP == 0;
    case SCEAU_SCALE_ACQUISITION:
      return mark.value % ACQUISITION_STEP == 0;
    case SCEAU_SCALE_TWENTY:
    default:
      return TRUE;
    }
}

/* (transfer full): "session 3 of 2026-09-12", the sealed one that decided on the enrolment. */
static char *
name_sealed_session (SceauSchool *school, gint64 enrolment_id)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_enrolment (school, enrolment_id, NULL);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      g_autoptr (SceauJurySession) session = sceau_require_jury (school, decision->session_id, NULL);
      g_autofree char *id = NULL;
      g_autofree char *day = NULL;

      if (session == NULL || session->state != SCEAU_SESSION_SEALED)
        continue;
      id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
      day = sceau_date_format_iso (session->date);
      /* Translators: number and day of a jury session. */
      return g_strdup_printf (_("jury session %s of %s"), id, day);
    }
  return g_strdup (_("a sealed jury session"));
}

static const char *
get_number (SceauResultLedger *self, gint64 enrolment_id)
{
  return g_hash_table_lookup (self->learners, &enrolment_id);
}

static void
object (SceauObjection *objection, char *reason, const char *remedy)
{
  objection->reason = reason;
  objection->remedy = g_strdup (remedy);
}

static void
object_to_scale (SceauResultLedger *self, const SceauResult *entry, SceauScale scale, SceauObjection *objection)
{
  g_autofree char *mark = sceau_mark_to_text (entry->mark, SCEAU_SCALE_TWENTY);

  object (objection, g_strdup_printf (_("The mark %s of learner %s for %s lies outside its scale."), mark,
                                      get_number (self, entry->enrolment_id), entry->modality_code),
          scale == SCEAU_SCALE_TWENTY ? _("Give a mark from 0 to 20.")
          : scale == SCEAU_SCALE_LETTERS ? _("Give a letter from A to F.")
                                         : _("Give A, PA or NA."));
}

static gboolean
changes_anything (const SceauResult *standing, const SceauResult *entry)
{
  if (standing == NULL)
    return entry->mark.kind != SCEAU_MARK_BLANK;
  return !sceau_mark_equal (standing->mark, entry->mark) ||
         (entry->date != SCEAU_NO_DATE && entry->date != standing->date) ||
         (entry->examiner != NULL && g_strcmp0 (entry->examiner, standing->examiner != NULL ? standing->examiner : "") != 0) ||
         (entry->comment != NULL && g_strcmp0 (entry->comment, standing->comment != NULL ? standing->comment : "") != 0);
}

/* A date of the future is a slip of the hand, and minutes would carry it. */
static void
object_to_date (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  g_autofree char *day = sceau_date_format_iso (entry->date);

  /* Translators: a learner's number, the code of a modality, a date. */
  object (objection, g_strdup_printf (_("The result of learner %s for %s is dated %s, in the future."),
                                      get_number (self, entry->enrolment_id), entry->modality_code, day),
          _("Give the day on which the evaluation was held."));
}

static void
check_seal (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauResult *standing = find_standing (self, entry->enrolment_id, entry->modality_code, entry->attempt);
  g_autofree char *session = NULL;

  if (standing == NULL || !changes_anything (standing, entry) ||
      !sceau_result_table_is_frozen (self->school, entry->enrolment_id, entry->modality_code, entry->attempt))
    return;

  session = name_sealed_session (self->school, entry->enrolment_id);
  object (objection,
          g_strdup_printf (_("The result of learner %s for %s at attempt %d is frozen by the seal of %s."),
                           get_number (self, entry->enrolment_id), entry->modality_code, entry->attempt, session),
          _("An error is mended by a rectifying session."));
}

void
sceau_result_ledger_check (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const SceauModality *modality = sceau_plan_find_modality (self->plan, entry->modality_code);
  g_autofree char *key = make_key (entry->enrolment_id, entry->modality_code, entry->attempt);

  if (modality == NULL)
    object (objection, g_strdup_printf (_("The evaluation plan has no modality “%s”."), entry->modality_code),
            _("Use a code of the plan."));
  else if (entry->attempt < 1)
    object (objection, g_strdup_printf (_("There is no attempt %d."), entry->attempt), _("Attempts count from 1."));
  else if (!is_on_scale (entry->mark, modality->scale))
    object_to_scale (self, entry, modality->scale, objection);
  else if (entry->date != SCEAU_NO_DATE && entry->date > self->today)
    object_to_date (self, entry, objection);
  else if (g_hash_table_contains (self->entered, key))
    object (objection, g_strdup_printf (_("Learner %s gets two results for %s at the same attempt."),
                                        get_number (self, entry->enrolment_id), entry->modality_code),
            _("Keep one of them."));
  else
    check_seal (self, entry, objection);
}

void
sceau_result_ledger_check_attempt (SceauResultLedger *self, const SceauResult *entry, SceauObjection *objection)
{
  const char *number = get_number (self, entry->enrolment_id);

  if (entry->mark.kind != SCEAU_MARK_BLANK && entry->attempt > 1 &&
      find_standing (self, entry->enrolment_id, entry->modality_code, entry->attempt - 1) == NULL)
    object (objection, g_strdup_printf (_("Learner %s has no result for %s at attempt %d."), number, entry->modality_code, entry->attempt - 1),
            _("Record the earlier attempt first: if nobody came, as an absence."));
  else if (entry->mark.kind == SCEAU_MARK_BLANK &&
           find_standing (self, entry->enrolment_id, entry->modality_code, entry->attempt + 1) != NULL)
    object (objection, g_strdup_printf (_("Learner %s has a result for %s at attempt %d."), number, entry->modality_code, entry->attempt + 1),
            _("Take the later attempt back first."));
}

/* (transfer full): what will stand, with the details that @entry leaves alone. */
static SceauResult *
merge (const SceauResult *standing, const SceauResult *entry)
{
  SceauResult *merged = copy_result (entry);

  if (standing != NULL && entry->examiner == NULL)
    merged->examiner = g_strdup (standing->examiner);
  if (standing != NULL && entry->comment == NULL)
    merged->comment = g_strdup (standing->comment);
  if (standing != NULL && entry->date == SCEAU_NO_DATE)
    merged->date = standing->date;
  if (merged->examiner != NULL && *merged->examiner == '\0')
    g_clear_pointer (&merged->examiner, g_free);
  if (merged->comment != NULL && *merged->comment == '\0')
    g_clear_pointer (&merged->comment, g_free);
  return merged;
}

gboolean
sceau_result_ledger_enter (SceauResultLedger *self, const SceauResult *entry)
{
  const SceauResult *standing = find_standing (self, entry->enrolment_id, entry->modality_code, entry->attempt);
  SceauResult *merged;
  char *key;

  if (!changes_anything (standing, entry))
    return FALSE;

  merged = merge (standing, entry);
  key = make_key (entry->enrolment_id, entry->modality_code, entry->attempt);
  g_ptr_array_add (self->before, standing != NULL ? copy_result (standing)
                                                  : sceau_result_new (entry->enrolment_id, entry->modality_code, entry->attempt, SCEAU_MARK_NONE));
  g_ptr_array_add (self->after, copy_result (merged));
  g_hash_table_add (self->entered, g_strdup (key));
  g_hash_table_insert (self->standing, key, merged);
  return TRUE;
}

static void
append_json (SceauResultLedger *self, GString *text, const SceauResult *result)
{
  JsonObject *record = sceau_json_from_result (result);
  g_autofree char *json = NULL;

  sceau_json_set_text (record, "learner", get_number (self, result->enrolment_id));
  json = sceau_json_to_text (record);
  g_string_append_printf (text, "%s%s", text->len > 1 ? "," : "", json);
}

static gboolean
write_result (SceauResultLedger *self, const SceauResult *result, GError **error)
{
  if (result->mark.kind == SCEAU_MARK_BLANK)
    return sceau_result_table_delete (self->school, result->enrolment_id, result->modality_code, result->attempt, error);
  return sceau_result_table_save (self->school, result, error);
}

gboolean
sceau_result_ledger_write (SceauResultLedger *self, const char *subject, SceauProgress *progress, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GString) before = g_string_new ("[");
  g_autoptr (GString) after = g_string_new ("[");

  if (self->after->len == 0)
    return TRUE;

  for (guint i = 0; i < self->after->len; i++)
    {
      const SceauResult *result = g_ptr_array_index (self->after, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_result (self, result, error))
        return FALSE;
      append_json (self, before, g_ptr_array_index (self->before, i));
      append_json (self, after, result);
      sceau_progress_report (progress, i, self->after->len, _("Recording the results"));
    }

  g_string_append_c (before, ']');
  g_string_append_c (after, ']');
  return sceau_journal_append (self->school, "result.record", subject, before->str, after->str, error);
}
