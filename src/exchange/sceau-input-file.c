/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-input-file.h"

#include <glib/gi18n-lib.h>

#include "sceau-exchange-error.h"

static gboolean
set_not_readable (GFile *file, const char *reason, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_NOT_READABLE, _("“%s” cannot be read: %s"), name,
               reason);
  return FALSE;
}

/* Cancelling is the user's wish, not a fault of the file: it keeps its own code. */
static gboolean
translate_error (GFile *file, GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_not_readable (file, _("there is no such file. Check the name and the folder."), error);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_not_readable (file, _("you may not open it. Ask its owner for the right to read it."), error);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    set_not_readable (file, _("it is a folder. Choose a file in it."), error);
  else
    set_not_readable (file, problem->message, error);
  g_error_free (problem);
  return FALSE;
}

GInputStream *
sceau_input_file_open (GFile *file, goffset *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  GFileInputStream *stream;
  GError *problem = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &problem);
  if (info == NULL)
    {
      translate_error (file, problem, error);
      return NULL;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      set_not_readable (file, _("it is a folder. Choose a file in it."), error);
      return NULL;
    }
  stream = g_file_read (file, cancellable, &problem);
  if (stream == NULL)
    {
      translate_error (file, problem, error);
      return NULL;
    }
  if (size != NULL)
    *size = g_file_info_get_size (info);
  return G_INPUT_STREAM (stream);
}

GBytes *
sceau_input_file_load (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = sceau_input_file_open (file, NULL, cancellable, error);
  g_autoptr (GByteArray) content = NULL;
  g_autofree guint8 *buffer = NULL;
  GError *problem = NULL;
  gssize n;

  if (stream == NULL)
    return NULL;
  content = g_byte_array_new ();
  buffer = g_malloc (64 * 1024);
  while ((n = g_input_stream_read (stream, buffer, 64 * 1024, cancellable, &problem)) > 0)
    {
      if (content->len + (gsize) n > max_bytes)
        {
          g_autofree char *name = g_file_get_parse_name (file);
          g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (
              error, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE,
              _("“%s” holds more than %s, which no file of this kind does. Check that it is the right one, or "
                "split it."),
              name, limit);
          return NULL;
        }
      g_byte_array_append (content, buffer, (guint) n);
    }
  if (n < 0)
    {
      translate_error (file, problem, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
