/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Letters that the faces of a design do not have, found before a paper is numbered. */

#include "sceau-paper-page-private.h"

#include <glib/gi18n-lib.h>

#include "sceau-font-private.h"

static const char *const field_names[SCEAU_N_FIELDS] = {
  [SCEAU_FIELD_ISSUER] = N_("The name of who issues"),
  [SCEAU_FIELD_CENTRE] = N_("The mention of the centre"),
  [SCEAU_FIELD_CERTIFIER] = N_("The mention of the certifier"),
  [SCEAU_FIELD_KIND] = N_("The kind of paper"),
  [SCEAU_FIELD_TITLE] = N_("The title of the certification"),
  [SCEAU_FIELD_CODE] = N_("The code of the certification"),
  [SCEAU_FIELD_GRANTED_TO] = N_("The words before the name"),
  [SCEAU_FIELD_NAME] = N_("The learner’s name"),
  [SCEAU_FIELD_BIRTH] = N_("The learner’s birth"),
  [SCEAU_FIELD_OTHER_NAMES] = N_("The learner’s other names"),
  [SCEAU_FIELD_JURY] = N_("The mention of the jury"),
  [SCEAU_FIELD_REGISTRATION] = N_("The mention of the registration"),
  [SCEAU_FIELD_LEVEL] = N_("The mention of the level"),
  [SCEAU_FIELD_NSF] = N_("The NSF codes"),
  [SCEAU_FIELD_VALIDITY] = N_("The mention of validity"),
  [SCEAU_FIELD_DELIVERY] = N_("The place and day of delivery"),
  [SCEAU_FIELD_SIGNATORY] = N_("The signatory’s name"),
  [SCEAU_FIELD_SIGNATORY_TITLE] = N_("The signatory’s title"),
  [SCEAU_FIELD_HOLDER] = N_("The word for the holder"),
  [SCEAU_FIELD_NUMBER] = N_("The number"),
  [SCEAU_FIELD_BLOCK] = N_("The code of the block"),
  [SCEAU_FIELD_BLOCK_TITLE] = N_("The title of the block"),
  [SCEAU_FIELD_BLOCK_SCOPE] = N_("The mention of the scope"),
  [SCEAU_FIELD_PENDING] = N_("The mention of the parchemin to come"),
};

typedef struct
{
  const SceauPaperLook *look;
  const SceauPaperContent *content;
  SceauFontSet *fonts;
  SceauFaults *faults;
  gboolean told[SCEAU_N_FIELDS]; /* a field on several lines is one fault */
  SceauFace face;                /* of the line being looked at */
  gboolean good;
} Check;

/* Whether @text can be printed; if not, it is a fault of the place @field. */
static gboolean
check_text (Check *self, SceauFace face, const char *field, const char *what, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (sceau_font_set_open (self->fonts, face, &error) && sceau_font_set_check_text (self->fonts, face, what, text, NULL, &error))
    return TRUE;
  sceau_faults_add_at (self->faults, SCEAU_FAULT_ERROR, NULL, field, NULL, error->message, NULL);
  self->good = FALSE;
  return FALSE;
}

static void
check_field (Check *self, SceauFace face, SceauField field)
{
  g_autofree char *text = sceau_paper_field (self->content, field);

  if (!self->told[field])
    self->told[field] = !check_text (self, face, sceau_field_to_id (field), _(field_names[field]), text);
}

static void
check_piece (SceauField field, const char *literal, gpointer data)
{
  Check *self = data;

  if (literal != NULL)
    check_text (self, self->face, "template", _("A line of the template"), literal);
  else
    check_field (self, self->face, field);
}

static SceauFace
find_face (const Check *self, const char *style)
{
  const SceauTextStyle *found = sceau_design_find_style (self->look->design, style);

  if (found == NULL)
    found = g_ptr_array_index (self->look->design->styles, 0);
  return found->face;
}

static void
check_lines (Check *self)
{
  const GPtrArray *lines = self->look->template->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const SceauTemplateLine *line = g_ptr_array_index (lines, i);

      if (line->kind != SCEAU_LINE_TEXT)
        continue;
      self->face = find_face (self, line->style);
      sceau_template_split (line->text, check_piece, self, NULL);
    }
}

static void
check_foot (Check *self)
{
  check_field (self, find_face (self, "phrase"), SCEAU_FIELD_HOLDER);
  check_field (self, find_face (self, "phrase"), SCEAU_FIELD_SIGNATORY_TITLE);
  check_field (self, find_face (self, "text"), SCEAU_FIELD_SIGNATORY);
  check_field (self, find_face (self, "secondary"), SCEAU_FIELD_NUMBER);
}

static void
check_supplement (Check *self)
{
  const SceauPaperContent *content = self->content;

  if (content->paper != SCEAU_PAPER_SUPPLEMENT)
    return;
  check_field (self, SCEAU_FACE_SANS, SCEAU_FIELD_NAME); /* in the running title */
  check_field (self, SCEAU_FACE_SANS, SCEAU_FIELD_TITLE);
  for (gsize i = 0; i < content->n_blocks; i++)
    {
      const SceauBlock *block = content->blocks[i].block;

      check_text (self, SCEAU_FACE_SANS, "block_title", _("The title of the block"), block->title);
      for (guint j = 0; j < block->competences->len; j++)
        check_text (self, SCEAU_FACE_SANS, "competence", _("The competence"), g_ptr_array_index (block->competences, j));
      check_text (self, SCEAU_FACE_SANS, "block", _("How the block was acquired"), content->blocks[i].how);
    }
  for (gsize i = 0; i < content->n_results; i++)
    {
      check_text (self, SCEAU_FACE_SANS, "modality", _("The title of the modality"), content->results[i].title);
      check_text (self, SCEAU_FACE_SANS, "result", _("The result"), content->results[i].result);
    }
}

gboolean
sceau_paper_document_check (const SceauPaperLook *look, const SceauPaperContent *content, SceauFaults *faults)
{
  g_autoptr (SceauFontSet) fonts = sceau_font_set_new ();
  Check self = { .look = look, .content = content, .fonts = fonts, .faults = faults, .good = TRUE };

  check_lines (&self);
  check_foot (&self);
  check_supplement (&self);
  if (content->duplicate_rank > 0)
    check_text (&self, SCEAU_FACE_SANS_BOLD, "reason", _("The reason of the duplicate"), content->duplicate_reason);
  return self.good;
}
