/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* The delivery: from the decisions of a sealed session to numbered documents whose bytes are kept. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-file-set.h"
#include "sceau-issue-run-private.h"
#include "sceau-paper-code.h"
#include "sceau-text.h"

/* What is issued in one transaction. */
typedef struct
{
  SceauIssueRun *run;
  SceauDelivery **deliveries;
  guint n;
  GPtrArray *pdfs; /* (element-type GBytes) */
  SceauPaperContent content; /* of the page that comes next */
} Group;

/* Numbers and codes ---------------------------------------------------------------------- */

/* A delivery that is not in the register has no number. */
static void
drop_numbers (Group *group)
{
  for (guint i = 0; i < group->n; i++)
    g_clear_pointer (&group->deliveries[i]->certificate, sceau_certificate_free);
}

static gboolean
number_group (Group *group, const SceauSigner *signer, GError **error)
{
  const SceauIssueRun *run = group->run;
  const int first = sceau_certificate_table_next_sequence (run->school, sceau_date_year (run->options->delivered), error);

  if (first < 0)
    return FALSE;
  for (guint i = 0; i < group->n; i++)
    {
      SceauDelivery *delivery = group->deliveries[i];
      SceauPaperContent content;

      delivery->certificate = sceau_issue_run_number (run, delivery, first + (int) i);
      if (signer == NULL)
        continue;
      content = sceau_issue_run_describe (run, delivery);
      delivery->certificate->code_text = sceau_paper_code (signer, &content, error);
      if (delivery->certificate->code_text == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Pages ---------------------------------------------------------------------------------- */

static gboolean
describe_next (guint index, const SceauPaperContent **content, gpointer data, GError **error)
{
  Group *group = data;

  sceau_issue_run_tick (group->run, _("Issuing the parchemins"));
  group->content = sceau_issue_run_describe (group->run, group->deliveries[index]);
  *content = &group->content;
  return TRUE;
}

static gboolean
keep_page (guint index, GBytes *pdf, gpointer data, GError **error)
{
  Group *group = data;

  group->deliveries[index]->certificate->sha256 = sceau_sha256 (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_ptr_array_add (group->pdfs, g_bytes_ref (pdf));
  return TRUE;
}

static gboolean
draw_group (Group *group, GCancellable *cancellable, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (group->run->look, SCEAU_PAPER_CERTIFICATE);

  return sceau_paper_document_render_each (&look, group->n, describe_next, keep_page, group, cancellable, error);
}

/* File and register ---------------------------------------------------------------------- */

static gboolean
stage_group (const Group *group, SceauFileSet *files, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);

  if (group->run->options->folder == NULL)
    return TRUE;
  for (guint i = 0; i < group->n; i++)
    {
      g_autofree char *path = sceau_issue_files_path (group->run, group->deliveries[i]);

      sceau_file_set_add (files, path, g_ptr_array_index (group->pdfs, i));
    }
  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, cancellable, error);
}

static gboolean
write_register (const Group *group, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (group->run->options->session_id);
  JsonArray *entries = json_array_new ();
  g_autoptr (JsonObject) after = json_object_new ();

  json_object_set_array_member (after, "certificates", entries);
  for (guint i = 0; i < group->n; i++)
    {
      const SceauCertificate *certificate = group->deliveries[i]->certificate;

      if (!sceau_certificate_table_insert (group->run->school, certificate, g_ptr_array_index (group->pdfs, i), error))
        return FALSE;
      json_array_add_object_element (entries, sceau_json_from_certificate (certificate));
    }
  return sceau_journal_record (group->run->school, "certificate.issue", subject, NULL, g_steal_pointer (&after), error);
}

/* The register holds the bytes once this is committed: a file that cannot get its name is written by the next call. */
static gboolean
publish_group (SceauFileSet *files, GError **error)
{
  if (sceau_file_set_publish (files, error))
    return TRUE;
  g_prefix_error (error, "%s ", _("These parchemins are in the register, but their files are not all there; the same call writes them."));
  return FALSE;
}

/* Inside @transaction, which it ends. *@kept: whether the group is in the register. */
static gboolean
issue_group (Group *group, SceauTransaction *transaction, const SceauSigner *signer, SceauFaults *faults, gboolean *kept,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();

  *kept = (signer == NULL || sceau_signer_check (signer, group->run->school, error)) && number_group (group, signer, error)
          && draw_group (group, cancellable, error) && stage_group (group, files, faults, cancellable, error)
          && write_register (group, error) && !g_cancellable_set_error_if_cancelled (cancellable, error)
          && sceau_transaction_commit (transaction, error);
  if (!*kept)
    {
      drop_numbers (group);
      return FALSE;
    }
  return publish_group (files, error);
}

/* The run -------------------------------------------------------------------------------- */

/* Somebody wrote between two groups: what the linter said may not hold any more. Takes the place of *@run. */
static gboolean
look_again (SceauIssueRun **run, SceauFaults *faults, GCancellable *cancellable, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauIssueRun) fresh = sceau_issue_run_load ((*run)->school, (*run)->options, NULL, error);
  g_autoptr (SceauFaults) found = sceau_faults_new ();

  if (fresh == NULL || !sceau_issue_run_lint (fresh, cancellable, error))
    return FALSE;
  sceau_issue_run_report (fresh, found);
  if (sceau_faults_count_errors (found) > 0 && !fresh->options->accept_valid)
    {
      sceau_faults_add_all (faults, found, SCEAU_FAULT_ERROR, NULL);
      return !sceau_faults_refuse (faults, known, error);
    }
  fresh->progress = (*run)->progress;
  fresh->done = (*run)->done;
  sceau_issue_run_free (*run);
  *run = g_steal_pointer (&fresh);
  return TRUE;
}

/* The next group, or nothing when none is left. FALSE on errors. */
static gboolean
issue_next (SceauIssueRun **run, const SceauSigner *signer, guint most, GPtrArray *issued, gboolean *more, SceauFaults *faults,
            GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Group group = { .pdfs = pdfs };
  gboolean kept, done;

  if (!sceau_transaction_begin (&transaction, (*run)->school, error))
    return FALSE;
  if (sceau_school_get_change_counter ((*run)->school) != (*run)->seen && !look_again (run, faults, cancellable, error))
    return FALSE;
  pending = sceau_issue_run_pending (*run);
  group.run = *run;
  group.deliveries = (SceauDelivery **) pending->pdata;
  group.n = MIN (pending->len, most);
  *more = pending->len > group.n;
  if (group.n == 0)
    return TRUE;
  done = issue_group (&group, &transaction, signer, faults, &kept, cancellable, error);
  for (guint i = 0; kept && i < group.n; i++)
    g_ptr_array_add (issued, sceau_certificate_copy (group.deliveries[i]->certificate));
  (*run)->seen = sceau_school_get_change_counter ((*run)->school);
  return done;
}

static gboolean
issue_groups (SceauIssueRun **run, const SceauSigner *signer, guint most, GPtrArray *issued, SceauFaults *faults,
              GCancellable *cancellable, GError **error)
{
  gboolean more = TRUE;

  while (more)
    if (!issue_next (run, signer, most, issued, &more, faults, cancellable, error))
      return FALSE;
  return TRUE;
}

/* Loads and lints; NULL when nothing may be issued. *@n: how many may. */
static SceauIssueRun *
prepare (SceauSchool *school, const SceauIssueOptions *options, gboolean signs, guint *n, SceauFaults *faults, SceauProgress *progress,
         GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauIssueRun) run = NULL;
  g_autoptr (GPtrArray) pending = NULL;
  const guint known = sceau_faults_count_errors (faults);
  guint linted;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  run = sceau_issue_run_load (school, options, progress, error);
  if (run == NULL || sceau_text_refuse (run->place, SCEAU_TEXT_LINE, error) || !sceau_issue_run_lint (run, cancellable, error))
    return NULL;
  sceau_issue_run_report (run, faults);
  pending = sceau_issue_run_pending (run);
  *n = pending->len;
  if (*n > 0 && !signs)
    sceau_issue_warn_without_code (faults);
  /* Refused to the last: with nothing to accept, the reasons are the answer. */
  if ((!options->accept_valid || *n == 0) && sceau_faults_refuse (faults, known, error))
    return NULL;
  linted = sceau_faults_count_errors (faults);
  if (!sceau_issue_files_check (run, *n, faults, error) || sceau_faults_refuse (faults, linted, error))
    return NULL;
  return g_steal_pointer (&run);
}

