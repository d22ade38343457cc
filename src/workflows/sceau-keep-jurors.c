/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The directory of jurors: who can sit, and who does no longer. */

#include <glib/gi18n-lib.h>

#include "sceau-hold-jury.h"
#include "sceau-juror-facts-table.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"
#include "sceau-keep-jurors-private.h"
#include "sceau-text.h"

char *
sceau_juror_subject (gint64 juror_id)
{
  return g_strdup_printf ("juror %" G_GINT64_FORMAT, juror_id);
}

/* The lines of a postal address, each trimmed; NULL when nothing is left. */
static char *
take_address (const char *address, SceauFaults *faults)
{
  g_auto (GStrv) lines = g_strsplit_set (address != NULL ? address : "", "\r\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *text = sceau_take_optional (*line, "address", faults);

      if (text != NULL)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", text);
    }
  return kept->len > 0 ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}

/* Contact and mandate: the rest was checked, with more to say, when it was taken. */
static void
check_rest (const SceauJuror *juror, SceauFaults *faults)
{
  g_autoptr (SceauFaults) found = sceau_faults_new ();

  sceau_juror_check (juror, 0, found);
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);

      if (!g_str_equal (fault->field, "name") && !g_str_equal (fault->field, "function") && !g_str_equal (fault->field, "employer"))
        sceau_faults_add_at (faults, fault->severity, fault->place, fault->field, fault->value, fault->reason, fault->remedy);
    }
}

SceauJuror *
sceau_juror_take (const SceauJuror *juror, SceauFaults *faults)
{
  SceauJuror *kept = sceau_juror_new ();

  kept->id = juror->id;
  kept->name = sceau_take_text (juror->name, "name", _("A juror needs a name: it stands in the minutes."), faults);
  kept->function = sceau_take_text (juror->function, "function", _("A juror needs a function: the composition is checked by it."), faults);
  kept->employer = sceau_take_text (juror->employer, "employer", _("A juror needs an employer: it says whom the juror is independent of."), faults);
  kept->internal = juror->internal;
  kept->sex = juror->sex;
  kept->field = sceau_take_optional (juror->field, "field", faults);
  kept->email = sceau_take_optional (juror->email, "email", faults);
  kept->phone = sceau_take_optional (juror->phone, "phone", faults);
  kept->address = take_address (juror->address, faults);
  kept->mandate_start = juror->mandate_start;
  kept->mandate_end = juror->mandate_end;
  kept->retired = juror->retired;
  check_rest (kept, faults);
  return kept;
}

SceauJuror *
sceau_require_juror (SceauSchool *school, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *number = NULL;
  SceauJuror *juror = sceau_juror_table_find (school, id, &local);

  if (juror != NULL)
    return juror;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("No juror has the number %s. Look it up in the list of jurors."), number);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* The same person entered twice would count twice in a composition. */
static gboolean
refuse_twin (SceauSchool *school, const SceauJuror *juror, GError **error)
{
  g_autoptr (GPtrArray) jurors = sceau_juror_table_list (school, NULL, error);

  if (jurors == NULL)
    return FALSE;
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *known = g_ptr_array_index (jurors, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, known->id);

      if (known->id == juror->id || !sceau_text_same (known->name, juror->name)
          || !sceau_text_same (known->function, juror->function) || !sceau_text_same (known->employer, juror->employer))
        continue;
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                   _("%s is juror number %s already, with the same function and employer."), known->name, id);
      return FALSE;
    }
  return TRUE;
}

gint64
sceau_add_juror (SceauSchool *school, const SceauJuror *juror, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauJuror) kept = sceau_juror_take (juror, faults);
  g_autofree char *subject = NULL;

  kept->id = 0;
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error)
      || !refuse_twin (school, kept, error) || !sceau_juror_table_insert (school, kept, error))
    return 0;

  subject = sceau_juror_subject (kept->id);
  if (!sceau_journal_record (school, "juror.add", subject, NULL, sceau_json_from_juror (kept), error)
      || !sceau_transaction_commit (&transaction, error))
    return 0;
  return kept->id;
}

/* In the open transaction; nothing is written when the directory says just that. */
static gboolean
replace_juror (SceauSchool *school, const SceauJuror *before, const SceauJuror *after, const char *verb, GError **error)
{
  g_autofree char *subject = sceau_juror_subject (after->id);

  if (sceau_json_same (sceau_json_from_juror (before), sceau_json_from_juror (after)))
    return TRUE;
  return sceau_juror_table_update (school, after, error)
         && sceau_journal_record (school, verb, subject, sceau_json_from_juror (before), sceau_json_from_juror (after), error);
}

