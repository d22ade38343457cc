/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-school-check.h"

#include <glib/gi18n-lib.h>

#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-migration.h"
#include "sceau-table-private.h"
#include "sceau-text.h"

static const char *
remedy (void)
{
  return _("Somebody or something changed the file outside Sceau: restore the last backup that is sound.");
}

static void
add_fault (SceauFaults *faults, const char *field, const char *value, const char *reason)
{
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, 0, 0, field, value, reason, remedy ());
}

/* The engine ------------------------------------------------------------------------ */

static gboolean
check_integrity (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) complaints = sceau_database_check_integrity (sceau_school_database (school), error);

  for (guint i = 0; complaints != NULL && i < complaints->len; i++)
    add_fault (faults, "file", g_ptr_array_index (complaints, i), _("The file contradicts itself."));
  return complaints != NULL;
}

static void
compare_schemas (GHashTable *expected, GHashTable *found, SceauFaults *faults)
{
  GHashTableIter iter;
  gpointer name;
  gpointer definition;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &definition))
    if (!g_hash_table_contains (found, name))
      add_fault (faults, "schema", name, _("A table or a protection of the file was removed."));
    else if (g_strcmp0 (g_hash_table_lookup (found, name), definition) != 0)
      add_fault (faults, "schema", name, _("A table or a protection of the file was altered."));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &definition))
    if (!g_hash_table_contains (expected, name))
      add_fault (faults, "schema", name, _("Something was added to the file that Sceau did not put there."));
}

/* The protections are only worth something while they are there: compared with what the migrations make. */
static gboolean
check_schema (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_autoptr (GHashTable) expected = sceau_migration_list_newest ();
  g_autoptr (GHashTable) found = sceau_database_list_schema (sceau_school_database (school), error);

  if (found != NULL)
    compare_schemas (expected, found, faults);
  return found != NULL;
}

/* What must stay true ----------------------------------------------------------------- */

static gpointer
read_session (SceauStatement *row)
{
  SceauJurySession *session = sceau_jury_session_new ();

  session->id = sceau_statement_get_int (row, 0);
  session->seal = sceau_statement_dup_text (row, 1);
  return session;
}

static gboolean
check_seals (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) sessions = sceau_table_collect (
    sceau_statement_new (sceau_school_database (school), "SELECT id, seal FROM jury_session WHERE state = 'sealed' ORDER BY id", error),
    read_session, (GDestroyNotify) sceau_jury_session_free, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);
      g_autofree char *seal = sceau_jury_table_compute_seal (school, session->id, error);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);

      if (seal == NULL)
        return FALSE;
      if (g_strcmp0 (seal, session->seal) != 0)
        add_fault (faults, "jury_session", number, _("The seal of this jury session is broken: something under it was changed."));
    }
  return sessions != NULL;
}

/* Lists are kept in the order of a column that counts from @first: a gap is a row that went, or one that was moved. */
#define LIST(table, owner, column, first) \
  "SELECT '" table " ' || " owner " FROM " table " GROUP BY " owner \
  " HAVING min (" column ") <> " first " OR max (" column ") - min (" column ") + 1 <> count (*) OR count (DISTINCT " column ") <> count (*) "
#define TWO(a, b) a " || ' ' || " b

