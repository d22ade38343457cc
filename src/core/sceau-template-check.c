/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What a school may change of its papers, and what it may not. */

#include "sceau-paper-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Forbidden words ------------------------------------------------------ */

typedef struct
{
  const char *pattern; /* \s here is any blank, no-break ones too */
  const char *reason;
  const char *source;
} Forbidden;

#define STATE_BRAND N_ ("This is the State’s own mark: a private certifier has no right to it.")
#define ACADEMIC N_ ("This is a grade or title of the State, or lets it be believed.")
#define MISLEADING N_ ("This misleads about the registration.")
#define FIRM "Code du travail, R6113-14-1 et R6113-16-9"

static const Forbidden forbidden[] = {
  { "\\bmaster\\b", ACADEMIC, "Code de l’éducation, L613-1 ; FORMATS §4.1" },
  { "\\bmast[eè]re\\b", ACADEMIC, "Code de l’éducation, L613-1 ; FORMATS §4.1" },
  { "\\bbac\\s*\\+\\s*\\d", ACADEMIC, "Décret n° 2019-14 ; FORMATS §4.1" },
  { "\\btitre\\s+professionnel\\b", ACADEMIC, "Code de l’éducation, L338-1 ; FORMATS §4.1" },
  { "\\bdipl[oô]me\\s+d\\s*['’]\\s*[eé]tat\\b", ACADEMIC, "FORMATS §4.1" },
  { "\\br[eé]publique\\s+fran[cç]aise\\b", STATE_BRAND, "FORMATS §4.1" },
  { "\\bmarianne\\b", STATE_BRAND, "FORMATS §4.1" },
  { "\\bqualiopi\\b", N_ ("The Qualiopi mark is about training, and may not stand on a certificate."), "FORMATS §4.1" },
  { "\\bsous\\s+r[eé]serve\\b", MISLEADING, FIRM },
  { "\\ben\\s+cours\\s+d\\s*['’]\\s*enregistrement\\b", MISLEADING, FIRM },
};

static char *
make_pattern (const char *pattern)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "\\s", -1);

  return g_strjoinv ("[\\s\u00A0\u202F]", parts);
}

static gboolean
look_for (const Forbidden *rule, const char *text, const char *place, SceauFaults *faults)
{
  g_autofree char *pattern = make_pattern (rule->pattern);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (regex != NULL, FALSE);

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  found = g_match_info_fetch (match, 0);
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, NULL, found, _(rule->reason), _("Take these words away."));
  sceau_faults_set_source (faults, rule->source);
  return TRUE;
}

gboolean
sceau_lint_forbidden_words (const char *text, const char *place, SceauFaults *faults)
{
  g_autofree char *normal = text != NULL ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;
  gboolean clean = TRUE;

  for (gsize i = 0; normal != NULL && i < G_N_ELEMENTS (forbidden); i++)
    if (look_for (&forbidden[i], normal, place, faults))
      clean = FALSE;
  return clean;
}

/* --- Templates ------------------------------------------------------------ */

typedef struct
{
  gboolean fields[SCEAU_N_FIELDS];
  GString *own; /* the school's own words of one line */
} Seen;

static void
see_piece (SceauField field, const char *literal, gpointer data)
{
  Seen *seen = data;

  if (literal != NULL)
    g_string_append (seen->own, literal);
  else
    seen->fields[field] = TRUE;
}

static void
check_measure (const SceauTemplateLine *line, const char *place, SceauFaults *faults)
{
  if (line->gap < 0 || line->gap > 200)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "gap", NULL, _("The space above the line is not between 0 and 200 points."), NULL);
  if (line->kind == SCEAU_LINE_DIVIDER)
    return;
  if (line->max_lines < 1 || line->max_lines > 20)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "max_lines", NULL, _("A text takes between 1 and 20 lines."), NULL);
  /* Below half its size a mention can no longer be read on paper. */
  if (line->smallest < 0.5 || line->smallest > 1)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "smallest", NULL, _("A text shrinks to between 0.5 and 1 of its size."), NULL);
}

static void
check_line (const SceauTemplateLine *line, guint number, const SceauDesign *design, Seen *seen, SceauFaults *faults)
{
  g_autofree char *place = g_strdup_printf (_("line %u of the template"), number);
  g_autoptr (GError) error = NULL;

  check_measure (line, place, faults);
  if (line->kind == SCEAU_LINE_DIVIDER)
    return;
  if (sceau_design_find_style (design, line->style) == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "style", line->style, _("The design has no such style."),
                         _("Take one that the design names."));
  g_string_truncate (seen->own, 0);
  if (line->text == NULL || *line->text == '\0')
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "text", NULL, _("The line has no text."), _("Take the line away, or write one."));
  else if (!sceau_template_split (line->text, see_piece, seen, &error))
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "text", line->text, error->message, NULL);
  else
    sceau_lint_forbidden_words (seen->own->str, place, faults);
}

static void
check_mentions (const SceauTemplate *self, const Seen *seen, SceauFaults *faults)
{
  for (guint field = 0; field < SCEAU_N_FIELDS; field++)
    {
      const char *source = sceau_field_required (self->paper, field);
      g_autofree char *written = NULL;

      if (source == NULL || seen->fields[field])
        continue;
      written = g_strdup_printf ("{%s}", sceau_field_to_id (field));
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, sceau_paper_title (self->paper), NULL, written,
                           _("The template lacks a mandatory mention."), _("Put this field into one of its lines."));
      sceau_faults_set_source (faults, source);
    }
}

gboolean
sceau_template_check (const SceauTemplate *self, const SceauDesign *design, SceauFaults *faults)
{
  const guint known = sceau_faults_count_errors (faults);
  Seen seen = { .own = g_string_new (NULL) };

  for (guint i = 0; i < self->lines->len; i++)
    check_line (g_ptr_array_index (self->lines, i), i + 1, design, &seen, faults);
  check_mentions (self, &seen, faults);
  g_string_free (seen.own, TRUE);
  return sceau_faults_count_errors (faults) == known;
}
