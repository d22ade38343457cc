/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Learners, the blocks that they brought along, their cohorts and enrolments. */

#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-cohort-table.h"
#include "sceau-compare-private.h"
#include "sceau-enrol-private.h"
#include "sceau-enrolment-table.h"
#include "sceau-learner-table.h"

/* (transfer full) */
static char *
cohort_key (const char *certification_code, const char *name)
{
  return g_strdup_printf ("cohort %s, %s", certification_code, name);
}

static void
hear_cohort (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *cohort = sceau_heard_after (heard);

  if (cohort != NULL)
    sceau_compare_note (self->said, cohort_key (sceau_json_text_of (cohort, "certification"), sceau_json_text_of (cohort, "name")),
                        json_object_ref (cohort));
}

/* (transfer full) */
static char *
exception_key (gint64 enrolment_id, const char *quota_code)
{
  return g_strdup_printf ("exception of enrolment %" G_GINT64_FORMAT " to the quota %s", enrolment_id, quota_code);
}

static char *
enrolment_key (JsonObject *enrolment)
{
  return g_strdup_printf ("enrolment %s, %s, %s", sceau_json_text_of (enrolment, "learner"), sceau_json_text_of (enrolment, "certification"),
                          sceau_json_text_of (enrolment, "cohort"));
}

/* The number of the learner and the name of the cohort are in the key alone, so that they can change. */
static void
note_enrolment (GHashTable *records, JsonObject *enrolment)
{
  char *key = enrolment_key (enrolment);

  json_object_remove_member (enrolment, "learner");
  json_object_remove_member (enrolment, "cohort");
  json_object_remove_member (enrolment, "reason");
  json_object_remove_member (enrolment, "exceptions");
  sceau_compare_note (records, key, enrolment);
}

static void
hear_exception (SceauComparison *self, JsonObject *exception)
{
  sceau_compare_note (self->said, exception_key (json_object_get_int_member (exception, "enrolment"), sceau_json_text_of (exception, "quota")),
                      json_object_ref (exception));
}

/* What a jury gave is covered by the seal of its session: this is for what the school took over on a proof. */
static void
note_block (GHashTable *records, const char *learner_number, JsonObject *block)
{
  sceau_compare_note (records,
                      g_strdup_printf ("acquired block %s, %s, %s", learner_number, sceau_json_text_of (block, "certification"),
                                       sceau_json_text_of (block, "block")),
                      block);
}

static void
hear_blocks (SceauComparison *self, const char *learner_number, JsonObject *entry)
{
  JsonArray *blocks = json_object_has_member (entry, "acquired_blocks") ? json_object_get_array_member (entry, "acquired_blocks") : NULL;

  for (guint i = 0; blocks != NULL && i < json_array_get_length (blocks); i++)
    note_block (self->said, learner_number, json_object_ref (json_array_get_object_element (blocks, i)));
}

static void
hear_block (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *block = sceau_heard_after (heard);

  if (block != NULL && g_str_has_prefix (heard->subject, "learner "))
    note_block (self->said, heard->subject + strlen ("learner "), json_object_ref (block));
}

static void
hear_enrolled (SceauComparison *self, JsonObject *entry)
{
  JsonObject *learner = json_object_get_object_member (entry, "learner");
  g_autofree char *key = sceau_json_key_of ("learner", learner, "number");

  /* Somebody whom the school knew kept the civil status that it had. */
  if (!g_hash_table_contains (self->said, key))
    sceau_compare_note (self->said, g_steal_pointer (&key), json_object_ref (learner));
  note_enrolment (self->said, json_object_ref (json_object_get_object_member (entry, "enrolment")));
  hear_blocks (self, sceau_json_text_of (learner, "number"), entry);
  sceau_compare_hear_each (self, json_object_get_member (entry, "exceptions"), hear_exception);
}

static void
hear_enrolment (SceauComparison *self, const SceauHeard *heard)
{
  sceau_compare_hear_each (self, heard->after, hear_enrolled);
}

static void
hear_member (SceauComparison *self, JsonObject *enrolment)
{
  sceau_compare_hear_each (self, json_object_get_member (enrolment, "exceptions"), hear_exception);
  note_enrolment (self->said, json_object_ref (enrolment));
}

static void
hear_amended (SceauComparison *self, const SceauHeard *heard)
{
  sceau_compare_hear_each (self, heard->after, hear_member);
}

static void
hear_group (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    sceau_compare_hear_each (self, json_object_get_member (sceau_heard_after (heard), "enrolments"), hear_member);
}

/* The enrolments of the cohort go by its new name. */
static void
rename_cohort (SceauComparison *self, const char *code, const char *from, const char *to)
{
  g_autofree char *old = g_strdup_printf (", %s, %s", code, from);
  g_autofree char *cohort = cohort_key (code, from);
  g_autoptr (GList) keys = NULL;

  g_hash_table_remove (self->said, cohort);
  keys = g_hash_table_get_keys (self->said);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      gpointer key, digest;

      if (!g_str_has_prefix (l->data, "enrolment ") || !g_str_has_suffix (l->data, old) ||
          !g_hash_table_steal_extended (self->said, l->data, &key, &digest))
        continue;
      g_hash_table_insert (self->said, g_strdup_printf ("%.*s, %s, %s", (int) (strlen (key) - strlen (old)), (char *) key, code, to), digest);
      g_free (key);
    }
}

static void
hear_cohort_amended (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);
  JsonObject *before = sceau_heard_before (heard);

  if (after == NULL || before == NULL)
    return;
  if (!g_str_equal (sceau_json_text_of (before, "name"), sceau_json_text_of (after, "name")))
    rename_cohort (self, sceau_json_text_of (after, "certification"), sceau_json_text_of (before, "name"), sceau_json_text_of (after, "name"));
  hear_cohort (self, heard);
}

