/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-juror.h"

#include <glib/gi18n-lib.h>

#include "sceau-id-private.h"

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
