/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>

#include "sceau-house-style.h"
#include "sceau-json-fields-private.h"
#include "sceau-layout-json.h"

#define LARGEST_SIZE 20000     /* hundredths of a point */
#define SMALLEST_SIZE 500
#define LARGEST_TRACKING 2000
#define LARGEST_GAP 20000
#define LARGEST_MARGIN 10000

/* Whether an identifier is known: one of the core's *_from_id(). */
#define READ_ID(object, key, from_id, field)                                                            \
  G_STMT_START                                                                                           \
  {                                                                                                      \
    g_autofree char *id_ = sceau_json_mandatory (object, key);                                           \
                                                                                                         \
    if (id_ != NULL && !from_id (id_, field))                                                            \
      sceau_json_fault (object, key, id_, _("This is none of the known values."),                        \
                        _("They are listed in the documentation of layouts."));                          \
  }                                                                                                      \
  G_STMT_END

static double
read_points (SceauJsonObject *object, const char *key, gint32 smallest, gint32 largest, gint32 absent)
{
  return sceau_json_hundredths (object, key, smallest, largest, absent) / 100.0;
}

static void
require_version (SceauJsonObject *root, const char *key)
{
  if (sceau_json_integer (root, key, 1, 1, 0) != 1)
    sceau_json_fault (root, key, NULL, _("The version of the vocabulary is missing: this program knows version 1."), NULL);
}

/* A file of the school may be named by its id: no path, no blank. */
static void
check_id (SceauJsonObject *root, const char *id)
{
  if (id != NULL && (strlen (id) > 40 || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-_") != strlen (id)))
    sceau_json_fault (root, "id", id, _("An id has at most 40 small letters, digits, “-” and “_”."), NULL);
}

/* --- Design ---------------------------------------------------------------- */

static void
read_colours (SceauJsonObject *root, SceauDesign *design)
{
  for (guint role = 0; role < SCEAU_N_COLOURS; role++)
    {
      g_autofree char *key = g_strdup_printf ("colour_%s", sceau_colour_role_to_id (role));
      g_autofree char *text = sceau_json_mandatory (root, key);

      if (text != NULL && !sceau_colour_from_text (text, &design->colours[role]))
        sceau_json_fault (root, key, text, _("A colour is written like #1b2a49."), NULL);
    }
}

static void
read_alignment (SceauJsonObject *root, SceauDesign *design)
{
  g_autofree char *text = sceau_json_mandatory (root, "alignment");

  design->centred = g_strcmp0 (text, "centre") == 0;
  if (text != NULL && !design->centred && !g_str_equal (text, "left"))
    sceau_json_fault (root, "alignment", text, _("This is none of the known values."), _("Write “centre” or “left”."));
}

static void
read_style (SceauJsonObject *object, SceauDesign *design)
{
  SceauTextStyle *style = g_new0 (SceauTextStyle, 1);

  style->id = sceau_json_mandatory (object, "id");
  READ_ID (object, "face", sceau_face_from_id, &style->face);
  style->size = read_points (object, "size", SMALLEST_SIZE, LARGEST_SIZE, 0);
  if (style->size <= 0)
    sceau_json_fault (object, "size", NULL, _("A style has a size between 5 and 200 points."), NULL);
  style->tracking = read_points (object, "tracking", 0, LARGEST_TRACKING, 0);
  READ_ID (object, "colour", sceau_colour_role_from_id, &style->colour);
  if (style->id != NULL && sceau_design_find_style (design, style->id) != NULL)
    sceau_json_fault (object, "id", style->id, _("Two styles have this id."), NULL);
  if (style->id == NULL)
    style->id = g_strdup ("");
  g_ptr_array_add (design->styles, style);
}

static void
read_design (SceauJsonObject *root, SceauDesign *design)
{
  require_version (root, "sceau_design");
  design->id = sceau_json_mandatory (root, "id");
  check_id (root, design->id);
  design->title = sceau_json_mandatory (root, "title");
  read_colours (root, design);
  READ_ID (root, "border", sceau_border_from_id, &design->border);
  READ_ID (root, "divider", sceau_divider_from_id, &design->divider);
  READ_ID (root, "seal", sceau_seal_from_id, &design->seal);
  read_alignment (root, design);
  design->margin = read_points (root, "margin", 0, LARGEST_MARGIN, 2000);
  for (guint i = 0; i < sceau_json_length (root, "styles"); i++)
    {
      g_autoptr (SceauJsonObject) object = sceau_json_element_object (root, "styles", i);

      if (object != NULL)
        read_style (object, design);
    }
}

SceauDesign *
sceau_design_read_json (const char *json, gssize length, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauJson) reader = sceau_json_new (json, length, faults, error);
  g_autoptr (SceauDesign) design = sceau_design_new ();

  if (reader == NULL)
    return NULL;
  {
    g_autoptr (SceauJsonObject) root = sceau_json_root (reader);

    if (root != NULL)
      read_design (root, design);
  }
  return sceau_faults_count_errors (faults) == known ? g_steal_pointer (&design) : NULL;
}

/* --- Template --------------------------------------------------------------- */

static void
read_line (SceauJsonObject *object, SceauTemplate *template)
{
  SceauTemplateLine *line = g_new0 (SceauTemplateLine, 1);

  line->kind = sceau_json_boolean (object, "divider", FALSE) ? SCEAU_LINE_DIVIDER : SCEAU_LINE_TEXT;
  line->gap = read_points (object, "gap", 0, LARGEST_GAP, 0);
  g_ptr_array_add (template->lines, line);
  if (line->kind == SCEAU_LINE_DIVIDER)
    return;
  line->text = sceau_json_mandatory (object, "text");
  line->style = sceau_json_mandatory (object, "style");
  line->max_lines = sceau_json_integer (object, "max_lines", 1, 20, 1);
  line->smallest = read_points (object, "smallest", 50, 100, 100);
}

static void
read_template (SceauJsonObject *root, SceauTemplate *template)
{
  g_autofree char *orientation = NULL;

  require_version (root, "sceau_template");
  READ_ID (root, "paper", sceau_paper_from_id, &template->paper);
  template->title = sceau_json_mandatory (root, "title");
  orientation = sceau_json_mandatory (root, "orientation");
  template->landscape = g_strcmp0 (orientation, "landscape") == 0;
  if (orientation != NULL && !template->landscape && !g_str_equal (orientation, "portrait"))
    sceau_json_fault (root, "orientation", orientation, _("This is none of the known values."), _("Write “landscape” or “portrait”."));
  template->holder_signs = sceau_json_boolean (root, "holder_signs", FALSE);
  for (guint i = 0; i < sceau_json_length (root, "lines"); i++)
    {
      g_autoptr (SceauJsonObject) object = sceau_json_element_object (root, "lines", i);

      if (object != NULL)
        read_line (object, template);
    }
}

SceauTemplate *
sceau_template_read_json (const char *json, gssize length, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauJson) reader = sceau_json_new (json, length, faults, error);
  g_autoptr (SceauTemplate) template = sceau_template_new ();

  if (reader == NULL)
    return NULL;
  {
    g_autoptr (SceauJsonObject) root = sceau_json_root (reader);

    if (root != NULL)
      read_template (root, template);
  }
  return sceau_faults_count_errors (faults) == known ? g_steal_pointer (&template) : NULL;
}
