/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What is known about a session as a whole: for whom, when, where, its quotas, its seal. */

#include <glib/gi18n-lib.h>

#include "sceau-jury-session-private.h"
#include "sceau-moment.h"
#include "sceau-rows.h"

static AdwPreferencesGroup *
add_group (SceauJurySessionView *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (self->facts, GTK_WIDGET (group));
  return group;
}

static void
add_session (SceauJurySessionView *self)
{
  const SceauJurySession *session = self->file->session;
  AdwPreferencesGroup *group = add_group (self, _("Session"));
  g_autofree char *date = sceau_date_format_long (session->date);
  g_autofree char *embargo = session->embargo != SCEAU_NO_DATE ? sceau_date_format_long (session->embargo) : NULL;
  g_autofree char *notified = session->notified != SCEAU_NO_DATE ? sceau_date_format_long (session->notified) : NULL;
  g_autofree char *rectified = NULL;

  if (session->rectifies != 0)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->rectifies);

      rectified = g_strdup_printf (_("Jury session no. %s"), id);
    }
  sceau_group_add_property (group, _("Certification"), self->file->certification->title);
  sceau_group_add_property (group, _("Cohort"), session->cohort_name);
  sceau_group_add_property (group, _("Date"), date);
  sceau_group_add_property (group, _("Hour"), session->start_time);
  sceau_group_add_property (group, _("Place"), session->place);
  sceau_group_add_property (group, _("Results kept back until"), embargo);
  sceau_group_add_property (group, _("Results notified"), notified);
  sceau_group_add_property (group, _("Opened by derogation"), session->derogation);
  sceau_group_add_property (group, _("Rectifies"), rectified);
  sceau_group_add_property (group, _("Reason of the rectification"), session->rectification_reason);
}

/* "Partial · RNCP41445BC01, RNCP41445BC02" */
static char *
describe_decision (const SceauDecision *decision)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *blocks = NULL;

  if (decision->acquired_blocks->len == 0)
    return g_strdup (sceau_outcome_title (decision->outcome));
  g_ptr_array_extend (codes, decision->acquired_blocks, NULL, NULL);
  g_ptr_array_add (codes, NULL);
  blocks = g_strjoinv (", ", (char **) codes->pdata);
  return g_strdup_printf ("%s · %s", sceau_outcome_title (decision->outcome), blocks);
}

static void
add_rectified_decision (AdwPreferencesGroup *group, const SceauDecision *decision, const char *said)
{
  AdwActionRow *row = sceau_row_new (decision->learner_name, said);

  adw_action_row_set_subtitle_lines (row, 0);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

/* Beside what this session decided: what had been decided before it, and what was since. */
static void
add_rectifications (SceauJurySessionView *self)
{
  const SceauJuryFile *file = self->file;
  AdwPreferencesGroup *group;

  if (file->first->len == 0 && file->rectified->len == 0)
    return;
  group = add_group (self, _("Rectified Decisions"));
  for (guint i = 0; i < file->first->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (file->first, i);
      g_autofree char *what = describe_decision (decision);
      /* Translators: an outcome, and the blocks acquired. */
      g_autofree char *said = g_strdup_printf (_("First decision: %s"), what);

      add_rectified_decision (group, decision, said);
    }
  for (guint i = 0; i < file->rectified->len; i++)
    {
      const SceauDecision *decision = g_ptr_array_index (file->rectified, i);
      g_autofree char *what = describe_decision (decision);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, decision->session_id);
      /* Translators: number of the session, then an outcome, and the blocks acquired. */
      g_autofree char *said = g_strdup_printf (_("Rectified by session no. %s: %s"), id, what);

      add_rectified_decision (group, decision, said);
    }
}

static void
add_events (SceauJurySessionView *self)
{
  const SceauJurySession *session = self->file->session;
  AdwPreferencesGroup *group;

  if (session->events->len == 0)
    return;
  group = add_group (self, _("Course of the Session"));
  for (guint i = 0; i < session->events->len; i++)
    {
      const SceauSessionEvent *event = g_ptr_array_index (session->events, i);
      g_autofree char *moment = sceau_moment_format (event->at, SCEAU_MOMENT_MINUTE);
      g_autofree char *text = event->reason != NULL ? g_strdup_printf ("%s · %s", moment, event->reason) : g_strdup (moment);

      sceau_group_add_property (group, sceau_session_event_kind_title (event->kind), text);
    }
}

