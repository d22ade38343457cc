/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-due-list.h"

#include <glib/gi18n-lib.h>

#include "sceau-appeal-table.h"
#include "sceau-certificate-table.h"
#include "sceau-certification-table.h"
#include "sceau-cohort-table.h"
#include "sceau-decision-table.h"
#include "sceau-enrolment-table.h"
#include "sceau-jury-table.h"
#include "sceau-learner-table.h"
#include "sceau-session-life.h"

/* A cohort that ends needs its jury; a registration that ends needs a new fiche, which takes longer. */
#define COHORT_NOTICE_DAYS 90
#define REGISTRATION_NOTICE_DAYS 365
/* Sealed sessions looked at for certificates not delivered yet, the latest first. */
#define SESSIONS_LOOKED_AT 50
/* Candidates of an older session were told in another way, before the school kept its notifications here. */
#define NOTIFICATION_DAYS 365

static void
item_free (gpointer data)
{
  SceauDueItem *item = data;

  g_free (item->title);
  g_free (item->detail);
  g_free (item);
}

void
sceau_due_list_free (SceauDueList *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/* @title, @detail: (transfer full) */
static void
add_item (SceauDueList *self, SceauDueUrgency urgency, SceauDate date, char *title, char *detail, const char *page)
{
  SceauDueItem *item = g_new0 (SceauDueItem, 1);

  item->urgency = urgency;
  item->date = date;
  item->title = title;
  item->detail = detail;
  item->page = page;
  g_ptr_array_add (self->items, item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SceauDueItem *first = *(const SceauDueItem *const *) a;
  const SceauDueItem *second = *(const SceauDueItem *const *) b;

  if (first->urgency != second->urgency)
    return first->urgency < second->urgency ? -1 : 1;
  return first->date < second->date ? -1 : first->date > second->date;
}

static SceauDueUrgency
urgency_of (SceauDate date, SceauDate today)
{
  return date < today ? SCEAU_DUE_LATE : SCEAU_DUE_SOON;
}

static gboolean
count_records (SceauSchool *school, SceauDueList *self, GError **error)
{
  const SceauLearnerQuery learners = { 0 };
  const SceauCertificateQuery certificates = { 0 };
  const SceauJuryQuery sessions = { .states = 1u << SCEAU_SESSION_PREPARATION | 1u << SCEAU_SESSION_CONVENED
                                              | 1u << SCEAU_SESSION_OPEN | 1u << SCEAU_SESSION_DELIBERATED };

  return (self->learners = (int) sceau_learner_table_count (school, &learners, error)) >= 0
         && (self->certificates = (int) sceau_certificate_table_count (school, &certificates, error)) >= 0
         && (self->sessions_under_way = (int) sceau_jury_table_count (school, &sessions, error)) >= 0;
}

static void
add_registration (SceauDueList *self, const SceauCertification *certification, SceauDate today)
{
  SceauDate end = certification->registration_end;
  g_autofree char *text = NULL;

  if (end == SCEAU_NO_DATE || end > today + REGISTRATION_NOTICE_DAYS)
    return;
  text = sceau_date_format_long (end);
  add_item (self, urgency_of (end, today), end,
            g_strdup_printf (end < today ? _("The registration of %s has ended") : _("The registration of %s ends soon"),
                             certification->code),
            g_strdup_printf (end < today ? _("Nobody may enter since %s.") : _("Nobody may enter after %s."), text),
            "certifications");
}

static gboolean
look_at_certifications (SceauSchool *school, SceauDueList *self, SceauDate today, GError **error)
{
  const SceauCertificationQuery query = { .active_only = TRUE };
  g_autoptr (GPtrArray) certifications = sceau_certification_table_list (school, &query, error);

  if (certifications == NULL)
    return FALSE;
  self->certifications = (int) certifications->len;
  for (guint i = 0; i < certifications->len; i++)
    add_registration (self, g_ptr_array_index (certifications, i), today);
  if (certifications->len == 0)
    add_item (self, SCEAU_DUE_NEXT, SCEAU_NO_DATE, g_strdup (_("Add a certification")),
              g_strdup (_("Import its official fiche, or take one that comes with Sceau.")), "certifications");
  return TRUE;
}

/* A cohort that has learners and comes to its end needs a jury session. */
static gboolean
look_at_cohort (SceauSchool *school, SceauDueList *self, const SceauCohort *cohort, int enrolments, SceauDate today, GError **error)
{
  const SceauJuryQuery query = { .cohort_id = cohort->id };
  gint64 sessions = sceau_jury_table_count (school, &query, error);
  g_autofree char *end = sceau_date_format_long (cohort->end);

  if (sessions < 0)
    return FALSE;
  if (enrolments == 0)
    add_item (self, SCEAU_DUE_NEXT, cohort->start, g_strdup_printf (_("Enrol the learners of “%s”"), cohort->name),
              g_strdup_printf (_("%s: the cohort is still empty."), cohort->certification_code), "cohorts");
  else if (sessions == 0 && cohort->end <= today + COHORT_NOTICE_DAYS)
    add_item (self, urgency_of (cohort->end, today), cohort->end,
              g_strdup_printf (_("Plan the jury of “%s”"), cohort->name),
              g_strdup_printf (cohort->end < today ? _("%s: the cohort ended on %s and has no jury session.")
                                                   : _("%s: the cohort ends on %s and has no jury session."),
                               cohort->certification_code, end),
              "juries");
  return TRUE;
}

static gboolean
look_at_cohorts (SceauSchool *school, SceauDueList *self, SceauDate today, GError **error)
{
  g_autoptr (GPtrArray) cohorts = sceau_cohort_table_list (school, NULL, error);
  g_autoptr (GHashTable) counts = cohorts != NULL ? sceau_cohort_table_count_enrolments (school, error) : NULL;

  if (counts == NULL)
    return FALSE;
  self->cohorts = (int) cohorts->len;
  if (cohorts->len == 0 && self->certifications > 0)
    add_item (self, SCEAU_DUE_NEXT, SCEAU_NO_DATE, g_strdup (_("Open a cohort")),
              g_strdup (_("It gathers the learners who follow one certification in one period.")), "cohorts");
  for (guint i = 0; i < cohorts->len; i++)
    {
      const SceauCohort *cohort = g_ptr_array_index (cohorts, i);
      int enrolments = GPOINTER_TO_INT (g_hash_table_lookup (counts, &cohort->id));

      if (!look_at_cohort (school, self, cohort, enrolments, today, error))
        return FALSE;
    }
  return TRUE;
}

/* What the results say now is not what was proposed. */
static gboolean
count_outdated (SceauSchool *school, const SceauJurySession *session, guint *n, GError **error)
{
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (school, session->id, error);

  *n = 0;
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    if (((const SceauDecision *) g_ptr_array_index (decisions, i))->outdated)
      (*n)++;
  return decisions != NULL;
}

static gboolean
add_session (SceauSchool *school, SceauDueList *self, const SceauJurySession *session, SceauDate today, GError **error)
{
  g_autofree char *date = sceau_date_format_long (session->date);
  g_autoptr (GString) detail = g_string_new (NULL);
  guint outdated = 0;

  if (session->state == SCEAU_SESSION_OPEN && !count_outdated (school, session, &outdated, error))
    return FALSE;
  g_string_printf (detail, "%s · %s · %s", session->certification_code, date,
                   session->suspended ? C_ ("state of a session", "Suspended") : sceau_session_state_title (session->state));
  if (outdated > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u proposal out of date", "%u proposals out of date", outdated), outdated);

      g_string_append_printf (detail, " · %s", text);
    }
  add_item (self, urgency_of (session->date, today), session->date, g_strdup_printf (_("Jury of “%s”"), session->cohort_name),
            g_string_free (g_steal_pointer (&detail), FALSE), "juries");
  return TRUE;
}

/* The first day by which a candidate must be told; SCEAU_NO_DATE when no route sets one. */
static SceauDate
find_notification_deadline (const SceauJurySession *session, GPtrArray *decisions)
{
  SceauDate first = SCEAU_NO_DATE;

  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);
      SceauDate deadline = sceau_notification_deadline (decision->route, session->date);

      if (deadline != SCEAU_NO_DATE && (first == SCEAU_NO_DATE || deadline < first))
        first = deadline;
    }
  return first;
}

