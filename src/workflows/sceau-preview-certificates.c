/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What would be delivered, before anything is: the faults of each candidate, and the pages. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-issue-run-private.h"
#include "sceau-text.h"

void
sceau_issue_warn_without_code (SceauFaults *faults)
{
  sceau_faults_add (faults, SCEAU_FAULT_WARNING, 0, 0, "passphrase", NULL,
                    _("No passphrase of the school’s key was given: the parchemins bear no code that strangers can verify."),
                    _("Give the passphrase, or accept that only the school can tell a genuine one."));
}

/* Refused ones count: what is said of all is said of them too. */
static gboolean
has_new (const SceauIssueRun *run)
{
  for (guint i = 0; i < run->deliveries->len; i++)
    if (!((const SceauDelivery *) g_ptr_array_index (run->deliveries, i))->issued_before)
      return TRUE;
  return FALSE;
}

gboolean
sceau_check_certificates (SceauSchool *school, const SceauIssueOptions *options, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauIssueRun) run = NULL;
  g_autoptr (GPtrArray) pending = NULL;

  g_return_val_if_fail (school != NULL && options != NULL, FALSE);

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  run = sceau_issue_run_load (school, options, NULL, error);
  if (run == NULL || sceau_text_refuse (run->place, SCEAU_TEXT_LINE, error) || !sceau_issue_run_lint (run, NULL, error))
    return FALSE;
  sceau_issue_run_report (run, faults);
  pending = sceau_issue_run_pending (run);
  if (has_new (run) && options->passphrase == NULL)
    sceau_issue_warn_without_code (faults);
  return sceau_issue_files_check (run, pending->len, faults, error);
}

/* Preview -------------------------------------------------------------------------------- */

/* In the place of the code that nothing has before it is issued. */
#define NO_CODE_YET "PROJET : ce document n’est pas délivré."

typedef struct
{
  const SceauIssueRun *run;
  GPtrArray *drawn; /* (element-type SceauDelivery) */
  gboolean code;
  SceauPaperContent content;
} Preview;

static gboolean
describe_draft (guint index, const SceauPaperContent **content, gpointer data, GError **error)
{
  Preview *preview = data;

  preview->content = sceau_issue_run_describe (preview->run, g_ptr_array_index (preview->drawn, index));
  preview->content.draft = TRUE;
  preview->content.code_text = preview->code ? NO_CODE_YET : NULL;
  *content = &preview->content;
  return TRUE;
}

/* The numbers that come next, on the pages that can be drawn. */
static gboolean
choose_drafts (Preview *preview, GError **error)
{
  const SceauIssueRun *run = preview->run;
  const SceauPaperLook look = sceau_house_look_of (run->look, SCEAU_PAPER_CERTIFICATE);
  int sequence = sceau_certificate_table_next_sequence (run->school, sceau_date_year (run->options->delivered), error);

  for (guint i = 0; sequence > 0 && i < run->deliveries->len; i++)
    {
      SceauDelivery *delivery = g_ptr_array_index (run->deliveries, i);
      SceauPaperContent content;

      if (delivery->issued_before || delivery->learner == NULL)
        continue;
      delivery->certificate = sceau_issue_run_number (run, delivery, sequence);
      content = sceau_issue_run_describe (run, delivery);
      if (!sceau_paper_document_check (&look, &content, delivery->faults))
        continue;
      g_ptr_array_add (preview->drawn, delivery);
      sequence++;
    }
  return sequence > 0;
}

static GBytes *
draw_drafts (Preview *preview, GCancellable *cancellable, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (preview->run->look, SCEAU_PAPER_CERTIFICATE);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (preview->drawn->len == 0)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("No parchemin is left to be shown: each one certified by this session has theirs, or it cannot be drawn."));
      return NULL;
    }
  if (!sceau_paper_document_render_merged (&look, preview->drawn->len, describe_draft, preview, out, cancellable, error)
      || !g_output_stream_close (out, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

GBytes *
sceau_preview_certificates (SceauSchool *school, const SceauIssueOptions *options, GCancellable *cancellable, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauIssueRun) run = NULL;
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;
  Preview preview = { .drawn = drawn };

  g_return_val_if_fail (school != NULL && options != NULL, NULL);

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return NULL;
  run = sceau_issue_run_load (school, options, NULL, error);
  if (run == NULL || sceau_text_refuse (run->place, SCEAU_TEXT_LINE, error))
    return NULL;
  if (options->delivered == SCEAU_NO_DATE || run->place == NULL)
    {
      g_set_error_literal (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED,
                           _("A page says where and when it is delivered: give the place and the day."));
      return NULL;
    }
  preview.run = run;
  preview.code = options->passphrase != NULL || sceau_has_signing_key (school, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return choose_drafts (&preview, error) ? draw_drafts (&preview, cancellable, error) : NULL;
}
