/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is printed for a session beside its minutes; French whatever the locale. */

#include "sceau-print-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sceau-atomic-file.h"
#include "sceau-attendance-document.h"
#include "sceau-calendar-writer.h"
#include "sceau-convocation-document.h"
#include "sceau-export-private.h"
#include "sceau-file-set.h"
#include "sceau-session-life.h"
#include "sceau-words.h"

/* So much of the mark tells one school from another. */
#define MARK_DIGITS 16

/* What the documents are made of, in one view of the school. */
typedef struct
{
  SceauSchoolIdentity *identity;
  SceauDeliberation *deliberation;
  SceauSessionHistory *history;
  GPtrArray *candidates; /* (element-type SceauEnrolment) */
} Print;

static void
print_clear (Print *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->history, sceau_session_history_free);
  g_clear_pointer (&self->deliberation, sceau_deliberation_free);
  g_clear_pointer (&self->identity, sceau_school_identity_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

GPtrArray *
sceau_session_list_candidates (const SceauDeliberation *deliberation)
{
  GPtrArray *candidates = g_ptr_array_new ();

  for (guint i = 0; i < deliberation->enrolments->len; i++)
    {
      SceauEnrolment *enrolment = g_ptr_array_index (deliberation->enrolments, i);
      const SceauDecision *held = sceau_deliberation_in_force (deliberation, enrolment->id);

      /* Those whom this very session has certified were its candidates. */
      if (sceau_deliberation_is_candidate (deliberation, enrolment) || (held != NULL && held->session_id == deliberation->session->id))
        g_ptr_array_add (candidates, enrolment);
    }
  return candidates;
}

char *
sceau_session_file_name (const char *text)
{
  char *name = g_str_to_ascii (text, "fr");

  for (char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_", *p) == NULL)
      *p = '_';
  return name;
}

static gboolean
load (Print *self, SceauSchool *school, gint64 session_id, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;

  if (!sceau_transaction_begin_read (&transaction, school, error))
    return FALSE;
  self->identity = sceau_school_load_identity (school, error);
  if (self->identity == NULL)
    return FALSE;
  self->deliberation = sceau_deliberation_load (school, session_id, 0, error);
  if (self->deliberation == NULL)
    return FALSE;
  self->history = sceau_session_history_load (school, session_id, error);
  if (self->history == NULL)
    return FALSE;
  self->candidates = sceau_session_list_candidates (self->deliberation);
  return TRUE;
}

static gboolean
load_convened (Print *self, SceauSchool *school, gint64 session_id, GError **error)
{
  return load (self, school, session_id, error)
         && sceau_session_allows (self->deliberation->session, SCEAU_ACT_PRINT_CONVOCATIONS, sceau_school_today (school), error);
}

/* Letters --------------------------------------------------------------------------- */

/* (transfer container): one member, or all. */
static GPtrArray *
choose_members (const SceauJurySession *session, gint64 juror_id, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < session->members->len; i++)
    {
      SceauJuryMember *member = g_ptr_array_index (session->members, i);

      if (juror_id == 0 || member->juror->id == juror_id)
        g_ptr_array_add (members, member);
    }
  if (members->len > 0)
    return g_steal_pointer (&members);
  g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
               _("The juror %d is not a member of this session. Convene the juror first."), (int) juror_id);
  return NULL;
}

/* The day of the letter is that of the convocation, so that a letter printed again is the same. */
static SceauDate
day_of (const char *stamp)
{
  g_autofree char *day = stamp != NULL ? g_strndup (stamp, 10) : NULL;
  SceauDate date = SCEAU_NO_DATE;

  if (day != NULL)
    sceau_date_parse_iso (day, &date);
  return date;
}

static GBytes *
draw_convocation (const Print *self, gint64 juror_id, GError **error)
{
  const SceauJurySession *session = self->deliberation->session;
  g_autoptr (GPtrArray) members = choose_members (session, juror_id, error);
  guint routes[SCEAU_N_ROUTES] = { 0 };
  const SceauConvocationContent content = {
    .school = self->identity,
    .certification = self->deliberation->certification,
    .session = session,
    .members = members,
    .candidates = routes,
    .written = day_of (self->history->last_change),
  };

  if (members == NULL)
    return NULL;
  for (guint i = 0; i < self->candidates->len; i++)
    routes[((const SceauEnrolment *) g_ptr_array_index (self->candidates, i))->route]++;
  return sceau_convocation_document_render (&content, error);
}

GBytes *
sceau_render_convocation (SceauSchool *school, gint64 session_id, gint64 juror_id, GError **error)
{
  g_auto (Print) self = { NULL };

  return load_convened (&self, school, session_id, error) ? draw_convocation (&self, juror_id, error) : NULL;
}

/* The appointment ------------------------------------------------------------------- */

/* (transfer full): who sits, for those who read the appointment. */
static char *
describe (const Print *self)
{
  const SceauJurySession *session = self->deliberation->session;
  g_autofree char *cohort = sceau_words_cohort (session->cohort_name);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s, %s\n\nComposition du jury :", self->identity->name,
                          self->deliberation->certification->title, cohort);
  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);

      g_string_append_printf (text, "\n- %s%s", member->juror->name,
                              member->president ? " (présidence)" : member->alternate ? " (suppléance)" : "");
    }
  return g_string_free (text, FALSE);
}

/* (element-type SceauCalendarGuest): the members whose address is known. */
static GArray *
list_guests (const SceauJurySession *session)
{
  GArray *guests = g_array_new (FALSE, TRUE, sizeof (SceauCalendarGuest));

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      const SceauCalendarGuest guest = { member->juror->name, member->juror->email, member->president, member->alternate };

      if (member->juror->email != NULL)
        g_array_append_val (guests, guest);
    }
  return guests;
}

