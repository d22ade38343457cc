/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fault.h"

#include <glib/gi18n-lib.h>

#include "sceau-date.h"
#include "sceau-fault-field.h"
#include "sceau-text.h"

G_DEFINE_QUARK (sceau-core-error-quark, sceau_core_error)

struct _SceauFaults
{
  GPtrArray *faults;      /* (element-type SceauFault) */
  GHashTable *bad_lines;  /* set of the lines that have an error: rosters are asked line by line */
  guint n_errors;
};

static void
fault_free (SceauFault *self)
{
  g_free (self->place);
  g_free (self->field);
  g_free (self->value);
  g_free (self->reason);
  g_free (self->remedy);
  g_free (self->source);
  g_free (self);
}

SceauFaults *
sceau_faults_new (void)
{
  SceauFaults *self = g_new0 (SceauFaults, 1);

  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  self->bad_lines = g_hash_table_new (NULL, NULL);
  return self;
}

void
sceau_faults_free (SceauFaults *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->faults);
  g_hash_table_unref (self->bad_lines);
  g_free (self);
}

static void
add_fault (SceauFaults        *self,
           SceauFaultSeverity  severity,
           char               *place,
           int                 line,
           int                 column,
           const char         *field,
           const char         *value,
           const char         *reason,
           const char         *remedy)
{
  SceauFault *fault = g_new0 (SceauFault, 1);

  fault->severity = severity;
  fault->place = place;
  fault->line = line;
  fault->column = column;
  fault->field = g_strdup (field);
  /* What was read may be a megabyte, not text at all, or text that would drive a terminal. */
  fault->value = sceau_text_show (value);
  fault->reason = g_strdup (reason);
  fault->remedy = g_strdup (remedy);
  g_ptr_array_add (self->faults, fault);

  if (severity != SCEAU_FAULT_ERROR)
    return;
  self->n_errors++;
  if (line > 0)
    g_hash_table_add (self->bad_lines, GINT_TO_POINTER (line));
}

void
sceau_faults_add (SceauFaults        *self,
                  SceauFaultSeverity  severity,
                  int                 line,
                  int                 column,
                  const char         *field,
                  const char         *value,
                  const char         *reason,
                  const char         *remedy)
{
  char *place = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  if (line > 0 && column > 0)
    place = g_strdup_printf (_("line %d, column %d"), line, column);
  else if (line > 0)
    place = g_strdup_printf (_("line %d"), line);
  add_fault (self, severity, place, line, column, field, value, reason, remedy);
}

void
sceau_faults_add_at (SceauFaults        *self,
                     SceauFaultSeverity  severity,
                     const char         *place,
                     const char         *field,
                     const char         *value,
                     const char         *reason,
                     const char         *remedy)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  add_fault (self, severity, g_strdup (place), 0, 0, field, value, reason, remedy);
}

void
sceau_faults_set_source (SceauFaults *self, const char *source)
{
  SceauFault *last;

  g_return_if_fail (self->faults->len > 0);

  last = g_ptr_array_index (self->faults, self->faults->len - 1);
  g_free (last->source);
  last->source = g_strdup (source);
}

guint
sceau_faults_length (const SceauFaults *self)
{
  return self->faults->len;
}

const SceauFault *
sceau_faults_get (const SceauFaults *self, guint index)
{
  g_return_val_if_fail (index < self->faults->len, NULL);

  return g_ptr_array_index (self->faults, index);
}

guint
sceau_faults_count_errors (const SceauFaults *self)
{
  return self->n_errors;
}

gboolean
sceau_faults_line_has_error (const SceauFaults *self, int line)
{
  return line > 0 && g_hash_table_contains (self->bad_lines, GINT_TO_POINTER (line));
}

/* (transfer full): a day that no file holds is told as people write it. */
static char *
show_value (const SceauFault *self)
{
  SceauDate day;

  return self->line == 0 && self->value != NULL && sceau_date_parse_any (self->value, &day) ? sceau_date_say (day) : g_strdup (self->value);
}

char *
sceau_fault_to_string (const SceauFault *self)
{
  g_autoptr (GString) text = g_string_new (self->place);
  g_autofree char *value = show_value (self);

  /* A column is called as its header says in the file. */
  if (self->field != NULL)
    g_string_append_printf (text, text->len > 0 ? " (%s)" : "%s", self->column > 0 ? self->field : sceau_fault_field_title (self->field));
  if (self->value != NULL && *self->value != '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: what was read in a file, between the quotation marks of the language. */
      g_string_append_printf (text, _("“%s”"), value);
    }
  if (text->len > 0)
    /* Translators: between the place of a fault and what is wrong there. */
    g_string_append (text, _(": "));
  g_string_append (text, self->reason);
  if (self->remedy != NULL)
    g_string_append_printf (text, " %s", self->remedy);
  if (self->source != NULL)
    g_string_append_printf (text, " [%s]", self->source);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