/* Each query gives the rows that ought not to be: one column that names the row. */
static const struct
{
  const char *field;
  const char *reason;
  const char *sql;
} invariants[] = {
  { "jury_session", N_("The journal no longer holds the entry that was its last when this session was sealed."),
    "SELECT id FROM jury_session WHERE state = 'sealed' "
    "AND journal_head <> '0000000000000000000000000000000000000000000000000000000000000000' "
    "AND journal_head NOT IN (SELECT hash FROM journal)" },
  { "result", N_("A result is not what the seal of a jury session froze."),
    "SELECT f.enrolment_id || ' ' || f.modality_code || ' ' || f.attempt FROM frozen_result AS f "
    "JOIN jury_session AS s ON s.id = f.session_id AND s.state = 'sealed' "
    "LEFT JOIN result AS r ON r.enrolment_id = f.enrolment_id AND r.modality_code = f.modality_code AND r.attempt = f.attempt "
    "WHERE f.moment = 'seal' AND (r.kind IS NOT f.kind OR r.value IS NOT f.value OR r.examiner IS NOT f.examiner "
    "OR r.date IS NOT f.date OR r.comment IS NOT f.comment)" },
  { "result", N_("This mark was changed outside Sceau: the journal has no entry of it."),
    "SELECT h.enrolment_id || ' ' || h.modality_code || ' ' || h.attempt FROM result_history AS h "
    "LEFT JOIN result AS r ON r.enrolment_id = h.enrolment_id AND r.modality_code = h.modality_code AND r.attempt = h.attempt "
    "WHERE h.id = (SELECT max (id) FROM result_history WHERE enrolment_id = h.enrolment_id AND modality_code = h.modality_code "
    "AND attempt = h.attempt) AND (h.replaced_by > (SELECT count FROM journal_head WHERE id = 1) "
    "OR CASE h.removed WHEN 1 THEN r.journal_id < h.replaced_by ELSE r.journal_id IS NOT h.replaced_by END)" },
  /* The greatest number is what stood there last. */
  { "result_history", N_("What this mark was before is not in its order."),
    "SELECT h.enrolment_id || ' ' || h.modality_code || ' ' || h.attempt FROM result_history AS h JOIN result_history AS n "
    "ON n.enrolment_id = h.enrolment_id AND n.modality_code = h.modality_code AND n.attempt = h.attempt AND n.id > h.id "
    "WHERE n.replaced_by < h.replaced_by" },
  { "acquired_block", N_("A block that a sealed jury decided on is no longer among the acquired ones."),
    "SELECT b.enrolment_id || ' ' || b.block_code FROM decision_block AS b "
    "JOIN jury_session AS s ON s.id = b.session_id AND s.state = 'sealed' JOIN enrolment AS e ON e.id = b.enrolment_id "
    "WHERE EXISTS (SELECT 1 FROM acquired_block AS x WHERE x.session_id = s.id) "
    "AND NOT EXISTS (SELECT 1 FROM acquired_block AS a WHERE a.learner_id = e.learner_id "
    "AND a.certification_code = b.certification_code AND a.block_code = b.block_code)" },
  { "certificate", N_("The numbers of the parchemins of this year have a gap."),
    "SELECT year FROM certificate GROUP BY year HAVING count (*) <> max (sequence) OR min (sequence) <> 1" },
  { "certificate", N_("This parchemin does not rest on a sealed decision “certified”."),
    "SELECT c.number FROM certificate AS c WHERE NOT EXISTS (SELECT 1 FROM jury_decision AS d "
    "JOIN jury_session AS s ON s.id = d.session_id AND s.state = 'sealed' WHERE d.session_id = c.session_id "
    "AND d.enrolment_id = c.enrolment_id AND d.outcome = 'certified' AND s.date = c.decided)" },
  { "certificate", N_("This parchemin and the lines of the register do not agree on its end."),
    "SELECT c.number FROM certificate AS c LEFT JOIN register_act AS a ON a.number = c.number AND a.kind IN ('revoked', 'replaced') "
    "WHERE c.state IS NOT coalesce (a.kind, 'issued') OR c.ended IS NOT a.date "
    "OR (a.kind = 'revoked' AND a.reason IS NOT c.revocation_reason) OR (a.kind = 'replaced' AND a.detail IS NOT c.replaced_by)" },
  { "certificate", N_("This parchemin and the one that replaces it do not name each other."),
    "SELECT c.number FROM certificate AS c LEFT JOIN certificate AS n ON n.number = c.replaced_by "
    "WHERE c.replaced_by IS NOT NULL AND (n.replaces IS NOT c.number OR n.enrolment_id IS NOT c.enrolment_id) "
    "UNION ALL SELECT n.number FROM certificate AS n LEFT JOIN certificate AS c ON c.number = n.replaces "
    "WHERE n.replaces IS NOT NULL AND c.replaced_by IS NOT n.number" },
  { "certificate", N_("The editions or the duplicates of this parchemin have a gap."),
    "SELECT number FROM register_act WHERE kind IN ('printed', 'duplicate') GROUP BY number, kind HAVING count (*) <> max (rank)" },
  { "jury_minutes", N_("The minutes of this jury session are not those that the journal names."),
    "SELECT j.subject FROM journal AS j WHERE j.verb IN ('jury.seal', 'jury.rectify') AND j.after LIKE '%\"minutes\":%' "
    "AND NOT EXISTS (SELECT 1 FROM jury_minutes AS m WHERE 'jury ' || m.session_id = j.subject AND instr (j.after, m.sha256) > 0) "
    "UNION ALL SELECT 'jury ' || m.session_id FROM jury_minutes AS m WHERE NOT EXISTS (SELECT 1 FROM journal AS j "
    "WHERE j.verb IN ('jury.seal', 'jury.rectify') AND j.subject = 'jury ' || m.session_id AND instr (j.after, m.sha256) > 0)" },
  { "notification", N_("The results of this jury session were notified before its seal or within its embargo."),
    "SELECT n.session_id FROM notification AS n WHERE NOT EXISTS (SELECT 1 FROM jury_session AS s WHERE s.id = n.session_id "
    "AND s.state = 'sealed' AND (s.embargo IS NULL OR s.embargo <= n.date))" },
  { "appeal", N_("This appeal is not about a decision that was notified, or its answer names another session than the one that mends it."),
    "SELECT a.id FROM appeal AS a WHERE NOT EXISTS (SELECT 1 FROM notification AS n WHERE n.session_id = a.session_id "
    "AND n.date <= a.filed) OR (a.rectifying_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM jury_session AS r "
    "JOIN jury_decision AS d ON d.session_id = r.rectifies AND d.enrolment_id = a.enrolment_id "
    "WHERE r.id = a.rectifying_id AND r.rectifies >= a.session_id))" },
  { "session_event", N_("The events of this jury session have a gap."),
    "SELECT session_id FROM session_event GROUP BY session_id HAVING count (*) <> max (position)" },
  { "jury_session", N_("This jury session is not sealed, and the file holds of it what only a seal writes."),
    "SELECT w.session_id FROM (SELECT session_id FROM quota_snapshot "
    "UNION SELECT session_id FROM frozen_result WHERE moment = 'seal' UNION SELECT session_id FROM jury_minutes "
    "UNION SELECT session_id FROM acquired_block WHERE session_id IS NOT NULL UNION SELECT session_id FROM acquired_block_annulment "
    "UNION SELECT session_id FROM notification UNION SELECT session_id FROM signed_minutes) AS w "
    "LEFT JOIN jury_session AS s ON s.id = w.session_id WHERE s.state IS NOT 'sealed'" },
  { "list", N_("The order of this list has a gap."),
    LIST ("block", "certification_code", "position", "0") "UNION ALL "
    LIST ("competence", TWO ("certification_code", "block_code"), "number", "1") "UNION ALL "
    LIST ("access_route", "certification_code", "position", "0") "UNION ALL "
    LIST ("certifier", "certification_code", "position", "0") "UNION ALL "
    LIST ("classification", TWO ("certification_code", "kind"), "position", "0") "UNION ALL "
    LIST ("published_statistics", "certification_code", "position", "0") "UNION ALL "
    LIST ("eligible_year", "certification_code", "position", "0") "UNION ALL "
    LIST ("certification_link", TWO ("certification_code", "direction"), "position", "0") "UNION ALL "
    LIST ("enrolment_block", "enrolment_id", "position", "0") "UNION ALL "
    LIST ("jury_member", "session_id", "position", "0") "UNION ALL "
    LIST ("decision_block", TWO ("session_id", "enrolment_id"), "position", "0") "UNION ALL "
    LIST ("decision_block_verdict", TWO ("session_id", "enrolment_id"), "position", "0") },
  { "list", N_("The order of this list has a gap."),
    LIST ("modality", "certification_code", "position", "0") "UNION ALL "
    LIST ("modality_competence", TWO ("certification_code", "modality_code"), "position", "0") "UNION ALL "
    LIST ("criterion", TWO ("certification_code", "modality_code"), "position", "0") "UNION ALL "
    LIST ("block_rule", "certification_code", "position", "0") "UNION ALL "
    LIST ("requirement", "certification_code", "position", "0") "UNION ALL "
    LIST ("quota", "certification_code", "position", "0") "UNION ALL "
    LIST ("jury_rule", "certification_code", "position", "0") "UNION ALL "
    LIST ("jury_rule_function", TWO ("certification_code", "jury_rule_position"), "position", "0") },
  { "school", N_("The file does not say which school it belongs to."),
    "SELECT 'school' WHERE NOT EXISTS (SELECT 1 FROM school)" },
};