static GBytes *
write_invitation (const Print *self, const char *organiser_email)
{
  const SceauJurySession *session = self->deliberation->session;
  g_autofree char *uid = g_strdup_printf ("jury-%" G_GINT64_FORMAT ".%.*s@sceau", session->id, MARK_DIGITS, self->history->school_mark);
  g_autofree char *cohort = sceau_words_cohort (session->cohort_name);
  g_autofree char *summary = g_strdup_printf ("Jury %s, %s", session->certification_code, cohort);
  g_autofree char *description = describe (self);
  g_autoptr (GArray) guests = list_guests (session);
  const SceauCalendarEvent event = {
    .uid = uid,
    .sequence = MAX (self->history->versions - 1, 0),
    .stamp = self->history->last_change != NULL ? self->history->last_change : "1970-01-01T00:00:00Z",
    .date = session->date,
    .start_time = session->start_time,
    .summary = summary,
    .location = session->place,
    .description = description,
    .organiser = self->identity->name,
    .organiser_email = organiser_email,
    .guests = (const SceauCalendarGuest *) guests->data,
    .n_guests = guests->len,
  };

  return sceau_calendar_writer_to_bytes (&event);
}

GBytes *
sceau_render_invitation_from (SceauSchool *school, gint64 session_id, const char *organiser_email, GError **error)
{
  g_auto (Print) self = { NULL };

  return load_convened (&self, school, session_id, error) ? write_invitation (&self, organiser_email) : NULL;
}

GBytes *
sceau_render_invitation (SceauSchool *school, gint64 session_id, GError **error)
{
  return sceau_render_invitation_from (school, session_id, NULL, error);
}

/* Sheets to sign -------------------------------------------------------------------- */

static GBytes *
draw_candidates (const Print *self, SceauAttendanceContent *content, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (SceauAttendanceCandidate));

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const SceauEnrolment *enrolment = g_ptr_array_index (self->candidates, i);
      const SceauAttendanceCandidate row = { enrolment->learner_number, enrolment->learner_name, enrolment->route, NULL };

      g_array_append_val (rows, row);
    }
  content->candidates = (const SceauAttendanceCandidate *) rows->data;
  content->n_candidates = rows->len;
  return sceau_attendance_document_render_candidates (content, error);
}

GBytes *
sceau_render_attendance (SceauSchool *school, gint64 session_id, SceauAttendanceKind kind, GError **error)
{
  g_auto (Print) self = { NULL };
  SceauAttendanceContent content = { NULL };

  if (kind == SCEAU_ATTENDANCE_JURORS ? !load_convened (&self, school, session_id, error) : !load (&self, school, session_id, error))
    return NULL;
  content.school = self.identity;
  content.certification = self.deliberation->certification;
  content.session = self.deliberation->session;
  return kind == SCEAU_ATTENDANCE_JURORS ? sceau_attendance_document_render_jurors (&content, error) : draw_candidates (&self, &content, error);
}

/* Files ----------------------------------------------------------------------------- */

/* (transfer full): "convocation-01-Ines_ROUX.pdf": in the order of the members, whatever their names have in common. */
static char *
letter_name (const SceauJurySession *session, guint index)
{
  const SceauJuryMember *member = g_ptr_array_index (session->members, index);
  g_autofree char *name = sceau_session_file_name (member->juror->name);

  return g_strdup_printf ("convocation-%02u-%s.pdf", index + 1, name);
}

static gboolean
add_letters (const Print *self, SceauFileSet *files, GPtrArray *paths, const char *folder, GError **error)
{
  const SceauJurySession *session = self->deliberation->session;

  for (guint i = 0; i < session->members->len; i++)
    {
      const SceauJuryMember *member = g_ptr_array_index (session->members, i);
      g_autoptr (GBytes) letter = draw_convocation (self, member->juror->id, error);
      g_autofree char *name = letter_name (session, i);

      if (letter == NULL)
        return FALSE;
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      sceau_file_set_add (files, g_ptr_array_index (paths, paths->len - 1), letter);
    }
  return TRUE;
}

/* The whole set is refused for one file that is there. */
static gboolean
write_files (SceauFileSet *files, GError **error)
{
  g_autoptr (SceauFaults) taken = sceau_faults_new ();

  sceau_file_set_check (files, taken);
  if (sceau_faults_length (taken) > 0)
    {
      g_autofree char *text = sceau_fault_to_string (sceau_faults_get (taken, 0));

      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, text);
      return FALSE;
    }
  return sceau_file_set_stage (files, NULL, error) && sceau_file_set_publish (files, error);
}

GPtrArray *
sceau_write_convocations (SceauSchool *school, gint64 session_id, const char *folder, GError **error)
{
  g_auto (Print) self = { NULL };
  g_autoptr (SceauFileSet) files = sceau_file_set_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) invitation = NULL;

  if (!load_convened (&self, school, session_id, error) || !add_letters (&self, files, paths, folder, error))
    return NULL;
  invitation = write_invitation (&self, NULL);
  g_ptr_array_add (paths, g_build_filename (folder, "invitation.ics", NULL));
  sceau_file_set_add (files, g_ptr_array_index (paths, paths->len - 1), invitation);
  return write_files (files, error) ? g_steal_pointer (&paths) : NULL;
}

gboolean
sceau_write_document (GBytes *document, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return sceau_atomic_file_save (file, document, FALSE, error);
}
