/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The school's own designs and templates: looked at, kept, given back as files, taken away. */

#include "sceau-keep-layouts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-font.h"
#include "sceau-house-look.h"
#include "sceau-house-style-table.h"
#include "sceau-input-file.h"
#include "sceau-keep-house-style-private.h"
#include "sceau-layout-json.h"
#include "sceau-print-session.h"

/* A template of a page has some thousand bytes. */
#define MAX_BYTES (256 * 1024)

/* Below these, WCAG 2.1 (1.4.3) calls large letters and running text hard to read. */
#define TITLE_CONTRAST 3.0
#define TEXT_CONTRAST 4.5

void
sceau_layout_free (SceauLayout *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

JsonObject *
sceau_json_from_layout (const char *kind, const char *id, const char *content)
{
  JsonObject *object = json_object_new ();

  sceau_json_set_text (object, "kind", kind);
  sceau_json_set_text (object, "id", id);
  sceau_json_set_text (object, "content", content);
  return object;
}

/* Lists ---------------------------------------------------------------------------------- */

GPtrArray *
sceau_list_designs (SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) designs = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_design_free);
  g_autoptr (GPtrArray) ids = sceau_list_shipped_designs (error);
  g_autoptr (GPtrArray) own = ids != NULL ? sceau_layout_table_list (school, SCEAU_LAYOUT_DESIGN, error) : NULL;

  if (own == NULL)
    return NULL;
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (ids, g_strdup (g_ptr_array_index (own, i)));
  for (guint i = 0; i < ids->len; i++)
    {
      SceauDesign *design = sceau_load_design (school, g_ptr_array_index (ids, i), error);

      if (design == NULL)
        return NULL;
      g_ptr_array_add (designs, design);
    }
  return g_steal_pointer (&designs);
}

static gboolean
contains (const GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, NULL);
}

static void
add_layout (GPtrArray *layouts, const char *kind, const char *id, const char *title, gboolean own, gboolean in_use)
{
  SceauLayout *layout = g_new0 (SceauLayout, 1);

  layout->kind = g_strdup (kind);
  layout->id = g_strdup (id);
  layout->title = g_strdup (title);
  layout->own = own;
  layout->in_use = in_use;
  g_ptr_array_add (layouts, layout);
}

static gboolean
add_designs (GPtrArray *layouts, SceauSchool *school, GError **error)
{
  g_autoptr (SceauHouseStyle) style = sceau_house_style_table_load (school, error);
  g_autoptr (GPtrArray) own = style != NULL ? sceau_layout_table_list (school, SCEAU_LAYOUT_DESIGN, error) : NULL;
  g_autoptr (GPtrArray) designs = own != NULL ? sceau_list_designs (school, error) : NULL;
  const char *used;

  if (designs == NULL)
    return FALSE;
  used = style->design != NULL ? style->design : SCEAU_FIRST_DESIGN;
  for (guint i = 0; i < designs->len; i++)
    {
      const SceauDesign *design = g_ptr_array_index (designs, i);

      add_layout (layouts, SCEAU_LAYOUT_DESIGN, design->id, design->title, contains (own, design->id), g_str_equal (design->id, used));
    }
  return TRUE;
}

static gboolean
add_templates (GPtrArray *layouts, SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) own = sceau_layout_table_list (school, SCEAU_LAYOUT_TEMPLATE, error);

  for (guint i = 0; own != NULL && i < SCEAU_N_PAPERS; i++)
    {
      g_autoptr (SceauTemplate) template = sceau_load_template (school, i, error);
      const char *id = sceau_paper_to_id (i);

      if (template == NULL)
        return FALSE;
      add_layout (layouts, SCEAU_LAYOUT_TEMPLATE, id, template->title, contains (own, id), TRUE);
    }
  return own != NULL;
}

GPtrArray *
sceau_list_layouts (SceauSchool *school, GError **error)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_layout_free);

  g_return_val_if_fail (school != NULL, NULL);

  return add_designs (layouts, school, error) && add_templates (layouts, school, error) ? g_steal_pointer (&layouts) : NULL;
}

/* What a file holds ------------------------------------------------------------------------ */

/* One layout, from a file. */
typedef struct
{
  const char *kind; /* NULL: neither */
  SceauDesign *design;
  SceauTemplate *template;
  const char *id;   /* of either */
  char *content;    /* as it is kept */
} Draft;

