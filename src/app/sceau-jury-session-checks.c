/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* What the members ticked now are worth, and in whose case which of them will take no part. */

#include <glib/gi18n-lib.h>

#include "sceau-dialogs.h"
#include "sceau-jury-session-private.h"
#include "sceau-rows.h"

/* More candidates than that are counted, not named. */
#define MOST_CANDIDATES 40

/* One question about the members ticked now. */
typedef struct
{
  gint64 session_id;
  gint64 president;
  gboolean choosing;
  GArray *jurors;
  GArray *alternates;
  SceauFaults *faults;
  GPtrArray *recusals; /* (element-type SceauRecusal): expected; NULL once the session has its own */
  guint asked;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_array_unref (check->jurors);
  g_array_unref (check->alternates);
  g_clear_pointer (&check->recusals, g_ptr_array_unref);
  sceau_faults_free (check->faults);
  g_free (check);
}

static gboolean
check_choice (SceauSchool *school, Check *check, GError **error)
{
  g_autoptr (GArray) everybody = g_array_copy (check->jurors);
  const SceauPanel panel = { (const gint64 *) check->jurors->data, check->jurors->len, (const gint64 *) check->alternates->data,
                             check->alternates->len, check->president };

  g_array_append_vals (everybody, check->alternates->data, check->alternates->len);
  check->recusals = sceau_foresee_recusals_of (school, check->session_id, (const gint64 *) everybody->data, everybody->len, error);
  return check->recusals != NULL
         && sceau_check_panel (school, check->session_id, &panel, check->faults, error);
}

static gboolean
run_check (SceauSchool *school, gpointer job, SceauProgress *progress, GCancellable *cancellable, GError **error)
{
  Check *check = job;

  if (check->choosing)
    return check_choice (school, check, error);
  check->recusals = sceau_foresee_recusals (school, check->session_id, error);
  return check->recusals != NULL
         && sceau_check_jury (school, check->session_id, (const gint64 *) check->jurors->data, check->jurors->len, check->faults, error);
}

/* Expected recusals ---------------------------------------------------------------- */

/* The check warns of each recusal by juror and candidate: what stands in a list of its own is not said twice. */
static gboolean
is_about_recusal (const SceauFault *fault, GPtrArray *recusals)
{
  if (fault->severity != SCEAU_FAULT_WARNING || fault->place == NULL || fault->value == NULL)
    return FALSE;
  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);

      if (g_str_equal (fault->value, recusal->juror_name) && g_str_has_prefix (fault->place, recusal->learner_name))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) */
static SceauFaults *
leave_out_recusals (const SceauFaults *faults, GPtrArray *recusals)
{
  SceauFaults *rest = sceau_faults_new ();

  for (guint i = 0; i < sceau_faults_length (faults); i++)
    {
      const SceauFault *fault = sceau_faults_get (faults, i);

      if (!is_about_recusal (fault, recusals))
        sceau_faults_add_at (rest, fault->severity, fault->place, fault->field, fault->value, fault->reason, fault->remedy);
    }
  return rest;
}

/* What the session keeps already stands among its facts. */
static gboolean
is_kept (SceauJurySessionView *self, const SceauRecusal *recusal)
{
  const GPtrArray *kept = self->file->session->recusals;

  for (guint i = 0; i < kept->len; i++)
    {
      const SceauRecusal *other = g_ptr_array_index (kept, i);

      if (other->juror_id == recusal->juror_id && other->enrolment_id == recusal->enrolment_id)
        return TRUE;
    }
  return FALSE;
}

