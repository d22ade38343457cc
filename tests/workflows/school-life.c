/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "school-life.h"

#include <string.h>

#include "sceau-acquired-block-table.h"
#include "sceau-appeal-table.h"
#include "sceau-certificate-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-journal.h"
#include "sceau-jury-table.h"
#include "sceau-keep-school.h"
#include "sceau-result-table.h"
#include "sceau-signed-minutes-table.h"

const char *const school_life_places[] = { "  ", "Villeneuve-d’Ascq", "Lille" };
const char *const school_life_times[] = { NULL, "14:30", "09:00" };

static gint64
still_clock (gpointer data)
{
  return G_GINT64_CONSTANT (1795348800) * G_USEC_PER_SEC; /* 2026-11-22 */
}

void
school_life_tell (SchoolLife *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->story, format, arguments);
  va_end (arguments);
  g_string_append_c (self->story, '\n');
}

static void
fail (SchoolLife *self, const char *what, const char *detail)
{
  g_autofree char *state = session_model_print (self->model);

  g_error ("%s\n%s\nThe model:\n%s\nThe story so far:\n%s", what, detail, state, self->story->str);
}

static GBytes *
read_school (SchoolLife *self)
{
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (sceau_school_get_path (self->school), &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

/* The result of the command beside the answer of the model. */
void
school_life_compare_answer (SchoolLife *self, ModelAnswer expected, gboolean done, const GError *error)
{
  g_autoptr (GBytes) bytes = read_school (self);
  SceauJournalQuery everything = { 0 };
  gint64 entries = sceau_journal_count (self->school, &everything, NULL);
  const char *message = error != NULL ? error->message : "";

  if (done != (expected != MODEL_REFUSED))
    fail (self, done ? "It was done and should have been refused." : "It was refused and should have been done.", message);
  if (!done && (error == NULL || *message == '\0'))
    fail (self, "It was refused without a word.", "");
  if (expected != MODEL_WRITTEN && !g_bytes_equal (bytes, self->bytes))
    fail (self, "Nothing was to be written, and the file is another.", message);
  if (entries != self->entries + (expected == MODEL_WRITTEN ? 1 : 0))
    fail (self, "One operation is one journal entry.", message);
  self->entries = entries;
  self->answer = expected;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&bytes);
}

static guint
list_bits (SchoolLife *self, GPtrArray *codes)
{
  guint bits = 0;

  for (guint i = 0; i < codes->len; i++)
    for (guint block = 0; block < self->certification->blocks->len; block++)
      if (g_str_equal (codes->pdata[i], ((SceauBlock *) self->certification->blocks->pdata[block])->code))
        bits |= 1u << block;
  return bits;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SceauDecision *const *) a)->learner_number, (*(const SceauDecision *const *) b)->learner_number);
}

static guint
list_jurors (SchoolLife *self, GPtrArray *members, gboolean alternate, gboolean present)
{
  guint bits = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (members, i);

      for (guint juror = 0; juror < MODEL_JURORS; juror++)
        if (member->juror->id == self->jurors[juror] && (present ? member->present : !member->alternate == !alternate))
          bits |= 1u << juror;
    }
  return bits;
}

static int
find_president (SchoolLife *self, GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++)
    for (guint juror = 0; juror < MODEL_JURORS; juror++)
      if (((SceauJuryMember *) members->pdata[i])->president && ((SceauJuryMember *) members->pdata[i])->juror->id == self->jurors[juror])
        return (int) juror;
  return -1;
}

static int
find_text (const char *const *texts, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (texts[i], text) == 0)
      return (int) i;
  return -1;
}