static gboolean
check_invariant (SceauSchool *school, guint number, SceauFaults *faults, GError **error)
{
  SceauStep step;

  g_autoptr (SceauStatement) rows = sceau_statement_new (sceau_school_database (school), invariants[number].sql, error);
  if (rows == NULL)
    return FALSE;
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    add_fault (faults, invariants[number].field, sceau_statement_get_text (rows, 0), _(invariants[number].reason));
  return step == SCEAU_STEP_DONE;
}

/* The kept bytes, one document at a time in memory. @sql gives what names the document, its SHA-256 and the bytes. */
static gboolean
check_documents (SceauSchool *school, const char *field, const char *reason, const char *sql, SceauFaults *faults, GError **error)
{
  SceauStep step;

  g_autoptr (SceauStatement) rows = sceau_statement_new (sceau_school_database (school), sql, error);
  if (rows == NULL)
    return FALSE;
  while ((step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      g_autoptr (GBytes) pdf = sceau_statement_dup_bytes (rows, 2);
      g_autofree char *sha256 = pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;

      if (g_strcmp0 (sha256, sceau_statement_get_text (rows, 1)) != 0)
        add_fault (faults, field, sceau_statement_get_text (rows, 0), reason);
    }
  return step == SCEAU_STEP_DONE;
}

gboolean
sceau_school_check_frozen (SceauSchool *school, SceauFaults *faults, GError **error)
{
  if (!check_seals (school, faults, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (invariants); i++)
    if (!check_invariant (school, i, faults, error))
      return FALSE;
  return check_documents (school, "certificate",
                          _("The kept document of this parchemin, or of one of its duplicates, is not the one that was issued."),
                          "SELECT number, sha256, pdf FROM certificate UNION ALL "
                          "SELECT number, sha256, pdf FROM register_act WHERE pdf IS NOT NULL", faults, error)
         && check_documents (school, "jury_minutes", _("The kept minutes of this jury session are not those of its seal."),
                             "SELECT session_id, sha256, pdf FROM jury_minutes", faults, error)
         && check_documents (school, "result_letter", _("The kept letter of result of this enrolment is not the one that was sent."),
                             "SELECT enrolment_id, sha256, pdf FROM result_letter", faults, error)
         && check_documents (school, "signed_minutes", _("The kept signed minutes of this jury session are not those that were attached."),
                             "SELECT session_id, sha256, content FROM signed_minutes", faults, error)
         && check_documents (school, "fiche", _("The kept original of this fiche is not the one that was imported."),
                             "SELECT certification_code, sha256, content FROM fiche", faults, error);
}

/* What is made of other columns, for lists to sort by and searches to look into: a record whose search says nothing is lost to
 * whoever looks for it.  Each query gives the name of a row, what it is made of, and what it holds. */
static const struct
{
  const char *field;
  const char *sql;
} derived[] = {
  { "certification", "SELECT code, code || ' ' || title, search FROM certification" },
  { "learner", "SELECT number, birth_name || ' ' || first_name || ' ' || coalesce (other_names, '') || ' ' || coalesce (usage_name, '') "
               "|| ' ' || number, search FROM learner" },
  { "learner", "SELECT number, sorted_name, sort_key FROM learner" },
  { "juror", "SELECT name, name || coalesce (' ' || function, '') || coalesce (' ' || employer, '') || coalesce (' ' || field, ''), search "
             "FROM juror" },
  { "certificate", "SELECT number, number || ' ' || learner_name || ' ' || learner_number, search FROM certificate" },
};

static gboolean
check_derived (SceauSchool *school, guint number, SceauFaults *faults, GError **error)
{
  g_autoptr (SceauStatement) rows = sceau_statement_new (sceau_school_database (school), derived[number].sql, error);
  SceauStep step = SCEAU_STEP_ERROR;

  while (rows != NULL && (step = sceau_statement_step (rows, error)) == SCEAU_STEP_ROW)
    {
      g_autofree char *folded = sceau_text_fold (sceau_statement_get_text (rows, 1));

      if (g_strcmp0 (folded, sceau_statement_get_text (rows, 2)) != 0)
        add_fault (faults, derived[number].field, sceau_statement_get_text (rows, 0),
                   _("This record is sorted or found by other words than its own."));
    }
  return step == SCEAU_STEP_DONE;
}

gboolean
sceau_school_check_derived (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_return_val_if_fail (school != NULL && faults != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (!check_derived (school, i, faults, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_all (SceauSchool *school, SceauFaults *faults, GError **error)
{
  return check_integrity (school, faults, error) && check_schema (school, faults, error)
         && sceau_journal_verify (school, faults, NULL, error) && sceau_school_check_frozen (school, faults, error);
}

gboolean
sceau_school_check (SceauSchool *school, SceauFaults *faults, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint before;

  g_return_val_if_fail (school != NULL && faults != NULL, FALSE);

  before = sceau_faults_count_errors (faults);
  if (check_all (school, faults, &local))
    return TRUE;
  /* A dropped table makes the questions after it fail: then the finding is the answer. */
  if (sceau_faults_count_errors (faults) > before)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
