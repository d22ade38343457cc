/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-keep-school-private.h"

G_BEGIN_DECLS

/* What the files of sceau-compare-journal share; no one else includes it. */

/**
 * SceauComparison: what the journal says of the records of a school, and what its tables hold.  A record is
 * known by a key that a person can read ("learner 2026-014") and by the SHA-256 of what the journal writes of it.
 */
typedef struct
{
  SceauSchool *school;
  GHashTable *said;  /* (element-type utf8 utf8): key → digest, by the journal */
  GHashTable *found; /* (element-type utf8 utf8): key → digest, in the tables */
  GHashTable *past;  /* (element-type utf8 utf8): what results were until an entry replaced them → digest, by the journal */
  gint64 entry;      /* of the journal, the one that is heard */
  gint64 first_past; /* the first entry that replaced a result whose past is in the tables; 0: none did */
  GHashTable *names; /* (element-type utf8 utf8): number of a learner → the name that lists and minutes must show */
} SceauComparison;

/* One entry of the journal, read. */
typedef struct
{
  gint64 id;
  const char *verb;
  const char *subject;
  JsonNode *before; /* or NULL */
  JsonNode *after;  /* NULL when the entry says that something is gone */
} SceauHeard;

/* What an entry with this verb says; a verb that ends in a full stop stands for all that begin with it. */
typedef struct
{
  const char *verb;
  void (*hear) (SceauComparison *self, const SceauHeard *heard);
} SceauHearing;

/* One table a subject, ended by a row without verb; and what stands in the tables about it: FALSE on errors of the file only. */
extern const SceauHearing sceau_school_hearings[];
extern const SceauHearing sceau_learner_hearings[];
extern const SceauHearing sceau_result_hearings[];
extern const SceauHearing sceau_juror_hearings[];
extern const SceauHearing sceau_jury_hearings[];
extern const SceauHearing sceau_register_hearings[];
gboolean sceau_compare_school   (SceauComparison *self, GError **error);
gboolean sceau_compare_learners (SceauComparison *self, GError **error);
gboolean sceau_compare_results  (SceauComparison *self, GError **error);
gboolean sceau_compare_jurors   (SceauComparison *self, GError **error);
gboolean sceau_compare_juries   (SceauComparison *self, GError **error);
gboolean sceau_compare_register (SceauComparison *self, GError **error);

/* @records: one of the two tables. @key, @record: (transfer full) */
void        sceau_compare_note      (GHashTable *records, char *key, JsonObject *record);
/* Calls @hear for the record, or for each record of a list of them. */
void        sceau_compare_hear_each (SceauComparison *self, JsonNode *records, void (*hear) (SceauComparison *, JsonObject *));
/* The object that the entry says stood before, and stands now; or NULL. */
JsonObject *sceau_heard_before      (const SceauHeard *heard);
JsonObject *sceau_heard_after       (const SceauHeard *heard);
/* "" when there is no such member. */
const char *sceau_json_text_of      (JsonObject *object, const char *member);
/* (transfer full): "learner 2026-014" for "learner" and the member "number". */
char       *sceau_json_key_of       (const char *kind, JsonObject *record, const char *member);

G_END_DECLS