gboolean
sceau_edit_juror (SceauSchool *school, const SceauJuror *juror, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauJuror) kept = sceau_juror_take (juror, faults);
  g_autoptr (SceauJuror) before = NULL;

  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_juror (school, juror->id, error);
  return before != NULL && refuse_twin (school, kept, error) && replace_juror (school, before, kept, "juror.edit", error)
         && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_retire_juror (SceauSchool *school, gint64 juror_id, gboolean retired, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJuror) before = NULL;
  g_autoptr (SceauJuror) after = NULL;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = sceau_require_juror (school, juror_id, error);
  if (before == NULL)
    return FALSE;
  after = sceau_juror_copy (before);
  after->retired = retired;
  return replace_juror (school, before, after, "juror.retire", error) && sceau_transaction_commit (&transaction, error);
}

/* How many sessions name the juror; *@latest: one of them. FALSE on errors of the file. */
static gboolean
count_sessions (SceauSchool *school, gint64 juror_id, guint *n, gint64 *latest, GError **error)
{
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, NULL, error);

  *n = 0;
  *latest = 0;
  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);

      for (guint j = 0; j < session->members->len; j++)
        if (((SceauJuryMember *) g_ptr_array_index (session->members, j))->juror->id == juror_id)
          {
            (*n)++;
            *latest = MAX (*latest, session->id);
          }
    }
  return sessions != NULL;
}

static gboolean
refuse_sitting (SceauSchool *school, const SceauJuror *juror, GError **error)
{
  guint n;
  gint64 latest;
  g_autofree char *id = NULL;

  if (!count_sessions (school, juror->id, &n, &latest, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, latest);
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("%s is a member of jury session %s and stays in the directory: retire the juror instead."), juror->name, id);
  return FALSE;
}

static JsonArray *
list_facts (GPtrArray *facts, JsonObject *(*to_json) (gconstpointer fact))
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < facts->len; i++)
    json_array_add_object_element (array, to_json (g_ptr_array_index (facts, i)));
  return array;
}

static JsonObject *
conflict_to_json (gconstpointer fact)
{
  return sceau_json_from_conflict (fact);
}

static JsonObject *
recognition_to_json (gconstpointer fact)
{
  return sceau_json_from_recognition (fact);
}

static JsonObject *
unavailability_to_json (gconstpointer fact)
{
  return sceau_json_from_unavailability (fact);
}

static SceauJurorFile *
load_juror (SceauSchool *school, gint64 juror_id, GError **error)
{
  g_autoptr (SceauJurorFile) self = g_new0 (SceauJurorFile, 1);
  gint64 latest;

  self->juror = sceau_require_juror (school, juror_id, error);
  self->conflicts = self->juror != NULL ? sceau_juror_conflict_table_list (school, juror_id, error) : NULL;
  self->recognitions = self->conflicts != NULL ? sceau_juror_recognition_table_list (school, juror_id, error) : NULL;
  self->unavailabilities = self->recognitions != NULL ? sceau_juror_unavailability_table_list (school, juror_id, error) : NULL;
  if (self->unavailabilities == NULL || !count_sessions (school, juror_id, &self->sessions, &latest, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
sceau_remove_juror (SceauSchool *school, gint64 juror_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurorFile) file = NULL;
  g_autofree char *subject = sceau_juror_subject (juror_id);
  JsonObject *before;

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  file = load_juror (school, juror_id, error);
  if (file == NULL || !refuse_sitting (school, file->juror, error) || !sceau_juror_table_delete (school, juror_id, error))
    return FALSE;
  before = sceau_json_from_juror (file->juror);
  json_object_set_array_member (before, "conflicts", list_facts (file->conflicts, conflict_to_json));
  json_object_set_array_member (before, "recognitions", list_facts (file->recognitions, recognition_to_json));
  json_object_set_array_member (before, "unavailabilities", list_facts (file->unavailabilities, unavailability_to_json));
  return sceau_journal_record (school, "juror.remove", subject, before, NULL, error)
         && sceau_transaction_commit (&transaction, error);
}

SceauJurorFile *
sceau_load_juror (SceauSchool *school, gint64 juror_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  return sceau_transaction_begin_read (&transaction, school, error) ? load_juror (school, juror_id, error) : NULL;
}

void
sceau_juror_file_free (SceauJurorFile *self)
{
  if (self == NULL)
    return;
  sceau_juror_free (self->juror);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->recognitions, g_ptr_array_unref);
  g_clear_pointer (&self->unavailabilities, g_ptr_array_unref);
  g_free (self);
}
