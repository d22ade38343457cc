/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-exchange-error.h"
#include "sceau-fiche-source-private.h"

#define MAX_FICHE_BYTES ((goffset) 16 * 1024 * 1024)
#define PROGRESS_STEP ((goffset) 64 * 1024)
#define DOCTYPE "<!DOCTYPE"

struct _SceauFicheSource
{
  GBufferedInputStream *stream;
  goffset total;
  goffset done;
  goffset mark;          /* where the fiche being read begins */
  goffset next_report;
  SceauReadProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  xmlTextReader *reader;
  GError *stopped;       /* why we stopped, when it was not libxml2 that did */
  gboolean at_end;
  gboolean in_prolog;    /* no element has begun yet */
  char tail[sizeof DOCTYPE]; /* the last bytes of the previous piece, for what lies across two */
  int line;              /* of the problem */
  int code;              /* XML_ERR_… */
  char *message;         /* of libxml2 */
};

static gboolean
set_not_readable (GError **error, const char *sentence)
{
  g_set_error_literal (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE, sentence);
  return FALSE;
}

gboolean
sceau_fiche_source_refuse_doctype (int line, GError **error)
{
  g_set_error (
      error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
      _("Line %d: the file declares a document type (<!DOCTYPE…>), which no fiche of France compétences does and "
        "which can hide entities that never end. Download the file again from data.gouv.fr."),
      line);
  return FALSE;
}

/* Looks for a DOCTYPE before the first element, so that it is refused before libxml2 sees it. */
static gboolean
check_prolog (SceauFicheSource *self, const char *data, gsize length)
{
  g_autoptr (GString) seen = g_string_new (self->tail);
  const char *found;

  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0') /* UTF-16: every second byte */
      g_string_append_c (seen, data[i]);
  found = strstr (seen->str, DOCTYPE);
  for (const char *p = seen->str; (p = strchr (p, '<')) != NULL && (found == NULL || p < found); p++)
    if (g_ascii_isalpha (p[1]) || p[1] == '_')
      {
        self->in_prolog = FALSE;
        return TRUE;
      }
  if (found != NULL)
    return sceau_fiche_source_refuse_doctype (1, &self->stopped);
  g_strlcpy (self->tail, seen->str + (seen->len >= sizeof self->tail ? seen->len - sizeof self->tail + 1 : 0),
             sizeof self->tail);
  return TRUE;
}

static void
report_progress (SceauFicheSource *self)
{
  if (self->progress == NULL || (self->done < self->next_report && !self->at_end))
    return;
  self->progress (self->done, self->total, self->progress_data);
  self->next_report = self->done + PROGRESS_STEP;
}

static int
source_read_cb (void *data, char *buffer, int length)
{
  SceauFicheSource *self = data;
  gssize n;

  if (self->stopped != NULL)
    return -1;
  n = g_input_stream_read (G_INPUT_STREAM (self->stream), buffer, (gsize) length, self->cancellable, &self->stopped);
  if (n < 0)
    return -1;
  self->at_end = n == 0;
  self->done += n;
  report_progress (self);
  if (self->in_prolog && !check_prolog (self, buffer, (gsize) n))
    return -1;
  if (self->done - self->mark > MAX_FICHE_BYTES)
    {
      g_set_error (&self->stopped, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE,
                   _("Line %d: what begins here goes on for more than 16 MiB without the end of a fiche. This is not "
                     "an export of France compétences; download it again from data.gouv.fr."),
                   self->reader != NULL ? xmlTextReaderGetParserLineNumber (self->reader) : 1);
      return -1;
    }
  return (int) n;
}

static void
source_error_cb (void *data, xmlErrorPtr problem)
{
  SceauFicheSource *self = data;

  /* The first fatal error is the cause, later ones are its consequences. */
  if (problem == NULL || problem->level < XML_ERR_ERROR || self->message != NULL)
    return;
  self->line = problem->line;
  self->code = problem->code;
  self->message = g_strstrip (g_strdup (problem->message != NULL ? problem->message : ""));
}

static gboolean
check_beginning (SceauFicheSource *self, GError **error)
{
  char start[64];
  const char *p = start;
  gsize n;

  if (g_buffered_input_stream_fill (self->stream, -1, self->cancellable, error) < 0)
    return FALSE;
  memset (start, 0, sizeof start);
  n = g_buffered_input_stream_peek (self->stream, start, 0, sizeof start - 1);
  if (n == 0)
    return set_not_readable (error, _("The file is empty. Download it again from data.gouv.fr."));
  if (memcmp (start, "PK\x03\x04", 4) == 0 || memcmp (start, "\x1F\x8B", 2) == 0)
    return set_not_readable (
        error, _("This is a compressed archive. Extract the XML file that lies in it and import that one."));
  if (memcmp (start, "\xFF\xFE", 2) == 0 || memcmp (start, "\xFE\xFF", 2) == 0)
    return TRUE;
  if (memcmp (start, "\xEF\xBB\xBF", 3) == 0)
    p += 3;
  while (p < start + n && g_ascii_isspace (*p))
    p++;
  if (p < start + n && *p != '<')
    return set_not_readable (
        error, _("This is not an XML file: it does not begin with “<”. Choose an export of France compétences "
                 "(export_fiches_RNCP_V4_1_….xml)."));
  return TRUE;
}

SceauFicheSource *
sceau_fiche_source_new (GInputStream *stream,
                        goffset total,
                        SceauReadProgress progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SceauFicheSource) self = g_new0 (SceauFicheSource, 1);
  GInputStream *buffered = g_buffered_input_stream_new_sized (stream, (gsize) PROGRESS_STEP);

  self->stream = G_BUFFERED_INPUT_STREAM (buffered);
  self->total = total;
  self->progress = progress;
  self->progress_data = progress_data;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->in_prolog = TRUE;
  if (!check_beginning (self, error))
    return NULL;
  self->reader = xmlReaderForIO (source_read_cb, NULL, self, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
  if (self->reader == NULL)
    {
      sceau_fiche_source_fail (self, error);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, source_error_cb, self);
  return g_steal_pointer (&self);
}

void
sceau_fiche_source_free (SceauFicheSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->stopped);
  g_free (self->message);
  g_free (self);
}

xmlTextReader *
sceau_fiche_source_reader (SceauFicheSource *self)
{
  return self->reader;
}

void
sceau_fiche_source_mark (SceauFicheSource *self)
{
  self->mark = self->done;
}

gboolean
sceau_fiche_source_fail (SceauFicheSource *self, GError **error)
{
  if (self->stopped != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->stopped));
      return FALSE;
    }
  if (self->at_end && (self->code == XML_ERR_TAG_NOT_FINISHED || self->code == XML_ERR_DOCUMENT_END
                       || self->code == XML_ERR_GT_REQUIRED || self->code == XML_ERR_DOCUMENT_EMPTY))
    g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
                 _("Line %d: the file breaks off in the middle. The download was cut short; download it again from "
                   "data.gouv.fr."),
                 self->line);
  else
    g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE,
                 _("Line %d: the file is not well-formed XML (%s). Download it again from data.gouv.fr."), self->line,
                 self->message != NULL ? self->message : "?");
  return FALSE;
}
