/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-id-private.h"

SCEAU_DEFINE_IDS (sceau_paper, SceauPaper, "certificate", "block_attestation", "success_attestation", "supplement")
SCEAU_DEFINE_IDS (sceau_field, SceauField, "issuer", "centre", "certifier", "kind", "title", "code", "granted_to", "name", "birth",
                  "other_names", "jury", "registration", "level", "nsf", "validity", "delivery", "signatory", "signatory_title",
                  "holder", "number", "block", "block_title", "block_scope", "pending")

SCEAU_DEFINE_IDS (sceau_colour_role, SceauColourRole, "primary", "accent", "ink", "secondary")
SCEAU_DEFINE_IDS (sceau_border, SceauBorder, "none", "rule", "double", "interlaced", "corners", "column")
SCEAU_DEFINE_IDS (sceau_divider, SceauDivider, "none", "rule", "lozenge")
SCEAU_DEFINE_IDS (sceau_seal, SceauSeal, "none", "rosette", "picture")
SCEAU_DEFINE_IDS (sceau_face, SceauFace, "serif", "serif_italic", "small_caps", "sans", "sans_bold", "sans_italic")

const char *
sceau_paper_title (SceauPaper paper)
{
  static const char *const titles[SCEAU_N_PAPERS] = {
    N_ ("Parchemin"), N_ ("Block attestation"), N_ ("Attestation of success"), N_ ("Supplement"),
  };

  g_return_val_if_fail ((guint) paper < SCEAU_N_PAPERS, "");

  return _(titles[paper]);
}

/* --- What the law asks for ------------------------------------------------ */

#define ON(paper) (1u << SCEAU_PAPER_##paper)
#define ON_ALL (ON (CERTIFICATE) | ON (BLOCK_ATTESTATION) | ON (SUCCESS_ATTESTATION) | ON (SUPPLEMENT))

typedef struct
{
  SceauField field;
  guint papers;
  const char *source;
} Requirement;

/* FORMATS §4.1 for the parchemin, §4.2 for a block; the numbers are those of the list of France compétences.  The
 * signature (8°) is no line: the page always ends with it. */
static const Requirement requirements[] = {
  { SCEAU_FIELD_REGISTRATION, ON_ALL, "France compétences, mentions du parchemin, 1°" },
  { SCEAU_FIELD_CERTIFIER, ON_ALL, "France compétences, mentions du parchemin, 2°" },
  { SCEAU_FIELD_TITLE, ON_ALL, "France compétences, mentions du parchemin, 3° ; Code du travail, R6113-16-2" },
  { SCEAU_FIELD_LEVEL, ON_ALL, "France compétences, mentions du parchemin, 4° ; décret n° 2019-14" },
  { SCEAU_FIELD_NSF, ON (CERTIFICATE) | ON (BLOCK_ATTESTATION) | ON (SUCCESS_ATTESTATION), "France compétences, mentions du parchemin, 5°" },
  { SCEAU_FIELD_NAME, ON_ALL, "France compétences, mentions du parchemin, 6°" },
  { SCEAU_FIELD_BIRTH, ON_ALL, "France compétences, mentions du parchemin, 6°" },
  { SCEAU_FIELD_DELIVERY, ON_ALL, "France compétences, mentions du parchemin, 7°" },
  { SCEAU_FIELD_BLOCK_TITLE, ON (BLOCK_ATTESTATION), "Code du travail, R6113-16-3 : libellé exact du bloc" },
  { SCEAU_FIELD_BLOCK_SCOPE, ON (BLOCK_ATTESTATION), "Code du travail, L6323-6 : attestation du seul bloc" },
  { SCEAU_FIELD_PENDING, ON (SUCCESS_ATTESTATION), "Code du travail, R6113-14-1 : rien ne doit faire croire que ce papier est le parchemin" },
};

const char *
sceau_field_required (SceauPaper paper, SceauField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (requirements); i++)
    if (requirements[i].field == field && (requirements[i].papers & (1u << paper)) != 0)
      return requirements[i].source;
  return NULL;
}

/* --- Records ------------------------------------------------------------- */

static void
style_free (SceauTextStyle *self)
{
  g_free (self->id);
  g_free (self);
}

SceauDesign *
sceau_design_new (void)
{
  SceauDesign *self = g_new0 (SceauDesign, 1);

  self->centred = TRUE;
  self->styles = g_ptr_array_new_with_free_func ((GDestroyNotify) style_free);
  return self;
}

void
sceau_design_free (SceauDesign *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->styles);
  g_free (self);
}

const SceauTextStyle *
sceau_design_find_style (const SceauDesign *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->styles->len; i++)
    {
      const SceauTextStyle *style = g_ptr_array_index (self->styles, i);

      if (g_str_equal (style->id, id))
        return style;
    }
  return NULL;
}

static void
line_free (SceauTemplateLine *self)
{
  g_free (self->text);
  g_free (self->style);
  g_free (self);
}

SceauTemplate *
sceau_template_new (void)
{
  SceauTemplate *self = g_new0 (SceauTemplate, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  return self;
}

void
sceau_template_free (SceauTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* --- Text with fields ----------------------------------------------------- */

static gboolean
refuse (GError **error, const char *format, const char *part)
{
  g_autofree char *shown = g_utf8_substring (part, 0, MIN (g_utf8_strlen (part, -1), 30));

  g_set_error (error, SCEAU_CORE_ERROR, SCEAU_CORE_ERROR_INVALID, format, shown);
  return FALSE;
}

static void
flush_literal (GString *literal, SceauTemplatePieceFunc piece, gpointer data)
{
  if (literal->len == 0)
    return;
  if (piece != NULL)
    piece (SCEAU_N_FIELDS, literal->str, data);
  g_string_truncate (literal, 0);
}

/* The field that begins after its brace; returns where the text goes on, or NULL. */
static const char *
read_field (const char *at, SceauField *field, GError **error)
{
  const char *end = strchr (at, '}');
  g_autofree char *id = end != NULL ? g_strndup (at, (gsize) (end - at)) : NULL;

  if (end == NULL)
    {
      refuse (error, _("The brace before “%s” is not closed: a field is written {name}, a brace {{."), at);
      return NULL;
    }
  if (!sceau_field_from_id (id, field))
    {
      refuse (error, _("There is no field “{%s}”: the fields are listed in the documentation of templates."), id);
      return NULL;
    }
  return end + 1;
}

gboolean
sceau_template_split (const char *text, SceauTemplatePieceFunc piece, gpointer data, GError **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      SceauField field;

      if ((at[0] == '{' || at[0] == '}') && at[1] == at[0])
        {
          g_string_append_c (literal, *at);
          at += 2;
        }
      else if (*at == '}')
        return refuse (error, _("The brace before “%s” closes nothing: a brace alone is written }}."), at + 1);
      else if (*at != '{')
        g_string_append_c (literal, *at++);
      else
        {
          flush_literal (literal, piece, data);
          at = read_field (at + 1, &field, error);
          if (at == NULL)
            return FALSE;
          if (piece != NULL)
            piece (field, NULL, data);
        }
    }
  flush_literal (literal, piece, data);
  return TRUE;
}
