/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror.h"

#include <glib/gi18n-lib.h>

#include "sceau-fault.h"
#include "sceau-id-private.h"
#include "sceau-text.h"

/* One address, without a display name: what a mail program takes as it is. */
#define EMAIL_PATTERN "^[^@\\s<>,;:\"()]+@[^@\\s<>,;:\"().]+(\\.[^@\\s<>,;:\"().]+)+$"
/* ITU-T E.164: fifteen digits at most; six is the shortest number that a person answers. */
#define PHONE_PATTERN "^\\+?[ .()/-]*([0-9][ .()/-]*){6,15}$"

SCEAU_DEFINE_IDS (sceau_conflict_kind, SceauConflictKind, "trainer", "tutor", "employer", "family", "personal")

static const char *const conflict_titles[]
    = { N_("Trainer of the candidate"), N_("Tutor of the candidate"), N_("Works for the candidate’s employer"),
        N_("Family of the candidate"), N_("Personal relation with the candidate") };

/* Documents are French whatever the locale. */
static const char *const conflict_french[]
    = { "formateur du candidat", "tuteur ou accompagnateur du candidat", "même employeur que le candidat",
        "lien de famille avec le candidat", "lien personnel avec le candidat" };

SceauJuror *
sceau_juror_new (void)
{
  return g_new0 (SceauJuror, 1);
}

void
sceau_juror_free (SceauJuror *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->function);
  g_free (self->employer);
  g_free (self->field);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->address);
  g_free (self);
}

SceauJuror *
sceau_juror_copy (const SceauJuror *self)
{
  SceauJuror *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->function = g_strdup (self->function);
  copy->employer = g_strdup (self->employer);
  copy->field = g_strdup (self->field);
  copy->email = g_strdup (self->email);
  copy->phone = g_strdup (self->phone);
  copy->address = g_strdup (self->address);
  return copy;
}

SceauJurorConflict *
sceau_juror_conflict_new (void)
{
  return g_new0 (SceauJurorConflict, 1);
}

void
sceau_juror_conflict_free (SceauJurorConflict *self)
{
  if (self == NULL)
    return;
  g_free (self->learner_number);
  g_free (self->note);
  g_free (self);
}

SceauJurorRecognition *
sceau_juror_recognition_new (void)
{
  return g_new0 (SceauJurorRecognition, 1);
}

void
sceau_juror_recognition_free (SceauJurorRecognition *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->reference);
  g_free (self);
}

SceauUnavailability *
sceau_unavailability_new (void)
{
  return g_new0 (SceauUnavailability, 1);
}

void
sceau_unavailability_free (SceauUnavailability *self)
{
  if (self == NULL)
    return;
  g_free (self->note);
  g_free (self);
}

const char *
sceau_conflict_kind_title (SceauConflictKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (conflict_titles), "");

  return _(conflict_titles[kind]);
}

const char *
sceau_conflict_kind_french (SceauConflictKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (conflict_french), "");

  return conflict_french[kind];
}

static void
add_error (SceauFaults *faults, int line, const char *field, const char *value, const char *reason, const char *remedy)
{
  sceau_faults_add (faults, SCEAU_FAULT_ERROR, line, 0, field, value, reason, remedy);
}

/* @needed: why it may not be empty, or NULL when it may. */
static void
check_text (const char *text, const char *field, const char *needed, int line, SceauFaults *faults)
{
  g_autofree char *trimmed = sceau_text_normalise (text);
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  if (trimmed == NULL && needed != NULL)
    add_error (faults, line, field, NULL, needed, NULL);
  else if (!sceau_text_check (trimmed, SCEAU_TEXT_LINE, &reason, &remedy))
    add_error (faults, line, field, trimmed, reason, remedy);
}

static void
check_contact (const char *text,
               const char *pattern,
               const char *field,
               const char *reason,
               const char *remedy,
               int         line,
               SceauFaults *faults)
{
  g_autofree char *trimmed = sceau_text_normalise (text);

  if (trimmed != NULL && !g_regex_match_simple (pattern, trimmed, G_REGEX_DOLLAR_ENDONLY, 0))
    add_error (faults, line, field, trimmed, reason, remedy);
}

gboolean
sceau_juror_check (const SceauJuror *self, int line, SceauFaults *faults)
{
  guint n_before = sceau_faults_count_errors (faults);

  check_text (self->name, "name", _("A juror needs a name: it stands in the minutes."), line, faults);
  check_text (self->function, "function", _("A juror needs a function: the composition is checked by it."), line, faults);
  check_text (self->employer, "employer", _("A juror needs an employer: it says whom the juror is independent of."), line, faults);
  check_text (self->field, "field", NULL, line, faults);
  check_contact (self->email, EMAIL_PATTERN, "email", _("This is not one e-mail address."),
                 _("Write it alone, for example prenom.nom@exemple.fr."), line, faults);
  check_contact (self->phone, PHONE_PATTERN, "phone", _("This is not a telephone number."),
                 _("Write digits, for example 05 61 00 00 00 or +33 5 61 00 00 00."), line, faults);
  if (self->mandate_start != SCEAU_NO_DATE && self->mandate_end != SCEAU_NO_DATE && self->mandate_end < self->mandate_start)
    {
      g_autofree char *end = sceau_date_format_french (self->mandate_end);

      add_error (faults, line, "mandate_end", end, _("The mandate ends before it begins."), _("Correct one of the two dates."));
    }
  return sceau_faults_count_errors (faults) == n_before;
}
