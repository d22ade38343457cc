/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A parchemin that another takes the place of, after a correction of the civil status. */

#include <glib/gi18n-lib.h>

#include "sceau-certificate-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-file-set.h"
#include "sceau-issue-run-private.h"
#include "sceau-journal.h"
#include "sceau-keep-register-private.h"
#include "sceau-learner-table.h"
#include "sceau-paper-code.h"

#define PAGE 256

/* --- What the old one says ----------------------------------------------------- */

/* Whether the entry issued this parchemin. */
static gboolean
issued_it (const SceauJournalEntry *entry, const char *number)
{
  g_autoptr (JsonNode) after = entry->after != NULL ? json_from_string (entry->after, NULL) : NULL;
  JsonNode *list = after != NULL && JSON_NODE_HOLDS_OBJECT (after)
                     ? json_object_get_member (json_node_get_object (after), "certificates")
                     : NULL;
  JsonArray *certificates = list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;

  for (guint i = 0; certificates != NULL && i < json_array_get_length (certificates); i++)
    {
      JsonNode *one = json_array_get_element (certificates, i);

      if (JSON_NODE_HOLDS_OBJECT (one)
          && g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (one), "number", NULL), number) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first correction of this learner after the parchemin was issued. */
static gboolean
corrected_them (const SceauJournalEntry *entry, const char *subject)
{
  return g_str_equal (entry->subject, subject) && entry->before != NULL;
}

typedef gboolean (*Matches) (const SceauJournalEntry *entry, const char *key);

/* The first entry with this verb after @after that matches; *@found is NULL when none does. FALSE on errors of the file. */
static gboolean
find_entry (SceauSchool *school, const char *verb, gint64 after, Matches matches, const char *key, SceauJournalEntry **found, GError **error)
{
  SceauJournalQuery query = { .search = verb, .oldest_first = TRUE, .after = after, .limit = PAGE };

  *found = NULL;
  for (guint n = PAGE; n == PAGE;)
    {
      g_autoptr (GPtrArray) page = sceau_journal_list (school, &query, error);

      if (page == NULL)
        return FALSE;
      n = page->len;
      for (guint i = 0; i < n; i++)
        {
          SceauJournalEntry *entry = g_ptr_array_index (page, i);

          query.after = entry->id;
          if (!g_str_equal (entry->verb, verb) || !matches (entry, key))
            continue;
          *found = g_steal_pointer (&page->pdata[i]);
          return TRUE;
        }
    }
  return TRUE;
}

static char *
dup_member (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

/* (transfer full): the civil status as the journal keeps it. */
static SceauLearner *
read_learner (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  SceauLearner *learner;

  if (object == NULL)
    return NULL;
  learner = sceau_learner_new ();
  sceau_sex_from_text (json_object_get_string_member_with_default (object, "sex", ""), &learner->sex);
  learner->birth_name = dup_member (object, "birth_name");
  learner->usage_name = dup_member (object, "usage_name");
  learner->first_name = dup_member (object, "first_name");
  learner->other_names = dup_member (object, "other_names");
  learner->birth_date = SCEAU_NO_DATE;
  sceau_date_parse_iso (json_object_get_string_member_with_default (object, "birth_date", ""), &learner->birth_date);
  learner->birth_commune = dup_member (object, "birth_commune");
  learner->birth_place = dup_member (object, "birth_place");
  learner->birth_country = dup_member (object, "birth_country");
  return learner;
}

static gboolean
says_the_same (const SceauLearner *then, const SceauLearner *now)
{
  g_autofree char *before = sceau_proof_content (then);
  g_autofree char *after = sceau_proof_content (now);

  return g_str_equal (before, after);
}

/* Whether @learner is still called and born as the parchemin says.  The register keeps the name; the rest is what was there before the
 * first correction since the parchemin was issued, as the journal has it. */
static gboolean
compare_status (SceauSchool *school, const SceauCertificate *certificate, const SceauLearner *learner, gboolean *same, GError **error)
{
  g_autofree char *name = sceau_learner_full_name (learner);
  g_autofree char *subject = g_strdup_printf ("learner %s", certificate->learner_number);
  g_autoptr (SceauJournalEntry) issue = NULL;
  g_autoptr (SceauJournalEntry) correction = NULL;
  g_autoptr (SceauLearner) then = NULL;

  *same = g_str_equal (name, certificate->learner_name);
  if (!*same)
    return TRUE;
  if (!find_entry (school, "certificate.issue", 0, issued_it, certificate->number, &issue, error))
    return FALSE;
  if (issue == NULL)
    return TRUE;
  if (!find_entry (school, "learner.edit", issue->id, corrected_them, subject, &correction, error))
    return FALSE;
  then = correction != NULL ? read_learner (correction->before) : NULL;
  *same = then == NULL || says_the_same (then, learner);
  return TRUE;
}

/* --- The new one ---------------------------------------------------------------- */

/* The old parchemin and what takes its place. */
typedef struct
{
  SceauSchool *school;
  const SceauReplacement *asked;
  SceauIssueOptions options;
  SceauCertificate *old;
  SceauIssueRun *run;
  SceauDelivery *delivery; /* of @run: the only one left */
  SceauRegisterAct *act;
  GBytes *pdf;
} Replacing;

static void
replacing_clear (Replacing *self)
{
  sceau_certificate_free (self->old);
  sceau_issue_run_free (self->run);
  sceau_register_act_free (self->act);
  g_clear_pointer (&self->pdf, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replacing, replacing_clear)

static gboolean
refuse (GError **error, const char *sentence, const char *first, const char *second)
{
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_REFUSED, sentence, first, second);
  return FALSE;
}

/* Only the one whose parchemin is replaced is looked at, and as if there were none yet. */
static gboolean
choose_delivery (Replacing *self, GError **error)
{
  for (guint i = self->run->deliveries->len; i > 0; i--)
    {
      SceauDelivery *delivery = g_ptr_array_index (self->run->deliveries, i - 1);

      if (delivery->certificate != NULL && g_strcmp0 (delivery->certificate->number, self->old->number) == 0)
        self->delivery = delivery;
      else
        g_ptr_array_remove_index (self->run->deliveries, i - 1);
    }
  if (self->delivery == NULL || self->delivery->learner == NULL)
    return refuse (error, _("The decision that the parchemin %s of %s rests on no longer certifies them, or they left its cohort."),
                   self->old->number, self->old->learner_name);
  g_clear_pointer (&self->delivery->certificate, sceau_certificate_free);
  self->delivery->issued_before = FALSE;
  return TRUE;
}

static gboolean
check_difference (Replacing *self, GError **error)
{
  g_autofree char *number = sceau_certificate_print_number (self->old->number);
  gboolean same;

  if (!compare_status (self->school, self->old, self->delivery->learner, &same, error))
    return FALSE;
  if (same)
    return refuse (error,
                   _("The civil status of %2$s is what the parchemin %1$s says: correct it first. Who lost a parchemin asks for a duplicate."),
                   number, self->old->learner_name);
  return TRUE;
}

static gboolean
load (Replacing *self, const char *number, GError **error)
{
  self->old = sceau_require_certificate (self->school, number, error);
  if (self->old == NULL || !sceau_require_register_act (self->school, self->old, self->act, error))
    return FALSE;
  self->options = (SceauIssueOptions) {
    .session_id = self->old->session_id,
    .delivered = self->asked->delivered,
    .place = self->asked->place,
    .passphrase = self->asked->passphrase,
  };
  self->run = sceau_issue_run_load (self->school, &self->options, NULL, error);
  return self->run != NULL && choose_delivery (self, error) && check_difference (self, error);
}

static gboolean
lint (Replacing *self, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);

  if (sceau_text_refuse (self->run->place, SCEAU_TEXT_LINE, error) || !sceau_issue_run_lint (self->run, NULL, error))
    return FALSE;
  sceau_issue_run_report (self->run, faults);
  return !sceau_faults_refuse (faults, known, error);
}

static gboolean
draw (Replacing *self, const SceauSigner *signer, GError **error)
{
  const SceauPaperLook look = sceau_house_look_of (self->run->look, SCEAU_PAPER_CERTIFICATE);
  const int sequence = sceau_certificate_table_next_sequence (self->school, sceau_date_year (self->options.delivered), error);
  SceauCertificate *fresh;
  SceauPaperContent content;

  if (sequence < 0)
    return FALSE;
  self->delivery->certificate = fresh = sceau_issue_run_number (self->run, self->delivery, sequence);
  fresh->replaces = g_strdup (self->old->number);
  content = sceau_issue_run_describe (self->run, self->delivery);
  if (signer != NULL)
    fresh->code_text = sceau_paper_code (signer, &content, error);
  if (signer != NULL && fresh->code_text == NULL)
    return FALSE;
  content = sceau_issue_run_describe (self->run, self->delivery);
  self->pdf = sceau_paper_document_render (&look, &content, error);
  if (self->pdf == NULL)
    return FALSE;
  fresh->sha256 = sceau_sha256 (g_bytes_get_data (self->pdf, NULL), g_bytes_get_size (self->pdf));
  return TRUE;
}

static gboolean
stage (const Replacing *self, SceauFileSet *files, const char *path, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);

  sceau_file_set_add (files, path, self->pdf);
  sceau_file_set_check (files, faults);
  return !sceau_faults_refuse (faults, known, error) && sceau_file_set_stage (files, NULL, error);
}

