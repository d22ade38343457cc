/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

#include "sceau-workflow-private.h"

gboolean
sceau_transaction_begin (SceauTransaction *self, SceauSchool *school, GError **error)
{
  g_assert (self->school == NULL);

  if (!sceau_school_begin (school, error))
    return FALSE;

  self->school = school;
  self->reading = FALSE;
  return TRUE;
}

gboolean
sceau_transaction_begin_read (SceauTransaction *self, SceauSchool *school, GError **error)
{
  g_assert (self->school == NULL);

  if (!sceau_school_begin_read (school, error))
    return FALSE;

  self->school = school;
  self->reading = TRUE;
  return TRUE;
}

gboolean
sceau_transaction_commit (SceauTransaction *self, GError **error)
{
  g_assert (self->school != NULL);
  g_assert (!self->reading);

  /* A commit that fails has rolled back: there is nothing left to clear either way. */
  return sceau_school_commit (g_steal_pointer (&self->school), error);
}

void
sceau_transaction_clear (SceauTransaction *self)
{
  SceauSchool *school = g_steal_pointer (&self->school);

  if (school == NULL)
    return;

  if (self->reading)
    sceau_school_end_read (school);
  else
    sceau_school_rollback (school);
}
