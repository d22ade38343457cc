/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How the quotas of derogations stand while a cohort fills, and what is written down when one is passed over. */

#include <glib/gi18n-lib.h>

#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-plan-table.h"
#include "sceau-quota.h"
#include "sceau-text.h"

void
sceau_quota_outlook_free (SceauQuotaOutlook *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

gboolean
sceau_quota_book_open (SceauQuotaBook *self, SceauSchool *school, const SceauCohort *cohort, const SceauPlan *plan, GError **error)
{
  self->today = sceau_school_today (school);
  self->cohort = cohort;
  self->plan = plan;
  self->admissions = sceau_enrolment_table_list_admissions (school, cohort->id, error);
  return self->admissions != NULL;
}

void
sceau_quota_book_clear (SceauQuotaBook *self)
{
  g_clear_pointer (&self->admissions, g_array_unref);
}

void
sceau_quota_book_add (SceauQuotaBook *self, SceauAdmission admission)
{
  g_array_append_val (self->admissions, admission);
}

void
sceau_quota_book_take_out (SceauQuotaBook *self, SceauAdmission admission)
{
  for (guint i = 0; i < self->admissions->len; i++)
    if (g_array_index (self->admissions, SceauAdmission, i) == admission)
      {
        g_array_remove_index_fast (self->admissions, i);
        return;
      }
}

/* The places are those of the cohort as it is planned, as long as it is not larger than that. */
static SceauQuotaOutlook
look_ahead (const SceauQuotaBook *self, const SceauQuota *quota)
{
  SceauQuotaState state = sceau_quota_evaluate (quota, (const SceauAdmission *) self->admissions->data, self->admissions->len);
  SceauQuotaOutlook outlook = { quota->code, quota->title, quota->max_percent, 0, 0, state.used, 0 };

  outlook.learners = MAX (self->cohort->planned_learners, (int) self->admissions->len);
  outlook.places = (int) ((gint64) outlook.learners * quota->max_percent / 100);
  outlook.left = MAX (outlook.places - outlook.used, 0);
  return outlook;
}

/* Nobody who is planned will come with the quota's places already taken: this one is too many. */
static void
refuse_admission (const SceauQuotaBook *self, const SceauQuotaOutlook *outlook, int line, SceauFaults *faults)
{
  g_autofree char *value = g_strdup_printf ("%d/%d", outlook->used, outlook->places);
  g_autofree char *reason
      /* Translators: %s is the code of a quota; then its places, the learners planned, and how many derogations there would be. */
      = g_strdup_printf (_("The quota %s has %d places for %d learners, %d planned, and this would be derogation number %d."),
                         outlook->code, outlook->places, outlook->learners, self->cohort->planned_learners, outlook->used);

  sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, "admission", value, reason,
                    _("Enrol this learner in another cohort, or give the reason of the written exception."));
}

static SceauQuotaException *
make_exception (const SceauQuotaBook *self, const SceauQuotaOutlook *outlook, const char *reason)
{
  SceauQuotaException *exception = sceau_quota_exception_new ();

  exception->quota_code = g_strdup (outlook->code);
  exception->date = self->today;
  exception->reason = g_strdup (reason);
  exception->learners = outlook->learners;
  exception->places = outlook->places;
  exception->used = outlook->used;
  return exception;
}

gboolean
sceau_quota_book_change (SceauQuotaBook *self, SceauAdmission was, SceauAdmission admission, const char *exception, int line,
                         SceauFaults *faults, GPtrArray *exceptions)
{
  guint known = sceau_faults_count_errors (faults);
  g_autofree char *reason = sceau_take_note (exception, "exception", NULL, NULL, faults);
  gboolean exceeded = FALSE;

  sceau_quota_book_add (self, admission);
  for (guint i = 0; self->plan != NULL && i < self->plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (self->plan->quotas, i);
      SceauQuotaOutlook outlook = look_ahead (self, quota);

      /* Who was counted before takes no further place. */
      if ((quota->admissions & (1u << admission)) == 0 || (quota->admissions & (1u << was)) != 0 || outlook.used <= outlook.places)
        continue;
      exceeded = TRUE;
      if (reason != NULL)
        g_ptr_array_add (exceptions, make_exception (self, &outlook, reason));
      else if (self->cohort->planned_learners > 0)
        refuse_admission (self, &outlook, line, faults);
    }
  if (sceau_faults_count_errors (faults) > known)
    {
      /* Whoever stays outside takes no place from the next one. */
      g_array_remove_index (self->admissions, self->admissions->len - 1);
      return FALSE;
    }
  if (reason != NULL && !exceeded)
    sceau_faults_add (faults, SCEAU_FAULT_WARNING, line, 0, "exception", reason, _("The quotas have a place for this learner: no exception is kept."),
                      NULL);
  return TRUE;
}

