/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* A candidate's appeal against a notified decision, and the days that the law and the plan give. */

#include "sceau-session-life.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"
#include "sceau-text.h"

/* R6412-7 of the Code du travail. */
#define VAE_NOTIFICATION_DAYS 15

SCEAU_DEFINE_IDS (sceau_appeal_state, SceauAppealState, "filed", "inadmissible", "rejected", "upheld")

static const char *const appeal_titles[] = { N_("Filed"), N_("Inadmissible"), N_("Rejected"), N_("Upheld") };

SceauAppeal *
sceau_appeal_new (void)
{
  return g_new0 (SceauAppeal, 1);
}

void
sceau_appeal_free (SceauAppeal *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->learner_name);
  g_free (self->ground);
  g_free (self->answer);
  g_free (self);
}

const char *
sceau_appeal_state_title (SceauAppealState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (appeal_titles), "");

  return _(appeal_titles[state]);
}

SceauDate
sceau_notification_deadline (SceauRoute route, SceauDate decided)
{
  if (route != SCEAU_ROUTE_VAE || decided == SCEAU_NO_DATE)
    return SCEAU_NO_DATE;
  return decided + VAE_NOTIFICATION_DAYS;
}

SceauDate
sceau_appeal_deadline (SceauDate notified, int days)
{
  if (notified == SCEAU_NO_DATE || days <= 0)
    return SCEAU_NO_DATE;
  return notified + (SceauDate) days;
}

static void
add_error (const SceauAppeal *self,
           const char        *field,
           const char        *value,
           const char        *reason,
           const char        *remedy,
           SceauFaults       *faults)
{
  sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, self->learner_name, field, value, reason, remedy);
}

void
sceau_appeal_check_filing (const SceauAppeal *self, const SceauJurySession *session, int appeal_days, SceauFaults *faults)
{
  SceauDate deadline = sceau_appeal_deadline (session->notified, appeal_days);
  g_autofree char *shown = sceau_date_format_french (self->filed);
  g_autofree char *first = sceau_date_say (session->notified);
  g_autofree char *last = sceau_date_say (deadline);
  g_autofree char *reason = NULL;

  if (self->filed == SCEAU_NO_DATE)
    add_error (self, "filed", NULL, _("The day on which the appeal was filed is missing."),
               _("Give the day on which the school received it."), faults);
  else if (self->filed < session->notified)
    {
      reason = g_strdup_printf (_("The appeal was filed before the results were notified, on %s."), first);
      add_error (self, "filed", shown, reason, _("Check the date: what is not notified cannot be contested yet."), faults);
    }
  else if (deadline != SCEAU_NO_DATE && self->filed > deadline)
    {
      reason = g_strdup_printf (_("The appeal came after the last day for it, %s."), last);
      sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, self->learner_name, "filed", shown, reason,
                           _("It is kept all the same: say in the answer whether it is inadmissible."));
    }
}

static void
check_answer (const SceauAppeal *self, SceauFaults *faults)
{
  g_autofree char *answer = sceau_text_normalise (self->answer);
  g_autofree char *shown = sceau_date_format_french (self->answered);

  if (self->state == SCEAU_APPEAL_FILED)
    {
      if (self->answered != SCEAU_NO_DATE)
        add_error (self, "answered", shown, _("The appeal has a day of answer but no outcome."),
                   _("Say whether it is inadmissible, rejected or upheld, or take the day away."), faults);
      return;
    }
  if (self->answered == SCEAU_NO_DATE)
    add_error (self, "answered", NULL, _("The day of the answer is missing."),
               _("Give the day on which the candidate was answered."), faults);
  else if (self->answered < self->filed)
    add_error (self, "answered", shown, _("The answer lies before the appeal."), _("Check both dates."), faults);
  if (answer == NULL)
    add_error (self, "answer", NULL, _("The answer gives no reason."),
               _("Write why the appeal is inadmissible, rejected or upheld."), faults);
}

gboolean
sceau_appeal_check (const SceauAppeal *self, const SceauJurySession *session, int appeal_days, SceauFaults *faults)
{
  guint n_before = sceau_faults_count_errors (faults);
  g_autofree char *ground = sceau_text_normalise (self->ground);

  if (session->notified == SCEAU_NO_DATE)
    add_error (self, NULL, NULL, _("The results of this session are not notified: there is nothing to contest yet."),
               _("Notify the results first."), faults);
  else
    sceau_appeal_check_filing (self, session, appeal_days, faults);
  if (ground == NULL)
    add_error (self, "ground", NULL, _("The appeal gives no ground."), _("Write it in the words of the candidate."), faults);
  check_answer (self, faults);
  return sceau_faults_count_errors (faults) == n_before;
}
