/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The scan of the minutes with every signature: known by its content, kept for ever, given back byte for byte. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-atomic-file.h"
#include "sceau-exchange-error.h"
#include "sceau-hold-jury-private.h"
#include "sceau-input-file.h"
#include "sceau-notify-results.h"

#define MOST_BYTES (50 * 1024 * 1024)

static const struct
{
  const char *media_type;
  const char *magic;
  gsize length;
} formats[] = {
  { "application/pdf", "%PDF-", 5 },
  { "image/jpeg", "\xff\xd8\xff", 3 },
  { "image/png", "\x89PNG\r\n\x1a\n", 8 },
  { "image/tiff", "II*\0", 4 },
  { "image/tiff", "MM\0*", 4 },
};

/* Readers of PDF look for its end there (ISO 32000-1, annex H). */
#define PDF_TAIL 1024
#define PDF_END "%%EOF"

/* What a file is called says nothing of what it is. */
static const char *
find_media_type (GBytes *content, const char *path, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length > formats[i].length && memcmp (data, formats[i].magic, formats[i].length) == 0)
      return formats[i].media_type;
  shown = g_filename_display_name (path);
  if (length == 0)
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("“%s” is empty: scan the minutes again."), shown);
  else
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 _("“%s” is no scan of minutes: a PDF, JPEG, PNG or TIFF is needed, and its content is none of them."), shown);
  return NULL;
}

/* A scan that was cut off while it was copied would be kept for ever. */
static gboolean
check_whole (GBytes *content, const char *media_type, const char *path, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  g_autofree char *shown = NULL;

  if (!g_str_equal (media_type, "application/pdf"))
    return TRUE;
  for (gsize i = length - MIN (length, PDF_TAIL); i + strlen (PDF_END) <= length; i++)
    if (memcmp (data + i, PDF_END, strlen (PDF_END)) == 0)
      return TRUE;
  shown = g_filename_display_name (path);
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
               _("“%s” begins as a PDF and has no end: it was cut off. Copy it again from the scanner."), shown);
  return FALSE;
}

static GBytes *
load_scan (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  GBytes *content = sceau_input_file_load (file, MOST_BYTES, NULL, &local);

  if (content != NULL)
    return content;
  if (g_error_matches (local, SCEAU_EXCHANGE_ERROR, SCEAU_EXCHANGE_ERROR_TOO_LARGE))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                 _("“%s” has more than 50 MB: scan the minutes again in black and white, at 200 dots per inch."), shown);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* (transfer full): the scan of the session with this id or, for 0, with this digest; NULL when there is none. */
static SceauSignedMinutes *
take_scan (GPtrArray *scans, gint64 id, const char *sha256)
{
  for (guint i = 0; i < scans->len; i++)
    {
      const SceauSignedMinutes *scan = g_ptr_array_index (scans, i);

      if (id != 0 ? scan->id == id : g_str_equal (scan->sha256, sha256))
        {
          g_ptr_array_set_free_func (scans, NULL);
          for (guint j = 0; j < scans->len; j++)
            if (j != i)
              sceau_signed_minutes_free (g_ptr_array_index (scans, j));
          return g_ptr_array_index (scans, i);
        }
    }
  return NULL;
}

static gboolean
refuse_twin (SceauSchool *school, gint64 session_id, GBytes *content, GError **error)
{
  g_autoptr (GPtrArray) scans = sceau_signed_minutes_table_list (school, session_id, error);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (SceauSignedMinutes) twin = scans != NULL ? take_scan (scans, 0, sha256) : NULL;

  if (twin != NULL)
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, _("This very file is attached already, as “%s”."), twin->name);
  return scans != NULL && twin == NULL;
}

static gint64
keep_scan (SceauSchool *school, gint64 session_id, const char *path, GBytes *content, GError **error)
{
  const char *media_type = find_media_type (content, path, error);
  g_autofree char *name = g_filename_display_basename (path);

  if (media_type == NULL || !check_whole (content, media_type, path, error) || !refuse_twin (school, session_id, content, error))
    return 0;
  return sceau_signed_minutes_table_insert (school, session_id, name, media_type, content, error);
}

SceauSignedMinutes *
sceau_attach_signed_minutes (SceauSchool *school, gint64 session_id, const char *path, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauJurySession) session = NULL;
  g_autoptr (GBytes) content = load_scan (path, error);
  g_autoptr (GPtrArray) scans = NULL;
  g_autoptr (SceauSignedMinutes) scan = NULL;
  g_autofree char *subject = sceau_jury_subject (session_id);
  gint64 id;

  if (content == NULL || !sceau_transaction_begin (&transaction, school, error))
    return NULL;
  session = sceau_require_jury (school, session_id, error);
  if (session == NULL || !sceau_jury_require (school, session, SCEAU_ACT_ATTACH_SIGNED_MINUTES, error))
    return NULL;
  id = keep_scan (school, session_id, path, content, error);
  scans = id != 0 ? sceau_signed_minutes_table_list (school, session_id, error) : NULL;
  scan = scans != NULL ? take_scan (scans, id, NULL) : NULL;
  if (scan == NULL || !sceau_journal_record (school, "jury.attach", subject, NULL, sceau_json_from_signed_minutes (scan), error)
      || !sceau_transaction_commit (&transaction, error))
    return NULL;
  return g_steal_pointer (&scan);
}

gboolean
sceau_extract_signed_minutes (SceauSchool *school, gint64 id, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = sceau_signed_minutes_table_read (school, id, error);

  return content != NULL && sceau_atomic_file_save (file, content, FALSE, error);
}