static void
draft_clear (Draft *self)
{
  sceau_design_free (self->design);
  sceau_template_free (self->template);
  g_free (self->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* By its first key; what is no JSON at all is for the reader to say. */
static const char *
find_kind (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = json_parser_load_from_data (parser, text, (gssize) length, NULL) ? json_parser_get_root (parser) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (object != NULL && json_object_has_member (object, "sceau_template"))
    return SCEAU_LAYOUT_TEMPLATE;
  return object == NULL || json_object_has_member (object, "sceau_design") ? SCEAU_LAYOUT_DESIGN : NULL;
}

/* FALSE with @error when the file is of no use; what is wrong in it is in @faults. */
static gboolean
read_draft (Draft *self, const char *path, SceauFaults *faults, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = sceau_input_file_load (file, MAX_BYTES, NULL, error);
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  if (text == NULL) /* an empty file has no bytes at all */
    text = "";
  self->kind = find_kind (text, length);
  if (self->kind == NULL)
    sceau_faults_add_field (faults, "sceau_design", NULL, _("This is neither a design nor a template of Sceau: its first key is missing."),
                            _("Export one that you have, and change that file."));
  else if (g_str_equal (self->kind, SCEAU_LAYOUT_DESIGN))
    self->design = sceau_design_read_json (text, (gssize) length, faults, &local);
  else
    self->template = sceau_template_read_json (text, (gssize) length, faults, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->design != NULL)
    self->content = sceau_design_write_json (self->design);
  if (self->template != NULL)
    self->content = sceau_template_write_json (self->template);
  self->id = self->design != NULL ? self->design->id : self->template != NULL ? sceau_paper_to_id (self->template->paper) : NULL;
  return TRUE;
}

/* Rules -------------------------------------------------------------------------------------- */

void
sceau_warn_pale (const char *field, guint32 colour, double contrast, SceauFaults *faults)
{
  g_autofree char *shown = sceau_colour_to_text (colour);

  if (sceau_colour_contrast (colour, 0xFFFFFF) >= contrast)
    return;
  sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, field, shown,
                       _("What is written in this colour can hardly be read on white paper, and not at all on a photocopy."),
                       _("Choose a darker colour."));
  sceau_faults_set_source (faults, "WCAG 2.1, 1.4.3");
}

static void
add_missing_styles (const SceauTemplate *template, const SceauDesign *design, GHashTable *missing, SceauFaults *faults)
{
  for (guint i = 0; i < template->lines->len; i++)
    {
      const SceauTemplateLine *line = g_ptr_array_index (template->lines, i);

      if (line->style == NULL || sceau_design_find_style (design, line->style) != NULL || !g_hash_table_add (missing, g_strdup (line->style)))
        continue;
      sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, sceau_paper_title (template->paper), "styles", line->style,
                           _("The design has no such style, and the template of this paper is written in it."),
                           _("Add it to the design, or take it out of the template."));
    }
}

gboolean
sceau_check_design_styles (SceauSchool *school, const SceauDesign *design, SceauFaults *faults, GError **error)
{
  g_autoptr (GHashTable) missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < SCEAU_N_PAPERS; i++)
    {
      g_autoptr (SceauTemplate) template = sceau_load_template (school, i, error);

      if (template == NULL)
        return FALSE;
      add_missing_styles (template, design, missing, faults);
    }
  return TRUE;
}

static gboolean
check_design (SceauSchool *school, const SceauDesign *design, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) shipped = sceau_list_shipped_designs (error);

  if (shipped == NULL)
    return FALSE;
  if (contains (shipped, design->id))
    sceau_faults_add_field (faults, "id", design->id, _("A design with this id comes with Sceau, and stays as it is."),
                            _("Give yours an id of its own."));
  for (guint role = 0; role < SCEAU_N_COLOURS; role++)
    {
      g_autofree char *field = g_strdup_printf ("colour_%s", sceau_colour_role_to_id (role));
      const gboolean large = role == SCEAU_COLOUR_PRIMARY || role == SCEAU_COLOUR_ACCENT;

      sceau_warn_pale (field, design->colours[role], large ? TITLE_CONTRAST : TEXT_CONTRAST, faults);
    }
  return sceau_check_design_styles (school, design, faults, error);
}

static void
check_letters (const SceauTemplate *template, const SceauDesign *design, SceauFaults *faults)
{
  for (guint i = 0; i < template->lines->len; i++)
    {
      const SceauTemplateLine *line = g_ptr_array_index (template->lines, i);
      const SceauTextStyle *style = line->style != NULL ? sceau_design_find_style (design, line->style) : NULL;
      g_autofree char *place = g_strdup_printf (_("line %u of the template"), i + 1);
      g_autoptr (GError) error = NULL;

      if (line->text != NULL && style != NULL && !sceau_pdf_check_text (style->face, _("The line"), line->text, NULL, &error))
        sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, place, "text", line->text, error->message, _("Take this letter away."));
    }
}

static gboolean
check_template (SceauSchool *school, const SceauTemplate *template, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauHouseLook) look = sceau_load_house_look (school, error);

  if (look == NULL)
    return FALSE;
  sceau_template_check (template, look->design, faults);
  check_letters (template, look->design, faults);
  return TRUE;
}

