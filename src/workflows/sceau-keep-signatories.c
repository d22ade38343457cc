/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Sceau authors */

/* Who signs for the school, from when to when (FORMATS §4.1, 8°). */

#include <glib/gi18n-lib.h>

#include "sceau-font.h"
#include "sceau-house-style-table.h"
#include "sceau-keep-house-style-private.h"
#include "sceau-paper-lint.h"

#define SOURCE "France compétences, mentions du parchemin, 8°"

/* Everybody is, until further notice, after the last day that there is. */
static SceauDate
last_day (const SceauSignatory *self)
{
  return self->end == SCEAU_NO_DATE ? G_MAXUINT32 : self->end;
}

static gboolean
overlap (const SceauSignatory *one, const SceauSignatory *other)
{
  return one->start <= last_day (other) && other->start <= last_day (one);
}

/* "Ada EXEMPLE, from 1 January 2026": for sentences (transfer full). */
static char *
describe_other (const SceauSignatory *other)
{
  g_autofree char *start = sceau_date_format_long (other->start);
  g_autofree char *end = other->end != SCEAU_NO_DATE ? sceau_date_format_long (other->end) : NULL;

  if (end != NULL)
    /* Translators: name of a signatory, first and last day of the habilitation. */
    return g_strdup_printf (_("%s, from %s to %s"), other->name, start, end);
  /* Translators: name of a signatory, first day of the habilitation. */
  return g_strdup_printf (_("%s, from %s"), other->name, start);
}

static void
compare_with (const SceauSignatory *self, const SceauSignatory *other, SceauFaults *faults)
{
  g_autofree char *shown = NULL;

  if (!overlap (self, other))
    return;
  shown = describe_other (other);
  if (sceau_text_same (self->name, other->name))
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "start", shown, _("This person is habilitated already on some of these days."),
                         _("End that habilitation first, or change it."));
  else if (self->reference == NULL && other->reference == NULL)
    sceau_faults_add_at (faults, SCEAU_FAULT_ERROR, NULL, "reference", shown, _("Two heads of the school would be habilitated on one day."),
                         _("End the habilitation of the first, or give the reference of the delegation of signature."));
  else
    sceau_faults_add_at (faults, SCEAU_FAULT_WARNING, NULL, "start", shown,
                         _("Another person may sign on some of these days: papers bear the name of the latest habilitated."), NULL);
  sceau_faults_set_source (faults, SOURCE);
}

static gboolean
compare_with_all (SceauSchool *school, const SceauSignatory *self, SceauFaults *faults, GError **error)
{
  g_autoptr (GPtrArray) others = sceau_signatory_table_list (school, error);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const SceauSignatory *other = g_ptr_array_index (others, i);

      if (other->id != self->id && self->start != SCEAU_NO_DATE)
        compare_with (self, other, faults);
    }
  return others != NULL;
}

/* Papers set names and functions in the faces of a design, and designs have all of these. */
static void
check_letters (const char *text, const char *field, const char *what, SceauFaults *faults)
{
  static const SceauFace faces[] = { SCEAU_FACE_SERIF, SCEAU_FACE_SERIF_ITALIC, SCEAU_FACE_SANS, SCEAU_FACE_SANS_ITALIC };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (faces); i++)
    {
      g_autoptr (GError) error = NULL;

      if (sceau_pdf_check_text (faces[i], what, text, NULL, &error))
        continue;
      sceau_faults_add_field (faults, field, text, error->message, _("Write it in Latin letters: papers could not bear it otherwise."));
      return;
    }
}

/* (transfer full): as it is kept, with every fault that it has by itself. */
static SceauSignatory *
take_signatory (const SceauSignatory *given, const SceauPicture *signature, SceauFaults *faults)
{
  SceauSignatory *kept = sceau_signatory_new ();

  kept->id = given->id;
  kept->start = given->start;
  kept->end = given->end;
  kept->signature = sceau_picture_copy (signature);
  kept->reference = sceau_take_optional (given->reference, "reference", faults);
  kept->name = sceau_take_text (given->name, "name", _("The name of the signatory is missing."), faults);
  kept->title = sceau_take_text (given->title, "title", _("The title of the signatory is missing."), faults);
  check_letters (kept->name, "name", _("The name of the signatory"), faults);
  check_letters (kept->title, "title", _("The title of the signatory"), faults);
  sceau_lint_forbidden_words (kept->title, _("title of the signatory"), faults);
  return kept;
}

/* The dates; what is missing of the rest has been said. */
static void
check_dates (const SceauSignatory *self, SceauFaults *faults)
{
  const SceauSignatory dates = { .name = (char *) "-", .title = (char *) "-", .start = self->start, .end = self->end };

  sceau_signatory_check (&dates, faults);
}

