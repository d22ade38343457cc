/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JSON written by hand rather than by json-glib, whose numbers go through doubles: the same record must
 * give the same bytes, and 12.35 must not become 12.3499999.
 */
typedef struct
{
  GString *text;
  int depth;
  gboolean first; /* nothing stands yet in the innermost object or list */
} SceauJsonWriter;

#define SCEAU_JSON_WRITER_INIT { .text = g_string_new (NULL), .first = TRUE }

typedef void (*SceauJsonWriteFunc) (SceauJsonWriter *writer, gconstpointer record);

/* The key and what stands before it; @key NULL in a list. */
void sceau_json_writer_begin      (SceauJsonWriter *writer, const char *key);
void sceau_json_writer_open       (SceauJsonWriter *writer, const char *key, char bracket);
void sceau_json_writer_close      (SceauJsonWriter *writer, char bracket);
/* A NULL text is not written. */
void sceau_json_writer_text       (SceauJsonWriter *writer, const char *key, const char *value);
void sceau_json_writer_integer    (SceauJsonWriter *writer, const char *key, int value);
void sceau_json_writer_hundredths (SceauJsonWriter *writer, const char *key, gint32 value);
void sceau_json_writer_boolean    (SceauJsonWriter *writer, const char *key, gboolean value);
/* (element-type utf8): on one line. */
void sceau_json_writer_texts      (SceauJsonWriter *writer, const char *key, GPtrArray *texts);
/* One object for each of @records. */
void sceau_json_writer_list       (SceauJsonWriter *writer, const char *key, GPtrArray *records, SceauJsonWriteFunc write_one);

G_END_DECLS