/* A whole design or template with every fault that it has beside its own. */
static gboolean
check_draft (SceauSchool *school, const Draft *draft, SceauFaults *faults, GError **error)
{
  if (draft->design != NULL)
    return check_design (school, draft->design, faults, error);
  return draft->template == NULL || check_template (school, draft->template, faults, error);
}

gboolean
sceau_check_layout (SceauSchool *school, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Draft) draft = { NULL };
  guint known = sceau_faults_count_errors (faults);

  g_return_val_if_fail (school != NULL && path != NULL, FALSE);

  return read_draft (&draft, path, faults, error) && sceau_transaction_begin_read (&transaction, school, error)
         && check_draft (school, &draft, faults, error) && !sceau_faults_refuse (faults, known, error);
}

/* Verbs -------------------------------------------------------------------------------------- */

/* What the school has of its own under this id: *@content is NULL where it has nothing. */
static gboolean
find_own (SceauSchool *school, const char *kind, const char *id, char **content, GError **error)
{
  g_autoptr (GError) local = NULL;

  *content = sceau_layout_table_load (school, kind, id, &local);
  if (*content != NULL || g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
sceau_import_layout (SceauSchool *school, const char *path, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Draft) draft = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);

  g_return_val_if_fail (school != NULL && path != NULL, FALSE);

  if (!read_draft (&draft, path, faults, error) || !sceau_transaction_begin (&transaction, school, error)
      || !check_draft (school, &draft, faults, error) || sceau_faults_refuse (faults, known, error)
      || !find_own (school, draft.kind, draft.id, &before, error))
    return FALSE;
  if (g_strcmp0 (before, draft.content) == 0)
    return TRUE;
  subject = g_strdup_printf ("%s %s", draft.kind, draft.id);
  return sceau_layout_table_save (school, draft.kind, draft.id, draft.content, error)
         && sceau_journal_record (school, "layout.save", subject,
                                  before != NULL ? sceau_json_from_layout (draft.kind, draft.id, before) : NULL,
                                  sceau_json_from_layout (draft.kind, draft.id, draft.content), error)
         && sceau_transaction_commit (&transaction, error);
}

/* (transfer full) */
static char *
write_layout (SceauSchool *school, const char *kind, const char *id, GError **error)
{
  SceauPaper paper;

  if (g_str_equal (kind, SCEAU_LAYOUT_DESIGN))
    {
      g_autoptr (SceauDesign) design = sceau_load_design (school, id, error);

      return design != NULL ? sceau_design_write_json (design) : NULL;
    }
  if (g_str_equal (kind, SCEAU_LAYOUT_TEMPLATE) && sceau_paper_from_id (id, &paper))
    {
      g_autoptr (SceauTemplate) template = sceau_load_template (school, paper, error);

      return template != NULL ? sceau_template_write_json (template) : NULL;
    }
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
               _("“%s %s” is no layout: look its kind and id up in the list of layouts."), kind, id);
  return NULL;
}

gboolean
sceau_export_layout (SceauSchool *school, const char *kind, const char *id, const char *path, GError **error)
{
  char *text;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (school != NULL && kind != NULL && id != NULL && path != NULL, FALSE);

  text = write_layout (school, kind, id, error);
  if (text == NULL)
    return FALSE;
  bytes = g_bytes_new_take (text, strlen (text));
  return sceau_write_document (bytes, path, error);
}

static gboolean
refuse_design_in_use (SceauSchool *school, const char *kind, const char *id, GError **error)
{
  g_autoptr (SceauHouseStyle) style = sceau_house_style_table_load (school, error);

  if (style == NULL)
    return TRUE;
  if (!g_str_equal (kind, SCEAU_LAYOUT_DESIGN) || g_strcmp0 (style->design, id) != 0)
    return FALSE;
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("The papers of the school are drawn with the design “%s”. Choose another one first."), id);
  return TRUE;
}

gboolean
sceau_remove_layout (SceauSchool *school, const char *kind, const char *id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autofree char *before = NULL;
  g_autofree char *subject = NULL;

  g_return_val_if_fail (school != NULL && kind != NULL && id != NULL, FALSE);

  if (!sceau_transaction_begin (&transaction, school, error) || !find_own (school, kind, id, &before, error))
    return FALSE;
  if (before == NULL)
    {
      g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                   _("The school has no %s “%s” of its own: what comes with Sceau stays."), kind, id);
      return FALSE;
    }
  subject = g_strdup_printf ("%s %s", kind, id);
  return !refuse_design_in_use (school, kind, id, error) && sceau_layout_table_remove (school, kind, id, error)
         && sceau_journal_record (school, "layout.remove", subject, sceau_json_from_layout (kind, id, before), NULL, error)
         && sceau_transaction_commit (&transaction, error);
}
