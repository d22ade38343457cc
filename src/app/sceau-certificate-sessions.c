/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-certificate-sessions.h"

#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-jury-table.h"

void
sceau_deliverable_session_free (SceauDeliverableSession *self)
{
  sceau_jury_session_free (self->session);
  g_free (self);
}

/* Enrolments among @certificates whose certificate is in force. */
static GHashTable *
list_delivered (GPtrArray *certificates)
{
  GHashTable *delivered = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < certificates->len; i++)
    {
      SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state == SCEAU_CERTIFICATE_ISSUED)
        g_hash_table_add (delivered, &certificate->enrolment_id);
    }
  return delivered;
}

/* Certified by @decision still, and without a certificate from another session.  -1 on errors. */
static int
is_deliverable (SceauSchool *school, const SceauDecision *decision, GError **error)
{
  const SceauCertificateQuery query = { .enrolment_id = decision->enrolment_id };
  g_autoptr (SceauDecision) holding = sceau_decision_table_find_in_force (school, decision->enrolment_id, error);
  g_autoptr (GPtrArray) certificates = holding != NULL ? sceau_certificate_table_list (school, &query, error) : NULL;
  g_autoptr (GHashTable) delivered = NULL;

  if (certificates == NULL)
    return -1;
  delivered = list_delivered (certificates);
  return holding->session_id == decision->session_id && g_hash_table_size (delivered) == 0;
}

/* -1 on errors. */
static int
count_left (SceauSchool *school, gint64 session_id, GError **error)
{
  const SceauCertificateQuery query = { .session_id = session_id };
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (school, session_id, error);
  g_autoptr (GPtrArray) certificates = decisions != NULL ? sceau_certificate_table_list (school, &query, error) : NULL;
  g_autoptr (GHashTable) delivered = NULL;
  int left = 0;

  if (certificates == NULL)
    return -1;
  delivered = list_delivered (certificates);
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      int deliverable;

      if (decision->outcome != SCEAU_OUTCOME_CERTIFIED || g_hash_table_contains (delivered, &decision->enrolment_id))
        continue;
      deliverable = is_deliverable (school, decision, error);
      if (deliverable < 0)
        return -1;
      left += deliverable;
    }
  return left;
}

static GPtrArray *
load_sessions (SceauSchool *school, GError **error)
{
  const SceauJuryQuery query = { .states = 1u << SCEAU_SESSION_SEALED };
  g_autoptr (GPtrArray) sealed = sceau_jury_table_list (school, &query, error);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_deliverable_session_free);

  if (sealed == NULL)
    return NULL;
  while (sealed->len > 0)
    {
      g_autoptr (SceauJurySession) session = g_ptr_array_steal_index (sealed, 0);
      int left = count_left (school, session->id, error);

      if (left < 0)
        return NULL;
      if (left > 0)
        {
          SceauDeliverableSession *deliverable = g_new0 (SceauDeliverableSession, 1);

          deliverable->session = g_steal_pointer (&session);
          deliverable->left = (guint) left;
          g_ptr_array_add (sessions, deliverable);
        }
    }
  return g_steal_pointer (&sessions);
}

GPtrArray *
sceau_deliverable_sessions_load (SceauSchool *school, GError **error)
{
  GPtrArray *sessions;

  if (!sceau_school_begin_read (school, error))
    return NULL;
  sessions = load_sessions (school, error);
  sceau_school_end_read (school);
  return sessions;
}
