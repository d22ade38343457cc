/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What stands at a modality, in French words that a candidate can read. */

#include "sceau-assessment-private.h"

#include "sceau-text.h"

const char *
sceau_assessment_name (const SceauAssessment *self)
{
  return self->modality->title != NULL ? self->modality->title : self->modality->code;
}

char *
sceau_value_describe (gint32 value, SceauScale scale)
{
  g_autofree char *text = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, value }, scale);

  if (scale == SCEAU_SCALE_TWENTY)
    return g_strdup_printf ("%s sur 20", text);
  return g_steal_pointer (&text);
}

char *
sceau_ordinal_describe (int n)
{
  return g_strdup_printf ("%d%s", n, n == 1 ? "er" : "e");
}

static const char *
name_state (SceauMarkKind kind)
{
  switch (kind)
    {
    case SCEAU_MARK_BLANK:
      return "résultat non saisi";
    case SCEAU_MARK_ABSENT:
      return "absence injustifiée";
    case SCEAU_MARK_EXCUSED:
      return "absence justifiée";
    case SCEAU_MARK_PENDING:
      return "note en attente";
    case SCEAU_MARK_EXEMPT:
      return "dispense";
    case SCEAU_MARK_FRAUD:
      return "fraude retenue";
    case SCEAU_MARK_VALUE:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* " au 2e passage, plafonné à 10": nothing for a first attempt. */
static void
append_attempt (GString *text, const SceauAssessment *self, const char *before)
{
  g_autofree char *ordinal = sceau_ordinal_describe (self->attempt);
  g_autofree char *cap = NULL;

  if (self->attempt < 2)
    return;
  g_string_append_printf (text, "%s%s passage", before, ordinal);
  if (!sceau_assessment_is_capped (self))
    return;
  cap = sceau_mark_to_text (self->mark, self->modality->scale);
  g_string_append_printf (text, ", plafonné à %s", cap);
}

static char *
describe_mark (const SceauAssessment *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autofree char *pass_mark = NULL;

  if (self->mark.kind != SCEAU_MARK_VALUE)
    {
      g_string_append (text, name_state (self->mark.kind));
      if (self->mark.kind == SCEAU_MARK_ABSENT)
        append_attempt (text, self, " au ");
    }
  else
    {
      value = sceau_value_describe (self->obtained.value, self->modality->scale);
      g_string_append (text, value);
      append_attempt (text, self, " au ");
    }
  if (self->mark.kind == SCEAU_MARK_VALUE && self->open)
    g_string_append (text, ", nouveau passage en attente");
  else if (self->mark.kind == SCEAU_MARK_VALUE)
    {
      pass_mark = sceau_mark_to_text ((SceauMark) { SCEAU_MARK_VALUE, self->modality->pass_mark }, self->modality->scale);
      g_string_append_printf (text, ", seuil de %s", pass_mark);
    }
  if (self->mark.kind != SCEAU_MARK_FRAUD && sceau_assessment_is_lost (self) && sceau_assessment_is_exhausted (self))
    g_string_append (text, ", plus aucun passage possible");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sceau_assessment_describe_found (const SceauAssessment *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = NULL;

  if (self->mark.kind != SCEAU_MARK_VALUE)
    return g_strdup (name_state (self->mark.kind));
  value = sceau_value_describe (self->obtained.value, self->modality->scale);
  g_string_append (text, value);
  if (self->attempt < 2)
    return g_string_free (g_steal_pointer (&text), FALSE);
  append_attempt (text, self, " (");
  g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sceau_assessment_describe (const SceauAssessment *self)
{
  g_autofree char *mark = describe_mark (self);

  return g_strdup_printf ("« %s » (%s)", sceau_assessment_name (self), mark);
}

char *
sceau_french_sentence (char *text)
{
  g_autofree char *plain = text;

  return sceau_text_french_spaces (plain);
}