/* @kind: of records whose key begins with the number of the learner. */
static void
rename_records (SceauComparison *self, const char *kind, const char *from, const char *to)
{
  g_autofree char *old = g_strdup_printf ("%s %s, ", kind, from);
  g_autoptr (GList) keys = g_hash_table_get_keys (self->said);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      gpointer key, digest;

      if (!g_str_has_prefix (l->data, old) || !g_hash_table_steal_extended (self->said, l->data, &key, &digest))
        continue;
      g_hash_table_insert (self->said, g_strdup_printf ("%s %s, %s", kind, to, (char *) key + strlen (old)), digest);
      g_free (key);
    }
}

static void
rename_in_conflicts (SceauComparison *self, const char *from, const char *to)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_has_prefix (key, SCEAU_LEARNER_OF_CONFLICT " ") && g_str_equal (value, from))
      g_hash_table_iter_replace (&iter, g_strdup (to));
}

static void
rename_learner (SceauComparison *self, const char *from, const char *to)
{
  g_autofree char *learner = g_strdup_printf ("learner %s", from);

  g_hash_table_remove (self->said, learner);
  rename_records (self, "enrolment", from, to);
  rename_records (self, "acquired block", from, to);
  rename_in_conflicts (self, from, to);
}

static void
hear_edited (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *after = sceau_heard_after (heard);
  JsonObject *before = sceau_heard_before (heard);
  const char *from = before != NULL ? sceau_json_text_of (before, "number") : "";
  const char *to = after != NULL ? sceau_json_text_of (after, "number") : "";

  if (after == NULL)
    return;
  if (!g_str_equal (from, to))
    rename_learner (self, from, to);
  sceau_compare_note (self->said, sceau_json_key_of ("learner", after, "number"), json_object_ref (after));
}

const SceauHearing sceau_learner_hearings[] = {
  { "cohort.open", hear_cohort },
  { "cohort.amend", hear_cohort_amended },
  { "learner.enrol", hear_enrolment },
  { "block.acquire", hear_block },
  { "learner.edit", hear_edited },
  { "learner.withdraw", hear_amended }, /* what "learner.leave" was called */
  { "learner.leave", hear_amended },
  { "learner.return", hear_amended },
  { "enrolment.amend", hear_amended },
  { "group.form", hear_group },
  { NULL },
};

static gboolean
look_at_blocks (SceauComparison *self, const SceauLearner *learner, GError **error)
{
  g_autoptr (GPtrArray) blocks = sceau_acquired_block_table_list_by_learner (self->school, learner->id, NULL, error);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SceauAcquiredBlock *block = g_ptr_array_index (blocks, i);

      if (block->session_id == 0)
        note_block (self->found, learner->number, sceau_json_from_acquired_block (block));
    }
  return blocks != NULL;
}

static gboolean
look_at_people (SceauComparison *self, GError **error)
{
  const SceauLearnerQuery query = { 0 };
  g_autoptr (GPtrArray) learners = sceau_learner_table_list (self->school, &query, error);

  for (guint i = 0; learners != NULL && i < learners->len; i++)
    {
      const SceauLearner *learner = g_ptr_array_index (learners, i);

      sceau_compare_note (self->found, g_strdup_printf ("learner %s", learner->number), sceau_json_from_learner (learner));
      g_hash_table_insert (self->names, g_strdup (learner->number), sceau_learner_sorted_name (learner));
      if (!look_at_blocks (self, learner, error))
        return FALSE;
    }
  return learners != NULL;
}

/* The name is kept a second time, ready to be shown: both must say the same. */
static void
look_at_enrolment (SceauComparison *self, const SceauEnrolment *enrolment)
{
  note_enrolment (self->found, sceau_json_from_enrolment (enrolment));
  if (g_strcmp0 (enrolment->learner_name, g_hash_table_lookup (self->names, enrolment->learner_number)) != 0)
    g_hash_table_insert (self->found, g_strdup_printf ("learner %s", enrolment->learner_number), g_strdup (enrolment->learner_name));
}

static gboolean
look_at_cohort (SceauComparison *self, const SceauCohort *cohort, GError **error)
{
  const SceauEnrolmentQuery query = { .cohort_id = cohort->id };
  g_autoptr (GPtrArray) enrolments = sceau_enrolment_table_list (self->school, &query, error);

  if (enrolments == NULL)
    return FALSE;
  sceau_compare_note (self->found, cohort_key (cohort->certification_code, cohort->name), sceau_json_from_cohort (cohort));
  for (guint i = 0; i < enrolments->len; i++)
    look_at_enrolment (self, g_ptr_array_index (enrolments, i));
  return TRUE;
}

static gboolean
look_at_exceptions (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) exceptions = sceau_quota_exception_table_list (self->school, 0, error);

  for (guint i = 0; exceptions != NULL && i < exceptions->len; i++)
    {
      const SceauQuotaException *exception = g_ptr_array_index (exceptions, i);

      sceau_compare_note (self->found, exception_key (exception->enrolment_id, exception->quota_code), sceau_json_from_quota_exception (exception));
    }
  return exceptions != NULL;
}

gboolean
sceau_compare_learners (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) cohorts = look_at_people (self, error)
                                      && look_at_exceptions (self, error)
                                    ? sceau_cohort_table_list (self->school, NULL, error)
                                    : NULL;

  for (guint i = 0; cohorts != NULL && i < cohorts->len; i++)
    if (!look_at_cohort (self, g_ptr_array_index (cohorts, i), error))
      return FALSE;
  return cohorts != NULL;
}
