/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where @file of the shipped data/@folder is (transfer full): in `$SCEAU_DATA_DIR`, else where it was installed, else
 * in the sources. */
char *sceau_document_data_path (const char *folder, const char *file);

G_END_DECLS