/* One row a candidate; the recusals of one candidate follow each other. Returns the row that @recusal stands in. */
static AdwActionRow *
add_expected (AdwPreferencesGroup *group, const SceauRecusal *recusal, const SceauRecusal *before, AdwActionRow *row)
{
  g_autofree char *line = recusal->reason != NULL
    ? g_strdup_printf ("%s · %s · %s", recusal->juror_name, sceau_conflict_kind_title (recusal->kind), recusal->reason)
    : g_strdup_printf ("%s · %s", recusal->juror_name, sceau_conflict_kind_title (recusal->kind));
  g_autofree char *both = NULL;

  if (row != NULL && before->enrolment_id == recusal->enrolment_id)
    {
      both = g_strdup_printf ("%s\n%s", adw_action_row_get_subtitle (row), line);
      adw_action_row_set_subtitle (row, both);
      return row;
    }
  row = sceau_row_new (recusal->learner_name, line);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static void
clear_expected (SceauJurySessionView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->expected))) != NULL)
    gtk_box_remove (self->expected, child);
  gtk_widget_set_visible (GTK_WIDGET (self->expected), FALSE);
}

static void
show_expected (SceauJurySessionView *self, GPtrArray *recusals)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const SceauRecusal *before = NULL;
  AdwActionRow *row = NULL;
  guint candidates = 0, left = 0;

  clear_expected (self);
  adw_preferences_group_set_title (group, _("Expected Recusals"));
  adw_preferences_group_set_description (group, _("These members will take no part in the case of these candidates."));
  gtk_box_append (self->expected, GTK_WIDGET (group));
  for (guint i = 0; i < recusals->len; i++)
    {
      const SceauRecusal *recusal = g_ptr_array_index (recusals, i);
      gboolean another = before == NULL || before->enrolment_id != recusal->enrolment_id;

      if (is_kept (self, recusal))
        continue;
      candidates += another;
      left += another && candidates > MOST_CANDIDATES;
      if (candidates <= MOST_CANDIDATES)
        row = add_expected (group, recusal, before, row);
      before = recusal;
    }
  if (left > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", left), left);

      adw_preferences_group_add (group, GTK_WIDGET (sceau_row_new (text, NULL)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->expected), candidates > 0);
}

/* Checks --------------------------------------------------------------------------- */

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SceauJurySessionView) self = user_data;
  Check *check = sceau_worker_get_job (result);
  g_autoptr (GError) error = NULL;
  g_autoptr (SceauFaults) rest = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || check->asked != self->checks_asked)
    return;
  if (!sceau_worker_run_finish (SCEAU_WORKER (object), result, &error))
    {
      sceau_show_error (GTK_WIDGET (self), _("The composition could not be checked"), error);
      return;
    }
  show_expected (self, check->recusals);
  rest = leave_out_recusals (check->faults, check->recusals);
  sceau_fault_list_show (self->checks, rest,
                         check->choosing ? _("These members make a jury: every check passes.")
                                         : _("With those present the jury can sit: every check passes."));
  gtk_widget_set_visible (self->checks_group, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->derogation_group), !check->choosing && sceau_faults_count_errors (check->faults) > 0);
  sceau_jury_session_view_update_actions (self);
}

void
sceau_jury_session_view_check (SceauJurySessionView *self)
{
  g_autoptr (GArray) ticked = sceau_jury_members_get_ticked (self->members);
  Check *check;

  self->checks_asked++;
  if (self->file == NULL || ticked->len == 0
      || (self->file->session->state > SCEAU_SESSION_CONVENED && !self->file->session->suspended))
    {
      clear_expected (self);
      gtk_widget_set_visible (self->checks_group, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->derogation_group), FALSE);
      return;
    }
  check = g_new0 (Check, 1);
  check->session_id = self->session_id;
  check->choosing = sceau_jury_session_view_is_choosing (self);
  check->president = sceau_jury_members_get_president (self->members);
  check->jurors = g_steal_pointer (&ticked);
  check->alternates = sceau_jury_members_get_alternates (self->members);
  check->faults = sceau_faults_new ();
  check->asked = self->checks_asked;
  sceau_worker_run_async (sceau_context_get_worker (self->context), run_check, check, check_free, NULL, checked_cb,
                          g_object_ref (self));
}
