/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-workflow-private.h"

void
sceau_faults_add_field (SceauFaults *faults, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, field, value, reason, remedy);
}

gboolean
sceau_faults_refuse (const SceauFaults *faults, guint known, GError **error)
{
  guint errors = sceau_faults_count_errors (faults) - known;

  if (errors == 0)
    return FALSE;

  /* The reasons are in the list of faults: whoever shows the error shows them too. */
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_FAULTY,
               ngettext ("Nothing was written: there is %u error. Mend it and try again.",
                         "Nothing was written: there are %u errors. Mend them and try again.", errors),
               errors);
  return TRUE;
}

void
sceau_faults_add_all (SceauFaults *faults, const SceauFaults *found, SceauFaultSeverity most, const char *place)
{
  for (guint i = 0; i < sceau_faults_length (found); i++)
    {
      const SceauFault *fault = sceau_faults_get (found, i);
      SceauFaultSeverity severity = most == SCEAU_FAULT_WARNING ? SCEAU_FAULT_WARNING : fault->severity;
      g_autofree char *where = fault->place != NULL && place != NULL ? g_strdup_printf ("%s, %s", place, fault->place)
                                                                     : g_strdup (place != NULL ? place : fault->place);

      sceau_faults_add_at (faults, severity, where, fault->field, fault->value, fault->reason, fault->remedy);
    }
}

guint
sceau_faults_count_lines (const SceauFaults *faults, guint first)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  /* The first line is the header: its errors concern the whole file. */
  for (guint i = first; i < sceau_faults_length (faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);

      if (fault->severity == SCEAU_FAULT_ERROR && fault->line > 1)
        g_hash_table_add (lines, GINT_TO_POINTER (fault->line));
    }
  return g_hash_table_size (lines);
}

gboolean
sceau_import_refuses (const SceauFaults *faults, guint known, SceauImportFlags flags, SceauImportSummary *summary, GError **error)
{
  /* An error without a line concerns the whole file, and so every line of it. */
  gboolean whole = summary->refused == 0 || summary->written + summary->unchanged == 0;

  if (!whole && (flags & SCEAU_IMPORT_ACCEPT_VALID) != 0)
    return FALSE;
  if (!sceau_faults_refuse (faults, known, error))
    return FALSE;
  summary->written = 0;
  return TRUE;
}

/* @text, which is normalised, or NULL with a fault. */
static char *
take_checked (char *text, SceauTextKind kind, const char *field, SceauFaults *faults)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  if (sceau_text_check (text, kind, &reason, &remedy))
    return text;
  sceau_faults_add_field (faults, field, text, reason, remedy);
  g_free (text);
  return NULL;
}

char *
sceau_take_text (const char *text, const char *field, const char *reason, SceauFaults *faults)
{
  char *normal = sceau_text_normalise (text);

  if (normal == NULL)
    sceau_faults_add_field (faults, field, text, reason, NULL);
  return take_checked (normal, SCEAU_TEXT_LINE, field, faults);
}

char *
sceau_take_optional (const char *text, const char *field, SceauFaults *faults)
{
  return take_checked (sceau_text_normalise (text), SCEAU_TEXT_LINE, field, faults);
}

char *
sceau_take_note (const char *text, const char *field, const char *reason, const char *remedy, SceauFaults *faults)
{
  char *paragraph = sceau_text_to_paragraph (text);

  if (paragraph == NULL && reason != NULL)
    sceau_faults_add_field (faults, field, NULL, reason, remedy);
  return take_checked (paragraph, SCEAU_TEXT_NOTE, field, faults);
}

gboolean
sceau_text_refuse (const char *text, SceauTextKind kind, GError **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;
  g_autofree char *shown = NULL;

  if (sceau_text_check (text, kind, &reason, &remedy))
    return FALSE;
  shown = sceau_text_show (text);
  /* Translators: what was given, what is wrong with it, what to do: two sentences. */
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("“%s”: %s %s"), shown, reason, remedy);
  return TRUE;
}