static void
print_recusals (SchoolLife *self, GString *text, GPtrArray *recusals, const char *word)
{
  for (guint learner = 0; learner < self->model->learners->len; learner++)
    {
      const char *number = ((ModelLearner *) self->model->learners->pdata[learner])->number;
      guint jurors = 0;

      for (guint i = 0; i < recusals->len; i++)
        for (guint juror = 0; juror < MODEL_JURORS; juror++)
          if (((SceauRecusal *) recusals->pdata[i])->juror_id == self->jurors[juror]
              && g_str_equal (((SceauRecusal *) recusals->pdata[i])->learner_number, number))
            jurors |= 1u << juror;
      if (jurors != 0)
        g_string_append_printf (text, "  %s for %s: 0x%x\n", word, number, jurors);
    }
}

static void
print_course (SchoolLife *self, GString *text, const SceauJurySession *session)
{
  g_autoptr (GPtrArray) scans = sceau_signed_minutes_table_list (self->school, session->id, NULL);

  g_string_append_printf (text, "jury %" G_GINT64_FORMAT ": %s%s, day %d, place %d, time %d, embargo %d, notified %d, %u scans\n",
                          session->id, sceau_session_state_to_id (session->state), session->suspended ? " suspended" : "",
                          (int) session->date, find_text (school_life_places, G_N_ELEMENTS (school_life_places), session->place),
                          find_text (school_life_times, G_N_ELEMENTS (school_life_times), session->start_time), (int) session->embargo,
                          (int) session->notified, scans->len);
  g_string_append_printf (text, "  members 0x%x and 0x%x, present 0x%x, president %d\n", list_jurors (self, session->members, FALSE, FALSE),
                          list_jurors (self, session->members, TRUE, FALSE), list_jurors (self, session->members, FALSE, TRUE),
                          find_president (self, session->members));
  print_recusals (self, text, session->recusals, "recused");
  print_recusals (self, text, session->lifted, "lifted");
}

static void
print_session (SchoolLife *self, GString *text, gint64 id)
{
  g_autoptr (SceauJurySession) session = sceau_jury_table_find (self->school, id, NULL);
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (self->school, id, NULL);

  g_assert_nonnull (session);
  print_course (self, text, session);
  g_ptr_array_sort (decisions, compare_numbers);
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      g_string_append_printf (text, "  %s: %s", decision->learner_number, sceau_outcome_to_id (decision->proposal));
      if (decision->decided)
        g_string_append_printf (text, " → %s 0x%x", sceau_outcome_to_id (decision->outcome),
                                list_bits (self, decision->acquired_blocks));
      g_string_append_c (text, '\n');
    }
}

static char *
find_parchemin (SchoolLife *self, gint64 enrolment_id)
{
  const SceauCertificateQuery query = { .enrolment_id = enrolment_id };
  g_autoptr (GPtrArray) certificates = sceau_certificate_table_list (self->school, &query, NULL);

  for (guint i = 0; i < certificates->len; i++)
    {
      const SceauCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->state == SCEAU_CERTIFICATE_ISSUED)
        return g_strdup (certificate->number);
    }
  return g_strdup ("no parchemin");
}

