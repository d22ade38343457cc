/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The directory of jurors, and what is known of them. */

#include "sceau-compare-private.h"
#include "sceau-juror-facts-table.h"
#include "sceau-juror-table.h"
#include "sceau-keep-jurors-private.h"

static char *
fact_key (const char *kind, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static char *
record_key (const char *kind, JsonObject *record)
{
  return fact_key (kind, json_object_get_int_member (record, "id"));
}

/* The number of a learner may change, the conflict with the person does not: the number is a record of its own, which
 * goes with the new number of the learner. */
static void
note_conflict (GHashTable *records, JsonObject *conflict)
{
  gint64 id = json_object_get_int_member (conflict, "id");

  g_hash_table_insert (records, fact_key (SCEAU_LEARNER_OF_CONFLICT, id), g_strdup (sceau_json_text_of (conflict, "learner")));
  json_object_remove_member (conflict, "learner");
  sceau_compare_note (records, fact_key ("conflict", id), conflict);
}

static void
hear_juror (SceauComparison *self, JsonObject *juror)
{
  sceau_compare_note (self->said, record_key ("juror", juror), json_object_ref (juror));
}

static void
hear_one (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    hear_juror (self, sceau_heard_after (heard));
}

static void
hear_import (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    sceau_compare_hear_each (self, json_object_get_member (sceau_heard_after (heard), "jurors"), hear_juror);
}

static void
forget_conflict (SceauComparison *self, JsonObject *fact)
{
  g_autofree char *key = record_key ("conflict", fact);
  g_autofree char *learner = record_key (SCEAU_LEARNER_OF_CONFLICT, fact);

  g_hash_table_remove (self->said, key);
  g_hash_table_remove (self->said, learner);
}

static void
hear_fact (SceauComparison *self, const SceauHeard *heard, const char *kind)
{
  JsonObject *after = sceau_heard_after (heard);
  JsonObject *before = sceau_heard_before (heard);

  if (before != NULL)
    {
      g_autofree char *key = record_key (kind, before);

      g_hash_table_remove (self->said, key);
    }
  if (after != NULL)
    sceau_compare_note (self->said, record_key (kind, after), json_object_ref (after));
}

static void
hear_conflict (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_before (heard) != NULL)
    forget_conflict (self, sceau_heard_before (heard));
  if (sceau_heard_after (heard) != NULL)
    note_conflict (self->said, json_object_ref (sceau_heard_after (heard)));
}

static void
hear_recognition (SceauComparison *self, const SceauHeard *heard)
{
  hear_fact (self, heard, "recognition of a juror");
}

static void
hear_absence (SceauComparison *self, const SceauHeard *heard)
{
  hear_fact (self, heard, "absence of a juror");
}

static void
forget_recognition (SceauComparison *self, JsonObject *fact)
{
  g_autofree char *key = record_key ("recognition of a juror", fact);

  g_hash_table_remove (self->said, key);
}

static void
forget_absence (SceauComparison *self, JsonObject *fact)
{
  g_autofree char *key = record_key ("absence of a juror", fact);

  g_hash_table_remove (self->said, key);
}

/* Who was removed went with all that was known. */
static void
hear_removal (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *before = sceau_heard_before (heard);

  g_hash_table_remove (self->said, heard->subject);
  if (before == NULL)
    return;
  sceau_compare_hear_each (self, json_object_get_member (before, "conflicts"), forget_conflict);
  sceau_compare_hear_each (self, json_object_get_member (before, "recognitions"), forget_recognition);
  sceau_compare_hear_each (self, json_object_get_member (before, "unavailabilities"), forget_absence);
}

const SceauHearing sceau_juror_hearings[] = {
  { "juror.add", hear_one },
  { "juror.edit", hear_one },
  { "juror.retire", hear_one },
  { "juror.import", hear_import },
  { "juror.remove", hear_removal },
  { "juror.conflict", hear_conflict },
  { "juror.withdraw-conflict", hear_conflict },
  { "juror.recognise", hear_recognition },
  { "juror.remove-recognition", hear_recognition },
  { "juror.away", hear_absence },
  { "juror.back", hear_absence },
  { NULL },
};

gboolean
sceau_compare_jurors (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) jurors = sceau_juror_table_list (self->school, NULL, error);
  g_autoptr (GPtrArray) conflicts = jurors != NULL ? sceau_juror_conflict_table_list (self->school, 0, error) : NULL;
  g_autoptr (GPtrArray) recognitions = conflicts != NULL ? sceau_juror_recognition_table_list (self->school, 0, error) : NULL;
  g_autoptr (GPtrArray) absences = recognitions != NULL ? sceau_juror_unavailability_table_list (self->school, 0, error) : NULL;

  if (absences == NULL)
    return FALSE;
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);

      sceau_compare_note (self->found, sceau_juror_subject (juror->id), sceau_json_from_juror (juror));
    }
  for (guint i = 0; i < conflicts->len; i++)
    note_conflict (self->found, sceau_json_from_conflict (g_ptr_array_index (conflicts, i)));
  for (guint i = 0; i < recognitions->len; i++)
    {
      const SceauJurorRecognition *recognition = g_ptr_array_index (recognitions, i);

      sceau_compare_note (self->found, fact_key ("recognition of a juror", recognition->id), sceau_json_from_recognition (recognition));
    }
  for (guint i = 0; i < absences->len; i++)
    {
      const SceauUnavailability *days = g_ptr_array_index (absences, i);

      sceau_compare_note (self->found, fact_key ("absence of a juror", days->id), sceau_json_from_unavailability (days));
    }
  return TRUE;
}