static AdwActionRow *
recusal_row_new (const SceauRecusal *recusal)
{
  /* Translators: a juror, then the candidate whose case the juror leaves. */
  g_autofree char *title = g_strdup_printf (_("%s, for %s"), recusal->juror_name, recusal->learner_name);
  g_autofree char *why = recusal->reason != NULL
    ? g_strdup_printf ("%s · %s", sceau_conflict_kind_title (recusal->kind), recusal->reason)
    : g_strdup (sceau_conflict_kind_title (recusal->kind));
  /* Translators: why a juror was to leave a case, then why that was taken back. */
  g_autofree char *subtitle = recusal->lifted != NULL ? g_strdup_printf (_("%s — lifted: %s"), why, recusal->lifted) : g_strdup (why);
  AdwActionRow *row = sceau_row_new (title, subtitle);

  adw_action_row_set_subtitle_lines (row, 0);
  if (recusal->lifted != NULL)
    adw_action_row_add_suffix (row, sceau_tag_new (_("lifted"), SCEAU_TAG_PLAIN));
  return row;
}

/* Those that stand, then those that were taken back: the minutes say both. */
static void
add_recusals (SceauJurySessionView *self)
{
  const SceauJurySession *session = self->file->session;
  AdwPreferencesGroup *group;

  if (session->recusals->len == 0 && session->lifted->len == 0)
    return;
  group = add_group (self, _("Recusals"));
  for (guint i = 0; i < session->recusals->len; i++)
    adw_preferences_group_add (group, GTK_WIDGET (recusal_row_new (g_ptr_array_index (session->recusals, i))));
  for (guint i = 0; i < session->lifted->len; i++)
    adw_preferences_group_add (group, GTK_WIDGET (recusal_row_new (g_ptr_array_index (session->lifted, i))));
}

static void
add_quotas (SceauJurySessionView *self)
{
  AdwPreferencesGroup *group;

  if (self->file->quotas->len == 0)
    return;
  group = add_group (self, _("Quotas of Derogations"));
  for (guint i = 0; i < self->file->quotas->len; i++)
    {
      const SceauQuotaLine *line = g_ptr_array_index (self->file->quotas, i);
      /* Translators: used, places, per cent of the cohort. */
      g_autofree char *text = g_strdup_printf (_("%d of %d places (%d %% of the cohort)"), line->used, line->places, line->max_percent);
      AdwActionRow *row = sceau_property_row_new (line->title, text);

      if (line->used > line->places)
        adw_action_row_add_suffix (row, sceau_tag_new (_("exceeded"), SCEAU_TAG_ERROR));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

/* Sixty-four digits are compared, not read: they are of one width and can be copied. */
static void
add_digest (AdwPreferencesGroup *group, const char *name, const char *digest)
{
  AdwActionRow *row;

  if (digest == NULL)
    return;
  row = sceau_property_row_new (name, digest);
  gtk_widget_add_css_class (GTK_WIDGET (row), "sceau-digest");
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
add_seal (SceauJurySessionView *self)
{
  const SceauJurySession *session = self->file->session;
  AdwPreferencesGroup *group;
  g_autofree char *text = NULL;

  if (session->state != SCEAU_SESSION_SEALED)
    return;
  group = add_group (self, _("Seal"));
  if (session->sealed_at != NULL)
    text = sceau_moment_format (session->sealed_at, SCEAU_MOMENT_SECOND);
  sceau_group_add_property (group, _("Sealed at"), text);
  add_digest (group, _("Seal (SHA-256)"), session->seal);
  add_digest (group, _("Head of the journal"), session->journal_head);
}

void
sceau_jury_session_view_show_facts (SceauJurySessionView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_box_remove (self->facts, child);
  add_seal (self);
  add_session (self);
  add_rectifications (self);
  add_recusals (self);
  add_events (self);
  add_quotas (self);
}
