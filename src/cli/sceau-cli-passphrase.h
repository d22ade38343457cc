/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-cli.h"

G_BEGIN_DECLS

/* Variables that it can come from. */
#define SCEAU_CLI_PASSPHRASE "SCEAU_PASSPHRASE"
#define SCEAU_CLI_NEW_PASSPHRASE "SCEAU_NEW_PASSPHRASE"

/* A passphrase in memory that is wiped when it goes. */
typedef struct
{
  char *text;
} SceauCliPassphrase;

/**
 * sceau_cli_read_passphrase: the first line of @file, else the variable @variable (which is taken out of the
 * environment), else what is typed after @prompt on the terminal, without echo; with @twice it is typed again.
 * FALSE when there is none, said on stderr.
 */
gboolean sceau_cli_read_passphrase  (SceauCliPassphrase *self, const char *file, const char *variable, const char *prompt, gboolean twice);
void     sceau_cli_passphrase_clear (SceauCliPassphrase *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SceauCliPassphrase, sceau_cli_passphrase_clear)

G_END_DECLS
