/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-canonical-private.h"

#include <string.h>

void
sceau_canonical_add (GChecksum *checksum, const char *text)
{
  char prefix[24];
  gsize length = text != NULL ? strlen (text) : 0;

  if (text == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "-,", 2);
      return;
    }
  g_snprintf (prefix, sizeof prefix, "%" G_GSIZE_FORMAT ":", length);
  g_checksum_update (checksum, (const guchar *) prefix, -1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  g_checksum_update (checksum, (const guchar *) ",", 1);
}

gboolean
sceau_canonical_add_rows (GChecksum *checksum, const char *title, SceauStatement *statement, GError **error)
{
  g_autoptr (SceauStatement) rows = statement;
  SceauStep step;

  if (rows == NULL)
    return FALSE;
  sceau_canonical_add (checksum, title);
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      for (int i = 0; i < sceau_statement_get_width (rows); i++)
        sceau_canonical_add (checksum, sceau_statement_get_text (rows, i));
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return step == SCEAU_STEP_DONE;
}