gboolean
sceau_quota_book_admit (SceauQuotaBook *self, SceauAdmission admission, const char *exception, int line, SceauFaults *faults,
                        GPtrArray *exceptions)
{
  return sceau_quota_book_change (self, SCEAU_ADMISSION_NORMAL, admission, exception, line, faults, exceptions);
}

void
sceau_quota_book_warn (SceauQuotaBook *self, SceauFaults *faults)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();
  g_autofree char *place = g_strdup_printf (_("cohort %s"), self->cohort->name);

  if (self->plan == NULL)
    return;
  /* With a planned number whoever was too many was refused, or let in by a written exception. */
  if (self->cohort->planned_learners == 0)
    sceau_quotas_check (self->plan, (const SceauAdmission *) self->admissions->data, self->admissions->len, found);
  sceau_faults_add_all (faults, found, SCEAU_FAULT_WARNING, place);
  if (sceau_faults_length (found) > 0)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, place, "planned", NULL,
                         _("The cohort does not say how many learners are planned: the quotas count those who are in it."),
                         _("Give the planned number, and the places that are left will be known while enrolling."));
}

gboolean
sceau_quota_exceptions_keep (SceauSchool *school, gint64 enrolment_id, GPtrArray *exceptions, GError **error)
{
  for (guint i = 0; i < exceptions->len; i++)
    {
      SceauQuotaException *exception = g_ptr_array_index (exceptions, i);

      exception->enrolment_id = enrolment_id;
      exception->id = sceau_quota_exception_table_insert (school, exception, error);
      if (exception->id == 0)
        return FALSE;
    }
  return TRUE;
}

JsonObject *
sceau_json_from_quota_exception (const SceauQuotaException *exception)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "enrolment", exception->enrolment_id);
  sceau_json_set_text (object, "quota", exception->quota_code);
  sceau_json_set_date (object, "date", exception->date);
  sceau_json_set_text (object, "reason", exception->reason);
  json_object_set_int_member (object, "learners", exception->learners);
  json_object_set_int_member (object, "places", exception->places);
  json_object_set_int_member (object, "used", exception->used);
  return object;
}

void
sceau_json_set_exceptions (JsonObject *object, GPtrArray *exceptions)
{
  JsonArray *array;

  if (exceptions->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < exceptions->len; i++)
    json_array_add_object_element (array, sceau_json_from_quota_exception (g_ptr_array_index (exceptions, i)));
  json_object_set_array_member (object, "exceptions", array);
}

/* For the screen ------------------------------------------------------------- */

/* Whoever takes a place of @quota takes one of every quota that counts the same admissions and more: with a total
 * of a and b that is full, no place is left on a either, however few of a came. */
static int
places_left (const SceauQuotaBook *book, const SceauQuota *quota)
{
  int left = G_MAXINT;

  for (guint i = 0; i < book->plan->quotas->len; i++)
    {
      const SceauQuota *other = g_ptr_array_index (book->plan->quotas, i);

      if ((quota->admissions & ~other->admissions) == 0)
        left = MIN (left, look_ahead (book, other).left);
    }
  return left;
}

static GPtrArray *
list_outlooks (const SceauQuotaBook *book)
{
  GPtrArray *outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_quota_outlook_free);

  for (guint i = 0; i < book->plan->quotas->len; i++)
    {
      const SceauQuota *quota = g_ptr_array_index (book->plan->quotas, i);
      SceauQuotaOutlook *outlook = g_new (SceauQuotaOutlook, 1);

      *outlook = look_ahead (book, quota);
      outlook->left = places_left (book, quota);
      outlook->code = g_strdup (outlook->code);
      outlook->title = g_strdup (outlook->title);
      g_ptr_array_add (outlooks, outlook);
    }
  return outlooks;
}

GPtrArray *
sceau_foresee_quotas (SceauSchool *school, gint64 cohort_id, const SceauAdmission *more, guint n, GError **error)
{
  g_auto (SceauQuotaBook) book = { 0 };
  g_autoptr (SceauCohort) cohort = sceau_require_cohort_by_id (school, cohort_id, error);
  g_autoptr (SceauPlan) plan = NULL;

  if (cohort == NULL)
    return NULL;
  if (!sceau_plan_table_exists (school, cohort->certification_code))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_quota_outlook_free);
  plan = sceau_require_plan (school, cohort->certification_code, error);
  if (plan == NULL || !sceau_quota_book_open (&book, school, cohort, plan, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    sceau_quota_book_add (&book, more[i]);
  return list_outlooks (&book);
}

char *
sceau_quota_outlook_describe (const SceauQuotaOutlook *self)
{
  const char *name = self->title != NULL ? self->title : self->code;

  if (self->used > self->places)
    /* Translators: the name of a quota, how many derogations there are, for how many places. */
    return g_strdup_printf (_("%s: %d derogations for %d places"), name, self->used, self->places);
  if (self->left == 0)
    return g_strdup_printf (_("No place left on %s"), name);
  return g_strdup_printf (ngettext ("%d place left on %s", "%d places left on %s", (gulong) self->left), self->left, name);
}