/* The error says what stopped it; this, what was done before. */
static void
tell_issued (const GPtrArray *issued, guint n, SceauFaults *faults)
{
  g_autofree char *text = NULL;

  if (issued->len == 0)
    return;
  text = g_strdup_printf (ngettext ("%u parchemin of %u was issued before that, and is in the register.",
                                    "%u parchemins of %u were issued before that, and are in the register.", issued->len),
                          issued->len, n);
  sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, NULL, NULL, text, _("The same call goes on with what is left."));
}

GPtrArray *
sceau_issue_certificates_by (SceauSchool *school, const SceauIssueOptions *options, const SceauSigner *signer, guint group,
                             SceauFaults *faults, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) issued = g_ptr_array_new_with_free_func ((GDestroyNotify) sceau_certificate_free);
  g_autoptr (SceauIssueRun) run = NULL;
  g_autoptr (SceauSigner) opened = NULL;
  guint n;

  g_return_val_if_fail (school != NULL && options != NULL && group > 0, NULL);

  run = prepare (school, options, signer != NULL || options->passphrase != NULL, &n, faults, progress, cancellable, error);
  if (run == NULL)
    return NULL;
  /* Before the transactions: it takes about a second, and nobody else should wait for it. */
  if (n > 0 && signer == NULL && options->passphrase != NULL)
    {
      opened = sceau_signer_open (school, options->passphrase, faults, error);
      if (opened == NULL)
        return NULL;
    }
  if ((n == 0 || issue_groups (&run, signer != NULL ? signer : opened, group, issued, faults, cancellable, error))
      && sceau_issue_files_finish (run, faults, cancellable, error))
    return g_steal_pointer (&issued);
  tell_issued (issued, n, faults);
  return NULL;
}

GPtrArray *
sceau_issue_certificates (SceauSchool *school, const SceauIssueOptions *options, SceauFaults *faults, SceauProgress *progress,
                          GCancellable *cancellable, GError **error)
{
  return sceau_issue_certificates_by (school, options, NULL, SCEAU_ISSUE_GROUP, faults, progress, cancellable, error);
}
