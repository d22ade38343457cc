/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <math.h>

#include "sceau-house-style.h"
#include "sceau-json-writer-private.h"
#include "sceau-layout-json.h"

static void
write_points (SceauJsonWriter *writer, const char *key, double points)
{
  sceau_json_writer_hundredths (writer, key, (gint32) round (points * 100));
}

static void
write_colours (SceauJsonWriter *writer, const SceauDesign *design)
{
  for (guint role = 0; role < SCEAU_N_COLOURS; role++)
    {
      g_autofree char *key = g_strdup_printf ("colour_%s", sceau_colour_role_to_id (role));
      g_autofree char *text = sceau_colour_to_text (design->colours[role]);

      sceau_json_writer_text (writer, key, text);
    }
}

static void
write_style (SceauJsonWriter *writer, gconstpointer record)
{
  const SceauTextStyle *style = record;

  sceau_json_writer_text (writer, "id", style->id);
  sceau_json_writer_text (writer, "face", sceau_face_to_id (style->face));
  write_points (writer, "size", style->size);
  write_points (writer, "tracking", style->tracking);
  sceau_json_writer_text (writer, "colour", sceau_colour_role_to_id (style->colour));
}

static char *
end_document (SceauJsonWriter *writer)
{
  sceau_json_writer_close (writer, '}');
  g_string_append_c (writer->text, '\n');
  return g_string_free (writer->text, FALSE);
}

char *
sceau_design_write_json (const SceauDesign *design)
{
  SceauJsonWriter writer = SCEAU_JSON_WRITER_INIT;

  sceau_json_writer_open (&writer, NULL, '{');
  sceau_json_writer_integer (&writer, "sceau_design", 1);
  sceau_json_writer_text (&writer, "id", design->id);
  sceau_json_writer_text (&writer, "title", design->title);
  write_colours (&writer, design);
  sceau_json_writer_text (&writer, "border", sceau_border_to_id (design->border));
  sceau_json_writer_text (&writer, "divider", sceau_divider_to_id (design->divider));
  sceau_json_writer_text (&writer, "seal", sceau_seal_to_id (design->seal));
  sceau_json_writer_text (&writer, "alignment", design->centred ? "centre" : "left");
  write_points (&writer, "margin", design->margin);
  sceau_json_writer_list (&writer, "styles", design->styles, write_style);
  return end_document (&writer);
}

static void
write_line (SceauJsonWriter *writer, gconstpointer record)
{
  const SceauTemplateLine *line = record;

  if (line->kind == SCEAU_LINE_DIVIDER)
    {
      sceau_json_writer_boolean (writer, "divider", TRUE);
      write_points (writer, "gap", line->gap);
      return;
    }
  sceau_json_writer_text (writer, "text", line->text);
  sceau_json_writer_text (writer, "style", line->style);
  write_points (writer, "gap", line->gap);
  sceau_json_writer_integer (writer, "max_lines", line->max_lines);
  write_points (writer, "smallest", line->smallest);
}

char *
sceau_template_write_json (const SceauTemplate *template)
{
  SceauJsonWriter writer = SCEAU_JSON_WRITER_INIT;

  sceau_json_writer_open (&writer, NULL, '{');
  sceau_json_writer_integer (&writer, "sceau_template", 1);
  sceau_json_writer_text (&writer, "paper", sceau_paper_to_id (template->paper));
  sceau_json_writer_text (&writer, "title", template->title);
  sceau_json_writer_text (&writer, "orientation", template->landscape ? "landscape" : "portrait");
  sceau_json_writer_boolean (&writer, "holder_signs", template->holder_signs);
  sceau_json_writer_list (&writer, "lines", template->lines, write_line);
  return end_document (&writer);
}