static void
add_notification (SceauDueList *self, const SceauJurySession *session, GPtrArray *decisions, SceauDate today)
{
  SceauDate deadline = find_notification_deadline (session, decisions);
  SceauDate day = deadline != SCEAU_NO_DATE ? deadline : MAX (session->date, session->embargo);
  g_autofree char *text = deadline != SCEAU_NO_DATE ? sceau_date_format_long (deadline) : NULL;

  if (session->notified != SCEAU_NO_DATE || session->date + NOTIFICATION_DAYS < today)
    return;
  add_item (self, deadline != SCEAU_NO_DATE ? urgency_of (deadline, today) : SCEAU_DUE_SOON, day,
            g_strdup_printf (_("Notify the results of “%s”"), session->cohort_name),
            text != NULL ? g_strdup_printf (_("%s: sealed; candidates by VAE are told by %s."), session->certification_code, text)
                         : g_strdup_printf (_("%s: sealed, and nobody has been told yet."), session->certification_code),
            "juries");
}

static gboolean
look_at_appeals (SceauSchool *school, SceauDueList *self, GError **error)
{
  const SceauAppealQuery query = { .open = TRUE };
  g_autoptr (GPtrArray) appeals = sceau_appeal_table_list (school, &query, error);

  for (guint i = 0; appeals != NULL && i < appeals->len; i++)
    {
      const SceauAppeal *appeal = g_ptr_array_index (appeals, i);
      g_autofree char *filed = sceau_date_format_long (appeal->filed);

      add_item (self, SCEAU_DUE_SOON, appeal->filed, g_strdup_printf (_("Answer the appeal of %s"), appeal->learner_name),
                g_strdup_printf (_("Filed on %s: %s"), filed, appeal->ground), "juries");
    }
  return appeals != NULL;
}

