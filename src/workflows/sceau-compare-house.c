/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* How the papers look: the style, the school's own designs and templates, and who signs. */

#include "sceau-compare-private.h"
#include "sceau-house-style-table.h"
#include "sceau-keep-house-style-private.h"

#define STYLE "style of the papers"

static char *
layout_key (const char *kind, const char *id)
{
  return g_strdup_printf ("%s %s", kind, id);
}

static void
hear_layout_record (SceauComparison *self, JsonObject *layout)
{
  sceau_compare_note (self->said, layout_key (sceau_json_text_of (layout, "kind"), sceau_json_text_of (layout, "id")),
                      json_object_ref (layout));
}

/* The design that the ornaments of the school made stands in the same entry. */
static void
hear_style (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *style = sceau_heard_after (heard);
  JsonNode *layout = style != NULL ? json_object_get_member (style, "layout") : NULL;

  if (style == NULL)
    return;
  if (layout != NULL && JSON_NODE_HOLDS_OBJECT (layout))
    {
      hear_layout_record (self, json_node_get_object (layout));
      json_object_remove_member (style, "layout");
    }
  sceau_compare_note (self->said, g_strdup (STYLE), json_object_ref (style));
}

static void
hear_layout (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *gone = sceau_heard_before (heard);

  if (sceau_heard_after (heard) != NULL)
    hear_layout_record (self, sceau_heard_after (heard));
  else if (gone != NULL)
    {
      g_autofree char *key = layout_key (sceau_json_text_of (gone, "kind"), sceau_json_text_of (gone, "id"));

      g_hash_table_remove (self->said, key);
    }
}

static char *
signatory_key (gint64 id)
{
  return g_strdup_printf ("signatory %" G_GINT64_FORMAT, id);
}

static void
hear_signatory (SceauComparison *self, const SceauHeard *heard)
{
  JsonObject *signatory = sceau_heard_after (heard);

  if (signatory != NULL)
    sceau_compare_note (self->said, signatory_key (json_object_get_int_member_with_default (signatory, "id", 0)),
                        json_object_ref (signatory));
}

const SceauHearing sceau_house_hearings[] = {
  { "style.save", hear_style },
  { "layout.", hear_layout },
  { "signatory.", hear_signatory },
  { NULL },
};

static gboolean
look_at_layouts (SceauComparison *self, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) ids = sceau_layout_table_list (self->school, kind, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *content = sceau_layout_table_load (self->school, kind, id, error);

      if (content == NULL)
        return FALSE;
      sceau_compare_note (self->found, layout_key (kind, id), sceau_json_from_layout (kind, id, content));
    }
  return ids != NULL;
}

/* A school that never chose a style has none, and its default is no record. */
static gboolean
look_at_style (SceauComparison *self, GError **error)
{
  g_autoptr (SceauHouseStyle) style = sceau_house_style_table_load (self->school, error);
  g_autoptr (SceauHouseStyle) none = sceau_house_style_new ();

  if (style == NULL)
    return FALSE;
  if (g_hash_table_contains (self->said, STYLE)
      || !sceau_json_same (sceau_json_from_house_style (style), sceau_json_from_house_style (none)))
    sceau_compare_note (self->found, g_strdup (STYLE), sceau_json_from_house_style (style));
  return TRUE;
}

gboolean
sceau_compare_house (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) signatories = NULL;

  if (!look_at_style (self, error) || !look_at_layouts (self, SCEAU_LAYOUT_DESIGN, error)
      || !look_at_layouts (self, SCEAU_LAYOUT_TEMPLATE, error))
    return FALSE;
  signatories = sceau_signatory_table_list (self->school, error);
  for (guint i = 0; signatories != NULL && i < signatories->len; i++)
    {
      const SceauSignatory *signatory = g_ptr_array_index (signatories, i);

      sceau_compare_note (self->found, signatory_key (signatory->id), sceau_json_from_signatory (signatory));
    }
  return signatories != NULL;
}
