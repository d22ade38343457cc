/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Jurors, and what the seals of sessions cover. */

#include "sceau-compare-private.h"
#include "sceau-hold-jury-private.h"
#include "sceau-juror-table.h"
#include "sceau-jury-table.h"

static void
hear_juror (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    sceau_compare_note (self->said, g_strdup (heard->subject), json_object_ref (sceau_heard_after (heard)));
}

static void
hear_seal (SceauComparison *self, const SceauHeard *heard)
{
  if (sceau_heard_after (heard) != NULL)
    g_hash_table_insert (self->said, g_strdup (heard->subject), g_strdup (sceau_json_text_of (sceau_heard_after (heard), "seal")));
}

const SceauHearing sceau_jury_hearings[] = {
  { "juror.add", hear_juror },
  { "jury.seal", hear_seal },
  { "jury.rectify", hear_seal },
  { NULL },
};

gboolean
sceau_compare_juries (SceauComparison *self, GError **error)
{
  g_autoptr (GPtrArray) jurors = sceau_juror_table_list (self->school, NULL, error);
  g_autoptr (GPtrArray) sessions = jurors != NULL ? sceau_jury_table_list (self->school, NULL, error) : NULL;

  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < jurors->len; i++)
    {
      const SceauJuror *juror = g_ptr_array_index (jurors, i);

      sceau_compare_note (self->found, g_strdup_printf ("juror %" G_GINT64_FORMAT, juror->id), sceau_json_from_juror (juror));
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);

      if (session->state == SCEAU_SESSION_SEALED)
        g_hash_table_insert (self->found, sceau_jury_subject (session->id), g_strdup (session->seal));
    }
  return TRUE;
}
