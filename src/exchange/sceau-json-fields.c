/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-json-fields-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-exchange-error.h"
#include "sceau-text.h"

#define MAX_DEPTH 16

struct _SceauJson
{
  JsonParser *parser;
  SceauFaults *faults;
  GHashTable *names;   /* JsonObject → set of its keys, while parsing */
  GHashTable *doubled; /* JsonObject → (element-type utf8) keys that stand twice */
};

struct _SceauJsonObject
{
  SceauJson *json;
  JsonObject *object;
  char *path;       /* "" for the root */
  GHashTable *used; /* keys asked for */
};

static void
unref_names (gpointer names)
{
  g_hash_table_unref (names);
}

static void
unref_keys (gpointer keys)
{
  g_ptr_array_unref (keys);
}

/* json-glib keeps the last of two equal keys and says nothing. */
static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  SceauJson *self = user_data;
  GHashTable *names = g_hash_table_lookup (self->names, object);
  GPtrArray *keys;

  if (names == NULL)
    {
      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->names, object, names);
    }
  if (g_hash_table_add (names, g_strdup (name)))
    return;
  keys = g_hash_table_lookup (self->doubled, object);
  if (keys == NULL)
    {
      keys = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->doubled, object, keys);
    }
  g_ptr_array_add (keys, g_strdup (name));
}

/* The parser recurses: a file of brackets must not exhaust the stack. */
static gboolean
is_too_deep (const char *text, gsize length)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!quoted && (text[i] == '}' || text[i] == ']'))
        depth--;
      if (depth > MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}

/* The parser takes the last of several values, and remarks: what was signed or written down must be all that is there. */
static gboolean
has_remarks_or_more (const char *text, gsize length)
{
  gboolean quoted = FALSE;
  gboolean closed = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      if (text[i] == '/' || (closed && !g_ascii_isspace (text[i])))
        return TRUE;
      depth += text[i] == '{' || text[i] == '[';
      depth -= text[i] == '}' || text[i] == ']';
      closed = closed || (depth == 0 && (text[i] == '}' || text[i] == ']'));
    }
  return FALSE;
}

/* The parser ends a text at its first NUL: what stands behind would be lost without a word. */
static gboolean
holds_nul (const char *text, gsize length)
{
  static const char escaped[] = "u0000";

  for (gsize i = 0; i + sizeof escaped <= length; i++)
    if (text[i] == '\\' && memcmp (text + ++i, escaped, sizeof escaped - 1) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
               _("This is not a JSON file that can be read: %s. Take the file as it was exported, and edit that one."), reason);
  return FALSE;
}

static gboolean
parse (SceauJson *self, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!g_utf8_validate_len (text, length, NULL))
    return refuse (error, _("it is not text in UTF-8"));
  if (is_too_deep (text, length))
    return refuse (error, _("its brackets are nested too deep"));
  if (holds_nul (text, length))
    return refuse (error, _("a text in it holds \\u0000, which no text does"));
  if (has_remarks_or_more (text, length))
    return refuse (error, _("it holds a remark, or more than one value"));
  if (!json_parser_load_from_data (self->parser, text, (gssize) length, &problem))
    return refuse (error, problem->message);
  if (json_parser_has_assignment (self->parser, NULL) || json_parser_get_root (self->parser) == NULL)
    return refuse (error, _("it holds no value"));
  return TRUE;
}

SceauJson *
sceau_json_new (const char *text, gssize length, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauJson) self = g_new0 (SceauJson, 1);

  self->parser = json_parser_new_immutable ();
  self->faults = faults;
  self->names = g_hash_table_new_full (NULL, NULL, NULL, unref_names);
  self->doubled = g_hash_table_new_full (NULL, NULL, NULL, unref_keys);
  g_signal_connect (self->parser, "object-member", G_CALLBACK (object_member_cb), self);
  /* Bytes of no length may have no address. */
  if (!parse (self, length == 0 ? "" : text, length < 0 ? strlen (text) : (gsize) length, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sceau_json_free (SceauJson *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->parser);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->doubled, g_hash_table_unref);
  g_free (self);
}