/* --- The register ------------------------------------------------------------------ */

static gboolean
journal_end (const Replacing *self, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("certificate %s", self->old->number);
  g_autoptr (SceauCertificate) after = sceau_require_certificate (self->school, self->old->number, error);

  return after != NULL
         && sceau_journal_record (self->school, "certificate.replace", subject, sceau_json_from_certificate (self->old),
                                  sceau_json_from_certificate (after), error);
}

static gboolean
journal_act (const Replacing *self, GError **error)
{
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (self->school, self->old->number, error);
  JsonObject *after;
  JsonArray *written;

  if (acts == NULL)
    return FALSE;
  after = json_object_new ();
  written = json_array_new ();
  json_object_set_array_member (after, "acts", written);
  json_array_add_object_element (written, sceau_json_from_register_act (g_ptr_array_index (acts, acts->len - 1)));
  return sceau_journal_record (self->school, "register.replaced", "register", NULL, after, error);
}

static gboolean
journal_issue (const Replacing *self, GError **error)
{
  g_autofree char *subject = sceau_jury_subject (self->old->session_id);
  JsonObject *after = json_object_new ();
  JsonArray *issued = json_array_new ();

  json_object_set_array_member (after, "certificates", issued);
  json_array_add_object_element (issued, sceau_json_from_certificate (self->delivery->certificate));
  return sceau_journal_record (self->school, "certificate.issue", subject, NULL, after, error);
}

