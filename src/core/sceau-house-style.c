/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-house-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sceau-text.h"

SceauPicture *
sceau_picture_copy (const SceauPicture *self)
{
  SceauPicture *copy = self != NULL ? g_memdup2 (self, sizeof *self) : NULL;

  if (copy != NULL)
    g_bytes_ref (copy->png);
  return copy;
}

void
sceau_picture_free (SceauPicture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->png, g_bytes_unref);
  g_free (self);
}

SceauSignatory *
sceau_signatory_new (void)
{
  return g_new0 (SceauSignatory, 1);
}

void
sceau_signatory_free (SceauSignatory *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->reference);
  sceau_picture_free (self->signature);
  g_free (self);
}

gboolean
sceau_signatory_may_sign (const SceauSignatory *self, SceauDate date)
{
  return date != SCEAU_NO_DATE && (self->start == SCEAU_NO_DATE || self->start <= date)
         && (self->end == SCEAU_NO_DATE || date <= self->end);
}

gboolean
sceau_signatory_check (const SceauSignatory *self, SceauFaults *faults)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autofree char *name = sceau_text_normalise (self->name);
  g_autofree char *title = sceau_text_normalise (self->title);
  g_autofree char *end = sceau_date_format_french (self->end);

  if (name == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "signatory", NULL, _("The name of the signatory is missing."),
                         _("Give first name and name, as they stand below the signature."));
  if (title == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "title", NULL, _("The title of the signatory is missing."),
                         _("Give the function in whose name the person signs."));
  if (self->start == SCEAU_NO_DATE)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "start", NULL, _("The first day of the habilitation is missing."),
                         _("Give the day from which the person may sign."));
  else if (self->end != SCEAU_NO_DATE && self->end < self->start)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "end", end, _("The habilitation would end before it begins."),
                         _("Give a later day, or none."));
  return sceau_faults_count_errors (faults) == known;
}

SceauHouseStyle *
sceau_house_style_new (void)
{
  SceauHouseStyle *self = g_new0 (SceauHouseStyle, 1);

  self->primary = -1;
  self->accent = -1;
  return self;
}

SceauHouseStyle *
sceau_house_style_copy (const SceauHouseStyle *self)
{
  SceauHouseStyle *copy = g_memdup2 (self, sizeof *self);

  copy->design = g_strdup (self->design);
  copy->logo = sceau_picture_copy (self->logo);
  copy->seal = sceau_picture_copy (self->seal);
  return copy;
}

void
sceau_house_style_free (SceauHouseStyle *self)
{
  if (self == NULL)
    return;
  g_free (self->design);
  sceau_picture_free (self->logo);
  sceau_picture_free (self->seal);
  g_free (self);
}

/* --- Colours ------------------------------------------------------------- */

gboolean
sceau_colour_from_text (const char *text, guint32 *colour)
{
  if (text == NULL || text[0] != '#' || strlen (text) != 7 || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return FALSE;
  *colour = (guint32) g_ascii_strtoull (text + 1, NULL, 16);
  return TRUE;
}

char *
sceau_colour_to_text (guint32 colour)
{
  return g_strdup_printf ("#%06x", colour & 0xFFFFFF);
}

/* Relative luminance, WCAG 2.1. */
static double
luminance (guint32 colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      const double part = ((colour >> (16 - 8 * i)) & 0xFF) / 255.0;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

double
sceau_colour_contrast (guint32 one, guint32 other)
{
  const double a = luminance (one);
  const double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
