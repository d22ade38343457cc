/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

#include "sceau-date.h"

G_BEGIN_DECLS

/* Both write UTF-8 whatever the locale's charset: names must not turn into question marks. */
void sceau_cli_print       (const char *format, ...) G_GNUC_PRINTF (1, 2);
void sceau_cli_print_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Call it first: a stream that the caller closed must not lend its number to the first file that is opened, or answers would
 * be written into that file. */
void     sceau_cli_hold_streams (void);
/* Call it last: FALSE, said on stderr, when a part of the answer was lost (full disk, closed stream). */
gboolean sceau_cli_end_output   (void);

/* A text table: rows of cells, columns aligned by what the terminal shows. */
typedef struct _SceauCliTable SceauCliTable;

SceauCliTable *sceau_cli_table_new   (const char *title, ...) G_GNUC_NULL_TERMINATED;
void           sceau_cli_table_free  (SceauCliTable *self);
void           sceau_cli_table_add   (SceauCliTable *self, const char *cell, ...) G_GNUC_NULL_TERMINATED;
void           sceau_cli_table_print (SceauCliTable *self);

/* JSON members; a NULL text and a missing date become null. */
void sceau_cli_json_text    (JsonBuilder *builder, const char *key, const char *value);
void sceau_cli_json_date    (JsonBuilder *builder, const char *key, SceauDate date);
void sceau_cli_json_integer (JsonBuilder *builder, const char *key, gint64 value);
void sceau_cli_json_boolean (JsonBuilder *builder, const char *key, gboolean value);
/* A figure that -1 says is absent. */
void sceau_cli_json_figure  (JsonBuilder *builder, const char *key, int value);
void sceau_cli_json_print   (JsonBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauCliTable, sceau_cli_table_free)

G_END_DECLS
