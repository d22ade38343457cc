/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

#include "sceau-cli.h"
#include "sceau-house-style.h"

G_BEGIN_DECLS

/* What the verbs about the look of papers and about who signs them share. */

/* (transfer full): or NULL, said on stderr. */
SceauPicture *sceau_cli_read_picture (SceauCli *cli, const char *path);
/* {width, height, sha256}, or null. */
void          sceau_cli_json_picture (JsonBuilder *builder, const char *key, const SceauPicture *picture);

G_END_DECLS
