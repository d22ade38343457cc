/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* JSON with one text for one content (RFC 8785). */

#include <glib/gi18n-lib.h>

#include "sceau-data-integrity.h"
#include "sceau-exchange-error.h"

/* Up to here every integer is a double of its own (RFC 8785 §3.2.2.3, ECMA-262 MAX_SAFE_INTEGER). */
#define LARGEST_INTEGER G_GINT64_CONSTANT (9007199254740991)

static gboolean append_node (GString *to, JsonNode *node, GError **error);

static void
append_string (GString *to, const char *text)
{
  static const char escapes[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\' };

  g_string_append_c (to, '"');
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p < sizeof escapes && escapes[*p] != '\0')
        g_string_append_printf (to, "\\%c", escapes[*p]);
      else if (*p < 0x20)
        g_string_append_printf (to, "\\u%04x", *p);
      else
        g_string_append_c (to, (char) *p);
    }
  g_string_append_c (to, '"');
}

/* By UTF-16 units: beyond U+FFFF they begin with D800 to DBFF, before U+E000, which the bytes of UTF-8 do not. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *p = *(const char *const *) a;
  const char *q = *(const char *const *) b;
  gunichar c, d;

  while (*p != '\0' && *p == *q)
    {
      p++;
      q++;
    }
  /* Back to the first byte of the letter that differs. */
  while (((guchar) *p & 0xC0) == 0x80 || ((guchar) *q & 0xC0) == 0x80)
    {
      p--;
      q--;
    }
  c = g_utf8_get_char (p);
  d = g_utf8_get_char (q);
  if ((c > 0xFFFF) != (d > 0xFFFF) && c >= 0xD800 && d >= 0xD800)
    return c > 0xFFFF ? -1 : 1;
  return c < d ? -1 : c > d;
}

static gboolean
append_object (GString *to, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (GList *m = members; m != NULL; m = m->next)
    g_ptr_array_add (names, m->data);
  g_ptr_array_sort (names, compare_names);
  g_string_append_c (to, '{');
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (i > 0)
        g_string_append_c (to, ',');
      append_string (to, name);
      g_string_append_c (to, ':');
      if (!append_node (to, json_object_get_member (object, name), error))
        return FALSE;
    }
  g_string_append_c (to, '}');
  return TRUE;
}

static gboolean
append_array (GString *to, JsonArray *array, GError **error)
{
  g_string_append_c (to, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (to, ',');
      if (!append_node (to, json_array_get_element (array, i), error))
        return FALSE;
    }
  g_string_append_c (to, ']');
  return TRUE;
}

static gboolean
append_value (GString *to, JsonNode *node, GError **error)
{
  const GType type = json_node_get_value_type (node);
  gint64 number;

  if (type == G_TYPE_STRING)
    append_string (to, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (to, json_node_get_boolean (node) ? "true" : "false");
  else
    {
      number = type == G_TYPE_INT64 ? json_node_get_int (node) : G_MAXINT64;
      if (number > LARGEST_INTEGER || number < -LARGEST_INTEGER)
        {
          g_set_error_literal (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_FAULTY,
                               _("This JSON has a number with decimals, or too large a one: it cannot be signed. Write it as a text."));
          return FALSE;
        }
      g_string_append_printf (to, "%" G_GINT64_FORMAT, number);
    }
  return TRUE;
}

static gboolean
append_node (GString *to, JsonNode *node, GError **error)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return append_object (to, json_node_get_object (node), error);
    case JSON_NODE_ARRAY:
      return append_array (to, json_node_get_array (node), error);
    case JSON_NODE_VALUE:
      return append_value (to, node, error);
    case JSON_NODE_NULL:
    default:
      g_string_append (to, "null");
      return TRUE;
    }
}

char *
sceau_canonical_json (JsonNode *node, GError **error)
{
  GString *text = g_string_new (NULL);
  gboolean done = append_node (text, node, error);

  return g_string_free (text, !done);
}
