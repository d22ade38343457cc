/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-issue-work.h"

#include <string.h>

SceauIssueWork *
sceau_issue_work_new (void)
{
  SceauIssueWork *self = g_new0 (SceauIssueWork, 1);

  self->faults = sceau_faults_new ();
  return self;
}

void
sceau_issue_work_free (SceauIssueWork *self)
{
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->place);
  g_free (self->folder);
  g_free (self->merged);
  g_free (self->archive);
  g_clear_pointer (&self->faults, sceau_faults_free);
  g_clear_pointer (&self->issued, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

guint
sceau_issue_work_count_others (const SceauIssueWork *self)
{
  g_autoptr (GHashTable) refused = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sceau_faults_length (self->faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (self->faults, i);

      if (fault->severity != SCEAU_FAULT_ERROR)
        continue;
      if (fault->place == NULL)
        return 0;
      g_hash_table_add (refused, fault->place);
    }
  return self->left > g_hash_table_size (refused) ? self->left - g_hash_table_size (refused) : 0;
}

static SceauIssueOptions
get_options (const SceauIssueWork *self)
{
  return (SceauIssueOptions){
    .session_id = self->session_id,
    .delivered = self->delivered,
    .place = self->place,
    .folder = self->folder,
    .merged = self->merged,
    .archive = self->archive,
    .passphrase = self->passphrase,
    .accept_valid = self->accept_valid,
  };
}

gboolean
sceau_issue_work_check (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauIssueWork *self = job;
  const SceauIssueOptions options = get_options (self);

  return sceau_check_certificates (school, &options, self->faults, error);
}

gboolean
sceau_issue_work_run (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  SceauIssueWork *self = job;
  const SceauIssueOptions options = get_options (self);

  self->issued = sceau_issue_certificates (school, &options, self->faults, progress, cancellable, &self->error);
  return TRUE;
}

GBytes *
sceau_issue_work_preview (SceauSchool *school, gpointer job, GCancellable *cancellable, GError **error)
{
  const SceauIssueOptions options = get_options (job);

  return sceau_preview_certificates (school, &options, cancellable, error);
}