static gboolean
write_register (Replacing *self, GError **error)
{
  self->act->number = g_strdup (self->old->number);
  self->act->detail = g_strdup (self->delivery->certificate->number);
  return sceau_certificate_table_add_act (self->school, self->act, NULL, error)
         && sceau_certificate_table_insert (self->school, self->delivery->certificate, self->pdf, error) && journal_end (self, error)
         && journal_act (self, error) && journal_issue (self, error);
}

/* Two papers about one person are one too many. */
static gboolean
warn_old_sheet (const Replacing *self, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) acts = sceau_certificate_table_list_acts (self->school, self->old->number, error);
  SceauSheetPlace place;

  if (acts == NULL)
    return FALSE;
  place = sceau_register_sheet (self->old, acts);
  if (place == SCEAU_SHEET_HANDED || place == SCEAU_SHEET_POSTED)
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, "number", self->old->number, _("The old sheet left the house."),
                         _("Ask for it back when the new one is handed over, and destroy it."));
  return TRUE;
}

/* (transfer full): what was corrected and what proves it, as one remark of the register. */
static SceauRegisterAct *
take_act (SceauSchool *school, const SceauReplacement *asked, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);
  g_autoptr (SceauRegisterAct) act = sceau_register_act_new ();
  g_autofree char *reason = sceau_take_note (asked->reason, "reason", _("What was corrected is missing."), _("Write it, such as the first name."), faults);
  g_autofree char *proof
    = sceau_take_note (asked->proof, "proof", _("What proves the correction is missing."), _("Name the document and its date."), faults);

  if (sceau_faults_refuse (faults, known, error))
    return NULL;
  act->kind = SCEAU_REGISTER_REPLACED;
  act->date = sceau_school_today (school);
  /* Printed with the register: French whatever the locale. */
  act->reason = g_strdup_printf ("%s, sur présentation\302\240: %s", reason, proof);
  return sceau_check_register_text (act->reason, error) ? g_steal_pointer (&act) : NULL;
}

char *
sceau_replace_certificate (SceauSchool *school, const char *number, const SceauReplacement *replacement, const char *path, SceauFaults *faults,
                           GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_auto (Replacing) replacing = { .school = school, .asked = replacement };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (SceauSigner) signer = NULL;

  replacing.act = take_act (school, replacement, faults, error);
  if (replacing.act == NULL)
    return NULL;
  /* Before the transaction: it takes about a second, and nobody else should wait for it. */
  if (replacement->passphrase != NULL && (signer = sceau_signer_open (school, replacement->passphrase, faults, error)) == NULL)
    return NULL;
  if (!sceau_transaction_begin (&transaction, school, error) || !load (&replacing, number, error)
      || (signer != NULL && !sceau_signer_check (signer, school, error)) || !lint (&replacing, faults, error)
      || !warn_old_sheet (&replacing, faults, error) || !draw (&replacing, signer, error)
      || !stage (&replacing, files, path, faults, error) || !write_register (&replacing, error)
      || !sceau_transaction_commit (&transaction, error) || !sceau_file_set_publish (files, error))
    return NULL;
  if (signer == NULL)
    sceau_issue_warn_without_code (faults);
  return g_strdup (replacing.delivery->certificate->number);
}
