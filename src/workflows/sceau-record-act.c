/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What happens to the sheet of a parchemin, line after line in the register. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-certificates-private.h"
#include "sceau-keep-register-private.h"

/* The register is printed, and nothing that stands in it can be mended. */
static void
check_printable (const char *text, const char *field, SceauFaults *faults)
{
  g_autoptr (GError) local = NULL;

  if (!sceau_check_register_text (text, &local))
    sceau_faults_add_field (faults, field, text, local->message, NULL);
}

/* The line as it is kept; what is wrong with it is a fault. */
static SceauRegisterAct *
take_act (SceauSchool *school, const SceauRegisterAct *given, SceauFaults *faults)
{
  SceauRegisterAct *act = sceau_register_act_new ();

  act->kind = given->kind;
  act->date = given->date;
  act->person = sceau_take_optional (given->person, "person", faults);
  act->detail = sceau_take_optional (given->detail, "detail", faults);
  act->reason = sceau_take_note (given->reason, "reason", NULL, NULL, faults);
  check_printable (act->person, "person", faults);
  check_printable (act->detail, "detail", faults);
  check_printable (act->reason, "reason", faults);
  if (act->date != SCEAU_NO_DATE && act->date > sceau_school_today (school))
    {
      g_autofree char *day = sceau_date_format_iso (act->date);

      sceau_faults_add_field (faults, "date", day, _("That day lies ahead: the register says what happened."),
                              _("Write it down once it is done."));
    }
  return act;
}

/* (transfer full): the line that the register holds last of this parchemin. */
static JsonObject *
describe_last_act (SceauSchool *school, const char *number, GError **error)
{
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (school, number, error);

  return acts != NULL ? sceau_json_from_register_act (g_ptr_array_index (acts, acts->len - 1)) : NULL;
}

/* FALSE on errors of the file only; what is refused is a fault. */
static gboolean
write_act (SceauSchool *school, const SceauCertificate *certificate, SceauRegisterAct *act, JsonArray *written, SceauFaults *faults,
           GError **error)
{
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (school, certificate->number, error);
  g_autoptr (GError) refusal = NULL;
  JsonObject *line;

  if (acts == NULL)
    return FALSE;
  if (!sceau_register_allows (certificate, acts, act, &refusal))
    {
      sceau_faults_add_field (faults, "number", certificate->number, refusal->message, NULL);
      return TRUE;
    }
  g_free (act->number);
  act->number = g_strdup (certificate->number);
  act->rank = act->kind == SCEAU_REGISTER_PRINTED ? sceau_certificate_table_next_rank (school, act->number, act->kind, error) : 0;
  if (act->rank < 0 || !sceau_certificate_table_add_act (school, act, NULL, error))
    return FALSE;
  line = describe_last_act (school, act->number, error);
  if (line != NULL)
    json_array_add_object_element (written, line);
  return line != NULL;
}

/* Who signs for a parchemin is its holder, unless somebody else is named. */
static gboolean
add_act (SceauSchool *school, const SceauCertificate *certificate, SceauRegisterAct *act, JsonArray *written, SceauFaults *faults,
         GError **error)
{
  const gboolean by_holder = act->kind == SCEAU_REGISTER_HANDED && act->person == NULL;
  gboolean done;

  if (by_holder)
    act->person = g_strdup (certificate->learner_name);
  done = write_act (school, certificate, act, written, faults, error);
  if (by_holder)
    g_clear_pointer (&act->person, g_free);
  return done;
}

static gboolean
add_acts (SceauSchool *school, const char *const *numbers, SceauRegisterAct *act, JsonArray *written, SceauFaults *faults,
          GError **error)
{
  for (const char *const *number = numbers; *number != NULL; number++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (SceauCertificate) certificate = sceau_require_certificate (school, *number, &local);

      if (certificate == NULL && sceau_register_refused (local))
        sceau_faults_add_field (faults, "number", *number, local->message, NULL);
      else if (certificate == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      else if (!add_act (school, certificate, act, written, faults, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sceau_record_register_act (SceauSchool *school, const char *const *numbers, const SceauRegisterAct *act, SceauFaults *faults,
                           GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauRegisterAct) kept = NULL;
  g_autoptr (JsonObject) after = json_object_new ();
  g_autofree char *verb = NULL;
  JsonArray *written = json_array_new ();

  g_return_val_if_fail (act->kind <= SCEAU_REGISTER_RETURNED, FALSE);

  json_object_set_array_member (after, "acts", written);
  kept = take_act (school, act, faults);
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error)
      || !add_acts (school, numbers, kept, written, faults, error) || sceau_faults_refuse (faults, known, error))
    return FALSE;
  verb = g_strconcat ("register.", sceau_register_act_to_id (kept->kind), NULL);
  return sceau_journal_record (school, verb, "register", NULL, g_steal_pointer (&after), error)
         && sceau_transaction_commit (&transaction, error);
}
