/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include <json-glib/json-glib.h>

#include "sceau-fault.h"

G_BEGIN_DECLS

/**
 * SceauJson: JSON text read strictly.  Every fault is an error whose field is the path
 * of the value: "modalities[3].pass_mark".  A key that nobody asked for is a fault when
 * its object is closed, so a new key needs no list of known ones.
 */
typedef struct _SceauJson SceauJson;
typedef struct _SceauJsonObject SceauJsonObject;

SceauJson       *sceau_json_new   (const char *text, gssize length, SceauFaults *faults, GError **error);
void             sceau_json_free  (SceauJson *self);
/* NULL after a fault when the text is not one object. */
SceauJsonObject *sceau_json_root  (SceauJson *self);

/* Reports the keys left over and frees. */
void             sceau_json_object_close (SceauJsonObject *self);
void             sceau_json_fault (SceauJsonObject *self, const char *key, const char *value, const char *reason, const char *remedy);

/* An absent key, or null, gives NULL or @absent; a wrong type or range is a fault and gives the same. */
char            *sceau_json_text       (SceauJsonObject *self, const char *key);
/* An absent or empty one is a fault. */
char            *sceau_json_mandatory  (SceauJsonObject *self, const char *key);
gboolean         sceau_json_boolean    (SceauJsonObject *self, const char *key, gboolean absent);
int              sceau_json_integer    (SceauJsonObject *self, const char *key, int min, int max, int absent);
/* A number with at most two decimals, in hundredths and exact; the limits are hundredths too. */
gint32           sceau_json_hundredths (SceauJsonObject *self, const char *key, gint32 min, gint32 max, gint32 absent);
gboolean         sceau_json_has        (SceauJsonObject *self, const char *key);
gboolean         sceau_json_is_text    (SceauJsonObject *self, const char *key);

/* Elements of an array; an absent array has none. */
guint            sceau_json_length         (SceauJsonObject *self, const char *key);
SceauJsonObject *sceau_json_element_object (SceauJsonObject *self, const char *key, guint index);
char            *sceau_json_element_text   (SceauJsonObject *self, const char *key, guint index);
int              sceau_json_element_integer (SceauJsonObject *self, const char *key, guint index, int min, int max, int absent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJson, sceau_json_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceauJsonObject, sceau_json_object_close)

G_END_DECLS
