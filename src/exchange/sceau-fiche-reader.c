/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-fiche-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-exchange-error.h"
#include "sceau-fiche-fields-private.h"
#include "sceau-fiche-parser-private.h"
#include "sceau-fiche-source-private.h"
#include "sceau-input-file.h"

typedef struct
{
  SceauFicheSource *source;
  SceauFicheFunc func;
  gpointer func_data;
  SceauFaults *faults;
  GHashTable *wanted;  /* (nullable): codes asked for */
  GHashTable *seen;    /* codes met so far */
  GHashTable *unknown; /* element names reported so far */
  char *version;       /* VERSION_FLUX, NULL until it was met */
  gboolean stop;       /* @func has had enough */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->source, sceau_fiche_source_free);
  g_clear_pointer (&reading->wanted, g_hash_table_unref);
  g_clear_pointer (&reading->seen, g_hash_table_unref);
  g_clear_pointer (&reading->unknown, g_hash_table_unref);
  g_free (reading->version);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

SceauFiche *
sceau_fiche_new (void)
{
  return g_new0 (SceauFiche, 1);
}

void
sceau_fiche_free (SceauFiche *self)
{
  if (self == NULL)
    return;
  sceau_certification_free (self->certification);
  g_free (self->xml);
  g_free (self);
}

static int
current_line (Reading *reading)
{
  return xmlTextReaderGetParserLineNumber (sceau_fiche_source_reader (reading->source));
}

/* A document of its own, so that what is kept in the school file can be read and exported again. */
static char *
write_document (Reading *reading, xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *document;

  xmlNodeDump (buffer, node->doc, node, 0, 0);
  document = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<FICHES>\n  <VERSION_FLUX>%s</VERSION_FLUX>\n  %s\n</FICHES>\n",
                              reading->version, (const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return document;
}

static gboolean
is_wanted (Reading *reading, xmlNode *node, const char *code)
{
  if (reading->wanted != NULL && (code == NULL || !g_hash_table_contains (reading->wanted, code)))
    return FALSE;
  if (code != NULL && !g_hash_table_add (reading->seen, g_strdup (code)))
    {
      sceau_fiche_fault (reading->faults, SCEAU_FAULT_ERROR, node, code,
                         _("The file holds this fiche twice; the first one counts."),
                         _("Remove the one that is out of date."));
      return FALSE;
    }
  return TRUE;
}

static void
read_fiche (Reading *reading, xmlNode *node)
{
  g_autofree char *code = sceau_fiche_text (node, "NUMERO_FICHE", NULL);
  g_autoptr (SceauFiche) fiche = NULL;
  guint errors = sceau_faults_count_errors (reading->faults);

  if (!is_wanted (reading, node, code))
    return;
  fiche = sceau_fiche_new ();
  fiche->line = (int) xmlGetLineNo (node);
  fiche->certification = sceau_fiche_parse (node, reading->unknown, reading->faults);
  if (sceau_faults_count_errors (reading->faults) > errors)
    return;
  fiche->xml = write_document (reading, node);
  reading->stop = !reading->func (g_steal_pointer (&fiche), reading->func_data);
}

static gboolean
check_root (Reading *reading, const char *name, GError **error)
{
  const xmlChar *namespace = xmlTextReaderConstNamespaceUri (sceau_fiche_source_reader (reading->source));

  if (strcmp (name, "FICHES") == 0 && namespace == NULL)
    return TRUE;
  g_set_error (
      error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
      _("Line %d: the root element is “%s” where an export of France compétences has “FICHES”. Choose the file "
        "export_fiches_RNCP_V4_1_….xml or export_fiches_RS_V4_1_….xml."),
      current_line (reading), name);
  return FALSE;
}

static gboolean
read_version (Reading *reading, xmlNode *node, GError **error)
{
  g_autofree char *version = sceau_fiche_node_text (node);

  if (version != NULL && g_regex_match_simple ("^4(\\.[0-9]{1,3})?$", version, 0, 0))
    {
      g_free (reading->version);
      reading->version = g_steal_pointer (&version);
      return TRUE;
    }
  g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
               _("Line %d: the flow has version “%s” (VERSION_FLUX) and only 4.x is known. Download the file “v4-1” "
                 "from data.gouv.fr."),
               current_line (reading), version != NULL ? version : "");
  return FALSE;
}

static gboolean
require_version (Reading *reading, GError **error)
{
  if (reading->version != NULL)
    return TRUE;
  g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
               _("Line %d: the file does not say its version (VERSION_FLUX) before its first fiche. Download the file "
                 "“v4-1” from data.gouv.fr."),
               current_line (reading));
  return FALSE;
}