/* A key is shown as it stands in the file: between quotation marks it is not taken for a field, which has a title of its own. */
static void
add_fault (SceauJson *json, const char *path, const char *value, const char *reason, const char *remedy)
{
  g_autofree char *shown = strpbrk (path, ".[") == NULL ? g_strdup_printf (_("“%s”"), path) : g_strdup (path);

  sceau_faults_add (json->faults, SCEAU_FAULT_ERROR, 0, 0, *path != '\0' ? shown : NULL, value, reason, remedy);
}

static char *
path_of (const SceauJsonObject *self, const char *key)
{
  return *self->path == '\0' ? g_strdup (key) : g_strconcat (self->path, ".", key, NULL);
}

void
sceau_json_fault (SceauJsonObject *self, const char *key, const char *value, const char *reason, const char *remedy)
{
  g_autofree char *path = path_of (self, key);

  add_fault (self->json, path, value, reason, remedy);
}

static SceauJsonObject *
object_open (SceauJson *json, JsonNode *node, char *path)
{
  SceauJsonObject *self;
  GPtrArray *doubled;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      add_fault (json, path, NULL, _("An object is expected here."), _("Write it as {“key”: value, …}."));
      g_free (path);
      return NULL;
    }
  self = g_new0 (SceauJsonObject, 1);
  self->json = json;
  self->object = json_node_get_object (node);
  self->path = path;
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  doubled = g_hash_table_lookup (json->doubled, self->object);
  for (guint i = 0; doubled != NULL && i < doubled->len; i++)
    sceau_json_fault (self, g_ptr_array_index (doubled, i), NULL, _("The key stands twice in its object."),
                      _("Remove one of the two."));
  return self;
}

SceauJsonObject *
sceau_json_root (SceauJson *self)
{
  return object_open (self, json_parser_get_root (self->parser), g_strdup (""));
}

void
sceau_json_object_close (SceauJsonObject *self)
{
  g_autoptr (GList) names = NULL;

  if (self == NULL)
    return;
  names = json_object_get_members (self->object);
  for (GList *l = names; l != NULL; l = l->next)
    if (!g_hash_table_contains (self->used, l->data))
      sceau_json_fault (self, l->data, NULL, _("The key is not known here."), _("Correct its spelling or remove it."));
  g_free (self->path);
  g_hash_table_unref (self->used);
  g_free (self);
}

/* The node of a key, or NULL when it is absent or null. */
static JsonNode *
member (SceauJsonObject *self, const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  g_hash_table_add (self->used, g_strdup (key));
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static char *
node_text (SceauJson *json, JsonNode *node, const char *path)
{
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;
  char *text;

  if (!holds (node, G_TYPE_STRING))
    {
      add_fault (json, path, NULL, _("A text is expected here."), _("Put it between quotation marks."));
      return NULL;
    }
  text = sceau_text_to_paragraph (json_node_get_string (node));
  if (sceau_text_check (text, SCEAU_TEXT_NOTE, &reason, &remedy))
    return text;
  add_fault (json, path, text, reason, remedy);
  g_free (text);
  return NULL;
}

static int
node_integer (SceauJson *json, JsonNode *node, const char *path, int min, int max, int absent)
{
  g_autofree char *reason = NULL;

  if (holds (node, G_TYPE_INT64) && json_node_get_int (node) >= min && json_node_get_int (node) <= max)
    return (int) json_node_get_int (node);
  reason = g_strdup_printf (_("A whole number between %d and %d is expected here."), min, max);
  add_fault (json, path, holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL, reason,
             _("Write the number without quotation marks."));
  return absent;
}

/* The shortest decimals of a double are those that were typed; from there on everything is exact. */
static gboolean
node_hundredths (JsonNode *node, gint64 *hundredths)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (holds (node, G_TYPE_INT64))
    {
      if (json_node_get_int (node) < -1000000 || json_node_get_int (node) > 1000000)
        return FALSE;
      *hundredths = json_node_get_int (node) * 100;
      return TRUE;
    }
  if (!holds (node, G_TYPE_DOUBLE) || !(json_node_get_double (node) > -1e6 && json_node_get_double (node) < 1e6))
    return FALSE;
  g_ascii_formatd (digits, sizeof digits, "%.6f", json_node_get_double (node));
  if (!g_str_has_suffix (digits, "0000"))
    return FALSE;
  digits[strlen (digits) - 4] = '\0';
  memmove (strchr (digits, '.'), strchr (digits, '.') + 1, 3);
  return g_ascii_string_to_signed (digits, 10, -100000000, 100000000, hundredths, NULL);
}

