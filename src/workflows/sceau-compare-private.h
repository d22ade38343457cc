/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#pragma once

#include "sceau-keep-school-private.h"

G_BEGIN_DECLS

/* What the files of sceau-compare-journal share; no one else includes it. */

/**
 * SceauHistory: how each mark came to be.  The tables keep it since the fourth step of the schema: what was written before is
 * in the journal alone.
 */
typedef struct _SceauHistory SceauHistory;

SceauHistory *sceau_history_new  (void);
void          sceau_history_free (SceauHistory *self);
/* The entry writes the mark of a cell; @record: (nullable): NULL when it takes it away. @cell: what a person can read. */
void          sceau_history_hear (SceauHistory *self, const char *cell, gint64 entry, JsonObject *record);
/* What the tables hold: @replaced_by is 0 for the mark that stands now. */
void          sceau_history_find (SceauHistory *self, const char *cell, JsonObject *record, gint64 written_by, gint64 replaced_by,
                                  gboolean removed);
/* Gives both over, when everything was heard and found. */
void          sceau_history_tell (SceauHistory *self, GHashTable *said, GHashTable *found);

/**
 * SceauComparison: what the journal says of the records of a school, and what its tables hold.  A record is
 * known by a key that a person can read ("learner 2026-014") and by the SHA-256 of what the journal writes of it.
 */
typedef struct
{
  SceauSchool *school;
  GHashTable *said;  /* (element-type utf8 utf8): key → digest, by the journal */
  GHashTable *found; /* (element-type utf8 utf8): key → digest, in the tables */
  SceauHistory *history; /* of every mark */
  GHashTable *open;  /* (element-type utf8 GHashTable): session, "jury 3" → what the journal says of its decisions until the seal */
  GHashTable *silent; /* (element-type utf8): fiches of which an entry does not name the file that was imported */
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

/* Keys "learner of conflict 4", with the number of the learner as it is written in the place of a digest. */
#define SCEAU_LEARNER_OF_CONFLICT "learner of conflict"

/* One table a subject, ended by a row without verb; and what stands in the tables about it: FALSE on errors of the file only. */
extern const SceauHearing sceau_school_hearings[];
extern const SceauHearing sceau_learner_hearings[];
extern const SceauHearing sceau_result_hearings[];
extern const SceauHearing sceau_juror_hearings[];
extern const SceauHearing sceau_jury_hearings[];
extern const SceauHearing sceau_decision_hearings[];
extern const SceauHearing sceau_register_hearings[];
extern const SceauHearing sceau_house_hearings[];
gboolean sceau_compare_school   (SceauComparison *self, GError **error);
gboolean sceau_compare_learners (SceauComparison *self, GError **error);
gboolean sceau_compare_results  (SceauComparison *self, GError **error);
gboolean sceau_compare_jurors   (SceauComparison *self, GError **error);
gboolean sceau_compare_juries   (SceauComparison *self, GError **error);
gboolean sceau_compare_decisions (SceauComparison *self, GError **error);
gboolean sceau_compare_register (SceauComparison *self, GError **error);
gboolean sceau_compare_house    (SceauComparison *self, GError **error);

/* @records: one of the two tables. @key, @record: (transfer full) */
void        sceau_compare_note      (GHashTable *records, char *key, JsonObject *record);
/* What entries of earlier versions do not say is a record of its own, and is compared when the last entry says it.
 * Takes @member out of @record. @key: (transfer full) */
void        sceau_compare_hear_part (SceauComparison *self, char *key, JsonObject *record, const char *member);
void        sceau_compare_find_part (SceauComparison *self, char *key, JsonObject *record, const char *member);
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
