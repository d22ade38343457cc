/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-words.h"

#include "sceau-moment.h"

#include <string.h>

#define NBSP "\u00A0"

gboolean
sceau_words_is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

void
sceau_words_require (SceauPdf *pdf, const char *what, const char *name)
{
  if (name != NULL)
    sceau_pdf_require (pdf, SCEAU_FACE_SANS, what, name);
}

/* --- Certifications ------------------------------------------------------ */

char *
sceau_words_fiche (const SceauCertification *certification)
{
  if (certification->register_kind == SCEAU_REGISTER_RNCP && certification->level > 0)
    return g_strdup_printf ("fiche %s, niveau" NBSP "%d", certification->code, certification->level);
  return g_strdup_printf ("fiche %s", certification->code);
}

char *
sceau_words_certification (const SceauCertification *certification)
{
  g_autofree char *fiche = sceau_words_fiche (certification);

  return g_strdup_printf ("%s — %s", certification->title, fiche);
}

const char *
sceau_words_block_code (const SceauCertification *certification, const char *code)
{
  const gsize prefix = strlen (certification->code);

  return g_str_has_prefix (code, certification->code) && code[prefix] != '\0' ? code + prefix : code;
}

const char *
sceau_words_route (SceauRoute route)
{
  static const char *const names[]
      = { "Formation initiale", "Apprentissage", "Formation continue", "Contrat pro.", "Candidature indiv.", "VAE" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SCEAU_N_ROUTES);
  g_return_val_if_fail ((guint) route < SCEAU_N_ROUTES, "");
  return names[route];
}

const char *
sceau_words_by_route (SceauRoute route)
{
  static const char *const words[] = { "en formation initiale", "en apprentissage", "en formation continue",
                                       "en contrat de professionnalisation", "en candidature individuelle", "par la VAE" };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == SCEAU_N_ROUTES);
  g_return_val_if_fail ((guint) route < SCEAU_N_ROUTES, "");
  return words[route];
}

const char *
sceau_words_salutation (SceauSex sex)
{
  if (sex == SCEAU_SEX_FEMALE)
    return "Madame";
  return sex == SCEAU_SEX_MALE ? "Monsieur" : "Madame, Monsieur";
}

char *
sceau_words_cohort (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_has_prefix (folded, "promotion") || g_str_has_prefix (folded, "promo ") ? g_strdup (name)
                                                                                        : g_strdup_printf ("promotion %s", name);
}

const char *
sceau_words_modality_type (SceauModalityType type)
{
  static const char *const names[]
      = { "étude de cas", "mise en situation professionnelle", "travaux pratiques", "projet", "thèse professionnelle",
          "épreuve écrite", "épreuve orale", "questionnaire", "dossier" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SCEAU_N_MODALITY_TYPES);
  g_return_val_if_fail ((guint) type < SCEAU_N_MODALITY_TYPES, "");
  return names[type];
}

/* --- Marks --------------------------------------------------------------- */

static char *
value_words (SceauMark mark, SceauScale scale)
{
  g_autofree char *text = sceau_mark_to_text (mark, scale);

  if (scale == SCEAU_SCALE_TWENTY)
    return g_strdup_printf ("%s" NBSP "sur" NBSP "20", text);
  if (scale == SCEAU_SCALE_LETTERS)
    return g_steal_pointer (&text);
  if (mark.value == sceau_scale_maximum (scale))
    return g_strdup ("acquis");
  return g_strdup (mark.value > 0 ? "partiellement acquis" : "non acquis");
}

char *
sceau_words_mark (SceauMark mark, SceauScale scale)
{
  switch (mark.kind)
    {
    case SCEAU_MARK_VALUE:
      return value_words (mark, scale);
    case SCEAU_MARK_ABSENT:
      return g_strdup ("absence");
    case SCEAU_MARK_EXCUSED:
      return g_strdup ("absence justifiée");
    case SCEAU_MARK_PENDING:
      return g_strdup ("en attente");
    case SCEAU_MARK_EXEMPT:
      return g_strdup ("dispense");
    case SCEAU_MARK_FRAUD:
      return g_strdup ("fraude");
    case SCEAU_MARK_BLANK:
    default:
      return g_strdup ("—");
    }
}

char *
sceau_words_hundredths (gint32 hundredths)
{
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%d,%d", hundredths / 100, hundredths % 100 / 10);
  return g_strdup_printf ("%d,%02d", hundredths / 100, hundredths % 100);
}

/* --- Days and hours ------------------------------------------------------ */

char *
sceau_words_weekday (SceauDate date)
{
  static const char *const names[] = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
  g_autofree char *day = sceau_date_format_long (date);

  /* The first Julian day of GDate, 1 January of the year 1, is a Monday. */
  return date != SCEAU_NO_DATE ? g_strdup_printf ("%s %s", names[(date - 1) % 7], day) : g_steal_pointer (&day);
}

char *
sceau_words_hour (const char *time)
{
  g_auto (GStrv) parts = time != NULL ? g_strsplit (time, ":", -1) : NULL;
  guint64 hour;

  if (parts == NULL || g_strv_length (parts) != 2 || strlen (parts[1]) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &hour, NULL))
    return g_strdup (time);
  return g_strdup_printf ("%" G_GUINT64_FORMAT NBSP "h" NBSP "%s", hour, parts[1]);
}

static SceauDate
day_of (GDateTime *moment)
{
  return sceau_date_new (g_date_time_get_year (moment), g_date_time_get_month (moment), g_date_time_get_day_of_month (moment));
}

char *
sceau_words_hour_of (const char *stamp, SceauDate day)
{
  g_autoptr (GDateTime) moment = sceau_moment_read (stamp);
  g_autofree char *hour = NULL;
  g_autofree char *date = NULL;

  if (moment == NULL)
    return g_strdup_printf ("du" NBSP "%s", stamp);
  hour = g_strdup_printf ("%d" NBSP "h" NBSP "%02d", g_date_time_get_hour (moment), g_date_time_get_minute (moment));
  date = sceau_date_format_long (day_of (moment));
  return day_of (moment) == day ? g_strdup_printf ("de" NBSP "%s", hour) : g_strdup_printf ("du" NBSP "%s à" NBSP "%s", date, hour);
}

char *
sceau_words_moment (const char *stamp)
{
  g_autoptr (GDateTime) moment = sceau_moment_read (stamp);
  g_autofree char *day = NULL;

  if (moment == NULL)
    return g_strdup (stamp);
  day = sceau_date_format_long (day_of (moment));
  return g_strdup_printf ("%s à" NBSP "%d" NBSP "h" NBSP "%02d (heure" NBSP "de" NBSP "Paris)", day, g_date_time_get_hour (moment),
                          g_date_time_get_minute (moment));
}
