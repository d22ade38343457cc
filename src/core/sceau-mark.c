/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-mark.h"

#include <glib/gi18n-lib.h>

#include "sceau-fault.h"
#include "sceau-id-private.h"
#include "sceau-text.h"

SCEAU_DEFINE_IDS (sceau_scale, SceauScale, "twenty", "letters", "acquisition")
SCEAU_DEFINE_IDS (sceau_mark_kind, SceauMarkKind, "blank", "value", "absent", "excused", "pending", "exempt", "fraud")

/* What the grid and the files show for each kind that is not a value. */
static const char *const state_codes[] = { "", NULL, "ABS", "EXC", "ATT", "DISP", "FRAUDE" };

static const char *const kind_titles[]
    = { N_("Not entered"), N_("Mark"), N_("Absent"), N_("Excused"), N_("Pending"), N_("Exempt"), N_("Fraud") };

static const SceauSynonym state_words[] = {
  { "abs", SCEAU_MARK_ABSENT },
  { "absent", SCEAU_MARK_ABSENT },
  { "absente", SCEAU_MARK_ABSENT },
  { "absence", SCEAU_MARK_ABSENT },
  { "absence injustifiee", SCEAU_MARK_ABSENT },
  { "exc", SCEAU_MARK_EXCUSED },
  { "excuse", SCEAU_MARK_EXCUSED },
  { "excusee", SCEAU_MARK_EXCUSED },
  { "absence justifiee", SCEAU_MARK_EXCUSED },
  { "att", SCEAU_MARK_PENDING },
  { "attente", SCEAU_MARK_PENDING },
  { "en attente", SCEAU_MARK_PENDING },
  { "disp", SCEAU_MARK_EXEMPT },
  { "dispense", SCEAU_MARK_EXEMPT },
  { "dispensee", SCEAU_MARK_EXEMPT },
  { "fraude", SCEAU_MARK_FRAUD },
  { NULL, 0 },
};

static const SceauSynonym acquisition_words[] = {
  { "acquis", 100 },
  { "acquise", 100 },
  { "partiellement acquis", 50 },
  { "partiellement acquise", 50 },
  { "non acquis", 0 },
  { "non acquise", 0 },
  { NULL, 0 },
};

/* Grades from best to worst; codes and not folded words, or "A-" would pass for "A". */
typedef struct
{
  const char *code;
  gint32 value;
} Grade;

static const Grade letter_grades[]
    = { { "A", 500 }, { "B", 400 }, { "C", 300 }, { "D", 200 }, { "E", 100 }, { "F", 0 }, { NULL, 0 } };
static const Grade acquisition_grades[] = { { "A", 100 }, { "PA", 50 }, { "NA", 0 }, { NULL, 0 } };

static const Grade *
list_grades (SceauScale scale)
{
  switch (scale)
    {
    case SCEAU_SCALE_LETTERS:
      return letter_grades;
    case SCEAU_SCALE_ACQUISITION:
      return acquisition_grades;
    case SCEAU_SCALE_TWENTY:
      break;
    }
  return NULL;
}

typedef enum
{
  NUMBER_READ,
  NUMBER_NOT_A_NUMBER,
  NUMBER_NEGATIVE,
  NUMBER_TOO_LARGE,
  NUMBER_TOO_PRECISE
} NumberStatus;

/* Reads digits, then a comma or a point and digits.  No strtod(): it would take "1e3", "nan" and
 * the locale's own separator, and lose the exact value. */
static NumberStatus
read_hundredths (const char *text, gint32 most, gint32 *hundredths)
{
  const char *p = text;
  gint64 whole = 0;
  gint32 fraction = 0;
  int n_decimals = 0;
  gboolean negative = *p == '-';

  if (negative)
    p++;
  if (!g_ascii_isdigit (*p))
    return NUMBER_NOT_A_NUMBER;
  for (; g_ascii_isdigit (*p); p++)
    whole = MIN (whole * 10 + (*p - '0'), 1000000);
  if (*p == ',' || *p == '.')
    {
      p++;
      if (!g_ascii_isdigit (*p))
        return NUMBER_NOT_A_NUMBER;
      for (; g_ascii_isdigit (*p); p++, n_decimals++)
        if (n_decimals < 2)
          fraction = fraction * 10 + (*p - '0');
    }
  if (*p != '\0')
    return NUMBER_NOT_A_NUMBER;
  if (negative)
    return NUMBER_NEGATIVE;
  if (n_decimals > 2)
    return NUMBER_TOO_PRECISE;
  if (n_decimals == 1)
    fraction *= 10;
  if (whole * 100 + fraction > most)
    return NUMBER_TOO_LARGE;
  *hundredths = (gint32) (whole * 100 + fraction);
  return NUMBER_READ;
}

static const char *
explain_number (NumberStatus status)
{
  switch (status)
    {
    case NUMBER_NEGATIVE:
      return _("The mark “%s” is below 0: give a mark from 0 to 20.");
    case NUMBER_TOO_LARGE:
      return _("The mark “%s” is above 20: give a mark from 0 to 20.");
    case NUMBER_TOO_PRECISE:
      return _("The mark “%s” has more than two decimals: round it as the school's rules say, for example 14,55.");
    case NUMBER_READ:
    case NUMBER_NOT_A_NUMBER:
      break;
    }
  return _("“%s” is not a mark: give a number from 0 to 20 such as 14,5, or ABS, EXC, ATT, DISP or FRAUDE.");
}