/* One child of the root, read whole; the reader forgets it when it moves on. */
static gboolean
read_child (Reading *reading, const char *name, GError **error)
{
  xmlNode *node;

  sceau_fiche_source_mark (reading->source);
  if (strcmp (name, "FICHE") == 0 && !require_version (reading, error))
    return FALSE;
  node = xmlTextReaderExpand (sceau_fiche_source_reader (reading->source));
  if (node == NULL)
    return sceau_fiche_source_fail (reading->source, error);
  if (strcmp (name, "FICHE") == 0)
    read_fiche (reading, node);
  else if (strcmp (name, "VERSION_FLUX") == 0)
    return read_version (reading, node, error);
  else if (g_hash_table_add (reading->unknown, g_strdup (name)))
    sceau_fiche_fault (reading->faults, SCEAU_FAULT_WARNING, node, NULL,
                       _("This element is not known and its content is not used; it is said once for the whole file."),
                       _("Check whether a newer version of Sceau knows it."));
  return TRUE;
}

static gboolean
read_node (Reading *reading, gboolean *expanded, GError **error)
{
  xmlTextReader *reader = sceau_fiche_source_reader (reading->source);
  int type = xmlTextReaderNodeType (reader);
  int depth = xmlTextReaderDepth (reader);
  const char *name = (const char *) xmlTextReaderConstName (reader);

  *expanded = FALSE;
  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
    return sceau_fiche_source_refuse_doctype (current_line (reading), error);
  if (type != XML_READER_TYPE_ELEMENT)
    return TRUE;
  if (depth == 0)
    return check_root (reading, name, error);
  *expanded = TRUE;
  return read_child (reading, name, error);
}

static gboolean
read_document (Reading *reading, GError **error)
{
  xmlTextReader *reader = sceau_fiche_source_reader (reading->source);
  gboolean expanded;
  int state = xmlTextReaderRead (reader);

  while (state == 1)
    {
      if (!read_node (reading, &expanded, error))
        return FALSE;
      if (reading->stop)
        return TRUE;
      state = expanded ? xmlTextReaderNext (reader) : xmlTextReaderRead (reader);
    }
  if (state < 0)
    return sceau_fiche_source_fail (reading->source, error);
  if (g_hash_table_size (reading->seen) == 0 && sceau_faults_count_errors (reading->faults) == 0
      && reading->wanted == NULL)
    sceau_faults_add (reading->faults, SCEAU_FAULT_ERROR, current_line (reading), 0, "FICHES", NULL,
                      _("The file holds no fiche."), _("Download it again from data.gouv.fr."));
  return TRUE;
}

static void
report_missing_codes (Reading *reading)
{
  GHashTableIter iter;
  gpointer code;

  if (reading->wanted == NULL || reading->stop)
    return;
  g_hash_table_iter_init (&iter, reading->wanted);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!g_hash_table_contains (reading->seen, code))
      sceau_faults_add (
          reading->faults, SCEAU_FAULT_ERROR, 0, 0, "NUMERO_FICHE", code, _("The file does not hold this fiche."),
          _("Check the number, and whether it belongs to the RNCP or to the RS: each has its own file."));
}

static gboolean
read_stream (GInputStream *stream,
             goffset total,
             const char *const *codes,
             SceauFicheFunc func,
             gpointer func_data,
             SceauFaults *faults,
             SceauReadProgress progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  g_auto (Reading) reading = { .func = func, .func_data = func_data, .faults = faults };

  reading.source = sceau_fiche_source_new (stream, total, progress, progress_data, cancellable, error);
  if (reading.source == NULL)
    return FALSE;
  reading.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (codes != NULL && codes[0] != NULL)
    reading.wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_hash_table_add (reading.wanted, g_ascii_strup (codes[i], -1));
  if (!read_document (&reading, error))
    return FALSE;
  report_missing_codes (&reading);
  return TRUE;
}

gboolean
sceau_fiche_reader_for_each (GFile *file,
                             const char *const *codes,
                             SceauFicheFunc func,
                             gpointer func_data,
                             SceauFaults *faults,
                             SceauReadProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  goffset total = 0;

  g_return_val_if_fail (G_IS_FILE (file) && func != NULL && faults != NULL, FALSE);

  stream = sceau_input_file_open (file, &total, cancellable, error);
  if (stream == NULL)
    return FALSE;
  return read_stream (stream, total, codes, func, func_data, faults, progress, progress_data, cancellable, error);
}

static gboolean
collect (SceauFiche *fiche, gpointer user_data)
{
  g_ptr_array_add (user_data, fiche);
  return TRUE;
}

GPtrArray *
sceau_fiche_reader_read (GFile *file,
                         const char *const *codes,
                         SceauFaults *faults,
                         SceauReadProgress progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) fiches = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_fiche_free);

  if (!sceau_fiche_reader_for_each (file, codes, collect, fiches, faults, progress, progress_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&fiches);
}

GPtrArray *
sceau_fiche_reader_read_bytes (GBytes *bytes, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) fiches = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_fiche_free);
  g_autoptr (GInputStream) stream = NULL;

  g_return_val_if_fail (bytes != NULL && faults != NULL, NULL);

  stream = g_memory_input_stream_new_from_bytes (bytes);
  if (!read_stream (stream, (goffset) g_bytes_get_size (bytes), NULL, collect, fiches, faults, NULL, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&fiches);
}