static gboolean
check_signatory (SceauSchool *school, const SceauSignatory *kept, SceauFaults *faults, GError **error)
{
  const guint known = sceau_faults_count_errors (faults);

  check_dates (kept, faults);
  /* Days in the wrong order overlap with anything or nothing. */
  if (kept->name == NULL || sceau_faults_count_errors (faults) > known)
    return TRUE;
  return compare_with_all (school, kept, faults, error);
}

static SceauSignatory *
require_signatory (SceauSchool *school, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) local = NULL;
  SceauSignatory *signatory = sceau_signatory_table_find (school, id, &local);

  if (signatory != NULL)
    return signatory;
  if (g_error_matches (local, SCEAU_STORE_ERROR, SCEAU_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SCEAU_WORKFLOW_ERROR, SCEAU_WORKFLOW_ERROR_NOT_FOUND,
                 _("There is no signatory number %s. Look the number up in the list of signatories."), number);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* (transfer full) */
static char *
make_subject (gint64 id)
{
  return g_strdup_printf ("signatory %" G_GINT64_FORMAT, id);
}

gint64
sceau_add_signatory (SceauSchool *school, const SceauSignatory *signatory, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSignatory) kept = NULL;
  g_autofree char *subject = NULL;
  guint known = sceau_faults_count_errors (faults);

  g_return_val_if_fail (school != NULL && signatory != NULL, 0);

  kept = take_signatory (signatory, signatory->signature, faults);
  kept->id = 0;
  if (!sceau_transaction_begin (&transaction, school, error) || !check_signatory (school, kept, faults, error)
      || sceau_faults_refuse (faults, known, error))
    return 0;
  kept->id = sceau_signatory_table_insert (school, kept, error);
  if (kept->id == 0)
    return 0;
  subject = make_subject (kept->id);
  if (!sceau_journal_record (school, "signatory.add", subject, NULL, sceau_json_from_signatory (kept), error)
      || !sceau_transaction_commit (&transaction, error))
    return 0;
  return kept->id;
}

/* In a transaction: @kept in the place of @before. */
static gboolean
replace_signatory (SceauSchool *school, const char *verb, const SceauSignatory *before, const SceauSignatory *kept, GError **error)
{
  g_autofree char *subject = make_subject (kept->id);

  if (sceau_json_same (sceau_json_from_signatory (before), sceau_json_from_signatory (kept)))
    return TRUE;
  return sceau_signatory_table_update (school, kept, error)
         && sceau_journal_record (school, verb, subject, sceau_json_from_signatory (before), sceau_json_from_signatory (kept), error);
}

gboolean
sceau_edit_signatory (SceauSchool *school, const SceauSignatory *signatory, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSignatory) before = NULL;
  g_autoptr (SceauSignatory) kept = NULL;
  guint known = sceau_faults_count_errors (faults);

  g_return_val_if_fail (school != NULL && signatory != NULL, FALSE);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = require_signatory (school, signatory->id, error);
  if (before == NULL)
    return FALSE;
  kept = take_signatory (signatory, before->signature, faults);
  return check_signatory (school, kept, faults, error) && !sceau_faults_refuse (faults, known, error)
         && replace_signatory (school, "signatory.edit", before, kept, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_end_signatory (SceauSchool *school, gint64 id, SceauDate end, SceauFaults *faults, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSignatory) before = NULL;
  g_autoptr (SceauSignatory) kept = NULL;
  guint known = sceau_faults_count_errors (faults);

  g_return_val_if_fail (school != NULL, FALSE);

  if (end == SCEAU_NO_DATE)
    sceau_faults_add_field (faults, "end", NULL, _("The last day of the habilitation is missing."), _("Give the last day on which the person may sign."));
  if (sceau_faults_refuse (faults, known, error) || !sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = require_signatory (school, id, error);
  if (before == NULL)
    return FALSE;
  kept = take_signatory (before, before->signature, faults);
  kept->end = end;
  return check_signatory (school, kept, faults, error) && !sceau_faults_refuse (faults, known, error)
         && replace_signatory (school, "signatory.end", before, kept, error) && sceau_transaction_commit (&transaction, error);
}

gboolean
sceau_set_signature (SceauSchool *school, gint64 id, const SceauPicture *signature, GError **error)
{
  g_auto (SceauTransaction) transaction = SCEAU_TRANSACTION_INIT;
  g_autoptr (SceauSignatory) before = NULL;
  SceauSignatory kept;

  g_return_val_if_fail (school != NULL, FALSE);

  if (!sceau_transaction_begin (&transaction, school, error))
    return FALSE;
  before = require_signatory (school, id, error);
  if (before == NULL)
    return FALSE;
  kept = *before;
  kept.signature = (SceauPicture *) signature;
  return replace_signatory (school, "signatory.sign", before, &kept, error) && sceau_transaction_commit (&transaction, error);
}