char *
sceau_json_text (SceauJsonObject *self, const char *key)
{
  JsonNode *node = member (self, key);
  g_autofree char *path = path_of (self, key);

  return node != NULL ? node_text (self->json, node, path) : NULL;
}

char *
sceau_json_mandatory (SceauJsonObject *self, const char *key)
{
  JsonNode *node = member (self, key);
  g_autofree char *path = path_of (self, key);
  char *text = node != NULL ? node_text (self->json, node, path) : NULL;
  g_autofree char *given = text == NULL && holds (node, G_TYPE_STRING) ? sceau_text_to_paragraph (json_node_get_string (node)) : NULL;

  /* A text that may not stand there has its own sentence. */
  if (text == NULL && given == NULL && (node == NULL || holds (node, G_TYPE_STRING)))
    add_fault (self->json, path, NULL, _("The key is missing or empty."), _("Add it."));
  return text;
}

gboolean
sceau_json_boolean (SceauJsonObject *self, const char *key, gboolean absent)
{
  JsonNode *node = member (self, key);

  if (node == NULL)
    return absent;
  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  sceau_json_fault (self, key, NULL, _("Only true or false may stand here."),
                    _("Write true or false without quotation marks."));
  return absent;
}

int
sceau_json_integer (SceauJsonObject *self, const char *key, int min, int max, int absent)
{
  JsonNode *node = member (self, key);
  g_autofree char *path = path_of (self, key);

  return node != NULL ? node_integer (self->json, node, path, min, max, absent) : absent;
}

gint32
sceau_json_hundredths (SceauJsonObject *self, const char *key, gint32 min, gint32 max, gint32 absent)
{
  JsonNode *node = member (self, key);
  g_autofree char *reason = NULL;
  gint64 value = 0;

  if (node == NULL)
    return absent;
  if (node_hundredths (node, &value) && value >= min && value <= max)
    return (gint32) value;
  reason = g_strdup_printf (_("A number between %d.%02d and %d.%02d with at most two decimals is expected here."),
                            min / 100, min % 100, max / 100, max % 100);
  sceau_json_fault (self, key, holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL, reason,
                    _("Write it with a point and without quotation marks, for instance 7.5."));
  return absent;
}

gboolean
sceau_json_has (SceauJsonObject *self, const char *key)
{
  return member (self, key) != NULL;
}

gboolean
sceau_json_is_text (SceauJsonObject *self, const char *key)
{
  return holds (member (self, key), G_TYPE_STRING);
}

guint
sceau_json_length (SceauJsonObject *self, const char *key)
{
  JsonNode *node = member (self, key);

  if (node == NULL)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node));
  sceau_json_fault (self, key, NULL, _("A list is expected here."), _("Write it as [value, …]."));
  return 0;
}

static JsonNode *
element (SceauJsonObject *self, const char *key, guint index, char **path)
{
  g_autofree char *list = path_of (self, key);

  *path = g_strdup_printf ("%s[%u]", list, index);
  return json_array_get_element (json_node_get_array (member (self, key)), index);
}

SceauJsonObject *
sceau_json_element_object (SceauJsonObject *self, const char *key, guint index)
{
  char *path;
  JsonNode *node = element (self, key, index, &path);

  return object_open (self->json, node, path);
}

char *
sceau_json_element_text (SceauJsonObject *self, const char *key, guint index)
{
  g_autofree char *path = NULL;
  JsonNode *node = element (self, key, index, &path);

  return node_text (self->json, node, path);
}

int
sceau_json_element_integer (SceauJsonObject *self, const char *key, guint index, int min, int max, int absent)
{
  g_autofree char *path = NULL;
  JsonNode *node = element (self, key, index, &path);

  return node_integer (self->json, node, path, min, max, absent);
}