/* Certified by the seal, and without a certificate yet. */
static gboolean
look_at_sealed_session (SceauSchool *school, SceauDueList *self, const SceauJurySession *session, SceauDate today, GError **error)
{
  const SceauCertificateQuery query = { .session_id = session->id };
  g_autoptr (GPtrArray) decisions = sceau_decision_table_list_by_session (school, session->id, error);
  gint64 delivered = decisions != NULL ? sceau_certificate_table_count (school, &query, error) : -1;
  int certified = 0;

  if (delivered < 0)
    return FALSE;
  add_notification (self, session, decisions, today);
  for (guint i = 0; i < decisions->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->decided && decision->outcome == SCEAU_OUTCOME_CERTIFIED)
        certified++;
    }
  if (certified > delivered)
    {
      guint left = (guint) (certified - delivered);

      add_item (self, SCEAU_DUE_SOON, session->date,
                g_strdup_printf (ngettext ("Deliver %u certificate", "Deliver %u certificates", left), left),
                g_strdup_printf (_("%s · %s: certified by the jury, without a certificate yet."),
                                 session->certification_code, session->cohort_name),
                "certificates");
    }
  return TRUE;
}

static gboolean
look_at_sessions (SceauSchool *school, SceauDueList *self, SceauDate today, GError **error)
{
  const SceauJuryQuery query = { .limit = SESSIONS_LOOKED_AT };
  g_autoptr (GPtrArray) sessions = sceau_jury_table_list (school, &query, error);

  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const SceauJurySession *session = g_ptr_array_index (sessions, i);

      gboolean looked = session->state != SCEAU_SESSION_SEALED ? add_session (school, self, session, today, error)
                                                               : look_at_sealed_session (school, self, session, today, error);

      if (!looked)
        return FALSE;
    }
  return TRUE;
}

SceauDueList *
sceau_due_list_load (SceauSchool *school, SceauDate today, GError **error)
{
  g_autoptr (SceauDueList) self = g_new0 (SceauDueList, 1);
  gboolean loaded;

  self->items = g_ptr_array_new_with_free_func (item_free);
  if (!sceau_school_begin_read (school, error))
    return NULL;
  loaded = count_records (school, self, error)
           && look_at_certifications (school, self, today, error)
           && look_at_cohorts (school, self, today, error)
           && look_at_sessions (school, self, today, error)
           && look_at_appeals (school, self, error);
  sceau_school_end_read (school);
  if (!loaded)
    return NULL;
  g_ptr_array_sort (self->items, compare_items);
  return g_steal_pointer (&self);
}