static const char *
explain_grade (SceauScale scale)
{
  if (scale == SCEAU_SCALE_LETTERS)
    return _("“%s” is not a grade: give A, B, C, D, E or F, or ABS, EXC, ATT, DISP or FRAUDE.");
  return _("“%s” is not a result: give A (acquis), PA (partiellement acquis) or NA (non acquis), or ABS, EXC, ATT, "
            "DISP or FRAUDE.");
}

/* A whole page pasted into one cell must not become the sentence on the screen. */
static void
set_invalid (GError **error, const char *format, const char *text)
{
  g_autofree char *shown = g_utf8_strlen (text, -1) > 60 ? g_utf8_substring (text, 0, 59) : NULL;
  g_autofree char *shortened = shown != NULL ? g_strconcat (shown, "…", NULL) : g_strdup (text);

  g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID, format, shortened);
}

static gboolean
parse_grade (const char *text, SceauScale scale, SceauMark *mark)
{
  int value;

  for (const Grade *grade = list_grades (scale); grade->code != NULL; grade++)
    if (g_ascii_strcasecmp (grade->code, text) == 0)
      {
        *mark = (SceauMark) { SCEAU_MARK_VALUE, grade->value };
        return TRUE;
      }
  if (scale != SCEAU_SCALE_ACQUISITION)
    return FALSE;
  value = sceau_synonym_find (acquisition_words, text);
  if (value < 0)
    return FALSE;
  *mark = (SceauMark) { SCEAU_MARK_VALUE, value };
  return TRUE;
}

gboolean
sceau_mark_parse (const char *text, SceauScale scale, SceauMark *mark, GError **error)
{
  g_autofree char *trimmed = NULL;
  SceauMark number = { SCEAU_MARK_VALUE, 0 };
  NumberStatus status;
  int kind;

  g_return_val_if_fail (mark != NULL, FALSE);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID,
                   _("The mark is not text in UTF-8: save the file as UTF-8 and give it again."));
      return FALSE;
    }
  trimmed = sceau_text_normalise (text);
  if (trimmed == NULL)
    {
      *mark = SCEAU_MARK_NONE;
      return TRUE;
    }
  kind = sceau_synonym_find (state_words, trimmed);
  if (kind >= 0)
    {
      *mark = (SceauMark) { (SceauMarkKind) kind, 0 };
      return TRUE;
    }
  if (scale != SCEAU_SCALE_TWENTY)
    {
      if (parse_grade (trimmed, scale, mark))
        return TRUE;
      set_invalid (error, explain_grade (scale), trimmed);
      return FALSE;
    }
  status = read_hundredths (trimmed, sceau_scale_maximum (SCEAU_SCALE_TWENTY), &number.value);
  if (status != NUMBER_READ)
    {
      set_invalid (error, explain_number (status), trimmed);
      return FALSE;
    }
  *mark = number;
  return TRUE;
}

gboolean
sceau_points_parse (const char *text, gint32 most, gint32 *points)
{
  g_autofree char *trimmed = sceau_text_normalise (text);

  g_return_val_if_fail (points != NULL, FALSE);

  return trimmed != NULL && read_hundredths (trimmed, most, points) == NUMBER_READ;
}

static char *
format_hundredths (gint32 value)
{
  /* A value below zero is on no scale, but a refusal must show it as it was given. */
  const char *sign = value < 0 ? "-" : "";
  gint64 hundredths = ABS ((gint64) value);
  int whole = (int) (hundredths / 100);
  int fraction = (int) (hundredths % 100);

  if (fraction == 0)
    return g_strdup_printf ("%s%d", sign, whole);
  if (fraction % 10 == 0)
    return g_strdup_printf ("%s%d,%d", sign, whole, fraction / 10);
  return g_strdup_printf ("%s%d,%02d", sign, whole, fraction);
}

char *
sceau_mark_to_text (SceauMark mark, SceauScale scale)
{
  if (mark.kind != SCEAU_MARK_VALUE)
    return g_strdup (sceau_id_get (state_codes, G_N_ELEMENTS (state_codes), mark.kind));
  for (const Grade *grade = list_grades (scale); grade != NULL && grade->code != NULL; grade++)
    if (grade->value == mark.value)
      return g_strdup (grade->code);
  return format_hundredths (mark.value);
}

gboolean
sceau_mark_equal (SceauMark a, SceauMark b)
{
  return a.kind == b.kind && (a.kind != SCEAU_MARK_VALUE || a.value == b.value);
}

gboolean
sceau_mark_passes (SceauMark mark, gint32 pass_mark)
{
  return mark.kind == SCEAU_MARK_EXEMPT || (mark.kind == SCEAU_MARK_VALUE && mark.value >= pass_mark);
}

gint32
sceau_scale_maximum (SceauScale scale)
{
  switch (scale)
    {
    case SCEAU_SCALE_TWENTY:
      return 2000;
    case SCEAU_SCALE_LETTERS:
      return 500;
    case SCEAU_SCALE_ACQUISITION:
      return 100;
    }
  g_return_val_if_reached (0);
}

const char *
sceau_mark_kind_title (SceauMarkKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_titles), "");

  return _(kind_titles[kind]);
}
