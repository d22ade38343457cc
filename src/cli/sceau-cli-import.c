/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-cli-import.h"

#include <glib/gi18n-lib.h>

#include "sceau-cli-output.h"

SceauImportFlags
sceau_cli_import_flags (gboolean dry_run, gboolean accept_valid)
{
  return (dry_run ? SCEAU_IMPORT_DRY_RUN : 0) | (accept_valid ? SCEAU_IMPORT_ACCEPT_VALID : 0);
}

static void
print_summary_json (gboolean dry_run, const SceauImportSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sceau_cli_json_boolean (builder, "dry_run", dry_run);
  sceau_cli_json_integer (builder, "lines", summary->lines);
  sceau_cli_json_integer (builder, "written", summary->written);
  sceau_cli_json_integer (builder, "unchanged", summary->unchanged);
  sceau_cli_json_integer (builder, "refused", summary->refused);
  json_builder_end_object (builder);
  sceau_cli_json_print (builder);
}

SceauCliStatus
sceau_cli_finish_import (SceauCli                 *cli,
                         gboolean                  done,
                         gboolean                  dry_run,
                         const SceauImportSummary *summary,
                         const GError             *error)
{
  if (!done)
    return sceau_cli_refuse (cli, error);

  sceau_cli_print_faults (cli);
  if (cli->json)
    print_summary_json (dry_run, summary);
  else
    sceau_cli_print (dry_run ? _("Lines read: %u. Would be written: %u, nothing new: %u, refused: %u. Nothing was written.\n")
                             : _("Lines read: %u. Written: %u, nothing new: %u, refused: %u.\n"),
                     summary->lines, summary->written, summary->unchanged, summary->refused);
  /* A dry run answers the question "would it go in?": a faulty line is a no. */
  return dry_run && summary->refused > 0 ? SCEAU_CLI_REFUSED : SCEAU_CLI_DONE;
}
