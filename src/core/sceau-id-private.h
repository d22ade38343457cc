/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The identifiers that enumerations have in files, in the database and on the
 * command line.  They are written down for ever: a value may be added at the end
 * of an enumeration, an identifier is never changed. */

/* The identifier of @value, or "" when it is none of the enumeration's. */
const char *sceau_id_get  (const char *const *ids, gsize n_ids, guint value);
/* The value whose identifier is exactly @id, or -1. */
int         sceau_id_find (const char *const *ids, gsize n_ids, const char *id);

/* Defines prefix_to_id() and prefix_from_id() over identifiers in the order of @Type. */
#define SCEAU_DEFINE_IDS(prefix, Type, ...)                                          \
  static const char *const prefix##_ids[] = { __VA_ARGS__ };                         \
                                                                                     \
  const char *                                                                       \
  prefix##_to_id (Type value)                                                        \
  {                                                                                  \
    return sceau_id_get (prefix##_ids, G_N_ELEMENTS (prefix##_ids), (guint) value);  \
  }                                                                                  \
                                                                                     \
  gboolean                                                                           \
  prefix##_from_id (const char *id, Type *value)                                     \
  {                                                                                  \
    int found = sceau_id_find (prefix##_ids, G_N_ELEMENTS (prefix##_ids), id);       \
                                                                                     \
    if (found < 0)                                                                   \
      return FALSE;                                                                  \
    *value = (Type) found;                                                           \
    return TRUE;                                                                     \
  }

/* One word that people write for a value: compared folded, the table ends with a NULL word. */
typedef struct
{
  const char *word;
  int value;
} SceauSynonym;

/* The value of @text by its folded form, or -1. */
int sceau_synonym_find (const SceauSynonym *synonyms, const char *text);

G_END_DECLS