static void
print_learner (SchoolLife *self, GString *text, const ModelLearner *learner)
{
  g_autoptr (SceauEnrolment) enrolment = sceau_enrolment_table_find (self->school, learner->enrolment->id, NULL);
  g_autoptr (GPtrArray) results = sceau_result_table_list_by_enrolment (self->school, learner->enrolment->id, NULL);
  g_autoptr (GPtrArray) acquired
      = sceau_acquired_block_table_list_by_learner (self->school, learner->enrolment->learner_id, SCEAU_FIXTURE_CODE, NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *parchemin = find_parchemin (self, learner->enrolment->id);

  for (guint i = 0; i < acquired->len; i++)
    g_ptr_array_add (codes, ((SceauAcquiredBlock *) acquired->pdata[i])->block_code);
  g_string_append_printf (text, "%s: %s, %u results, blocks 0x%x, %s\n", learner->number,
                          enrolment->state == SCEAU_ENROLMENT_WITHDRAWN ? "withdrawn" : "active", results->len,
                          list_bits (self, codes), parchemin);
}

static void
print_appeals (SchoolLife *self, GString *text)
{
  const SceauAppealQuery everything = { 0 };
  g_autoptr (GPtrArray) appeals = sceau_appeal_table_list (self->school, &everything, NULL);

  for (guint i = 0; i < self->model->appeals->len; i++)
    for (guint j = 0; j < appeals->len; j++)
      {
        const SceauAppeal *appeal = g_ptr_array_index (appeals, j);

        if (appeal->id == g_array_index (self->model->appeals, ModelAppeal, i).id)
          g_string_append_printf (text, "appeal %" G_GINT64_FORMAT ": jury %" G_GINT64_FORMAT ", %s, filed %d, %s\n", appeal->id,
                                  appeal->session_id, appeal->learner_number, (int) appeal->filed, sceau_appeal_state_to_id (appeal->state));
      }
  g_assert_cmpuint (appeals->len, ==, self->model->appeals->len);
}

/* The school in the words of session_model_print(). */
void
school_life_compare_state (SchoolLife *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SceauFaults) faults = sceau_faults_new ();
  g_autofree char *expected = session_model_print (self->model);
  g_autofree char *both = NULL;

  for (guint i = 0; i < self->model->sessions->len; i++)
    print_session (self, text, ((ModelSession *) self->model->sessions->pdata[i])->id);
  for (guint i = 0; i < self->model->learners->len; i++)
    print_learner (self, text, g_ptr_array_index (self->model->learners, i));
  print_appeals (self, text);
  both = g_strdup_printf ("The school:\n%sThe model:\n%s", text->str, expected);
  if (!g_str_equal (text->str, expected))
    fail (self, "The school is not what the model is.", both);
  g_assert_true (sceau_journal_verify (self->school, faults, NULL, NULL));
  if (sceau_faults_length (faults) > 0)
    fail (self, "The journal does not hold.", sceau_faults_get (faults, 0)->reason);
}

/* The learners of the fixture, as the model knows them. */
static void
fill_model (SchoolLife *self)
{
  for (guint i = 0; i < self->fixture->enrolments->len; i++)
    {
      SceauEnrolment *enrolment
          = sceau_enrolment_table_find (self->school, g_array_index (self->fixture->enrolments, gint64, i), NULL);
      ModelLearner *learner = session_model_add_learner (self->model, enrolment->learner_number, enrolment);

      g_ptr_array_unref (learner->results);
      learner->results = sceau_result_table_list_by_enrolment (self->school, enrolment->id, NULL);
    }
}

void
school_life_begin (SchoolLife *self, guint32 seed)
{
  g_autofree char *path = g_build_filename (self->fixture->base->folder, "life.sceau", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (self->fixture->base->path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SceauJournalQuery everything = { 0 };

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &error));
  self->school = sceau_school_open (path, SCEAU_SCHOOL_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (sceau_school_postpone_sync (self->school, NULL));
  sceau_school_set_clock (self->school, still_clock, NULL, NULL);
  sceau_school_set_author (self->school, "test");
  self->model = session_model_new (self->certification, self->plan, sceau_date_new (2026, 1, 5),
                                   sceau_date_new (2026, 11, 22));
  self->rand = g_rand_new_with_seed (seed);
  self->story = g_string_new (NULL);
  self->bytes = read_school (self);
  self->entries = sceau_journal_count (self->school, &everything, NULL);
  fill_model (self);
  school_life_tell (self, "life %u", seed);
}

void
school_life_end (SchoolLife *self)
{
  g_autoptr (SceauFaults) faults = sceau_faults_new ();

  g_assert_true (sceau_check_school (self->school, faults, NULL));
  if (sceau_faults_length (faults) > 0)
    fail (self, "The school is not sound.", sceau_faults_get (faults, 0)->reason);
  g_clear_pointer (&self->school, sceau_school_close);
  g_clear_pointer (&self->model, session_model_free);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_string_free (self->story, TRUE);
}
